import SwiftParser
import SwiftSyntax

/// Members: what stands behind a dot.
extension Checker {
    /// What a type's own generic parameters stand for.
    func substitution(for type: Type) -> Substitution {
        var result = environment.memberSubstitution(for: type)
        // Associated types of associated types, as far as some declaration names them.
        for (parameter, known) in result.types where !parameter.members.isEmpty {
            _ = bindMembers(of: parameter, known, &result)
        }
        return result
    }

    func tupleIndex(_ name: String, _ elements: [Type.TupleElement]) -> Int? {
        if let number = Int(name) { return elements.indices.contains(number) ? number : nil }
        return elements.firstIndex { $0.label == name }
    }

    /// A computed or static property of that name, extensions of the type's protocols included.
    func property(_ name: String, of type: Type, isStatic: Bool = false) -> Property? {
        if let offered = offeredProperty(name, of: type, isStatic: isStatic) { return offered }
        var best: Property?
        for nominal in memberSources(of: type) {
            let found = environment.members(named: name, of: nominal).properties[name] ?? []
            for property in found where property.isStatic == isStatic {
                // `.all` of what subscripts a tensor is a TensorIndex, not any type that can be a subscript.
                if isStatic, nominal.form.isProtocol, !nominal.hasPlainValues, !type.isExistential, property.declaration != nil, property.type !== type { continue }
                if property.getter.isRequirement {
                    if type.isExistential || type.isStandIn { return property }
                    continue
                }
                guard requirementsHold(property.getter, substitution(for: type)), !isSettledAbove(property.getter, type) else { continue }
                // Of several extensions the one that asks for most.
                func weight(_ one: Property) -> Int { one.getter.conformances.count + one.getter.sameTypes.count }
                if let known = best, weight(known) >= weight(property) { continue }
                best = property
            }
            if best != nil, !nominal.form.isProtocol || !type.isExistential && !nominal.isDeclaredByCell { return best }
        }
        return best
    }

    /// Methods (or initialisers, subscripts) of that name.
    func methods(_ name: String, of type: Type, isStatic: Bool = false) -> [Callable] {
        var result: [Callable] = []
        for nominal in memberSources(of: type) {
            for callable in environment.members(named: name, of: nominal).callables[name] ?? []
            where callable.isStatic == isStatic && !isForOthers(callable, of: nominal, type) {
                if isHidden(callable, behind: result) { continue }
                if isStatic, nominal.form.isProtocol, !nominal.hasPlainValues, !type.isExistential, callable.declaration != nil, callable.result !== type { continue }
                if callable.isRequirement, !type.isExistential, !type.isStandIn { continue }
                if name == "init", nominal !== type.nominal, nominal.form.isReference { continue }
                if nominal.form.isReference, isReplaced(callable, by: result) { continue }
                result.append(callable)
            }
        }
        if type.isExistential || type.isStandIn, result.contains(where: \.isRequirement) {
            // What the type behind it has goes before what an extension of the protocol offers.
            let required = result.filter(\.isRequirement)
            result.removeAll { one in !one.isRequirement && required.contains { $0.reference == one.reference } }
        }
        return preferringOffered(result, name, of: type)
    }

    /// What a cell's collections have by `replaceSubrange`, and those of the library by themselves.
    private func isForOthers(_ callable: Callable, of source: NominalType, _ type: Type) -> Bool {
        guard source.form.isProtocol, callable.declaration != nil, let nominal = type.nominal, nominal !== source, !nominal.isDeclaredByCell else { return false }
        return source.name == "RangeReplaceableCollection" && !source.isDeclaredByCell
    }

