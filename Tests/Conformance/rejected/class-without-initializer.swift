class Person { // rejected: class 'Person' has no initializers
    var name: String
    var age: Int
}
