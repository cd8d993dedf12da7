import SwiftParser
import SwiftSyntax

/// Reads a declaration of the table when it is first used, and puts it where the checker looks.
struct DeclarationResolver {
    let environment: Environment

    func resolve(_ declaration: Declaration, owner: NominalType?) {
        let text =
            owner == nil ? declaration.text : "extension \(declaration.owner) {\n\(declaration.text)\n}"
        let source = SourceText(name: declaration.name, text: text)
        let tree = Parser.parse(source: text)
        let checker = Checker(environment: environment, source: source)
        checker.scope = Scope(parent: environment.library, function: nil)
        guard let item = tree.statements.first else { return }
        if let owner {
            guard let block = item.item.as(ExtensionDeclSyntax.self) else { return }
            checker.openExtension(of: owner, where: block.genericWhereClause)
            for member in block.memberBlock.members {
                add(member.decl, declaration, owner, checker)
            }
        } else if let decl = item.item.as(DeclSyntax.self) {
            add(decl, declaration, nil, checker)
        }
        for problem in checker.diagnostics where problem.severity == .error {
            Environment.tableProblems.append("\(declaration.owner).\(declaration.text): \(problem.message)")
        }
    }

    private func add(
        _ syntax: DeclSyntax, _ declaration: Declaration, _ owner: NominalType?, _ checker: Checker
    ) {
        func place(_ callable: Callable) {
            callable.declaration = declaration
            callable.owner = owner
            callable.sameTypes += checker.extensionSameTypes
            callable.conformances += checker.extensionConformances
            if let owner {
                environment.memberTable(of: owner).add(callable)
            } else {
                environment.library.add(callable)
            }
        }
        switch syntax.as(DeclSyntaxEnum.self) {
        case .functionDecl(let function):
            if function.body == nil, case .source = declaration.implementation, owner?.form.isProtocol ?? false {
                // What a protocol of the library asks for: called on `any P`, it is found by the type in the box.
                let required = checker.callable(of: function, implementation: .requirement)
                place(required)
                required.root = required
                return
            }
            place(checker.callable(of: function, implementation: implementation(declaration, checker, function.body?.statements, function.signature.parameterClause, function.genericParameterClause)))
        case .initializerDecl(let initializer):
            let callable = checker.callable(
                of: initializer,
                implementation: implementation(declaration, checker, initializer.body?.statements, initializer.signature.parameterClause, initializer.genericParameterClause))
            place(callable)
        case .subscriptDecl(let subscriptSyntax):
            let callable = checker.callable(
                ofSubscript: subscriptSyntax,
                implementation: implementation(declaration, checker, subscriptSyntax.getterBody, subscriptSyntax.parameterClause, subscriptSyntax.genericParameterClause))
            if case .accessors(_, let set) = declaration.implementation {
                callable.setter = set
            }
            if case .source = declaration.implementation, let accessor = subscriptSyntax.setterAccessor {
                callable.setterFunction = setter(of: callable, accessor, subscriptSyntax.parameterClause, owner, checker)
            }
            place(callable)
        case .variableDecl(let variable):
            guard let binding = variable.bindings.first, let annotation = binding.typeAnnotation,
                let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text
            else { return }
            let type = checker.resolve(annotation.type)
            var isRequired = false
            if case .source = declaration.implementation, owner?.form.isProtocol ?? false, let getter = binding.getterAccessor, getter.body == nil { isRequired = true }
            let getter = Callable(
                name: name,
                implementation: isRequired ? .requirement : implementation(declaration, checker, binding.getterBody, nil, nil),
                source: checker.source, range: syntax.sourceRange)
            getter.result = type
            getter.owner = owner
            if isRequired { getter.root = getter }
            getter.declaration = declaration
            getter.sameTypes = checker.extensionSameTypes
            getter.conformances = checker.extensionConformances
            let property = Property(name: name, type: type, getter: getter)
            property.declaration = declaration
            property.isStatic = declaration.isStatic
            getter.isStatic = declaration.isStatic
            if case .accessors(_, let set) = declaration.implementation {
                let setter = Callable(name: name, implementation: .native(set))
                setter.owner = owner
                property.setter = setter
            }
            if case .source = declaration.implementation, let accessor = binding.setterAccessor {
                property.setter = setter(of: getter, accessor, nil, owner, checker)
            }
            if let owner {
                environment.memberTable(of: owner).properties[name, default: []].append(property)
            } else {
                environment.library.entities[name] = .property(property)
            }
        default:
            break
        }
    }

