/// One thing to say about a cell: where, what, and what to do.
package struct Diagnostic: Sendable, Equatable {
    package enum Severity: Sendable {
        case error
        case warning
        case note
    }

    /// A change of the text that would mend it.
    package struct FixIt: Sendable, Equatable {
        package let range: SourceRange
        package let replacement: String

        package init(range: SourceRange, replacement: String) {
            self.range = range
            self.replacement = replacement
        }
    }

    package var severity: Severity
    /// swiftc's wording where swiftc has the same error: lower-case, quoting the user's code, no full stop.
    package var message: String
    package var range: SourceRange
    /// What to do about it, as a phrase: "did you mean 'sum'?".
    package var help: String?
    package var fixIts: [FixIt]

    package init(
        _ severity: Severity = .error, _ message: String, at range: SourceRange,
        help: String? = nil, fixIts: [FixIt] = []
    ) {
        self.severity = severity
        self.message = message
        self.range = range
        self.help = help
        self.fixIts = fixIts
    }
}
