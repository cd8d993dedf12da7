/// The values that only some variables hold, and what is in them.
///
/// A variable that no name stands for any more may still be there for the sake of a declaration of its cell, and hold
/// values of the types that were declared there. Such values alone must not keep the types: their holders are taken off
/// the counts, and are what the variable reaches once something reaches the variable.
struct HeldValues {
    /// How often each type, and each closure's code, is held by the values alone.
    private(set) var types: [ObjectIdentifier: Int] = [:]
    private(set) var closures: [ObjectIdentifier: Int] = [:]

    /// Blocks met, with how many references to each.
    private var references: [Reference: Int] = [:]
    /// Of larger values it is not known whether others hold parts of them.
    private static let mostBlocks = 20_000

    init(_ globals: [Global]) {
        var open: [Reference] = []
        func meet(_ reference: Reference) {
            guard reference != 0, references.count < Self.mostBlocks || references[reference] != nil else { return }
            if references.updateValue(references[reference, default: 0] + 1, forKey: reference) == nil { open.append(reference) }
        }
        var seen: Set<ObjectIdentifier> = []
        for global in globals where seen.insert(ObjectIdentifier(global)).inserted {
            for index in global.type.layout.references { meet(global.slots[index]) }
        }
        while let next = open.popLast() { HeapObject.forEachReference(in: next, meet) }
        takeOffWhatOthersHold()
        for reference in references.keys { count(reference) }
    }

    /// What others hold too is theirs, with all that is in it.
    private mutating func takeOffWhatOthersHold() {
        var open = references.filter { HeapObject.block($0.key)[0] != UInt64($0.value) }.map(\.key)
        for reference in open { references[reference] = nil }
        while let next = open.popLast() {
            HeapObject.forEachReference(in: next) { inner in
                if references.removeValue(forKey: inner) != nil { open.append(inner) }
            }
        }
    }

    private mutating func count(_ reference: Reference) {
        HeapObject.forEachHeld(by: reference, type: { types[ObjectIdentifier($0), default: 0] += 1 }, code: { closures[ObjectIdentifier($0), default: 0] += 1 })
    }

    /// The types and code that a variable's values hold.
    func forEachHeld(by global: Global, type: (Type) -> Void, code: (CompiledFunction) -> Void) {
        var seen: Set<Reference> = []
        var open = global.type.layout.references.map { global.slots[$0] }
        while let next = open.popLast() {
            guard references[next] != nil, seen.insert(next).inserted else { continue }
            HeapObject.forEachHeld(by: next, type: type, code: code)
            HeapObject.forEachReference(in: next) { open.append($0) }
        }
    }
}

extension HeapObject {
    /// The references in a block that it counts; those of the library's values are not seen.
    fileprivate static func forEachReference(in reference: Reference, _ body: (Reference) -> Void) {
        let block = block(reference)
        func values(_ slots: Slots, count: Int) {
            let layout = layout(block).pointee
            for row in 0..<count {
                for index in 0..<layout.referenceCount { body(slots[row * layout.slots + layout.references[index]]) }
            }
        }
        switch Kind(rawValue: kind(block)) {
        case .array where layout(block).pointee.referenceCount > 0: values(elements(block), count: count(block))
        case .box: values(block + headerWords, count: 1)
        case .closure: values(block + closureHeaderWords, count: 1)
        case .object, .existential: values(block + typedHeaderWords, count: 1)
        case .substring: body(block[2])
        case .dictionary:
            let storage = dictionary(reference)
            for row in 0..<storage.rowCount where storage.isUsed(row) {
                for index in storage.keyType.layout.references { body(storage.key(row)[index]) }
                for index in storage.valueType.layout.references { body(storage.value(row)[index]) }
            }
        case .array, .string, .native, .weakBox, nil: break
        }
    }

    /// What a block itself holds of types and code.
    fileprivate static func forEachHeld(by reference: Reference, type: (Type) -> Void, code: (CompiledFunction) -> Void) {
        let block = block(reference)
        switch Kind(rawValue: kind(block)) {
        case .object, .existential: type(self.type(block))
        case .closure: code(Unmanaged<CompiledFunction>.fromOpaque(pointer(block[4])).takeUnretainedValue())
        case .dictionary:
            let storage = dictionary(reference)
            type(storage.keyType)
            type(storage.valueType)
        default: break
        }
    }
}
