import CMachine

/// Expressions: values into registers.
extension FunctionCompiler {
    /// Runs `body` with positions pointing at the expression.
    func at<Result>(_ expression: Expression, _ body: () -> Result) -> Result {
        let saved = range
        if expression.range.start >= 0 { range = expression.range }
        defer { range = saved }
        return body()
    }

    /// The bits of a floating-point literal.
    static func bits(_ expression: Expression) -> UInt64 {
        guard case .floating(let value) = expression.kind else { return 0 }
        return expression.type === Type.float
            ? UInt64(Float(value).bitPattern) : value.bitPattern
    }

    /// A value that is not used.
    func effect(_ expression: Expression) {
        let mark = next
        release(value(expression), expression.type.layout)
        free(to: mark)
    }

    /// The value, owned, in the given registers; they hold nothing that has to be released before.
    func into(_ expression: Expression, _ register: Int) {
        let layout = expression.type.layout
        let mark = next
        let operand = value(expression, hint: register)
        if operand.register == register {
            if !operand.isOwned {
                emitRetains(register, layout)
                own(register, layout)
            }
        } else {
            if operand.isOwned { disown(operand.register, layout) }
            if !operand.isOwned, layout.isSingleReference {
                emit(.copy, a: register, b: operand.register)
            } else {
                emitMove(from: operand.register, to: register, count: layout.count)
                if !operand.isOwned { emitRetains(register, layout) }
            }
            own(register, layout)
        }
        free(to: mark)
    }

    /// The value in temporaries of its own, owned.
    func ownedValue(_ expression: Expression) -> Operand {
        let register = temporary(expression.type.layout.count)
        into(expression, register)
        return Operand(register: register, isOwned: true)
    }

    /// Values of several expressions, evaluated in order: what an earlier one borrowed is copied when a later one may
    /// change it.
    func values(_ expressions: [Expression]) -> [Operand] {
        expressions.enumerated().map { index, expression in
            let isThreatened = expressions[(index + 1)...].contains(where: \.changesVariables)
            return isThreatened ? ownedValue(expression) : value(expression)
        }
    }

    func value(_ expression: Expression, hint: Int? = nil) -> Operand {
        at(expression) { evaluate(expression, hint) }
    }