    /// Parts of a collection are its own slices; what a sequence would make of them is not in sight. Nor is the general
    /// way of sorting where a type has its own.
    private func isHidden(_ callable: Callable, behind others: [Callable]) -> Bool {
        guard callable.declaration != nil else { return false }
        let labels = callable.parameters.map(\.label)
        switch callable.owner?.name {
        case "Sequence":
            return ["prefix", "suffix", "dropFirst", "dropLast", "drop", "split"].contains(callable.name)
                && others.contains { $0.parameters.map(\.label) == labels }
        case "Collection" where callable.name == "subscript" && callable.parameters.first?.type.nominal === NominalType.range:
            return others.contains { $0.owner !== callable.owner && $0.parameters.first?.type.nominal === NominalType.range }
        case "MutableCollection", "SetAlgebra":
            return others.contains { $0.owner !== callable.owner && $0.parameters.map(\.label) == labels }
        default: return false
        }
    }

    /// The type's own declaration first, then the protocols it conforms to.
    private func memberSources(of type: Type) -> [NominalType] {
        switch type.kind {
        case .nominal(let nominal, _): return [nominal] + classesAbove(type) + environment.protocols(of: type)
        case .existential(let nominal): return [nominal] + environment.protocols(of: type).filter { $0 !== nominal }
        default: return []
        }
    }

    private func classesAbove(_ type: Type) -> [NominalType] {
        var result: [NominalType] = []
        var current = type.superclass
        while let here = current, let nominal = here.nominal {
            result.append(nominal)
            current = here.superclass
        }
        return result
    }

    /// Whether a member of a class above is replaced by one that was found before.
    private func isReplaced(_ callable: Callable, by found: [Callable]) -> Bool {
        guard let root = callable.root else { return false }
        return found.contains { $0.root === root }
    }

    func hasMember(_ name: String, of type: Type) -> Bool {
        type.fields.contains { $0.name == name } || property(name, of: type) != nil
            || !methods(name, of: type).isEmpty
    }

    func hasStaticMember(_ name: String, of type: Type) -> Bool {
        if type.wrapped != nil, name == "none" || name == "some" { return true }
        guard let nominal = type.nominal else {
            return property(name, of: type, isStatic: true) != nil || !methods(name, of: type, isStatic: true).isEmpty
        }
        if name == "init" { return true }
        return staticVariable(name, of: type) != nil
            || nominal.cases.contains { $0.name == name }
            || property(name, of: type, isStatic: true) != nil || !methods(name, of: type, isStatic: true).isEmpty
    }

    func memberNames(of type: Type, isStatic: Bool = false) -> [String] {
        var names = Set<String>()
        if !isStatic { names.formUnion(type.fields.map(\.name)) }
        for nominal in memberSources(of: type) {
            for name in environment.isOfLibrary(nominal) ? environment.table.names(of: nominal.name) : [] where name != "init" && name != "subscript" {
                let declared = environment.table.declarations(named: name, of: nominal.name)
                if declared.contains(where: { $0.isStatic == isStatic }) { names.insert(name) }
            }
            let own = environment.memberTable(of: nominal)
            if isStatic { names.formUnion(own.types.keys) }
            names.formUnion(own.callables.filter { $0.key != "init" && $0.key != "subscript" && $0.value.contains { $0.isStatic == isStatic } }.keys)
            names.formUnion(own.properties.filter { $0.value.contains { $0.isStatic == isStatic } }.keys)
            if isStatic { names.formUnion(own.statics.keys) }
            if isStatic { names.formUnion(nominal.cases.map(\.name)) }
        }
        if let elements = type.tupleElements {
            names.formUnion(elements.enumerated().map { $1.label.isEmpty ? String($0) : $1.label })
        }
        return names.filter { $0.first.map { $0.isLetter || $0.isNumber } ?? false }.sorted()
    }

    // MARK: base.name

