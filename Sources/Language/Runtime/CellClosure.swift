/// A cell's closure in the hands of the library: `(Tensor) throws -> Tensor` is `CellClosure<Tensor, Tensor>`, the
/// result first. Calling it runs the cell's code on the calling thread; a fault in there comes out as an error that
/// the library lets pass, and ends the cell with the traceback of both.
package struct CellClosure<Result: CellValue, each Argument: CellValue>: CellValue {
    package let handle: ClosureHandle

    package static var cellLayout: Layout { .reference }
    package static var slotCount: Int { 1 }

    package static func load(_ slots: UnsafePointer<UInt64>) throws
        -> CellClosure<Result, repeat each Argument>
    {
        CellClosure(handle: try ClosureHandle(slots[0]))
    }

    package func store(_ slots: UnsafeMutablePointer<UInt64>) {
        HeapObject.retain(handle.reference)
        slots[0] = handle.reference
    }

    package func callAsFunction(_ arguments: repeat each Argument) throws -> Result {
        var argumentSlots = 0
        for type in repeat (each Argument).self { argumentSlots += type.slotCount }
        let resultSlots = Result.slotCount
        return try withUnsafeTemporaryAllocation(
            of: UInt64.self, capacity: argumentSlots + resultSlots + 1
        ) { buffer in
            guard let slots = buffer.baseAddress else {
                throw RuntimeFault(.internal, "no memory for a call's arguments")
            }
            let result = slots + argumentSlots
            result.initialize(repeating: 0, count: resultSlots + 1)
            var next = slots
            for argument in repeat each arguments {
                argument.store(next)
                next += type(of: argument).slotCount
            }
            defer {
                var next = slots
                for type in repeat (each Argument).self {
                    HeapObject.release(next, type.cellLayout)
                    next += type.slotCount
                }
            }
            try handle.machine.call(
                handle.reference, arguments: slots, argumentCount: argumentSlots, result: result,
                resultCount: resultSlots)
            defer { HeapObject.release(result, Result.cellLayout) }
            return try Result.load(result)
        }
    }
}

/// Keeps a closure's block alive.
package final class ClosureHandle: @unchecked Sendable {
    package let reference: Reference
    package let machine: Machine

    package init(_ reference: Reference) throws {
        guard reference != 0, let machine = Machine.owner(ofClosure: reference) else {
            throw RuntimeFault(.internal, "a value is not the function it was declared to be")
        }
        self.reference = reference
        self.machine = machine
        HeapObject.retain(reference)
    }

    deinit { HeapObject.release(reference) }
}
