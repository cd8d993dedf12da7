/// Casts: what a value is at run time, and the same value as another type.
extension Machine {
    func cast(
        _ routine: Routine, _ arguments: Slots, from source: Type, to target: Type, _ result: Slots
    ) throws {
        let count = target.layout.count
        let value = Slots.allocate(capacity: max(count, 1))
        value.initialize(repeating: 0, count: max(count, 1))
        defer { value.deallocate() }
        let fits = try cast(arguments, source, to: target, into: value)
        switch routine {
        case .isType:
            result[0] = fits ? 1 : 0
            if fits { HeapObject.release(value, target.layout) }
        case .castForced:
            guard fits else {
                throw RuntimeFault(
                    .cast,
                    "could not cast value of type '\(dynamicType(arguments, source))' to '\(target)'",
                    help: "use 'as?' and test the result")
            }
            result.update(from: value, count: count)
        default:
            let optional = Type.optional(target).layout
            for index in 0..<optional.count { result[index] = 0 }
            guard fits else { return }
            let isTagged = optional.count != count
            if isTagged { result[0] = 1 }
            (isTagged ? result + 1 : result).update(from: value, count: count)
        }
    }

    /// The type that a value has at run time.
    func dynamicType(_ slots: UnsafePointer<UInt64>, _ type: Type) -> Type {
        if type.isExistential, slots[0] != 0 {
            let (inner, payload) = HeapObject.existential(at: slots)
            return dynamicType(payload, inner)
        }
        if type.isClass, slots[0] != 0 { return HeapObject.type(HeapObject.block(slots[0])) }
        return type
    }

    /// Whether values of a type are of another by what they are at run time: a class below it, or what conforms.
    func conforms(_ type: Type, to target: Type) -> Bool {
        if type === target { return true }
        if case .existential(let wanted) = target.kind {
            return resolver?.conforms(type, to: wanted) ?? false
        }
        return type.isClass && type.isDescendant(of: target)
    }

    /// The value as another type, owned, where it is one.
    private func cast(
        _ slots: UnsafePointer<UInt64>, _ source: Type, to target: Type, into result: Slots
    ) throws -> Bool {
        if source === target {
            result.update(from: slots, count: source.layout.count)
            HeapObject.retain(result, source.layout)
            return true
        }
        if source.isExistential {
            if slots[0] == 0 { return false }
            let (inner, payload) = HeapObject.existential(at: slots)
            // An optional in a box stays one only when it is asked for.
            return try cast(payload, inner, to: target, into: result)
        }
        if let wrapped = target.wrapped {
            if let inner = source.wrapped, slots[0] == 0 {
                for index in 0..<target.layout.count { result[index] = 0 }
                _ = inner
                return true
            }
            let isTagged = target.layout.count != wrapped.layout.count
            guard try cast(slots, source, to: wrapped, into: isTagged ? result + 1 : result) else {
                return false
            }
            if isTagged { result[0] = 1 }
            return true
        }
        if target.isExistential {
            let type = dynamicType(slots, source)
            if let wrapped = source.wrapped, !conforms(type, to: target) || slots[0] == 0 {
                if slots[0] == 0 {
                    guard conforms(type, to: target) else { return false }
                } else {
                    let isTagged = source.layout.count != wrapped.layout.count
                    return try cast(isTagged ? slots + 1 : slots, wrapped, to: target, into: result)
                }
            }
            guard conforms(type, to: target) else { return false }
            HeapObject.retain(slots, source.layout)
            result[0] = HeapObject.makeExistential(source, taking: slots)
            return true
        }
        if let wrapped = source.wrapped {
            if slots[0] == 0 { return false }
            let isTagged = source.layout.count != wrapped.layout.count
            return try cast(isTagged ? slots + 1 : slots, wrapped, to: target, into: result)
        }
        if source.isClass, target.isClass {
            guard slots[0] != 0, HeapObject.type(HeapObject.block(slots[0])).isDescendant(of: target) else {
                return false
            }
            result[0] = slots[0]
            HeapObject.retain(slots[0])
            return true
        }
        if case .metatype = source.kind, case .metatype(let wanted) = target.kind {
            let named = Unmanaged<Type>.fromOpaque(HeapObject.pointer(slots[0])).takeUnretainedValue()
            result[0] = slots[0]
            return conforms(named, to: wanted)
        }
        if let from = source.arrayElement, let to = target.arrayElement {
            return try castArray(slots[0], from, to, into: result)
        }
        if let from = source.tupleElements, let to = target.tupleElements, from.count == to.count {
            return try castTuple(slots, from.map(\.type), to.map(\.type), into: result)
        }
        if let nominal = source.nominal, nominal === target.nominal, nominal.form.isHashed {
            return try castHashed(slots[0], source, target, into: result)
        }
        return try castKeyPath(slots, source, to: target, into: result)
    }

