/// Examples of Swift's protocols, of views of sequences and of positions, written as the others are.
extension Examples {
    static let protocols: [(owner: String, lines: String)] = [
        ("", """
            LazySequenceProtocol│func firstSquare<S: LazySequenceProtocol>(_ s: S) -> Int? where S.Element == Int { s.map { $0 * $0 }.first { $0 > 9 } }¶print(firstSquare([1, 2, 5].lazy) ?? 0)
            StringProtocol│func shout<S: StringProtocol>(_ text: S) -> String { text.uppercased() + "!" }¶print(shout("hi"), shout("hello".prefix(3)))
            RandomAccessCollection│func middle<C: RandomAccessCollection>(_ c: C) -> C.Element? where C.Index == Int { c.isEmpty ? nil : c[c.startIndex + c.count / 2] }¶print(middle([1, 2, 3]) ?? 0)
            MutableCollection│func swapEnds<C: MutableCollection>(_ c: inout C) where C.Index == Int { c.swapAt(c.startIndex, c.endIndex - 1) }¶var a = [1, 2, 3]¶swapEnds(&a)¶print(a)
            RangeReplaceableCollection│func twice<C: RangeReplaceableCollection>(_ c: C) -> C {¶ var result = c¶ result.append(contentsOf: c)¶ return result¶}¶print(twice([1, 2]))
            BidirectionalCollection│func lastTwo<C: BidirectionalCollection>(_ c: C) -> [C.Element] { Array(c.suffix(2)) }¶print(lastTwo("abc"))
            OptionSet│struct Style: OptionSet {¶ let rawValue: Int¶ static let bold = Style(rawValue: 1)¶ static let thin = Style(rawValue: 2)¶}¶let style: Style = [.bold, .thin]¶print(style.contains(.bold), style.rawValue)
            SetAlgebra│print(Set([1, 2]).union([3]).sorted())
            Collection│func middle<C: Collection>(_ c: C) -> Int { c.count / 2 }¶print(middle("abcd"), middle([1, 2]))
            Sequence│struct Countdown: Sequence, IteratorProtocol {¶ var n: Int¶ mutating func next() -> Int? {¶  if n == 0 { return nil }¶  n -= 1¶  return n + 1¶ }¶}¶for i in Countdown(n: 3) { print(i) }
            IteratorProtocol│struct Ones: IteratorProtocol {¶ mutating func next() -> Int? { 1 }¶}¶var ones = Ones()¶print(ones.next() ?? 0)
            RangeExpression│func holds<R: RangeExpression>(_ range: R) -> Bool where R.Bound == Int { range.contains(5) }¶print(holds(1...9), holds(..<5))
            TextOutputStream│struct Lines: TextOutputStream {¶ var all: [String] = []¶ mutating func write(_ text: String) { all.append(text) }¶}¶var lines = Lines()¶print(1, 2, to: &lines)¶print(lines.all)
            RandomNumberGenerator│struct Counter: RandomNumberGenerator {¶ var n: UInt64 = 0¶ mutating func next() -> UInt64 {¶  n += 1 << 60¶  return n¶ }¶}¶var counter = Counter()¶print(Int.random(in: 1...6, using: &counter))
            UnsignedInteger│func bits<T: UnsignedInteger>(_ n: T) -> String { String(n, radix: 2) }¶print(bits(UInt8(5)))
            SignedInteger│func opposite<T: SignedInteger>(_ n: T) -> T { -n }¶print(opposite(5))
            FixedWidthInteger│func ones<T: FixedWidthInteger>(_ n: T) -> Int { n.nonzeroBitCount }¶print(ones(UInt8(7)))
            BinaryInteger│func isEven<T: BinaryInteger>(_ n: T) -> Bool { n % 2 == 0 }¶print(isEven(4), isEven(UInt8(3)))
            BinaryFloatingPoint,FloatingPoint│func half<T: BinaryFloatingPoint>(_ x: T) -> T { x / 2 }¶print(half(3.0), half(Float(1)))
            SignedNumeric│func opposite<T: SignedNumeric>(_ x: T) -> T { -x }¶print(opposite(1.5), opposite(2))
            Numeric│func square<T: Numeric>(_ x: T) -> T { x * x }¶print(square(3), square(0.5))
            AdditiveArithmetic│func total<T: AdditiveArithmetic>(_ xs: [T]) -> T { xs.reduce(.zero, +) }¶print(total([1, 2]), total([0.5, 1]))
            Strideable│struct Page: Strideable {¶ var n: Int¶ func distance(to other: Page) -> Int { other.n - n }¶ func advanced(by k: Int) -> Page { Page(n: n + k) }¶}¶print(stride(from: Page(n: 1), to: Page(n: 6), by: 2).map { $0.n })
            Comparable│struct Score: Comparable {¶ var points: Int¶ static func < (a: Score, b: Score) -> Bool { a.points < b.points }¶}¶print([Score(points: 3), Score(points: 1)].min()!.points)
            Hashable│struct Cell: Hashable { var x, y: Int }¶print(Set([Cell(x: 1, y: 1), Cell(x: 1, y: 1)]).count)
            Equatable│struct Point: Equatable { var x, y: Int }¶print(Point(x: 1, y: 2) == Point(x: 1, y: 2))
            LosslessStringConvertible│func read<T: LosslessStringConvertible>(_ text: String, _ type: T.Type) -> T? { T(text) }¶print(read("42", Int.self) ?? 0)
            CustomStringConvertible│struct Point: CustomStringConvertible {¶ var x: Int¶ var description: String { "at \\(x)" }¶}¶print(Point(x: 3))
            CustomDebugStringConvertible│struct Point: CustomDebugStringConvertible {¶ var x: Int¶ var debugDescription: String { "Point at \\(x)" }¶}¶print([Point(x: 3)])
            Error│enum Trouble: Error { case none, some(Int) }¶do { throw Trouble.some(3) } catch { print(error) }
            LocalizedError│struct Missing: LocalizedError { var errorDescription: String? { "there is nothing" } }¶print(Missing().localizedDescription)
            Encodable,Decodable,Codable│struct Point: Codable { var x = 1 }¶print(Point())
            CaseIterable│enum Side: CaseIterable { case left, right }¶print(Side.allCases)
            RawRepresentable│enum Level: Int { case low = 1, high }¶print(Level.high.rawValue, Level(rawValue: 1) == .low)
            Identifiable│struct Item: Identifiable { let id: Int }¶print(Item(id: 3).id)
            Sendable│struct Size: Sendable { var width = 1 }¶print(Size())
            Any│let values: [Any] = [1, "a", 2.5]¶for value in values { print(value is Int) }
            AnyObject│class Node {}¶let node = Node()¶let object: AnyObject = node¶print(object === node)
            AnyHashable│let keys: [AnyHashable] = [1, "a"]¶print(keys.contains("a"))
            ExpressibleByIntegerLiteral│struct Meters: ExpressibleByIntegerLiteral {¶ var n: Int¶ init(integerLiteral n: Int) { self.n = n }¶}¶let length: Meters = 5¶print(length.n)
            ExpressibleByFloatLiteral│struct Meters: ExpressibleByFloatLiteral {¶ var x: Double¶ init(floatLiteral x: Double) { self.x = x }¶}¶let length: Meters = 2.5¶print(length.x)
            ExpressibleByBooleanLiteral│struct Switch: ExpressibleByBooleanLiteral {¶ var isOn: Bool¶ init(booleanLiteral isOn: Bool) { self.isOn = isOn }¶}¶let light: Switch = true¶print(light.isOn)
            ExpressibleByNilLiteral│struct Maybe: ExpressibleByNilLiteral { init(nilLiteral: ()) {} }¶let nothing: Maybe = nil¶print(nothing)
            ExpressibleByStringLiteral,ExpressibleByUnicodeScalarLiteral,ExpressibleByExtendedGraphemeClusterLiteral,ExpressibleByStringInterpolation│struct Name: ExpressibleByStringLiteral {¶ var text: String¶ init(stringLiteral text: String) { self.text = text }¶}¶let name: Name = "Ada"¶print(name.text)
            ExpressibleByArrayLiteral│struct Stack: ExpressibleByArrayLiteral {¶ var items: [Int]¶ init(arrayLiteral items: Int...) { self.items = items }¶}¶let stack: Stack = [1, 2]¶print(stack.items)
            ExpressibleByDictionaryLiteral│struct Ages: ExpressibleByDictionaryLiteral {¶ var count: Int¶ init(dictionaryLiteral pairs: (String, Int)...) { count = pairs.count }¶}¶let ages: Ages = ["Ada": 36]¶print(ages.count)
            <<,&<<│print(1 << 4, UInt8(1) &<< 2)
            """),
        ("Result", "get,map,mapError,flatMap│struct Bad: Error {}¶let results: [Result<Int, Bad>] = [.success(3), .failure(Bad())]¶print(results[0].map { $0 * 2 }, try results[0].get(), results[0].flatMap { .success($0 + 1) }, results[1].mapError { _ in Bad() })"),
        ("ReversedCollection", "init,makeIterator,count,startIndex,endIndex,reversed│let back = [1, 2, 3].reversed()¶print(back.count, back.startIndex < back.endIndex, back.reversed())"),
        ("EnumeratedSequence", "init,makeIterator,startIndex,endIndex,index,distance,count,subscript│let pairs = [\"a\", \"b\"].enumerated()¶print(pairs.count, pairs.map { \"\\($0.offset)\\($0.element)\" })¶let second = pairs.index(after: pairs.startIndex)¶print(pairs[second].element, pairs.distance(from: second, to: pairs.endIndex))"),
        ("EnumeratedIndex", "init,<│let pairs = [\"a\", \"b\"].enumerated()¶print(pairs.startIndex < pairs.endIndex)"),
        ("Unicode.Scalar.Properties", "init│print(Unicode.Scalar(\"é\").properties.isLowercase)"),
        ("Zip2Sequence", "init,makeIterator,underestimatedCount│var pairs = zip([1, 2], \"ab\").makeIterator()¶print(pairs.next() ?? (0, \"-\"))"),
        ("Repeated", "init,startIndex,endIndex,subscript│let same = repeatElement(\"x\", count: 3)¶print(same.count, same[0], same.startIndex, same.endIndex)"),
        ("PrefixSequence", "init,makeIterator│print(Array(stride(from: 0, to: 9, by: 2).prefix(2)))"),
        ("DropFirstSequence", "init,makeIterator│print(Array(stride(from: 0, to: 9, by: 2).dropFirst(2)))"),
        ("FlattenSequence", "init,makeIterator,startIndex,endIndex,index,distance,underestimatedCount,subscript│let all = [[1, 2], [3]].joined()¶print(all.count, all[all.startIndex], all[all.index(before: all.endIndex)], Array(all))"),
        ("FlattenIndex", "init,<│let all = [[1, 2], [3]].joined()¶print(all.startIndex < all.endIndex)"),
        ("EmptyCollection", "init,startIndex,endIndex,subscript│let nothing = EmptyCollection<Int>()¶print(nothing.startIndex == nothing.endIndex, nothing.count)"),
        ("CollectionOfOne", "init,startIndex,endIndex,count,subscript,debugDescription│var one = CollectionOfOne(3)¶one[0] = 4¶print(one.startIndex, one.endIndex, one.count, one[0], one.debugDescription)"),
        ("AnyCollection", "init,makeIterator,startIndex,endIndex,count,index,distance,subscript│let hidden = AnyCollection([5, 6])¶let i = hidden.index(hidden.startIndex, offsetBy: 1)¶print(hidden.count, hidden[i], hidden.index(after: i) == hidden.endIndex, hidden.distance(from: hidden.startIndex, to: i))"),
        ("AnyBidirectionalCollection", "init,makeIterator,startIndex,endIndex,count,index,distance,subscript│let hidden = AnyBidirectionalCollection([5, 6])¶let i = hidden.index(hidden.startIndex, offsetBy: 1)¶print(hidden.count, hidden[i], hidden.index(after: i) == hidden.endIndex, hidden.distance(from: hidden.startIndex, to: i))"),
        ("AnyRandomAccessCollection", "init,makeIterator,startIndex,endIndex,count,index,distance,subscript│let hidden = AnyRandomAccessCollection([5, 6])¶let i = hidden.index(hidden.startIndex, offsetBy: 1)¶print(hidden.count, hidden[i], hidden.index(after: i) == hidden.endIndex, hidden.distance(from: hidden.startIndex, to: i))"),
        ("AnyIndex", "init,<│let hidden = AnyCollection([5, 6])¶print(hidden.startIndex < hidden.endIndex)"),
        ("Mirror", "init│print(Mirror(reflecting: [1, 2]).children.count)"),
        ("LocalizedError", "errorDescription,failureReason,recoverySuggestion,helpAnchor│struct Lost: LocalizedError {¶ var errorDescription: String? { \"lost\" }¶}¶let error: any LocalizedError = Lost()¶print(error.errorDescription ?? \"-\", error.failureReason ?? \"-\", error.recoverySuggestion ?? \"-\", error.helpAnchor ?? \"-\")"),
        ("Slice", "init,base,startIndex,endIndex,index,distance,subscript│let part = [1, 2, 3, 4].lazy[1..<3]¶print(part.startIndex, part[2], part.index(after: 1), part.distance(from: 1, to: 3), part.base.count)"),
        ("Array", "shuffle│var generator = SystemRandomNumberGenerator()¶var a = [1, 2, 3]¶a.shuffle(using: &generator)¶print(a.count)\nsort│var a = [3, 1, 2]¶a.sort()¶print(a)\ndescription│print([1, 2].description)"),
        ("ArraySlice", "makeIterator,append,sort,reverse,shuffle,swapAt,removeFirst,removeLast,popLast,+│var part = [5, 3, 4, 1][1...]¶part.append(9)¶part.sort()¶part.reverse()¶part.removeFirst()¶print(part, part.popLast() ?? 0)"),
        ("RandomAccessCollection", "index,distance│let a = [5, 6, 7]¶print(a.index(before: 2), a.index(0, offsetBy: 2), a.index(0, offsetBy: 9, limitedBy: 3) ?? -1, a.distance(from: 0, to: 2))"),
        ("Dictionary", "description│print([\"a\": 1].description)\nprefix,suffix,dropFirst,dropLast,drop,makeIterator│let d = [\"a\": 1]¶print(Array(d.prefix(1)), d.dropFirst().count, d.drop { $0.value > 0 }.count)"),
        ("Set", "description│print(Set([1]).description)\nprefix,suffix,dropFirst,dropLast,drop,makeIterator│let s: Set = [1]¶print(Array(s.prefix(1)), s.dropFirst().count, s.drop { $0 > 0 }.count)"),
        ("Range", "description│print((1..<3).description)\nstartIndex,endIndex,first,last,min,max,subscript,makeIterator,relative│let r = 1..<5¶print(r.first ?? 0, r.last ?? 0, r.startIndex, r.endIndex, r[2], r[2..<4], (0..<2).relative(to: [7, 8, 9]))"),
        ("ClosedRange", "description│print((1...3).description)\nstartIndex,endIndex,first,last,min,max,subscript,makeIterator,relative│let r = 1...5¶print(r.first ?? 0, r.last ?? 0, r.min() ?? 0, r.max() ?? 0, (0...1).relative(to: [7, 8, 9]))"),
        ("PartialRangeFrom", "relative│print((1...).relative(to: [7, 8, 9]))"), ("PartialRangeUpTo", "relative│print((..<2).relative(to: [7, 8, 9]))"),
        ("PartialRangeThrough", "relative│print((...1).relative(to: [7, 8, 9]))"), ("Bool", "description│print(true.description)"),
        ("DictionaryKeys", "init,startIndex,endIndex,index,subscript,makeIterator│let keys = [\"a\": 1].keys¶print(keys.count, keys[keys.startIndex], keys.startIndex == keys.endIndex)"),
        ("DictionaryValues", "init,count,startIndex,endIndex,index,subscript,makeIterator│let values = [\"a\": 1].values¶print(values.count, values[values.startIndex], values.startIndex == values.endIndex)"),
        ("DictionaryIndex", "init,<,>,<=,>=│let d = [\"a\": 1, \"b\": 2]¶print(d.startIndex < d.endIndex, d.startIndex >= d.endIndex)"),
        ("StrideTo", "init│print(stride(from: 0, to: 6, by: 2).map { $0 })"), ("StrideThrough", "init│print(stride(from: 0, through: 6, by: 2).map { $0 })"),
        ("UnfoldSequence", "init,next,makeIterator│var powers = sequence(first: 1) { $0 * 2 }¶print(powers.next() ?? 0, powers.next() ?? 0)"),
        ("LazyPrefixWhileSequence", "init,makeIterator,subscript,startIndex,endIndex,index,underestimatedCount│let small = [1, 2, 5].lazy.prefix { $0 < 4 }¶print(small.first ?? 0, Array(small), small[small.index(after: small.startIndex)], small.endIndex > small.startIndex)"),
        ("LazyPrefixWhileIndex", "init,<│let small = [1, 2, 5].lazy.prefix { $0 < 4 }¶print(small.startIndex < small.endIndex)"),
        ("LazyDropWhileSequence", "init,makeIterator,subscript,startIndex,endIndex,index,underestimatedCount│let large = [1, 2, 5].lazy.drop { $0 < 2 }¶print(large.first ?? 0, Array(large), large.startIndex, large.endIndex, large[2], large.index(after: 1))"),
        ("UnfoldFirstSequence", "init,next│var powers = sequence(first: 1) { $0 * 2 }¶print(powers.next() ?? 0, powers.next() ?? 0)"),
        ("LazySequence", "subscript,startIndex,endIndex,index,distance,underestimatedCount│let xs = [1, 2, 3].lazy¶print(xs[1], xs.startIndex, xs.endIndex, xs.index(after: 0), xs.index(0, offsetBy: 2), xs.distance(from: 0, to: 3))"),
        ("LazyMapSequence", "init,makeIterator,subscript,startIndex,endIndex,index,distance,underestimatedCount│let xs = [1, 2, 3].lazy.map { $0 * 2 }¶print(xs[1], Array(xs[1..<3]), xs.startIndex, xs.endIndex, xs.index(after: 0), xs.distance(from: 0, to: 3))"),
        ("LazyFilterSequence", "init,makeIterator,subscript,startIndex,endIndex,index,distance,underestimatedCount│let xs = [1, 2, 3].lazy.filter { $0 > 1 }¶print(xs.startIndex, xs.endIndex, xs[1], xs.index(after: 1), Array(xs[1..<3]))"),
        ("LazySequenceProtocol", "lazy│print([1, 2].lazy.map { $0 * 2 }.lazy.first ?? 0)"),
        ("KeyPath", "init│let count = \\String.count¶print(\"abc\"[keyPath: count])"),
        ("WritableKeyPath", "init,appending│struct Point { var x = 0 }¶struct Line { var a = Point() }¶var line = Line()¶line[keyPath: (\\Line.a).appending(path: \\Point.x)] = 3¶print(line.a.x)"),
        ("ReferenceWritableKeyPath", "init│class Counter { var n = 0 }¶let counter = Counter()¶let path = \\Counter.n¶counter[keyPath: path] = 3¶print(counter.n)"),
        ("Double", "random│var generator = SystemRandomNumberGenerator()¶print(Double.random(in: 0...1, using: &generator) <= 1, Double.random(in: 0..<1) < 1)"),
        ("ObjectIdentifier", "init,<│class C {}¶let c = C()¶print(ObjectIdentifier(c) == ObjectIdentifier(c), ObjectIdentifier(Int.self) == ObjectIdentifier(Int.self))"),
        ("Sequence", "makeIterator│struct Ones: Sequence, IteratorProtocol {¶ mutating func next() -> Int? { 1 }¶}¶print(Array(Ones().prefix(2)))"),
        ("CollectionDifference", "init,count,isEmpty,makeIterator│let change = [1, 2, 3].difference(from: [1, 3])¶print(change.count, change.isEmpty)"),
    ]

