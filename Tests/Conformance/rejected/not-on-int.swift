let n = 3
print(!n) // rejected: type 'Int' cannot be used as a boolean
