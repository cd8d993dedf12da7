internal import SwiftSyntax

/// Whether a cell could be run as it stands, as a console asks after each line.
package enum Completeness: Sendable, Equatable {
    case complete
    /// More is to come; `indent` is what the next line should begin with.
    case incomplete(indent: String)
    /// No continuation could make it right.
    case invalid
}

/// Whether what was typed so far is a whole cell, the beginning of one, or wrong.
package func completeness(of source: SourceText) -> Completeness {
    let split = CommandSplit(source)
    let scan = GuardScan(split.code)
    if scan.refusal != nil { return .invalid }
    let tree = syntaxTree(of: split.code)
    guard tree.hasError else { return .complete }
    return .invalid
}
