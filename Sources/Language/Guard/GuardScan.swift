/// A look at a cell's bytes before the parser sees them, that refuses what the parser could not survive.
///
/// The parser descends recursively, looks ahead without bound at `[`, `<` and `{`, and its time at nested `[` doubles with each
/// level. So the scan follows strings, comments and brackets as the lexer does, in one pass, and counts. Where the lexer could
/// be of another opinion about what is a string (regular expressions, raw identifiers, placeholders), the scan refuses: those
/// are outside the language of cells anyway. Where code is wrong it rather counts too much.
struct GuardScan {
    enum Limits {
        /// 1 MiB.
        static let bytes = 1 << 20
        static let brackets = 100
        /// Depth times length: at each level the parser may look ahead to the text's end.
        static let bracketsTimesBytes = 4_000_000
        static let strayClosers = 100
        static let squareBrackets = 12
        static let interpolations = 8
        /// Operators, members, calls and keywords in one statement, without what is in its brackets.
        static let links = 6_000
        /// At each `<` the parser tries to read everything after it as generic arguments.
        static let angles = 200
        /// The parser's time at generic arguments of nested attributes, `@a<@b<…`, doubles with each.
        static let attributeAngles = 6
        static let conditionalBlocks = 50
        /// Names right after names, in one statement, mean nothing, and the parser reads on to the line's end at each.
        static let juxtapositions = 400
        /// Without its braces a statement takes the next one for its body's.
        static let missingBraces = 200
    }

    /// A bracket that is open, with what has been counted directly in it.
    struct Open {
        let byte: UInt8
        let offset: Int
        var links = 0
        var angles = 0
        var juxtapositions = 0
        /// Statements that want a block and have not had one.
        var pending = 0
    }

    struct StringDelimiter: Equatable {
        var quote: UInt8
        var hashes: Int
        var isMultiLine: Bool
    }

    /// A `\(` whose `)` has not come yet.
    struct Interpolation {
        let delimiter: StringDelimiter
        /// How many brackets were open before it.
        let base: Int
        var parentheses = 0
    }

    enum OpenLiteral: Equatable {
        case none
        case multiLineString
        case blockComment
    }

    /// What the last token was, as far as it matters for what may follow.
    enum Previous {
        case start
        /// An expression may end here: a name, a literal, a closing bracket.
        case operand
        /// A keyword after which something must follow.
        case keyword
        case operation
        case separator
    }

    let code: [UInt8]
    var position = 0
    private(set) var refusal: Diagnostic?
    /// The first entry stands for the cell itself.
    private(set) var open: [Open] = [Open(byte: 0, offset: 0)]
    private(set) var interpolations: [Interpolation] = []
    /// What the end of the text lies in.
    private(set) var openLiteral = OpenLiteral.none
    /// Where the first string begins that does not end on its line.
    private(set) var unterminatedString: Int?
    /// A closing bracket that closes nothing.
    private(set) var strayCloser: Int?
    private var strayClosers = 0
    private var squareBrackets = 0
    private var conditionalBlocks = 0
    private var attributeAngles = 0
    /// Whether what was read last is an attribute's name.
    private var isInAttribute = false
    private var previous = Previous.start
    private var previousIsWord = false
    private var newlineBefore = true

    init(_ code: [UInt8]) {
        self.code = code
        if code.count > Limits.bytes {
            refuse(
                "the cell is larger than 1 MB", at: Limits.bytes,
                help: "keep data in a file and read it")
            return
        }
        if let offset = code.firstIndex(where: Self.isForbidden) {
            refuseControlCharacter(at: offset)
            return
        }
        if has("#!", at: 0) { skipLine() }
        while position < code.count, refusal == nil { scanToken() }
    }

    static func refusal(of code: [UInt8]) -> Diagnostic? { GuardScan(code).refusal }

    // MARK: Tokens

