class Point {
    var x: Int
    init(x: Int) { self.x = x }
    convenience init() {
        x = 1 // rejected: 'self' used before 'self.init' call
        self.init(x: 2)
    }
}
