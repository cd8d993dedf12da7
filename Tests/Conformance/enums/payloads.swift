enum Barcode: Equatable { case upc(Int, Int, Int), qr(String), none }
var code = Barcode.upc(8, 85909, 5)
print(code)
code = .qr("ABC")
print(code, code == .qr("ABC"), code == .none, Barcode.upc(1, 2, 3) == .upc(1, 2, 3))
enum Expression {
    case number(Double)
    indirect case add(Expression, Expression)
    indirect case multiply(Expression, Expression)
    indirect case negate(Expression)
    var value: Double {
        switch self {
        case .number(let n): return n
        case let .add(a, b): return a.value + b.value
        case let .multiply(a, b): return a.value * b.value
        case .negate(let e): return -e.value
        }
    }
    var text: String {
        switch self {
        case .number(let n): return "\(n)"
        case let .add(a, b): return "(\(a.text) + \(b.text))"
        case let .multiply(a, b): return "\(a.text) * \(b.text)"
        case .negate(let e): return "-\(e.text)"
        }
    }
}
let e = Expression.add(.number(2), .multiply(.number(3), .negate(.number(4))))
print(e.text, "=", e.value)
print(Expression.number(1), Expression.negate(.number(2)))
enum Message { case text(String, from: String = "me"), image(width: Int, height: Int), empty }
for m in [Message.text("hi"), .text("yo", from: "you"), .image(width: 3, height: 4), .empty] {
    switch m {
    case .text(let body, from: let who): print(who, "says", body)
    case .image(let w, let h) where w > h: print("wide")
    case .image(width: _, height: let h): print("tall", h)
    case .empty: print("-")
    }
}
let makers = ["a", "b"].map { Message.text($0, from: "map") }
print(makers)
let qrs = ["x", "y"].map(Barcode.qr)
print(qrs)
if case .upc(let a, _, let c) = Barcode.upc(1, 2, 3) { print(a, c) }
