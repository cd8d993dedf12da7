let values = [1, 2, 3]
print(values.count
let more = 4 // rejected: expected ')'
