func f<T: Comparable>(_ a: T, _ b: T) -> Bool { a < b }
struct S {}
print(f(S(), S())) // rejected: global function 'f' requires that 'S' conform to 'Comparable'
