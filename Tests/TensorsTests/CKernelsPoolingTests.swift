import CKernels
import Testing

@Suite("CKernels: pooling and resampling", .serialized)
struct CKernelsPoolingTests {
    static func pooling(
        _ dtype: vj_dtype, _ height: Int, _ width: Int, channels: Int, kernel: Int, stride: Int,
        dilation: Int = 1, pad: Int = 0, countPadding: Bool = false
    ) -> vj_pooling {
        var p = vj_pooling()
        p.dtype = dtype
        (p.batch, p.height, p.width, p.channels) = (2, height, width, channels)
        (p.kernel_height, p.kernel_width, p.stride_height, p.stride_width) = (kernel, kernel, stride, stride)
        (p.dilation_height, p.dilation_width) = (dilation, dilation)
        (p.pad_top, p.pad_left, p.pad_bottom, p.pad_right) = (pad, pad, pad, pad)
        p.out_height = vj_convolution_size(height, kernel, stride, dilation, pad, pad)
        p.out_width = vj_convolution_size(width, kernel, stride, dilation, pad, pad)
        p.count_padding = countPadding
        return p
    }

    /// Positions in x of each window of y, and what its average divides by.
    static func windows(_ p: vj_pooling) -> [(y: Int, x: [Int], divisor: Int)] {
        var all: [(y: Int, x: [Int], divisor: Int)] = []
        for n in 0..<p.batch {
            for i in 0..<p.out_height {
                for j in 0..<p.out_width {
                    for c in 0..<p.channels {
                        var positions: [Int] = []
                        let rows: [Int], columns: [Int]
                        if p.adaptive {
                            rows = Array(i * p.height / p.out_height..<((i + 1) * p.height + p.out_height - 1) / p.out_height)
                            columns = Array(j * p.width / p.out_width..<((j + 1) * p.width + p.out_width - 1) / p.out_width)
                        } else {
                            rows = (0..<p.kernel_height).map { i * p.stride_height + $0 * p.dilation_height - p.pad_top }
                            columns = (0..<p.kernel_width).map { j * p.stride_width + $0 * p.dilation_width - p.pad_left }
                        }
                        for r in rows where r >= 0 && r < p.height {
                            for s in columns where s >= 0 && s < p.width {
                                positions.append(((n * p.height + r) * p.width + s) * p.channels + c)
                            }
                        }
                        let divisor = p.count_padding ? rows.count * columns.count : positions.count
                        all.append((((n * p.out_height + i) * p.out_width + j) * p.channels + c, positions, divisor))
                    }
                }
            }
        }
        return all
    }

    static func compare(_ pooling: vj_pooling, _ what: String) {
        var p = pooling
        let count = p.batch * p.height * p.width * p.channels
        let outputs = p.batch * p.out_height * p.out_width * p.channels
        var x = Kernels.numbers(count, seed: 1).map { ($0 * 8).rounded() }
        x[count / 2] = .nan
        let g = Kernels.numbers(outputs, seed: 2)
        var y = [Float](repeating: 0, count: outputs), low = y
        var index = [Int32](repeating: 0, count: outputs), lowIndex = index
        var dx = [Float](repeating: 9, count: count)
        #expect(vj_max_pool(&p, x, &y, &index) == VJ_OK)
        #expect(vj_min_pool(&p, x, &low, &lowIndex) == VJ_OK)
        #expect(vj_max_pool_backward(&p, index, g, &dx) == VJ_OK)
        var expected = [Float](repeating: 0, count: count)
        var right = true
        for window in windows(p) {
            // NaN if there is one; of equals the first.
            var best = window.x[0], least = window.x[0]
            for at in window.x.dropFirst() {
                if x[at] > x[best] || x[at].isNaN { best = at }
                if x[at] < x[least] || x[at].isNaN { least = at }
            }
            let plane = p.height * p.width
            right = right && (y[window.y] == x[best] || (y[window.y].isNaN && x[best].isNaN))
            right = right && (low[window.y] == x[least] || (low[window.y].isNaN && x[least].isNaN))
            right = right && Int(index[window.y]) == best / p.channels % plane
            right = right && Int(lowIndex[window.y]) == least / p.channels % plane
            expected[best] += g[window.y]
        }
        #expect(right, "\(what)")
        #expect(Kernels.distance(dx.map(Double.init), expected.map(Double.init)) < 1e-6, "\(what)")

        // Behind a rectifier nothing flows back from a window without an element above 0.
        p.rectified = true
        var rectifiedIndex = index, rectified = y
        #expect(vj_max_pool(&p, x, &rectified, &rectifiedIndex) == VJ_OK)
        p.rectified = false
        #expect((0..<outputs).allSatisfy { rectifiedIndex[$0] == (y[$0] > 0 ? index[$0] : -1) }, "\(what)")

        x[count / 2] = 1
        #expect(vj_average_pool(&p, x, &y) == VJ_OK)
        #expect(vj_average_pool_backward(&p, g, &dx) == VJ_OK)
        var mean = [Double](repeating: 0, count: outputs), slope = [Double](repeating: 0, count: count)
        for window in windows(p) {
            for at in window.x {
                mean[window.y] += Double(x[at]) / Double(window.divisor)
                slope[at] += Double(g[window.y]) / Double(window.divisor)
            }
        }
        #expect(Kernels.distance(y.map(Double.init), mean) < 2e-6, "\(what)")
        #expect(Kernels.distance(dx.map(Double.init), slope) < 2e-6, "\(what)")
    }

