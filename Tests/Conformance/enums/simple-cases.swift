enum Direction { case north, south, east, west }
var heading = Direction.north
heading = .west
print(heading, heading == .west, heading != .east)
switch heading {
case .north: print("up")
case .south: print("down")
case .east, .west: print("sideways")
}
enum Level: Int, CaseIterable, Comparable {
    case low = 1, middle, high = 10
    static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
}
print(Level.allCases, Level.middle.rawValue, Level(rawValue: 10) as Any, Level(rawValue: 5) as Any)
print(Level.low < .high, Level.allCases.max()!, Level.allCases.map(\.rawValue))
enum Planet: String, CaseIterable { case mercury, venus, earth = "Earth" }
print(Planet.venus.rawValue, Planet.earth.rawValue, Planet(rawValue: "Earth")!, Planet.allCases.count)
for (index, planet) in Planet.allCases.enumerated() { print(index, planet) }
enum Grade: Character { case a = "A", b = "B" }
print(Grade(rawValue: "B")!, Grade.a.rawValue)
enum Ratio: Double { case half = 0.5, full = 1 }
print(Ratio.half.rawValue * 2, Ratio(rawValue: 1)!)
enum Switch { case on, off; mutating func toggle() { self = self == .on ? .off : .on }; var isOn: Bool { self == .on } }
var s = Switch.off
s.toggle()
print(s, s.isOn)
let all: [Direction] = [.north, .south]
print(all, all.contains(.south), all.firstIndex(of: .south) as Any)
print(Set([Direction.north, .north, .east]).count, [Direction.north: 1][.north] as Any)
func opposite(_ d: Direction) -> Direction { switch d { case .north: .south; case .south: .north; case .east: .west; case .west: .east } }
print(opposite(.north), opposite(heading))
