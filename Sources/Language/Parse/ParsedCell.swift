package import SwiftSyntax

/// A cell after parsing: its line commands, and the syntax tree of the rest.
package struct ParsedCell: Sendable {
    package let source: SourceText
    /// Offsets in the tree are offsets in `source`.
    package let tree: SourceFileSyntax
    package let commands: [LineCommand]
}

extension SyntaxProtocol {
    /// Where the node stands in the cell, without the spaces and comments round it.
    package var sourceRange: SourceRange {
        SourceRange(
            start: positionAfterSkippingLeadingTrivia.utf8Offset,
            end: endPositionBeforeTrailingTrivia.utf8Offset)
    }
}
