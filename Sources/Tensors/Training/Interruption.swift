internal import CKernels

/// The request to stop, as loops outside the kernels look at it.
package enum Interruption {
    /// - Throws: `interrupted` when the work in progress shall stop.
    @inline(__always)
    package static func check() throws(TensorError) {
        if vj_interrupt_flag().pointee != 0 { throw .interrupted }
    }
    /// Called where long work has all values that a cell can see in order; set by whoever runs cells.
    nonisolated(unsafe) package static var breather: (() -> Void)?

    /// Lets others look at the values of cells, then checks.
    package static func breathe() throws(TensorError) {
        breather?()
        try check()
    }
}
