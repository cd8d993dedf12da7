func queens(_ n: Int) -> [[Int]] {
    var solutions: [[Int]] = [], columns: [Int] = []
    func place(_ row: Int) {
        if row == n { solutions.append(columns); return }
        for c in 0..<n where columns.enumerated().allSatisfy({ $0.element != c && abs($0.element - c) != row - $0.offset }) {
            columns.append(c)
            place(row + 1)
            columns.removeLast()
        }
    }
    place(0)
    return solutions
}
print((1...6).map { queens($0).count })
for row in queens(6)[0] { print((0..<6).map { $0 == row ? "Q" : "." }.joined()) }
struct Sudoku {
    var cells: [[Int]]
    func fits(_ v: Int, _ r: Int, _ c: Int) -> Bool {
        for i in 0..<4 { if cells[r][i] == v || cells[i][c] == v { return false } }
        let (br, bc) = (r / 2 * 2, c / 2 * 2)
        return !(br..<br + 2).contains { r in (bc..<bc + 2).contains { cells[r][$0] == v } }
    }
    mutating func solve() -> Bool {
        for r in 0..<4 { for c in 0..<4 where cells[r][c] == 0 {
            for v in 1...4 where fits(v, r, c) {
                cells[r][c] = v
                if solve() { return true }
                cells[r][c] = 0
            }
            return false
        } }
        return true
    }
}
var puzzle = Sudoku(cells: [[1, 0, 0, 0], [0, 0, 3, 0], [0, 4, 0, 0], [0, 0, 0, 2]])
print(puzzle.solve(), puzzle.cells)
