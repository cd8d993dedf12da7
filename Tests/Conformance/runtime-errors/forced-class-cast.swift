class Animal { func name() -> String { "animal" } }
class Dog: Animal { override func name() -> String { "dog" } }
class Cat: Animal {}
let pets: [Animal] = [Dog(), Cat()]
for pet in pets {
    let dog = pet as! Dog // traps: cast
    print(dog.name())
}
