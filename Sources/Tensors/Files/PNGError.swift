/// What can be wrong with a PNG picture that is read or written.
public enum PNGError: Error, Equatable, CustomStringConvertible {
    /// The bytes do not begin as a PNG file does.
    case notPNG(byteCount: Int)
    /// The file names a size that its bytes cannot hold, or that is too large to read.
    case impossibleSize(width: Int, height: Int, byteCount: Int)
    /// The file is cut short or damaged; `reason` is the decoder's.
    case damaged(reason: String)
    /// The pixels given do not make a picture of the size given.
    case wrongPixelCount(width: Int, height: Int, channels: Int, count: Int)
    /// The number of channels is none of 1, 2, 3 and 4.
    case wrongChannelCount(Int)

    public var description: String {
        switch self {
        case .notPNG(let byteCount):
            return "not a PNG file: its \(byteCount) bytes do not begin with the PNG signature"
        case .impossibleSize(let width, let height, let byteCount):
            return """
                a PNG file of \(byteCount) bytes cannot hold the \(width)×\(height) pixels that it \
                names
                help: the file is damaged; write or download it again
                """
        case .damaged(let reason):
            return """
                the PNG file is cut short or damaged: \(reason)
                help: write or download it again
                """
        case .wrongPixelCount(let width, let height, let channels, let count):
            return """
                a picture of \(width)×\(height) pixels with \(channels) channels has \
                \(width * height * channels) values, \(count) were given
                """
        case .wrongChannelCount(let count):
            return """
                a picture has 1 (gray), 2 (gray, alpha), 3 (RGB) or 4 (RGBA) channels, not \(count)
                """
        }
    }
}
