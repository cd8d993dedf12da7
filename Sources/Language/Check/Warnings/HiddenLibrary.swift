/// Variables of the session that take a name away from the library.
extension Checker {
    /// `let max = 3`: from here on `max(1, 2)` is an error in every cell. Types have names of their own.
    func warnHiddenLibrary() {
        for (name, range) in declaredHere.sorted(by: { ($0.value.start, $0.key) < ($1.value.start, $1.key) }) {
            guard case .global(let global)? = cellScope?.entities[name], global.type.function == nil,
                environment.table.declarations(named: name).contains(where: \.isFunction)
            else { continue }
            if case .global? = environment.session.entities[name] { continue }
            diagnostics.append(
                Diagnostic(
                    .warning, "'\(name)' hides the library's function '\(name)' in this and later cells", at: range,
                    help: "give the variable another name"))
        }
    }
}

extension Declaration {
    /// Whether it can be called by its own name.
    var isFunction: Bool {
        switch implementation {
        case .type: false
        default: text.contains("func ")
        }
    }
}
