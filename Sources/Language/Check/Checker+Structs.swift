import SwiftSyntax

/// Structs and extensions of a cell.
extension Checker {
    /// Makes the cell's types known: names first, then stored properties, then members, so that they may refer to each
    /// other in any order.
    func hoistTypes(_ items: CodeBlockItemListSyntax) {
        var structs: [(StructDeclSyntax, NominalType)] = []
        for item in items {
            guard case .decl(let declaration) = item.item, let syntax = declaration.as(StructDeclSyntax.self) else { continue }
            let name = Checker.plainName(syntax.name.text)
            if let generics = syntax.genericParameterClause { unsupported("a generic struct is", at: generics.sourceRange) }
            if declaredHere[name] != nil { error("invalid redeclaration of '\(name)'", at: syntax.name.sourceRange) }
            declaredHere[name] = syntax.name.sourceRange
            let nominal = NominalType(name: name, form: .structure)
            scope.entities[name] = .type(.make(.nominal(nominal, [])))
            structs.append((syntax, nominal))
        }
        for (syntax, nominal) in structs {
            conformances(of: nominal, syntax.inheritanceClause)
            storedProperties(of: nominal, syntax.memberBlock, syntax)
        }
        for (syntax, nominal) in structs where contains(nominal, nominal, []) {
            error("value type '\(nominal.name)' cannot have a stored property that recursively contains it", at: syntax.name.sourceRange)
            nominal.fields = []
        }
        for (_, nominal) in structs { nominal.isComplete = true }
        for (syntax, nominal) in structs {
            members(of: .make(.nominal(nominal, [])), nominal, syntax.memberBlock, isExtension: false)
            addMemberwise(nominal)
        }
        for item in items {
            guard case .decl(let declaration) = item.item, let syntax = declaration.as(ExtensionDeclSyntax.self) else { continue }
            extend(syntax)
        }
        for (syntax, nominal) in structs { checkRequirements(nominal, at: syntax.name.sourceRange) }
    }

    private func conformances(of nominal: NominalType, _ clause: InheritanceClauseSyntax?) {
        for inherited in clause?.inheritedTypes ?? [] {
            let type = resolve(inherited.type)
            if case .existential(let declared) = type.kind {
                nominal.conformances.append(declared)
            } else if !type.isError {
                error("inheritance from non-protocol type '\(type)'", at: inherited.sourceRange)
            }
        }
    }

    /// Whether a value of `nominal` holds one of `target` without a reference between.
    private func contains(_ nominal: NominalType, _ target: NominalType, _ seen: Set<NominalType>) -> Bool {
        if seen.contains(nominal) { return false }
        func reaches(_ type: Type) -> Bool {
            switch type.kind {
            case .tuple(let elements): return elements.contains { reaches($0.type) }
            case .nominal(let inner, let arguments):
                switch inner.form {
                case .optional: return reaches(arguments[0])
                case .structure: return inner === target || contains(inner, target, seen.union([nominal]))
                default: return false
                }
            default: return false
            }
        }
        return nominal.fields.contains { reaches($0.type) }
    }

    private func storedProperties(of nominal: NominalType, _ block: MemberBlockSyntax, _ syntax: StructDeclSyntax) {
        let table = environment.memberTable(of: nominal)
        var statements: [Statement] = []
        for member in block.members {
            guard let variable = member.decl.as(VariableDeclSyntax.self) else { continue }
            if let modifier = variable.modifiers.first(where: { $0.name.text == "lazy" }) { unsupported("'lazy' is", at: modifier.sourceRange) }
            if let attribute = variable.attributes.first { unsupported("attributes of a property are", at: attribute.sourceRange) }
            let isMutable = variable.bindingSpecifier.tokenKind == .keyword(.var)
            for binding in variable.bindings where binding.accessorBlock == nil || binding.hasObservers {
                if binding.hasObservers { unsupported("property observers are", at: binding.accessorBlock!.sourceRange) }
                guard let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text else {
                    error("expected a name for the property", at: binding.sourceRange)
                    continue
                }
                let annotated = (binding.typeAnnotation ?? variable.bindings.last?.typeAnnotation).map { resolve($0.type) }
                var function: Function?
                var type = annotated
                if let initializer = binding.initializer {
                    let computed = defaultFunction(initializer.value, annotated, name: "\(nominal.name).\(name)")
                    type = annotated ?? computed.result
                    function = computed
                } else if isMutable, annotated?.wrapped != nil, let annotated {
                    let computed = Function(name: "\(nominal.name).\(name)", source: source, range: binding.sourceRange)
                    computed.result = annotated
                    computed.body = [Statement(.return(Expression(.none, annotated, binding.sourceRange)), binding.sourceRange)]
                    functions.append(computed)
                    function = computed
                }
                guard let type else {
                    error("type annotation missing in pattern", at: binding.sourceRange)
                    continue
                }
                if variable.isStatic {
                    let global = Global(name: "\(nominal.name).\(name)", type: type, isMutable: isMutable, range: binding.sourceRange)
                    global.isUsedByFunction = true
                    table.statics[Checker.plainName(name)] = global
                    guard let function else {
                        error("'static \(isMutable ? "var" : "let")' declaration requires an initializer expression", at: binding.sourceRange)
                        continue
                    }
                    statements.append(Statement(.declareGlobal(global, Expression(.call(function, []), type, binding.sourceRange)), binding.sourceRange))
                    continue
                }
                if nominal.fields.contains(where: { $0.name == name }) { error("invalid redeclaration of '\(name)'", at: binding.sourceRange) }
                if let function { table.fieldDefaults[nominal.fields.count] = function }
                nominal.fields.append(NominalType.Field(name: Checker.plainName(name), type: type, isMutable: isMutable))
            }
        }
        structStatements[DeclSyntax(syntax).id] = statements
    }

