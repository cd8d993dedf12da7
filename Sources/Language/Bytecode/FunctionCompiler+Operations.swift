import CMachine

/// Operations: one instruction where there is one, a routine otherwise.
extension FunctionCompiler {
    /// The instruction of an operation on scalars, and whether its operands change places.
    static func instruction(_ operation: Operation) -> (opcode: Opcode, swaps: Bool)? {
        switch operation {
        case .intAdd: (.intAdd, false)
        case .intSubtract: (.intSubtract, false)
        case .intMultiply: (.intMultiply, false)
        case .intDivide: (.intDivide, false)
        case .intRemainder: (.intRemainder, false)
        case .intNegate: (.intNegate, false)
        case .intAddWrapping: (.intAddWrapping, false)
        case .intSubtractWrapping: (.intSubtractWrapping, false)
        case .intMultiplyWrapping: (.intMultiplyWrapping, false)
        case .intAnd: (.intAnd, false)
        case .intOr: (.intOr, false)
        case .intXor: (.intXor, false)
        case .intNot: (.intNot, false)
        case .intShiftLeft: (.intShiftLeft, false)
        case .intShiftRight: (.intShiftRight, false)
        case .intEqual, .boolEqual: (.intEqual, false)
        case .intNotEqual, .boolNotEqual: (.intNotEqual, false)
        case .intLess: (.intLess, false)
        case .intLessEqual: (.intLessEqual, false)
        case .intGreater: (.intLess, true)
        case .intGreaterEqual: (.intLessEqual, true)
        case .intAbs: (.intAbs, false)
        case .intMin: (.intMin, false)
        case .intMax: (.intMax, false)
        case .doubleAdd: (.doubleAdd, false)
        case .doubleSubtract: (.doubleSubtract, false)
        case .doubleMultiply: (.doubleMultiply, false)
        case .doubleDivide: (.doubleDivide, false)
        case .doubleNegate: (.doubleNegate, false)
        case .doubleEqual: (.doubleEqual, false)
        case .doubleNotEqual: (.doubleNotEqual, false)
        case .doubleLess: (.doubleLess, false)
        case .doubleLessEqual: (.doubleLessEqual, false)
        case .doubleGreater: (.doubleLess, true)
        case .doubleGreaterEqual: (.doubleLessEqual, true)
        case .doubleAbs: (.doubleAbs, false)
        case .doubleMin: (.doubleMin, false)
        case .doubleMax: (.doubleMax, false)
        case .doubleSquareRoot: (.doubleSquareRoot, false)
        case .floatAdd: (.floatAdd, false)
        case .floatSubtract: (.floatSubtract, false)
        case .floatMultiply: (.floatMultiply, false)
        case .floatDivide: (.floatDivide, false)
        case .floatNegate: (.floatNegate, false)
        case .floatEqual: (.floatEqual, false)
        case .floatNotEqual: (.floatNotEqual, false)
        case .floatLess: (.floatLess, false)
        case .floatLessEqual: (.floatLessEqual, false)
        case .floatGreater: (.floatLess, true)
        case .floatGreaterEqual: (.floatLessEqual, true)
        case .boolNot: (.boolNot, false)
        case .intToDouble: (.intToDouble, false)
        case .doubleToInt: (.doubleToInt, false)
        case .intToFloat: (.intToFloat, false)
        case .floatToDouble: (.floatToDouble, false)
        case .doubleToFloat: (.doubleToFloat, false)
        case .floatToInt: (.floatToInt, false)
        default: nil
        }
    }

    private static func doubleFunction(_ operation: Operation) -> DoubleFunction? {
        switch operation {
        case .doubleExp: .exp
        case .doubleLog: .log
        case .doubleSin: .sin
        case .doubleCos: .cos
        case .doubleTan: .tan
        case .doubleTanh: .tanh
        case .doublePow: .pow
        case .doubleFloor: .floor
        case .doubleCeil: .ceil
        case .doubleRound: .round
        case .doubleTrunc: .trunc
        case .doubleRemainder: .remainder
        default: nil
        }
    }

