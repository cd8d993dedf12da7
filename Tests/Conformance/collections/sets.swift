var s: Set<Int> = [1, 2, 3, 2, 1]
print(s.count, s.contains(2), s.sorted(), s.isEmpty)
print(s.insert(4).inserted, s.insert(4).inserted, s.remove(1) as Any, s.remove(99) as Any)
let a: Set = [1, 2, 3, 4], b: Set = [3, 4, 5]
print(a.union(b).sorted(), a.intersection(b).sorted(), a.subtracting(b).sorted(), a.symmetricDifference(b).sorted())
print(a.isSubset(of: [1, 2, 3, 4, 5]), a.isSuperset(of: [1]), a.isDisjoint(with: [9]), a.isStrictSubset(of: a))
print(a == [4, 3, 2, 1], a != b, Set("hello").count, Set(["x"]))
var c = a
c.formUnion(b); print(c.sorted())
c.formIntersection([1, 5, 9]); print(c.sorted())
c.subtract([1]); print(c)
print(a.map { $0 * 10 }.sorted(), a.filter { $0 > 2 }.sorted(), a.reduce(0, +), a.min()!, a.max()!)
for x in a.sorted() { print(x, terminator: ",") }
print()
let words: Set<String> = ["a", "b"]
print(words.contains("a"), words.sorted().joined(), words.first.map { words.contains($0) }!)
print(Set([1.5, 1.5]).count, Set([true, false, true]).count, Set([[1], [1], [2]]).count)
var seen = Set<Character>()
print("mississippi".filter { seen.insert($0).inserted })
func hasDuplicates(_ x: [Int]) -> Bool { Set(x).count != x.count }
print(hasDuplicates([1, 2, 1]), hasDuplicates([1, 2]), Set<Int>().isEmpty)
let nested: Set<Set<Int>> = [[1, 2], [2, 1], [3]]
print(nested.count, nested.contains([1, 2]))
s.removeAll()
print(s.count, a.allSatisfy { $0 < 9 }, a.contains { $0 == 3 }, Array(a).count, a.isSuperset(of: [7]), a.subtracting(a).isEmpty)
