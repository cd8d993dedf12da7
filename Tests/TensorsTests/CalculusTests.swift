import Tensors
import Testing

@Suite struct CalculusTests {
    @Test func `a Jacobian has a row for each element of the value`() {
        let x = Tensor([1.0, 2, 3])
        #expect(jacobian(at: x) { x in x * x } == Tensor([[2.0, 0, 0], [0, 4, 0], [0, 0, 6]]))
        #expect(jacobian(at: x) { x in x.sum() } == Tensor([1.0, 1, 1]))
    }

    @Test func `a Hessian is the Jacobian of the gradient`() {
        let x = Tensor([1.0, 2])
        let h = hessian(at: x) { x in (x * x * x).sum() + x[0] * x[1] }
        #expect(h == Tensor([[6.0, 1], [1, 12]]))
    }

    @Test func `a checkpoint has the gradients of what it replaces`() throws {
        let x = Tensor([0.3, -0.7])
        let w = Tensor([[1.0, 2], [3, 4]])
        func block(_ x: Tensor, _ w: Tensor) throws -> Tensor {
            try Checked.tanh(Checked.matmul(x, w))
        }
        let plain = try Gradient.valueWithGradient(at: [x, w]) {
            try Checked.sum(block(block($0[0], $0[1]), $0[1]))
        }
        let again = try Gradient.valueWithGradient(at: [x, w]) { leaves in
            let h = try Gradient.checkpoint(at: [leaves[0]]) { try block($0[0], leaves[1]) }
            let y = try Gradient.checkpoint(at: [h, leaves[1]]) { try block($0[0], $0[1]) }
            return try Checked.sum(y)
        }
        #expect(plain.value == again.value)
        for (a, b) in zip(plain.gradients, again.gradients) { #expect(allClose(a, b)) }
    }

    @Test func `gradients are clipped together`() {
        let clipped = [Tensor([3.0]), Tensor([4.0])].clipped(byGlobalNorm: 1)
        #expect(allClose(clipped[0], Tensor([0.6])) && allClose(clipped[1], Tensor([0.8])))
        let short = [Tensor([0.3])].clipped(byGlobalNorm: 1)
        #expect(short[0] == Tensor([0.3]))
    }

    @Test func `ten thousand steps leave no memory behind`() throws {
        var w = Tensor.ones(8, 8)
        let x = Tensor.ones(32, 8)
        func step() {
            let g = gradient(at: w) { w in tanh(matmul(x, w)).sum() }
            w = w - 1e-4 * g
        }
        for _ in 0..<10 { step() }
        let before = NumericRuntime.memoryInUse
        for _ in 0..<10_000 { step() }
        #expect(NumericRuntime.memoryInUse == before)
    }
}

@Suite struct FactorizationTests {
    private func close(_ a: Tensor, _ b: Tensor) -> Bool {
        allClose(a, b, relative: 1e-10, absolute: 1e-10)
    }

    @Test func `factors multiply to what they came from`() {
        for (m, n) in [(100, 100), (120, 70), (70, 120), (1, 1), (5, 1)] {
            let a = Tensor.randomNormal(m, n, dtype: .float64)
            let k = min(m, n)
            let (q, r) = qr(a)
            #expect(close(matmul(q, r), a))
            #expect(close(matmul(q.T, q), Tensor.identity(k, dtype: .float64)))
            let (u, s, vt) = svd(a)
            #expect(close(matmul(u * s, vt), a))
            #expect(close(matmul(u.T, u), Tensor.identity(k, dtype: .float64)))
            #expect(close(matmul(vt, vt.T), Tensor.identity(k, dtype: .float64)))
        }
    }

    @Test func `large systems are solved`() {
        let n = 130
        let a = Tensor.randomNormal(n, n, dtype: .float64) + 20 * Tensor.identity(n, dtype: .float64)
        let one = Tensor.identity(n, dtype: .float64)
        #expect(close(matmul(inverse(a), a), one))
        let p = matmul(a, a.T)
        let l = cholesky(p)
        #expect(allClose(matmul(l, l.T), p, relative: 1e-10, absolute: 1e-8))
        let (w, v) = symmetricEigen(p)
        #expect(allClose(matmul(v * w, v.T), p, relative: 1e-9, absolute: 1e-8))
    }

    @Test func `eigenvectors of any matrix satisfy their equation`() {
        let n = 30
        let a = Tensor.randomNormal(n, n, dtype: .float64)
        let (w, v) = eigen(a)
        let (re, im) = (v[.ellipsis, 0], v[.ellipsis, 1])
        let (wr, wi) = (w[.all, 0], w[.all, 1])
        #expect(close(matmul(a, re), re * wr - im * wi))
        #expect(close(matmul(a, im), re * wi + im * wr))
    }

    @Test func `singular matrices are errors that say so`() {
        let zero = Tensor.zeros(2, 2)
        for body in [
            { try Checked.inverse(zero) }, { try Checked.solve(zero, Tensor([1.0, 2])) },
            { try Checked.cholesky(zero) },
        ] as [() throws -> Tensor] {
            #expect(throws: TensorError.self) { try body() }
        }
        #expect(determinant(zero) == Tensor(0.0))
    }
}
