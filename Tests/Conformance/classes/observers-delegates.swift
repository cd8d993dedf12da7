protocol Listener: AnyObject { func changed(_ model: Model, from old: Int) }
class Model {
    weak var listener: Listener?
    var value: Int { didSet { if value != oldValue { listener?.changed(self, from: oldValue) } } }
    init(_ value: Int) { self.value = value }
}
class Printer: Listener {
    var seen: [Int] = []
    func changed(_ model: Model, from old: Int) { seen.append(old); print("from", old, "to", model.value) }
    deinit { print("printer gone") }
}
let model = Model(1)
var printer: Printer? = Printer()
model.listener = printer
model.value = 2
model.value = 2
model.value += 5
print(printer!.seen)
printer = nil
model.value = 100
print(model.listener == nil, model.value)
class EventCenter {
    private var handlers: [String: [(Any) -> Void]] = [:]
    func on(_ event: String, _ handler: @escaping (Any) -> Void) { handlers[event, default: []].append(handler) }
    func emit(_ event: String, _ payload: Any) { handlers[event]?.forEach { $0(payload) } }
}
let center = EventCenter()
var total = 0
center.on("add") { total += $0 as? Int ?? 0 }
center.on("add") { print("payload", $0) }
center.emit("add", 5); center.emit("add", "x"); center.emit("none", 1)
print(total)
