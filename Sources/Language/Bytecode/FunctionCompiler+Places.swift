import CMachine

/// Places: what can be assigned to, changed and passed inout.
///
/// First every expression inside a place is evaluated, in order; then the place is walked, which checks it; only then
/// is something changed. While code of a cell or of the library runs with a place's address, the place lies in a
/// register, box or global. Elements of arrays and properties of objects are copied into a temporary for that time and
/// put back after, since the code may change what they are in.
extension FunctionCompiler {
    /// Registers set aside.
    final class Reserve {
        private var next: Int

        init(start: Int) { next = start }

        func take(_ count: Int) -> Int {
            next += count
            return next - count
        }
    }

    /// A place whose expressions have been evaluated.
    struct PreparedPlace {
        let place: Place
        let rootOperand: Operand?
        /// For each step, the registers of its arguments.
        let arguments: [[Int]]
        let reserve: Reserve?
    }

    /// Where a place's slots are.
    enum Location {
        case register(Int)
        case memory(Memory)
    }

    /// Registers that preparing and accessing a place takes at most.
    static func reserveCount(_ place: Place) -> Int {
        var count = 4 + 2 * place.type.layout.count
        if case .value(let value) = place.root { count += value.type.layout.count }
        // The way back may be walked twice: once more where an error leaves.
        for (step, type) in place.steps { count += 6 + 2 * type.layout.count + argumentSlots(step) }
        return count
    }

    private static func argumentSlots(_ step: Place.Step) -> Int {
        switch step {
        case .arrayElement(let index), .dictionaryElement(let index), .dictionaryDefault(let index, _):
            index.type.layout.count
        case .computed(_, _, let arguments), .native(_, _, _, let arguments):
            arguments.reduce(0) { $0 + $1.type.layout.count }
        default: 0
        }
    }

    private static func rootType(_ place: Place) -> Type {
        switch place.root {
        case .variable(let variable): variable.type
        case .global(let global): global.type
        case .value(let value): value.type
        }
    }

    private static func expressions(_ step: Place.Step) -> [Expression] {
        switch step {
        case .arrayElement(let index), .dictionaryElement(let index), .dictionaryDefault(let index, _):
            [index]
        case .computed(_, _, let arguments), .native(_, _, _, let arguments): arguments
        default: []
        }
    }

    private func allocate(_ count: Int, _ reserve: Reserve?) -> Int {
        reserve?.take(count) ?? temporary(count)
    }

    func prepare(_ place: Place, _ reserve: Reserve? = nil) -> PreparedPlace {
        var root: Operand?
        if case .value(let value) = place.root {
            let register = allocate(value.type.layout.count, reserve)
            into(value, register)
            root = Operand(register: register, isOwned: true)
        }
        let arguments = place.steps.map { step in
            Self.expressions(step.step).map { expression in
                let register = allocate(expression.type.layout.count, reserve)
                into(expression, register)
                return register
            }
        }
        return PreparedPlace(
            place: place, rootOperand: root, arguments: arguments, reserve: reserve)
    }

    func releasePrepared(_ prepared: PreparedPlace) {
        for (step, registers) in zip(prepared.place.steps, prepared.arguments) {
            for (expression, register) in zip(Self.expressions(step.step), registers) {
                release(Operand(register: register, isOwned: true), expression.type.layout)
            }
        }
        if let root = prepared.rootOperand, case .value(let value) = prepared.place.root {
            release(root, value.type.layout)
        }
    }

    // MARK: Walking

    private func isCall(_ step: Place.Step) -> Bool {
        switch step {
        case .dictionaryElement, .dictionaryDefault, .computed, .native: true
        case .element, .objectField, .arrayElement, .unwrap: false
        }
    }

    private func isHeap(_ step: Place.Step) -> Bool {
        switch step {
        case .objectField, .arrayElement: true
        default: false
        }
    }

    private func type(_ place: Place, before step: Int) -> Type {
        step == 0 ? Self.rootType(place) : place.steps[step - 1].type
    }

