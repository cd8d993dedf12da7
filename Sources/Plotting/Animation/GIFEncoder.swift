/// Writes animated GIF files: 256 colours a picture, LZW as in the format's specification (GIF89a).
struct GIFEncoder {
    private var bytes: [UInt8] = []
    private let width: Int
    private let height: Int

    /// A file of that size, shown again and again unless `loops` is false.
    init(width: Int, height: Int, loops: Bool) {
        self.width = width
        self.height = height
        bytes += Array("GIF89a".utf8)
        short(width)
        short(height)
        bytes += [0x70, 0, 0]
        if loops { bytes += [0x21, 0xff, 11] + Array("NETSCAPE2.0".utf8) + [3, 1, 0, 0, 0] }
    }

    private mutating func short(_ value: Int) {
        bytes += [UInt8(value & 255), UInt8(value >> 8 & 255)]
    }

    /// Adds a picture of RGB bytes that stays for `hundredths` of a second.
    mutating func add(_ pixels: [UInt8], hundredths: Int) {
        let (indices, palette) = Self.quantised(pixels)
        bytes += [0x21, 0xf9, 4, 4]
        short(hundredths)
        bytes += [0, 0, 0x2c, 0, 0, 0, 0]
        short(width)
        short(height)
        var bits = 1
        while 1 << bits < palette.count { bits += 1 }
        bytes.append(UInt8(0x80 | (bits - 1)))
        for index in 0..<(1 << bits) {
            let color = index < palette.count ? palette[index] : 0
            bytes += [UInt8(color >> 16 & 255), UInt8(color >> 8 & 255), UInt8(color & 255)]
        }
        compress(indices, bits: max(2, bits))
    }

    /// The finished file.
    consuming func finished() -> [UInt8] {
        bytes.append(0x3b)
        return bytes
    }

    /// LZW with codes of growing length, in blocks of at most 255 bytes.
    private mutating func compress(_ indices: [UInt8], bits: Int) {
        bytes.append(UInt8(bits))
        var block: [UInt8] = []
        var buffer = 0
        var held = 0
        func emit(_ bytes: inout [UInt8], _ byte: UInt8) {
            block.append(byte)
            if block.count == 255 {
                bytes.append(255)
                bytes += block
                block = []
            }
        }
        let clear = 1 << bits
        var length = bits + 1
        var next = clear + 2
        func put(_ bytes: inout [UInt8], _ code: Int) {
            buffer |= code << held
            held += length
            while held >= 8 {
                emit(&bytes, UInt8(buffer & 255))
                buffer >>= 8
                held -= 8
            }
        }
        // The code of a known string and the next pixel, as one number.
        var known: [Int: Int] = [:]
        put(&bytes, clear)
        var prefix = -1
        for index in indices {
            guard prefix >= 0 else {
                prefix = Int(index)
                continue
            }
            let key = prefix << 8 | Int(index)
            if let code = known[key] {
                prefix = code
                continue
            }
            put(&bytes, prefix)
            if next < 4096 {
                known[key] = next
                if next == 1 << length, length < 12 { length += 1 }
                next += 1
            } else {
                put(&bytes, clear)
                known.removeAll(keepingCapacity: true)
                length = bits + 1
                next = clear + 2
            }
            prefix = Int(index)
        }
        if prefix >= 0 { put(&bytes, prefix) }
        put(&bytes, clear + 1)
        if held > 0 { emit(&bytes, UInt8(buffer & 255)) }
        if !block.isEmpty {
            bytes.append(UInt8(block.count))
            bytes += block
        }
        bytes.append(0)
    }

    /// The 256 most frequent colours, of fewer bits where there are more, and the nearest of them for each pixel.
    private static func quantised(_ pixels: [UInt8]) -> (indices: [UInt8], palette: [UInt32]) {
        func color(_ at: Int) -> UInt32 {
            UInt32(pixels[at]) << 16 | UInt32(pixels[at + 1]) << 8 | UInt32(pixels[at + 2])
        }
        var counts: [UInt32: Int] = [:]
        var at = 0
        while at + 2 < pixels.count {
            counts[color(at), default: 0] += 1
            at += 3
        }
        let palette = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(256).map(
            \.key)
        var entries: [UInt32: UInt8] = [:]
        for (index, color) in palette.enumerated() { entries[color] = UInt8(index) }
        func nearest(_ color: UInt32) -> UInt8 {
            func part(_ color: UInt32, _ shift: UInt32) -> Int { Int(color >> shift & 255) }
            var (best, least) = (0, Int.max)
            for (index, other) in palette.enumerated() {
                let r = part(color, 16) - part(other, 16)
                let g = part(color, 8) - part(other, 8)
                let b = part(color, 0) - part(other, 0)
                let distance = r * r + g * g + b * b
                if distance < least { (best, least) = (index, distance) }
            }
            return UInt8(best)
        }
        var indices: [UInt8] = []
        indices.reserveCapacity(pixels.count / 3)
        at = 0
        while at + 2 < pixels.count {
            let color = color(at)
            if let entry = entries[color] {
                indices.append(entry)
            } else {
                let entry = nearest(color)
                entries[color] = entry
                indices.append(entry)
            }
            at += 3
        }
        return (indices, palette)
    }
}
