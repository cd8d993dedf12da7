protocol Toggleable { var isOn: Bool { get set }; mutating func toggle(); init(isOn: Bool) }
extension Toggleable { mutating func toggle() { isOn = !isOn }; func toggled() -> Self { var c = self; c.toggle(); return c } }
struct Lamp: Toggleable { var isOn: Bool }
final class Radio: Toggleable { var isOn: Bool; var station = "a"; init(isOn: Bool) { self.isOn = isOn } }
enum Door: Toggleable { case open, shut; var isOn: Bool { get { self == .open } set { self = newValue ? .open : .shut } }; init(isOn: Bool) { self = isOn ? .open : .shut } }
var lamp = Lamp(isOn: false), radio = Radio(isOn: true), door = Door.shut
lamp.toggle(); radio.toggle(); door.toggle()
print(lamp, radio.isOn, door, lamp.toggled(), lamp)
let other = radio.toggled()
print(other === radio, radio.isOn)
func flipAll<T: Toggleable>(_ items: inout [T]) { for i in items.indices { items[i].toggle() } }
var lamps = [Lamp(isOn: true), Lamp(isOn: false)]
flipAll(&lamps)
print(lamps.map(\.isOn))
var mixed: [any Toggleable] = [lamp, radio, door]
for i in mixed.indices { mixed[i].toggle() }
print(mixed.map { $0.isOn }, radio.isOn, lamp.isOn)
func fresh<T: Toggleable>(_ t: T.Type = T.self) -> T { T(isOn: true) }
let d: Door = fresh()
print(d, fresh(Lamp.self))
