struct Library {
    struct Book: Equatable {
        enum Genre: String { case novel, science }
        let title: String
        let genre: Genre
        var loans = 0
    }
    enum Failure { case missing(String), taken }
    typealias Shelf = [Book]
    var shelf: Shelf = []
    func find(_ title: String) -> Result { shelf.first { $0.title == title }.map(Result.found) ?? .failed(.missing(title)) }
    enum Result { case found(Book), failed(Failure) }
}
var library = Library()
library.shelf.append(Library.Book(title: "Emma", genre: .novel))
library.shelf.append(.init(title: "Optics", genre: .science, loans: 2))
for title in ["Emma", "Dune"] {
    switch library.find(title) {
    case .found(let book): print("found", book.title, book.genre.rawValue)
    case .failed(.missing(let name)): print("missing", name)
    case .failed(.taken): print("taken")
    }
}
print(library.shelf[1], Library.Book.Genre.novel, library.shelf[0] == library.shelf[1])
library.shelf[0].loans += 3
print(library.shelf.map(\.loans), library)
struct Game {
    var board = Board()
    struct Board { var cells = [[Cell]](repeating: Array(repeating: .empty, count: 3), count: 3)
        enum Cell: Character { case empty = ".", x = "X", o = "O" }
        subscript(r: Int, c: Int) -> Cell { get { cells[r][c] } set { cells[r][c] = newValue } }
        var text: String { cells.map { String($0.map(\.rawValue)) }.joined(separator: "\n") }
    }
}
var game = Game()
game.board[1, 1] = .x
game.board[0, 2] = .o
print(game.board.text)
print(game.board[1, 1] == Game.Board.Cell.x, game.board.cells.flatMap { $0 }.filter { $0 == .empty }.count)
