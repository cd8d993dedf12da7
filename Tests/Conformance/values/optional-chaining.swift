struct Engine { var power: Int; var name: String? }
struct Car { var engine: Engine?; var owner: Person? }
final class Person {
    let name: String
    var car: Car?
    init(name: String) { self.name = name }
    func greet() -> String { "I am \(name)" }
}
let ada = Person(name: "Ada")
print(ada.car?.engine?.power as Any)
ada.car = Car(engine: Engine(power: 90, name: nil), owner: ada)
print(ada.car?.engine?.power as Any, ada.car?.engine?.name as Any)
ada.car?.engine?.power += 10
ada.car?.engine?.name = "Difference"
print(ada.car?.engine?.power ?? 0, ada.car?.engine?.name?.count ?? 0)
print(ada.car?.owner?.greet() ?? "nobody")
print(ada.car?.owner?.car?.owner?.name ?? "nobody")
ada.car?.engine = nil
print(ada.car?.engine?.name?.uppercased() as Any)
let people: [String: Person] = ["ada": ada]
print(people["ada"]?.name ?? "?", people["bob"]?.name ?? "?")
print(people["ada"]?.car?.engine == nil)
var counts: [String: [Int]] = ["a": [1, 2]]
counts["a"]?.append(3)
counts["b"]?.append(9)
print(counts["a"]?.count as Any, counts["b"]?.count as Any, counts["a"]?[0] as Any)
if (ada.car?.engine?.power = 5) != nil { print("set") } else { print("there was nothing to set") }
let matrix: [[Int]]? = [[1, 2], [3, 4]]
print(matrix?[1][0] as Any, matrix?.first?.last as Any)
ada.car = nil
print(ada.car?.engine?.power as Any)
