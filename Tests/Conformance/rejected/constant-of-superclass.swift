class Point {
    let x: Int
    init(x: Int) { self.x = x }
}
class Origin: Point {
    init() {
        x = 0  // rejected: cannot assign to property: 'x' is a 'let' constant
        super.init(x: 0)
    }
}
print(Origin().x)
