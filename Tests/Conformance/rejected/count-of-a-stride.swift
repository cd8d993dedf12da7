let steps = stride(from: 0, to: 10, by: 3)
print(steps.count) // rejected: generic parameter 'E' could not be inferred
