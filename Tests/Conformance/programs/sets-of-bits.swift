// A set of one's own as SetAlgebra, and arithmetic of numbers of a fixed width.
struct BitSet: SetAlgebra, Sequence, CustomStringConvertible, Hashable { private(set) var words: [UInt64] = []
    init() {}
    init<S: Sequence>(_ xs: S) where S.Element == Int { for x in xs { insert(x) } }
    private func at(_ i: Int) -> (Int, UInt64) { (i >> 6, 1 << UInt64(i & 63)) }
    func contains(_ x: Int) -> Bool { let (w, m) = at(x); return w < words.count && words[w] & m != 0 }
    @discardableResult mutating func insert(_ x: Int) -> (inserted: Bool, memberAfterInsert: Int) { let (w, m) = at(x); while words.count <= w { words.append(0) }; defer { words[w] |= m }; return (words[w] & m == 0, x) }
    @discardableResult mutating func remove(_ x: Int) -> Int? { guard contains(x) else { return nil }; let (w, m) = at(x); words[w] &= ~m; trim(); return x }
    @discardableResult mutating func update(with x: Int) -> Int? { insert(x).inserted ? nil : x }
    private mutating func trim() { while words.last == 0 { words.removeLast() } }
    private func combined(_ o: BitSet, _ f: (UInt64, UInt64) -> UInt64) -> BitSet { var r = BitSet(); let n = Swift.max(words.count, o.words.count)
        r.words = (0..<n).map { f($0 < words.count ? words[$0] : 0, $0 < o.words.count ? o.words[$0] : 0) }; r.trim(); return r }
    func union(_ o: BitSet) -> BitSet { combined(o, |) }
    func intersection(_ o: BitSet) -> BitSet { combined(o, &) }
    func symmetricDifference(_ o: BitSet) -> BitSet { combined(o, ^) }
    mutating func formUnion(_ o: BitSet) { self = union(o) }
    mutating func formIntersection(_ o: BitSet) { self = intersection(o) }
    mutating func formSymmetricDifference(_ o: BitSet) { self = symmetricDifference(o) }
    func makeIterator() -> AnyIterator<Int> { var w = 0, rest = words.first ?? 0
        return AnyIterator { while rest == 0 { w += 1; guard w < words.count else { return nil }; rest = words[w] }
            let b = rest.trailingZeroBitCount; rest &= rest - 1; return w * 64 + b } }
    var description: String { "{" + map(String.init).joined(separator: ",") + "}" } }
var a: BitSet = [1, 64, 200], b = BitSet(stride(from: 0, through: 200, by: 100))
print(a, b, a.union(b), a.intersection(b), a.symmetricDifference(b), a.subtracting(b), a.isSubset(of: a.union(b)), a.isDisjoint(with: [5]))
print(a.insert(1).inserted, a.remove(200) as Any, a.remove(7) as Any, a.words.count, a.update(with: 3) as Any, Array(a), a == [1, 3, 64], a.isEmpty, a.isSuperset(of: [1]))
b.formUnion(a); print(b, b.reduce(0, +), Set([a, BitSet([64, 3, 1])]).count)
let x: UInt8 = 0b1011_0010, y = Int8(bitPattern: x)
print(x, y, x >> 4, y >> 4, ~x, x.leadingZeroBitCount, String(x, radix: 2), x &+ 100, x.addingReportingOverflow(100), UInt16(x) << 8, x.nonzeroBitCount, y.magnitude)
print(UInt32(truncatingIfNeeded: -1), Int16(clamping: 99_999), UInt8(exactly: 256) as Any, Int32.max &+ 1, (5 as Int8).multipliedReportingOverflow(by: 50), UInt64.max / 3, -7 / 2, -7 % 2, (-7).quotientAndRemainder(dividingBy: 2))
func crc(_ bytes: some Sequence<UInt8>) -> UInt32 {
    var c: UInt32 = .max
    for b in bytes {
        c ^= UInt32(b)
        for _ in 0..<8 { let isOdd = c & 1 == 1; c >>= 1; if isOdd { c ^= 0xEDB8_8320 } }
    }
    return ~c
}
print(String(crc("123456789".utf8), radix: 16), crc([0] as [UInt8]))
func gray(_ n: Int) -> [String] {
    (0..<(1 << n)).map { (i: Int) -> String in
        let digits = String(i ^ i >> 1, radix: 2)
        return String(repeating: "0", count: n - digits.count) + digits
    }
}
print(gray(2), gray(3).last!)
