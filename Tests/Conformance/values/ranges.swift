let closed = 1...5
let half = 1..<5
print(closed, half, closed.count, half.count)
print(closed.contains(5), half.contains(5), closed ~= 3)
print(closed.lowerBound, closed.upperBound, half.isEmpty, (3..<3).isEmpty)
for i in closed { print(i, terminator: " ") }
print()
for i in (1...5).reversed() { print(i, terminator: " ") }
print()
print(Array(0..<4), Array(stride(from: 0, to: 10, by: 3)), Array(stride(from: 10, through: 0, by: -5)))
print(Array(stride(from: 0.0, through: 1.0, by: 0.25)))
let numbers = [10, 20, 30, 40, 50]
print(numbers[1...3], numbers[..<2], numbers[3...], numbers[...1])
let fromThree = 3...
print(fromThree.contains(100), (...5).contains(6), (..<5).contains(4))
print((0..<10).filter { $0 % 3 == 0 }, (1...4).map { $0 * $0 }, (1...10).reduce(0, +))
print((0.0...1.0).contains(0.5), ("a"..."z").contains("m"))
let clamped = (0..<10).clamped(to: 5..<20)
print(clamped, (1...3).overlaps(3...4), (1..<3).overlaps(3..<4))
print(closed == 1...5, (1...3).first as Any, (1...3).last as Any, (1...3).min() as Any)
let r = 2..<6
print(r.startIndex, r.endIndex, r.sum)
extension Range where Bound == Int {
    var sum: Int { reduce(0, +) }
}
print((1..<4).sum, Range(1...3), ClosedRange(1..<3))
