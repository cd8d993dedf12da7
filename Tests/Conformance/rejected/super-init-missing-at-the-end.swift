class Animal {
    init(name: String) {}
}
class Dog: Animal {
    var age: Int
    init(age: Int) {
        self.age = age
    } // rejected: 'super.init' isn't called on all paths before returning from initializer
}
