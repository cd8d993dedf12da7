protocol Zeroed { static var zero: Self { get }; init(_ n: Int); static func + (a: Self, b: Self) -> Self }
struct Metres: Zeroed, CustomStringConvertible { var v: Double; init(_ n: Int) { v = Double(n) }; static let zero = Metres(0); static func + (a: Metres, b: Metres) -> Metres { var r = a; r.v += b.v; return r }; var description: String { "\(v)m" } }
extension Int: Zeroed {}
func total<T: Zeroed>(_ items: [T]) -> T { items.reduce(T.zero, +) }
func range<T: Zeroed>(_ n: Int) -> [T] { (1...n).map { T($0) } }
let metres: [Metres] = range(4)
print(total(metres), total([1, 2, 3]), range(3) as [Int])
protocol Monoid { static var identity: Self { get }; func combined(_ o: Self) -> Self }
extension String: Monoid { static var identity: String { "" }; func combined(_ o: String) -> String { self + o } }
extension Array: Monoid { static var identity: [Element] { [] }; func combined(_ o: [Element]) -> [Element] { self + o } }
func fold<M: Monoid>(_ items: [M]) -> M { items.reduce(.identity) { $0.combined($1) } }
print(fold(["a", "b", "c"]), fold([[1], [2, 3]]), fold([String]()).isEmpty)
protocol Parser { static var prefix: String { get }; init?(_ text: String) }
struct Command: Parser { static let prefix = "!"; let name: String; init?(_ t: String) { guard t.hasPrefix(Self.prefix) else { return nil }; name = String(t.dropFirst()) } }
struct Tag: Parser { static let prefix = "#"; let name: String; init?(_ t: String) { guard t.hasPrefix(Tag.prefix) else { return nil }; name = t } }
func parse<P: Parser>(_ texts: [String], as type: P.Type) -> [P] { texts.compactMap { P($0) } }
print(parse(["!go", "#x", "!stop"], as: Command.self).map(\.name), parse(["!go", "#x"], as: Tag.self))
let types: [any Parser.Type] = [Command.self, Tag.self]
print(types.map { $0.prefix }, types.map { $0.init("#y") != nil })
