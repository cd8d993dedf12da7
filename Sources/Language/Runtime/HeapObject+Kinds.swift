/// Making and reading each kind of block.
extension HeapObject {
    // MARK: Arrays

    /// An array block with count 0.
    package static func makeArray(
        capacity: Int, layout: UnsafePointer<LayoutDescriptor>
    ) -> Slots {
        let block = allocate(
            .array, bodyWords: 2 &+ capacity &* layout.pointee.slots, layout: layout)
        block[3] = 0
        block[4] = UInt64(truncatingIfNeeded: capacity)
        return block
    }

    @inline(__always)
    package static func count(_ array: Slots) -> Int { Int(truncatingIfNeeded: array[3]) }

    @inline(__always)
    package static func elements(_ array: Slots) -> Slots { array + arrayHeaderWords }

    /// The elements of an array reference, for reading: where they start and how many there are.
    package static func array(_ reference: Reference) -> (elements: Slots, count: Int) {
        let array = block(reference)
        return (elements(array), count(array))
    }

    // MARK: Typed blocks

    /// An object or existential; the slots are the caller's to fill.
    package static func makeTyped(
        _ kind: Kind, _ type: Type, layout: UnsafePointer<LayoutDescriptor>
    ) -> Slots {
        let block = allocate(kind, bodyWords: 1 &+ layout.pointee.slots, layout: layout)
        block[3] = UInt64(UInt(bitPattern: Unmanaged.passUnretained(type).toOpaque()))
        type.hold()
        return block
    }

    /// The type of an object or of an existential's value. It lives as long as the block, which holds it.
    package static func type(_ block: Slots) -> Type {
        Unmanaged<Type>.fromOpaque(pointer(block[3])).takeUnretainedValue()
    }

    /// The value of the existential in a slot: its type and slots, borrowed. An object is its own existential, and its
    /// slot the one given.
    package static func existential(
        at slot: UnsafePointer<UInt64>
    ) -> (type: Type, slots: UnsafePointer<UInt64>) {
        let block = block(slot[0])
        if kind(block) == Kind.object.rawValue { return (type(block), slot) }
        return (type(block), UnsafePointer(block + typedHeaderWords))
    }

    /// The type of an object, and where its stored properties are.
    package static func object(_ reference: Reference) -> (type: Type, slots: UnsafePointer<UInt64>) {
        let block = block(reference)
        return (type(block), UnsafePointer(block + typedHeaderWords))
    }

    @inline(__always)
    static func letGoOfType(_ block: Slots) {
        Unmanaged<Type>.fromOpaque(pointer(block[3]))._withUnsafeGuaranteedRef { $0.letGo() }
    }

    // MARK: Natives

    package static func makeNative<Value>(_ value: Value) -> Reference {
        let words = (MemoryLayout<Value>.stride &+ 7) / 8
        let block = allocate(.native, bodyWords: words, descriptor: metatype(Value.self))
        UnsafeMutableRawPointer(block + headerWords).initializeMemory(as: Value.self, to: value)
        return reference(block)
    }

    /// Where a native block's Swift value is; nil when it holds a value of another type.
    @inline(__always)
    package static func native<Value>(
        _ reference: Reference, as type: Value.Type
    ) -> UnsafeMutablePointer<Value>? {
        guard reference != 0 else { return nil }
        let block = block(reference)
        guard kind(block) == Kind.native.rawValue, block[2] == metatype(type) else { return nil }
        return UnsafeMutableRawPointer(block + headerWords).assumingMemoryBound(to: type)
    }

    @inline(__always)
    private static func metatype<Value>(_ type: Value.Type) -> UInt64 {
        UInt64(UInt(bitPattern: unsafeBitCast(type as Any.Type, to: UnsafeRawPointer.self)))
    }
}
