import Tensors
import Testing

/// The message of what a closure throws.
private func message(_ body: () throws -> Void) -> String {
    do {
        try body()
        return "nothing thrown"
    } catch {
        return "\(error)"
    }
}

@Suite struct TensorErrorTests {
    @Test func `broadcasting names both shapes and the axis`() {
        #expect(
            message { _ = try Checked.add(Tensor.ones(2, 3), Tensor.ones(4)) }
                == """
                '+' cannot broadcast shapes [2, 3] and [4]: axis 1 of the first is 3, axis 0 of the second is 4
                help: shapes are compared from the last axis; extents must be equal or one of them 1
                """)
        #expect(
            message { _ = try Checked.multiply(Tensor.ones(2, 3), Tensor.ones(2)) }
                .hasSuffix(
                    "help: 'expandedDimensions(axis: 1)' makes the vector a column of shape [2, 1]")
        )
    }

    @Test func `matrix products name the inner axes`() {
        #expect(
            message { _ = try Checked.matmul(Tensor.ones(2, 3), Tensor.ones(2, 3)) }
                == """
                'matmul' of shapes [2, 3] and [2, 3]: axis 1 of the first is 3, axis 0 of the second is 2, they must be equal
                help: the second operand's transpose would fit: 'matmul(a, b.T)'
                """)
        #expect(
            message { _ = try Checked.matmul(Tensor.ones(2, 2, 3), Tensor.ones(3, 3, 4)) }
                .hasPrefix("'matmul' cannot broadcast shapes [2] and [3]"))
    }

    @Test func `axes and indices say what there is`() {
        let x = Tensor.zeros(2, 3)
        #expect(
            message { _ = try Checked.sum(x, axes: [2]) }
                == "'sum' has no axis 2: the tensor's axes are 0 to 1\nhelp: -1 is the last axis, -2 the first"
        )
        #expect(
            message { _ = try Checked.subscript(x, [.at(0), .at(3)]) }
                == "index 3 is out of range: axis 1 has 3 elements\nhelp: use 0 to 2, or -1 to -3 from the end"
        )
        #expect(
            message { _ = try Checked.subscript(x, [.at(0), .at(0), .at(0)]) }
                == "3 subscripts for a tensor with 2 axes (shape [2, 3])")
        #expect(
            message { _ = try Checked.sum(x, axes: [0, -2]) } == "'sum' is given axis -2 twice")
    }

    @Test func `reshaping counts`() {
        let x = Tensor.zeros(2, 3)
        #expect(
            message { _ = try Checked.reshaped(x, [4, 2]) }
                == "shape [2, 3] has 6 elements, shape [4, 2] has 8\nhelp: write -1 for one extent to have it computed"
        )
        #expect(
            message { _ = try Checked.reshaped(x, [4, -1]) }.hasPrefix(
                "6 elements of shape [2, 3] do not fill [4, -1]"))
        #expect(
            message { _ = try Checked.reshaped(x, [-1, -1]) }.hasPrefix(
                "shape [-1, -1] leaves more than one extent open"))
        #expect(message { _ = try Checked.reshaped(x, [.max, .max]) }.contains("[2, 3]"))
        #expect(
            message { _ = try Checked.reshaped(x, [1, 1, 1, 1, 1, 1, 1, 1, 6]) }.contains(
                "at most 8"))
    }

    @Test func `ragged literals say where`() {
        #expect(
            message { _ = try Checked.tensor([[1, 2], [3]]) }
                == "the nested arrays are ragged: [1] is an array of 1 element, expected 2 elements\nhelp: give all rows the same length"
        )
    }

    @Test func `items, types and domains`() {
        #expect(
            message { _ = try Checked.item(Tensor.zeros(2)) }
                .hasPrefix("'item' needs a tensor with one element, given shape [2]"))
        #expect(
            message { _ = try Checked.max(Tensor.zeros(0)) }
                == "'max' of no elements (shape [0]) has no value")
        #expect(
            message { _ = try Checked.remainder(Tensor([1, 2]), Tensor([0, 1])) }
                .contains("integer division by zero"))
        #expect(
            message {
                _ = try Checked.softmaxCrossEntropy(
                    logits: Tensor.zeros(2, 3), labels: Tensor([0, 3]))
            }
                == "'softmaxCrossEntropy': label 3 at position 1 is out of range for 3 classes\nhelp: labels count from 0 to 2"
        )
        #expect(
            message {
                _ = try Checked.concatenated([Tensor.zeros(2, 3), Tensor.zeros(2, 4)], axis: 0)
            }
            .contains("they disagree along axis 1"))
    }

    @Test func `sizes beyond memory are errors`() {
        #expect(
            message { _ = try Checked.zeros([1 << 40, 1 << 40]) }.contains(
                "more elements than can be counted"))
        #expect(message { _ = try Checked.zeros([1 << 50]) }.contains("no memory for"))
        #expect(message { _ = try Checked.zeros([0, 1 << 62, 4]) } == "nothing thrown")
    }

    @Test func `gradients say what they need`() {
        #expect(
            message { _ = try Gradient.valueWithGradient(at: [Tensor.zeros(3)]) { $0[0] } }
                == "the gradient of a tensor of shape [3] is not defined: the closure must return a scalar\nhelp: end the closure with 'sum()' or 'mean()'"
        )
        #expect(
            message {
                _ = try Gradient.valueWithGradient(at: [Tensor([1, 2])]) { try Checked.sum($0[0]) }
            }
                == "gradients exist at floating-point tensors only, the argument is int64\nhelp: convert it with 'asType(.float32)'"
        )
    }

    @Test func `steps, masks and mixed subscripts that make no sense`() {
        let x = Tensor.zeros(2, 3)
        #expect(
            message { _ = try Checked.subscript(x, [.slice(from: nil, to: nil, by: 0)]) }
                == "the step of a slice is 0")
        #expect(
            message { _ = try Checked.subscript(x, [.rest, .rest]) }
                == "'.ellipsis' can stand only once in a subscript")
        #expect(
            message { _ = try Checked.subscript(x, [.tensor(Tensor([true, false, true]))]) }
                == "a mask of shape [3] does not select from shape [2, 3]\nhelp: a mask has the extents of the axes it selects from"
        )
        #expect(
            message { _ = try Checked.subscript(x, [.tensor(Tensor([0.5]))]) }
                .hasPrefix("'subscript' expects integer positions or truth values, given float32"))
        #expect(
            message {
                var y = x
                try Checked.assign(&y, [.at(0)], Tensor.ones(2))
            }
                == "'assignment' cannot broadcast shape [2] to [3]\nhelp: from the last axis on, each extent must be 1 or the one asked for"
        )
    }

    @Test func `sizes read well`() {
        #expect(TensorError.size(999) == "999 bytes")
        #expect(TensorError.size(1_500_000) == "1.5 MB")
        #expect(TensorError.size(2_000_000_000) == "2 GB")
    }
}