    /// The register of a place that is a variable in a register, or a part of one.
    func directRegister(_ place: Place) -> Int? {
        var register: Int
        switch place.root {
        case .variable(let variable):
            guard case .register(let home)? = homes[ObjectIdentifier(variable)] else { return nil }
            register = home
        case .global(let global):
            guard let home = globalHomes[ObjectIdentifier(global)] else { return nil }
            register = home
        case .value: return nil
        }
        for (index, step) in place.steps.enumerated() {
            guard case .element(let element) = step.step else { return nil }
            register += Self.offset(of: element, in: type(place, before: index))
        }
        return register
    }

    private func rootLocation(_ prepared: PreparedPlace) -> Location {
        switch prepared.place.root {
        case .variable(let variable):
            switch homes[ObjectIdentifier(variable)] {
            case .register(let register)?: return .register(register)
            case .box(let register)?:
                return .memory(Memory(pointer: register, offset: HeapObject.headerWords))
            case .address(let register)?: return .memory(Memory(pointer: register, offset: 0))
            case nil:
                failure = "'\(variable.name)' is used in '\(function.name)' but was not captured"
                return .register(next)
            }
        case .global(let global):
            if let register = globalHomes[ObjectIdentifier(global)] { return .register(register) }
            let pointer = allocate(1, prepared.reserve)
            emitGlobalAddress(global, to: pointer)
            return .memory(Memory(pointer: pointer, offset: 0))
        case .value:
            return .register(prepared.rootOperand?.register ?? next)
        }
    }

    private func advance(_ location: Location, by offset: Int) -> Location {
        switch location {
        case .register(let register): .register(register + offset)
        case .memory(let memory):
            .memory(Memory(pointer: memory.pointer, offset: memory.offset + offset))
        }
    }

    /// Follows steps that need no call.
    private func walk(
        _ prepared: PreparedPlace, from start: Location, _ steps: Range<Int>
    ) -> Location {
        var location = start
        for index in steps {
            let before = type(prepared.place, before: index)
            let step = prepared.place.steps[index]
            switch step.step {
            case .element(let element):
                location = advance(location, by: Self.offset(of: element, in: before))
            case .unwrap:
                switch location {
                case .register(let register): emit(.checkSome, a: register)
                case .memory(let memory):
                    let flag = allocate(1, prepared.reserve)
                    emit(.load, a: flag, b: memory.pointer, c: memory.offset)
                    emit(.checkSome, a: flag)
                }
                if before.layout.count != step.type.layout.count {
                    location = advance(location, by: 1)
                }
            case .objectField(let field):
                let offset = HeapObject.typedHeaderWords + Self.fieldOffset(of: field, in: before)
                switch location {
                case .register(let register):
                    location = .memory(Memory(pointer: register, offset: offset))
                case .memory(let memory):
                    let pointer = allocate(1, prepared.reserve)
                    emit(.load, a: pointer, b: memory.pointer, c: memory.offset)
                    location = .memory(Memory(pointer: pointer, offset: offset))
                }
            case .arrayElement:
                let pointer = allocate(1, prepared.reserve)
                let subscriptRegister = prepared.arguments[index][0]
                switch location {
                case .register(let register):
                    emit(.elementAddressInRegister, a: pointer, b: register, c: subscriptRegister)
                case .memory(let memory):
                    var source = memory.pointer
                    if memory.offset != 0 {
                        emit(.offset, a: pointer, b: memory.pointer, c: memory.offset)
                        source = pointer
                    }
                    emit(.elementAddress, a: pointer, b: source, c: subscriptRegister)
                }
                location = .memory(Memory(pointer: pointer, offset: 0))
            case .dictionaryElement, .dictionaryDefault, .computed, .native:
                break
            }
        }
        return location
    }

