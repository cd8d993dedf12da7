extension Markdown {
    /// What stands inside a paragraph, a heading or a cell of a table.
    static func inlines(_ text: String, depth: Int = 0) -> [Inline] {
        var scanner = InlineScanner(Array(text), depth: depth)
        return scanner.scan()
    }
}

/// Reads the insides of lines, from left to right.
private struct InlineScanner {
    private let characters: [Character]
    private let depth: Int
    private var position = 0
    private var result: [Markdown.Inline] = []
    private var plain = ""

    init(_ characters: [Character], depth: Int) {
        self.characters = characters
        self.depth = depth
    }

    mutating func scan() -> [Markdown.Inline] {
        while position < characters.count { step() }
        flush()
        return result
    }

    private mutating func flush() {
        if !plain.isEmpty { result.append(.text(plain)) }
        plain = ""
    }

    private mutating func add(_ inline: Markdown.Inline, to next: Int) {
        flush()
        result.append(inline)
        position = next
    }

    private mutating func step() {
        let character = characters[position]
        switch character {
        case "\\":
            if position + 1 < characters.count, characters[position + 1] == "\n" { return add(.lineBreak, to: position + 2) }
            if position + 1 < characters.count, characters[position + 1].isPunctuation || characters[position + 1].isSymbol {
                plain.append(characters[position + 1])
                position += 2
                return
            }
        case "`": if code() { return }
        case "$": if math() { return }
        case "!": if position + 1 < characters.count, characters[position + 1] == "[", link(from: position + 1, isImage: true) { return }
        case "[": if link(from: position, isImage: false) { return }
        case "<": if address() { return }
        case "*", "_", "~": if emphasis(character) { return }
        case "\n":
            if plain.hasSuffix("  ") {
                while plain.last == " " { plain.removeLast() }
                return add(.lineBreak, to: position + 1)
            }
        default: break
        }
        plain.append(character)
        position += 1
    }

    private func run(of character: Character, at start: Int) -> Int {
        var end = start
        while end < characters.count, characters[end] == character { end += 1 }
        return end - start
    }

    private mutating func code() -> Bool {
        let width = run(of: "`", at: position)
        var end = position + width
        while end < characters.count {
            let found = run(of: "`", at: end)
            if found == width {
                var text = String(characters[(position + width)..<end]).replacing("\n", with: " ")
                if text.hasPrefix(" "), text.hasSuffix(" "), text.count > 2 { text = String(text.dropFirst().dropLast()) }
                add(.code(text), to: end + width)
                return true
            }
            end += max(found, 1)
        }
        return false
    }

    private mutating func math() -> Bool {
        let width = min(run(of: "$", at: position), 2)
        let start = position + width
        guard start < characters.count, !characters[start].isWhitespace else { return false }
        var end = start
        while end < characters.count {
            if characters[end] == "\\" {
                end += 2
                continue
            }
            if characters[end] == "$", run(of: "$", at: end) >= width, !characters[end - 1].isWhitespace || width == 2 {
                // "$5 and $6" is money.
                let next = end + width
                if width == 1, next < characters.count, characters[next].isNumber { return false }
                add(.math(String(characters[start..<end])), to: next)
                return true
            }
            end += 1
        }
        return false
    }

    /// Where the bracket opened at `start` closes.
    private func closing(_ open: Character, _ close: Character, from start: Int) -> Int? {
        var level = 0
        var index = start
        while index < characters.count {
            switch characters[index] {
            case "\\": index += 1
            case open: level += 1
            case close:
                level -= 1
                if level == 0 { return index }
            default: break
            }
            index += 1
        }
        return nil
    }

    private mutating func link(from start: Int, isImage: Bool) -> Bool {
        guard depth < 8, let end = closing("[", "]", from: start), end + 1 < characters.count, characters[end + 1] == "(",
            let last = closing("(", ")", from: end + 1)
        else { return false }
        let label = String(characters[(start + 1)..<end])
        // A title behind the address is left out.
        let target = String(characters[(end + 2)..<last]).split(separator: " ").first.map(String.init) ?? ""
        let address = target.hasPrefix("<") && target.hasSuffix(">") ? String(target.dropFirst().dropLast()) : target
        add(isImage ? .image(label, address) : .link(Markdown.inlines(label, depth: depth + 1), address), to: last + 1)
        return true
    }

    private mutating func address() -> Bool {
        guard let end = characters[position...].firstIndex(of: ">") else { return false }
        let text = String(characters[(position + 1)..<end])
        if text == "br" || text == "br/" || text == "br /" {
            add(.lineBreak, to: end + 1)
            return true
        }
        guard text.hasPrefix("https://") || text.hasPrefix("http://") || text.hasPrefix("mailto:"), !text.contains(" ") else { return false }
        add(.link([.text(text)], text), to: end + 1)
        return true
    }

    private mutating func emphasis(_ mark: Character) -> Bool {
        let width = min(run(of: mark, at: position), 2)
        let start = position + width
        guard depth < 8, start < characters.count, !characters[start].isWhitespace else { return false }
        if mark == "~", width != 2 { return false }
        let isWord = { (c: Character) in c.isLetter || c.isNumber }
        if mark == "_", position > 0, isWord(characters[position - 1]) { return false }
        var end = start
        while end < characters.count {
            if characters[end] == "`" {
                end += 1
                while end < characters.count, characters[end] != "`" { end += 1 }
            } else if characters[end] == "\\" {
                end += 1
            } else if characters[end] == mark {
                let found = run(of: mark, at: end)
                let next = end + width
                let closes = found >= width && (width == 2 || found != 2) && !characters[end - 1].isWhitespace
                if closes, end > start, mark != "_" || next >= characters.count || !isWord(characters[next]) {
                    let inner = Markdown.inlines(String(characters[start..<end]), depth: depth + 1)
                    add(mark == "~" ? .struck(inner) : width == 2 ? .strong(inner) : .emphasis(inner), to: next)
                    return true
                }
                end += found - 1
            }
            end += 1
        }
        return false
    }
}
