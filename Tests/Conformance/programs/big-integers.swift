struct BigInt: CustomStringConvertible, Comparable {
    private var digits: [Int]
    private static let base = 10_000
    init(_ n: Int) { digits = []; var n = n; repeat { digits.append(n % BigInt.base); n /= BigInt.base } while n > 0 }
    private init(digits: [Int]) { self.digits = digits; while self.digits.count > 1, self.digits.last == 0 { self.digits.removeLast() } }
    static func + (a: BigInt, b: BigInt) -> BigInt {
        var out: [Int] = [], carry = 0
        for i in 0..<max(a.digits.count, b.digits.count) {
            let s = (i < a.digits.count ? a.digits[i] : 0) + (i < b.digits.count ? b.digits[i] : 0) + carry
            out.append(s % base)
            carry = s / base
        }
        if carry > 0 { out.append(carry) }
        return BigInt(digits: out)
    }
    static func * (a: BigInt, b: BigInt) -> BigInt {
        var out = [Int](repeating: 0, count: a.digits.count + b.digits.count)
        for (i, x) in a.digits.enumerated() {
            var carry = 0
            for (j, y) in b.digits.enumerated() {
                let v = out[i + j] + x * y + carry
                out[i + j] = v % base
                carry = v / base
            }
            out[i + b.digits.count] += carry
        }
        return BigInt(digits: out)
    }
    static func < (a: BigInt, b: BigInt) -> Bool { a.digits.count != b.digits.count ? a.digits.count < b.digits.count : a.digits.reversed().lexicographicallyPrecedes(b.digits.reversed()) }
    var description: String {
        let last = String(digits.last!)
        return digits.dropLast().reversed().reduce(last) { text, d in text + String(repeating: "0", count: 4 - String(d).count) + String(d) }
    }
}
func factorial(_ n: Int) -> BigInt { (1...n).reduce(BigInt(1)) { $0 * BigInt($1) } }
print(factorial(30))
var (a, b) = (BigInt(0), BigInt(1))
for _ in 0..<150 { (a, b) = (b, a + b) }
print(a, a < b, a == b, BigInt(10_000) * BigInt(10_000), max(BigInt(5), BigInt(12345678)))
