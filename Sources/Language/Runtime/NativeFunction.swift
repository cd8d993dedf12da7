/// A function of the library, as the machine calls it.
package final class NativeFunction: @unchecked Sendable {
    /// What a call is given: slots in and out.
    package struct Frame {
        /// The arguments' slots, one after the other, borrowed. An inout argument is one slot: an address of slots.
        package let arguments: UnsafeMutablePointer<UInt64>
        /// Room for the result's slots, all 0; what is stored there is owned by the caller.
        package let result: UnsafeMutablePointer<UInt64>
        /// What the generic parameters stand for in this call.
        package let typeArguments: [Type]
        package let machine: Machine
    }

    package let name: String
    /// Whether each parameter is inout.
    package let isInout: [Bool]
    package let invoke: (Frame) throws -> Void

    package init(name: String, isInout: [Bool], invoke: @escaping (Frame) throws -> Void) {
        self.name = name
        self.isInout = isInout
        self.invoke = invoke
    }
}
