extension StandardLibrary {
    /// Arrays: making and changing them.
    func declareArrays() {
        source(on: "Array", "init() {\n self = []\n}", "An empty array.", "var numbers = [Int]()\nnumbers.append(1)\nprint(numbers)")
        operation(on: "Array", "init(repeating value: Element, count: Int)", "`count` times the same value; an error where `count` is negative.", "print(Array(repeating: 0.0, count: 3))", .arrayRepeating)
        source(on: "Array", "init(_ elements: [Element]) {\n self = elements\n}", "The same elements.")
        source(on: "Array where Element == Int", "init(_ range: Range<Int>) {\n var result: [Int] = []\n for i in range { result.append(i) }\n self = result\n}", "The numbers of a range.", "print(Array(0..<3))")
        source(on: "Array where Element == Int", "init(_ range: ClosedRange<Int>) {\n var result: [Int] = []\n for i in range { result.append(i) }\n self = result\n}", "The numbers of a range.", "print(Array(1...3))")
        source(on: "Array where Element == Character", "init(_ text: String) {\n self = text.characters\n}", "The characters of a text.", "print(Array(\"abc\").count)")
        operation(on: "Array", "var count: Int { get }", "How many elements there are. O(1).", "print([1, 2, 3].count)", .arrayCount)
        source(on: "Array", "var isEmpty: Bool {\n count == 0\n}", "Whether there are no elements.", "print([Int]().isEmpty)")
        source(on: "Array", "var first: Element? {\n count == 0 ? nil : self[0]\n}", "The first element, or nil.", "print([1, 2].first ?? 0)")
        source(on: "Array", "var last: Element? {\n count == 0 ? nil : self[count - 1]\n}", "The last element, or nil.", "print([1, 2].last ?? 0)")
        source(on: "Array", "var indices: Range<Int> {\n 0..<count\n}", "The positions, 0 up to `count`.", "for i in [\"a\", \"b\"].indices { print(i) }")
        source(on: "Array", "var startIndex: Int {\n 0\n}", "0.")
        source(on: "Array", "var endIndex: Int {\n count\n}", "`count`.")
        operation(on: "Array", "mutating func append(_ element: Element)", "Puts an element at the end. O(1) on average.", "var a = [1]\na.append(2)\nprint(a)", .arrayAppend)
        operation(on: "Array", "mutating func append(contentsOf elements: [Element])", "Puts elements at the end.", "var a = [1]\na.append(contentsOf: [2, 3])\nprint(a)", .arrayAppendContents)
        operation(on: "Array", "mutating func reserveCapacity(_ capacity: Int)", "Makes room beforehand.", .arrayReserve)
        operation(on: "Array", "mutating func insert(_ element: Element, at index: Int)", "Puts an element in front of the one at `index`; an error where the index is out of range. O(n).", "var a = [1, 3]\na.insert(2, at: 1)\nprint(a)", .arrayInsert)
        operation(on: "Array", "@discardableResult mutating func remove(at index: Int) -> Element", "Takes out the element at `index`; an error where the index is out of range. O(n).", "var a = [1, 2]\na.remove(at: 0)\nprint(a)", .arrayRemove)
        operation(on: "Array", "@discardableResult mutating func removeLast() -> Element", "Takes out the last element; an error where there is none.", "var a = [1, 2]\na.removeLast()\nprint(a)", .arrayRemoveLast)
        source(on: "Array", "@discardableResult mutating func removeFirst() -> Element {\n remove(at: 0)\n}", "Takes out the first element; an error where there is none.", "var a = [1, 2]\na.removeFirst()\nprint(a)")
        source(on: "Array", "@discardableResult mutating func popLast() -> Element? {\n count == 0 ? nil : removeLast()\n}", "Takes out the last element, or gives nil.", "var a = [1]\na.popLast()\nprint(a)")
        operation(on: "Array", "mutating func removeAll()", "Takes out all elements.", "var a = [1, 2]\na.removeAll()\nprint(a)", .arrayRemoveAll)
        source(on: "Array", "mutating func removeAll(where test: (Element) throws -> Bool) rethrows {\n var kept: [Element] = []\n for x in self {\n  if !(try test(x)) { kept.append(x) }\n }\n self = kept\n}", "Takes out the elements that a test holds for.", "var a = [1, 2, 3]\na.removeAll { $0 > 1 }\nprint(a)")
        operation(on: "Array", "mutating func swapAt(_ i: Int, _ j: Int)", "Two elements change places; an error where an index is out of range.", "var a = [1, 2]\na.swapAt(0, 1)\nprint(a)", .arraySwap)
        source(on: "Array", "mutating func reverse() {\n var i = 0\n var j = count - 1\n while i < j {\n  swapAt(i, j)\n  i += 1\n  j -= 1\n }\n}", "Turns the order round.", "var a = [1, 2, 3]\na.reverse()\nprint(a)")
        source(on: "Array", "func reversed() -> [Element] {\n var result: [Element] = []\n var i = count - 1\n while i >= 0 {\n  result.append(self[i])\n  i -= 1\n }\n return result\n}", "The elements in the other order.", "print([1, 2, 3].reversed())")
        source(on: "Array", "func prefix(_ length: Int) -> [Element] {\n precondition(length >= 0, \"the length of a prefix cannot be negative\")\n return part(0, length < count ? length : count)\n}", "The first elements, at most `length`.", "print([1, 2, 3].prefix(2))")
        source(on: "Array", "func suffix(_ length: Int) -> [Element] {\n precondition(length >= 0, \"the length of a suffix cannot be negative\")\n return part(length < count ? count - length : 0, count)\n}", "The last elements, at most `length`.", "print([1, 2, 3].suffix(2))")
        source(on: "Array", "func dropFirst(_ k: Int = 1) -> [Element] {\n precondition(k >= 0, \"the number of elements to drop cannot be negative\")\n return part(k < count ? k : count, count)\n}", "All but the first elements.", "print([1, 2, 3].dropFirst())")
        source(on: "Array", "func dropLast(_ k: Int = 1) -> [Element] {\n precondition(k >= 0, \"the number of elements to drop cannot be negative\")\n return part(0, k < count ? count - k : 0)\n}", "All but the last elements.", "print([1, 2, 3].dropLast())")
        operation(on: "Array", "func part(_ lower: Int, _ upper: Int) -> [Element]", "The elements from `lower` up to, not with, `upper`; an error where a bound is out of range.", "print([1, 2, 3, 4].part(1, 3))", .arraySlice)
    }

