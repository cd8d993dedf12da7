public import Tensors

/// Sound: samples from −1 to 1 and how many of them make a second.
public struct Audio: Sendable, CustomStringConvertible {
    /// float32 `[frames]`, or `[frames, channels]` of several channels.
    public let samples: Tensor
    /// Frames in a second.
    public let sampleRate: Int

    package init(checking samples: Tensor, sampleRate: Int) throws(TensorError) {
        guard samples.rank == 1 || samples.rank == 2 else {
            throw .shape(
                operation: "Audio", expected: "samples [frames] or [frames, channels]",
                given: samples.shape, help: nil)
        }
        guard sampleRate > 0, sampleRate <= 1 << 22 else {
            throw .domain(
                operation: "Audio", problem: "\(sampleRate) frames in a second cannot be", help: nil)
        }
        self.samples = try Checked.asType(samples, .float32)
        self.sampleRate = sampleRate
    }

    /// Sound of these samples.
    public init(_ samples: Tensor, sampleRate: Int) {
        self = orEnd { () throws(TensorError) in
            try Audio(checking: samples, sampleRate: sampleRate)
        }
    }

    /// The length in seconds.
    public var duration: Double { Double(samples.shape[0]) / Double(sampleRate) }

    public var description: String {
        let channels = samples.rank == 1 ? 1 : samples.shape[1]
        return "Audio of \(samples.shape[0]) frames at \(sampleRate) Hz, "
            + "\(channels) channel\(channels == 1 ? "" : "s")"
    }
}

/// The sound of a WAV file: PCM of 8, 16, 24 or 32 bits, or floating point, plain or `.gz`.
///
/// - Throws: when the file cannot be read, or saying what is wrong in it.
public func readWAV(_ path: String) throws(TensorError) -> Audio {
    try WAV.decode(FileBytes.readDecompressing(path), path: path)
}

extension Audio {
    /// Writes a WAV file of 16 bits; samples beyond −1 and 1 are cut there.
    ///
    /// - Throws: when the file cannot be written.
    public func save(wav path: String) throws(TensorError) {
        try FileBytes.write(WAV.encode(self), to: path)
    }
}

/// The RIFF format of sound.
package enum WAV {
    package static func decode(_ bytes: [UInt8], path: String) throws(TensorError) -> Audio {
        func failure(_ problem: String) -> TensorError {
            .file(path: path, problem: problem, help: nil)
        }
        func number(_ position: Int, _ size: Int) -> Int {
            var value = 0
            for i in (0..<size).reversed() { value = value << 8 | Int(bytes[position + i]) }
            return value
        }
        func name(_ position: Int) -> String {
            String(decoding: bytes[position..<(position + 4)], as: UTF8.self)
        }
        guard bytes.count >= 12, name(0) == "RIFF", name(8) == "WAVE" else {
            throw failure("not a WAV file: it must begin with RIFF and WAVE")
        }
        var format: (kind: Int, channels: Int, rate: Int, bits: Int)?
        var position = 12
        while position + 8 <= bytes.count {
            let length = number(position + 4, 4)
            let content = position + 8
            switch name(position) {
            case "fmt ":
                guard length >= 16, content + length <= bytes.count else {
                    throw failure("the format is cut short")
                }
                var kind = number(content, 2)
                // The extensible format has the kind in front of its long name.
                if kind == 0xfffe, length >= 26 { kind = number(content + 24, 2) }
                format = (
                    kind, number(content + 2, 2), number(content + 4, 4), number(content + 14, 2)
                )
            case "data":
                guard let format else { throw failure("samples come before their format") }
                // A stream that was not closed has a length of 0 or of all ones.
                let rest = bytes.count - content
                guard length <= rest || length >= 0x7fff_ffff else {
                    throw failure("the header promises \(length) bytes of samples, the file has \(rest)")
                }
                return try samples(
                    bytes, content..<(content + min(length, rest)), format, failure)
            default: break
            }
            position = content + length + length & 1
        }
        throw failure("there are no samples in it")
    }

    private static func samples(
        _ bytes: [UInt8], _ range: Range<Int>,
        _ format: (kind: Int, channels: Int, rate: Int, bits: Int),
        _ failure: (String) -> TensorError
    ) throws(TensorError) -> Audio {
        let size = format.bits / 8
        guard format.channels >= 1, format.channels <= 256 else {
            throw failure("\(format.channels) channels are not read")
        }
        switch (format.kind, format.bits) {
        case (1, 8), (1, 16), (1, 24), (1, 32), (3, 32), (3, 64): break
        default:
            throw failure(
                "samples of kind \(format.kind) with \(format.bits) bits are not read, "
                    + "PCM of 8, 16, 24 and 32 bits and floating point of 32 and 64 are")
        }
        let frames = range.count / (size * format.channels)
        let shape: Shape = format.channels == 1 ? [frames] : [frames, format.channels]
        let tensor = try Tensor.filled(shape, as: Float.self) { out in
            bytes.withUnsafeBufferPointer { bytes in
                for i in out.indices {
                    let position = range.lowerBound + i * size
                    var bits: UInt64 = 0
                    for byte in (0..<size).reversed() {
                        bits = bits << 8 | UInt64(bytes[position + byte])
                    }
                    switch (format.kind, size) {
                    case (3, 4): out[i] = Float(bitPattern: UInt32(truncatingIfNeeded: bits))
                    case (3, _): out[i] = Float(Double(bitPattern: bits))
                    case (_, 1): out[i] = (Float(bits) - 128) / 128
                    default:
                        // The sign is the highest bit of the sample.
                        let shift = 64 - UInt64(size * 8)
                        let value = Int64(bitPattern: bits << shift) >> Int64(shift)
                        out[i] = Float(Double(value) / Double(1 << (size * 8 - 1)))
                    }
                }
            }
        }
        return try Audio(checking: tensor, sampleRate: format.rate)
    }

    package static func encode(_ audio: Audio) throws(TensorError) -> [UInt8] {
        let channels = audio.samples.rank == 1 ? 1 : audio.samples.shape[1]
        let values = try Checked.scalars(Checked.asType(audio.samples, .float64), as: Double.self)
        var bytes: [UInt8] = []
        func append(_ value: Int, _ size: Int) {
            for byte in 0..<size { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * byte))) }
        }
        bytes += Array("RIFF".utf8)
        append(36 + 2 * values.count, 4)
        bytes += Array("WAVEfmt ".utf8)
        for (value, size) in [
            (16, 4), (1, 2), (channels, 2), (audio.sampleRate, 4),
            (audio.sampleRate * channels * 2, 4), (channels * 2, 2), (16, 2),
        ] { append(value, size) }
        bytes += Array("data".utf8)
        append(2 * values.count, 4)
        for value in values {
            append(value.isNaN ? 0 : Int((max(-1, min(1, value)) * 32767).rounded()), 2)
        }
        return bytes
    }
}
