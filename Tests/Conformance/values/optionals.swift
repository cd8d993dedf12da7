var maybe: Int? = 5
print(maybe as Any, maybe!, maybe ?? 0)
maybe = nil
print(maybe as Any, maybe ?? 0, maybe == nil, maybe != nil)
let parsed = Int("42")
let failed = Int("forty-two")
print(parsed as Any, failed as Any)
if let parsed { print("parsed", parsed) }
if let number = failed { print(number) } else { print("not a number") }
func half(_ n: Int) -> Int? { n % 2 == 0 ? n / 2 : nil }
print(half(8) as Any, half(7) as Any)
print(half(8).map { $0 * 10 } as Any, half(7).map { $0 * 10 } as Any)
print(half(8).flatMap(half) as Any, half(6).flatMap(half) as Any)
let chain = half(12).flatMap { half($0) }.flatMap { half($0) }
print(chain as Any)
print(half(3) ?? half(5) ?? -1)
let nested: Int?? = .some(nil)
print(nested as Any, nested == nil, nested != .some(nil))
let some: Int? = .some(3), none: Int? = .none
print(some as Any, none as Any, some == 3, none == nil)
print(some! + 1)
switch some {
case .some(let value): print("some", value)
case .none: print("none")
}
switch none {
case let value?: print(value)
case nil: print("nothing")
}
let optionals: [Int?] = [1, nil, 3]
print(optionals)
for case let value? in optionals { print(value) }
print(optionals.compactMap { $0 })
let text: String? = "hello"
print(text?.count as Any, text?.uppercased() ?? "none", text!.isEmpty)
let missing: String? = nil
print(missing?.count as Any, missing?.count ?? 0)
var box: [Int]? = [1]
box?.append(2)
print(box ?? [])
print(type(of: box), type(of: box?.count))