    func member(_ syntax: MemberAccessExprSyntax, expected: Type?) -> Expression {
        let range = syntax.sourceRange
        let nameRange = syntax.declName.sourceRange
        let name = Checker.plainName(syntax.declName.baseName.text)
        if name == Probe.marker, let probe {
            note(syntax, probe, expected)
            return failure(range)
        }
        let outerLabels = writtenLabels
        writtenLabels = syntax.declName.labels
        defer { writtenLabels = outerLabels }
        guard let baseSyntax = syntax.base else {
            guard let expected = implicitBases[syntax.id] ?? expected else { return fail("cannot infer contextual base in reference to member '\(name)'", at: range) }
            let target = expected.wrapped.map { hasStaticMember(name, of: expected) ? expected : $0 } ?? expected
            if let value = staticMember(name, of: target, range: range, nameRange: nameRange, expected: expected) { return value }
            return unknownStatic(name, of: target, nameRange)
        }
        if name == "self", let type = writtenType(baseSyntax) { return Expression(.type, .make(.metatype(type)), range) }
        if let chain = openChain(ExprSyntax(syntax)) { return finishChain(chain, ExprSyntax(syntax), expected) }
        if name == "init", expected?.function != nil, let nominal = openGeneric(baseSyntax) {
            return functionValue("init", openCandidates("init", of: nominal, written: baseSyntax), range, expected)
        }
        if let value = moduleMember(syntax, expected: expected) { return value }
        if baseSyntax.is(SuperExprSyntax.self) { return superMember(name, range: range, nameRange: nameRange, expected: expected) }
        let base = Node(baseSyntax)
        if name == "self", let own = dynamicSelf(baseSyntax) { return own }
        if let own = dynamicSelf(baseSyntax), let value = memberOfMetatype(own, own.type.metatypeOf, name, range: range, nameRange: nameRange, expected: expected) { return value }
        if let type = typeReference(base) {
            if name == "self" { return Expression(.type, .make(.metatype(type)), range) }
            if isInaccessible(name, of: type, at: nameRange) { return failure(range) }
            if let value = staticMember(name, of: type, range: range, nameRange: nameRange, expected: expected) { return value }
            if let value = unapplied(name, of: type, written: baseSyntax, expected: expected, at: range) { return value }
            if hasMember(name, of: type) {
                return fail("instance member '\(name)' cannot be used on type '\(type)'; did you mean to use a value of this type instead?", at: nameRange, help: "make a value first: '\(type)(…).\(name)'")
            }
            return unknownStatic(name, of: type, nameRange)
        }
        if let nominal = openGeneric(baseSyntax) {
            let wanted = expected?.nominal === nominal ? expected : expected?.wrapped?.nominal === nominal ? expected?.wrapped : nil
            if let wanted, let value = staticMember(name, of: wanted, range: range, nameRange: nameRange, expected: expected) { return value }
            if name == "init" {
                return functionValue("init", openCandidates("init", of: nominal, written: baseSyntax), range, expected)
            }
            if expected?.function != nil || expected?.wrapped?.function != nil {
                // `map(Box.full)`: what it is given says of what type.
                if nominal === NominalType.optional, name == "some" { return functionValue("init", openCandidates("init", of: nominal), range, expected) }
                let candidates = openCandidates(name, of: nominal, written: baseSyntax)
                if !candidates.isEmpty { return functionValue(name, candidates, range, expected) }
            }
            return fail("generic parameter '\(nominal.genericParameters[0].name)' could not be inferred", at: baseSyntax.sourceRange, help: "write '\(nominal.name)<…>.\(name)'")
        }
        let outer = isReachingField
        isReachingField = baseSyntax.trimmedDescription == "self"
        let value = check(base, expected: nil)
        isReachingField = outer
        if value.type.isError || isInaccessible(name, of: value.type, at: nameRange) { return failure(range) }
        return memberOf(value, value.type, name, range: range, nameRange: nameRange, node: base, expected: expected)
            ?? unknownMember(name, of: value.type, nameRange)
    }

