/// Bodies of generic functions, checked with types of which no more is known than what the declaration asks for.
///
/// What a body does is checked for the types it is used with; this finds what is not right for all of them.
extension Checker {
    /// A generic function's body, and the callable it belongs to.
    typealias OpenBody = (callable: Callable, template: Template)

    /// A type of the library that stands for a generic parameter.
    struct Likeness {
        let type: Type
        /// What the parameter is asked to conform to.
        let asked: [NominalType]
        /// The type and its associated types as they are printed, and what they are called in the declaration.
        let names: [(String, String)]
        /// Whether the cell speaks of the type itself, so that a value of it need not be one of the parameter's.
        var isNamed = false
    }

    func noteOpen(_ callable: Callable, _ template: Template) {
        openBodies.append((callable, template))
        template.isOpen = true
    }

    func checkUnusedBodies() {
        var untold: [OpenBody] = []
        for body in openBodies where errorCount == 0 && body.template.parent == nil {
            if body.template.names?.isSettled ?? false { continue }
            if let problem = checkUnused(body) { diagnostics.append(problem) }
            if !(body.template.names?.hasStandIns ?? false), body.template.instances.isEmpty { untold.append(body) }
        }
        for body in untold where errorCount == 0 { checkForTypesMade(body) }
        finishPending()
    }

    /// A body that no stand-in can be found for, and that may still be reached at run time, by an override or as what a
    /// protocol asks for: checked for the types of which the cell makes values.
    private func checkForTypesMade(_ body: OpenBody) {
        guard let owner = body.callable.owner, body.callable.genericParameters.isEmpty else { return }
        for type in realized where !type.isStandIn {
            var own: Type?
            if owner.form.isProtocol {
                own = environment.conforms(type, to: owner) ? type : nil
            } else {
                own = ancestor(of: type, owner)
            }
            guard let own, own.isConcrete else { continue }
            let types = substitution(for: own)
            if requirementsHold(body.callable, types) { _ = instantiate(body.template, of: body.callable, types, selfType: own) }
        }
    }

    /// Checks a body with types that stand for any, and keeps what its names mean for them.
    /// - Returns: what is wrong with it.
    @discardableResult
    func checkUnused(_ body: OpenBody) -> Diagnostic? {
        let instances = body.template.instances
        body.template.instances = [:]
        defer { body.template.instances = instances }
        let saved = (diagnostics, functions.count, unrealized, uses, lastCall, lastChoice, impliedTries, retries)
        // What the body calls is made for nothing: without the library's bodies.
        unusedInstances = []
        defer { for (template, key) in unusedInstances { template.instances[key] = nil } }
        let savedPending = (pending, pendingOfInstances, settlingDepth)
        let names = SettledNames()
        body.template.names = names
        diagnostics = []
        isCheckingUnused = true
        var problem: Diagnostic?
        likenesses = []
        if let (types, own) = standIns(for: body.callable) {
            names.hasStandIns = true
            diagnostics = []
            settlingDepth = instantiationDepth + 1
            _ = instantiate(body.template, of: body.callable, types, selfType: own)
            problem = diagnostics.first { $0.severity == .error }
        }
        isCheckingUnused = false
        for type in unrealized.dropFirst(saved.2.count) { type.nominal?.witnesses[type] = nil }
        environment.made.note(Array(functions.suffix(from: saved.1)), nil)
        functions.removeLast(functions.count - saved.1)
        (diagnostics, unrealized, uses, lastCall, lastChoice, impliedTries, retries) = (saved.0, saved.2, saved.3, saved.4, saved.5, saved.6, saved.7)
        (pending, pendingOfInstances, settlingDepth) = savedPending
        problem = problem.flatMap(speakingOfParameters)
        names.isRight = problem == nil
        return problem
    }