    /// What trainings, figures and files have that no other example shows.
    static let results: [(owner: String, lines: String)] = [
        ("", """
            TensorConvertible│print(Tensor([1, 2]) + 1)
            TensorIndex│let x = Tensor([[1, 2], [3, 4]])¶print(x[0, .newAxis].shape, x[.ellipsis, 0])
            Verbosity,History,plot│let model = Sequential([Dense(1)])¶model.compile(optimizer: SGD(learningRate: 0.1), loss: .meanSquaredError)¶let x = Tensor.ones(4, 2)¶let history = model.fit(x, Tensor.zeros(4, 1), epochs: 2, verbose: .silent)¶print(history.epochs)¶plot(history)
            TrainingSignal,TrainingCallback,TrainingLogs│let model = Sequential([Dense(1)])¶model.compile(optimizer: SGD(learningRate: 0.1), loss: .meanSquaredError)¶let x = Tensor.ones(4, 2)¶let stop = Callback(onEpochEnd: { epoch, logs in epoch == 1 ? .stop : .proceed })¶print(model.fit(x, Tensor.zeros(4, 1), epochs: 9, callbacks: [stop], verbose: .silent).epochs.count)
            MonitorMode│print(MonitorMode.min)
            ModelGradient│var model = Sequential([Dense(1)])¶let x = Tensor.ones(4, 2)¶let (value, gradient) = valueWithGradient(at: model) { model in (model(x) * model(x)).mean() }¶SGD(learningRate: 0.1).update(&model, along: gradient)¶print(value.shape)
            PlotData│plot([1, 2], [0.5, 0.25])
            Rasterize│print(Rasterize.automatic)
            LegendLocation│print(LegendLocation.best)
            AxisScale│print(AxisScale.log)
            Widget│let name = Label(value: "a")¶print(name.isDisabled)
            """),
        ("TensorIterator", "next│for row in Tensor([[1, 2], [3, 4]]) { print(row) }"),
        ("Callback", "init│let model = Sequential([Dense(1)])¶model.compile(optimizer: SGD(learningRate: 0.1), loss: .meanSquaredError)¶let x = Tensor.ones(4, 2)¶let watch = Callback(onEpochEnd: { epoch, logs in print(epoch) })¶model.fit(x, Tensor.zeros(4, 1), epochs: 2, callbacks: [watch], verbose: .silent)"),
        ("Pyplot", "savefig│func save() throws { try plt.savefig(\"loss.svg\") }"),
        ("Figure", "savefig│func save(_ figure: Figure) throws { try figure.savefig(\"loss.svg\") }"),
        ("Animation", "save│func save(_ animation: Animation) throws { try animation.save(\"loss.gif\") }"),
    ]