    /// `Counter.plus`: a method without its value, a function from a value to what the method is of it.
    private func unapplied(_ name: String, of type: Type, written base: ExprSyntax, expected: Type?, at range: SourceRange) -> Expression? {
        guard !methods(name, of: type).isEmpty, !(property(name, of: type) != nil || type.fields.contains { $0.name == name }) else { return nil }
        let labels = writtenLabels.map { "(\(Checker.labelText($0)))" } ?? ""
        var parser = Parser("{ (value: \(base.trimmedDescription)) in value.\(name)\(labels) }")
        guard let closure = ExprSyntax.parse(from: &parser).as(ClosureExprSyntax.self) else { return nil }
        let result = expected?.function?.result
        return attempt {
            let value = checkClosure(
                closure, parameters: [Type.Parameter(type: type)], result: result?.isConcrete ?? false ? result : nil, canThrow: nil, isEscaping: true)
            return Expression(value.kind, value.type, range)
        }
    }

    /// The property, element or method of that name; nil where the type has none.
    func memberOf(_ value: Expression, _ type: Type, _ name: String, range: SourceRange, nameRange: SourceRange, node: Node?, expected: Type?, isSuper: Bool = false) -> Expression? {
        if name == "init" {
            if case .metatype = type.kind {} else { return notOfValues(at: nameRange) }
        }
        if name == "self" { return value }
        let (value, type) = isForced(value, for: name) ? (forced(value), type.wrapped ?? type) : (value, type)
        if type.isExistential, case let object = openedClass(value, for: name), object.type !== type {
            return memberOf(object, object.type, name, range: range, nameRange: nameRange, node: node, expected: expected)
        }
        if type.isExistential, case let elements = sequenced(value), elements.type !== type {
            return memberOf(elements, elements.type, name, range: range, nameRange: nameRange, node: nil, expected: expected)
        }
        if case .metatype(let named) = type.kind { return memberOfMetatype(value, named, name, range: range, nameRange: nameRange, expected: expected) }
        if let elements = type.tupleElements {
            guard let index = tupleIndex(name, elements) else { return nil }
            return Expression(.element(value, index), elements[index].type, range)
        }
        let fields = type.fields
        if let index = fields.firstIndex(where: { $0.name == name }), !isDynamicField(name, of: type), offeredProperty(name, of: type, isStatic: false) == nil {
            if type.isClass, context.isDelegating || index < type.superclass?.fields.count ?? 0, isOwnSelf(value), let problem = useBeforeInitialization(" in property access '\(name)'") {
                return fail(problem, at: nameRange)
            }
            if context.isInitializer, case .variable(let variable) = value.kind, variable === scope.nearestSelf?.variable, flow.unassignedFields.contains(index) {
                return fail("'self.\(name)' used before being initialized", at: nameRange)
            }
            let kind: Expression.Kind = isReferenceType(type) ? .objectField(value, index) : .element(value, index)
            return loaded(Expression(kind, fields[index].type, range)).implicit(fields[index].isImplicit)
        }
        if let property = dynamicField(name, of: type) ?? settledProperty(name, at: nameRange) ?? property(name, of: type) {
            if isOwnSelf(value), let problem = useBeforeInitialization(" in property access '\(name)'") { return fail(problem, at: nameRange) }
            if property.getter.canThrow { noteThrow(at: nameRange, name: name) }
            return build(
                Candidate(callable: property.getter, substitution: substitution(for: type), receiver: .value(value, node), isSuper: isSuper),
                [], substitution(for: type), at: range, nameRange: nameRange)
        }
        let methods = methods(name, of: type)
        if !methods.isEmpty {
            let candidates = methods.map { Candidate(callable: $0, substitution: substitution(for: type), receiver: .value(value, node), isSuper: isSuper) }
            return functionValue(name, candidates, range, expected)
        }
        return describing(value, name, range) ?? dynamicMember(value, name, range, expected)
    }

    /// `description` of what is only known to have one.
    private func describing(_ value: Expression, _ name: String, _ range: SourceRange) -> Expression? {
        let kinds = ["description": ("CustomStringConvertible", "describing"), "debugDescription": ("CustomDebugStringConvertible", "reflecting")]
        guard value.type.isExistential, let (kind, label) = kinds[name], let nominal = environment.protocolNamed(kind), environment.conforms(value.type, to: nominal),
            let make = environment.members(named: "init", of: .string).callables["init"]?.first(where: { $0.parameters.map(\.label) == [label] }),
            let generic = make.genericParameters.first
        else { return nil }
        var types = Substitution()
        types.types[generic] = value.type
        return build(Candidate(callable: make), [value], types, at: range, nameRange: range)
    }

