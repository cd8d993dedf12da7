/// A text as the library takes it from a cell: a String, a Substring or a Character, whichever it is.
struct TextValue: CellValue {
    let text: Substring
    /// The String's block that it is a part of, borrowed for as long as the value was; 0 where it came from elsewhere.
    private(set) var base: Reference = 0

    static var cellLayout: Layout { .reference }
    @inline(__always) static var slotCount: Int { 1 }

    init(text: Substring) { self.text = text }

    private init(text: Substring, base: Reference) {
        self.text = text
        self.base = base
    }

    static func load(_ slots: UnsafePointer<UInt64>) throws -> TextValue {
        let block = HeapObject.block(slots[0])
        if HeapObject.kind(block) == HeapObject.Kind.string.rawValue {
            return TextValue(text: HeapObject.string(block).pointee[...], base: slots[0])
        }
        return TextValue(text: try SubstringValue.load(slots).text, base: HeapObject.part(block).text)
    }

    func store(_ slots: UnsafeMutablePointer<UInt64>) { SubstringValue(text: text).store(slots) }
}

/// `Substring` as a cell has it: a part of a text that shares the text's memory.
struct SubstringValue: CellValue {
    let text: Substring
    /// The block of the text it is a part of, where there is one: borrowed.
    private let base: Reference

    static var cellLayout: Layout { .reference }
    @inline(__always) static var slotCount: Int { 1 }

    init(text: Substring) {
        self.text = text
        base = 0
    }

    /// A part of a text that a cell gave.
    init(_ text: Substring, of whole: TextValue) {
        self.text = text
        base = whole.base
    }

    static func load(_ slots: UnsafePointer<UInt64>) throws -> SubstringValue {
        let block = HeapObject.block(slots[0])
        guard HeapObject.kind(block) == HeapObject.Kind.substring.rawValue else {
            throw RuntimeFault(.internal, "a value is not the text it was declared to be")
        }
        let (text, start, end) = HeapObject.part(block)
        let base = HeapObject.string(text)
        let first = base.utf8.index(base.startIndex, offsetBy: start)
        return SubstringValue(text: base[first..<base.utf8.index(base.startIndex, offsetBy: end)])
    }

    func store(_ slots: UnsafeMutablePointer<UInt64>) {
        let bytes = text.base.utf8
        let start = bytes.distance(from: bytes.startIndex, to: text.startIndex)
        let end = start + text.utf8.count
        if base != 0 {
            slots[0] = HeapObject.makePart(of: base, from: start, to: end)
            return
        }
        let whole = HeapObject.makeString(text.base)
        slots[0] = HeapObject.makePart(of: whole, from: start, to: end)
        HeapObject.release(whole)
    }
}

/// Parts of one text on their way into an array of a cell.
struct TextParts: CellValue {
    /// The finished array.
    private let array: Reference

    enum Bounds {
        /// Where each starts and ends in the text's UTF-8.
        case known([(start: Int, end: Int)])
        /// Between one byte and the next that is the same, in a text whose bytes are its characters.
        case between(UInt8, most: Int, omitting: Bool)
    }

    static var cellLayout: Layout { .reference }
    static var slotCount: Int { 1 }

    static func load(_ slots: UnsafePointer<UInt64>) throws -> TextParts {
        throw RuntimeFault(.internal, "parts of a text go to cells only")
    }

    func store(_ slots: UnsafeMutablePointer<UInt64>) { slots[0] = array }

    /// - Throws: the fault of an interrupted cell; what was made by then is let go of.
    init(of whole: TextValue, _ bounds: Bounds, _ check: InterruptCheck) throws {
        var count = 0
        try Self.forEach(bounds, of: whole, check) { _, _ in count &+= 1 }
        let base = whole.base != 0 ? whole.base : HeapObject.makeString(whole.text.base)
        defer { if whole.base == 0 { HeapObject.release(base) } }
        let block = HeapObject.makeArray(capacity: count, layout: LayoutTable.reference)
        let elements = HeapObject.elements(block)
        array = HeapObject.reference(block)
        var index = 0
        do {
            try Self.forEach(bounds, of: whole, check) { start, end in
                elements[index] = HeapObject.makePart(of: base, from: start, to: end)
                index &+= 1
            }
            block[3] = UInt64(truncatingIfNeeded: index)
        } catch {
            block[3] = UInt64(truncatingIfNeeded: index)
            HeapObject.release(array)
            throw error
        }
    }

    @inline(__always)
    private static func forEach(
        _ bounds: Bounds, of whole: TextValue, _ check: InterruptCheck, _ body: (Int, Int) -> Void
    ) throws {
        switch bounds {
        case .known(let bounds):
            for (index, part) in bounds.enumerated() {
                if index & 4095 == 0 { try check() }
                body(part.start, part.end)
            }
        case .between(let separator, let most, let omitting):
            let base = whole.start
            try whole.text.utf8.withContiguousStorageIfAvailable { bytes in
                var start = 0
                var left = most
                var index = 0
                while index < bytes.count, left > 0 {
                    // A block at a time, so that the look at the flag costs nothing.
                    let end = min(index &+ 0x8000, bytes.count)
                    try check()
                    while index < end, left > 0 {
                        if bytes[index] == separator {
                            if index > start || !omitting {
                                body(base &+ start, base &+ index)
                                left &-= 1
                            }
                            start = index &+ 1
                        }
                        index &+= 1
                    }
                }
                if start < bytes.count || !omitting { body(base &+ start, base &+ bytes.count) }
            }
        }
    }
}
