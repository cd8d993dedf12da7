import SwiftSyntax

/// One way a call could be meant.
struct Candidate {
    let callable: Callable
    /// What the type it is a member of has for its generic parameters.
    var substitution = Substitution()
    /// The value it is called on.
    var receiver: Receiver = .none
    /// Called through `super`: this very member, whatever classes below have.
    var isSuper = false
    /// The type whose static member or initialiser it is, where that is only known at run time.
    var metatype: Expression?
    /// The class a static member is asked of, which may stand below the one that declares it: its `Self`.
    var staticType: Type?

    enum Receiver {
        case none
        /// A value; the node gives its place when the call changes it.
        case value(Expression, Node?)
        /// `self` of the initialiser or method around, by its place.
        case place(Place)
    }
}

/// Calls: which declaration is meant, and each argument as that declaration wants it.
extension Checker {
    /// Chooses among candidates and builds the call.
    func resolveCall(
        _ name: String, _ candidates: [Candidate], _ arguments: [CallArgument], at range: SourceRange,
        nameRange: SourceRange, expected: Type?
    ) -> Expression {
        if let probe { note(candidates, arguments, probe) }
        let candidates = settled(candidates, at: nameRange)
        var fitting: [(Candidate, [[Int]])] = []
        var misfits: [(Candidate, Arrangement)] = []
        for candidate in candidates {
            switch arrange(arguments, for: candidate.callable, at: range) {
            case .fits(let taken): fitting.append((candidate, taken))
            case let misfit: misfits.append((candidate, misfit))
            }
        }
        if fitting.isEmpty { return reportMisfit(name, misfits, arguments, range, nameRange) }
        if fitting.count == 1 {
            let (candidate, taken) = fitting[0]
            if arguments.last?.isTrailing ?? false, mayRetry(), case .fits(let other) = arrange(arguments, for: candidate.callable, at: range, isForward: true), other != taken {
                // The closure goes to the first function that is wanted where the last one does not take it.
                if let call = attempt({ apply(candidate, taken, arguments, nil, at: range, nameRange: nameRange, expected: expected) }) { return call }
                retries += 1
                if let call = attempt({ apply(candidate, other, arguments, nil, at: range, nameRange: nameRange, expected: expected) }) { return call }
            }
            return apply(candidate, taken, arguments, nil, at: range, nameRange: nameRange, expected: expected)
        }

        let before = errorCount
        let forms = arguments.map { form(of: $0) }
        if errorCount > before { return failure(range) }
        for case .typed(let expression) in forms where expression.type.isError { return failure(range) }
        var scored: [(candidate: Candidate, taken: [[Int]], cost: Int)] = []
        for (candidate, taken) in fitting {
            guard var cost = totalCost(candidate, taken, forms) else { continue }
            if let expected {
                var substitution = candidate.substitution
                bindSameTypes(candidate.callable, &substitution)
                let result = candidate.callable.result.substituting(substitution)
                if result !== expected, result.isConcrete {
                    // Everything becomes an `Any` alike.
                    cost += convertible(result, to: expected) ? (expected.isExistential ? 0 : 2) : 40
                }
            }
            scored.append((candidate, taken, cost))
        }
        var best = scored.min { $0.cost < $1.cost }
        if let first = best {
            // Of those that are as near and declared at the same place, the one that asks for more of its types.
            let equal = scored.filter { $0.cost == first.cost && $0.candidate.callable.home === first.candidate.callable.home }
            if equal.count > 1 {
                best = equal.min { $0.candidate.callable.requirementCount(environment) > $1.candidate.callable.requirementCount(environment) }
            }
        }
        if let best, forms.contains(where: { if case .closure = $0 { true } else { false } }) {
            // Only the closure's body tells candidates apart that are about as near.
            let near = scored.filter { $0.cost < best.cost + 8 }
            for one in near.sorted(by: { $0.cost < $1.cost }) where near.count > 1 {
                if let call = attempt({ apply(one.candidate, one.taken, arguments, forms, at: range, nameRange: nameRange, expected: expected) }) { return call }
            }
        }
        guard let best else {
            // The cell's own function speaks before those of the library that share its name.
            let own = fitting.filter { $0.0.callable.declaration == nil }
            if own.count == 1, own.count < fitting.count {
                return apply(own[0].0, own[0].1, arguments, forms, at: range, nameRange: nameRange, expected: expected)
            }
            // What an argument is by itself fits nothing; what it may become where it is given might.
            for (candidate, taken) in fitting where mayRetry() {
                retries += 1
                if let call = attempt({ apply(candidate, taken, arguments, nil, at: range, nameRange: nameRange, expected: expected) }) { return call }
            }
            return reportNoMatch(name, fitting.map(\.0), forms, arguments, range, nameRange)
        }
        if mayRetry() {
            let others = scored.filter { $0.candidate.callable !== best.candidate.callable }.sorted { $0.cost < $1.cost }.prefix(3)
            for one in [best] + others {
                if let call = attempt({ apply(one.candidate, one.taken, arguments, forms, at: range, nameRange: nameRange, expected: expected) }) { return call }
                retries += 1
            }
        }
        return apply(best.candidate, best.taken, arguments, forms, at: range, nameRange: nameRange, expected: expected)
    }

