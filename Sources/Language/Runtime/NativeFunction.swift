/// A function of the library, as the machine calls it.
package final class NativeFunction: @unchecked Sendable {
    /// What a call is given: slots in and out.
    package struct Frame {
        /// The arguments' slots, one after the other, borrowed. An inout argument is one slot: an address of slots.
        package let arguments: UnsafeMutablePointer<UInt64>
        /// Room for the result's slots, all 0; what is stored there is owned by the caller.
        package let result: UnsafeMutablePointer<UInt64>
        private let call: Unmanaged<NativeCall>
        /// A call lasts no longer than its machine; counting references here would cost as much as the call.
        package unowned(unsafe) let machine: Machine

        init(
            arguments: UnsafeMutablePointer<UInt64>, result: UnsafeMutablePointer<UInt64>,
            call: Unmanaged<NativeCall>, machine: Machine
        ) {
            self.arguments = arguments
            self.result = result
            self.call = call
            self.machine = machine
        }

        /// What the generic parameters stand for in this call.
        package var typeArguments: [Type] { call._withUnsafeGuaranteedRef { $0.typeArguments } }
    }

    package let name: String
    /// Whether each parameter is inout.
    package let isInout: [Bool]
    /// Called for what it does; as a cell's last expression its value is not shown.
    package var isDiscardable = false
    /// An error it throws can be caught by a cell, as it is declared `throws`; otherwise an error is a fault.
    package let canThrow: Bool
    package let invoke: (Frame) throws -> Void
    /// Which of the arguments' slots are references, where the function was made from a typed closure.
    package var argumentLayout: [Bool]?

    package init(
        name: String, isInout: [Bool], canThrow: Bool = false,
        invoke: @escaping (Frame) throws -> Void
    ) {
        self.name = name
        self.isInout = isInout
        self.canThrow = canThrow
        self.invoke = invoke
    }

    func run(_ frame: Frame) -> (any Error)? {
        do {
            try invoke(frame)
            return nil
        } catch {
            return error
        }
    }
}
