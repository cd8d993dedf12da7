import SwiftSyntax

/// Literals of literals whose parts have nothing in common: `[[1, 2], [3, "a"]]` is an `[[Any]]`. Swift minds a mixture
/// only where it shows at the outermost level.
extension Checker {
    func isCollectionLiteral(_ node: Node) -> Bool {
        guard case .syntax(let syntax) = node else { return false }
        return syntax.is(ArrayExprSyntax.self) || syntax.is(DictionaryExprSyntax.self)
    }

    /// What all elements of a literal are, `Any` where nothing else is left; nil where one of them is wrong by itself.
    func looseElement(of nodes: [Node]) -> Type? {
        let any = environment.protocolNamed("Any").map { Type.make(.existential($0)) }
        // Of `[[]]` nothing is left at last.
        if nodes.isEmpty { return any }
        let arrays = nodes.compactMap { node -> ArrayExprSyntax? in
            if case .syntax(let syntax) = node { syntax.as(ArrayExprSyntax.self) } else { nil }
        }
        if arrays.count == nodes.count {
            return looseElement(of: arrays.flatMap { $0.elements.map { Node($0.expression) } }).map(Type.array)
        }
        let dictionaries = nodes.compactMap { node -> [DictionaryElementSyntax]? in
            guard case .syntax(let syntax) = node, let dictionary = syntax.as(DictionaryExprSyntax.self) else { return nil }
            if case .elements(let elements) = dictionary.content { return Array(elements) }
            return []
        }
        if dictionaries.count == nodes.count {
            let pairs = dictionaries.flatMap { $0 }
            if pairs.isEmpty, let any, let key = environment.protocolNamed("AnyHashable") { return .make(.nominal(.dictionary, [.make(.existential(key)), any])) }
            guard let key = looseElement(of: pairs.map { Node($0.key) }), isHashable(key), !key.isAny, let value = looseElement(of: pairs.map { Node($0.value) }) else { return nil }
            return .make(.nominal(.dictionary, [key, value]))
        }
        var forms: [ArgumentForm] = []
        for node in nodes {
            // A collection among other things is what it is by itself.
            if case .syntax(let syntax) = node, isCollectionLiteral(node), let own = looseElement(of: [Node(syntax)]) {
                guard let value = attempt({ check(node, expected: own) }) else { return nil }
                forms.append(.typed(value))
                continue
            }
            guard let form = attempt({ form(of: node) }) else { return nil }
            if case .typed(let value) = form, value.type.isError { return nil }
            forms.append(form)
        }
        let hasNumber = forms.contains { form in
            switch form {
            case .integerLiteral, .floatLiteral: true
            default: false
            }
        }
        if let found = join(forms, nodes).map({ optionalWhereNil($0, nodes) }), found !== Type.string || !hasNumber {
            // `[true, 2]`: a number takes part in what the others are only where it can be that.
            let isFit = !hasNumber || zip(forms, nodes).allSatisfy { form, node in
                switch form {
                case .integerLiteral, .floatLiteral: attempt { coerce(check(node, expected: found), to: found) } != nil
                default: true
                }
            }
            if isFit { return found }
        }
        guard let any else { return nil }
        return forms.contains { if case .none = $0 { true } else { false } } ? .optional(any) : any
    }
}
