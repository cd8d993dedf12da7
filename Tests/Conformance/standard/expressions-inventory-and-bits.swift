import Foundation
struct Complex: Hashable, CustomStringConvertible {
    var re: Double, im: Double
    var description: String { String(format: "%.1f%+.1fi", re, im) }
    static func + (a: Complex, b: Complex) -> Complex { Complex(re: a.re + b.re, im: a.im + b.im) }
    static func * (a: Complex, b: Complex) -> Complex { Complex(re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re) }
}
let zs = [Complex(re: 1, im: 2), Complex(re: 0, im: -1)]
print(zs.reduce(Complex(re: 0, im: 0), +), zs, Set(zs + zs).count, zs.map(\.re).max()!)
struct Inventory {
    private(set) var stock: [String: (count: Int, price: Double)] = [:]
    mutating func add(_ name: String, _ n: Int, at price: Double) {
        if let old = stock[name] { stock[name] = (old.count + n, price) } else { stock[name] = (n, price) }
    }
    var value: Double { stock.values.map { Double($0.count) * $0.price }.reduce(0, +) }
    func report() -> [String] { stock.sorted { $0.key < $1.key }.map { "\($0.key.padding(toLength: 6, withPad: ".", startingAt: 0))\($0.value.count)" } }
}
var inv = Inventory()
inv.add("nut", 5, at: 0.5); inv.add("bolt", 2, at: 1.25); inv.add("nut", 1, at: 0.6)
print(inv.report(), String(format: "%.2f", inv.value))
enum Token: Equatable { case number(Double), op(Character), open, close }
func tokenize(_ s: String) -> [Token] {
    var out: [Token] = [], i = s.startIndex
    while i < s.endIndex {
        let c = s[i]
        if c.isNumber {
            var j = i
            while j < s.endIndex, s[j].isNumber || s[j] == "." { j = s.index(after: j) }
            out.append(.number(Double(s[i..<j])!)); i = j; continue
        }
        switch c { case "(": out.append(.open); case ")": out.append(.close); case " ": break; default: out.append(.op(c)) }
        i = s.index(after: i)
    }
    return out
}
struct Parser {
    var tokens: ArraySlice<Token>
    mutating func expression() -> Double {
        var v = term()
        while let t = tokens.first, t == .op("+") || t == .op("-") { tokens.removeFirst(); let r = term(); v = t == .op("+") ? v + r : v - r }
        return v
    }
    mutating func term() -> Double {
        var v = factor()
        while let t = tokens.first, t == .op("*") || t == .op("/") { tokens.removeFirst(); let r = factor(); v = t == .op("*") ? v * r : v / r }
        return v
    }
    mutating func factor() -> Double {
        switch tokens.popFirst() {
        case .number(let n)?: return n
        case .open?: let v = expression(); _ = tokens.popFirst(); return v
        case .op("-")?: return -factor()
        default: return .nan
        }
    }
}
for e in ["1 + 2 * 3", "(1 + 2) * 3", "-4 / (2 - 1.5)", "2 * (3 + 4) * 5"] { var p = Parser(tokens: tokenize(e)[...]); print(e, "=", p.expression()) }
let board = [["x", "o", "x"], ["o", "x", "o"], ["o", "x", "x"]]
let lines = board + (0..<3).map { c in board.map { $0[c] } } + [[0, 1, 2].map { board[$0][$0] }, [0, 1, 2].map { board[$0][2 - $0] }]
print(lines.contains { Set($0).count == 1 }, lines.filter { Set($0).count == 1 }, board.map { $0.joined() }.joined(separator: "/"))
var bits = UInt32(0b1011)
bits |= 1 << 6; bits &= ~1; bits ^= 0xF0
print(bits, String(bits, radix: 2), bits.nonzeroBitCount, UInt8(truncatingIfNeeded: bits), Int32(bitPattern: bits), bits >> 2)
var bytes: [UInt8] = Array("hi!".utf8)
bytes.append(10); bytes[0] -= 32
print(bytes, String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines), bytes.reduce(0) { $0 + Int($1) }, bytes.map { String($0, radix: 16) })
let hist = [3, 1, 2].map { String(repeating: "*", count: $0) }
print(hist, hist.map(\.count), zip(["a", "b", "c"], hist).map { $0 + $1 })
let dates = ["2024-01-15", "2023-12-31"].map { $0.split(separator: "-").compactMap { Int($0) } }
print(dates.sorted { $0.lexicographicallyPrecedes($1) }, dates.map { $0[0] * 10000 + $0[1] * 100 + $0[2] })
let deg = 30.0
print(String(format: "%.3f %.3f", sin(deg * .pi / 180), cos(deg * .pi / 180)), (0..<4).map { pow(2.0, Double($0)) }, sqrt(2).rounded(), Int(sqrt(17.0)), floor(-1.5), ceil(1.2))
