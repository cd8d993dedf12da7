enum Weekday: Int, CaseIterable { case mon, tue, wed, thu, fri, sat, sun; var short: String { "\(self)".prefix(2).capitalizedWord } }
extension StringProtocol { var capitalizedWord: String { prefix(1).uppercased() + dropFirst() } }
struct Day: Comparable, CustomStringConvertible {
    let year: Int, month: Int, day: Int
    static let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    static func isLeap(_ y: Int) -> Bool { y % 4 == 0 && (y % 100 != 0 || y % 400 == 0) }
    static func length(_ m: Int, _ y: Int) -> Int { m == 2 && isLeap(y) ? 29 : lengths[m - 1] }
    init?(_ y: Int, _ m: Int, _ d: Int) { guard 1...12 ~= m, 1...Day.length(m, y) ~= d else { return nil }; (year, month, day) = (y, m, d) }
    var number: Int { let y = year - 1; return y * 365 + y / 4 - y / 100 + y / 400 + (1..<month).reduce(0) { $0 + Day.length($1, year) } + day }
    var weekday: Weekday { Weekday(rawValue: (number + 6) % 7)! }
    static func < (a: Day, b: Day) -> Bool { (a.year, a.month, a.day) < (b.year, b.month, b.day) }
    static func - (a: Day, b: Day) -> Int { a.number - b.number }
    var description: String { "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)" }
}
let a = Day(2024, 2, 29)!, b = Day(2026, 11, 21)!
print(a, b, b - a, a < b, a.weekday, b.weekday, Day(2023, 2, 29) as Any, [1900, 2000, 2024].map(Day.isLeap))
print(Weekday.allCases.map(\.short).joined(separator: " "))
let first = Day(2026, 2, 1)!.weekday.rawValue
var line = String(repeating: "   ", count: first)
for d in 1...Day.length(2, 2026) {
    line += (d < 10 ? " " : "") + "\(d)"
    if (first + d) % 7 == 0 || d == 28 { print(line); line = "" } else { line += " " }
}
