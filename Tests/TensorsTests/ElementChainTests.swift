import Foundation
import Testing

import Tensors

/// Element-wise operations on large tensors, which wait and run in one pass.
@Suite struct ElementChainTests {
    /// More elements than the smallest tensor whose operations wait.
    static let count = 70_001

    static func numbers(_ seed: Int, dtype: DType = .float32) -> Tensor {
        (Tensor.arange(count) * (seed * 7919) % 1009).asType(dtype) / 173 - 2.5
    }

    /// What a function makes of pieces too small to wait.
    static func inPieces(_ tensors: [Tensor], _ body: ([Tensor]) -> Tensor) -> Tensor {
        var parts: [Tensor] = []
        for start in stride(from: 0, to: count, by: 5_000) {
            let range = start..<min(start + 5_000, count)
            parts.append(body(tensors.map { $0[range] + 0 }))
        }
        return concatenated(parts)
    }

    static func bits(_ x: Tensor) -> [UInt64] { x.scalars(as: Double.self).map(\.bitPattern) }

    @Test(arguments: [DType.float32, .float64])
    func `a chain has the bits of its operations one by one`(dtype: DType) {
        let (x, y) = (Self.numbers(1, dtype: dtype), Self.numbers(2, dtype: dtype))
        let formulas: [([Tensor]) -> Tensor] = [
            { tanh(1.5 * $0[0] + 0.5) * 2 },
            { ($0[0] - $0[1]) * ($0[0] + $0[1]) / (1 + exp($0[1])) },
            { pow($0[0], 2) + pow(abs($0[1]) + 1, -1) + pow(abs($0[0]), 0.7) },
            { 3 - max(min($0[0], 1), $0[1]) },
            { sqrt(abs($0[0])) },
            // Longer than one chain.
            { var z = $0[0]; for k in 1...25 { z = z * 0.9 + Double(k) * 0.01 * $0[1] }; return z },
        ]
        for (index, formula) in formulas.enumerated() {
            let whole = formula([x, y])
            #expect(whole.dtype == dtype)
            #expect(Self.bits(whole) == Self.bits(Self.inPieces([x, y], formula)), "formula \(index)")
        }
    }

    @Test func `every value that is held is right, in whatever order it is looked at`() {
        let x = Self.numbers(3)
        let doubled = x * 2
        let shifted = doubled + 1
        let square = shifted * shifted
        let mixed = square - doubled
        #expect(Self.bits(mixed) == Self.bits(Self.inPieces([x]) { ($0[0] * 2 + 1) * ($0[0] * 2 + 1) - $0[0] * 2 }))
        #expect(Self.bits(doubled) == Self.bits(Self.inPieces([x]) { $0[0] * 2 }))
        #expect(Self.bits(square) == Self.bits(Self.inPieces([x]) { ($0[0] * 2 + 1) * ($0[0] * 2 + 1) }))
        // A view and a reduction look at it too.
        let later = x * 3
        #expect(later[5..<7] == x[5..<7] * 3)
        #expect((x * 0 + 1).sum().item() == Double(Self.count))
    }

    @Test func `changes of an operand come after what was computed from it`() {
        var x = Self.numbers(4)
        let before = Self.bits(x * 2)
        let doubled = x * 2
        x[0] = 100
        #expect(Self.bits(doubled) == before)
        let again = x * 2
        x += 1
        #expect(again[0].item() == 200)
        var waiting = x * 0 + 1
        let sum = waiting + 1
        waiting += 5
        #expect(waiting[9].item() == 6 && sum[9].item() == 2)
        waiting += waiting * 2
        #expect(waiting[9].item() == 18)
    }

