internal import CKernels

// Assignment through a subscript where gradients must flow, as a function of the old value and
// the value assigned.
extension Operations {
    /// attributes: strides and i0 of the place in row-major order.
    package static let assigned: Operation = Operation(
        "assigned", "x with a slice replaced by v (NumPy's x[…] = v)",
        samples: [
            Operation.Sample(
                [3, 4], [2, 2], attributes: Attributes(strides: Strides(-8, 2), i0: 9))
        ],
        run: { (x, a) throws(TensorError) in
            try Checked.assigned(x[0], x[1], strides: a.strides, offset: a.i0)
        },
        gradient: { (c) throws(TensorError) in
            let (g, a) = (c.upstream, c.attributes)
            if c.needs(0) {
                let nothing = try Checked.zeros(a.shape, dtype: g.dtype)
                try c.give(
                    0, try Checked.assigned(g, nothing, strides: a.strides, offset: a.i0))
            }
            if c.needs(1) {
                try c.give(
                    1,
                    try Checked.strided(g, shape: a.shape, strides: a.strides, offset: a.i0))
            }
        })

    /// attributes: tensor the row-major positions.
    package static let assignedAt: Operation = Operation(
        "assignedAt", "x with the elements at some positions replaced by v (NumPy's x[index] = v)",
        samples: [
            Operation.Sample(
                [3, 2], [2], attributes: Attributes(tensor: Tensor([4, 1])))
        ],
        run: { (x, a) throws(TensorError) in
            try Checked.assigned(x[0], x[1], positions: a.tensor ?? Tensor([0]))
        },
        gradient: { (c) throws(TensorError) in
            guard let positions = c.attributes.tensor else { return }
            let g = c.upstream
            if c.needs(0) {
                let nothing = try Checked.zeros(positions.shape, dtype: g.dtype)
                try c.give(0, try Checked.assigned(g, nothing, positions: positions))
            }
            if c.needs(1) {
                try c.give(1, try Checked.gathered(Checked.flattened(g), positions, axis: 0))
            }
        })
}

extension Checked {
    static func assigned(
        _ x: Tensor, _ value: Tensor, strides: Strides, offset: Int
    ) throws(TensorError) -> Tensor {
        let result = try TensorStorage.allocate(x.shape, x.dtype)
        try x.storage.copy(to: result.data, strides: result.strides)
        let source = try cast(value.storage, x.dtype)
        if source.count > 0 {
            try source.copy(to: result.data + offset * x.dtype.byteCount, strides: strides)
        }
        Operations.assigned.record(
            x, value, result, Attributes(shape: value.shape, strides: strides, i0: offset))
        return Tensor(result)
    }

    static func assigned(
        _ x: Tensor, _ value: Tensor, positions: Tensor
    ) throws(TensorError) -> Tensor {
        let result = try TensorStorage.allocate(x.shape, x.dtype)
        try x.storage.copy(to: result.data, strides: result.strides)
        let source = try Tensor(cast(value.storage, x.dtype)).contiguousStorage()
        let size = x.dtype.byteCount
        try positions.withElements(as: Int.self) { (elements) throws(TensorError) in
            for (index, position) in elements.enumerated() {
                (result.data + position * size).copyMemory(
                    from: source.data + index * size, byteCount: size)
            }
        }
        withExtendedLifetime(source) {}
        Operations.assignedAt.record(x, value, result, Attributes(tensor: positions))
        return Tensor(result)
    }
}
