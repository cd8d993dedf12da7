// What the iterator gives are the elements, whatever the generic parameter is called.
struct Matrix<Element: Numeric> {
    let columns: Int
    var cells: [Element]

    subscript(row: Int, column: Int) -> Element { cells[row * columns + column] }
}

extension Matrix: Sequence {
    struct Iterator: IteratorProtocol {
        let matrix: Matrix
        var index = 0

        mutating func next() -> (row: Int, column: Int, value: Element)? {
            guard index < matrix.cells.count else { return nil }
            defer { index += 1 }
            return (index / matrix.columns, index % matrix.columns, matrix.cells[index])
        }
    }

    func makeIterator() -> Iterator { Iterator(matrix: self) }
}

let m = Matrix(columns: 2, cells: [3, 1, 4, 1])
for (row, column, value) in m where value > 1 { print(row, column, value) }
print(m.max { $0.value < $1.value }!, m.map(\.value).reduce(0, +), m.filter { $0.row == $0.column }.count, m[1, 0])
print(m.first { $0.column == 1 }!.value, m.contains { $0.value == 4 }, Array(m.dropFirst(3)).map { $0.row })

struct Pages<Element>: Sequence, IteratorProtocol {
    var rest: [Element]
    mutating func next() -> [Element]? {
        if rest.isEmpty { return nil }
        defer { rest.removeFirst(Swift.min(2, rest.count)) }
        return Array(rest.prefix(2))
    }
}

for page in Pages(rest: [1, 2, 3]) { print(page) }
