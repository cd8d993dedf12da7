let words = ["apple", "fig", "banana", "kiwi", "cherry"]
print(words.map { $0.count })
print(words.filter { $0.count > 4 })
print(words.reduce("") { $0 + String($1.first!) })
print(words.reduce(0) { total, word in total + word.count })
print(words.sorted { $0.count < $1.count || ($0.count == $1.count && $0 < $1) })
print(words.max { $0.count < $1.count }!, words.min { $0.count < $1.count }!)
print(words.first { $0.hasPrefix("b") } ?? "none", words.firstIndex { $0.count == 4 } ?? -1)
print(words.contains { $0 == "fig" }, words.allSatisfy { !$0.isEmpty })
print(words.flatMap { Array($0.prefix(2)) })
print(words.compactMap { $0.count > 4 ? $0.uppercased() : nil })
words.forEach { print($0.prefix(1), terminator: "") }
print()
print(words.prefix { $0 != "banana" }, words.drop { $0 != "banana" })
print(words.enumerated().filter { $0.offset % 2 == 0 }.map { $0.element })
print(zip(words, 1...).map { "\($1)\($0)" })
print(words.partitioned { $0.count > 4 })
print(Dictionary(grouping: words) { $0.count }.mapValues { $0.count }.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" })
print((1...5).reduce(into: [Int]()) { $0.append(($0.last ?? 0) + $1) })
print(stride(from: 1, through: 9, by: 2).map { $0 * $0 }.reduce(0, +))
print(sequence(first: 1) { $0 < 100 ? $0 * 3 : nil }.map { $0 })
print(words.sorted(by: >).map(\.count), words.map(\.isEmpty).contains(true))
extension Array {
    func partitioned(by test: (Element) -> Bool) -> ([Element], [Element]) {
        var yes: [Element] = [], no: [Element] = []
        for x in self { if test(x) { yes.append(x) } else { no.append(x) } }
        return (yes, no)
    }
}
print(words.indices.filter { words[$0].contains("a") }, words.last { $0.count == 4 } ?? "")
