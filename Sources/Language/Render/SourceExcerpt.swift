/// One line of a source as it is shown under a message, with what underlines a stretch of it.
struct SourceExcerpt {
    /// Longest line shown whole, in columns; of a longer one the part round the caret is shown.
    static let widestLine = 100

    let line: Int
    let code: String
    let underline: String

    init(_ range: SourceRange, in source: SourceText) {
        let start = min(max(range.start, 0), source.utf8.count)
        let position = source.position(of: start)
        line = position.line
        let part = Self.part(of: source, round: start)
        let text = String(decoding: source.utf8[part.bytes], as: UTF8.self)
        // Cells: each character with the columns it takes, tabs already turned into spaces.
        var cells: [(text: String, width: Int)] = []
        var caret: Int?
        var end: Int?
        var offset = part.bytes.lowerBound
        var column = 0
        for character in text {
            if caret == nil, offset + character.utf8.count > start { caret = cells.count }
            if end == nil, offset >= range.end { end = cells.count }
            let cell = Self.cell(for: character, atColumn: column)
            cells.append(cell)
            column += cell.width
            offset += character.utf8.count
        }
        let first = caret ?? cells.count
        let shown = Self.window(of: cells, width: column, round: first, isWhole: part.isWhole)
        let last = min(max(end ?? cells.count, first), shown.cells.upperBound)
        code = shown.before + cells[shown.cells].map(\.text).joined() + shown.after
        let indent =
            DisplayWidth.width(of: shown.before)
            + cells[shown.cells.lowerBound..<first].reduce(0) { $0 + $1.width }
        let length = first < last ? cells[first..<last].reduce(0) { $0 + $1.width } : 1
        underline =
            String(repeating: " ", count: indent) + "^"
            + String(repeating: "~", count: max(length, 1) - 1)
    }

    /// The two lines with the line's number at the left.
    var lines: [String] {
        let number = String(line)
        let gutter = String(repeating: " ", count: max(3 - number.count, 1)) + number
        return [
            Self.trimmed("\(gutter) | \(code)"),
            String(repeating: " ", count: gutter.count) + " | " + underline,
        ]
    }

    /// The line an offset is in, or of a line that is very long as much as could be shown.
    private static func part(
        of source: SourceText, round offset: Int
    ) -> (bytes: Range<Int>, isWhole: Bool) {
        let most = 2_000
        let code = source.utf8
        var start = offset
        while start > 0, code[start - 1] != UInt8(ascii: "\n"), offset - start < most { start -= 1 }
        let beginsLine = start == 0 || code[start - 1] == UInt8(ascii: "\n")
        // Not in the middle of a character's bytes.
        while !beginsLine, start < offset, code[start] & 0xC0 == 0x80 { start += 1 }
        var end = offset
        while end < code.count, code[end] != UInt8(ascii: "\n"), end - offset < most { end += 1 }
        let endsLine = end == code.count || code[end] == UInt8(ascii: "\n")
        while !endsLine, end > offset, code[end] & 0xC0 == 0x80 { end -= 1 }
        if endsLine, end > offset, code[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return (start..<end, beginsLine && endsLine)
    }

    private static func cell(
        for character: Character, atColumn column: Int
    ) -> (text: String, width: Int) {
        if character == "\t" {
            let width = DisplayWidth.tabStop - column % DisplayWidth.tabStop
            return (String(repeating: " ", count: width), width)
        }
        if let scalar = character.unicodeScalars.first {
            // What moves a terminal's cursor is shown as a picture of itself.
            if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) {
                return (String(picture), 1)
            }
            switch scalar.value {
            case 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: return ("\u{FFFD}", 1)
            default: break
            }
        }
        return (String(character), DisplayWidth.width(of: character))
    }

    /// Which characters of a line are shown, and what stands for the others.
    private static func window(
        of cells: [(text: String, width: Int)], width: Int, round caret: Int, isWhole: Bool
    ) -> (cells: Range<Int>, before: String, after: String) {
        guard width > widestLine || !isWhole else { return (0..<cells.count, "", "") }
        var first = min(caret, cells.count)
        var columns = 0
        while first > 0, columns + cells[first - 1].width <= widestLine / 2 {
            first -= 1
            columns += cells[first].width
        }
        var last = min(caret, cells.count)
        while last < cells.count, columns + cells[last].width <= widestLine {
            columns += cells[last].width
            last += 1
        }
        return (first..<last, first > 0 ? "…" : "", last < cells.count ? "…" : "")
    }

    private static func trimmed(_ text: String) -> String {
        var text = Substring(text)
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
