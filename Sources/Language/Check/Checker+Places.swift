import SwiftSyntax

/// What an expression is to be used for when it must be a place.
enum PlaceUse {
    case assignment
    case compound
    case `inout`
    case mutatingCall(String)
    /// Reading a lazy property.
    case mutatingGetter
}

/// Places: what can be assigned to, passed with `&`, or changed by a method.
extension Checker {
    /// The place an expression names; an error is reported where it names none that may change.
    func place(of node: Node, use: PlaceUse) -> Place? {
        guard case .syntax(let syntax) = node else {
            if case .binary = node { return notAssignable("this expression", node.range, use, because: "binary operator returns immutable value") }
            return notAssignable("an expression", node.range, use)
        }
        let range = syntax.sourceRange
        switch syntax.as(ExprSyntaxEnum.self) {
        case .declReferenceExpr(let reference):
            return place(named: Checker.plainName(reference.baseName.text), range, use)
        case .memberAccessExpr(let member):
            return place(ofMember: member, range, use)
        case .subscriptCallExpr(let call):
            return place(ofSubscript: call, range, use)
        case .forceUnwrapExpr(let unwrap):
            guard let base = place(of: Node(unwrap.expression), use: use).map(loaded) else { return nil }
            guard let wrapped = base.type.wrapped else {
                error("cannot force unwrap value of non-optional type '\(base.type)'", at: range)
                return nil
            }
            return base.adding(.unwrap, wrapped, range)
        case .optionalChainingExpr(let chaining):
            if let held = openedChains[chaining.id], isReferenceType(held.type) { return Place(root: .value(read(held, range)), steps: [], type: held.type, range: range) }
            guard let base = place(of: Node(chaining.expression), use: use).map(loaded), let wrapped = base.type.wrapped else { return nil }
            return base.adding(.unwrap, wrapped, range)
        case .tupleExpr(let tuple) where tuple.elements.count == 1:
            // Parentheses alone are no part of a node: what is left has a label.
            error("cannot create a single-element tuple with an element label", at: range)
            return nil
        default:
            // A reference to an object may be changed behind its name.
            let isLiteral = syntax.is(IntegerLiteralExprSyntax.self) || syntax.is(FloatLiteralExprSyntax.self) || syntax.is(StringLiteralExprSyntax.self) || syntax.is(BooleanLiteralExprSyntax.self)
            if isLiteral { return notAssignable("this literal", range, use, because: "literals are not mutable") }
            guard let call = syntax.as(FunctionCallExprSyntax.self) else { return notAssignable("this expression", range, use) }
            let name = call.calledExpression.as(DeclReferenceExprSyntax.self)?.baseName.text
            return notAssignable("this expression", range, use, because: name.flatMap { environment.mayNameType($0) ? nil : "'\($0)' returns immutable value" } ?? "function call returns immutable value")
        }
    }

    /// A place that holds a weak reference, as the object it refers to.
    private func loaded(_ place: Place) -> Place {
        guard let referent = place.type.referent else { return place }
        let value = Expression(.loadWeak(expression(reading: place)), referent, place.range)
        return Place(root: .value(value), steps: [], type: referent, range: place.range)
    }

    /// What is in a place now, for places without calls on their way.
    private func expression(reading place: Place) -> Expression {
        var value: Expression
        var type: Type
        switch place.root {
        case .variable(let variable): (value, type) = (Expression(.variable(variable), variable.type, place.range), variable.type)
        case .global(let global): (value, type) = (Expression(.global(global), global.type, place.range), global.type)
        case .value(let root): (value, type) = (root, root.type)
        }
        for (step, next) in place.steps {
            switch step {
            case .element(let index): value = Expression(.element(value, index), next, place.range)
            case .objectField(let index): value = Expression(.objectField(value, index), next, place.range)
            case .arrayElement(let index): value = Expression(.operation(.arrayGet, [value, index]), next, place.range)
            case .unwrap: value = Expression(.unwrap(value), next, place.range)
            default: break
            }
            type = next
        }
        _ = type
        return value
    }

