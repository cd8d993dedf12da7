class User: Hashable, CustomStringConvertible {
    let id: Int
    var name: String
    init(_ id: Int, _ name: String) { self.id = id; self.name = name }
    static func == (a: User, b: User) -> Bool { a.id == b.id }
    func hash(into hasher: inout Hasher) { hasher.combine(id) }
    var description: String { "#\(id) \(name)" }
}
let a = User(1, "Ada"), b = User(1, "Augusta"), c = User(2, "Bob")
print(a == b, a === b, a != c)
print(Set([a, b, c]).count, [a, c].contains(b), [a, c].firstIndex(of: b)!)
var roles: [User: String] = [a: "admin"]
roles[b] = "owner"
roles[c] = "guest"
print(roles.count, roles[a]!, roles[User(2, "?")]!)
a.name = "changed"
print(roles.keys.sorted { $0.id < $1.id })
class Score: Comparable { let points: Int; init(_ p: Int) { points = p }; static func == (a: Score, b: Score) -> Bool { a.points == b.points }; static func < (a: Score, b: Score) -> Bool { a.points < b.points } }
let scores = [Score(3), Score(1), Score(2)]
print(scores.sorted().map(\.points), scores.max()!.points, scores[0] > scores[1], min(scores[0], scores[2]).points)
let maybe: User? = a
print(maybe == b, maybe == nil, maybe! == a)
