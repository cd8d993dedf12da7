struct Color: Equatable { let r, g, b: UInt8
    init(_ r: UInt8, _ g: UInt8, _ b: UInt8) { (self.r, self.g, self.b) = (r, g, b) }
    init(grey v: UInt8) { self.init(v, v, v) }
    init?(hex: String) { let digits = hex.hasPrefix("#") ? String(hex.dropFirst()) : hex; guard digits.count == 6, let n = Int(digits, radix: 16) else { return nil }; self.init(UInt8(n >> 16), UInt8(n >> 8 & 255), UInt8(n & 255)) }
    init?(name: String) { switch name { case "red": self.init(255, 0, 0); case "grey": self = Color(grey: 128); default: return nil } }
    var hex: String { "#" + [r, g, b].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
    func mixed(_ o: Color, _ t: Double = 0.5) -> Color { func m(_ a: UInt8, _ b: UInt8) -> UInt8 { UInt8((Double(a) * (1 - t) + Double(b) * t).rounded()) }; return Color(m(r, o.r), m(g, o.g), m(b, o.b)) } }
print(Color(hex: "#ff8000") as Any, Color(hex: "zz") as Any, Color(hex: "12345") as Any, Color(name: "red")!.hex, Color(name: "pink")?.hex ?? "no pink", Color(grey: 7).hex)
print(["red", "blue", "grey"].compactMap { Color(name: $0)?.hex }, Color(0, 0, 0).mixed(Color(grey: 255)).hex, Color(name: "red")!.mixed(Color(0, 0, 255), 0.25), Color(hex: Color(1, 2, 3).hex)! == Color(1, 2, 3))
extension Color { init(_ f: (Int) -> UInt8) { self.init(f(0), f(1), f(2)) }; static let black = Color(grey: 0); static func random(_ seed: inout UInt8) -> Color { Color { _ in seed = seed &* 5 &+ 3; return seed } } }
var seed: UInt8 = 1
print(Color { UInt8($0 * 100) }, Color.random(&seed), Color.random(&seed), seed, Color.black == .init(grey: 0))
