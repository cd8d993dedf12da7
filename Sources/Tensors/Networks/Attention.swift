internal import CKernels

extension Operations {
    /// attributes: p0 the scale, i0 1 for causal, tensor the mask; inputs q, k, v.
    package static let attention: Operation = Operation(
        "scaledDotProductAttention", "softmax(scale·q·kᵀ + mask)·v (Vaswani et al. 2017; PyTorch)",
        saves: [.inputs, .output],
        samples: [
            Operation.Sample([2, 3, 4], [2, 5, 4], [2, 5, 2], attributes: Attributes(p0: 0.5)),
            Operation.Sample(
                [1, 2, 3, 4], [1, 2, 3, 4], [1, 2, 3, 4], attributes: Attributes(i0: 1, p0: 0.7)),
            Operation.Sample(
                [2, 3, 4], [2, 3, 4], [2, 3, 4],
                attributes: Attributes(
                    p0: 0.5,
                    tensor: Tensor([[true, true, false], [false, true, true], [true, true, true]]))
            ),
        ],
        run: { (x, a) throws(TensorError) in
            try Checked.attention(
                x[0], x[1], x[2], mask: a.tensor, causal: a.i0 != 0, scale: a.p0)
        },
        gradient: { (c) throws(TensorError) in
            if !c.isRecorded { return try AttentionKernels.gradient(&c) }
            let (q, k, v, g, scale) = (c[0], c[1], c[2], c.upstream, c.attributes.p0)
            let weights = try Checked.attentionWeights(
                q, k, mask: c.attributes.tensor, causal: c.attributes.i0 != 0, scale: scale)
            if c.needs(2) {
                try c.give(2, try Checked.matmul(Checked.matrixTransposed(weights), g))
            }
            guard c.needs(0) || c.needs(1) else { return }
            let slope = try Checked.matmul(g, Checked.matrixTransposed(v))
            let total = try Checked.sum(
                Checked.multiply(slope, weights), axes: [-1], keepDims: true)
            let scores = try Checked.multiply(
                Checked.multiply(weights, Checked.subtract(slope, total)), .real(scale))
            if c.needs(0) { try c.give(0, try Checked.matmul(scores, k)) }
            if c.needs(1) {
                try c.give(1, try Checked.matmul(Checked.matrixTransposed(scores), q))
            }
        })
}

extension Checked {
    /// softmax(scale·q·kᵀ + mask)·v for q [..., queries, width], k [..., keys, width],
    /// v [..., keys, values].
    ///
    /// A mask broadcasts to [..., queries, keys]: truth values say which keys are seen, numbers are
    /// added. With `causal`, query i sees the keys up to i + keys − queries. A query that sees no
    /// key gives zeros.
    package static func scaledDotProductAttention(
        _ q: Tensor, _ k: Tensor, _ v: Tensor, mask: Tensor? = nil, causal: Bool = false,
        scale: Double? = nil
    ) throws(TensorError) -> Tensor {
        let name = "scaledDotProductAttention"
        for (x, what) in [(q, "queries"), (k, "keys"), (v, "values")] where x.rank < 2 {
            throw .shape(
                operation: name, expected: "\(what) [..., positions, width]", given: x.shape,
                help: nil)
        }
        guard q.shape[q.rank - 1] == k.shape[k.rank - 1] else {
            throw .shape(
                operation: name,
                expected: "keys of the queries' width \(q.shape[q.rank - 1]) (queries "
                    + "\(q.shape))", given: k.shape, help: nil)
        }
        guard k.shape[k.rank - 2] == v.shape[v.rank - 2] else {
            throw .shape(
                operation: name,
                expected: "one value for each of \(k.shape[k.rank - 2]) keys (keys \(k.shape))",
                given: v.shape, help: nil)
        }
        let type = DType.promoted(DType.promoted(q.dtype, k.dtype), v.dtype).floating
        let batch = try Broadcasting.shape(
            Broadcasting.shape(q.shape.leading(q.rank - 2), k.shape.leading(k.rank - 2), name),
            v.shape.leading(v.rank - 2), name)
        func whole(_ x: Tensor) throws(TensorError) -> Tensor {
            var shape = batch
            shape.append(x.shape[x.rank - 2])
            shape.append(x.shape[x.rank - 1])
            return try broadcast(asType(x, type), to: shape)
        }
        let width = q.shape[q.rank - 1]
        let factor = scale ?? (width == 0 ? 1 : 1 / Double(width).squareRoot())
        var seen = mask
        if let mask {
            var scores = batch
            scores.append(q.shape[q.rank - 2])
            scores.append(k.shape[k.rank - 2])
            guard (try? Broadcasting.shape(mask.shape, scores, name)) == scores else {
                throw .broadcastTo(operation: name, from: mask.shape, to: scores)
            }
            if mask.dtype != .bool { seen = try asType(mask, type) }
        }
        // A mask that is learned takes the long way, through operations that record it.
        if let seen, Tape.current.isTracking(seen) {
            return try matmul(
                attentionWeights(whole(q), whole(k), mask: seen, causal: causal, scale: factor),
                whole(v))
        }
        return try attention(
            whole(q), whole(k), whole(v), mask: seen, causal: causal, scale: factor)
    }

    static func attention(
        _ q: Tensor, _ k: Tensor, _ v: Tensor, mask: Tensor?, causal: Bool, scale: Double
    ) throws(TensorError) -> Tensor {
        let forward = try AttentionKernels.forward(
            q, k, v, mask: mask, causal: causal, scale: scale)
        Operations.attention.record(
            q, k, v, forward.result,
            Attributes(
                i0: causal ? 1 : 0, p0: scale, tensor: mask, second: forward.logSums))
        return Tensor(forward.result)
    }

    /// The softmax of the scores; 0 where nothing is seen.
    static func attentionWeights(
        _ q: Tensor, _ k: Tensor, mask: Tensor?, causal: Bool, scale: Double
    ) throws(TensorError) -> Tensor {
        var scores = try multiply(matmul(q, matrixTransposed(k)), .real(scale))
        var hidden: Tensor?
        if let mask {
            if mask.dtype == .bool {
                hidden = try logicalNot(mask)
            } else {
                scores = try add(scores, mask)
                hidden = try compare(.equal, mask, .real(-.infinity))
            }
        }
        if causal {
            let (queries, keys) = (q.shape[q.rank - 2], k.shape[k.rank - 2])
            let later = try compare(
                .greater, arange(0, keys),
                reshaped(arange(keys - queries, keys), Shape(queries, 1)))
            hidden = try hidden.map { (h) throws(TensorError) in try logicalOr(h, later) }
                ?? later
        }
        guard let hidden else { return try softmax(scores, axis: -1) }
        // What is hidden counts as the least finite number, and its weight as 0: a row without
        // any key gives zeros, not NaN.
        let least = q.dtype == .float64 ? -1e300 : -1e38
        let weights = try softmax(`where`(hidden, .real(least), scores), axis: -1)
        return try `where`(hidden, .real(0), weights)
    }
}

extension Shape {
    /// The first `count` extents.
    func leading(_ count: Int) -> Shape {
        var result = Shape()
        for axis in 0..<Swift.max(count, 0) { result.append(self[axis]) }
        return result
    }
}
