import Tensors
import Testing

@Suite struct SelectionTests {
    @Test func `positions of what is not zero`() {
        #expect(Tensor([[0, 5], [7, 0]]).nonzero() == Tensor([[0, 1], [1, 0]]))
        #expect(Tensor([[0.0, .nan], [2, 0]]).T.nonzero() == Tensor([[0, 1], [1, 0]]))
        #expect(Tensor.zeros(3, 2).nonzero().shape == [0, 2])
        #expect(Tensor(1).nonzero().shape == [1, 0])
    }

    @Test func `closeness of elements`() {
        let a = Tensor([1.0, 1, .nan, .infinity, .infinity])
        let b = Tensor([1.000001, 1.1, .nan, .infinity, 1])
        #expect(isClose(a, b) == Tensor([true, false, false, true, false]))
        #expect(isClose(a, b, equalNaN: true) == Tensor([true, false, true, true, false]))
        #expect(!allClose(a, a) && allClose(a, a, equalNaN: true))
    }

    @Test func `rounding to decimal places`() {
        #expect(Tensor([1.25, -1.25, 2.449], dtype: .float64).rounded(decimals: 1) == Tensor([1.3, -1.3, 2.4], dtype: .float64))
        #expect(Tensor([1234, 1250, -1251]).rounded(decimals: -2) == Tensor([1200, 1300, -1300]))
        #expect(Tensor([7]).rounded(decimals: 3) == Tensor([7]))
        #expect(Tensor([1e300, .infinity], dtype: .float64).rounded(decimals: 200) == Tensor([1e300, .infinity], dtype: .float64))
    }

    @Test func `statistics of several axes are those of the axes as one`() {
        let x = Tensor.randomNormal(4, 5, 6, dtype: .float64)
        let flat = x.transposed(1, 0, 2).reshaped(5, 24)
        #expect(x.median(axis: [0, 2]) == flat.median(axis: 1))
        #expect(x.median(axis: [2, 0], keepDims: true).shape == [1, 5, 1])
        #expect(allClose(x.quantile(0.3, axis: [-1, 0]), flat.quantile(0.3, axis: 1)))
        let several = x.quantile([0.1, 0.9], axis: 1)
        #expect(several.shape == [2, 4, 6] && several[1] == x.quantile(0.9, axis: 1))
        #expect(x.movedAxis(from: 0, to: -1) == x.transposed(1, 2, 0))
        #expect(x.movedAxis(from: 2, to: 0) == x.transposed(2, 0, 1))
    }

    @Test func `a bound that the type does not reach cuts nothing off`() {
        let bytes = Tensor([0, 7, 255], dtype: .uint8)
        #expect(bytes.clipped(min: -3) == bytes && bytes.clipped(max: 300) == bytes)
        #expect(bytes.clipped(min: -3, max: 9) == Tensor([0, 7, 9], dtype: .uint8))
        #expect((bytes .> -1).all().item() == 1 && (bytes .== 263).any().item() == 0)
        // Whole numbers that float32 does not hold have exact statistics.
        let big = Tensor([16_777_217, 16_777_219])
        #expect(big.variance().item() == 1 && big.mean().item() == 16_777_218)
        #expect(Tensor([Int(Int32.max), Int(Int32.min), 5, -1], dtype: .int32).mean().item() == 0.75)
        let large = Tensor([-5, 5], dtype: .int32)
        #expect(large.clipped(min: -1e10, max: 1e10) == large)
    }

    @Test func `quantiles beside infinities`() {
        let x = Tensor([[-Double.infinity, 2], [1, .infinity], [.infinity, .infinity]])
        #expect(x.median(axis: 1) == Tensor([-Double.infinity, .infinity, .infinity]))
        #expect(Tensor([1.0, 2, .infinity]).quantile(0.25).item() == 1.5)
    }

    @Test func `log softmax of equal large numbers, and a transform's missing terms`() {
        #expect(allClose(logSoftmax(Tensor([1e30, 1e30])), Tensor([-0.6931472, -0.6931472])))
        let z = Tensor([[3.0, 0], [1, -2]])
        #expect(allClose(irfft(z, count: 5), irfft(concatenated([z, Tensor.zeros(1, 2)]), count: 5)))
        #expect(irfft(z, count: 7).shape == [7])
    }

    @Test func `averages with weights`() {
        let exact = Tensor([1.0, 2, 4], dtype: .float64).average(weights: Tensor([0.1, 0.2, 0.3])).item()
        let (a, b, c) = (Double(Float(0.1)), Double(Float(0.2)), Double(Float(0.3)))
        #expect(abs(exact - (a + 2 * b + 4 * c) / (a + b + c)) < 1e-15, "float32 weights are summed in float64")
        let x = Tensor([[1.0, 2], [3, 4]])
        #expect(x.average(weights: Tensor([1, 3]), axis: 1) == Tensor([1.75, 3.75]))
        #expect(x.average(weights: Tensor([1, 3]), axis: 0) == Tensor([2.5, 3.5]))
        #expect(x.average(weights: Tensor([[1, 0], [0, 1]])) == Tensor(2.5))
    }

    @Test func `small terms are not lost in logarithms of sums`() {
        let tiny = logAddExp(Tensor([0.0], dtype: .float64), Tensor([-30.0], dtype: .float64)).item()
        #expect(tiny == 9.357622968839737e-14)
        #expect(logAddExp(Tensor([Double.infinity]), Tensor([1.0])) == Tensor([Double.infinity]))
        #expect(logAddExp(Tensor([-Double.infinity]), Tensor([-Double.infinity])) == Tensor([-Double.infinity]))
    }

    @Test func `unsigned numbers become real before they are negated`() {
        #expect(allClose(logSigmoid(Tensor([3], dtype: .uint8)), logSigmoid(Tensor([3.0]))))
    }

    @Test func `bounds at the edge of what numbers hold are errors, not ends`() {
        #expect(throws: TensorError.self) {
            try Checked.histogram(Tensor([-1.7e308, 1.7e308], dtype: .float64))
        }
        #expect(throws: TensorError.self) { try Checked.arange(-1e308, 1e308, step: 1e-300) }
        #expect(Tensor.arange(1e300, 0, step: 1e-5).count == 0)
    }
}
