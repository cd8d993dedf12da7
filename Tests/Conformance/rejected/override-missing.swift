class Animal { func sound() -> String { "..." } }
class Dog: Animal {
    func sound() -> String { "woof" } // rejected: overriding declaration requires an 'override' keyword
}
