import SwiftSyntax

/// Arrays, tuples and dictionaries written out with numbers, where a generic parameter is wanted: `reduce((0, 0)) { … }`,
/// `pair([1], [2.5])`. What the numbers in them are, the other arguments say.
extension Checker {
    /// Whether a literal is made of others, numbers among them.
    func isOpenWhole(_ node: Node) -> Bool {
        guard case .syntax(let syntax) = node else { return false }
        let parts: [ExprSyntax]
        if let array = syntax.as(ArrayExprSyntax.self) {
            parts = array.elements.map(\.expression)
        } else if let tuple = syntax.as(TupleExprSyntax.self), tuple.elements.count > 1 {
            parts = tuple.elements.map(\.expression)
        } else if let dictionary = syntax.as(DictionaryExprSyntax.self), case .elements(let elements) = dictionary.content {
            parts = elements.flatMap { [$0.key, $0.value] }
        } else {
            return false
        }
        return parts.contains { literalKind(Node($0)) != nil || isOpenWhole(Node($0)) }
    }

    /// What such literals are that all stand for one generic parameter: what they are by themselves, and otherwise the
    /// first type nearby that the closure can work with.
    func typeOfOpenWholes(_ nodes: [Node], for generic: GenericParameter, _ substitution: Substitution, closure: (CallArgument, Callable.Parameter)?) -> Type? {
        let types = nodes.compactMap { node in attempt { check(node, expected: nil) }?.type }
        guard types.count == nodes.count, let first = types.first else { return nil }
        var natural = first
        for type in types.dropFirst() where type !== natural {
            guard let wider = widen(natural, type) ?? widenTuple(natural, type) else { return first }
            natural = wider
        }
        guard let (argument, parameter) = closure else { return natural }
        var numbers: [Type] = [.int, .double]
        for type in substitution.types.values.sorted(by: { $0.description < $1.description }) { collectNumbers(in: type, &numbers) }
        for option in variants(of: natural, numbers).sorted(by: { $0.changes < $1.changes }).prefix(30) where mayRetry() {
            retries += 1
            guard nodes.allSatisfy({ node in attempt({ coerce(check(node, expected: option.type), to: option.type) }) != nil }) else { continue }
            var trial = substitution
            trial.types[generic] = option.type
            if attempt({ closureArgument(argument, parameter, &trial) }) != nil { return option.type }
        }
        return natural
    }

    /// The types of numbers that a type is made of.
    private func collectNumbers(in type: Type, _ numbers: inout [Type], depth: Int = 0) {
        guard type.isConcrete, depth < 6 else { return }
        if let nominal = type.nominal, nominal.isSignedInteger || nominal.isUnsignedInteger || type === Type.float || nominal.isDeclaredByCell && literalInitializer("integerLiteral", type) != nil {
            if !numbers.contains(type) { numbers.append(type) }
            return
        }
        for part in type.arguments { collectNumbers(in: part, &numbers, depth: depth + 1) }
        for part in type.tupleElements ?? [] { collectNumbers(in: part.type, &numbers, depth: depth + 1) }
        guard let function = type.function else { return }
        for part in function.parameters.map(\.type) + [function.result] { collectNumbers(in: part, &numbers, depth: depth + 1) }
    }

    /// A type with others in place of the numbers in it, and how many of them.
    private func variants(of type: Type, _ numbers: [Type]) -> [(type: Type, changes: Int)] {
        if type === Type.int || type === Type.double {
            return [(type, 0)] + numbers.filter { $0 !== type && (type === Type.int || $0 === Type.float) }.map { ($0, 1) }
        }
        func all(_ parts: [Type]) -> [(types: [Type], changes: Int)] {
            var result: [(types: [Type], changes: Int)] = [([], 0)]
            for part in parts {
                let options = variants(of: part, numbers)
                result = Array(result.flatMap { one in options.map { (one.types + [$0.type], one.changes + $0.changes) } }.sorted { $0.changes < $1.changes }.prefix(60))
            }
            return result
        }
        if let elements = type.tupleElements, !elements.isEmpty {
            return all(elements.map(\.type)).map { one in
                (.make(.tuple(zip(elements, one.types).map { Type.TupleElement(label: $0.label, type: $1) })), one.changes)
            }
        }
        if let nominal = type.nominal, nominal === NominalType.array || nominal === NominalType.dictionary || nominal === NominalType.optional {
            return all(type.arguments).map { (.make(.nominal(nominal, $0.types)), $0.changes) }
        }
        return [(type, 0)]
    }
}