    private func notAssignable(_ what: String, _ range: SourceRange, _ use: PlaceUse, because why: String? = nil) -> Place? {
        if let why {
            switch use {
            case .mutatingCall, .mutatingGetter: error("cannot use mutating member on immutable value: \(why)", at: range)
            case .inout: error("cannot pass immutable value as inout argument: \(why)", at: range)
            case .compound: error("left side of mutating operator isn't mutable: \(why)", at: range)
            case .assignment where assignedForm == "to value" && what == "this expression": error("expression is not assignable: \(why)", at: range)
            case .assignment: error("cannot assign \(assignedForm): \(why)", at: range)
            }
            return nil
        }
        switch use {
        case .mutatingCall(let name):
            error("cannot use mutating member on immutable value: '\(name)' changes its value, and \(what) is not a variable", at: range)
        case .inout: error("cannot pass immutable value as inout argument\(what == "this literal" ? ": literals are not mutable" : "")", at: range)
        default: error("cannot assign to value: \(what) is not assignable", at: range)
        }
        return nil
    }

    private func immutable(_ name: String, _ why: String, _ range: SourceRange, _ use: PlaceUse, fix: SourceRange? = nil) -> Place? {
        let help = why.contains("'let' constant") ? "change 'let' to 'var' to make it mutable" : nil
        switch use {
        case .mutatingGetter: error("cannot use mutating getter on immutable value: '\(name)' is \(why)", at: range, help: help)
        case .mutatingCall: error("cannot use mutating member on immutable value: '\(name)' is \(why)", at: range, help: help)
        case .inout: error("cannot pass immutable value as inout argument: '\(name)' is \(why)", at: range, help: help)
        case .compound: error("left side of mutating operator isn't mutable: '\(name)' is \(why)", at: range, help: help)
        case .assignment: error("cannot assign \(assignedForm): '\(name)' is \(why)", at: range, help: help)
        }
        return nil
    }

