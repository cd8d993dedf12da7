import SwiftSyntax

/// Members of a cell's types and extensions.
extension Checker {
    func declareMembers(of declaration: NominalDeclaration) {
        inScope(of: declaration) {
            members(of: declaration.type, declaration.nominal, declaration.parts.block, isExtension: false)
        }
        if declaration.nominal.isComplete { addMemberwise(declaration) }
        if case .enumeration = declaration.nominal.form { declareEnumMembers(of: declaration) }
    }

    func declareMembers(of draft: ExtensionDraft) {
        extensionSameTypes = draft.sameTypes
        extensionConformances = draft.conformances
        defer {
            extensionSameTypes = []
            extensionConformances = []
        }
        inScope(scopeOfStatics(in: draft)) { declareStatics(fieldDrafts(draft.syntax.memberBlock, isStatic: true), of: draft.nominal) }
        inScope(draft.scope) {
            members(of: draft.scope.memberType ?? .error, draft.nominal, draft.syntax.memberBlock, isExtension: true)
        }
    }

    /// `extension Rule where T == String`: there is but one type that its static properties can be of.
    private func scopeOfStatics(in draft: ExtensionDraft) -> Scope {
        let types = draft.nominal.genericParameters.compactMap { parameter in draft.sameTypes.first { $0.0 === parameter }?.1 }
        guard !types.isEmpty, types.count == draft.nominal.genericParameters.count, types.allSatisfy(\.isConcrete) else { return draft.scope }
        let inner = Scope(parent: draft.scope, function: nil)
        inner.substitution = Substitution(draft.nominal.genericParameters, types)
        inner.memberType = .make(.nominal(draft.nominal, types))
        for (parameter, type) in zip(draft.nominal.genericParameters, types) { inner.entities[parameter.name] = .type(type) }
        return inner
    }

    func members(of type: Type, _ nominal: NominalType, _ block: MemberBlockSyntax, isExtension: Bool) {
        let inner = scope
        let table = environment.memberTable(of: nominal)
        func place(_ callable: Callable) {
            callable.owner = nominal
            callable.isInExtension = isExtension
            callable.sameTypes += extensionSameTypes
            callable.conformances += extensionConformances
            _ = environment.members(named: callable.name, of: nominal)
            if isExtension {
                // A cell that is run again declares its extension again.
                table.callables[callable.name]?.removeAll { $0.declaration == nil && $0.source !== source && isSameDeclaration($0, callable) }
            }
            if table.callables[callable.name, default: []].contains(where: { $0.source === source && isSameDeclaration($0, callable) }) {
                error("invalid redeclaration of '\(callable.reference)'", at: callable.range)
            }
            table.add(callable)
        }
        noteAccess(of: block, in: table)
        if !isExtension { reportClashes(in: block) }
        for member in block.members {
            checkDiscardable(member.decl)
            if !type.isClass, let word = member.decl.asProtocol((any WithModifiersSyntax).self)?.modifiers.first(where: { $0.name.text == "override" }) {
                error("'override' can only be specified on class members", at: word.sourceRange)
            }
            switch member.decl.as(DeclSyntaxEnum.self) {
            case .functionDecl(let syntax):
                let callable = hoistFunction(syntax, owner: type)
                if type.isClass, let word = syntax.modifiers.first(where: { $0.name.text == "mutating" }) {
                    error("'mutating' is not valid on instance methods in classes", at: word.sourceRange, help: "remove 'mutating'")
                }
                place(callable)
                if callable.isStatic && type.isClass || callable.isOpaque, type.isConcrete, callable.genericParameters.isEmpty { pending.append { [self] in _ = functionOf(callable, type) } }
                guard case .function(let function) = callable.implementation else { continue }
                functions.append(function)
                nominal.methods[callable.name] = function
                pending.append { [self] in checkBody(of: function, syntax.body, callable, outer: inner, ownType: type) }
            case .initializerDecl(let syntax):
                initializerMember(syntax, type, inner, place)
                if !isExtension { table.hasMemberwise = true }
            case .variableDecl(let syntax):
                computedProperties(syntax, type, nominal, inner, isExtension: isExtension)
            case .subscriptDecl(let syntax):
                subscriptMember(syntax, type, inner, place)
            case .structDecl, .enumDecl, .typeAliasDecl, .enumCaseDecl: continue
            case .classDecl, .protocolDecl: continue
            case .deinitializerDecl(let syntax): deinitializer(syntax, of: type, nominal)
            default: unsupported("this member is", at: member.sourceRange)
            }
        }
    }

