import Tensors
import Testing

@Suite struct GradientTests {
    @Test func `a gradient of each number of arguments`() {
        let x = Tensor([1.0, 2, 3])
        #expect(gradient(at: x) { x in (x * x).sum() } == Tensor([2, 4, 6]))
        let two = gradient(at: x, Tensor(2.0)) { x, a in (x * a).sum() }
        #expect(two.0 == Tensor([2, 2, 2]))
        #expect(two.1.item() == 6)
        let result = valueWithGradient(at: x, x, x, x) { a, b, c, d in (a * b * c * d).sum() }
        #expect(result.value.item() == 98)
        #expect(result.gradient.3 == Tensor([1, 8, 27]))
    }

    @Test func `nesting gives higher orders`() {
        let x = Tensor([1.0, 2])
        let second = gradient(at: x) { x in gradient(at: x) { (y: Tensor) in pow(y, 3).sum() }.sum()
        }
        #expect(second == Tensor([6, 12]))
        let third = gradient(at: x) { x in
            gradient(at: x) { y in gradient(at: y) { z in pow(z, 4).sum() }.sum() }.sum()
        }
        #expect(third == Tensor([24, 48]))
    }

    @Test func `an inner closure's variables stay apart from the outer ones`() {
        // d/dx (x · d/dy (x + y)) = 1, not 2.
        let g = gradient(at: Tensor(3.0)) { x in x * gradient(at: Tensor(1.0)) { y in x + y } }
        #expect(g.item() == 1)
    }

    @Test func `pooling behind a rectifier gives the gradient that both give one by one`() throws {
        setRandomSeed(3)
        let x = Tensor.randomNormal(2, 9, 8, 3), f = Tensor.randomNormal(3, 3, 3, 4) * 0.3 - 0.2
        let scale = Tensor.randomNormal(2, 3, 3, 4)
        // With and without a second use of the rectifier's output; `+ 0` comes between in the expected ones.
        for (padding, share) in [(Padding.valid, 0.0), (.valid, 0.5), (.same, 0.25)] {
            func value(_ y: Tensor, _ pooled: Tensor) -> Tensor {
                let cut = pooled[0..., 0..<3, 0..<3, 0...]
                return (cut * scale).sum() + (y * y).sum() * share
            }
            let fused = gradient(at: x, f) { x, f in
                let bias = Tensor([0.1, -0.2, 0.3, 0])
                let y = try! Checked.convolution2D(x, filter: f, bias: bias, activation: .relu)
                return value(y, maxPool2D(y, 2, padding: padding))
            }
            let apart = gradient(at: x, f) { x, f in
                let y = relu(convolution2D(x, filter: f, bias: Tensor([0.1, -0.2, 0.3, 0])))
                return value(y, maxPool2D(y, 2, padding: padding))
            }
            let expected = gradient(at: x, f) { x, f in
                let z = convolution2D(x, filter: f, bias: Tensor([0.1, -0.2, 0.3, 0]))
                let y = z * (z .> 0).asType(.float32)
                return value(y, maxPool2D(y + 0, 2, padding: padding))
            }
            for one in [fused, apart] {
                #expect(allClose(one.0, expected.0, absolute: 1e-5))
                #expect(allClose(one.1, expected.1, absolute: 1e-4))
            }
        }
        // Watched where it is pooled, a rectifier's output has the gradient of pooling alone.
        let y = relu(Tensor.randomNormal(1, 4, 4, 1) - 3)
        #expect(gradient(at: y) { y in maxPool2D(y, 2).sum() }.sum().item() == 4)
        // A gradient that is differentiated again keeps every position.
        let second = gradient(at: Tensor([-1.0, 2, 3, -4]).reshaped(1, 2, 2, 1)) { x in
            gradient(at: x) { x in pow(maxPool2D(relu(x), 2), 3).sum() }.sum()
        }
        #expect(second.reshaped(4) == Tensor([0, 0, 18, 0]))
    }

    @Test func `stopped gradients are constants`() {
        let g = gradient(at: Tensor([2.0])) { x in (x * x.stopGradient()).sum() }
        #expect(g == Tensor([2]))
    }

    @Test func `what does not depend on the argument has gradient zero`() {
        #expect(gradient(at: Tensor([1.0, 2])) { _ in Tensor(5.0) } == Tensor([0, 0]))
    }

