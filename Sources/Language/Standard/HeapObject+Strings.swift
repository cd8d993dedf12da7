extension HeapObject {
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
        let arePlain = text.utf8.areCharacters
        let array = HeapObject.makeArray(
            capacity: arePlain ? text.utf8.count : text.count, layout: LayoutTable.reference)
        let elements = HeapObject.elements(array)
        var count = 0
        if arePlain {
            for byte in text.utf8 {
                elements[count] = ThreadHeap.character(byte)
                count &+= 1
            }
        } else {
            for character in text {
                elements[count] = HeapObject.makeCharacter(character)
                count &+= 1
            }
        }
        array[3] = UInt64(count)
        slots[0] = HeapObject.reference(array)
    }
}
