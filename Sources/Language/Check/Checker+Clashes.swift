import SwiftSyntax

/// Members of different kinds that have one name.
extension Checker {
    /// A property and a method without parameters, or an enum's case and a static property: the second one is wrong.
    func reportClashes(in block: MemberBlockSyntax) {
        struct Named: Hashable {
            let name: String
            let isStatic: Bool
        }
        var values: [Named: (range: SourceRange, isCase: Bool)] = [:]
        var methods: [Named: SourceRange] = [:]
        for member in block.members {
            switch member.decl.as(DeclSyntaxEnum.self) {
            case .functionDecl(let syntax) where syntax.signature.parameterClause.parameters.isEmpty:
                methods[Named(name: Checker.plainName(syntax.name.text), isStatic: syntax.modifiers.contains { ["static", "class"].contains($0.name.text) })] = syntax.name.sourceRange
            case .variableDecl(let syntax):
                for case let pattern? in syntax.bindings.map({ $0.pattern.as(IdentifierPatternSyntax.self) }) {
                    let named = Named(name: Checker.plainName(pattern.identifier.text), isStatic: syntax.isStatic)
                    if let earlier = values[named], earlier.isCase { error("invalid redeclaration of '\(named.name)'", at: pattern.sourceRange) }
                    values[named] = (pattern.sourceRange, false)
                }
            case .enumCaseDecl(let syntax):
                for element in syntax.elements where element.parameterClause == nil {
                    let named = Named(name: Checker.plainName(element.name.text), isStatic: true)
                    if values[named].map({ !$0.isCase }) ?? false { error("invalid redeclaration of '\(named.name)'", at: element.name.sourceRange) }
                    values[named] = (element.name.sourceRange, true)
                }
            default: continue
            }
        }
        for (named, method) in methods {
            guard let value = values[named] else { continue }
            let isValueLater = value.range.start > method.start
            error("invalid redeclaration of '\(named.name)\(isValueLater ? "" : "()")'", at: isValueLater ? value.range : method)
        }
    }
}
