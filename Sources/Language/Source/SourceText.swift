/// A cell's text with the name it goes by in messages, and what finds lines in it.
package final class SourceText: Sendable {
    /// "cell 3", or a file's name.
    package let name: String
    package let text: String
    package let utf8: [UInt8]
    /// Byte offset of each line's start.
    private let lineStarts: [Int]

    package init(name: String, text: String) {
        self.name = name
        self.text = text
        utf8 = Array(text.utf8)
        var starts = [0]
        for (offset, byte) in utf8.enumerated() where byte == UInt8(ascii: "\n") {
            starts.append(offset + 1)
        }
        lineStarts = starts
    }

    package var lineCount: Int { lineStarts.count }

    /// Line and column of a byte offset, both from 1; the column counts characters as a reader sees them.
    package func position(of offset: Int) -> (line: Int, column: Int) {
        let offset = min(max(offset, 0), utf8.count)
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        let prefix = String(decoding: utf8[lineStarts[low]..<offset], as: UTF8.self)
        return (low + 1, prefix.count + 1)
    }

    /// The text of a line (from 1), without its end.
    package func line(_ number: Int) -> String {
        guard number >= 1, number <= lineStarts.count else { return "" }
        let start = lineStarts[number - 1]
        var end = number < lineStarts.count ? lineStarts[number] - 1 : utf8.count
        if end > start, utf8[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return String(decoding: utf8[start..<end], as: UTF8.self)
    }
}

extension SourceText {
    /// The names that stand behind a place with dots between: `zeros` behind `torch` in `torch.zeros(3)`.
    func path(after range: SourceRange) -> [String] {
        var names: [String] = []
        var offset = range.end
        while offset >= 0, offset + 1 < utf8.count, utf8[offset] == UInt8(ascii: ".") {
            let start = offset + 1
            var end = start
            while end < utf8.count, GuardScan.isWord(utf8[end]) { end += 1 }
            if end == start { break }
            names.append(String(decoding: utf8[start..<end], as: UTF8.self))
            offset = end
        }
        return names
    }
}

/// A stretch of a cell, in UTF-8 offsets.
package struct SourceRange: Hashable, Sendable {
    package var start: Int
    package var end: Int

    package init(start: Int, end: Int) {
        self.start = start
        self.end = end
    }

    /// A range that is nowhere: what the library itself declares.
    package static let none = SourceRange(start: -1, end: -1)
}

extension SourceText {
    /// Whether a word stands in the text, by itself.
    func names(_ word: String) -> Bool {
        func isLetter(_ c: Character?) -> Bool { c.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false }
        var rest = text[...]
        while let found = rest.firstRange(of: word) {
            let before = found.lowerBound > text.startIndex ? text[text.index(before: found.lowerBound)] : nil
            if !isLetter(before), !isLetter(text[found.upperBound...].first) { return true }
            rest = text[found.upperBound...]
        }
        return false
    }
}