    /// Runs `body` with where the place is, and then puts back what lies elsewhere for the time.
    ///
    /// - Parameters:
    ///   - needsStable: `body` runs code of a cell or of the library.
    ///   - mayThrow: that code may throw an error, and what it has changed by then is put back, too.
    func access(
        _ prepared: PreparedPlace, upTo count: Int? = nil, needsStable: Bool, mayThrow: Bool = false,
        _ body: (Location) -> Void
    ) {
        let place = prepared.place
        let count = count ?? place.steps.count
        guard let callStep = (0..<count).last(where: { isCall(place.steps[$0].step) }) else {
            stable(
                prepared, needsStable: needsStable, mayThrow, from: { self.rootLocation(prepared) },
                0..<count,
                body)
            return
        }
        let type = place.steps[callStep].type
        access(prepared, upTo: callStep, needsStable: true, mayThrow: mayThrow) { parent in
            let value = get(prepared, callStep, parent)
            let start = code.count
            ending(mayThrow) {
                stable(
                    prepared, needsStable: needsStable, mayThrow, from: { .register(value) },
                    (callStep + 1)..<count, body)
                noteLoan(prepared, callStep, parent, value: value, from: start)
            } by: {
                set(prepared, callStep, parent, value: value)
                release(Operand(register: value, isOwned: true), type.layout)
            }
        }
    }

    /// A dictionary's value that is being changed is not in it for the time; a fault has to put it back. Keys of the
    /// cell's own types stay out of this: to find one runs the cell's code.
    private func noteLoan(_ prepared: PreparedPlace, _ index: Int, _ parent: Location, value: Int, from start: Int) {
        let step = prepared.place.steps[index]
        let dictionary = type(prepared.place, before: index)
        guard let key = dictionary.arguments.first, !key.mentionsCell else { return }
        var isOptional = false
        switch step.step {
        case .dictionaryElement: isOptional = true
        case .dictionaryDefault: break
        default: return
        }
        let (register, memoryOffset): (Int, Int?) =
            switch parent {
            case .register(let register): (register, nil)
            case .memory(let memory): (memory.pointer, memory.offset)
            }
        let part = parts(prepared, index)[0]
        loans.append(
            CodeLoan(
                start: start, end: code.count, dictionary: register, memoryOffset: memoryOffset, key: part.0, keySlots: part.1,
                value: value, valueLayout: step.type.layout, isOptional: isOptional))
    }

    /// Runs `body`, and then what ends the access to a place; where an error leaves `body`, before it goes on its way.
    private func ending(_ mayThrow: Bool, _ body: () -> Void, by end: () -> Void) {
        let ownedBefore = owned
        let start = code.count
        body()
        let bodyEnd = code.count
        end()
        guard mayThrow else { return }
        let after = makeLabel()
        jump(to: after)
        let (savedOwned, mark) = (owned, next)
        owned = ownedBefore
        let error = temporary(1)
        handlers.append(
            CodeHandler(
                start: start, end: bodyEnd, handler: code.count, errorRegister: error,
                owned: ownedSetIndex(owned)))
        owned.append(error)
        end()
        owned.removeAll { $0 == error }
        emit(.throw, a: error)
        owned = savedOwned
        free(to: mark)
        place(after)
    }

    private func stable(
        _ prepared: PreparedPlace, needsStable: Bool, _ mayThrow: Bool, from start: () -> Location,
        _ steps: Range<Int>, _ body: (Location) -> Void
    ) {
        let location = walk(prepared, from: start(), steps)
        guard needsStable, steps.contains(where: { isHeap(prepared.place.steps[$0].step) }) else {
            body(location)
            return
        }
        let layout = type(prepared.place, before: steps.upperBound).layout
        let copy = allocate(layout.count, prepared.reserve)
        load(location, to: copy, layout, isRetained: true)
        own(copy, layout)
        ending(mayThrow) {
            body(.register(copy))
        } by: {
            // The way is walked again: the code that ran may have changed what lies on it.
            let again = walk(prepared, from: start(), steps)
            replace(again, with: copy, layout, mayThrow ? nil : prepared.reserve)
            disown(copy, layout)
        }
    }

