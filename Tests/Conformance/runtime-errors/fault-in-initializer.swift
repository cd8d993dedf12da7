struct Percentage {
    let value: Int
    init(_ value: Int) {
        precondition((0...100).contains(value), "a percentage lies between 0 and 100") // traps: between 0 and 100
        self.value = value
    }
}
print(Percentage(40).value, Percentage(100))
print([50, 101].map { Percentage($0).value })