    private func place(named name: String, _ range: SourceRange, _ use: PlaceUse) -> Place? {
        if name == "self" {
            if case .assignment = use, let own = scope.nearestSelf, own.type.isClass {
                error("cannot assign to value: 'self' is immutable", at: range)
                return nil
            }
            return placeOfSelf(range, use)
        }
        guard let found = lookUpName(name) else {
            _ = unknownName(name, range)
            return nil
        }
        switch found {
        case .entity(.variable(let variable)):
            capture(variable)
            let isFirst = flow.unassigned.contains(ObjectIdentifier(variable))
            if case .assignment = use, isFirst {
                let isDeferred = deferredFlow?.flow.unassigned.contains(ObjectIdentifier(variable)) ?? false
                if !variable.isMutable, variable.owner !== function || isDeferred {
                    return immutable(name, "a 'let' constant", range, use)
                }
                if isDeferred, let deferredFlow {
                    error("variable '\(name)' passed by reference before being initialized", at: deferredFlow.range)
                    return nil
                }
                if flow.given[ObjectIdentifier(variable)] != nil { return givenTwice(ObjectIdentifier(variable), name, range, misuse: variable.owner.map { Misuse(owner: ObjectIdentifier($0), declared: variable.range.start, range: range) }) }
            } else if isFirst {
                error("\(variable.isMutable ? "variable" : "constant") '\(name)' passed by reference before being initialized", at: range)
                return nil
            } else if !variable.isMutable {
                if case .assignment = use, flow.given[ObjectIdentifier(variable)] != nil { return givenTwice(ObjectIdentifier(variable), name, range, misuse: variable.owner.map { Misuse(owner: ObjectIdentifier($0), declared: variable.range.start, range: range) }) }
                return immutable(name, variable.isNamedByLanguage ? "immutable" : "a 'let' constant", range, use)
            }
            variable.isReassigned = true
            return Place(root: .variable(variable), steps: [], type: variable.type, range: range).implicit(variable.isImplicit)
        case .entity(.global(let global)):
            if !isTopLevel { global.isUsedByFunction = true }
            let isFirst = flow.unassigned.contains(ObjectIdentifier(global))
            if !global.isMutable {
                let isGiven = flow.given[ObjectIdentifier(global)] != nil
                if case .assignment = use, isTopLevel, isGiven { return givenTwice(ObjectIdentifier(global), name, range, misuse: Misuse(owner: nil, declared: global.range.start, range: range)) }
                guard case .assignment = use, isFirst, isTopLevel, deferredFlow == nil else { return immutable(name, "a 'let' constant", range, use) }
            } else if isFirst {
                guard case .assignment = use else {
                    error("variable '\(name)' passed by reference before being initialized", at: range)
                    return nil
                }
            }
            if let observed = observedGlobals[ObjectIdentifier(global)] ?? environment.observedGlobals[ObjectIdentifier(global)], context.directField != name, !isFirst {
                return accessorPlace(get: observed.get, set: observed.set, global.type, range)
            }
            return Place(root: .global(global), steps: [], type: global.type, range: range).implicit(global.isImplicit)
        case .member(let own):
            if needsWrittenSelf(own) {
                error("reference to property '\(name)' in closure requires explicit use of 'self' to make capture semantics explicit", at: range, help: "write 'self.\(name)', or '[self]' in front of the closure's 'in'")
                return nil
            }
            assignedForm = "to property"
            guard let base = placeOfSelf(range, use, forMember: name) else { return nil }
            return extend(base, own.type, name, range, range, use)
        case .staticMember(let type):
            if let problem = staticOnInstance(name, of: type) {
                error(problem, at: range, help: "write '\(type).\(name)'")
                return nil
            }
            return place(ofStatic: name, of: type, range, use)
        case .element: return immutable(name, "a 'let' constant", range, use)
        case .entity(.callables): return immutable(name, "a function", range, use)
        case .entity(.property(let property)):
            if let setter = property.setter, case .function(let get) = property.getter.implementation, case .function(let set) = setter.implementation {
                guard self.use(get, at: range), self.use(set, at: range) else { return nil }
                return accessorPlace(get: get, set: set, property.type, range)
            }
            return immutable(name, "a get-only property", range, use)
        case .entity(.type), .entity(.genericType), .entity(.alias): return immutable(name, "a type", range, use)
        }
    }

    /// A constant that has its value on some way here.
    private func givenTwice(_ id: ObjectIdentifier, _ name: String, _ range: SourceRange, misuse: Misuse?) -> Place? {
        if let misuse { misuses.append(misuse) }
        reportGivenTwice(id, name, range)
        flow.unassigned.remove(id)
        return nil
    }

    func noteMisuse(of variable: Variable, _ range: SourceRange) {
        if let owner = variable.owner { misuses.append(Misuse(owner: ObjectIdentifier(owner), declared: variable.range.start, range: range)) }
        if !variable.isMutable { noteMisuse(of: ObjectIdentifier(variable), range) }
    }

    func noteMisuse(of global: Global, _ range: SourceRange) {
        misuses.append(Misuse(owner: nil, declared: global.range.start, range: range))
        if !global.isMutable { noteMisuse(of: ObjectIdentifier(global), range) }
    }

    /// Of several variables of one function the compiler looks at the one declared first, wherever it is misused.
    func supersedeLaterVariables() {
        for (_, all) in Dictionary(grouping: misuses.filter { !supersededRanges.contains($0.range.start) }, by: \.owner) {
            guard let first = all.min(by: { ($0.declared, $0.range.start) < ($1.declared, $1.range.start) }) else { continue }
            for one in all where one.declared > first.declared && one.range.start < first.range.start { supersededRanges.insert(one.range.start) }
        }
    }

    /// Of several misuses of one constant the last is the one to be told of, as the compiler does.
    func noteMisuse(of id: ObjectIdentifier, _ range: SourceRange) {
        if let known = givenAgain[id], known.start != range.start { supersededRanges.insert(min(known.start, range.start)) }
        givenAgain[id] = givenAgain[id].map { $0.start > range.start ? $0 : range } ?? range
    }

