import SwiftSyntax

/// Generic parameters: what they stand for in a call, and functions made for given types.
extension Checker {
    /// Finds what generic parameters in `pattern` must be so that it equals `actual`.
    func unify(_ pattern: Type, _ actual: Type, _ substitution: inout Substitution) -> Bool {
        if pattern === actual || actual.isError { return true }
        switch (pattern.kind, actual.kind) {
        case (.parameter(let parameter), _):
            if let known = substitution.types[parameter] { return known === actual }
            substitution.types[parameter] = actual
            return parameter.members.isEmpty || bindMembers(of: parameter, actual, &substitution)
        case (.nominal(let a, let patternArguments), .nominal(let b, let actualArguments)):
            guard a === b else {
                // A class below the one that is wanted.
                if let parent = actual.superclass, a.form.isReference { return unify(pattern, parent, &substitution) }
                return false
            }
            return zip(patternArguments, actualArguments).allSatisfy { unify($0, $1, &substitution) }
        case (.tuple(let a), .tuple(let b)):
            guard a.count == b.count else { return false }
            return zip(a, b).allSatisfy { unify($0.type, $1.type, &substitution) }
        case (.function(let a), .function(let b)):
            let wanted = a.spread(over: b.parameters.count) ?? a.parameters
            guard wanted.count == b.parameters.count, unifyThrown(a, b, &substitution) else { return false }
            return zip(wanted, b.parameters).allSatisfy {
                $0.isInout == $1.isInout && $0.isVariadic == $1.isVariadic && unify($0.type, $1.type, &substitution)
            } && unify(a.result, b.result, &substitution)
        case (.metatype(let a), .metatype(let b)):
            return unify(a, b, &substitution)
        case (.existential(let nominal), _):
            // `any P<T>`: T is what the value's type has for it.
            guard let open = nominal.openSameTypes, let base = nominal.conformances.first, environment.conforms(actual, to: base) else { return false }
            return open.allSatisfy { parameter, type in
                environment.associatedType(parameter.name, of: actual).map { unify(type, $0, &substitution) } ?? false
            }
        default:
            return false
        }
    }

    /// What a function throws where one is wanted that throws `E`: one that throws nothing serves whatever `E` is.
    func unifyThrown(_ pattern: Type.FunctionType, _ actual: Type.FunctionType, _ substitution: inout Substitution) -> Bool {
        guard actual.throwsErrors else { return true }
        guard pattern.canThrow else { return false }
        guard let wanted = pattern.thrown else { return true }
        let thrown = actual.thrown ?? anyError
        return wanted.substituting(substitution).isAnyError || unify(wanted, thrown, &substitution)
    }

    /// `E` of `throws(E)` where nothing that was given throws.
    func bindUnthrown(_ callable: Callable, _ substitution: inout Substitution) {
        for parameter in callable.parameters {
            guard case .parameter(let generic)? = (parameter.type.function ?? parameter.type.wrapped?.function)?.thrown?.kind, substitution.types[generic] == nil,
                callable.genericParameters.contains(where: { $0 === generic })
            else { continue }
            substitution.types[generic] = .never
        }
    }

    /// Whether the requirements on a callable's generic parameters hold for what they stand for.
    func requirementsHold(_ callable: Callable, _ substitution: Substitution) -> Bool {
        unmetRequirement(callable, substitution) == nil
    }

    /// A requirement that does not hold, as a sentence.
    func unmetRequirement(_ callable: Callable, _ substitution: Substitution) -> String? {
        for (parameter, type) in callable.sameTypes {
            if let actual = actualType(of: parameter, substitution), !isSame(actual, type.substituting(substitution)), !actual.isError {
                return "\(callable.referenceText(parameter)) requires the types '\(actual)' and '\(type.substituting(substitution))' be equivalent"
            }
        }
        for (parameter, nominal) in callable.conformances {
            if let actual = substitution.types[parameter], !environment.conforms(actual, to: nominal) {
                return "\(callable.referenceText(parameter)) requires that '\(actual)' conform to '\(nominal.name)'"
            }
        }
        for parameter in callable.genericParameters {
            for nominal in parameter.constraints {
                if let actual = substitution.types[parameter], !environment.conforms(actual, to: nominal) {
                    if actual.nominal == nil, !actual.isExistential { return "type '\(actual)' cannot conform to '\(nominal.name)'" }
                    return "\(callable.kindAndName(asking: parameter)) requires that '\(actual)' conform to '\(nominal.name)'"
                }
            }
        }
        return nil
    }

