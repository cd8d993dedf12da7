/// A line at a cell's start that is no Swift: `%time`, `%who`, `%session save FILE`.
package struct LineCommand: Sendable, Equatable {
    /// Without its per cent signs: "time".
    package let name: String
    /// What stands after the name, without the spaces round it.
    package let arguments: String
    /// Written with two signs, as IPython writes what concerns the whole cell.
    package let isForWholeCell: Bool
    package let range: SourceRange
    package let argumentsRange: SourceRange

    /// Commands whose line may hold code after the options: `%time train()`, `%timeit -n 10 step()`.
    static let takingCode: Set<String> = ["time", "timeit"]
}

/// A cell's leading line commands, and its text with spaces in their place, so that every position stays.
struct CommandSplit {
    private(set) var commands: [LineCommand] = []
    private(set) var code: [UInt8]

    init(_ source: SourceText) {
        code = source.utf8
        var start = 0
        while start < code.count {
            var end = start
            while end < code.count, code[end] != UInt8(ascii: "\n") { end += 1 }
            var first = start
            while first < end, Self.isSpace(code[first]) { first += 1 }
            if first < end {
                guard code[first] == UInt8(ascii: "%"),
                    let command = Self.command(in: source.utf8, first..<end)
                else { return }
                commands.append(command)
                for offset in first..<command.range.end { code[offset] = UInt8(ascii: " ") }
                // Code on the command's own line is the cell's first statement.
                if code[command.range.end..<end].contains(where: { !Self.isSpace($0) }) { return }
            }
            start = end + 1
        }
    }

    private static func command(in utf8: [UInt8], _ line: Range<Int>) -> LineCommand? {
        var position = line.lowerBound
        while position < line.upperBound, utf8[position] == UInt8(ascii: "%") { position += 1 }
        let signs = position - line.lowerBound
        let nameStart = position
        while position < line.upperBound, isNameByte(utf8[position]) { position += 1 }
        guard signs <= 2, position > nameStart else { return nil }
        let name = String(decoding: utf8[nameStart..<position], as: UTF8.self)
        var end = line.upperBound
        while end > position, isSpace(utf8[end - 1]) { end -= 1 }
        while position < end, isSpace(utf8[position]) { position += 1 }
        if LineCommand.takingCode.contains(name) {
            end = endOfOptions(in: utf8, position..<end)
        }
        return LineCommand(
            name: name, arguments: String(decoding: utf8[position..<end], as: UTF8.self),
            isForWholeCell: signs == 2,
            range: SourceRange(start: line.lowerBound, end: end),
            argumentsRange: SourceRange(start: position, end: end))
    }

    /// Where options such as `-n 10 -r3` end and code begins.
    private static func endOfOptions(in utf8: [UInt8], _ range: Range<Int>) -> Int {
        var end = range.lowerBound
        var position = range.lowerBound
        while position + 1 < range.upperBound, utf8[position] == UInt8(ascii: "-"),
            isLetter(utf8[position + 1])
        {
            position += 2
            // The option's number, joined to it or after a space.
            var number = position
            while number < range.upperBound, isSpace(utf8[number]) { number += 1 }
            if number < range.upperBound, isDigit(utf8[number]) {
                while number < range.upperBound, isDigit(utf8[number]) { number += 1 }
                position = number
            }
            end = position
            while position < range.upperBound, isSpace(utf8[position]) { position += 1 }
        }
        return end
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_")
    }
}

/// A cell's line commands, and whether Swift stands behind them.
package func lineCommands(in source: SourceText) -> (commands: [LineCommand], hasCode: Bool) {
    let split = CommandSplit(source)
    let blank: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
    return (split.commands, split.code.contains { !blank.contains($0) })
}
