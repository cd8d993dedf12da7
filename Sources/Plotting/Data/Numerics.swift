import Glibc

/// Small numeric helpers.
enum Numerics {
    static func power(_ base: Double, _ exponent: Double) -> Double { Glibc.pow(base, exponent) }
    static func exp(_ value: Double) -> Double { Glibc.exp(value) }
    static func log(_ value: Double) -> Double { Glibc.log(value) }
    static func angle(_ y: Double, _ x: Double) -> Double { Glibc.atan2(y, x) }
    static func log10(_ value: Double) -> Double { Glibc.log10(value) }
    static func hypot(_ x: Double, _ y: Double) -> Double { Glibc.hypot(x, y) }
    static func sine(_ radians: Double) -> Double { Glibc.sin(radians) }
    static func cosine(_ radians: Double) -> Double { Glibc.cos(radians) }

    /// 10 to a whole power, exact where a Double can be.
    static func tenTo(_ exponent: Int) -> Double {
        guard exponent < 0 else { return power(10, Double(exponent)) }
        return exponent > -300 ? 1 / power(10, Double(-exponent)) : power(10, Double(exponent))
    }

    /// The smallest and the largest finite value, nil if there is none.
    static func extent(_ values: some Sequence<Double>) -> (low: Double, high: Double)? {
        var low = Double.infinity
        var high = -Double.infinity
        for value in values where value.isFinite {
            if value < low { low = value }
            if value > high { high = value }
        }
        return low <= high ? (low, high) : nil
    }

    /// The value as an integer if it lies in the range of exactly held ones.
    static func integer(_ value: Double) -> Int? {
        guard value.isFinite, abs(value) < 9e15, value == value.rounded() else { return nil }
        return Int(value)
    }
}