    /// Values that every read makes anew are owned; they may be in the hinted register or in a temporary.
    private func evaluate(_ expression: Expression, _ hint: Int?) -> Operand {
        let type = expression.type
        let layout = type.layout
        func target() -> Int { hint ?? temporary(layout.count) }

        switch expression.kind {
        case .integer(let value):
            if hint == nil, let register = constantHomes[UInt64(bitPattern: Int64(value))] {
                return Operand(register: register, isOwned: false)
            }
            let register = target()
            emitInt(value, to: register)
            return Operand(register: register, isOwned: true)
        case .floating:
            let bits = Self.bits(expression)
            if hint == nil, let register = constantHomes[bits] {
                return Operand(register: register, isOwned: false)
            }
            let register = target()
            emitInt(Int(Int64(bitPattern: bits)), to: register)
            return Operand(register: register, isOwned: true)
        case .boolean(let value):
            let register = target()
            emitInt(value ? 1 : 0, to: register)
            return Operand(register: register, isOwned: true)
        case .string(let text):
            let reference = stringConstant(text)
            if let register = constantHomes[reference] {
                return Operand(register: register, isOwned: false)
            }
            let register = target()
            emit(.loadWord, a: register, word: reference)
            return Operand(register: register, isOwned: false)
        case .none, .unreachable:
            let register = target()
            emitZero(register, layout.count)
            own(register, layout)
            return Operand(register: register, isOwned: true)
        case .interpolation(let parts):
            return interpolation(parts, target())
        case .variable, .global, .element, .objectField:
            return read(expression, hint)
        case .aggregate(let parts):
            let register = target()
            var offset = 0
            for part in parts {
                into(part, register + offset)
                offset += part.type.layout.count
            }
            return Operand(register: register, isOwned: true)
        case .array(let elements):
            return array(elements, type, target())
        case .dictionary(let pairs):
            return dictionary(pairs, type, target())
        case .range(let bounds):
            return rangeValue(bounds, type, target())
        case .operation(let operation, let arguments):
            return self.operation(operation, arguments, expression, hint)
        case .and, .or:
            let register = target()
            let end = makeLabel()
            emitInt(0, to: register)
            condition(expression, jumpIf: false, to: end)
            emitInt(1, to: register)
            place(end)
            return Operand(register: register, isOwned: true)
        case .conditional(let condition, let then, let otherwise):
            return conditional(condition, then, otherwise, layout, target())
        case .coalesce(let optional, let fallback):
            return coalesce(optional, fallback, type, target())
        case .wrap(let wrapped):
            if layout.count == wrapped.type.layout.count { return value(wrapped, hint: hint) }
            let register = target()
            into(wrapped, register + 1)
            emitInt(1, to: register)
            return Operand(register: register, isOwned: true)
        case .unwrap(let optional):
            let operand = value(optional)
            emit(.checkSome, a: operand.register)
            return payload(of: operand, optional.type, wrapped: layout)
        case .chain(let base, let variable, let rest):
            return chain(base, variable, rest, layout, target())
        case .isNone(let optional):
            let register = target()
            let mark = next
            let operand = value(optional)
            let end = makeLabel()
            // The result's register may be the operand's.
            let flag = temporary(1)
            emitInt(0, to: flag)
            jump(.jumpIfTrue, a: operand.register, to: end)
            emitInt(1, to: flag)
            place(end)
            release(operand, optional.type.layout)
            emitMove(from: flag, to: register, count: 1)
            free(to: mark)
            return Operand(register: register, isOwned: true)
        case .equal(let left, let right):
            return equal(left, right, target())
        case .call, .callValue, .callNative:
            return call(expression, hint)
        case .address:
            // Calls deal with their inout arguments themselves.
            failure = "an inout argument stands outside a call in '\(function.name)'"
            return Operand(register: target(), isOwned: true)
        case .closure(let function), .functionValue(let function):
            return closure(function, target())
        case .existential(let inner):
            if inner.type.isExistential || inner.type.isClass { return value(inner, hint: hint) }
            return typed(.existential, [inner], inner.type, target())
        case .makeObject(let fields):
            return typed(.object, fields, type, target())
        case .bridge(let inner, let nominal):
            let context = RoutineContext(
                types: [inner.type], argumentSlots: inner.type.layout.count, nominal: nominal)
            return routine(.bridge, [inner], context, layout, target())
        case .castOptional(let inner, let wanted):
            return cast(.castOptional, inner, wanted, layout, target())
        case .castForced(let inner, let wanted):
            return cast(.castForced, inner, wanted, layout, target())
        case .isType(let inner, let wanted):
            return cast(.isType, inner, wanted, layout, target())
        case .enumCase(let index, let payload):
            return enumCase(index, payload, type, target())
        case .assign(let place, let value):
            assign(place, value)
            if isMain, case .global(let global) = place.root, place.steps.isEmpty, global.startsEmpty { emit(.setInitialized, object: global) }
            return Operand(register: next, isOwned: true)
        case .modify(let place, let operation, let value):
            modify(place, operation, value)
            return Operand(register: next, isOwned: true)
        case .block(let body, let result):
            let register = target()
            enterScope()
            for statement in body { self.statement(statement) }
            into(result, register)
            // The result stays when the scope's variables go.
            disown(register, layout)
            leaveScope()
            own(register, layout)
            return Operand(register: register, isOwned: true)
        case .discard(let inner):
            effect(inner)
            return Operand(register: next, isOwned: true)
        case .type:
            return metatype(type, target())
        case .allocateObject:
            return allocateObject(type, target())
        case .armObject(let object):
            let context = RoutineContext(argumentSlots: 1)
            let register = temporary(1)
            _ = routine(.armObject, [object], context, Layout(isReference: []), register)
            return Operand(register: register, isOwned: true)
        case .callDynamic:
            return call(expression, hint)
        case .unboxed(let box):
            return unboxed(box, type, hint)
        case .dynamicType(let inner):
            return dynamicType(inner, target())
        case .identical(let left, let right):
            return identical(left, right, target())
        case .makeWeak(let object):
            return routine(
                .makeWeak, [object], RoutineContext(argumentSlots: 1), layout, target())
        case .loadWeak(let reference):
            return routine(
                .loadWeak, [reference], RoutineContext(types: [reference.type], argumentSlots: 1), layout,
                target())
        }
    }