@Suite struct ExtremeArgumentTests {
    @Test func `extreme numbers are errors or right results, never traps`() {
        let x = Tensor.arange(6).reshaped(2, 3)
        let calls: [() throws -> Tensor] = [
            { try Checked.padded(x, [(0, .max), (0, 0)]) },
            { try Checked.tiled(x, [.max, .max]) },
            { try Checked.tiled(x, [1 << 40]) },
            { try Checked.repeated(x, count: .max) },
            { try Checked.arange(.min, .max) },
            { try Checked.arange(.max, .min, step: .min) },
            { try Checked.subscript(x, [.slice(from: nil, to: nil, by: .min)]) },
            { try Checked.subscript(x, [.slice(from: .min, to: .max, by: .max)]) },
            { try Checked.subscript(x, [(...Int.max).tensorIndex]) },
            { try Checked.subscript(x, [.at(.min)]) },
            { try Checked.sum(x, axes: [.max]) },
            { try Checked.rolled(x, by: .min, axis: 0) },
            { try Checked.identity(.max) },
            { try Checked.linspace(0, 1, count: .max) },
            { try Checked.oneHot(x, classes: .max) },
            { try Checked.reshaped(x, [.min]) },
            { try Checked.pow(x, .integer(.max)) },
            { try Checked.clipped(x, min: -1e300, max: 1e300) },
            { try Checked.full([3], value: 1e300, dtype: .uint8) },
        ]
        for (number, call) in calls.enumerated() {
            do {
                let result = try call()
                #expect(result.count >= 0, "call \(number)")
            } catch {
                #expect(error is TensorError, "call \(number)")
            }
        }
    }
}
