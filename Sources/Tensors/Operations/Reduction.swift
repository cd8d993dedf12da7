internal import CKernels

/// A reduction's operand as kernels take it: a flat array seen as (outer, axis, inner).
struct ReductionPlan {
    let source: TensorStorage
    let outer: Int
    let axis: Int
    let inner: Int
    /// The shape without the reduced axes, or with 1 in their place.
    let result: Shape
    /// The shape with 1 in the place of the reduced axes.
    let kept: Shape

    init(_ x: TensorStorage, axes: Int, keepDims: Bool) throws(TensorError) {
        let rank = x.shape.count
        guard axes == (1 << rank) - 1 else {
            try self.init(some: x, axes: axes, keepDims: keepDims)
            return
        }
        let kept = Shape(repeating: 1, rank: rank)
        self.init(
            source: try Tensor(x).contiguousStorage(), outer: 1, axis: x.count, inner: 1,
            result: keepDims ? kept : Shape(), kept: kept)
    }

    private init(
        source: TensorStorage, outer: Int, axis: Int, inner: Int, result: Shape, kept: Shape
    ) {
        self.source = source
        self.outer = outer
        self.axis = axis
        self.inner = inner
        self.result = result
        self.kept = kept
    }

    private init(some x: TensorStorage, axes: Int, keepDims: Bool) throws(TensorError) {
        let rank = x.shape.count
        var kept = x.shape
        var squeezed = Shape()
        var before = 1
        var reduced = 1
        var after = 1
        // Whether the reduced axes are neighbours, so that they are one axis to the kernel.
        var state = 0
        var isBlock = true
        for position in 0..<rank {
            if axes & (1 << position) != 0 {
                kept[position] = 1
                reduced *= x.shape[position]
                if state == 0 { state = 1 }
                if state == 2 { isBlock = false }
            } else {
                squeezed.append(x.shape[position])
                if state == 0 { before *= x.shape[position] } else { after *= x.shape[position] }
                if state == 1 { state = 2 }
            }
        }
        self.kept = kept
        result = keepDims ? kept : squeezed
        axis = reduced
        if isBlock {
            source = try Tensor(x).contiguousStorage()
            outer = before
            inner = after
        } else {
            // Bring the reduced axes to the end.
            var shape = Shape()
            var strides = Strides()
            for wanted in [false, true] {
                for position in 0..<rank where (axes & (1 << position) != 0) == wanted {
                    shape.append(x.shape[position])
                    strides.append(x.strides[position])
                }
            }
            let view = TensorStorage(viewing: x, shape: shape, strides: strides)
            source = try Tensor(view).contiguousStorage()
            outer = before * after
            inner = 1
        }
    }
}

/// A function of all elements along some axes.
///
/// attributes: i0 the axes as bits, i1 whether they are kept with extent 1.
package final class ReductionOperation: Operation, @unchecked Sendable {
    let kernel: vj_reduce_op
    /// Whether integers become float32 first.
    let needsFloats: Bool

    init(
        _ name: String, _ kernel: vj_reduce_op, _ summary: String, needsFloats: Bool = false,
        saves: Saves = .nothing, range: ClosedRange<Double> = -2...2,
        gradient: GradientRule? = nil
    ) {
        self.kernel = kernel
        self.needsFloats = needsFloats
        super.init(
            name, summary, saves: saves,
            samples: gradient == nil
                ? []
                : [
                    Sample([2, 3], range: range, attributes: Attributes(i0: 0b11)),
                    Sample([2, 3], range: range, attributes: Attributes(i0: 0b10, i1: 1)),
                    Sample([2, 3, 2], range: range, attributes: Attributes(i0: 0b101)),
                ], gradient: gradient)
    }

    package func apply(
        _ x: Tensor, axes: Int, keepDims: Bool
    ) throws(TensorError) -> Tensor {
        var source = x.storage
        if needsFloats, !source.dtype.isFloatingPoint {
            source = try Checked.cast(source, .float32)
        }
        let plan = try ReductionPlan(source, axes: axes, keepDims: keepDims)
        let type = DType(vj_reduce_result(kernel, source.dtype.c))
        let result = try TensorStorage.allocate(plan.result, type)
        let status = vj_reduce(
            kernel, source.dtype.c, plan.outer, plan.axis, plan.inner, plan.source.data,
            result.data)
        if status == VJ_DOMAIN { throw .empty(operation: name, shape: x.shape) }
        try check(status, name)
        record(x, result, Attributes(i0: axes, i1: keepDims ? 1 : 0))
        return Tensor(result)
    }

    package override func run(
        _ inputs: [Tensor], _ attributes: Attributes
    ) throws(TensorError) -> Tensor {
        try apply(inputs[0], axes: attributes.i0, keepDims: attributes.i1 != 0)
    }
}

extension DType {
    init(_ type: vj_dtype) {
        self = DType(rawValue: UInt8(truncatingIfNeeded: type.rawValue)) ?? .float32
    }
}

extension Backward {
    /// What was reduced, with the reduced axes back as 1, ready to broadcast over the input.
    func keepingAxes(_ reduced: Tensor, of shape: Shape) throws(TensorError) -> Tensor {
        try Checked.reshaped(reduced, Reduced.kept(shape, attributes.i0))
    }
}

enum Reduced {
    /// The shape with 1 in the place of the axes.
    static func kept(_ shape: Shape, _ axes: Int) -> Shape {
        var kept = shape
        for axis in 0..<shape.count where axes & (1 << axis) != 0 { kept[axis] = 1 }
        return kept
    }

    /// Number of elements that are reduced to one.
    static func count(_ shape: Shape, _ axes: Int) -> Int {
        var count = 1
        for axis in 0..<shape.count where axes & (1 << axis) != 0 { count *= shape[axis] }
        return count
    }
}
