import CMachine

/// Calls. A cell function's frame lies above the caller's registers:
///
///     base …        room for the result, at least two slots: the return address and the caller's frame go there first
///     frame …       the arguments, which are the callee's first registers
///
/// A native call has its result at base and the arguments behind it.
extension FunctionCompiler {
    /// Values one after the other from a register on, for somebody who borrows them; gives those that have to be
    /// released after. Addresses are left out: their slot is filled later.
    func arguments(_ expressions: [Expression], at start: Int) -> [(register: Int, layout: Layout)]
    {
        var taken: [(register: Int, layout: Layout)] = []
        free(to: start)
        for (index, expression) in expressions.enumerated() {
            if case .address = expression.kind {
                _ = temporary(1)
                continue
            }
            let layout = expression.type.layout
            let target = temporary(layout.count)
            if expressions.contains(where: { $0 !== expression && $0.changesVariables }),
                index < expressions.count
            {
                into(expression, target)
                if !layout.references.isEmpty { taken.append((target, layout)) }
                continue
            }
            let operand = value(expression, hint: target)
            if operand.register != target {
                if operand.isOwned { disown(operand.register, layout) }
                emitMove(from: operand.register, to: target, count: layout.count)
                if operand.isOwned { own(target, layout) }
            }
            if operand.isOwned, !layout.references.isEmpty { taken.append((target, layout)) }
            free(to: target + layout.count)
        }
        return taken
    }

    private enum Callee {
        case entry(CompiledFunction)
        case closure(Int)
        case native(NativeFunction, [Type])
        /// What the first argument's dynamic type has.
        case dynamic(Dispatch, isMetatype: Bool, isAddress: Bool)
    }

    /// A frame is read as its function lays it out: arguments that are laid out otherwise must not get there, whatever
    /// the checker made of them.
    private func verify(_ arguments: [Expression], for callee: String, _ parameters: [(type: Type, isInout: Bool)]) {
        let fits =
            arguments.count == parameters.count
            && zip(arguments, parameters).allSatisfy { argument, parameter in
                if case .address = argument.kind { return parameter.isInout }
                return !parameter.isInout && (argument.type === parameter.type || argument.type.layout.isReference == parameter.type.layout.isReference)
            }
        if !fits { failure = "'\(callee)' is called in '\(function.name)' with arguments that it does not take" }
    }

    func call(_ expression: Expression, _ hint: Int?) -> Operand {
        let result = expression.type.layout
        switch expression.kind {
        case .call(let function, let arguments):
            referenced.append(function)
            verify(arguments, for: function.name, function.parameters.map { ($0.type, $0.isInout) })
            if function.captures.isEmpty {
                return call(.entry(machine.reference(function)), arguments, result, hint, mayThrow: function.canThrow)
            }
            if let register = closureHomes[ObjectIdentifier(function)] {
                return call(.closure(register), arguments, result, hint, mayThrow: function.canThrow)
            }
            let register = temporary(1)
            let closure = closure(function, register)
            let operand = call(.closure(register), arguments, result, nil, mayThrow: function.canThrow)
            release(closure, .reference)
            return operand
        case .callValue(let callee, let arguments):
            if let signature = callee.type.function { verify(arguments, for: "a closure", signature.parameters.map { ($0.type, $0.isInout) }) }
            let isThreatened = arguments.contains(where: \.changesVariables)
            let closure = isThreatened ? ownedValue(callee) : value(callee)
            let isTemporary = closure.isOwned
            let operand = call(
                .closure(closure.register), arguments, result, isTemporary ? nil : hint,
                mayThrow: callee.type.function?.throwsErrors ?? false)
            release(closure, .reference)
            return operand
        case .callDynamic(let dispatch, let arguments):
            var isMetatype = false
            var isAddress = false
            if let receiver = arguments.first {
                if case .metatype = receiver.type.kind { isMetatype = true }
                if case .address = receiver.kind { isAddress = true }
            }
            return call(
                .dynamic(dispatch, isMetatype: isMetatype, isAddress: isAddress), arguments, result,
                hint, mayThrow: dispatch.mayThrow)
        case .callNative(let function, let typeArguments, let arguments):
            return call(
                .native(function, typeArguments), arguments, result, hint,
                mayThrow: arguments.contains { $0.type.function?.throwsErrors ?? false })
        default:
            return Operand(register: next, isOwned: true)
        }
    }

