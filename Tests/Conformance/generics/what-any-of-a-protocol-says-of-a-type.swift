protocol Store<Item> {
    associatedtype Item: Equatable
    var all: [Item] { get }
}

extension Store {
    func has(_ item: Item) -> Bool { all.contains(item) }
}

struct Memory<Value: Equatable>: Store {
    var all: [Value]
}

let stores: [any Store<String>] = [Memory(all: ["a", "bb"]), Memory(all: [])]
print(stores.map { $0.all.count }, stores.map { $0.has("a") })
let one: any Store<Double> = Memory(all: [1, 2])
print(one.all)

func countdown(from start: Int) -> some IteratorProtocol<Int> {
    var next = start
    return AnyIterator {
        guard next > 0 else { return nil }
        defer { next -= 1 }
        return next
    }
}

var numbers = countdown(from: 3)
while let number = numbers.next() { print(number) }

struct Vector<Scalar: FloatingPoint>: Equatable {
    var x, y: Scalar
    static func + (a: Self, b: Self) -> Self { .init(x: a.x + b.x, y: a.y + b.y) }
    static func * (k: Scalar, v: Self) -> Self { Self(x: k * v.x, y: k * v.y) }
}

let v = Vector(x: 1.5, y: 2)
print(2 * v + Vector(x: 1, y: 1) == Vector(x: 4, y: 5), v == Vector(x: 1, y: 2), Vector(x: 4, y: 1) + v)

struct Lens<Whole, Part> {
    let get: (Whole) -> Part
    func then<Inner>(_ other: Lens<Part, Inner>) -> Lens<Whole, Inner> { Lens<Whole, Inner> { other.get(self.get($0)) } }
}

func lens<Whole, Part>(_ path: KeyPath<Whole, Part>) -> Lens<Whole, Part> { Lens { $0[keyPath: path] } }

struct Street { var name: String }
struct House { var street: Street }
print(lens(\House.street).then(lens(\.name)).get(House(street: Street(name: "Elm"))))
