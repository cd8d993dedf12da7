import SwiftSyntax

/// A stored property as it is declared, its type perhaps still to be found.
final class FieldDraft {
    let name: String
    let range: SourceRange
    let isMutable: Bool
    let initializer: ExprSyntax?
    let observers: AccessorBlockSyntax?
    let isLazy: Bool
    var isOverride = false
    var isPrivate = false
    /// Its type is written with `!`.
    var isImplicit = false
    /// What is wrong with it was said; nothing else is said of what follows from it.
    var isWrong = false
    var type: Type?

    init(_ name: String, _ binding: PatternBindingSyntax, isMutable: Bool, isLazy: Bool, type: Type?) {
        self.name = name
        range = binding.sourceRange
        self.isMutable = isMutable
        self.isLazy = isLazy
        self.type = type
        initializer = binding.initializer?.value
        observers = binding.hasObservers ? binding.accessorBlock : nil
    }

    /// One of several that a tuple gives their values.
    init(_ name: String, _ range: SourceRange, _ initializer: ExprSyntax, isMutable: Bool, type: Type?) {
        self.name = name
        self.range = range
        self.isMutable = isMutable
        self.initializer = initializer
        self.type = type
        isLazy = false
        observers = nil
    }

    /// A lazy property is kept in an optional of another name.
    var storedName: String { isLazy ? "$__lazy_storage_$_\(name)" : name }
    var storedType: Type? { isLazy ? type.map(Type.optional) : type }
}

/// Stored properties: fields of values, and static ones.
extension Checker {
    func draftFields(of declaration: NominalDeclaration) {
        declaration.fields = fieldDrafts(declaration.parts.block, isStatic: false, isInStruct: declaration.nominal.form.isStructure)
        if case .enumeration = declaration.nominal.form, let field = declaration.fields.first {
            error("enums must not contain stored properties", at: field.range)
            declaration.fields = []
        }
        var seen = Set<String>()
        for field in declaration.fields where !seen.insert(field.name).inserted {
            error("invalid redeclaration of '\(field.name)'", at: field.range)
        }
        drafts[declaration.nominal] = declaration.fields.compactMap(\.storedType)
        declareStatics(fieldDrafts(declaration.parts.block, isStatic: true), of: declaration.nominal)
    }

    func fieldDrafts(_ block: MemberBlockSyntax, isStatic: Bool, isInStruct: Bool = false) -> [FieldDraft] {
        var result: [FieldDraft] = []
        for member in block.members {
            guard let variable = member.decl.as(VariableDeclSyntax.self), variable.isStatic == isStatic else { continue }
            if let attribute = variable.attributes.first(where: { !Checker.attributesWithoutEffect.contains($0.trimmedDescription) }) {
                if !isStatic { unsupported("attributes of a property are", at: attribute.sourceRange) }
            }
            let isMutable = variable.bindingSpecifier.tokenKind == .keyword(.var)
            let isLazy = variable.modifiers.contains { $0.name.text == "lazy" }
            let bindings = Array(variable.bindings)
            let isOverride = variable.modifiers.contains { $0.name.text == "override" }
            for (index, binding) in bindings.enumerated() where binding.accessorBlock == nil || binding.hasObservers && !isOverride {
                guard let identifier = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text else {
                    if !isMutable, !isStatic, binding.pattern.is(TuplePatternSyntax.self), isInStruct {
                        error("binding multiple 'let' stored properties from a single initializer expression in a struct is unsupported", at: binding.pattern.sourceRange, help: "write 'var', or one 'let' for each")
                        continue
                    }
                    if let parts = parts(of: binding.pattern, binding.initializer?.value, binding.typeAnnotation?.type) {
                        result += parts.map { FieldDraft($0.name, $0.range, $0.initializer, isMutable: isMutable, type: fieldType($0.type, $0.initializer)) }
                        continue
                    }
                    error("expected a name for the property", at: binding.sourceRange)
                    continue
                }
                let annotation = binding.typeAnnotation ?? (binding.initializer == nil ? bindings[index...].first { $0.typeAnnotation != nil }?.typeAnnotation : nil)
                let draft = FieldDraft(
                    Checker.plainName(identifier), binding, isMutable: isMutable, isLazy: isLazy,
                    type: annotation.map { settled(resolve($0.type)) })
                draft.isPrivate = variable.modifiers.contains { $0.name.text == "private" && $0.detail == nil }
                draft.isImplicit = annotation?.type.isImplicitlyUnwrapped ?? false
                draft.isOverride = variable.modifiers.contains { $0.name.text == "override" }
                if binding.hasObservers, !isMutable { error("'let' declarations cannot be observing properties", at: binding.sourceRange, help: "write 'var'") }
                if let annotation, lacksOpaqueValue(annotation.type, binding) {
                    draft.type = .error
                    draft.isWrong = true
                    result.append(draft)
                    continue
                }
                if isLazy {
                    if !isMutable { error("'lazy' cannot be used on a let", at: binding.sourceRange) }
                    if binding.initializer == nil { error("lazy properties must have an initializer", at: binding.sourceRange) }
                }
                if let type = draft.type, !isStatic {
                    let before = errorCount
                    draft.type = referenceType(type, variable.modifiers, at: binding.sourceRange)
                    draft.isWrong = errorCount > before
                }
                if draft.type == nil {
                    guard let initializer = draft.initializer else {
                        error("type annotation missing in pattern", at: binding.sourceRange)
                        draft.type = .error
                        result.append(draft)
                        continue
                    }
                    if !isLazy { draft.type = attempt { self.type(of: initializer) } }
                }
                result.append(draft)
            }
        }
        return result
    }