    private mutating func scanToken() {
        let byte = code[position]
        switch byte {
        case 0x0A, 0x0D:
            newlineBefore = true
            // A string on one line takes what is interpolated in it along to the line's end.
            while let inner = interpolations.last, !inner.delimiter.isMultiLine {
                unterminatedString = unterminatedString ?? position
                interpolations.removeLast()
            }
            position += 1
        case 0x20, 0x09, 0x0B, 0x0C:
            position += 1
        case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"):
            skipLine()
        case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"):
            skipBlockComment()
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            beginToken()
            openString(hashes: 0)
        case UInt8(ascii: "#"):
            scanHash()
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
            scanOpener(byte)
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
            scanCloser(byte)
        case UInt8(ascii: ","), UInt8(ascii: ";"):
            open[open.count - 1].links = 0
            if byte == UInt8(ascii: ";") {
                open[open.count - 1].angles = 0
                open[open.count - 1].juxtapositions = 0
            }
            endToken(.separator)
            position += 1
        case UInt8(ascii: "@"), UInt8(ascii: "\\"), UInt8(ascii: ":"):
            beginToken()
            link()
            endToken(.operation)
            isInAttribute = byte == UInt8(ascii: "@")
            position += 1
        case UInt8(ascii: "`"):
            scanBacktick()
        default:
            if Self.isOperator(byte) {
                scanOperator()
            } else if byte == 0xE2, let quote = curlyQuote() {
                refuse(
                    "unicode curly quote found; use '\(quote)' instead", at: position, length: 3,
                    fix: quote)
            } else {
                scanWord()
            }
        }
    }

    private mutating func scanWord() {
        let start = position
        let isNumber = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(code[start])
        var hasPoint = false
        var hasSign = false
        while position < code.count {
            if !Self.isWord(code[position]) {
                guard isNumber, isInNumber(position) else { break }
                if code[position] == UInt8(ascii: ".") {
                    if hasPoint { break }
                    hasPoint = true
                } else {
                    if hasSign { break }
                    hasSign = true
                }
            }
            position += 1
        }
        // A byte that belongs to nothing: an invisible one, say. The parser will speak of it.
        if position == start { position += 1 }
        let isMember = start > 0 && code[start - 1] == UInt8(ascii: ".")
        // Keywords are names after a point, and are shorter than this.
        let word =
            isMember || position - start > 16
            ? "" : String(decoding: code[start..<position], as: UTF8.self)
        let kind = Self.keywords.contains(word) ? Previous.keyword : .operand
        beginToken(continues: Self.continuations.contains(word))
        // `try try`, `some some`: every word right after a word may be one level deeper. Without a
        // keyword between them they are no Swift, and the parser is slow to see that.
        let isStatement = Self.statements.contains(word)
        if Self.blockStatements.contains(word) { expectBlock() }
        if previousIsWord && previous == .operand && kind == .operand { juxtapose() }
        if previousIsWord && previous == .operand || isStatement {
            link(10)
        } else if previousIsWord || kind == .keyword {
            link()
        }
        let wasInAttribute = isInAttribute
        endToken(kind)
        isInAttribute = wasInAttribute
        previousIsWord = true
    }

    /// A decimal point between digits, or an exponent's sign.
    private func isInNumber(_ offset: Int) -> Bool {
        guard offset > 0, offset + 1 < code.count,
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(code[offset + 1])
        else { return false }
        switch code[offset] {
        case UInt8(ascii: "."): return Self.isWord(code[offset - 1])
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
            return code[offset - 1] | 0x20 == UInt8(ascii: "e")
        default: return false
        }
    }

    private mutating func scanHash() {
        var end = position
        while end < code.count, code[end] == UInt8(ascii: "#") { end += 1 }
        if end < code.count, code[end] == UInt8(ascii: "\"") {
            beginToken()
            let hashes = end - position
            position = end
            openString(hashes: hashes)
            return
        }
        if end < code.count, code[end] == UInt8(ascii: "/") {
            refuseRegex(at: position)
            return
        }
        beginToken()
        link(end - position)
        if end - position == 1 {
            if hasWord("if", at: end) {
                conditionalBlocks += 1
                if conditionalBlocks > Limits.conditionalBlocks {
                    refuse(
                        "'#if' nested more than \(Limits.conditionalBlocks) deep", at: position,
                        length: 3)
                }
            } else if hasWord("endif", at: end) {
                conditionalBlocks = max(conditionalBlocks - 1, 0)
            }
        }
        position = end
        endToken(.operation)
    }

