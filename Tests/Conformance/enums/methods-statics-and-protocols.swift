enum Suit: String, CaseIterable, CustomStringConvertible {
    case clubs, diamonds, hearts, spades
    var symbol: Character {
        switch self {
        case .clubs: "♣"
        case .diamonds: "♦"
        case .hearts: "♥"
        case .spades: "♠"
        }
    }
    var isRed: Bool { [.diamonds, .hearts].contains(self) }
    var description: String { "\(rawValue)\(symbol)" }
    static var red: [Suit] { allCases.filter(\.isRed) }
    static let trump = Suit.spades
    init?(initial: Character) {
        guard let found = Suit.allCases.first(where: { $0.rawValue.first == initial }) else { return nil }
        self = found
    }
    func next() -> Suit {
        let all = Suit.allCases
        return all[(all.firstIndex(of: self)! + 1) % all.count]
    }
}
print(Suit.allCases, Suit.red, Suit.trump, Suit(initial: "h") as Any, Suit(initial: "z") as Any)
print(Suit.spades.next(), Suit.hearts.symbol)
enum TrafficLight: Int { case red, green, yellow
    mutating func advance() { self = TrafficLight(rawValue: (rawValue + 1) % 3) ?? .red }
    subscript(after steps: Int) -> TrafficLight { TrafficLight(rawValue: (rawValue + steps) % 3)! }
}
var light = TrafficLight.red
for _ in 0..<4 { light.advance(); print(light, terminator: " ") }
print(light[after: 2])
enum Unit: Double { case metre = 1, kilometre = 1000, mile = 1609.344
    static func convert(_ value: Double, from: Unit, to: Unit) -> Double { value * from.rawValue / to.rawValue }
}
print(Unit.convert(5, from: .kilometre, to: .metre), Unit.convert(1, from: .mile, to: .kilometre))
extension Suit: Comparable { static func < (a: Suit, b: Suit) -> Bool { a.rawValue < b.rawValue } }
print(Suit.allCases.sorted(by: >), max(Suit.clubs, .hearts))
enum Namespace { static func helper() -> String { "helped" } }
print(Namespace.helper())
