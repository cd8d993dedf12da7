/// `lazy`: steps that are done for an element when it is asked for, as often as it is asked for. Where what lies beneath
/// is a collection, so are they: `first` and `prefix` ask for positions before they ask for elements, and a closure that
/// prints tells.
extension StandardLibrary {
    func declareLazy() {
        declareLazyForms()
        declareLazyWhile()
        func lazy(_ text: String, _ documentation: String, _ example: String = "") {
            source(on: "LazySequenceProtocol", text, documentation, example)
        }
        source(on: "Sequence", "var lazy: LazySequence<Self> {\n LazySequence(_base: self)\n}", "The same elements, with the steps that follow done only for those that are asked for.", "print([1, 2, 3].lazy.map { $0 * 2 }.first ?? 0)")
        lazy("var lazy: Self {\n self\n}", "Itself.")
        // The first step works on what lies beneath `lazy` itself.
        for (owner, base, form) in [("LazySequenceProtocol", "self", "Self"), ("LazySequence", "_base", "Base")] {
            let head = owner == "LazySequence" ? "LazySequence where Base: Sequence" : owner
            let element = owner == "LazySequence" ? "Base.Element" : "Element"
            source(on: head, "func map<T>(_ transform: @escaping (\(element)) -> T) -> LazyMapSequence<\(form), T> {\n LazyMapSequence(_base: \(base), transform)\n}", "What the closure makes of each element, when it is asked for.", "print([1, 2, 3].lazy.map { $0 * 2 }.first ?? 0)")
            source(on: head, "func filter(_ test: @escaping (\(element)) -> Bool) -> LazyFilterSequence<\(form)> {\n LazyFilterSequence(_base: \(base), test)\n}", "The elements that a test holds for, when they are asked for.", "print([1, 2, 3].lazy.filter { $0 > 1 }.first ?? 0)")
            source(on: head, "func flatMap<S: Sequence>(_ transform: @escaping (\(element)) -> S) -> LazySequence<FlattenSequence<LazyMapSequence<\(form), S>>> {\n LazySequence(_base: FlattenSequence(_base: LazyMapSequence(_base: \(base), transform)))\n}", "What the closure makes of each element, one sequence after the other.", "print(Array([1, 2].lazy.flatMap { [$0, $0] }))")
            source(on: head, "func prefix(while test: @escaping (\(element)) -> Bool) -> LazyPrefixWhileSequence<\(form)> {\n LazyPrefixWhileSequence(_base: \(base), test)\n}", "The first elements, as long as a test holds.", "print(Array((1...).lazy.prefix { $0 < 3 }))")
            source(on: head, "func drop(while test: @escaping (\(element)) -> Bool) -> LazyDropWhileSequence<\(form)> {\n LazyDropWhileSequence(_base: \(base), test)\n}", "The elements from the first on that a test does not hold for.", "print(Array([1, 2, 3].lazy.drop { $0 < 2 }))")
            source(on: head, "func compactMap<T>(_ transform: @escaping (\(element)) -> T?) -> LazyMapSequence<LazyFilterSequence<LazyMapSequence<\(form), T?>>, T> {\n LazyMapSequence(_base: LazyFilterSequence(_base: LazyMapSequence(_base: \(base), transform)) { if let _ = $0 { return true } else { return false } }) { $0! }\n}", "What the closure makes of each element, without nil.", "print(Array([\"1\", \"x\"].lazy.compactMap { Int($0) }))")
        }
        source(on: "LazySequenceProtocol where Element: Sequence", "func joined() -> LazySequence<FlattenSequence<Self>> {\n LazySequence(_base: FlattenSequence(_base: self))\n}", "The elements of all elements, one after the other.", "print(Array([[1, 2], [3]].lazy.joined()))")
        source(on: "LazySequenceProtocol", "var first: Element? {\n Array(self).first\n}", "The first element, or nil. What is no collection is gone through as a whole, as in Swift.", "print(stride(from: 1, to: 9, by: 3).lazy.map { $0 * 2 }.first ?? 0)")
        source(on: "LazySequenceProtocol where Self: Collection", "var first: Element? {\n let i = startIndex\n return i == endIndex ? nil : self[i]\n}", "The first element, or nil.", "print([1, 2, 3].lazy.map { $0 * 2 }.first ?? 0)")
    }

