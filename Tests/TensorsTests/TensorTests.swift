import Tensors
import Testing

@Suite struct TensorTests {
    @Test func `a tensor is one reference`() {
        #expect(MemoryLayout<Tensor>.size == 8)
    }

    @Test func `literals of any nesting take their types`() {
        #expect(Tensor([[1, 2], [3, 4]]).shape == [2, 2])
        #expect(Tensor([[1, 2], [3, 4]]).dtype == .int64)
        #expect(Tensor([[[0.5]], [[1]]]).shape == [2, 1, 1])
        #expect(Tensor([0.5]).dtype == .float32)
        #expect(Tensor([true, false]).dtype == .bool)
        #expect(Tensor(3).shape == [])
        #expect(Tensor([1, 2], dtype: .float64).dtype == .float64)
        #expect(Tensor([Tensor([1, 2]), Tensor([3, 4])]) == Tensor([[1, 2], [3, 4]]))
        #expect(Tensor([[Double]]()).shape == [0])
        #expect(Tensor([9_007_199_254_740_993]).scalars(as: Int.self) == [9_007_199_254_740_993])
        #expect(Tensor([Float(0.1)]).scalars(as: Float.self) == [0.1])
    }

    @Test func `makers fill`() {
        #expect(Tensor.identity(2) == Tensor([[1, 0], [0, 1]]))
        #expect(Tensor.arange(2, 10, step: 3) == Tensor([2, 5, 8]))
        #expect(Tensor.arange(5, 0, step: -2) == Tensor([5, 3, 1]))
        #expect(Tensor.arange(0.0, 1, step: 0.25) == Tensor([0, 0.25, 0.5, 0.75]))
        #expect(Tensor.linspace(0, 1, count: 5) == Tensor([0, 0.25, 0.5, 0.75, 1]))
        #expect(Tensor.full(2, value: 7) == Tensor([7, 7]))
        #expect(Tensor.arange(3).oneHot(classes: 3) == Tensor.identity(3))
        #expect(Tensor.arange(0).shape == [0])
        #expect([Int](Tensor.arange(3)) == [0, 1, 2])
    }

    @Test func `numbers keep the element type within their kind`() {
        let i = Tensor([1, 2])
        #expect((i + 1).dtype == .int64)
        #expect((i + 0.5).dtype == .float32)
        #expect((i / 2).dtype == .float32)
        #expect((Tensor([1, 2], dtype: .uint8) * 3).dtype == .uint8)
        #expect((Tensor([0.5], dtype: .float64) + 1).dtype == .float64)
        #expect((Tensor([true]) + 1).dtype == .int64)
        #expect((i + Tensor(1.5, dtype: .float64)).dtype == .float64)
        #expect((Tensor([1.5]) + Tensor(1.5, dtype: .float64)).dtype == .float32)
        #expect(2 - Tensor([0.5]) == Tensor([1.5]))
        #expect(1 / Tensor([4.0]) == Tensor([0.25]))
        #expect(-i == Tensor([-1, -2]))
        #expect(pow(i, 2) == Tensor([1, 4]))
        #expect(pow(i, 2).dtype == .int64)
    }

    @Test func `clipping integers keeps them whole unless a bound is not`() {
        let x = Tensor([-5, 0, 5])
        #expect(x.clipped(min: -1, max: 1) == Tensor([-1, 0, 1]))
        #expect(x.clipped(min: -1, max: 1).dtype == .int64)
        #expect(x.clipped(max: 0.5) == Tensor([-5, 0, 0.5]))
    }

    @Test func `values do not see each other's changes`() {
        var a = Tensor([1.0, 2])
        let b = a
        a += 1
        a *= Tensor([2.0, 3])
        #expect(b == Tensor([1, 2]))
        #expect(a == Tensor([4, 9]))
        a -= a
        #expect(a == Tensor([0, 0]))
    }

    @Test func `equality is one truth value`() {
        #expect(Tensor([1, 2]) == Tensor([1.0, 2.0]))
        #expect(Tensor([1, 2]) != Tensor([[1, 2]]))
        #expect(Tensor([Double.nan]) != Tensor([Double.nan]))
    }

    @Test func `reshaping a view copies only when it must`() {
        let x = Tensor.arange(24).reshaped(2, 3, 4)
        #expect(x.reshaped(6, 4).storage.data == x.storage.data)
        let t = x.transposed(0, 2, 1)
        #expect(t.reshaped(2, 2, 2, 3).storage.data == x.storage.data)
        #expect(t.reshaped(2, 12)[0] == t[0].flattened())
        #expect(x[.all, 0].reshaped(8) == Tensor([0, 1, 2, 3, 12, 13, 14, 15]))
    }

