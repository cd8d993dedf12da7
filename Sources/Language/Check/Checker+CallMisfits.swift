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
            return fail(misfit.message, at: misfit.range, help: misfit.help, fixIts: misfit.fixIts)
        }
        // With several, the one whose labels come nearest speaks.
        let given = arguments.map { $0.label ?? "_" }
        let nearest = misfits.max { a, b in
            overlap(given, a.0.callable) < overlap(given, b.0.callable)
        }
        if let nearest, case .misfit(let why) = nearest.1 {
            let misfit = why()
            let shapes = Set(misfits.map { $0.0.callable.reference })
            return fail(misfit.message, at: misfit.range, help: shapes.count > 1 ? "'\(name)' can be called as \(orList(shapes.sorted()))" : misfit.help, fixIts: misfit.fixIts)
        }
        return fail("no exact matches in call to '\(name)'", at: nameRange)
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
        let types = zip(forms, arguments).map { form, _ in describe(form) }.joined(separator: ", ")
        let signatures = candidates.map { "'\($0.callable.signature)'" }
        return fail(
            "no exact matches in call to '\(name)' with arguments of type (\(types))", at: nameRange,
            help: "there is \(orList(Array(signatures.prefix(4))))\(signatures.count > 4 ? " and \(signatures.count - 4) more" : "")")
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
