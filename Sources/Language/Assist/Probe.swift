import SwiftSyntax

/// What the checker finds at the place that completion or inspection asks about: a name nobody has is put there, and
/// the checker says what it would have accepted.
final class Probe {
    static let marker = "vencejo_here"

    /// The type whose member is wanted.
    var base: Type?
    /// The member is one of the type itself.
    var isStatic = false
    /// What could stand alone.
    var names: [String]?
    var scope: Scope?
}

extension Checker {
    /// Notes the type in front of the dot.
    func note(_ syntax: MemberAccessExprSyntax, _ probe: Probe, _ expected: Type?) {
        probe.scope = scope
        guard let base = syntax.base else {
            probe.base = expected?.wrapped ?? expected
            probe.isStatic = true
            return
        }
        if let type = typeReference(Node(base)) {
            probe.base = type
            probe.isStatic = true
            return
        }
        let value = check(Node(base), expected: nil)
        if !value.type.isError { probe.base = value.type.wrapped ?? value.type }
    }
}
