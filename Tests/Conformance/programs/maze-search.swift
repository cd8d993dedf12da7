let maze = """
    #########
    #S..#...#
    #.#.#.#.#
    #.#...#E#
    #########
    """.split(separator: "\n").map(Array.init)
struct Cell: Hashable { let r, c: Int
    var neighbours: [Cell] { [(0, 1), (1, 0), (0, -1), (-1, 0)].map { Cell(r: r + $0.0, c: c + $0.1) } } }
func find(_ mark: Character) -> Cell? {
    for (r, row) in maze.enumerated() { if let c = row.firstIndex(of: mark) { return Cell(r: r, c: c) } }
    return nil
}
func path(from start: Cell, to end: Cell) -> [Cell]? {
    var previous: [Cell: Cell] = [:], queue = [start], seen: Set = [start], next = 0
    while next < queue.count {
        let cell = queue[next]
        next += 1
        if cell == end {
            var out = [end]
            while let p = previous[out.last!] { out.append(p) }
            return out.reversed()
        }
        for n in cell.neighbours where maze[n.r][n.c] != "#" && seen.insert(n).inserted {
            previous[n] = cell
            queue.append(n)
        }
    }
    return nil
}
guard let start = find("S"), let end = find("E"), let way = path(from: start, to: end) else { fatalError("no way") }
print(way.count, way.first!, way.last!)
let onWay = Set(way)
for (r, row) in maze.enumerated() { print(String(row.enumerated().map { c, ch in ch == "." && onWay.contains(Cell(r: r, c: c)) ? "*" : ch })) }
print(find("Z") as Any)