    func reportGivenTwice(_ id: ObjectIdentifier, _ name: String, _ range: SourceRange) {
        noteMisuse(of: id, range)
        error("immutable value '\(name)' may only be initialized once", at: range, help: "change 'let' to 'var' to make it mutable")
    }

    private func placeOfSelf(_ range: SourceRange, _ use: PlaceUse, forMember: String? = nil) -> Place? {
        guard let own = scope.nearestSelf else {
            error("cannot find 'self' in scope", at: range)
            return nil
        }
        if isReferenceType(own.type), let captured = scope.nearestOwnSelf {
            return Place(root: .value(read(captured.variable, range)), steps: [], type: captured.type, range: range)
        }
        capture(own.variable)
        if isReferenceType(own.type) {
            return Place(root: .value(Expression(.variable(own.variable), own.type, range)), steps: [], type: own.type, range: range)
        }
        guard own.variable.isMutable else {
            // A setter that does not change self itself (a reference inside) is still possible.
            if let name = forMember, let property = property(name, of: own.type), property.setter.map({ !$0.isSelfInout }) ?? false {
                return Place(root: .value(Expression(.variable(own.variable), own.type, range)), steps: [], type: own.type, range: range)
            }
            let problem =
                switch use {
                case .mutatingCall, .mutatingGetter: "cannot use mutating member on immutable value"
                case .inout: "cannot pass immutable value as inout argument"
                case .compound: "left side of mutating operator isn't mutable"
                case .assignment: "cannot assign \(assignedForm)"
                }
            error("\(problem): 'self' is immutable", at: range, help: "mark method 'mutating' to make 'self' mutable")
            return nil
        }
        own.variable.isReassigned = true
        return Place(root: .variable(own.variable), steps: [], type: own.type, range: range)
    }

    private func place(ofMember member: MemberAccessExprSyntax, _ range: SourceRange, _ use: PlaceUse) -> Place? {
        guard let base = member.base else {
            error("cannot assign to '.\(member.declName.baseName.text)'", at: range)
            return nil
        }
        let name = Checker.plainName(member.declName.baseName.text)
        let nameRange = member.declName.sourceRange
        if let type = typeReference(Node(base)) { return place(ofStatic: name, of: type, range, use) }
        if let chain = base.as(OptionalChainingExprSyntax.self), openedChains[chain.id] == nil {
            guard let inner = place(of: Node(base), use: use) else { return nil }
            return extend(inner, inner.type, name, range, nameRange, use)
        }
        if base.is(SuperExprSyntax.self) {
            guard let own = scope.nearestSelf, let parent = own.type.superclass else {
                error("'super' cannot be used outside of a class computed property, method, initializer, deinitializer, or subscript", at: range)
                return nil
            }
            capture(own.variable)
            var root = Place(root: .value(Expression(.variable(own.variable), parent, range)), steps: [], type: parent, range: range)
            root.isSuper = true
            return extend(root, parent, name, range, nameRange, use)
        }
        let outer = isReachingField
        isReachingField = true
        let read = check(Node(base), expected: nil)
        isReachingField = outer
        if read.type.isError { return nil }
        if case .metatype(let named) = read.type.kind { return place(ofStatic: name, of: named, by: read, range, nameRange, use) }
        let isForced = isForced(read, for: name)
        let value = openedClass(isForced ? forced(read) : read, for: name)
        if isReferenceType(value.type) || (property(name, of: value.type).flatMap(\.setter).map { !$0.isSelfInout } ?? false) {
            var receiver = value
            if let getter = property(name, of: value.type)?.getter, let owner = getter.owner, owner.form.isProtocol, getter.takesReceiverInBox, !getter.isRequirement {
                // The library's protocols take their values in a box.
                receiver = coerce(value, to: .make(.existential(owner)))
            }
            let root = Place(root: .value(receiver), steps: [], type: receiver.type, range: range)
            return extend(root, value.type, name, range, nameRange, use)
        }
        if !hasMember(name, of: value.type), value.type.tupleElements == nil, let getter = dynamicMemberGetter(of: value.type), let setter = getter.setterFunction {
            let types = substitution(for: value.type)
            guard let get = accessorFunction(getter, value.type, isSuper: false, types), let set = accessorFunction(setter, value.type, isSuper: false, types), let inner = place(of: Node(base), use: use) else { return nil }
            return inner.adding(.computed(get: get, set: set, [Expression(.string(name), .string, nameRange)]), getter.result.substituting(types), range)
        }
        if !hasMember(name, of: value.type), let keyed = keyPathMember(name, of: value.type, nameRange), let setter = keyed.getter.setterFunction {
            guard let get = accessorFunction(keyed.getter, value.type, isSuper: false, keyed.types), let set = accessorFunction(setter, value.type, isSuper: false, keyed.types), let inner = place(of: Node(base), use: use)
            else { return nil }
            return inner.adding(.computed(get: get, set: set, [keyed.path]), keyed.getter.result.substituting(keyed.types), range)
        }
        guard hasMember(name, of: value.type) || (value.type.tupleElements != nil) else {
            let before = errorCount
            _ = memberOf(value, value.type, name, range: range, nameRange: nameRange, node: Node(base), expected: nil)
                ?? unknownMember(name, of: value.type, nameRange)
            if errorCount == before { return immutable(name, "a get-only property", nameRange, use) }
            return nil
        }
        guard var inner = place(of: Node(base), use: use) else { return nil }
        if isForced { inner = inner.adding(.unwrap, value.type, inner.range) }
        return extend(inner, inner.type, name, range, nameRange, use)
    }

