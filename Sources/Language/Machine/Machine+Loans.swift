/// Values of dictionaries that were lent when a fault came.
extension Machine {
    /// Puts back what code was changing in a dictionary, as far as it had changed it: a cell that fails loses nothing.
    func endLoans(of function: CompiledFunction, at pc: UnsafePointer<UInt64>, _ fp: Slots) {
        if function.loans.isEmpty { return }
        let offset = pc - UnsafePointer(function.entry.pointee.code) - 1
        for loan in function.loans where loan.start <= offset && offset < loan.end {
            let count = loan.valueLayout.count
            var dictionary = fp + loan.dictionary
            if let offset = loan.memoryOffset { dictionary = Self.slots(dictionary[0]) + offset }
            let arguments = Slots.allocate(capacity: 1 + loan.keySlots + count)
            defer { arguments.deallocate() }
            arguments[0] = UInt64(UInt(bitPattern: dictionary))
            (arguments + 1).update(from: fp + loan.key, count: loan.keySlots)
            let value = arguments + 1 + loan.keySlots
            value.update(from: fp + loan.value, count: count)
            // The frame's own reference goes with what else it owns.
            HeapObject.retain(value, loan.valueLayout)
            let context = RoutineContext(argumentSlots: 1 + loan.keySlots + count)
            context.isOptional = loan.isOptional
            // Only what a cell writes could fail here, and its keys are not among them.
            try? dictionaryPutBack(arguments, context)
        }
    }
}
