/// What swiftc says of variables that nobody reads or changes. Variables of the session are not among them: a later
/// cell may use them.
final class UnusedVariables: TreeReader {
    private struct Entry {
        let variable: Variable
        let how: Declared
    }

    private var declared: [Entry] = []
    private var read: Set<ObjectIdentifier> = []
    private var written: Set<ObjectIdentifier> = []
    /// Names of the function being read, by block.
    private var names: [[String: Variable]] = []
    private var warnings: [Diagnostic] = []

    /// Warnings about the functions of a cell, its top level among them.
    static func warnings(of functions: [Function], in source: SourceText) -> [Diagnostic] {
        let reader = UnusedVariables()
        for function in functions where function.source === source {
            reader.names = [[:]]
            for parameter in function.parameters { reader.names[0][parameter.name] = parameter }
            reader.block(function.body)
        }
        return reader.finish()
    }

    override func declares(_ variable: Variable, _ how: Declared) {
        guard !variable.name.isEmpty, variable.name != "self", variable.name != "_", variable.range.start >= 0 else { return }
        declared.append(Entry(variable: variable, how: how))
        noteShadowing(variable, how)
        if !names.isEmpty { names[names.count - 1][variable.name] = variable }
    }

    override func reads(_ variable: Variable) { read.insert(ObjectIdentifier(variable)) }
    override func writes(_ variable: Variable) { written.insert(ObjectIdentifier(variable)) }
    override func enters() { names.append([:]) }
    override func leaves() { names.removeLast() }

    /// A variable in a block that hides one of the same function: mostly an assignment was meant. `if let x = x` and
    /// its like hide on purpose.
    private func noteShadowing(_ variable: Variable, _ how: Declared) {
        guard how == .withValue, variable.isMutable || names.count > 2 else { return }
        for scope in names.dropLast().reversed() {
            guard let outer = scope[variable.name] else { continue }
            if outer.isMutable, !outer.isParameter, outer.type === variable.type {
                warnings.append(
                    Diagnostic(
                        .warning, "'\(variable.name)' hides a variable of the same name declared further out", at: variable.range,
                        help: "to change that one, assign without '\(variable.isMutable ? "var" : "let")'"))
            }
            return
        }
    }

    private func finish() -> [Diagnostic] {
        for entry in declared {
            if let message = message(entry) { warnings.append(Diagnostic(.warning, message, at: entry.variable.range)) }
        }
        return warnings
    }

    private func message(_ entry: Entry) -> String? {
        let variable = entry.variable
        let id = ObjectIdentifier(variable)
        let what = variable.isMutable ? "variable" : "immutable value"
        switch (read.contains(id), written.contains(id)) {
        case (true, true): return nil
        case (true, false):
            // One that is given its value later is written there.
            return variable.isMutable ? "variable '\(variable.name)' was never mutated; consider changing to 'let' constant" : nil
        case (false, true) where variable.isMutable:
            return "variable '\(variable.name)' was written to, but never read"
        case (false, _):
            switch entry.how {
            case .withValue:
                return "initialization of \(what) '\(variable.name)' was never used; consider replacing with assignment to '_' or removing it"
            case .optionalBinding:
                return "value '\(variable.name)' was defined but never used; consider replacing with boolean test"
            case .withoutValue, .pattern:
                return "\(what) '\(variable.name)' was never used; consider replacing with '_' or removing it"
            }
        }
    }
}
