for i in 1...3 { print(i, terminator: " ") }
print()
for _ in 0..<2 { print("again") }
for (index, letter) in ["a", "b", "c"].enumerated() { print(index, letter) }
for (a, b) in zip([1, 2, 3], ["x", "y"]) { print(a, b) }
for n in stride(from: 10, to: 0, by: -3) { print(n, terminator: ",") }
print()
for x in stride(from: 0.0, through: 0.5, by: 0.1) { print(x) }
for c in "héllo" { print(c, terminator: "|") }
print()
for n in [5, 12, 8, 20] where n > 7 { print(n) }
var count = 3
while count > 0 {
    print("count", count)
    count -= 1
}
repeat {
    count += 10
} while count < 25
print(count)
var total = 0
for i in 1...10 {
    if i == 3 { continue }
    if i == 6 { break }
    total += i
}
print(total)
let table = [[1, 2, 3], [4, 5, 6]]
for row in table {
    for cell in row { print(cell, terminator: "\t") }
    print()
}
for case let .some(x) in [1, nil, 3] as [Int?] { print(x) }
for case (let x, 0) in [(1, 0), (2, 1), (3, 0)] { print("on the axis", x) }
for i in [Int]() { print("never", i) }
for i in (0..<3).reversed() { print(i, terminator: " ") }
print()
var numbers = [1, 2, 3]
for n in numbers { numbers.append(n * 10) }
print(numbers)
while let last = numbers.popLast(), last > 3 { print("popped", last) }
print(numbers)
