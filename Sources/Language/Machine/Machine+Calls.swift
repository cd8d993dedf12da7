import Glibc

/// What instructions do that is too much for the loop itself.
extension Machine {
    @inline(never)
    func callNative(_ call: UnsafeRawPointer, result: Slots, arguments: Slots) -> (any Error)? {
        let call = Unmanaged<NativeCall>.fromOpaque(call)
        return call._withUnsafeGuaranteedRef { native in
            for index in 0..<native.resultSlots { result[index] = 0 }
            let saved = state.pointee.top
            state.pointee.top = arguments + native.argumentSlots
            defer { state.pointee.top = saved }
            return native.function.run(
                NativeFunction.Frame(
                    arguments: arguments, result: result, call: call, machine: self))
                ?? takeFinalizerFault()
        }
    }

    @inline(never)
    static func makeClosure(_ target: Slots, _ shape: UnsafeRawPointer, _ captures: Slots) {
        Unmanaged<ClosureShape>.fromOpaque(shape)._withUnsafeGuaranteedRef { shape in
            let count = shape.layout.pointee.slots
            let block = HeapObject.allocate(.closure, bodyWords: 2 + count, layout: shape.layout)
            block[3] = UInt64(UInt(bitPattern: shape.compiled.entry))
            block[4] = UInt64(UInt(bitPattern: Unmanaged.passRetained(shape.compiled).toOpaque()))
            shape.compiled.closures &+= 1
            (block + HeapObject.closureHeaderWords).update(from: captures, count: count)
            target[0] = HeapObject.reference(block)
        }
    }

    /// Takes over what the slots own.
    @inline(never)
    static func makeBox(_ target: Slots, _ value: Slots, _ layout: UnsafeRawPointer) {
        let layout = layout.assumingMemoryBound(to: LayoutDescriptor.self)
        let count = layout.pointee.slots
        let block = HeapObject.allocate(.box, bodyWords: count, layout: layout)
        (block + HeapObject.headerWords).update(from: value, count: count)
        target[0] = HeapObject.reference(block)
    }

    /// Takes over what the slots own.
    @inline(never)
    static func makeTyped(_ target: Slots, _ value: Slots, kind: Int, _ type: UnsafeRawPointer) {
        let type = Unmanaged<Type>.fromOpaque(type).takeUnretainedValue()
        let isObject = UInt64(kind) == HeapObject.Kind.object.rawValue
        let layout = isObject ? objectLayout(type) : LayoutTable.descriptor(type.layout)
        let block = HeapObject.makeTyped(isObject ? .object : .existential, type, layout: layout)
        (block + HeapObject.typedHeaderWords).update(from: value, count: layout.pointee.slots)
        target[0] = HeapObject.reference(block)
    }

    private static func objectLayout(_ type: Type) -> UnsafePointer<LayoutDescriptor> {
        if let known = type.objectLayout { return known }
        let made = LayoutTable.descriptor(
            Layout(isReference: type.fields.flatMap { $0.type.layout.isReference }))
        type.objectLayout = made
        return made
    }
}
