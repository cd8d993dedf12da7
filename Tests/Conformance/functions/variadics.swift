func sum(_ numbers: Int...) -> Int {
    var total = 0
    for n in numbers { total += n }
    return total
}
print(sum(), sum(1), sum(1, 2, 3))
func describe(_ title: String, values: Double..., unit: String = "m") -> String {
    "\(title): " + values.map { "\($0) \(unit)" }.joined(separator: ", ")
}
print(describe("lengths", values: 1, 2.5))
print(describe("weights", values: 3, 4, unit: "kg"))
print(describe("none"))
func mean(_ first: Double, _ rest: Double...) -> Double {
    (first + rest.reduce(0, +)) / Double(rest.count + 1)
}
print(mean(4), mean(1, 2, 3))
func join(_ parts: String..., separator: String) -> String { parts.joined(separator: separator) }
print(join("a", "b", "c", separator: "-"))
func kinds(_ items: Any...) { for item in items { print(type(of: item), terminator: " ") }; print() }
kinds(1, "a", 2.5)
func two(_ a: Int..., and b: String...) -> String { "\(a) \(b)" }
print(two(1, 2, and: "x", "y"))
func countAll(_ lists: [Int]...) -> Int { lists.map(\.count).reduce(0, +) }
print(countAll([1, 2], [], [3]))
