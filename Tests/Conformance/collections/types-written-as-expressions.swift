// Tuples and functions as elements, where a type is written in front of a call.
var actions = [String: () -> Void]()
actions["x"] = { print("x") }
actions["x"]?()
var makers = [() -> Int]()
makers.append { 3 }
print(makers[0]())
var pairs = [(Int, String)]()
pairs.append((1, "a"))
print(pairs)
print([(x: Int, y: Double)](repeating: (1, 2), count: 2))
var named = [String: (n: Int, f: (Int) -> Int)]()
named["k"] = (2, { $0 * 2 })
print(named["k"]!.f(4))
var nested = [[String: [Int]]]()
nested.append(["a": [1]])
print(nested)
var lists = [Int: [(String) -> Int]]()
lists[1, default: []].append { $0.count }
print(lists[1]![0]("abc"))
var throwing = [(Int) throws -> Int]()
throwing.append { $0 + 1 }
print(try throwing[0](1))
print([Int?](repeating: nil, count: 2), Dictionary<String, (Int, Int)>().count, [any Equatable]().count)
