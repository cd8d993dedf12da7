// Fourier transforms. A complex number is a last axis of 2: real and imaginary part.
extension Operations {
    /// attributes: i0 the axis, i1 1 for the inverse direction, p0 the scale.
    package static let fourier: Operation = Operation(
        "fourier", "Σ xₖ·e^(∓2πi·jk/n) along an axis of complex numbers [..., n, 2] (NumPy's fft)",
        samples: [
            Operation.Sample([3, 2], attributes: Attributes(i0: 0, p0: 1)),
            Operation.Sample([2, 4, 2], attributes: Attributes(i0: 1, i1: 1, p0: 0.25)),
        ],
        run: { (x, a) throws(TensorError) in
            try Checked.fourier(x[0], axis: a.i0, inverse: a.i1 != 0, scale: a.p0)
        },
        gradient: { (c) throws(TensorError) in
            // The adjoint turns the other way.
            let (g, a) = (c.upstream, c.attributes)
            try c.give(
                0, try Checked.fourier(g, axis: a.i0, inverse: a.i1 == 0, scale: a.p0))
        })

    /// attributes: i0 the axis.
    package static let rfft: Operation = Operation(
        "rfft", "the first ⌊n/2⌋ + 1 terms of real numbers' transform (NumPy)",
        samples: [Operation.Sample([2, 5], attributes: Attributes(i0: 1))], isComposed: true,
        run: { (x, a) throws(TensorError) in try Checked.rfft(x[0], axis: a.i0) })

    /// attributes: i0 the axis, i1 the number of real values.
    package static let irfft: Operation = Operation(
        "irfft", "the real numbers whose transform begins so (NumPy)",
        samples: [
            Operation.Sample([3, 2], attributes: Attributes(i0: 0, i1: 4)),
            Operation.Sample([3, 2], attributes: Attributes(i0: 0, i1: 5)),
        ], isComposed: true,
        run: { (x, a) throws(TensorError) in
            try Checked.irfft(x[0], count: a.i1, axis: a.i0)
        })
}

extension Checked {
    /// The transform of complex numbers along one of the axes before the last.
    static func fourier(
        _ x: Tensor, axis: Int, inverse: Bool, scale: Double
    ) throws(TensorError) -> Tensor {
        let source = try Tensor(cast(x.storage, x.dtype.floating))
        // [outer, n, inner, 2]
        let s = source.shape
        let n = s[axis]
        var (outer, inner) = (1, 1)
        for i in 0..<axis { outer *= s[i] }
        for i in (axis + 1)..<(s.count - 1) { inner *= s[i] }
        let values = try scalars(source, as: Double.self)
        var result = [Double](repeating: 0, count: values.count)
        let plan = FourierPlan(n)
        var (re, im) = ([Double](repeating: 0, count: n), [Double](repeating: 0, count: n))
        for o in 0..<outer {
            for i in 0..<inner {
                let start = (o * n * inner + i) * 2
                for k in 0..<n {
                    re[k] = values[start + k * inner * 2]
                    im[k] = values[start + k * inner * 2 + 1]
                }
                try plan.transform(&re, &im, inverse: inverse)
                for k in 0..<n {
                    result[start + k * inner * 2] = re[k] * scale
                    result[start + k * inner * 2 + 1] = im[k] * scale
                }
            }
        }
        let y = try tensor(result, shape: s, dtype: source.dtype)
        Operations.fourier.record(
            x, y.storage, Attributes(i0: axis, i1: inverse ? 1 : 0, p0: scale))
        return y
    }

    /// An axis among those before the last, which holds real and imaginary parts.
    private static func complexAxis(
        _ z: Tensor, _ axis: Int, _ name: String
    ) throws(TensorError) -> Int {
        guard z.rank >= 2, z.shape[z.rank - 1] == 2 else {
            throw .shape(
                operation: name,
                expected: "complex numbers [..., n, 2], real and imaginary part along the last axis",
                given: z.shape, help: "'fft(x)' and 'rfft(x)' take real numbers")
        }
        return try Axes.resolve(axis, rank: z.rank - 1, name)
    }

    /// Real numbers as complex ones: a last axis of 2, imaginary parts 0.
    package static func complex(
        _ re: Tensor, _ im: Tensor? = nil
    ) throws(TensorError) -> Tensor {
        let x = try asType(re, re.dtype.floating)
        let y: Tensor
        if let im {
            y = try asType(im, x.dtype)
        } else {
            y = try zeros(x.shape, dtype: x.dtype)
        }
        return try stacked([x, y], axis: -1)
    }

    /// The transform of real numbers [..., n] as complex ones [..., n, 2].
    package static func fft(_ x: Tensor, axis: Int = -1) throws(TensorError) -> Tensor {
        let position = try Axes.resolve(axis, rank: x.rank, "fft")
        return try fourier(complex(x), axis: position, inverse: false, scale: 1)
    }

    /// The transform of complex numbers [..., n, 2].
    package static func fft(complex z: Tensor, axis: Int = -1) throws(TensorError) -> Tensor {
        let position = try complexAxis(z, axis, "fft")
        return try fourier(z, axis: position, inverse: false, scale: 1)
    }