    /// A place one property further.
    func extend(_ base: Place, _ type: Type, _ name: String, _ range: SourceRange, _ nameRange: SourceRange, _ use: PlaceUse) -> Place? {
        if isInaccessible(name, of: type, at: nameRange) || isSetterInaccessible(name, of: type, use, at: nameRange) { return nil }
        if let elements = type.tupleElements, let index = tupleIndex(name, elements) {
            return base.adding(.element(index), elements[index].type, range)
        }
        if let (type, observed) = observedField(name, of: type), dynamicFieldProperty(name, of: type) == nil,
            !(context.isInitializer && base.isSelf(scope.nearestSelf?.variable) && (!type.isClass || isDirectField(name, of: type))), context.directField != name,
            let setter = observed.setter, let get = functionOf(observed.getter, type), let set = functionOf(setter, type)
        {
            return base.adding(.computed(get: get, set: set, []), get.result, range)
        }
        let fields = type.fields
        let dynamic = type.isClass && !(isDirectField(name, of: type) && base.isSelf(scope.nearestSelf?.variable)) ? dynamicField(name, of: type) : nil
        if dynamic == nil, let index = fields.firstIndex(where: { $0.name == name }) {
            if case .assignment = use, context.isInitializer, context.isDelegating, base.isSelf(scope.nearestSelf?.variable),
                flow.needsInitializer || scope.nearestSelf.map({ flow.unassigned.contains(ObjectIdentifier($0.variable)) }) ?? false
            {
                error("'self' used before 'self.init' call or assignment to 'self'", at: nameRange)
                return nil
            }
            if type.isClass, index < type.superclass?.fields.count ?? 0, !fields[index].isMutable, context.isInitializer { return immutable(name, "a 'let' constant", nameRange, use) }
            if type.isClass, context.isDelegating || index < type.superclass?.fields.count ?? 0, base.isSelf(scope.nearestSelf?.variable), let problem = useBeforeInitialization(" in property access '\(name)'") {
                error(problem, at: nameRange)
                return nil
            }
            if let deferredFlow, context.isInitializer, base.isSelf(scope.nearestSelf?.variable), fields[index].isMutable, deferredFlow.flow.unassignedFields.contains(index) {
                error("'self' used before all stored properties are initialized", at: deferredFlow.range)
                return nil
            }
            if !fields[index].isMutable {
                let isFirst = context.isInitializer && base.isSelf(scope.nearestSelf?.variable) && flow.unassignedFields.contains(index)
                if !isFirst, case .assignment = use, context.isInitializer, !context.isDelegating, base.isSelf(scope.nearestSelf?.variable), !type.isClass || index >= type.superclass?.fields.count ?? 0 {
                    error("immutable value 'self.\(name)' may only be initialized once", at: nameRange, help: "change 'let' to 'var' to make it mutable")
                    return nil
                }
                guard isFirst, case .assignment = use, !(deferredFlow?.flow.unassignedFields.contains(index) ?? false) else { return immutable(name, "a 'let' constant", nameRange, use) }
                if flow.givenFields[index] != nil {
                    error("immutable value 'self.\(name)' may only be initialized once", at: nameRange, help: "change 'let' to 'var' to make it mutable")
                    return nil
                }
            }
            let isObject = if case .reference? = type.nominal?.form { true } else { false }
            return base.adding(isObject ? .objectField(index) : .element(index), fields[index].type, range).implicit(fields[index].isImplicit)
        }
        if let property = dynamic ?? property(name, of: type) {
            guard let setter = property.setter else { return immutable(name, "a get-only property", nameRange, use) }
            let substitution = substitution(for: type)
            let result = property.type.substituting(substitution)
            switch (property.getter.implementation, setter.implementation) {
            case (.native(let get), .native(let set)):
                return base.adding(.native(get: get, set: set, typeArguments: type.arguments, []), result, range)
            default:
                let isSuper = base.isSuper
                guard let get = accessorFunction(property.getter, type, isSuper: isSuper), let set = accessorFunction(setter, type, isSuper: isSuper) else { return nil }
                return base.adding(.computed(get: get, set: set, []), result, range)
            }
        }
        if hasMember(name, of: type) { return immutable(name, "a method", nameRange, use) }
        _ = unknownMember(name, of: type, nameRange)
        return nil
    }

