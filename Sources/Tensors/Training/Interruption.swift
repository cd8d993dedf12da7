internal import CKernels

/// The request to stop, as loops outside the kernels look at it.
package enum Interruption {
    /// - Throws: `interrupted` when the work in progress shall stop.
    @inline(__always)
    package static func check() throws(TensorError) {
        if vj_interrupt_flag().pointee != 0 { throw .interrupted }
    }
}
