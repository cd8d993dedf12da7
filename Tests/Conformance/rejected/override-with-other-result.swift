class Animal {
    func legs() -> Int { 4 }
}
class Bird: Animal {
    override func legs() -> String { "two" } // rejected: method does not override any method from its superclass
}
