import Foundation
struct P { var name: String; var age: Int }
let ps = [P(name: "B", age: 2), P(name: "A", age: 2), P(name: "C", age: 1)]
print(ps.sorted(using: KeyPathComparator(\P.age)).map(\.name))
print(ps.sorted(using: [KeyPathComparator(\P.age), KeyPathComparator(\P.name)]).map(\.name))
print(ps.sorted(using: KeyPathComparator(\P.age, order: .reverse)).map(\.name))
print(ps.sorted(using: [KeyPathComparator(\.age, order: .reverse), KeyPathComparator(\.name)]).map(\.name))
var q = ps
q.sort(using: KeyPathComparator(\P.name))
print(q.map(\.name))
let c = KeyPathComparator(\P.age)
print(c.compare(ps[0], ps[2]) == .orderedDescending)
print(c.order == .forward)
