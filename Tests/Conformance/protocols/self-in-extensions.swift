protocol Animal {
    static var kind: String { get }
    var legs: Int { get }
}
extension Animal {
    func who() -> String { "\(Self.kind) \(Self.self) with \(legs) legs" }
    var typeName: String { "\(Self.self)" }
    static func announce() -> String { "static of \(Self.self)" }
    func viaStatic(_ mark: String) -> String { Self.announce() + mark }
    func with<T>(_ value: T) -> String { "\(Self.self) with \(T.self)" }
}
struct Dog: Animal {
    static var kind: String { "canine" }
    var legs: Int { 4 }
}
struct Bird: Animal {
    static var kind: String { "avian" }
    var legs: Int { 2 }
}
let animals: [any Animal] = [Dog(), Bird()]
for animal in animals {
    print(animal.who())
    print(animal.typeName, animal.viaStatic("!"), animal.with(1), animal.with("text"))
    print(type(of: animal).kind)
}
print(type(of: animals))
