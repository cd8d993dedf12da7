/// Sequences that look at another one: the other way round, in pairs, a part of it. Nothing is copied before somebody
/// walks over them, so that the sequence beneath may be without end.
extension StandardLibrary {
    /// Where a view's positions are those of what it looks at.
    func declareSamePositions(on owner: String) {
        let collection = "\(owner) where Base: Collection"
        source(on: collection, "var startIndex: Base.Index {\n _base.startIndex\n}", "The first position.")
        source(on: collection, "var endIndex: Base.Index {\n _base.endIndex\n}", "The position behind the last.")
        source(on: collection, "func index(after i: Base.Index) -> Base.Index {\n _base.index(after: i)\n}", "The next position.")
        source(on: "\(owner) where Base: BidirectionalCollection", "func index(before i: Base.Index) -> Base.Index {\n _base.index(before: i)\n}", "The position before.")
        source(on: collection, "func index(_ i: Base.Index, offsetBy distance: Int) -> Base.Index {\n _base.index(i, offsetBy: distance)\n}", "The position so many further.")
        source(on: collection, "func index(_ i: Base.Index, offsetBy distance: Int, limitedBy limit: Base.Index) -> Base.Index? {\n _base.index(i, offsetBy: distance, limitedBy: limit)\n}", "The position so many further, or nil where that is beyond the limit.")
        source(on: collection, "func distance(from start: Base.Index, to end: Base.Index) -> Int {\n _base.distance(from: start, to: end)\n}", "How many positions lie between.")
    }

    func declareViews() {
        declareReversed()
        declareEnumerated()
        declarePairs()
        declarePrefixes()
        declareFlattened()
        declareSlice()
    }

    private func declareReversed() {
        _ = structure("ReversedCollection", ["Base"], "A collection from its last element to its first.", "for x in [1, 2, 3].reversed() { print(x) }") { [("_base", $0[0], false)] }
        let owner = "ReversedCollection where Base: BidirectionalCollection"
        source(on: owner, "init(_base base: Base) {\n self._base = base\n}", "The collection the other way round.")
        for kind in ["RandomAccessCollection", "StringProtocol"] {
            source(on: "ReversedCollection where Base: \(kind)", "func _walk() -> [Base.Element] {\n var result = Array(_base)\n result.reverse()\n return result\n}", "The elements as an array.")
        }
        source(on: owner, "func makeIterator() -> UnfoldSequence<Base.Element> {\n let base = _base\n var i = base.endIndex\n return UnfoldSequence {\n  if i == base.startIndex { return nil }\n  i = base.index(before: i)\n  return base[i]\n }\n}", "What gives the elements one after the other.")
        source(on: owner, "var count: Int {\n _base.count\n}", "How many elements there are.")
        source(on: owner, "var first: Base.Element? {\n _base.last\n}", "The first element, which is the last of what is turned round, or nil.", "print([1, 2].reversed().first ?? 0)")
        source(on: owner, "var last: Base.Element? {\n _base.first\n}", "The last element, which is the first of what is turned round, or nil.", "print([1, 2].reversed().last ?? 0)")
        source(on: owner, "var startIndex: Int {\n 0\n}", "The first position.")
        source(on: owner, "var endIndex: Int {\n _base.count\n}", "The position behind the last.")
        source(on: owner, "subscript(i: Int) -> Base.Element {\n precondition(i >= 0 && i < _base.count, \"Index out of range\")\n return _base[_base.index(_base.endIndex, offsetBy: -1 - i)]\n}", "The element so many before the last.", "print([1, 2].reversed()[0])")
        source(on: owner, "func reversed() -> Base {\n _base\n}", "What was turned round.")
        source(on: "BidirectionalCollection", "func reversed() -> ReversedCollection<Self> {\n ReversedCollection(_base: self)\n}", "The elements from the last to the first, without a copy.", "print(Array([1, 2, 3].reversed()))")
    }

