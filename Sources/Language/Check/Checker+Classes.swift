import SwiftSyntax

/// Classes: what a class takes over from the one above it, and what it replaces.
extension Checker {
    /// The class a class inherits from, where its inheritance clause names one.
    func inherit(_ nominal: NominalType, from type: Type, at range: SourceRange) {
        guard nominal.form.isReference, let parent = type.nominal, parent.form.isReference else {
            if nominal.form.isReference {
                error("inheritance from non-protocol, non-class type '\(type)'", at: range)
            } else {
                error(
                    type.isClass ? "non-class type '\(nominal.name)' cannot inherit from class '\(type)'" : "inheritance from non-protocol type '\(type)'",
                    at: range)
            }
            return
        }
        if nominal.superclass != nil {
            error("multiple inheritance from classes '\(nominal.superclass?.description ?? "")' and '\(type)'", at: range)
            return
        }
        if parent.isFinal {
            error("inheritance from a final class '\(type)'", at: range)
            return
        }
        var circle = [nominal]
        var ancestor: NominalType? = parent
        while let here = ancestor {
            if here === nominal {
                // Said of the one that is declared first.
                let first = declaring.first { one in circle.contains { $0 === one.nominal } }
                error("'\(first?.nominal.name ?? nominal.name)' inherits from itself", at: first?.parts.name.sourceRange ?? range)
                return
            }
            circle.append(here)
            ancestor = here.superclass?.nominal
        }
        nominal.superclass = type
    }

    /// The type that a class or one above it has for a declaration's members: `Stack<Int>` for `IntStack`.
    func ancestor(of type: Type, _ nominal: NominalType) -> Type? {
        var current: Type? = type
        while let here = current {
            if here.nominal === nominal { return here }
            current = here.superclass
        }
        return nil
    }

    /// The nearest class that both are or inherit from.
    func commonClass(_ a: Type, _ b: Type) -> Type? {
        guard a.isClass, b.isClass else { return nil }
        var current: Type? = a
        while let here = current {
            if b.isDescendant(of: here) { return here }
            current = here.superclass
        }
        return nil
    }

    // MARK: Overriding

    /// Links the classes whose stored properties are known, each after the one above it: what that one has and can be
    /// made with must be there before. The others, superclasses first as they came, are left.
    func linkClasses(_ open: inout [NominalDeclaration]) {
        var waiting: [NominalDeclaration] = []
        for one in open {
            let above = one.nominal.superclass?.nominal
            if one.nominal.isFieldsKnown, !waiting.contains(where: { $0.nominal === above }) {
                linkClass(one)
            } else {
                waiting.append(one)
            }
        }
        open = waiting
    }

    /// Connects the members of a class with those above it that they replace, and takes over initialisers.
    func linkClass(_ declaration: NominalDeclaration) {
        let nominal = declaration.nominal
        let table = environment.memberTable(of: nominal)
        inScope(of: declaration) {
            for callable in table.callables.sorted(by: { $0.key < $1.key }).flatMap(\.value) where callable.declaration == nil {
                if callable.isInitializer { continue }
                link(callable, of: declaration, what: callable.name == "subscript" ? "subscript" : callable.isStatic ? "class method" : "instance method")
            }
            for property in table.properties.sorted(by: { $0.key < $1.key }).flatMap(\.value) where property.declaration == nil {
                link(property, of: declaration)
            }
            linkFields(of: declaration)
            linkInitializers(of: declaration)
        }
    }

