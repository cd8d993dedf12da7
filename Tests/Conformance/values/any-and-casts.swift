let things: [Any] = [1, "two", 3.0, true, [4, 5], ("a", 6), Optional<Int>.none as Any]
for thing in things {
    switch thing {
    case let number as Int: print("Int", number)
    case let text as String: print("String", text)
    case let number as Double: print("Double", number)
    case is Bool: print("a Bool")
    case let list as [Int]: print("list", list.count)
    case let pair as (String, Int): print("pair", pair.0)
    default: print("something else")
    }
}
print(things.count, things[0], things[1])
let x: Any = 5
print(x is Int, x is String, x as? Int ?? 0, x as? Double as Any, (x as! Int) + 1)
let strings = things.compactMap { $0 as? String }
print(strings)
class Animal { var name: String { "animal" } }
class Dog: Animal { override var name: String { "dog" }; func bark() -> String { "woof" } }
let pets: [Animal] = [Dog(), Animal()]
for pet in pets {
    if let dog = pet as? Dog { print(dog.bark()) } else { print("quiet", pet.name) }
}
print(pets[0] is Dog, pets[1] is Dog, pets.filter { $0 is Dog }.count)
let upcast = Dog() as Animal
print(upcast.name)
let d = 3 as Double
print(d, type(of: x), type(of: upcast))