    /// What `set { … }` does: a mutating function that takes the subscript's arguments and the new value.
    private func setter(
        of getter: Callable, _ accessor: AccessorDeclSyntax, _ parameters: FunctionParameterClauseSyntax?,
        _ owner: NominalType?, _ checker: Checker
    ) -> Callable {
        let names = parameters?.parameters.map { ($0.secondName ?? $0.firstName).text } ?? []
        let setter = Callable(
            name: getter.name,
            implementation: .template(
                Template(
                    body: accessor.body?.statements ?? [], parameterNames: names + ["newValue"],
                    source: checker.source, range: .none, scope: environment.library)))
        setter.parameters = getter.parameters + [Callable.Parameter(label: nil, name: "newValue", type: getter.result)]
        setter.genericParameters = getter.genericParameters
        setter.isMutating = true
        setter.owner = owner
        return setter
    }

    private func implementation(
        _ declaration: Declaration, _ checker: Checker, _ body: CodeBlockItemListSyntax?,
        _ parameters: FunctionParameterClauseSyntax?, _ generics: GenericParameterClauseSyntax?
    ) -> Callable.Implementation {
        switch declaration.implementation {
        case .native(let native), .accessors(let native, _): return .native(native)
        case .operation(let operation): return .operation(operation)
        case .source, .type:
            return .template(
                Template(
                    body: body ?? [],
                    parameterNames: parameters?.parameters.map { ($0.secondName ?? $0.firstName).text }
                        ?? [], source: checker.source, range: .none, scope: environment.library))
        }
    }
}

extension VariableDeclSyntax {
    var isStatic: Bool { modifiers.contains { $0.name.text == "static" || $0.name.text == "class" } }
}

extension PatternBindingSyntax {
    /// The statements of `{ … }` or `{ get { … } }`.
    var getterBody: CodeBlockItemListSyntax? {
        guard let block = accessorBlock else { return nil }
        switch block.accessors {
        case .getter(let statements): return statements
        case .accessors(let accessors):
            return accessors.getter?.body?.statements
        }
    }

    var getterAccessor: AccessorDeclSyntax? {
        guard case .accessors(let accessors)? = accessorBlock?.accessors else { return nil }
        return accessors.getter
    }

    var setterAccessor: AccessorDeclSyntax? {
        guard case .accessors(let accessors)? = accessorBlock?.accessors else { return nil }
        return accessors.setter
    }

    var hasObservers: Bool {
        guard case .accessors(let accessors)? = accessorBlock?.accessors else { return false }
        return accessors.contains {
            $0.accessorSpecifier.tokenKind == .keyword(.willSet)
                || $0.accessorSpecifier.tokenKind == .keyword(.didSet)
        }
    }
}

extension SubscriptDeclSyntax {
    var getterBody: CodeBlockItemListSyntax? {
        guard let block = accessorBlock else { return nil }
        switch block.accessors {
        case .getter(let statements): return statements
        case .accessors(let accessors):
            return accessors.getter?.body?.statements
        }
    }

    var getterAccessor: AccessorDeclSyntax? {
        guard case .accessors(let accessors)? = accessorBlock?.accessors else { return nil }
        return accessors.getter
    }

    var setterAccessor: AccessorDeclSyntax? {
        guard case .accessors(let accessors)? = accessorBlock?.accessors else { return nil }
        return accessors.setter
    }
}

extension AccessorDeclListSyntax {
    /// `get`, or `_read` which yields what is read.
    fileprivate var getter: AccessorDeclSyntax? {
        first { $0.accessorSpecifier.tokenKind == .keyword(.get) } ?? first { $0.accessorSpecifier.tokenKind == .keyword(._read) }
    }

    /// `set`, or `_modify` which yields the place that is set.
    fileprivate var setter: AccessorDeclSyntax? {
        first { $0.accessorSpecifier.tokenKind == .keyword(.set) } ?? first { $0.accessorSpecifier.tokenKind == .keyword(._modify) }
    }
}
