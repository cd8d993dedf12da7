func move(from a: Int, to b: Int) -> Int { b - a }
print(move(from: 1, to: 2))
print(move(from: 1)) // rejected: missing argument for parameter 'to' in call