    private func fieldType(_ written: TypeSyntax?, _ initializer: ExprSyntax) -> Type? {
        written.map { settled(resolve($0)) } ?? attempt { type(of: initializer) }
    }

    /// `var (a, b) = (0, 1)`: each name with its part of the value.
    private func parts(of pattern: PatternSyntax, _ value: ExprSyntax?, _ type: TypeSyntax?) -> [FieldPart]? {
        guard let value else { return nil }
        if let name = pattern.as(IdentifierPatternSyntax.self) {
            return [FieldPart(name: Checker.plainName(name.identifier.text), range: name.sourceRange, initializer: value, type: type)]
        }
        guard let tuple = pattern.as(TuplePatternSyntax.self), let values = value.as(TupleExprSyntax.self), tuple.elements.count == values.elements.count else { return nil }
        let types = type?.as(TupleTypeSyntax.self)?.elements.map(\.type)
        if type != nil, types?.count != tuple.elements.count { return nil }
        var result: [FieldPart] = []
        for (index, (element, value)) in zip(tuple.elements, values.elements).enumerated() where !element.pattern.is(WildcardPatternSyntax.self) {
            guard let inner = parts(of: element.pattern, value.expression, types?[index]) else { return nil }
            result += inner
        }
        return result
    }

    private struct FieldPart {
        let name: String
        let range: SourceRange
        let initializer: ExprSyntax
        let type: TypeSyntax?
    }

    static let attributesWithoutEffect: Set<String> = [
        "@MainActor", "@discardableResult", "@inlinable", "@inline(__always)", "@usableFromInline", "@frozen", "@noDerivative", "@differentiable",
    ]

    /// The type an initial value has by itself.
    private func type(of initializer: ExprSyntax) -> Type {
        let probe = Function(name: "", source: currentSource, range: initializer.sourceRange)
        let outer = asksTypeAlone
        asksTypeAlone = true
        defer { asksTypeAlone = outer }
        var context = FunctionContext(result: nil)
        context.tryIsImplied = true
        let value = inFunction(probe, context: context, scope: Scope(parent: scope, function: probe)) {
            check(Node(initializer), expected: nil)
        }
        functions.removeAll { $0.parent === probe }
        return value.type
    }

    /// The type of a lazy property's initial value, which may use the properties that are known by now.
    private func lazyType(of initializer: ExprSyntax, _ declaration: NominalDeclaration) -> Type {
        let nominal = declaration.nominal
        nominal.fields = declaration.fields.compactMap { field in
            field.type.map { NominalType.Field(name: field.name, type: $0, isMutable: field.isMutable) }
        }
        defer { nominal.fields = [] }
        let probe = Function(name: "", source: currentSource, range: initializer.sourceRange)
        let outer = asksTypeAlone
        asksTypeAlone = true
        defer { asksTypeAlone = outer }
        let inner = Scope(parent: scope, function: probe)
        inner.memberType = declaration.type
        inner.selfType = declaration.type
        inner.selfVariable = Variable(name: "self", type: declaration.type, isMutable: true, range: initializer.sourceRange, owner: probe)
        let value = inFunction(probe, context: FunctionContext(result: nil), scope: inner) { check(Node(initializer), expected: nil) }
        functions.removeAll { $0.parent === probe }
        return value.type
    }

