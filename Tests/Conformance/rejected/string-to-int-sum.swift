let r = 1 + "a" // rejected: binary operator '+' cannot be applied to operands of type 'Int' and 'String'
