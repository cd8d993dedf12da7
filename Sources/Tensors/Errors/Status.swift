internal import CKernels

/// Turns a kernel's answer into an error.
@inline(__always)
func check(_ status: vj_status, _ operation: @autoclosure () -> String) throws(TensorError) {
    if status != VJ_OK { throw failure(status, operation()) }
}

@inline(never)
func failure(_ status: vj_status, _ operation: String) -> TensorError {
    switch status {
    case VJ_INTERRUPTED:
        return .interrupted
    case VJ_OUT_OF_MEMORY:
        return .memory(bytes: 0, inUse: vj_memory_in_use(), limit: vj_memory_limit())
    case VJ_DOMAIN:
        return .domain(
            operation: operation,
            problem: operation == "pow"
                ? "an integer to a negative power is not an integer"
                : "integer division by zero",
            help: "convert to floating point with 'asType(.float32)'")
    case VJ_UNSUPPORTED:
        return .domain(
            operation: operation, problem: "not defined for this element type",
            help: "convert to floating point with 'asType(.float32)'")
    case VJ_OUT_OF_RANGE:
        return .domain(operation: operation, problem: "an index is out of range", help: nil)
    default:
        return .domain(operation: operation, problem: "too many axes", help: nil)
    }
}
