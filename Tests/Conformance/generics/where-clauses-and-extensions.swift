extension Array where Element: Numeric {
    func sum() -> Element { reduce(0, +) }
    func dot(_ o: [Element]) -> Element { zip(self, o).map(*).sum() }
}
extension Array where Element == Double { var mean: Double { isEmpty ? .nan : sum() / Double(count) }; var variance: Double { let m = mean; return map { ($0 - m) * ($0 - m) }.mean } }
extension Array where Element == [Int] { var transposed: [[Int]] { isEmpty ? [] : self[0].indices.map { c in map { $0[c] } } } }
print([1, 2, 3].sum(), [1.5, 2].sum(), [1, 2].dot([3, 4]), [2.0, 4].mean, [2.0, 4].variance, [Double]().mean)
print([[1, 2], [3, 4]].transposed)
extension Sequence where Element: Hashable { func unique() -> [Element] { var seen = Set<Element>(); return filter { seen.insert($0).inserted } }
    func counts() -> [Element: Int] { reduce(into: [:]) { $0[$1, default: 0] += 1 } } }
print([1, 2, 1].unique(), "hello".unique(), "hello".counts()["l"]!)
extension Collection where Element: Comparable { func argmax() -> Index? { indices.max { self[$0] < self[$1] } } }
print([3, 9, 2].argmax()!, [Int]().argmax() as Any)
extension Dictionary where Value: Comparable { var keyOfMax: Key? { self.max { $0.value < $1.value }?.key } }
print(["a": 1, "b": 5].keyOfMax!, [Int: Int]().keyOfMax as Any)
extension Dictionary where Key == String, Value == Int { mutating func count(_ w: String) { self[w, default: 0] += 1 } }
var d: [String: Int] = [:]
d.count("x"); d.count("x")
print(d)
extension Optional where Wrapped: Collection { var isNilOrEmpty: Bool { self?.isEmpty ?? true } }
print((nil as [Int]?).isNilOrEmpty, Optional([1]).isNilOrEmpty, Optional("").isNilOrEmpty)
extension Comparable { func clamped(_ r: ClosedRange<Self>) -> Self { min(max(self, r.lowerBound), r.upperBound) } }
print(7.clamped(0...5), (-1.5).clamped(-1...1), "q".clamped("a"..."c"))
extension Numeric { var squared: Self { self * self } }
print(3.squared, 1.5.squared, Float(2).squared)
extension BinaryInteger { var isOdd: Bool { self % 2 != 0 } }
print(3.isOdd, UInt8(4).isOdd)
extension Range where Bound == Int { func random2() -> Int { lowerBound } }
print((3..<9).random2())