    /// A key path of which less is known holds the path that it was made of; one that can be written through starts as
    /// one that is only read.
    private func castKeyPath(
        _ slots: UnsafePointer<UInt64>, _ source: Type, to target: Type, into result: Slots
    ) throws -> Bool {
        guard source.isKeyPath, target.isKeyPath else { return false }
        let fields = source.fields
        if let path = fields.firstIndex(where: { $0.name == "_path" }) {
            return try cast(slots + path, fields[path].type, to: target, into: result)
        }
        let wanted = target.fields
        guard wanted.count < fields.count, source.arguments == target.arguments else { return false }
        result.update(from: slots, count: target.layout.count)
        HeapObject.retain(result, target.layout)
        return true
    }

    private func castTuple(
        _ slots: UnsafePointer<UInt64>, _ from: [Type], _ to: [Type], into result: Slots
    ) throws -> Bool {
        var source = slots
        var target = result
        for (index, (a, b)) in zip(from, to).enumerated() {
            guard try cast(source, a, to: b, into: target) else {
                var done = result
                for type in to.prefix(index) {
                    HeapObject.release(done, type.layout)
                    done += type.layout.count
                }
                return false
            }
            source += a.layout.count
            target += b.layout.count
        }
        return true
    }

    private func castArray(
        _ reference: Reference, _ from: Type, _ to: Type, into result: Slots
    ) throws -> Bool {
        let (elements, count) = HeapObject.array(reference)
        let stride = to.layout.count
        try approve(words: count * stride)
        let array = HeapObject.makeArray(capacity: count, layout: LayoutTable.descriptor(to.layout))
        for index in 0..<count {
            let target = HeapObject.elements(array) + index * stride
            for slot in 0..<stride { target[slot] = 0 }
            guard try cast(elements + index * from.layout.count, from, to: to, into: target) else {
                HeapObject.release(HeapObject.reference(array))
                return false
            }
            array[3] = UInt64(index + 1)
        }
        result[0] = HeapObject.reference(array)
        return true
    }

    private func castHashed(
        _ reference: Reference, _ source: Type, _ target: Type, into result: Slots
    ) throws -> Bool {
        let storage = HeapObject.dictionary(reference)
        let valueType = target.arguments.count > 1 ? target.arguments[1] : .void
        let made = DictionaryStorage(
            keyType: target.arguments[0], valueType: valueType, capacity: storage.count)
        let key = Slots.allocate(capacity: made.keySlots + 1)
        let value = Slots.allocate(capacity: made.valueSlots + 1)
        defer {
            key.deallocate()
            value.deallocate()
        }
        for row in 0..<storage.rowCount where storage.isUsed(row) {
            guard try cast(storage.key(row), storage.keyType, to: made.keyType, into: key) else {
                return false
            }
            defer { HeapObject.release(key, made.keyType.layout) }
            guard try cast(storage.value(row), storage.valueType, to: valueType, into: value) else {
                return false
            }
            try made.set(key, value, self)
        }
        result[0] = HeapObject.makeDictionary(made)
        return true
    }
}

extension NominalType.Form {
    /// A dictionary or a set.
    var isHashed: Bool {
        switch self {
        case .dictionary, .set: true
        default: false
        }
    }
}