    /// All stored properties are known: the type is complete.
    func completeFields(of declaration: NominalDeclaration) {
        let nominal = declaration.nominal
        let table = environment.memberTable(of: nominal)
        for (index, draft) in declaration.fields.enumerated() {
            let type = draft.storedType ?? .error
            var field = NominalType.Field(name: draft.storedName, type: type, isMutable: draft.isMutable)
            field.isImplicit = draft.isImplicit
            nominal.fields.append(field)
            if draft.isLazy {
                table.fieldDefaults[index] = computed(draft.storedName, type, draft.range, in: declaration.scope) { _, _, _ in
                    [Statement(.return(Expression(.none, type, draft.range)), draft.range)]
                }
                declareLazy(draft, index, of: declaration)
            } else if let initializer = draft.initializer {
                table.fieldDefaults[index] = computed("\(nominal.name).\(draft.name)", type, draft.range, in: declaration.scope) { checker, function, _ in
                    let wanted = function.result.referent ?? function.result
                    var value = checker.coerce(checker.check(Node(initializer), expected: wanted), to: wanted, for: .initialization)
                    if wanted !== function.result, !value.type.isError { value = Expression(.makeWeak(value), function.result, value.range) }
                    return [Statement(.return(value), value.range)]
                }
            } else if draft.isMutable, (type.wrapped ?? type.referent?.wrapped) != nil {
                table.fieldDefaults[index] = computed("\(nominal.name).\(draft.name)", type, draft.range, in: declaration.scope) { _, function, _ in
                    [Statement(.return(Expression(.none, function.result, draft.range)), draft.range)]
                }
            }
            if draft.observers != nil { declareObservers(draft, index, of: declaration) }
        }
        drafts[nominal] = nil
        nominal.isComplete = true
        nominal.isFieldsKnown = true
        if declaration.type.isConcrete {
            for callable in table.fieldDefaults.sorted(by: { $0.key < $1.key }).map(\.value) {
                pending.append { [self] in _ = functionOf(callable, declaration.type) }
            }
        }
    }

    /// A function without parameters that computes a value, made for the types it is asked for.
    func computed(_ name: String, _ result: Type, _ range: SourceRange, in inner: Scope, _ body: @escaping (Checker, Function, Scope) -> [Statement]) -> Callable {
        let template = Template(body: [], parameterNames: [], source: source, range: range, scope: inner)
        template.builder = body
        template.parent = nil
        let callable = Callable(name: name, implementation: .template(template), source: source, range: range)
        callable.result = result
        callable.isStatic = true
        callable.owner = inner.memberType?.nominal
        return callable
    }

    /// Types of properties that only follow from their initial values, once members are known.
    func inferFields(of declarations: [NominalDeclaration], linking classes: inout [NominalDeclaration]) {
        var open = declarations
        while !open.isEmpty {
            let before = open.count + openStatics.count
            var left: [NominalDeclaration] = []
            for declaration in open {
                inScope(of: declaration) {
                    for field in declaration.fields where field.type == nil {
                        guard let initializer = field.initializer else { continue }
                        field.type = attempt { field.isLazy ? lazyType(of: initializer, declaration) : self.type(of: initializer) }
                    }
                }
                if declaration.fields.allSatisfy({ $0.type != nil }) {
                    completeFields(of: declaration)
                    addMemberwise(declaration)
                    linkClasses(&classes)
                } else {
                    left.append(declaration)
                }
            }
            open = left
            inferStatics(reports: false)
            if open.count + openStatics.count < before { continue }
            // Nothing more follows: say why.
            for declaration in open {
                inScope(of: declaration) {
                    for field in declaration.fields where field.type == nil {
                        field.type = field.initializer.map { field.isLazy ? lazyType(of: $0, declaration) : type(of: $0) } ?? .error
                    }
                }
                completeFields(of: declaration)
                addMemberwise(declaration)
                linkClasses(&classes)
            }
            open = []
        }
        inferStatics(reports: false)
        inferStatics(reports: true)
    }

    // MARK: Static

    struct OpenStatic {
        let draft: FieldDraft
        let nominal: NominalType
        let scope: Scope
    }

    func declareStatics(_ statics: [FieldDraft], of nominal: NominalType) {
        for draft in statics {
            if !nominal.genericParameters.isEmpty, !(scope.memberType?.isConcrete ?? false) {
                error("static stored properties not supported in generic types", at: draft.range, help: "make it a computed property: 'static var \(draft.name): … { … }'")
                continue
            }
            // What it is made of may still be being read.
            if let type = draft.type, type.isComplete {
                declareStatic(draft, type, of: nominal, in: scope)
            } else {
                openStatics.append(OpenStatic(draft: draft, nominal: nominal, scope: scope))
            }
        }
    }

