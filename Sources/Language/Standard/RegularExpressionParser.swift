/// Reads a regular expression's pattern.
struct RegularExpressionParser {
    private typealias Node = RegularExpression.Node
    private let pattern: [Unicode.Scalar]
    private var index = 0
    private var ignoresCase: Bool
    private var isMultiline = false
    private var dotTakesNewlines = false
    private var depth = 0
    private var names: [String: Int] = [:]
    private(set) var groupCount = 0

    init(_ pattern: Substring, ignoresCase: Bool) {
        self.pattern = Array(pattern.unicodeScalars)
        self.ignoresCase = ignoresCase
    }

    /// Nil where the pattern is none.
    mutating func parse() -> RegularExpression.Node? {
        guard let root = alternatives(), index == pattern.count else { return nil }
        return root
    }

    private var next: Unicode.Scalar? { index < pattern.count ? pattern[index] : nil }

    private mutating func take(_ text: String) -> Bool {
        let wanted = Array(text.unicodeScalars)
        guard pattern[index...].starts(with: wanted) else { return false }
        index += wanted.count
        return true
    }

    private mutating func alternatives() -> Node? {
        depth += 1
        defer { depth -= 1 }
        guard depth < 100, let first = sequence() else { return nil }
        var all = [first]
        while take("|") {
            guard let other = sequence() else { return nil }
            all.append(other)
        }
        return all.count == 1 ? first : .alternatives(all)
    }

    private mutating func sequence() -> Node? {
        var parts: [Node] = []
        while let scalar = next, scalar != "|", scalar != ")" {
            guard let part = part(), let repeated = quantified(part) else { return nil }
            parts.append(repeated)
        }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    /// What a quantifier behind it makes of a part; nil where the quantifier is none.
    private mutating func quantified(_ part: Node) -> Node? {
        let least, most: Int
        if take("*") {
            (least, most) = (0, .max)
        } else if take("+") {
            (least, most) = (1, .max)
        } else if take("?") {
            (least, most) = (0, 1)
        } else if take("{") {
            guard let low = number() else { return nil }
            var high = low
            if take(",") { high = next == "}" ? .max : number() ?? -1 }
            guard take("}"), high >= low else { return nil }
            (least, most) = (low, high)
        } else {
            return part
        }
        let repeated = Node.repeated(part, least: least, most: most, take("?") ? .lazy : take("+") ? .possessive : .greedy)
        return next == "*" || next == "+" || next == "?" ? nil : repeated
    }

    private mutating func number() -> Int? {
        var digits = ""
        while let scalar = next, ("0"..."9").contains(scalar) {
            digits.unicodeScalars.append(scalar)
            index += 1
        }
        return digits.count < 10 ? Int(digits) : nil
    }

    /// What a quantifier may stand behind; nil where there is no such part.
    private mutating func part() -> Node? {
        guard let scalar = next else { return nil }
        index += 1
        switch scalar {
        case "(": return group()
        case "[": return set().map { .one($0) }
        case ".": return .one({ [dotTakesNewlines] in dotTakesNewlines || !RegularExpression.isNewline($0) })
        case "^": return isMultiline ? .lineStart : .textStart
        case "$": return isMultiline ? .lineEnd : .textEnd(orNewline: true)
        case "*", "+", "?", "{", "}": return nil
        case "\\": return escape()
        default: return .one(only(scalar))
        }
    }

    private mutating func group() -> Node? {
        let outer = (ignoresCase, isMultiline, dotTakesNewlines)
        var wrap: (Node) -> Node = { $0 }
        if take("?") {
            if take(":") {
            } else if take(">") {
                wrap = { .atomic($0) }
            } else if take("=") {
                wrap = { .look($0, isAhead: true, isNegated: false) }
            } else if take("!") {
                wrap = { .look($0, isAhead: true, isNegated: true) }
            } else if take("<=") {
                wrap = { .look($0, isAhead: false, isNegated: false) }
            } else if take("<!") {
                wrap = { .look($0, isAhead: false, isNegated: true) }
            } else if take("<") {
                guard let name = name() else { return nil }
                groupCount += 1
                let number = groupCount
                names[name] = number
                wrap = { .group($0, number) }
            } else {
                guard options() else { return nil }
                // `(?i)`: from here to the end of the group around.
                if take(")") { return .sequence([]) }
                guard take(":") else { return nil }
            }
        } else {
            groupCount += 1
            let number = groupCount
            wrap = { .group($0, number) }
        }
        guard let inner = alternatives(), take(")") else { return nil }
        (ignoresCase, isMultiline, dotTakesNewlines) = outer
        return wrap(inner)
    }

    private mutating func name() -> String? {
        var name = ""
        while let scalar = next, scalar.isASCII, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            name.unicodeScalars.append(scalar)
            index += 1
        }
        return !name.isEmpty && take(">") ? name : nil
    }

