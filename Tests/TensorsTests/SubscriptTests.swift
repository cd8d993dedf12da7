import Tensors
import Testing

@Suite struct SubscriptTests {
    private let x = Tensor.arange(12).reshaped(3, 4)

    @Test func `positions and ranges select as in NumPy`() {
        #expect(x[1] == Tensor([4, 5, 6, 7]))
        #expect(x[-1, -1].item() == 11)
        #expect(x[0..., 1] == Tensor([1, 5, 9]))
        #expect(x[1..., ..<2] == Tensor([[4, 5], [8, 9]]))
        #expect(x[..<(-1)].shape == [2, 4])
        #expect(x[...1, 2...3] == Tensor([[2, 3], [6, 7]]))
        #expect(x[5...].shape == [0, 4])
    }

    @Test func `strides run forwards and backwards`() {
        #expect(x[.stride(by: -1), 0] == Tensor([8, 4, 0]))
        #expect(x[0, .stride(from: 3, to: 0, by: -2)] == Tensor([3, 1]))
        #expect(x[.all, .stride(from: 1, by: 2)] == Tensor([[1, 3], [5, 7], [9, 11]]))
    }

    @Test func `ellipsis and new axes fit in`() {
        #expect(x[.ellipsis, 0] == Tensor([0, 4, 8]))
        #expect(x[.newAxis].shape == [1, 3, 4])
        #expect(x[.all, .newAxis, 1].shape == [3, 1])
    }

    @Test func `tensors of positions gather and masks choose`() {
        #expect(x[Tensor([2, 0])] == Tensor([[8, 9, 10, 11], [0, 1, 2, 3]]))
        #expect(x[.all, Tensor([[0, -1]])].shape == [3, 1, 2])
        #expect(x[Tensor([0, 1]), Tensor([2, 3])] == Tensor([2, 7]))
        #expect(x[x .> 8] == Tensor([9, 10, 11]))
        #expect(x[Tensor([true, false, true]), 1] == Tensor([1, 9]))
        #expect(x[Tensor([true, false, true]), 1...].shape == [2, 3])
    }

    @Test func `assignment changes one variable`() {
        var a = x
        let view = a[0]
        a[0, 1] = Tensor(100)
        a[1...] = Tensor([[1], [2]])
        #expect(a == Tensor([[0, 100, 2, 3], [1, 1, 1, 1], [2, 2, 2, 2]]))
        #expect(view == Tensor([0, 1, 2, 3]))
        #expect(x[0, 1].item() == 1)
    }

    @Test func `assignment through masks and positions`() {
        var a = Tensor([3.0, -1, 4, -1])
        a[a .< 0] = Tensor(0)
        #expect(a == Tensor([3, 0, 4, 0]))
        a[Tensor([0, 3])] = Tensor([7, 8])
        #expect(a == Tensor([7, 0, 4, 8]))
        var b = x
        b[.all, Tensor([0, 2])] = Tensor([-1, -2])
        #expect(b[0] == Tensor([-1, 1, -2, 3]))
    }

    @Test func `a tensor can be assigned to an overlapping part of itself`() {
        var a = Tensor.arange(5)
        a[1...] = a[..<(-1)]
        #expect(a == Tensor([0, 0, 1, 2, 3]))
    }

    @Test func `gradients flow through assignment`() {
        let g = gradient(at: Tensor([1.0, 2, 3]), Tensor([5.0])) { x, v in
            var y = x * 2
            y[1...1] = v
            return (y * y).sum()
        }
        #expect(g.0 == Tensor([8, 0, 24]))
        #expect(g.1 == Tensor([10]))
    }

    @Test func `gradients flow through gathering`() {
        let g = gradient(at: Tensor([[1.0, 2], [3, 4]])) { x in
            x[Tensor([0, 0, 1])].sum() + x[.all, 1].sum() * 10
        }
        #expect(g == Tensor([[2, 12], [1, 11]]))
    }
}