    private func link(_ callable: Callable, of declaration: NominalDeclaration, what: String) {
        guard callable.owner === declaration.nominal else { return }
        let replaced = replacedMember(callable, of: declaration.type)
        guard let replaced else {
            if callable.isOverride {
                error("\(what == "subscript" ? "subscript" : "method") does not override any \(what == "subscript" ? "subscript" : "method") from its superclass", at: callable.range)
            }
            makeOverridable(callable, of: declaration.nominal)
            return
        }
        if !callable.isOverride {
            error("overriding declaration requires an 'override' keyword", at: callable.range, help: "write 'override' in front of it")
        } else if replaced.isFinal {
            error(replaced.isStatic ? "cannot override static method" : "\(what) overrides a 'final' \(what)", at: callable.range)
        } else if replaced.isInExtension {
            error("non-'@objc' \(what) '\(replaced.reference)' is declared in extension of '\(replaced.owner?.name ?? "")' and cannot be overridden", at: callable.range)
        }
        callable.root = replaced.root ?? replaced
        if let setter = callable.setterFunction, let other = replaced.setterFunction { setter.root = other.root ?? other }
    }

    func makeOverridable(_ callable: Callable, of nominal: NominalType) {
        guard !nominal.isFinal, !callable.isFinal || callable.isStatic, !callable.isInExtension else { return }
        callable.root = callable
        callable.setterFunction.map { $0.root = $0 }
    }

    /// The member of a class above with the same name, labels and types.
    private func replacedMember(_ callable: Callable, of type: Type) -> Callable? {
        var current = type.superclass
        while let here = current, let nominal = here.nominal {
            let types = substitution(for: here)
            let found = environment.members(named: callable.name, of: nominal).callables[callable.name]?.first { other in
                other.reference == callable.reference && other.isStatic == callable.isStatic
                    && other.genericParameters.count == callable.genericParameters.count && canReplace(other.result.substituting(types), callable.result)
                    && zip(other.parameters, callable.parameters).allSatisfy { a, b in
                        var types = types
                        zip(other.genericParameters, callable.genericParameters).forEach { types.types[$0] = .make(.parameter($1)) }
                        return a.type.substituting(types) === b.type && a.isInout == b.isInout
                    }
            }
            if let found { return found }
            current = here.superclass
        }
        return nil
    }

    /// Whether what an overriding method results in serves where the other's result is wanted.
    private func canReplace(_ result: Type, _ own: Type) -> Bool {
        !result.isConcrete || !own.isConcrete || result === own || convertible(own, to: result)
    }

    private func link(_ property: Property, of declaration: NominalDeclaration) {
        guard property.getter.owner === declaration.nominal else { return }
        var current = declaration.type.superclass
        while let here = current, let nominal = here.nominal {
            let found = environment.members(named: property.name, of: nominal).properties[property.name]?.first { $0.isStatic == property.isStatic }
                ?? (property.isStatic ? nil : overridableField(property.name, of: here, at: property.getter.range, isOverride: property.getter.isOverride))
            if let found {
                if !property.getter.isOverride {
                    error("overriding declaration requires an 'override' keyword", at: property.getter.range, help: "write 'override' in front of it")
                } else if found.getter.isFinal {
                    error("property overrides a 'final' property", at: property.getter.range)
                } else if property.type.isConcrete, found.type.isConcrete, property.type !== found.type, !(found.setter == nil && convertible(property.type, to: found.type)) {
                    error("property '\(property.name)' with type '\(property.type)' cannot override a property with type '\(found.type)'", at: property.getter.range)
                } else if !property.isStatic, nominal.fields.contains(where: { $0.name == property.name && !$0.isMutable }) {
                    error("cannot override immutable 'let' property '\(property.name)' with the getter of a 'var'", at: property.getter.range)
                } else if found.setter != nil, property.setter == nil {
                    error("cannot override mutable property with read-only property '\(property.name)'", at: property.getter.range, help: "give it a setter: 'set { super.\(property.name) = newValue }'")
                }
                property.getter.root = found.getter.root ?? found.getter
                if let setter = property.setter { setter.root = found.setter.map { $0.root ?? $0 } ?? setter }
                return
            }
            current = here.superclass
        }
        if property.getter.isOverride {
            error("property does not override any property from its superclass", at: property.getter.range)
        }
        let nominal = declaration.nominal
        guard !nominal.isFinal, !property.getter.isFinal, !property.getter.isInExtension else { return }
        property.getter.root = property.getter
        property.setter.map { $0.root = $0 }
    }

