/// The routines behind the instruction `perform`.
extension Machine {
    @inline(never)
    func perform(
        _ routine: Int, _ context: UInt64, _ result: Slots, _ arguments: Slots
    ) -> (any Error)? {
        guard let routine = Routine(rawValue: routine) else {
            return RuntimeFault(.internal, "an unknown routine was asked for")
        }
        switch routine {
        case .stringConcatenate:
            let left = HeapObject.string(HeapObject.block(arguments[0]))
            let right = HeapObject.string(HeapObject.block(arguments[1]))
            if let error = refusal(ofText: left.pointee, right.pointee) { return error }
            result[0] = HeapObject.makeString(left.pointee + right.pointee)
            return nil
        case .stringAppend:
            let place = Self.slots(arguments[0])
            if HeapObject.addToTail(HeapObject.block(place[0]), HeapObject.block(arguments[1])) { return nil }
            let text = HeapObject.string(HeapObject.block(place[0]))
            let added = HeapObject.string(HeapObject.block(arguments[1]))
            if let error = refusal(ofText: text.pointee, added.pointee) { return error }
            HeapObject.append(added.pointee, to: place)
            return nil
        case .stringEqual:
            result[0] = HeapObject.areEqualTexts(arguments[0], arguments[1]) ? 1 : 0
            return nil
        case .stringLess:
            let left = HeapObject.string(HeapObject.block(arguments[0]))
            let right = HeapObject.string(HeapObject.block(arguments[1]))
            result[0] = left.pointee < right.pointee ? 1 : 0
            return nil
        case .stringLessEqual:
            let left = HeapObject.string(HeapObject.block(arguments[0]))
            let right = HeapObject.string(HeapObject.block(arguments[1]))
            result[0] = left.pointee <= right.pointee ? 1 : 0
            return nil
        case .noteType:
            Unmanaged<Type>.fromOpaque(HeapObject.pointer(arguments[0]))._withUnsafeGuaranteedRef { $0.noteNamedByValue() }
            return nil
        case .dictionaryValue where HeapObject.hasPlainKeys(Self.slots(arguments[0])[0]):
            do {
                try dictionaryValue(arguments, result)
                return nil
            } catch {
                return error
            }
        default:
            break
        }
        return Unmanaged<RoutineContext>.fromOpaque(HeapObject.pointer(context))
            ._withUnsafeGuaranteedRef { context in
                let saved = state.pointee.top
                state.pointee.top = arguments + context.argumentSlots
                defer { state.pointee.top = saved }
                do {
                    try perform(routine, context, result, arguments)
                    return takeFinalizerFault()
                } catch {
                    return error
                }
            }
    }

    /// Why two texts cannot be one.
    private func refusal(ofText left: String, _ right: String) -> (any Error)? {
        let bytes = left.utf8.count + right.utf8.count
        guard bytes > 1 << 17 else { return nil }
        do {
            try approve(words: bytes / 8)
            return nil
        } catch {
            return error
        }
    }

    private func perform(
        _ routine: Routine, _ context: RoutineContext, _ result: Slots, _ arguments: Slots
    ) throws {
        switch routine {
        case .stringConcatenate, .stringAppend, .stringEqual, .stringLess, .stringLessEqual, .noteType:
            break
        case .interpolate:
            var text = ""
            var slots = UnsafePointer(arguments)
            for type in context.types {
                try describe(slots, type, isNested: false, into: &text)
                slots += type.layout.count
            }
            result[0] = HeapObject.makeString(text)
        case .equal:
            let type = context.types[0]
            result[0] = try equal(arguments, arguments + type.layout.count, type) ? 1 : 0
        case .makeArray:
            let stride = context.layout.pointee.slots
            let count = stride == 0 ? context.elementCount : context.argumentSlots / stride
            try approve(words: context.argumentSlots)
            let array = HeapObject.makeArray(capacity: count, layout: context.layout)
            HeapObject.elements(array).update(from: arguments, count: context.argumentSlots)
            array[3] = UInt64(count)
            result[0] = HeapObject.reference(array)
        case .arrayConcatenate:
            result[0] = try concatenate(arguments[0], arguments[1])
        case .arrayAppend:
            try append(Self.slots(arguments[0]), arguments + 1)
        case .arrayAppendContents:
            try append(Self.slots(arguments[0]), contentsOf: arguments[1])
        case .arrayRepeating:
            result[0] = try repeating(
                arguments + 1, count: Int(truncatingIfNeeded: arguments[0]), layout: context.layout)
        case .arrayReserve:
            let place = Self.slots(arguments[0])
            let wanted = Int(truncatingIfNeeded: arguments[1])
            let count = HeapObject.count(Self.slots(place[0]))
            if wanted > count { try reserve(place, wanted - count) }
        case .arrayRemoveLast:
            try removeLast(Self.slots(arguments[0]), into: result)
        case .arrayRemove:
            try remove(
                Self.slots(arguments[0]), at: Int(truncatingIfNeeded: arguments[1]), into: result)
        case .arrayInsert:
            let stride = context.layout.pointee.slots
            try insert(
                Self.slots(arguments[0]), arguments + 1,
                at: Int(truncatingIfNeeded: arguments[1 + stride]))
        case .arrayRemoveAll:
            removeAll(Self.slots(arguments[0]))
        case .arraySwap:
            try swap(
                Self.slots(arguments[0]), Int(truncatingIfNeeded: arguments[1]),
                Int(truncatingIfNeeded: arguments[2]))
        case .arraySlice:
            result[0] = try slice(
                arguments[0], Int(truncatingIfNeeded: arguments[1]),
                Int(truncatingIfNeeded: arguments[2]))
        case .makeDictionary:
            result[0] = try makeDictionary(arguments, context)
        case .dictionaryGet:
            try dictionaryGet(arguments, context, result)
        case .dictionarySet:
            try dictionarySet(arguments, context)
        case .dictionaryLend:
            try dictionaryLend(arguments, result)
        case .dictionaryPutBack:
            try dictionaryPutBack(arguments, context)
        case .dictionaryValue:
            try dictionaryValue(arguments, result)
        case .castOptional, .castForced, .isType:
            try cast(routine, arguments, from: context.types[0], to: context.types[1], result)
        case .armObject:
            HeapObject.armFinalizer(arguments[0])
        case .makeWeak:
            result[0] = HeapObject.makeWeak(arguments[0])
        case .loadWeak:
            result[0] = HeapObject.loadWeak(arguments[0])
            if result[0] == 0, context.types[0].nominal === NominalType.unowned, arguments[0] != 0 || context.types[0].referent?.wrapped == nil {
                throw RuntimeFault(
                    .deallocated,
                    "attempted to read an unowned reference but the object was already deallocated",
                    help: "'weak' gives nil instead")
            }
        case .bridge:
            guard let bridge, let nominal = context.nominal else {
                throw RuntimeFault(.internal, "nothing here takes values of cells' types")
            }
            result[0] = try bridge(context.types[0], arguments, nominal)
        }
    }
}