    private func declareEnumerated() {
        _ = structure("EnumeratedSequence", ["Base"], "The elements of a sequence with their positions.", "for (i, x) in [\"a\", \"b\"].enumerated() { print(i, x) }") { [("_base", $0[0], false)] }
        source(on: "EnumeratedSequence", "init(_base base: Base) {\n self._base = base\n}", "The elements with their positions.")
        let element = "(offset: Int, element: Base.Element)"
        let walk = "func _walk() -> [\(element)] {\n var result: [\(element)] = []\n result.reserveCapacity(_base.underestimatedCount)\n var i = 0\n for x in _base {\n  result.append((offset: i, element: x))\n  i += 1\n }\n return result\n}"
        for kind in ["RandomAccessCollection", "StringProtocol"] {
            source(on: "EnumeratedSequence where Base: \(kind)", walk, "The elements as an array.")
        }
        source(on: "EnumeratedSequence where Base: Sequence", "func makeIterator() -> UnfoldSequence<\(element)> {\n var iterator = _base.makeIterator()\n var i = -1\n return UnfoldSequence {\n  guard let x = iterator.next() else { return nil }\n  i += 1\n  return (offset: i, element: x)\n }\n}", "What gives the elements one after the other.")
        _ = structure("EnumeratedIndex", [], "A position in the elements with their positions.", "let named = [\"a\", \"b\"].enumerated()\nprint(named[named.startIndex])") { _ in [("_offset", .int, false)] }
        source(on: "EnumeratedIndex", "init(_offset i: Int) {\n self._offset = i\n}", "A position.")
        source(on: "EnumeratedIndex", "func < (_ left: EnumeratedIndex, _ right: EnumeratedIndex) -> Bool {\n left._offset < right._offset\n}", "Whether `left` lies before `right`.")
        table.conform("EnumeratedIndex", to: "Comparable")
        table.conform("EnumeratedIndex", to: "Hashable")
        let owner = "EnumeratedSequence where Base: Collection"
        source(on: owner, "var startIndex: EnumeratedIndex {\n EnumeratedIndex(_offset: 0)\n}", "The first position.")
        source(on: owner, "var endIndex: EnumeratedIndex {\n EnumeratedIndex(_offset: _base.count)\n}", "The position behind the last.")
        source(on: owner, "func index(after i: EnumeratedIndex) -> EnumeratedIndex {\n EnumeratedIndex(_offset: i._offset + 1)\n}", "The next position.")
        source(on: owner, "func index(before i: EnumeratedIndex) -> EnumeratedIndex {\n EnumeratedIndex(_offset: i._offset - 1)\n}", "The position before.")
        source(on: owner, "func index(_ i: EnumeratedIndex, offsetBy distance: Int) -> EnumeratedIndex {\n EnumeratedIndex(_offset: i._offset + distance)\n}", "The position so many further.")
        source(on: owner, "func distance(from start: EnumeratedIndex, to end: EnumeratedIndex) -> Int {\n end._offset - start._offset\n}", "How many positions lie between.")
        source(on: owner, "var count: Int {\n _base.count\n}", "How many elements there are.")
        source(on: owner, "subscript(i: EnumeratedIndex) -> \(element) {\n (offset: i._offset, element: _base[_base.index(_base.startIndex, offsetBy: i._offset)])\n}", "The element at a position, with it.")
        source(on: "Sequence", "func enumerated() -> EnumeratedSequence<Self> {\n EnumeratedSequence(_base: self)\n}", "Each element with its position.", "for (i, x) in [\"a\", \"b\"].enumerated() { print(i, x) }")
    }

