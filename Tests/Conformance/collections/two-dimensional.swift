// A game of life on a list of lists.
var grid = [
    ".....",
    "..#..",
    "..#..",
    "..#..",
    ".....",
].map { $0.map { $0 == "#" } }
func neighbours(_ r: Int, _ c: Int) -> Int {
    var n = 0
    for dr in -1...1 {
        for dc in -1...1 where !(dr == 0 && dc == 0) {
            let (y, x) = (r + dr, c + dc)
            if grid.indices.contains(y), grid[y].indices.contains(x), grid[y][x] { n += 1 }
        }
    }
    return n
}
func step() {
    grid = grid.indices.map { r in
        grid[r].indices.map { c in
            switch (grid[r][c], neighbours(r, c)) {
            case (true, 2...3), (false, 3): true
            default: false
            }
        }
    }
}
for generation in 0..<2 {
    print("generation", generation)
    for row in grid { print(String(row.map { $0 ? "#" : "." })) }
    step()
}
let table = (1...3).map { r in (1...4).map { r * $0 } }
for row in table { print(row.map { String($0) }.joined(separator: "\t")) }
print(table.map { $0.reduce(0, +) }, (0..<4).map { c in table.reduce(0) { $0 + $1[c] } })
var pascal: [[Int]] = [[1]]
for _ in 1..<6 { let last = pascal.last!; pascal.append([1] + zip(last, last.dropFirst()).map(+) + [1]) }
print(pascal)
let flattened = table.flatMap { $0 }, back = stride(from: 0, to: flattened.count, by: 4).map { Array(flattened[$0..<$0 + 4]) }
print(back == table, table.joined().max()!)