    /// The problem as it is of the generic parameters themselves; nil for what only a stand-in may lack.
    private func speakingOfParameters(_ problem: Diagnostic) -> Diagnostic? {
        if problem.message.contains("cannot be used with these types") { return nil }
        let speaksOfNumber = likenesses.contains { ($0.type.nominal?.genericParameters.isEmpty ?? false) && problem.message.contains("'\($0.type)'") }
        if speaksOfNumber, !["cannot convert", "binary operator", "conflicting arguments"].contains(where: problem.message.hasPrefix) { return nil }
        var problem = problem
        for (shown, name) in likenesses.flatMap(\.names).sorted(by: { $0.0.count > $1.0.count }) { problem.message = problem.message.replacing(shown, with: name) }
        return problem
    }

    /// What is wrong with an operator between values that stand for generic parameters: nothing asks for it.
    func lackingOperator(_ name: String, _ a: Expression, _ b: Expression, _ left: Node, _ right: Node) -> String? {
        guard let likeness = likenesses.first(where: { $0.type === a.type || $0.type === b.type }), likeness.type.nominal?.genericParameters.isEmpty ?? false,
            lacksOperator(name, likeness.asked)
        else { return nil }
        let shown = [a.type, b.type].map { $0 === likeness.type ? likeness.names[0].1 : "\($0)" }
        let written = zip(shown, [left, right]).map { literalKind($1).map { $0 == .integer ? "Int" : "Double" } ?? $0 }
        return written[0] == written[1] ? "binary operator '\(name)' cannot be applied to two '\(written[0])' operands" : "binary operator '\(name)' cannot be applied to operands of type '\(written[0])' and '\(written[1])'"
    }

    /// Whether a type stands for a generic parameter here that no literal of that kind can become.
    func lacksLiteral(_ type: Type, isInteger: Bool) -> Bool {
        guard isCheckingUnused, instantiationDepth == settlingDepth else { return false }
        let meant = likenesses.filter { $0.type === type && !$0.isNamed && ($0.type.nominal?.genericParameters.isEmpty ?? false) }
        let asking = isInteger ? ["Numeric", "ExpressibleByIntegerLiteral"] : ["BinaryFloatingPoint", "ExpressibleByFloatLiteral"]
        return !meant.isEmpty && meant.allSatisfy { one in !one.asked.contains { asking.contains($0.name) } }
    }

    /// What is wrong with a number beside a value that stands for a generic parameter.
    func lackingLiteral(_ name: String, _ a: ArgumentForm, _ b: ArgumentForm, _ left: Node, _ right: Node, at operatorRange: SourceRange, _ range: SourceRange) -> Expression? {
        for (form, other, literal) in [(a, b, right), (b, a, left)] {
            guard case .typed(let value) = form, let kind = literalKind(literal), lacksLiteral(value.type, isInteger: kind == .integer),
                let likeness = likenesses.first(where: { $0.type === value.type })
            else { continue }
            if case .typed = other { continue }
            let (shown, written) = (likeness.names[0].1, kind == .integer ? "Int" : "Double")
            if Checker.comparisons.contains(name) {
                let sides = literal.range.start > value.range.start ? (shown, written) : (written, shown)
                return fail("binary operator '\(name)' cannot be applied to operands of type '\(sides.0)' and '\(sides.1)'", at: operatorRange)
            }
            // What is counted in steps goes on by a number of them only where that number is known to be its step.
            let isCounted = !likeness.asked.contains { $0.name == "AdditiveArithmetic" }
            return isCounted
                ? fail("cannot convert value of type '\(shown)' to expected argument type '\(written)'", at: value.range)
                : fail("cannot convert value of type '\(written)' to expected argument type '\(shown)'", at: literal.range)
        }
        return nil
    }

    // MARK: Stand-ins

