/// What is known of types only by whoever checked the cells: which code runs for a type, and what it conforms to.
package protocol DynamicResolver: AnyObject {
    /// The function that a dynamic call runs for a receiver of this type. An existential's function takes the box.
    func implementation(of dispatch: Dispatch, for type: Type) throws -> Function
    func conforms(_ type: Type, to nominal: NominalType) -> Bool
}

extension Machine {
    // MARK: Dynamic calls

    /// Finds the code for a receiver's type and puts it into the call's cache.
    @inline(never)
    func resolve(_ cache: Slots, _ type: UInt64) -> (any Error)? {
        let dispatch = Dispatch.of(cache)
        do {
            guard let resolver else {
                throw RuntimeFault(.internal, "'\(dispatch.name)' cannot be looked up here")
            }
            let type = Unmanaged<Type>.fromOpaque(HeapObject.pointer(type)).takeUnretainedValue()
            let function = try resolver.implementation(of: dispatch, for: type)
            let compiled = compile(function, isMain: false)
            dispatch.remember(UInt64(UInt(bitPattern: Unmanaged.passUnretained(type).toOpaque())), compiled)
            return nil
        } catch {
            return error
        }
    }

    // MARK: The end of objects

    /// Runs the bodies of `deinit` of an object whose last reference went.
    static func finalize(_ block: Slots) {
        for function in HeapObject.type(block).finalizers {
            guard let compiled = function.code.compiled as? CompiledFunction,
                let machine = compiled.table.machine, machine.state.pointee.isRunning
            else { continue }
            machine.finalize(compiled, HeapObject.reference(block))
        }
    }

    private func finalize(_ compiled: CompiledFunction, _ reference: Reference) {
        guard finalizerFault == nil else { return }
        var argument = reference
        var result: UInt64 = 0
        do {
            try enter(
                compiled.entry, closure: 0, &argument, 1, &result, 0, limit: Self.finalizerDepth)
        } catch {
            finalizerFault = RuntimeFault(error)
        }
    }

    /// What went wrong in a `deinit` since the last time somebody asked.
    @inline(__always)
    func takeFinalizerFault() -> (any Error)? {
        if finalizerFault == nil { return nil }
        let fault = finalizerFault
        finalizerFault = nil
        return fault
    }

    /// Lets go of what only one reference held, with the frame's end as the start of what may run for it.
    @inline(never)
    func destroy(_ block: Slots, top: Slots, depth: Int) -> (any Error)? {
        let saved = (state.pointee.top, state.pointee.depth)
        state.pointee.top = top
        state.pointee.depth = depth
        HeapObject.destroy(block)
        (state.pointee.top, state.pointee.depth) = saved
        return takeFinalizerFault()
    }

    /// Lets go of references in a row; what is released is 0 afterwards, since unwinding may see it again.
    @inline(__always)
    func release(
        _ start: Slots, count: Int, backwards: Bool, top: Slots, depth: Int
    ) -> (any Error)? {
        var fault: (any Error)?
        for index in 0..<count {
            let slot = start + (backwards ? count &- 1 &- index : index)
            guard let block = Slots(bitPattern: UInt(slot[0])) else { continue }
            let references = block[0] &- 1
            block[0] = references
            slot[0] = 0
            if references == 0, let error = destroy(block, top: top, depth: depth) { fault = error }
        }
        return fault
    }

    /// `deinit` within `deinit`: each takes native stack.
    static let finalizerDepth = 5_000
}
