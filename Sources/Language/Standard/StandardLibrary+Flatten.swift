/// Sequences of sequences as one. Where all of them are collections, so is it: its positions are pairs of positions, and
/// what lies beneath is asked again for each of them, which a closure that prints tells.
extension StandardLibrary {
    func declareFlattened() {
        _ = structure("FlattenSequence", ["Base"], "The elements of all elements, one after the other.", "print(Array([[1, 2], [3]].joined()))") { [("_base", $0[0], false)] }
        source(on: "FlattenSequence", "init(_base base: Base) {\n self._base = base\n}", "The elements of all elements.")
        let sequence = "FlattenSequence where Base: Sequence"
        source(on: sequence, "func makeIterator() -> UnfoldSequence<Base.Element.Element> {\n var outer = _base.makeIterator()\n var inner: () -> Base.Element.Element? = { nil }\n return UnfoldSequence {\n  while true {\n   if let x = inner() { return x }\n   guard let part = outer.next() else { return nil }\n   var iterator = part.makeIterator()\n   inner = { iterator.next() }\n  }\n }\n}", "What gives the elements one after the other.")
        source(on: sequence, "var underestimatedCount: Int {\n 0\n}", "Nothing is known before the elements are asked for.")
        // What is there already is walked over in one go.
        source(on: "FlattenSequence where Base: RandomAccessCollection", "func _walk() -> [Base.Element.Element] {\n var result: [Base.Element.Element] = []\n for part in _base {\n  for x in part { result.append(x) }\n }\n return result\n}", "The elements as an array.")
        source(on: "Sequence where Element: Sequence", "func joined() -> FlattenSequence<Self> {\n FlattenSequence(_base: self)\n}", "The elements of all elements, one after the other.", "print(Array([[1, 2], [3]].joined()))")
        declareFlatIndex()
        declareFlatCollection()
    }

    private func declareFlatIndex() {
        _ = structure("FlattenIndex", ["Base"], "A position in the elements of all elements.", "let parts = [[1], [2]].joined()\nprint(parts[parts.startIndex])") { parameters in
            guard case .parameter(let base) = parameters[0].kind else { return [] }
            let inner = Type.make(.parameter(base.member("Element").member("Index")))
            return [("_outer", .make(.parameter(base.member("Index"))), false), ("_inner", .optional(inner), false)]
        }
        let owner = "FlattenIndex where Base: Collection"
        source(on: owner, "init(_ outer: Base.Index, _ inner: Base.Element.Index?) {\n self._outer = outer\n self._inner = inner\n}", "A position in one of the parts.")
        source(on: owner, "func < (_ left: FlattenIndex<Base>, _ right: FlattenIndex<Base>) -> Bool {\n if left._outer != right._outer { return left._outer < right._outer }\n guard let a = left._inner, let b = right._inner else { return false }\n return a < b\n}", "Whether `left` comes first.")
        table.conform("FlattenIndex", to: "Comparable")
        table.conform("FlattenIndex", to: "Hashable")
    }

    private func declareFlatCollection() {
        let owner = "FlattenSequence where Base: Collection, Base.Element: Collection"
        let both = "FlattenSequence where Base: BidirectionalCollection, Base.Element: BidirectionalCollection"
        let index = "FlattenIndex<Base>"
        source(on: owner, "func _first(from start: Base.Index) -> \(index) {\n var outer = start\n while outer != _base.endIndex {\n  let part = _base[outer]\n  if !part.isEmpty { return FlattenIndex(outer, part.startIndex) }\n  outer = _base.index(after: outer)\n }\n return endIndex\n}", "The first position from a part on.")
        source(on: owner, "var startIndex: \(index) {\n _first(from: _base.startIndex)\n}", "The first position.")
        source(on: owner, "var endIndex: \(index) {\n FlattenIndex(_base.endIndex, nil)\n}", "The position behind the last.")
        source(on: owner, "func index(after i: \(index)) -> \(index) {\n let part = _base[i._outer]\n let next = part.index(after: i._inner!)\n if next != part.endIndex { return FlattenIndex(i._outer, next) }\n return _first(from: _base.index(after: i._outer))\n}", "The next position.")
        source(on: both, "func index(before i: \(index)) -> \(index) {\n var outer = i._outer\n if outer == _base.endIndex { outer = _base.index(before: outer) }\n var part = _base[outer]\n var inner = i._inner ?? part.endIndex\n while inner == part.startIndex {\n  outer = _base.index(before: outer)\n  part = _base[outer]\n  inner = part.endIndex\n }\n return FlattenIndex(outer, part.index(before: inner))\n}", "The position before.")
        source(on: owner, "subscript(i: \(index)) -> Base.Element.Element {\n _base[i._outer][i._inner!]\n}", "The element at a position.")
        source(on: owner, "subscript(bounds: Range<\(index)>) -> Slice<FlattenSequence<Base>> {\n Slice(base: self, bounds: bounds)\n}", "The part between two positions.")
        source(on: owner, "func distance(from start: \(index), to end: \(index)) -> Int {\n if end < start { return 0 - distance(from: end, to: start) }\n if start._outer == end._outer {\n  guard let a = start._inner, let b = end._inner else { return 0 }\n  return _base[start._outer].distance(from: a, to: b)\n }\n var n = 0\n if let inner = start._inner {\n  let part = _base[start._outer]\n  n += part.distance(from: inner, to: part.endIndex)\n }\n var outer = _base.index(after: start._outer)\n while outer != end._outer {\n  n += _base[outer].count\n  outer = _base.index(after: outer)\n }\n if let inner = end._inner {\n  let part = _base[outer]\n  n += part.distance(from: part.startIndex, to: inner)\n }\n return n\n}", "How many positions lie between.")
    }
}
