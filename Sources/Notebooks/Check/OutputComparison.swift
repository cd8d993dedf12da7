internal import FoundationEssentials
internal import Tensors

/// The outputs of a cell beside those that are stored.
package struct OutputComparison {
    /// What is not the same.
    package struct Difference: Sendable, Equatable {
        /// "stdout", "image/svg+xml", "error".
        package let what: String
        /// Lines that begin with `-` (stored), `+` (now) or a space.
        package let lines: [String]
    }

    private let rules: ComparisonRules

    package init(_ rules: ComparisonRules) {
        self.rules = rules
    }

    package func differences(stored: [CellOutput], now: [CellOutput]) -> [Difference] {
        if rules.ignoresAll { return [] }
        let old = parts(stored)
        let new = parts(now)
        var result: [Difference] = []
        for index in 0..<max(old.count, new.count) {
            switch (index < old.count ? old[index] : nil, index < new.count ? new[index] : nil) {
            case (let a?, let b?) where a.what == b.what:
                if !isSame(a, b) { result.append(Difference(what: b.what, lines: lines(a, b))) }
            case (let a?, let b?):
                result.append(Difference(what: "\(a.what), now \(b.what)", lines: listed("-", a) + listed("+", b)))
            case (let a?, nil): result.append(Difference(what: "\(a.what) is missing", lines: listed("-", a)))
            case (nil, let b?): result.append(Difference(what: "\(b.what) is new", lines: listed("+", b)))
            case (nil, nil): break
            }
        }
        return result
    }

    // MARK: Parts

    /// What can be compared: a stream, one format of a display, an error.
    private struct Part {
        let what: String
        var text: String
        var isImage = false
    }

    private func parts(_ outputs: [CellOutput]) -> [Part] {
        var parts: [Part] = []
        for output in outputs {
            switch output.type {
            case "stream":
                if rules.ignoresErrors, output.streamName == "stderr" { continue }
                if parts.last?.what == output.streamName {
                    parts[parts.count - 1].text += output.text
                } else {
                    parts.append(Part(what: output.streamName, text: output.text))
                }
            case "error":
                let text = ([output.object["ename"]?.text, output.object["evalue"]?.text].compactMap(\.self) + output.traceback).joined(separator: "\n")
                parts.append(Part(what: "error", text: text))
            default:
                for format in output.formats.sorted() {
                    let isImage = format.hasPrefix("image/")
                    if isImage, rules.ignoresImages { continue }
                    let text = output.content(format).flatMap { $0.isEmpty ? nil : $0 } ?? JSONWriter.line(of: output.object["data"]?.object?[format] ?? .null)
                    parts.append(Part(what: format, text: text, isImage: isImage))
                }
            }
        }
        return parts
    }

    private func isSame(_ a: Part, _ b: Part) -> Bool {
        if a.text == b.text { return true }
        if a.what == "image/png" { return isSamePicture(a.text, b.text) }
        let (old, new) = (shortened(a.text), shortened(b.text))
        if old == new { return true }
        guard rules.tolerance > 0 || rules.ignoresNumbers || rules.imageTolerance > 0 else { return false }
        let (first, second) = (Token.all(of: old), Token.all(of: new))
        guard first.count == second.count else { return false }
        return zip(first, second).allSatisfy(isSame)
    }

    private func isSame(_ a: Token, _ b: Token) -> Bool {
        if a.text == b.text { return true }
        if let x = a.number, let y = b.number {
            return rules.ignoresNumbers || abs(x - y) <= rules.tolerance * max(1, abs(x), abs(y)) || x.isNaN && y.isNaN
        }
        if a.isPicture, b.isPicture { return isSamePicture(String(a.text), String(b.text)) }
        return false
    }

    /// The text without what the rules leave out.
    private func shortened(_ text: String) -> String {
        var text = text
        for pattern in rules.patterns {
            if let regex = try? Regex(pattern) { text = text.replacing(regex, with: "…") }
        }
        return text
    }

    private func isSamePicture(_ a: String, _ b: String) -> Bool {
        guard rules.imageTolerance > 0, let first = pixels(a), let second = pixels(b), first.shape == second.shape else { return a == b }
        guard first.values.count == second.values.count, !first.values.isEmpty else { return false }
        let sum = zip(first.values, second.values).reduce(0.0) { $0 + Double(abs(Int($1.0) - Int($1.1))) }
        return sum / Double(first.values.count) <= rules.imageTolerance
    }

    private func pixels(_ base64: String) -> (shape: [Int], values: [UInt8])? {
        guard let data = Data(base64Encoded: base64.filter { !$0.isWhitespace }), let image = try? PNGImage(png: Array(data)) else { return nil }
        return ([image.width, image.height, image.channels], image.pixels)
    }

    // MARK: Lines

    private static let mostLines = 24
    private static let longestLine = 160

    private func lines(_ a: Part, _ b: Part) -> [String] {
        if a.what == "image/png" { return ["- a picture of \(a.text.utf8.count * 3 / 4) bytes", "+ a picture of \(b.text.utf8.count * 3 / 4) bytes"] }
        let old = a.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let new = b.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let common = LongestCommon.pairs(old, new)
        var result: [String] = []
        var (i, j) = (0, 0)
        for (x, y) in common + [(old.count, new.count)] {
            if i < x || j < y, i > 0, result.last?.hasPrefix(" ") != true { result.append("  " + cut(old[i - 1])) }
            while i < x {
                result.append("- " + cut(old[i]))
                i += 1
            }
            while j < y {
                result.append("+ " + cut(new[j]))
                j += 1
            }
            (i, j) = (x + 1, y + 1)
        }
        guard result.count > Self.mostLines else { return result }
        return Array(result.prefix(Self.mostLines)) + ["… and \(result.count - Self.mostLines) lines more"]
    }

    private func listed(_ mark: String, _ part: Part) -> [String] {
        if part.what == "image/png" { return ["\(mark) a picture"] }
        let lines = part.text.split(separator: "\n").map { "\(mark) " + cut(String($0)) }
        return lines.count <= 6 ? lines : Array(lines.prefix(6)) + ["… and \(lines.count - 6) lines more"]
    }

    private func cut(_ line: String) -> String {
        line.count > Self.longestLine ? line.prefix(Self.longestLine - 1) + "…" : line
    }
}