    private func inferStatics(reports: Bool) {
        var open = openStatics
        openStatics = []
        open.removeAll { item in
            inScope(item.scope) {
                if let type = item.draft.type {
                    guard type.isComplete || reports else { return false }
                    declareStatic(item.draft, type, of: item.nominal, in: item.scope)
                    return true
                }
                guard let initializer = item.draft.initializer,
                    let type = reports ? type(of: initializer) : attempt({ self.type(of: initializer) })
                else { return false }
                declareStatic(item.draft, type, of: item.nominal, in: item.scope)
                return true
            }
        }
        openStatics = open
    }

    /// A static property is given its value when it is first used.
    private func declareStatic(_ draft: FieldDraft, _ type: Type, of nominal: NominalType, in inner: Scope) {
        let global = Global(name: "\(nominal.name).\(draft.name)", type: type, isMutable: draft.isMutable, range: draft.range)
        global.isUsedByFunction = true
        global.isImplicit = draft.isImplicit
        environment.memberTable(of: nominal).statics[draft.name] = global
        guard draft.initializer != nil || (draft.isMutable && type.wrapped != nil) else {
            if !type.isError { error("'static \(draft.isMutable ? "var" : "let")' declaration requires an initializer expression or an explicitly stated getter", at: draft.range) }
            return
        }
        if draft.observers != nil { observeStatic(draft, global, in: inner) }
        let function = Function(name: "\(nominal.name).\(draft.name)", source: source, range: draft.range)
        global.initializer = function
        functions.append(function)
        pending.append { [self] in
            var context = FunctionContext(result: .void)
            context.canThrow = false
            context.tryIsImplied = false
            inFunction(function, context: context, scope: Scope(parent: inner, function: function)) {
                flow = Flow()
                let value = draft.initializer.map { coerce(check(Node($0), expected: type), to: type, for: .initialization) } ?? Expression(.none, type, draft.range)
                function.body = [Statement(.declareGlobal(global, value), draft.range)]
            }
        }
    }

    // MARK: Lazy

    /// A lazy property: kept in an optional field, computed when it is first read.
    private func declareLazy(_ draft: FieldDraft, _ index: Int, of declaration: NominalDeclaration) {
        let type = draft.type ?? .error
        let isObject = isReferenceType(declaration.type)
        let range = draft.range
        let getter = member(draft.name, parameters: [], result: type, isMutating: !isObject, of: declaration, range) { checker, function, inner in
            guard let initializer = draft.initializer, let own = inner.selfVariable else { return [] }
            let place = checker.fieldPlace(own, declaration.slot(index, own.type), range)
            let known = checker.temporary(function.result, range)
            let value = checker.coerce(checker.check(Node(initializer), expected: function.result), to: function.result, for: .initialization)
            let fresh = checker.temporary(function.result, range)
            let kept = Expression(.wrap(Expression(.variable(fresh), function.result, range)), place.type, range)
            return [
                Statement(.if([.bind(known, checker.fieldValue(own, declaration.slot(index, own.type), range))], [Statement(.return(Expression(.variable(known), function.result, range)), range)], []), range),
                Statement(.declare(fresh, value), range),
                Statement(.expression(Expression(.assign(place, kept), .void, range)), range),
                Statement(.return(Expression(.variable(fresh), function.result, range)), range),
            ]
        }
        getter.isGetter = true
        let property = Property(name: draft.name, type: type, getter: getter)
        property.setter = member(draft.name, parameters: [Callable.Parameter(label: nil, name: "newValue", type: type)], result: .void, isMutating: !isObject, of: declaration, range) { checker, function, inner in
            guard let own = inner.selfVariable, let value = function.parameters.last else { return [] }
            let place = checker.fieldPlace(own, declaration.slot(index, own.type), range)
            let kept = Expression(.wrap(Expression(.variable(value), value.type, range)), place.type, range)
            return [Statement(.expression(Expression(.assign(place, kept), .void, range)), range)]
        }
        environment.memberTable(of: declaration.nominal).properties[draft.name, default: []].append(property)
        if declaration.type.isConcrete {
            pending.append { [self] in _ = functionOf(getter, declaration.type) }
        }
    }

    /// A method, its body made for each set of types.
    func member(_ name: String, parameters: [Callable.Parameter], result: Type, isMutating: Bool, of declaration: NominalDeclaration, _ range: SourceRange, _ body: @escaping (Checker, Function, Scope) -> [Statement]) -> Callable {
        let template = Template(body: [], parameterNames: parameters.map(\.name), source: source, range: range, scope: declaration.scope)
        template.builder = body
        let callable = Callable(name: name, implementation: .template(template), source: source, range: range)
        callable.parameters = parameters
        callable.result = result
        callable.isMutating = isMutating
        callable.owner = declaration.nominal
        return callable
    }

