/// A regular expression as Foundation's `.regularExpression` takes it: ICU's syntax without sets inside of sets.
struct RegularExpression {
    indirect enum Node {
        case one(Class)
        case sequence([Node])
        case alternatives([Node])
        case group(Node, Int)
        case repeated(Node, least: Int, most: Int, Manner)
        case atomic(Node)
        case look(Node, isAhead: Bool, isNegated: Bool)
        case reference(Int)
        case textStart
        /// The end; where `orNewline`, also in front of a last newline.
        case textEnd(orNewline: Bool)
        case lineStart
        case lineEnd
        case wordBoundary(isNegated: Bool)
    }

    enum Manner {
        case greedy
        case lazy
        case possessive
    }

    /// Whether a scalar is one of those meant.
    typealias Class = @Sendable (Unicode.Scalar) -> Bool

    private let root: Node
    private let groupCount: Int
    private let ignoresCase: Bool

    /// Nil where the pattern is none.
    init?(_ pattern: Substring, ignoresCase: Bool) {
        var parser = RegularExpressionParser(pattern, ignoresCase: ignoresCase)
        guard let root = parser.parse() else { return nil }
        self.root = root
        groupCount = parser.groupCount
        self.ignoresCase = ignoresCase
    }

    /// Where the first match that begins at `start` or behind it lies, and each of its groups; of an anchored one at
    /// `start` alone.
    func firstMatch(in text: [Unicode.Scalar], from start: Int, isAnchored: Bool, _ check: @escaping InterruptCheck) throws -> [Range<Int>?]? {
        let matcher = RegularExpressionMatcher(text: text, ignoresCase: ignoresCase, check: check)
        for position in start...text.count {
            matcher.groups = Array(repeating: nil, count: groupCount + 1)
            var end: Int?
            let found = try matcher.match(root, position) {
                end = $0
                return true
            }
            if found, let end {
                matcher.groups[0] = position..<end
                return matcher.groups
            }
            if isAnchored { return nil }
        }
        return nil
    }

    static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        // What joins letters is among them, as in ICU.
        if scalar.properties.isAlphabetic || scalar.properties.isJoinControl { return true }
        switch scalar.properties.generalCategory {
        case .decimalNumber, .connectorPunctuation, .nonspacingMark, .spacingMark, .enclosingMark: return true
        default: return false
        }
    }

    static func isNewline(_ scalar: Unicode.Scalar) -> Bool {
        (0x0a...0x0d).contains(scalar.value) || [0x85, 0x2028, 0x2029].contains(scalar.value)
    }

    static func folded(_ scalar: Unicode.Scalar) -> String { scalar.properties.lowercaseMapping }
}

/// Tries a pattern's ways one after the other, and goes back where one leads nowhere.
final class RegularExpressionMatcher {
    private let text: [Unicode.Scalar]
    private let ignoresCase: Bool
    private let check: InterruptCheck
    var groups: [Range<Int>?] = []
    private var steps = 0
    private var depth = 0
    /// Ways of some patterns multiply: `(a*)*b`.
    private static let mostSteps = 10_000_000
    private static let mostDepth = 200_000

    init(text: [Unicode.Scalar], ignoresCase: Bool, check: @escaping InterruptCheck) {
        self.text = text
        self.ignoresCase = ignoresCase
        self.check = check
    }

