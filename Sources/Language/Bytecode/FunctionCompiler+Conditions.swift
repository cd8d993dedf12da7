import CMachine

/// Conditions as jumps.
extension FunctionCompiler {
    func condition(_ expression: Expression, jumpIf wanted: Bool, to label: Int) {
        at(expression) { emitCondition(expression, wanted, label) }
    }

    private func emitCondition(_ expression: Expression, _ wanted: Bool, _ label: Int) {
        let mark = next
        defer { free(to: mark) }
        switch expression.kind {
        case .boolean(let value):
            if value == wanted { jump(to: label) }
            return
        case .operation(.boolNot, let arguments):
            condition(arguments[0], jumpIf: !wanted, to: label)
            return
        case .and(let left, let right):
            if wanted {
                let end = makeLabel()
                condition(left, jumpIf: false, to: end)
                condition(right, jumpIf: true, to: label)
                place(end)
            } else {
                condition(left, jumpIf: false, to: label)
                condition(right, jumpIf: false, to: label)
            }
            return
        case .or(let left, let right):
            if wanted {
                condition(left, jumpIf: true, to: label)
                condition(right, jumpIf: true, to: label)
            } else {
                let end = makeLabel()
                condition(left, jumpIf: true, to: end)
                condition(right, jumpIf: false, to: label)
                place(end)
            }
            return
        case .operation(let operation, let arguments) where arguments.count == 2:
            if comparison(operation, arguments, wanted, label) { return }
        case .equal(let left, let right) where left.type === Type.int || left.type === Type.bool:
            if comparison(.intEqual, [left, right], wanted, label) { return }
        case .isNone(let optional):
            let operand = value(optional)
            if !operand.isOwned || optional.type.layout.references.isEmpty {
                jump(wanted ? .jumpIfFalse : .jumpIfTrue, a: operand.register, to: label)
                return
            }
            // The value goes before the jump; whether it was there is kept.
            let flag = temporary(1)
            let end = makeLabel()
            emitInt(0, to: flag)
            jump(.jumpIfFalse, a: operand.register, to: end)
            emitInt(1, to: flag)
            place(end)
            release(operand, optional.type.layout)
            jump(wanted ? .jumpIfFalse : .jumpIfTrue, a: flag, to: label)
            return
        default:
            break
        }
        let operand = value(expression)
        jump(wanted ? .jumpIfTrue : .jumpIfFalse, a: operand.register, to: label)
    }

    /// Compares and jumps in one instruction.
    private func comparison(
        _ operation: Operation, _ arguments: [Expression], _ wanted: Bool, _ label: Int
    ) -> Bool {
        if case .integer(let constant) = arguments[1].kind, constant.magnitude < 30_000 {
            let opcode: Opcode
            switch (operation, wanted) {
            case (.intEqual, true), (.intNotEqual, false): opcode = .jumpIntEqualImmediate
            case (.intEqual, false), (.intNotEqual, true): opcode = .jumpIntNotEqualImmediate
            case (.intLess, true), (.intGreaterEqual, false): opcode = .jumpIntLessImmediate
            case (.intLessEqual, true), (.intGreater, false): opcode = .jumpIntLessEqualImmediate
            case (.intGreater, true), (.intLessEqual, false): opcode = .jumpIntGreaterImmediate
            case (.intGreaterEqual, true), (.intLess, false):
                opcode = .jumpIntGreaterEqualImmediate
            default: return false
            }
            let operand = value(arguments[0])
            jump(opcode, a: operand.register, b: constant & 0xffff, to: label)
            return true
        }
        let opcode: Opcode
        var swaps = false
        switch (operation, wanted) {
        case (.intEqual, true), (.intNotEqual, false), (.boolEqual, true), (.boolNotEqual, false):
            opcode = .jumpIntEqual
        case (.intEqual, false), (.intNotEqual, true), (.boolEqual, false), (.boolNotEqual, true):
            opcode = .jumpIntNotEqual
        case (.intLess, true): opcode = .jumpIntLess
        case (.intLessEqual, true): opcode = .jumpIntLessEqual
        case (.intGreater, true): (opcode, swaps) = (.jumpIntLess, true)
        case (.intGreaterEqual, true): (opcode, swaps) = (.jumpIntLessEqual, true)
        case (.intLess, false): (opcode, swaps) = (.jumpIntLessEqual, true)
        case (.intLessEqual, false): (opcode, swaps) = (.jumpIntLess, true)
        case (.intGreater, false): opcode = .jumpIntLessEqual
        case (.intGreaterEqual, false): opcode = .jumpIntLess
        case (.doubleEqual, true): opcode = .jumpDoubleEqual
        case (.doubleEqual, false): opcode = .jumpDoubleNotEqual
        case (.doubleNotEqual, true): opcode = .jumpDoubleNotEqual
        case (.doubleNotEqual, false): opcode = .jumpDoubleEqual
        // A comparison with NaN is false, so that the opposite is not the turned-round one.
        case (.doubleLess, true): opcode = .jumpDoubleLess
        case (.doubleLessEqual, true): opcode = .jumpDoubleLessEqual
        case (.doubleGreater, true): (opcode, swaps) = (.jumpDoubleLess, true)
        case (.doubleGreaterEqual, true): (opcode, swaps) = (.jumpDoubleLessEqual, true)
        case (.doubleLess, false): opcode = .jumpDoubleNotLess
        case (.doubleLessEqual, false): opcode = .jumpDoubleNotLessEqual
        case (.doubleGreater, false): (opcode, swaps) = (.jumpDoubleNotLess, true)
        case (.doubleGreaterEqual, false): (opcode, swaps) = (.jumpDoubleNotLessEqual, true)
        default: return false
        }
        let operands = values(arguments)
        let left = operands[swaps ? 1 : 0].register
        let right = operands[swaps ? 0 : 1].register
        jump(opcode, a: left, b: right, to: label)
        return true
    }

