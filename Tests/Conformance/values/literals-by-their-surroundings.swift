struct Vec { var x = 0.0, y = 0.0; var length: Double { (x * x + y * y).squareRoot() }
    static func ~= (range: ClosedRange<Double>, v: Vec) -> Bool { range ~= v.length }
    static func ~= (length: Double, v: Vec) -> Bool { v.length == length } }
for v in [Vec(x: 3, y: 4), Vec(x: 1), Vec(x: 0, y: 2), Vec(x: 9)] {
    switch v { case 0...1: print("short"); case 2: print("two"); case 4.5...5.5: print("about five"); default: print("long") }
}
extension Array where Element: Comparable {
    func place(of x: Element) -> Index? { var low = startIndex, high = endIndex
        while low < high { let m = low + (high - low) / 2; if self[m] == x { return m }; if self[m] < x { low = m + 1 } else { high = m } }
        return nil }
}
print([1, 4, 9].place(of: 9) as Any, ["a", "c"].place(of: "b") as Any)
func total(_ xs: [Int?]) -> Double? { xs.compactMap { $0.map(Double.init) }.reduce(0, +) }
print(total([1, nil, 3]) as Any)
for case (let i, let s?) in [(1, "a"), (2, nil), (3, "c")] { print(i, s) }
let inner = [(1, 2), (3, 4)].reduce(into: [:]) { $0[$1.0] = [$1.1: 1.5] }
print(inner[3]?[4] ?? 0)
struct Price: Comparable, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral { var v: Double; init(floatLiteral f: Double) { v = f }; init(integerLiteral i: Int) { v = Double(i) }; static func < (a: Price, b: Price) -> Bool { a.v < b.v } }
print(([3.5, 1, 2.25].sorted() as [Price]).map(\.v))
func load(_ n: Int) throws -> Int { n }
let w = (try? load(3)) ?? nil
print(w as Any, "abc"["abc".index(after: "abc".startIndex)], String.Index(utf16Offset: 1, in: "abc") == "abc".index(after: "abc".startIndex))
enum Genre: String, CaseIterable, Codable { case fiction, science }
print(Genre.allCases.map(\.rawValue))
func keep<T>(_ x: T) -> T { x }
let again = keep({ (x: Int) in x + 1 })
print(again(2), keep(keep)(again)(3))