    /// Whether an expression is the `self` of the function around.
    func isOwnSelf(_ value: Expression) -> Bool {
        guard case .variable(let variable) = value.kind else { return false }
        return variable === scope.nearestSelf?.variable
    }

    /// A stored property that some class below replaces.
    func dynamicField(_ name: String, of type: Type) -> Property? {
        var current: Type? = type
        while let here = current, let nominal = here.nominal, nominal.form.isReference {
            if let found = environment.members(named: name, of: nominal).properties[name]?.first(where: { !$0.isStatic }), !isSettledAbove(found.getter, type) { return found }
            if let found = environment.memberTable(of: nominal).dynamicFields[name] { return found }
            current = here.superclass
        }
        return nil
    }

    /// A stored property that is reached as it lies in the object: in its own observers, and in the initialisers of
    /// the class that declares it.
    func isDirectField(_ name: String, of type: Type) -> Bool {
        if context.directField == name { return true }
        guard context.isInitializer, scope.nearestSelf?.type === type else { return false }
        return type.nominal?.fields.contains { $0.name == name } ?? false
    }

    /// A stored property with observers, and the class that declares it.
    func observedField(_ name: String, of type: Type) -> (Type, Property)? {
        var current: Type? = type
        while let here = current, let nominal = here.nominal {
            if let found = environment.memberTable(of: nominal).observed[name] { return (here, found) }
            current = here.superclass
        }
        return nil
    }

    /// The accessors of a stored property that some class below replaces.
    func dynamicFieldProperty(_ name: String, of type: Type) -> Property? {
        type.isClass ? dynamicField(name, of: type) : nil
    }

    private func isDynamicField(_ name: String, of type: Type) -> Bool {
        type.isClass && !isDirectField(name, of: type) && dynamicField(name, of: type) != nil
    }

    /// `value.name` where the type has `subscript(dynamicMember:)`.
    private func dynamicMember(_ value: Expression, _ name: String, _ range: SourceRange, _ expected: Type?) -> Expression? {
        let type = value.type
        let all = dynamicMemberGetters(of: type)
        guard let getter = all.first else {
            return keyPathMember(name, of: type, range).map { build(Candidate(callable: $0.getter, substitution: $0.types, receiver: .value(value, nil)), [$0.path], $0.types, at: range, nameRange: range) }
        }
        if all.count > 1 || !getter.genericParameters.isEmpty {
            // What is wanted decides what the member is.
            var parser = Parser("\"\(name)\"")
            let argument = CallArgument(label: "dynamicMember", node: Node(ExprSyntax.parse(from: &parser)), range: range)
            let candidates = all.map { Candidate(callable: $0, substitution: substitution(for: type), receiver: .value(value, nil)) }
            return resolveCall("subscript", candidates, [argument], at: range, nameRange: range, expected: expected)
        }
        let key = Expression(.string(name), .string, range)
        return build(Candidate(callable: getter, substitution: substitution(for: type), receiver: .value(value, nil)), [key], substitution(for: type), at: range, nameRange: range)
    }

    /// `subscript<V>(dynamicMember: KeyPath<Root, V>)`: the member is one of `Root`.
    func keyPathMember(_ name: String, of type: Type, _ range: SourceRange) -> (getter: Callable, path: Expression, types: Substitution)? {
        for getter in methods("subscript", of: type) where getter.parameters.count == 1 && getter.parameters[0].label == "dynamicMember" && isKeyPath(getter.parameters[0].type) {
            var types = substitution(for: type)
            let wanted = getter.parameters[0].type.substituting(types)
            var parser = Parser("\\.\(name)")
            let node = Node(ExprSyntax.parse(from: &parser))
            guard let path = attempt({ check(node, expected: wanted) }), isKeyPath(path.type), zip(wanted.arguments, path.type.arguments).allSatisfy({ unify($0, $1, &types) }),
                let given = attempt({ coerce(path, to: wanted.substituting(types), for: .argument) }), requirementsHold(getter, types)
            else { continue }
            return (getter, Expression(given.kind, given.type, range), types)
        }
        return nil
    }

