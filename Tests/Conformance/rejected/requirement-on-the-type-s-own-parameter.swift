struct G<T> { var t: T
 func m<S: Sequence>(_ s: S) -> Bool where S.Element == T, T: Equatable { s.contains(t) }
 init(_ t: T) { self.t = t }
 init<S: Sequence>(first s: S) where S.Element == T { t = s.first { _ in true }! } }
print(G(1).m([1]))
print(G(first: [2]).t)
print(G(1).m(["a"])) // rejected: cannot convert value of type 'String' to expected element type 'Int'
