extension Comparable { func clamped(to r: ClosedRange<Self>) -> Self { min(max(self, r.lowerBound), r.upperBound) } }
extension Int {
    var isPrime: Bool { self > 1 && !(2..<self).prefix { $0 * $0 <= self }.contains { self % $0 == 0 } }
    func times(_ body: (Int) -> Void) { for i in 0..<self { body(i) } }
    var digits: [Int] { String(self).compactMap(\.wholeNumberValue) }
    subscript(digit i: Int) -> Int { digits.reversed()[i] }
    mutating func square() { self *= self }
    static let answer = 42
    init?(roman: String) { let v = ["I": 1, "V": 5, "X": 10]; var t = 0, p = 0; for c in roman.reversed() { guard let n = v[String(c)] else { return nil }; t += n < p ? -n : n; p = Swift.max(p, n) }; self = t }
}
print(15.clamped(to: 0...10), (-2.5).clamped(to: -1...1), "m".clamped(to: "a"..."f"), (1...30).filter(\.isPrime), 1234.digits, 1234[digit: 0], Int.answer, Int(roman: "XIV")!, Int(roman: "Q") as Any)
3.times { print($0, terminator: " ") }
var sq = 5; sq.square(); print(sq)
extension String {
    subscript(i: Int) -> Character { self[index(startIndex, offsetBy: i)] }
    subscript(r: Range<Int>) -> Substring { self[index(startIndex, offsetBy: r.lowerBound)..<index(startIndex, offsetBy: r.upperBound)] }
    var isPalindrome: Bool { self == String(reversed()) }
    func words(minLength n: Int = 1) -> [String] { split(separator: " ").map(String.init).filter { $0.count >= n } }
    mutating func shout() { self = uppercased() + "!" }
    var vowels: Int { filter { "aeiouAEIOU".contains($0) }.count }
    static func * (s: String, n: Int) -> String { String(repeating: s, count: n) }
    func leftPad(_ n: Int, _ c: Character = " ") -> String { count >= n ? self : String(repeating: c, count: n - count) + self }
    var titleCased: String { self.split(separator: " ").map { $0.first!.uppercased() + $0.dropFirst().lowercased() }.joined(separator: " ") }
    func index(of c: Character, after n: Int) -> Int? { var i = 0; for (k, x) in enumerated() where x == c { i += 1; if i == n { return k } }; return nil }
}
var s = "hello world"
print(s[4], s[0..<5], "level".isPalindrome, s.words(minLength: 5), s.vowels, "ab" * 3, "7".leftPad(3, "0"), s.titleCased, s.index(of: "o", after: 2) as Any)
s.shout(); print(s)
extension Array where Element: Comparable { var isSorted: Bool { zip(self, dropFirst()).allSatisfy(<=) }; func argmax() -> Int? { indices.max { self[$0] < self[$1] } } }
extension Array where Element == Int { var product: Int { reduce(1, *) } ; func cumulative() -> [Int] { var t = 0; return map { t += $0; return t } } }
extension Sequence { func count(where p: (Element) -> Bool) -> Int { reduce(0) { $0 + (p($1) ? 1 : 0) } }; func groupedRuns<K: Equatable>(by key: (Element) -> K) -> [[Element]] { var out: [[Element]] = []; var last: K?; for x in self { let k = key(x); if k == last { out[out.count - 1].append(x) } else { out.append([x]) }; last = k }; return out } }
extension Optional { func or(_ d: @autoclosure () -> Wrapped) -> Wrapped { self ?? d() } ; var isNil: Bool { self == nil } }
extension Optional where Wrapped == String { var orEmpty: String { self ?? "" } }
extension Optional where Wrapped: Collection { var isNilOrEmpty: Bool { self?.isEmpty ?? true } }
extension Dictionary where Value: Numeric { mutating func add(_ k: Key, _ v: Value) { self[k, default: 0] += v }; var total: Value { values.reduce(0, +) } }
extension Dictionary { func mapKeys<K: Hashable>(_ f: (Key) -> K) -> [K: Value] { Dictionary<K, Value>(uniqueKeysWithValues: map { (f($0.key), $0.value) }) } }
extension Set { mutating func toggle(_ e: Element) { if !insert(e).inserted { remove(e) } } ; static func + (a: Set, b: Set) -> Set { a.union(b) } }
extension Bool { var int: Int { self ? 1 : 0 } ; mutating func flip() { toggle() } }
extension Double { var cleaned: String { truncatingRemainder(dividingBy: 1) == 0 ? String(Int(self)) : String(self) } ; func rounded(places: Int) -> Double { let m = (0..<places).reduce(1.0) { a, _ in a * 10 }; return (self * m).rounded() / m } }
extension Character { var rot13: Character { guard let a = asciiValue, isLetter else { return self }; let b: UInt8 = isUppercase ? 65 : 97; return Character(UnicodeScalar((a - b + 13) % 26 + b)) } }
extension ClosedRange where Bound == Int { var midpoint: Int { (lowerBound + upperBound) / 2 } }
extension Result { var value: Success? { if case .success(let v) = self { v } else { nil } } }
print([1, 2, 2].isSorted, [3, 1].isSorted, [3, 9, 2].argmax()!, [2, 3, 4].product, [1, 2, 3].cumulative(), "aabccc".groupedRuns { $0 }.map { "\($0[0])\($0.count)" }, [1, 1, 2].groupedRuns { $0 }.count)
let n: Int? = nil, t: String? = nil, e: [Int]? = []
print(n.or(7), n.isNil, t.orEmpty.isEmpty, e.isNilOrEmpty, ("x" as String?).isNilOrEmpty)
var d = ["a": 1]; d.add("a", 4); d.add("b", 2); print(d.total, d.mapKeys { $0.uppercased() }.keys.sorted())
var st: Set = [1]; st.toggle(2); st.toggle(1); print(st, (st + [5]).sorted())
var b = true; b.flip(); print(b.int, 3.0.cleaned, 2.5.cleaned, 3.14159.rounded(places: 2), String("Hello".map(\.rot13)), (1...9).midpoint, Result<Int, Never>.success(3).value!)
