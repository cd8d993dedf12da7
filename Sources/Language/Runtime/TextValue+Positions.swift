/// Positions in a text: bytes of UTF-8 from the start of the text it is part of.
extension TextValue {
    var start: Int { offset(of: text.startIndex) }
    var end: Int { offset(of: text.endIndex) }

    func offset(of index: String.Index) -> Int {
        text.base.utf8.distance(from: text.base.startIndex, to: index)
    }

    /// The position that a cell's index means; an error outside the text.
    func position(_ offset: Int) throws -> String.Index {
        guard offset >= start, offset <= end else {
            throw RuntimeFault(
                .index, "the position is out of range for a text of \(text.count) characters",
                help: "a position belongs to the text it was made of")
        }
        let base = text.base
        return base.utf8.index(base.startIndex, offsetBy: offset)
    }

    func moved(_ offset: Int, by distance: Int) throws -> Int {
        let from = try position(offset)
        let limit = distance < 0 ? text.startIndex : text.endIndex
        guard let index = text.index(from, offsetBy: distance, limitedBy: limit) else {
            throw RuntimeFault(
                .index,
                "a position \(distance) characters \(distance < 0 ? "before" : "behind") this one is out of range for a text of \(text.count) characters",
                help: "use 'index(_:offsetBy:limitedBy:)' where it may lie outside")
        }
        return self.offset(of: index)
    }

    func moved(_ offset: Int, by distance: Int, limit: Int) throws -> Int? {
        let from = try position(offset)
        let bound = try position(limit)
        // A limit on the other side does not count.
        if distance >= 0 ? bound < from : bound > from { return try moved(offset, by: distance) }
        return text.index(from, offsetBy: distance, limitedBy: bound).map { self.offset(of: $0) }
    }

    func range(of target: Substring) -> CellTuple<Int, Int>? {
        guard !target.isEmpty, let found = text.firstRange(of: target) else { return nil }
        return CellTuple(offset(of: found.lowerBound), offset(of: found.upperBound))
    }

    func ranges(of target: Substring) -> [CellTuple<Int, Int>] {
        if target.isEmpty { return [] }
        return text.ranges(of: target).map {
            CellTuple(offset(of: $0.lowerBound), offset(of: $0.upperBound))
        }
    }

    // MARK: Parts

    func split(separator: Character, _ most: Int, _ omitting: Bool) -> [SubstringValue] {
        guard let byte = separator.asciiValue, byte != 10, byte != 13, isPlain else {
            return text.split(separator: separator, maxSplits: most, omittingEmptySubsequences: omitting)
                .map { SubstringValue(text: $0) }
        }
        // Each byte is a character.
        return text.utf8.split(separator: byte, maxSplits: most, omittingEmptySubsequences: omitting)
            .map { SubstringValue(text: Substring($0)) }
    }

    /// ASCII without the one pair of it that is a single character.
    private var isPlain: Bool {
        text.utf8.withContiguousStorageIfAvailable { bytes in
            bytes.allSatisfy { $0 < 0x80 && $0 != 13 }
        } ?? false
    }

    func split(by separator: Substring, _ most: Int, _ omitting: Bool) -> [SubstringValue] {
        if let only = separator.first, separator.index(after: separator.startIndex) == separator.endIndex {
            return split(separator: only, most, omitting)
        }
        if separator.isEmpty { return [SubstringValue(text: text)] }
        var parts: [SubstringValue] = []
        var rest = text
        while parts.count < most, let found = rest.firstRange(of: separator) {
            let part = rest[..<found.lowerBound]
            if !part.isEmpty || !omitting { parts.append(SubstringValue(text: part)) }
            rest = rest[found.upperBound...]
        }
        if !rest.isEmpty || !omitting { parts.append(SubstringValue(text: rest)) }
        return parts
    }
}

/// Where an iterator over a text is.
final class StringIteratorState: @unchecked Sendable {
    var rest: Substring.Iterator

    init(_ text: Substring) { rest = text.makeIterator() }
}

struct StringIteratorValue: CellObject {
    let state: StringIteratorState

    init(_ text: Substring) { state = StringIteratorState(text) }
}
