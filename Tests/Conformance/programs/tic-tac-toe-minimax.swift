enum Mark: String { case x = "X", o = "O"; var other: Mark { self == .x ? .o : .x } }
struct Board: CustomStringConvertible {
    var cells = [Mark?](repeating: nil, count: 9)
    static let lines = [[0, 1, 2], [3, 4, 5], [6, 7, 8], [0, 3, 6], [1, 4, 7], [2, 5, 8], [0, 4, 8], [2, 4, 6]]
    var winner: Mark? { Board.lines.lazy.compactMap { l in cells[l[0]].flatMap { m in l.allSatisfy { cells[$0] == m } ? m : nil } }.first }
    var free: [Int] { cells.indices.filter { cells[$0] == nil } }
    func placing(_ m: Mark, _ i: Int) -> Board { var b = self; b.cells[i] = m; return b }
    var description: String { stride(from: 0, to: 9, by: 3).map { r in cells[r..<r + 3].map { $0?.rawValue ?? "." }.joined(separator: " ") }.joined(separator: "\n") }
}
var looked = 0
func score(_ b: Board, _ turn: Mark, _ me: Mark) -> Int {
    looked += 1
    if let w = b.winner { return w == me ? 10 : -10 }
    if b.free.isEmpty { return 0 }
    let scores = b.free.map { score(b.placing(turn, $0), turn.other, me) }
    return turn == me ? scores.max()! : scores.min()!
}
func best(_ b: Board, _ me: Mark) -> Int { b.free.max { score(b.placing(me, $0), me.other, me) < score(b.placing(me, $1), me.other, me) }! }
var board = Board()
for (m, i) in [(Mark.x, 0), (.o, 4), (.x, 8)] { board = board.placing(m, i) }
var turn = Mark.o
while board.winner == nil, !board.free.isEmpty {
    board = board.placing(turn, best(board, turn))
    turn = turn.other
}
print(board)
print(board.winner.map { "\($0) wins" } ?? "draw", looked > 100)
