package import SwiftSyntax

/// A declaration of a cell as it was written: what a saved session is made again from.
package struct DeclarationSource: Sendable, Equatable {
    package enum Kind: String, Sendable {
        case function, type, `extension`, alias
    }

    package let kind: Kind
    /// The function's or type's name; an extension's is the type it extends.
    package let name: String
    package let text: String
    /// The comment in front of it.
    package var documentation = ""
    /// How messages called the cell.
    package let cell: String

    package init(kind: Kind, name: String, text: String, documentation: String = "", cell: String) {
        self.documentation = documentation
        self.kind = kind
        self.name = name
        self.text = text
        self.cell = cell
    }

    /// Everything a cell declares but its variables.
    package static func all(in tree: SourceFileSyntax, _ source: SourceText) -> [DeclarationSource] {
        tree.statements.compactMap { item in
            guard case .decl(let declaration) = item.item, let (kind, name) = declaration.kindAndName else { return nil }
            return DeclarationSource(kind: kind, name: name, text: declaration.trimmedDescription, documentation: declaration.leadingDocumentation, cell: source.name)
        }
    }
}

extension DeclSyntax {
    /// The lines behind `///` in front of the declaration.
    fileprivate var leadingDocumentation: String {
        leadingTrivia.compactMap { piece -> String? in
            guard case .docLineComment(let text) = piece else { return nil }
            return String(text.dropFirst(3).drop { $0 == " " })
        }.joined(separator: "\n")
    }

    fileprivate var kindAndName: (DeclarationSource.Kind, String)? {
        switch self.as(DeclSyntaxEnum.self) {
        case .functionDecl(let syntax): (.function, Checker.plainName(syntax.name.text))
        case .structDecl(let syntax): (.type, Checker.plainName(syntax.name.text))
        case .classDecl(let syntax): (.type, Checker.plainName(syntax.name.text))
        case .enumDecl(let syntax): (.type, Checker.plainName(syntax.name.text))
        case .protocolDecl(let syntax): (.type, Checker.plainName(syntax.name.text))
        case .typeAliasDecl(let syntax): (.alias, Checker.plainName(syntax.name.text))
        case .extensionDecl(let syntax): (.extension, syntax.extendedType.trimmedDescription)
        default: nil
        }
    }
}

/// The declarations that a session stands on, in the order in which they were made.
package struct SessionSources: Sendable {
    package private(set) var declarations: [DeclarationSource] = []
    /// The names of all that was ever declared, extended types among them.
    private var names: Set<String> = []

    package init() {}

    /// Takes in a cell's; what it declares again, and what extended a type that it declares again, is gone.
    mutating func add(_ cell: CheckedCell) {
        if !names.isDisjoint(with: cell.declared.keys) || cell.declarations.contains(where: { names.contains($0.name) }) {
            declarations.removeAll { declaration in
                declaration.kind == .extension
                    ? cell.declarations.contains { $0.kind == .type && $0.name == declaration.name }
                        || cell.declarations.contains { $0.kind == .extension && $0.text == declaration.text }
                    : cell.declared[declaration.name] != nil
            }
        }
        declarations += cell.declarations
        names.formUnion(cell.declarations.map(\.name))
    }

    package mutating func removeAll() { (declarations, names) = ([], []) }
}
