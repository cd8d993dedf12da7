struct Person {
    let name: String
    let age: Int
    init(name: String) {
        self.name = name
    } // rejected: return from initializer without initializing all stored properties
}
