/// A text as the library takes it from a cell: a String, a Substring or a Character, whichever it is.
struct TextValue: CellValue {
    let text: Substring

    static var cellLayout: Layout { .reference }
    @inline(__always) static var slotCount: Int { 1 }

    static func load(_ slots: UnsafePointer<UInt64>) throws -> TextValue {
        let block = HeapObject.block(slots[0])
        if HeapObject.kind(block) == HeapObject.Kind.string.rawValue {
            return TextValue(text: HeapObject.string(block).pointee[...])
        }
        return TextValue(text: try SubstringValue.load(slots).text)
    }

    func store(_ slots: UnsafeMutablePointer<UInt64>) { SubstringValue(text: text).store(slots) }
}

/// `Substring` as a cell has it: a part of a text that shares the text's memory.
struct SubstringValue: CellObject {
    let text: Substring
}
