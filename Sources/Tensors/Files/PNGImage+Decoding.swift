import CPNG

extension PNGImage {
    /// The most pixels that a file may name: more are taken for a damaged or hostile file.
    static var largestPixelCount: Int { 1 << 28 }

    /// Reads the bytes of a PNG file of any bit depth, palette or interlacing.
    ///
    /// 16-bit values are reduced to 8 bits, palettes become RGB, transparency becomes an alpha
    /// channel.
    ///
    /// - Throws: `PNGError` when the bytes are not PNG, are cut short, or name a size that they
    ///   cannot hold; nothing is allocated before the size is known to be possible.
    public init(png bytes: [UInt8]) throws(PNGError) {
        let signature: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
        guard bytes.count >= 8, Array(bytes[..<8]) == signature else {
            throw .notPNG(byteCount: bytes.count)
        }
        // The decoder keeps the address of the bytes from its first step to its last.
        let result = bytes.withUnsafeBytes { file in Self.decode(file) }
        self = try result.get()
    }

    private static func decode(_ file: UnsafeRawBufferPointer) -> Result<PNGImage, PNGError> {
        var image = png_image()
        image.version = 1  // PNG_IMAGE_VERSION
        defer { png_image_free(&image) }
        guard png_image_begin_read_from_memory(&image, file.baseAddress, file.count) != 0 else {
            return .failure(.damaged(reason: message(of: image)))
        }
        let alpha = image.format & 1
        let color = image.format & 2
        image.format = alpha | color  // 8-bit values, no palette: gray, gray + alpha, RGB, RGBA
        let channels = (color != 0 ? 3 : 1) + (alpha != 0 ? 1 : 0)
        let width = Int(image.width)
        let height = Int(image.height)
        // A byte of DEFLATE stands for at most 1,032 bytes, and a byte for at most 8 pixels.
        let (area, overflow) = width.multipliedReportingOverflow(by: height)
        guard width > 0, height > 0, !overflow, area <= largestPixelCount,
            area / 8 <= file.count * 1032
        else {
            return .failure(.impossibleSize(width: width, height: height, byteCount: file.count))
        }
        var pixels = [UInt8](repeating: 0, count: area * channels)
        let finished = pixels.withUnsafeMutableBytes {
            png_image_finish_read(&image, nil, $0.baseAddress, Int32(width * channels), nil)
        }
        // A warning (1) leaves a whole picture; an error (2 and up) does not.
        guard finished != 0, image.warning_or_error & 2 == 0 else {
            return .failure(.damaged(reason: message(of: image)))
        }
        return Result { () throws(PNGError) in
            try PNGImage(width: width, height: height, channels: channels, pixels: pixels)
        }
    }

    private static func message(of image: png_image) -> String {
        var text = withUnsafeBytes(of: image.message) { raw in
            String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
        }
        if text.isEmpty { text = "no reason given" }
        return text
    }
}
