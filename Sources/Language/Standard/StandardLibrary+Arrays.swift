extension StandardLibrary {
    /// Arrays: making and changing them.
    func declareArrays() {
        source(on: "Array", "init() {\n self = []\n}", "An empty array.", "var numbers = [Int]()\nnumbers.append(1)\nprint(numbers)")
        operation(on: "Array", "init(repeating value: Element, count: Int)", "`count` times the same value; an error where `count` is negative.", "print(Array(repeating: 0.0, count: 3))", .arrayRepeating)
        source(on: "Array", "init(_ elements: [Element]) {\n self = elements\n}", "The same elements.")
        source(on: "Array", "init(_ elements: ArraySlice<Element>) {\n self = elements._base._part(elements.startIndex, elements.endIndex)\n}", "The elements of a slice.", "print(Array([1, 2, 3][1...]))")
        native(on: "Array where Element == Character", "init(_ text: String)", "The characters of a text.", "print(Array(\"abc\").count)", NativeFunction("Array.init") { (text: TextValue) -> CharacterArray in CharacterArray(text: text.text) })
        source(on: "Array", "init<S: Sequence>(_ elements: S) where S.Element == Element {\n var result: [Element] = []\n result.reserveCapacity(elements.underestimatedCount)\n for x in elements { result.append(x) }\n self = result\n}", "The elements of any sequence.", "print(Array(1...3))")
        operation(on: "Array", "var count: Int { get }", "How many elements there are. O(1).", "print([1, 2, 3].count)", .arrayCount)
        source(on: "Array", "var isEmpty: Bool {\n count == 0\n}", "Whether there are no elements.", "print([Int]().isEmpty)")
        source(on: "Array", "var first: Element? {\n count == 0 ? nil : self[0]\n}", "The first element, or nil.", "print([1, 2].first ?? 0)")
        source(on: "Array", "var last: Element? {\n count == 0 ? nil : self[count - 1]\n}", "The last element, or nil.", "print([1, 2].last ?? 0)")
        source(on: "Array", "var capacity: Int {\n count\n}", "How many elements there is room for without growing, at least.")
        source(on: "Array", "var startIndex: Int {\n 0\n}", "0.")
        source(on: "Array", "var endIndex: Int {\n count\n}", "`count`.")
        source(on: "Array", "subscript(index: Int) -> Element {\n get { self[index] }\n set { self[index] = newValue }\n}", "The element at an index; an error where it is out of range. O(1).", "print([5, 6][1])")
        source(on: "Array", "subscript(bounds: Range<Int>) -> ArraySlice<Element> {\n get { ArraySlice(_base: self, bounds.lowerBound, bounds.upperBound) }\n set { replaceSubrange(bounds, with: newValue) }\n}", "A part of the array, with its indices; an error where a bound is out of range.", "var a = [1, 2, 3, 4]\na[1..<3] = [9]\nprint(a, a[0..<2])")
        source(on: "Array", "subscript<R: RangeExpression>(bounds: R) -> ArraySlice<Element> where R.Bound == Int {\n get { self[bounds.relative(to: self)] }\n set { self[bounds.relative(to: self)] = newValue }\n}", "A part of the array, between bounds of any form.", "var a = [1, 2, 3]\na[1...] = [7]\nprint(a)")
        source(on: "Array", "func makeIterator() -> IndexingIterator<[Element]> {\n IndexingIterator(_elements: self)\n}", "What gives the elements one after the other, with `next()`.", "var i = [1, 2].makeIterator()\nprint(i.next() ?? 0)")
        operation(on: "Array", "mutating func append(_ element: Element)", "Puts an element at the end. O(1) on average.", "var a = [1]\na.append(2)\nprint(a)", .arrayAppend)
        operation(on: "Array", "mutating func append(contentsOf elements: [Element])", "Puts elements at the end.", "var a = [1]\na.append(contentsOf: [2, 3])\nprint(a)", .arrayAppendContents)
        source(on: "Array", "mutating func append<S: Sequence>(contentsOf elements: S) where S.Element == Element {\n for x in elements { append(x) }\n}", "Puts the elements of any sequence at the end.", "var a = [1]\na.append(contentsOf: 2...3)\nprint(a)")
        operation(on: "Array", "mutating func reserveCapacity(_ capacity: Int)", "Makes room beforehand.", .arrayReserve)
        operation(on: "Array", "mutating func insert(_ element: Element, at index: Int)", "Puts an element in front of the one at `index`; an error where the index is out of range. O(n).", "var a = [1, 3]\na.insert(2, at: 1)\nprint(a)", .arrayInsert)
        source(on: "Array", "mutating func insert<S: Sequence>(contentsOf elements: S, at index: Int) where S.Element == Element {\n replaceSubrange(index..<index, with: elements)\n}", "Puts elements in front of the one at `index`.", "var a = [1, 4]\na.insert(contentsOf: [2, 3], at: 1)\nprint(a)")
        operation(on: "Array", "@discardableResult mutating func remove(at index: Int) -> Element", "Takes out the element at `index`; an error where the index is out of range. O(n).", "var a = [1, 2]\na.remove(at: 0)\nprint(a)", .arrayRemove)
        operation(on: "Array", "@discardableResult mutating func removeLast() -> Element", "Takes out the last element; an error where there is none.", "var a = [1, 2]\na.removeLast()\nprint(a)", .arrayRemoveLast)
        source(on: "Array", "mutating func removeLast(_ k: Int) {\n precondition(k >= 0, \"Number of elements to remove should be non-negative\")\n precondition(k <= count, \"Can't remove more items from a collection than it contains\")\n self = _part(0, count - k)\n}", "Takes out the last elements; an error where there are fewer.", "var a = [1, 2, 3]\na.removeLast(2)\nprint(a)")
        source(on: "Array", "@discardableResult mutating func removeFirst() -> Element {\n precondition(count > 0, \"Can't remove first element from an empty collection\")\n return remove(at: 0)\n}", "Takes out the first element; an error where there is none.", "var a = [1, 2]\na.removeFirst()\nprint(a)")
        source(on: "Array", "mutating func removeFirst(_ k: Int) {\n precondition(k >= 0, \"Number of elements to remove should be non-negative\")\n precondition(k <= count, \"Can't remove more items from a collection than it contains\")\n self = _part(k, count)\n}", "Takes out the first elements; an error where there are fewer.", "var a = [1, 2, 3]\na.removeFirst(2)\nprint(a)")
        source(on: "Array", "@discardableResult mutating func popLast() -> Element? {\n count == 0 ? nil : removeLast()\n}", "Takes out the last element, or gives nil.", "var a = [1]\na.popLast()\nprint(a)")
        operation(on: "Array", "mutating func removeAll()", "Takes out all elements.", "var a = [1, 2]\na.removeAll()\nprint(a)", .arrayRemoveAll)
        source(on: "Array", "mutating func removeAll(keepingCapacity: Bool) {\n removeAll()\n}", "Takes out all elements.")
        source(on: "Array", "mutating func removeAll(where test: (Element) throws -> Bool) rethrows {\n var kept: [Element] = []\n for x in self {\n  if !(try test(x)) { kept.append(x) }\n }\n self = kept\n}", "Takes out the elements that a test holds for.", "var a = [1, 2, 3]\na.removeAll { $0 > 1 }\nprint(a)")
        source(on: "Array", "mutating func removeSubrange<R: RangeExpression>(_ bounds: R) where R.Bound == Int {\n replaceSubrange(bounds, with: [])\n}", "Takes out the elements between bounds.", "var a = [1, 2, 3]\na.removeSubrange(0...1)\nprint(a)")
        source(on: "Array", "mutating func replaceSubrange<R: RangeExpression, S: Sequence>(_ bounds: R, with elements: S) where R.Bound == Int, S.Element == Element {\n let range = bounds.relative(to: self)\n var result = _part(0, range.lowerBound)\n let rest = _part(range.upperBound, count)\n result.append(contentsOf: elements)\n result.append(contentsOf: rest)\n self = result\n}", "Puts other elements in the place of those between bounds.", "var a = [1, 2, 3]\na.replaceSubrange(0..<2, with: [7, 8, 9])\nprint(a)")
        source(on: "Array", "mutating func replaceSubrange<R: RangeExpression>(_ bounds: R, with elements: [Element]) where R.Bound == Int {\n let range = bounds.relative(to: self)\n var result = _part(0, range.lowerBound)\n let rest = _part(range.upperBound, count)\n result.append(contentsOf: elements)\n result.append(contentsOf: rest)\n self = result\n}", "Puts other elements in the place of those between bounds.")
        operation(on: "Array", "mutating func swapAt(_ i: Int, _ j: Int)", "Two elements change places; an error where an index is out of range.", "var a = [1, 2]\na.swapAt(0, 1)\nprint(a)", .arraySwap)
        source(on: "Array", "mutating func reverse() {\n var i = 0\n var j = count - 1\n while i < j {\n  swapAt(i, j)\n  i += 1\n  j -= 1\n }\n}", "Turns the order round.", "var a = [1, 2, 3]\na.reverse()\nprint(a)")
        operation(on: "Array", "func _part(_ lower: Int, _ upper: Int) -> [Element]", "The elements from `lower` up to, not with, `upper`; an error where a bound is out of range.", .arraySlice)
        source(on: "Array", "func part(_ lower: Int, _ upper: Int) -> [Element] {\n _part(lower, upper)\n}", "The elements from `lower` up to, not with, `upper`; an error where a bound is out of range.", "print([1, 2, 3, 4].part(1, 3))")
        source(on: "Array", "func _split(_ maxSplits: Int, _ omittingEmptySubsequences: Bool, _ isSeparator: (Element) throws -> Bool) rethrows -> [ArraySlice<Element>] {\n try split(maxSplits: maxSplits, omittingEmptySubsequences: omittingEmptySubsequences, whereSeparator: isSeparator)\n}", "The parts between separators.")
        source(on: "Array", "mutating func shuffle() {\n var i = count - 1\n while i > 0 {\n  swapAt(i, Int.random(in: 0...i))\n  i -= 1\n }\n}", "Puts the elements in random order.", "var a = [1, 2, 3]\na.shuffle()\nprint(a.count)")
        source(on: "Array", "mutating func shuffle<G: RandomNumberGenerator>(using generator: inout G) {\n var amount = count\n var i = 0\n while amount > 1 {\n  let drawn = Int.random(in: 0..<amount, using: &generator)\n  amount -= 1\n  swapAt(i, i + drawn)\n  i += 1\n }\n}", "Puts the elements in random order, from a generator of one's own.")
        source(on: "Array", "mutating func partition(by belongsInSecond: (Element) throws -> Bool) rethrows -> Int {\n var low = 0\n var high = count\n while true {\n  while low < high, !(try belongsInSecond(self[low])) { low += 1 }\n  if low == high { break }\n  high -= 1\n  while low < high, try belongsInSecond(self[high]) { high -= 1 }\n  if low == high { break }\n  swapAt(low, high)\n  low += 1\n }\n return low\n}", "Puts the elements that a test holds for behind the others, and tells where they begin.", "var a = [3, 1, 4, 2]\nlet i = a.partition { $0 > 2 }\nprint(i)")
        source("func + <Element>(_ left: [Element], _ right: [Element]) -> [Element] {\n var result = left\n result += right\n return result\n}", "The elements of both arrays, one after the other.", "print([1, 2] + [3])")
        source("func + <Element, S: Sequence>(_ left: [Element], _ right: S) -> [Element] where S.Element == Element {\n var result = left\n result.append(contentsOf: right)\n return result\n}", "The elements of both, one after the other.", "print([1] + (2...3))")
        source("func + <Element, S: Sequence>(_ left: S, _ right: [Element]) -> [Element] where S.Element == Element {\n var result = Array(left)\n result += right\n return result\n}", "The elements of both, one after the other.")
        source("func += <Element, S: Sequence>(_ left: inout [Element], _ right: S) where S.Element == Element {\n left.append(contentsOf: right)\n}", "Puts the elements of any sequence at the end.", "var a = [1]\na += 2...3\nprint(a)")
    }

    /// Sorting: merges, so that equal elements keep their order; numbers and texts at once.
    func declareSorting() {
        source(on: "Array", "mutating func sort(by areInOrder: (Element, Element) throws -> Bool) rethrows {\n let n = count\n var a = self\n var start = 0\n while start < n {\n  let end = start + 8 < n ? start + 8 : n\n  var i = start + 1\n  while i < end {\n   let x = a[i]\n   var j = i\n   while j > start, try areInOrder(x, a[j - 1]) {\n    a[j] = a[j - 1]\n    j -= 1\n   }\n   a[j] = x\n   i += 1\n  }\n  start = end\n }\n if n <= 8 {\n  self = a\n  return\n }\n var b = a\n var width = 8\n while width < n {\n  start = 0\n  while start < n {\n   let middle = start + width < n ? start + width : n\n   let end = start + 2 * width < n ? start + 2 * width : n\n   var i = start\n   var j = middle\n   var k = start\n   while k < end {\n    if i < middle && (j >= end || !(try areInOrder(a[j], a[i]))) {\n     b[k] = a[i]\n     i += 1\n    } else {\n     b[k] = a[j]\n     j += 1\n    }\n    k += 1\n   }\n   start = end\n  }\n  let other = a\n  a = b\n  b = other\n  width = width * 2\n }\n self = a\n}", "Sorts by what the closure says. Equal ones keep their order.", "var a = [1, 3, 2]\na.sort { $0 > $1 }\nprint(a)")
        for type in ["Int", "Double"] {
            let isDouble = type == "Double"
            native(on: "Array where Element == \(type)", "mutating func sort()", "Sorts from the least to the greatest.", NativeFunction(name: "sort", isInout: [true]) { frame in
                let place = Slots(bitPattern: UInt(frame.arguments[0])).unsafelyUnwrapped
                try frame.machine.reserve(place, 0)
                let (elements, count) = HeapObject.array(place[0])
                let check = frame.machine.checkInterrupt
                if isDouble {
                    try elements.withMemoryRebound(to: Double.self, capacity: count) { numbers in
                        try InterruptibleSort.sort(UnsafeMutableBufferPointer(start: numbers, count: count), check: check)
                    }
                } else {
                    try elements.withMemoryRebound(to: Int.self, capacity: count) { numbers in
                        try InterruptibleSort.sort(UnsafeMutableBufferPointer(start: numbers, count: count), check: check)
                    }
                }
            })
        }
        native(on: "Array where Element: StringProtocol", "mutating func sort()", "Sorts from the least to the greatest.", NativeFunction(name: "sort", isInout: [true]) { frame in
            let place = Slots(bitPattern: UInt(frame.arguments[0])).unsafelyUnwrapped
            try frame.machine.reserve(place, 0)
            let (elements, count) = HeapObject.array(place[0])
            var entries: [(text: Substring, reference: Reference)] = []
            entries.reserveCapacity(count)
            for index in 0..<count { entries.append((try TextValue.load(elements + index).text, elements[index])) }
            // Entries are copies: a sort that is stopped leaves the array as it was.
            try entries.sort { left, right in
                try frame.machine.checkInterrupt()
                return left.text < right.text
            }
            for index in 0..<count { elements[index] = entries[index].reference }
        })
        source(on: "Array where Element: Comparable", "mutating func sort() {\n sort { $0 < $1 }\n}", "Sorts from the least to the greatest.", "var a = [3, 1, 2]\na.sort()\nprint(a)")
    }

    /// Parts of arrays, and what walks over an array.
    func declareSlices() {
        let slice = structure("ArraySlice", ["Element"], "A part of an array, with the array's indices.", "let part = [10, 20, 30][1...]\nprint(part, part.startIndex, part[1])") { parameters in
            [("_base", .array(parameters[0]), true), ("startIndex", .int, true), ("endIndex", .int, true)]
        }
        slice.conduct = .slice
        source(on: "ArraySlice", "init(_base base: [Element], _ lower: Int, _ upper: Int) {\n _checkBounds(lower, upper, 0, base.count)\n self._base = base\n self.startIndex = lower\n self.endIndex = upper\n}", "A part of an array.")
        native("func _checkBounds(_ lower: Int, _ upper: Int, _ start: Int, _ end: Int)", "An error where a range lies outside a collection's bounds.", NativeFunction("slice") { (lower: Int, upper: Int, start: Int, end: Int) throws -> CellVoid in
            guard lower >= start, upper <= end else {
                throw RuntimeFault(.index, start == 0 ? "the range \(lower)..<\(upper) is out of range for an array of \(end) elements" : "the range \(lower)..<\(upper) is out of range for a slice with the indices \(start)..<\(end)")
            }
            return CellVoid()
        })
        native("func _checkIndex(_ index: Int, _ start: Int, _ end: Int)", "An error where an index lies outside a collection's bounds.", NativeFunction("subscript") { (index: Int, start: Int, end: Int) throws -> CellVoid in
            guard index >= start, index < end else {
                throw RuntimeFault(.index, "index \(index) is out of range for a slice with the indices \(start)..<\(end)")
            }
            return CellVoid()
        })
        source(on: "ArraySlice", "init() {\n self = ArraySlice(_base: [], 0, 0)\n}", "An empty slice.")
        source(on: "ArraySlice", "init(arrayLiteral elements: [Element]) {\n self = ArraySlice(_base: elements, 0, elements.count)\n}", "Elements written out.")
        source(on: "ArraySlice", "init<S: Sequence>(_ elements: S) where S.Element == Element {\n let all = Array(elements)\n self = ArraySlice(_base: all, 0, all.count)\n}", "The elements of any sequence.")
        source(on: "ArraySlice", "var count: Int {\n endIndex - startIndex\n}", "How many elements there are. O(1).")
        source(on: "ArraySlice", "subscript(index: Int) -> Element {\n get {\n  _checkIndex(index, startIndex, endIndex)\n  return _base[index]\n }\n set {\n  _checkIndex(index, startIndex, endIndex)\n  _base[index] = newValue\n }\n}", "The element at an index of the array; an error where it lies outside the slice.", "var part = [10, 20, 30][1...]\npart[2] = 5\nprint(part)")
        source(on: "ArraySlice", "subscript(bounds: Range<Int>) -> ArraySlice<Element> {\n _checkBounds(bounds.lowerBound, bounds.upperBound, startIndex, endIndex)\n return ArraySlice(_base: _base, bounds.lowerBound, bounds.upperBound)\n}", "A part of the slice.")
        source(on: "ArraySlice", "func makeIterator() -> IndexingIterator<[Element]> {\n IndexingIterator(_elements: Array(self))\n}", "What gives the elements one after the other.")
        for (signature, call) in [
            ("mutating func append(_ element: Element)", "append(element)"), ("mutating func append<S: Sequence>(contentsOf elements: S) where S.Element == Element", "append(contentsOf: elements)"),
            ("mutating func sort()", "sort()"), ("mutating func reverse()", "reverse()"), ("mutating func sort(by areInOrder: (Element, Element) throws -> Bool) rethrows", "sort(by: areInOrder)"),
            ("mutating func shuffle()", "shuffle()"),
        ] {
            let requirement = signature.hasSuffix("sort()") ? " where Element: Comparable" : ""
            let attempt = signature.hasSuffix("rethrows") ? "try " : ""
            source(on: "ArraySlice" + requirement, "\(signature) {\n let start = startIndex\n var all = Array(self)\n \(attempt)all.\(call)\n _base = _base._part(0, start) + all\n endIndex = start + all.count\n}", "As an array's.")
        }
        source(on: "ArraySlice", "mutating func swapAt(_ i: Int, _ j: Int) {\n _checkIndex(i, startIndex, endIndex)\n _checkIndex(j, startIndex, endIndex)\n _base.swapAt(i, j)\n}", "Two elements change places.")
        source(on: "ArraySlice", "@discardableResult mutating func removeFirst() -> Element {\n precondition(count > 0, \"Can't remove items from an empty collection\")\n startIndex += 1\n return _base[startIndex - 1]\n}", "Takes out the first element; an error where there is none.")
        source(on: "ArraySlice", "mutating func removeFirst(_ k: Int) {\n precondition(k >= 0 && k <= count, \"Can't remove more items from a collection than it contains\")\n startIndex += k\n}", "Takes out the first elements.")
        source(on: "ArraySlice", "@discardableResult mutating func removeLast() -> Element {\n precondition(count > 0, \"Can't remove items from an empty collection\")\n endIndex -= 1\n return _base[endIndex]\n}", "Takes out the last element; an error where there is none.")
        source(on: "ArraySlice", "mutating func popFirst() -> Element? {\n isEmpty ? nil : removeFirst()\n}", "Takes out the first element, or gives nil.", "var rest = [1, 2][...]\nwhile let x = rest.popFirst() { print(x) }")
        source(on: "ArraySlice", "mutating func popLast() -> Element? {\n isEmpty ? nil : removeLast()\n}", "Takes out the last element, or gives nil.")
        source(on: "ArraySlice", "func + (_ left: ArraySlice<Element>, _ right: ArraySlice<Element>) -> ArraySlice<Element> {\n ArraySlice(Array(left) + Array(right))\n}", "The elements of both, one after the other.")
        for (owner, form) in [("RandomAccessCollection", "Range<Index>")] {
            source(on: owner, "var indices: \(form) {\n startIndex..<endIndex\n}", "The positions.", "for i in [\"a\", \"b\"].indices { print(i) }")
        }
        source(on: "RandomAccessCollection", "func index(after i: Index) -> Index {\n i + 1\n}", "The next position.", "print([5, 6].index(after: 0))")
        source(on: "RandomAccessCollection", "func index(before i: Index) -> Index {\n i - 1\n}", "The position before.")
        source(on: "RandomAccessCollection", "func index(_ i: Index, offsetBy distance: Int) -> Index {\n i + Index(distance)\n}", "The position so many further.")
        source(on: "RandomAccessCollection", "func index(_ i: Index, offsetBy distance: Int, limitedBy limit: Index) -> Index? {\n let rest = Int(limit - i)\n if distance >= 0 ? (rest >= 0 && rest < distance) : (rest <= 0 && distance < rest) { return nil }\n return i + Index(distance)\n}", "The position so many further, or nil where that is beyond the limit.")
        source(on: "RandomAccessCollection", "func distance(from start: Index, to end: Index) -> Int {\n Int(end - start)\n}", "How many positions lie between.")
        let walking = "var i = [1, 2].makeIterator()\nprint(i.next() ?? 0)"
        _ = structure("IndexingIterator", ["Elements"], "Gives the elements of a collection one after the other, by their positions.", walking) { parameters in
            guard case .parameter(let elements) = parameters[0].kind else { return [] }
            return [("_elements", parameters[0], true), ("_position", .make(.parameter(elements.member("Index"))), true)]
        }
        source(on: "IndexingIterator where Elements: Collection", "init(_elements elements: Elements) {\n self._elements = elements\n self._position = elements.startIndex\n}", "From the first element on.", walking)
        source(on: "IndexingIterator where Elements: Collection", "mutating func next() -> Elements.Element? {\n if _position == _elements.endIndex { return nil }\n let x = _elements[_position]\n _position = _elements.index(after: _position)\n return x\n}", "The next element, or nil.", walking)
    }

    /// An enum of the library, of cases that carry nothing.
    func enumeration(_ name: String, _ cases: [String], _ documentation: String, _ example: String, isOfFoundation: Bool = false) {
        let type = NominalType(name: name, form: .enumeration)
        type.cases = cases.map { NominalType.EnumCase(name: $0, payload: []) }
        type.isComplete = true
        type.isOfStandardLibrary = !isOfFoundation
        table.add(Declaration("enum \(name)", documentation: documentation, example: example, implementation: .type(type)))
        table.conform(name, to: "Hashable")
    }

    /// A struct of the library whose members are written in the cell language.
    func structure(
        _ name: String, _ generics: [String], _ documentation: String, _ example: String,
        _ fields: ([Type]) -> [(name: String, type: Type, isMutable: Bool)]
    ) -> NominalType {
        let parameters = generics.map { GenericParameter(name: $0) }
        let type = NominalType(name: name, form: .structure, genericParameters: parameters)
        type.fields = fields(parameters.map { .make(.parameter($0)) }).map {
            NominalType.Field(name: $0.name, type: $0.type, isMutable: $0.isMutable)
        }
        type.isComplete = true
        type.isOfStandardLibrary = true
        let head = generics.isEmpty ? name : "\(name)<\(generics.joined(separator: ", "))>"
        table.add(
            Declaration(
                "struct \(head)", documentation: documentation, example: example,
                implementation: .type(type)))
        return type
    }
}