    private mutating func scanOperator() {
        let start = position
        if has("<#", at: start), placeholderEnds(after: start) {
            refuse("editor placeholder in source file", at: start, length: 2)
            return
        }
        if isAtLineStart, has("<<<<<<< ", at: start) || has(">>>> ", at: start) {
            refuse("source control conflict marker in source file", at: start, length: 4)
            return
        }
        var slash: Int?
        var weight = 0
        while position < code.count, Self.isOperator(code[position]) {
            let byte = code[position]
            if byte == UInt8(ascii: "/") {
                if peek(1) == UInt8(ascii: "/") || peek(1) == UInt8(ascii: "*") { break }
                slash = slash ?? position
            }
            if byte == UInt8(ascii: "<") {
                if position > start, peek(1) == UInt8(ascii: "#") { break }
                open[open.count - 1].angles += 1
            }
            if Self.standsAlone(byte) { weight += 1 }
            position += 1
        }
        if let slash, mayBeginRegex(operator: start, slash: slash) {
            refuseRegex(at: slash)
            return
        }
        let isPostfix =
            previous == .operand && start > 0 && !Self.isSpace(code[start - 1])
            && (code[start] == UInt8(ascii: "?") || code[start] == UInt8(ascii: "!"))
        beginToken(continues: !isPrefix(start, position))
        link(max(weight, 1))
        if open[open.count - 1].angles > Limits.angles {
            refuse(
                "more than \(Limits.angles) '<' in one statement", at: start,
                help: "split it into several statements")
        }
        if isInAttribute, code[start] == UInt8(ascii: "<") {
            attributeAngles += 1
            if attributeAngles > Limits.attributeAngles {
                refuse(
                    "more than \(Limits.attributeAngles) attributes with generic arguments",
                    at: start)
            }
        }
        let isInPath = isInAttribute && code[start] == UInt8(ascii: ".")
        endToken(isPostfix ? .operand : .operation)
        isInAttribute = isInPath
    }

    /// Whether the operator stands before its operand, apart from what is before: it can begin a statement then.
    private func isPrefix(_ start: Int, _ end: Int) -> Bool {
        let spaceBefore = start == 0 || Self.isSpace(code[start - 1])
        let spaceAfter = end >= code.count || Self.isSpace(code[end])
        return spaceBefore && !spaceAfter && code[start] != UInt8(ascii: ".")
    }

    // MARK: Brackets

    private mutating func scanOpener(_ byte: UInt8) {
        let isPostfix = previous == .operand
        beginToken(continues: byte == UInt8(ascii: "{") && isPostfix)
        if isPostfix { link() }
        if byte == UInt8(ascii: "("), !interpolations.isEmpty {
            interpolations[interpolations.count - 1].parentheses += 1
        }
        if byte == UInt8(ascii: "{") { open[open.count - 1].pending = 0 }
        push(byte, at: position)
        position += 1
        endToken(.separator)
    }

    private mutating func push(_ byte: UInt8, at offset: Int) {
        open.append(Open(byte: byte, offset: offset))
        if byte == UInt8(ascii: "[") { squareBrackets += 1 }
        let most = min(
            Limits.brackets,
            max(Limits.squareBrackets, Limits.bracketsTimesBytes / max(code.count, 1)))
        let help = "give the inner part a name of its own and use that"
        if squareBrackets > Limits.squareBrackets {
            refuse("'[' nested more than \(Limits.squareBrackets) deep", at: offset, help: help)
        } else if open.count - 1 > most {
            refuse("brackets nested more than \(most) deep", at: offset, help: help)
        }
    }

    private mutating func scanCloser(_ byte: UInt8) {
        let offset = position
        position += 1
        if byte == UInt8(ascii: ")"), let inner = interpolations.last {
            if inner.parentheses == 0 {
                close(through: inner.base)
                interpolations.removeLast()
                scanString(inner.delimiter)
                return
            }
            interpolations[interpolations.count - 1].parentheses -= 1
        }
        let opener = Self.opener(of: byte)
        // A brace is stronger than the others: what is open in it ends with it, but it does not end with them.
        let floor = interpolations.last?.base ?? 0
        var index = open.count - 1
        while index > 0, open[index].byte != opener {
            if open[index].byte == UInt8(ascii: "{") {
                index = 0
            } else {
                index -= 1
            }
        }
        if index > floor {
            while open.count > index { popBracket() }
        } else {
            strayCloser = strayCloser ?? offset
            strayClosers += 1
            if strayClosers > Limits.strayClosers {
                refuse(
                    "more than \(Limits.strayClosers) brackets are closed that were never opened",
                    at: offset)
            }
        }
        endToken(.operand)
        newlineBefore = false
    }

    private mutating func popBracket() {
        if open.removeLast().byte == UInt8(ascii: "[") { squareBrackets -= 1 }
    }

