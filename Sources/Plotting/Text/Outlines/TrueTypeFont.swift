/// The outlines of a TrueType font's characters: the tables `cmap`, `loca`, `glyf` and `head` of a file.
///
/// Every read is checked against the file's length, so that a damaged file has no outlines instead of wrong ones.
/// Source: Apple, TrueType Reference Manual; Microsoft, OpenType specification 1.9 (`glyf`, `cmap`).
package final class TrueTypeFont: Sendable {
    /// A closed line through points, of which those off the line pull it to them as the quadratic curve of Bézier.
    package struct Contour: Sendable, Equatable {
        package var points: [Point] = []
        package var isOn: [Bool] = []
    }

    /// Which glyph a run of characters has.
    private struct Segment {
        var first: UInt32
        var last: UInt32
        var delta: Int
        /// Where the glyph numbers of the run stand in the file, if they are not the characters' plus `delta`.
        var numbers: Int?
    }

    private let file: FontBytes
    private let segments: [Segment]
    private let unitsPerEm: Int
    private let hasLongOffsets: Bool
    private let locations: Range<Int>
    private let outlines: Range<Int>
    /// Parts of parts end here, so that a glyph that holds itself ends too.
    private static let deepest = 6

    /// - Parameter bytes: a whole font file; nil if it has no TrueType outlines.
    package init?(_ bytes: [UInt8]) {
        let file = FontBytes(bytes)
        guard let count = file.u16(4) else { return nil }
        var tables: [UInt32: Range<Int>] = [:]
        for index in 0..<count {
            let at = 12 + index * 16
            guard let tag = file.u32(at), let start = file.u32(at + 8), let length = file.u32(at + 12),
                Int(start) + Int(length) <= bytes.count
            else { return nil }
            tables[tag] = Int(start)..<(Int(start) + Int(length))
        }
        guard let head = tables[FontBytes.tag("head")], let cmap = tables[FontBytes.tag("cmap")],
            let loca = tables[FontBytes.tag("loca")], let glyf = tables[FontBytes.tag("glyf")],
            let units = file.u16(head.lowerBound + 18), units > 0, let long = file.u16(head.lowerBound + 50)
        else { return nil }
        self.file = file
        unitsPerEm = units
        hasLongOffsets = long == 1
        locations = loca
        outlines = glyf
        segments = Self.segments(file, cmap)
        if segments.isEmpty { return nil }
    }

    /// The outline of a character in em, y upward; nil if the font has none for it. A space has no contours.
    package func outline(_ scalar: Unicode.Scalar) -> [Contour]? {
        guard let glyph = glyph(scalar), glyph > 0 else { return nil }
        var contours: [Contour] = []
        guard add(glyph, to: &contours, depth: 0) else { return nil }
        let scale = 1 / Double(unitsPerEm)
        for index in contours.indices {
            contours[index].points = contours[index].points.map { Point($0.x * scale, $0.y * scale) }
        }
        return contours
    }

    // MARK: Characters to glyphs

    private static func segments(_ file: FontBytes, _ cmap: Range<Int>) -> [Segment] {
        guard let count = file.u16(cmap.lowerBound + 2) else { return [] }
        var best: (at: Int, format: Int)?
        for index in 0..<count {
            guard let offset = file.u32(cmap.lowerBound + 8 + index * 8),
                let format = file.u16(cmap.lowerBound + Int(offset)), format == 4 || format == 12,
                format > (best?.format ?? 0)
            else { continue }
            best = (cmap.lowerBound + Int(offset), format)
        }
        guard let best else { return [] }
        return best.format == 12 ? groups(file, best.at) : runs(file, best.at)
    }

    private static func groups(_ file: FontBytes, _ at: Int) -> [Segment] {
        guard let count = file.u32(at + 12), Int(count) * 12 <= file.count else { return [] }
        return (0..<Int(count)).compactMap { index in
            let place = at + 16 + index * 12
            guard let first = file.u32(place), let last = file.u32(place + 4), let glyph = file.u32(place + 8),
                first <= last
            else { return nil }
            return Segment(first: first, last: last, delta: Int(glyph) - Int(first))
        }
    }

    private static func runs(_ file: FontBytes, _ at: Int) -> [Segment] {
        guard let doubled = file.u16(at + 6) else { return [] }
        return (0..<doubled / 2).compactMap { index in
            let place = at + 14 + index * 2
            guard let last = file.u16(place), let first = file.u16(place + doubled + 2),
                let delta = file.u16(place + doubled * 2 + 2), let offset = file.u16(place + doubled * 3 + 2),
                first <= last
            else { return nil }
            return Segment(
                first: UInt32(first), last: UInt32(last), delta: delta,
                numbers: offset == 0 ? nil : place + doubled * 3 + 2 + offset)
        }
    }

    private func glyph(_ scalar: Unicode.Scalar) -> Int? {
        guard let segment = segments.first(where: { $0.first <= scalar.value && scalar.value <= $0.last }) else { return nil }
        guard let numbers = segment.numbers else {
            let number = Int(scalar.value) + segment.delta
            return scalar.value <= 0xffff ? number & 0xffff : number
        }
        guard let number = file.u16(numbers + Int(scalar.value - segment.first) * 2), number != 0 else { return nil }
        return (number + segment.delta) & 0xffff
    }

    // MARK: Outlines

    private func place(_ glyph: Int) -> Range<Int>? {
        let start: Int, end: Int
        if hasLongOffsets {
            guard let a = file.u32(locations.lowerBound + glyph * 4), let b = file.u32(locations.lowerBound + glyph * 4 + 4)
            else { return nil }
            (start, end) = (Int(a), Int(b))
        } else {
            guard let a = file.u16(locations.lowerBound + glyph * 2), let b = file.u16(locations.lowerBound + glyph * 2 + 2)
            else { return nil }
            (start, end) = (a * 2, b * 2)
        }
        guard start <= end, outlines.lowerBound + end <= outlines.upperBound else { return nil }
        return (outlines.lowerBound + start)..<(outlines.lowerBound + end)
    }

    private func add(_ glyph: Int, to contours: inout [Contour], depth: Int) -> Bool {
        guard depth < Self.deepest, let place = place(glyph) else { return false }
        if place.isEmpty { return true }
        guard let count = file.i16(place.lowerBound) else { return false }
        return count >= 0
            ? simple(count, place.lowerBound + 10, &contours)
            : parts(place.lowerBound + 10, &contours, depth)
    }

    private func simple(_ count: Int, _ start: Int, _ contours: inout [Contour]) -> Bool {
        guard count > 0 else { return true }
        var ends: [Int] = []
        for index in 0..<count {
            guard let end = file.u16(start + index * 2), end >= ends.last ?? 0 else { return false }
            ends.append(end)
        }
        guard let instructions = file.u16(start + count * 2) else { return false }
        var at = start + count * 2 + 2 + instructions
        let total = (ends.last ?? -1) + 1
        var flags: [UInt8] = []
        while flags.count < total {
            guard let flag = file.u8(at) else { return false }
            at += 1
            flags.append(flag)
            guard flag & 8 != 0 else { continue }
            guard let again = file.u8(at) else { return false }
            at += 1
            flags.append(contentsOf: repeatElement(flag, count: Int(again)))
        }
        func coordinates(short: UInt8, same: UInt8) -> [Int]? {
            var value = 0
            var values: [Int] = []
            for flag in flags.prefix(total) {
                if flag & short != 0 {
                    guard let step = file.u8(at) else { return nil }
                    at += 1
                    value += flag & same != 0 ? Int(step) : -Int(step)
                } else if flag & same == 0 {
                    guard let step = file.i16(at) else { return nil }
                    at += 2
                    value += step
                }
                values.append(value)
            }
            return values
        }
        guard let xs = coordinates(short: 2, same: 16), let ys = coordinates(short: 4, same: 32) else { return false }
        var first = 0
        for end in ends {
            var contour = Contour()
            for index in first..<(end + 1) {
                contour.points.append(Point(Double(xs[index]), Double(ys[index])))
                contour.isOn.append(flags[index] & 1 != 0)
            }
            contours.append(contour)
            first = end + 1
        }
        return true
    }

    /// A glyph of other glyphs, each moved and perhaps scaled: letters with accents.
    private func parts(_ start: Int, _ contours: inout [Contour], _ depth: Int) -> Bool {
        var at = start
        while true {
            guard let flags = file.u16(at), let glyph = file.u16(at + 2) else { return false }
            at += 4
            let areWords = flags & 1 != 0
            guard let dx = areWords ? file.i16(at) : file.i8(at), let dy = areWords ? file.i16(at + 2) : file.i8(at + 1)
            else { return false }
            at += areWords ? 4 : 2
            var (a, b, c, d) = (1.0, 0.0, 0.0, 1.0)
            func fraction() -> Double? {
                defer { at += 2 }
                return file.i16(at).map { Double($0) / 16384 }
            }
            if flags & 8 != 0 {
                guard let scale = fraction() else { return false }
                (a, d) = (scale, scale)
            } else if flags & 0x40 != 0 {
                guard let x = fraction(), let y = fraction() else { return false }
                (a, d) = (x, y)
            } else if flags & 0x80 != 0 {
                guard let xx = fraction(), let xy = fraction(), let yx = fraction(), let yy = fraction() else { return false }
                (a, b, c, d) = (xx, xy, yx, yy)
            }
            var part: [Contour] = []
            guard add(glyph, to: &part, depth: depth + 1) else { return false }
            // Places given by matching points of both parts are rare and not followed.
            let isMove = flags & 2 != 0
            for var contour in part {
                contour.points = contour.points.map { point in
                    Point(
                        a * point.x + c * point.y + (isMove ? Double(dx) : 0),
                        b * point.x + d * point.y + (isMove ? Double(dy) : 0))
                }
                contours.append(contour)
            }
            if flags & 0x20 == 0 { return true }
        }
    }
}

/// Numbers of a font file, most significant byte first; nil beyond its end.
private struct FontBytes: Sendable {
    private let bytes: [UInt8]
    var count: Int { bytes.count }

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func u8(_ at: Int) -> UInt8? { at >= 0 && at < bytes.count ? bytes[at] : nil }
    func i8(_ at: Int) -> Int? { u8(at).map { Int(Int8(bitPattern: $0)) } }
    func u16(_ at: Int) -> Int? {
        guard at >= 0, at + 1 < bytes.count else { return nil }
        return Int(bytes[at]) << 8 | Int(bytes[at + 1])
    }
    func i16(_ at: Int) -> Int? { u16(at).map { Int(Int16(truncatingIfNeeded: $0)) } }
    func u32(_ at: Int) -> UInt32? {
        guard let high = u16(at), let low = u16(at + 2) else { return nil }
        return UInt32(high) << 16 | UInt32(low)
    }

    static func tag(_ name: StaticString) -> UInt32 {
        name.withUTF8Buffer { $0.reduce(0) { $0 << 8 | UInt32($1) } }
    }
}
