let numbers = [5, 3, 8, 1, 9, 2, 8]
print(numbers.sorted(), numbers.sorted(by: >), numbers.reversed().map { $0 }, Array(numbers.reversed()))
print(numbers.min()!, numbers.max()!, numbers.contains(8), numbers.contains { $0 > 100 })
print(numbers.firstIndex(of: 8)!, numbers.lastIndex(of: 8)!, numbers.firstIndex { $0 < 3 }!, numbers.firstIndex(of: 77) as Any)
print(numbers.first { $0 % 2 == 0 }!, numbers.last { $0 % 2 == 0 }!, numbers.lastIndex(where: { $0 == 5 })!)
var m = numbers
m.sort()
print(m)
m.sort(by: >)
m.reverse()
print(m)
print(m.partition { $0 > 4 } == 3)
let people = [("Zoe", 30), ("Adam", 25), ("Mia", 30)]
print(people.sorted { $0.1 != $1.1 ? $0.1 < $1.1 : $0.0 < $1.0 }.map(\.0))
print(["b", "a", "C", "A"].sorted(), ["b", "a"].max()!, [2.5, -1, 0].min()!)
print(numbers.starts(with: [5, 3]), [1, 2].lexicographicallyPrecedes([1, 3]), numbers.allSatisfy { $0 > 0 })
let stable = [(1, "a"), (0, "b"), (1, "c"), (0, "d")].sorted { $0.0 < $1.0 }
print(stable)
print(numbers.indices, numbers.indices.last!, numbers.endIndex, numbers.startIndex)
print(numbers.enumerated().max { $0.element < $1.element }!, numbers.count { $0 > 4 })
func binarySearch(_ a: [Int], _ key: Int) -> Int? {
    var low = 0, high = a.count
    while low < high {
        let mid = (low + high) / 2
        if a[mid] == key { return mid } else if a[mid] < key { low = mid + 1 } else { high = mid }
    }
    return nil
}
let sorted = Array(stride(from: 1, to: 100, by: 7))
print(binarySearch(sorted, 50) as Any, binarySearch(sorted, 51) as Any)
print(sorted.prefix(while: { $0 < 20 }), sorted.drop(while: { $0 < 90 }), sorted.suffix(2), sorted.dropLast(12), sorted.prefix(100).count)
print(numbers.difference(from: [5, 3]).count > 0, numbers.map(String.init).joined(separator: "<"))
