public import Tensors

/// Figures of images: how near one is to another.
package enum ImageMetrics {
    /// 10·log₁₀(range² / mean squared error), decibels.
    package static func psnr(
        _ a: Tensor, _ b: Tensor, range: Double
    ) throws(TensorError) -> Double {
        try check("psnr", a, b)
        let error = try Checked.item(
            Checked.mean(
                Checked.square(
                    Checked.subtract(Checked.asType(a, .float64), Checked.asType(b, .float64)))))
        if error == 0 { return .infinity }
        return 10 * logarithm(range * range / error) / 2.302585092994046
    }

    private static func check(
        _ operation: String, _ a: Tensor, _ b: Tensor
    ) throws(TensorError) {
        guard a.shape == b.shape else {
            throw .shape(
                operation: operation, expected: "two images of one shape, the first is \(a.shape)",
                given: b.shape, help: nil)
        }
        guard a.count > 0 else { throw .empty(operation: operation, shape: a.shape) }
    }

    /// The mean structural similarity over windows of 7×7 that lie within the image (Wang et al.
    /// 2004), each channel alone; scikit-image's with its defaults.
    package static func ssim(
        _ a: Tensor, _ b: Tensor, range: Double, window: Int
    ) throws(TensorError) -> Double {
        try check("ssim", a, b)
        var shape = a.shape
        switch shape.count {
        case 2: shape = [1, shape[0], shape[1], 1]
        case 3: shape = [1, shape[0], shape[1], shape[2]]
        case 4: break
        default:
            throw .shape(
                operation: "ssim",
                expected: "images [height, width], with channels, with a batch before",
                given: a.shape, help: nil)
        }
        let (batch, height, width, channels) = (shape[0], shape[1], shape[2], shape[3])
        guard window >= 2, window <= height, window <= width else {
            throw .domain(
                operation: "ssim",
                problem: "a window of \(window) does not fit images of \(height)×\(width)",
                help: nil)
        }
        let x = try Checked.scalars(Checked.asType(a, .float64), as: Double.self)
        let y = try Checked.scalars(Checked.asType(b, .float64), as: Double.self)
        let (c1, c2) = ((0.01 * range) * (0.01 * range), (0.03 * range) * (0.03 * range))
        let count = Double(window * window)
        var sum = 0.0
        for image in 0..<batch {
            for channel in 0..<channels {
                // Sums of x, y, x², y² and xy over the rectangle from the corner.
                var tables = [[Double]](
                    repeating: Array(repeating: 0, count: (height + 1) * (width + 1)), count: 5)
                for row in 0..<height {
                    var line = [0.0, 0, 0, 0, 0]
                    for column in 0..<width {
                        let at =
                            ((image * height + row) * width + column) * channels + channel
                        let values = [x[at], y[at], x[at] * x[at], y[at] * y[at], x[at] * y[at]]
                        for k in 0..<5 {
                            line[k] += values[k]
                            tables[k][(row + 1) * (width + 1) + column + 1] =
                                tables[k][row * (width + 1) + column + 1] + line[k]
                        }
                    }
                }
                for row in 0...(height - window) {
                    for column in 0...(width - window) {
                        func mean(_ k: Int) -> Double {
                            let top = row * (width + 1) + column
                            let bottom = (row + window) * (width + 1) + column
                            return
                                (tables[k][bottom + window] - tables[k][bottom]
                                - tables[k][top + window] + tables[k][top]) / count
                        }
                        let (mx, my) = (mean(0), mean(1))
                        let unbiased = count / (count - 1)
                        let vx = unbiased * (mean(2) - mx * mx)
                        let vy = unbiased * (mean(3) - my * my)
                        let vxy = unbiased * (mean(4) - mx * my)
                        sum +=
                            (2 * mx * my + c1) * (2 * vxy + c2)
                            / ((mx * mx + my * my + c1) * (vx + vy + c2))
                    }
                }
            }
        }
        let windows = (height - window + 1) * (width - window + 1)
        return sum / Double(windows * batch * channels)
    }
}

/// The peak signal-to-noise ratio in decibels, 10·log₁₀(range² / mean squared error).
public func psnr(_ a: Tensor, _ b: Tensor, range: Double = 1) -> Double {
    orEnd { () throws(TensorError) in try ImageMetrics.psnr(a, b, range: range) }
}

/// The mean structural similarity, 1 for equal images (Wang et al. 2004; scikit-image's
/// `structural_similarity` with its uniform window).
public func ssim(_ a: Tensor, _ b: Tensor, range: Double = 1, window: Int = 7) -> Double {
    orEnd { () throws(TensorError) in
        try ImageMetrics.ssim(a, b, range: range, window: window)
    }
}
