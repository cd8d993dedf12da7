/// How far a cell's outputs may be from those that are stored.
///
/// Set for a notebook or for a cell, in its metadata:
///
///     "vencejo": {"check": {"tolerance": 1e-6, "image-tolerance": 2, "ignore": ["image", "stderr", "0x[0-9a-f]+"]}}
///
/// and by the tags `ignore-output` (nbval's `nbval-ignore-output` too), `ignore-numbers` and `ignore-images`.
package struct ComparisonRules: Sendable, Equatable {
    /// How far numbers may be apart, of the larger one and at least of 1; 0 for the same text.
    package var tolerance = 0.0
    /// The mean difference of pixels, of 255, that pictures may have.
    package var imageTolerance = 0.0
    package var ignoresNumbers = false
    package var ignoresImages = false
    package var ignoresErrors = false
    package var ignoresAll = false
    /// Texts that are left out on both sides, as regular expressions.
    package var patterns: [String] = []

    package init() {}

    /// The rules for a cell: the notebook's, then its own.
    ///
    /// - Throws: `RuleError` for what is no rule.
    package func applied(_ cell: NotebookCell) throws(RuleError) -> ComparisonRules {
        var rules = try applied(cell.metadata)
        for tag in cell.tags {
            switch tag {
            case "ignore-output", "nbval-ignore-output", "nondeterministic": rules.ignoresAll = true
            case "ignore-numbers": rules.ignoresNumbers = true
            case "ignore-images": rules.ignoresImages = true
            default: break
            }
        }
        return rules
    }

    /// These with what `metadata.vencejo.check` says.
    package func applied(_ metadata: JSONObject) throws(RuleError) -> ComparisonRules {
        guard let check = metadata["vencejo"]?.object?["check"] else { return self }
        guard let object = check.object else { throw RuleError(message: "'metadata.vencejo.check' is \(check.kind), not an object") }
        var rules = self
        for member in object.members {
            switch member.key {
            case "tolerance": rules.tolerance = try Self.number(member)
            case "image-tolerance": rules.imageTolerance = try Self.number(member)
            case "ignore":
                let names = member.value.array?.compactMap(\.text) ?? member.value.text.map { [$0] } ?? []
                for name in names { try rules.ignore(name) }
            default:
                throw RuleError(message: "'metadata.vencejo.check' knows no '\(member.key)': there are 'tolerance', 'image-tolerance' and 'ignore'")
            }
        }
        return rules
    }

    private static func number(_ member: JSONObject.Member) throws(RuleError) -> Double {
        guard case .number(let spelling) = member.value, let value = Double(spelling), value >= 0 else {
            throw RuleError(message: "'\(member.key)' of 'metadata.vencejo.check' is a number from 0")
        }
        return value
    }

    private mutating func ignore(_ name: String) throws(RuleError) {
        switch name {
        case "all": ignoresAll = true
        case "numbers": ignoresNumbers = true
        case "image", "images": ignoresImages = true
        case "stderr": ignoresErrors = true
        default:
            guard (try? Regex(name)) != nil else {
                throw RuleError(message: "'\(name)' is neither 'all', 'numbers', 'images' or 'stderr' nor a regular expression")
            }
            patterns.append(name)
        }
    }
}

/// A rule that cannot be read.
package struct RuleError: Error, Equatable {
    package let message: String
}
