func larger<T: Comparable>(_ a: T, _ b: T) -> T { a < b ? b : a }
let count = 3
let name = "three"
print(larger(count, name)) // rejected: conflicting arguments to generic parameter 'T' ('Int' vs. 'String')