    private func declareLazyForms() {
        let example = "print(Array((1...).lazy.map { $0 * $0 }.filter { $0 % 2 == 1 }.prefix(3)))"
        _ = structure("LazySequence", ["Base"], "A sequence whose steps are done for an element when it is asked for.", example) { [("_base", $0[0], false)] }
        source(on: "LazySequence", "init(_base base: Base) {\n self._base = base\n}", "The elements of another sequence.")
        source(on: "LazySequence where Base: Sequence", "func makeIterator() -> UnfoldSequence<Base.Element> {\n var iterator = _base.makeIterator()\n return UnfoldSequence {\n  iterator.next()\n }\n}", "What gives the elements one after the other.")
        source(on: "LazySequence where Base: Collection", "subscript(i: Base.Index) -> Base.Element {\n _base[i]\n}", "The element at a position.")
        declareSamePositions(on: "LazySequence")

        _ = structure("LazyMapSequence", ["Base", "Element"], "What a closure makes of the elements of a sequence, when they are asked for.", example) { parameters in
            guard case .parameter(let base) = parameters[0].kind else { return [] }
            let element = Type.make(.parameter(base.member("Element")))
            return [("_base", parameters[0], false), ("_transform", .function([element], parameters[1]), false)]
        }
        source(on: "LazyMapSequence where Base: Sequence", "init(_base base: Base, _ transform: @escaping (Base.Element) -> Element) {\n self._base = base\n self._transform = transform\n}", "What a closure makes of the elements.")
        source(on: "LazyMapSequence where Base: Sequence", "func makeIterator() -> UnfoldSequence<Element> {\n var iterator = _base.makeIterator()\n let transform = _transform\n return UnfoldSequence { iterator.next().map(transform) }\n}", "What gives the elements one after the other.")
        for owner in ["LazySequence", "LazyMapSequence"] {
            source(on: "\(owner) where Base: Sequence", "var underestimatedCount: Int {\n _base.underestimatedCount\n}", "A number of elements that there are at least.")
        }
        source(on: "LazyMapSequence where Base: Collection", "subscript(i: Base.Index) -> Element {\n _transform(_base[i])\n}", "What the closure makes of the element at a position.", "print([1, 2, 3].lazy.map { $0 * 2 }[1])")
        source(on: "LazyMapSequence where Base: Collection", "subscript(bounds: Range<Base.Index>) -> LazyMapSequence<Base.SubSequence, Element> {\n LazyMapSequence<Base.SubSequence, Element>(_base: _base[bounds], _transform)\n}", "The part between two positions.")
        declareSamePositions(on: "LazyMapSequence")

        _ = structure("LazyFilterSequence", ["Base"], "The elements of a sequence that a test holds for, found when they are asked for.", example) { parameters in
            guard case .parameter(let base) = parameters[0].kind else { return [] }
            let element = Type.make(.parameter(base.member("Element")))
            return [("_base", parameters[0], false), ("_predicate", .function([element], .bool), false)]
        }
        source(on: "LazyFilterSequence where Base: Sequence", "init(_base base: Base, _ predicate: @escaping (Base.Element) -> Bool) {\n self._base = base\n self._predicate = predicate\n}", "The elements that a test holds for.")
        source(on: "LazyFilterSequence where Base: Sequence", "func makeIterator() -> UnfoldSequence<Base.Element> {\n var iterator = _base.makeIterator()\n let test = _predicate\n return UnfoldSequence {\n  while let x = iterator.next() {\n   if test(x) { return x }\n  }\n  return nil\n }\n}", "What gives the elements one after the other.")
        let collection = "LazyFilterSequence where Base: Collection"
        source(on: collection, "var startIndex: Base.Index {\n var i = _base.startIndex\n while i != _base.endIndex, !_predicate(_base[i]) { i = _base.index(after: i) }\n return i\n}", "The position of the first element that the test holds for.")
        source(on: collection, "var endIndex: Base.Index {\n _base.endIndex\n}", "The position behind the last.")
        source(on: collection, "func index(after i: Base.Index) -> Base.Index {\n var i = _base.index(after: i)\n while i != _base.endIndex, !_predicate(_base[i]) { i = _base.index(after: i) }\n return i\n}", "The next position whose element the test holds for.")
        source(on: "LazyFilterSequence where Base: BidirectionalCollection", "func index(before i: Base.Index) -> Base.Index {\n var i = _base.index(before: i)\n while !_predicate(_base[i]) { i = _base.index(before: i) }\n return i\n}", "The position before whose element the test holds for.")
        source(on: collection, "subscript(i: Base.Index) -> Base.Element {\n _base[i]\n}", "The element at a position.")
        source(on: collection, "subscript(bounds: Range<Base.Index>) -> LazyFilterSequence<Base.SubSequence> {\n LazyFilterSequence<Base.SubSequence>(_base: _base[bounds], _predicate)\n}", "The part between two positions.")
        source(on: collection, "var underestimatedCount: Int {\n 0\n}", "Nothing is known before the test is made.")
    }
}
