import SwiftSyntax

/// Variables that are computed or observed, outside types.
extension Checker {
    /// A place that two functions read and write, without a value they belong to.
    func accessorPlace(get: Function, set: Function, _ type: Type, _ range: SourceRange, _ arguments: [Expression] = []) -> Place {
        let nothing = Expression(.aggregate([]), .void, range)
        return Place(root: .value(nothing), steps: [(.computed(get: get, set: set, arguments), type)], type: type, range: range)
    }

    /// Reports what a computed variable cannot be: a constant, given a value, or written only.
    func isMiscomputed(_ binding: PatternBindingSyntax, _ specifier: TokenSyntax) -> Bool {
        if lacksAccessorBody(binding.accessorBlock) { return true }
        if specifier.tokenKind == .keyword(.let) {
            error("'let' declarations cannot be computed properties", at: specifier.sourceRange, help: "write 'var'")
        } else if binding.initializer != nil {
            error("variable with getter/setter cannot have an initial value", at: binding.sourceRange)
        } else if binding.getterBody == nil, let setter = binding.setterAccessor {
            error("variable with a setter must also have a getter", at: setter.sourceRange)
        } else {
            return false
        }
        return true
    }

    /// Reports `{ get { … } set }`: outside protocols each accessor has a body.
    func lacksAccessorBody(_ block: AccessorBlockSyntax?) -> Bool {
        guard case .accessors(let accessors)? = block?.accessors, let bare = accessors.first(where: { $0.body == nil }) else { return false }
        let kind = bare.accessorSpecifier.tokenKind == .keyword(.get) ? "getter" : "setter"
        error("expected '{' to start \(kind) definition", at: bare.sourceRange)
        return true
    }

    /// What has no value cannot be said to be `some P`.
    func lacksOpaqueValue(_ type: TypeSyntax, _ binding: PatternBindingSyntax) -> Bool {
        guard binding.initializer == nil, binding.accessorBlock == nil, type.as(SomeOrAnyTypeSyntax.self)?.someOrAnySpecifier.tokenKind == .keyword(.some) else { return false }
        error("property declares an opaque return type, but has no initializer expression from which to infer an underlying type", at: type.sourceRange)
        return true
    }

    /// Reports `@discardableResult` in front of what gives no result.
    func checkDiscardable(_ syntax: DeclSyntax) {
        if syntax.is(FunctionDeclSyntax.self) || syntax.is(InitializerDeclSyntax.self) { return }
        guard let attribute = syntax.asProtocol((any WithAttributesSyntax).self)?.attributes.first(where: { $0.trimmedDescription == "@discardableResult" }) else { return }
        error("'@discardableResult' attribute cannot be applied to this declaration", at: attribute.sourceRange)
    }

    /// `var name: Type { … }`
    func computedVariable(_ binding: PatternBindingSyntax, into result: inout [Statement]) {
        guard let identifier = binding.pattern.as(IdentifierPatternSyntax.self), let annotation = binding.typeAnnotation, let body = binding.getterBody else {
            error("computed property must have an explicit type", at: binding.sourceRange)
            return
        }
        let name = Checker.plainName(identifier.identifier.text)
        let type = resolve(annotation.type)
        let range = binding.sourceRange
        let getter = Callable(name: name, implementation: .memberwise, source: source, range: range)
        getter.result = type
        let property = Property(name: name, type: type, getter: getter)
        if isCellScope {
            if declaredHere[name] != nil { error("invalid redeclaration of '\(name)'", at: range) }
            declaredHere[name] = range
            declaredLater.remove(name)
        }
        scope.entities[name] = .property(property)
        getter.implementation = .function(accessorFunction(name, body, [], type, range, into: &result))
        guard let set = binding.setterAccessor, let setBody = set.body else { return }
        let parameter = Callable.Parameter(label: nil, name: set.parameters?.name.text ?? "newValue", type: type)
        let setter = Callable(name: name, implementation: .memberwise, source: source, range: range)
        setter.parameters = [parameter]
        setter.implementation = .function(accessorFunction(name, setBody.statements, [parameter], .void, range, into: &result))
        property.setter = setter
    }

    private func accessorFunction(_ name: String, _ body: CodeBlockItemListSyntax, _ parameters: [Callable.Parameter], _ type: Type, _ range: SourceRange, direct: String? = nil, isLater: Bool = false, into result: inout [Statement]) -> Function {
        let made = Function(name: name, source: source, range: range, parent: function)
        made.result = type
        for parameter in parameters {
            let variable = Variable(name: parameter.name, type: parameter.type, isMutable: false, range: range, owner: made)
            variable.isParameter = true
            made.parameters.append(variable)
        }
        functions.append(made)
        let outer = scope
        let isLocal = !isCellScope && !isLater
        made.isNonEscaping = isLocal
        let check = { [self] in
            let inner = Scope(parent: outer, function: made)
            for variable in made.parameters { inner.entities[variable.name] = .variable(variable) }
            var context = FunctionContext(result: type)
            context.canThrow = false
            context.tryIsImplied = false
            context.directField = direct
            inFunction(made, context: context, scope: inner) {
                flow = Flow()
                made.body = functionBody(body, result: type, range: range)
            }
        }
        if isLocal {
            check()
            result.append(Statement(.function(made), range))
        } else {
            pending.append(check)
        }
        return made
    }

