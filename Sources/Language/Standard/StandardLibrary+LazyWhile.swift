/// `lazy.prefix(while:)` and `lazy.drop(while:)`.
extension StandardLibrary {
    func declareLazyWhile() {
        declareLazyPrefix()
        declareLazyDrop()
        for name in ["LazyPrefixWhileSequence", "LazyDropWhileSequence"] {
            source(on: "\(name) where Base: Sequence", "init(_base base: Base, _ predicate: @escaping (Base.Element) -> Bool) {\n self._base = base\n self._predicate = predicate\n}", "Elements of another sequence, by a test.")
            source(on: "\(name) where Base: Sequence", "var underestimatedCount: Int {\n 0\n}", "Nothing is known before the test is made.")
        }
    }

    private func tested(_ name: String, _ documentation: String, _ example: String) {
        _ = structure(name, ["Base"], documentation, example) { parameters in
            guard case .parameter(let base) = parameters[0].kind else { return [] }
            return [("_base", parameters[0], false), ("_predicate", .function([.make(.parameter(base.member("Element")))], .bool), false)]
        }
    }

    private func declareLazyPrefix() {
        let name = "LazyPrefixWhileSequence"
        tested(name, "The first elements of a sequence, as long as a test holds, found when they are asked for.", "print(Array((1...).lazy.prefix { $0 < 3 }))")
        source(on: "\(name) where Base: Sequence", "func makeIterator() -> UnfoldSequence<Base.Element> {\n var iterator = _base.makeIterator()\n let test = _predicate\n var isOver = false\n return UnfoldSequence {\n  if isOver { return nil }\n  if let x = iterator.next(), test(x) { return x }\n  isOver = true\n  return nil\n }\n}", "What gives the elements one after the other.")
        let index = "LazyPrefixWhileIndex"
        _ = structure(index, ["Base"], "A position in the first elements that a test holds for.", "let small = [1, 2, 3].lazy.prefix { $0 < 3 }\nprint(small[small.startIndex])") { parameters in
            guard case .parameter(let base) = parameters[0].kind else { return [] }
            return [("_position", .optional(.make(.parameter(base.member("Index")))), false)]
        }
        source(on: "\(index) where Base: Collection", "init(_ position: Base.Index?) {\n self._position = position\n}", "A position of what lies beneath, nil behind the last.")
        source(on: "\(index) where Base: Collection", "func < (_ left: \(index)<Base>, _ right: \(index)<Base>) -> Bool {\n guard let a = left._position else { return false }\n guard let b = right._position else { return true }\n return a < b\n}", "Whether `left` comes first.")
        table.conform(index, to: "Comparable")
        table.conform(index, to: "Hashable")
        let owner = "\(name) where Base: Collection"
        source(on: owner, "var startIndex: \(index)<Base> {\n \(index)(_base.startIndex)\n}", "The first position.")
        source(on: owner, "var endIndex: \(index)<Base> {\n if let x = _base.first, _predicate(x) { return \(index)(nil) }\n return startIndex\n}", "The position behind the last.")
        source(on: owner, "func index(after i: \(index)<Base>) -> \(index)<Base> {\n precondition(i != endIndex, \"Can't advance past endIndex\")\n let next = _base.index(after: i._position!)\n return next != _base.endIndex && _predicate(_base[next]) ? \(index)(next) : \(index)(nil)\n}", "The next position.")
        source(on: "\(name) where Base: BidirectionalCollection", "func index(before i: \(index)<Base>) -> \(index)<Base> {\n if let position = i._position {\n  precondition(position != _base.startIndex, \"Can't move before startIndex\")\n  return \(index)(_base.index(before: position))\n }\n var result = _base.startIndex\n while true {\n  let next = _base.index(after: result)\n  if next == _base.endIndex || !_predicate(_base[next]) { break }\n  result = next\n }\n return \(index)(result)\n}", "The position before.")
        source(on: owner, "subscript(i: \(index)<Base>) -> Base.Element {\n _base[i._position!]\n}", "The element at a position.")
    }

    private func declareLazyDrop() {
        let name = "LazyDropWhileSequence"
        tested(name, "The elements of a sequence from the first on that a test does not hold for, found when they are asked for.", "print(Array([1, 2, 3].lazy.drop { $0 < 2 }))")
        source(on: "\(name) where Base: Sequence", "func makeIterator() -> UnfoldSequence<Base.Element> {\n var iterator = _base.makeIterator()\n let test = _predicate\n var isDropping = true\n return UnfoldSequence {\n  while let x = iterator.next() {\n   if isDropping && test(x) { continue }\n   isDropping = false\n   return x\n  }\n  return nil\n }\n}", "What gives the elements one after the other.")
        let owner = "\(name) where Base: Collection"
        source(on: owner, "var startIndex: Base.Index {\n var i = _base.startIndex\n while i != _base.endIndex, _predicate(_base[i]) { i = _base.index(after: i) }\n return i\n}", "The position of the first element that the test does not hold for.")
        source(on: owner, "var endIndex: Base.Index {\n _base.endIndex\n}", "The position behind the last.")
        source(on: owner, "func index(after i: Base.Index) -> Base.Index {\n precondition(i < _base.endIndex, \"Can't advance past endIndex\")\n return _base.index(after: i)\n}", "The next position.")
        source(on: "\(name) where Base: BidirectionalCollection", "func index(before i: Base.Index) -> Base.Index {\n precondition(i > startIndex, \"Can't move before startIndex\")\n return _base.index(before: i)\n}", "The position before.")
        source(on: owner, "subscript(i: Base.Index) -> Base.Element {\n _base[i]\n}", "The element at a position.")
    }
}
