#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The discrete Fourier transform of one length, in float64: mixed radix for lengths of small prime
/// factors, Bluestein's algorithm for the others, so that every length takes O(n log n).
final class FourierPlan {
    let count: Int
    private let factors: [Int]
    /// e^(−2πi·k/n).
    private let cosines: [Double]
    private let sines: [Double]
    private let bluestein: Bluestein?

    /// Primes beyond this go through Bluestein's algorithm.
    private static let largestRadix = 31

    init(_ count: Int) {
        self.count = count
        var rest = count
        var found: [Int] = []
        for radix in [4, 2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31] {
            while rest % radix == 0, rest > 1 {
                found.append(radix)
                rest /= radix
            }
        }
        let isSmooth = rest <= 1
        factors = isSmooth ? found : []
        bluestein = isSmooth ? nil : Bluestein(count)
        let length = isSmooth ? count : 0
        var (c, s) = ([Double](), [Double]())
        c.reserveCapacity(length)
        s.reserveCapacity(length)
        for k in 0..<length {
            let angle = Self.angle(k, count)
            c.append(angle.cosine)
            s.append(-angle.sine)
        }
        cosines = c
        sines = s
    }

    /// cos and sin of 2π·k/n, exact at multiples of a quarter turn.
    static func angle(_ k: Int, _ n: Int) -> (cosine: Double, sine: Double) {
        // Eighths of a turn keep the argument small.
        let eighth = (8 * k) / n
        switch eighth {
        case 0:
            let a = 2 * Double.pi * Double(k) / Double(n)
            return (Glibc.cos(a), Glibc.sin(a))
        case 1, 2:
            let a = 2 * Double.pi * (Double(k) - Double(n) / 4) / Double(n)
            return (-Glibc.sin(a), Glibc.cos(a))
        case 3, 4:
            let a = 2 * Double.pi * (Double(k) - Double(n) / 2) / Double(n)
            return (-Glibc.cos(a), -Glibc.sin(a))
        case 5, 6:
            let a = 2 * Double.pi * (Double(k) - 3 * Double(n) / 4) / Double(n)
            return (Glibc.sin(a), -Glibc.cos(a))
        default:
            let a = 2 * Double.pi * (Double(k) - Double(n)) / Double(n)
            return (Glibc.cos(a), Glibc.sin(a))
        }
    }

    /// Transforms n complex numbers in place; `inverse` turns the other way, neither scales.
    func transform(
        _ re: inout [Double], _ im: inout [Double], inverse: Bool
    ) throws(TensorError) {
        if count <= 1 { return }
        // The inverse is the transform with real and imaginary parts exchanged.
        if inverse { return try transform(&im, &re, inverse: false) }
        if let bluestein { return try bluestein.transform(&re, &im) }
        var (outRe, outIm) = (re, im)
        // Stockham's order: no permutation, each pass goes from one array to the other.
        var length = count
        var stride = 1
        for radix in factors {
            pass(radix, length, stride, re, im, &outRe, &outIm)
            swap(&re, &outRe)
            swap(&im, &outIm)
            length /= radix
            stride *= radix
            try Interruption.check()
        }
    }

