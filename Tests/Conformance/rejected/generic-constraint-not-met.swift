struct Point { var x = 0 }
func largest<T: Comparable>(_ list: [T]) -> T? { list.max() }
print(largest([1, 2])!)
print(largest([Point()]) as Any) // rejected: requires that 'Point' conform to 'Comparable'
