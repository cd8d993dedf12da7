import SwiftParser
import SwiftSyntax

/// Functions, initialisers and operators used as values.
extension Checker {
    /// A function's name used as a value.
    func functionValue(_ name: String, _ candidates: [Candidate], _ range: SourceRange, _ expected: Type?) -> Expression {
        if let labels = writtenLabels {
            // `Version.init(text:)`
            writtenLabels = nil
            let named = candidates.filter { $0.callable.parameters.map(\.label) == labels }
            if named.isEmpty { return fail("no '\(name)' has the labels '\(Checker.labelText(labels))'", at: range) }
            return functionValue(name, named, range, expected)
        }
        let candidates = settled(candidates, at: range)
        let wanted = expected?.function ?? expected?.wrapped?.function
        // A reference without labels is to a declaration without them, where there is one.
        let plain = candidates.filter { $0.callable.parameters.allSatisfy { $0.label == nil } }
        for candidate in plain + candidates.filter({ one in !plain.contains { $0.callable === one.callable } }) {
            let callable = candidate.callable
            var substitution = candidate.substitution
            if let wanted {
                guard callable.parameters.count == wanted.parameters.count,
                    zip(callable.parameters, wanted.parameters).allSatisfy({
                        $0.isVariadic == $1.isVariadic && $0.isInout == $1.isInout && (unify($0.valueType, $1.type, &substitution) || $0.valueType.substituting(substitution) === $1.type)
                    }), !wanted.result.isConcrete || unify(callable.result, wanted.result, &substitution)
                else { continue }
                bindSameTypes(callable, &substitution)
                bindUnthrown(callable, &substitution)
            } else if candidates.count > 1 {
                return fail("ambiguous use of '\(name)'", at: range, help: "write a closure: '{ \(name)($0) }'")
            }
            // Swift's own has a form for String, which goes first: `let begins = text.hasPrefix`.
            for generic in callable.genericParameters where callable.declaration != nil && substitution.types[generic] == nil && generic.constraints.contains(where: { $0.name == "StringProtocol" }) {
                substitution.types[generic] = .string
            }
            guard requirementsHold(callable, substitution) else { continue }
            if let problem = boxAsConforming(callable, substitution) { return fail(problem, at: range, help: "write a closure that calls it: '{ \(name)($0) }'") }
            let result = callable.result.substituting(substitution)
            let parameters = callable.parameters.map {
                Type.Parameter(type: $0.valueType.substituting(substitution), isInout: $0.isInout, isVariadic: $0.isVariadic)
            }
            guard result.isConcrete, parameters.allSatisfy(\.type.isConcrete) else {
                let open = callable.genericParameters.first { substitution.types[$0] == nil }
                return fail("generic parameter\(open.map { " '\($0.name)'" } ?? "s of '\(name)'") could not be inferred", at: range, help: "write a closure that calls it")
            }
            let type = Type.make(.function(Type.FunctionType(parameters: parameters, result: result, canThrow: callable.canThrow, thrown: callable.thrown?.substituting(substitution))))
            // A class's initialiser wants an object: what stands for it makes one.
            let makesObject = callable.isInitializer && (result.wrapped ?? result).isClass
            if case .function(let function) = callable.implementation, case .none = candidate.receiver, candidate.metatype == nil, !makesObject {
                if !use(function, at: range) { return failure(range) }
                if function.captures.contains(where: \.isInout), !lendsFunction {
                    return fail("'\(name)' uses an 'inout' parameter and can only be called", at: range)
                }
                if let lent = function.captures.first(where: { $0.isNonEscapingParameter && $0.isParameter && $0.type.function != nil }), !lendsFunction {
                    return fail("escaping local function captures non-escaping parameter '\(lent.name)'", at: range, help: "write '@escaping' in front of the parameter's type")
                }
                return Expression(.functionValue(function), type, range)
            }
            return wrapInClosure(candidate, substitution, type, range)
        }
        if let wanted, wanted.parameters.allSatisfy({ $0.type.isConcrete && !$0.isInout }) {
            // `objects.map(ObjectIdentifier.init)`: each argument is converted as in a call.
            for candidate in candidates {
                let callable = candidate.callable
                let types = candidate.substitution
                guard callable.genericParameters.isEmpty, callable.parameters.count == wanted.parameters.count,
                    zip(callable.parameters, wanted.parameters).allSatisfy({ !$0.isInout && !$0.isVariadic && $0.type.isConcrete && convertible($1.type, to: $0.type) }),
                    case let result = callable.result.substituting(types), result.isConcrete, !wanted.result.isConcrete || convertible(result, to: wanted.result)
                else { continue }
                let type = Type.FunctionType(parameters: wanted.parameters, result: wanted.result.isConcrete ? wanted.result : result, canThrow: callable.canThrow, thrown: callable.thrown?.substituting(types))
                return wrapInClosure(candidate, types, .make(.function(type)), range)
            }
        }
        if let wanted, let known = wanted.parameters.first(where: \.type.isConcrete)?.type, !wanted.parameters.allSatisfy(\.type.isConcrete) {
            // `partial(+, 10)`: what is still open is as what is known.
            let filled = wanted.parameters.map { $0.with($0.type.isConcrete ? $0.type : known) }
            let type = Type.make(.function(Type.FunctionType(parameters: filled, result: wanted.result, canThrow: wanted.canThrow, thrown: wanted.thrown)))
            if let value = attempt({ functionValue(name, candidates, range, type) }) { return value }
        }
        if let wanted, wanted.parameters.count == 1, let elements = wanted.parameters[0].type.tupleElements, elements.count > 1,
            candidates.contains(where: { $0.callable.parameters.count == elements.count })
        {
            return spreadFunction(name, candidates, elements, wanted, range)
        }
        if let wanted, wanted.parameters.count == 1, let value = closure(of: "\(name)$0", for: name, ["-", "+", "!", "~"], wanted, range) { return value }
        if let wanted, wanted.parameters.count == 2, let value = closure(of: "$0 \(name) $1", for: name, ["==", "!=", "<", ">", "<=", ">="], wanted, range) { return value }
        if let wanted, wanted.parameters.count == 2, let value = closure(of: "$0 \(name) $1", for: name, Checker.builtOperators, wanted, range) { return value }
        if let wanted, let inner = wanted.result.wrapped, let value = attempt({ functionValue(name, candidates, range, .make(.function(wanted.with(result: inner)))) }) {
            // `let make: (Int) -> Box<Int>? = Box.init`
            return value
        }
        if let wanted {
            if candidates.count == 1, let only = candidates.first, only.callable.genericParameters.isEmpty, !isOperator(name), let value = attempt({ functionValue(name, candidates, range, nil) }) {
                // What it is, and what was wanted, is said where it is given.
                return value
            }
            return fail("no '\(name)' has the type '\(Type.make(.function(wanted)))'", at: range)
        }
        return fail("cannot use '\(name)' as a value here", at: range)
    }