    /// What the generic parameters around and of a callable are taken to be, and its `self`; nil where that cannot be
    /// said faithfully.
    private func standIns(for callable: Callable) -> (Substitution, Type?)? {
        var types = Substitution()
        var own: Type?
        // `where Element == T?`: the type's parameters follow from the function's own.
        let isSaidByOwn = callable.sameTypes.contains { one, same in !same.isConcrete && callable.owner?.genericParameters.contains { $0 === one } ?? false }
        if isSaidByOwn {
            for parameter in callable.genericParameters where parameter.base == nil {
                types.types[parameter] = standIn(for: parameter, of: nil, callable, types)
            }
        }
        if let owner = callable.owner {
            if owner.form.isProtocol {
                guard let type = standIn(named: "Self", [owner], callable, owner.selfParameter, depth: 0) else { return nil }
                own = type
                types = substitution(for: type)
            } else {
                if owner.hasSameTypeRequirements { return nil }
                var arguments: [Type] = []
                for parameter in owner.genericParameters {
                    guard let type = standIn(for: parameter, of: owner, callable, types) else { return nil }
                    types.types[parameter] = type
                    arguments.append(type)
                }
                let type = Type.make(.nominal(owner, arguments))
                own = type
                types.types.merge(substitution(for: type).types) { known, _ in known }
            }
        }
        for parameter in callable.genericParameters where parameter.base == nil && types.types[parameter] == nil {
            guard let type = standIn(for: parameter, of: nil, callable, types) else { return nil }
            types.types[parameter] = type
        }
        for parameter in (callable.owner?.genericParameters ?? []) + callable.genericParameters where parameter.base == nil {
            guard let type = types.types[parameter] else { return nil }
            for member in parameter.allMembers { types.types[member] = nil }
            if !bindMembers(of: parameter, type, &types) { return nil }
        }
        for (parameter, type) in callable.sameTypes {
            guard let known = types.types[parameter], known === type.substituting(types) else { return nil }
        }
        return requirementsHold(callable, types) ? (types, own) : nil
    }

    private func standIn(for parameter: GenericParameter, of owner: NominalType?, _ callable: Callable, _ types: Substitution) -> Type? {
        if let same = callable.sameTypes.first(where: { $0.0 === parameter })?.1.substituting(types) { return same.isConcrete ? same : nil }
        var asked = parameter.constraints
        if owner == nil { asked += (callable.parameters.map(\.type) + [callable.result]).flatMap { implied(of: parameter, by: $0) } }
        if owner === NominalType.set || owner === NominalType.dictionary && owner?.genericParameters.first === parameter, let hashable = environment.protocolNamed("Hashable") { asked.append(hashable) }
        if let name = owner?.name, name.hasSuffix("Range") || name.hasPrefix("PartialRange"), let comparable = environment.protocolNamed("Comparable") { asked.append(comparable) }
        return standIn(named: parameter.name, asked, callable, parameter, depth: 0)
    }

    /// `Matrix<T>` in a signature asks of `T` what `Matrix` asks.
    private func implied(of parameter: GenericParameter, by type: Type) -> [NominalType] {
        switch type.kind {
        case .nominal(let nominal, let arguments):
            return zip(nominal.genericParameters, arguments).flatMap { own, argument -> [NominalType] in
                guard case .parameter(let used) = argument.kind, used === parameter else { return implied(of: parameter, by: argument) }
                let isKey = nominal === NominalType.set || nominal === NominalType.dictionary && own === nominal.genericParameters[0]
                return own.constraints + (isKey ? [environment.protocolNamed("Hashable")].compactMap { $0 } : [])
            }
        case .tuple(let elements): return elements.flatMap { implied(of: parameter, by: $0.type) }
        case .function(let function): return function.parameters.flatMap { implied(of: parameter, by: $0.type) } + implied(of: parameter, by: function.result)
        default: return []
        }
    }