    /// `willSet` and `didSet` of a variable of the session.
    func observeVariable(_ binding: PatternBindingSyntax, into result: inout [Statement]) {
        guard let identifier = binding.pattern.as(IdentifierPatternSyntax.self), case .accessors(let accessors)? = binding.accessorBlock?.accessors else { return }
        let name = Checker.plainName(identifier.identifier.text)
        if case .variable(let variable)? = scope.entities[name], binding.initializer != nil {
            func observer(_ keyword: Keyword, _ defaultName: String) -> Function? {
                guard let accessor = accessors.first(where: { $0.accessorSpecifier.tokenKind == .keyword(keyword) }), let body = accessor.body else { return nil }
                let parameter = Callable.Parameter(label: nil, name: accessor.parameters?.name.text ?? defaultName, type: variable.type)
                return accessorFunction(name, body.statements, [parameter], .void, accessor.sourceRange, into: &result)
            }
            observeLocal(variable, name, (observer(.willSet, "newValue"), observer(.didSet, "oldValue")), at: binding.sourceRange, into: &result)
            return
        }
        guard case .global(let global)? = scope.entities[name] else {
            unsupported("observers of a local variable are", at: binding.sourceRange, help: "declare the variable at the top of a cell, or in a type")
            return
        }
        observe(global, name, accessors, at: binding.sourceRange, into: &result)
    }

    /// `willSet` and `didSet` of a static property.
    func observeStatic(_ draft: FieldDraft, _ global: Global, in inner: Scope) {
        guard case .accessors(let accessors)? = draft.observers?.accessors else { return }
        var statements: [Statement] = []
        inScope(inner) { observe(global, global.name, accessors, at: draft.range, into: &statements) }
    }

    private func observe(_ global: Global, _ name: String, _ accessors: AccessorDeclListSyntax, at range: SourceRange, into result: inout [Statement]) {
        global.isUsedByFunction = true
        let type = global.type
        let isStatic = scope.memberTypeInSight != nil
        func observer(_ keyword: Keyword, _ defaultName: String) -> Function? {
            guard let accessor = accessors.first(where: { $0.accessorSpecifier.tokenKind == .keyword(keyword) }), let body = accessor.body else { return nil }
            let parameter = Callable.Parameter(label: nil, name: accessor.parameters?.name.text ?? defaultName, type: type)
            return accessorFunction(name, body.statements, [parameter], .void, accessor.sourceRange, direct: name, isLater: isStatic, into: &result)
        }
        let willSet = observer(.willSet, "newValue")
        let didSet = observer(.didSet, "oldValue")
        let stored = Expression(.global(global), type, range)
        let get = Function(name: name, source: source, range: range)
        get.result = type
        get.body = [Statement(.return(stored), range)]
        let set = Function(name: name, source: source, range: range)
        assign(through: set, Place(root: .global(global), steps: [], type: type, range: range), stored, (willSet, didSet))
        functions += [get, set]
        observedGlobals[ObjectIdentifier(global)] = (get, set)
        environment.observedGlobals[ObjectIdentifier(global)] = (get, set)
    }

    /// Functions of the cell that the type of a stored property follows from: by their signatures, while types are read.
    func provisionalFunctions(_ name: String) -> [Callable]? {
        guard !declaring.isEmpty, asksTypeAlone, let declared = laterFunctions[name] else { return nil }
        let outer = (scope, pending.count)
        scope = cellScope ?? scope
        defer {
            scope = outer.0
            pending.removeLast(pending.count - outer.1)
        }
        let all = declared.compactMap { syntax in
            attempt { callable(of: syntax, implementation: .function(Function(name: syntax.writtenName, source: source, range: syntax.name.sourceRange))) }
        }
        return all.isEmpty || all.contains(where: \.isOpaque) ? nil : all
    }

    /// A variable further down that the type of a stored property follows from.
    func provisionalGlobal(_ name: String) -> Global? {
        // At the top level itself a name stands for what is there by then.
        let namesType = !declaring.isEmpty || isReadingLater
        guard !isTopLevel || namesType, let binding = laterBindings[name], namesType || binding.accessorBlock == nil else { return nil }
        if let known = provisional[name] { return known }
        // Its own initial value does not say what it is.
        laterBindings[name] = nil
        defer { laterBindings[name] = binding }
        let outer = (scope, isReadingLater)
        scope = cellScope ?? scope
        isReadingLater = true
        defer { (scope, isReadingLater) = outer }
        let type: Type?
        if let annotation = binding.typeAnnotation {
            type = attempt { resolve(annotation.type) }
        } else {
            type = binding.initializer.flatMap { initializer in attempt { check(Node(initializer.value), expected: nil).type } }
        }
        guard let type, !type.isError, case nil = environment.session.entities[name] else { return nil }
        let isMutable = binding.parent?.parent?.as(VariableDeclSyntax.self)?.bindingSpecifier.tokenKind != .keyword(.let)
        let global = Global(name: name, type: type, isMutable: isMutable, range: binding.sourceRange)
        global.isUsedByFunction = true
        provisional[name] = global
        return global
    }
}