    /// What is tried again costs what is inside anew, and that what is inside of it.
    func mayRetry() -> Bool { retries < 200 }

    private func totalCost(_ candidate: Candidate, _ taken: [[Int]], _ forms: [ArgumentForm]) -> Int? {
        let callable = candidate.callable
        var substitution = candidate.substitution
        var total = callable.genericParameters.isEmpty ? 0 : 1
        for (index, parameter) in callable.parameters.enumerated() {
            if taken[index].isEmpty { total += 1 }
            for position in taken[index] {
                let wanted = parameter.isAutoclosure ? parameter.type.function?.result ?? parameter.type : parameter.type
                guard let cost = cost(of: forms[position], for: wanted, &substitution) else { return nil }
                total += cost * 8
            }
            if !callable.sameTypes.isEmpty { bindSameTypes(callable, &substitution) }
            if parameter.isVariadic { total += 4 }
        }
        return requirementsHold(callable, substitution) ? total : nil
    }

    /// What `where S.Element == Element` says of a sequence.
    private func elements(of sequence: GenericParameter, _ callable: Callable, _ substitution: Substitution) -> Type? {
        // `some Sequence<UInt8>`
        for (parameter, type) in sequence.constraints.flatMap(\.associatedSameTypes) where parameter.name == "Element" && type.isConcrete { return type }
        for (parameter, type) in callable.sameTypes {
            if parameter.base === sequence, parameter.memberName == "Element" {
                let element = type.substituting(substitution)
                if element.isConcrete { return element }
            }
            // `S1.Element == S2.Element`, the first being known.
            if case .parameter(let other) = type.kind, other.base === sequence, other.memberName == "Element", let element = substitution.types[parameter], element.isConcrete { return element }
        }
        return nil
    }

    /// The type of a range of number literals as numbers other than Int.
    private func rangeType(_ node: Node, _ element: Type?) -> Type? {
        guard let element, element !== Type.int, element.nominal?.isSignedInteger ?? false || element.nominal?.isUnsignedInteger ?? false,
            case .binary(let name, _, let lower, let upper) = node, name == "..<" || name == "...", literalKind(lower) == .integer, literalKind(upper) == .integer
        else { return nil }
        return .make(.nominal(name == "..." ? .closedRange : .range, [element]))
    }

    private func isLiteral(_ node: Node) -> Bool {
        if literalKind(node) != nil || isOpenLiteral(node) { return true }
        guard case .syntax(let syntax) = node else { return false }
        return syntax.is(StringLiteralExprSyntax.self) || syntax.is(BooleanLiteralExprSyntax.self)
    }

