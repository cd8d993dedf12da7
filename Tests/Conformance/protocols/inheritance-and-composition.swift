protocol Entity { var id: Int { get } }
protocol Movable: Entity { var position: Double { get set }; var speed: Double { get } }
protocol Drawable { func draw() -> String }
extension Movable { mutating func step(_ t: Double = 1) { position += speed * t } }
extension Drawable { func drawTwice() -> String { draw() + draw() } }
struct Player: Movable, Drawable { let id: Int; var position = 0.0; let speed = 1.5; func draw() -> String { "P\(id)" } }
struct Enemy: Movable, Drawable { let id: Int; var position: Double; var speed: Double; func draw() -> String { "E" } }
struct Wall: Drawable, Entity { let id = 99; func draw() -> String { "#" } }
var p = Player(id: 1)
p.step(); p.step(2)
print(p.position, p.drawTwice())
let things: [any Drawable] = [p, Enemy(id: 2, position: 5, speed: -1), Wall()]
print(things.map { $0.draw() }.joined())
for t in things {
    if var m = t as? any Movable { m.step(); print(m.id, m.position) }
    if let e = t as? any Entity { print("entity", e.id) }
}
typealias Actor2 = Movable & Drawable
func act(_ a: any Actor2) -> String { a.draw() + " at \(a.position)" }
print(act(p))
func run<T: Movable & Drawable>(_ t: inout T) -> String { t.step(); return t.draw() + "\(t.position)" }
print(run(&p))
protocol Animal: CustomStringConvertible { var sound: String { get } }
extension Animal { var description: String { "animal that says \(sound)" } }
struct Cow: Animal { let sound = "moo" }
print(Cow(), [Cow()], "\(Cow())")
protocol Ranked: Comparable { var rank: Int { get } }
extension Ranked { static func < (a: Self, b: Self) -> Bool { a.rank < b.rank } }
struct Medal: Ranked { let rank: Int }
print([Medal(rank: 3), Medal(rank: 1)].sorted().map(\.rank), Medal(rank: 1) < Medal(rank: 2), Medal(rank: 1) == Medal(rank: 1))
