import SwiftSyntax

extension SyntaxProtocol {
    /// The text without the space and the comments around it.
    ///
    /// In the place of SwiftSyntax's own, which copies the tree to leave them away: a tenth of the time of a check.
    var trimmedDescription: String {
        let text = description
        let utf8 = text.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: leadingTriviaLength.utf8Length)
        let end = utf8.index(utf8.endIndex, offsetBy: -trailingTriviaLength.utf8Length)
        guard start < end else { return "" }
        return String(text[start..<end])
    }
}
