extension Machine {
    /// Calls a function of the library from outside a cell. The arguments are borrowed, the result is the caller's.
    package func invoke(
        _ function: NativeFunction, typeArguments: [Type] = [], arguments: UnsafeMutablePointer<UInt64>, argumentSlots: Int,
        result: UnsafeMutablePointer<UInt64>, resultSlots: Int
    ) throws {
        let call = NativeCall(
            function: function, typeArguments: typeArguments, argumentSlots: argumentSlots, resultSlots: resultSlots)
        try withExtendedLifetime(call) {
            try function.invoke(
                NativeFunction.Frame(arguments: arguments, result: result, call: .passUnretained(call), machine: self))
        }
    }
}