    /// - Parameter next: matches what follows, from the place that this has come to.
    func match(_ node: RegularExpression.Node, _ place: Int, _ next: (Int) throws -> Bool) throws -> Bool {
        steps += 1
        if steps & 0xfff == 0 { try check() }
        depth += 1
        defer { depth -= 1 }
        if steps > Self.mostSteps || depth > Self.mostDepth {
            throw RuntimeFault(.precondition, "the regular expression has too many ways to match this text", help: "say more exactly what may be repeated")
        }
        switch node {
        case .one(let isIn): return place < text.count && isIn(text[place]) ? try next(place + 1) : false
        case .sequence(let parts): return try match(parts[...], place, next)
        case .alternatives(let all):
            for one in all where try match(one, place, next) { return true }
            return false
        case .group(let inner, let number):
            return try match(inner, place) { end in
                let saved = groups[number]
                groups[number] = place..<end
                if try next(end) { return true }
                groups[number] = saved
                return false
            }
        case .repeated(.one(let isIn), let least, let most, let manner): return try matchRun(isIn, least, most, manner, place, next)
        case .repeated(let inner, let least, let most, .possessive):
            return try match(.atomic(.repeated(inner, least: least, most: most, .greedy)), place, next)
        case .repeated(let inner, let least, let most, let manner): return try matchTimes(inner, 0, least, most, manner, place, next)
        case .atomic(let inner):
            var end: Int?
            let found = try match(inner, place) {
                end = $0
                return true
            }
            guard found, let end else { return false }
            return try next(end)
        case .look(let inner, let isAhead, let isNegated):
            let saved = groups
            var found = false
            if isAhead {
                found = try match(inner, place) { _ in true }
            } else {
                for start in (0...place).reversed() where !found { found = try match(inner, start) { $0 == place } }
            }
            if isNegated || !found { groups = saved }
            return found != isNegated ? try next(place) : false
        case .reference(let number):
            guard let range = groups[number] else { return false }
            guard place + range.count <= text.count, zip(text[range], text[place...]).allSatisfy(isSame) else { return false }
            return try next(place + range.count)
        case .textStart: return place == 0 ? try next(place) : false
        case .textEnd(let orNewline):
            return place == text.count || orNewline && place == text.count - 1 && RegularExpression.isNewline(text[place]) ? try next(place) : false
        case .lineStart: return place == 0 || RegularExpression.isNewline(text[place - 1]) ? try next(place) : false
        case .lineEnd: return place == text.count || RegularExpression.isNewline(text[place]) ? try next(place) : false
        case .wordBoundary(let isNegated):
            let isBefore = place > 0 && RegularExpression.isWord(text[place - 1])
            let isBehind = place < text.count && RegularExpression.isWord(text[place])
            return (isBefore != isBehind) != isNegated ? try next(place) : false
        }
    }

    private func match(_ parts: ArraySlice<RegularExpression.Node>, _ place: Int, _ next: (Int) throws -> Bool) throws -> Bool {
        guard let first = parts.first else { return try next(place) }
        return try match(first, place) { try match(parts.dropFirst(), $0, next) }
    }

    /// Single scalars in a row: counted, without a call for each.
    private func matchRun(_ isIn: RegularExpression.Class, _ least: Int, _ most: Int, _ manner: RegularExpression.Manner, _ place: Int, _ next: (Int) throws -> Bool) throws -> Bool {
        var count = 0
        func grow() -> Bool {
            guard count < most, place + count < text.count, isIn(text[place + count]) else { return false }
            count += 1
            return true
        }
        while count < least { if !grow() { return false } }
        if manner == .lazy {
            repeat {
                if try next(place + count) { return true }
            } while grow()
            return false
        }
        while grow() {}
        steps += count >> 4
        if manner == .possessive { return try next(place + count) }
        while true {
            if try next(place + count) { return true }
            if count == least { return false }
            count -= 1
        }
    }

    private func matchTimes(
        _ inner: RegularExpression.Node, _ count: Int, _ least: Int, _ most: Int, _ manner: RegularExpression.Manner, _ place: Int, _ next: (Int) throws -> Bool
    ) throws -> Bool {
        func again() throws -> Bool {
            guard count < most else { return false }
            // What takes nothing would be repeated for ever.
            return try match(inner, place) { end in
                if end == place, count >= least { return false }
                return try matchTimes(inner, count + 1, least, most, manner, end, next)
            }
        }
        if count < least { return try again() }
        if manner == .lazy { return try next(place) ? true : try again() }
        return try again() ? true : try next(place)
    }

    private func isSame(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Bool {
        a == b || ignoresCase && RegularExpression.folded(a) == RegularExpression.folded(b)
    }
}
