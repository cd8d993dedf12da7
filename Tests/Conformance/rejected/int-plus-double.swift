let count = 3
let price = 2.5
let total = count * price // rejected: binary operator '*' cannot be applied to operands of type 'Int' and 'Double'
print(total)
