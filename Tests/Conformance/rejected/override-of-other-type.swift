class Animal {
    var legs: Int { 4 }
}
class Bird: Animal {
    override var legs: String { "two" } // rejected: property 'legs' with type 'String' cannot override a property with type 'Int'
}
