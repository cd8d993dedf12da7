let data: [(x: Double, y: Double)] = [(1, 2.1), (2, 3.9)]
print(data.map { (y, y) in y * y }.reduce(0, +)) // rejected: invalid redeclaration of 'y'
