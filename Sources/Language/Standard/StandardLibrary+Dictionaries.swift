/// Dictionaries and sets. Both keep the order in which keys were put in, so that a cell prints the same every time.
extension StandardLibrary {
    func declareDictionaries() {
        func member(_ text: String, _ documentation: String, _ example: String = "", where requirement: String = "") {
            source(on: requirement.isEmpty ? "Dictionary" : "Dictionary where \(requirement)", text, documentation, example)
        }
        member("init() {\n self = [:]\n}", "An empty dictionary.", "var d = [String: Int]()\nd[\"a\"] = 1\nprint(d)")
        member("init(minimumCapacity: Int) {\n self = [:]\n}", "An empty dictionary with room.")
        member("init(_ other: [Key: Value]) {\n self = other\n}", "The same entries.")
        member("init<S: Sequence>(uniqueKeysWithValues entries: S) where S.Element == (Key, Value) {\n var result: [Key: Value] = [:]\n for (key, value) in entries {\n  if result.updateValue(value, forKey: key) != nil { _duplicateKey(key) }\n }\n self = result\n}", "The entries of pairs; an error where a key comes twice.", "print(Dictionary(uniqueKeysWithValues: zip([\"a\", \"b\"], 1...)))")
        native("func _duplicateKey<T>(_ key: T) -> Never", "An error that names a key.", NativeFunction(name: "Dictionary.init", isInout: [false]) { frame in
            let key = try frame.machine.describe(UnsafePointer(frame.arguments), frame.typeArguments[0], debug: true)
            throw RuntimeFault(.precondition, "duplicate values for key: '\(key)'", help: "use 'Dictionary(_:uniquingKeysWith:)' to say which value counts")
        })
        member("init<S: Sequence>(_ entries: S, uniquingKeysWith combine: (Value, Value) throws -> Value) rethrows where S.Element == (Key, Value) {\n var result: [Key: Value] = [:]\n for (key, value) in entries {\n  if let old = result[key] { result[key] = try combine(old, value) } else { result[key] = value }\n }\n self = result\n}", "The entries of pairs; where a key comes twice the closure makes one value of both.", "print(Dictionary([(\"a\", 1), (\"a\", 2)], uniquingKeysWith: +))")
        member("init<S: Sequence>(grouping values: S, by keyForValue: (S.Element) throws -> Key) rethrows where Value == [S.Element] {\n var result: [Key: [S.Element]] = [:]\n for x in values { result[try keyForValue(x), default: []].append(x) }\n self = result\n}", "Values in groups, by the key that the closure gives for each.", "print(Dictionary(grouping: [1, 3], by: { $0 % 2 == 0 }))")
        native(on: "Dictionary", "var count: Int { get }", "How many entries there are. O(1).", "print([\"a\": 1].count)", NativeFunction(name: "count", isInout: [false]) { frame in
            HeapObject.dictionary(frame.arguments[0]).count.store(frame.result)
        })
        member("var isEmpty: Bool {\n count == 0\n}", "Whether there are no entries.", "print([\"a\": 1].isEmpty)")
        member("var keys: DictionaryKeys<Key, Value> {\n DictionaryKeys(self)\n}", "The keys, in the order they were put in.", "print([\"a\": 1].keys.sorted())")
        member("var values: DictionaryValues<Key, Value> {\n DictionaryValues(self)\n}", "The values, in the order of their keys.", "print([\"a\": 1].values.max() ?? 0)")
        member("@discardableResult mutating func updateValue(_ value: Value, forKey key: Key) -> Value? {\n let old = self[key]\n self[key] = Optional(value)\n return old\n}", "Sets a key's value and gives the one it had.", "var d = [\"a\": 1]\nprint(d.updateValue(2, forKey: \"a\") ?? 0)")
        member("@discardableResult mutating func removeValue(forKey key: Key) -> Value? {\n let old = self[key]\n if old != nil { self[key] = nil }\n return old\n}", "Takes out a key and gives the value it had.", "var d = [\"a\": 1]\nd.removeValue(forKey: \"a\")\nprint(d)")
        member("mutating func removeAll(keepingCapacity: Bool = false) {\n self = [:]\n}", "Takes out all entries.", "var d = [\"a\": 1]\nd.removeAll()\nprint(d)")
        member("mutating func reserveCapacity(_ capacity: Int) {\n}", "Makes room beforehand.")
        member("mutating func popFirst() -> (key: Key, value: Value)? {\n for (key, value) in self {\n  self[key] = nil\n  return (key: key, value: value)\n }\n return nil\n}", "Takes out an entry, or gives nil.")
        member("func mapValues<T>(_ transform: (Value) throws -> T) rethrows -> [Key: T] {\n var result: [Key: T] = [:]\n for (key, value) in self { result[key] = Optional(try transform(value)) }\n return result\n}", "The same keys with what the closure makes of each value.", "print([\"a\": 1].mapValues { $0 * 10 })")
        member("func compactMapValues<T>(_ transform: (Value) throws -> T?) rethrows -> [Key: T] {\n var result: [Key: T] = [:]\n for (key, value) in self {\n  if let made = try transform(value) { result[key] = Optional(made) }\n }\n return result\n}", "The same keys with what the closure makes of each value, without nil.", "print([\"a\": \"1\", \"b\": \"x\"].compactMapValues { Int($0) })")
        member("func filter(_ test: ((key: Key, value: Value)) throws -> Bool) rethrows -> [Key: Value] {\n var result: [Key: Value] = [:]\n for entry in self {\n  if try test(entry) { result[entry.key] = Optional(entry.value) }\n }\n return result\n}", "The entries that a test holds for.", "print([\"a\": 1, \"b\": 2].filter { $0.value > 1 })")
        for (name, parameter, requirement) in [("merge", "_ other: [Key: Value]", ""), ("merge", "_ other: S", " where S.Element == (Key, Value)")] {
            let generic = requirement.isEmpty ? "" : "<S: Sequence>"
            member("mutating func \(name)\(generic)(\(parameter), uniquingKeysWith combine: (Value, Value) throws -> Value) rethrows\(requirement) {\n for (key, value) in other {\n  if let old = self[key] { self[key] = Optional(try combine(old, value)) } else { self[key] = Optional(value) }\n }\n}", "Takes in other entries; where a key is there already the closure makes one value of both.", "var d = [\"a\": 1]\nd.merge([\"a\": 2]) { $0 + $1 }\nprint(d)")
            member("func merging\(generic)(\(parameter), uniquingKeysWith combine: (Value, Value) throws -> Value) rethrows -> [Key: Value]\(requirement) {\n var result = self\n try result.merge(other, uniquingKeysWith: combine)\n return result\n}", "The entries of both; where a key is in both the closure makes one value of both.", "print([\"a\": 1].merging([\"b\": 2]) { $1 })")
        }
        for type in ["Dictionary", "Set", "Array", "Range", "ClosedRange", "Bool"] {
            native(on: type, "var description: String { get }", "The value as `print` shows it.", NativeFunction(name: "description", isInout: [false]) { frame in
                try frame.machine.describe(UnsafePointer(frame.arguments), describedType(type, frame.typeArguments), debug: false).store(frame.result)
            })
        }
        let pairs = structure("KeyValuePairs", ["Key", "Value"], "Pairs in the order they are written; keys may come twice.", "let pairs: KeyValuePairs = [\"a\": 1, \"a\": 2]\nfor (key, value) in pairs { print(key, value) }") { parameters in
            [("_elements", .array(.make(.tuple([Type.TupleElement(label: "key", type: parameters[0]), Type.TupleElement(label: "value", type: parameters[1])]))), false)]
        }
        pairs.conduct = .pairs
        source(on: "KeyValuePairs", "init(dictionaryLiteral pairs: [(key: Key, value: Value)]) {\n self._elements = pairs\n}", "Pairs written out.")
        source(on: "KeyValuePairs", "var count: Int {\n _elements.count\n}", "How many pairs there are.")
        source(on: "KeyValuePairs", "var startIndex: Int {\n 0\n}", "0.")
        source(on: "KeyValuePairs", "var endIndex: Int {\n _elements.count\n}", "`count`.")
        source(on: "KeyValuePairs", "subscript(i: Int) -> (key: Key, value: Value) {\n _elements[i]\n}", "The pair at a position.")
        source(on: "KeyValuePairs", "subscript(bounds: Range<Int>) -> ArraySlice<(key: Key, value: Value)> {\n _elements[bounds]\n}", "Some of the pairs.")
        source(on: "KeyValuePairs", "func makeIterator() -> IndexingIterator<[(key: Key, value: Value)]> {\n _elements.makeIterator()\n}", "What gives the pairs one after the other.")
        declareParts(of: "Dictionary", "(key: Key, value: Value)")
        for (name, element, documentation) in [("DictionaryKeys", "Key", "The keys of a dictionary."), ("DictionaryValues", "Value", "The values of a dictionary.")] {
            let example = name == "DictionaryKeys" ? "print([\"a\": 1].keys)" : "print([\"a\": 1].values)"
            let type = structure(name, ["Key", "Value"], documentation, example) { parameters in
                [("_elements", .array(parameters[name == "DictionaryKeys" ? 0 : 1]), false), ("_base", .make(.nominal(.dictionary, parameters)), false)]
            }
            type.conduct = .dictionaryPart
            source(on: name, "init(_ base: [Key: Value]) {\n self._elements = _part\(element)s(base)\n self._base = base\n}", "Of a dictionary.")
            source(on: name, "var count: Int {\n _elements.count\n}", "How many there are.")
            source(on: name, "var startIndex: Int {\n 0\n}", "0.")
            source(on: name, "var endIndex: Int {\n _elements.count\n}", "`count`.")
            source(on: name, "func index(after i: Int) -> Int {\n i + 1\n}", "The next position.")
            source(on: name, "func index(before i: Int) -> Int {\n i - 1\n}", "The position before.")
            source(on: name, "func index(_ i: Int, offsetBy distance: Int, limitedBy limit: Int) -> Int? {\n _elements.index(i, offsetBy: distance, limitedBy: limit)\n}", "The position so many further.")
            source(on: name, "subscript(i: Int) -> \(element) {\n _elements[i]\n}", "The one at a position.")
            source(on: name, "subscript(bounds: Range<Int>) -> ArraySlice<\(element)> {\n _elements[bounds]\n}", "Some of them.")
            source(on: name, "subscript(bounds: Range<Int>) -> ArraySlice<\(element)> {\n _elements[bounds]\n}", "Some of them.")
            source(on: name, "func makeIterator() -> IndexingIterator<[\(element)]> {\n _elements.makeIterator()\n}", "What gives them one after the other.")
            native("func _part\(element)s<Key, Value>(_ base: [Key: Value]) -> [\(element)]", "\(documentation)", NativeFunction(name: name, isInout: [false]) { frame in
                let storage = HeapObject.dictionary(frame.arguments[0])
                let isKey = element == "Key"
                let layout = (isKey ? storage.keyType : storage.valueType).layout
                try frame.machine.approve(words: storage.count * layout.count)
                let array = HeapObject.makeArray(capacity: storage.count, layout: LayoutTable.descriptor(layout))
                var target = HeapObject.elements(array)
                for row in 0..<storage.rowCount where storage.isUsed(row) {
                    target.update(from: isKey ? storage.key(row) : storage.value(row), count: layout.count)
                    HeapObject.retain(target, layout)
                    target += layout.count
                }
                array[3] = UInt64(storage.count)
                frame.result[0] = HeapObject.reference(array)
            })
        }
        source(on: "DictionaryKeys", "func contains(_ key: Key) -> Bool {\n _base[key] != nil\n}", "Whether the dictionary has the key. O(1).", "print([\"a\": 1].keys.contains(\"a\"))")
        source(on: "DictionaryKeys", "func == (_ left: DictionaryKeys<Key, Value>, _ right: DictionaryKeys<Key, Value>) -> Bool {\n Set(left) == Set(right)\n}", "Whether both have the same keys.")
    }