    /// Whether a generic parameter is what a key path among the arguments leads to.
    private func isDecidedByKeyPath(_ generic: GenericParameter, _ callable: Callable, _ taken: [[Int]], _ arguments: [CallArgument]) -> Bool {
        zip(callable.parameters, taken).contains { parameter, positions in
            guard isKeyPath(parameter.type), case .parameter(let value)? = parameter.type.arguments.last?.kind, value === generic else { return false }
            return positions.contains {
                if case .syntax(let syntax) = arguments[$0].node { syntax.is(KeyPathExprSyntax.self) } else { false }
            }
        }
    }

    /// The name of a generic function, which says nothing of its types by itself.
    private func isGenericFunction(_ node: Node) -> Bool {
        guard case .syntax(let syntax) = node, let reference = syntax.as(DeclReferenceExprSyntax.self),
            case .entity(.callables(let all))? = lookUpName(Checker.plainName(reference.baseName.text))
        else { return false }
        return all.allSatisfy { !$0.genericParameters.isEmpty }
    }

    // MARK: Building the call

    private func apply(
        _ candidate: Candidate, _ taken: [[Int]], _ arguments: [CallArgument], _ forms: [ArgumentForm]?,
        at range: SourceRange, nameRange: SourceRange, expected: Type?
    ) -> Expression {
        let callable = candidate.callable
        var substitution = candidate.substitution
        if case .value(let value, _) = candidate.receiver, takesUnknown(callable, of: value.type) {
            return fail("member '\(callable.name)' cannot be used on value of type '\(value.type)'; consider using a generic constraint instead", at: nameRange)
        }
        // `where Element == Interval<B>` says what B is.
        if !callable.sameTypes.isEmpty { bindSameTypes(callable, &substitution) }
        if !callable.sameTypes.isEmpty || !callable.conformances.isEmpty,
            let unmet = unmetRequirement(callable, substitution)
        {
            return fail(unmet, at: nameRange)
        }
        var values: [[Expression?]] = taken.map { Array(repeating: nil, count: $0.count) }
        var deferred: [(Int, Int)] = []
        // `.name`: of a type that the other arguments, literals among them, decide.
        var implicit: [(Int, Int)] = []
        // `[]` where `[T]` is wanted, `0...1` where `ClosedRange<T>` is: the other arguments say what T is.
        var late: [(Int, Int)] = []
        // `set(&line, \.label, "new")`: the key path says what the literal is.
        var afterKeyPaths: [(Int, Int)] = []
        var closures: [(Int, Int)] = []
        var throwsThroughClosure = false
        let before = errorCount

        if let made = callable.result.function, !callable.genericParameters.isEmpty, let function = expected?.function {
            // A function that makes a function: how its result is called says what it works on. What throws nothing
            // serves where something may throw.
            let wanted = Type.FunctionType(parameters: function.parameters, result: function.result, canThrow: function.canThrow && made.canThrow, thrown: made.canThrow ? function.thrown : nil)
            var tentative = substitution
            if unify(callable.result, .make(.function(wanted)), &tentative) { substitution = tentative }
        }
        if callable.openedOwner != nil, callable.isInitializer || callable.isStatic, let target = expected?.wrapped ?? expected, target.nominal === callable.openedOwner, target.isConcrete {
            // The type that is wanted has its arguments: a literal becomes what they say.
            var tentative = substitution
            if unify(callable.result.wrapped ?? callable.result, target, &tentative) { substitution = tentative }
        }
        if case .existential(let wanted)? = (expected?.wrapped ?? expected)?.kind, callable.isInitializer {
            // `Memory(all: [])` where `any Store<String>` is wanted.
            for (member, type) in wanted.associatedSameTypes where type.isConcrete {
                var tentative = substitution
                if let own = environment.associatedType(member.name, of: callable.result), unify(own, type, &tentative) { substitution = tentative }
            }
        }
        // Functions come last: by then the types they work on are known.
        func isClosure(_ position: Int, _ parameter: Callable.Parameter) -> Bool {
            guard case .syntax(let syntax) = arguments[position].node else { return false }
            if syntax.is(ClosureExprSyntax.self) { return true }
            if !parameter.type.isConcrete, let path = syntax.as(KeyPathExprSyntax.self), path.root == nil || parameter.type.function != nil { return true }
            guard parameter.type.function != nil, !parameter.type.isConcrete else { return false }
            if let member = syntax.as(MemberAccessExprSyntax.self), member.base != nil { return true }
            guard let reference = syntax.as(DeclReferenceExprSyntax.self) else { return false }
            if isOperator(reference.baseName.text) { return true }
            if case .entity(.callables)? = lookUpName(Checker.plainName(reference.baseName.text)) { return true }
            return false
        }
        // Whether other arguments say, too, what a generic parameter is.
        func hasSeveral(_ generic: GenericParameter) -> Bool {
            zip(callable.parameters, taken).reduce(0) { count, pair in
                if case .parameter(let same) = pair.0.type.kind, same === generic { return count + pair.1.count }
                return count + (pair.1.contains { isClosure($0, pair.0) } ? 1 : 0)
            } > 1
        }
        for (index, parameter) in callable.parameters.enumerated() {
            for (slot, position) in taken[index].enumerated() {
                if parameter.isAutoclosure, literalKind(arguments[position].node) != nil, !parameter.type.substituting(substitution).isConcrete {
                    late.append((index, slot))
                    continue
                }
                if parameter.isAutoclosure {
                    values[index][slot] = autoclosure(arguments[position], parameter, &substitution)
                    continue
                }
                if isClosure(position, parameter) {
                    closures.append((index, slot))
                    continue
                }
                let wanted = parameter.type.substituting(substitution)
                if parameter.isInout {
                    values[index][slot] = inoutArgument(arguments[position], parameter, wanted, &substitution)
                    continue
                }
                if arguments[position].address != nil {
                    error("'&' used with non-inout argument of type '\(wanted)'", at: arguments[position].range)
                    values[index][slot] = failure(arguments[position].range)
                    continue
                }
                if wanted.isConcrete {
                    values[index][slot] = fixedArgument(arguments[position], forms?[position], wanted, parameter, callable, at: nameRange)
                } else if case .parameter(let sequence) = wanted.kind, case .syntax(let literal) = arguments[position].node, literal.as(ArrayExprSyntax.self)?.elements.isEmpty ?? false,
                    let element = elements(of: sequence, callable, substitution),
                    unify(wanted, .array(element), &substitution)
                {
                    values[index][slot] = check(arguments[position].node, expected: .array(element))
                } else if case .parameter(let sequence) = wanted.kind, let range = rangeType(arguments[position].node, elements(of: sequence, callable, substitution)), unify(wanted, range, &substitution) {
                    // `[UInt8](0..<3)`
                    values[index][slot] = check(arguments[position].node, expected: range)
                } else if isLiteral(arguments[position].node), case .parameter(let generic) = wanted.kind, isDecidedByKeyPath(generic, callable, taken, arguments) {
                    afterKeyPaths.append((index, slot))
                } else if literalKind(arguments[position].node) != nil || isOpenLiteral(arguments[position].node), case .parameter = wanted.kind {
                    deferred.append((index, slot))
                } else if isOpenLiteral(arguments[position].node) || isOpenRange(arguments[position].node, wanted) || literalKind(arguments[position].node) != nil && wanted.wrapped != nil {
                    late.append((index, slot))
                } else if implicitMember(arguments[position].node) != nil {
                    // `.inside(0...9)` where `Rule<T>` is wanted, too: the other arguments say which rule.
                    implicit.append((index, slot))
                } else if case .parameter = wanted.kind, isGenericFunction(arguments[position].node) {
                    // `id(id)`: the context says which.
                    late.append((index, slot))
                } else if openMember(arguments[position].node) != nil, case .parameter = wanted.kind {
                    deferred.append((index, slot))
                } else if let decided = literalByResult(arguments[position].node, parameter, callable, substitution, expected) {
                    substitution = decided
                    values[index][slot] = argument(arguments[position], nil, parameter.type.substituting(decided), parameter)
                } else if case .parameter(let generic) = wanted.kind, generic.members.isEmpty, isOpenWhole(arguments[position].node), hasSeveral(generic) {
                    deferred.append((index, slot))
                } else {
                    var form = forms?[position]
                    if case .syntax(let literal) = arguments[position].node, literal.is(ArrayExprSyntax.self), case .parameter(let sequence) = wanted.kind,
                        let element = elements(of: sequence, callable, substitution)
                    {
                        // `Set<UInt16>([1, 2])`: the literal's elements are what the sequence's must be.
                        form = .typed(check(arguments[position].node, expected: .array(element)))
                    }
                    let expression = genericArgument(arguments[position], form, wanted, &substitution)
                    values[index][slot] = expression
                }
            }
        }
        if !deferred.isEmpty || !implicit.isEmpty || !late.isEmpty || callable.genericParameters.contains(where: { substitution.types[$0] == nil }),
            let expected, !(expected.wrapped ?? expected).isExistential
        {
            // What the context wants decides what is still open.
            var tentative = substitution
            // `reduce(0, +)` where `Int?` is wanted: a number is no optional by itself.
            let startsWithNumber = deferred.contains { callable.parameters[$0.0].type === callable.result && literalKind(arguments[taken[$0.0][$0.1]].node) != nil }
            if startsWithNumber, let wrapped = expected.wrapped, unify(callable.result, wrapped, &tentative) {
                substitution = tentative
            } else if unify(callable.result, expected, &tentative) || expected.wrapped.map({ unify(callable.result, $0, &tentative) }) ?? false {
                substitution = tentative
            } else if callable.isInitializer, let above = classAbove(callable.result.wrapped ?? callable.result, expected.wrapped ?? expected) {
                // `Sorted()` where a `Base<String>` is wanted.
                var tentative = substitution
                if unify(above, expected.wrapped ?? expected, &tentative) { substitution = tentative }
            }
        }
        for (index, slot) in deferred {
            let position = taken[index][slot]
            let parameter = callable.parameters[index]
            guard case .parameter(let generic) = parameter.type.kind else { continue }
            if let nominal = openMember(arguments[position].node) {
                // `reduce(Tree.leaf) { $0.inserting($1) }`: a tree of what the closure can work with.
                if substitution.types[generic] == nil, let (closureIndex, closureSlot) = closures.first {
                    let parts = substitution.types.values.filter(\.isConcrete).sorted { $0.description < $1.description }
                    substitution.types[generic] = parts.map { part in Type.make(.nominal(nominal, Array(repeating: part, count: nominal.genericParameters.count))) }.first { option in
                        var trial = substitution
                        trial.types[generic] = option
                        return attempt { closureArgument(arguments[taken[closureIndex][closureSlot]], callable.parameters[closureIndex], &trial) } != nil
                    }
                }
                let wanted = parameter.type.substituting(substitution)
                values[index][slot] = wanted.isConcrete ? self.argument(arguments[position], nil, wanted, parameter) : genericArgument(arguments[position], nil, wanted, &substitution)
                continue
            }
            if substitution.types[generic] == nil, isOpenWhole(arguments[position].node) {
                let same = deferred.filter { place in
                    if case .parameter(let other) = callable.parameters[place.0].type.kind { other === generic } else { false }
                }.map { arguments[taken[$0.0][$0.1]].node }.filter(isOpenWhole)
                let closure = closures.first.map { (arguments[taken[$0.0][$0.1]], callable.parameters[$0.0]) }
                substitution.types[generic] = typeOfOpenWholes(same, for: generic, substitution, closure: closure)
            }
            if substitution.types[generic] == nil, literalKind(arguments[position].node) == nil, let (closureIndex, closureSlot) = closures.first {
                // `reduce(into: [:]) { $0[$1, default: 0] += 1 }`: the collection is what the closure can work with.
                substitution.types[generic] = collections(for: arguments[position].node, substitution).first { option in
                    var trial = substitution
                    trial.types[generic] = option
                    return attempt {
                        closureArgument(arguments[taken[closureIndex][closureSlot]], callable.parameters[closureIndex], &trial)
                    } != nil
                }
            }
            if substitution.types[generic] == nil, literalKind(arguments[position].node) == nil {
                values[index][slot] = check(arguments[position].node, expected: nil)
                continue
            }
            if substitution.types[generic] == nil {
                var kind = literalKind(arguments[position].node)
                let isFloatingBeside = deferred.contains { other in
                    guard case .parameter(let same) = callable.parameters[other.0].type.kind, same === generic else { return false }
                    return literalKind(arguments[taken[other.0][other.1]].node) == .floating
                }
                if isFloatingBeside { kind = .floating }
                var choice: Type = kind == .integer ? .int : .double
                if kind == .integer, let (closureIndex, closureSlot) = closures.first {
                    // `reduce(0) { $0 + $1 }` over Doubles: the literal is what the closure can work with.
                    let others = substitution.types.values.filter { type in
                        guard type.isConcrete, let nominal = type.nominal else { return false }
                        return nominal.isUnsignedInteger || nominal.isSignedInteger || nominal.isDeclaredByCell && literalInitializer("integerLiteral", type) != nil
                    }
                    let integers = NominalType.integers.map { Type.make(.nominal($0, [])) }
                    choice = ([Type.int, .double, .float] + others + integers).first { option in
                        var trial = substitution
                        trial.types[generic] = option
                        return attempt {
                            closureArgument(
                                arguments[taken[closureIndex][closureSlot]],
                                callable.parameters[closureIndex], &trial)
                        } != nil
                    } ?? .int
                }
                substitution.types[generic] = choice
            }
            values[index][slot] = fixedArgument(
                arguments[position], nil, parameter.type.substituting(substitution), parameter, callable, at: nameRange)
        }
        for (index, slot) in implicit {
            let argument = arguments[taken[index][slot]]
            guard let name = implicitMember(argument.node) else { continue }
            values[index][slot] = implicitArgument(argument, name, callable.parameters[index], &substitution)
        }
        // Numbers say more than what is empty.
        func isNumber(_ place: (Int, Int)) -> Bool { literalKind(arguments[taken[place.0][place.1]].node) != nil }
        for (index, slot) in late.filter(isNumber) + late.filter({ !isNumber($0) }) {
            let argument = arguments[taken[index][slot]]
            let wanted = callable.parameters[index].type.substituting(substitution)
            if callable.parameters[index].isAutoclosure {
                values[index][slot] = autoclosure(argument, callable.parameters[index], &substitution)
                continue
            }
            if case .parameter(let generic) = callable.parameters[index].type.kind, wanted.function?.result.isError ?? false {
                // `id(id)(3)`: what it is called with says the rest.
                let value = check(argument.node, expected: wanted)
                if !value.type.isError { substitution.types[generic] = value.type }
                values[index][slot] = value
                continue
            }
            values[index][slot] =
                wanted.isConcrete
                ? self.argument(argument, nil, wanted, callable.parameters[index])
                : genericArgument(argument, nil, wanted, &substitution)
        }
        while !closures.isEmpty {
            // Those whose parameters are known by now go first: they may say what the others work on.
            let ready = closures.firstIndex { index, slot in
                let wanted = callable.parameters[index].type.substituting(substitution)
                guard let function = wanted.function ?? wanted.wrapped?.function else { return true }
                return function.parameters.allSatisfy(\.type.isConcrete) || saysItsTypes(arguments[taken[index][slot]].node)
            }
            let (index, slot) = closures.remove(at: ready ?? 0)
            if !callable.sameTypes.isEmpty { bindSameTypes(callable, &substitution) }
            let parameter = callable.parameters[index]
            let value = closureArgument(arguments[taken[index][slot]], parameter, &substitution)
            if value.type.function?.throwsErrors == true { throwsThroughClosure = true }
            values[index][slot] = value
        }
        for (index, slot) in afterKeyPaths {
            let parameter = callable.parameters[index]
            values[index][slot] = argument(arguments[taken[index][slot]], nil, parameter.type.substituting(substitution), parameter)
        }
        for (index, parameter) in callable.parameters.enumerated() where parameter.type.function != nil {
            for value in values[index] where value?.type.function?.throwsErrors == true { throwsThroughClosure = true }
        }
        if errorCount > before { return failure(range) }
        bindSameTypes(callable, &substitution)
        bindUnthrown(callable, &substitution)
        for generic in callable.genericParameters where substitution.types[generic] == nil {
            if callable.name == "numericCast", callable.declaration != nil {
                substitution.types[generic] = .int
                continue
            }
            return fail("generic parameter '\(generic.name)' could not be inferred", at: nameRange)
        }
        if let unmet = unmetRequirement(callable, substitution) {
            if let decimal = withDecimals(candidate, substitution), let call = attempt({ apply(decimal, taken, arguments, nil, at: range, nameRange: nameRange, expected: expected) }) { return call }
            return fail(unmet, at: nameRange)
        }

        var final: [Expression] = []
        for (index, parameter) in callable.parameters.enumerated() {
            let type = parameter.type.substituting(substitution)
            let given = values[index].compactMap { $0 }
            if parameter.isVariadic {
                final.append(Expression(.array(given), .array(type), range))
            } else if let value = given.first {
                final.append(value)
            } else {
                final.append(defaultValue(parameter, type, callable, substitution, range))
            }
        }
        var statements = givenFirst(candidate, values, &final, range)
        if callable.canThrow || (callable.throwsThroughClosures && throwsThroughClosure) {
            noteThrow(at: nameRange, name: callable.name, type: callable.thrown?.substituting(substitution))
        }
        if final.contains(where: \.isAddress) {
            let lent = [receiverPlace(candidate)].compactMap { $0 } + final
            let before = errorCount
            reportOverlap(of: lent)
            if errorCount == before, let name = lentTwice(lent) { statements.append(faultOfLending(name, range)) }
        }
        let call = openingCall(candidate, final, substitution, at: range, nameRange: nameRange) ?? build(candidate, final, substitution, at: range, nameRange: nameRange)
        lastChoice = (callable, final, substitution)
        return statements.isEmpty ? call : Expression(.block(statements, call), call.type, call.range).implicit(call.isImplicit)
    }

