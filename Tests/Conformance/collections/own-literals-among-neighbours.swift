struct Box: ExpressibleByArrayLiteral { var v: [Int]; init(arrayLiteral e: Int...) { v = e } }
let box: Box = [1]
let l = [box, [1, 2]]
print(l)
let m = [[3, 4], box]
print(m)
struct Name: ExpressibleByStringLiteral, Hashable { var s: String; init(stringLiteral v: String) { s = v } }
let n: Name = "a"
print([n, "b"], ["c", n], [n: 1, "b": 2]["b"]!)
print(true ? box : [3])