    /// What a parameter stands for. An associated type is what its base says, also where something was taken to be wanted
    /// of it before the base was known.
    private func actualType(of parameter: GenericParameter, _ substitution: Substitution) -> Type? {
        guard let base = parameter.base, let type = substitution.types[base], type.isConcrete, !type.isExistential, !type.isError,
            let own = environment.associatedType(parameter.memberName, of: type), own.isConcrete
        else { return substitution.types[parameter] }
        return own
    }

    /// The function that a template becomes for given types; its body is checked when it is made.
    func instantiate(_ template: Template, of callable: Callable, _ substitution: Substitution, selfType: Type?, at range: SourceRange? = nil) -> Function {
        let ownerParameters = callable.owner?.genericParameters ?? []
        let parameters = ownerParameters + callable.genericParameters
        if instantiationDepth > 60 {
            error("'\(callable.reference)' would be needed for ever larger types", at: range ?? template.range)
            return Function(name: callable.name, source: template.source, range: template.range)
        }
        instantiationDepth += 1
        defer { instantiationDepth -= 1 }
        var key = parameters.map { substitution.types[$0] ?? .error }
        if let selfType, ownerParameters.isEmpty || callable.owner?.form.isProtocol ?? false || callable.isStatic && selfType.isClass { key.append(selfType) }
        if let known = template.instances[key] { return known }

        if let shared = sharedInstance(key, of: template, callable, substitution, selfType: selfType) { return shared }

        let function = Function(
            name: callable.name, source: template.source, range: template.range, parent: template.parent)
        if !callable.isOpaque, asksTypeAlone && !key.allSatisfy(\.isConcrete) || isCheckingUnused && callable.declaration != nil {
            // `var items = [Element]()` where only the type is asked for: there is nothing yet to check the body with. Nor
            // is there a need to where a body of a cell is only looked at: what the library's do is right.
            function.result = callable.result.substituting(substitution)
            return function
        }
        template.instances[key] = function
        if key.contains(where: \.mentionsUnknown) { function.origin = FunctionOrigin(template, callable, substitution, selfType, key: key) }
        function.isNonEscaping = template.parent != nil
        if callable.isOpaque { function.opaqueOrigin = callable }
        function.isOfLibrary = callable.declaration != nil || template.scope === environment.library
        functions.append(function)
        let inner = Scope(parent: template.scope, function: function)
        for parameter in parameters {
            inner.entities[parameter.name] = .type(substitution.types[parameter] ?? .error)
        }
        inner.memberType = selfType
        inner.owner = callable.owner
        var substitution = substitution
        if let selfType, let owner = callable.owner, owner.form.isProtocol {
            // The protocol's `Self`, and the associated types of all it inherits from.
            substitution.types.merge(environment.memberSubstitution(for: selfType).types) { known, _ in known }
            for one in [owner] + environment.inheritedProtocols(of: owner) { substitution.types[one.selfParameter] = selfType }
            inner.entities["Self"] = .type(selfType)
            inner.isOfProtocol = true
        }
        inner.substitution = substitution
        inner.asked = (parameters, callable.conformances, callable.owner.flatMap { $0.form.isProtocol ? $0 : nil })
        function.result = callable.result.substituting(substitution)
        function.canThrow = callable.canThrow || callable.throwsThroughClosures
        if let selfType, !callable.isStatic {
            let variable = Variable(
                name: "self", type: selfType, isMutable: callable.isMutating || callable.isInitializer, range: template.range,
                isInout: callable.isMutating, owner: function)
            if callable.isInitializer, selfType.isClass {
                function.result = callable.result.wrapped != nil ? .bool : .void
            }
            if callable.isInitializer, !selfType.isClass {
                inner.selfVariable = variable
                inner.selfType = selfType
            } else {
                function.parameters.append(variable)
                inner.selfVariable = variable
                inner.selfType = selfType
            }
        }
        for (parameter, name) in zip(callable.parameters, template.parameterNames) {
            let type = parameter.type.substituting(substitution)
            let variable = Variable(
                name: name, type: parameter.isVariadic ? .array(type) : type,
                isMutable: parameter.isInout, range: template.range, isInout: parameter.isInout,
                owner: function)
            variable.isParameter = true
            variable.isImplicit = parameter.isImplicit
            variable.isNonEscapingParameter = parameter.type.function != nil && !parameter.isEscaping && callable.declaration == nil
            function.parameters.append(variable)
            if name != "_" { inner.entities[name] = .variable(variable) }
        }
        var context = FunctionContext(result: callable.isOpaque ? nil : function.result)
        context.resultIsInferred = callable.isOpaque
        if callable.isOpaque { context.resultHint = function.result }
        context.canThrow = function.canThrow
        context.tryIsImplied = callable.declaration != nil
        context.isInitializer = callable.isInitializer
        context.isDelegating = callable.isDelegating
        context.thrown = callable.thrown?.substituting(substitution)
        context.some = callable.someText.map { SomeResult($0, template.range) }
        let outer = diagnostics
        diagnostics = []
        let (firstFunction, firstPending) = (functions.count - 1, pending.count)
        // What is wrong in the body for these types is said where the body was asked for.
        defer {
            let inside = diagnostics.first { $0.severity == .error }
            let all = diagnostics
            diagnostics = outer
            if inside == nil {
                wholeInstances.formUnion(functions.suffix(from: firstFunction).map { ObjectIdentifier($0) })
                pendingOfInstances += pending.suffix(from: firstPending)
                pending.removeLast(pending.count - firstPending)
            }
            if isCheckingUnused, instantiationDepth > 1 {
                // Only the body that is looked at now is spoken of.
                if inside != nil { template.instances[key] = nil }
            } else if template.source === source {
                diagnostics += all
                if inside != nil { template.instances[key] = nil }
            } else if let inside {
                template.instances[key] = nil
                error("'\(callable.reference)' cannot be used with these types: \(inside.message)", at: range ?? template.range)
            }
        }
        inFunction(function, context: context, scope: inner) {
            flow = Flow()
            if let builder = template.builder {
                function.body = builder(self, function, inner)
            } else if callable.isInitializer, let own = inner.selfVariable, own.type.isClass {
                function.body = classInitializerBody(own, callable, template.body)
            } else if callable.isInitializer, let own = inner.selfVariable {
                function.body = initializerBody(own, template.body, isDelegating: callable.isDelegating)
            } else if callable.isOpaque {
                function.body = opaqueBody(template.body, function, range: template.range)
            } else {
                function.body = functionBody(template.body, result: function.result, range: template.range)
            }
        }
        return function
    }
}

