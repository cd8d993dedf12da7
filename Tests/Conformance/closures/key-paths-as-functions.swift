struct Person { let name: String; var age: Int; let pets: [String]; var nick: String? }
let people = [Person(name: "Ada", age: 36, pets: ["cat"], nick: nil), Person(name: "Bob", age: 25, pets: [], nick: "B"), Person(name: "Eve", age: 51, pets: ["dog", "fish"], nick: nil)]
print(people.map(\.name), people.map(\.age).reduce(0, +), people.flatMap(\.pets))
print(people.filter(\.pets.isEmpty).map(\.name), people.map(\.name.count), people.compactMap(\.nick))
print(people.map(\.pets.count), people.allSatisfy(\.isAdult), people.first(where: \.hasPets)!.name)
extension Person { var isAdult: Bool { age >= 18 }; var hasPets: Bool { !pets.isEmpty } }
let byAge = people.sorted { $0[keyPath: \.age] < $1[keyPath: \.age] }
print(byAge.map(\.name))
let path = \Person.age
var bob = people[1]
bob[keyPath: path] += 1
print(bob.age, bob[keyPath: \.name])
print([[1, 2], [3]].map(\.count), ["a", "bc"].map(\.count), [1, -2].map(\.magnitude), [3, 4].map(\.description))
func column<T>(_ rows: [Person], _ path: KeyPath<Person, T>) -> [T] { rows.map { $0[keyPath: path] } }
print(column(people, \.age), column(people, \.name))
print([(1, "a"), (2, "b")].map(\.1), [1, 2].map(\.self))
let getter: (Person) -> String = \.name
print(getter(people[0]), people.map(getter))