    /// A type that has what the constraints ask for and nothing else; of the library's numbers and collections one that
    /// is like any other.
    private func standIn(named name: String, _ stated: [NominalType], _ callable: Callable, _ parameter: GenericParameter, depth: Int) -> Type? {
        let asked = stated + callable.conformances.filter { $0.0 === parameter }.map(\.1)
        if depth > 3 || asked.contains(where: { $0.form.isReference || $0.isComposition && $0.superclass != nil || $0.openSameTypes != nil }) { return nil }
        let all = asked + asked.flatMap { environment.inheritedProtocols(of: $0) }
        let plain: Set<String> = ["Any", "Equatable", "Hashable", "Comparable", "CustomStringConvertible", "CustomDebugStringConvertible", "Error", "Sendable", "CaseIterable", "RawRepresentable"]
        let ofLibrary = all.filter { !$0.isOfCells && !plain.contains($0.name) }
        if !ofLibrary.isEmpty {
            // `Collection<Int>` says what the elements are, and no more than that is understood.
            if all.contains(where: { $0.isDeclaredByCell || $0.isComposition && $0.associatedSameTypes.contains { $0.0.name != "Element" || !$0.1.isConcrete } }) { return nil }
            return likeness(of: ofLibrary, among: all, name, callable, parameter, depth: depth)
        }
        if all.contains(where: { $0.isComposition && !$0.associatedSameTypes.isEmpty }) { return nil }
        let made = NominalType(name: name, form: .structure)
        made.isDeclaredByCell = true
        made.isStandIn = true
        // It goes with all that was made for it, as what a cell declares does once nothing reaches it.
        environment.made.note(made)
        made.isComplete = true
        made.conformances = asked
        let type = Type.make(.nominal(made, []))
        if all.contains(where: { $0.name == "RawRepresentable" }) {
            guard let raw = associatedStandIn(GenericParameter(name: "RawValue"), of: made, parameter, callable, depth: depth) else { return nil }
            made.standInTypes["RawValue"] = raw
            // Values whose raw values can be compared can be compared themselves.
            if let equatable = environment.protocolNamed("Equatable"), environment.conforms(raw, to: equatable) { made.conformances.append(equatable) }
        }
        if all.contains(where: { $0.name == "CaseIterable" }) {
            guard let hidden = environment.table.types["AnyCollection"], parameter.members["AllCases"] == nil else { return nil }
            let cases = Type.make(.nominal(hidden, [type]))
            made.standInTypes["AllCases"] = cases
            likenesses.append(Likeness(type: cases, asked: [], names: [("\(cases)", "\(name).AllCases"), ("AnyIndex", "\(name).AllCases.Index")]))
        }
        promise(all, of: made, type)
        for one in all where one.isOfCells {
            for associated in one.genericParameters where associated.base == nil && associated.name != "Self" && made.standInTypes[associated.name] == nil {
                guard let found = associatedStandIn(associated, of: one, parameter, callable, depth: depth) else { return nil }
                made.standInTypes[associated.name] = found
            }
        }
        return keepsSameTypes(all, type) ? type : nil
    }

    /// Whether a stand-in's associated types are to each other what its protocols say.
    private func keepsSameTypes(_ asked: [NominalType], _ type: Type) -> Bool {
        let types = asked.contains { !$0.associatedSameTypes.isEmpty } ? substitution(for: type) : Substitution()
        return asked.allSatisfy { one in
            one.associatedSameTypes.allSatisfy { parameter, same in types.types[parameter].map { $0 === same.substituting(types) } ?? false }
        }
    }

    private func associatedStandIn(_ associated: GenericParameter, of nominal: NominalType, _ parameter: GenericParameter, _ callable: Callable, depth: Int) -> Type? {
        let member = parameter.members[associated.name]
        for (one, same) in callable.sameTypes + nominal.associatedSameTypes where one === member || one === associated {
            return same.isConcrete ? same : nil
        }
        var asked = associated.constraints
        if let member { asked += member.constraints + callable.conformances.filter { $0.0 === member }.map(\.1) }
        asked += callable.conformances.filter { $0.0 === associated }.map(\.1)
        return standIn(named: "\(parameter.name).\(associated.name)", asked, callable, GenericParameter(name: associated.name), depth: depth + 1)
    }