    @Test("largest, smallest and average of windows, and their gradients, agree with the definition")
    func definition() async {
        await #expect(processExitsWith: .success) {
            Kernels.withEachVariant { name in
                for channels in [1, 2, 3, 6, 8, 16, 19] {
                    for (kernel, stride, dilation, pad) in [(2, 2, 1, 0), (3, 2, 1, 1), (3, 1, 1, 1), (2, 3, 1, 0), (2, 1, 3, 1), (3, 2, 2, 1)] {
                        for counted in [false, true] {
                            CKernelsPoolingTests.compare(
                                CKernelsPoolingTests.pooling(
                                    VJ_FLOAT32, 9, 8, channels: channels, kernel: kernel, stride: stride,
                                    dilation: dilation, pad: pad, countPadding: counted),
                                "\(name) \(channels) \(kernel) \(stride) \(dilation) \(pad)")
                        }
                    }
                    for (height, width) in [(1, 1), (3, 5), (9, 8), (12, 3)] {
                        var p = vj_pooling()
                        p.dtype = VJ_FLOAT32
                        (p.batch, p.height, p.width, p.channels) = (2, 9, 8, channels)
                        (p.out_height, p.out_width, p.adaptive) = (height, width, true)
                        CKernelsPoolingTests.compare(p, "\(name) adaptive \(height)×\(width)")
                    }
                }
            }
        }
    }

    @Test("a window that the image ends in divides by what is left of it, or of the padding too")
    func ceiling() {
        var p = Self.pooling(VJ_FLOAT64, 5, 5, channels: 1, kernel: 2, stride: 2)
        p.batch = 1
        (p.out_height, p.out_width) = (3, 3)
        let x = [Double](repeating: 1, count: 25)
        var y = [Double](repeating: 0, count: 9)
        #expect(vj_average_pool(&p, x, &y) == VJ_OK)
        #expect(y == [1, 1, 1, 1, 1, 1, 1, 1, 1])
    }

    @Test("resampling keeps constants and corners' neighbours, and its gradient is its adjoint")
    func resampling() {
        for mode in [VJ_NEAREST, VJ_BILINEAR] {
            for (h, w, oh, ow) in [(4, 4, 8, 8), (7, 5, 3, 9), (5, 5, 5, 5), (1, 3, 2, 6)] {
                let x = Kernels.wide(2 * h * w * 3, seed: 1), g = Kernels.wide(2 * oh * ow * 3, seed: 2)
                var y = [Double](repeating: .nan, count: g.count), dx = [Double](repeating: .nan, count: x.count)
                #expect(vj_resample(mode, VJ_FLOAT64, 2, h, w, 3, oh, ow, x, &y) == VJ_OK)
                #expect(vj_resample_backward(mode, VJ_FLOAT64, 2, h, w, 3, oh, ow, g, &dx) == VJ_OK)
                let left = zip(y, g).map { $0 * $1 }.reduce(0, +), right = zip(x, dx).map { $0 * $1 }.reduce(0, +)
                #expect((left - right).magnitude < 1e-10)
                var ones = [Double](repeating: 0, count: y.count)
                _ = vj_resample(mode, VJ_FLOAT64, 2, h, w, 3, oh, ow, [Double](repeating: 1, count: x.count), &ones)
                #expect(ones.allSatisfy { ($0 - 1).magnitude < 1e-15 })
            }
        }
        var y = [Float](repeating: 0, count: 4)
        _ = vj_resample(VJ_BILINEAR, VJ_FLOAT32, 1, 1, 2, 1, 1, 4, [0, 1] as [Float], &y)
        #expect(y == [0, 0.25, 0.75, 1])
        _ = vj_resample(VJ_NEAREST, VJ_FLOAT32, 1, 1, 2, 1, 1, 4, [0, 1] as [Float], &y)
        #expect(y == [0, 0, 1, 1])
    }
}
