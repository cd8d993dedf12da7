protocol Describable { var desc: String { get } }
extension Int: Describable { var desc: String { "int \(self)" } }
extension String: Describable { var desc: String { "str \(self)" } }
extension Optional: Describable where Wrapped: Describable { var desc: String { self?.desc ?? "nil" } }
extension Array: Describable where Element: Describable { var desc: String { "[" + map(\.desc).joined(separator: ", ") + "]" } }
extension Dictionary: Describable where Key: Comparable & Describable, Value: Describable { var desc: String { sorted { $0.key < $1.key }.map { "\($0.key.desc): \($0.value.desc)" }.joined(separator: "; ") } }
print([1, 2].desc, [[1], []].desc, (nil as Int?).desc, ["a": 1, "b": 2].desc, [Optional("x"), nil].desc)
let xs: [any Describable] = [1, "a", [1, 2], ["k": [1]], Optional(3) as Int?]
for x in xs { print(x.desc, terminator: " | ") }; print()
func d<T>(_ x: T) -> String { (x as? any Describable)?.desc ?? "none" }; print(d(1), d(2.0), d(["a"]), d([2.0]))
extension Describable { func tagged(_ t: String = "d") -> String { "<\(t)>\(desc)</\(t)>" } }; print(3.tagged(), "q".tagged("p"), [1].tagged())
extension Collection where Element == String { func longest() -> String? { self.max { $0.count < $1.count } } }; print(["a", "bbb"].longest()!, Set(["zz"]).longest()!, ["a": 1].keys.longest()!)
extension Sequence where Element: Hashable { var unique: [Element] { var s = Set<Element>(); return filter { s.insert($0).inserted } }; func counted() -> [Element: Int] { reduce(into: [:]) { $0[$1, default: 0] += 1 } } }; print([1, 2, 1].unique, "hello".unique, "hello".counted()["l"]!, (1...3).unique)
extension BinaryInteger { var digits: [Int] { var n = magnitude, r: [Int] = []; repeat { r.insert(Int(n % 10), at: 0); n /= 10 } while n > 0; return r }; func times(_ f: () -> Void) { for _ in 0..<Int(self) { f() } } }; print(1024.digits, UInt8(200).digits, (-7).digits); 2.times { print("x", terminator: "") }; print()
extension FloatingPoint { func clamped(_ lo: Self, _ hi: Self) -> Self { min(max(self, lo), hi) } }; print(1.5.clamped(0, 1), Float(3).clamped(4, 5))
extension Comparable { func limited(to r: ClosedRange<Self>) -> Self { min(max(self, r.lowerBound), r.upperBound) } }; print(5.limited(to: 1...3), "m".limited(to: "a"..."f"), 2.5.limited(to: 3...4))
extension Bool { var int: Int { self ? 1 : 0 } }; extension Character { var isVowel: Bool { "aeiou".contains(self) } }; print(true.int, "education".filter(\.isVowel).count); extension Optional where Wrapped == String { var orEmpty: String { self ?? "" } }; print((nil as String?).orEmpty.isEmpty)
extension Range where Bound == Int { var mid: Int { (lowerBound + upperBound) / 2 } }; print((0..<10).mid); extension Result { var isOK: Bool { if case .success = self { true } else { false } } }; print(Result<Int, Error>.success(1).isOK)
