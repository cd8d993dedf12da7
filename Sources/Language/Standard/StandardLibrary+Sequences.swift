/// What every sequence offers: arrays, slices, sets, dictionaries, texts, ranges, strides, lazy and a cell's own ones.
extension StandardLibrary {
    private func sequence(_ text: String, _ documentation: String, _ example: String = "", where requirement: String = "") {
        source(on: requirement.isEmpty ? "Sequence" : "Sequence where \(requirement)", text, documentation, example)
    }

    func declareSequences() {
        sequence("func map<T, E: Error>(_ transform: (Element) throws(E) -> T) throws(E) -> [T] {\n var result: [T] = []\n result.reserveCapacity(underestimatedCount)\n for x in self { result.append(try transform(x)) }\n return result\n}", "What the closure makes of each element.", "print([1, 2, 3].map { $0 * 2 })")
        sequence("func compactMap<T>(_ transform: (Element) throws -> T?) rethrows -> [T] {\n var result: [T] = []\n for x in self {\n  if let y = try transform(x) { result.append(y) }\n }\n return result\n}", "What the closure makes of each element, without nil.", "print([\"1\", \"x\"].compactMap { Int($0) })")
        sequence("func flatMap<S: Sequence>(_ transform: (Element) throws -> S) rethrows -> [S.Element] {\n var result: [S.Element] = []\n for x in self {\n  for y in try transform(x) { result.append(y) }\n }\n return result\n}", "What the closure makes of each element, one sequence after the other.", "print([1, 2].flatMap { [$0, $0 * 10] })")
        sequence("func flatMap<T>(_ transform: (Element) throws -> T?) rethrows -> [T] {\n var result: [T] = []\n for x in self {\n  if let y = try transform(x) { result.append(y) }\n }\n return result\n}", "The same as `compactMap`.")
        sequence("func filter(_ test: (Element) throws -> Bool) rethrows -> [Element] {\n var result: [Element] = []\n for x in self {\n  if try test(x) { result.append(x) }\n }\n return result\n}", "The elements that a test holds for.", "print([1, 2, 3].filter { $0 > 1 })")
        sequence("func reduce<R>(_ initial: R, _ next: (R, Element) throws -> R) rethrows -> R {\n var result = initial\n for x in self { result = try next(result, x) }\n return result\n}", "All elements put into one value, from the first to the last.", "print([1, 2, 3].reduce(0) { $0 + $1 })")
        sequence("func reduce<R>(into initial: R, _ update: (inout R, Element) throws -> Void) rethrows -> R {\n var result = initial\n for x in self { try update(&result, x) }\n return result\n}", "All elements put into one value that the closure changes.", "print([1, 2, 3].reduce(into: [Int]()) { $0.append($1 * 2) })")
        sequence("func forEach(_ body: (Element) throws -> Void) rethrows {\n for x in self { try body(x) }\n}", "Calls the closure with each element.", "[1, 2].forEach { print($0) }")
        sequence("func contains(where test: (Element) throws -> Bool) rethrows -> Bool {\n for x in self {\n  if try test(x) { return true }\n }\n return false\n}", "Whether a test holds for some element.", "print([1, 2].contains { $0 > 1 })")
        sequence("func contains(_ element: Element) -> Bool {\n for x in self {\n  if x == element { return true }\n }\n return false\n}", "Whether some element equals the value.", "print([1, 2].contains(2))", where: "Element: Equatable")
        sequence("func allSatisfy(_ test: (Element) throws -> Bool) rethrows -> Bool {\n for x in self {\n  if !(try test(x)) { return false }\n }\n return true\n}", "Whether a test holds for all elements.", "print([1, 2].allSatisfy { $0 > 0 })")
        sequence("func count<E: Error>(where test: (Element) throws(E) -> Bool) throws(E) -> Int {\n var n = 0\n for x in self {\n  if try test(x) { n += 1 }\n }\n return n\n}", "For how many elements a test holds.", "print([1, 2, 3].count { $0 > 1 })")
        sequence("func first(where test: (Element) throws -> Bool) rethrows -> Element? {\n for x in self {\n  if try test(x) { return x }\n }\n return nil\n}", "The first element that a test holds for, or nil.", "print([1, 2, 3].first { $0 > 1 } ?? 0)")
        sequence("func reversed() -> [Element] {\n var result = Array(self)\n result.reverse()\n return result\n}", "The elements from the last to the first.", "print(Array([1, 2, 3].reversed()))")
        sequence("func sorted(by areInOrder: (Element, Element) throws -> Bool) rethrows -> [Element] {\n var result = Array(self)\n try result.sort(by: areInOrder)\n return result\n}", "The elements in the order that the closure gives: it says whether its first argument goes before its second. Equal ones keep their order. O(n log n).", "print([3, 1, 2].sorted { $0 > $1 })")
        sequence("func sorted() -> [Element] {\n var result = Array(self)\n result.sort()\n return result\n}", "The elements from the least to the greatest.", "print([3, 1, 2].sorted())", where: "Element: Comparable")
        for (name, test) in [("min", "x < best"), ("max", "best < x")] {
            let word = name == "min" ? "least" : "greatest"
            let closure = name == "min" ? "areInIncreasingOrder(x, best)" : "areInIncreasingOrder(best, x)"
            for (signature, test, requirement, example) in [
                ("func \(name)() -> Element?", test, "Element: Comparable", "print([3, 1, 2].\(name)() ?? 0)"),
                ("func \(name)(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows -> Element?", "try \(closure)", "", "print([3, 1, 2].\(name) { $0 < $1 } ?? 0)"),
            ] {
                sequence("\(signature) {\n var result: Element? = nil\n for x in self {\n  if let best = result {\n   if \(test) { result = x }\n  } else {\n   result = x\n  }\n }\n return result\n}", "The \(word) element\(requirement.isEmpty ? " by what the closure says" : ""), or nil.", example, where: requirement)
            }
        }
        sequence("func joined(separator: String) -> String {\n _join(Array(self), separator)\n}", "The texts, one after the other, with the separator between.", "print([\"a\", \"b\"].joined(separator: \", \"))", where: "Element: StringProtocol")
        sequence("func joined() -> String {\n _join(Array(self), \"\")\n}", "The texts, one after the other.", where: "Element: StringProtocol")
        sequence("func joined<S: Sequence>(separator: S) -> [Element.Element] where S.Element == Element.Element {\n var result: [Element.Element] = []\n var isFirst = true\n for part in self {\n  if !isFirst { result.append(contentsOf: separator) }\n  isFirst = false\n  result.append(contentsOf: part)\n }\n return result\n}", "The elements of all elements, with the separator's between.", "print(Array([[1], [2]].joined(separator: [0])))", where: "Element: Sequence")
        sequence("func starts<S: Sequence>(with other: S) -> Bool where S.Element == Element {\n var own = makeIterator()\n for y in other {\n  guard let x = own.next(), x == y else { return false }\n }\n return true\n}", "Whether the first elements are those of `other`.", "print([1, 2, 3].starts(with: [1, 2]))", where: "Element: Equatable")
        sequence("func elementsEqual<S: Sequence>(_ other: S) -> Bool where S.Element == Element {\n var own = makeIterator()\n for y in other {\n  guard let x = own.next(), x == y else { return false }\n }\n return own.next() == nil\n}", "Whether both have the same elements in the same order.", "print([1, 2].elementsEqual(1...2))", where: "Element: Equatable")
        sequence("func lexicographicallyPrecedes<S: Sequence>(_ other: S) -> Bool where S.Element == Element {\n var others = other.makeIterator()\n for x in self {\n  guard let y = others.next() else { return false }\n  if x < y { return true }\n  if y < x { return false }\n }\n return others.next() != nil\n}", "Whether it comes before `other` by the first elements that differ.", "print([1, 2].lexicographicallyPrecedes([1, 3]))", where: "Element: Comparable")
        sequence("var underestimatedCount: Int {\n 0\n}", "A number of elements that there are at least.")
        sequence("func shuffled() -> [Element] {\n var result = Array(self)\n result.shuffle()\n return result\n}", "The elements in random order, from the session's generator.", "print([1, 2, 3].shuffled().count)")
        sequence("func shuffled<G: RandomNumberGenerator>(using generator: inout G) -> [Element] {\n var result = Array(self)\n result.shuffle(using: &generator)\n return result\n}", "The elements in random order, from a generator of one's own.")
        sequence("func split(maxSplits: Int = 9223372036854775807, omittingEmptySubsequences: Bool = true, whereSeparator isSeparator: (Element) throws -> Bool) rethrows -> [ArraySlice<Element>] {\n try Array(self)._split(maxSplits, omittingEmptySubsequences, isSeparator)\n}", "The parts between the elements that a test holds for.", "print([1, 0, 2].split { $0 == 0 })")
        sequence("func split(separator: Element, maxSplits: Int = 9223372036854775807, omittingEmptySubsequences: Bool = true) -> [ArraySlice<Element>] {\n Array(self)._split(maxSplits, omittingEmptySubsequences) { $0 == separator }\n}", "The parts between elements that equal the separator.", "print([1, 0, 2].split(separator: 0))", where: "Element: Equatable")
        sequence("func prefix(while test: (Element) throws -> Bool) rethrows -> [Element] {\n var result: [Element] = []\n for x in self {\n  if !(try test(x)) { break }\n  result.append(x)\n }\n return result\n}", "The first elements, as long as a test holds.")
        sequence("func dropLast(_ k: Int = 1) -> [Element] {\n Array(Array(self).dropLast(k))\n}", "All but the last elements.")
        sequence("func suffix(_ length: Int) -> [Element] {\n Array(Array(self).suffix(length))\n}", "The last elements, at most `length`.")
        native("func _join<S: StringProtocol>(_ parts: [S], _ separator: String) -> String", "The texts with the separator between.", NativeFunction(name: "joined", isInout: [false, false]) { frame in
            let (elements, count) = HeapObject.array(frame.arguments[0])
            let separator = HeapObject.string(frame.arguments[1])
            var text = ""
            for index in 0..<count {
                if index > 0 { text += separator }
                text += try TextValue.load(elements + index).text
            }
            text.store(frame.result)
        })
        declareViews()
    }

