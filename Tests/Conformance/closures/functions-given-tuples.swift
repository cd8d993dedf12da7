// A function of several parameters serves where one is wanted that takes a tuple.
func zipWith<A, B, C>(_ a: [A], _ b: [B], _ f: (A, B) throws -> C) rethrows -> [C] { try zip(a, b).map(f) }
func add(_ a: Int, _ b: Int) -> Int { a + b }
struct Odd: Error {}

print(zipWith([1, 2], ["a", "b"]) { "\($0)\($1)" })
print(zip([1, 2], [3, 4]).map(+), zip([1, 2], [3, 4]).map(add), [(1, 2)].map(add))
let multiply: (Int, Int) -> Int = { $0 * $1 }
print(zip([1, 2], [3, 4]).map(multiply), [(5, 6)].map(multiply))
var count = 0
let note: (String, Int) -> Void = { name, value in
    count += value
    print(name, value, count)
}
[("a", 1), ("b", 2)].forEach(note)
print(["k": 7].map(join))
func join(_ key: String, _ value: Int) -> String { key + "=\(value)" }
func table(_ operations: [(Int, Int) -> Int]) -> [[Int]] { operations.map { zip([6, 7], [2, 3]).map($0) } }
print(table([(+), (-), multiply]))
do {
    print(try zipWith([1, 3], [2, 4]) { a, b in
        if b == 4 { throw Odd() }
        return a * b
    })
} catch { print(error) }
struct Pairs {
    let combine: (Int, Int) -> Bool
    func kept(_ all: [(Int, Int)]) -> [(Int, Int)] { all.filter(combine) }
}
print(Pairs { $0 < $1 }.kept([(1, 2), (4, 3)]))
