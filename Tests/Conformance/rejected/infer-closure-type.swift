let twice = { $0 } // rejected: infer type of closure parameter '$0'
print(twice)