extension Checker {
    /// The body of a function whose result is `some P`: what it returns first is the type that all of it returns.
    private func opaqueBody(_ items: CodeBlockItemListSyntax, _ function: Function, range: SourceRange) -> [Statement] {
        if items.count == 1, let expression = items.first?.implicitResult {
            let value = check(Node(expression), expected: hint(for: Node(expression)))
            if !value.type.isError { function.result = value.type }
            return [Statement(.return(value), value.range)]
        }
        let body = inScope { statements(items) }
        if let result = context.result { function.result = result }
        if !flow.isUnreachable { error("missing return in global function expected to return 'some …'", at: range) }
        return body
    }
}

extension Callable {
    /// The same, for a requirement on a parameter of its own or of the type or protocol it is a member of.
    func referenceText(_ parameter: GenericParameter) -> String {
        guard let home, !genericParameters.contains(where: { $0 === parameter || $0 === parameter.base }) else { return kindAndName }
        return "referencing \(kindAndName) on '\(home.name)'"
    }

    /// What asks something of a parameter: the generic type it belongs to, or the function.
    func kindAndName(asking parameter: GenericParameter) -> String {
        guard let type = openedOwner, type.genericParameters.contains(where: { $0 === parameter }) else { return kindAndName }
        return "generic \(type.form.isEnumeration ? "enum" : type.form.isReference ? "class" : "struct") '\(type.name)'"
    }

    /// As the compiler speaks of it: `global function 'f'`, `instance method 'add(_:)'`, `initializer 'init(_:)'`.
    var kindAndName: String {
        if isInitializer { return "initializer '\(reference)'" }
        if name == "subscript" { return "subscript '\(reference)'" }
        if isOperator { return "operator function '\(name)'" }
        let isPlain = parameters.allSatisfy { $0.label == nil }
        if home == nil { return "global function '\(isPlain ? name : reference)'" }
        return "\(isStatic ? "static" : "instance") method '\(reference)'"
    }
}
