enum Direction: String, CaseIterable { case north, south, east, west; var opposite: Direction { switch self { case .north: .south; case .south: .north; case .east: .west; case .west: .east } } }
final class Room: CustomStringConvertible {
    let name: String
    private(set) var exits: [Direction: Room] = [:]
    var things: [String] = []
    init(_ name: String, things: String...) { self.name = name; self.things = things }
    func connect(_ d: Direction, _ other: Room) { exits[d] = other; other.exits[d.opposite] = self }
    var description: String { "\(name) (exits: \(exits.keys.map(\.rawValue).sorted().joined(separator: ", ")))" }
}
enum Command { case go(Direction), take(String), look, unknown(String)
    init(_ text: String) {
        let words = text.split(separator: " ").map(String.init)
        switch (words.first, words.dropFirst().first) {
        case ("go", let d?): self = Direction(rawValue: d).map(Command.go) ?? .unknown(text)
        case ("take", let t?): self = .take(t)
        case ("look", nil): self = .look
        default: self = .unknown(text)
        }
    }
}
struct Game {
    var here: Room, bag: Set<String> = [], moves = 0
    mutating func play(_ text: String) -> String {
        moves += 1
        switch Command(text) {
        case .go(let d):
            guard let next = here.exits[d] else { return "no way \(d)" }
            here = next
            return "you are in the \(here)"
        case .take(let t) where here.things.contains(t):
            here.things.removeAll { $0 == t }
            bag.insert(t)
            return "taken: \(t)"
        case .take(let t): return "there is no \(t)"
        case .look: return here.things.isEmpty ? "nothing here" : here.things.sorted().joined(separator: ", ")
        case .unknown(let what):
            moves -= 1
            return "I do not understand '\(what)'"
        }
    }
}
let hall = Room("hall"), kitchen = Room("kitchen", things: "knife", "bread"), garden = Room("garden", things: "rose")
hall.connect(.north, kitchen)
kitchen.connect(.east, garden)
var game = Game(here: hall)
for line in ["look", "go west", "go north", "look", "take bread", "take gold", "go east", "take rose", "dance", "go west", "look"] { print(">", line); print(game.play(line)) }
print(game.moves, game.bag.sorted(), garden.things.isEmpty)
