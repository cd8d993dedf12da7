import FoundationEssentials
import Tensors
import Testing

@Suite struct ArrayFileTests {
    private let samples: [Tensor] = [
        Tensor([1.5, -2]), Tensor([[1, 2], [3, 4]]), Tensor([true, false]), Tensor(3.25),
        Tensor.zeros(2, 0, 3), Tensor([1, 2, 3], dtype: .uint8),
        Tensor([[0.1], [1e300]], dtype: .float64), Tensor([-7], dtype: .int32),
    ]

    @Test func `what is written as npy is read back the same`() throws {
        for x in samples {
            let y = try NPY.decode(NPY.encode(x)[...])
            #expect(y.shape == x.shape && y.dtype == x.dtype)
            #expect(try Checked.equal(x, y))
            #expect(try NPY.encode(x).count % 64 == x.byteCount % 64)
        }
    }

    @Test func `what is written as npz is read back the same`() throws {
        let named = samples.enumerated().map { (name: "x\($0)", tensor: $1) }
        let read = try NPZ.decode(NPZ.encode(named))
        #expect(read.map(\.name) == named.map(\.name))
        for (a, b) in zip(named, read) { #expect(try Checked.equal(a.tensor, b.tensor)) }
    }

    @Test func `files cut short anywhere are errors`() throws {
        let array = try NPY.encode(Tensor([1.0, 2, 3]))
        for length in 0..<array.count {
            #expect(throws: TensorError.self) { try NPY.decode(array[..<length]) }
        }
        let archive = try NPZ.encode([(name: "a", tensor: Tensor([1.0, 2, 3]))])
        for length in 0..<archive.count {
            #expect(throws: TensorError.self) { try NPZ.decode(Array(archive[..<length])) }
        }
    }

    @Test func `bytes that lie never do more than fail`() throws {
        var generator = RandomGenerator(seed: 5).source
        for original in [
            try NPY.encode(Tensor([1.0, 2, 3])),
            try NPZ.encode([(name: "a", tensor: Tensor([1.0, 2, 3]))]),
        ] {
            for _ in 0..<3000 {
                var bytes = original
                for _ in 0..<Int.random(in: 1...4, using: &generator) {
                    let place = Int.random(in: 0..<bytes.count, using: &generator)
                    bytes[place] = UInt8.random(in: 0...255, using: &generator)
                }
                _ = try? NPY.decode(bytes[...])
                _ = try? NPZ.decode(bytes)
            }
        }
    }

    @Test func `a header that promises too much allocates nothing`() throws {
        let header = "{'descr': '<f8', 'fortran_order': False, 'shape': (4611686018427387904, 8), }\n"
        var bytes: [UInt8] = [0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59, 1, 0, UInt8(header.utf8.count), 0]
        bytes += header.utf8
        #expect(throws: TensorError.self) { try NPY.decode(bytes[...]) }
    }

    @Test func `half precision is read exactly`() {
        #expect(ForeignElements.float(half: 0x3C00) == 1)
        #expect(ForeignElements.float(half: 0xC000) == -2)
        #expect(ForeignElements.float(half: 0x0001) == 0x1p-24)
        #expect(ForeignElements.float(half: 0x7BFF) == 65504)
        #expect(ForeignElements.float(half: 0x7C00) == .infinity)
        #expect(ForeignElements.float(half: 0x7E00).isNaN)
    }
}
