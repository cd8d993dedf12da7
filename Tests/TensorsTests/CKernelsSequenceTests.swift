import CKernels
import Glibc
import Testing

@Suite("CKernels: recurrent cells and attention", .serialized)
struct CKernelsSequenceTests {
    static func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

    /// All h, then the last c, of an LSTM from the sums of x, the weights, and the initial state.
    static func lstm(_ time: Int, _ batch: Int, _ hidden: Int, _ u: [Double], _ sums: [Double], _ h0: [Double], _ c0: [Double]) -> [Double] {
        var h = h0, c = c0, all: [Double] = []
        for t in 0..<time {
            var next = h
            for b in 0..<batch {
                func gate(_ g: Int, _ k: Int) -> Double {
                    var s = sums[(t * batch + b) * 4 * hidden + g * hidden + k]
                    for j in 0..<hidden { s += h[b * hidden + j] * u[j * 4 * hidden + g * hidden + k] }
                    return s
                }
                for k in 0..<hidden {
                    let at = b * hidden + k
                    c[at] = sigmoid(gate(1, k)) * c[at] + sigmoid(gate(0, k)) * tanh(gate(2, k))
                    next[at] = sigmoid(gate(3, k)) * tanh(c[at])
                }
            }
            h = next
            all += h
        }
        return all + c
    }

    static func gru(_ time: Int, _ batch: Int, _ hidden: Int, _ u: [Double], _ bias: [Double], _ sums: [Double], _ h0: [Double]) -> [Double] {
        var h = h0, all: [Double] = []
        for t in 0..<time {
            var next = h
            for b in 0..<batch {
                func recurrent(_ g: Int, _ k: Int) -> Double {
                    var s = bias[g * hidden + k]
                    for j in 0..<hidden { s += h[b * hidden + j] * u[j * 3 * hidden + g * hidden + k] }
                    return s
                }
                func input(_ g: Int, _ k: Int) -> Double { sums[(t * batch + b) * 3 * hidden + g * hidden + k] }
                for k in 0..<hidden {
                    let r = sigmoid(input(0, k) + recurrent(0, k)), z = sigmoid(input(1, k) + recurrent(1, k))
                    let n = tanh(input(2, k) + r * recurrent(2, k))
                    next[b * hidden + k] = (1 - z) * n + z * h[b * hidden + k]
                }
            }
            h = next
            all += h
        }
        return all
    }

