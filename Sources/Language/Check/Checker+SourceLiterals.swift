import SwiftSyntax

/// `#line`, `#function` and their like: where something stands in the source.
extension Checker {
    func sourceLiteral(_ syntax: MacroExpansionExprSyntax, at range: SourceRange, in site: Syntax, expected: Type?) -> Expression? {
        let text: String
        switch syntax.macroName.text {
        case "line", "column":
            let place = currentSource.position(of: range.start)
            let number = syntax.macroName.text == "line" ? place.line : place.column
            return check(.syntax(ExprSyntax(IntegerLiteralExprSyntax(literal: .integerLiteral(String(number))))), expected: expected, at: range)
        case "function": text = Checker.functionName(around: site)
        case "file", "fileID", "filePath": text = currentSource.name
        default: return nil
        }
        return Expression(.string(text), .string, range)
    }

    /// The value of a default argument that says where the call stands.
    func sourceLiteral(ofDefault syntax: ExprSyntax, _ range: SourceRange, _ type: Type) -> Expression? {
        guard let literal = syntax.as(MacroExpansionExprSyntax.self), let site = callSites.last else { return nil }
        return sourceLiteral(literal, at: site.sourceRange, in: Syntax(site), expected: type).map { coerce($0, to: type, for: .argument) }
    }

    /// As `#function` gives it: `fit(_:epochs:)`, `init(x:)`, `count`.
    private static func functionName(around syntax: Syntax) -> String {
        func labels(_ clause: FunctionParameterClauseSyntax, isSubscript: Bool = false) -> String {
            let names = clause.parameters.map { isSubscript && $0.secondName == nil ? "_" : $0.firstName.text }
            return "(" + names.map { $0 + ":" }.joined() + ")"
        }
        var current = syntax.parent
        while let here = current {
            if let function = here.as(FunctionDeclSyntax.self) {
                let isOperator = function.name.text.first.map { !$0.isLetter && $0 != "_" && $0 != "`" } ?? false
                let count = function.signature.parameterClause.parameters.count
                return plainName(function.writtenName) + (isOperator ? "(" + String(repeating: "_:", count: count) + ")" : labels(function.signature.parameterClause))
            }
            if let initializer = here.as(InitializerDeclSyntax.self) { return "init" + labels(initializer.signature.parameterClause) }
            if here.is(DeinitializerDeclSyntax.self) { return "deinit" }
            if let member = here.as(SubscriptDeclSyntax.self) { return "subscript" + labels(member.parameterClause, isSubscript: true) }
            if here.is(AccessorBlockSyntax.self), let binding = here.parent?.as(PatternBindingSyntax.self) { return plainName(binding.pattern.trimmedDescription) }
            if let type = here.asProtocol((any NamedDeclSyntax).self), here.asProtocol((any DeclGroupSyntax).self) != nil { return plainName(type.name.text) }
            if let extended = here.as(ExtensionDeclSyntax.self) { return extended.extendedType.trimmedDescription }
            current = here.parent
        }
        return "main"
    }
}
