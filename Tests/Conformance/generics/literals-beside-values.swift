struct Money: Comparable, ExpressibleByIntegerLiteral {
    var cents: Int
    init(integerLiteral number: Int) { cents = number * 100 }
    static func < (a: Money, b: Money) -> Bool { a.cents < b.cents }
}
let money: Money = 3
print(min(money, 2), max(1, money), (1 as Money)...(5 as Money) ~= 3, money == 3, [money, 4].count, money < 4)
print((1...money).contains(2), min(money, 7).cents)
func pick<T: Comparable>(_ a: T, _ b: T) -> T { a < b ? a : b }
print(pick(money, 9), pick(9, money))
func merge<A: Sequence, B: Sequence>(_ a: A, _ b: B) -> [A.Element] where A.Element == B.Element, A.Element: Comparable {
    (Array(a) + Array(b)).sorted()
}
print(merge([3, 1], Set([2])), merge("ca", ["b"]), merge([2.5], [1, 3]))
protocol Keyed: Identifiable { var name: String { get } }
struct User: Keyed { let id: Int; let name: String }
func byID<T: Keyed>(_ values: [T]) -> [T.ID: String] { Dictionary(uniqueKeysWithValues: values.map { ($0.id, $0.name) }) }
print(byID([User(id: 7, name: "seven")])[7]!)
