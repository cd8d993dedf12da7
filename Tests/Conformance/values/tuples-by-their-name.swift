// A tuple that has a name is made by that name, too.
typealias Point = (x: Int, y: Int)
let a = Point(1, 2), b = Point(x: 3, y: 4)
print(a, b.x + b.y, [Point(5, 6)].map { $0.y })
typealias Pair<T> = (T, T)
let c = Pair<Double>(1, 2.5)
print(c.0 + c.1)
