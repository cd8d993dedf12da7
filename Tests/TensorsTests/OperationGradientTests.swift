import Tensors
import Testing

/// Numbers between bounds that are the same each time and do not repeat.
private func drawn(_ shape: Shape, _ range: ClosedRange<Double>, _ seed: UInt64) throws -> Tensor {
    try Checked.randomUniform(
        shape, min: range.lowerBound, max: range.upperBound, dtype: .float64,
        using: RandomGenerator(seed: seed))
}

@Suite struct OperationGradientTests {
    /// A scalar function of one input of an operation: its elements weighted and summed.
    private func value(
        _ operation: Tensors.Operation, _ inputs: [Tensor], _ attributes: Attributes,
        _ weights: Tensor
    ) throws -> Tensor {
        let output = try operation.run(inputs, attributes)
        return try Checked.sum(Checked.multiply(output, weights))
    }

    @Test func `every gradient agrees with finite differences`() throws {
        for operation in OperationTable.all where operation.isDifferentiable {
            for sample in operation.samples {
                var inputs: [Tensor] = []
                for (index, shape) in sample.shapes.enumerated() {
                    inputs.append(try drawn(shape, sample.range, UInt64(index) + 3))
                }
                let output = try operation.run(inputs + sample.constants, sample.attributes)
                let weights = try drawn(output.shape, 0.5...1.5, 99)
                let (_, gradients) = try Gradient.valueWithGradient(at: inputs) { leaves in
                    try value(operation, leaves + sample.constants, sample.attributes, weights)
                }
                for (index, input) in inputs.enumerated() {
                    let analytic = try Checked.scalars(gradients[index], as: Double.self)
                    let base = try Checked.scalars(input, as: Double.self)
                    for element in base.indices {
                        var sums: [Double] = []
                        for step in [1e-6, -1e-6] {
                            var moved = base
                            moved[element] += step
                            var changed = inputs + sample.constants
                            changed[index] = try Checked.tensor(moved, shape: input.shape)
                            sums.append(
                                try Checked.item(
                                    value(operation, changed, sample.attributes, weights)))
                        }
                        let numeric = (sums[0] - sums[1]) / 2e-6
                        #expect(
                            abs(numeric - analytic[element]) < 1e-6 * Swift.max(1, abs(numeric)),
                            "\(operation.name), input \(index), element \(element): \(analytic[element]), by differences \(numeric)"
                        )
                    }
                }
            }
        }
    }

    @Test func `every gradient can be differentiated again`() throws {
        for operation in OperationTable.all where operation.isDifferentiable {
            for sample in operation.samples {
                var inputs: [Tensor] = []
                for (index, shape) in sample.shapes.enumerated() {
                    inputs.append(try drawn(shape, sample.range, UInt64(index) + 3))
                }
                let output = try operation.run(inputs + sample.constants, sample.attributes)
                let weights = try drawn(output.shape, 0.5...1.5, 99)
                // The function whose gradient is checked: the weighted sum of the first gradient.
                func slope(_ x: Tensor, _ rest: [Tensor]) throws -> Tensor {
                    let (_, gradients) = try Gradient.valueWithGradient(at: [x]) { leaves in
                        var all = rest
                        all[0] = leaves[0]
                        let y = try operation.run(all + sample.constants, sample.attributes)
                        return try Checked.sum(Checked.multiply(Checked.square(y), weights))
                    }
                    let factors = try drawn(x.shape, 0.5...1.5, 5)
                    return try Checked.sum(Checked.multiply(gradients[0], factors))
                }
                let (_, second) = try Gradient.valueWithGradient(at: [inputs[0]]) { leaves in
                    try slope(leaves[0], inputs)
                }
                let analytic = try Checked.scalars(second[0], as: Double.self)
                let base = try Checked.scalars(inputs[0], as: Double.self)
                for element in base.indices {
                    var sums: [Double] = []
                    for step in [1e-5, -1e-5] {
                        var moved = base
                        moved[element] += step
                        let x = try Checked.tensor(moved, shape: inputs[0].shape)
                        sums.append(try Checked.item(slope(x, inputs)))
                    }
                    let numeric = (sums[0] - sums[1]) / 2e-5
                    #expect(
                        abs(numeric - analytic[element]) < 2e-5 * Swift.max(1, abs(numeric)),
                        "\(operation.name), element \(element): \(analytic[element]), by differences \(numeric)"
                    )
                }
            }
        }
    }

    @Test func `every operation with a gradient has samples`() {
        for operation in OperationTable.all where operation.isDifferentiable {
            #expect(!operation.samples.isEmpty, "\(operation.name)")
        }
    }
}
