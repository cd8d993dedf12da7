internal import SwiftSyntax

extension SourceText {
    /// The lines at which statements begin that a debugger can stop at, in order.
    package var statementLines: [Int] {
        guard let tree = parse(self).0?.tree else { return [] }
        let finder = StatementFinder(viewMode: .sourceAccurate)
        finder.walk(tree)
        return Set(finder.offsets.map { position(of: $0).line }).sorted()
    }
}

private final class StatementFinder: SyntaxVisitor {
    private(set) var offsets: [Int] = []

    override func visit(_ node: CodeBlockItemSyntax) -> SyntaxVisitorContinueKind {
        if case .decl(let declaration) = node.item, !declaration.is(VariableDeclSyntax.self) { return .visitChildren }
        offsets.append(node.positionAfterSkippingLeadingTrivia.utf8Offset)
        return .visitChildren
    }
}
