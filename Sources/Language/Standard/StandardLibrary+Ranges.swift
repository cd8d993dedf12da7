/// Ranges, strides, and sequences that make their elements when they are asked.
extension StandardLibrary {
    func declareRanges() {
        for (name, isClosed) in [("Range", false), ("ClosedRange", true)] {
            let symbol = isClosed ? "..." : "..<"
            let integers = "\(name) where Bound: BinaryInteger"
            native(on: name, "var lowerBound: Bound { get }", "Where the range begins.", "print((1\(symbol)5).lowerBound)", bound(0))
            native(on: name, "var upperBound: Bound { get }", "Where the range ends.", "print((1\(symbol)5).upperBound)", bound(1))
            source(on: "\(name) where Bound: Comparable", "func contains(_ value: Bound) -> Bool {\n lowerBound <= value && value \(isClosed ? "<=" : "<") upperBound\n}", "Whether the value lies in the range.", "print((1\(symbol)5).contains(3))")
            source(on: "\(name) where Bound: Comparable", "func ~= (_ pattern: \(name)<Bound>, _ value: Bound) -> Bool {\n pattern.contains(value)\n}", "Whether the value lies in the range.")
            source(on: "\(name) where Bound: Comparable", "func overlaps(_ other: \(name)<Bound>) -> Bool {\n \(isClosed ? "lowerBound <= other.upperBound && other.lowerBound <= upperBound" : "!isEmpty && !other.isEmpty && lowerBound < other.upperBound && other.lowerBound < upperBound")\n}", "Whether both ranges have something in common.", "print((1\(symbol)5).overlaps(4\(symbol)9))")
            let (other, test) = isClosed ? ("Range", "!other.isEmpty && lowerBound < other.upperBound && other.lowerBound <= upperBound") : ("ClosedRange", "!isEmpty && lowerBound <= other.upperBound && other.lowerBound < upperBound")
            source(on: "\(name) where Bound: Comparable", "func overlaps(_ other: \(other)<Bound>) -> Bool {\n \(test)\n}", "Whether both ranges have something in common.", "print((1\(symbol)5).overlaps(5\(isClosed ? "..<" : "...")9))")
            source(on: "\(name) where Bound: Comparable", "func clamped(to limits: \(name)<Bound>) -> \(name)<Bound> {\n let lower = lowerBound < limits.lowerBound ? limits.lowerBound : lowerBound > limits.upperBound ? limits.upperBound : lowerBound\n let upper = upperBound > limits.upperBound ? limits.upperBound : upperBound < limits.lowerBound ? limits.lowerBound : upperBound\n return lower\(symbol)upper\n}", "The part that lies within limits.", "print((1\(symbol)5).clamped(to: 3\(symbol)9))")
            source(on: name, "var isEmpty: Bool {\n \(isClosed ? "false" : "lowerBound == upperBound")\n}", "Whether there is nothing in the range.", "print((1\(symbol)5).isEmpty)")
            let end = isClosed ? "upperBound + 1" : "upperBound"
            source(on: integers, "var count: Int {\n Int(upperBound) - Int(lowerBound)\(isClosed ? " + 1" : "")\n}", "How many numbers there are.", "print((1\(symbol)5).count)")
            source(on: integers, "var startIndex: Bound {\n lowerBound\n}", "The first number.")
            source(on: integers, "var endIndex: Bound {\n \(end)\n}", "The number behind the last.")
            source(on: integers, "var first: Bound? {\n isEmpty ? nil : lowerBound\n}", "The first number, or nil.")
            source(on: integers, "var last: Bound? {\n isEmpty ? nil : \(isClosed ? "upperBound" : "upperBound - 1")\n}", "The last number, or nil.")
            source(on: integers, "func min() -> Bound? {\n first\n}", "The least number, or nil.")
            source(on: integers, "func max() -> Bound? {\n last\n}", "The greatest number, or nil.")
            source(on: integers, "subscript(i: Bound) -> Bound {\n precondition(contains(i), \"Index out of range\")\n return i\n}", "The number itself.")
            source(on: integers, "subscript(bounds: Range<Bound>) -> Range<Bound> {\n precondition(bounds.lowerBound >= startIndex && bounds.upperBound <= endIndex, \"Index out of range\")\n return bounds\n}", "Some of the numbers.")
            // The last number may be the greatest there is, so that nothing lies behind it.
            let steps = isClosed
                ? "let end = upperBound\n var next: Bound? = lowerBound\n return UnfoldSequence {\n  guard let i = next else { return nil }\n  next = i < end ? i + 1 : nil\n  return i\n }"
                : "let end = upperBound\n var i = lowerBound\n return UnfoldSequence {\n  if i >= end { return nil }\n  i += 1\n  return i - 1\n }"
            source(on: integers, "func makeIterator() -> UnfoldSequence<Bound> {\n \(steps)\n}", "What gives the numbers one after the other.")
            source(on: name, "func relative<C: Collection>(to collection: C) -> Range<Bound> where C.Index == Bound {\n \(isClosed ? "lowerBound..<collection.index(after: upperBound)" : "self")\n}", "The half-open range of a collection's positions that is meant.")
        }
        source(on: "Range where Bound: BinaryInteger", "init(_ other: ClosedRange<Bound>) {\n self = other.lowerBound..<(other.upperBound + 1)\n}", "The same numbers.", "print(Range(1...3))")
        source(on: "ClosedRange where Bound: BinaryInteger", "init(_ other: Range<Bound>) {\n self = other.lowerBound...(other.upperBound - 1)\n}", "The same numbers.", "print(ClosedRange(1..<3))")
        native(on: "PartialRangeFrom", "var lowerBound: Bound { get }", "Where the range begins.", "print((1...).lowerBound)", bound(0))
        for name in ["PartialRangeUpTo", "PartialRangeThrough"] {
            native(on: name, "var upperBound: Bound { get }", "Where the range ends.", "print((...1).upperBound)", bound(0))
        }
        for (name, test) in [("PartialRangeFrom", "lowerBound <= value"), ("PartialRangeUpTo", "value < upperBound"), ("PartialRangeThrough", "value <= upperBound")] {
            source(on: "\(name) where Bound: Comparable", "func contains(_ value: Bound) -> Bool {\n \(test)\n}", "Whether the value lies in the range.")
            let range = name == "PartialRangeFrom" ? "lowerBound..<collection.endIndex" : name == "PartialRangeUpTo" ? "collection.startIndex..<upperBound" : "collection.startIndex..<collection.index(after: upperBound)"
            source(on: name, "func relative<C: Collection>(to collection: C) -> Range<Bound> where C.Index == Bound {\n \(range)\n}", "The half-open range of a collection's positions that is meant.")
        }
        source(on: "PartialRangeFrom where Bound: BinaryInteger", "func makeIterator() -> UnfoldSequence<Bound> {\n var i = lowerBound\n return UnfoldSequence {\n  i += 1\n  return i - 1\n }\n}", "Numbers without end.", "for i in 1... {\n print(i)\n if i == 3 { break }\n}")
        declareCountedRanges()
        declareStrides()
        declareOwnStrides()
        declareUnfolding()
        declareLazy()
    }

