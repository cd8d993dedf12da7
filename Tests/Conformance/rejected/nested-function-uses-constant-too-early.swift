func greet() {
    let name: String
    func greeting() -> String { "hello " + name }
    print(greeting()) // rejected: constant 'name' used before being initialized
    name = "Ada"
}
greet()