    func functionOf(_ callable: Callable, _ selfType: Type, _ chosen: Substitution? = nil) -> Function? {
        switch callable.implementation {
        case .function(let function): return function
        case .template(let template):
            return instantiate(template, of: callable, chosen ?? substitution(for: selfType), selfType: selfType)
        default: return nil
        }
    }

    func place(ofStatic name: String, of type: Type, _ range: SourceRange, _ use: PlaceUse) -> Place? {
        if let global = staticVariable(name, of: type) {
            if !isTopLevel { global.isUsedByFunction = true }
            guard global.isMutable else { return immutable(name, "a 'let' constant", range, use) }
            if let observed = observedGlobals[ObjectIdentifier(global)] ?? environment.observedGlobals[ObjectIdentifier(global)], context.directField != global.name {
                return accessorPlace(get: observed.get, set: observed.set, global.type, range)
            }
            return Place(root: .global(global), steps: [], type: global.type, range: range).implicit(global.isImplicit)
        }
        if let property = property(name, of: type, isStatic: true) {
            guard let setter = property.setter else { return immutable(name, "a get-only property", range, use) }
            let types = substitution(for: type)
            let own = type.isClass ? type : types.selfType(of: setter) ?? type
            guard let get = functionOf(property.getter, own, types), let set = functionOf(setter, own, types) else { return nil }
            return accessorPlace(get: get, set: set, property.type.substituting(types), range)
        }
        error("cannot assign to static member '\(name)' of '\(type)'", at: range)
        return nil
    }

