import SwiftSyntax

/// Finds where a cell's text refers to names of its session, and where it declares them, with Swift's rules of what
/// hides what: parameters, local names and members of the type around stand before what lives outside.
final class NameReferences: SyntaxVisitor {
    /// One place where a name stands.
    struct Place {
        enum Kind {
            /// The name is read or called.
            case reference
            /// The cell declares it.
            case declaration
            /// `if let x`, which also declares a local `x`.
            case shorthandBinding
            /// `[x]` of a closure, which also declares an `x` inside.
            case capture
        }

        let name: String
        let range: SourceRange
        let kind: Kind
        /// It means what this cell declares, not what an earlier one did.
        let isOwn: Bool
        /// It stands in a function, a type or a closure, which may run at any time.
        let isInFunction: Bool
        /// It is called here, not kept.
        let isCalled: Bool
    }

    private(set) var places: [Place] = []
    /// The cell's own declarations of types that are to be moved as a whole.
    private(set) var types: [(name: String, range: SourceRange)] = []

    private let declared: Set<String>
    private let members: (String) -> Set<String>
    private var scopes: [Set<String>] = []
    /// What the cell's top level declares and knows from here on: functions and types from its start, variables once
    /// their declarations have been passed.
    private var passed: Set<String>
    /// Inside a function or type: there the cell's own declarations are known from the start.
    private var depth = 0
    private var closureDepth = 0

    /// - Parameters:
    ///   - declared: what the cell declares at its top level.
    ///   - members: the members of a type by its name, inherited ones included.
    init(declared: Set<String>, tree: SourceFileSyntax, members: @escaping (String) -> Set<String>) {
        self.declared = declared
        self.members = members
        passed = Self.hoisted(tree.statements)
        super.init(viewMode: .sourceAccurate)
        walk(tree)
    }

    // MARK: References

    private func isLocal(_ name: String) -> Bool { scopes.contains { $0.contains(name) } }

    private func note(_ token: TokenSyntax, _ kind: Place.Kind = .reference) {
        let name = Checker.plainName(token.text)
        guard !isLocal(name) else { return }
        let isOwn = kind == .declaration || declared.contains(name) && (depth > 0 || passed.contains(name))
        let called = token.parent?.parent?.as(FunctionCallExprSyntax.self)?.calledExpression
        places.append(
            Place(
                name: name, range: token.sourceRange, kind: kind, isOwn: isOwn, isInFunction: depth > 0 || closureDepth > 0,
                isCalled: called != nil && called?.id == token.parent?.id))
    }

