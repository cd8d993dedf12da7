import Glibc

/// Texts: a Swift String and, behind it, the bytes that were put at its end since.
///
/// Putting a word at the end of a String costs many times what copying its bytes does. A text that grows collects small
/// additions in a tail and takes them over when the tail is full or somebody reads the text.
///
///     3, 4   the String
///     5      address of the tail, 0 for none
///
/// A tail is a block of its own: how many bytes it holds, the heap's word, the bytes.
extension HeapObject {
    private static let tailWord = 5
    private static let tailHeaderWords = 2
    private static let tailWords = 32
    private static let tailBytes = (tailWords - tailHeaderWords) * 8
    /// A text shorter than this takes what is added at once: it may stay where it is, without memory of its own.
    private static let shortest = 64

    package static func makeString(_ string: String) -> Reference {
        let block = allocate(.string, bodyWords: 3, descriptor: 0)
        settledString(block).initialize(to: string)
        block[tailWord] = 0
        return reference(block)
    }

    /// A Character as a text of one; those of ASCII share their blocks.
    @inline(__always)
    static func makeCharacter(_ character: Character) -> Reference {
        // The line end of two bytes has the ASCII value of one.
        if let byte = character.asciiValue, byte != 10 { return ThreadHeap.character(byte) }
        return makeString(String(character))
    }

    /// Where a text's String is, complete.
    @inline(__always)
    package static func string(_ block: Slots) -> UnsafeMutablePointer<String> {
        if block[tailWord] != 0 { settle(block) }
        return settledString(block)
    }

    @inline(__always)
    package static func string(_ reference: Reference) -> String {
        string(block(reference)).pointee
    }

    @inline(__always)
    private static func settledString(_ block: Slots) -> UnsafeMutablePointer<String> {
        UnsafeMutableRawPointer(block + headerWords).assumingMemoryBound(to: String.self)
    }

    static func destroyString(_ block: Slots) {
        if let tail = Slots(bitPattern: UInt(block[tailWord])) { ThreadHeap.free(tail) }
        settledString(block).deinitialize(count: 1)
    }

    // MARK: Growing

    /// Puts a text at the end of the one in a variable, in place when nobody else holds that.
    @inline(never)
    static func append(_ text: some StringProtocol, to place: Slots) {
        let whole = block(place[0])
        if whole[0] == 1 {
            string(whole).pointee += text
            return
        }
        let joined = makeString(string(whole).pointee + text)
        release(place[0])
        place[0] = joined
    }

    /// Puts a text in the tail of another; false, and nothing done, where it does not belong there.
    @inline(__always)
    static func addToTail(_ block: Slots, _ addition: Slots) -> Bool {
        guard block[0] == 1, block != addition, addition[tailWord] == 0 else { return false }
        guard let tail = Slots(bitPattern: UInt(block[tailWord])) else {
            return startTail(block, addition)
        }
        let used = Int(truncatingIfNeeded: tail[0])
        let target = UnsafeMutableRawPointer(tail + tailHeaderWords) + used
        let isDone = settledString(addition).pointee.withUTF8 { bytes in
            guard used &+ bytes.count <= tailBytes, let source = bytes.baseAddress else {
                return bytes.isEmpty
            }
            target.copyMemory(from: source, byteCount: bytes.count)
            tail[0] = UInt64(truncatingIfNeeded: used &+ bytes.count)
            return true
        }
        if isDone { return true }
        takeOver(tail, block)
        return startTail(block, addition)
    }

    @inline(never)
    private static func startTail(_ block: Slots, _ addition: Slots) -> Bool {
        guard settledString(block).pointee.utf8.count >= shortest else { return false }
        return settledString(addition).pointee.withUTF8 { bytes in
            guard bytes.count <= tailBytes / 4, let source = bytes.baseAddress else { return false }
            var tail = Slots(bitPattern: UInt(block[tailWord]))
            if tail == nil {
                let made = ThreadHeap.allocate(words: tailWords, kind: 0)
                block[tailWord] = UInt64(UInt(bitPattern: made))
                tail = made
            }
            guard let tail else { return false }
            UnsafeMutableRawPointer(tail + tailHeaderWords).copyMemory(from: source, byteCount: bytes.count)
            tail[0] = UInt64(truncatingIfNeeded: bytes.count)
            return true
        }
    }

