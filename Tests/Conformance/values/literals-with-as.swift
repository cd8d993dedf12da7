print(3 as Double, 3 as Float, 300 as Int16, -3 as Int8, 5 as Any)
print([1, 2] as [Double], ([1, 2, 2] as Set<Int>).count, ["a": 1] as [String: Double], [:] as [String: Int], [] as [Int])
print("a" as Character, ("ab" as Substring).uppercased(), "é" as Unicode.Scalar)
print(nil as Int? as Any, "x" as String? as Any, 1 as Int? as Any, [nil, 1] as [Int?])
print((1, 2) as (Double, Int), [[1], []] as [[Double]], [1, "a", 2.5] as [Any])
print(({ $0 + 1 } as (Int) -> Int)(2), (7 as Double) / 2, 7 as Double / 2)
struct Meters: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
    var value: Double
    init(integerLiteral number: Int) { value = Double(number) }
    init(floatLiteral number: Double) { value = number }
}
print(3 as Meters, 2.5 as Meters)
print(type(of: "a" as Character), type(of: 3 as Any), type(of: [1] as Set<UInt8>))
