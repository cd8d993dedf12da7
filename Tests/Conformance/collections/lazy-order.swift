func t(_ n: String, _ f: () -> Void) { print("== \(n):", terminator: ""); f(); print() }
let a = [1, 2, 3, 4, 5, 6]
func F(_ x: Int) -> Bool { print(" f\(x)", terminator: ""); return x % 2 == 0 }
func M(_ x: Int) -> Int { print(" m\(x)", terminator: ""); return x * 10 }
t("Array filter") { print(Array(a.lazy.filter(F)), terminator: "") }
t("Array filter map") { print(Array(a.lazy.filter(F).map(M)), terminator: "") }
t("Array map filter") { print(Array(a.lazy.map(M).filter(F)), terminator: "") }
t("filter map prefix") { print(Array(a.lazy.filter(F).map(M).prefix(2)), terminator: "") }
t("map filter prefix") { print(Array(a.lazy.map(M).filter(F).prefix(2)), terminator: "") }
t("filter prefix for") { for x in a.lazy.filter(F).prefix(2) { print(" x\(x)", terminator: "") } }
t("filter map prefix for") { for x in a.lazy.filter(F).map(M).prefix(2) { print(" x\(x)", terminator: "") } }
t("map prefix for") { for x in a.lazy.map(M).prefix(2) { print(" x\(x)", terminator: "") } }
t("map for") { for x in a.lazy.map(M) { print(" x\(x)", terminator: ""); if x > 20 { break } } }
t("first") { print(a.lazy.filter(F).map(M).first!, terminator: "") }
t("first2") { print(a.lazy.map(M).filter(F).first!, terminator: "") }
t("first where") { print(a.lazy.map(M).first { $0 > 20 }!, terminator: "") }
t("count") { print(a.lazy.filter(F).count, a.lazy.map(M).count, terminator: "") }
t("reduce") { print(a.lazy.filter(F).map(M).reduce(0, +), terminator: "") }
t("contains") { print(a.lazy.map(M).contains(20), terminator: "") }
t("isEmpty") { print(a.lazy.filter(F).isEmpty, terminator: "") }
t("last") { print(a.lazy.filter(F).last!, a.lazy.map(M).last!, terminator: "") }
t("sum forEach") { a.lazy.filter(F).map(M).forEach { print(" x\($0)", terminator: "") } }
t("infinite") { print(Array((1...).lazy.filter(F).map(M).prefix(2)), terminator: "") }
t("infinite first") { print((1...).lazy.filter(F).map(M).first { $0 > 20 }!, terminator: "") }
t("range") { print(Array((1...6).lazy.map(M).filter(F).prefix(2)), terminator: "") }
t("compactMap") { print(Array(a.lazy.compactMap { F($0) ? M($0) : nil }), terminator: "") }
t("compactMap first") { print(a.lazy.compactMap { F($0) ? M($0) : nil }.first!, terminator: "") }
t("compactMap prefix") { print(Array(a.lazy.compactMap { F($0) ? M($0) : nil }.prefix(2)), terminator: "") }
t("drop") { print(Array(a.lazy.map(M).dropFirst(4)), terminator: "") }
t("prefix while") { print(Array(a.lazy.map(M).prefix { $0 < 40 }), terminator: "") }
t("enumerated") { for (i, x) in a.lazy.map(M).enumerated() { print(i, x, terminator: ""); if i == 1 { break } } }
t("zip") { for (i, x) in zip(a.lazy.map(M), a.lazy.filter(F)) { print(i, x, terminator: "") } }
t("sorted") { print(a.lazy.map(M).sorted(by: >), terminator: "") }
t("joined") { print(a.lazy.map(M).map(String.init).joined(separator: "-"), terminator: "") }
t("max") { print(a.lazy.map(M).max()!, terminator: "") }
t("subscript") { print(a.lazy.map(M)[2], terminator: "") }
t("reversed") { print(Array(a.lazy.map(M).reversed()), terminator: "") }
t("min") { print(Array(a.lazy.map(M).filter(F).dropFirst()), terminator: "") }
t("print") { print(a.lazy, a.lazy.map(M), a.lazy.filter(F), a.lazy.map(M).filter(F), (1...3).lazy.map(M), "ab".lazy.map { $0 }) }

t("shown") { print(a.reversed(), a.enumerated(), zip(a, "ab"), repeatElement(1, count: 2), (1...3).reversed(), "abc".reversed(), stride(from: 1, to: 5, by: 2), [[1], [2]].joined(), zip(a, a).prefix(2), [a.reversed()], a.lazy.prefix(2), ["a": 1].keys, a.makeIterator()) }
