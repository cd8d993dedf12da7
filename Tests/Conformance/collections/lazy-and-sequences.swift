let firstBig = (1...).lazy.map { $0 * $0 }.first { $0 > 50 }!
print(firstBig)
var evaluated = 0
let lazy = [1, 2, 3, 4].lazy.map { n -> Int in evaluated += 1; return n * 10 }
print(evaluated)
print(lazy.first!, evaluated)
print(Array(lazy), evaluated)
print(Array((1...10).lazy.filter { $0 % 2 == 0 }.map { $0 * 3 }.prefix(3)))
for x in (1...3).lazy.map({ $0 + 100 }) { print(x, terminator: " ") }
print()
print(Array(sequence(first: 1, next: { $0 < 50 ? $0 * 2 : nil })))
print(Array(sequence(state: (0, 1)) { s -> Int in let r = s.0; s = (s.1, s.0 + s.1); return r }.prefix(10)))
print(Array(stride(from: 5, through: -5, by: -5)), stride(from: 0.0, to: 1, by: 0.25).map { $0 })
print(zip(1..., ["a", "b"]).map { "\($0)\($1)" }, Array(zip("ab", [true, false])).count)
print((1...3).reversed().map { $0 }, (0..<5).dropFirst(2).map { $0 }, (0..<20).filter { $0.isMultiple(of: 7) })
print((1...4).reduce(into: "") { $0 += "\($1)" }, (1...4).allSatisfy { $0 > 0 }, (1...4).contains(9))
var it = stride(from: 1, to: 10, by: 4).makeIterator()
while let x = it.next() { print(x, terminator: " ") }
print()
print([1, 2, 3, 4, 5].lazy.filter { $0 > 1 }.map { $0 * 2 }.reduce(0, +), [3, 1].lazy.sorted())
let any = AnySequence([1, 2, 3])
print(any.map { $0 + 1 }, Array(AnyIterator([9, 8].makeIterator())))
print((0..<3).flatMap { i in (0..<i).map { j in [i, j] } }, Array((0..<3).joinedPairs()))
extension Range where Bound == Int { func joinedPairs() -> [String] { zip(self, dropFirst()).map { "\($0)-\($1)" } } }
print(Array("abc".unicodeScalars.map { $0.value }), "abc".lazy.map { $0.uppercased() }.joined())
print((1...5).min()!, (1...5).max()!, (1...5).randomElement().map { (1...5).contains($0) }!, Array(1...5).shuffled().count)
