/// What local functions take of the variables around them.
extension Checker {
    /// A cell's function is used here: what it captures is used here too.
    ///
    /// - Returns: false where something of it has no value yet, which is an error.
    func use(_ used: Function, at range: SourceRange) -> Bool {
        for variable in used.captures { capture(variable) }
        if used.parent != nil { localUses.append((used, function, range.start)) }
        if takesIncompleteSelf(used) {
            error("'self' used before all stored properties are initialized", at: range)
            return false
        }
        if let missing = used.captures.first(where: { flow.unassigned.contains(ObjectIdentifier($0)) }) {
            error("\(missing.isMutable ? "variable" : "constant") '\(missing.name)' used before being initialized", at: range)
            return false
        }
        return true
    }

    /// What a local function captures, whoever uses it captures too, also where that was checked first: local functions
    /// that call each other, and those that call one further down.
    private func shareCaptures() {
        var hasChanged = true
        while hasChanged {
            hasChanged = false
            for (used, user, _) in localUses {
                for variable in used.captures {
                    guard let owner = variable.owner, user.isInside(owner) else { continue }
                    var inner: Function? = user
                    while let current = inner, current !== owner, !current.captures.contains(where: { $0 === variable }) {
                        current.captures.append(variable)
                        hasChanged = true
                        inner = current.parent
                    }
                }
            }
        }
    }

    /// A local function that is used where a variable it captures is still to be declared.
    func reportEarlyCaptures() {
        shareCaptures()
        for (used, user, position) in localUses where used.parent === user {
            guard let early = used.captures.first(where: { $0.owner === user && $0.range.start > position }) else { continue }
            error("closure captures '\(early.name)' before it is declared", at: used.range, help: "declare '\(early.name)' in front of the call")
        }
        localUses = []
    }
}

extension Function {
    /// Whether it stands in another function, at whatever depth.
    fileprivate func isInside(_ other: Function) -> Bool {
        var outer = parent
        while let here = outer {
            if here === other { return true }
            outer = here.parent
        }
        return false
    }
}
