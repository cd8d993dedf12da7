protocol Labeled { var label: String { get } }
extension Labeled where Self: RawRepresentable, Self.RawValue == String { var label: String { rawValue.uppercased() } }
extension Labeled where Self: RawRepresentable, Self.RawValue: BinaryInteger { var label: String { "#\(rawValue)" } }
enum Suit: String, CaseIterable, Labeled { case hearts, spades }
enum Rank: Int, CaseIterable, Labeled, Comparable { case two = 2, three, four; static func < (a: Rank, b: Rank) -> Bool { a.rawValue < b.rawValue } }
print(Suit.allCases.map(\.label), Rank.four.label)
extension CaseIterable where Self: Equatable {
    var next: Self { let all = Array(Self.allCases); let i = all.firstIndex(of: self)!; return all[(i + 1) % all.count] }
    var index: Self.AllCases.Index { Self.allCases.firstIndex(of: self)! }
    static var count: Int { allCases.count }
}
extension CaseIterable where AllCases.Element: Comparable { static var greatest: Self? { allCases.max() } }
extension CaseIterable { static func random(seed: Int) -> Self { let a = Array(allCases); return a[seed % a.count] } ; static func find(_ p: (Self) -> Bool) -> Self? { allCases.first(where: p) } }
extension RawRepresentable where RawValue: Comparable { static func max(_ a: Self, _ b: Self) -> Self { a.rawValue < b.rawValue ? b : a } }
extension RawRepresentable where RawValue == Int, Self: CaseIterable { static var total: Int { allCases.reduce(0) { $0 + $1.rawValue } } }
print(Suit.hearts.next, Suit.spades.next, Rank.three.index, Rank.count, Rank.greatest!, Suit.random(seed: 3), Rank.total, Rank.max(.two, .four), Suit.find { $0 == .spades } as Any)
struct ID<Tag>: RawRepresentable, Hashable { let rawValue: Int; init(rawValue: Int) { self.rawValue = rawValue } }
extension ID: ExpressibleByIntegerLiteral { init(integerLiteral v: Int) { self.init(rawValue: v) } }
enum UserTag {}
let id: ID<UserTag> = 4
print(id.rawValue, id == 4, ID<UserTag>.max(1, 2).rawValue)
func table<T: CaseIterable & RawRepresentable>(_ t: T.Type) -> [T.RawValue: T] where T.RawValue: Hashable { Dictionary(uniqueKeysWithValues: t.allCases.map { ($0.rawValue, $0) }) }
print(table(Rank.self)[3] as Any, table(Suit.self).count)
func decode<T: RawRepresentable>(_ raws: [T.RawValue], as t: T.Type) -> [T] { raws.compactMap { T(rawValue: $0) } }
print(decode([2, 9, 4], as: Rank.self), decode(["spades", "x"], as: Suit.self))
func describe<T>(_ t: T) -> String where T: RawRepresentable, T.RawValue: CustomStringConvertible { "\(T.self)=\(t.rawValue.description)" }
print(describe(Suit.hearts), describe(Rank.two))
func menu<T: CaseIterable>(_ t: T.Type) -> String where T: CustomStringConvertible { t.allCases.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "; ") }
extension Suit: CustomStringConvertible { var description: String { "<\(rawValue)>" } }
print(menu(Suit.self))
struct Picker<Option: CaseIterable & Hashable> { var chosen: Set<Option> = []; mutating func toggle(_ o: Option) { if chosen.remove(o) == nil { chosen.insert(o) } }; var all: [(Option, Bool)] { Option.allCases.map { ($0, chosen.contains($0)) } }; var isFull: Bool { chosen.count == Option.allCases.count } }
var p = Picker<Rank>(); p.toggle(.two); p.toggle(.three); p.toggle(.two)
print(p.all.map { "\($0.0)\($0.1)" }, p.isFull)
func step<E: CaseIterable & Equatable>(_ e: E, by n: Int) -> E where E.AllCases: RandomAccessCollection, E.AllCases.Index == Int { let all = E.allCases; let i = all.firstIndex(of: e)!; return all[(i + n) % all.count] }
print(step(Rank.two, by: 5))