    private func declarePairs() {
        _ = structure("Zip2Sequence", ["Sequence1", "Sequence2"], "The elements of two sequences in pairs.", "for (x, y) in zip([1, 2], [\"a\", \"b\"]) { print(x, y) }") {
            [("_sequence1", $0[0], false), ("_sequence2", $0[1], false)]
        }
        source(on: "Zip2Sequence", "init(_sequence1 a: Sequence1, _ b: Sequence2) {\n self._sequence1 = a\n self._sequence2 = b\n}", "Two sequences in pairs.")
        let pair = "(Sequence1.Element, Sequence2.Element)"
        for first in ["RandomAccessCollection", "StringProtocol"] {
            for second in ["RandomAccessCollection", "StringProtocol"] {
                source(on: "Zip2Sequence where Sequence1: \(first), Sequence2: \(second)", "func _walk() -> [\(pair)] {\n let a = Array(_sequence1)\n let b = Array(_sequence2)\n let n = a.count < b.count ? a.count : b.count\n var result: [\(pair)] = []\n result.reserveCapacity(n)\n for i in 0..<n { result.append((a[i], b[i])) }\n return result\n}", "The pairs as an array.")
            }
        }
        source(on: "Zip2Sequence where Sequence1: Sequence, Sequence2: Sequence", "var underestimatedCount: Int {\n Swift.min(_sequence1.underestimatedCount, _sequence2.underestimatedCount)\n}", "A number of pairs that there are at least.")
        source(on: "Zip2Sequence where Sequence1: Sequence, Sequence2: Sequence", "func makeIterator() -> UnfoldSequence<\(pair)> {\n var a = _sequence1.makeIterator()\n var b = _sequence2.makeIterator()\n return UnfoldSequence {\n  guard let x = a.next(), let y = b.next() else { return nil }\n  return (x, y)\n }\n}", "What gives the pairs one after the other.")
        source("func zip<A: Sequence, B: Sequence>(_ a: A, _ b: B) -> Zip2Sequence<A, B> {\n Zip2Sequence(_sequence1: a, b)\n}", "The elements of two sequences in pairs, as many as the shorter has.", "for (i, c) in zip(1..., \"ab\") { print(i, c) }")
        _ = structure("Repeated", ["Element"], "The same value several times.", "print(repeatElement(1, count: 2).count)") { [("count", .int, false), ("repeatedValue", $0[0], false)] }
        source(on: "Repeated", "init(_ count: Int, _ value: Element) {\n self.count = count\n self.repeatedValue = value\n}", "The same value several times.")
        source(on: "Repeated", "var startIndex: Int {\n 0\n}", "The first position.")
        source(on: "Repeated", "var endIndex: Int {\n count\n}", "The position behind the last.")
        source(on: "Repeated", "subscript(i: Int) -> Element {\n precondition(i >= 0 && i < count, \"Index out of range\")\n return repeatedValue\n}", "The value.")
        source(on: "Repeated", "func _walk() -> [Element] {\n Array(repeating: repeatedValue, count: count)\n}", "The values as an array.")
        source("func repeatElement<T>(_ element: T, count: Int) -> Repeated<T> {\n precondition(count >= 0, \"Repetition count should be non-negative\")\n return Repeated(count, element)\n}", "The same value several times.", "print(repeatElement(1, count: 2).count)")
    }

