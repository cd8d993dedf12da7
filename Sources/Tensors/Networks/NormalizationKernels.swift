internal import CKernels

/// Normalisations in one pass forward and one backward.
enum NormalizationKernels {
    /// The result, and mean and deviation of each set, [2, sets], for the way back.
    static func forward(
        _ x: Tensor, _ weight: Tensor?, _ bias: Tensor?, _ sets: NormalizationSets,
        _ epsilon: Double, relu: Bool, _ running: RunningStatistics?
    ) throws(TensorError) -> (result: TensorStorage, statistics: Tensor) {
        let view = sets.view(x.shape).shape
        let source = try x.contiguousStorage()
        let scale = try weight?.contiguousStorage()
        let shift = try bias?.contiguousStorage()
        let type = source.dtype
        let result = try TensorStorage.allocate(x.shape, type)
        let count = sets.count(view)
        let statistics = try TensorStorage.allocate(Shape(2, count), type)
        let mean = statistics.data
        let deviation = statistics.data + count * type.byteCount
        let status: vj_status
        switch sets {
        case .rows(_, let centred):
            status = vj_layer_norm(
                type.c, view[0], view[1], source.data, scale?.data, shift?.data, epsilon,
                result.data, centred ? mean : nil, deviation)
        case .channels:
            if let running {
                try running.prepare(type)
                status = vj_batch_norm(
                    type.c, view[0], view[1], source.data, scale?.data, shift?.data, epsilon,
                    relu, result.data, mean, deviation, running.momentum,
                    running.mean.storage.data, running.variance.storage.data)
            } else {
                status = vj_batch_norm(
                    type.c, view[0], view[1], source.data, scale?.data, shift?.data, epsilon,
                    relu, result.data, mean, deviation, 0, nil, nil)
            }
        case .groups(let groups):
            status = vj_group_norm(
                type.c, view[0], view[1], view[2] * view[3], groups, source.data, scale?.data,
                shift?.data, epsilon, result.data, mean, deviation)
        }
        try check(status, "normalization")
        withExtendedLifetime((source, scale, shift)) {}
        return (result, Tensor(statistics))
    }

    /// Gives the gradients of x, weight and bias in one pass.
    static func gradient(
        _ c: inout Backward, _ sets: NormalizationSets, relu: Bool
    ) throws(TensorError) {
        guard let statistics = c.attributes.second?.storage else { return }
        let x = c[0].shape
        let view = sets.view(x).shape
        let source = try c[0].contiguousStorage()
        let upstream = try c.upstream.contiguousStorage()
        let scale = c.has(1) ? try c[1].contiguousStorage() : nil
        let type = source.dtype
        let mean = statistics.data
        let deviation = statistics.data + sets.count(view) * type.byteCount
        let dx = try TensorStorage.allocate(x, type)
        let dScale = c.needs(1) ? try TensorStorage.allocate(c[1].shape, type) : nil
        let dShift = c.needs(2) ? try TensorStorage.allocate(c[2].shape, type) : nil
        let status: vj_status
        switch sets {
        case .rows(_, let centred):
            status = vj_layer_norm_backward(
                type.c, view[0], view[1], source.data, upstream.data, scale?.data,
                centred ? mean : nil, deviation, dx.data, dScale?.data, dShift?.data)
        case .channels:
            let y = relu ? try c.output.contiguousStorage() : nil
            status = vj_batch_norm_backward(
                type.c, view[0], view[1], source.data, upstream.data, y?.data, scale?.data,
                mean, deviation, dx.data, dScale?.data, dShift?.data)
            withExtendedLifetime(y) {}
        case .groups(let groups):
            status = vj_group_norm_backward(
                type.c, view[0], view[1], view[2] * view[3], groups, source.data,
                upstream.data, scale?.data, mean, deviation, dx.data, dScale?.data,
                dShift?.data)
        }
        try check(status, "normalization")
        withExtendedLifetime((source, upstream, scale, statistics)) {}
        try c.give(0, Tensor(dx))
        if let dScale { try c.give(1, Tensor(dScale)) }
        if let dShift { try c.give(2, Tensor(dShift)) }
    }

    /// Channels by statistics that are given, where nothing is recorded.
    static func inference(
        _ x: Tensor, _ mean: Tensor, _ variance: Tensor, _ weight: Tensor?, _ bias: Tensor?,
        _ epsilon: Double, relu: Bool
    ) throws(TensorError) -> Tensor {
        let view = NormalizationSets.channels.view(x.shape).shape
        let source = try x.contiguousStorage()
        let center = try Tensor(Checked.cast(mean.storage, source.dtype)).contiguousStorage()
        let spread = try Tensor(Checked.cast(variance.storage, source.dtype))
            .contiguousStorage()
        let scale = try weight?.contiguousStorage()
        let shift = try bias?.contiguousStorage()
        let result = try TensorStorage.allocate(x.shape, source.dtype)
        try check(
            vj_batch_norm_inference(
                source.dtype.c, view[0], view[1], source.data, scale?.data, shift?.data,
                center.data, spread.data, epsilon, relu, result.data), "batchNorm")
        withExtendedLifetime((source, center, spread, scale, shift)) {}
        return Tensor(result)
    }
}

extension NormalizationSets {
    /// How many sets there are.
    func count(_ view: Shape) -> Int {
        switch self {
        case .rows: view[0]
        case .channels: view[1]
        case .groups: view[0] * view[2]
        }
    }
}

extension RunningStatistics {
    /// Makes the statistics memory that a kernel can write, of x's type.
    func prepare(_ type: DType) throws(TensorError) {
        mean = try Checked.asType(Checked.stopGradient(mean), type)
        variance = try Checked.asType(Checked.stopGradient(variance), type)
        try mean.makeUnique()
        try variance.makeUnique()
    }
}
