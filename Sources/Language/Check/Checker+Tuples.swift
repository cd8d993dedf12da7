/// Tuples beside an operator.
extension Checker {
    /// `(1, "a") < (1, "b")`: the first elements that differ decide.
    func tupleOrder(_ name: String, _ left: Node, _ right: Node, _ leftForm: ArgumentForm, _ rightForm: ArgumentForm, range: SourceRange) -> Expression? {
        guard ["<", "<=", ">", ">="].contains(name) else { return nil }
        var operands: [Expression?] = [leftForm, rightForm].map { if case .typed(let value) = $0 { value } else { nil } }
        for (index, node) in [left, right].enumerated() where operands[index] == nil {
            operands[index] = attempt { check(node, expected: operands[1 - index]?.type) }
        }
        guard let a = operands[0], let b = operands[1], let type = a.type.tupleElements == nil ? nil : a.type,
            let other = convert(b, to: type), let elements = type.tupleElements, !elements.isEmpty
        else { return nil }
        let x = temporary(type, range)
        let y = temporary(type, range)
        func part(_ whole: Variable, _ index: Int) -> Expression {
            Expression(.element(Expression(.variable(whole), type, range), index), elements[index].type, range)
        }
        var result: Expression?
        for index in elements.indices.reversed() {
            let (p, q) = (part(x, index), part(y, index))
            guard let rest = result else {
                result = comparison(name, p, q, range)
                continue
            }
            guard isEquatable(p.type) else { return nil }
            let strict = comparison(String(name.prefix(1)), p, q, range)
            result = Expression(.conditional(equality(p, q, range), rest, strict), .bool, range)
        }
        guard let result, !result.type.isError else { return nil }
        return Expression(.block([Statement(.declare(x, a), range), Statement(.declare(y, other), range)], result), .bool, range)
    }
}