    func emitZero(_ register: Int, _ count: Int) {
        if count == 1 {
            emitInt(0, to: register)
        } else if count > 0 {
            emit(.zero, a: register, b: count)
        }
    }

    // MARK: Reading variables and their parts

    /// A place in memory: the register with an address, and slots from there.
    struct Memory {
        let pointer: Int
        let offset: Int
    }

    /// The register of a variable or of a part of one.
    func registerPath(_ expression: Expression) -> Int? {
        switch expression.kind {
        case .variable(let variable):
            if case .register(let register)? = homes[ObjectIdentifier(variable)] { return register }
            return nil
        case .global(let global):
            return globalHomes[ObjectIdentifier(global)]
        case .element(let base, let index):
            return registerPath(base).map { $0 + Self.offset(of: index, in: base.type) }
        default:
            return nil
        }
    }

    /// The memory of a variable or of a part of one; emits what finds it.
    private func memoryPath(_ expression: Expression) -> Memory? {
        switch expression.kind {
        case .variable(let variable):
            switch homes[ObjectIdentifier(variable)] {
            case .box(let register)?:
                return Memory(pointer: register, offset: HeapObject.headerWords)
            case .address(let register)?: return Memory(pointer: register, offset: 0)
            case .register?: return nil
            case nil:
                failure = "'\(variable.name)' is used in '\(function.name)' but was not captured"
                return nil
            }
        case .global(let global):
            let pointer = temporary(1)
            emitGlobalAddress(global, to: pointer)
            return Memory(pointer: pointer, offset: 0)
        case .element(let base, let index):
            guard Self.isPath(base), let memory = memoryPath(base) else { return nil }
            return Memory(
                pointer: memory.pointer,
                offset: memory.offset + Self.offset(of: index, in: base.type))
        case .objectField(let base, let index):
            guard Self.isPath(base) else { return nil }
            let offset = HeapObject.typedHeaderWords + Self.fieldOffset(of: index, in: base.type)
            if let register = registerPath(base) {
                return Memory(pointer: register, offset: offset)
            }
            guard let memory = memoryPath(base) else { return nil }
            let pointer = temporary(1)
            emit(.load, a: pointer, b: memory.pointer, c: memory.offset)
            return Memory(pointer: pointer, offset: offset)
        default:
            return nil
        }
    }

    private static func isPath(_ expression: Expression) -> Bool {
        switch expression.kind {
        case .variable, .global: true
        case .element(let base, _), .objectField(let base, _): isPath(base)
        default: false
        }
    }

    func emitGlobalAddress(_ global: Global, to register: Int) {
        emitCheck(global)
        emitUncheckedAddress(global, to: register)
    }

    func emitUncheckedAddress(_ global: Global, to register: Int) {
        keptAlive.append(global)
        emit(.loadWord, a: register, word: UInt64(UInt(bitPattern: global.slots)))
    }

    /// A function may be called before the declaration of a variable of its own cell has run; the checker has seen to
    /// the cell's top level.
    private func emitCheck(_ global: Global) {
        if global.isInitialized { return }
        if let initializer = global.initializer {
            emitInitialization(global, initializer)
            return
        }
        if isMain { return }
        emit(.checkInitialized, object: global)
    }