    /// Closes an interpolation's brackets; braces left open in it stay counted.
    private mutating func close(through base: Int) {
        let left = open[(base + 1)...].dropFirst().filter { $0.byte == UInt8(ascii: "{") }
        while open.count > base + 1 { popBracket() }
        open += left
    }

    // MARK: Strings and comments

    private mutating func openString(hashes: Int) {
        let quote = code[position]
        var delimiter = StringDelimiter(quote: quote, hashes: hashes, isMultiLine: false)
        if quote == UInt8(ascii: "\""), has("\"\"\"", at: position) {
            // `#"""#` is a string of one quote, and so is what ends on the line with quote and hashes.
            delimiter.isMultiLine = hashes == 0 || !closesOnLine(hashes: hashes, from: position + 3)
        }
        position += delimiter.isMultiLine ? 3 : 1
        scanString(delimiter)
    }

    private func closesOnLine(hashes: Int, from start: Int) -> Bool {
        if isHashes(hashes, at: start) { return true }
        var offset = start
        while offset < code.count, code[offset] != 0x0A, code[offset] != 0x0D {
            if code[offset] == UInt8(ascii: "\""), isHashes(hashes, at: offset + 1) { return true }
            offset += 1
        }
        return false
    }

    /// Reads a string's text until it ends or something is interpolated.
    private mutating func scanString(_ delimiter: StringDelimiter) {
        let start = position
        while position < code.count {
            let byte = code[position]
            if byte == UInt8(ascii: "\\"), isHashes(delimiter.hashes, at: position + 1) {
                let after = position + 1 + delimiter.hashes
                if after < code.count, code[after] == UInt8(ascii: "(") {
                    beginInterpolation(delimiter, at: after)
                    return
                }
                // An escape's character can be no delimiter; a line's end still ends the line.
                position = after
                if after < code.count, code[after] != 0x0A, code[after] != 0x0D { position += 1 }
                continue
            }
            if byte == delimiter.quote, isClosing(delimiter, at: position) {
                position += (delimiter.isMultiLine ? 3 : 1) + delimiter.hashes
                endToken(.operand)
                return
            }
            if !delimiter.isMultiLine, byte == 0x0A || byte == 0x0D { break }
            position += 1
        }
        if delimiter.isMultiLine {
            openLiteral = .multiLineString
        } else {
            unterminatedString = unterminatedString ?? start
        }
        endToken(.operand)
    }

    private func isClosing(_ delimiter: StringDelimiter, at offset: Int) -> Bool {
        if delimiter.isMultiLine {
            return has("\"\"\"", at: offset) && isHashes(delimiter.hashes, at: offset + 3)
        }
        return isHashes(delimiter.hashes, at: offset + 1)
    }

    private mutating func beginInterpolation(_ delimiter: StringDelimiter, at offset: Int) {
        interpolations.append(Interpolation(delimiter: delimiter, base: open.count - 1))
        if interpolations.count > Limits.interpolations {
            refuse(
                "string interpolation nested more than \(Limits.interpolations) deep", at: offset,
                help: "build the inner strings in variables of their own")
            return
        }
        push(UInt8(ascii: "("), at: offset)
        position = offset + 1
        endToken(.separator)
    }

    private mutating func skipBlockComment() {
        var depth = 0
        while position < code.count {
            if has("/*", at: position) {
                depth += 1
                position += 2
            } else if has("*/", at: position) {
                depth -= 1
                position += 2
                if depth == 0 { return }
            } else {
                if code[position] == 0x0A { newlineBefore = true }
                position += 1
            }
        }
        openLiteral = .blockComment
    }

    private mutating func skipLine() {
        while position < code.count, code[position] != 0x0A, code[position] != 0x0D {
            position += 1
        }
    }

    // MARK: What cells do not have

    private mutating func scanBacktick() {
        var end = position + 1
        var isPlain = true
        while end < code.count, code[end] != UInt8(ascii: "`"), code[end] != 0x0A, code[end] != 0x0D
        {
            isPlain = isPlain && Self.isWord(code[end])
            end += 1
        }
        guard end < code.count, code[end] == UInt8(ascii: "`") else {
            position += 1
            return
        }
        guard isPlain else {
            refuse(
                "an identifier in backticks can only hold letters, digits and '_'", at: position,
                length: end + 1 - position)
            return
        }
        beginToken()
        if previousIsWord { link(10) }
        position = end + 1
        let wasInAttribute = isInAttribute
        endToken(.operand)
        isInAttribute = wasInAttribute
        previousIsWord = true
    }

