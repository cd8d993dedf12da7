import CMachine

/// Statements.
extension FunctionCompiler {
    func statement(_ statement: Statement) {
        let saved = range
        if statement.range.start >= 0 { range = statement.range }
        defer { range = saved }
        if hasMarks, statement.range.start >= 0 { mark() }
        switch statement.kind {
        case .expression(let value): effect(value)
        case .declare(let variable, let value): declare(variable, value)
        case .declareGlobal(let global, let value): declare(global, value)
        case .destructure(let bindings, let value): destructure(bindings, value)
        case .if(let conditions, let then, let otherwise): branch(conditions, then, otherwise)
        case .while(let label, let conditions, let body): whileLoop(label, conditions, body)
        case .repeatWhile(let label, let body, let condition): repeatLoop(label, body, condition)
        case .forRange(let label, let variable, let lower, let upper, let isClosed, let body):
            rangeLoop(label, variable, lower, upper, isClosed, body)
        case .forArray(let label, let variable, let array, let body):
            arrayLoop(label, variable, array, body)
        case .forNext(let label, let variable, let next, let body):
            nextLoop(label, variable, next, body)
        case .switch(let label, let cases): switchOver(label, cases)
        case .block(let body):
            enterScope()
            for statement in body { self.statement(statement) }
            leaveScope()
        case .break(let label):
            leave(label) { $0.breakLabel }
        case .continue(let label):
            leave(label) { $0.continueLabel ?? $0.breakLabel }
        case .fallthrough:
            if let target = fallthroughTarget {
                leaveScopes(downTo: target.scopeDepth, ownedMark: target.ownedMark)
                jump(to: target.label)
            }
        case .return(let value): returnValue(value)
        case .defer(let body):
            scopes[scopes.count - 1].defers.append(
                (body: body, start: code.count, ownedMark: owned.count))
        case .throw(let error):
            let operand = ownedValue(error)
            disown(operand.register, error.type.layout)
            emit(.throw, a: operand.register)
        case .doCatch(let body, let error, let clauses): doCatch(body, error, clauses)
        case .function(let function):
            referenced.append(function)
            if !function.captures.isEmpty {
                let register = temporary(1)
                _ = closure(function, register)
                closureHomes[ObjectIdentifier(function)] = register
            }
        }
    }

    func body(_ statements: [Statement]) {
        enterScope()
        for statement in statements { self.statement(statement) }
        leaveScope()
    }

    // MARK: Declarations

    private func declare(_ variable: Variable, _ value: Expression?) {
        let layout = variable.type.layout
        let register = temporary(variable.isBoxed ? max(layout.count, 1) : layout.count)
        if let value {
            into(value, register)
        } else {
            emitZero(register, layout.count)
            own(register, layout)
        }
        declare(variable, taking: register)
    }

    /// A variable whose value is in its registers already, owned.
    func declare(_ variable: Variable, taking register: Int) {
        noteStart(of: register, variable.type.layout)
        inSight.append(variable)
        guard variable.isBoxed else {
            homes[ObjectIdentifier(variable)] = .register(register)
            return
        }
        let layout = variable.type.layout
        let box = temporary(1)
        disown(register, layout)
        emit(.makeBox, a: box, b: register, word: descriptorWord(layout))
        owned.append(box)
        homes[ObjectIdentifier(variable)] = .box(box)
    }

    private func declare(_ global: Global, _ value: Expression?) {
        let mark = next
        guard let value else { return }
        let operand = ownedValue(value)
        initialize(global, taking: operand.register)
        free(to: mark)
    }

    /// Gives a global its first value in this cell; running a cell again finds the old one there.
    func initialize(_ global: Global, taking register: Int) {
        let layout = global.type.layout
        disown(register, layout)
        if let home = globalHomes[ObjectIdentifier(global)] {
            emitReleases(layout.references.map { home + $0 })
            emitMove(from: register, to: home, count: layout.count)
        } else if layout.count > 0 {
            let pointer = temporary(1 + layout.references.count)
            emitUncheckedAddress(global, to: pointer)
            let memory = Memory(pointer: pointer, offset: 0)
            for (position, index) in layout.references.enumerated() {
                emit(.load, a: pointer + 1 + position, b: pointer, c: index)
            }
            emitStore(register, to: memory, count: layout.count)
            emitReleases(layout.references.indices.map { pointer + 1 + $0 })
        }
        emit(.setInitialized, object: global)
    }

    private func destructure(_ bindings: [Binding?], _ value: Expression) {
        let operand = ownedValue(value)
        var offset = 0
        for (index, element) in (value.type.tupleElements ?? []).enumerated() {
            let register = operand.register + offset
            offset += element.type.layout.count
            guard index < bindings.count else { continue }
            switch bindings[index] {
            case .variable(let variable)?: declare(variable, taking: register)
            case .global(let global)?: initialize(global, taking: register)
            case nil: release(Operand(register: register, isOwned: true), element.type.layout)
            }
        }
    }

    // MARK: Branches

