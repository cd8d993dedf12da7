let n = 3
let text = "3"
print(n == text) // rejected: binary operator '==' cannot be applied to operands of type 'Int' and 'String'
