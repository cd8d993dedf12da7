/// Finds whether code only looks at what there is: it gives no variable of the session and no object another value,
/// neither itself nor in what it calls.
///
/// Where that cannot be seen, for a function in a variable or a method found at run time, the answer is no.
private final class ChangeFinder: TreeReader {
    private let own: Set<ObjectIdentifier>
    private(set) var found = false
    private var pending: [Function] = []
    private var seen: Set<ObjectIdentifier> = []

    init(own: Set<ObjectIdentifier>) { self.own = own }

    func follow(_ function: Function) {
        note(function)
        while !found, let next = pending.popLast() { statements(next.body) }
    }

    private func note(_ function: Function) {
        if seen.insert(ObjectIdentifier(function)).inserted { pending.append(function) }
    }

    override func writesGlobal(_ global: Global) {
        if !own.contains(ObjectIdentifier(global)) { found = true }
    }

    override func changes(_ place: Place) {
        if case .value = place.root { found = true }
        for (step, _) in place.steps {
            switch step {
            case .objectField: found = true
            case .computed(let get, let set, _):
                note(get)
                note(set)
            default: break
            }
        }
    }

    override func meets(_ expression: Expression) {
        switch expression.kind {
        case .call(let function, _), .closure(let function), .functionValue(let function): note(function)
        case .callDynamic: found = true
        case .variable: break
        default: if case .function = expression.type.kind { found = true }
        }
    }
}

extension Interpreter.Prepared {
    /// Whether the cell can run while another one is held: it changes nothing that was there before, and what it
    /// declares are variables under names that are not known yet.
    package func onlyReads(beside environment: Environment) -> Bool {
        var own: Set<ObjectIdentifier> = []
        for (name, entity) in cell.declared {
            guard case .global(let global) = entity, environment.session.entities[name] == nil else { return false }
            own.insert(ObjectIdentifier(global))
        }
        guard cell.uses.extended.isEmpty else { return false }
        let finder = ChangeFinder(own: own)
        for function in [cell.main] + cell.functions { finder.follow(function) }
        return !finder.found
    }
}

extension Interpreter {
    /// Compiles what of a checked cell has no code yet. Code that may be running stays as it is.
    ///
    /// - Returns: false where running code would have to be replaced.
    package func compileBeside(_ prepared: Prepared) -> Bool {
        for function in prepared.cell.functions {
            let compiled = machine.reference(function)
            if compiled.compiledFor != nil, !compiled.isCompiled(for: function) { return false }
        }
        for function in prepared.cell.functions { _ = machine.compile(function, isMain: false) }
        machine.compileMain(prepared.cell.main)
        return true
    }
}
