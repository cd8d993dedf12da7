/// Positions in dictionaries and sets: of the rows that their entries lie in.
extension StandardLibrary {
    func declarePositions() {
        _ = structure("DictionaryIndex", [], "A position in a dictionary or set; it holds until the next change.", "let d = [\"a\": 1]\nif let i = d.index(forKey: \"a\") { print(d[i].value) }") { _ in [("_row", .int, false)] }
        source(on: "DictionaryIndex", "init(_ row: Int) {\n self._row = row\n}", "The position of a row.")
        for name in ["<", ">", "<=", ">="] {
            source(on: "DictionaryIndex", "func \(name) (_ left: DictionaryIndex, _ right: DictionaryIndex) -> Bool {\n left._row \(name) right._row\n}", "Whether `left \(name) right`.")
        }
        for (owner, entry) in [("Dictionary", "(key: Key, value: Value)"), ("Set", "Element")] {
            native(on: owner, "func _next(_ row: Int) -> Int", "The first row from here on that has an entry.", NativeFunction(name: "index", isInout: [false, false]) { frame in
                let storage = HeapObject.dictionary(frame.arguments[0])
                var row = max(Int.load(frame.arguments + 1), 0)
                while row < storage.rowCount, !storage.isUsed(row) { row += 1 }
                min(row, storage.rowCount).store(frame.result)
            })
            native(on: owner, "func _entry(_ row: Int) -> \(entry)", "What is in a row; an error where there is nothing.", NativeFunction(name: "subscript", isInout: [false, false]) { frame in
                let storage = HeapObject.dictionary(frame.arguments[0])
                let row = Int.load(frame.arguments + 1)
                guard row >= 0, row < storage.rowCount, storage.isUsed(row) else {
                    throw RuntimeFault(.index, "the position is of no entry: the \(storage.valueSlots == 0 ? "set" : "dictionary") has changed, or it lies behind the last one")
                }
                let layout = Layout(isReference: storage.keyType.layout.isReference + storage.valueType.layout.isReference)
                frame.result.update(from: storage.key(row), count: layout.count)
                HeapObject.retain(frame.result, layout)
            })
            let key = owner == "Set" ? "Element" : "Key"
            native(on: owner, "func _row(_ key: \(key)) -> Int", "The row of a key, or -1.", NativeFunction(name: "index", isInout: [false, false]) { frame in
                let machine = frame.machine
                let row = try HeapObject.withDictionary(frame.arguments[0]) { try $0.find(frame.arguments + 1, machine) }
                (row ?? -1).store(frame.result)
            })
            let label = owner == "Set" ? "firstIndex(of" : "index(forKey"
            let example = owner == "Set" ? "let s: Set = [5]\nprint(s.firstIndex(of: 5) == s.startIndex)" : "let d = [\"a\": 1]\nprint(d.index(forKey: \"a\") == d.startIndex)"
            source(on: owner, "func \(label) key: \(key)) -> DictionaryIndex? {\n let row = _row(key)\n return row < 0 ? nil : DictionaryIndex(row)\n}", "Where the \(owner == "Set" ? "value" : "key") is, or nil. O(1).", example)
            source(on: owner, "var startIndex: DictionaryIndex {\n DictionaryIndex(_next(0))\n}", "The first position.", example)
            source(on: owner, "var endIndex: DictionaryIndex {\n DictionaryIndex(_next(9223372036854775807))\n}", "The position behind the last.", example.replacing("startIndex", with: "endIndex"))
            source(on: owner, "func index(after i: DictionaryIndex) -> DictionaryIndex {\n DictionaryIndex(_next(i._row + 1))\n}", "The next position.", example.replacing("s.startIndex", with: "s.index(after: s.startIndex)").replacing("d.startIndex", with: "d.index(after: d.startIndex)"))
            source(on: owner, "subscript(position: DictionaryIndex) -> \(entry) {\n _entry(position._row)\n}", "What is at a position; an error where there is nothing.", owner == "Set" ? "let s: Set = [5]\nprint(s[s.startIndex])" : "let d = [\"a\": 1]\nprint(d[d.startIndex].key)")
            let take = owner == "Set" ? "remove(entry)" : "removeValue(forKey: entry.key)"
            source(on: owner, "@discardableResult mutating func remove(at position: DictionaryIndex) -> \(entry) {\n let entry = _entry(position._row)\n _ = \(take)\n return entry\n}", "Takes out what is at a position, and gives it.", owner == "Set" ? "var s: Set = [5]\ns.remove(at: s.startIndex)\nprint(s.count)" : "var d = [\"a\": 1]\nd.remove(at: d.startIndex)\nprint(d)")
            source(on: owner, "var capacity: Int {\n count\n}", "How many entries there is room for without growing, at least.", owner == "Set" ? "print(Set([1]).capacity >= 1)" : "print([\"a\": 1].capacity >= 1)")
        }
    }
}
