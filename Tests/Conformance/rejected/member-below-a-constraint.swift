class Animal { func eat() {} }
class Dog: Animal { func bark() {} }
func feed<A: Animal>(_ animal: A) {
    animal.eat()
    animal.bark() // rejected: value of type 'A' has no member 'bark'
}
feed(Dog())