    @Test func `joining and splitting are inverse`() {
        let x = Tensor.arange(12).reshaped(3, 4)
        #expect(concatenated(x.split(count: 2, axis: 1), axis: 1) == x)
        #expect(x.split(sizes: [1, 2])[1] == x[1...])
        #expect(stacked([x[0], x[1], x[2]]) == x)
        #expect(Tensor([1, 2]).tiled(2, 2) == Tensor([[1, 2, 1, 2], [1, 2, 1, 2]]))
        #expect(Tensor([1, 2]).repeated(count: 2) == Tensor([1, 1, 2, 2]))
        #expect(Tensor([1, 2, 3]).flipped() == Tensor([3, 2, 1]))
        #expect(Tensor([1, 2, 3]).rolled(by: 1) == Tensor([3, 1, 2]))
        #expect(Tensor([[1]]).padded([(1, 0), (0, 1)]) == Tensor([[0, 0], [1, 0]]))
    }

    @Test func `sorting has NaN as the greatest and keeps equals in order`() {
        let x = Tensor([3.0, .nan, 1, 3])
        #expect(x.argsort() == Tensor([2, 0, 3, 1]))
        #expect(x.argsort(descending: true) == Tensor([1, 0, 3, 2]))
        #expect(x.topK(2).indices == Tensor([1, 0]), "as the maximum is NaN")
        #expect(Tensor([[3, 1], [2, 4]]).sorted(descending: true) == Tensor([[3, 1], [4, 2]]))
        let top = Tensor([5, 1, 9]).topK(2)
        #expect(top.values == Tensor([9, 5]))
        #expect(top.indices == Tensor([2, 0]))
    }

    @Test func `long rows sort like short ones, for every type`() throws {
        let generator = RandomGenerator(seed: 11)
        let reals = try Checked.randomNormal([3000], dtype: .float64, using: generator)
        for dtype in DType.allCases {
            let x = (reals * 40).asType(dtype)
            for descending in [false, true] {
                let order = x.argsort(descending: descending).scalars(as: Int.self)
                let values = x.scalars
                let expected = values.indices.sorted {
                    descending ? values[$0] > values[$1] : values[$0] < values[$1]
                }
                #expect(order == expected, "\(dtype)")
            }
        }
        var zeros = Tensor.zeros(2000)
        zeros[5] = Tensor(-0.0)
        zeros[7] = Tensor(Double.nan)
        let order = zeros.argsort().scalars(as: Int.self)
        #expect(order.last == 7)
        #expect(order[5] == 5, "minus zero equals zero")
    }

    @Test func `losses reduce as told`() {
        let logits = Tensor([[1.0, 2, 3], [1, 2, 3]])
        let rows = softmaxCrossEntropy(logits: logits, labels: Tensor([2, 0]), reduction: .none)
        #expect(rows.shape == [2])
        let mean = softmaxCrossEntropy(logits: logits, labels: Tensor([2, 0])).item()
        #expect(Swift.abs(mean - rows.mean().item()) < 1e-6)
        #expect(
            meanSquaredError(predicted: Tensor([1.0, 2]), expected: Tensor([0.0, 4])).item() == 2.5)
    }
}

@Suite(.serialized) struct RandomTests {
    @Test func `a seed repeats everything`() throws {
        let a = RandomGenerator(seed: 5)
        let b = RandomGenerator(seed: 5)
        for _ in 0..<3 {
            #expect(
                try Checked.randomNormal([3, 4], using: a)
                    == Checked.randomNormal([3, 4], using: b))
            #expect(a.nextUInt64() == b.nextUInt64())
            #expect(a.next(in: -3...3) == b.next(in: -3...3))
        }
        a.reseed(6)
        #expect(try Checked.randomUniform([9], using: a) != Checked.randomUniform([9], using: b))
    }

    @Test func `distributions have their moments`() throws {
        let generator = RandomGenerator(seed: 1)
        let normal = try Checked.randomNormal([100_000], mean: 2, std: 3, using: generator)
        #expect(Swift.abs(normal.mean().item() - 2) < 0.05)
        #expect(Swift.abs(normal.std().item() - 3) < 0.05)
        let uniform = try Checked.randomUniform([100_000], min: -1, max: 1, using: generator)
        #expect(uniform.min().item() >= -1)
        #expect(uniform.max().item() < 1)
        #expect(Swift.abs(uniform.mean().item()) < 0.02)
        let dice = try Checked.randomInt([60_000], in: 1..<7, using: generator)
        for side in 1...6 {
            let share = (dice .== side).asType(.float32).mean().item()
            #expect(Swift.abs(share - 1.0 / 6) < 0.01)
        }
    }

    @Test func `permutations and shuffles keep all elements`() throws {
        let generator = RandomGenerator(seed: 2)
        let order = try Checked.permutation(100, using: generator)
        #expect(order.sorted() == Tensor.arange(100))
        #expect(order != Tensor.arange(100))
        var cards = Array(0..<52)
        generator.shuffle(&cards)
        #expect(cards.sorted() == Array(0..<52))
    }

    @Test func `dropout keeps the mean`() throws {
        let x = Tensor.ones(20_000)
        let y = try Checked.dropout(x, rate: 0.25, using: RandomGenerator(seed: 3))
        #expect(Swift.abs(y.mean().item() - 1) < 0.02)
        #expect(((y .== 0) .|| (y .> 1.3)).all().item() == 1)
    }
}