    private func pass(
        _ radix: Int, _ length: Int, _ stride: Int, _ xr: [Double], _ xi: [Double],
        _ yr: inout [Double], _ yi: inout [Double]
    ) {
        let m = length / radix
        let turn = count / length
        xr.withUnsafeBufferPointer { xr in
            xi.withUnsafeBufferPointer { xi in
                yr.withUnsafeMutableBufferPointer { yr in
                    yi.withUnsafeMutableBufferPointer { yi in
                        cosines.withUnsafeBufferPointer { c in
                            sines.withUnsafeBufferPointer { s in
                                switch radix {
                                case 2:
                                    Self.two(m, stride, turn, xr, xi, yr, yi, c, s)
                                case 4:
                                    Self.four(m, stride, turn, xr, xi, yr, yi, c, s)
                                default:
                                    Self.any(
                                        radix, m, stride, turn, count, xr, xi, yr, yi, c, s)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private typealias Input = UnsafeBufferPointer<Double>
    private typealias Output = UnsafeMutableBufferPointer<Double>

    private static func two(
        _ m: Int, _ stride: Int, _ turn: Int, _ xr: Input, _ xi: Input, _ yr: Output,
        _ yi: Output, _ c: Input, _ s: Input
    ) {
        for p in 0..<m {
            let (wr, wi) = (c[p * turn], s[p * turn])
            for q in 0..<stride {
                let (a, b) = (q + stride * p, q + stride * (p + m))
                let (dr, di) = (xr[a] - xr[b], xi[a] - xi[b])
                let (u, v) = (q + stride * 2 * p, q + stride * (2 * p + 1))
                yr[u] = xr[a] + xr[b]
                yi[u] = xi[a] + xi[b]
                yr[v] = dr * wr - di * wi
                yi[v] = dr * wi + di * wr
            }
        }
    }

    private static func four(
        _ m: Int, _ stride: Int, _ turn: Int, _ xr: Input, _ xi: Input, _ yr: Output,
        _ yi: Output, _ c: Input, _ s: Input
    ) {
        for p in 0..<m {
            let (w1r, w1i) = (c[p * turn], s[p * turn])
            let (w2r, w2i) = (c[2 * p * turn], s[2 * p * turn])
            let (w3r, w3i) = (c[3 * p * turn], s[3 * p * turn])
            for q in 0..<stride {
                let i0 = q + stride * p
                let (i1, i2, i3) = (
                    i0 + stride * m, i0 + stride * 2 * m, i0 + stride * 3 * m
                )
                let (ar, ai) = (xr[i0] + xr[i2], xi[i0] + xi[i2])
                let (br, bi) = (xr[i0] - xr[i2], xi[i0] - xi[i2])
                let (cr, ci) = (xr[i1] + xr[i3], xi[i1] + xi[i3])
                // −i·(x₁ − x₃)
                let (dr, di) = (xi[i1] - xi[i3], xr[i3] - xr[i1])
                let o = q + stride * 4 * p
                yr[o] = ar + cr
                yi[o] = ai + ci
                let (er, ei) = (br + dr, bi + di)
                yr[o + stride] = er * w1r - ei * w1i
                yi[o + stride] = er * w1i + ei * w1r
                let (fr, fi) = (ar - cr, ai - ci)
                yr[o + 2 * stride] = fr * w2r - fi * w2i
                yi[o + 2 * stride] = fr * w2i + fi * w2r
                let (gr, gi) = (br - dr, bi - di)
                yr[o + 3 * stride] = gr * w3r - gi * w3i
                yi[o + 3 * stride] = gr * w3i + gi * w3r
            }
        }
    }

    private static func any(
        _ radix: Int, _ m: Int, _ stride: Int, _ turn: Int, _ count: Int, _ xr: Input,
        _ xi: Input, _ yr: Output, _ yi: Output, _ c: Input, _ s: Input
    ) {
        // e^(−2πi·j/radix) are among the roots of the whole.
        let root = count / radix
        for p in 0..<m {
            for k in 0..<radix {
                let (wr, wi) = (c[k * p * turn], s[k * p * turn])
                for q in 0..<stride {
                    var (sumRe, sumIm) = (0.0, 0.0)
                    var step = 0
                    for j in 0..<radix {
                        let index = q + stride * (p + j * m)
                        let (rr, ri) = (c[step * root], s[step * root])
                        sumRe += xr[index] * rr - xi[index] * ri
                        sumIm += xr[index] * ri + xi[index] * rr
                        step += k
                        if step >= radix { step -= radix }
                    }
                    let out = q + stride * (radix * p + k)
                    yr[out] = sumRe * wr - sumIm * wi
                    yi[out] = sumRe * wi + sumIm * wr
                }
            }
        }
    }

    /// A transform of any length as a convolution of a length that is a power of two.
    private final class Bluestein {
        private let count: Int
        private let plan: FourierPlan
        /// e^(−πi·k²/n).
        private let chirp: [(re: Double, im: Double)]
        private var kernelRe: [Double]
        private var kernelIm: [Double]

        init(_ count: Int) {
            self.count = count
            var length = 1
            while length < 2 * count - 1 { length *= 2 }
            plan = FourierPlan(length)
            chirp = (0..<count).map { k in
                // k² modulo 2n keeps the angle exact.
                let square = (k.multipliedFullWidth(by: k))
                let rest = (2 * count).dividingFullWidth(square).remainder
                let angle = FourierPlan.angle(rest, 2 * count)
                return (angle.cosine, -angle.sine)
            }
            kernelRe = [Double](repeating: 0, count: length)
            kernelIm = [Double](repeating: 0, count: length)
            for k in 0..<count {
                kernelRe[k] = chirp[k].re
                kernelIm[k] = -chirp[k].im
                if k > 0 {
                    kernelRe[length - k] = chirp[k].re
                    kernelIm[length - k] = -chirp[k].im
                }
            }
            // Of a power of two: nothing to interrupt but the caller's own check.
            try? plan.transform(&kernelRe, &kernelIm, inverse: false)
        }

        func transform(_ re: inout [Double], _ im: inout [Double]) throws(TensorError) {
            let length = plan.count
            var a = [Double](repeating: 0, count: length)
            var b = [Double](repeating: 0, count: length)
            for k in 0..<count {
                let w = chirp[k]
                a[k] = re[k] * w.re - im[k] * w.im
                b[k] = re[k] * w.im + im[k] * w.re
            }
            try plan.transform(&a, &b, inverse: false)
            for k in 0..<length {
                let (x, y) = (a[k], b[k])
                a[k] = x * kernelRe[k] - y * kernelIm[k]
                b[k] = x * kernelIm[k] + y * kernelRe[k]
            }
            try plan.transform(&a, &b, inverse: true)
            let scale = 1 / Double(length)
            for k in 0..<count {
                let w = chirp[k]
                re[k] = (a[k] * w.re - b[k] * w.im) * scale
                im[k] = (a[k] * w.im + b[k] * w.re) * scale
            }
        }
    }
}