    /// `type(of: x).count`: what a class below may replace is found by the type that the value has.
    private func place(ofStatic name: String, of type: Type, by metatype: Expression, _ range: SourceRange, _ nameRange: SourceRange, _ use: PlaceUse) -> Place? {
        guard staticVariable(name, of: type) == nil, let property = property(name, of: type, isStatic: true), let setter = property.setter, property.getter.root != nil else {
            return place(ofStatic: name, of: type, nameRange, use)
        }
        guard let get = metatypeAccessor(property.getter, metatype.type), let set = metatypeAccessor(setter, metatype.type) else { return nil }
        return Place(root: .value(metatype), steps: [(.computed(get: get, set: set, []), get.result)], type: get.result, range: range)
    }

    private func place(ofSubscript call: SubscriptCallExprSyntax, _ range: SourceRange, _ use: PlaceUse) -> Place? {
        let baseNode = Node(call.calledExpression)
        var value: Expression
        let isSuper = call.calledExpression.is(SuperExprSyntax.self)
        if isSuper {
            guard let (own, parent) = superReceiver(range) else { return nil }
            value = Expression(own.kind, parent, range)
        } else if let chain = call.calledExpression.as(OptionalChainingExprSyntax.self), openedChains[chain.id] == nil {
            guard let inner = place(of: baseNode, use: use) else { return nil }
            value = Expression(.unreachable, inner.type, range)
        } else if let type = typeReference(baseNode), !methods("subscript", of: type, isStatic: true).isEmpty {
            return place(ofStaticSubscript: call, of: type, range)
        } else {
            value = check(baseNode, expected: nil)
        }
        if value.type.isError { return nil }
        let isForced = value.isImplicit && value.type.wrapped != nil
        value = forced(value)
        let held = value.type
        func basePlace() -> Place? {
            let inner = place(of: baseNode, use: use)
            return isForced ? inner?.adding(.unwrap, held, range) : inner
        }
        if let element = value.type.arrayElement, call.arguments.count == 1, call.arguments.first?.label == nil {
            let index = check(Node(call.arguments.first!.expression), expected: .int)
            if index.type === Type.int {
                guard let base = basePlace() else { return nil }
                return base.adding(.arrayElement(index), element, range)
            }
        }
        if let step = dictionaryStep(value.type, call) {
            guard let base = basePlace() else { return nil }
            return step.type.isError ? nil : base.adding(step.step, step.type, range)
        }
        if let place = keyPathPlace(value, baseNode, call, use) { return place }
        guard let chosen = chooseSubscript(value, baseNode, arguments(call.arguments, trailing: call.trailingClosure, additional: call.additionalTrailingClosures), at: range, expected: nil) else { return nil }
        return subscriptPlace(chosen, of: value.type, isSuper: isSuper, range) { $0 ? basePlace() : Place(root: .value(value), steps: [], type: value.type, range: range) }
    }

    /// `Registry["x"] = 3`
    private func place(ofStaticSubscript call: SubscriptCallExprSyntax, of type: Type, _ range: SourceRange) -> Place? {
        let candidates = methods("subscript", of: type, isStatic: true).map { Candidate(callable: $0, substitution: substitution(for: type)) }
        let given = arguments(call.arguments, trailing: call.trailingClosure, additional: call.additionalTrailingClosures)
        guard !resolveCall("subscript", candidates, given, at: range, nameRange: range, expected: nil).type.isError, let chosen = lastChoice else { return nil }
        guard let setter = chosen.callable.setterFunction else {
            error("cannot assign through subscript: subscript is get-only", at: range)
            return nil
        }
        let own = type.isClass ? type : chosen.substitution.selfType(of: setter) ?? type
        guard let get = functionOf(chosen.callable, own, chosen.substitution), let set = functionOf(setter, own, chosen.substitution) else { return nil }
        return accessorPlace(get: get, set: set, chosen.callable.result.substituting(chosen.substitution), range, chosen.arguments)
    }

