var list = [3, 1, 4]
print(list, list.count, list.isEmpty, list.first!, list.last!, list[1])
list.append(1)
list.append(contentsOf: [5, 9])
list += [2]
list.insert(0, at: 0)
list.insert(contentsOf: [7, 7], at: 2)
print(list)
print(list.remove(at: 2), list.removeFirst(), list.removeLast(), list)
list[0] = 30
list[list.count - 1] *= 2
print(list)
list.removeAll { $0 > 8 }
print(list)
list.swapAt(0, 1)
print(list, list.popLast()!, list)
let joined = [1, 2] + [3]
print(joined, Array(repeating: "x", count: 3), [Int](repeating: 0, count: 2), [Int]())
print(joined == [1, 2, 3], joined != [1], [1, 2].elementsEqual([1, 2]))
var empty: [String] = []
print(empty.first as Any, empty.last as Any, empty.popLast() as Any, empty.isEmpty)
empty.reserveCapacity(10)
empty.append("only")
print(empty)
list.removeAll()
print(list, list.count)
var nested = [[1], [2, 3]]
nested[1].append(4)
nested[0][0] = 10
nested.append([])
print(nested, nested.map(\.count), nested.flatMap { $0 }, Array(nested.joined()))
let copy = nested
nested[0] = []
print(copy[0], nested[0])
list = [1, 2, 3, 4, 5, 6]
list.removeSubrange(1...2)
list.replaceSubrange(0..<1, with: [9, 9])
list.removeFirst(1)
list.removeLast(1)
print(list)
list[1...2] = [0, 0, 0]
print(list)
