/// A picture of 8-bit values: rows from the top, pixels from the left, channels innermost.
public struct PNGImage: Sendable, Equatable {
    /// The number of pixels in a row.
    public var width: Int
    /// The number of rows.
    public var height: Int
    /// 1 gray, 2 gray and alpha, 3 RGB, 4 RGBA (alpha not multiplied in).
    public var channels: Int
    /// height × width × channels values.
    public var pixels: [UInt8]

    /// A picture from its values.
    ///
    /// - Throws: `wrongChannelCount`, or `wrongPixelCount` when `pixels` has another length than
    ///   width × height × channels or when a side is not positive.
    public init(width: Int, height: Int, channels: Int, pixels: [UInt8]) throws(PNGError) {
        guard (1...4).contains(channels) else { throw .wrongChannelCount(channels) }
        let (area, overflow) = width.multipliedReportingOverflow(by: height)
        guard width > 0, height > 0, !overflow, area <= Int.max / 4,
            pixels.count == area * channels
        else {
            throw .wrongPixelCount(
                width: max(0, min(width, 1 << 30)), height: max(0, min(height, 1 << 30)),
                channels: channels, count: pixels.count)
        }
        self.width = width
        self.height = height
        self.channels = channels
        self.pixels = pixels
    }
}