    /// `reduce(into: 1, *=)`: operators that the language itself makes something of.
    static let builtOperators = ["..<", "...", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", "&+=", "&-=", "&*="]

    /// `numbers.map(-)`, `pairs.sorted(by: <)`: an operator that no one declaration gives, as a function.
    private func closure(of code: String, for name: String, _ names: [String], _ wanted: Type.FunctionType, _ range: SourceRange) -> Expression? {
        guard names.contains(name) else { return nil }
        var parser = Parser("{ \(code) }")
        guard let closure = ExprSyntax.parse(from: &parser).as(ClosureExprSyntax.self) else { return nil }
        return attempt {
            let value = checkClosure(
                closure, parameters: wanted.parameters, result: wanted.result.isConcrete ? wanted.result : nil, canThrow: wanted.canThrow, isEscaping: true)
            return Expression(value.kind, value.type, range)
        }
    }

    /// `zip(a, b).map(*)`: a function of several parameters where one that takes a tuple is wanted.
    private func spreadFunction(_ name: String, _ candidates: [Candidate], _ elements: [Type.TupleElement], _ wanted: Type.FunctionType, _ range: SourceRange) -> Expression {
        let separate = Type.make(
            .function(Type.FunctionType(parameters: elements.map { Type.Parameter(type: $0.type) }, result: wanted.result, canThrow: wanted.canThrow)))
        let value = functionValue(name, operatorMembers(name, separate) + candidates, range, separate)
        guard let signature = value.type.function else { return failure(range) }
        let whole = wanted.parameters[0].type
        let given = elements.filter(\.type.isConcrete)
        guard signature.parameters.count == elements.count, given.count < elements.count || zip(elements, signature.parameters).allSatisfy({ convertible($0.type, to: $1.type) }) else {
            return mismatch(value, .make(.function(Type.FunctionType(parameters: [Type.Parameter(type: whole)], result: wanted.result.isConcrete ? wanted.result : signature.result, canThrow: wanted.canThrow))), .argument)
        }
        return spreadValue(value, signature, whole)
    }

    /// The same of any value that is a function, as an argument: `zip(a, b).map(combine)`.
    func spreadValue(_ value: Expression, to type: Type) -> Expression? {
        guard let signature = value.type.function, let wanted = type.function, let separate = wanted.spread(over: signature.parameters.count),
            convert(value, to: .make(.function(Type.FunctionType(parameters: separate, result: wanted.result, canThrow: wanted.canThrow, thrown: wanted.thrown)))) != nil
        else { return nil }
        return spreadValue(value, signature, wanted.parameters[0].type)
    }

    /// A closure that takes a tuple and calls the value with its elements. The value is taken once, before the closure
    /// is made.
    private func spreadValue(_ value: Expression, _ signature: Type.FunctionType, _ whole: Type) -> Expression {
        let range = value.range
        let holder = Variable(name: "", type: value.type, isMutable: false, range: range, owner: function)
        holder.isCaptured = true
        let inner = Function(name: "closure", source: currentSource, range: range, parent: function)
        inner.captures = [holder]
        let tuple = Variable(name: "", type: whole, isMutable: false, range: range, owner: inner)
        inner.parameters = [tuple]
        inner.result = signature.result
        inner.canThrow = signature.canThrow
        let arguments = zip(whole.tupleElements ?? [], signature.parameters).enumerated().map { index, pair in
            coerce(Expression(.element(Expression(.variable(tuple), whole, range), index), pair.0.type, range), to: pair.1.type, for: .argument)
        }
        let call = Expression(.callValue(Expression(.variable(holder), value.type, range), arguments), signature.result, range)
        inner.body = [Statement(signature.result.isVoid ? .expression(call) : .return(call), range)]
        functions.append(inner)
        let type = Type.make(
            .function(Type.FunctionType(parameters: [Type.Parameter(type: whole)], result: signature.result, canThrow: signature.canThrow, thrown: signature.thrown)))
        return Expression(.block([Statement(.declare(holder, value), range)], Expression(.closure(inner), type, range)), type, range)
    }

    /// A closure that calls what is not a plain function: a native, a method of a value.
    private func wrapInClosure(_ candidate: Candidate, _ substitution: Substitution, _ type: Type, _ range: SourceRange) -> Expression {
        guard let signature = type.function else { return failure(range) }
        let inner = Function(name: candidate.callable.name, source: currentSource, range: range, parent: function)
        var candidate = candidate
        var owner = candidate.metatype
        if case .value(let value, _) = candidate.receiver {
            if candidate.callable.isMutating {
                return fail("partial application of 'mutating' method is not allowed", at: range)
            }
            owner = value
        }
        if let value = owner {
            // The value is taken once, before the closure is made.
            let holder = Variable(name: "", type: value.type, isMutable: false, range: range, owner: function)
            let declared = Statement(.declare(holder, value), range)
            holder.isCaptured = true
            inner.captures = [holder]
            let held = Expression(.variable(holder), value.type, range)
            if candidate.metatype == nil { candidate.receiver = .value(held, nil) } else { candidate.metatype = held }
            let closure = finishWrapper(inner, candidate, substitution, signature, type, range)
            return Expression(.block([declared], closure), type, range)
        }
        return finishWrapper(inner, candidate, substitution, signature, type, range)
    }

    private func finishWrapper(_ inner: Function, _ candidate: Candidate, _ substitution: Substitution, _ signature: Type.FunctionType, _ type: Type, _ range: SourceRange) -> Expression {
        inner.result = signature.result
        inner.canThrow = signature.canThrow
        inner.parameters = signature.parameters.enumerated().map { index, parameter in
            Variable(name: "$\(index)", type: parameter.type, isMutable: false, range: range, isInout: parameter.isInout, owner: inner)
        }
        let arguments = zip(inner.parameters, candidate.callable.parameters).map { variable, parameter -> Expression in
            if variable.isInout { return Expression(.address(Place(root: .variable(variable), steps: [], type: variable.type, range: range)), variable.type, range) }
            return coerce(Expression(.variable(variable), variable.type, range), to: parameter.valueType.substituting(substitution), for: .argument)
        }
        let made = inFunction(inner, context: context, scope: scope) { build(candidate, arguments, substitution, at: range, nameRange: range) }
        let call = signature.result.isVoid ? made : coerce(made, to: signature.result)
        inner.body = [Statement(signature.result.isVoid ? .expression(call) : .return(call), range)]
        functions.append(inner)
        return Expression(.closure(inner), type, range)
    }
}
