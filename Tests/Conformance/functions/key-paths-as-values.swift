struct Address { var city: String; var zip: Int? }
struct Person { var name: String; var age: Int; var address: Address; var tags: [String] = []; let id = 1; var upper: String { name.uppercased() } }
var p = Person(name: "Ann", age: 30, address: Address(city: "Oslo", zip: 5))
let kp = \Person.name; print(p[keyPath: kp]); p[keyPath: kp] = "Bea"; print(p.name)
let cityPath = \Person.address.city; p[keyPath: cityPath] += "!"; print(p.address.city)
print(p[keyPath: \.upper], p[keyPath: \.address.zip] as Any, p[keyPath: \.address.zip!], p[keyPath: \.tags.count])
let people = [p, Person(name: "Cy", age: 20, address: Address(city: "Bern", zip: nil), tags: ["x"])]
print(people.map(\.name), people.map(\.address.city), people.filter { $0[keyPath: \.age] > 25 }.map(\.age), people.compactMap(\.address.zip), people.flatMap(\.tags), people.sorted(by: \.age).map(\.name), people.sum(\.age))
extension Sequence { func sorted<T: Comparable>(by k: KeyPath<Element, T>) -> [Element] { sorted { $0[keyPath: k] < $1[keyPath: k] } }
  func sum<T: AdditiveArithmetic>(_ k: KeyPath<Element, T>) -> T { reduce(.zero) { $0 + $1[keyPath: k] } } }
func update<R, V>(_ r: inout R, _ k: WritableKeyPath<R, V>, _ v: V) { r[keyPath: k] = v }
update(&p, \.age, 99); update(&p, \.address.city, "Rome"); print(p.age, p.address.city)
let paths: [KeyPath<Person, String>] = [\.name, \.address.city, \.upper]; print(paths.map { p[keyPath: $0] })
let comb = (\Person.address).appending(path: \.city); print(p[keyPath: comb])
print([[1, 2], [3]].map(\.count), ["a", "bb"].map(\.count), [1, 2].map(\.description), [(1, "a")].map(\.1), [3: "x"].map(\.key), "abc".map(\.isLetter), [1, 2, 3].map(\.self))
class C { var v = 1; var next: C? }
let c = C(); let r = \C.v; c[keyPath: r] = 5; print(c.v, c[keyPath: \.next?.v] as Any); c.next = C(); print(c[keyPath: \C.next?.v] as Any)
let arrPath = \[Int][1]; print([1, 2][keyPath: arrPath], [[1], [2, 3]].map(\.[0]))
struct Lens<A, B> { let get: (A) -> B, set: (inout A, B) -> Void; init(_ k: WritableKeyPath<A, B>) { get = { $0[keyPath: k] }; set = { $0[keyPath: k] = $1 } } }
let lens = Lens(\Person.age); lens.set(&p, 7); print(lens.get(p))
print(people.first { $0.age == 20 }.map(\.name) as Any, people.min { $0.age < $1.age }?.name ?? "", people.allSatisfy { $0.id == 1 }, people.contains { $0.tags.isEmpty })
let f: (Person) -> Int = \.age; print(f(p), people.map(f)); print(Dictionary(grouping: people, by: \.age.isEven).count)
extension Int { var isEven: Bool { self % 2 == 0 } }
