import CZlib

/// Writes PNG files with DEFLATE through zlib.
///
/// Every picture can be enlarged by a whole number on the way: repeated rows are written with the Up
/// filter, so that they cost next to nothing.
package struct PNGEncoder {
    /// zlib's effort, 1 (fast) to 9 (small).
    package var level: Int
    /// How many times as wide and as high as the pixels given the file is.
    package var scale: Int

    package init(level: Int = 6, scale: Int = 1) {
        self.level = level
        self.scale = max(1, scale)
    }

    /// The file of a picture with 8 bits a channel.
    package func encode(_ image: PNGImage) -> [UInt8] {
        let colorType: UInt8 = [0, 4, 2, 6][image.channels - 1]
        return file(
            width: image.width, height: image.height, bitDepth: 8, colorType: colorType,
            bytesPerPixel: image.channels, palette: [],
            smooth: scale == 1 && image.channels >= 3
        ) { row, into in
            let stride = image.width * image.channels
            image.pixels.withUnsafeBufferPointer { pixels in
                var at = row * stride
                if scale == 1 {
                    for index in 0..<stride { into[index] = pixels[at + index] }
                    return
                }
                var out = 0
                for _ in 0..<image.width {
                    for _ in 0..<scale {
                        for channel in 0..<image.channels {
                            into[out] = pixels[at + channel]
                            out += 1
                        }
                    }
                    at += image.channels
                }
            }
        }
    }

    /// The file of a picture whose pixels are indices into a palette of 0xRRGGBBAA colours.
    ///
    /// Palettes of at most 16 colours are packed two, four or eight pixels to a byte. An index
    /// outside the palette counts as 0.
    package func encode(
        width: Int, height: Int, indices: [UInt8], palette: [UInt32]
    ) -> [UInt8] {
        let colors = palette.count
        let bits = colors <= 2 ? 1 : colors <= 4 ? 2 : colors <= 16 ? 4 : 8
        return file(
            width: width, height: height, bitDepth: UInt8(bits), colorType: 3, bytesPerPixel: 1,
            palette: palette, smooth: false
        ) { row, into in
            indices.withUnsafeBufferPointer { indices in
                var byte: UInt8 = 0
                var filled = 0
                var out = 0
                for column in 0..<width {
                    let given = indices[row * width + column]
                    let index = Int(given) < colors ? given : 0
                    for _ in 0..<scale {
                        if bits == 8 {
                            into[out] = index
                            out += 1
                            continue
                        }
                        byte = byte << UInt8(bits) | index
                        filled += bits
                        if filled == 8 {
                            into[out] = byte
                            out += 1
                            byte = 0
                            filled = 0
                        }
                    }
                }
                if filled > 0 { into[out] = byte << UInt8(8 - filled) }
            }
        }
    }

    private func file(
        width: Int, height: Int, bitDepth: UInt8, colorType: UInt8, bytesPerPixel: Int,
        palette: [UInt32], smooth: Bool,
        fill: (_ row: Int, _ into: UnsafeMutableBufferPointer<UInt8>) -> Void
    ) -> [UInt8] {
        let pixelBits = bitDepth == 8 ? bytesPerPixel * 8 : Int(bitDepth)
        let stride = (width * scale * pixelBits + 7) / 8
        var raw = [UInt8](repeating: 0, count: (stride + 1) * height * scale)
        var row = [UInt8](repeating: 0, count: stride)
        raw.withUnsafeMutableBufferPointer { raw in
            var at = 0
            for line in 0..<height {
                row.withUnsafeMutableBufferPointer { fill(line, $0) }
                // Neighbouring colours of a photograph differ little: the Sub filter leaves small
                // numbers. Flat drawings compress better as they are.
                raw[at] = smooth ? 1 : 0
                row.withUnsafeBufferPointer { row in
                    if smooth {
                        for index in 0..<stride {
                            let left = index >= bytesPerPixel ? row[index - bytesPerPixel] : 0
                            raw[at + 1 + index] = row[index] &- left
                        }
                    } else {
                        for index in 0..<stride { raw[at + 1 + index] = row[index] }
                    }
                }
                at += stride + 1
                for _ in 1..<max(scale, 1) {
                    raw[at] = 2  // the Up filter: the same as the row above, so all zeros
                    at += stride + 1
                }
            }
        }

        var output: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
        let header =
            bigEndian(UInt32(width * scale)) + bigEndian(UInt32(height * scale))
            + [bitDepth, colorType, 0, 0, 0]
        append("IHDR", header, to: &output)
        if !palette.isEmpty {
            let colors = palette.flatMap {
                [UInt8($0 >> 24), UInt8($0 >> 16 & 255), UInt8($0 >> 8 & 255)]
            }
            append("PLTE", colors, to: &output)
            var alphas = palette.map { UInt8($0 & 255) }
            while alphas.last == 255 { alphas.removeLast() }
            if !alphas.isEmpty { append("tRNS", alphas, to: &output) }
        }
        append("IDAT", deflated(raw), to: &output)
        append("IEND", [], to: &output)
        return output
    }

    private func deflated(_ raw: [UInt8]) -> [UInt8] {
        var length = compressBound(uLong(raw.count))
        let room = Int(length)
        return [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            let status = raw.withUnsafeBufferPointer {
                compress2(
                    buffer.baseAddress, &length, $0.baseAddress, uLong(raw.count), Int32(level))
            }
            // compressBound is enough by definition; out of memory leaves an empty stream.
            count = status == Z_OK ? Int(length) : 0
        }
    }

    private func append(_ kind: String, _ data: [UInt8], to output: inout [UInt8]) {
        output += bigEndian(UInt32(data.count))
        let body = Array(kind.utf8) + data
        output += body
        let sum = body.withUnsafeBufferPointer { crc32(0, $0.baseAddress, uInt(body.count)) }
        output += bigEndian(UInt32(sum))
    }

    private func bigEndian(_ value: UInt32) -> [UInt8] {
        [UInt8(value >> 24), UInt8(value >> 16 & 255), UInt8(value >> 8 & 255), UInt8(value & 255)]
    }
}

extension PNGImage {
    /// The bytes of a PNG file of the picture.
    public func pngData() -> [UInt8] {
        PNGEncoder().encode(self)
    }
}
