/// Orders as values: `people.sorted(using: KeyPathComparator(\\.age, order: .reverse))`.
extension StandardLibrary {
    func declareComparators() {
        enumeration("SortOrder", ["forward", "reverse"], "Which way values are sorted.", "print(SortOrder.reverse)", isOfFoundation: true)
        let owner = "KeyPathComparator"
        let example = "struct Person { let name: String, age: Int }\nlet people = [Person(name: \"Ada\", age: 36), Person(name: \"Alan\", age: 41)]\nprint(people.sorted(using: KeyPathComparator(\\.age, order: .reverse)).map(\\.name))"
        guard let order = table.types["SortOrder"].map({ Type.make(.nominal($0, [])) }), let result = table.types["ComparisonResult"].map({ Type.make(.nominal($0, [])) }) else { return }
        let type = structure(owner, ["Compared"], "The order of values by a part of them.", example) { parameters in
            [("order", order, true), ("_compare", .function([parameters[0], parameters[0]], result), false)]
        }
        type.isOfStandardLibrary = false
        for (kind, before, after) in [("Value", "a < b", "b < a"), ("Value?", "_isBefore(a, b)", "_isBefore(b, a)")] {
            source(on: owner, "init<Value: Comparable>(_ keyPath: KeyPath<Compared, \(kind)>, order: SortOrder = .forward) {\n self.order = order\n self._compare = { x, y in\n  let a = x[keyPath: keyPath]\n  let b = y[keyPath: keyPath]\n  return \(before) ? .orderedAscending : \(after) ? .orderedDescending : .orderedSame\n }\n}", "By what a key path leads to.", example)
        }
        source("func _isBefore<Value: Comparable>(_ a: Value?, _ b: Value?) -> Bool {\n guard let b else { return false }\n guard let a else { return true }\n return a < b\n}", "Whether one value comes before another; nil comes first.")
        source(on: owner, "func compare(_ a: Compared, _ b: Compared) -> ComparisonResult {\n order == .forward ? _compare(a, b) : _compare(b, a)\n}", "Which of two values comes first.", "print(KeyPathComparator(\\String.count).compare(\"a\", \"bc\") == .orderedAscending)")
        source(on: "Sequence", "func sorted(using comparator: KeyPathComparator<Element>) -> [Element] {\n sorted { comparator.compare($0, $1) == .orderedAscending }\n}", "The elements in an order.", example)
        source(on: "Sequence", "func sorted<S: Sequence>(using comparators: S) -> [Element] where S.Element == KeyPathComparator<Element> {\n let all = Array(comparators)\n return sorted { a, b in\n  for one in all {\n   let order = one.compare(a, b)\n   if order != .orderedSame { return order == .orderedAscending }\n  }\n  return false\n }\n}", "The elements in an order; where that finds two the same, the next one counts.", "print([\"bb\", \"a\"].sorted(using: [KeyPathComparator(\\String.count)]))")
        source(on: "Array", "mutating func sort(using comparator: KeyPathComparator<Element>) {\n self = sorted(using: comparator)\n}", "Puts the elements in an order.", "var words = [\"bb\", \"a\"]\nwords.sort(using: KeyPathComparator(\\.count))\nprint(words)")
        source(on: "Array", "mutating func sort<S: Sequence>(using comparators: S) where S.Element == KeyPathComparator<Element> {\n self = sorted(using: comparators)\n}", "Puts the elements in an order; where that finds two the same, the next one counts.", "var words = [\"bb\", \"a\"]\nwords.sort(using: [KeyPathComparator(\\String.count)])\nprint(words)")
    }
}
