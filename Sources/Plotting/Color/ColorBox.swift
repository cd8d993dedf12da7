/// Colours of a picture that one entry of a palette stands for: median cut (Heckbert 1982).
///
/// Colours are keys of 18 bits, six for each of red, green and blue.
struct ColorBox {
    private(set) var keys: [Int]
    /// What cutting it would win: its longest side, weighed by how many pixels it has.
    private var gain = 0
    private var shift = 0

    private init(_ keys: [Int], _ counts: [Int]) {
        self.keys = keys
        var pixels = 0
        for key in keys { pixels += counts[key] }
        for shift in [12, 6, 0] {
            var (low, high) = (63, 0)
            for key in keys {
                let part = key >> shift & 63
                (low, high) = (min(low, part), max(high, part))
            }
            // The side counts more than the pixels: a step in a large plain area is seen, and so is one in a small.
            let gain = (high - low) * (high - low) * Int(Double(pixels).squareRoot() + 1)
            if high > low, gain > self.gain { (self.gain, self.shift) = (gain, shift) }
        }
    }

    /// The colours that occur, in at most so many boxes.
    static func cut(_ counts: [Int], into most: Int) -> [ColorBox] {
        var boxes = [ColorBox(counts.indices.filter { counts[$0] > 0 }, counts)]
        while boxes.count < most, let widest = boxes.indices.max(by: { (boxes[$0].gain, $1) < (boxes[$1].gain, $0) }),
            boxes[widest].gain > 0
        {
            let (low, high) = boxes[widest].halves(counts)
            boxes[widest] = low
            boxes.append(high)
        }
        return boxes.filter { !$0.keys.isEmpty }
    }

    /// Both sides of the plane that has half of the pixels on either.
    private func halves(_ counts: [Int]) -> (ColorBox, ColorBox) {
        var along = [Int](repeating: 0, count: 64)
        for key in keys { along[key >> shift & 63] += counts[key] }
        let total = along.reduce(0, +)
        let used = along.indices.filter { along[$0] > 0 }
        var plane = used[0]
        var below = 0
        for part in used.dropLast() {
            plane = part
            below += along[part]
            if below * 2 >= total { break }
        }
        return (
            ColorBox(keys.filter { $0 >> shift & 63 <= plane }, counts),
            ColorBox(keys.filter { $0 >> shift & 63 > plane }, counts)
        )
    }

    /// The mean colour of its pixels, as red, green, blue and opaque in one word.
    func mean(_ counts: [Int]) -> UInt32 {
        var (red, green, blue, pixels) = (0, 0, 0, 0)
        func wide(_ part: Int) -> Int { part << 2 | part >> 4 }
        for key in keys {
            pixels += counts[key]
            red += wide(key >> 12) * counts[key]
            green += wide(key >> 6 & 63) * counts[key]
            blue += wide(key & 63) * counts[key]
        }
        func entry(_ sum: Int) -> UInt32 { UInt32((sum + pixels / 2) / pixels) }
        return entry(red) << 24 | entry(green) << 16 | entry(blue) << 8 | 255
    }
}