    /// The form with a small constant in the instruction.
    private static func immediate(_ operation: Operation, _ value: Int) -> (Opcode, Int)? {
        guard value.magnitude < 30_000 else { return nil }
        switch operation {
        case .intAdd: return (.intAddImmediate, value)
        case .intSubtract: return (.intAddImmediate, -value)
        case .intMultiply: return (.intMultiplyImmediate, value)
        case .intDivide: return value > 0 ? (.intDivideImmediate, value) : nil
        case .intRemainder: return value > 0 ? (.intRemainderImmediate, value) : nil
        default: return nil
        }
    }

    /// Emits a scalar operation on operands that are in registers; false when it is none.
    func emitScalar(
        _ operation: Operation, _ type: Type, to register: Int, _ left: Int, _ right: Int
    ) -> Bool {
        let operation = FixedFunction.plain(operation, type)
        if let function = FixedFunction(operation, type) {
            emit(
                .fixedFunction, x: function.code, a: register, b: function.swaps ? right : left,
                c: function.swaps ? left : right)
            return true
        }
        if let (opcode, swaps) = Self.instruction(operation) {
            emit(opcode, a: register, b: swaps ? right : left, c: swaps ? left : right)
            return true
        }
        if let function = Self.doubleFunction(operation) {
            emit(.doubleFunction, x: function.rawValue, a: register, b: left, c: right)
            return true
        }
        return false
    }

    func operation(
        _ operation: Operation, _ arguments: [Expression], _ expression: Expression, _ hint: Int?
    ) -> Operand {
        let layout = expression.type.layout
        if let first = arguments.first, case .address(let place) = first.kind {
            return arrayMutation(operation, place, Array(arguments.dropFirst()), layout, hint)
        }
        if operation.isFixed || Self.instruction(operation) != nil
            || Self.doubleFunction(operation) != nil
        {
            return scalar(operation, arguments, hint)
        }
        switch operation {
        case .arrayGet:
            return arrayGet(arguments[0], arguments[1], layout, hint)
        case .arrayCount:
            let register = hint ?? temporary(1)
            let mark = next
            let array = borrow(arguments[0])
            let target = array.isOwned ? temporary(1) : register
            emit(.arrayCount, a: target, b: array.register)
            release(array, arguments[0].type.layout)
            emitMove(from: target, to: register, count: 1)
            free(to: mark)
            return Operand(register: register, isOwned: true)
        default:
            break
        }
        let register = hint ?? temporary(layout.count)
        switch operation {
        case .stringConcatenate:
            return routine(.stringConcatenate, arguments, nil, layout, register)
        case .stringEqual:
            return routine(.stringEqual, arguments, nil, layout, register)
        case .stringNotEqual:
            let result = routine(.stringEqual, arguments, nil, layout, register)
            emit(.boolNot, a: register, b: register)
            return result
        case .stringLess:
            return routine(.stringLess, arguments, nil, layout, register)
        case .stringLessEqual:
            return routine(.stringLessEqual, arguments, nil, layout, register)
        case .stringGreater:
            let result = routine(.stringLessEqual, arguments, nil, layout, register)
            emit(.boolNot, a: register, b: register)
            return result
        case .stringGreaterEqual:
            let result = routine(.stringLess, arguments, nil, layout, register)
            emit(.boolNot, a: register, b: register)
            return result
        case .arrayConcatenate:
            return routine(
                .arrayConcatenate, arguments, RoutineContext(argumentSlots: 2), layout, register)
        case .arrayRepeating:
            let element = arguments[1].type.layout
            let context = RoutineContext(
                argumentSlots: 1 + element.count, layout: LayoutTable.descriptor(element))
            return routine(.arrayRepeating, arguments, context, layout, register)
        case .arraySlice:
            return routine(
                .arraySlice, arguments, RoutineContext(argumentSlots: 3), layout, register)
        default:
            failure = "'\(function.name)' asks for an operation that is not known: \(operation)"
            return Operand(register: register, isOwned: true)
        }
    }

    private func scalar(
        _ operation: Operation, _ arguments: [Expression], _ hint: Int?
    ) -> Operand {
        let register = hint ?? temporary(1)
        let mark = next
        if arguments.count == 1 {
            let operand = value(arguments[0])
            _ = emitScalar(
                operation, arguments[0].type, to: register, operand.register, operand.register)
        } else if case .integer(let constant) = arguments[1].kind,
            let (opcode, immediate) = Self.immediate(operation, constant)
        {
            let operand = value(arguments[0])
            emit(opcode, a: register, b: operand.register, c: immediate & 0xffff)
        } else {
            let operands = values(arguments)
            _ = emitScalar(
                operation, arguments[0].type, to: register, operands[0].register,
                operands[1].register)
        }
        free(to: mark)
        return Operand(register: register, isOwned: true)
    }