    private func isSameDeclaration(_ a: Callable, _ b: Callable) -> Bool {
        !a.isRequirement && !b.isRequirement && a.reference == b.reference && a.isStatic == b.isStatic && a.parameters.map(\.type) == b.parameters.map(\.type)
            && a.result === b.result && a.genericParameters.count == b.genericParameters.count
            && a.conformances.map(\.1) == b.conformances.map(\.1) && a.sameTypes.map(\.1) == b.sameTypes.map(\.1)
    }

    private func initializerMember(_ syntax: InitializerDeclSyntax, _ type: Type, _ inner: Scope, _ place: (Callable) -> Void) {
        let function = Function(name: "init", source: source, range: syntax.initKeyword.sourceRange)
        let callable = callable(of: syntax, implementation: .function(function))
        if type.isClass, extensionOf(callable, syntax) {
            error("designated initializer cannot be declared in an extension of '\(type)'; did you mean this to be a convenience initializer?", at: syntax.initKeyword.sourceRange)
        }
        callable.isDelegating = syntax.body.map { DelegationFinder.isDelegating($0) } ?? false
        guard let body = syntax.body else {
            error("initializer requires a body", at: syntax.initKeyword.sourceRange)
            return
        }
        if !type.isConcrete || type.isPlainProtocol || !callable.genericParameters.isEmpty {
            callable.implementation = .template(
                Template(body: body.statements, parameterNames: callable.parameters.map(\.name), source: source, range: syntax.initKeyword.sourceRange, scope: inner))
            place(callable)
            if case .template(let template) = callable.implementation { noteOpen(callable, template) }
            return
        }
        prepare(function, callable, owner: type)
        place(callable)
        functions.append(function)
        pending.append { [self] in checkBody(of: function, body, callable, outer: inner, ownType: type) }
    }

    private func extensionOf(_ callable: Callable, _ syntax: InitializerDeclSyntax) -> Bool {
        guard !callable.isConvenience else { return false }
        var parent = syntax.parent
        while let here = parent {
            if here.is(ExtensionDeclSyntax.self) { return true }
            if here.is(ClassDeclSyntax.self) { return false }
            parent = here.parent
        }
        return false
    }

    func accessor(_ name: String, _ body: CodeBlockItemListSyntax, _ type: Type, parameters: [Callable.Parameter], result: Type, isMutating: Bool, isStatic: Bool, canThrow: Bool = false, asking described: Callable? = nil, _ inner: Scope, _ range: SourceRange) -> Callable {
        let template = Template(body: body, parameterNames: parameters.map(\.name), source: source, range: range, scope: inner)
        let callable = Callable(name: name, implementation: .template(template), source: source, range: range)
        callable.parameters = parameters
        callable.result = result
        callable.isMutating = isMutating
        callable.isStatic = isStatic
        callable.canThrow = canThrow
        callable.owner = type.nominal
        if case .existential(let nominal) = type.kind { callable.owner = nominal }
        callable.genericParameters = described?.genericParameters ?? []
        callable.sameTypes = extensionSameTypes + (described?.sameTypes ?? [])
        callable.conformances = extensionConformances + (described?.conformances ?? [])
        if type.isConcrete, !type.isExistential, callable.genericParameters.isEmpty {
            pending.append { [self] in _ = functionOf(callable, type) }
        } else {
            noteOpen(callable, template)
        }
        return callable
    }

