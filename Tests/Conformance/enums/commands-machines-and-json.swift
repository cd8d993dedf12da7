enum Light: String, CaseIterable {
    case red, green, yellow
    mutating func advance() { self = next }
    var next: Light { switch self { case .red: .green; case .green: .yellow; case .yellow: .red } }
    var seconds: Int { get { [30, 25, 5][Light.allCases.firstIndex(of: self)!] } }
}
var l = Light.red
for _ in 0..<4 { print(l, l.rawValue, l.seconds, terminator: "; "); l.advance() }
print(Light(rawValue: "blue") as Any, Light.allCases.map(\.rawValue), Light.allCases.count, Light.green == .green, Light.red.hashValue == Light.red.hashValue)
enum Planet: Int, CaseIterable { case mercury = 1, venus, earth = 10, mars; static var inner: [Planet] { allCases.filter { $0.rawValue < 10 } } }
print(Planet.venus.rawValue, Planet.mars.rawValue, Planet(rawValue: 10)!, Planet.inner, Planet(rawValue: 3)?.rawValue ?? 0)
enum Level: Int, Comparable { case low = 1, mid, high; static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue } }
print(Level.low < .high, [Level.high, .low, .mid].sorted(), max(Level.mid, .low), (Level.low...Level.mid).contains(.high))
enum Cmd: CustomStringConvertible, Equatable {
    case move(dx: Int, dy: Int), say(String), repeated(times: Int, [Cmd]), stop
    init?(_ line: String) {
        let parts = line.split(separator: " ")
        switch (parts.first.map(String.init), parts.count) {
        case ("move", 3):
            guard let x = Int(parts[1]), let y = Int(parts[2]) else { return nil }
            self = .move(dx: x, dy: y)
        case ("say", 2...): self = .say(parts.dropFirst().joined(separator: " "))
        case ("stop", 1): self = .stop
        default: return nil
        }
    }
    var description: String {
        switch self {
        case let .move(dx, dy): return "move by (\(dx), \(dy))"
        case .say(let s): return "say \"\(s)\""
        case .repeated(let n, let c): return "\(n) × \(c)"
        case .stop: return "stop"
        }
    }
    var cost: Int {
        if case let .move(x, y) = self { return abs(x) + abs(y) }
        if case .repeated(let n, let cs) = self { return n * cs.reduce(0) { $0 + $1.cost } }
        return 1
    }
}
let cmds = ["move 1 -2", "say hello big world", "stop", "fly", "move x 1"].map(Cmd.init)
print(cmds.compactMap { $0 }, cmds.filter { $0 == nil }.count)
print(Cmd.repeated(times: 3, cmds.compactMap { $0 }), Cmd.repeated(times: 3, [.stop, .move(dx: 2, dy: 2)]).cost, Cmd.say("a") == .say("a"))
struct Machine {
    enum State: Equatable { case idle, running(speed: Int), broken(reason: String) }
    enum Event { case start, faster, hit, fix }
    private(set) var state = State.idle { didSet { if state != oldValue { transitions.append((oldValue, state)) } } }
    private(set) var transitions: [(from: State, to: State)] = []
    mutating func handle(_ e: Event) {
        state = switch (state, e) {
        case (.idle, .start): .running(speed: 1)
        case (.running(let s), .faster) where s < 3: .running(speed: s + 1)
        case (.running(let s), .faster): .broken(reason: "too fast: \(s)")
        case (.running, .hit): .broken(reason: "hit")
        case (.broken, .fix): .idle
        default: state
        }
    }
}
var m = Machine()
for e in [Machine.Event.start, .faster, .start, .faster, .faster, .hit, .fix] { m.handle(e) }
for t in m.transitions { print(t.from, "->", t.to) }
print(m.state, m.transitions.count, m.transitions.last!)
enum Json { case null, bool(Bool), number(Double), string(String), array([Json]), object([(String, Json)])
    var text: String {
        switch self {
        case .null: "null"
        case .bool(let b): b ? "true" : "false"
        case .number(let n): n == n.rounded() ? String(Int(n)) : String(n)
        case .string(let s): "\"\(s)\""
        case .array(let xs): "[" + xs.map(\.text).joined(separator: ",") + "]"
        case .object(let o): "{" + o.map { "\"\($0)\":\($1.text)" }.joined(separator: ",") + "}"
        }
    }
    subscript(key: String) -> Json? { if case .object(let o) = self { o.first { $0.0 == key }?.1 } else { nil } }
    subscript(i: Int) -> Json? { guard case .array(let a) = self, a.indices ~= i else { return nil }; return a[i] }
}
extension Json: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    init(stringLiteral s: String) { self = .string(s) }
    init(integerLiteral n: Int) { self = .number(Double(n)) }
    init(floatLiteral n: Double) { self = .number(n) }
    init(booleanLiteral b: Bool) { self = .bool(b) }
    init(nilLiteral: ()) { self = .null }
    init(arrayLiteral xs: Json...) { self = .array(xs) }
    init(dictionaryLiteral xs: (String, Json)...) { self = .object(xs) }
}
let j: Json = ["name": "x", "tags": ["a", 1, 2.5, true, nil], "inner": ["k": []]]
print(j.text, j["tags"]?[1]?.text ?? "?", j["tags"]?[9] == nil ? "none" : "some", j["nope"]?.text ?? "-")
print(j["tags"]![0]!)