    /// A stored property that a class below replaces is reached through accessors from then on.
    private func overridableField(_ name: String, of type: Type, at range: SourceRange, isOverride: Bool) -> Property? {
        guard let nominal = type.nominal, let index = nominal.fields.firstIndex(where: { $0.name == name }) else { return nil }
        let table = environment.memberTable(of: nominal)
        if let known = table.dynamicFields[name] { return known }
        guard isOverride, nominal.source === source else {
            if isOverride { error("the stored property '\(name)' of '\(nominal.name)' was declared in an earlier cell and cannot be overridden", at: range, help: "declare both classes in one cell") }
            return nil
        }
        let field = nominal.fields[index]
        if let observed = table.observed[name] {
            observed.getter.root = observed.getter
            observed.setter.map { $0.root = $0 }
            table.dynamicFields[name] = observed
            return observed
        }
        func accessor(_ parameters: [Callable.Parameter], _ result: Type, _ body: @escaping (Checker, Function, Scope) -> [Statement]) -> Callable {
            let template = Template(body: [], parameterNames: parameters.map(\.name), source: source, range: range, scope: environment.session)
            template.builder = body
            let callable = Callable(name: name, implementation: .template(template), source: source, range: range)
            callable.parameters = parameters
            callable.result = result
            callable.owner = nominal
            callable.root = callable
            return callable
        }
        let getter = accessor([], field.type) { checker, _, inner in
            guard let own = inner.selfVariable else { return [] }
            let slot = (own.type.superclass?.fields.count ?? 0) + index
            return [Statement(.return(checker.fieldValue(own, slot, range)), range)]
        }
        let property = Property(name: name, type: field.type, getter: getter)
        if field.isMutable {
            property.setter = accessor([Callable.Parameter(label: nil, name: "newValue", type: field.type)], .void) { checker, function, inner in
                guard let own = inner.selfVariable, let value = function.parameters.last else { return [] }
                let slot = (own.type.superclass?.fields.count ?? 0) + index
                let place = checker.fieldPlace(own, slot, range)
                return [Statement(.expression(Expression(.assign(place, Expression(.variable(value), value.type, range)), .void, range)), range)]
            }
        }
        table.dynamicFields[name] = property
        return property
    }

    private func linkFields(of declaration: NominalDeclaration) {
        let inherited = declaration.type.superclass
        for field in declaration.fields {
            guard let inherited, hasMember(field.name, of: inherited) else {
                if field.isOverride { error("property does not override any property from its superclass", at: field.range) }
                continue
            }
            error(
                field.isOverride ? "cannot override with a stored property '\(field.name)'" : "overriding declaration requires an 'override' keyword",
                at: field.range, help: field.isOverride ? "make it computed: 'override var \(field.name): … { … }'" : nil)
        }
    }

    // MARK: Initialisers

    /// Where swiftc would have a missing initialiser stand: on the line after the last one.
    private func lineAfterInitializers(of declaration: NominalDeclaration) -> SourceRange {
        guard let last = declaration.parts.block.members.last(where: { $0.decl.is(InitializerDeclSyntax.self) }) else { return declaration.parts.name.sourceRange }
        var place = last.sourceRange.end
        while place < source.utf8.count, source.utf8[place] != UInt8(ascii: "\n") { place += 1 }
        place = min(place + 1, source.utf8.count)
        return SourceRange(start: place, end: place)
    }