    private func branch(
        _ conditions: [Condition], _ then: [Statement], _ otherwise: [Statement]
    ) {
        if then.isEmpty, !otherwise.isEmpty {
            guardBranch(conditions, otherwise)
            return
        }
        enterScope()
        let pads = self.conditions(conditions)
        for statement in then { self.statement(statement) }
        leaveScope()
        if otherwise.isEmpty {
            if pads.count <= 1 {
                placePads(pads)
                return
            }
        }
        let end = makeLabel()
        jump(to: end)
        placePads(pads)
        body(otherwise)
        place(end)
    }

    /// `guard`: what the conditions bind lives on in the scope around.
    private func guardBranch(_ conditions: [Condition], _ otherwise: [Statement]) {
        let before = owned
        let after = makeLabel()
        let pads = self.conditions(conditions)
        let bound = owned
        jump(to: after)
        owned = before
        placePads(pads)
        body(otherwise)
        // An `if` with an empty branch looks the same but goes on here, where nothing was bound.
        for register in bound where !before.contains(register) { emitInt(0, to: register) }
        place(after)
        owned = bound
    }

    private func switchOver(_ label: Label, _ cases: [SwitchCase]) {
        let end = makeLabel()
        loops.append(
            Loop(
                label: label, breakLabel: end, continueLabel: nil, scopeDepth: scopes.count,
                ownedMark: owned.count))
        let savedFallthrough = fallthroughTarget
        let bodies = cases.map { _ in makeLabel() }
        for (index, item) in cases.enumerated() {
            fallthroughTarget =
                index + 1 < cases.count
                ? (bodies[index + 1], scopes.count, owned.count) : nil
            if item.alternatives.count == 1, !item.isFallenInto {
                enterScope()
                let pads = conditions(item.alternatives[0])
                place(bodies[index])
                for statement in item.body { self.statement(statement) }
                leaveScope()
                jump(to: end)
                placePads(pads)
                continue
            }
            // Several alternatives share a body; none of them binds what has to be released.
            let otherwise = makeLabel()
            for alternative in item.alternatives {
                enterScope()
                let pads = conditions(alternative)
                leaveScope()
                jump(to: bodies[index])
                placePads(pads)
            }
            jump(to: otherwise)
            place(bodies[index])
            body(item.body)
            jump(to: end)
            place(otherwise)
        }
        fallthroughTarget = savedFallthrough
        loops.removeLast()
        place(end)
    }

    /// `break` and `continue`.
    private func leave(_ label: Label, _ target: (Loop) -> Int) {
        guard let loop = loops.last(where: { $0.label === label }) else {
            failure = "a jump in '\(function.name)' leads nowhere"
            return
        }
        leaveScopes(downTo: loop.scopeDepth, ownedMark: loop.ownedMark)
        jump(to: target(loop))
    }

    private func returnValue(_ value: Expression?) {
        let mark = next
        guard let value, value.type.layout.count > 0 else {
            if let value { effect(value) }
            leaveScopes(downTo: 0, ownedMark: 0)
            emit(.return0)
            free(to: mark)
            return
        }
        let layout = value.type.layout
        let hasDefers = scopes.contains { !$0.defers.isEmpty }
        let savedOwned = owned
        var operand = hasDefers ? ownedValue(value) : self.value(value)
        if !operand.isOwned, !layout.references.isEmpty {
            let isLocal = layout.references.allSatisfy { owned.contains(operand.register + $0) }
            // A variable of this function ends here: its value moves out.
            if !isLocal || layout.count != layout.references.count {
                let register = temporary(layout.count)
                emitMove(from: operand.register, to: register, count: layout.count)
                emitRetains(register, layout)
                own(register, layout)
                operand = Operand(register: register, isOwned: true)
            }
        }
        disown(operand.register, layout)
        next = max(next, operand.register + layout.count)
        leaveScopes(downTo: 0, ownedMark: 0)
        if layout.count == 1 {
            pair(with: .return1, register: operand.register)
            emit(.return1, a: operand.register)
        } else {
            emit(.returnN, a: operand.register, b: layout.count)
        }
        owned = savedOwned
        free(to: mark)
    }

    private func doCatch(
        _ body: [Statement], _ error: Variable, _ clauses: [([Condition], [Statement])]
    ) {
        let end = makeLabel()
        let start = code.count
        let kept = ownedSetIndex(owned)
        self.body(body)
        let bodyEnd = code.count
        jump(to: end)
        enterScope()
        let register = temporary(1)
        handlers.append(
            CodeHandler(
                start: start, end: bodyEnd, handler: code.count, errorRegister: register,
                owned: kept))
        owned.append(register)
        declare(error, taking: register)
        let handled = makeLabel()
        for (conditions, statements) in clauses {
            enterScope()
            let pads = self.conditions(conditions)
            for statement in statements { self.statement(statement) }
            leaveScope()
            jump(to: handled)
            placePads(pads)
        }
        // No clause took it: it is thrown on.
        let thrown = temporary(1)
        emit(.copy, a: thrown, b: errorRegister(error) ?? register)
        emit(.throw, a: thrown)
        place(handled)
        leaveScope()
        place(end)
    }

    private func errorRegister(_ error: Variable) -> Int? {
        if case .register(let register)? = homes[ObjectIdentifier(error)] { return register }
        return nil
    }
}