    /// Conditions of an `if`, `while` or case, one after the other. Where one fails, control goes to a pad of its own
    /// that lets go of what the ones before it bound.
    func conditions(_ conditions: [Condition]) -> [Pad] {
        // The first pad owns what was owned before; all others end there.
        var pads = [Pad(label: makeLabel(), owned: owned)]
        for condition in conditions {
            var condition = condition
            // A block declares what a pattern binds: it belongs to the scope of the conditions.
            while case .isTrue(let test) = condition, case .block(let body, let value) = test.kind {
                for statement in body { self.statement(statement) }
                condition = .isTrue(value)
            }
            let label: Int
            if let last = pads.last, last.owned == owned {
                label = last.label
            } else {
                label = makeLabel()
                pads.append(Pad(label: label, owned: owned))
            }
            switch condition {
            case .isTrue(let value):
                self.condition(value, jumpIf: false, to: label)
            case .bind(let variable, let optional):
                let register = unwrapped(optional, variable.type, orElse: label)
                declare(variable, taking: register)
            case .bindGlobal(let global, let optional):
                let mark = next
                let register = unwrapped(optional, global.type, orElse: label)
                initialize(global, taking: register)
                free(to: mark)
            case .matchesCase(let subject, let index, let variables):
                match(subject, index, variables, orElse: label)
            }
        }
        return pads
    }

    struct Pad {
        let label: Int
        /// What the frame owns when it comes here.
        let owned: [Int]
    }

    /// The pads, last first, each falling into the one before it; what follows is reached when a condition failed.
    func placePads(_ pads: [Pad]) {
        let saved = owned
        for index in pads.indices.reversed() {
            place(pads[index].label)
            guard index > 0 else { break }
            let kept = pads[index - 1].owned
            owned = kept
            emitReleases(pads[index].owned.filter { !kept.contains($0) })
        }
        owned = saved
    }

    /// The registers of an optional's value; jumps when there is none, and then owns nothing of it.
    private func unwrapped(_ optional: Expression, _ type: Type, orElse label: Int) -> Int {
        let operand = ownedValue(optional)
        jump(.jumpIfFalse, a: operand.register, to: label)
        return payload(of: operand, optional.type, wrapped: type.layout).register
    }

    private func match(
        _ subject: Expression, _ index: Int, _ variables: [Variable?], orElse label: Int
    ) {
        let mark = next
        let operand = value(subject)
        let type = subject.type
        if !operand.isOwned || type.layout.references.isEmpty {
            jump(.jumpIntNotEqualImmediate, a: operand.register, b: index & 0xffff, to: label)
        } else {
            // A subject that was computed for this test alone goes whether or not it matches.
            let matches = makeLabel()
            jump(.jumpIntEqualImmediate, a: operand.register, b: index & 0xffff, to: matches)
            emitReleases(type.layout.references.map { operand.register + $0 })
            jump(to: label)
            place(matches)
        }
        let shape = EnumShape(type, case: index)
        var slot = 0
        for (position, element) in shape.payload.enumerated() {
            let layout = element.type.layout
            let first = slot
            slot += layout.count
            guard position < variables.count, let variable = variables[position] else { continue }
            let register = temporary(layout.count)
            if shape.isIndirect {
                let memory = Memory(
                    pointer: operand.register + shape.slots[0],
                    offset: HeapObject.headerWords + first)
                if layout.count > 0 { emitLoad(memory, to: register, layout, isRetained: true) }
            } else {
                for offset in 0..<layout.count {
                    emitMove(
                        from: operand.register + shape.slots[first + offset],
                        to: register + offset, count: 1)
                }
                emitRetains(register, layout)
            }
            own(register, layout)
            declare(variable, taking: register)
        }
        release(operand, type.layout)
        if variables.allSatisfy({ $0 == nil }) { free(to: mark) }
    }
}