    private func bound(_ index: Int) -> NativeFunction {
        NativeFunction(name: "bound", isInout: [false]) { frame in
            let layout = frame.typeArguments[0].layout
            frame.result.update(from: frame.arguments + index * layout.count, count: layout.count)
            HeapObject.retain(frame.result, layout)
        }
    }

    /// Ranges of what a cell declares `Strideable` in whole steps: days, positions.
    private func declareCountedRanges() {
        for (name, isClosed) in [("Range", false), ("ClosedRange", true)] {
            let counted = "\(name) where Bound: _CountedBound"
            source(on: counted, "var count: Int {\n Int(lowerBound.distance(to: upperBound))\(isClosed ? " + 1" : "")\n}", "How many values there are.")
            source(on: counted, "var startIndex: Bound {\n lowerBound\n}", "The first value.")
            source(on: counted, "var endIndex: Bound {\n \(isClosed ? "upperBound.advanced(by: 1)" : "upperBound")\n}", "The value behind the last.")
            source(on: counted, "func index(after i: Bound) -> Bound {\n i.advanced(by: 1)\n}", "The next value.")
            source(on: counted, "func index(before i: Bound) -> Bound {\n i.advanced(by: -1)\n}", "The value before.")
            source(on: counted, "subscript(i: Bound) -> Bound {\n precondition(contains(i), \"Index out of range\")\n return i\n}", "The value itself.")
            source(on: counted, "subscript(bounds: Range<Bound>) -> Slice<\(name)<Bound>> {\n Slice(base: self, bounds: bounds)\n}", "Some of the values.")
            source(on: counted, "func makeIterator() -> UnfoldSequence<Bound> {\n let end = upperBound\n var i: Bound? = lowerBound\n return UnfoldSequence {\n  guard let x = i else { return nil }\n  if \(isClosed ? "x > end" : "x >= end") { return nil }\n  i = \(isClosed ? "x == end ? nil : " : "")x.advanced(by: 1)\n  return x\n }\n}", "What gives the values one after the other.")
        }
        source(on: "PartialRangeFrom where Bound: _CountedBound", "func makeIterator() -> UnfoldSequence<Bound> {\n var i = lowerBound\n return UnfoldSequence {\n  let x = i\n  i = x.advanced(by: 1)\n  return x\n }\n}", "Values without end.")
    }