    /// An initialiser marked `override` that replaces nothing.
    private func notOverriding(_ callable: Callable, _ inherited: [Callable]) {
        let near = inherited.filter { !$0.isConvenience && $0.parameters.count == callable.parameters.count && $0.parameters.map(\.type) == callable.parameters.map(\.type) }
        if near.count == 1, !callable.parameters.isEmpty {
            error("argument labels for initializer '\(callable.reference)' do not match those of overridden initializer '\(near[0].reference)'", at: callable.range)
        } else {
            error("initializer does not override a designated initializer from its superclass", at: callable.range)
        }
    }

    /// Initialisers of the class above that this one replaces, and those that it takes over.
    private func linkInitializers(of declaration: NominalDeclaration) {
        let nominal = declaration.nominal
        let table = environment.memberTable(of: nominal)
        let own = (table.callables["init"] ?? []).filter { $0.declaration == nil && $0.owner === nominal }
        let designated = own.filter { !$0.isConvenience }
        guard let parent = declaration.type.superclass, let parentNominal = parent.nominal else {
            for callable in own where callable.isOverride {
                error("initializer does not override a designated initializer from its superclass", at: callable.range)
            }
            for callable in designated where !nominal.isFinal { callable.root = callable }
            if designated.isEmpty { addDefaultInitializer(to: declaration) }
            return
        }
        let inherited = environment.members(named: "init", of: parentNominal).callables["init"] ?? []
        let types = substitution(for: parent)
        func isSame(_ a: Callable, _ b: Callable) -> Bool {
            a.reference == b.reference && zip(a.parameters, b.parameters).allSatisfy { $0.type.substituting(types) === $1.type }
        }
        for callable in own {
            let replaced = inherited.first { isSame($0, callable) && !$0.isConvenience }
            if let replaced {
                if !callable.isOverride, !callable.isRequired || !replaced.isRequired {
                    error("overriding declaration requires an 'override' keyword", at: callable.range, help: "write 'override' in front of it")
                }
                callable.root = replaced.root ?? replaced
            } else {
                if callable.isOverride { notOverriding(callable, inherited) }
                if !callable.isConvenience, !nominal.isFinal { callable.root = callable }
            }
        }
        let open = declaration.fields.enumerated().filter { table.fieldDefaults[$0.offset] == nil }
        let inheritsDesignated = designated.isEmpty && open.isEmpty
        let replacesAll = inherited.filter { !$0.isConvenience }.allSatisfy { other in own.contains { isSame(other, $0) } }
        for callable in inherited where !own.contains(where: { isSame(callable, $0) }) {
            if callable.isConvenience ? inheritsDesignated || replacesAll : inheritsDesignated {
                takeOver(callable, of: parent, into: declaration)
            } else if callable.isRequired {
                error("'required' initializer '\(callable.reference)' must be provided by subclass of '\(parentNominal.name)'", at: lineAfterInitializers(of: declaration))
            }
        }
        if designated.isEmpty, let first = open.first, !declaration.hasWrongField {
            error("class '\(nominal.name)' has no initializers", at: declaration.parts.name.sourceRange, help: "stored property '\(first.element.name)' without initial value prevents synthesized initializers")
        }
    }

    /// `init()` of a class whose stored properties all have initial values.
    private func addDefaultInitializer(to declaration: NominalDeclaration) {
        let table = environment.memberTable(of: declaration.nominal)
        if let open = declaration.fields.enumerated().first(where: { table.fieldDefaults[$0.offset] == nil }) {
            if declaration.hasWrongField { return }
            error(
                "class '\(declaration.nominal.name)' has no initializers", at: declaration.parts.name.sourceRange,
                help: "stored property '\(open.element.name)' without initial value prevents synthesized initializers")
            return
        }
        let callable = synthesizedInitializer(like: nil, Substitution(), of: declaration) { checker, _, inner in
            guard let own = inner.selfVariable else { return [] }
            return checker.assignDefaults(own)
        }
        if !declaration.nominal.isFinal { callable.root = callable }
        table.add(callable)
    }

