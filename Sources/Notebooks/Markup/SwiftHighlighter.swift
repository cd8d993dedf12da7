/// Cuts Swift into pieces that are shown in colours: keywords, types, numbers, texts, comments and calls.
enum SwiftHighlighter {
    enum Kind: String {
        case plain, keyword, type, number, string, comment, call, command
    }

    static let keywords: Set<String> = [
        "actor", "any", "as", "associatedtype", "async", "await", "break", "case", "catch", "class", "continue", "convenience",
        "default", "defer", "deinit", "didSet", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "final",
        "for", "func", "get", "guard", "if", "import", "in", "indirect", "init", "inout", "internal", "is", "lazy", "let", "mutating",
        "nil", "nonisolated", "operator", "override", "private", "protocol", "public", "repeat", "required", "rethrows", "return",
        "self", "Self", "set", "some", "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try",
        "typealias", "unowned", "var", "weak", "where", "while", "willSet",
    ]

    /// The pieces, which joined are the text.
    static func pieces(of text: String) -> [(text: String, kind: Kind)] {
        var scanner = Scanner(Array(text))
        return scanner.scan()
    }

    private struct Scanner {
        let characters: [Character]
        var position = 0
        var result: [(text: String, kind: Kind)] = []

        init(_ characters: [Character]) { self.characters = characters }

        private func at(_ index: Int) -> Character? { index < characters.count ? characters[index] : nil }

        private mutating func take(to end: Int, _ kind: Kind) {
            let text = String(characters[position..<min(end, characters.count)])
            if kind == result.last?.kind {
                result[result.count - 1].text += text
            } else {
                result.append((text, kind))
            }
            position = min(end, characters.count)
        }

        mutating func scan() -> [(text: String, kind: Kind)] {
            while position < characters.count {
                let character = characters[position]
                if character == "%", isLineStart {
                    take(to: endOfLine(position), .command)
                } else if character == "/", at(position + 1) == "/" {
                    take(to: endOfLine(position), .comment)
                } else if character == "/", at(position + 1) == "*" {
                    take(to: endOfComment(), .comment)
                } else if character == "\"" || character == "#" && (at(position + 1) == "\"" || at(position + 1) == "#") {
                    string()
                } else if character.isNumber {
                    take(to: endOfNumber(), .number)
                } else if character.isLetter || character == "_" || character == "@" || character == "$" {
                    word()
                } else {
                    take(to: position + 1, .plain)
                }
            }
            return result
        }

        private var isLineStart: Bool {
            var index = position - 1
            while index >= 0, characters[index] == " " || characters[index] == "\t" { index -= 1 }
            return index < 0 || characters[index].isNewline
        }

        private func endOfLine(_ start: Int) -> Int {
            characters[start...].firstIndex(where: \.isNewline) ?? characters.count
        }

        private func endOfComment() -> Int {
            var level = 0
            var index = position
            while index < characters.count {
                if characters[index] == "/", at(index + 1) == "*" {
                    level += 1
                    index += 2
                } else if characters[index] == "*", at(index + 1) == "/" {
                    level -= 1
                    index += 2
                    if level == 0 { return index }
                } else {
                    index += 1
                }
            }
            return index
        }

        private func endOfNumber() -> Int {
            var index = position
            while let next = at(index) {
                let isSign = (next == "+" || next == "-") && "eEpP".contains(characters[index - 1]) && at(position + 1) != "x"
                let isPoint = next == "." && at(index + 1)?.isNumber == true
                guard next.isNumber || next.isLetter || next == "_" || isSign || isPoint else { break }
                index += 1
            }
            return index
        }

        /// A text, with what is interpolated in it taken as code.
        private mutating func string() {
            var hashes = 0
            while at(position + hashes) == "#" { hashes += 1 }
            var index = position + hashes
            guard at(index) == "\"" else { return take(to: index, .plain) }
            let isLong = at(index + 1) == "\"" && at(index + 2) == "\""
            index += isLong ? 3 : 1
            while index < characters.count {
                let character = characters[index]
                if character == "\\", (0..<hashes).allSatisfy({ at(index + 1 + $0) == "#" }) {
                    index += hashes + 1
                    if at(index) == "(" {
                        take(to: index + 1, .string)
                        let end = endOfInterpolation(index + 1)
                        var inner = Scanner(Array(characters[(index + 1)..<end]))
                        for piece in inner.scan() { result.append(piece) }
                        position = end
                        index = end
                    } else {
                        index += 1
                    }
                } else if character == "\"", !isLong || at(index + 1) == "\"" && at(index + 2) == "\"" {
                    let end = index + (isLong ? 3 : 1)
                    if (0..<hashes).allSatisfy({ at(end + $0) == "#" }) { return take(to: end + hashes, .string) }
                    index += 1
                } else if character.isNewline, !isLong {
                    break
                } else {
                    index += 1
                }
            }
            take(to: index, .string)
        }

        private func endOfInterpolation(_ start: Int) -> Int {
            var level = 1
            var index = start
            while index < characters.count {
                if characters[index] == "(" { level += 1 }
                if characters[index] == ")" { level -= 1 }
                if level == 0 { return index }
                index += 1
            }
            return index
        }

        private mutating func word() {
            var end = position + 1
            while let next = at(end), next.isLetter || next.isNumber || next == "_" { end += 1 }
            let word = String(characters[position..<end])
            let isMember = position > 0 && characters[position - 1] == "." && (position < 2 || characters[position - 2] != ".")
            if word.hasPrefix("@") || SwiftHighlighter.keywords.contains(word) && !isMember {
                take(to: end, .keyword)
            } else if word.first?.isUppercase == true, !isMember {
                take(to: end, .type)
            } else if at(end) == "(" {
                take(to: end, .call)
            } else {
                take(to: end, .plain)
            }
        }
    }
}
