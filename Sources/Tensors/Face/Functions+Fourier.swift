// Fourier transforms; a complex number is a last axis of 2.

/// Complex numbers: real and imaginary parts along a last axis of 2.
///
///     complex(Tensor([1.0, 2])).shape
public func complex(_ re: Tensor, _ im: Tensor? = nil) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.complex(re, im) }
}

/// The discrete Fourier transform of real numbers [..., n] as complex ones [..., n, 2].
///
///     fft(Tensor([1.0, 0, 0, 0]))
public func fft(_ x: Tensor, axis: Int = -1) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.fft(x, axis: axis) }
}

/// The discrete Fourier transform of complex numbers [..., n, 2].
///
///     fft(complex: Tensor([[1.0, 0], [0, 1]]))
public func fft(complex z: Tensor, axis: Int = -1) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.fft(complex: z, axis: axis) }
}

/// The inverse transform of complex numbers [..., n, 2], divided by n.
///
///     ifft(fft(Tensor([1.0, 2])))
public func ifft(_ z: Tensor, axis: Int = -1) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.ifft(z, axis: axis) }
}

/// The first ⌊n/2⌋ + 1 terms of real numbers' transform; the others are their conjugates.
///
///     rfft(Tensor([1.0, 2, 3, 4])).shape
public func rfft(_ x: Tensor, axis: Int = -1) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.rfft(x, axis: axis) }
}

/// The real numbers whose transform begins so; 2·(terms − 1) of them unless `count` is given.
///
///     irfft(rfft(Tensor([1.0, 2, 3, 4])))
public func irfft(_ z: Tensor, count: Int? = nil, axis: Int = -1) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.irfft(z, count: count, axis: axis) }
}

/// The transform along the last two axes of real numbers [..., h, w].
///
///     fft2(Tensor.ones(2, 2)).shape
public func fft2(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.fft2(x) }
}

/// The transform along the two axes before the last of complex numbers [..., h, w, 2].
///
///     fft2(complex: Tensor.ones(2, 2, 2)).shape
public func fft2(complex z: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.fft2(complex: z) }
}

/// The inverse of `fft2`.
///
///     ifft2(fft2(Tensor.ones(2, 2))).shape
public func ifft2(_ z: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.ifft2(z) }
}

/// The frequencies of a transform's terms, in cycles for each unit.
///
///     fftFrequencies(4)
public func fftFrequencies(_ n: Int, spacing: Double = 1) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.fftFrequencies(n, spacing: spacing) }
}

/// With the term of frequency 0 in the middle of an axis.
///
///     fftShifted(Tensor([0, 1, -2, -1]), axis: 0)
public func fftShifted(_ x: Tensor, axis: Int) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.fftShifted(x, axis: axis) }
}

/// |z| of complex numbers [..., 2].
///
///     magnitude(Tensor([3.0, 4]))
public func magnitude(_ z: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.magnitude(z) }
}

/// The angle of complex numbers [..., 2], −π to π.
///
///     phase(Tensor([0.0, 1]))
public func phase(_ z: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.phase(z) }
}
