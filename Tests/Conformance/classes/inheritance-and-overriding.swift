class Animal {
    let name: String
    var legs: Int { 4 }
    init(name: String) { self.name = name }
    func sound() -> String { "..." }
    func introduce() -> String { "\(name) says \(sound()) on \(legs) legs" }
}
class Dog: Animal {
    override func sound() -> String { "woof" }
    func fetch() -> String { "\(name) fetches" }
}
class Puppy: Dog {
    override func sound() -> String { super.sound() + " (softly)" }
    override func introduce() -> String { super.introduce() + "!" }
}
class Bird: Animal {
    override var legs: Int { 2 }
    var canFly = true
    init() { super.init(name: "bird") }
    init(name: String, canFly: Bool) { self.canFly = canFly; super.init(name: name) }
    override func sound() -> String { canFly ? "tweet" : "squawk" }
}
let zoo: [Animal] = [Animal(name: "thing"), Dog(name: "Rex"), Puppy(name: "Bit"), Bird(), Bird(name: "pingu", canFly: false)]
for animal in zoo { print(animal.introduce()) }
print(zoo.compactMap { $0 as? Dog }.map { $0.fetch() })
print(zoo.map { type(of: $0) })
for animal in zoo {
    switch animal {
    case let bird as Bird where !bird.canFly: print("a grounded bird")
    case is Puppy: print("a puppy")
    case let dog as Dog: print("a dog called", dog.name)
    default: print("some", animal.name)
    }
}
func loudest(_ a: Animal, _ b: Animal) -> Animal { a.sound().count > b.sound().count ? a : b }
print(loudest(zoo[1], zoo[2]).name, zoo[2] is Dog, zoo[1] is Puppy)
final class Cat: Animal { override func sound() -> String { "meow" } }
print(Cat(name: "Tom").introduce())
