protocol Event { var time: Int { get }; func apply(to total: inout Int) -> String }
struct Deposit: Event { let time: Int, amount: Int; func apply(to total: inout Int) -> String { total += amount; return "+\(amount)" } }
struct Withdrawal: Event { let time: Int, amount: Int; func apply(to total: inout Int) -> String { total -= amount; return "-\(amount)" } }
final class Note: Event { let time: Int; var text: String; init(_ t: Int, _ s: String) { time = t; text = s }; func apply(to total: inout Int) -> String { text } }
enum Marker: Event { case start, end(Int); var time: Int { if case .end(let t) = self { t } else { 0 } }; func apply(to total: inout Int) -> String { "\(self)" } }
let note = Note(5, "hello")
var events: [any Event] = [Withdrawal(time: 9, amount: 3), Deposit(time: 2, amount: 10), note, Marker.end(20), Marker.start]
events.sort { $0.time < $1.time }
note.text = "changed"
var total = 0
for e in events { print(e.time, e.apply(to: &total), total) }
let byKind = Dictionary(grouping: events) { "\(type(of: $0))" }
print(byKind.keys.sorted(), byKind["Marker"]!.count)
let named: [String: any Event] = ["d": Deposit(time: 1, amount: 1), "n": note]
print(named["d"]?.time as Any, named["zz"]?.time as Any, (named["n"] as? Note)?.text as Any)
let optional: (any Event)? = events.first { $0 is Deposit }
if let d = optional as? Deposit { print(d.amount) }
var slot: any Event = Deposit(time: 0, amount: 5)
slot = note
print(slot.time, slot is Note)
struct Log { var entries: [any Event] = []; mutating func add(_ e: any Event) { entries.append(e) }; var last: (any Event)? { entries.last } }
var log = Log()
log.add(note); log.add(Deposit(time: 3, amount: 4))
print(log.last!.time, log.entries.map(\.time))
let pair: (any Event, Int) = (note, 2)
print(pair.0.time + pair.1)
let make: [(Int) -> any Event] = [{ Deposit(time: $0, amount: 1) }, { Note($0, "n") }]
print(make.map { $0(7).time })