    /// A function that computes a property's initial value; checked at once, for its type may be what is asked.
    private func defaultFunction(_ value: ExprSyntax, _ type: Type?, name: String) -> Function {
        let computed = Function(name: name, source: source, range: value.sourceRange)
        functions.append(computed)
        var context = FunctionContext(result: type)
        context.tryIsImplied = true
        inFunction(computed, context: context, scope: Scope(parent: scope, function: computed)) {
            var result = check(Node(value), expected: type)
            if let type { result = coerce(result, to: type, for: .initialization) }
            computed.result = type ?? result.type
            computed.body = [Statement(.return(result), result.range)]
        }
        return computed
    }

    // MARK: Members

    private func extend(_ syntax: ExtensionDeclSyntax) {
        let outer = scope
        defer { scope = outer }
        guard let identifier = syntax.extendedType.as(IdentifierTypeSyntax.self), let entity = lookUp(identifier.name.text)?.entity else {
            error("cannot find type '\(syntax.extendedType.trimmedDescription)' in scope", at: syntax.extendedType.sourceRange, help: closestName(to: syntax.extendedType.trimmedDescription, among: typeNamesInSight()).map { "did you mean '\($0)'?" })
            return
        }
        let nominal: NominalType
        switch entity {
        case .genericType(let generic): nominal = generic
        case .type(let type):
            guard let named = type.nominal else {
                unsupported("extending '\(type)' is", at: syntax.extendedType.sourceRange)
                return
            }
            nominal = named
        default:
            error("'\(identifier.name.text)' is not a type", at: identifier.sourceRange)
            return
        }
        openExtension(of: nominal, where: syntax.genericWhereClause)
        conformances(of: nominal, syntax.inheritanceClause)
        members(of: scope.memberType ?? .error, nominal, syntax.memberBlock, isExtension: true)
        if syntax.inheritanceClause != nil { checkRequirements(nominal, at: syntax.extendedType.sourceRange) }
    }

    private func members(of type: Type, _ nominal: NominalType, _ block: MemberBlockSyntax, isExtension: Bool) {
        let outer = scope
        let inner = Scope(parent: outer, function: nil)
        inner.memberType = type
        scope = inner
        defer { scope = outer }
        let table = environment.memberTable(of: nominal)
        func place(_ callable: Callable) {
            callable.owner = nominal
            callable.sameTypes += extensionSameTypes
            callable.conformances += extensionConformances
            if isExtension {
                // A cell that is run again declares its extension again.
                table.callables[callable.name]?.removeAll { $0.declaration == nil && $0.reference == callable.reference && $0.isStatic == callable.isStatic && $0.parameters.map(\.type) == callable.parameters.map(\.type) }
            } else if table.callables[callable.name, default: []].contains(where: { $0.reference == callable.reference && $0.parameters.map(\.type) == callable.parameters.map(\.type) && $0.isStatic == callable.isStatic }) {
                error("invalid redeclaration of '\(callable.reference)'", at: callable.range)
            }
            _ = environment.members(named: callable.name, of: nominal)
            table.add(callable)
        }
        let isTemplate = !type.isConcrete
        for member in block.members {
            switch member.decl.as(DeclSyntaxEnum.self) {
            case .functionDecl(let syntax):
                let callable = hoistFunction(syntax, owner: type)
                place(callable)
                guard case .function(let function) = callable.implementation else { continue }
                functions.append(function)
                nominal.methods[callable.name] = function
                if callable.name == "==", callable.parameters.count == 2 { nominal.equalityFunction = function }
                pending.append { [self] in checkBody(of: function, syntax.body, callable, outer: inner, ownType: type) }
            case .initializerDecl(let syntax):
                let function = Function(name: "init", source: source, range: syntax.initKeyword.sourceRange)
                let callable = callable(of: syntax, implementation: .function(function))
                if isTemplate || !callable.genericParameters.isEmpty {
                    unsupported("a generic initializer is", at: syntax.initKeyword.sourceRange)
                    continue
                }
                prepare(function, callable, owner: type)
                place(callable)
                functions.append(function)
                if !isExtension { table.hasMemberwise = true }
                pending.append { [self] in checkBody(of: function, syntax.body, callable, outer: inner, ownType: type) }
            case .variableDecl(let syntax):
                computedProperties(syntax, type, nominal, inner, isExtension: isExtension)
            case .subscriptDecl(let syntax):
                subscriptMember(syntax, type, inner, place)
            case .structDecl(let syntax): unsupported("a type inside a type is", at: syntax.structKeyword.sourceRange)
            case .enumDecl(let syntax): unsupported("'enum' is", at: syntax.enumKeyword.sourceRange)
            case .classDecl(let syntax): unsupported("'class' is", at: syntax.classKeyword.sourceRange)
            case .typeAliasDecl(let alias):
                inner.entities[alias.name.text] = .type(resolve(alias.initializer.value))
            default: unsupported("this member is", at: member.sourceRange)
            }
        }
    }

