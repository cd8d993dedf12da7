func greeting() -> String {
    let name: Int = "Ann"
    return "hello \(name)"
}
struct Person {
    func age() -> Int { "old" }
    let size: Int = "tall"  // rejected: cannot convert value of type 'String' to specified type 'Int'
}
print(greeting())
