/// Collections of nothing, of one element, and of what hides its own type.
extension StandardLibrary {
    func declareErased() {
        table.aliases["ContiguousArray"] = "Array"
        declareEmpty()
        declareAnyIndex()
        declareSingle()
        for kind in ["Collection", "BidirectionalCollection", "RandomAccessCollection"] { declareErased("Any\(kind)", kind) }
    }

    private func declareEmpty() {
        let name = "EmptyCollection"
        _ = structure(name, ["Element"], "A collection without elements.", "print(Array(EmptyCollection<Int>()))") { _ in [] }
        source(on: name, "init() {\n}", "No elements.")
        source(on: name, "var startIndex: Int {\n 0\n}", "The first position, which is behind the last.")
        source(on: name, "var endIndex: Int {\n 0\n}", "The position behind the last.")
        source(on: name, "subscript(i: Int) -> Element {\n preconditionFailure(\"Index out of range\")\n}", "There is none.")
        table.conform(name, to: "RandomAccessCollection", types: ["Element": "Element", "Index": "Int", "SubSequence": "Slice<\(name)<Element>>"])
    }

    private func declareSingle() {
        let name = "CollectionOfOne"
        _ = structure(name, ["Element"], "A collection of one element.", "print(Array(CollectionOfOne(3)) + [4])") { [("_element", $0[0], true)] }
        source(on: name, "init(_ element: Element) {\n self._element = element\n}", "The element alone.")
        source(on: name, "var startIndex: Int {\n 0\n}", "The position of the element.")
        source(on: name, "var endIndex: Int {\n 1\n}", "The position behind it.")
        source(on: name, "var count: Int {\n 1\n}", "One.")
        source(on: name, "subscript(i: Int) -> Element {\n get {\n  precondition(i == 0, \"Index out of range\")\n  return _element\n }\n set {\n  precondition(i == 0, \"Index out of range\")\n  _element = newValue\n }\n}", "The element.")
        source(on: name, "var debugDescription: String {\n \"CollectionOfOne(\\(String(reflecting: _element)))\"\n}", "The element and what holds it.")
        table.conform(name, to: "CustomDebugStringConvertible")
        for kind in ["RandomAccessCollection", "MutableCollection"] {
            table.conform(name, to: kind, types: ["Element": "Element", "Index": "Int", "SubSequence": "Slice<\(name)<Element>>"])
        }
    }

    private func declareAnyIndex() {
        _ = structure("AnyIndex", [], "A position in a collection whose own type is hidden.", "let hidden = AnyCollection([1, 2])\nprint(hidden[hidden.startIndex])") { _ in [("_offset", .int, false)] }
        source(on: "AnyIndex", "init(_offset i: Int) {\n self._offset = i\n}", "A position.")
        source(on: "AnyIndex", "func < (_ left: AnyIndex, _ right: AnyIndex) -> Bool {\n left._offset < right._offset\n}", "Whether `left` lies before `right`.")
        table.conform("AnyIndex", to: "Comparable")
        table.conform("AnyIndex", to: "Hashable")
    }

    /// Positions are counted from the first, whatever the collection itself has.
    private func declareErased(_ name: String, _ kind: String) {
        let base = kind == "RandomAccessCollection" ? "[2, 4]" : "[1, 2].lazy.map { $0 * 2 }"
        _ = structure(name, ["Element"], "A collection whose own type is hidden.", "let hidden = \(name)(\(base))\nprint(Array(hidden))") { parameters in
            func making(_ result: Type) -> Type { .make(.function(Type.FunctionType(parameters: [], result: result, canThrow: false))) }
            return [
                ("_make", .function([], making(.optional(parameters[0]))), false), ("_count", making(.int), false),
                ("_at", .function([.int], parameters[0]), false),
            ]
        }
        source(on: name, "init<C: \(kind)>(_ base: C) where C.Element == Element {\n self._make = {\n  var iterator = base.makeIterator()\n  return { iterator.next() }\n }\n self._count = { base.count }\n self._at = { base[base.index(base.startIndex, offsetBy: $0)] }\n}", "The elements of another collection.")
        source(on: name, "func makeIterator() -> UnfoldSequence<Element> {\n UnfoldSequence(_make())\n}", "What gives the elements one after the other.")
        source(on: name, "var startIndex: AnyIndex {\n AnyIndex(_offset: 0)\n}", "The first position.")
        source(on: name, "var endIndex: AnyIndex {\n AnyIndex(_offset: _count())\n}", "The position behind the last.")
        source(on: name, "var count: Int {\n _count()\n}", "How many elements there are.")
        source(on: name, "func index(after i: AnyIndex) -> AnyIndex {\n AnyIndex(_offset: i._offset + 1)\n}", "The next position.")
        if kind != "Collection" { source(on: name, "func index(before i: AnyIndex) -> AnyIndex {\n AnyIndex(_offset: i._offset - 1)\n}", "The position before.") }
        source(on: name, "func index(_ i: AnyIndex, offsetBy distance: Int) -> AnyIndex {\n AnyIndex(_offset: i._offset + distance)\n}", "The position so many further.")
        source(on: name, "func distance(from start: AnyIndex, to end: AnyIndex) -> Int {\n end._offset - start._offset\n}", "How many positions lie between.")
        source(on: name, "subscript(i: AnyIndex) -> Element {\n precondition(i._offset >= 0 && i._offset < _count(), \"Index out of range\")\n return _at(i._offset)\n}", "The element at a position.")
        table.conform(name, to: kind, types: ["Element": "Element", "Index": "AnyIndex", "SubSequence": "Slice<\(name)<Element>>"])
    }
}
