/// A function of each element by itself that has no kernel: computed in float64, one after the
/// other.
package final class ScalarOperation: Operation, @unchecked Sendable {
    private let function: @Sendable (Double, Double) -> Double

    /// The derivative from input, output and parameter, in operations that can be differentiated
    /// again.
    typealias Derivative = @Sendable (_ x: Tensor, _ y: Tensor, _ parameter: Double)
        throws(TensorError) -> Tensor

    init(
        _ name: String, _ summary: String, range: ClosedRange<Double> = 0.5...2, p0: Double = 0,
        _ function: @escaping @Sendable (Double, Double) -> Double, derivative: @escaping Derivative
    ) {
        self.function = function
        super.init(
            name, summary, saves: [.inputs, .output],
            samples: [Sample([2, 3], range: range, attributes: Attributes(p0: p0))],
            gradient: { (c) throws(TensorError) in
                let (g, x, y, p0) = (c.upstream, c[0], c.output, c.attributes.p0)
                try c.give(0, try Checked.multiply(g, derivative(x, y, p0)))
            })
    }

    package func apply(_ x: Tensor, p0: Double = 0) throws(TensorError) -> Tensor {
        let source = try Tensor(Checked.cast(x.storage, x.dtype.floating)).contiguousStorage()
        let result = try TensorStorage.allocate(source.shape, source.dtype)
        let count = source.count
        var start = 0
        while start < count {
            try Interruption.check()
            let end = Swift.min(count, start + 1 << 16)
            if source.dtype == .float32 {
                let (from, to) = (
                    source.data.assumingMemoryBound(to: Float.self),
                    result.data.assumingMemoryBound(to: Float.self)
                )
                for i in start..<end { to[i] = Float(function(Double(from[i]), p0)) }
            } else {
                let (from, to) = (
                    source.data.assumingMemoryBound(to: Double.self),
                    result.data.assumingMemoryBound(to: Double.self)
                )
                for i in start..<end { to[i] = function(from[i], p0) }
            }
            start = end
        }
        record(x, result, Attributes(p0: p0))
        withExtendedLifetime(source) {}
        return Tensor(result)
    }

    package override func run(
        _ inputs: [Tensor], _ attributes: Attributes
    ) throws(TensorError) -> Tensor {
        try apply(inputs[0], p0: attributes.p0)
    }
}
