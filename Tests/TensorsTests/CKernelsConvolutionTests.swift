import CKernels
import Testing

/// A convolution by its definition, in float64.
private struct Definition {
    let c: vj_convolution

    /// Calls the body with the positions in x, filter and y of each product.
    func visit(_ body: (Int, Int, Int) -> Void) {
        let inGroup = c.in_channels / c.groups, outGroup = c.out_channels / c.groups
        for n in 0..<c.batch {
            for i in 0..<c.out_height {
                for j in 0..<c.out_width {
                    for r in 0..<c.kernel_height {
                        let v = i * c.stride_height + r * c.dilation_height - c.pad_top
                        if v < 0 || v >= c.height { continue }
                        for s in 0..<c.kernel_width {
                            let u = j * c.stride_width + s * c.dilation_width - c.pad_left
                            if u < 0 || u >= c.width { continue }
                            for o in 0..<c.out_channels {
                                for k in 0..<inGroup {
                                    body(
                                        ((n * c.height + v) * c.width + u) * c.in_channels
                                            + o / outGroup * inGroup + k,
                                        ((r * c.kernel_width + s) * inGroup + k) * c.out_channels
                                            + o,
                                        ((n * c.out_height + i) * c.out_width + j)
                                            * c.out_channels + o)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    var xCount: Int { c.batch * c.height * c.width * c.in_channels }
    var yCount: Int { c.batch * c.out_height * c.out_width * c.out_channels }
    var filterCount: Int {
        c.kernel_height * c.kernel_width * (c.in_channels / c.groups) * c.out_channels
    }
}

@Suite("CKernels: convolution", .serialized)
struct CKernelsConvolutionTests {
    /// batch, height, width, in, out, kernel, stride, dilation, padding before and after, groups.
    static let geometries: [[Int]] = [
        [2, 28, 28, 1, 6, 5, 5, 1, 1, 1, 1, 2, 2, 2, 2, 1],
        [2, 14, 14, 6, 16, 5, 5, 1, 1, 1, 1, 0, 0, 0, 0, 1],
        [2, 9, 17, 16, 16, 3, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1],
        [1, 8, 30, 32, 33, 3, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1],
        [2, 7, 7, 32, 64, 4, 4, 2, 2, 1, 1, 1, 1, 1, 1, 1],
        [1, 13, 12, 3, 20, 3, 3, 2, 2, 1, 1, 1, 1, 1, 1, 1],
        [1, 11, 15, 5, 7, 3, 2, 1, 3, 2, 2, 2, 1, 0, 3, 1],
        [3, 6, 6, 17, 40, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 1],
        [2, 6, 9, 16, 8, 1, 1, 2, 2, 1, 1, 0, 0, 0, 0, 1],
        [2, 1, 40, 8, 24, 1, 7, 1, 1, 1, 2, 0, 6, 0, 6, 1],
        [2, 9, 9, 6, 4, 3, 3, 1, 1, 1, 1, 1, 1, 1, 1, 2],
        [1, 9, 11, 32, 32, 3, 3, 2, 1, 1, 1, 1, 1, 1, 1, 2],
        [2, 10, 9, 33, 33, 3, 3, 1, 1, 1, 1, 1, 1, 1, 1, 33],
        [1, 10, 9, 16, 16, 5, 3, 2, 3, 1, 2, 2, 2, 2, 2, 16],
        [1, 7, 7, 8, 16, 3, 3, 1, 1, 1, 1, 0, 1, 1, 0, 8],
        [1, 4, 5, 2, 3, 2, 2, 3, 3, 1, 1, 0, 0, 2, 1, 1],
        // From few channels to few, whose vectors are of pixels: each number of channels on either side.
        [1, 9, 33, 1, 1, 3, 5, 1, 1, 1, 1, 1, 2, 1, 2, 1],
        [2, 12, 40, 1, 2, 3, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1],
        [2, 40, 35, 2, 3, 3, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1],
        [2, 10, 21, 3, 8, 4, 6, 2, 1, 2, 1, 2, 1, 1, 3, 1],
        [1, 11, 35, 4, 4, 3, 3, 1, 1, 1, 1, 0, 0, 0, 0, 1],
        [1, 8, 19, 5, 6, 2, 2, 1, 1, 1, 3, 0, 3, 0, 0, 1],
        [1, 7, 50, 6, 7, 3, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1],
        [1, 6, 18, 7, 5, 1, 4, 3, 1, 1, 2, 0, 0, 0, 5, 1],
        [1, 9, 16, 8, 2, 3, 3, 1, 1, 2, 2, 2, 2, 2, 2, 1],
        [9, 14, 14, 7, 16, 3, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1],
    ]

    static func geometry(_ g: [Int], _ dtype: vj_dtype) -> vj_convolution {
        var c = vj_convolution()
        c.dtype = dtype
        (c.batch, c.height, c.width, c.in_channels, c.out_channels) = (g[0], g[1], g[2], g[3], g[4])
        (c.kernel_height, c.kernel_width) = (g[5], g[6])
        (c.stride_height, c.stride_width) = (g[7], g[8])
        (c.dilation_height, c.dilation_width) = (g[9], g[10])
        (c.pad_top, c.pad_left, c.groups) = (g[11], g[12], g[15])
        c.out_height = vj_convolution_size(g[1], g[5], g[7], g[9], g[11], g[13])
        c.out_width = vj_convolution_size(g[2], g[6], g[8], g[10], g[12], g[14])
        return c
    }

    @Test("sizes follow the formula, and a kernel larger than the axis gives 0")
    func sizes() {
        #expect(vj_convolution_size(28, 5, 1, 1, 2, 2) == 28)
        #expect(vj_convolution_size(28, 3, 2, 1, 1, 1) == 14)
        #expect(vj_convolution_size(7, 3, 1, 2, 0, 1) == 4)
        #expect(vj_convolution_size(2, 3, 1, 1, 0, 0) == 0)
    }

    @Test("all three directions agree with the definition, for every variant and element type")
    func definition() async {
        await #expect(processExitsWith: .success) {
            for (index, g) in CKernelsConvolutionTests.geometries.enumerated() {
                let d = Definition(c: CKernelsConvolutionTests.geometry(g, VJ_FLOAT32))
                let seed = UInt64(index * 10)
                let x = Kernels.numbers(d.xCount, seed: seed), f = Kernels.numbers(d.filterCount, seed: seed + 1)
                let g = Kernels.numbers(d.yCount, seed: seed + 2)
                let bias = Kernels.numbers(d.c.out_channels, seed: seed + 3)
                let inBias = Kernels.numbers(d.c.in_channels, seed: seed + 4)
                var y = (0..<d.yCount).map { Double(bias[$0 % d.c.out_channels]) }
                var dx = (0..<d.xCount).map { Double(inBias[$0 % d.c.in_channels]) }
                var df = [Double](repeating: 0, count: d.filterCount)
                d.visit { i, k, o in
                    y[o] += Double(x[i]) * Double(f[k])
                    dx[i] += Double(g[o]) * Double(f[k])
                    df[k] += Double(x[i]) * Double(g[o])
                }
                for i in y.indices { y[i] = max(y[i], 0) }
                var db = [Double](repeating: 0, count: d.c.out_channels)
                for i in g.indices { db[i % d.c.out_channels] += Double(g[i]) }
                Kernels.withEachVariant { name in
                    var c = d.c
                    var ry = [Float](repeating: .nan, count: d.yCount)
                    var rx = [Float](repeating: .nan, count: d.xCount)
                    var rf = [Float](repeating: .nan, count: d.filterCount)
                    var rb = [Float](repeating: .nan, count: d.c.out_channels)
                    bias.withUnsafeBytes { b in
                        var e = vj_epilogue(bias: b.baseAddress, activation: VJ_RELU, p0: 0, p1: 0)
                        #expect(vj_convolution_forward(&c, x, f, &e, &ry) == VJ_OK)
                    }
                    inBias.withUnsafeBytes { b in
                        var e = vj_epilogue(bias: b.baseAddress, activation: VJ_IDENTITY, p0: 0, p1: 0)
                        #expect(vj_convolution_backward_input(&c, g, f, &e, &rx) == VJ_OK)
                    }
                    #expect(vj_convolution_backward_filter(&c, x, g, &rf, &rb) == VJ_OK)
                    #expect(Kernels.distance(ry.map(Double.init), y) < 4e-6, "\(name) \(index)")
                    #expect(Kernels.distance(rx.map(Double.init), dx) < 4e-6, "\(name) \(index)")
                    #expect(Kernels.distance(rf.map(Double.init), df) < 4e-6, "\(name) \(index)")
                    #expect(Kernels.distance(rb.map(Double.init), db) < 4e-6, "\(name) \(index)")

                    c.dtype = VJ_FLOAT64
                    var wy = [Double](repeating: .nan, count: d.yCount)
                    var wx = [Double](repeating: .nan, count: d.xCount)
                    var wf = [Double](repeating: .nan, count: d.filterCount)
                    let xw = x.map(Double.init), fw = f.map(Double.init), gw = g.map(Double.init)
                    #expect(vj_convolution_forward(&c, xw, fw, nil, &wy) == VJ_OK)
                    #expect(vj_convolution_backward_input(&c, gw, fw, nil, &wx) == VJ_OK)
                    #expect(vj_convolution_backward_filter(&c, xw, gw, &wf, nil) == VJ_OK)
                    for i in wy.indices { wy[i] = max(wy[i] + Double(bias[i % d.c.out_channels]), 0) }
                    for i in wx.indices { wx[i] += Double(inBias[i % d.c.in_channels]) }
                    #expect(Kernels.distance(wy, y) < 1e-12, "\(name) \(index)")
                    #expect(Kernels.distance(wx, dx) < 1e-12, "\(name) \(index)")
                    #expect(Kernels.distance(wf, df) < 1e-12, "\(name) \(index)")
                }
            }
        }
    }

    @Test("a tap that a NaN of the image does not reach has a finite gradient")
    func notANumber() async {
        await #expect(processExitsWith: .success) {
            Kernels.withEachVariant { name in
                for (width, outputs) in [(20, 1), (33, 3), (28, 6), (20, 16)] {
                    var c = CKernelsConvolutionTests.geometry(
                        [2, 6, width, 1, outputs, 3, 5, 1, 1, 1, 1, 0, 0, 0, 0, 1], VJ_FLOAT32)
                    let d = Definition(c: c)
                    var x = Kernels.numbers(d.xCount, seed: 1)
                    // The last column meets the last tap of each row alone.
                    for row in 1...c.batch * c.height { x[row * width - 1] = row % 2 == 0 ? .nan : .infinity }
                    let g = Kernels.numbers(d.yCount, seed: 2)
                    var df = [Float](repeating: 0, count: d.filterCount)
                    #expect(vj_convolution_backward_filter(&c, x, g, &df, nil) == VJ_OK)
                    for (at, value) in df.enumerated() {
                        #expect(value.isFinite == (at / outputs % 5 < 4), "\(name) \(width) \(outputs) \(at)")
                    }
                }
            }
        }
    }

    @Test("results have the same bits for any number of threads")
    func threads() async {
        await #expect(processExitsWith: .success) {
            for g in CKernelsConvolutionTests.geometries {
                var large = g
                large[0] = 9
                var c = CKernelsConvolutionTests.geometry(large, VJ_FLOAT32)
                let d = Definition(c: c)
                let x = Kernels.numbers(d.xCount, seed: 1), f = Kernels.numbers(d.filterCount, seed: 2)
                let g = Kernels.numbers(d.yCount, seed: 3)
                var results: [[Float]] = []
                Kernels.withEachThreadCount { _ in
                    var y = [Float](repeating: 0, count: d.yCount), dx = [Float](repeating: 0, count: d.xCount)
                    var df = [Float](repeating: 0, count: d.filterCount)
                    _ = vj_convolution_forward(&c, x, f, nil, &y)
                    _ = vj_convolution_backward_input(&c, g, f, nil, &dx)
                    _ = vj_convolution_backward_filter(&c, x, g, &df, nil)
                    results.append(y + dx + df)
                }
                #expect(results[0] == results[1] && results[0] == results[2])
            }
        }
    }

    @Test("folding is the adjoint of unfolding, and unfolding picks what the definition says")
    func folding() {
        for g in Self.geometries where g[15] == 1 {
            var c = Self.geometry(g, VJ_FLOAT64)
            let xs = c.batch * c.height * c.width * c.in_channels
            let window = c.kernel_height * c.kernel_width * c.in_channels
            let count = c.batch * c.out_height * c.out_width * window
            let x = Kernels.wide(xs, seed: 1), g = Kernels.wide(count, seed: 2)
            var columns = [Double](repeating: .nan, count: count), back = [Double](repeating: .nan, count: xs)
            #expect(vj_unfold(&c, x, &columns) == VJ_OK)
            #expect(vj_fold(&c, g, &back) == VJ_OK)
            let left = zip(columns, g).map { $0 * $1 }.reduce(0, +)
            let right = zip(x, back).map { $0 * $1 }.reduce(0, +)
            #expect((left - right).magnitude < 1e-9)
            // The columns times the filter are the convolution.
            let f = Kernels.wide(window * c.out_channels, seed: 3)
            var y = [Double](repeating: 0, count: count / window * c.out_channels)
            #expect(vj_convolution_forward(&c, x, f, nil, &y) == VJ_OK)
            var expected = [Double](repeating: 0, count: y.count)
            for p in 0..<count / window {
                for o in 0..<c.out_channels {
                    for k in 0..<window {
                        expected[p * c.out_channels + o] += columns[p * window + k] * f[k * c.out_channels + o]
                    }
                }
            }
            #expect(Kernels.distance(y, expected) < 1e-12)
        }
    }

    @Test("geometry without meaning is refused, and empty batches are done at once")
    func refused() {
        var c = Self.geometry(Self.geometries[0], VJ_FLOAT32)
        c.stride_width = 0
        #expect(vj_convolution_forward(&c, nil, nil, nil, nil) == VJ_UNSUPPORTED)
        c = Self.geometry(Self.geometries[0], VJ_INT32)
        #expect(vj_convolution_forward(&c, nil, nil, nil, nil) == VJ_UNSUPPORTED)
        c = Self.geometry(Self.geometries[1], VJ_FLOAT32)
        c.groups = 4
        #expect(vj_convolution_backward_input(&c, nil, nil, nil, nil) == VJ_UNSUPPORTED)
        c = Self.geometry(Self.geometries[1], VJ_FLOAT32)
        c.batch = 0
        var y: [Float] = [0], filter = [Float](repeating: 1, count: 2400)
        #expect(vj_convolution_forward(&c, y, filter, nil, &y) == VJ_OK)
        #expect(vj_convolution_backward_filter(&c, y, y, &filter, nil) == VJ_OK)
        #expect(filter.allSatisfy { $0 == 0 })
    }
}