    /// A set's and a dictionary's parts have no positions of their own: they are those of an array of the elements.
    private func declareParts(of owner: String, _ element: String) {
        let slice = "ArraySlice<\(element)>"
        for (signature, call) in [
            ("func prefix(_ length: Int) -> \(slice)", "prefix(length)"), ("func suffix(_ length: Int) -> \(slice)", "suffix(length)"),
            ("func dropFirst(_ k: Int = 1) -> \(slice)", "dropFirst(k)"), ("func dropLast(_ k: Int = 1) -> \(slice)", "dropLast(k)"),
            ("func prefix(while test: (\(element)) throws -> Bool) rethrows -> \(slice)", "prefix(while: test)"),
            ("func drop(while test: (\(element)) throws -> Bool) rethrows -> \(slice)", "drop(while: test)"),
            ("func makeIterator() -> IndexingIterator<[\(element)]>", "makeIterator()"),
        ] {
            let attempt = signature.contains("rethrows") ? "try " : ""
            source(on: owner, "\(signature) {\n \(attempt)Array(self).\(call)\n}", "As an array's of the elements, in their order.")
        }
    }

    func declareSets() {
        func member(_ text: String, _ documentation: String, _ example: String = "") {
            source(on: "Set", text, documentation, example)
        }
        member("init() {\n self = []\n}", "An empty set.", "var s = Set<Int>()\ns.insert(1)\nprint(s)")
        member("init(minimumCapacity: Int) {\n self = []\n}", "An empty set with room.")
        member("init<S: Sequence>(_ elements: S) where S.Element == Element {\n var result: Set<Element> = []\n for x in elements { result.insert(x) }\n self = result\n}", "The different elements of any sequence.", "print(Set([1, 2, 2]).count)")
        native(on: "Set", "var count: Int { get }", "How many elements there are. O(1).", "print(Set([1, 1]).count)", NativeFunction(name: "count", isInout: [false]) { frame in
            HeapObject.dictionary(frame.arguments[0]).count.store(frame.result)
        })
        member("var isEmpty: Bool {\n count == 0\n}", "Whether there are no elements.", "print(Set<Int>().isEmpty)")
        native(on: "Set", "func contains(_ element: Element) -> Bool", "Whether the element is in the set. O(1).", "print(Set([1, 2]).contains(2))", NativeFunction(name: "contains", isInout: [false, false]) { frame in
            try (HeapObject.dictionary(frame.arguments[0]).find(frame.arguments + 1, frame.machine) != nil).store(frame.result)
        })
        native(on: "Set", "mutating func _add(_ element: Element) -> Bool", "Puts an element in; false when it was there.", NativeFunction(name: "insert", isInout: [true, false]) { frame in
            let storage = HeapObject.uniqueDictionary(Slots(bitPattern: UInt(frame.arguments[0])).unsafelyUnwrapped)
            let count = storage.count
            _ = try storage.valueSlots(frame.arguments + 1, default: frame.arguments, frame.machine)
            (storage.count != count).store(frame.result)
        })
        native(on: "Set", "mutating func _take(_ element: Element) -> Bool", "Takes an element out; false when it was not there.", NativeFunction(name: "remove", isInout: [true, false]) { frame in
            let storage = HeapObject.uniqueDictionary(Slots(bitPattern: UInt(frame.arguments[0])).unsafelyUnwrapped)
            let count = storage.count
            try storage.remove(frame.arguments + 1, frame.machine)
            (storage.count != count).store(frame.result)
        })
        member("@discardableResult mutating func insert(_ element: Element) -> (inserted: Bool, memberAfterInsert: Element) {\n (inserted: _add(element), memberAfterInsert: element)\n}", "Puts an element in, and tells whether it was new.", "var s = Set([1])\nprint(s.insert(2).inserted, s.insert(1).inserted)")
        member("@discardableResult mutating func update(with element: Element) -> Element? {\n _add(element) ? nil : element\n}", "Puts an element in, and gives the equal one that was there.")
        member("@discardableResult mutating func remove(_ element: Element) -> Element? {\n _take(element) ? element : nil\n}", "Takes an element out and gives it, or nil where it was not there.", "var s = Set([1, 2])\ns.remove(1)\nprint(s)")
        member("mutating func removeAll(keepingCapacity: Bool = false) {\n self = []\n}", "Takes out all elements.")
        member("mutating func reserveCapacity(_ capacity: Int) {\n}", "Makes room beforehand.")
        member("@discardableResult mutating func removeFirst() -> Element {\n for x in self {\n  remove(x)\n  return x\n }\n fatalError(\"Can't remove first element from an empty collection\")\n}", "Takes out an element; an error where there is none.", "var s: Set = [1]\nprint(s.removeFirst())")
        member("@discardableResult mutating func popFirst() -> Element? {\n for x in self {\n  remove(x)\n  return x\n }\n return nil\n}", "Takes out an element, or gives nil.")
        member("func filter(_ test: (Element) throws -> Bool) rethrows -> Set<Element> {\n var result: Set<Element> = []\n for x in self {\n  if try test(x) { result.insert(x) }\n }\n return result\n}", "The elements that a test holds for.", "print(Set([1, 2, 3]).filter { $0 > 2 })")
        for (name, mutating, body, documentation, example) in [
            ("union", "formUnion", "for x in other { result._add(x) }", "The elements of both.", "print(Set([1]).union([2]).sorted())"),
            ("subtracting", "subtract", "for x in other { result._take(x) }", "The elements without those of `other`.", "print(Set([1, 2]).subtracting([2]))"),
        ] {
            member("func \(name)<S: Sequence>(_ other: S) -> Set<Element> where S.Element == Element {\n var result = self\n \(body.replacing("result._", with: "_ = result._"))\n return result\n}", documentation, example)
            member("mutating func \(mutating)<S: Sequence>(_ other: S) where S.Element == Element {\n \(body.replacing("result._", with: "_ = _"))\n}", "The same, in place.")
        }
        member("func intersection<S: Sequence>(_ other: S) -> Set<Element> where S.Element == Element {\n let others = Set(other)\n var result: Set<Element> = []\n for x in self {\n  if others.contains(x) { result.insert(x) }\n }\n return result\n}", "The elements that are in both.", "print(Set([1, 2]).intersection([2, 3]))")
        member("func symmetricDifference<S: Sequence>(_ other: S) -> Set<Element> where S.Element == Element {\n let others = Set(other)\n return subtracting(others).union(others.subtracting(self))\n}", "The elements that are in one but not in both.", "print(Set([1, 2]).symmetricDifference([2, 3]).sorted())")
        for (mutating, call) in [("formIntersection", "intersection"), ("formSymmetricDifference", "symmetricDifference")] {
            member("mutating func \(mutating)<S: Sequence>(_ other: S) where S.Element == Element {\n self = \(call)(other)\n}", "The same, in place.")
        }
        for (name, body, documentation) in [
            ("isSubset", "allSatisfy { others.contains($0) }", "Whether all elements are in `other`."), ("isStrictSubset", "count < others.count && allSatisfy { others.contains($0) }", "Whether all elements are in `other`, which has more."),
            ("isSuperset", "others.allSatisfy { contains($0) }", "Whether all elements of `other` are here."), ("isStrictSuperset", "count > others.count && others.allSatisfy { contains($0) }", "Whether all elements of `other` are here, and more."),
        ] {
            member("func \(name)<S: Sequence>(of other: S) -> Bool where S.Element == Element {\n let others = Set(other)\n return \(body)\n}", documentation, "print(Set([1]).\(name)(of: [1, 2]))")
        }
        member("func isDisjoint<S: Sequence>(with other: S) -> Bool where S.Element == Element {\n for x in other {\n  if contains(x) { return false }\n }\n return true\n}", "Whether no element is in both.", "print(Set([1]).isDisjoint(with: [2]))")
        declareParts(of: "Set", "Element")
    }
}

