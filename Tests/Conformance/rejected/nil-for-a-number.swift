let x: Int = nil  // rejected: 'nil' cannot initialize specified type 'Int'
print(x)