/// A number, a picture in base64, or what stands between.
private struct Token {
    let text: Substring
    let number: Double?
    let isPicture: Bool

    static func all(of text: String) -> [Token] {
        var tokens: [Token] = []
        let utf8 = text.utf8
        var start = utf8.startIndex
        var index = utf8.startIndex
        func between(_ end: String.Index) { if start < end { tokens.append(Token(text: text[start..<end], number: nil, isPicture: false)) } }
        var previous: UInt8 = 0x20
        while index < utf8.endIndex {
            let byte = utf8[index]
            if byte == UInt8(ascii: ","), text[start..<index].hasSuffix(";base64") {
                let from = utf8.index(after: index)
                between(from)
                var end = from
                while end < utf8.endIndex, isBase64(utf8[end]) { end = utf8.index(after: end) }
                tokens.append(Token(text: text[from..<end], number: nil, isPicture: true))
                (start, index, previous) = (end, end, 0x20)
                continue
            }
            let isSigned = (byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")) && !isWord(previous)
            let first = isSigned ? utf8.index(after: index) : index
            if !isWord(previous) || isPathLetter(previous), first < utf8.endIndex, isDigit(utf8[first]), previous != UInt8(ascii: "#") {
                var end = first
                while end < utf8.endIndex {
                    let next = utf8[end]
                    let before = end > first ? utf8[utf8.index(before: end)] : 0
                    let isSign = (next == UInt8(ascii: "-") || next == UInt8(ascii: "+")) && (before == UInt8(ascii: "e") || before == UInt8(ascii: "E"))
                    let isExponent = (next == UInt8(ascii: "e") || next == UInt8(ascii: "E")) && isDigit(before)
                    guard isDigit(next) || next == UInt8(ascii: ".") || isExponent || isSign else { break }
                    end = utf8.index(after: end)
                }
                if let value = Double(text[index..<end]) {
                    between(index)
                    tokens.append(Token(text: text[index..<end], number: value, isPicture: false))
                    previous = utf8[utf8.index(before: end)]
                    (start, index) = (end, end)
                    continue
                }
            }
            previous = byte
            index = utf8.index(after: index)
        }
        between(utf8.endIndex)
        return tokens
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isWord(_ byte: UInt8) -> Bool { isDigit(byte) || (0x41...0x5A).contains(byte & 0xDF) || byte == UInt8(ascii: "_") || byte >= 0x80 }
    /// Behind these letters a number begins in the paths of a drawing.
    private static func isPathLetter(_ byte: UInt8) -> Bool { "MLHVCSQTAZmlhvcsqtaz".utf8.contains(byte) }
    private static func isBase64(_ byte: UInt8) -> Bool { isDigit(byte) || (0x41...0x5A).contains(byte & 0xDF) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=") }
}
