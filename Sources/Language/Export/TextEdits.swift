/// Changes to a text, made together at the end.
struct TextEdits {
    private let source: SourceText
    private var edits: [(range: Range<Int>, text: String, order: Int)] = []
    private var tries: Set<Int> = []

    init(_ source: SourceText) { self.source = source }

    mutating func replace(_ range: SourceRange, with text: String) {
        edits.append((range.start..<range.end, text, 1))
    }

    /// In front of what stands at a place.
    mutating func insert(_ text: String, at offset: Int) {
        edits.append((offset..<offset, text, 0))
    }

    /// In front of the whole text.
    mutating func prepend(_ text: String) {
        edits.append((0..<0, text, -3))
    }

    /// Behind what ends at a place, and in front of what is inserted for what follows.
    mutating func insert(_ text: String, after offset: Int) {
        edits.append((offset..<offset, text, -2))
    }

    /// One `try` for all calls of an expression.
    mutating func insertTry(at offset: Int) {
        if tries.insert(offset).inserted { edits.append((offset..<offset, "try ", -1)) }
    }

    /// Puts a text in a call; a `try` in front of it stays there.
    mutating func wrap(_ range: SourceRange, in opening: String, _ closing: String) {
        insert(opening, at: range.start)
        insert(closing, after: range.end)
    }

    var text: String {
        var result: [UInt8] = []
        var position = 0
        for edit in edits.enumerated().sorted(by: { ($0.element.range.lowerBound, $0.element.order, $0.offset) < ($1.element.range.lowerBound, $1.element.order, $1.offset) }) {
            let range = edit.element.range
            guard range.lowerBound >= position else { continue }
            result += source.utf8[position..<range.lowerBound]
            result += Array(edit.element.text.utf8)
            position = range.upperBound
        }
        result += source.utf8[position...]
        return String(decoding: result, as: UTF8.self)
    }
}