    private func declareStrides() {
        for (name, label, closed) in [("StrideTo", "to", false), ("StrideThrough", "through", true)] {
            let example = "for x in stride(from: 0, \(label): 6, by: 2) { print(x) }"
            let type = structure(name, ["Element"], "Numbers in steps.", example) { parameters in
                [("_start", parameters[0], false), ("_end", parameters[0], false), ("_stride", parameters[0], false)]
            }
            type.conduct = .nameAlone
            source(on: name, "init(_ start: Element, _ end: Element, _ stride: Element) {\n precondition(stride != 0, \"Stride size must not be zero\")\n self._start = start\n self._end = end\n self._stride = stride\n}", "Numbers in steps.")
            let steps = closed
                ? "_stride > 0 ? (_end >= _start ? (_end - _start) / _stride + 1 : 0) : _start >= _end ? (_start - _end) / (0 - _stride) + 1 : 0"
                : "_stride > 0 ? (_end > _start ? (_end - _start - 1) / _stride + 1 : 0) : _start > _end ? (_start - _end - 1) / (0 - _stride) + 1 : 0"
            source(on: "\(name) where Element == Int", "var _steps: Int {\n \(steps)\n}", "How many numbers there are.")
            let up = closed ? ">" : ">="
            let down = closed ? "<" : "<="
            source(on: "\(name) where Element: FloatingPoint", "func makeIterator() -> UnfoldSequence<Element> {\n let (start, end, step) = (_start, _end, _stride)\n var i = 0\n return UnfoldSequence {\n  let x = start.addingProduct(step, Element(i))\n  if step > 0 ? x \(up) end : x \(down) end { return nil }\n  i += 1\n  return x\n }\n}", "What gives the numbers one after the other.")
            source(on: "\(name) where Element: BinaryInteger", "func makeIterator() -> UnfoldSequence<Element> {\n var i: Element? = _start\n let (end, step) = (_end, _stride)\n return UnfoldSequence {\n  guard let x = i else { return nil }\n  if step > 0 ? x \(up) end : x \(down) end { return nil }\n  let (next, overflow) = x.addingReportingOverflow(step)\n  i = overflow ? nil : next\n  return x\n }\n}", "What gives the numbers one after the other.")
            for type in NominalType.integers.map(\.name) + ["Double", "Float"] where NominalType.named(type)?.isUnsignedInteger != true {
                source("func stride(from start: \(type), \(label) end: \(type), by step: \(type)) -> \(name)<\(type)> {\n \(name)(start, end, step)\n}", "The numbers from `start` \(closed ? "up to and with" : "up to, not with,") `end`, in steps; the step may be negative.", type == "Int" || type == "Double" ? "for x in stride(from: \(type)(0), \(label): 6, by: 2) { print(x) }" : "")
            }
        }
    }

    /// Over anything that counts in steps of another type: unsigned numbers, and what a cell declares `Strideable`.
    private func declareOwnStrides() {
        for (label, isClosed) in [("to", false), ("through", true)] {
            let (up, down) = isClosed ? (">", "<") : (">=", "<=")
            source("func stride<T: Strideable>(from start: T, \(label) end: T, by step: T.Stride) -> AnySequence<T> {\n precondition(step != 0, \"Stride size must not be zero\")\n return AnySequence { () -> UnfoldSequence<T> in\n  var current = start\n  var isOver = false\n  return UnfoldSequence {\n   if isOver || (step > 0 ? current \(up) end : current \(down) end) { return nil }\n   let x = current\n   let rest = x.distance(to: end)\n   if step > 0 ? rest < step : rest > step { isOver = true } else { current = x.advanced(by: step) }\n   return x\n  }\n }\n}", "The values from `start` \(isClosed ? "up to and with" : "up to, not with,") `end`, in steps; the step may be negative.", "for x in stride(from: UInt8(0), \(label): 6, by: 2) { print(x) }")
        }
    }

