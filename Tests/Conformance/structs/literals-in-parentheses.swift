// A literal in parentheses behind a type's name is that literal as the type, whatever initialisers the type has.
struct Text: ExpressibleByStringLiteral {
    let text: String
    init(stringLiteral text: String) { self.text = "literal " + text }
    init?(_ text: String) { self.text = "given " + text }
}
print(Text("a").text, Text.init("b")!.text)
let part = "c"
print(Text(part)!.text, Text("\(part)")!.text)
struct Number: ExpressibleByIntegerLiteral {
    let value: Int
    init(integerLiteral value: Int) { self.value = value * 10 }
    init(_ value: Int) { self.value = value }
}
print(Number(3).value, Number(-3).value, Number.init(3).value, Number(1 + 2).value)
struct Flag: ExpressibleByBooleanLiteral {
    let isOn: Bool
    init(booleanLiteral value: Bool) { isOn = !value }
    init(_ value: Bool) { isOn = value }
}
print(Flag(true).isOn, Flag(!false).isOn)
struct Real: ExpressibleByFloatLiteral {
    let value: Double
    init(floatLiteral value: Double) { self.value = -value }
    init(_ value: Double) { self.value = value }
}
print(Real(2.5).value, Real(2).value)
print(["x", "y"].map(Text.init(stringLiteral:)).map(\.text), ["z"].compactMap(Text.init(_:)).map(\.text))