    @Test func `gradients do not wait and are right beside what does`() {
        let (x, constant) = (Self.numbers(5, dtype: .float64), Self.numbers(6, dtype: .float64) * 0.5)
        let (value, slope) = valueWithGradient(at: x) { x in
            let factor = constant * 2 + 1
            return (tanh(x * factor) * factor).sum()
        }
        let factor = constant.scalars(as: Double.self).map { $0 * 2 + 1 }
        let numbers = x.scalars(as: Double.self)
        let expected = zip(numbers, factor).map { (x: Double, f: Double) in
            f * f * (1 - Foundation.tanh(x * f) * Foundation.tanh(x * f))
        }
        let worst = zip(slope.scalars(as: Double.self), expected).map { abs($0 - $1) }.max()
        #expect((worst ?? 1) < 1e-12)
        let sum = zip(numbers, factor).reduce(0) { $0 + Foundation.tanh($1.0 * $1.1) * $1.1 }
        #expect(abs(value.item() - sum) < 1e-6 * max(1, abs(sum)))
        // Of a value that waits, and of second order.
        let waiting = x * 0.5
        let second = gradient(at: waiting) { w in gradient(at: w) { (($0 * $0) * $0).sum() }.sum() }
        #expect(abs(second - waiting * 6).max().item() < 1e-12)
    }

    @Test func `what nobody holds any more is given back`() async {
        await #expect(processExitsWith: .success) {
            func work() {
                let x = ElementChainTests.numbers(7)
                var waiting: [Tensor] = []
                for k in 0..<5 { waiting.append(x * Double(k)) }
                _ = waiting[2] + waiting[3]
                _ = exp(waiting[4])
            }
            work()
            let before = NumericRuntime.memoryInUse
            for _ in 0..<20 { work() }
            #expect(NumericRuntime.memoryInUse == before)
        }
    }

    @Test func `what waits is computed and its operands let go when a cell ends`() async {
        await #expect(processExitsWith: .success) {
            let bytes = ElementChainTests.count * 4
            var x: Tensor? = Tensor.ones(ElementChainTests.count)
            guard let scaled = x.map({ $0 * 3 }) else { return }
            x = nil
            let before = NumericRuntime.memoryInUse
            NumericRuntime.finishWaiting()
            #expect(before - NumericRuntime.memoryInUse >= bytes)
            #expect(scaled[7].item() == 3)
        }
    }

    @Test func `beyond the limit the operation is the error, not the look at its result`() async {
        await #expect(processExitsWith: .success) {
            let x = ElementChainTests.numbers(8)
            let scaled = try Checked.multiply(x, .real(2))
            NumericRuntime.memoryLimit = NumericRuntime.memoryInUse + 1000
            #expect(throws: TensorError.self) { try Checked.add(scaled, .real(1)) }
            #expect(throws: TensorError.self) { try Checked.exp(x) }
            // Computing takes no memory, so what was promised is there.
            let first = scaled.storage.data.assumingMemoryBound(to: Float.self)[1]
            #expect(first == x.storage.data.assumingMemoryBound(to: Float.self)[1] * 2)
        }
    }

    @Test func `an interrupt stops the next operation and leaves what was promised whole`() async {
        await #expect(processExitsWith: .success) {
            let x = ElementChainTests.numbers(9)
            let scaled = try Checked.multiply(x, .real(2))
            NumericRuntime.interrupt()
            #expect(throws: TensorError.self) { try Checked.add(scaled, .real(1)) }
            let (from, to) = (
                x.storage.data.assumingMemoryBound(to: Float.self),
                scaled.storage.data.assumingMemoryBound(to: Float.self)
            )
            #expect((0..<ElementChainTests.count).allSatisfy { to[$0] == from[$0] * 2 })
        }
    }

    @Test func `two threads may look at one value`() async {
        let x = Self.numbers(10)
        let expected = Self.bits(Self.inPieces([x]) { exp($0[0] * 0.5) })
        for _ in 0..<20 {
            let value = exp(x * 0.5)
            let results = await withTaskGroup(of: [UInt64].self) { group in
                for _ in 0..<3 { group.addTask { Self.bits(value) } }
                return await group.reduce(into: [[UInt64]]()) { $0.append($1) }
            }
            #expect(results.allSatisfy { $0 == expected })
        }
    }
}
