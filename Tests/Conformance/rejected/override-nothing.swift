class Animal { func sound() -> String { "..." } }
class Dog: Animal {
    override func fetch() -> String { "ball" } // rejected: method does not override any method from its superclass
}