    /// Sequences that a closure makes.
    private func declareUnfolding() {
        for name in ["UnfoldSequence", "AnyIterator"] {
            let example = name == "AnyIterator" ? "var n = 0\nlet numbers = AnyIterator { () -> Int? in\n n += 1\n return n < 3 ? n : nil\n}\nfor x in numbers { print(x) }" : "print(Array(sequence(first: 1) { $0 < 9 ? $0 * 3 : nil }))"
            _ = structure(name, ["Element"], "The values that a closure gives until it gives nil.", example) { parameters in
                [("_next", .function([], .optional(parameters[0])), false)]
            }
            source(on: name, "init(_ next: @escaping () -> Element?) {\n self._next = next\n}", "What a closure gives.")
            source(on: name, "\(name == "AnyIterator" ? "" : "mutating ")func next() -> Element? {\n _next()\n}", "The next value, or nil.")
            source(on: name, "func makeIterator() -> \(name)<Element> {\n self\n}", "Itself.")
        }
        source(on: "AnyIterator", "init<I: IteratorProtocol>(_ base: I) where I.Element == Element {\n var base = base\n self._next = { base.next() }\n}", "The values of another iterator.")
        _ = structure("AnySequence", ["Element"], "A sequence whose own type is hidden.", "print(Array(AnySequence([1, 2])))") { parameters in
            [("_make", .function([], .make(.function(Type.FunctionType(parameters: [], result: .optional(parameters[0]), canThrow: false)))), false)]
        }
        source(on: "AnySequence", "init<S: Sequence>(_ base: S) where S.Element == Element {\n self._make = {\n  var iterator = base.makeIterator()\n  return { iterator.next() }\n }\n}", "The elements of another sequence.")
        source(on: "AnySequence", "init<I: IteratorProtocol>(_ makeUnderlyingIterator: @escaping () -> I) where I.Element == Element {\n self._make = {\n  var iterator = makeUnderlyingIterator()\n  return { iterator.next() }\n }\n}", "What an iterator gives that is made for each loop.")
        source(on: "AnySequence", "func makeIterator() -> UnfoldSequence<Element> {\n UnfoldSequence(_make())\n}", "What gives the elements one after the other.")
        declareUnfoldedStates()
    }
}

extension StandardLibrary {
    /// `sequence(first:next:)` and `sequence(state:next:)`: values, each copy of which goes on by itself.
    fileprivate func declareUnfoldedStates() {
        let powers = "let powers = sequence(first: 1) { $0 * 2 }\nprint(Array(powers.prefix(3)), Array(powers.prefix(2)))"
        _ = structure("UnfoldFirstSequence", ["Element"], "A first value, then what a closure makes of the one before.", powers) { parameters in
            [("_value", .optional(parameters[0]), true), ("_isFirst", .bool, true), ("_next", .function([parameters[0]], .optional(parameters[0])), false)]
        }
        source(on: "UnfoldFirstSequence", "init(_ first: Element, _ next: @escaping (Element) -> Element?) {\n self._value = first\n self._isFirst = true\n self._next = next\n}", "From a first value on.", powers)
        source(on: "UnfoldFirstSequence", "mutating func next() -> Element? {\n if _isFirst {\n  _isFirst = false\n  return _value\n }\n if let old = _value { _value = _next(old) }\n return _value\n}", "The next value, or nil.", "var powers = sequence(first: 1) { $0 * 2 }\nprint(powers.next() ?? 0, powers.next() ?? 0)")
        let down = "let down = sequence(state: 3) { (n: inout Int) -> Int? in\n n -= 1\n return n < 0 ? nil : n\n}\nprint(Array(down), Array(down))"
        _ = structure("UnfoldStateSequence", ["Element", "State"], "What a closure gives while it changes its state.", down) { parameters in
            let next = Type.make(.function(Type.FunctionType(parameters: [Type.Parameter(type: parameters[1], isInout: true)], result: .optional(parameters[0]), canThrow: false)))
            return [("_state", parameters[1], true), ("_isOver", .bool, true), ("_next", next, false)]
        }
        source(on: "UnfoldStateSequence", "init(_ state: State, _ next: @escaping (inout State) -> Element?) {\n self._state = state\n self._isOver = false\n self._next = next\n}", "From a state on.", down)
        source(on: "UnfoldStateSequence", "mutating func next() -> Element? {\n if _isOver { return nil }\n if let x = _next(&_state) { return x }\n _isOver = true\n return nil\n}", "The next value, or nil.", "var down = sequence(state: 3) { (n: inout Int) -> Int? in\n n -= 1\n return n < 0 ? nil : n\n}\nprint(down.next() ?? -1)")
        source("func sequence<T>(first: T, next: @escaping (T) -> T?) -> UnfoldFirstSequence<T> {\n UnfoldFirstSequence(first, next)\n}", "A first value, then what the closure makes of the one before, until it gives nil.", "for x in sequence(first: 1, next: { $0 < 9 ? $0 * 2 : nil }) { print(x) }")
        source("func sequence<T, State>(state: State, next: @escaping (inout State) -> T?) -> UnfoldStateSequence<T, State> {\n UnfoldStateSequence(state, next)\n}", "What the closure gives while it changes its state, until it gives nil.", "print(Array(sequence(state: 3) { (n: inout Int) -> Int? in\n n -= 1\n return n < 0 ? nil : n\n}))")
    }
}

extension Conduct {
    /// What shows nothing of itself but what it is.
    static let nameAlone = Conduct(
        describe: { _, _, type, _, text in text += type.qualifiedDescription })
}