    override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
        if let member = node.parent?.as(MemberAccessExprSyntax.self), member.declName.id == node.id { return .skipChildren }
        if node.parent?.is(KeyPathPropertyComponentSyntax.self) == true { return .skipChildren }
        note(node.baseName)
        return .skipChildren
    }

    override func visit(_ node: IdentifierTypeSyntax) -> SyntaxVisitorContinueKind {
        note(node.name)
        return .visitChildren
    }

    // MARK: Variables

    private var isTopLevel: Bool { depth == 0 && scopes.isEmpty }

    private func bind(_ pattern: some SyntaxProtocol) {
        let names = BoundNames.of(pattern)
        if isTopLevel {
            for token in names {
                note(token, .declaration)
                passed.insert(Checker.plainName(token.text))
            }
        } else {
            scopes[scopes.count - 1].formUnion(names.map { Checker.plainName($0.text) })
        }
    }

    override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind {
        // Of a type's members the names are known already.
        let isMember = node.parent?.parent?.is(MemberBlockItemListSyntax.self) == true
        for binding in node.bindings {
            if let annotation = binding.typeAnnotation { walk(annotation) }
            if let value = binding.initializer { walk(value) }
            if !isMember, binding.accessorBlock == nil { bind(binding.pattern) }
            if let block = binding.accessorBlock {
                if !isMember { bind(binding.pattern) }
                inFunction(["newValue", "oldValue"]) { walk(block) }
            }
        }
        return .skipChildren
    }

    override func visit(_ node: OptionalBindingConditionSyntax) -> SyntaxVisitorContinueKind {
        if let value = node.initializer {
            walk(value)
        } else if let name = node.pattern.as(IdentifierPatternSyntax.self) {
            note(name.identifier, .shorthandBinding)
        }
        bind(node.pattern)
        return .skipChildren
    }

    override func visit(_ node: MatchingPatternConditionSyntax) -> SyntaxVisitorContinueKind {
        walk(node.initializer)
        walk(node.pattern)
        bind(node.pattern)
        return .skipChildren
    }

    // MARK: Scopes

    private func inScope(_ names: Set<String> = [], _ body: () -> Void) {
        scopes.append(names)
        body()
        scopes.removeLast()
    }

    private func inFunction(_ names: Set<String>, _ body: () -> Void) {
        depth += 1
        inScope(names, body)
        depth -= 1
    }

    override func visit(_ node: CodeBlockSyntax) -> SyntaxVisitorContinueKind {
        inScope(Self.hoisted(node.statements)) { walk(node.statements) }
        return .skipChildren
    }

    /// Functions and types of a block are known in all of it.
    private static func hoisted(_ statements: CodeBlockItemListSyntax) -> Set<String> {
        Set(statements.compactMap { item in
            guard case .decl(let declaration) = item.item else { return nil }
            return declaration.asProtocol((any NamedDeclSyntax).self).map { Checker.plainName($0.name.text) }
        })
    }

    override func visit(_ node: ForStmtSyntax) -> SyntaxVisitorContinueKind {
        walk(node.sequence)
        inScope {
            walk(node.pattern)
            bind(node.pattern)
            if let clause = node.whereClause { walk(clause) }
            walk(node.body)
        }
        return .skipChildren
    }

    override func visit(_ node: IfExprSyntax) -> SyntaxVisitorContinueKind {
        inScope {
            walk(node.conditions)
            walk(node.body)
        }
        if let rest = node.elseBody { walk(rest) }
        return .skipChildren
    }

    override func visit(_ node: WhileStmtSyntax) -> SyntaxVisitorContinueKind {
        inScope {
            walk(node.conditions)
            walk(node.body)
        }
        return .skipChildren
    }

    override func visit(_ node: SwitchCaseSyntax) -> SyntaxVisitorContinueKind {
        inScope {
            walk(node.label)
            bind(node.label)
            scopes[scopes.count - 1].formUnion(Self.hoisted(node.statements))
            walk(node.statements)
        }
        return .skipChildren
    }

    override func visit(_ node: CatchClauseSyntax) -> SyntaxVisitorContinueKind {
        inScope(node.catchItems.isEmpty ? ["error"] : []) {
            walk(node.catchItems)
            bind(node.catchItems)
            walk(node.body)
        }
        return .skipChildren
    }

    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind {
        var names: Set<String> = []
        for capture in node.signature?.capture?.items ?? [] {
            if let value = capture.initializer {
                walk(value)
            } else if capture.name.text != "self" {
                note(capture.name, .capture)
            }
            names.insert(Checker.plainName(capture.name.text))
        }
        switch node.signature?.parameterClause {
        case .simpleInput(let list): names.formUnion(list.map { Checker.plainName($0.name.text) })
        case .parameterClause(let clause):
            for parameter in clause.parameters {
                names.insert(Checker.plainName((parameter.secondName ?? parameter.firstName).text))
                if let type = parameter.type { walk(type) }
            }
        case nil: break
        }
        if let result = node.signature?.returnClause { walk(result) }
        closureDepth += 1
        inScope(names.union(Self.hoisted(node.statements))) { walk(node.statements) }
        closureDepth -= 1
        return .skipChildren
    }

    // MARK: Functions and types

    private func parameters(_ clause: FunctionParameterClauseSyntax, _ generics: GenericParameterClauseSyntax?) -> Set<String> {
        Set(clause.parameters.map { Checker.plainName(($0.secondName ?? $0.firstName).text) })
            .union(generics?.parameters.map { $0.name.text } ?? [])
    }

    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
        if isTopLevel { note(node.name, .declaration) }
        inFunction(Set(node.genericParameterClause?.parameters.map { $0.name.text } ?? [])) {
            if let clause = node.genericParameterClause { walk(clause) }
            walk(node.signature)
            if let clause = node.genericWhereClause { walk(clause) }
            inScope(parameters(node.signature.parameterClause, nil)) { if let body = node.body { walk(body) } }
        }
        return .skipChildren
    }

    override func visit(_ node: InitializerDeclSyntax) -> SyntaxVisitorContinueKind {
        inFunction(Set(node.genericParameterClause?.parameters.map { $0.name.text } ?? [])) {
            if let clause = node.genericParameterClause { walk(clause) }
            walk(node.signature)
            if let clause = node.genericWhereClause { walk(clause) }
            inScope(parameters(node.signature.parameterClause, nil)) { if let body = node.body { walk(body) } }
        }
        return .skipChildren
    }

    override func visit(_ node: SubscriptDeclSyntax) -> SyntaxVisitorContinueKind {
        inFunction(parameters(node.parameterClause, node.genericParameterClause).union(["newValue"])) {
            if let clause = node.genericParameterClause { walk(clause) }
            walk(node.parameterClause)
            walk(node.returnClause)
            if let clause = node.genericWhereClause { walk(clause) }
            if let block = node.accessorBlock { walk(block) }
        }
        return .skipChildren
    }

    private func type(_ node: some DeclGroupSyntax & NamedDeclSyntax, _ generics: GenericParameterClauseSyntax?) -> SyntaxVisitorContinueKind {
        let name = Checker.plainName(node.name.text)
        if isTopLevel {
            types.append((name, node.sourceRange))
            note(node.name, .declaration)
        }
        if let clause = node.inheritanceClause { walk(clause) }
        var names = members(name).union(TypeMembers.names(of: node.memberBlock))
        names.formUnion(generics?.parameters.map { $0.name.text } ?? [])
        inFunction(names) {
            if let generics { walk(generics) }
            if let clause = node.genericWhereClause { walk(clause) }
            walk(node.memberBlock)
        }
        return .skipChildren
    }

    override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind { type(node, node.genericParameterClause) }
    override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind { type(node, node.genericParameterClause) }
    override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind { type(node, node.genericParameterClause) }
    override func visit(_ node: ProtocolDeclSyntax) -> SyntaxVisitorContinueKind { type(node, nil) }

    override func visit(_ node: TypeAliasDeclSyntax) -> SyntaxVisitorContinueKind {
        if isTopLevel { note(node.name, .declaration) }
        return .visitChildren
    }

    override func visit(_ node: ExtensionDeclSyntax) -> SyntaxVisitorContinueKind {
        walk(node.extendedType)
        if let clause = node.inheritanceClause { walk(clause) }
        let names = members(node.extendedType.trimmedDescription).union(TypeMembers.names(of: node.memberBlock))
        inFunction(names) { walk(node.memberBlock) }
        return .skipChildren
    }
}
