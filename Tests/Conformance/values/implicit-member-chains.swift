// A chain that starts with a dot: its first name is of the type that is wanted of the whole.
struct Tint: Equatable {
    var level = 0
    static let plain = Tint(level: 1)
    static func of(_ level: Int) -> Tint { Tint(level: level) }
    var darker: Tint { Tint(level: level + 1) }
    var maybe: Tint? { level > 0 ? self : nil }
    func times(_ k: Int) -> Tint { Tint(level: level * k) }
    subscript(add: Int) -> Tint { Tint(level: level + add) }
}
func show(_ tint: Tint, _ note: String = "") -> String { "\(tint.level)\(note)" }
func show(_ text: String) -> String { text }
let a: Tint = .plain.darker.times(5)
let b: Tint? = .plain.darker
let c: Tint = .of(3).times(2)[4]
let d: Tint = .plain.maybe!
print(a.level, b?.level ?? 0, c.level, d.level)
print(show(.plain.darker), show(.of(2).times(2), "!"), a == .plain.darker.times(5))
var all: [Tint] = [.plain, .plain.darker]
all.append(.of(7).darker)
print(all.map(\.level), all.contains(.of(7).darker))
func make(_ dark: Bool) -> Tint { dark ? .plain.darker : .plain }
print(make(true).level, make(false).level)
