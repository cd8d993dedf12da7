// What an initialiser may use before everything has a value, and after.
class Base {
    let id: Int
    var log: [String] = []
    init(id: Int) { self.id = id }
}
class Team: Base {
    let names: [String]
    let sizes: [Int]
    init(names: [String]) {
        self.names = names.map { $0 + "!" }
        sizes = names.map { $0.count }
        super.init(id: self.names.count + sizes.reduce(0, +))
        log = self.names.map { "\(self.id): \($0)" }
        let first = { self.log.first ?? "-" }
        func last() -> String { log.last ?? "-" }
        log.append(first() + last())
    }
    convenience init() { self.init(names: ["Ada", "Eve"]) }
}
let team = Team()
print(team.id, team.names, team.sizes, team.log)
struct Total {
    let items: [Int]
    let sum: Int
    var mean = 0.0
    init(_ items: [Int]) {
        self.items = items
        sum = self.items.reduce(0) { $0 + $1 } + items.map { $0 * 2 }.count
        func half() -> Double { Double(sum) / 2 }
        mean = half() / Double(max(1, items.count))
        assert(mean >= 0 && sum >= 0)
    }
}
print(Total([1, 2, 3]), Total([]).mean)
func late() -> Int {
    let x: Int
    func twice() -> Int { x * 2 }
    x = 21
    return twice()
}
print(late())
