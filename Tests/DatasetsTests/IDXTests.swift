import Datasets
import Tensors
import Testing

/// An IDX file of uint8 [2, 3].
private let small: [UInt8] = [0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6]

@Suite struct IDXTests {
    private func problem(_ bytes: [UInt8]) -> String? {
        do {
            _ = try IDX.decode(bytes, path: "x")
            return nil
        } catch {
            return error.description
        }
    }

    @Test func `bytes are read with their shape`() throws {
        let tensor = try IDX.decode(small, path: "x")
        #expect(tensor.shape == [2, 3])
        #expect(tensor.dtype == .uint8)
        #expect(try tensor.withElements(as: UInt8.self) { Array($0) } == [1, 2, 3, 4, 5, 6])
    }

    @Test func `every element type is read`() throws {
        func header(_ kind: UInt8) -> [UInt8] { [0, 0, kind, 1, 0, 0, 0, 1] }
        func read<V>(_ kind: UInt8, _ bytes: [UInt8], _ type: V.Type) throws -> V {
            try IDX.decode(header(kind) + bytes, path: "x").withElements(as: V.self) { $0[0] }
        }
        #expect(try read(9, [0xff], Int32.self) == -1)
        #expect(try read(0x0b, [0xff, 0xfe], Int32.self) == -2)
        #expect(try read(0x0c, [0x80, 0, 0, 0], Int32.self) == .min)
        #expect(try read(0x0d, [0x3f, 0x80, 0, 0], Float.self) == 1)
        #expect(try read(0x0e, [0x3f, 0xf0, 0, 0, 0, 0, 0, 0], Double.self) == 1)
    }

    @Test func `a file cut short anywhere is an error that names the file`() {
        for length in 0..<small.count {
            let problem = problem(Array(small[..<length]))
            #expect(problem?.hasPrefix("'x': ") == true, "\(length) bytes: \(problem ?? "read")")
        }
        #expect(problem(small + [7]) != nil)
    }

    @Test func `a header that lies about its size is found out before memory is asked for`() {
        let lying: [UInt8] = [0, 0, 8, 3, 0xff, 0xff, 0xff, 0xff, 0, 1, 0, 0, 0, 1, 0, 0, 1, 2]
        #expect(
            problem(lying)?.contains("the header promises 18446744069414584320 bytes") == true
                || problem(lying)?.contains("cannot be counted") == true)
        let endless: [UInt8] =
            [0, 0, 8, 4] + [UInt8](repeating: 0xff, count: 16) + [1, 2, 3]
        #expect(problem(endless)?.contains("cannot be counted") == true)
        #expect(
            problem([0, 0, 8, 1, 0x7f, 0xff, 0xff, 0xff, 1])
                == "'x': the header promises 2147483647 bytes of data (shape [2147483647]), "
                + "the file has 1")
    }

    @Test func `other bytes are no IDX file`() {
        #expect(
            problem(Array("hello world, this is text".utf8))?.contains("not an IDX file") == true)
        #expect(problem([0, 0, 7, 1, 0, 0, 0, 0])?.contains("unknown element type 7") == true)
        #expect(problem([0, 0, 8, 0])?.contains("0 axes") == true)
        #expect(
            problem([0, 0, 8, 9] + [UInt8](repeating: 0, count: 40))?.contains("9 axes") == true)
    }

    @Test func `compressed files are read, and their damage is told`() throws {
        // small, as `gzip -9n` writes it.
        let packed: [UInt8] = [
            0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x63, 0x60, 0xe0, 0x60,
            0x62, 0x60, 0x60, 0x00, 0x61, 0x66, 0x46, 0x26, 0x66, 0x16, 0x56, 0x36, 0x00, 0x48,
            0x94, 0x3e, 0xe5, 0x12, 0x00, 0x00, 0x00,
        ]
        #expect(try IDX.decode(packed, path: "x").shape == [2, 3])
        for length in 2..<packed.count {
            #expect(problem(Array(packed[..<length])) != nil, "\(length) bytes")
        }
        for position in 10..<packed.count {
            var bytes = packed
            bytes[position] ^= 0x10
            #expect(problem(bytes) != nil, "byte \(position)")
        }
    }
}