    /// A static property gets its value here if it has none yet.
    private func emitInitialization(_ global: Global, _ initializer: Function) {
        let mark = next
        let flag = temporary(1)
        let done = makeLabel()
        keptAlive.append(global)
        emit(.loadWord, a: flag, word: UInt64(UInt(bitPattern: global.slots + global.type.layout.count)))
        emit(.load, a: flag, b: flag, c: 0)
        jump(.jumpIfTrue, a: flag, to: done)
        callInitializer(initializer)
        place(done)
        free(to: mark)
    }

    /// Slots before an element of a tuple, struct or range.
    static func offset(of index: Int, in type: Type) -> Int {
        if let elements = type.tupleElements {
            return elements.prefix(index).reduce(0) { $0 + $1.type.layout.count }
        }
        if let nominal = type.nominal {
            switch nominal.form {
            case .range, .closedRange: return index * type.arguments[0].layout.count
            case .structure:
                return type.fields.prefix(index).reduce(0) { $0 + $1.type.layout.count }
            default: return 0
            }
        }
        return 0
    }

    /// Slots before a stored property of an object.
    static func fieldOffset(of index: Int, in type: Type) -> Int {
        type.fields.prefix(index).reduce(0) { $0 + $1.type.layout.count }
    }

    private func read(_ expression: Expression, _ hint: Int?) -> Operand {
        if let register = registerPath(expression) {
            return Operand(register: register, isOwned: false)
        }
        let layout = expression.type.layout
        if Self.isPath(expression) {
            let register = hint ?? temporary(layout.count)
            let mark = next
            if case .global(let global) = expression.kind, layout.count == 1 {
                keptAlive.append(global)
                emitCheck(global)
                emit(.loadGlobal, a: register, word: UInt64(UInt(bitPattern: global.slots)))
                emitRetains(register, layout)
            } else if let memory = memoryPath(expression) {
                emitLoad(memory, to: register, layout, isRetained: true)
            }
            free(to: mark)
            own(register, layout)
            return Operand(register: register, isOwned: true)
        }
        return part(of: expression, layout, hint)
    }

    func emitLoad(_ memory: Memory, to register: Int, _ layout: Layout, isRetained: Bool) {
        if layout.count == 1 {
            emit(
                isRetained && layout.isSingleReference ? .loadRetained : .load, a: register,
                b: memory.pointer, c: memory.offset)
            return
        }
        var done = 0
        while done < layout.count {
            let count = min(layout.count - done, 255)
            emit(
                .loadN, x: count, a: register + done, b: memory.pointer, c: memory.offset + done)
            done += count
        }
        if isRetained { emitRetains(register, layout) }
    }

    func emitStore(_ register: Int, to memory: Memory, count: Int) {
        if count == 1 {
            emit(.store, a: memory.pointer, b: register, c: memory.offset)
            return
        }
        var done = 0
        while done < count {
            let part = min(count - done, 255)
            emit(.storeN, x: part, a: memory.pointer, b: register + done, c: memory.offset + done)
            done += part
        }
    }

    /// A value that is only read, and before anything else runs: nothing is retained.
    func borrow(_ expression: Expression) -> Operand {
        if registerPath(expression) == nil, Self.isPath(expression) {
            let layout = expression.type.layout
            let register = temporary(layout.count)
            at(expression) {
                if let memory = memoryPath(expression) {
                    emitLoad(memory, to: register, layout, isRetained: false)
                }
            }
            return Operand(register: register, isOwned: false)
        }
        return value(expression)
    }

