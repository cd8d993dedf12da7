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
                .index, "the position is out of range for a text of \(count) characters",
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
                "a position \(distance) characters \(distance < 0 ? "before" : "behind") this one is out of range for a text of \(count) characters",
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

    /// How many characters there are.
    var count: Int { text.utf8.areCharacters ? text.utf8.count : text.count }

    func split(separator: Character, _ most: Int, _ omitting: Bool, _ check: InterruptCheck) throws -> TextParts {
        if let byte = separator.asciiValue, byte != 10, byte != 13, text.utf8.areCharacters {
            return try TextParts(of: self, .between(byte, most: most, omitting: omitting), check)
        }
        var count = 0
        return try parts(
            text.split(maxSplits: most, omittingEmptySubsequences: omitting) { character in
                count &+= 1
                if count & 1023 == 0 { try check() }
                return character == separator
            }, check)
    }

    func split(by separator: Substring, _ most: Int, _ omitting: Bool, _ check: InterruptCheck) throws -> TextParts {
        if let only = separator.first, separator.index(after: separator.startIndex) == separator.endIndex {
            return try split(separator: only, most, omitting, check)
        }
        if separator.isEmpty { return try parts([text], check) }
        var found: [Substring] = []
        var rest = text
        while found.count < most, let separator = rest.firstRange(of: separator) {
            try check()
            let part = rest[..<separator.lowerBound]
            if !part.isEmpty || !omitting { found.append(part) }
            rest = rest[separator.upperBound...]
        }
        if !rest.isEmpty || !omitting { found.append(rest) }
        return try parts(found, check)
    }

    private func parts(_ parts: [Substring], _ check: InterruptCheck) throws -> TextParts {
        try TextParts(of: self, .known(parts.map { (offset(of: $0.startIndex), offset(of: $0.endIndex)) }), check)
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
