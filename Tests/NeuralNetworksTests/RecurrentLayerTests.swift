import NeuralNetworks
import Tensors
import Testing

@Suite struct RecurrentLayerTests {
    @Test func `reading from the end is reading the mirrored sequence`() throws {
        for (ahead, back) in [
            (SimpleRNN(3, returnSequences: true), SimpleRNN(3, returnSequences: true, goBackwards: true)),
            (LSTM(3, returnSequences: true), LSTM(3, returnSequences: true, goBackwards: true)),
            (GRU(3, returnSequences: true), GRU(3, returnSequences: true, goBackwards: true)),
        ] as [(RecurrentLayer, RecurrentLayer)] {
            let x = Tensor.randomNormal(2, 5, 4)
            let mirrored = try Checked.flipped(x, axes: [1])
            _ = try ahead.call(x)
            _ = try back.call(x)
            for (a, b) in zip(ahead.parameters, back.parameters) { b.parameter.value = a.parameter.value }
            #expect(try distance(back.call(x), ahead.call(mirrored)) == 0)
            let (_, one) = try Gradient.valueWithGradient(at: [x]) {
                try Checked.sum(Checked.square(back.call($0[0])))
            }
            let (_, two) = try Gradient.valueWithGradient(at: [mirrored]) {
                try Checked.sum(Checked.square(ahead.call($0[0])))
            }
            #expect(try distance(one[0], Checked.flipped(two[0], axes: [1])) < 1e-6)
        }
    }

    @Test func `gradients reach the state that a sequence begins with`() throws {
        let layer = LSTM(3)
        let x = Tensor.randomNormal(2, 4, 2, dtype: .float64)
        _ = try layer.call(x)
        let state = [Tensor.randomNormal(2, 3, dtype: .float64), Tensor.randomNormal(2, 3, dtype: .float64)]
        func value(_ state: [Tensor]) throws -> Tensor {
            let (output, end) = try layer.run(x, state: state)
            return try Checked.add(Checked.sum(Checked.square(output)), Checked.sum(end[1]))
        }
        let (_, gradients) = try Gradient.valueWithGradient(at: state) { try value($0) }
        for part in 0..<2 {
            var sums: [Double] = []
            for step in [1e-6, -1e-6] {
                var moved = state
                moved[part] = try Checked.add(state[part], .real(step))
                sums.append(try Checked.item(value(moved)))
            }
            let expected = (sums[0] - sums[1]) / 2e-6
            #expect(abs(try Checked.item(Checked.sum(gradients[part])) - expected) < 1e-5)
        }
    }
}