    private func computedProperties(_ syntax: VariableDeclSyntax, _ type: Type, _ nominal: NominalType, _ inner: Scope, isExtension: Bool) {
        for binding in syntax.bindings {
            if binding.hasObservers, syntax.modifiers.contains(where: { $0.name.text == "override" }) {
                overridingObservers(binding, type, nominal, inner)
                continue
            }
            guard let accessors = binding.accessorBlock, !binding.hasObservers else {
                if isExtension, binding.accessorBlock == nil, !syntax.isStatic { error("extensions must not contain stored properties", at: binding.sourceRange) }
                continue
            }
            if isMiscomputed(binding, syntax.bindingSpecifier) { continue }
            guard let name = (binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text).map(Checker.plainName), let annotation = binding.typeAnnotation, let body = binding.getterBody else {
                error("computed property must have an explicit type", at: binding.sourceRange)
                continue
            }
            let result = resolve(annotation.type)
            let getter = accessor(
                name, body, type, parameters: [], result: result, isMutating: binding.getterAccessor?.modifier?.name.text == "mutating",
                isStatic: syntax.isStatic, canThrow: binding.getterAccessor?.effectSpecifiers?.throwsClause != nil, inner, binding.sourceRange)
            getter.isOpaque = isOpaque(annotation.type)
            getter.isImplicit = annotation.type.isImplicitlyUnwrapped
            let property = Property(name: name, type: result, getter: getter)
            property.isStatic = syntax.isStatic
            getter.isOverride = syntax.modifiers.contains { $0.name.text == "override" }
            getter.isFinal = syntax.modifiers.contains { ["final", "static"].contains($0.name.text) }
            getter.isInExtension = isExtension
            if let set = binding.setterAccessor, let setBody = set.body {
                let parameter = set.parameters?.name.text ?? "newValue"
                property.setter = accessor(
                    name, setBody.statements, type, parameters: [Callable.Parameter(label: nil, name: parameter, type: result)], result: .void,
                    isMutating: isMutatingSetter(set, type, isStatic: syntax.isStatic), isStatic: syntax.isStatic, inner, accessors.sourceRange)
            }
            let table = environment.memberTable(of: nominal)
            _ = environment.members(named: name, of: nominal)
            if isExtension {
                table.properties[name]?.removeAll { $0.declaration == nil && $0.isStatic == property.isStatic && $0.getter.source !== source && !$0.getter.isRequirement }
            }
            let others = table.properties[name, default: []].filter { $0.getter.source === source && $0.isStatic == property.isStatic && !$0.getter.isRequirement }
            if others.contains(where: { $0.getter.conformances.map(\.1) == getter.conformances.map(\.1) && $0.getter.sameTypes.map(\.1) == getter.sameTypes.map(\.1) }) || !syntax.isStatic && nominal.fields.contains(where: { $0.name == name }) {
                error("invalid redeclaration of '\(name)'", at: binding.sourceRange)
            }
            table.properties[name, default: []].append(property)
        }
    }

    private func isMutatingSetter(_ set: AccessorDeclSyntax, _ type: Type, isStatic: Bool) -> Bool {
        !isStatic && !isReferenceType(type) && set.modifier?.name.text != "nonmutating"
    }

    private func subscriptMember(_ syntax: SubscriptDeclSyntax, _ type: Type, _ inner: Scope, _ place: (Callable) -> Void) {
        if lacksAccessorBody(syntax.accessorBlock) { return }
        guard let body = syntax.getterBody else { return }
        let described = callable(ofSubscript: syntax, implementation: .memberwise)
        let range = syntax.subscriptKeyword.sourceRange
        let getter = accessor(
            "subscript", body, type, parameters: described.parameters, result: described.result,
            isMutating: syntax.getterAccessor?.modifier?.name.text == "mutating", isStatic: described.isStatic,
            canThrow: syntax.getterAccessor?.effectSpecifiers?.throwsClause != nil, asking: described, inner, range)
        getter.isGetter = getter.isMutating
        getter.isOpaque = described.isOpaque
        getter.isOverride = syntax.modifiers.contains { $0.name.text == "override" }
        getter.isFinal = syntax.modifiers.contains { $0.name.text == "final" }
        if let set = syntax.setterAccessor, let setBody = set.body {
            let parameter = Callable.Parameter(label: nil, name: set.parameters?.name.text ?? "newValue", type: described.result)
            getter.setterFunction = accessor(
                "subscript", setBody.statements, type, parameters: described.parameters + [parameter], result: .void,
                isMutating: isMutatingSetter(set, type, isStatic: described.isStatic), isStatic: described.isStatic, asking: described, inner, range)
        }
        place(getter)
    }

    // MARK: Initialisers

    func addMemberwise(_ declaration: NominalDeclaration) {
        let nominal = declaration.nominal
        let table = environment.memberTable(of: nominal)
        guard case .structure = nominal.form, !table.hasMemberwise else { return }
        table.hasMemberwise = true
        let callable = Callable(name: "init", implementation: .memberwise)
        callable.isInitializer = true
        callable.owner = nominal
        callable.result = declaration.type
        for (index, field) in declaration.fields.enumerated() where field.isMutable || table.fieldDefaults[index] == nil {
            // What is held weakly is given as it is.
            let given = field.type?.referent ?? field.type ?? .error
            var parameter = Callable.Parameter(label: field.name, name: field.name, type: given, isEscaping: true)
            parameter.fieldDefault = table.fieldDefaults[index]
            if field.isLazy {
                parameter = Callable.Parameter(label: field.name, name: field.storedName, type: .optional(field.type ?? .error), isEscaping: true)
                parameter.fieldDefault = table.fieldDefaults[index]
            }
            callable.parameters.append(parameter)
            if field.isPrivate { callable.isPrivate = true }
        }
        if callable.isPrivate, declaration.fields.enumerated().allSatisfy({ table.fieldDefaults[$0.offset] != nil }) {
            // `S()` is there for everybody.
            let plain = Callable(name: "init", implementation: .memberwise)
            plain.isInitializer = true
            plain.owner = nominal
            plain.result = declaration.type
            table.add(plain)
        }
        table.add(callable)
    }