    private mutating func options() -> Bool {
        var isOn = true
        while let scalar = next, scalar != ")", scalar != ":" {
            index += 1
            switch scalar {
            case "-": isOn = false
            case "i": ignoresCase = isOn
            case "m": isMultiline = isOn
            case "s": dotTakesNewlines = isOn
            default: return false
            }
        }
        return true
    }

    private mutating func escape() -> Node? {
        guard let scalar = next else { return nil }
        switch scalar {
        case "b", "B":
            index += 1
            return .wordBoundary(isNegated: scalar == "B")
        case "A":
            index += 1
            return .textStart
        case "z", "Z":
            index += 1
            return .textEnd(orNewline: scalar == "Z")
        case "1"..."9":
            guard let number = number(), number <= groupCount else { return nil }
            return .reference(number)
        case "k":
            index += 1
            guard take("<"), let name = name(), let number = names[name] else { return nil }
            return .reference(number)
        default:
            if let escaped = escapedClass() { return .one(scalar == "p" ? caseless(escaped) : escaped) }
            return escapedScalar().map { .one(only($0)) }
        }
    }

    /// `\d`, `\w`, `\s`, `\p{L}` and their opposites, behind the backslash.
    private mutating func escapedClass() -> RegularExpression.Class? {
        guard let scalar = next else { return nil }
        let found: RegularExpression.Class
        switch scalar {
        case "d", "D": found = { $0.properties.generalCategory == .decimalNumber }
        case "w", "W": found = RegularExpression.isWord
        case "s", "S": found = { (0x09...0x0d).contains($0.value) || $0.properties.isWhitespace }
        case "h", "H": found = { $0 == "\t" || $0.properties.generalCategory == .spaceSeparator }
        case "R", "v", "V": found = RegularExpression.isNewline
        case "p", "P":
            let start = index
            index += 1
            guard take("{") else { return nil }
            var name = ""
            while let scalar = next, scalar != "}" {
                name.unicodeScalars.append(scalar)
                index += 1
            }
            guard take("}"), let category = Self.categories[name] else {
                index = start
                return nil
            }
            return scalar == "P" ? { !category($0) } : category
        default: return nil
        }
        index += 1
        return ["D", "W", "S", "H", "V"].contains(scalar) ? { !found($0) } : found
    }

    private static let categories: [String: RegularExpression.Class] = [
        "L": { $0.properties.isAlphabetic }, "Letter": { $0.properties.isAlphabetic }, "Alphabetic": { $0.properties.isAlphabetic },
        "Lu": { $0.properties.generalCategory == .uppercaseLetter }, "Ll": { $0.properties.generalCategory == .lowercaseLetter },
        "N": { $0.properties.numericType != nil }, "Nd": { $0.properties.generalCategory == .decimalNumber },
        "P": { Character($0).isPunctuation }, "S": { Character($0).isSymbol }, "Z": { $0.properties.isWhitespace },
    ]

    /// A scalar that a backslash stands in front of; letters that mean nothing are an error.
    private mutating func escapedScalar() -> Unicode.Scalar? {
        guard let scalar = next else { return nil }
        index += 1
        switch scalar {
        case "n": return "\n"
        case "t": return "\t"
        case "r": return "\r"
        case "f": return "\u{c}"
        case "e": return "\u{1b}"
        case "0": return "\0"
        case "u": return code(digits: 4)
        case "x":
            guard take("{") else { return code(digits: 2) }
            var count = 0
            while index + count < pattern.count, pattern[index + count] != "}" { count += 1 }
            let found = code(digits: count)
            return take("}") ? found : nil
        default: return scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? nil : scalar
        }
    }