    /// `mean([1, 2])` where only what has decimals will do: whole literals are Doubles then. Whether literals they are is
    /// seen when the arguments are looked at as such.
    private func withDecimals(_ candidate: Candidate, _ substitution: Substitution) -> Candidate? {
        var result = candidate
        var types = substitution
        for generic in candidate.callable.genericParameters where candidate.substitution.types[generic] == nil {
            let decimal: Type
            switch substitution.types[generic] {
            case Type.int: decimal = .double
            case Type.array(.int): decimal = .array(.double)
            case Type.optional(.int): decimal = .optional(.double)
            default: continue
            }
            types.types[generic] = decimal
            result.substitution.types[generic] = decimal
        }
        if result.substitution.types.count == candidate.substitution.types.count { return nil }
        for generic in candidate.callable.genericParameters {
            guard let type = result.substitution.types[generic] else { continue }
            for member in generic.allMembers { types.types[member] = nil }
            _ = bindMembers(of: generic, type, &types)
        }
        return unmetRequirement(candidate.callable, types) == nil ? result : nil
    }

    /// Default values are worked out behind all arguments that are written. Where a default calls something and stands
    /// in front of one that does, what is written is worked out first.
    private func givenFirst(_ candidate: Candidate, _ values: [[Expression?]], _ arguments: inout [Expression], _ range: SourceRange) -> [Statement] {
        let parameters = candidate.callable.parameters
        func callsSomething(_ syntax: ExprSyntax?) -> Bool { syntax?.tokens(viewMode: .sourceAccurate).contains { $0.tokenKind == .leftParen } ?? false }
        func isSteady(_ value: Expression) -> Bool {
            switch value.kind {
            case .integer, .floating, .boolean, .string, .none, .closure, .functionValue, .type, .address: true
            default: false
            }
        }
        if case .value(let receiver, _) = candidate.receiver {
            switch receiver.kind {
            case .variable, .global: break
            default: return []
            }
        }
        guard let first = parameters.indices.first(where: { values[$0].isEmpty && !parameters[$0].isAutoclosure && (parameters[$0].fieldDefault != nil || callsSomething(parameters[$0].defaultValue)) }) else { return [] }
        let moved = parameters.indices.filter { !values[$0].isEmpty && !parameters[$0].isAutoclosure && !isSteady(arguments[$0]) }
        guard moved.contains(where: { $0 > first }) else { return [] }
        return moved.map { index in
            let value = arguments[index]
            let holder = temporary(value.type, value.range)
            arguments[index] = Expression(.variable(holder), value.type, value.range)
            return Statement(.declare(holder, value), value.range)
        }
    }

