let f: (Int) -> Int = { $0 + $300 } // rejected: contextual closure type; expects 1 argument
print(f(1))
