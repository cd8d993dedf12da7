let age = 36
let text = "age: " + age // rejected: binary operator '+' cannot be applied to operands of type 'String' and 'Int'
print(text)
