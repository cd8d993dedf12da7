import Foundation
let u = UUID(uuidString: "E621E1F8-C36C-495A-93FC-0C247A3E6E5F")!
print(u, u.uuidString)
print(UUID().uuidString.count, UUID() == UUID(), u == UUID(uuidString: "e621e1f8-c36c-495a-93fc-0c247a3e6e5f"))
print(UUID(uuidString: "nope") == nil)
struct Item: Identifiable, Hashable { let id: UUID; let name: String }
let i = Item(id: u, name: "x")
print(i)
let d: [UUID: Int] = [u: 1]
print(d[u]!, d[UUID()] as Any)
print(Set([u, u, UUID()]).count)
print(u.description, "\(u)")
struct J: Identifiable { let id = UUID() }
print(J().id != J().id, u.hashValue == u.hashValue)
