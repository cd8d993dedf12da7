// Tuples, literals and closures that an operator, a parameter or a call decides.
struct Point: Equatable {
    var x = 0.0, y = 0.0
    static func + (left: Point, right: (Double, Double)) -> Point { Point(x: left.x + right.0, y: left.y + right.1) }
    var length: Double { x * x + y * y }
    static func ~= (range: ClosedRange<Double>, point: Point) -> Bool { range ~= point.length }
}
print(Point(y: 2) + (1, 1))
switch Point(x: 3, y: 4) {
case 0.0...9.0: print("near")
case 25.0...26.0: print("five")
default: print("far")
}
extension Dictionary {
    static func + (left: Self, right: Self) -> Self { left.merging(right) { $1 } }
}
print((["a": 1] + ["a": 2]), ["a": 1] + ["b": 2] == ["b": 2, "a": 1])
struct Polynomial: Equatable, ExpressibleByArrayLiteral {
    var terms: [Int]
    init(arrayLiteral terms: Int...) { self.terms = terms }
    init(_ terms: [Int]) { self.terms = terms }
    static func * (left: Polynomial, right: Polynomial) -> Polynomial {
        var result = Array(repeating: 0, count: left.terms.count + right.terms.count - 1)
        for (i, a) in left.terms.enumerated() { for (j, b) in right.terms.enumerated() { result[i + j] += a * b } }
        return Polynomial(result)
    }
    static func ^ (base: Polynomial, exponent: Int) -> Polynomial { (0..<exponent).reduce([1]) { product, _ in product * base } }
}
let base: Polynomial = [1, 1]
print((base ^ 3).terms)
func subsets<T>(_ set: Set<T>) -> Set<Set<T>> {
    guard let first = set.first else { return [[]] }
    let rest = subsets(set.subtracting([first]))
    return rest.union(rest.map { $0.union([first]) })
}
print(subsets([1, 2, 3]).count, subsets(Set<Int>()).count)
let (mean, spread) = { (values: [Double]) -> (Double, Double) in
    let mean = values.reduce(0, +) / Double(values.count)
    return (mean, values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +))
}([1, 2, 3, 4])
print(mean, spread)
struct Parser<Output> {
    let run: (String) -> Output?
    func map<T>(_ transform: @escaping (Output) -> T) -> Parser<T> { Parser<T> { text in self.run(text).map(transform) } }
}
let minus = Parser<Void> { $0.hasPrefix("-") ? () : nil }
print(minus.map { -1 }.run("-5") ?? 1, minus.map { -1 }.run("5") ?? 1)
class Base<T: Comparable> { var items: [T] = [] }
class Sorted<T: Comparable>: Base<T> { var isSorted: Bool { items == items.sorted() } }
let bases: [Base<String>] = [Sorted(), Base()]
print(bases.map { $0 is Sorted<String> })
