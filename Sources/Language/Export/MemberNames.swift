import SwiftSyntax

/// The members of types, of the library's and of what the cells so far declare.
final class MemberNames {
    private let table: DeclarationTable
    private var members: [String: Set<String>] = [:]
    private var parents: [String: [String]] = [:]

    init(_ table: DeclarationTable) { self.table = table }

    /// Takes in the types of a cell; one that is declared again has nothing of what it had.
    func add(_ tree: SourceFileSyntax) {
        let types = TypeMembers.all(in: tree)
        for type in types where !type.isExtension {
            members[type.name] = []
            parents[type.name] = []
        }
        for type in types {
            members[type.name, default: []].formUnion(type.members)
            parents[type.name, default: []] += type.parents
        }
    }

    /// The members of a type of the library or of a cell, with those of what it inherits from.
    func all(of type: String) -> Set<String> {
        var result: Set<String> = []
        var seen: Set<String> = []
        var pending = [type]
        while let name = pending.popLast() {
            guard seen.insert(name).inserted else { continue }
            result.formUnion(members[name] ?? [])
            result.formUnion(table.names(of: name))
            pending += parents[name] ?? []
            pending += (table.conformances[name] ?? []).map(\.protocolName)
        }
        return result
    }
}

/// What a type's body declares.
enum TypeMembers {
    static func names(of block: MemberBlockSyntax) -> Set<String> {
        var names: Set<String> = []
        for member in block.members {
            if let variable = member.decl.as(VariableDeclSyntax.self) {
                for binding in variable.bindings { names.formUnion(BoundNames.of(binding.pattern).map { Checker.plainName($0.text) }) }
            } else if let list = member.decl.as(EnumCaseDeclSyntax.self) {
                names.formUnion(list.elements.map { Checker.plainName($0.name.text) })
            } else if let named = member.decl.asProtocol((any NamedDeclSyntax).self) {
                names.insert(Checker.plainName(named.name.text))
            }
        }
        return names
    }

    /// The types of a cell, and what each declares, extends and inherits.
    static func all(in tree: SourceFileSyntax) -> [(name: String, isExtension: Bool, members: Set<String>, parents: [String])] {
        tree.statements.compactMap { item in
            guard case .decl(let declaration) = item.item, let group = declaration.asProtocol((any DeclGroupSyntax).self) else { return nil }
            let extended = declaration.as(ExtensionDeclSyntax.self)?.extendedType.trimmedDescription
            guard let name = extended ?? declaration.asProtocol((any NamedDeclSyntax).self).map({ Checker.plainName($0.name.text) }) else { return nil }
            let parents = group.inheritanceClause?.inheritedTypes.map { $0.type.trimmedDescription } ?? []
            return (name, extended != nil, names(of: group.memberBlock), parents)
        }
    }
}

/// The names that a pattern, or the patterns inside a label, declare.
final class BoundNames: SyntaxVisitor {
    private var tokens: [TokenSyntax] = []

    static func of(_ node: some SyntaxProtocol) -> [TokenSyntax] {
        let finder = BoundNames(viewMode: .sourceAccurate)
        finder.walk(node)
        return finder.tokens
    }

    override func visit(_ node: IdentifierPatternSyntax) -> SyntaxVisitorContinueKind {
        tokens.append(node.identifier)
        return .skipChildren
    }

    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
}
