import CMachine

/// Loops: one instruction for each way back, which polls the interrupt flag.
extension FunctionCompiler {
    private func loop(
        _ label: Label, breakLabel: Int, continueLabel: Int, _ statements: [Statement]
    ) {
        loops.append(
            Loop(
                label: label, breakLabel: breakLabel, continueLabel: continueLabel,
                scopeDepth: scopes.count, ownedMark: owned.count))
        body(statements)
        loops.removeLast()
    }

    func whileLoop(_ label: Label, _ conditions: [Condition], _ statements: [Statement]) {
        let end = makeLabel()
        let again = makeLabel()
        var tests: [Expression] = []
        for case .isTrue(let test) in conditions {
            if case .block = test.kind { continue }
            tests.append(test)
        }
        if tests.count == conditions.count {
            // The test stands at the end: one jump a round.
            let start = makeLabel()
            jump(to: again)
            place(start)
            loop(label, breakLabel: end, continueLabel: again, statements)
            place(again)
            for test in tests.dropLast() { condition(test, jumpIf: false, to: end) }
            if let last = tests.last {
                condition(last, jumpIf: true, to: start)
            } else {
                jump(to: start)
            }
            place(end)
            return
        }
        place(again)
        enterScope()
        let pads = self.conditions(conditions)
        // `break` and `continue` let go of what the conditions bound.
        loops.append(
            Loop(
                label: label, breakLabel: end, continueLabel: again, scopeDepth: scopes.count - 1,
                ownedMark: scopes.last?.ownedMark ?? 0))
        body(statements)
        loops.removeLast()
        leaveScope()
        jump(to: again)
        placePads(pads)
        place(end)
    }

    func repeatLoop(_ label: Label, _ statements: [Statement], _ test: Expression) {
        let start = makeLabel()
        let again = makeLabel()
        let end = makeLabel()
        place(start)
        loop(label, breakLabel: end, continueLabel: again, statements)
        place(again)
        condition(test, jumpIf: true, to: start)
        place(end)
    }

    func rangeLoop(
        _ label: Label, _ variable: Variable, _ lower: Expression, _ upper: Expression,
        _ isClosed: Bool, _ statements: [Statement]
    ) {
        let mark = next
        let end = makeLabel()
        let start = makeLabel()
        let again = makeLabel()
        let limit = temporary(1)
        let counter = temporary(1)
        into(lower, counter)
        into(upper, limit)
        var isKnown = false
        if case .integer(let low) = lower.kind, case .integer(let high) = upper.kind, low < high {
            isKnown = true
        }
        if !isKnown { emit(.checkRange, a: counter, b: limit) }
        if !isClosed {
            if !isKnown { jump(.jumpIntLessEqual, a: limit, b: counter, to: end) }
            // The last value; the limit is above the counter, so this cannot overflow.
            emit(.intAddImmediate, a: limit, b: limit, c: -1 & 0xffff)
        }
        place(start)
        enterScope()
        if variable.isBoxed || variable.isReassigned {
            let copy = temporary(1)
            emit(.move, a: copy, b: counter)
            declare(variable, taking: copy)
        } else {
            homes[ObjectIdentifier(variable)] = .register(counter)
            inSight.append(variable)
        }
        loops.append(
            Loop(
                label: label, breakLabel: end, continueLabel: again, scopeDepth: scopes.count - 1,
                ownedMark: scopes.last?.ownedMark ?? 0))
        body(statements)
        loops.removeLast()
        leaveScope()
        place(again)
        jump(.loopInt, a: counter, b: limit, to: start)
        place(end)
        free(to: mark)
    }

    func arrayLoop(
        _ label: Label, _ variable: Variable, _ array: Expression, _ statements: [Statement]
    ) {
        let mark = next
        let layout = variable.type.layout
        let end = makeLabel()
        let start = makeLabel()
        let again = makeLabel()
        let held = temporary(2)
        into(array, held)
        emitInt(-1, to: held + 1)
        let element = temporary(layout.count)
        let ownedMark = owned.count
        jump(to: again)
        place(start)
        enterScope()
        if variable.isBoxed || variable.isReassigned {
            let copy = temporary(layout.count)
            emitMove(from: element, to: copy, count: layout.count)
            emitRetains(copy, layout)
            own(copy, layout)
            declare(variable, taking: copy)
        } else {
            // Borrowed: the array is held until the loop ends.
            homes[ObjectIdentifier(variable)] = .register(element)
            inSight.append(variable)
        }
        loops.append(
            Loop(
                label: label, breakLabel: end, continueLabel: again, scopeDepth: scopes.count - 1,
                ownedMark: ownedMark))
        body(statements)
        loops.removeLast()
        leaveScope()
        place(again)
        if layout.count == 1 {
            jump(.loopArray, a: element, b: held, to: start)
        } else {
            jump(.loopArrayN, x: layout.count, a: element, b: held, to: start)
        }
        place(end)
        release(Operand(register: held, isOwned: true), .reference)
        free(to: mark)
    }

    func nextLoop(
        _ label: Label, _ variable: Variable, _ nextValue: Expression, _ statements: [Statement]
    ) {
        let mark = next
        let end = makeLabel()
        let again = makeLabel()
        let ownedMark = owned.count
        place(again)
        enterScope()
        let operand = ownedValue(nextValue)
        jump(.jumpIfFalse, a: operand.register, to: end)
        let inner = payload(of: operand, nextValue.type, wrapped: variable.type.layout)
        declare(variable, taking: inner.register)
        loops.append(
            Loop(
                label: label, breakLabel: end, continueLabel: again, scopeDepth: scopes.count - 1,
                ownedMark: ownedMark))
        body(statements)
        loops.removeLast()
        leaveScope()
        jump(to: again)
        place(end)
        free(to: mark)
    }
}