    private func accessor(_ name: String, _ body: CodeBlockItemListSyntax, _ type: Type, parameters: [Callable.Parameter], result: Type, isMutating: Bool, isStatic: Bool, _ inner: Scope, _ range: SourceRange) -> Callable {
        let callable = Callable(name: name, implementation: .template(Template(body: body, parameterNames: parameters.map(\.name), source: source, range: range, scope: inner)), source: source, range: range)
        callable.parameters = parameters
        callable.result = result
        callable.isMutating = isMutating
        callable.isStatic = isStatic
        callable.owner = type.nominal
        callable.sameTypes = extensionSameTypes
        callable.conformances = extensionConformances
        if type.isConcrete {
            let function = Function(name: name, source: source, range: range)
            callable.implementation = .function(function)
            prepare(function, callable, owner: type)
            functions.append(function)
            pending.append { [self] in
                let scope = Scope(parent: inner, function: function)
                if !isStatic {
                    scope.selfVariable = function.parameters[0]
                    scope.selfType = type
                }
                scope.memberType = type
                for variable in function.parameters where variable.name != "self" { scope.entities[variable.name] = .variable(variable) }
                var context = FunctionContext(result: result)
                context.canThrow = false
                context.tryIsImplied = false
                inFunction(function, context: context, scope: scope) {
                    flow = Flow()
                    function.body = functionBody(body, result: result, range: range)
                }
            }
        }
        return callable
    }

    private func computedProperties(_ syntax: VariableDeclSyntax, _ type: Type, _ nominal: NominalType, _ inner: Scope, isExtension: Bool) {
        for binding in syntax.bindings {
            guard let accessors = binding.accessorBlock, !binding.hasObservers else {
                if isExtension, binding.accessorBlock == nil, !syntax.isStatic { error("extensions must not contain stored properties", at: binding.sourceRange) }
                continue
            }
            guard let name = (binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text).map(Checker.plainName), let annotation = binding.typeAnnotation, let body = binding.getterBody else {
                error("computed property must have an explicit type", at: binding.sourceRange)
                continue
            }
            let result = resolve(annotation.type)
            let getter = accessor(name, body, type, parameters: [], result: result, isMutating: false, isStatic: syntax.isStatic, inner, binding.sourceRange)
            let property = Property(name: name, type: result, getter: getter)
            property.isStatic = syntax.isStatic
            if let set = binding.setterAccessor, let setBody = set.body {
                let parameter = set.parameters?.name.text ?? "newValue"
                property.setter = accessor(name, setBody.statements, type, parameters: [Callable.Parameter(label: nil, name: parameter, type: result)], result: .void, isMutating: !syntax.isStatic, isStatic: syntax.isStatic, inner, accessors.sourceRange)
            }
            let table = environment.memberTable(of: nominal)
            _ = environment.members(named: name, of: nominal)
            if isExtension { table.properties[name]?.removeAll { $0.declaration == nil && $0.isStatic == property.isStatic } }
            table.properties[name, default: []].append(property)
            if name == "description", result === Type.string, !syntax.isStatic, case .function(let function) = getter.implementation { nominal.descriptionFunction = function }
        }
    }