    /// `reduce([1]) { … }` where a type is wanted that array literals stand for, and that is no array.
    private func literalByResult(_ node: Node, _ parameter: Callable.Parameter, _ callable: Callable, _ substitution: Substitution, _ expected: Type?) -> Substitution? {
        guard case .syntax(let syntax) = node, syntax.is(ArrayExprSyntax.self), case .parameter(let generic) = parameter.type.kind, substitution.types[generic] == nil,
            let target = expected?.wrapped ?? expected, target.isConcrete, target.arrayElement == nil, !target.isExistential
        else { return nil }
        var trial = substitution
        guard unify(callable.result, target, &trial), let known = trial.types[generic], known.nominal === NominalType.set || literalInitializer("arrayLiteral", known) != nil, known.arrayElement == nil
        else { return nil }
        return trial
    }

    /// What a class inherits of the one that is wanted, with its own generic parameters.
    private func classAbove(_ type: Type, _ wanted: Type) -> Type? {
        guard let nominal = wanted.nominal, nominal.form.isReference, type.nominal !== nominal else { return nil }
        return ancestor(of: type, nominal)
    }

    /// The place that a method changes.
    private func receiverPlace(_ candidate: Candidate) -> Expression? {
        guard candidate.callable.isMutating else { return nil }
        switch candidate.receiver {
        case .place(let place): return Expression(.address(place), place.type, place.range)
        case .value(let value, let node?):
            return attempt { place(of: node, use: .mutatingCall(candidate.callable.name)) }.flatMap { $0 }.map { Expression(.address($0), $0.type, value.range) }
        default: return nil
        }
    }

}

extension Substitution {
    /// The type a static member or initialiser belongs to, its generic parameters put in.
    func selfType(of callable: Callable) -> Type? {
        guard let owner = callable.home else { return nil }
        if owner.form.isProtocol { return types[owner.selfParameter] }
        if owner.hasPlainValues, let own = owner.genericParameters.first { return types[own] }
        return .make(.nominal(owner, owner.genericParameters.map { types[$0] ?? .error }))
    }
}