extension Conduct {
    /// Pairs as a dictionary shows its entries.
    static let pairs = Conduct(
        describe: { machine, slots, type, _, text in
            let (elements, count) = HeapObject.array(slots[0])
            let (key, value) = (type.arguments[0], type.arguments[1])
            let stride = key.layout.count + value.layout.count
            text += count == 0 ? "[:" : "["
            for index in 0..<count {
                if index > 0 { text += ", " }
                try machine.describe(elements + index * stride, key, isNested: true, into: &text)
                text += ": "
                try machine.describe(
                    elements + index * stride + key.layout.count, value, isNested: true, into: &text)
            }
            text += "]"
        })

    /// Keys or values of a dictionary, as an array of them shows.
    static let dictionaryPart = Conduct(
        describe: { machine, slots, type, isNested, text in
            try machine.describe(slots, type.fields[0].type, isNested: isNested, into: &text)
        },
        equal: { machine, left, right, type in
            try machine.equal(left, right, type.fields[0].type)
        })
}

/// The type of a value whose own `description` is asked for, from the arguments of its generic parameters.
private func describedType(_ name: String, _ arguments: [Type]) -> Type {
    let types: [NominalType] = [.dictionary, .set, .range, .closedRange, .bool]
    return .make(.nominal(types.first { $0.name == name } ?? .array, arguments))
}