    private func subscriptMember(_ syntax: SubscriptDeclSyntax, _ type: Type, _ inner: Scope, _ place: (Callable) -> Void) {
        guard let body = syntax.getterBody else { return }
        let described = callable(ofSubscript: syntax, implementation: .memberwise)
        let getter = accessor("subscript", body, type, parameters: described.parameters, result: described.result, isMutating: false, isStatic: false, inner, syntax.subscriptKeyword.sourceRange)
        if let set = syntax.setterAccessor, let setBody = set.body {
            let parameter = Callable.Parameter(label: nil, name: set.parameters?.name.text ?? "newValue", type: described.result)
            getter.setterFunction = accessor("subscript", setBody.statements, type, parameters: described.parameters + [parameter], result: .void, isMutating: true, isStatic: false, inner, syntax.subscriptKeyword.sourceRange)
        }
        place(getter)
    }

    // MARK: Initialisers

    private func addMemberwise(_ nominal: NominalType) {
        let table = environment.memberTable(of: nominal)
        if table.hasMemberwise { return }
        let callable = Callable(name: "init", implementation: .memberwise)
        callable.isInitializer = true
        callable.owner = nominal
        callable.result = .make(.nominal(nominal, []))
        for (index, field) in nominal.fields.enumerated() where field.isMutable || table.fieldDefaults[index] == nil {
            var parameter = Callable.Parameter(label: field.name, name: field.name, type: field.type, isEscaping: true)
            parameter.defaultFunction = table.fieldDefaults[index]
            parameter.isOptionalByDefault = parameter.defaultFunction != nil
            callable.parameters.append(parameter)
        }
        table.add(callable)
    }

    /// All stored properties of a struct made by its memberwise initialiser, in order.
    func memberwiseFields(_ callable: Callable, _ arguments: [Expression], _ range: SourceRange) -> [Expression] {
        guard let nominal = callable.owner else { return arguments }
        let table = environment.memberTable(of: nominal)
        return nominal.fields.enumerated().map { index, field in
            if let position = callable.parameters.firstIndex(where: { $0.name == field.name }) { return arguments[position] }
            guard let function = table.fieldDefaults[index] else { return failure(range) }
            return Expression(.call(function, []), field.type, range)
        }
    }

    /// The body of an initialiser: `self` is a variable that is complete at the end, and is the result.
    func initializerBody(_ own: Variable, _ items: CodeBlockItemListSyntax) -> [Statement] {
        own.isReassigned = true
        let range = own.range
        var body: [Statement] = [Statement(.declare(own, nil), range)]
        let fields = own.type.fields
        let defaults = own.type.nominal.map { environment.memberTable(of: $0).fieldDefaults } ?? [:]
        flow.unassignedFields = Set(fields.indices)
        if fields.isEmpty, own.type.nominal?.fields.isEmpty == false || isOpaque(own.type) {
            // An extension's initialiser of a library type assigns `self` whole.
            flow.unassigned.insert(ObjectIdentifier(own))
        }
        for (index, function) in defaults.sorted(by: { $0.key < $1.key }) {
            let place = Place(root: .variable(own), steps: [(.element(index), fields[index].type)], type: fields[index].type, range: range)
            body.append(Statement(.expression(Expression(.assign(place, Expression(.call(function, []), fields[index].type, range)), .void, range)), range))
            if fields[index].isMutable || true { flow.unassignedFields.remove(index) }
        }
        let inner = inScope { statements(items) }
        body += inner
        if !flow.isUnreachable {
            checkFieldsAssigned(own.type, at: range)
            body.append(Statement(.return(initializerResult(own, own.type, range)), range))
        }
        return body
    }

    private func isOpaque(_ type: Type) -> Bool {
        switch type.nominal?.form {
        case .structure: false
        default: true
        }
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
            error("'self' was not given a value before the initializer's end", at: range)
        }
    }

    private func checkRequirements(_ nominal: NominalType, at range: SourceRange) {
        let type = Type.make(.nominal(nominal, nominal.genericParameters.map { .make(.parameter($0)) }))
        for conformance in nominal.conformances {
            for name in environment.table.requirements[conformance.name] ?? [] where !hasMember(name, of: type) && methods(name, of: type, isStatic: true).isEmpty {
                error("type '\(nominal.name)' does not conform to protocol '\(conformance.name)'", at: range, help: "it needs '\(environment.table.requirementText(conformance.name, name))'")
            }
            if conformance.name == "Equatable" || conformance.name == "Hashable", nominal.equalityFunction == nil {
                for field in nominal.fields where !environment.conforms(field.type, to: conformance) {
                    error("type '\(nominal.name)' does not conform to protocol '\(conformance.name)': stored property '\(field.name)' of type '\(field.type)' does not", at: range)
                }
            }
        }
    }
}