    /// A type of the library that conforms to all of the library's protocols that are asked for.
    private func likeness(of asked: [NominalType], among all: [NominalType], _ name: String, _ callable: Callable, _ parameter: GenericParameter, depth: Int) -> Type? {
        // Those that nobody names, so that what is taken for Int, Double or String is found.
        let numbers = ["Int64", "UInt64"].compactMap(NominalType.named).map { Type.make(.nominal($0, [])) } + [.float]
        var options = numbers + (environment.table.types["Substring"].map { [.make(.nominal($0, []))] } ?? []) + [.int, .double, .string]
        if !asked.contains(where: { $0.name == "StringProtocol" }), asked.contains(where: { ["Sequence", "Collection", "BidirectionalCollection", "RandomAccessCollection", "MutableCollection", "RangeReplaceableCollection", "IteratorProtocol"].contains($0.name) }) {
            let member = parameter.members["Element"]
            var element: Type?
            if let member, let same = callable.sameTypes.first(where: { $0.0 === member })?.1 {
                guard same.isConcrete else { return nil }
                element = same
            } else if let same = all.flatMap(\.associatedSameTypes).first(where: { $0.0.name == "Element" })?.1 {
                element = same
            } else if let owner = callable.owner, owner.form.isProtocol, owner.selfParameter === parameter, let own = owner.genericParameters.first(where: { $0.name == "Element" }) {
                element = callable.sameTypes.first { $0.0 === own }?.1 ?? standIn(named: "Element", [], callable, own, depth: depth + 1)
            } else {
                element = standIn(named: "\(name).Element", member?.constraints ?? [], callable, member ?? GenericParameter(name: "Element"), depth: depth + 1)
            }
            guard let element, element.isConcrete else { return nil }
            // Of what hides its type no more can be used than its protocol has.
            let hidesIndex = !callable.sameTypes.contains { $0.0 === parameter.members["Index"] }
            let hidden = ["AnySequence"] + (hidesIndex ? ["AnyCollection", "AnyBidirectionalCollection", "AnyRandomAccessCollection"] : []) + ["AnyIterator"]
            options = hidden.compactMap { environment.table.types[$0] }.map { .make(.nominal($0, [element])) } + [.array(element)]
        }
        let found = options.first { option in asked.allSatisfy { environment.conforms(option, to: $0) } }
        if let found {
            let names = found.nominal?.genericParameters.isEmpty ?? true ? [] : ["Index", "SubSequence", "Iterator"].compactMap { member in
                environment.associatedType(member, of: found).map { ("\($0)", "\(name.contains(" ") ? "(\(name))" : name).\(member)") }
            }
            likenesses.append(Likeness(type: found, asked: all, names: [("\(found)", name)] + names, isNamed: found.nominal.map { source.names($0.name) } ?? false))
        }
        return found
    }

    /// What the library's plain protocols promise.
    private func promise(_ asked: [NominalType], of nominal: NominalType, _ type: Type) {
        let table = environment.memberTable(of: nominal)
        func function(_ name: String, _ parameters: [Callable.Parameter], _ result: Type, isStatic: Bool = false) -> Callable {
            let callable = Callable(name: name, implementation: .function(Function(name: name, source: source, range: .none)), source: source)
            callable.parameters = parameters
            callable.result = result
            callable.isStatic = isStatic
            callable.owner = nominal
            return callable
        }
        let names = Set(asked.map(\.name))
        if names.contains("Comparable") {
            for name in ["<", ">", "<=", ">="] {
                table.add(function(name, [Callable.Parameter(label: nil, name: "a", type: type), Callable.Parameter(label: nil, name: "b", type: type)], .bool, isStatic: true))
            }
        }
        for (kind, member) in [("CustomStringConvertible", "description"), ("CustomDebugStringConvertible", "debugDescription")] where names.contains(kind) {
            table.properties[member, default: []].append(Property(name: member, type: .string, getter: function(member, [], .string)))
        }
        if let raw = nominal.standInTypes["RawValue"] {
            table.properties["rawValue", default: []].append(Property(name: "rawValue", type: raw, getter: function("rawValue", [], raw)))
            let making = function("init", [Callable.Parameter(label: "rawValue", name: "rawValue", type: raw)], .optional(type))
            making.isInitializer = true
            table.add(making)
        }
        if let cases = nominal.standInTypes["AllCases"] {
            let all = Property(name: "allCases", type: cases, getter: function("allCases", [], cases, isStatic: true))
            all.isStatic = true
            table.properties["allCases", default: []].append(all)
        }
    }
}

extension Type {
    /// Stands for a generic parameter: see `checkUnusedBodies`.
    var isStandIn: Bool { nominal?.isStandIn ?? false }

    /// `Any`
    var isAny: Bool {
        if case .existential(let nominal) = kind { nominal.name == "Any" } else { false }
    }
}