    private func call(
        _ callee: Callee, _ arguments: [Expression], _ result: Layout, _ hint: Int?, mayThrow: Bool
    ) -> Operand {
        // What inout arguments need lies below the callee's frame.
        let places = arguments.map { argument -> Place? in
            if case .address(let place) = argument.kind { place } else { nil }
        }
        let reserve = Reserve(
            start: temporary(places.reduce(0) { $0 + ($1.map { Self.reserveCount($0) } ?? 0) }))
        let base: Int
        if let hint, hint + result.count == next { base = hint } else { base = next }
        let isNative = if case .native = callee { true } else { false }
        let frame = base + (isNative ? result.count : max(2, result.count))
        registerCount = max(registerCount, frame)

        var taken: [(register: Int, layout: Layout)] = []
        var prepared: [(place: PreparedPlace, slot: Int)] = []
        next = frame
        if places.allSatisfy({ $0 == nil }) {
            taken = self.arguments(arguments, at: frame)
        } else {
            for (argument, place) in zip(arguments, places) {
                if let place {
                    let slot = temporary(1)
                    prepared.append((prepare(place, reserve), slot))
                } else {
                    let target = temporary(argument.type.layout.count)
                    into(argument, target)
                    if !argument.type.layout.references.isEmpty {
                        taken.append((target, argument.type.layout))
                    }
                }
            }
        }
        let argumentSlots = next - frame
        passAddresses(prepared[...], mayThrow: mayThrow) {
            emitCall(callee, base: base, frame: frame, argumentSlots, result)
            own(base, result)
        }
        for item in taken { release(Operand(register: item.register, isOwned: true), item.layout) }
        for item in prepared { releasePrepared(item.place) }
        free(to: base + result.count)
        registerCount = max(registerCount, next)
        return Operand(register: base, isOwned: true)
    }

    /// Begins the access to each place, then calls, then ends them in the opposite order.
    private func passAddresses(
        _ places: ArraySlice<(place: PreparedPlace, slot: Int)>, mayThrow: Bool, _ call: () -> Void
    ) {
        guard let first = places.first else { return call() }
        access(first.place, needsStable: true, mayThrow: mayThrow) { location in
            emitAddress(of: location, to: first.slot)
            passAddresses(places.dropFirst(), mayThrow: mayThrow, call)
        }
    }

    private func emitCall(
        _ callee: Callee, base: Int, frame: Int, _ argumentSlots: Int, _ result: Layout
    ) {
        // Room for what a run within a native call may not overwrite.
        registerCount = max(registerCount, frame + argumentSlots)
        switch callee {
        case .entry(let compiled):
            if compiled !== target { keptAlive.append(compiled) }
            pair(with: .call)
            emit(.call, a: frame, word: UInt64(UInt(bitPattern: compiled.entry)))
        case .closure(let register):
            emit(.callClosure, a: frame, b: register)
        case .dynamic(let dispatch, let isMetatype, let isAddress):
            keptAlive.append(dispatch)
            var receiver = frame
            if isAddress {
                // What the address leads to; the callee's frame may lie over it afterwards.
                receiver = frame + argumentSlots
                registerCount = max(registerCount, receiver + 1)
                emit(.load, a: receiver, b: frame, c: 0)
            }
            emit(
                .callDynamic, x: isMetatype ? 1 : 0, a: frame, b: receiver,
                word: UInt64(UInt(bitPattern: dispatch.cache)))
        case .native(let function, let typeArguments):
            let call = NativeCall(
                function: function, typeArguments: typeArguments, argumentSlots: argumentSlots,
                resultSlots: result.count)
            emit(.callNative, a: base, b: frame, object: call)
        }
    }

    // MARK: Calls the compiler makes itself: accessors

    /// Calls what gives a static property its value: no arguments, no result.
    func callInitializer(_ function: Function) {
        referenced.append(function)
        let base = next
        emitCall(
            .entry(machine.reference(function)), base: base, frame: base + 2, 0,
            Layout(isReference: []))
    }

    /// Calls an accessor with self and arguments that are in registers; the result is at the returned register, owned.
    func callAccessor(
        _ function: Function, selfSlots: (register: Int, count: Int), _ others: [(Int, Int)],
        _ result: Layout
    ) -> Int {
        referenced.append(function)
        var callee = Callee.entry(machine.reference(function))
        var made: Operand?
        if !function.captures.isEmpty {
            // Of a local variable, around what it captures.
            if let known = closureHomes[ObjectIdentifier(function)] {
                callee = .closure(known)
            } else {
                let register = temporary(1)
                made = closure(function, register)
                callee = .closure(register)
            }
        }
        let base = next
        let frame = base + max(2, result.count)
        let count = fill(frame, [selfSlots] + others)
        emitCall(callee, base: base, frame: frame, count, result)
        next = base + result.count
        own(base, result)
        if let made { release(made, .reference) }
        return base
    }

    func callAccessor(
        _ function: NativeFunction, _ typeArguments: [Type], selfSlots: (register: Int, count: Int),
        _ others: [(Int, Int)], _ result: Layout
    ) -> Int {
        let base = next
        let frame = base + result.count
        let count = fill(frame, [selfSlots] + others)
        emitCall(
            .native(function, typeArguments), base: base, frame: frame, count, result)
        next = base + result.count
        own(base, result)
        return base
    }

    private func fill(_ frame: Int, _ parts: [(Int, Int)]) -> Int {
        var position = frame
        for (register, count) in parts {
            emitMove(from: register, to: position, count: count)
            position += count
        }
        registerCount = max(registerCount, position)
        return position - frame
    }
}
