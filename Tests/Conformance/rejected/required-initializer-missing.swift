class Animal {
    required init(name: String) {}
}
class Dog: Animal {
    init() {
        super.init(name: "dog")
    }
} // rejected: 'required' initializer 'init(name:)' must be provided by subclass of 'Animal'
