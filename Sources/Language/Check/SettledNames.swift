/// What the names in a generic body mean. The compiler chooses among declarations once, knowing of the body's types
/// only what the declaration asks of them; here bodies are checked for each set of types, of which more is known. So
/// the choice is made with types that stand for any (see `checkUnusedBodies`), and kept.
final class SettledNames {
    /// The cells' declarations that were chosen, by where they are named in the body.
    private var chosen: [Int: Callable] = [:]
    /// Whether types were found to stand for the body's, and it was right for them.
    var hasStandIns = false
    var isRight = false
    var isSettled: Bool { hasStandIns && isRight }

    func note(_ callable: Callable, at range: SourceRange) {
        // What a protocol asks for is what each type has for it; what a class has may be replaced below it.
        let isOpen = callable.isRequirement || callable.owner?.form.isReference ?? false || callable.owner?.isStandIn ?? false
        if callable.declaration != nil || isOpen {
            chosen[range.start] = nil
        } else {
            chosen[range.start] = callable
        }
    }

    func callable(at range: SourceRange) -> Callable? { chosen.isEmpty ? nil : chosen[range.start] }
}

extension Checker {
    /// Finds out what the names in a generic body mean before it is made for the types of its first use.
    func settleNames(of template: Template, _ callable: Callable) {
        guard !isCheckingUnused, template.isOpen, template.parent == nil, template.names == nil, template.source === source else { return }
        let saved = (expressionDepth, partsChecked, nearNames, callSites)
        checkUnused((callable, template))
        (expressionDepth, partsChecked, nearNames, callSites) = saved
    }

    /// Only what a generic body's name means, where several declarations would do for the types at hand.
    func settled(_ candidates: [Candidate], at nameRange: SourceRange) -> [Candidate] {
        guard candidates.count > 1, let names, !names.isBeingMade, let callable = names.table.callable(at: nameRange) else { return candidates }
        let meant = candidates.filter { $0.callable === callable }
        return meant.isEmpty ? candidates : meant
    }

    func settledProperty(_ name: String, at nameRange: SourceRange) -> Property? {
        guard let names, !names.isBeingMade, let callable = names.table.callable(at: nameRange), let owner = callable.owner else { return nil }
        return environment.members(named: name, of: owner).properties[name]?.first { $0.getter === callable }
    }
}
