import CMachine

/// Values made of values.
extension FunctionCompiler {
    func interpolation(_ parts: [Expression], _ register: Int) -> Operand {
        let context = RoutineContext(
            types: parts.map(\.type), argumentSlots: parts.reduce(0) { $0 + $1.type.layout.count })
        return routine(.interpolate, parts, context, .reference, register)
    }

    /// Runs a routine on values that it borrows.
    func routine(
        _ routine: Routine, _ arguments: [Expression], _ context: RoutineContext?,
        _ result: Layout, _ register: Int
    ) -> Operand {
        let mark = next
        let window = next
        let taken = self.arguments(arguments, at: window)
        emitPerform(routine, context, result: register, arguments: window)
        own(register, result)
        for item in taken { release(Operand(register: item.register, isOwned: true), item.layout) }
        free(to: mark)
        return Operand(register: register, isOwned: true)
    }

    /// Runs a routine that takes over its arguments.
    private func takingRoutine(
        _ routine: Routine, _ arguments: [Expression], _ context: RoutineContext,
        _ result: Layout, _ register: Int
    ) -> Operand {
        let mark = next
        let window = temporary(context.argumentSlots)
        var position = window
        for argument in arguments {
            into(argument, position)
            position += argument.type.layout.count
        }
        emitPerform(routine, context, result: register, arguments: window)
        position = window
        for argument in arguments {
            disown(position, argument.type.layout)
            position += argument.type.layout.count
        }
        own(register, result)
        free(to: mark)
        return Operand(register: register, isOwned: true)
    }

    func emitPerform(
        _ routine: Routine, _ context: RoutineContext?, result: Int, arguments: Int
    ) {
        registerCount = max(registerCount, arguments + (context?.argumentSlots ?? 2) + 1)
        if let context {
            emit(.perform, a: result, b: arguments, c: routine.rawValue, object: context)
        } else {
            emit(.perform, a: result, b: arguments, c: routine.rawValue, word: 0)
        }
    }

    func array(_ elements: [Expression], _ type: Type, _ register: Int) -> Operand {
        guard let elementType = type.arrayElement else {
            failure = "an array literal in '\(function.name)' has no element type"
            return Operand(register: register, isOwned: true)
        }
        let layout = LayoutTable.descriptor(elementType.layout)
        let stride = elementType.layout.count
        // A long literal is put together from parts, so that it does not need a register for each element.
        let chunk = max(1024 / max(stride, 1), 1)
        func part(_ elements: [Expression], _ register: Int) {
            let context = RoutineContext(argumentSlots: elements.count * stride, layout: layout)
            context.elementCount = elements.count
            _ = takingRoutine(.makeArray, elements, context, .reference, register)
        }
        part(Array(elements.prefix(chunk)), register)
        var start = chunk
        while start < elements.count {
            let mark = next
            let window = temporary(2)
            emit(.address, a: window, b: register)
            part(Array(elements[start..<min(start + chunk, elements.count)]), window + 1)
            let context = RoutineContext(argumentSlots: 2)
            emitPerform(.arrayAppendContents, context, result: window, arguments: window)
            release(Operand(register: window + 1, isOwned: true), .reference)
            free(to: mark)
            start += chunk
        }
        return Operand(register: register, isOwned: true)
    }

    func dictionary(
        _ pairs: [(key: Expression, value: Expression)], _ type: Type, _ register: Int
    ) -> Operand {
        let types = type.arguments.count == 1 ? [type.arguments[0], .void] : type.arguments
        let parts = pairs.flatMap { [$0.key, $0.value] }
        let context = RoutineContext(
            types: types, argumentSlots: parts.reduce(0) { $0 + $1.type.layout.count })
        return takingRoutine(.makeDictionary, parts, context, .reference, register)
    }

    func rangeValue(_ bounds: [Expression], _ type: Type, _ register: Int) -> Operand {
        var position = register
        for bound in bounds {
            into(bound, position)
            position += bound.type.layout.count
        }
        if bounds.count == 2 {
            if bounds[0].type === Type.int {
                emit(.checkRange, a: register, b: register + 1)
            } else if bounds[0].type === Type.double {
                emit(.checkRange, x: 1, a: register, b: register + 1)
            }
        }
        return Operand(register: register, isOwned: true)
    }

    func conditional(
        _ condition: Expression, _ then: Expression, _ otherwise: Expression, _ layout: Layout,
        _ register: Int
    ) -> Operand {
        let other = makeLabel()
        let end = makeLabel()
        self.condition(condition, jumpIf: false, to: other)
        into(then, register)
        jump(to: end)
        disown(register, layout)
        place(other)
        into(otherwise, register)
        place(end)
        return Operand(register: register, isOwned: true)
    }

    func coalesce(
        _ optional: Expression, _ fallback: Expression, _ type: Type, _ register: Int
    ) -> Operand {
        let mark = next
        let layout = type.layout
        let whole = optional.type.layout
        let end = makeLabel()
        if whole.count == layout.count {
            // Both optionals, or one reference: what is there is the result, nil owns nothing.
            into(optional, register)
            jump(.jumpIfTrue, a: register, to: end)
            disown(register, layout)
            into(fallback, register)
            place(end)
            return Operand(register: register, isOwned: true)
        }
        let other = makeLabel()
        let first = temporary(whole.count)
        into(optional, first)
        jump(.jumpIfFalse, a: first, to: other)
        disown(first, whole)
        emitMove(from: first + 1, to: register, count: layout.count)
        jump(to: end)
        place(other)
        into(fallback, register)
        place(end)
        free(to: mark)
        return Operand(register: register, isOwned: true)
    }

