func total(_ s: some Sequence<UInt8>) -> Int { s.reduce(0) { $0 + Int($1) } }
print(total([]), total([1, 2]), total([UInt8(1), 2]))
func g<S: Sequence>(_ s: S) -> [String] where S.Element == String { Array(s) }
print(g([]), g(["a"]))
func h(_ c: some Collection<Int>) -> Int { c.count }
print(h([]), h([1]), h(1..<4))
func any1(_ c: any Collection<Int>) -> Int { c.count }
print(any1([]))
