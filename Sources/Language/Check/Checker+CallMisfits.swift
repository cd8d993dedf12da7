import SwiftSyntax

/// What is said where no candidate fits a call.
extension Checker {
    // MARK: What fits nothing

    func reportMisfit(_ name: String, _ misfits: [(Candidate, Arrangement)], _ arguments: [CallArgument], _ range: SourceRange, _ nameRange: SourceRange) -> Expression {
        // Say what is wrong with the arguments themselves first.
        let before = errorCount
        for argument in arguments { _ = form(of: argument) }
        if errorCount > before { return failure(range) }
        if misfits.count == 1, case .misfit(let why) = misfits[0].1 {
            let misfit = why()
            return fail(said(misfit, name), at: misfit.range, help: misfit.help, fixIts: misfit.fixIts)
        }
        // With several, the one whose labels come nearest speaks.
        let given = arguments.map { $0.label ?? "_" }
        let nearest = misfits.max { a, b in
            overlap(given, a.0.callable) < overlap(given, b.0.callable)
        }
        if let nearest, case .misfit(let why) = nearest.1 {
            let misfit = why()
            let shapes = Set(misfits.map { $0.0.callable.reference })
            return fail(said(misfit, name), at: misfit.range, help: shapes.count > 1 ? "'\(name)' can be called as \(orList(shapes.sorted()))" : misfit.help, fixIts: misfit.fixIts)
        }
        return fail("no exact matches in call to '\(name)'", at: nameRange)
    }

    private func said(_ misfit: Misfit, _ name: String) -> String {
        name == "subscript" && misfit.message.hasSuffix(" in call") ? String(misfit.message.dropLast("call".count)) + "subscript" : misfit.message
    }

    private func overlap(_ given: [String], _ callable: Callable) -> Int {
        var own = callable.parameters.map { $0.label ?? "_" }
        let count = own.count
        let shared = given.count { label in
            guard let index = own.firstIndex(of: label) else { return false }
            own.remove(at: index)
            return true
        }
        return shared * 4 - max(given.count - count, 0)
    }

    func reportNoMatch(_ name: String, _ candidates: [Candidate], _ forms: [ArgumentForm], _ arguments: [CallArgument], _ range: SourceRange, _ nameRange: SourceRange) -> Expression {
        // An element that does not fit its array, an implicit member nobody has: say that.
        for (form, argument) in zip(forms, arguments) {
            if case .array(let elements, nil) = form, !elements.isEmpty {
                let before = errorCount
                _ = check(argument.node, expected: nil)
                if errorCount > before { return failure(range) }
            }
        }
        if let plain = onlyPlain(candidates), let problem = misfitting(plain, forms, arguments, range) { return problem }
        if candidates.count == 1, let only = candidates.first, let problem = unmet(only, forms, arguments, range) { return fail(problem, at: nameRange, help: "'\(only.callable.signature)'") }
        let types = zip(forms, arguments).map { form, _ in describe(form) }.joined(separator: ", ")
        let signatures = candidates.map { "'\($0.callable.signature)'" }
        return fail(
            "no exact matches in call to '\(name)' with arguments of type (\(types))", at: nameRange,
            help: "there is \(orList(Array(signatures.prefix(4))))\(signatures.count > 4 ? " and \(signatures.count - 4) more" : "")")
    }

    /// The one candidate that has no generic parameters of its own.
    private func onlyPlain(_ candidates: [Candidate]) -> Candidate? {
        var plain = candidates.filter { $0.callable.genericParameters.isEmpty }
        // Of what a generic parameter's own index is, its elements speak rather than its slices.
        if isCheckingUnused, plain.count > 1 { plain.removeAll { $0.callable.name == "subscript" && $0.callable.parameters.first?.type.nominal === NominalType.range } }
        return plain.count == 1 ? plain[0] : nil
    }

    /// The first argument that is not what the candidate takes, where it says what that is.
    private func misfitting(_ candidate: Candidate, _ forms: [ArgumentForm], _ arguments: [CallArgument], _ range: SourceRange) -> Expression? {
        guard case .fits(let taken) = arrange(arguments, for: candidate.callable, at: range) else { return nil }
        for (parameter, positions) in zip(candidate.callable.parameters, taken) {
            var substitution = candidate.substitution
            let wanted = parameter.type.substituting(substitution)
            guard wanted.isConcrete else { return nil }
            for position in positions where cost(of: forms[position], for: wanted, &substitution) == nil {
                switch forms[position] {
                case .typed, .integerLiteral, .floatLiteral, .stringLiteral, .array(_, .some): break
                default: return nil
                }
                return fail("cannot convert value of type '\(describe(forms[position]))' to expected argument type '\(wanted)'", at: arguments[position].range, help: "'\(candidate.callable.signature)'")
            }
        }
        return nil
    }

    /// What a generic candidate asks of its parameters that does not hold, where the arguments say what those are.
    private func unmet(_ candidate: Candidate, _ forms: [ArgumentForm], _ arguments: [CallArgument], _ range: SourceRange) -> String? {
        guard case .fits(let taken) = arrange(arguments, for: candidate.callable, at: range) else { return nil }
        var substitution = candidate.substitution
        for (parameter, positions) in zip(candidate.callable.parameters, taken) {
            for position in positions where cost(of: forms[position], for: parameter.type, &substitution) == nil { return nil }
        }
        return unmetRequirement(candidate.callable, substitution)
    }

    func orList(_ parts: [String]) -> String {
        parts.count < 2 ? parts.joined() : parts.dropLast().joined(separator: ", ") + " or " + parts[parts.count - 1]
    }

    func describe(_ form: ArgumentForm) -> String {
        switch form {
        case .typed(let expression): expression.type.description
        case .integerLiteral: "Int"
        case .floatLiteral: "Double"
        case .stringLiteral: "String"
        case .none: "nil"
        case .array(_, let natural): natural?.type.description ?? "[_]"
        case .closure: "closure"
        case .implicitMember(let name): ".\(name)"
        case .address: "inout"
        case .emptyDictionary: "[:]"
        case .contextual(let natural), .rangeLiteral(_, _, let natural): natural?.type.description ?? "_"
        }
    }
}
