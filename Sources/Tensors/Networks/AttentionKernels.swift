internal import CKernels

/// Attention without its matrix of weights: q, k and v of one batch, as floating point.
enum AttentionKernels {
    static func forward(
        _ q: Tensor, _ k: Tensor, _ v: Tensor, mask: Tensor?, causal: Bool, scale: Double
    ) throws(TensorError) -> (result: TensorStorage, logSums: Tensor) {
        let operands = try Operands(q, k, v, mask)
        var shape = q.shape
        shape[shape.count - 1] = v.shape[v.rank - 1]
        let result = try TensorStorage.allocate(shape, q.dtype)
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
        let output = try c.output.contiguousStorage()
        let upstream = try c.upstream.contiguousStorage()
        let type = output.dtype
        let dq = try TensorStorage.allocate(c[0].shape, type)
        let dk = try TensorStorage.allocate(c[1].shape, type)
        let dv = try TensorStorage.allocate(c[2].shape, type)
        var arguments = operands.arguments(
            output, logSums, causal: c.attributes.i0 != 0, scale: c.attributes.p0)
        try check(
            vj_attention_backward(&arguments, upstream.data, dq.data, dk.data, dv.data),
            "scaledDotProductAttention")
        withExtendedLifetime((operands, upstream, logSums)) {}
        try c.give(0, Tensor(dq))
        try c.give(1, Tensor(dk))
        try c.give(2, Tensor(dv))
    }

    /// Row-major operands with all batch axes as one, and a mask over [batch, queries, keys].
    private struct Operands {
        let q: TensorStorage
        let k: TensorStorage
        let v: TensorStorage
        let mask: TensorStorage?
        let batch: Int
        /// Whether the mask repeats over the batch.
        let isMaskShared: Bool

        init(
            _ q: Tensor, _ k: Tensor, _ v: Tensor, _ mask: Tensor?
        ) throws(TensorError) {
            self.q = try q.contiguousStorage()
            self.k = try k.contiguousStorage()
            self.v = try v.contiguousStorage()
            let rank = q.rank
            batch = q.shape.leading(rank - 2).product
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
            a.batch = batch
            a.heads = 1
            a.queries = q.shape[rank - 2]
            a.keys = k.shape[rank - 2]
            a.width = q.shape[rank - 1]
            a.value_width = v.shape[rank - 1]
            a.scale = scale
            a.causal = causal
            a.q = UnsafeRawPointer(q.data)
            a.k = UnsafeRawPointer(k.data)
            a.v = UnsafeRawPointer(v.data)
            a.q_strides = strides(a.queries, a.width)
            a.k_strides = strides(a.keys, a.width)
            a.v_strides = strides(a.keys, a.value_width)
            a.out = out.data
            a.out_strides = strides(a.queries, a.value_width)
            a.log_sums = logSums.data
            if let mask {
                a.mask = UnsafeRawPointer(mask.data)
                a.mask_dtype = mask.dtype.c
                a.mask_strides = strides(a.queries, a.keys)
                if isMaskShared { a.mask_strides.batch = 0 }
            }
            return a
        }

        private func strides(_ rows: Int, _ width: Int) -> vj_attention_strides {
            vj_attention_strides(batch: rows * width, head: rows * width, row: width)
        }
    }
}
