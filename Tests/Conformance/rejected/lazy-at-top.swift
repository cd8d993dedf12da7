let base = 3
lazy var table = (1...base).map { $0 * $0 }  // rejected: 'lazy' cannot be used on an already-lazy global
print(table)