    /// What is asked of arrays.
    func declareArrayAlgorithms() {
        source(on: "Array", "func map<T>(_ transform: (Element) throws -> T) rethrows -> [T] {\n var result: [T] = []\n result.reserveCapacity(count)\n for x in self { result.append(try transform(x)) }\n return result\n}", "What the closure makes of each element.", "print([1, 2, 3].map { $0 * 2 })")
        source(on: "Array", "func compactMap<T>(_ transform: (Element) throws -> T?) rethrows -> [T] {\n var result: [T] = []\n for x in self {\n  if let y = try transform(x) { result.append(y) }\n }\n return result\n}", "What the closure makes of each element, without nil.", "print([\"1\", \"x\"].compactMap { Int($0) })")
        source(on: "Array", "func flatMap<T>(_ transform: (Element) throws -> [T]) rethrows -> [T] {\n var result: [T] = []\n for x in self { result.append(contentsOf: try transform(x)) }\n return result\n}", "The arrays that the closure makes of each element, one after the other.", "print([1, 2].flatMap { [$0, $0 * 10] })")
        source(on: "Array", "func filter(_ test: (Element) throws -> Bool) rethrows -> [Element] {\n var result: [Element] = []\n for x in self {\n  if try test(x) { result.append(x) }\n }\n return result\n}", "The elements that a test holds for.", "print([1, 2, 3].filter { $0 > 1 })")
        source(on: "Array", "func reduce<R>(_ initial: R, _ next: (R, Element) throws -> R) rethrows -> R {\n var result = initial\n for x in self { result = try next(result, x) }\n return result\n}", "All elements put into one value, from left to right.", "print([1, 2, 3].reduce(0) { $0 + $1 })")
        source(on: "Array", "func reduce<R>(into initial: R, _ update: (inout R, Element) throws -> Void) rethrows -> R {\n var result = initial\n for x in self { try update(&result, x) }\n return result\n}", "All elements put into one value that the closure changes.", "print([1, 2, 3].reduce(into: [Int]()) { $0.append($1 * 2) })")
        source(on: "Array", "func forEach(_ body: (Element) throws -> Void) rethrows {\n for x in self { try body(x) }\n}", "Calls the closure with each element.", "[1, 2].forEach { print($0) }")
        source(on: "Array", "func contains(where test: (Element) throws -> Bool) rethrows -> Bool {\n for x in self {\n  if try test(x) { return true }\n }\n return false\n}", "Whether a test holds for some element.", "print([1, 2].contains { $0 > 1 })")
        source(on: "Array where Element: Equatable", "func contains(_ element: Element) -> Bool {\n for x in self {\n  if x == element { return true }\n }\n return false\n}", "Whether some element equals the value.", "print([1, 2].contains(2))")
        source(on: "Array", "func allSatisfy(_ test: (Element) throws -> Bool) rethrows -> Bool {\n for x in self {\n  if !(try test(x)) { return false }\n }\n return true\n}", "Whether a test holds for all elements.", "print([1, 2].allSatisfy { $0 > 0 })")
        source(on: "Array", "func first(where test: (Element) throws -> Bool) rethrows -> Element? {\n for x in self {\n  if try test(x) { return x }\n }\n return nil\n}", "The first element that a test holds for, or nil.", "print([1, 2, 3].first { $0 > 1 } ?? 0)")
        source(on: "Array", "func last(where test: (Element) throws -> Bool) rethrows -> Element? {\n var i = count - 1\n while i >= 0 {\n  if try test(self[i]) { return self[i] }\n  i -= 1\n }\n return nil\n}", "The last element that a test holds for, or nil.", "print([1, 2, 3].last { $0 < 3 } ?? 0)")
        source(on: "Array where Element: Equatable", "func firstIndex(of element: Element) -> Int? {\n for i in 0..<count {\n  if self[i] == element { return i }\n }\n return nil\n}", "Where the value is first found, or nil.", "print([5, 6].firstIndex(of: 6) ?? -1)")
        source(on: "Array where Element: Equatable", "func lastIndex(of element: Element) -> Int? {\n var i = count - 1\n while i >= 0 {\n  if self[i] == element { return i }\n  i -= 1\n }\n return nil\n}", "Where the value is last found, or nil.", "print([5, 5].lastIndex(of: 5) ?? -1)")
        source(on: "Array", "func firstIndex(where test: (Element) throws -> Bool) rethrows -> Int? {\n for i in 0..<count {\n  if try test(self[i]) { return i }\n }\n return nil\n}", "Where a test first holds, or nil.", "print([5, 6].firstIndex { $0 > 5 } ?? -1)")
        source(on: "Array", "func enumerated() -> [(offset: Int, element: Element)] {\n var result: [(offset: Int, element: Element)] = []\n result.reserveCapacity(count)\n for i in 0..<count { result.append((offset: i, element: self[i])) }\n return result\n}", "Each element with its position.", "for (i, x) in [\"a\", \"b\"].enumerated() { print(i, x) }")
        source("func zip<A, B>(_ a: [A], _ b: [B]) -> [(A, B)] {\n var result: [(A, B)] = []\n let n = a.count < b.count ? a.count : b.count\n result.reserveCapacity(n)\n for i in 0..<n { result.append((a[i], b[i])) }\n return result\n}", "The elements of two arrays in pairs, as many as the shorter has.", "for (x, y) in zip([1, 2], [\"a\", \"b\"]) { print(x, y) }")
        source("func zip<B>(_ a: Range<Int>, _ b: [B]) -> [(Int, B)] {\n zip(Array(a), b)\n}", "The numbers of a range with the elements of an array.", "for (i, x) in zip(0..<2, [\"a\", \"b\"]) { print(i, x) }")
        source(on: "Array", "func sorted(by areInOrder: (Element, Element) throws -> Bool) rethrows -> [Element] {\n var a = self\n var b = self\n let n = count\n var width = 1\n while width < n {\n  var start = 0\n  while start < n {\n   let middle = start + width < n ? start + width : n\n   let end = start + 2 * width < n ? start + 2 * width : n\n   var i = start\n   var j = middle\n   var k = start\n   while k < end {\n    if i < middle && (j >= end || !(try areInOrder(a[j], a[i]))) {\n     b[k] = a[i]\n     i += 1\n    } else {\n     b[k] = a[j]\n     j += 1\n    }\n    k += 1\n   }\n   start = end\n  }\n  let other = a\n  a = b\n  b = other\n  width = width * 2\n }\n return a\n}", "The elements in the order that the closure gives: it says whether its first argument goes before its second. Equal ones keep their order. O(n log n).", "print([3, 1, 2].sorted { $0 > $1 })")
        source(on: "Array where Element: Comparable", "func sorted() -> [Element] {\n sorted { $0 < $1 }\n}", "The elements from the least to the greatest.", "print([3, 1, 2].sorted())")
        source(on: "Array", "mutating func sort(by areInOrder: (Element, Element) throws -> Bool) rethrows {\n self = try sorted(by: areInOrder)\n}", "Sorts by what the closure says.", "var a = [1, 3, 2]\na.sort { $0 > $1 }\nprint(a)")
        source(on: "Array where Element: Comparable", "mutating func sort() {\n self = sorted()\n}", "Sorts from the least to the greatest.", "var a = [3, 1, 2]\na.sort()\nprint(a)")
        for (name, test) in [("min", "x < best"), ("max", "best < x")] {
            let word = name == "min" ? "least" : "greatest"
            source(on: "Array where Element: Comparable", "func \(name)() -> Element? {\n if count == 0 { return nil }\n var best = self[0]\n for x in self {\n  if \(test) { best = x }\n }\n return best\n}", "The \(word) element, or nil.", "print([3, 1, 2].\(name)() ?? 0)")
            source(on: "Array", "func \(name)(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows -> Element? {\n if count == 0 { return nil }\n var best = self[0]\n for x in self {\n  if try areInIncreasingOrder(\(name == "min" ? "x, best" : "best, x")) { best = x }\n }\n return best\n}", "The \(word) element by what the closure says, or nil.", "print([3, 1, 2].\(name) { $0 < $1 } ?? 0)")
        }
        source(on: "Array where Element == String", "func joined(separator: String = \"\") -> String {\n joinStrings(self, separator)\n}", "The texts, one after the other, with the separator between.", "print([\"a\", \"b\"].joined(separator: \", \"))")
        native("func joinStrings(_ parts: [String], _ separator: String) -> String", "The texts with the separator between.", "print(joinStrings([\"a\", \"b\"], \"-\"))", NativeFunction("joined") { (parts: [String], separator: String) -> String in parts.joined(separator: separator) })
        source(on: "Array where Element: Equatable", "func starts(with other: [Element]) -> Bool {\n other.count <= count && part(0, other.count) == other\n}", "Whether the first elements are those of `other`.", "print([1, 2, 3].starts(with: [1, 2]))")
        source(on: "Array", "func prefix(while test: (Element) throws -> Bool) rethrows -> [Element] {\n var result: [Element] = []\n for x in self {\n  if !(try test(x)) { break }\n  result.append(x)\n }\n return result\n}", "The first elements, as long as a test holds.", "print([1, 2, 3].prefix { $0 < 3 })")
        source(on: "Array", "func drop(while test: (Element) throws -> Bool) rethrows -> [Element] {\n var i = 0\n while i < count, try test(self[i]) { i += 1 }\n return part(i, count)\n}", "The elements from the first on that a test does not hold for.", "print([1, 2, 3].drop { $0 < 2 })")
    }

