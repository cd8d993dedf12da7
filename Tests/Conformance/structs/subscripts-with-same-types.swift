struct M { subscript<S: Sequence>(_ s: S) -> Int where S.Element == Double { Int(s.reduce(0, +)) }
 subscript<S: Sequence>(n s: S) -> Int where S.Element == UInt8 { s.reduce(0) { $0 + Int($1) } } }
let m = M()
print(m[[1, 2, 3.5]], m[n: [1, 2]], m[[1, 2]])
func f<S: Sequence>(_ s: S) -> Int where S.Element == Double { 1 }
print(f([1, 2]))
