struct Money { let cents: Int }
extension Money {
    init(_ amount: Double) { cents = Int((amount * 100).rounded()) }
    var text: String { "\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)" }
    func plus(_ other: Money) -> Money { Money(cents: cents + other.cents) }
    static let zero = Money(cents: 0)
}
extension Money: CustomStringConvertible { var description: String { "$" + text } }
extension Money: Comparable { static func < (a: Money, b: Money) -> Bool { a.cents < b.cents } }
print(Money(12.5), Money(cents: 305).plus(Money(0.1)), Money.zero, Money(3) < Money(4))
extension Int {
    func times(_ body: (Int) -> Void) { for i in 0..<self { body(i) } }
    var digits: [Int] { String(self).compactMap { $0.wholeNumberValue } }
    mutating func increment(by n: Int = 1) { self += n }
    static var answer: Int { 42 }
    subscript(digit place: Int) -> Int { var n = self; for _ in 0..<place { n /= 10 }; return n % 10 }
}
3.times { print("time", $0) }
var n = 1234
n.increment(); n.increment(by: 5)
print(n, n.digits, Int.answer, n[digit: 1])
extension String {
    var isPalindrome: Bool { let letters = lowercased().filter { $0.isLetter }; return letters == String(letters.reversed()) }
    func padded(to width: Int, with c: Character = " ") -> String { count >= width ? self : String(repeating: c, count: width - count) + self }
}
print("A man, a plan, a canal: Panama".isPalindrome, "swift".isPalindrome, "7".padded(to: 3, with: "0"), "ab".padded(to: 4))
extension Double { var degrees: Double { self * 180 / .pi }; func rounded(to places: Int) -> Double { var k = 1.0; for _ in 0..<places { k *= 10 }; return (self * k).rounded() / k } }
print(Double.pi.degrees, 2.71828.rounded(to: 2))
extension Array where Element == Int { var total: Int { reduce(0, +) } }
extension Array where Element: Comparable { func isSorted() -> Bool { zip(self, dropFirst()).allSatisfy { $0 <= $1 } } }
extension Array { func chunked(_ size: Int) -> [[Element]] { stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) } } }
extension Collection { var second: Element? { dropFirst().first } }
extension Optional where Wrapped == String { var orEmpty: String { self ?? "" } }
print([1, 2, 3].total, [1, 3, 2].isSorted(), ["a", "b"].isSorted(), [1, 2, 3, 4, 5].chunked(2))
print([7, 8].second as Any, "xyz".second as Any, (nil as String?).orEmpty.isEmpty, Optional("q").orEmpty)
extension Bool { var asInt: Int { self ? 1 : 0 } }
print(true.asInt + false.asInt, [true, true].map(\.asInt).total)