    /// What a declared subscript gives, as a place. The base is asked for as a place where it is changed itself;
    /// its value does where that is a reference.
    func subscriptPlace(
        _ chosen: (callable: Callable, arguments: [Expression], substitution: Substitution), of type: Type, isSuper: Bool = false, _ range: SourceRange,
        base: (_ isChanged: Bool) -> Place?
    ) -> Place? {
        let callable = chosen.callable
        let result = callable.result.substituting(chosen.substitution)
        if let set = callable.setter, case .native(let get) = callable.implementation {
            return base(set.isInout.first == true)?.adding(.native(get: get, set: set, typeArguments: type.arguments, chosen.arguments), result, range)
        }
        if let setter = callable.setterFunction, let get = accessorFunction(callable, type, isSuper: isSuper, chosen.substitution), let set = accessorFunction(setter, type, isSuper: isSuper, chosen.substitution) {
            return base(!isReferenceType(type))?.adding(.computed(get: get, set: set, chosen.arguments), result, range)
        }
        error("cannot assign through subscript: subscript is get-only", at: range)
        return nil
    }

    /// A place was given its value.
    func markAssigned(_ place: Place) {
        switch place.root {
        case .variable(let variable):
            if place.steps.isEmpty {
                let wasUnassigned = flow.unassigned.remove(ObjectIdentifier(variable)) != nil
                if wasUnassigned, !variable.isMutable { flow.given[ObjectIdentifier(variable)] = (variable.name, place.range) }
            } else if context.isInitializer, variable === scope.nearestSelf?.variable, case .element(let index) = place.steps[0].step, place.steps.count == 1 {
                noteField(index, variable.type, place.range)
            }
            if place.steps.isEmpty, context.isInitializer, variable === scope.nearestSelf?.variable {
                flow.unassignedFields = []
            }
        case .global(let global):
            // Deferred code at the top level runs later than what is checked behind it.
            guard place.steps.isEmpty, !(deferredFlow?.flow.unassigned.contains(ObjectIdentifier(global)) ?? false) else { return }
            let wasUnassigned = flow.unassigned.remove(ObjectIdentifier(global)) != nil
            if wasUnassigned, !global.isMutable { flow.given[ObjectIdentifier(global)] = (global.name, place.range) }
        case .value(let value):
            guard context.isInitializer, case .variable(let variable) = value.kind, variable === scope.nearestSelf?.variable,
                place.steps.count == 1, case .objectField(let index) = place.steps[0].step
            else { return }
            noteField(index, variable.type, place.range)
        }
    }

    /// A stored property of `self` has a value from here on.
    private func noteField(_ index: Int, _ type: Type, _ range: SourceRange) {
        guard flow.unassignedFields.remove(index) != nil, case let field = type.fields[index], !field.isMutable else { return }
        flow.givenFields[index] = (field.name, range)
    }

    /// Its values are changed behind the reference: classes, and protocols that only classes conform to.
    func isReferenceType(_ type: Type) -> Bool {
        if type.isClass { return true }
        if case .existential(let nominal) = type.kind { return environment.isClassBound(nominal) }
        return false
    }
}

extension Place {
    /// The same, holding an optional declared with `!` or not.
    func implicit(_ isImplicit: Bool) -> Place {
        var result = self
        result.isImplicit = isImplicit && type.wrapped != nil
        return result
    }

    func adding(_ step: Step, _ type: Type, _ range: SourceRange) -> Place {
        Place(root: root, steps: steps + [(step, type)], type: type, range: range)
    }

    func isSelf(_ variable: Variable?) -> Bool {
        switch root {
        case .variable(let own): return own === variable && steps.isEmpty
        case .value(let value):
            guard case .variable(let own) = value.kind else { return false }
            return own === variable && steps.isEmpty
        case .global: return false
        }
    }
}

extension Callable {
    /// The setter changes the value it is called on, rather than something that value refers to.
    var isSelfInout: Bool {
        if case .native(let native) = implementation { return native.isInout.first ?? false }
        return true
    }
}

extension Variable {
    /// `$0`, and what accessors and `catch` call what they are given where nobody names it.
    fileprivate var isNamedByLanguage: Bool { name.hasPrefix("$") || ["newValue", "oldValue", "error"].contains(name) && !isMutable }
}