    /// An initialiser of the class above as one of this class.
    private func takeOver(_ inherited: Callable, of parent: Type, into declaration: NominalDeclaration) {
        let range = declaration.parts.name.sourceRange
        let types = substitution(for: parent)
        let callable = synthesizedInitializer(like: inherited, types, of: declaration) { checker, function, inner in
            guard let own = inner.selfVariable, let above = own.type.superclass else { return [] }
            var all = checker.substitution(for: above)
            for parameter in inherited.genericParameters { all.types[parameter] = inner.substitution?.types[parameter] }
            let arguments = function.parameters.map { variable in
                variable.isInout
                    ? Expression(.address(Place(root: .variable(variable), steps: [], type: variable.type, range: range)), variable.type, range)
                    : Expression(.variable(variable), variable.type, range)
            }
            guard let call = checker.initializerFunction(inherited, above, all, at: range).map({ Expression(.call($0, arguments), $0.result, range) }) else { return [] }
            let before = inherited.isConvenience ? [] : checker.assignDefaults(own)
            return before + [Statement(call.type.isVoid ? .expression(call) : .return(call), range)]
        }
        if !inherited.isConvenience { callable.root = inherited.root ?? inherited }
        environment.memberTable(of: declaration.nominal).add(callable)
    }

    private func synthesizedInitializer(like other: Callable?, _ types: Substitution, of declaration: NominalDeclaration, _ body: @escaping (Checker, Function, Scope) -> [Statement]) -> Callable {
        let range = declaration.parts.name.sourceRange
        let parameters = (other?.parameters ?? []).map { parameter in
            var copy = Callable.Parameter(label: parameter.label, name: parameter.name, type: parameter.type.substituting(types))
            copy.isInout = parameter.isInout
            copy.isVariadic = parameter.isVariadic
            copy.isEscaping = parameter.isEscaping
            copy.defaultValue = parameter.defaultValue
            copy.defaultFunction = parameter.defaultFunction
            return copy
        }
        let template = Template(body: [], parameterNames: parameters.map(\.name), source: source, range: range, scope: declaration.scope)
        template.builder = body
        let callable = Callable(name: "init", implementation: .template(template), source: source, range: range)
        callable.isInitializer = true
        callable.isSynthesized = true
        callable.parameters = parameters
        callable.genericParameters = other?.genericParameters ?? []
        callable.isConvenience = other?.isConvenience ?? false
        callable.isRequired = other?.isRequired ?? false
        callable.canThrow = other?.canThrow ?? false
        callable.owner = declaration.nominal
        callable.result = other?.result.wrapped != nil ? .optional(declaration.type) : declaration.type
        return callable
    }

    // MARK: deinit

    func deinitializer(_ syntax: DeinitializerDeclSyntax, of type: Type, _ nominal: NominalType) {
        guard nominal.form.isReference else {
            error("deinitializers may only be declared within a class, actor, or noncopyable type", at: syntax.deinitKeyword.sourceRange)
            return
        }
        guard let body = syntax.body else { return }
        let range = syntax.deinitKeyword.sourceRange
        let template = Template(body: body.statements, parameterNames: [], source: source, range: range, scope: scope)
        let callable = Callable(name: "deinit", implementation: .template(template), source: source, range: range)
        callable.owner = nominal
        environment.memberTable(of: nominal).deinitializer = callable
        if type.isConcrete { pending.append { [self] in _ = functionOf(callable, type) } }
    }

    /// Makes sure that the `deinit`s of a class are there; says whether there are any.
    func hasFinalizers(_ type: Type) -> Bool {
        // Asked for each time: what a check made that was given up since is not compiled.
        var found: [Function] = []
        var current: Type? = type
        while let here = current, let nominal = here.nominal {
            if let callable = environment.memberTable(of: nominal).deinitializer, let function = functionOf(callable, here) { found.append(function) }
            current = here.superclass
        }
        type.finalizers = found
        return !found.isEmpty
    }
}