    @Test("an LSTM over a sequence, and its gradients, agree with the definition")
    func lstm() async {
        await #expect(processExitsWith: .success) {
            Kernels.withEachVariant { name in
                for (time, batch, hidden) in [(3, 2, 3), (2, 9, 5)] {
                    let n = batch * hidden
                    let u = Kernels.wide(hidden * 4 * hidden, seed: 1), sums = Kernels.wide(time * batch * 4 * hidden, seed: 2, scale: 2)
                    let h0 = Kernels.wide(n, seed: 3), c0 = Kernels.wide(n, seed: 4)
                    let weights = Kernels.wide(time * n + n, seed: 5)
                    var gates = sums
                    var h = h0 + [Double](repeating: 0, count: time * n), c = c0 + [Double](repeating: 0, count: time * n)
                    #expect(vj_lstm_sequence(VJ_FLOAT64, time, batch, hidden, u, &gates, &h, &c) == VJ_OK)
                    let expected = CKernelsSequenceTests.lstm(time, batch, hidden, u, sums, h0, c0)
                    #expect(Kernels.distance(Array(h[n...]) + Array(c[(time * n)...]), expected) < 1e-13, "\(name)")
                    var dg = gates, dh = h0, dc = c0, du = u
                    #expect(vj_lstm_sequence_backward(VJ_FLOAT64, time, batch, hidden, u, gates, h, c, Array(weights[..<(time * n)]), Array(weights[(time * n)...]), &dg, &dh, &dc, &du) == VJ_OK)
                    #expect(Kernels.distance(dg, Kernels.differences(sums, weights: weights) { CKernelsSequenceTests.lstm(time, batch, hidden, u, $0, h0, c0) }) < 1e-8)
                    #expect(Kernels.distance(du, Kernels.differences(u, weights: weights) { CKernelsSequenceTests.lstm(time, batch, hidden, $0, sums, h0, c0) }) < 1e-8)
                    #expect(Kernels.distance(dh, Kernels.differences(h0, weights: weights) { CKernelsSequenceTests.lstm(time, batch, hidden, u, sums, $0, c0) }) < 1e-8)
                    #expect(Kernels.distance(dc, Kernels.differences(c0, weights: weights) { CKernelsSequenceTests.lstm(time, batch, hidden, u, sums, h0, $0) }) < 1e-8)

                    // One step of the cell alone, in float32, without a state before it.
                    var g32 = sums[..<(batch * 4 * hidden)].map(Float.init)
                    var c32 = [Float](repeating: 0, count: n), h32 = c32
                    #expect(vj_lstm_cell(VJ_FLOAT32, batch, hidden, &g32, 4 * hidden, nil, &c32, &h32, hidden) == VJ_OK)
                    let zero = [Double](repeating: 0, count: n)
                    let one = CKernelsSequenceTests.lstm(1, batch, hidden, u, sums, zero, zero)
                    #expect(Kernels.distance((h32 + c32).map(Double.init), one) < 1e-6, "\(name)")
                }
            }
        }
    }

    @Test("a GRU over a sequence, and its gradients, agree with the definition")
    func gru() async {
        await #expect(processExitsWith: .success) {
            Kernels.withEachVariant { name in
                let (time, batch, hidden) = (3, 2, 4), n = 8
                let u = Kernels.wide(hidden * 3 * hidden, seed: 1), bias = Kernels.wide(3 * hidden, seed: 6)
                let sums = Kernels.wide(time * batch * 3 * hidden, seed: 2, scale: 2), h0 = Kernels.wide(n, seed: 3)
                let weights = Kernels.wide(time * n, seed: 5)
                var input = sums, recurrent = sums, h = h0 + [Double](repeating: 0, count: time * n)
                #expect(vj_gru_sequence(VJ_FLOAT64, time, batch, hidden, u, bias, &input, &recurrent, &h) == VJ_OK)
                #expect(Kernels.distance(Array(h[n...]), CKernelsSequenceTests.gru(time, batch, hidden, u, bias, sums, h0)) < 1e-13, "\(name)")
                var dx = sums, dr = sums, dh = h0, du = u
                #expect(vj_gru_sequence_backward(VJ_FLOAT64, time, batch, hidden, u, input, recurrent, h, weights, &dx, &dr, &dh, &du) == VJ_OK)
                #expect(Kernels.distance(dx, Kernels.differences(sums, weights: weights) { CKernelsSequenceTests.gru(time, batch, hidden, u, bias, $0, h0) }) < 1e-8)
                #expect(Kernels.distance(du, Kernels.differences(u, weights: weights) { CKernelsSequenceTests.gru(time, batch, hidden, $0, bias, sums, h0) }) < 1e-8)
                #expect(Kernels.distance(dh, Kernels.differences(h0, weights: weights) { CKernelsSequenceTests.gru(time, batch, hidden, u, bias, sums, $0) }) < 1e-8)
                var db = [Double](repeating: 0, count: 3 * hidden)
                for i in dr.indices { db[i % (3 * hidden)] += dr[i] }
                #expect(Kernels.distance(db, Kernels.differences(bias, weights: weights) { CKernelsSequenceTests.gru(time, batch, hidden, u, $0, sums, h0) }) < 1e-8)
            }
        }
    }

    static func plain(_ time: Int, _ batch: Int, _ hidden: Int, _ u: [Double], _ sums: [Double], _ h0: [Double]) -> [Double] {
        var h = h0, all: [Double] = []
        for t in 0..<time {
            var next = h
            for b in 0..<batch {
                for k in 0..<hidden {
                    var s = sums[(t * batch + b) * hidden + k]
                    for j in 0..<hidden { s += h[b * hidden + j] * u[j * hidden + k] }
                    next[b * hidden + k] = tanh(s)
                }
            }
            h = next
            all += h
        }
        return all
    }

    @Test("a plain recurrence over a sequence, and its gradients, agree with the definition")
    func plain() async {
        await #expect(processExitsWith: .success) {
            Kernels.withEachVariant { name in
                for (time, batch, hidden) in [(3, 2, 3), (2, 9, 5)] {
                    let n = batch * hidden
                    let u = Kernels.wide(hidden * hidden, seed: 1), sums = Kernels.wide(time * n, seed: 2, scale: 2)
                    let h0 = Kernels.wide(n, seed: 3), weights = Kernels.wide(time * n, seed: 5)
                    var h = h0 + [Double](repeating: 0, count: time * n)
                    #expect(vj_rnn_sequence(VJ_FLOAT64, time, batch, hidden, u, sums, &h) == VJ_OK)
                    #expect(Kernels.distance(Array(h[n...]), CKernelsSequenceTests.plain(time, batch, hidden, u, sums, h0)) < 1e-13, "\(name)")
                    var ds = sums, dh = h0, du = u
                    #expect(vj_rnn_sequence_backward(VJ_FLOAT64, time, batch, hidden, u, h, weights, &ds, &dh, &du) == VJ_OK)
                    #expect(Kernels.distance(ds, Kernels.differences(sums, weights: weights) { CKernelsSequenceTests.plain(time, batch, hidden, u, $0, h0) }) < 1e-8)
                    #expect(Kernels.distance(du, Kernels.differences(u, weights: weights) { CKernelsSequenceTests.plain(time, batch, hidden, $0, sums, h0) }) < 1e-8)
                    #expect(Kernels.distance(dh, Kernels.differences(h0, weights: weights) { CKernelsSequenceTests.plain(time, batch, hidden, u, sums, $0) }) < 1e-8)
                }
            }
        }
    }

    /// Attention by its definition; q, k, v and out as [batch, position, head, column].
    static func attention(_ a: vj_attention, _ q: [Double], _ k: [Double], _ v: [Double], mask: [Double]?) -> [Double] {
        var out = [Double](repeating: 0, count: a.batch * a.queries * a.heads * a.value_width)
        for b in 0..<a.batch {
            for h in 0..<a.heads {
                for i in 0..<a.queries {
                    var weights: [Double] = []
                    for j in 0..<a.keys {
                        var s = 0.0
                        for c in 0..<a.width {
                            s += q[((b * a.queries + i) * a.heads + h) * a.width + c] * k[((b * a.keys + j) * a.heads + h) * a.width + c]
                        }
                        s = s * a.scale + (mask?[i * a.keys + j] ?? 0)
                        weights.append(a.causal && j > i + a.keys - a.queries ? 0 : exp(s))
                    }
                    let total = weights.reduce(0, +)
                    for c in 0..<a.value_width where total > 0 {
                        for j in 0..<a.keys {
                            out[((b * a.queries + i) * a.heads + h) * a.value_width + c] +=
                                weights[j] / total * v[((b * a.keys + j) * a.heads + h) * a.value_width + c]
                        }
                    }
                }
            }
        }
        return out
    }

    @Test("attention, masked, causal or neither, and its gradients, agree with the definition")
    func attention() async {
        await #expect(processExitsWith: .success) {
            Kernels.withEachVariant { name in
                for (queries, keys, causal, masking) in [(3, 3, false, 0), (4, 4, true, 0), (2, 5, true, 1), (4, 3, true, 2), (3, 4, false, 2)] {
                    var a = vj_attention()
                    a.dtype = VJ_FLOAT64
                    (a.batch, a.heads, a.queries, a.keys, a.width, a.value_width) = (2, 2, queries, keys, 3, 5)
                    (a.scale, a.causal) = (0.6, causal)
                    func strides(_ rows: Int, _ width: Int) -> vj_attention_strides {
                        vj_attention_strides(batch: rows * 2 * width, head: width, row: 2 * width)
                    }
                    (a.q_strides, a.k_strides) = (strides(queries, 3), strides(keys, 3))
                    (a.v_strides, a.out_strides) = (strides(keys, 5), strides(queries, 5))
                    let q = Kernels.wide(2 * queries * 6, seed: 1, scale: 2), k = Kernels.wide(2 * keys * 6, seed: 2)
                    let v = Kernels.wide(2 * keys * 10, seed: 3), g = Kernels.wide(2 * queries * 10, seed: 4)
                    // Query 0 of the last masked cases sees nothing.
                    let seen: [Bool] = (0..<queries * keys).map { masking != 2 || ($0 >= keys && $0 % 3 != 1) }
                    let added: [Double] = masking == 1 ? Kernels.wide(queries * keys, seed: 5) : seen.map { $0 ? 0 : -.infinity }
                    let mask = masking == 0 ? nil : added
                    a.mask_dtype = masking == 2 ? VJ_BOOL : VJ_FLOAT64
                    a.mask_strides = vj_attention_strides(batch: 0, head: 0, row: keys)
                    var out = g, dq = q, dk = k, dv = v, again = (q, k, v)
                    var sums = [Double](repeating: 0, count: 4 * queries)
                    q.withUnsafeBytes { pq in k.withUnsafeBytes { pk in v.withUnsafeBytes { pv in
                    out.withUnsafeMutableBytes { po in added.withUnsafeBytes { pa in seen.withUnsafeBytes { ps in
                        (a.q, a.k, a.v, a.out) = (pq.baseAddress, pk.baseAddress, pv.baseAddress, po.baseAddress)
                        a.mask = masking == 0 ? nil : masking == 1 ? pa.baseAddress : ps.baseAddress
                        #expect(vj_attention_forward(&a) == VJ_OK)
                        #expect(vj_attention_backward(&a, g, &dq, &dk, &dv) == VJ_OK)
                        // With the sums of the forward pass the gradients are the same.
                        sums.withUnsafeMutableBytes { kept in
                            a.log_sums = kept.baseAddress
                            #expect(vj_attention_forward(&a) == VJ_OK)
                            #expect(vj_attention_backward(&a, g, &again.0, &again.1, &again.2) == VJ_OK)
                        }
                        a.log_sums = nil
                    }}}}}}
                    let expected = CKernelsSequenceTests.attention(a, q, k, v, mask: mask)
                    #expect(Kernels.distance(out, expected) < 1e-13, "\(name) \(queries)×\(keys) \(masking)")
                    #expect(Kernels.distance(again.0 + again.1 + again.2, dq + dk + dv) < 1e-13)
                    let shape = a
                    #expect(Kernels.distance(dq, Kernels.differences(q, weights: g) { CKernelsSequenceTests.attention(shape, $0, k, v, mask: mask) }) < 1e-8)
                    #expect(Kernels.distance(dk, Kernels.differences(k, weights: g) { CKernelsSequenceTests.attention(shape, q, $0, v, mask: mask) }) < 1e-8)
                    #expect(Kernels.distance(dv, Kernels.differences(v, weights: g) { CKernelsSequenceTests.attention(shape, q, k, $0, mask: mask) }) < 1e-8)
                }
            }
        }
    }
}
