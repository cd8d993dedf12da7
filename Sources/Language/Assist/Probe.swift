import SwiftSyntax

/// What the checker finds at the place that completion or inspection asks about: a name nobody has is put there, and
/// the checker says what it would have accepted.
final class Probe {
    static let marker = "vencejo_here"

    /// The types whose members are wanted.
    var bases: [Type] = []
    /// The members are those of the type itself.
    var isStatic = false
    /// What could stand alone.
    var names: [String]?
    /// Labels of the call around, with what they take.
    var labels: [(label: String, type: String)] = []
    /// Only a type can stand here.
    var wantsType = false
    var scope: Scope?

    var hasFoundSomething: Bool { !bases.isEmpty || names != nil || !labels.isEmpty }

    func add(base: Type) {
        let type = base.wrapped ?? base
        if !type.isError, !bases.contains(where: { $0 === type }) { bases.append(type) }
    }
}

extension Checker {
    /// Notes the type in front of the dot.
    func note(_ syntax: MemberAccessExprSyntax, _ probe: Probe, _ expected: Type?) {
        probe.scope = scope
        guard let base = syntax.base else {
            if let expected {
                probe.add(base: expected)
                probe.isStatic = true
            }
            return
        }
        if let type = typeReference(Node(base)) {
            probe.add(base: type)
            probe.isStatic = true
            return
        }
        let value = check(Node(base), expected: nil)
        if !value.type.isError { probe.add(base: value.type) }
    }

    /// Notes what the arguments of a call could be, when the place is among them.
    func note(_ candidates: [Candidate], _ arguments: [CallArgument], _ probe: Probe) {
        guard let position = arguments.firstIndex(where: { $0.label == Probe.marker || isMarker($0.node) }) else { return }
        let argument = arguments[position]
        let given = Set(arguments.compactMap(\.label))
        if argument.label == nil || argument.label == Probe.marker, !isImplicitMember(argument.node) {
            for candidate in candidates {
                for parameter in candidate.callable.parameters {
                    guard let label = parameter.label, !given.contains(label), !probe.labels.contains(where: { $0.label == label }) else { continue }
                    probe.labels.append((label, parameter.type.substituting(candidate.substitution).description))
                }
            }
            return
        }
        // `.name` where several declarations could be meant: what each would take.
        probe.scope = scope
        probe.isStatic = true
        for candidate in candidates {
            let parameters = candidate.callable.parameters
            let index = argument.label.map { label in parameters.firstIndex { $0.label == label } } ?? (position < parameters.count ? position : parameters.lastIndex(where: \.isVariadic))
            if let index { probe.add(base: parameters[index].type.substituting(candidate.substitution)) }
        }
    }

    private func isMarker(_ node: Node) -> Bool {
        guard case .syntax(let syntax) = node else { return false }
        return syntax.as(DeclReferenceExprSyntax.self)?.baseName.text == Probe.marker || isImplicitMember(node)
    }

    private func isImplicitMember(_ node: Node) -> Bool {
        guard case .syntax(let syntax) = node, let member = syntax.as(MemberAccessExprSyntax.self) else { return false }
        return member.base == nil && member.declName.baseName.text == Probe.marker
    }
}
