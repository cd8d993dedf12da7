enum Media { case book(title: String, pages: Int), song(String, seconds: Double?), none }
let shelf: [Media] = [.book(title: "Emma", pages: 400), .song("Help", seconds: 138.5), .song("Silence", seconds: nil), .none]
for m in shelf { if case .song(let name, seconds: let s?) = m { print(name, s) } else if case .song(let name, nil) = m { print(name, "unknown") } }
func pages(_ m: Media) -> Int { guard case let .book(_, pages) = m else { return 0 }; return pages }
print(shelf.map(pages), shelf.filter { if case .none = $0 { return true }; return false }.count)
for case .book(let title, let pages) in shelf where pages > 100 { print(title) }
let maybe: Int?? = 5
if case let .some(.some(x)) = maybe { print(x) }
if case let x?? = maybe { print(x + 1) }
let pairs: [(Int, String?)] = [(1, "a"), (2, nil), (3, "c")]
for case let (n, s?) in pairs { print(n, s) }
if let first = pairs.first, case (1, let s?) = first, s == "a" { print("first is a") }
let value: Any = ["k": 1]
if case let d as [String: Int] = value, let k = d["k"], case 0...5 = k { print("small k", k) }
var stack = [Media.none, .book(title: "x", pages: 1)]
while case .book(let t, _)? = stack.popLast() { print("took", t) }
print(stack.count)
let n = 15
let text = if case 10...20 = n { "teen" } else { "other" }
print(text)
