import SwiftSyntax

/// `Tensor<Float>` is `Tensor`: the element type is a value.
final class DroppedArguments: SyntaxVisitor {
    private let found: (SourceRange) -> Void

    init(_ found: @escaping (SourceRange) -> Void) {
        self.found = found
        super.init(viewMode: .sourceAccurate)
    }

    static func of(_ tree: SourceFileSyntax, _ found: (SourceRange) -> Void) {
        withoutActuallyEscaping(found) { DroppedArguments($0).walk(tree) }
    }

    override func visit(_ node: IdentifierTypeSyntax) -> SyntaxVisitorContinueKind {
        if node.name.text == "Tensor", let clause = node.genericArgumentClause { found(clause.sourceRange) }
        return .visitChildren
    }

    override func visit(_ node: GenericSpecializationExprSyntax) -> SyntaxVisitorContinueKind {
        if node.expression.trimmedDescription == "Tensor" { found(node.genericArgumentClause.sourceRange) }
        return .visitChildren
    }
}