    func dynamicMemberGetter(of type: Type) -> Callable? {
        dynamicMemberGetters(of: type).first
    }

    private func dynamicMemberGetters(of type: Type) -> [Callable] {
        methods("subscript", of: type).filter { $0.parameters.count == 1 && $0.parameters[0].label == "dynamicMember" && $0.parameters[0].type === Type.string }
    }

    func unknownMember(_ name: String, of type: Type, _ range: SourceRange) -> Expression {
        if type.isError { return failure(range) }
        if let wrapped = type.wrapped, hasMember(name, of: wrapped) {
            return fail(
                "value of optional type '\(type)' must be unwrapped to refer to member '\(name)' of wrapped base type '\(wrapped)'",
                at: range, help: "chain with '?.\(name)', or force-unwrap with '!.\(name)'")
        }
        if hasStaticMember(name, of: type) {
            return fail("static member '\(name)' cannot be used on instance of type '\(type)'", at: range, help: "write '\(type).\(name)'")
        }
        if name.contains("Unsafe") { return fail("unsafe pointers are not part of the cell language", at: range, help: "'\(name)' is not here; work with the elements themselves") }
        let foreign = foreignMember(name, of: type)
        let near = closestName(to: name, among: memberNames(of: type))
        return fail(
            "value of \(type.tupleElements == nil ? "" : "tuple ")type '\(type)' has no member '\(name)'", at: range,
            help: foreign ?? near.map { "did you mean '\($0)'?" },
            fixIts: foreign == nil ? near.map { [Diagnostic.FixIt(range: range, replacement: $0)] } ?? [] : [])
    }

    func unknownStatic(_ name: String, of type: Type, _ range: SourceRange) -> Expression {
        if type.isError { return failure(range) }
        let near = closestName(to: name, among: memberNames(of: type, isStatic: true))
        return fail(
            "type '\(type)' has no member '\(name)'", at: range,
            help: foreignMember(name, of: type) ?? near.map { "did you mean '\($0)'?" })
    }

    /// What another library's spelling is called here.
    private func foreignMember(_ name: String, of type: Type) -> String? {
        let owners = [type.nominal?.name ?? "\(type)"] + environment.protocols(of: type).map(\.name)
        if let hint = environment.table.foreignHint(member: name, of: owners) { return hint }
        guard let camel = ForeignSpellings.camelCase(name), memberNames(of: type).contains(camel) || memberNames(of: type, isStatic: true).contains(camel) else { return nil }
        return "'\(name)' is spelled '\(camel)' here"
    }

