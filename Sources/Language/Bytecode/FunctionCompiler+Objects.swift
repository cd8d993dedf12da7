import CMachine

/// Objects, existentials and metatypes.
extension FunctionCompiler {
    /// An instance whose stored properties are all 0.
    func allocateObject(_ type: Type, _ register: Int) -> Operand {
        let mark = next
        let count = type.fields.reduce(0) { $0 + $1.type.layout.count }
        let window = temporary(count)
        emitZero(window, count)
        emit(.makeTyped, x: Int(HeapObject.Kind.object.rawValue), a: register, b: window, object: type)
        owned.append(register)
        free(to: mark)
        return Operand(register: register, isOwned: true)
    }

    /// The value in an existential. An object is its own.
    func unboxed(_ box: Expression, _ type: Type, _ hint: Int?) -> Operand {
        if type.isClass || type.isExistential { return value(box, hint: hint) }
        let layout = type.layout
        let register = hint ?? temporary(layout.count)
        let mark = next
        let operand = value(box)
        let target = operand.register == register ? temporary(layout.count) : register
        if layout.count > 0 {
            emitLoad(
                Memory(pointer: operand.register, offset: HeapObject.typedHeaderWords), to: target,
                layout, isRetained: true)
        }
        release(operand, .reference)
        emitMove(from: target, to: register, count: layout.count)
        own(register, layout)
        free(to: mark)
        return Operand(register: register, isOwned: true)
    }

    /// The type of an object or of an existential's value.
    func dynamicType(_ inner: Expression, _ register: Int) -> Operand {
        let mark = next
        let operand = value(inner)
        let target = temporary(1)
        emit(.load, a: target, b: operand.register, c: HeapObject.headerWords)
        release(operand, inner.type.layout)
        emitMove(from: target, to: register, count: 1)
        emitPerform(.noteType, nil, result: register, arguments: register)
        free(to: mark)
        return Operand(register: register, isOwned: true)
    }

    func metatype(_ type: Type, _ register: Int) -> Operand {
        let named: Type = if case .metatype(let inner) = type.kind { inner } else { type }
        named.noteNamedByValue()
        emit(.loadWord, a: register, object: named)
        return Operand(register: register, isOwned: true)
    }

    func identical(_ left: Expression, _ right: Expression, _ register: Int) -> Operand {
        let mark = next
        let operands = values([left, right])
        let target = temporary(1)
        emit(.intEqual, a: target, b: operands[0].register, c: operands[1].register)
        release(operands[1], right.type.layout)
        release(operands[0], left.type.layout)
        emitMove(from: target, to: register, count: 1)
        free(to: mark)
        return Operand(register: register, isOwned: true)
    }
}
