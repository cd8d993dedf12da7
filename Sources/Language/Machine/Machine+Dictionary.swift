/// Dictionaries and sets.
extension Machine {
    /// The context's types: key and value.
    func makeDictionary(_ arguments: Slots, _ context: RoutineContext) throws -> Reference {
        let storage = DictionaryStorage(keyType: context.types[0], valueType: context.types[1])
        let row = storage.keySlots + storage.valueSlots
        let count = row == 0 ? 0 : context.argumentSlots / row
        for index in 0..<count {
            let key = arguments + index * row
            if try storage.find(key, self) != nil {
                if context.types[1].isVoid { continue }
                // The entries that were set keep references of their own; the frame lets go of all arguments.
                throw RuntimeFault(
                    .precondition,
                    "the dictionary literal has the key \(try describe(key, context.types[0], debug: true)) twice"
                )
            }
            HeapObject.retain(key + storage.keySlots, context.types[1].layout)
            try storage.set(key, key + storage.keySlots, self)
        }
        for index in 0..<count {
            HeapObject.release(arguments + index * row, context.types[0].layout)
            HeapObject.release(arguments + index * row + storage.keySlots, context.types[1].layout)
        }
        return HeapObject.makeDictionary(storage)
    }

    func dictionaryGet(
        _ arguments: Slots, _ context: RoutineContext, _ result: Slots
    ) throws {
        try HeapObject.withDictionary(arguments[0]) { storage in
            let optionalSlots = storage.optionalValueSlots
            let row = try storage.find(arguments + 1, self)
            for index in 0..<optionalSlots { result[index] = 0 }
            guard let row else { return }
            var target = result
            if optionalSlots != storage.valueSlots {
                result[0] = 1
                target += 1
            }
            target.update(from: storage.value(row), count: storage.valueSlots)
            HeapObject.retain(target, storage.valueType.layout)
        }
    }

    func dictionarySet(_ arguments: Slots, _ context: RoutineContext) throws {
        let storage = HeapObject.uniqueDictionary(Self.slots(arguments[0]))
        let key = arguments + 1
        let value = key + storage.keySlots
        if value[0] == 0 {
            try storage.remove(key, self)
        } else {
            let isTagged = storage.optionalValueSlots != storage.valueSlots
            try storage.set(key, isTagged ? value + 1 : value, self)
        }
    }

    /// address, key → the optional value, taken out to be changed and put back.
    func dictionaryLend(_ arguments: Slots, _ result: Slots) throws {
        let storage = HeapObject.uniqueDictionary(Self.slots(arguments[0]))
        let optionalSlots = storage.optionalValueSlots
        for index in 0..<optionalSlots { result[index] = 0 }
        let isTagged = optionalSlots != storage.valueSlots
        if try storage.lend(arguments + 1, to: isTagged ? result + 1 : result, self), isTagged {
            result[0] = 1
        }
    }

    /// address, key, value (taken) or, where the context's layout says so, optional value
    func dictionaryPutBack(_ arguments: Slots, _ context: RoutineContext) throws {
        let storage = HeapObject.uniqueDictionary(Self.slots(arguments[0]))
        let key = arguments + 1
        let value = key + storage.keySlots
        guard context.isOptional else { return try storage.putBack(key, value, self) }
        let isTagged = storage.optionalValueSlots != storage.valueSlots
        if value[0] != 0 {
            try storage.putBack(key, isTagged ? value + 1 : value, self)
        } else {
            try storage.forget(key, self)
        }
    }

    /// address, key, default → address of the value's slots
    func dictionaryValue(_ arguments: Slots, _ result: Slots) throws {
        let place = Self.slots(arguments[0])
        if !HeapObject.isUnique(place[0]) { _ = HeapObject.uniqueDictionary(place) }
        try HeapObject.withDictionary(place[0]) { storage in
            let slots = try storage.valueSlots(
                arguments + 1, default: arguments + 1 + storage.keySlots, self)
            result[0] = UInt64(UInt(bitPattern: slots))
        }
    }

    func describeDictionary(
        _ reference: Reference, _ arguments: [Type], isSet: Bool, into text: inout String
    ) throws {
        let storage = HeapObject.dictionary(reference)
        if storage.count == 0, !isSet {
            text += "[:]"
            return
        }
        text += "["
        var isFirst = true
        for row in 0..<storage.rowCount where storage.isUsed(row) {
            if !isFirst { text += ", " }
            isFirst = false
            try describe(storage.key(row), storage.keyType, isNested: true, into: &text)
            if !isSet {
                text += ": "
                try describe(storage.value(row), storage.valueType, isNested: true, into: &text)
            }
        }
        text += "]"
    }

    func equalDictionaries(
        _ left: Reference, _ right: Reference, _ arguments: [Type]
    ) throws -> Bool {
        if left == right { return true }
        let left = HeapObject.dictionary(left)
        let right = HeapObject.dictionary(right)
        if left.count != right.count { return false }
        for row in 0..<left.rowCount where left.isUsed(row) {
            guard let other = try right.find(left.key(row), self),
                try equal(left.value(row), right.value(other), left.valueType)
            else { return false }
        }
        return true
    }
}

/// Natives that the checker names itself, for what is part of the language.
extension Machine {
    /// `dictionary[key]`
    package static let dictionarySubscript = NativeFunction(name: "subscript", isInout: [false, false]) { frame in
        let context = RoutineContext(argumentSlots: 0)
        try frame.machine.dictionaryGet(frame.arguments, context, frame.result)
    }

    /// The elements of a dictionary, set or text, as an array.
    package static let elements = NativeFunction(name: "elements", isInout: [false]) { frame in
        let reference = frame.arguments[0]
        if HeapObject.kind(HeapObject.block(reference)) == HeapObject.Kind.string.rawValue {
            HeapObject.characters(of: HeapObject.string(reference)[...]).store(frame.result)
            return
        }
        let storage = HeapObject.dictionary(reference)
        let layout = Layout(
            isReference: storage.keyType.layout.isReference + storage.valueType.layout.isReference)
        try frame.machine.approve(words: storage.count * layout.count)
        let array = HeapObject.makeArray(
            capacity: storage.count, layout: LayoutTable.descriptor(layout))
        var target = HeapObject.elements(array)
        for row in 0..<storage.rowCount where storage.isUsed(row) {
            target.update(from: storage.key(row), count: layout.count)
            HeapObject.retain(target, layout)
            target += layout.count
        }
        array[3] = UInt64(storage.count)
        frame.result[0] = HeapObject.reference(array)
    }
}