    private mutating func code(digits: Int) -> Unicode.Scalar? {
        guard digits > 0, index + digits <= pattern.count else { return nil }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: pattern[index..<(index + digits)])
        index += digits
        return UInt32(String(text), radix: 16).flatMap { Unicode.Scalar($0) }
    }

    /// What stands in brackets, behind the first.
    private mutating func set() -> RegularExpression.Class? {
        let isNegated = take("^")
        var singles = Set<Unicode.Scalar>()
        var ranges: [ClosedRange<Unicode.Scalar>] = []
        var classes: [RegularExpression.Class] = []
        // What stands in front of `&&` or `--`, and how it goes together with what follows.
        var before: (isIn: RegularExpression.Class, isDifference: Bool)?
        depth += 1
        defer { depth -= 1 }
        guard depth < 100 else { return nil }
        func together() -> RegularExpression.Class {
            let own: RegularExpression.Class = { [singles, ranges, classes] scalar in
                singles.contains(scalar) || ranges.contains { $0.contains(scalar) } || classes.contains { $0(scalar) }
            }
            guard let before else { return own }
            return { before.isIn($0) && own($0) != before.isDifference }
        }
        var isFirst = true
        while let scalar = next, scalar != "]" || isFirst {
            isFirst = false
            if let named = namedClass() {
                classes.append(named)
                continue
            }
            if take("&&") {
                before = (together(), isDifference: false)
                (singles, ranges, classes) = ([], [], [])
                continue
            }
            if pattern[index...].starts(with: "--[".unicodeScalars) {
                index += 2
                before = (together(), isDifference: true)
                (singles, ranges, classes) = ([], [], [])
                continue
            }
            index += 1
            if scalar == "[" {
                guard let inner = set() else { return nil }
                classes.append(inner)
                continue
            }
            var low = scalar
            if scalar == "\\" {
                if let found = escapedClass() {
                    classes.append(found)
                    continue
                }
                guard let escaped = escapedScalar() else { return nil }
                low = escaped
            }
            guard next == "-", index + 1 < pattern.count, pattern[index + 1] != "]", !pattern[index...].starts(with: "--[".unicodeScalars) else {
                singles.insert(low)
                continue
            }
            index += 1
            guard var high = next else { return nil }
            index += 1
            if high == "\\" {
                guard let escaped = escapedScalar() else { return nil }
                high = escaped
            }
            guard low <= high else { return nil }
            ranges.append(low...high)
        }
        guard take("]") else { return nil }
        let isIn = caseless(together())
        return isNegated ? { !isIn($0) } : isIn
    }

    /// `[:alpha:]`, inside of brackets.
    private mutating func namedClass() -> RegularExpression.Class? {
        guard pattern[index...].starts(with: "[:".unicodeScalars) else { return nil }
        return Self.namedClasses.first { take("[:\($0.name):]") }?.isIn
    }

    private static let namedClasses: [(name: String, isIn: RegularExpression.Class)] = [
        ("alpha", { $0.properties.isAlphabetic }), ("digit", { $0.properties.generalCategory == .decimalNumber }),
        ("alnum", { $0.properties.isAlphabetic || $0.properties.generalCategory == .decimalNumber }), ("space", { $0.properties.isWhitespace }),
        ("upper", { $0.properties.isUppercase }), ("lower", { $0.properties.isLowercase }), ("punct", { Character($0).isPunctuation }),
    ]

    private func only(_ scalar: Unicode.Scalar) -> RegularExpression.Class {
        guard ignoresCase else { return { $0 == scalar } }
        let folded = RegularExpression.folded(scalar)
        return { $0 == scalar || RegularExpression.folded($0) == folded }
    }

    /// A set that takes a letter where it has the capital or the small one.
    private func caseless(_ isIn: @escaping RegularExpression.Class) -> RegularExpression.Class {
        guard ignoresCase else { return isIn }
        return { scalar in
            if isIn(scalar) { return true }
            let (upper, lower) = (scalar.properties.uppercaseMapping.unicodeScalars, scalar.properties.lowercaseMapping.unicodeScalars)
            return upper.count == 1 && isIn(upper.first!) || lower.count == 1 && isIn(lower.first!)
        }
    }
}
