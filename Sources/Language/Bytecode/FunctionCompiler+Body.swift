import CMachine

/// A function's beginning and end.
extension FunctionCompiler {
    func compileBody() {
        if function.isRetired { failure = "the function '\(function.name)' is not declared any more" }
        for parameter in function.parameters {
            let count = parameter.isInout ? 1 : parameter.type.layout.count
            let register = temporary(count)
            homes[ObjectIdentifier(parameter)] =
                parameter.isInout ? .address(register) : .register(register)
            inSight.append(parameter)
        }
        target.entry.pointee.parameterSlots = next
        loadCaptures()
        pinGlobalsAndConstants()
        scopes.append(Scope(ownedMark: 0, next: next, inSight: inSight.count))
        for parameter in function.parameters where parameter.isBoxed {
            boxParameter(parameter)
        }
        for statement in function.body { self.statement(statement) }
        leaveScope()
        if function.result.layout.count == 0 {
            emit(.return0)
        } else {
            emit(.unreachable)
        }
    }

    /// A parameter that is assigned to and captured moves to the heap.
    private func boxParameter(_ parameter: Variable) {
        guard case .register(let register)? = homes[ObjectIdentifier(parameter)] else { return }
        let layout = parameter.type.layout
        let box = temporary(1)
        emitRetains(register, layout)
        emit(.makeBox, a: box, b: register, word: descriptorWord(layout))
        owned.append(box)
        homes[ObjectIdentifier(parameter)] = .box(box)
    }

    private func loadCaptures() {
        target.entry.pointee.closureRegister = -1
        if function.captures.isEmpty { return }
        let closure = temporary(1)
        target.entry.pointee.closureRegister = closure
        closureHomes[ObjectIdentifier(function)] = closure
        let start = next
        for variable in function.captures {
            let register = temporary(captureLayout(variable).count)
            if variable.isInout {
                homes[ObjectIdentifier(variable)] = .address(register)
            } else if variable.isBoxed {
                homes[ObjectIdentifier(variable)] = .box(register)
            } else {
                homes[ObjectIdentifier(variable)] = .register(register)
            }
            inSight.append(variable)
        }
        emit(.loadCaptures, a: start, b: closure, c: next - start)
    }

    /// How a captured variable lies in a closure.
    func captureLayout(_ variable: Variable) -> Layout {
        if variable.isInout { return .scalar }
        return variable.isBoxed ? .reference : variable.type.layout
    }

    /// Globals that no function uses stay in registers while the top level runs; literals of loops stay in registers
    /// everywhere.
    private func pinGlobalsAndConstants() {
        var walk = TreeWalk()
        walk.statements(function.body)
        var pinned: [PinnedGlobal] = []
        if isMain {
            for global in walk.globals
            where !global.isUsedByFunction && globalHomes[ObjectIdentifier(global)] == nil {
                let register = temporary(global.type.layout.count)
                globalHomes[ObjectIdentifier(global)] = register
                pinned.append(PinnedGlobal(global: global, register: register))
                keptAlive.append(global)
            }
        }
        target.pinnedGlobals = pinned
        for bits in walk.loopConstants where constantHomes[bits] == nil {
            if constantHomes.count >= 256 { break }
            let register = temporary(1)
            constantHomes[bits] = register
            emitInt(Int(Int64(bitPattern: bits)), to: register)
        }
        for text in walk.loopStrings where constantHomes[stringConstant(text)] == nil {
            if constantHomes.count >= 256 { break }
            let register = temporary(1)
            constantHomes[stringConstant(text)] = register
            emit(.loadWord, a: register, word: stringConstant(text))
        }
    }

    /// The block of a string literal, which the code owns.
    func stringConstant(_ text: String) -> Reference {
        let bytes = Array(text.utf8)
        if let known = stringHomes[bytes] { return known }
        let reference = HeapObject.makeString(text)
        stringHomes[bytes] = reference
        constants.append(reference)
        return reference
    }

    func descriptorWord(_ layout: Layout) -> UInt64 {
        UInt64(UInt(bitPattern: LayoutTable.descriptor(layout)))
    }

    // MARK: Scopes

    func enterScope() {
        scopes.append(Scope(ownedMark: owned.count, next: next, inSight: inSight.count))
    }

    /// Ends the innermost scope: deferred code, then what its variables own.
    func leaveScope() {
        guard let scope = scopes.last else { return }
        runDefers(of: scope)
        emitScopeReleases(owned[scope.ownedMark...])
        let end = code.count
        if !scope.defers.isEmpty { emitDeferHandlers(scope, end: end) }
        owned.removeSubrange(scope.ownedMark...)
        inSight.removeSubrange(min(scope.inSight, inSight.count)...)
        scopes.removeLast()
        next = scope.next
    }

    private func runDefers(of scope: Scope) {
        for item in scope.defers.reversed() {
            enterScope()
            for statement in item.body { self.statement(statement) }
            leaveScope()
        }
    }

    /// What runs deferred code when an error passes through the scope, then throws on.
    private func emitDeferHandlers(_ scope: Scope, end: Int) {
        let after = makeLabel()
        let savedOwned = owned
        jump(to: after)
        for (index, item) in scope.defers.enumerated().reversed() {
            owned = Array(savedOwned.prefix(item.ownedMark))
            let error = temporary(1)
            let start = code.count
            handlers.append(
                CodeHandler(
                    start: item.start, end: start, handler: start, errorRegister: error,
                    owned: ownedSetIndex(owned)))
            owned.append(error)
            scopes[scopes.count - 1].defers = Array(scope.defers.prefix(index))
            enterScope()
            for statement in item.body { self.statement(statement) }
            leaveScope()
            owned.removeLast()
            emit(.throw, a: error)
        }
        scopes[scopes.count - 1].defers = []
        owned = savedOwned
        place(after)
    }

    /// On the way out by a jump: ends scopes for the code that jumps, not for what follows.
    func leaveScopes(downTo depth: Int, ownedMark: Int) {
        let savedOwned = owned
        let savedScopes = scopes
        let savedNext = next
        while scopes.count > depth, let scope = scopes.last {
            scopes[scopes.count - 1].defers = []
            runDefers(of: scope)
            if owned.count > scope.ownedMark {
                emitScopeReleases(owned[scope.ownedMark...])
                owned.removeSubrange(scope.ownedMark...)
            }
            scopes.removeLast()
        }
        if owned.count > ownedMark { emitScopeReleases(owned[ownedMark...]) }
        owned = savedOwned
        scopes = savedScopes
        next = savedNext
    }
}
