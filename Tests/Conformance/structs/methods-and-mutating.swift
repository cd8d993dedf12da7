struct Stack {
    private var items: [Int] = []
    var count: Int { items.count }
    var isEmpty: Bool { items.isEmpty }
    mutating func push(_ item: Int) { items.append(item) }
    @discardableResult mutating func pop() -> Int? { items.popLast() }
    func peek() -> Int? { items.last }
    mutating func clear() { self = Stack() }
    func pushing(_ item: Int) -> Stack { var copy = self; copy.push(item); return copy }
}
var stack = Stack()
stack.push(1); stack.push(2); stack.push(3)
print(stack.pop() as Any, stack.peek() as Any, stack.count)
stack.pop()
let more = stack.pushing(7).pushing(8)
print(stack.count, more.count, more)
stack.clear()
print(stack.isEmpty, stack.pop() as Any)
struct Turtle {
    var x = 0, y = 0
    var heading = Heading.north
    enum Heading: Int { case north, east, south, west }
    mutating func turnRight() { heading = Heading(rawValue: (heading.rawValue + 1) % 4)! }
    mutating func walk(_ steps: Int) {
        switch heading {
        case .north: y += steps
        case .south: y -= steps
        case .east: x += steps
        case .west: x -= steps
        }
    }
    mutating func run(_ program: String) {
        for c in program {
            switch c {
            case "F": walk(1)
            case "R": turnRight()
            default: continue
            }
        }
    }
}
var t = Turtle()
t.run("FFRFFFRF-R")
print(t.x, t.y, t.heading, t)
struct Matrix2 {
    var a, b, c, d: Int
    func times(_ o: Matrix2) -> Matrix2 { Matrix2(a: a * o.a + b * o.c, b: a * o.b + b * o.d, c: c * o.a + d * o.c, d: c * o.b + d * o.d) }
    func power(_ n: Int) -> Matrix2 { n == 1 ? self : (n % 2 == 0 ? times(self).power(n / 2) : times(times(self).power(n / 2))) }
    mutating func transpose() { (b, c) = (c, b) }
}
var m = Matrix2(a: 1, b: 1, c: 1, d: 0).power(30)
print(m.b)
m = Matrix2(a: 1, b: 2, c: 3, d: 4)
m.transpose()
print(m)