    func load(_ location: Location, to register: Int, _ layout: Layout, isRetained: Bool) {
        switch location {
        case .register(let source):
            emitMove(from: source, to: register, count: layout.count)
            if isRetained { emitRetains(register, layout) }
        case .memory(let memory):
            if layout.count > 0 { emitLoad(memory, to: register, layout, isRetained: isRetained) }
        }
    }

    /// Puts an owned value in the place of another, which goes after.
    private func replace(
        _ location: Location, with register: Int, _ layout: Layout, _ reserve: Reserve?
    ) {
        guard layout.count > 0 else { return }
        switch location {
        case .register(let target):
            emitReleases(layout.references.map { target + $0 })
            emitMove(from: register, to: target, count: layout.count)
        case .memory(let memory):
            if layout.references.isEmpty {
                emitStore(register, to: memory, count: layout.count)
                return
            }
            // Memory may be reached from what is released: the new value is there first.
            let old = allocate(layout.references.count, reserve)
            for (position, index) in layout.references.enumerated() {
                emit(.load, a: old + position, b: memory.pointer, c: memory.offset + index)
            }
            emitStore(register, to: memory, count: layout.count)
            emitReleases((0..<layout.references.count).map { old + $0 })
        }
    }

    func emitAddress(of location: Location, to register: Int) {
        switch location {
        case .register(let source): emit(.address, a: register, b: source)
        case .memory(let memory):
            if memory.offset == 0 {
                emit(.move, a: register, b: memory.pointer)
            } else {
                emit(.offset, a: register, b: memory.pointer, c: memory.offset)
            }
        }
    }

    // MARK: Accessors

    /// The value of a step that calls, owned, in registers of its own.
    private func get(_ prepared: PreparedPlace, _ index: Int, _ parent: Location) -> Int {
        let place = prepared.place
        let step = place.steps[index]
        let layout = step.type.layout
        let parentLayout = type(place, before: index).layout
        let value = allocate(layout.count, prepared.reserve)
        let mark = next
        let parts = parts(prepared, index)
        switch step.step {
        case .dictionaryElement:
            lend(parent, key: parts[0], to: value, layout)
        case .dictionaryDefault(_, let fallback):
            let optional = Type.optional(step.type).layout
            let lent = temporary(optional.count)
            let end = makeLabel()
            lend(parent, key: parts[0], to: lent, optional)
            if optional.count == layout.count {
                emitMove(from: lent, to: value, count: layout.count)
                jump(.jumpIfTrue, a: value, to: end)
            } else {
                emitMove(from: lent + 1, to: value, count: layout.count)
                jump(.jumpIfTrue, a: lent, to: end)
            }
            disown(lent, optional)
            into(fallback, value)
            self.place(end)
        case .computed(let get, _, _):
            let takesAddress = get.parameters.first?.isInout ?? false
            let own = accessorSelf(parent, parentLayout, takesAddress)
            let result = callAccessor(get, selfSlots: own, parts, layout)
            take(result, to: value, layout)
        case .native(let get, _, let typeArguments, _):
            let own = accessorSelf(parent, parentLayout, get.isInout.first ?? false)
            let result = callAccessor(get, typeArguments, selfSlots: own, parts, layout)
            take(result, to: value, layout)
        default:
            break
        }
        free(to: mark)
        return value
    }

    private func lend(_ dictionary: Location, key: (Int, Int), to value: Int, _ layout: Layout) {
        let window = temporary(1 + key.1)
        emitAddress(of: dictionary, to: window)
        emitMove(from: key.0, to: window + 1, count: key.1)
        emitPerform(
            .dictionaryLend, RoutineContext(argumentSlots: 1 + key.1), result: value,
            arguments: window)
        own(value, layout)
    }

    private func take(_ source: Int, to target: Int, _ layout: Layout) {
        disown(source, layout)
        emitMove(from: source, to: target, count: layout.count)
        own(target, layout)
    }

