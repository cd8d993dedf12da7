import FoundationEssentials

/// SplitMix64, so that a failing seed can be run again.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Breaks good programs the way people and editors do: by tokens, literals, lines and nesting.
struct ProgramMutator {
    private let programs: [[String]]
    private let pool: [String]

    /// - Parameter folder: its folders hold the programs, which end in ".swift".
    init(folder: String) throws {
        var texts: [String] = []
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
        where path.hasSuffix(".swift") {
            texts.append(try String(contentsOfFile: folder + "/" + path, encoding: .utf8))
        }
        programs = texts.map(Self.tokens)
        pool = programs.flatMap { $0 }.filter { !$0.allSatisfy(\.isWhitespace) }
    }

    var count: Int { programs.count }

    /// The program of number `index`, with one to five things broken.
    func mutated(_ index: Int, with generator: inout SeededGenerator) -> String {
        var tokens = programs[index % programs.count]
        for _ in 0..<Int.random(in: 1...5, using: &generator) { mutate(&tokens, with: &generator) }
        return tokens.joined()
    }

    private static let literals = [
        "0", "1", "-1", "9223372036854775807", "-9223372036854775808", "99999999999999999999",
        "0xFFFFFFFFFFFFFFFF", "1e400", "0.1", "-0.0", "1_000_000", "\"\"", "\"é👨‍👩‍👧\"", "\"\\(1)\"",
        "nil", "true", "[]", "[:]", "()", "{}", "{ $0 }", ".none", ".init()", "self", "Self", "_",
        "[[[[1]]]]", "(1, 2)", "1...0", "0..<0", "...", "\\.self", "[1: 2]", "Int.max", "Double.nan",
    ]
    private static let openers = [
        ("(", ")"), ("[", "]"), ("{ ", " }"), ("[[", "]]"), ("Optional(", ")"), ("-(", ")"),
        ("{ () in ", " }()"), ("(try? ", ")"), ("\"\\(", ")\""), ("[(", ", 1)]"), ("!", ""),
        ("if true { ", " }"), ("func f() { ", " }"), ("struct S { ", " }"), ("do { ", " } catch {}"),
    ]

    private func mutate(_ tokens: inout [String], with generator: inout SeededGenerator) {
        guard !tokens.isEmpty else { return }
        let at = Int.random(in: 0..<tokens.count, using: &generator)
        let end = min(tokens.count, at + Int.random(in: 1...12, using: &generator))
        switch Int.random(in: 0..<14, using: &generator) {
        case 0: tokens.remove(at: at)
        case 1: tokens.removeSubrange(at..<end)
        case 2: tokens.insert(tokens[at], at: at)
        case 3: tokens.insert(contentsOf: tokens[at..<end], at: end)
        case 4: tokens.swapAt(at, Int.random(in: 0..<tokens.count, using: &generator))
        case 5, 6: tokens[at] = pool.randomElement(using: &generator) ?? "x"
        case 7: tokens.insert(pool.randomElement(using: &generator) ?? "x", at: at)
        case 8: if let other = programs.randomElement(using: &generator) { splice(other, into: &tokens, at: at, with: &generator) }
        case 9, 10:
            // A literal, or a name in place of one, becomes another.
            let places = tokens.indices.filter { tokens[$0].first.map { $0.isNumber || $0 == "\"" } ?? false }
            tokens[places.randomElement(using: &generator) ?? at] = Self.literals.randomElement(using: &generator) ?? "0"
        case 11:
            let (open, close) = Self.openers.randomElement(using: &generator) ?? ("(", ")")
            let depth = [1, 1, 2, 8, 60].randomElement(using: &generator) ?? 1
            tokens.insert(String(repeating: close, count: depth), at: end)
            tokens.insert(String(repeating: open, count: depth), at: at)
        case 12:
            // A name becomes another name of the same program.
            let names = tokens.indices.filter { tokens[$0].first.map { $0.isLetter } ?? false }
            if let one = names.randomElement(using: &generator), let other = names.randomElement(using: &generator) {
                tokens[one] = tokens[other]
            }
        default: tokens.removeSubrange(at...)
        }
    }

    /// Takes some lines of another program.
    private func splice(
        _ other: [String], into tokens: inout [String], at place: Int, with generator: inout SeededGenerator
    ) {
        guard !other.isEmpty else { return }
        let start = Int.random(in: 0..<other.count, using: &generator)
        let length = Int.random(in: 1...60, using: &generator)
        tokens.insert(contentsOf: other[start..<min(other.count, start + length)], at: place)
    }

    /// Names, numbers, strings without interpolated quotes, single signs, runs of operators and of blanks.
    static func tokens(_ text: String) -> [String] {
        enum Kind { case word, blank, sign, string }
        let operators = Set("+-*/%<>=!&|^~?.")
        var tokens: [String] = []
        var current = ""
        var kind = Kind.blank
        var last: Character = " "
        func of(_ character: Character) -> Kind {
            character.isLetter || character.isNumber || character == "_" || character == "$" ? .word
                : character.isWhitespace ? .blank : character == "\"" ? .string : .sign
        }
        for character in text {
            if kind == .string, !current.isEmpty {
                current.append(character)
                if character == "\"" && last != "\\" || character == "\n" { tokens.append(current); current = "" }
                last = character
                continue
            }
            let next = of(character)
            let joins = next == kind && (next == .word || next == .blank && character != "\n" && last != "\n"
                || next == .sign && operators.contains(character) && operators.contains(last))
            if !joins, !current.isEmpty { tokens.append(current); current = "" }
            kind = next
            current.append(character)
            last = character
        }
        if !current.isEmpty { tokens.append(current) }
        return tokens
    }
}