    /// What all whole numbers have, and what all widgets have.
    static let families: [(owner: String, lines: String)] = results + integers + widgets

    private static let integers = ["Int", "Int8", "Int16", "Int32", "Int64", "UInt", "UInt8", "UInt16", "UInt32", "UInt64"].map { type in
        (owner: type, lines: "init│print(\(type)(), \(type)(7))\nrandom│print(\(type).random(in: 1...6) < 7, \(type).random(in: 1..<2))\nmagnitude│print(\(type)(5).magnitude)")
    }

    private static let widgets = [
        ("IntSlider", "value: 3", "4"), ("FloatSlider", "value: 0.5", "0.25"), ("FloatLogSlider", "value: 0.01", "0.1"), ("IntRangeSlider", "value: 2...7", "1...3"),
        ("Dropdown", "options: [\"a\", \"b\"]", "\"b\""), ("RadioButtons", "options: [\"a\", \"b\"]", "\"b\""), ("ToggleButtons", "options: [\"a\", \"b\"]", "\"b\""),
        ("SelectionSlider", "options: [\"a\", \"b\"]", "\"b\""), ("SelectMultiple", "options: [\"a\", \"b\"]", "[\"b\"]"), ("Checkbox", "value: true", "false"), ("ToggleButton", "", "true"),
        ("Button", "", ""), ("Text", "", "\"b\""), ("Textarea", "", "\"b\""), ("IntText", "", "4"), ("FloatText", "", "0.5"), ("Label", "value: \"a\"", "\"b\""), ("HTML", "value: \"a\"", "\"b\""),
        ("IntProgress", "max: 9", "4"), ("FloatProgress", "max: 1", "0.5"), ("Play", "max: 9", "4"), ("HBox", "[Label(value: \"a\")]", ""), ("VBox", "[Label(value: \"a\")]", ""),
        ("Tab", "[Label(value: \"a\")], titles: [\"a\"]", ""), ("Accordion", "[Label(value: \"a\")], titles: [\"a\"]", ""), ("Output", "", ""),
    ].map { name, arguments, value in
        let made = "let widget = \(name)(\(arguments))¶"
        var lines = ["label,isDisabled,width,height│\(made)widget.label = \"rate\"¶widget.width = \"200px\"¶widget.height = \"40px\"¶widget.isDisabled = true¶print(widget.label, widget.isDisabled)", "close,removeObservers│\(made)widget.removeObservers()¶widget.close()"]
        if !value.isEmpty { lines.append("value,observe│\(made)widget.observe { print(\"now\", $0) }¶widget.value = \(value)¶print(widget.value)") }
        return (owner: name, lines: lines.joined(separator: "\n"))
    }
}