    private func arrayGet(
        _ array: Expression, _ index: Expression, _ layout: Layout, _ hint: Int?
    ) -> Operand {
        let register = hint ?? temporary(layout.count)
        let mark = next
        let (arrayOperand, indexOperand) = arrayAndIndex(array, index)
        let target = arrayOperand.isOwned ? temporary(layout.count) : register
        if layout.count == 1 {
            emit(
                layout.isSingleReference ? .arrayGetRetained : .arrayGet, a: target,
                b: arrayOperand.register, c: indexOperand.register)
        } else {
            emit(
                .arrayGetN, x: layout.count, a: target, b: arrayOperand.register,
                c: indexOperand.register)
        }
        release(arrayOperand, array.type.layout)
        emitMove(from: target, to: register, count: layout.count)
        own(register, layout)
        free(to: mark)
        return Operand(register: register, isOwned: true)
    }

    /// `place op= value` on scalars that are in registers.
    func emitModify(
        _ operation: Operation, _ type: Type, _ register: Int, _ value: Expression
    ) {
        let mark = next
        if case .integer(let constant) = value.kind,
            let (opcode, immediate) = Self.immediate(operation, constant)
        {
            emit(opcode, a: register, b: register, c: immediate & 0xffff)
        } else if operation == .doubleAdd,
            case .operation(.doubleMultiply, let factors) = value.kind
        {
            let operands = values(factors)
            at(value) {
                emit(
                    .doubleMultiplyAdd, a: register, b: operands[0].register,
                    c: operands[1].register)
            }
        } else {
            let operand = self.value(value)
            _ = emitScalar(operation, type, to: register, register, operand.register)
        }
        free(to: mark)
    }

    /// An operation whose first argument is the address of an array.
    private func arrayMutation(
        _ operation: Operation, _ place: Place, _ arguments: [Expression], _ layout: Layout,
        _ hint: Int?
    ) -> Operand {
        let register = hint ?? temporary(layout.count)
        let mark = next
        if operation == .arrayAppend, let array = directRegister(place),
            arguments[0].type.layout.isReference == [false]
        {
            let operand = value(arguments[0])
            emit(.arrayAppend, b: array, c: operand.register)
            free(to: mark)
            return Operand(register: register, isOwned: true)
        }
        let routine: Routine
        switch operation {
        case .arrayAppend: routine = .arrayAppend
        case .arrayAppendContents: routine = .arrayAppendContents
        case .arrayReserve: routine = .arrayReserve
        case .arrayRemoveLast: routine = .arrayRemoveLast
        case .arrayRemove: routine = .arrayRemove
        case .arrayInsert: routine = .arrayInsert
        case .arrayRemoveAll: routine = .arrayRemoveAll
        case .arraySwap: routine = .arraySwap
        default:
            failure = "'\(function.name)' asks for an operation that is not known: \(operation)"
            return Operand(register: register, isOwned: true)
        }
        let takesElement = routine == .arrayAppend || routine == .arrayInsert
        let prepared = prepare(place)
        let slots = 1 + arguments.reduce(0) { $0 + $1.type.layout.count }
        let window = temporary(slots)
        var position = window + 1
        for argument in arguments {
            into(argument, position)
            position += argument.type.layout.count
        }
        let element =
            takesElement ? LayoutTable.descriptor(arguments[0].type.layout) : LayoutTable.empty
        let context = RoutineContext(argumentSlots: slots, layout: element)
        access(prepared, needsStable: false) { location in
            emitAddress(of: location, to: window)
            emitPerform(routine, context, result: register, arguments: window)
        }
        own(register, layout)
        position = window + 1
        for (index, argument) in arguments.enumerated() {
            if takesElement && index == 0 {
                disown(position, argument.type.layout)
            } else {
                release(Operand(register: position, isOwned: true), argument.type.layout)
            }
            position += argument.type.layout.count
        }
        releasePrepared(prepared)
        free(to: mark)
        return Operand(register: register, isOwned: true)
    }
}