    @Test func `integer parts and promoted types come back in the argument's type`() {
        let g = gradient(at: Tensor([1.0, 2])) { x in
            (x.asType(.float64) * Tensor([2, 3])).sum()
        }
        #expect(g == Tensor([2, 3]))
        #expect(g.dtype == .float32)
    }

    @Test func `closures throw through`() {
        struct Stop: Error {}
        #expect(throws: Stop.self) {
            try gradient(at: Tensor(1.0)) { (_) throws in throw Stop() }
        }
        #expect(Tape.current.count == 0)
    }

    @Test func `parameters are watched where they lie and updated in place`() throws {
        let weight = Parameter(Tensor([1.0, 2]))
        let unused = Parameter(Tensor([1.0]))
        let data = weight.value.storage.data
        let before = weight.value
        let (value, gradients) = try Gradient.valueWithGradient(at: [weight, unused]) {
            try Checked.sum(Checked.square(weight.value))
        }
        #expect(value.item() == 5)
        #expect(gradients[0] == Tensor([2, 4]))
        #expect(gradients[1] == Tensor([0]))
        try weight.update { (pointer, count, _) throws(TensorError) in
            pointer.assumingMemoryBound(to: Float.self)[0] = 9
        }
        #expect(before == Tensor([1, 2]), "a copy keeps the old value")
        #expect(weight.value == Tensor([9, 2]))
        let own = weight.value.storage.data
        try weight.update { (pointer, _, _) throws(TensorError) in
            pointer.assumingMemoryBound(to: Float.self)[1] = 8
        }
        #expect(weight.value.storage.data == own, "an unshared value is changed in place")
        #expect(data != own)
    }

    @Test func `ten thousand steps leave nothing behind`() throws {
        let w = Parameter(Tensor.randomNormal(8, 8))
        let x = Tensor.randomNormal(4, 8)
        for _ in 0..<10_000 {
            let (_, g) = try Gradient.valueWithGradient(at: [w]) {
                try Checked.mean(Checked.square(Checked.matmul(x, w.value)))
            }
            try w.update { (pointer, count, _) throws(TensorError) in
                let slope = g[0].storage.data.assumingMemoryBound(to: Float.self)
                let weights = pointer.assumingMemoryBound(to: Float.self)
                for i in 0..<count { weights[i] -= 0.01 * slope[i] }
            }
        }
        #expect(Tape.current.count == 0)
    }

    @Test func `losses under a mean have the gradient of a mean`() {
        let logits = Tensor([[1.0, 2, 3], [0, 1, 0]])
        let labels = Tensor([2, 0])
        let fused = gradient(at: logits) { x in softmaxCrossEntropy(logits: x, labels: labels) }
        let plain = gradient(at: logits) { x in
            -(logSoftmax(x) * labels.oneHot(classes: 3)).sum() / 2
        }
        #expect((fused - plain).norm().item() < 1e-6)
        let weighted = gradient(at: logits) { x in
            (softmaxCrossEntropy(logits: x, labels: labels, reduction: .none) * Tensor([1.0, 3]))
                .sum()
        }
        #expect((weighted - plain * Tensor([[2.0], [6]])).norm().item() < 1e-5)
    }

    @Test func `a scope inside another leaves its records to it`() throws {
        let outer = GradientScope()
        let x = try outer.leaf(Tensor(2.0))
        let inner = GradientScope()
        let y = try inner.leaf(x)
        let slope = try inner.gradients(of: Checked.pow(y, .integer(3)))[0]
        inner.close()
        #expect(slope.item() == 12)
        #expect(try outer.gradients(of: slope)[0].item() == 12)
        outer.close()
        #expect(Tape.current.count == 0)
    }

    @Test func `inner gradients that the outer one does not see leave nothing in it`() throws {
        let outer = GradientScope()
        let x = try outer.leaf(Tensor(2.0))
        let before = Tape.current.count
        for _ in 0..<100 {
            let slope = gradient(at: Tensor([1.0, 2])) { y in (y * y).sum() }
            #expect(slope == Tensor([2, 4]))
        }
        #expect(Tape.current.count == before)
        #expect(try outer.gradients(of: Checked.square(x))[0].item() == 4)
        outer.close()
    }
}
