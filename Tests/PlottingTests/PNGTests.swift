import Tensors
import Testing

@Suite struct PNGTests {
    private func picture(_ width: Int, _ height: Int, _ channels: Int) throws -> PNGImage {
        try PNGImage(
            width: width, height: height, channels: channels,
            pixels: (0..<(width * height * channels)).map {
                UInt8(truncatingIfNeeded: $0 &* 37 &+ $0 / 7)
            })
    }

    @Test func `every kind of picture comes back as it was`() throws {
        for channels in 1...4 {
            for (width, height) in [(1, 1), (3, 5), (64, 17)] {
                let image = try picture(width, height, channels)
                #expect(
                    try PNGImage(png: image.pngData()) == image, "\(width)×\(height)×\(channels)")
            }
        }
    }

    @Test func `palettes of all depths come back as colours`() throws {
        for count in [2, 3, 16, 200] {
            let palette = (0..<count).map { UInt32($0 * 1_234_567 % 0xffffff) << 8 | 255 }
            let indices = (0..<35).map { UInt8($0 % count) }
            let file = PNGEncoder(scale: 3).encode(
                width: 7, height: 5, indices: indices, palette: palette)
            let image = try PNGImage(png: file)
            #expect(image.width == 21 && image.height == 15 && image.channels == 3)
            for row in 0..<15 {
                for column in 0..<21 {
                    let color = palette[Int(indices[row / 3 * 7 + column / 3])]
                    let at = (row * 21 + column) * 3
                    #expect(image.pixels[at] == UInt8(color >> 24))
                    #expect(image.pixels[at + 2] == UInt8(color >> 8 & 255))
                }
            }
        }
    }

    @Test func `a file cut anywhere is an error`() throws {
        let file = try picture(40, 30, 3).pngData()
        for length in 0..<(file.count - 12) {
            #expect(throws: PNGError.self, "\(length) of \(file.count) bytes") {
                try PNGImage(png: Array(file[..<length]))
            }
        }
    }

    @Test func `a changed byte never does harm`() throws {
        let file = try picture(12, 9, 4).pngData()
        for at in 0..<file.count {
            for change: UInt8 in [1, 0x80, 0xff] {
                var damaged = file
                damaged[at] ^= change
                // A picture or an error, nothing else.
                _ = try? PNGImage(png: damaged)
            }
        }
    }

    @Test func `a size that the bytes cannot hold is refused before memory is asked for`() throws {
        // A header that names 100,000 × 100,000 pixels with a right checksum.
        let file: [UInt8] = [
            0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0,
            1, 0x86, 0xa0,
            0, 1, 0x86, 0xa0, 8, 2, 0, 0, 0, 0x5c, 0xc0, 0x0e, 0x15,
        ]
        #expect(throws: PNGError.self) { try PNGImage(png: file) }
        #expect(throws: PNGError.notPNG(byteCount: 3)) { try PNGImage(png: [1, 2, 3]) }
    }

    @Test func `wrong numbers of values are said`() {
        #expect(throws: PNGError.wrongPixelCount(width: 2, height: 2, channels: 3, count: 5)) {
            try PNGImage(width: 2, height: 2, channels: 3, pixels: [1, 2, 3, 4, 5])
        }
        #expect(throws: PNGError.wrongChannelCount(5)) {
            try PNGImage(width: 1, height: 1, channels: 5, pixels: [1, 2, 3, 4, 5])
        }
    }
}
