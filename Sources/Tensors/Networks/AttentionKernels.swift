internal import CKernels

/// Attention without its matrix of weights: q, k and v of one batch, as floating point.
///
/// Heads that lie next to each other within a row, as a layer's [batch, steps, heads · size] has
/// them, are read and written in place: results and gradients are laid out as their operands are.
enum AttentionKernels {
    static func forward(
        _ q: Tensor, _ k: Tensor, _ v: Tensor, mask: Tensor?, causal: Bool, scale: Double
    ) throws(TensorError) -> (result: TensorStorage, logSums: Tensor) {
        let operands = try Operands(q, k, v, mask)
        var shape = q.shape
        shape[shape.count - 1] = v.shape[v.rank - 1]
        let result = try operands.allocate(shape, like: operands.q)
        var sums = q.shape
        sums.remove(at: sums.count - 1)
        let logSums = try TensorStorage.allocate(sums, q.dtype)
        var arguments = operands.arguments(result, logSums, causal: causal, scale: scale)
        try check(vj_attention_forward(&arguments), "scaledDotProductAttention")
        withExtendedLifetime(operands) {}
        return (result, Tensor(logSums))
    }

    /// Gives the gradients of q, k and v.
    static func gradient(_ c: inout Backward) throws(TensorError) {
        guard let logSums = c.attributes.second?.storage else { return }
        let operands = try Operands(c[0], c[1], c[2], c.attributes.tensor)
        let upstream = try operands.fitting(c.upstream)
        let dq = try operands.allocate(c[0].shape, like: operands.q)
        let dk = try operands.allocate(c[1].shape, like: operands.k)
        let dv = try operands.allocate(c[2].shape, like: operands.v)
        var arguments = operands.arguments(
            upstream, logSums, causal: c.attributes.i0 != 0, scale: c.attributes.p0)
        try check(
            vj_attention_backward(&arguments, upstream.data, dq.data, dk.data, dv.data),
            "scaledDotProductAttention")
        withExtendedLifetime((operands, upstream, logSums)) {}
        try c.give(0, Tensor(dq))
        try c.give(1, Tensor(dk))
        try c.give(2, Tensor(dv))
    }

    /// Operands with batch axes as one and heads as another, and a mask over [batch, queries, keys].
    private struct Operands {
        let q: TensorStorage
        let k: TensorStorage
        let v: TensorStorage
        let mask: TensorStorage?
        /// Whether the heads of a row lie next to each other, [batch, rows, heads, width].
        let isInterleaved: Bool
        /// Whether the mask repeats over the batch.
        let isMaskShared: Bool

        init(
            _ q: Tensor, _ k: Tensor, _ v: Tensor, _ mask: Tensor?
        ) throws(TensorError) {
            isInterleaved = q.rank == 4 && [q, k, v].allSatisfy(Operands.isInterleaved)
            self.q = try isInterleaved ? q.storage : q.contiguousStorage()
            self.k = try isInterleaved ? k.storage : k.contiguousStorage()
            self.v = try isInterleaved ? v.storage : v.contiguousStorage()
            let rank = q.rank
            guard let mask else {
                self.mask = nil
                isMaskShared = false
                return
            }
            let scores = Shape(q.shape[rank - 2], k.shape[rank - 2])
            isMaskShared = mask.shape.leading(mask.rank - 2).product == 1
            if isMaskShared {
                var last = mask
                if last.rank > 2 {
                    let s = mask.shape
                    last = try Checked.reshaped(
                        Checked.stopGradient(last), Shape(s[s.count - 2], s[s.count - 1]))
                }
                self.mask = try Checked.broadcast(last, to: scores).contiguousStorage()
            } else {
                var whole = q.shape.leading(rank - 2)
                whole.append(scores[0])
                whole.append(scores[1])
                self.mask = try Checked.broadcast(Checked.stopGradient(mask), to: whole)
                    .contiguousStorage()
            }
        }

        func arguments(
            _ out: TensorStorage, _ logSums: TensorStorage, causal: Bool, scale: Double
        ) -> vj_attention {
            let rank = q.shape.count
            var a = vj_attention()
            a.dtype = q.dtype.c
            a.batch = isInterleaved ? q.shape[0] : q.shape.leading(rank - 2).product
            a.heads = isInterleaved ? q.shape[1] : 1
            a.queries = q.shape[rank - 2]
            a.keys = k.shape[rank - 2]
            a.width = q.shape[rank - 1]
            a.value_width = v.shape[rank - 1]
            a.scale = scale
            a.causal = causal
            a.q = UnsafeRawPointer(q.data)
            a.k = UnsafeRawPointer(k.data)
            a.v = UnsafeRawPointer(v.data)
            a.q_strides = strides(q)
            a.k_strides = strides(k)
            a.v_strides = strides(v)
            a.out = out.data
            a.out_strides = strides(out)
            a.log_sums = logSums.data
            if let mask {
                a.mask = UnsafeRawPointer(mask.data)
                a.mask_dtype = mask.dtype.c
                let size = isMaskShared ? 0 : a.queries * a.keys
                a.mask_strides = vj_attention_strides(
                    batch: size * a.heads, head: size, row: a.keys)
            }
            return a
        }

        private func strides(_ x: TensorStorage) -> vj_attention_strides {
            let rank = x.shape.count
            guard isInterleaved else {
                let size = x.shape[rank - 2] * x.shape[rank - 1]
                return vj_attention_strides(batch: size, head: size, row: x.shape[rank - 1])
            }
            return vj_attention_strides(
                batch: x.strides[0], head: x.strides[1], row: x.strides[2])
        }

        /// The steps of [batch, heads, rows, width] where rows come before heads in memory.
        private static func interleaved(_ shape: Shape) -> Strides {
            let row = shape[1] * shape[3]
            return Strides(shape[2] * row, shape[3], row, 1)
        }

        private static func isInterleaved(_ x: Tensor) -> Bool {
            x.storage.strides == interleaved(x.shape)
        }

        /// Memory for [..., rows, width], laid out as an operand is.
        func allocate(_ shape: Shape, like x: TensorStorage) throws(TensorError) -> TensorStorage {
            guard isInterleaved else { return try TensorStorage.allocate(shape, x.dtype) }
            let memory = try TensorStorage.allocate(
                Shape(shape[0], shape[2], shape[1], shape[3]), x.dtype)
            return TensorStorage(
                viewing: memory, shape: shape, strides: Operands.interleaved(shape))
        }

        /// A gradient of the result, laid out as the result is.
        func fitting(_ x: Tensor) throws(TensorError) -> TensorStorage {
            guard isInterleaved else { return try x.contiguousStorage() }
            if Operands.isInterleaved(x) { return x.storage }
            let result = try allocate(x.shape, like: q)
            try x.storage.copy(to: result.data, strides: result.strides)
            return result
        }
    }
}