    /// All stored properties of a struct made by its memberwise initialiser, in order.
    func memberwiseFields(_ callable: Callable, _ arguments: [Expression], _ type: Type, _ range: SourceRange) -> [Expression] {
        guard let nominal = callable.home else { return arguments }
        let table = environment.memberTable(of: nominal)
        return type.fields.enumerated().map { index, field in
            if let position = callable.parameters.firstIndex(where: { $0.name == field.name }) {
                guard field.type.referent != nil else { return arguments[position] }
                if case .call(let function, _) = arguments[position].kind, function.result === field.type { return Expression(arguments[position].kind, field.type, range) }
                return Expression(.makeWeak(arguments[position]), field.type, range)
            }
            guard let value = table.fieldDefaults[index], let function = functionOf(value, type) else { return failure(range) }
            return Expression(.call(function, []), field.type, range)
        }
    }

    /// The body of an initialiser: `self` is a variable that is complete at the end, and is the result.
    func initializerBody(_ own: Variable, _ items: CodeBlockItemListSyntax, isDelegating: Bool) -> [Statement] {
        own.isReassigned = true
        let range = own.range
        var body: [Statement] = [Statement(.declare(own, nil), range)]
        let fields = own.type.fields
        if isDelegating || !own.type.isBuiltFromFields {
            // Another initialiser, or an assignment, gives `self` its value whole.
            flow.unassigned.insert(ObjectIdentifier(own))
        } else {
            flow.unassignedFields = Set(fields.indices)
            let defaults = own.type.nominal.map { environment.memberTable(of: $0).fieldDefaults } ?? [:]
            for (index, callable) in defaults.sorted(by: { $0.key < $1.key }) {
                guard let function = functionOf(callable, own.type) else { continue }
                let place = Place(root: .variable(own), steps: [(.element(index), fields[index].type)], type: fields[index].type, range: range)
                body.append(Statement(.expression(Expression(.assign(place, Expression(.call(function, []), fields[index].type, range)), .void, range)), range))
                flow.unassignedFields.remove(index)
            }
        }
        let inner = inScope { statements(items) }
        // What is deferred runs before the value is handed on.
        let hasDeferred = inner.contains { if case .defer = $0.kind { true } else { false } }
        body += hasDeferred ? [Statement(.block(inner), range)] : inner
        if !flow.isUnreachable {
            let end = items.parent?.as(CodeBlockSyntax.self)?.rightBrace.sourceRange ?? range
            checkFieldsAssigned(own.type, at: end)
            body.append(Statement(.return(initializerResult(own, own.type, range)), range))
        }
        return body
    }

    func initializerResult(_ own: Variable, _ type: Type, _ range: SourceRange) -> Expression {
        let value = Expression(.variable(own), type, range)
        if let result = context.result, result.wrapped === type { return Expression(.wrap(value), result, range) }
        return value
    }

    func checkFieldsAssigned(_ type: Type, at range: SourceRange) {
        let fields = type.fields
        for index in flow.unassignedFields.sorted() {
            error("return from initializer without initializing all stored properties: 'self.\(fields[index].name)' not initialized", at: range)
        }
        if let own = scope.nearestSelf?.variable, flow.unassigned.contains(ObjectIdentifier(own)) {
            error(context.isDelegating ? "'self.init' isn't called on all paths before returning from initializer" : "'self.init' isn't called on all paths before returning from initializer: 'self' was not given a value", at: range)
        }
    }
}

extension Type {
    /// Values are made by giving each stored property its value, as those of a cell's structs are.
    var isBuiltFromFields: Bool {
        guard case .structure? = nominal?.form else { return false }
        return true
    }
}

/// Finds `self.init(…)` in an initialiser: it hands over to another one.
private final class DelegationFinder: SyntaxVisitor {
    private var found = false

    static func isDelegating(_ body: CodeBlockSyntax) -> Bool {
        let finder = DelegationFinder(viewMode: .sourceAccurate)
        finder.walk(body)
        return finder.found
    }

    override func visit(_ node: MemberAccessExprSyntax) -> SyntaxVisitorContinueKind {
        if node.declName.baseName.text == "init", node.base?.trimmedDescription == "self" { found = true }
        return .visitChildren
    }
}