extension Conduct {
    /// A slice shows, compares and hashes the elements it has.
    static let slice = Conduct(
        describe: { machine, slots, type, isNested, text in
            let element = type.arguments[0]
            let elements = HeapObject.array(slots[0]).elements
            text += isNested ? "ArraySlice([" : "["
            for index in Int.load(slots + 1)..<Int.load(slots + 2) {
                if index > Int.load(slots + 1) { text += ", " }
                try machine.describe(
                    elements + index * element.layout.count, element, isNested: true, into: &text)
            }
            text += isNested ? "])" : "]"
        },
        equal: { machine, left, right, type in
            let element = type.arguments[0]
            let count = Int.load(left + 2) - Int.load(left + 1)
            guard count == Int.load(right + 2) - Int.load(right + 1) else { return false }
            let stride = element.layout.count
            let a = HeapObject.array(left[0]).elements + Int.load(left + 1) * stride
            let b = HeapObject.array(right[0]).elements + Int.load(right + 1) * stride
            for index in 0..<count
            where try !machine.equal(a + index * stride, b + index * stride, element) {
                return false
            }
            return true
        },
        hash: { machine, slots, type, hasher in
            let element = type.arguments[0]
            let elements = HeapObject.array(slots[0]).elements
            hasher.combine(UInt64(Int.load(slots + 2) - Int.load(slots + 1)))
            for index in Int.load(slots + 1)..<Int.load(slots + 2) {
                try machine.hash(elements + index * element.layout.count, element, into: &hasher)
            }
        })
}
