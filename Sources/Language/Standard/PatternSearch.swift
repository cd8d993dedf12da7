/// Finding and replacing by a regular expression: `text.range(of: "[0-9]+", options: .regularExpression)`.
///
/// A pattern that is none finds nothing, and what is replaced by it is empty: as with Foundation.
struct PatternSearch {
    private let text: Substring
    private let expression: RegularExpression?
    private let isAnchored: Bool
    private let check: InterruptCheck

    init(_ pattern: Substring, in text: Substring, ignoresCase: Bool, isAnchored: Bool, _ check: @escaping InterruptCheck) {
        self.text = text
        expression = pattern.isEmpty ? nil : RegularExpression(pattern, ignoresCase: ignoresCase)
        self.isAnchored = isAnchored
        self.check = check
    }

    func firstRange() throws -> Range<Substring.Index>? {
        guard let found = try expression?.firstMatch(in: Array(text.unicodeScalars), from: 0, isAnchored: isAnchored, check)?[0] else { return nil }
        let scalars = text.unicodeScalars
        let start = scalars.index(scalars.startIndex, offsetBy: found.lowerBound)
        return start..<scalars.index(start, offsetBy: found.count)
    }

    /// The text with each match replaced; in `template`, `$1` is what the first group matched.
    func replacing(with template: Substring) throws -> String {
        guard let expression else { return "" }
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        var place = 0
        while place <= scalars.count, let groups = try expression.firstMatch(in: scalars, from: place, isAnchored: isAnchored, check), let found = groups[0] {
            result.append(contentsOf: scalars[place..<found.lowerBound])
            fill(template, groups, scalars, into: &result)
            place = found.upperBound
            if found.isEmpty {
                // Anchored, the next would have to lie where this one does.
                if isAnchored { break }
                if place < scalars.count { result.append(scalars[place]) }
                place += 1
            }
        }
        if place < scalars.count { result.append(contentsOf: scalars[place...]) }
        return String(result)
    }

    private func fill(_ template: Substring, _ groups: [Range<Int>?], _ text: [Unicode.Scalar], into result: inout String.UnicodeScalarView) {
        var rest = template.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            if scalar == "\\", let escaped = rest.popFirst() {
                result.append(escaped)
                continue
            }
            guard scalar == "$", let first = rest.first, let digit = Self.digit(first) else {
                result.append(scalar)
                continue
            }
            var number = digit
            rest.removeFirst()
            // Further digits belong to it while they still name a group.
            while let next = rest.first.flatMap(Self.digit), number * 10 + next < groups.count {
                number = number * 10 + next
                rest.removeFirst()
            }
            if number < groups.count, let range = groups[number] { result.append(contentsOf: text[range]) }
        }
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        ("0"..."9").contains(scalar) ? Int(scalar.value - 0x30) : nil
    }
}
