let n = 4
if let m = n { print(m) } // rejected: initializer for conditional binding must have Optional type, not 'Int'