    /// Whether the lexer may take what begins at `slash` for a regular expression that hides something from this scan.
    private func mayBeginRegex(operator start: Int, slash: Int) -> Bool {
        let isLeftBound =
            start > 0 && !Self.isSpace(code[start - 1]) && !Self.opensOrSeparates(code[start - 1])
        if isLeftBound { return false }
        // `x /= 2` is no beginning of anything.
        if previous == .operand, slash + 1 < code.count, code[slash + 1] == UInt8(ascii: "=") { return false }
        let next = slash + 1 < code.count ? code[slash + 1] : 0x0A
        let spaced = Self.isSpace(next)
        if spaced, previous == .operand { return false }
        var hides = false
        var offset = slash + 1
        while offset < code.count, code[offset] != 0x0A, code[offset] != 0x0D {
            switch code[offset] {
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): hides = true
            case UInt8(ascii: "/"):
                // An operator passed as a function, then a comment or another one.
                let isFunction =
                    next == UInt8(ascii: ")") || next == UInt8(ascii: ",")
                    || next == UInt8(ascii: "]")
                return hides || !isFunction
            default: break
            }
            offset += 1
        }
        return hides
    }

    private func placeholderEnds(after start: Int) -> Bool {
        var offset = start + 2
        while offset + 1 < code.count, code[offset] != 0x0A {
            if has("#>", at: offset) { return true }
            offset += 1
        }
        return false
    }

    private func curlyQuote() -> String? {
        guard position + 2 < code.count, code[position + 1] == 0x80 else { return nil }
        switch code[position + 2] {
        case 0x9C, 0x9D, 0x9E: return "\""
        case 0x98, 0x99: return "'"
        default: return nil
        }
    }

    private mutating func refuseRegex(at offset: Int) {
        refuse(
            "regular expression literals are not supported in cells", at: offset,
            help: "put spaces round '/' if a division is meant")
    }

    private mutating func refuseControlCharacter(at offset: Int) {
        let value = code[offset]
        let digits = String(value, radix: 16, uppercase: true)
        let name =
            value == 0
            ? "a NUL byte" : "the control character U+00\(value < 16 ? "0" : "")\(digits)"
        refuse(
            "the cell contains \(name)", at: offset,
            help: "remove it; in a string write \\u{\(digits)}")
    }

    // MARK: Counting

    /// To be called where a token begins: ends the statement before, if it can end there.
    private mutating func beginToken(continues: Bool = false) {
        if newlineBefore, previous == .operand, !continues {
            open[open.count - 1].links = 0
            open[open.count - 1].angles = 0
            open[open.count - 1].juxtapositions = 0
        }
        if newlineBefore { previousIsWord = previousIsWord && previous == .keyword }
        newlineBefore = false
    }

    private mutating func endToken(_ kind: Previous) {
        previous = kind
        previousIsWord = false
        isInAttribute = false
        newlineBefore = false
    }

    private mutating func link(_ weight: Int = 1) {
        open[open.count - 1].links += weight
        if open[open.count - 1].links > Limits.links {
            refuse(
                "the statement is too long: more than \(grouped(Limits.links)) operators, calls or "
                    + "keywords in a row", at: position, help: "split it into several statements")
        }
    }

    private mutating func juxtapose() {
        open[open.count - 1].juxtapositions += 1
        if open[open.count - 1].juxtapositions > Limits.juxtapositions {
            refuse(
                "more than \(Limits.juxtapositions) names stand right after a name in one statement",
                at: position, help: "put statements on lines of their own")
        }
    }

    private mutating func expectBlock() {
        open[open.count - 1].pending += 1
        if open[open.count - 1].pending > Limits.missingBraces {
            refuse(
                "more than \(Limits.missingBraces) statements in a row lack their '{'", at: position
            )
        }
    }

    private mutating func refuse(
        _ message: String, at offset: Int, length: Int = 1, help: String? = nil, fix: String? = nil
    ) {
        guard refusal == nil else { return }
        let range = SourceRange(start: offset, end: offset + length)
        refusal = Diagnostic(
            .error, message, at: range, help: help,
            fixIts: fix.map { [Diagnostic.FixIt(range: range, replacement: $0)] } ?? [])
        position = code.count
    }
}
