print(stride(from: 1, to: 10, by: 3).lazy.map { $0 * 2 }.first as Any)
let r = stride(from: 1, through: 10, by: 3).lazy.map { $0 * 2 }.first { $0 > 5 }
print(r as Any)
let s = sequence(first: 1) { $0 * 2 }.lazy.filter { $0 % 3 == 1 }.prefix(3)
print(Array(s))
print((1...).lazy.map { $0 * $0 }.first { $0 > 50 }!)
for x in stride(from: 0.0, to: 1.0, by: 0.25).lazy.filter({ $0 > 0 }) { print(x) }
print(zip(1..., ["a", "b"]).lazy.map { "\($0)\($1)" }.joined(separator: ","))
print([1, 2, 3].lazy.map { $0 + 1 }.first as Any)
