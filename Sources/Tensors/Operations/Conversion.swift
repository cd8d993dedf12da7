internal import CKernels

extension Operations {
    package static let asType: Operation = Operation(
        "asType",
        "another element type; reals are cut towards zero and saturate, integers wrap around",
        samples: [
            Operation.Sample([2, 3], attributes: Attributes(i0: Int(DType.float64.rawValue)))
        ],
        run: { (x, a) throws(TensorError) in
            try Checked.asType(x[0], DType(rawValue: UInt8(truncatingIfNeeded: a.i0)) ?? .float32)
        },
        gradient: { (c) throws(TensorError) in
            // `give` converts back to the input's type.
            let g = c.upstream
            try c.give(0, g)
        })
}

extension Checked {
    package static func asType(_ x: Tensor, _ dtype: DType) throws(TensorError) -> Tensor {
        if x.dtype == dtype { return x }
        let result = try cast(x.storage, dtype)
        if dtype.isFloatingPoint {
            Operations.asType.record(x, result, Attributes(i0: Int(dtype.rawValue)))
        }
        return Tensor(result)
    }

    /// The elements as another type, not recorded.
    @inline(__always)
    static func cast(_ x: TensorStorage, _ dtype: DType) throws(TensorError) -> TensorStorage {
        if x.dtype == dtype { return x }
        return try converted(x, dtype)
    }

    @inline(never)
    private static func converted(
        _ x: TensorStorage, _ dtype: DType
    ) throws(TensorError) -> TensorStorage {
        let source = try Tensor(x).contiguousStorage()
        let result = try TensorStorage.allocate(x.shape, dtype)
        try check(
            vj_cast(source.dtype.c, dtype.c, source.count, source.data, result.data), "asType")
        withExtendedLifetime(source) {}
        return result
    }
}