    /// The String takes over what is in the tail.
    private static func takeOver(_ tail: Slots, _ block: Slots) {
        let bytes = UnsafeBufferPointer(
            start: UnsafeRawPointer(tail + tailHeaderWords).assumingMemoryBound(to: UInt8.self),
            count: Int(truncatingIfNeeded: tail[0]))
        settledString(block).pointee.append(String(decoding: bytes, as: UTF8.self))
        tail[0] = 0
    }

    @inline(never)
    private static func settle(_ block: Slots) {
        guard let tail = Slots(bitPattern: UInt(block[tailWord])) else { return }
        takeOver(tail, block)
        block[tailWord] = 0
        ThreadHeap.free(tail)
    }

    // MARK: Comparing

    /// Whether two texts are equal; most that are have the same representation.
    @inline(__always)
    static func areEqualTexts(_ left: Reference, _ right: Reference) -> Bool {
        if left == right { return true }
        let (left, right) = (block(left), block(right))
        if left[3] == right[3], left[4] == right[4], left[5] | right[5] == 0 { return true }
        return string(left).pointee == string(right).pointee
    }

    // MARK: Parts

    /// A part of a text: the text, and where in its UTF-8 the part starts and ends.
    @inline(__always)
    static func makePart(of text: Reference, from start: Int, to end: Int) -> Reference {
        let block = allocate(.substring, bodyWords: 1, descriptor: text)
        retain(text)
        block[1] |= UInt64(truncatingIfNeeded: start) << 16
        block[3] = UInt64(truncatingIfNeeded: end)
        return reference(block)
    }

    /// The text that a part is a part of, and where it starts and ends.
    @inline(__always)
    static func part(_ block: Slots) -> (text: Reference, start: Int, end: Int) {
        (block[2], Int(truncatingIfNeeded: block[1] >> 16), Int(truncatingIfNeeded: block[3]))
    }

    /// A part that is all of a text of its own.
    package static func makePart(_ text: String) -> Reference {
        let whole = makeString(text)
        defer { release(whole) }
        return makePart(of: whole, from: 0, to: text.utf8.count)
    }

    /// The text of a Substring's block.
    package static func text(ofPart reference: Reference) -> String {
        let (text, start, end) = part(block(reference))
        return string(block(text)).pointee.withUTF8 { bytes in
            String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
        }
    }

    /// The text of a String's or Substring's block, as a String of its own, owned: the block itself where it is one.
    static func wholeText(_ reference: Reference) throws -> Reference {
        let block = block(reference)
        switch kind(block) {
        case Kind.string.rawValue:
            retain(reference)
            return reference
        case Kind.substring.rawValue:
            return makeString(text(ofPart: reference))
        default:
            throw RuntimeFault(.internal, "a value is not the text it was declared to be")
        }
    }
}

extension Sequence<UInt8> {
    /// ASCII without the one pair of it that is a single character: each byte is a character.
    var areCharacters: Bool {
        withContiguousStorageIfAvailable { bytes in
            let raw = UnsafeRawBufferPointer(bytes)
            let high: UInt64 = 0x8080_8080_8080_8080
            let ones: UInt64 = 0x0101_0101_0101_0101
            var offset = 0
            while offset &+ 8 <= raw.count {
                let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                let returns = word ^ (ones &* 13)
                if (word | ((returns &- ones) & ~returns)) & high != 0 { return false }
                offset &+= 8
            }
            while offset < raw.count {
                if raw[offset] >= 0x80 || raw[offset] == 13 { return false }
                offset &+= 1
            }
            return true
        } ?? false
    }
}
