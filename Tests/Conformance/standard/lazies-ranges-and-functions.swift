let words = ["apple", "bob", "cat"]
print(words.map(\.count).reduce(0, +), words.joined(separator: ", "), words.max(by: { $0.count < $1.count })!)
for (i, w) in words.enumerated().reversed() { print(i, w, terminator: " ") }
print()
for (a, b) in zip(words, words.dropFirst()) { print(a, b, terminator: ";") }
print()
let byFirst = Dictionary(grouping: words, by: { $0.first! })
print(byFirst["a"]!, byFirst.keys.sorted(), byFirst.mapValues(\.count)["b"]!)
var matrix = Array(repeating: Array(repeating: 0, count: 3), count: 2)
for r in matrix.indices { for c in matrix[r].indices { matrix[r][c] = r * 3 + c } }
print(matrix, matrix.map { $0.map(String.init).joined(separator: " ") }.joined(separator: "|"))
let evens = stride(from: 0, through: 10, by: 2).filter { $0 % 4 == 0 }
print(evens, Array(stride(from: 1.0, to: 2.0, by: 0.5)), stride(from: 5, to: 0, by: -2).map { $0 })
let firstBig = (1...).lazy.map { $0 * $0 }.first { $0 > 50 }
print(firstBig!, Array((1...3).lazy.filter { $0 != 2 }))
var nums = [5, 2, 8, 1]
nums.sort(by: >); print(nums)
nums.sort { $0 < $1 }; print(nums, nums.first!, nums.last!, nums.randomElement() != nil, nums.shuffled().count)
print(nums.partition { $0 > 4 }, nums.dropFirst(2).first!, nums[..<2].reduce(0, +), nums.suffix(from: 2))
nums.removeSubrange(1...2); print(nums, nums + [9], [0] + nums)
nums += [7, 7]; nums.insert(contentsOf: [1, 1], at: 0); print(nums, Set(nums).sorted(), nums.firstIndex(of: 7) ?? -1)
let text = "The rain in Spain"
print(text.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " "))
print(text.filter { !$0.isWhitespace }.count, text.lowercased().reduce(into: [:]) { $0[$1, default: 0] += 1 }["n"]! as Int)
print(text.components(text).count)
extension String { func components(_ s: String) -> [String] { [s] } }
print(text.indices.filter { text[$0] == "a" }.map { text.distance(from: text.startIndex, to: $0) })
print(String(text.reversed()), text.contains("rain"), text.hasPrefix("The"), text.replacingOccurrences2("in", "IN"))
extension String { func replacingOccurrences2(_ a: String, _ b: String) -> String { split(separator: " ").map { $0 == a ? b : String($0) }.joined(separator: " ") } }
let opt: String? = "x"
print(opt.map { $0 + "y" } ?? "none", opt?.count ?? 0, opt!.isEmpty, (nil as Int?) ?? 4)
let tuple = (name: "a", value: 3)
print(tuple, tuple.name, [tuple].map(\.value), (1, "x", true))
func apply(_ f: (Int, Int) -> Int, _ a: Int, _ b: Int) -> Int { f(a, b) }
print(apply(+, 2, 3), apply(*, 2, 3), apply(max, 2, 3), [3, 1].sorted(by: <), [1, 2, 3].reduce(1, *))
print(zip([1, 2], [3, 4]).map(*), zip([1, 2], [3, 4]).map { $0 + $1 }.reduce(0, +), ["1", "2"].compactMap(Int.init).reduce(0, +))
print((1...3).map { Double($0) / 2 }, [1.5, 2.5].map { Int($0) }, (0..<3).map { _ in 0 }, Array(1...3).map(String.init))
var stack = [Int](); stack.append(1); stack.append(2); print(stack.popLast() ?? 0, stack.popLast() ?? 0, stack.popLast() ?? -1, stack.isEmpty)
let r = 1...5
print(r.contains(3), r.reversed().map { $0 * 2 }, r.dropFirst().first!, r.lowerBound...r.upperBound, r.count, r.map { $0 }.count)
switch 42 { case 0..<10: print("low"); case 10...: print("high"); default: print("neg") }
struct Item: Comparable, Hashable { let n: Int; static func < (a: Item, b: Item) -> Bool { a.n < b.n } }
print([Item(n: 3), Item(n: 1)].min()!.n, [Item(n: 3), Item(n: 1)].sorted().map(\.n), max(Item(n: 1), Item(n: 2)).n, Set([Item(n: 1), Item(n: 1)]).count)
