/// What a collection of one's own has by `replaceSubrange(_:with:)` and `init()`.
extension StandardLibrary {
    func declareReplaceableCollections() {
        let queue = "struct Queue: RangeReplaceableCollection {\n private var items: [Int] = []\n init() {}\n var startIndex: Int { 0 }\n var endIndex: Int { items.count }\n func index(after i: Int) -> Int { i + 1 }\n subscript(i: Int) -> Int { items[i] }\n mutating func replaceSubrange<C: Collection>(_ range: Range<Int>, with new: C) where C.Element == Int { items.replaceSubrange(range, with: new) }\n}\nvar queue = Queue([1, 2, 3])\n"
        func member(_ text: String, _ documentation: String, _ example: String) {
            source(on: "RangeReplaceableCollection", text, documentation, queue + example + "\nprint(Array(queue))")
        }
        member("init<S: Sequence>(_ elements: S) where S.Element == Element {\n self.init()\n for x in elements { append(x) }\n}", "The elements of a sequence.", "queue = Queue([5])")
        member("init(repeating element: Element, count: Int) {\n self.init()\n for _ in 0..<count { append(element) }\n}", "One element, `count` times.", "queue = Queue(repeating: 7, count: 2)")
        member("mutating func append(_ element: Element) {\n replaceSubrange(endIndex..<endIndex, with: [element])\n}", "Puts an element at the end.", "queue.append(4)")
        member("mutating func append<S: Sequence>(contentsOf elements: S) where S.Element == Element {\n for x in elements { append(x) }\n}", "Puts elements at the end.", "queue.append(contentsOf: [4, 5])")
        member("mutating func insert(_ element: Element, at i: Index) {\n replaceSubrange(i..<i, with: [element])\n}", "Puts an element in front of a position.", "queue.insert(9, at: 1)")
        member("mutating func insert<C: Collection>(contentsOf elements: C, at i: Index) where C.Element == Element {\n replaceSubrange(i..<i, with: elements)\n}", "Puts elements in front of a position.", "queue.insert(contentsOf: [8, 9], at: 1)")
        member("@discardableResult mutating func remove(at i: Index) -> Element {\n let element = self[i]\n replaceSubrange(i..<index(after: i), with: [])\n return element\n}", "Takes out the element at a position.", "queue.remove(at: 0)")
        member("mutating func removeSubrange(_ range: Range<Index>) {\n replaceSubrange(range, with: [])\n}", "Takes out the elements of a range.", "queue.removeSubrange(0..<2)")
        member("@discardableResult mutating func removeFirst() -> Element {\n precondition(!isEmpty, \"Can't remove first element from an empty collection\")\n return remove(at: startIndex)\n}", "Takes out the first element.", "queue.removeFirst()")
        member("mutating func removeFirst(_ count: Int) {\n replaceSubrange(startIndex..<index(startIndex, offsetBy: count), with: [])\n}", "Takes out the first elements.", "queue.removeFirst(2)")
        member("mutating func removeAll(keepingCapacity: Bool = false) {\n self = Self()\n}", "Takes out everything.", "queue.removeAll()")
        member("mutating func removeAll(where matches: (Element) throws -> Bool) rethrows {\n self = Self(try filter { !(try matches($0)) })\n}", "Takes out what a closure says.", "queue.removeAll { $0 > 1 }")
        member("mutating func reserveCapacity(_ count: Int) {\n}", "Says how many elements there will be.", "queue.reserveCapacity(10)")
        member("static func + <Other: Sequence>(left: Self, right: Other) -> Self where Other.Element == Element {\n var result = left\n result.append(contentsOf: right)\n return result\n}", "The elements of both, those of the collection first.", "print(Array(queue + [4, 5]))")
        member("static func + <Other: Sequence>(left: Other, right: Self) -> Self where Other.Element == Element {\n var result = Self()\n result.append(contentsOf: left)\n result.append(contentsOf: right)\n return result\n}", "The elements of both, those of the collection last.", "print(Array([0] + queue))")
        member("static func += <Other: Sequence>(left: inout Self, right: Other) where Other.Element == Element {\n left.append(contentsOf: right)\n}", "Puts elements at the end.", "queue += [4, 5]")
        source(on: "RangeReplaceableCollection where Self: BidirectionalCollection", "@discardableResult mutating func removeLast() -> Element {\n precondition(!isEmpty, \"Can't remove last element from an empty collection\")\n return remove(at: index(before: endIndex))\n}", "Takes out the last element.", "var letters = [1, 2]\nletters.removeLast()\nprint(letters)")
        source(on: "RangeReplaceableCollection where Self: BidirectionalCollection", "mutating func popLast() -> Element? {\n isEmpty ? nil : remove(at: index(before: endIndex))\n}", "Takes out the last element, where there is one.", "var letters = [1, 2]\nprint(letters.popLast() ?? 0)")
    }
}
