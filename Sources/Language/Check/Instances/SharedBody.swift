/// Bodies of the library's generic functions that serve for many types.
///
/// A body is checked for the types it is used with, which takes as long for the hundredth type as for the first. What
/// the body of `sort(by:)` says does not depend on what a cell's own type is, though: from the second such type on it is
/// checked for a type of which nothing is known, and for each further one only rewritten (`BodyCopy`). Where it does
/// depend on the type, because it compares elements, say, that check finds an error, and the body is checked for each
/// type as before.
enum SharedBody {
    /// It was made for one type of a cell.
    case usedOnce
    /// Made for types of which nothing is known.
    case checked(Function)
    /// Something in it has to be known of the types.
    case differs
}

/// What a function was made from.
final class FunctionOrigin {
    let template: Template
    let callable: Callable
    let substitution: Substitution
    let selfType: Type?
    let key: [Type]

    init(_ template: Template, _ callable: Callable, _ substitution: Substitution, _ selfType: Type?, key: [Type]) {
        (self.template, self.callable, self.substitution, self.selfType, self.key) = (template, callable, substitution, selfType, key)
    }
}

extension Checker {
    /// A function of the library made by rewriting what was checked before; nil where that cannot be, or not yet.
    func sharedInstance(_ key: [Type], of template: Template, _ callable: Callable, _ substitution: Substitution, selfType: Type?) -> Function? {
        guard callable.declaration != nil, template.builder == nil, template.parent == nil, !callable.isOpaque,
            !(callable.isInitializer && selfType?.isClass ?? false), !isCheckingUnused, key.contains(where: \.mentionsCell)
        else { return nil }
        var types: [Type: Type] = [:]
        var unknown: [Type: Type] = [:]
        let open = key.map { $0.replacing { type in
            guard let nominal = type.nominal, nominal.isOfCells else { return nil }
            if let known = unknown[type] { return known }
            let stand = environment.unknownType(unknown.count)
            (unknown[type], types[stand]) = (stand, type)
            return stand
        } }
        // `any P` of a cell's protocol is converted in other ways than a value of a type.
        guard !open.contains(where: \.mentionsCell) else { return nil }
        switch template.shared[open] {
        case nil:
            // It may have been made for what another one's body calls.
            guard let body = template.instances[open] else {
                template.shared[open] = .usedOnce
                return nil
            }
            template.shared[open] = .checked(body)
            return BodyCopy(self, types).function(body, key)
        case .differs: return nil
        case .usedOnce:
            guard let body = checkForUnknown(template, callable, substitution, selfType, unknown) else {
                template.shared[open] = .differs
                return nil
            }
            template.shared[open] = .checked(body)
            return BodyCopy(self, types).function(body, key)
        case .checked(let body): return BodyCopy(self, types).function(body, key)
        }
    }

    /// Checks a body for types of which nothing is known; nil where it needs to know something.
    private func checkForUnknown(_ template: Template, _ callable: Callable, _ substitution: Substitution, _ selfType: Type?, _ unknown: [Type: Type]) -> Function? {
        func open(_ type: Type) -> Type { type.replacing { unknown[$0] } }
        let types = substitution.mapTypes(open)
        guard !types.types.values.contains(where: \.mentionsCell) else { return nil }
        let saved = (diagnostics, functions.count, pendingOfInstances.count, unrealized.count)
        diagnostics = []
        let made = instantiate(template, of: callable, types, selfType: selfType.map(open))
        let isRight = diagnostics.isEmpty && pendingOfInstances.count == saved.2 && unrealized.count == saved.3
        diagnostics = saved.0
        if !isRight { forget(functions.suffix(from: saved.1), since: saved.3) }
        // What was made for the unknown types is never compiled; the rest of what the body calls is.
        let others = functions.suffix(from: saved.1).filter { !$0.isForUnknown }
        functions.removeLast(functions.count - saved.1)
        functions += others
        return isRight ? made : nil
    }

    /// Takes back what was made for unknown types.
    private func forget(_ made: ArraySlice<Function>, since firstUnrealized: Int) {
        for case let origin? in made.map(\.origin) { origin.template.instances[origin.key] = nil }
        let types = unrealized.suffix(from: firstUnrealized)
        unrealized.removeLast(types.count)
        unrealized += types.filter { !$0.mentionsUnknown }
        for type in types where type.mentionsUnknown { type.nominal?.witnesses[type] = nil }
    }
}

extension Function {
    /// Made for types of which nothing is known, or inside of something that was.
    var isForUnknown: Bool {
        var around: Function? = self
        while let here = around {
            if here.origin != nil { return true }
            around = here.parent
        }
        return false
    }
}

extension Environment {
    /// The type, of which nothing is known, that stands for one of a cell.
    func unknownType(_ index: Int) -> Type {
        while unknownTypes.count <= index {
            let nominal = NominalType(name: "Unknown\(unknownTypes.count)", form: .structure)
            nominal.isComplete = true
            nominal.isUnknown = true
            unknownTypes.append(.make(.nominal(nominal, [])))
        }
        return unknownTypes[index]
    }
}