    /// What collections add: positions, parts by position.
    func declareCollections() {
        func collection(_ text: String, _ documentation: String, _ example: String = "", where requirement: String = "") {
            source(on: requirement.isEmpty ? "Collection" : "Collection where \(requirement)", text, documentation, example)
        }
        collection("func makeIterator() -> AnyIterator<Element> {\n var position = startIndex\n return AnyIterator { () -> Element? in\n  if position == self.endIndex { return nil }\n  let element = self[position]\n  position = self.index(after: position)\n  return element\n }\n}", "What gives the elements one after the other.")
        collection("func distance(from start: Index, to end: Index) -> Int {\n var position = start\n var n = 0\n while position != end {\n  position = index(after: position)\n  n += 1\n }\n return n\n}", "How many positions lie between.")
        collection("func index(_ i: Index, offsetBy distance: Int) -> Index {\n var position = i\n for _ in 0..<distance { position = index(after: position) }\n return position\n}", "The position so many further.")
        collection("func index(_ i: Index, offsetBy distance: Int, limitedBy limit: Index) -> Index? {\n var position = i\n for _ in 0..<distance {\n  if position == limit { return nil }\n  position = index(after: position)\n }\n return position\n}", "The position so many further, or nil where that is beyond the limit.")
        source(on: "BidirectionalCollection", "func index(_ i: Index, offsetBy distance: Int) -> Index {\n var position = i\n if distance < 0 {\n  for _ in 0..<(0 - distance) { position = index(before: position) }\n } else {\n  for _ in 0..<distance { position = index(after: position) }\n }\n return position\n}", "The position so many further, or before where the distance is negative.")
        source(on: "BidirectionalCollection", "func index(_ i: Index, offsetBy distance: Int, limitedBy limit: Index) -> Index? {\n var position = i\n for _ in 0..<(distance < 0 ? 0 - distance : distance) {\n  if position == limit { return nil }\n  position = distance < 0 ? index(before: position) : index(after: position)\n }\n return position\n}", "The position so many further, or before; nil where that is beyond the limit.")
        collection("var indices: [Index] {\n var all: [Index] = []\n var i = startIndex\n while i != endIndex {\n  all.append(i)\n  i = index(after: i)\n }\n return all\n}", "The positions.", "for i in [\"a\", \"b\"].indices { print(i) }")
        collection("var isEmpty: Bool {\n startIndex == endIndex\n}", "Whether there are no elements.", "print([Int]().isEmpty)")
        collection("var count: Int {\n distance(from: startIndex, to: endIndex)\n}", "How many elements there are.")
        collection("var first: Element? {\n for x in self { return x }\n return nil\n}", "The first element, or nil.", "print([1, 2].first ?? 0)")
        collection("var underestimatedCount: Int {\n count\n}", "How many elements there are.")
        collection("func randomElement() -> Element? {\n let all = Array(self)\n return all.isEmpty ? nil : all[Int.random(in: 0..<all.count)]\n}", "An element by chance, from the session's generator, or nil.", "print([1, 2, 3].randomElement()! < 4)")
        collection("func randomElement<G: RandomNumberGenerator>(using generator: inout G) -> Element? {\n let all = Array(self)\n return all.isEmpty ? nil : all[Int.random(in: 0..<all.count, using: &generator)]\n}", "An element by chance, from a generator of one's own, or nil.")
        collection("func firstIndex(where test: (Element) throws -> Bool) rethrows -> Index? {\n var i = startIndex\n for x in self {\n  if try test(x) { return i }\n  i = index(after: i)\n }\n return nil\n}", "Where a test first holds, or nil.", "print([5, 6].firstIndex { $0 > 5 } ?? -1)")
        collection("func firstIndex(of element: Element) -> Index? {\n var i = startIndex\n for x in self {\n  if x == element { return i }\n  i = index(after: i)\n }\n return nil\n}", "Where the value is first found, or nil.", "print([5, 6].firstIndex(of: 6) ?? -1)", where: "Element: Equatable")
        source(on: "BidirectionalCollection", "func lastIndex(where test: (Element) throws -> Bool) rethrows -> Index? {\n var i = endIndex\n while i > startIndex {\n  i = index(before: i)\n  if try test(self[i]) { return i }\n }\n return nil\n}", "Where a test last holds, or nil.", "print([5, 6].lastIndex { $0 > 4 } ?? -1)")
        source(on: "BidirectionalCollection where Element: Equatable", "func lastIndex(of element: Element) -> Index? {\n lastIndex { $0 == element }\n}", "Where the value is last found, or nil.", "print([5, 5].lastIndex(of: 5) ?? -1)")
        source(on: "BidirectionalCollection", "func last(where test: (Element) throws -> Bool) rethrows -> Element? {\n for x in Array(self).reversed() {\n  if try test(x) { return x }\n }\n return nil\n}", "The last element that a test holds for, or nil.", "print([1, 2, 3].last { $0 < 3 } ?? 0)")
        source(on: "BidirectionalCollection", "var last: Element? {\n isEmpty ? nil : self[index(before: endIndex)]\n}", "The last element, or nil.", "print([1, 2].last ?? 0)")
        collection("subscript<R: RangeExpression>(bounds: R) -> SubSequence where R.Bound == Index {\n self[bounds.relative(to: self)]\n}", "The part between two positions.", "print([1, 2, 3, 4][1...2])")
        collection("subscript(bounds: Range<Index>) -> Slice<Self> {\n let whole = startIndex..<endIndex\n precondition(bounds.lowerBound >= whole.lowerBound && bounds.upperBound <= whole.upperBound, \"Range out of bounds\")\n return Slice(base: self, bounds: bounds)\n}", "Some of the elements, with their positions in the whole.", "print([1, 2, 3][1..<3].startIndex)")
        collection("func _elements(_ lower: Index, _ upper: Index) -> [Element] {\n var all: [Element] = []\n var i = lower\n while i != upper {\n  all.append(self[i])\n  i = index(after: i)\n }\n return all\n}", "The elements between two positions.")
        collection("var _whole: SubSequence {\n self[startIndex..<endIndex]\n}", "All of it, as a part.")
        collection("func prefix(_ length: Int) -> SubSequence {\n precondition(length >= 0, \"Can't take a prefix of negative length from a collection\")\n let end = index(startIndex, offsetBy: length, limitedBy: endIndex) ?? endIndex\n return self[startIndex..<end]\n}", "The first elements, at most `length`.", "print([1, 2, 3].prefix(2))")
        source(on: "BidirectionalCollection", "func suffix(_ length: Int) -> SubSequence {\n precondition(length >= 0, \"Can't take a suffix of negative length from a collection\")\n return self[(index(endIndex, offsetBy: -length, limitedBy: startIndex) ?? startIndex)..<endIndex]\n}", "The last elements, at most `length`.", "print([1, 2, 3].suffix(2))")
        collection("func suffix(_ length: Int) -> SubSequence {\n precondition(length >= 0, \"Can't take a suffix of negative length from a collection\")\n return self[index(startIndex, offsetBy: Swift.max(0, count - length))..<endIndex]\n}", "The last elements, at most `length`.", "print([1, 2, 3].suffix(2))")
        collection("func dropFirst(_ k: Int = 1) -> SubSequence {\n precondition(k >= 0, \"Can't drop a negative number of elements from a collection\")\n return self[(index(startIndex, offsetBy: k, limitedBy: endIndex) ?? endIndex)..<endIndex]\n}", "All but the first elements.", "print([1, 2, 3].dropFirst())")
        source(on: "BidirectionalCollection", "func dropLast(_ k: Int = 1) -> SubSequence {\n precondition(k >= 0, \"Can't drop a negative number of elements from a collection\")\n return self[startIndex..<(index(endIndex, offsetBy: -k, limitedBy: startIndex) ?? startIndex)]\n}", "All but the last elements.", "print([1, 2, 3].dropLast())")
        collection("func dropLast(_ k: Int = 1) -> SubSequence {\n precondition(k >= 0, \"Can't drop a negative number of elements from a collection\")\n return self[startIndex..<index(startIndex, offsetBy: Swift.max(0, count - k))]\n}", "All but the last elements.", "print([1, 2, 3].dropLast())")
        collection("func prefix(while test: (Element) throws -> Bool) rethrows -> SubSequence {\n var i = startIndex\n while i < endIndex, try test(self[i]) { i = index(after: i) }\n return self[startIndex..<i]\n}", "The first elements, as long as a test holds.", "print([1, 2, 3].prefix { $0 < 3 })")
        collection("func drop(while test: (Element) throws -> Bool) rethrows -> SubSequence {\n var i = startIndex\n while i < endIndex, try test(self[i]) { i = index(after: i) }\n return self[i..<endIndex]\n}", "The elements from the first on that a test does not hold for.", "print([1, 2, 3].drop { $0 < 2 })")
        collection("func prefix(upTo end: Index) -> SubSequence {\n self[startIndex..<end]\n}", "The elements in front of a position.", "print([1, 2, 3].prefix(upTo: 2))")
        collection("func prefix(through end: Index) -> SubSequence {\n self[startIndex...end]\n}", "The elements up to and with a position.", "print([1, 2, 3].prefix(through: 1))")
        collection("func suffix(from start: Index) -> SubSequence {\n self[start..<endIndex]\n}", "The elements from a position on.", "print([1, 2, 3].suffix(from: 1))")
        collection("func split(maxSplits: Int = 9223372036854775807, omittingEmptySubsequences: Bool = true, whereSeparator isSeparator: (Element) throws -> Bool) rethrows -> [SubSequence] {\n precondition(maxSplits >= 0, \"Must take zero or more splits\")\n var result: [SubSequence] = []\n var start = startIndex\n var i = startIndex\n while i < endIndex {\n  if result.count < maxSplits, try isSeparator(self[i]) {\n   if start < i || !omittingEmptySubsequences { result.append(self[start..<i]) }\n   i = index(after: i)\n   start = i\n  } else {\n   i = index(after: i)\n  }\n }\n if start < endIndex || !omittingEmptySubsequences { result.append(self[start..<endIndex]) }\n return result\n}", "The parts between the elements that a test holds for.", "print([1, 0, 2].split { $0 == 0 })")
        collection("func split(separator: Element, maxSplits: Int = 9223372036854775807, omittingEmptySubsequences: Bool = true) -> [SubSequence] {\n split(maxSplits: maxSplits, omittingEmptySubsequences: omittingEmptySubsequences) { $0 == separator }\n}", "The parts between elements that equal the separator.", "print([1, 0, 2].split(separator: 0))", where: "Element: Equatable")
        collection("func formIndex(after i: inout Index) {\n i = index(after: i)\n}", "Moves a position one further.")
    }
}