    /// The inverse transform of complex numbers [..., n, 2], divided by n.
    package static func ifft(_ z: Tensor, axis: Int = -1) throws(TensorError) -> Tensor {
        let position = try complexAxis(z, axis, "ifft")
        let n = Swift.max(z.shape[position], 1)
        return try fourier(z, axis: position, inverse: true, scale: 1 / Double(n))
    }

    /// The first ⌊n/2⌋ + 1 terms; the others are their conjugates.
    package static func rfft(_ x: Tensor, axis: Int = -1) throws(TensorError) -> Tensor {
        let position = try Axes.resolve(axis, rank: x.rank, "rfft")
        let z = try fft(x, axis: position)
        return try narrowed(z, axis: position, 0..<Swift.min(z.shape[position], x.shape[position] / 2 + 1))
    }

    /// The `count` real numbers whose transform begins with these terms; 2·(terms − 1) unless given.
    package static func irfft(
        _ z: Tensor, count: Int? = nil, axis: Int = -1
    ) throws(TensorError) -> Tensor {
        let position = try complexAxis(z, axis, "irfft")
        let terms = z.shape[position]
        let n = count ?? 2 * (terms - 1)
        guard n >= 1, n < 1 << 40 else {
            throw .domain(
                operation: "irfft", problem: "\(terms) terms do not give \(n) real numbers",
                help: "n numbers have ⌊n/2⌋ + 1 terms")
        }
        var z = z
        if n / 2 + 1 > terms {
            // Terms that are not given are 0 (NumPy).
            var shape = z.shape
            shape[position] = n / 2 + 1 - terms
            z = try concatenated([z, zeros(shape, dtype: z.dtype)], axis: position)
        }
        let head = try narrowed(z, axis: position, 0..<n / 2 + 1)
        // Terms n/2 + 1 … n − 1 are the conjugates of those before, backwards.
        let tail = try flipped(
            narrowed(z, axis: position, 1..<(n + 1) / 2), axes: [position])
        let conjugate = try multiply(tail, tensor([1.0, -1.0], shape: Shape(2), dtype: z.dtype.floating))
        let whole = try concatenated([head, conjugate], axis: position)
        // The first term's imaginary part, and the middle one's, are not looked at (NumPy).
        let x = try fourier(whole, axis: position, inverse: true, scale: 1 / Double(n))
        return try `subscript`(x, [.rest, .at(0)])
    }

    /// The transform along the last two axes of real numbers [..., h, w].
    package static func fft2(_ x: Tensor) throws(TensorError) -> Tensor {
        guard x.rank >= 2 else {
            throw .shape(
                operation: "fft2", expected: "images [..., height, width]", given: x.shape,
                help: nil)
        }
        return try fft2(complex: complex(x))
    }

    /// The transform along the two axes before the last of complex numbers [..., h, w, 2].
    package static func fft2(complex z: Tensor) throws(TensorError) -> Tensor {
        try fft(complex: fft(complex: z, axis: -1), axis: -2)
    }

    /// The inverse of `fft2`.
    package static func ifft2(_ z: Tensor) throws(TensorError) -> Tensor {
        try ifft(ifft(z, axis: -1), axis: -2)
    }

    /// The frequencies of a transform's terms, in cycles for each unit of time.
    package static func fftFrequencies(
        _ n: Int, spacing: Double = 1
    ) throws(TensorError) -> Tensor {
        guard n >= 1, spacing != 0 else {
            throw .domain(
                operation: "fftFrequencies", problem: "\(n) terms with spacing \(spacing)",
                help: nil)
        }
        let shape = try Shape(checking: [n])
        return try asType(
            Tensor.filled(shape, as: Double.self) { out in
                for k in 0..<n {
                    out[k] = Double(k <= (n - 1) / 2 ? k : k - n) / (Double(n) * spacing)
                }
            }, .float32)
    }

    /// With the term of frequency 0 in the middle of an axis.
    package static func fftShifted(_ x: Tensor, axis: Int) throws(TensorError) -> Tensor {
        let position = try Axes.resolve(axis, rank: x.rank, "fftShifted")
        return try rolled(x, by: x.shape[position] / 2, axis: position)
    }

    /// |z| of complex numbers [..., 2].
    package static func magnitude(_ z: Tensor) throws(TensorError) -> Tensor {
        guard z.rank >= 1, z.shape[z.rank - 1] == 2 else {
            throw .shape(
                operation: "magnitude", expected: "complex numbers [..., 2]", given: z.shape,
                help: nil)
        }
        return try norm(z, axes: [-1])
    }

    /// The angle of complex numbers [..., 2], −π to π.
    package static func phase(_ z: Tensor) throws(TensorError) -> Tensor {
        guard z.rank >= 1, z.shape[z.rank - 1] == 2 else {
            throw .shape(
                operation: "phase", expected: "complex numbers [..., 2]", given: z.shape,
                help: nil)
        }
        return try atan2(`subscript`(z, [.rest, .at(1)]), `subscript`(z, [.rest, .at(0)]))
    }
}
