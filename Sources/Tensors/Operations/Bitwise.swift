/// What is done with the bits of two integers.
package enum BitwiseKind: Int, Sendable, CaseIterable {
    case and
    case or
    case xor
    case shiftLeft
    case shiftRight

    package var name: String {
        switch self {
        case .and: "&"
        case .or: "|"
        case .xor: "^"
        case .shiftLeft: "<<"
        case .shiftRight: ">>"
        }
    }

    /// In 64 bits; a shift by 64 or more, or by a negative number, gives what is left after all
    /// bits are out (Swift's smart shifts).
    @inline(__always)
    func apply(_ a: Int, _ b: Int) -> Int {
        switch self {
        case .and: a & b
        case .or: a | b
        case .xor: a ^ b
        case .shiftLeft: a << b
        case .shiftRight: a >> b
        }
    }
}

extension Operations {
    /// The five operations on bits, in the order of ``BitwiseKind``.
    package static let bitwise: [Operation] = BitwiseKind.allCases.map { kind in
        Operation(
            kind.name, "on the bits of integers, broadcast; truth values are one bit (NumPy)",
            run: { (x, _) throws(TensorError) in try Checked.bitwise(kind, x[0], x[1]) })
    }

    package static let bitwiseNot: Operation = Operation(
        "~", "all bits of integers turned; of truth values not (NumPy)",
        run: { (x, _) throws(TensorError) in try Checked.bitwiseNot(x[0]) })
}

extension Checked {
    package static func bitwise(
        _ kind: BitwiseKind, _ a: Tensor, _ b: Tensor
    ) throws(TensorError) -> Tensor {
        for x in [a, b] where x.dtype.isFloatingPoint {
            throw .dtype(operation: kind.name, expected: "integers or truth values", given: x.dtype)
        }
        let type = Broadcasting.dtype(a.storage, b.storage)
        if type == .bool {
            switch kind {
            case .and: return try logicalAnd(a, b)
            case .or: return try logicalOr(a, b)
            case .xor: return try logicalXor(a, b)
            default: break
            }
        }
        let shape = try Broadcasting.shape(a.shape, b.shape, kind.name)
        let x = try broadcast(Tensor(cast(a.storage, .int64)), to: shape)
        let y = try broadcast(Tensor(cast(b.storage, .int64)), to: shape)
        let result = try x.withElements(as: Int.self) { (left) throws(TensorError) in
            try y.withElements(as: Int.self) { (right) throws(TensorError) in
                try Tensor.filled(shape, as: Int.self) { out in
                    for i in out.indices { out[i] = kind.apply(left[i], right[i]) }
                }
            }
        }
        return Tensor(try cast(result.storage, type == .bool ? .int64 : type))
    }

    package static func bitwise(
        _ kind: BitwiseKind, _ a: Tensor, _ b: Int
    ) throws(TensorError) -> Tensor {
        try bitwise(kind, a, constant(.integer(b), Scalar.integer(b).dtype(with: a.dtype)))
    }

    package static func bitwiseNot(_ x: Tensor) throws(TensorError) -> Tensor {
        if x.dtype == .bool { return try logicalNot(x) }
        guard x.dtype.isInteger else {
            throw .dtype(operation: "~", expected: "integers or truth values", given: x.dtype)
        }
        return try subtract(negate(x), .integer(1))
    }
}
