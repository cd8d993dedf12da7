// Literals and members that say no type, joined by the operators of the type that is wanted.
enum Term: CustomStringConvertible, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
    case number(Int), name(String)
    indirect case sum(Term, Term), product(Term, Term), power(Term, Int)
    init(integerLiteral value: Int) { self = .number(value) }
    init(stringLiteral value: String) { self = .name(value) }
    static let one: Term = 1
    static func + (a: Term, b: Term) -> Term { .sum(a, b) }
    static func * (a: Term, b: Term) -> Term { .product(a, b) }
    static prefix func - (a: Term) -> Term { .product(-1, a) }
    var description: String {
        switch self {
        case .number(let n): "\(n)"
        case .name(let n): n
        case .sum(let a, let b): "(\(a) + \(b))"
        case .product(let a, let b): "\(a)·\(b)"
        case .power(let a, let n): "\(a)^\(n)"
        }
    }
}
let polynomial: Term = 3 * .power("x", 2) + 2 * "x" + 1
print(polynomial)
let sum: Term = .one + .one
let mixed: Term = 2 * .one + "y"
print(sum, mixed)
func show(_ terms: Term...) { print(terms.map { "\($0)" }.joined(separator: "; ")) }
show(1, "x" + 1, .one * 4, .power("x", 3) + .one, (2 + .one) * "z")
struct Law { var left: Term, right: Term = 0 * .one }
print(Law(left: .one + 2), [polynomial, .one * .one] as [Term])
var maybe: Term? = 2 * .one
maybe = maybe.map { $0 + .one }
print(maybe ?? .one)