    /// Part of a value that was just computed.
    private func part(of expression: Expression, _ layout: Layout, _ hint: Int?) -> Operand {
        switch expression.kind {
        case .element(let base, let index):
            let offset = Self.offset(of: index, in: base.type)
            if let operand = arrayElementField(base, offset, layout, hint) { return operand }
            let register = hint ?? temporary(layout.count)
            let mark = next
            let operand = value(base)
            let whole = base.type.layout
            emitMove(from: operand.register + offset, to: register, count: layout.count)
            emitRetains(register, layout)
            // The part is safe before the whole goes.
            own(register, layout)
            release(operand, whole)
            free(to: mark)
            return Operand(register: register, isOwned: true)
        case .objectField(let base, let index):
            let register = hint ?? temporary(layout.count)
            let mark = next
            let operand = value(base)
            let offset = HeapObject.typedHeaderWords + Self.fieldOffset(of: index, in: base.type)
            let target = operand.register == register ? temporary(layout.count) : register
            emitLoad(
                Memory(pointer: operand.register, offset: offset), to: target, layout,
                isRetained: true)
            release(operand, base.type.layout)
            emitMove(from: target, to: register, count: layout.count)
            own(register, layout)
            free(to: mark)
            return Operand(register: register, isOwned: true)
        default:
            return Operand(register: next, isOwned: true)
        }
    }

    /// `array[index].field` of one slot, without the rest of the element.
    private func arrayElementField(
        _ base: Expression, _ offset: Int, _ layout: Layout, _ hint: Int?
    ) -> Operand? {
        var base = base
        var offset = offset
        while case .element(let outer, let index) = base.kind {
            offset += Self.offset(of: index, in: outer.type)
            base = outer
        }
        guard case .operation(.arrayGet, let arguments) = base.kind, arguments.count == 2,
            layout.count == 1, offset < 256, base.type.layout.count > 1
        else { return nil }
        let register = hint ?? temporary(1)
        let mark = next
        at(base) {
            let (array, index) = arrayAndIndex(arguments[0], arguments[1])
            let target = array.isOwned ? temporary(1) : register
            emit(.arrayGetField, x: offset, a: target, b: array.register, c: index.register)
            emitRetains(target, layout)
            release(array, arguments[0].type.layout)
            emitMove(from: target, to: register, count: 1)
        }
        own(register, layout)
        free(to: mark)
        return Operand(register: register, isOwned: true)
    }

    /// An array for one read of it, and an index.
    func arrayAndIndex(_ array: Expression, _ index: Expression) -> (Operand, Operand) {
        if index.isSimple, registerPath(array) == nil {
            let indexOperand = value(index)
            return (borrowElement(array) ?? borrow(array), indexOperand)
        }
        let arrayOperand = index.changesVariables ? ownedValue(array) : value(array)
        return (arrayOperand, value(index))
    }

    /// `rows[i]` as the array of `rows[i][j]`: it stays where it is and is not retained.
    private func borrowElement(_ expression: Expression) -> Operand? {
        guard case .operation(.arrayGet, let arguments) = expression.kind,
            expression.type.layout.isSingleReference, arguments[1].isSimple,
            Self.isPath(arguments[0]) || isElementOfPath(arguments[0])
        else { return nil }
        return at(expression) {
            let (array, index) = arrayAndIndex(arguments[0], arguments[1])
            let register = temporary(1)
            emit(.arrayGet, a: register, b: array.register, c: index.register)
            release(array, arguments[0].type.layout)
            return Operand(register: register, isOwned: false)
        }
    }

    private func isElementOfPath(_ expression: Expression) -> Bool {
        guard case .operation(.arrayGet, let arguments) = expression.kind,
            expression.type.layout.isSingleReference, arguments[1].isSimple
        else { return false }
        return Self.isPath(arguments[0]) || isElementOfPath(arguments[0])
    }

    /// What is inside an optional known to be some.
    func payload(of operand: Operand, _ optional: Type, wrapped: Layout) -> Operand {
        // References have the same registers in both.
        let isTagged = optional.layout.count != wrapped.count
        return Operand(
            register: isTagged ? operand.register + 1 : operand.register, isOwned: operand.isOwned)
    }
}
