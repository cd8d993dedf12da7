import SwiftSyntax

/// `any Sequence<Int>` and its like: of the value only a protocol of the library is known. Its elements are taken out as
/// an array, by what the type in the box has.
extension Checker {
    /// The elements of a value in a box that is some sequence; any other value as it is.
    func sequenced(_ value: Expression) -> Expression {
        guard case .existential(let nominal) = value.type.kind, let sequence = environment.protocolNamed("Sequence"),
            !nominal.isDeclaredByCell, environment.conforms(value.type, to: sequence)
        else { return value }
        let all = [nominal] + environment.inheritedProtocols(of: nominal)
        if all.contains(where: \.isDeclaredByCell) { return value }
        let root: Callable
        if let known = environment.memberTable(of: nominal).callables["_array"]?.first(where: \.isRequirement) {
            root = known
        } else {
            root = Callable(name: "_array", implementation: .requirement)
            root.owner = nominal
            root.root = root
            let any = environment.protocolNamed("Any").map { Type.make(.existential($0)) } ?? .error
            root.result = .array(environment.associatedType("Element", of: value.type) ?? any)
            environment.memberTable(of: nominal).add(root)
        }
        guard let dispatch = dispatch(root, Substitution()) else { return value }
        return Expression(.callDynamic(dispatch, [value]), root.result, value.range)
    }
}
