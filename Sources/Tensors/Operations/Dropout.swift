internal import CKernels

extension Operations {
    /// attributes: tensor the mask, p0 the rate.
    package static let dropout: Operation = Operation(
        "dropout", "x·mask/(1 − rate), each element kept with probability 1 − rate (PyTorch)",
        samples: [
            Operation.Sample(
                [2, 3],
                attributes: Attributes(
                    p0: 0.5,
                    tensor: Tensor([true, false, true, false, true, true]).reshaped(2, 3)))
        ],
        run: { (x, a) throws(TensorError) in
            guard let mask = a.tensor else { return try Checked.dropout(x[0], rate: a.p0) }
            return try Checked.dropout(x[0], mask: mask, rate: a.p0)
        },
        gradient: { (c) throws(TensorError) in
            guard let mask = c.attributes.tensor else { return }
            let (g, rate) = (c.upstream, c.attributes.p0)
            try c.give(0, try Checked.dropout(g, mask: mask, rate: rate))
        })
}

extension Checked {
    /// Elements set to 0 with probability `rate`, the others scaled by 1/(1 − rate).
    package static func dropout(
        _ x: Tensor, rate: Double, using generator: RandomGenerator = .shared
    ) throws(TensorError) -> Tensor {
        guard rate >= 0, rate <= 1 else {
            throw .domain(
                operation: "dropout", problem: "the rate \(rate) is not between 0 and 1", help: nil)
        }
        guard x.dtype.isFloatingPoint else {
            throw .dtype(operation: "dropout", expected: "float32 or float64", given: x.dtype)
        }
        if rate == 0 { return x }
        let source = try x.contiguousStorage()
        let mask = try TensorStorage.allocate(x.shape, .bool)
        let result = try TensorStorage.allocate(x.shape, x.dtype)
        var status = VJ_OK
        generator.draw { seed, counter in
            var next = counter
            status = vj_dropout(
                x.dtype.c, source.count, source.data, rate, seed, counter,
                mask.data.assumingMemoryBound(to: UInt8.self), result.data, &next)
            return next
        }
        try check(status, "dropout")
        Operations.dropout.record(x, result, Attributes(p0: rate, tensor: Tensor(mask)))
        withExtendedLifetime(source) {}
        return Tensor(result)
    }

    /// The same with a mask that is known.
    static func dropout(_ x: Tensor, mask: Tensor, rate: Double) throws(TensorError) -> Tensor {
        let source = try x.contiguousStorage()
        let kept = try mask.contiguousStorage()
        let result = try TensorStorage.allocate(x.shape, x.dtype)
        try check(
            vj_dropout_gradient(
                x.dtype.c, source.count, source.data,
                kept.data.assumingMemoryBound(to: UInt8.self), rate, result.data), "dropout")
        Operations.dropout.record(x, result, Attributes(p0: rate, tensor: mask))
        withExtendedLifetime((source, kept)) {}
        return Tensor(result)
    }
}
