protocol Node { typealias Visit = (Self) -> Void; typealias Number = Int; var children: [Self] { get }; var id: Number { get } }
extension Node { func walk(_ f: Visit) { f(self); children.forEach { $0.walk(f) } } }
final class N: Node { let id: Number; var children: [N] = []; init(_ id: Number) { self.id = id } }
let r = N(1); r.children = [N(2), N(3)]
r.walk { print($0.id, terminator: " ") }
print()
func sum<T: Node>(_ n: T) -> T.Number { n.id + n.children.map { sum($0) }.reduce(0, +) }
print(sum(r))