    /// Hands a value back through a step that calls; it is borrowed.
    private func set(_ prepared: PreparedPlace, _ index: Int, _ parent: Location, value: Int) {
        let place = prepared.place
        let step = place.steps[index]
        let layout = step.type.layout
        let parentLayout = type(place, before: index).layout
        let mark = next
        let parts = parts(prepared, index)
        switch step.step {
        case .dictionaryElement, .dictionaryDefault:
            let slots = 1 + parts[0].1 + layout.count
            let window = temporary(slots)
            emitAddress(of: parent, to: window)
            emitMove(from: parts[0].0, to: window + 1, count: parts[0].1)
            emitMove(from: value, to: window + 1 + parts[0].1, count: layout.count)
            // The dictionary takes a reference of its own.
            emitRetains(window + 1 + parts[0].1, layout)
            own(window + 1 + parts[0].1, layout)
            let context = RoutineContext(argumentSlots: slots)
            if case .dictionaryElement = step.step { context.isOptional = true }
            emitPerform(.dictionaryPutBack, context, result: window, arguments: window)
            disown(window + 1 + parts[0].1, layout)
        case .computed(_, let set, _):
            let takesAddress = set.parameters.first?.isInout ?? false
            let own = accessorSelf(parent, parentLayout, takesAddress)
            _ = callAccessor(
                set, selfSlots: own, parts + [(value, layout.count)], Layout(isReference: []))
        case .native(_, let set, let typeArguments, _):
            let own = accessorSelf(parent, parentLayout, set.isInout.first ?? false)
            _ = callAccessor(
                set, typeArguments, selfSlots: own, parts + [(value, layout.count)],
                Layout(isReference: []))
        default:
            break
        }
        free(to: mark)
    }

    private func parts(_ prepared: PreparedPlace, _ index: Int) -> [(Int, Int)] {
        zip(prepared.arguments[index], Self.expressions(prepared.place.steps[index].step)).map {
            ($0, $1.type.layout.count)
        }
    }

    /// `self` for an accessor: its address, or its value.
    private func accessorSelf(
        _ location: Location, _ layout: Layout, _ takesAddress: Bool
    ) -> (register: Int, count: Int) {
        if takesAddress {
            let register = temporary(1)
            emitAddress(of: location, to: register)
            return (register, 1)
        }
        if case .register(let register) = location { return (register, layout.count) }
        let register = temporary(layout.count)
        load(location, to: register, layout, isRetained: false)
        return (register, layout.count)
    }

    // MARK: Assigning

    func assign(_ place: Place, _ value: Expression) {
        let mark = next
        defer { free(to: mark) }
        let layout = place.type.layout
        if let register = directRegister(place) {
            if layout.references.isEmpty, layout.count == 1, case .operation = value.kind {
                let operand = self.value(value, hint: register)
                emitMove(from: operand.register, to: register, count: 1)
                return
            }
            let operand = layout.references.isEmpty ? self.value(value) : ownedValue(value)
            disown(operand.register, layout)
            emitReleases(layout.references.map { register + $0 })
            emitMove(from: operand.register, to: register, count: layout.count)
            return
        }
        if let (array, index) = directElement(place), layout.isReference == [false] {
            let indexOperand = value.changesVariables ? ownedValue(index) : self.value(index)
            let operand = self.value(value)
            emit(.arraySet, a: array, b: indexOperand.register, c: operand.register)
            return
        }
        let prepared = prepare(place)
        let operand = ownedValue(value)
        if let last = place.steps.last, isCall(last.step) {
            access(prepared, upTo: place.steps.count - 1, needsStable: true) { parent in
                set(prepared, place.steps.count - 1, parent, value: operand.register)
            }
            release(operand, layout)
        } else {
            access(prepared, needsStable: false) { location in
                replace(location, with: operand.register, layout, nil)
                disown(operand.register, layout)
            }
        }
        releasePrepared(prepared)
    }

    /// `variable[index]` with the array in a register.
    private func directElement(_ place: Place) -> (Int, Expression)? {
        guard let last = place.steps.last, case .arrayElement(let index) = last.step else {
            return nil
        }
        let whole = Place(
            root: place.root, steps: Array(place.steps.dropLast()),
            type: type(place, before: place.steps.count - 1), range: place.range)
        return directRegister(whole).map { ($0, index) }
    }