    /// `Type.name`, or `.name` where the context gives the type.
    func staticMember(_ name: String, of type: Type, range: SourceRange, nameRange: SourceRange, expected: Type?) -> Expression? {
        if type.wrapped != nil, name == "none" { return Expression(.none, type, range) }
        if let property = settledProperty(name, at: nameRange), property.isStatic {
            return build(staticCandidate(property.getter, of: type), [], substitution(for: type), at: range, nameRange: nameRange)
        }
        if let nominal = type.nominal {
            if let global = staticVariable(name, of: type) { return read(global, range) }
            if let callable = caseCallable(name, of: nominal) {
                let candidate = Candidate(callable: callable, substitution: substitution(for: type))
                if callable.parameters.isEmpty { return build(candidate, [], candidate.substitution, at: range, nameRange: nameRange) }
                if expected?.function == nil, expected?.wrapped?.function == nil, let expected, expected.nominal === nominal {
                    let payload = callable.parameters.map { ($0.label.map { $0 + ": " } ?? "") + "\($0.type.substituting(candidate.substitution))" }.joined(separator: ", ")
                    return fail(
                        "member '\(name)' expects argument of type '\(callable.parameters.count == 1 && callable.parameters[0].label == nil ? payload : "(\(payload))")'", at: nameRange,
                        help: "write '.\(name)(…)'")
                }
                return functionValue(name, [candidate], range, expected)
            }
        }
        if let property = property(name, of: type, isStatic: true) {
            return build(staticCandidate(property.getter, of: type), [], substitution(for: type), at: range, nameRange: nameRange)
        }
        let methods = methods(name, of: type, isStatic: true)
        if !methods.isEmpty {
            return functionValue(name, methods.map { staticCandidate($0, of: type) }, range, expected)
        }
        if name == "init" {
            let candidates = initializers(of: type)
            return candidates.isEmpty ? nil : functionValue("init", candidates, range, expected)
        }
        return nil
    }

    /// A static member as one of the type it is asked of.
    func staticCandidate(_ callable: Callable, of type: Type) -> Candidate {
        var candidate = Candidate(callable: callable, substitution: substitution(for: type))
        candidate.staticType = type
        return candidate
    }

    func initializers(of type: Type) -> [Candidate] {
        guard let nominal = type.nominal else { return [] }
        let own = environment.members(named: "init", of: nominal).callables["init"] ?? []
        let inherited = environment.protocols(of: type).filter(\.hasPlainValues).flatMap { source in
            (environment.members(named: "init", of: source).callables["init"] ?? []).filter { !isForOthers($0, of: source, type) }
        }
        return (own + inherited).filter { !$0.isRequirement || type.isStandIn }.map { Candidate(callable: $0, substitution: substitution(for: type)) }
    }

    /// A stored static property, of the type or of a class above.
    func staticVariable(_ name: String, of type: Type) -> Global? {
        var current: Type? = type
        while let here = current, let nominal = here.nominal {
            if let global = environment.members(named: name, of: nominal).statics[name] { return global }
            current = here.superclass
        }
        return nil
    }

    /// The type that an expression names: `Int`, `[Double]`, `Stack<Int>`, `Tensor<Float>`.
    func typeReference(_ node: Node) -> Type? {
        guard case .syntax(let syntax) = node else { return nil }
        switch syntax.as(ExprSyntaxEnum.self) {
        case .declReferenceExpr(let reference):
            let text = reference.baseName.text
            if text == "Self" { return scope.memberTypeInSight }
            guard environment.mayNameType(text), case .entity(let entity)? = lookUpName(text), case .type(let type) = entity else { return nil }
            return type
        case .memberAccessExpr(let member):
            let name = member.declName.baseName.text
            guard environment.mayNameType(name), let base = member.base else { return nil }
            if name == "Type", let type = typeReference(Node(base)) { return .make(.metatype(type)) }
            if let written = environment.table.types[syntax.trimmedDescription], written.genericParameters.isEmpty { return .make(.nominal(written, [])) }
            guard let outer = typeReference(Node(base)) else { return nil }
            if case .type(let type)? = nestedType(name, in: outer) { return settled(type) }
            return environment.associatedType(name, of: outer)
        case .typeExpr(let type): return resolve(type.type)
        case .genericSpecializationExpr(let specialization):
            var outer: Type?
            var found: Entity?
            if let reference = specialization.expression.as(DeclReferenceExprSyntax.self) {
                found = lookUp(reference.baseName.text)?.entity
            } else if let member = specialization.expression.as(MemberAccessExprSyntax.self), let base = member.base {
                outer = typeReference(Node(base))
                found = outer.flatMap { nestedType(member.declName.baseName.text, in: $0) }
            }
            switch found {
            case .type(let type)?:
                guard let nominal = type.nominal, nominal.genericParameters.count > nominal.inheritedParameterCount else { return type }
                return apply(.genericType(nominal), to: resolve(specialization.genericArgumentClause), inside: outer, specialization.sourceRange)
            case .genericType?, .alias?:
                return apply(found!, to: resolve(specialization.genericArgumentClause), inside: outer, specialization.sourceRange)
            default: return nil
            }
        case .arrayExpr(let array):
            guard array.elements.count == 1, let element = typeReference(Node(array.elements.first!.expression)) else { return nil }
            return .array(element)
        case .dictionaryExpr(let dictionary):
            guard case .elements(let elements) = dictionary.content, elements.count == 1, let only = elements.first,
                let key = typeReference(Node(only.key)), let value = typeReference(Node(only.value))
            else { return nil }
            return .make(.nominal(.dictionary, [key, value]))
        case .optionalChainingExpr(let optional):
            return typeReference(Node(optional.expression)).map(Type.optional)
        case .tupleExpr(let tuple) where tuple.elements.count > 1:
            // `[(x: Int, name: String)]()`
            var elements: [Type.TupleElement] = []
            for element in tuple.elements {
                guard let type = typeReference(Node(element.expression)) else { return nil }
                elements.append(Type.TupleElement(label: element.label?.text ?? "", type: type))
            }
            return .make(.tuple(elements))
        default: return nil
        }
    }

