/// Elements of types that files have and tensors do not, as the tensors' type that holds them.
package enum ForeignElements {
    /// How a file stores numbers.
    package enum Kind: Sendable, Equatable {
        case own(DType)
        case int8
        case int16
        case uint16
        case uint32
        case uint64
        case float16
        case bfloat16

        package var byteCount: Int {
            switch self {
            case .own(let type): type.byteCount
            case .int8: 1
            case .int16, .uint16, .float16, .bfloat16: 2
            case .uint32: 4
            case .uint64: 8
            }
        }

        /// The type of the tensor.
        package var dtype: DType {
            switch self {
            case .own(let type): type
            case .int8, .int16, .uint16: .int32
            case .uint32, .uint64: .int64
            case .float16, .bfloat16: .float32
            }
        }
    }

    /// A tensor from its bytes, of which there are exactly as many as the shape needs; nothing is
    /// allocated before that is known.
    ///
    /// - Throws: `format` when the number of bytes is another.
    package static func tensor(
        _ bytes: ArraySlice<UInt8>, _ kind: Kind, shape: Shape, bigEndian: Bool = false,
        format: String
    ) throws(TensorError) -> Tensor {
        let count = try shape.checkedElementCount()
        let (size, overflow) = count.multipliedReportingOverflow(by: kind.byteCount)
        guard !overflow, size == bytes.count else {
            throw .format(
                name: format,
                problem: "shape \(shape) needs \(overflow ? "more bytes than can be counted" : "\(size) bytes"), "
                    + "the file has \(bytes.count)", help: "the file is cut short or damaged")
        }
        let result = try TensorStorage.allocate(shape, kind.dtype)
        let width = kind.byteCount
        bytes.withUnsafeBytes { source in
            guard count > 0, let base = source.baseAddress else { return }
            if case .own(let type) = kind, !bigEndian || width == 1 {
                result.data.copyMemory(from: base, byteCount: size)
                if type == .bool {
                    // Whatever is not 0 is true, and is stored as 1.
                    let truths = result.data.assumingMemoryBound(to: UInt8.self)
                    for i in 0..<count where truths[i] > 1 { truths[i] = 1 }
                }
                return
            }
            for i in 0..<count {
                var bits: UInt64 = 0
                for byte in 0..<width {
                    let place = bigEndian ? byte : width - 1 - byte
                    bits = bits << 8 | UInt64(base.load(fromByteOffset: i * width + place, as: UInt8.self))
                }
                store(bits, kind, result.data, i)
            }
        }
        return Tensor(result)
    }

    private static func store(
        _ bits: UInt64, _ kind: Kind, _ out: UnsafeMutableRawPointer, _ i: Int
    ) {
        switch kind {
        case .own(let type):
            if type.byteCount == 8 {
                out.storeBytes(of: bits, toByteOffset: i * 8, as: UInt64.self)
            } else {
                out.storeBytes(
                    of: UInt32(truncatingIfNeeded: bits), toByteOffset: i * 4, as: UInt32.self)
            }
        case .int8:
            let value = Int32(Int8(truncatingIfNeeded: bits))
            out.storeBytes(of: value, toByteOffset: i * 4, as: Int32.self)
        case .int16:
            let value = Int32(Int16(truncatingIfNeeded: bits))
            out.storeBytes(of: value, toByteOffset: i * 4, as: Int32.self)
        case .uint16:
            out.storeBytes(
                of: Int32(truncatingIfNeeded: bits), toByteOffset: i * 4, as: Int32.self)
        case .uint32, .uint64:
            // What passes the largest Int64 becomes it.
            let value = Int64(clamping: bits)
            out.storeBytes(of: value, toByteOffset: i * 8, as: Int64.self)
        case .bfloat16:
            out.storeBytes(
                of: UInt32(truncatingIfNeeded: bits) << 16, toByteOffset: i * 4, as: UInt32.self)
        case .float16:
            let value = float(half: UInt16(truncatingIfNeeded: bits))
            out.storeBytes(of: value, toByteOffset: i * 4, as: Float.self)
        }
    }

    /// The value of 16 bits: sign, 5 bits of exponent, 10 of fraction.
    package static func float(half bits: UInt16) -> Float {
        let sign: Float = bits >> 15 == 1 ? -1 : 1
        let exponent = Int(bits >> 10 & 31)
        let fraction = Float(bits & 1023)
        switch exponent {
        case 0: return sign * fraction * 0x1p-24
        case 31: return fraction == 0 ? sign * .infinity : .nan
        default:
            return sign * (1 + fraction / 1024)
                * Float(sign: .plus, exponent: exponent - 15, significand: 1)
        }
    }
}
