// Accessors that yield what they read and the place they change.
struct Grid {
    let width: Int
    private var cells: [Int]
    init(_ width: Int, _ height: Int) { (self.width, cells) = (width, Array(repeating: 0, count: width * height)) }
    subscript(x: Int, y: Int) -> Int {
        get { cells[y * width + x] }
        _modify { yield &cells[y * width + x] }
    }
    var first: Int {
        _read { yield cells[0] }
        _modify { yield &cells[0] }
    }
}
var grid = Grid(2, 2)
grid[1, 1] = 5
grid[1, 1] += 2
grid.first -= 1
print(grid, grid[1, 1], grid.first)
