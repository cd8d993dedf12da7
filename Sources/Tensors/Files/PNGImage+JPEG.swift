internal import CPictures

/// What can be wrong with a JPEG picture that is read.
public enum JPEGError: Error, Equatable, CustomStringConvertible {
    /// The bytes do not begin as a JPEG file does.
    case notJPEG(byteCount: Int)
    /// The file names a size that its bytes cannot hold, or that is too large to read.
    case impossibleSize(width: Int, height: Int, byteCount: Int)
    /// The file is cut short or damaged; `reason` is the decoder's.
    case damaged(reason: String)
    /// The system had no memory for the decoder.
    case outOfMemory

    public var description: String {
        switch self {
        case .notJPEG(let byteCount):
            return "not a JPEG file: its \(byteCount) bytes do not begin with the JPEG signature"
        case .impossibleSize(let width, let height, let byteCount):
            return """
                a JPEG file of \(byteCount) bytes cannot hold the \(width)×\(height) pixels that it \
                names
                help: the file is damaged; write or download it again
                """
        case .damaged(let reason):
            return """
                the JPEG file is cut short or damaged: \(reason)
                help: write or download it again
                """
        case .outOfMemory:
            return "out of memory while decoding the JPEG file"
        }
    }
}

extension PNGImage {
    /// Whether the bytes begin as a JPEG file does.
    static func isJPEG(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0xff, 0xd8, 0xff]) }

    /// Reads the bytes of a JPEG file, baseline or progressive: gray gives 1 channel, everything
    /// else (inks included) RGB.
    ///
    /// - Throws: `JPEGError` when the bytes are not JPEG, are cut short, or name a size that they
    ///   cannot hold; nothing is allocated before the size is known to be possible.
    public init(jpeg bytes: [UInt8]) throws(JPEGError) {
        guard Self.isJPEG(bytes) else { throw .notJPEG(byteCount: bytes.count) }
        var info = picture_info()
        try Self.check(picture_jpeg_header(bytes, bytes.count, &info), info)
        let (width, height, channels) = (Int(info.width), Int(info.height), Int(info.channels))
        // A block of 8×8 pixels takes at least a bit, except in arithmetic coding: some room for it.
        let (area, overflow) = width.multipliedReportingOverflow(by: height)
        guard width > 0, height > 0, !overflow, area <= Self.largestPixelCount,
            area / 8192 <= bytes.count
        else {
            throw .impossibleSize(width: width, height: height, byteCount: bytes.count)
        }
        var pixels = [UInt8](repeating: 0, count: area * channels)
        try Self.check(picture_jpeg_decode(bytes, bytes.count, &info, &pixels), info)
        guard
            let image = try? PNGImage(
                width: width, height: height, channels: channels, pixels: pixels)
        else { throw .impossibleSize(width: width, height: height, byteCount: bytes.count) }
        self = image
    }

    private static func check(_ status: picture_status, _ info: picture_info) throws(JPEGError) {
        switch status {
        case PICTURE_OK: return
        case PICTURE_OUT_OF_MEMORY: throw .outOfMemory
        default:
            let reason = withUnsafeBytes(of: info.message) { raw in
                String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
            }
            throw .damaged(reason: reason)
        }
    }
}
