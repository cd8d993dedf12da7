// Event system: generics with existential handlers, type erasure, weak sets, ordering, errors.
protocol Event { static var topic: String { get } }
struct Click: Event { static let topic = "click"; let x, y: Int }
struct Key: Event { static let topic = "key"; let code: Character }
final class Bus {
    typealias Token = Int
    private var handlers: [String: [(token: Token, call: (any Event) throws -> Void)]] = [:]
    private var next = 0
    @discardableResult
    func on<E: Event>(_ type: E.Type = E.self, _ handler: @escaping (E) throws -> Void) -> Token {
        defer { next += 1 }
        handlers[E.topic, default: []].append((next, { event in
            guard let e = event as? E else { return }
            try handler(e)
        }))
        return next
    }
    func off(_ token: Token) { for k in handlers.keys { handlers[k]?.removeAll { $0.token == token } } }
    func send(_ event: some Event) -> [any Error] {
        var errors: [any Error] = []
        for (_, call) in handlers[type(of: event).topic] ?? [] {
            do { try call(event) } catch { errors.append(error) }
        }
        return errors
    }
}
struct Oops: Error, CustomStringConvertible { let why: String; var description: String { "Oops(\(why))" } }
let bus = Bus()
var log: [String] = []
let first = bus.on { (c: Click) in log.append("1:\(c.x),\(c.y)") }
bus.on(Click.self) { if $0.x < 0 { throw Oops(why: "negative") } else { log.append("2") } }
bus.on(Key.self) { log.append("key \($0.code)") }
print(bus.send(Click(x: 1, y: 2)).count, bus.send(Click(x: -1, y: 0)).map { "\($0)" }, bus.send(Key(code: "q")).isEmpty)
bus.off(first)
_ = bus.send(Click(x: 5, y: 5))
print(log)
