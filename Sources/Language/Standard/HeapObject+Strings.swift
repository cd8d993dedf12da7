extension HeapObject {
    /// Puts text at the end of a string variable, in place when nobody else holds it.
    static func appendString(_ address: UnsafeMutablePointer<UInt64>, _ text: some StringProtocol) {
        if isUnique(address[0]) {
            string(block(address[0])).pointee += text
            return
        }
        let whole = string(address[0]) + text
        release(address[0])
        address[0] = makeString(whole)
    }

    /// A text's characters as an array of a cell.
    static func characters(of text: Substring) -> CharacterArray { CharacterArray(text: text) }
}

/// Characters on their way into an array of a cell, without one of Swift's between.
struct CharacterArray: CellValue {
    let text: Substring

    static var cellLayout: Layout { .reference }

    static func load(_ slots: UnsafePointer<UInt64>) throws -> CharacterArray {
        let (elements, count) = HeapObject.array(slots[0])
        var text = ""
        for index in 0..<count { text += HeapObject.string(elements[index]) }
        return CharacterArray(text: text[...])
    }

    func store(_ slots: UnsafeMutablePointer<UInt64>) {
        let array = HeapObject.makeArray(capacity: text.count, layout: LayoutTable.reference)
        let elements = HeapObject.elements(array)
        var count = 0
        for character in text {
            elements[count] = HeapObject.makeString(String(character))
            count += 1
        }
        array[3] = UInt64(count)
        slots[0] = HeapObject.reference(array)
    }
}