    private func declarePrefixes() {
        _ = structure("PrefixSequence", ["Base"], "The first elements of a sequence.", "print(Array(stride(from: 0, to: 9, by: 2).prefix(2)))") { [("_base", $0[0], false), ("_maxLength", .int, false)] }
        source(on: "PrefixSequence", "init(_ base: Base, _ length: Int) {\n self._base = base\n self._maxLength = length\n}", "The first elements.")
        source(on: "PrefixSequence where Base: Sequence", "func makeIterator() -> UnfoldSequence<Base.Element> {\n var iterator = _base.makeIterator()\n var rest = _maxLength\n return UnfoldSequence {\n  if rest <= 0 { return nil }\n  rest -= 1\n  return iterator.next()\n }\n}", "What gives the elements one after the other.")
        source(on: "Sequence", "func prefix(_ length: Int) -> PrefixSequence<Self> {\n precondition(length >= 0, \"Can't take a prefix of negative length from a sequence\")\n return PrefixSequence(self, length)\n}", "The first elements, at most `length`.", "print(Array(stride(from: 0, to: 9, by: 2).prefix(2)))")
        _ = structure("DropFirstSequence", ["Base"], "All but the first elements of a sequence.", "print(Array(stride(from: 0, to: 9, by: 2).dropFirst(2)))") { [("_base", $0[0], false), ("_limit", .int, false)] }
        source(on: "DropFirstSequence", "init(_ base: Base, _ limit: Int) {\n self._base = base\n self._limit = limit\n}", "All but the first elements.")
        source(on: "DropFirstSequence where Base: Sequence", "func makeIterator() -> UnfoldSequence<Base.Element> {\n var iterator = _base.makeIterator()\n var rest = _limit\n return UnfoldSequence {\n  while rest > 0 {\n   rest -= 1\n   guard let _ = iterator.next() else { return nil }\n  }\n  return iterator.next()\n }\n}", "What gives the elements one after the other.")
        source(on: "Sequence", "func dropFirst(_ k: Int = 1) -> DropFirstSequence<Self> {\n precondition(k >= 0, \"Can't drop a negative number of elements from a sequence\")\n return DropFirstSequence(self, k)\n}", "All but the first elements.", "print(Array(stride(from: 0, to: 9, by: 2).dropFirst(2)))")
        source(on: "Sequence", "func drop(while test: (Element) throws -> Bool) rethrows -> UnfoldSequence<Element> {\n var iterator = makeIterator()\n var head = iterator.next()\n while let x = head, try test(x) { head = iterator.next() }\n return UnfoldSequence {\n  let x = head\n  if let _ = x { head = iterator.next() }\n  return x\n }\n}", "The elements from the first on that a test does not hold for.", "print(Array(stride(from: 0, to: 9, by: 2).drop { $0 < 4 }))")
    }

    /// A part of a collection of one's own.
    private func declareSlice() {
        _ = structure("Slice", ["Base"], "A part of a collection, with the positions of the whole.", "print(Array([1, 2, 3].lazy.prefix(2)))") { parameters in
            guard case .parameter(let base) = parameters[0].kind else { return [] }
            let index = Type.make(.parameter(base.member("Index")))
            return [("_startIndex", index, true), ("_endIndex", index, true), ("_base", parameters[0], true)]
        }
        let owner = "Slice where Base: Collection"
        source(on: owner, "init(base: Base, bounds: Range<Base.Index>) {\n self._startIndex = bounds.lowerBound\n self._endIndex = bounds.upperBound\n self._base = base\n}", "The part between two positions.")
        source(on: owner, "var base: Base {\n _base\n}", "The whole.")
        source(on: owner, "var startIndex: Base.Index {\n _startIndex\n}", "The first position.")
        source(on: owner, "var endIndex: Base.Index {\n _endIndex\n}", "The position behind the last.")
        source(on: owner, "func index(after i: Base.Index) -> Base.Index {\n _base.index(after: i)\n}", "The next position.")
        source(on: owner, "func index(_ i: Base.Index, offsetBy distance: Int) -> Base.Index {\n _base.index(i, offsetBy: distance)\n}", "The position so many further.")
        source(on: owner, "func index(_ i: Base.Index, offsetBy distance: Int, limitedBy limit: Base.Index) -> Base.Index? {\n _base.index(i, offsetBy: distance, limitedBy: limit)\n}", "The position so many further, or nil where that is beyond the limit.")
        source(on: owner, "func distance(from start: Base.Index, to end: Base.Index) -> Int {\n _base.distance(from: start, to: end)\n}", "How many positions lie between.")
        source(on: "Slice where Base: BidirectionalCollection", "func index(before i: Base.Index) -> Base.Index {\n _base.index(before: i)\n}", "The position before.")
        source(on: owner, "subscript(i: Base.Index) -> Base.Element {\n precondition(i >= _startIndex && i < _endIndex, \"Index out of bounds\")\n return _base[i]\n}", "The element at a position of the whole.")
        source(on: owner, "subscript(bounds: Range<Base.Index>) -> Slice<Base> {\n precondition(bounds.lowerBound >= _startIndex && bounds.upperBound <= _endIndex, \"Range out of bounds\")\n return Slice(base: _base, bounds: bounds)\n}", "A part of the part.")
    }
}