    func declareRanges() {
        for (name, isClosed) in [("Range", false), ("ClosedRange", true)] {
            let symbol = isClosed ? "..." : "..<"
            source(on: "\(name)", "var lowerBound: Bound {\n boundsOf(self).0\n}", "Where the range begins.", "print((1\(symbol)5).lowerBound)")
            source(on: "\(name)", "var upperBound: Bound {\n boundsOf(self).1\n}", "Where the range ends.", "print((1\(symbol)5).upperBound)")
            source(on: "\(name) where Bound: Comparable", "func contains(_ value: Bound) -> Bool {\n lowerBound <= value && value \(isClosed ? "<=" : "<") upperBound\n}", "Whether the value lies in the range.", "print((1\(symbol)5).contains(3))")
            let length = isClosed ? "upperBound - lowerBound + 1" : "upperBound - lowerBound"
            source(on: "\(name) where Bound == Int", "var count: Int {\n \(length)\n}", "How many numbers there are.", "print((1\(symbol)5).count)")
            source(on: "\(name)", "var isEmpty: Bool {\n \(isClosed ? "false" : "lowerBound == upperBound")\n}", "Whether there is nothing in the range.", "print((1\(symbol)5).isEmpty)")
            for (signature, call, documentation, example) in [
                ("func map<T>(_ transform: (Int) throws -> T) rethrows -> [T]", "map(transform)", "What the closure makes of each number.", "map { $0 * $0 }"),
                ("func filter(_ test: (Int) throws -> Bool) rethrows -> [Int]", "filter(test)", "The numbers that a test holds for.", "filter { $0 % 2 == 0 }"),
                ("func compactMap<T>(_ transform: (Int) throws -> T?) rethrows -> [T]", "compactMap(transform)", "What the closure makes of each number, without nil.", "compactMap { $0 > 2 ? $0 : nil }"),
                ("func flatMap<T>(_ transform: (Int) throws -> [T]) rethrows -> [T]", "flatMap(transform)", "The arrays the closure makes, one after the other.", "flatMap { [$0, $0] }"),
                ("func reduce<R>(_ initial: R, _ next: (R, Int) throws -> R) rethrows -> R", "reduce(initial, next)", "All numbers put into one value.", "reduce(0) { $0 + $1 }"),
                ("func forEach(_ body: (Int) throws -> Void) rethrows", "forEach(body)", "Calls the closure with each number.", "forEach { print($0) }"),
                ("func allSatisfy(_ test: (Int) throws -> Bool) rethrows -> Bool", "allSatisfy(test)", "Whether a test holds for all numbers.", "allSatisfy { $0 > 0 }"),
                ("func contains(where test: (Int) throws -> Bool) rethrows -> Bool", "contains(where: test)", "Whether a test holds for some number.", "contains { $0 > 2 }"),
                ("func first(where test: (Int) throws -> Bool) rethrows -> Int?", "first(where: test)", "The first number that a test holds for, or nil.", "first { $0 > 2 } ?? 0"),
            ] {
                let isPrinted = !signature.hasPrefix("func forEach")
                let run = isPrinted ? "print((1\(symbol)4).\(example))" : "(1\(symbol)4).\(example)"
                source(on: "\(name) where Bound == Int", "\(signature) {\n \(signature.contains("throws ->") ? "try " : "")Array(self).\(call)\n}", documentation, run)
            }
            source(on: "\(name) where Bound == Int", "func reversed() -> [Int] {\n Array(self).reversed()\n}", "The numbers from the last to the first.", "for i in (1\(symbol)3).reversed() { print(i) }")
            native("func boundsOf<Bound>(_ range: \(name)<Bound>) -> (Bound, Bound)", "Lower and upper bound.", "print(boundsOf(1\(symbol)5))", NativeFunction(name: "boundsOf", isInout: [false]) { frame in
                let layout = frame.typeArguments[0].layout
                frame.result.update(from: frame.arguments, count: 2 * layout.count)
                HeapObject.retain(frame.result, layout)
                HeapObject.retain(frame.result + layout.count, layout)
            })
        }
        for type in ["Int", "Double"] {
            let count = "(to > from) == (step > 0) && to != from"
            source("func stride(from: \(type), to: \(type), by step: \(type)) -> [\(type)] {\n precondition(step != 0, \"stride size must not be zero\")\n var result: [\(type)] = []\n if \(count) {\n  var i = 0\n  while true {\n   let x = from + \(type)(i) * step\n   if step > 0 ? x >= to : x <= to { break }\n   result.append(x)\n   i += 1\n  }\n }\n return result\n}", "The numbers from `from` up to, not with, `to`, in steps.", "for x in stride(from: \(type)(0), to: 6, by: 2) { print(x) }")
            source("func stride(from: \(type), through: \(type), by step: \(type)) -> [\(type)] {\n precondition(step != 0, \"stride size must not be zero\")\n var result: [\(type)] = []\n var i = 0\n while true {\n  let x = from + \(type)(i) * step\n  if step > 0 ? x > through : x < through { break }\n  result.append(x)\n  i += 1\n }\n return result\n}", "The numbers from `from` up to and with `through`, in steps.", "for x in stride(from: \(type)(6), through: 0, by: -2) { print(x) }")
        }
    }

    func declareOptionals() {
        source(on: "Optional", "func map<U>(_ transform: (Wrapped) throws -> U) rethrows -> U? {\n if let value = self { return try transform(value) }\n return nil\n}", "What the closure makes of the value, or nil.", "print(Int(\"4\").map { $0 * 2 } ?? 0)")
        source(on: "Optional", "func flatMap<U>(_ transform: (Wrapped) throws -> U?) rethrows -> U? {\n if let value = self { return try transform(value) }\n return nil\n}", "What the closure makes of the value, or nil.", "print(Optional(\"4\").flatMap { Int($0) } ?? 0)")
        source(on: "Optional", "init(_ value: Wrapped) {\n self = value\n}", "The value as an optional.", "print(Optional(3) ?? 0)")
    }
}
