internal import CKernels

/// A function of two elements, with broadcasting.
package final class BinaryOperation: Operation, @unchecked Sendable {
    let kernel: vj_binary_op
    /// Whether integers become float32 first, as for a quotient.
    let needsFloats: Bool

    init(
        _ name: String, _ kernel: vj_binary_op, _ summary: String, needsFloats: Bool = false,
        saves: Saves = .inputs, samples: [Sample] = BinaryOperation.broadcasts(-2...2),
        gradient: GradientRule?
    ) {
        self.kernel = kernel
        self.needsFloats = needsFloats
        super.init(name, summary, saves: saves, samples: samples, gradient: gradient)
    }

    static func broadcasts(_ range: ClosedRange<Double>) -> [Sample] {
        [
            Sample([2, 3], [2, 3], range: range), Sample([2, 3], [3], range: range),
            Sample([2, 1], [1, 3], range: range), Sample([], [3], range: range),
        ]
    }

    @inline(__always)
    package func apply(_ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor {
        let x = a.storage
        let y = b.storage
        if x.dtype == y.dtype, x.dtype.isFloatingPoint, x.isContiguous, y.isContiguous,
            x.shape == y.shape
        {
            if ElementChain.takes(x), y.tapeSerial == 0 {
                return Tensor(
                    try ElementChain.binary(kernel, .tensor(x), .tensor(y), x.shape, x.dtype))
            }
            let result = try TensorStorage.allocate(x.shape, x.dtype)
            try check(
                vj_binary_flat(
                    kernel, x.dtype.c, x.count, x.data, 1, y.data, 1, result.data), name)
            record(a, b, result)
            return Tensor(result)
        }
        let result = try general(x, y)
        record(a, b, result)
        return Tensor(result)
    }

    @inline(never)
    private func general(
        _ x: TensorStorage, _ y: TensorStorage
    ) throws(TensorError) -> TensorStorage {
        let type = try computeType(Broadcasting.dtype(x, y))
        let shape = try Broadcasting.shape(x.shape, y.shape, name)
        let left = try Checked.cast(x, type)
        let right = try Checked.cast(y, type)
        let result = try TensorStorage.allocate(shape, type)
        try check(fill(left, right, result), name)
        return result
    }

    /// The type that is computed in.
    @inline(__always)
    private func computeType(_ type: DType) throws(TensorError) -> DType {
        if type.isFloatingPoint { return type }
        if needsFloats { return .float32 }
        if type == .bool {
            switch kernel {
            case VJ_ADD, VJ_MUL, VJ_MIN, VJ_MAX: return .bool
            case VJ_SUB:
                throw .dtype(
                    operation: name, expected: "numbers (for truth values write '.!=')",
                    given: .bool)
            default: return .int64
            }
        }
        return type
    }

    private func fill(
        _ x: TensorStorage, _ y: TensorStorage, _ result: TensorStorage
    ) -> vj_status {
        let left = x.strides(over: result.shape)
        let right = y.strides(over: result.shape)
        return result.shape.withPointer { shape in
            left.withPointer { l in
                right.withPointer { r in
                    vj_binary(
                        kernel, result.dtype.c, result.shape.count, shape, x.data, l, y.data, r,
                        result.data)
                }
            }
        }
    }

    /// With a number on one side, which never changes the element type within its kind.
    package func apply(
        _ a: Tensor, _ scalar: Scalar, reversed: Bool = false
    ) throws(TensorError) -> Tensor {
        let type = try computeType(scalar.dtype(with: a.dtype))
        let x = try Checked.cast(a.storage, type)
        if ElementChain.takes(x), a.storage.tapeSerial == 0 {
            let (left, right): (ElementChain.Operand, ElementChain.Operand) =
                reversed ? (.number(scalar), .tensor(x)) : (.tensor(x), .number(scalar))
            return Tensor(try ElementChain.binary(kernel, left, right, x.shape, type))
        }
        let result = try TensorStorage.allocate(x.shape, type)
        let status = scalar.withBytes(as: type) { value in
            if x.isContiguous {
                return reversed
                    ? vj_binary_flat(kernel, type.c, x.count, value, 0, x.data, 1, result.data)
                    : vj_binary_flat(kernel, type.c, x.count, x.data, 1, value, 0, result.data)
            }
            let zeros = Strides(repeating: 0, rank: x.shape.count)
            return x.shape.withPointer { shape in
                x.strides.withPointer { strides in
                    zeros.withPointer { none in
                        reversed
                            ? vj_binary(
                                kernel, type.c, x.shape.count, shape, value, none, x.data,
                                strides, result.data)
                            : vj_binary(
                                kernel, type.c, x.shape.count, shape, x.data, strides, value,
                                none, result.data)
                    }
                }
            }
        }
        try check(status, name)
        if a.storage.tapeSerial != 0, Tape.current.live != 0 {
            let constant = try Checked.constant(scalar, type)
            reversed ? record(constant, a, result) : record(a, constant, result)
        }
        return Tensor(result)
    }

    /// Writes the result over `a`, which must be unshared, of the result's type and shape.
    func applyInPlace(_ a: Tensor, _ y: TensorStorage) throws(TensorError) {
        try check(fill(a.storage, y, a.storage), name)
    }

    package override func run(
        _ inputs: [Tensor], _ attributes: Attributes
    ) throws(TensorError) -> Tensor {
        try apply(inputs[0], inputs[1])
    }
}

/// A Swift number or truth value beside a tensor.
package enum Scalar: Sendable {
    case integer(Int)
    case real(Double)
    case truth(Bool)

    /// The type of a result with a tensor of that type: a higher kind of number wins, with its
    /// default type.
    @inline(__always)
    package func dtype(with type: DType) -> DType {
        switch self {
        case .integer: type == .bool ? .int64 : type
        case .real: type.isFloatingPoint ? type : .float32
        case .truth: type
        }
    }

    /// An integer that a type of integers does not reach as the nearest that it has.
    func within(_ type: DType) -> Scalar {
        guard case .integer(let value) = self else { return self }
        switch type {
        case .uint8: return .integer(Int(UInt8(clamping: value)))
        case .int32: return .integer(Int(Int32(clamping: value)))
        default: return self
        }
    }

    /// The type of a tensor made from it alone.
    package var dtype: DType {
        switch self {
        case .integer: .int64
        case .real: .float32
        case .truth: .bool
        }
    }

    package var double: Double {
        switch self {
        case .integer(let value): Double(value)
        case .real(let value): value
        case .truth(let value): value ? 1 : 0
        }
    }

    package var integer: Int {
        switch self {
        case .integer(let value): value
        case .real(let value): Int(saturating: value)
        case .truth(let value): value ? 1 : 0
        }
    }

    /// Calls `body` with the value as one element of that type.
    @inline(__always)
    func withBytes<Result>(as type: DType, _ body: (UnsafeRawPointer) -> Result) -> Result {
        switch type {
        case .float32: withUnsafePointer(to: Float(double)) { body($0) }
        case .float64: withUnsafePointer(to: double) { body($0) }
        case .int64: withUnsafePointer(to: integer) { body($0) }
        case .int32: withUnsafePointer(to: Int32(truncatingIfNeeded: integer)) { body($0) }
        case .uint8: withUnsafePointer(to: UInt8(truncatingIfNeeded: integer)) { body($0) }
        case .bool: withUnsafePointer(to: UInt8(double != 0 ? 1 : 0)) { body($0) }
        }
    }
}

/// The rules by which two tensors meet.
package enum Broadcasting {
    /// The shape two shapes broadcast to (NumPy's rule).
    ///
    /// - Throws: `broadcast` with the last axis that disagrees.
    @inline(__always)
    package static func shape(
        _ a: Shape, _ b: Shape, _ operation: @autoclosure () -> String
    ) throws(TensorError) -> Shape {
        if a == b { return a }
        return try general(a, b, operation())
    }

    @inline(never)
    private static func general(
        _ a: Shape, _ b: Shape, _ operation: String
    ) throws(TensorError) -> Shape {
        var result = a.count >= b.count ? a : b
        let short = a.count >= b.count ? b : a
        let missing = result.count - short.count
        var axis = result.count - 1
        while axis >= missing {
            let x = result[axis]
            let y = short[axis - missing]
            if x != y {
                if x == 1 {
                    result[axis] = y
                } else if y != 1 {
                    throw .broadcast(
                        operation: operation, a, b, axis: axis - result.count)
                }
            }
            axis -= 1
        }
        return result
    }

    /// The type of a result: PyTorch's promotion, in which a tensor without axes counts like a
    /// number beside one with axes.
    @inline(__always)
    static func dtype(_ a: TensorStorage, _ b: TensorStorage) -> DType {
        if a.dtype == b.dtype { return a.dtype }
        if a.shape.count == 0, b.shape.count > 0, b.dtype.kind >= a.dtype.kind { return b.dtype }
        if b.shape.count == 0, a.shape.count > 0, a.dtype.kind >= b.dtype.kind { return a.dtype }
        return DType.promoted(a.dtype, b.dtype)
    }
}