    func chain(
        _ base: Expression, _ variable: Variable, _ rest: Expression, _ layout: Layout,
        _ register: Int
    ) -> Operand {
        let mark = next
        let none = makeLabel()
        let end = makeLabel()
        let operand = ownedValue(base)
        jump(.jumpIfFalse, a: operand.register, to: none)
        let inner = payload(of: operand, base.type, wrapped: variable.type.layout)
        homes[ObjectIdentifier(variable)] = .register(inner.register)
        into(rest, register)
        release(operand, base.type.layout)
        jump(to: end)
        disown(register, layout)
        place(none)
        // nil: neither the base nor the result owns anything.
        emitZero(register, layout.count)
        own(register, layout)
        place(end)
        free(to: mark)
        return Operand(register: register, isOwned: true)
    }

    func equal(_ left: Expression, _ right: Expression, _ register: Int) -> Operand {
        let type = left.type
        let opcode: Opcode? =
            switch type.nominal?.form {
            case .int?, .bool?, .fixedInteger?: .intEqual
            case .double?: .doubleEqual
            case .float?: .floatEqual
            default: nil
            }
        if let opcode {
            let mark = next
            let operands = values([left, right])
            emit(opcode, a: register, b: operands[0].register, c: operands[1].register)
            free(to: mark)
            return Operand(register: register, isOwned: true)
        }
        if type === Type.string || type === Type.character {
            return routine(.stringEqual, [left, right], nil, .scalar, register)
        }
        let context = RoutineContext(types: [type], argumentSlots: type.layout.count * 2)
        return routine(.equal, [left, right], context, .scalar, register)
    }

    func cast(
        _ kind: Routine, _ inner: Expression, _ wanted: Type, _ layout: Layout, _ register: Int
    ) -> Operand {
        let context = RoutineContext(
            types: [inner.type, wanted], argumentSlots: inner.type.layout.count)
        return routine(kind, [inner], context, layout, register)
    }

    /// An object or existential.
    func typed(
        _ kind: HeapObject.Kind, _ parts: [Expression], _ type: Type, _ register: Int
    ) -> Operand {
        let mark = next
        let window = temporary(parts.reduce(0) { $0 + $1.type.layout.count })
        var position = window
        for part in parts {
            into(part, position)
            position += part.type.layout.count
        }
        position = window
        for part in parts {
            disown(position, part.type.layout)
            position += part.type.layout.count
        }
        emit(.makeTyped, x: Int(kind.rawValue), a: register, b: window, object: type)
        owned.append(register)
        free(to: mark)
        return Operand(register: register, isOwned: true)
    }

    func enumCase(
        _ index: Int, _ payload: [Expression], _ type: Type, _ register: Int
    ) -> Operand {
        let layout = type.layout
        let mark = next
        let shape = EnumShape(type, case: index)
        if shape.isIndirect {
            let boxed = shape.payloadLayout
            let window = temporary(boxed.count)
            var position = window
            for part in payload {
                into(part, position)
                position += part.type.layout.count
            }
            disown(window, boxed)
            let box = temporary(1)
            emit(.makeBox, a: box, b: window, word: descriptorWord(boxed))
            emitZero(register, layout.count)
            emitMove(from: box, to: register + shape.slots[0], count: 1)
            emitInt(index, to: register)
            own(register, layout)
            free(to: mark)
            return Operand(register: register, isOwned: true)
        }
        let operands = payload.map { ownedValue($0) }
        emitZero(register, layout.count)
        var slot = 0
        for (operand, part) in zip(operands, payload) {
            let partLayout = part.type.layout
            disown(operand.register, partLayout)
            for offset in 0..<partLayout.count where slot < shape.slots.count {
                emitMove(
                    from: operand.register + offset, to: register + shape.slots[slot], count: 1)
                slot += 1
            }
        }
        emitInt(index, to: register)
        own(register, layout)
        free(to: mark)
        return Operand(register: register, isOwned: true)
    }

    func closure(_ function: Function, _ register: Int) -> Operand {
        referenced.append(function)
        let mark = next
        let layout = Layout(
            isReference: function.captures.flatMap { captureLayout($0).isReference })
        let window = temporary(layout.count)
        var position = window
        for variable in function.captures {
            let captured = captureLayout(variable)
            switch homes[ObjectIdentifier(variable)] {
            case .register(let source)?:
                emitMove(from: source, to: position, count: captured.count)
                emitRetains(position, captured)
            case .box(let source)?:
                emit(.copy, a: position, b: source)
            case .address(let source)?:
                emit(.move, a: position, b: source)
            case nil:
                failure = "'\(variable.name)' is used in '\(function.name)' but was not captured"
            }
            position += captured.count
        }
        let shape = ClosureShape(
            compiled: machine.reference(function), layout: LayoutTable.descriptor(layout))
        emit(.makeClosure, a: register, b: window, object: shape)
        owned.append(register)
        free(to: mark)
        return Operand(register: register, isOwned: true)
    }
}
