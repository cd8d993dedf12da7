/// Axes as calls name them: negative ones count from the end.
package enum Axes {
    /// The axis counted from the front.
    ///
    /// - Throws: `axis` when the tensor has none like it.
    @inline(__always)
    package static func resolve(
        _ axis: Int, rank: Int, _ operation: @autoclosure () -> String
    ) throws(TensorError) -> Int {
        let resolved = axis < 0 ? axis + rank : axis
        guard resolved >= 0, resolved < rank else {
            throw .axis(operation: operation(), axis: axis, rank: rank)
        }
        return resolved
    }

    /// A set of axes as bits; nil names all.
    package static func set(
        _ axes: [Int]?, rank: Int, _ operation: @autoclosure () -> String
    ) throws(TensorError) -> Int {
        guard let axes else { return (1 << rank) - 1 }
        var bits = 0
        for axis in axes {
            let resolved = try resolve(axis, rank: rank, operation())
            guard bits & (1 << resolved) == 0 else {
                throw .repeatedAxis(operation: operation(), axis: axis)
            }
            bits |= 1 << resolved
        }
        return bits
    }
}