    /// A type in front of `.self` that is no plain name: `Int?`, `(Int, String)`, `(Int) -> Bool`, `any P`.
    private func writtenType(_ syntax: ExprSyntax) -> Type? {
        if !syntax.is(OptionalChainingExprSyntax.self), !syntax.is(TupleExprSyntax.self) { return nil }
        var parser = Parser(syntax.trimmedDescription)
        let written = TypeSyntax.parse(from: &parser)
        if written.hasError { return nil }
        return attempt { resolve(written) }.flatMap { $0.isError ? nil : $0 }
    }

    // MARK: Optional chains

    /// The innermost `?` of a chain that has not been opened yet.
    func openChain(_ syntax: ExprSyntax) -> OptionalChainingExprSyntax? {
        var current: ExprSyntax? = syntax
        var found: OptionalChainingExprSyntax?
        while let here = current {
            if let optional = here.as(OptionalChainingExprSyntax.self) {
                // `Int?.none`: a type, no chain.
                if typeReference(Node(optional.expression)) != nil { return nil }
                if openedChains[optional.id] != nil || guardedChains.contains(optional.id) { return found }
                found = optional
                current = optional.expression
            } else if let member = here.as(MemberAccessExprSyntax.self) {
                current = member.base
            } else if let call = here.as(FunctionCallExprSyntax.self) {
                current = call.calledExpression
            } else if let call = here.as(SubscriptCallExprSyntax.self) {
                current = call.calledExpression
            } else if let unwrap = here.as(ForceUnwrapExprSyntax.self) {
                current = unwrap.expression
            } else {
                current = nil
            }
        }
        return found
    }

    /// The chain's base is tested; the rest happens with its value, or not at all.
    func finishChain(_ chain: OptionalChainingExprSyntax, _ whole: ExprSyntax, _ expected: Type?) -> Expression {
        let range = whole.sourceRange
        let base = check(Node(chain.expression), expected: nil)
        if base.type.isError { return failure(range) }
        guard let wrapped = base.type.wrapped else {
            return fail("cannot use optional chaining on non-optional value of type '\(base.type)'", at: chain.sourceRange, help: "remove the '?'")
        }
        let variable = Variable(name: "", type: wrapped, isMutable: false, range: base.range, owner: function)
        openedChains[chain.id] = variable
        defer { openedChains[chain.id] = nil }
        let rest = check(Node(whole), expected: expected?.wrapped)
        if rest.type.isError { return failure(range) }
        if rest.type.wrapped != nil { return Expression(.chain(base, variable, rest), rest.type, range) }
        let type = Type.optional(rest.type)
        return Expression(.chain(base, variable, Expression(.wrap(rest), type, range)), type, range)
    }
}