    func modify(_ place: Place, _ operation: Operation, _ value: Expression) {
        let mark = next
        defer { free(to: mark) }
        let layout = place.type.layout
        if operation == .stringConcatenate || operation == .arrayConcatenate {
            append(place, operation, value)
            return
        }
        if let register = directRegister(place) {
            emitModify(operation, place.type, register, value)
            return
        }
        if let (array, index) = directElement(place), layout.isReference == [false] {
            let indexOperand = value.changesVariables ? ownedValue(index) : self.value(index)
            if case .integer = value.kind {
                let element = temporary(1)
                emit(.arrayGet, a: element, b: array, c: indexOperand.register)
                emitModify(operation, place.type, element, value)
                emit(.arraySet, a: array, b: indexOperand.register, c: element)
                return
            }
            let operand = self.value(value)
            if operation == .doubleAdd || operation == .intAdd {
                emit(
                    operation == .doubleAdd ? .arrayAddDouble : .arrayAddInt, a: array,
                    b: indexOperand.register, c: operand.register)
                return
            }
            let element = temporary(1)
            emit(.arrayGet, a: element, b: array, c: indexOperand.register)
            _ = emitScalar(operation, place.type, to: element, element, operand.register)
            emit(.arraySet, a: array, b: indexOperand.register, c: element)
            return
        }
        let prepared = prepare(place)
        let operand = layout.references.isEmpty ? self.value(value) : ownedValue(value)
        if let last = place.steps.last, case .dictionaryDefault(_, let fallback) = last.step,
            layout.isReference == [false], fallback.isNumber
        {
            access(prepared, upTo: place.steps.count - 1, needsStable: true) { parent in
                let key = parts(prepared, place.steps.count - 1)[0]
                let element = temporary(1)
                let window = temporary(2 + key.1)
                emitAddress(of: parent, to: window)
                emitMove(from: key.0, to: window + 1, count: key.1)
                into(fallback, window + 1 + key.1)
                emitPerform(
                    .dictionaryValue, RoutineContext(argumentSlots: 2 + key.1), result: window,
                    arguments: window)
                emit(.load, a: element, b: window, c: 0)
                _ = emitScalar(operation, place.type, to: element, element, operand.register)
                emitStore(element, to: Memory(pointer: window, offset: 0), count: 1)
            }
            releasePrepared(prepared)
            return
        }
        access(prepared, needsStable: false) { location in
            let element = temporary(layout.count)
            load(location, to: element, layout, isRetained: false)
            if !emitScalar(operation, place.type, to: element, element, operand.register) {
                failure = "'\(function.name)' asks for an operation that is not known: \(operation)"
            }
            if case .memory(let memory) = location {
                emitStore(element, to: memory, count: layout.count)
            } else if case .register(let target) = location {
                emitMove(from: element, to: target, count: layout.count)
            }
        }
        release(operand, layout)
        releasePrepared(prepared)
    }

    /// `+=` of strings and arrays, in place.
    private func append(_ place: Place, _ operation: Operation, _ value: Expression) {
        let prepared = prepare(place)
        let layout = value.type.layout
        let operand = self.value(value)
        let window = temporary(2)
        access(prepared, needsStable: false) { location in
            emitAddress(of: location, to: window)
            emitMove(from: operand.register, to: window + 1, count: 1)
            if operation == .stringConcatenate {
                emitPerform(.stringAppend, nil, result: window, arguments: window)
            } else {
                emitPerform(
                    .arrayAppendContents, RoutineContext(argumentSlots: 2), result: window,
                    arguments: window)
            }
        }
        release(operand, layout)
        releasePrepared(prepared)
    }
}

extension Expression {
    /// A number written out: evaluating it does nothing else.
    fileprivate var isNumber: Bool {
        switch kind {
        case .integer, .floating, .boolean: true
        default: false
        }
    }
}
