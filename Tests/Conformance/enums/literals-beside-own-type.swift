// Numbers and texts become what their neighbour is, where that can be written as both.
enum Term: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, CustomStringConvertible {
    case number(Int), name(String)
    init(integerLiteral value: Int) { self = .number(value) }
    init(stringLiteral value: String) { self = .name(value) }
    var description: String {
        switch self {
        case .number(let n): "#\(n)"
        case .name(let s): "'\(s)'"
        }
    }
}
let first = Term.name("a")
let all = [first, "b", 3]
print(all, [4, first], ["c", first, 5].count)