    /// The place of a stored property of `self`.
    func fieldPlace(_ own: Variable, _ index: Int, _ range: SourceRange) -> Place {
        let type = own.type.fields[index].type
        if isReferenceType(own.type) {
            return Place(root: .value(Expression(.variable(own), own.type, range)), steps: [(.objectField(index), type)], type: type, range: range)
        }
        return Place(root: .variable(own), steps: [(.element(index), type)], type: type, range: range)
    }

    func fieldValue(_ own: Variable, _ index: Int, _ range: SourceRange) -> Expression {
        let base = Expression(.variable(own), own.type, range)
        let type = own.type.fields[index].type
        return Expression(isReferenceType(own.type) ? .objectField(base, index) : .element(base, index), type, range)
    }

    // MARK: Observers

    /// `willSet` and `didSet`: assigning the property from outside goes through a setter that calls them.
    private func declareObservers(_ draft: FieldDraft, _ index: Int, of declaration: NominalDeclaration) {
        guard case .accessors(let accessors)? = draft.observers?.accessors, let type = draft.type else { return }
        if let getter = accessors.first(where: { [.keyword(.get), .keyword(.set)].contains($0.accessorSpecifier.tokenKind) }),
            let observer = accessors.first(where: { [.keyword(.willSet), .keyword(.didSet)].contains($0.accessorSpecifier.tokenKind) })
        {
            error("'\(observer.accessorSpecifier.text)' cannot be provided together with a \(getter.accessorSpecifier.text)ter", at: observer.accessorSpecifier.sourceRange)
        }
        let isObject = isReferenceType(declaration.type)
        func observer(_ keyword: Keyword, _ defaultName: String) -> Callable? {
            guard let accessor = accessors.first(where: { $0.accessorSpecifier.tokenKind == .keyword(keyword) }), let body = accessor.body else { return nil }
            let name = accessor.parameters?.name.text ?? defaultName
            let parameter = Callable.Parameter(label: nil, name: name, type: type)
            return member("\(draft.name).\(keyword == .willSet ? "willSet" : "didSet")", parameters: [parameter], result: .void, isMutating: !isObject, of: declaration, accessor.sourceRange) { checker, function, _ in
                checker.context.directField = draft.name
                return checker.functionBody(body.statements, result: .void, range: accessor.sourceRange)
            }
        }
        let willSet = observer(.willSet, "newValue")
        let didSet = observer(.didSet, "oldValue")
        if !declaration.type.isConcrete {
            for case let callable? in [willSet, didSet] {
                if case .template(let template) = callable.implementation { openBodies.append((callable, template)) }
            }
        }
        let range = draft.range
        let setter = member(draft.name, parameters: [Callable.Parameter(label: nil, name: "newValue", type: type)], result: .void, isMutating: !isObject, of: declaration, range) { checker, function, inner in
            guard let own = inner.selfVariable, let value = function.parameters.last else { return [] }
            func call(_ observer: Callable, _ argument: Variable) -> Statement? {
                guard let function = checker.functionOf(observer, own.type) else { return nil }
                let receiver = isObject
                    ? Expression(.variable(own), own.type, range)
                    : Expression(.address(Place(root: .variable(own), steps: [], type: own.type, range: range)), own.type, range)
                return Statement(.expression(Expression(.call(function, [receiver, Expression(.variable(argument), argument.type, range)]), .void, range)), range)
            }
            let old = checker.temporary(value.type, range)
            var body: [Statement] = []
            if didSet != nil { body.append(Statement(.declare(old, checker.fieldValue(own, declaration.slot(index, own.type), range)), range)) }
            if let willSet, let statement = call(willSet, value) { body.append(statement) }
            let place = checker.fieldPlace(own, declaration.slot(index, own.type), range)
            body.append(Statement(.expression(Expression(.assign(place, Expression(.variable(value), value.type, range)), .void, range)), range))
            if let didSet, let statement = call(didSet, old) { body.append(statement) }
            return body
        }
        let getter = member(draft.name, parameters: [], result: type, isMutating: false, of: declaration, range) { checker, _, inner in
            guard let own = inner.selfVariable else { return [] }
            return [Statement(.return(checker.fieldValue(own, declaration.slot(index, own.type), range)), range)]
        }
        let property = Property(name: draft.name, type: type, getter: getter)
        property.setter = setter
        environment.memberTable(of: declaration.nominal).observed[draft.name] = property
        if declaration.type.isConcrete {
            pending.append { [self] in _ = functionOf(setter, declaration.type) }
        }
    }
}
