let a = [10, 20, 30, 40, 50]
let middle = a[1...3]
print(middle, middle.count, middle.startIndex, middle.endIndex, middle[1], middle.first!, middle.last!)
print(Array(middle)[0], a[2...], a[..<2], a[...2], a[2..<2])
print(middle.map { $0 / 10 }, middle.reduce(0, +), middle.contains(20), middle.sorted(by: >))
for (i, x) in middle.enumerated() { print(i, x, terminator: " ") }
print()
for i in middle.indices { print(i, middle[i], terminator: " ") }
print()
var b = a
b[1...2] = [99]
print(b)
var s = a[2...]
s.append(60)
s[2] = 0
print(s, a)
print(a.prefix(2), a.suffix(2), a.dropFirst(), a.dropFirst(3), a.dropLast(), a.split(separator: 30))
print([1, 0, 2, 0, 0, 3].split(separator: 0), [1, 0, 2].split(separator: 0).map(Array.init))
func sum(_ x: ArraySlice<Int>) -> Int { x.isEmpty ? 0 : x[x.startIndex] + sum(x.dropFirst()) }
print(sum(a[...]), sum(a[1..<3]))
func mergeSort(_ x: [Int]) -> [Int] {
    guard x.count > 1 else { return x }
    let half = x.count / 2
    var left = mergeSort(Array(x[..<half]))[...], right = mergeSort(Array(x[half...]))[...]
    var result: [Int] = []
    while let l = left.first, let r = right.first { result.append(l <= r ? left.removeFirst() : right.removeFirst()) }
    return result + left + right
}
print(mergeSort([5, 2, 9, 1, 5, 6]))
print(a[1...3] == [20, 30, 40], Array(a[3...]) + a[..<1], a.last.map { $0 + 1 } as Any)
