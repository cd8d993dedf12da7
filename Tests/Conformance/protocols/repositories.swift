protocol Repository<Entity> { associatedtype Entity: Identifiable; func find(_ id: Entity.ID) -> Entity?; mutating func save(_ e: Entity); var all: [Entity] { get } }
struct User: Identifiable, Equatable { let id: Int; var name: String }
struct Memory<E: Identifiable>: Repository { private var store: [E.ID: E] = [:]; private var order: [E.ID] = []
  func find(_ id: E.ID) -> E? { store[id] }
  mutating func save(_ e: E) { if store[e.id] == nil { order.append(e.id) }; store[e.id] = e }
  var all: [E] { order.compactMap { store[$0] } } }
struct Service<R: Repository> where R.Entity == User { var repo: R
  mutating func rename(_ id: Int, to n: String) -> Bool { guard var u = repo.find(id) else { return false }; u.name = n; repo.save(u); return true } }
var s = Service(repo: Memory<User>()); s.repo.save(User(id: 1, name: "a")); print(s.rename(1, to: "z"), s.rename(2, to: "q"), s.repo.all)
var any: any Repository<User> = Memory<User>(); any.save(User(id: 3, name: "c")); print(any.find(3)!.name, any.all.count)
func names(_ r: some Repository<User>) -> [String] { r.all.map(\.name) }; print(names(s.repo))
func count<R: Repository>(_ r: R) -> Int { r.all.count }; print(count(s.repo), count(any))
