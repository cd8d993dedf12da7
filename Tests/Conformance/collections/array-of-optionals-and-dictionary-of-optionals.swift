var slots: [String?] = [nil, "b", nil]
slots[0] = "a"
slots.append(nil)
print(slots, slots.count, slots.compactMap { $0 }.count, slots.firstIndex(of: nil)!, slots.contains("b"), slots[1]!.uppercased(), slots.last! as Any)
for (i, s) in slots.enumerated() { if let s { print(i, s) } else { print(i, "empty") } }
print(slots.map { $0?.count ?? -1 }, slots.filter { $0 != nil }.count, slots.first as Any, slots.first! ?? "?")
var d: [String: Int?] = ["a": 1]
d["b"] = .some(nil)
d.updateValue(nil, forKey: "c")
print(d.count, d["a"]! as Any, d["b"]! as Any, d["x"] as Any, d.values.compactMap { $0 })
d["a"] = nil
print(d.count, d.keys.sorted())
let parsed = ["1", "x", "3"].map { Int($0) }
print(parsed, parsed.reduce(0) { $0 + ($1 ?? 0) }, parsed.allSatisfy { $0 != nil })
let sum = parsed.reduce(nil as Int?) { a, b in a.map { $0 + (b ?? 0) } ?? b }
print(sum as Any)
func all<T>(_ xs: [T?]) -> [T]? { var out: [T] = []; for x in xs { guard let x else { return nil }; out.append(x) }; return out }
print(all([1, 2]) as Any, all([1, nil]) as Any, all([] as [Int?])!)
let deep: Int??? = 3
print(deep as Any, deep! as Any, deep!!!, (nil as Int??) as Any, deep.map { $0 != nil } as Any)
var o: Int? = 1
o? += 5
o = o.map { $0 * 2 }
print(o!, o == 12, o != nil, [o, nil] == [12, nil], o.flatMap { $0 > 100 ? $0 : nil } as Any)
o = nil
o? += 5
print(o as Any, o.map { $0 + 1 } as Any)
if var x = Optional(3) { x += 1; print(x) }
