/// The areas between neighbouring levels on a grid: the parts of its cells without the borders that two of them share.
///
/// One pass over the cells serves all bands: a cell between two levels belongs to one band whole, and only cells that a
/// level crosses are cut.
struct ContourBands {
    /// A corner of a cell or of what is left of it, and the value there.
    fileprivate struct Corner {
        var place: Point
        var value: Double
        /// The place as outlines know it.
        var key: UInt64
    }

    private var outlines: [Outline]

    /// - Parameters:
    ///   - xs: where the columns stand, in pixels.
    ///   - ys: where the rows stand.
    ///   - levels: two or more, rising; band `i` lies from level `i` to the next, the last level included.
    init(_ z: Matrix, _ xs: [Double], _ ys: [Double], levels: [Double]) {
        let count = max(0, levels.count - 1)
        outlines = [Outline](repeating: Outline(), count: count)
        guard count > 0, z.rows > 1, z.columns > 1 else { return }
        let (rows, columns) = (z.rows - 1, z.columns - 1)
        // Neighbours are mostly in one band, so that the search seldom has to be made.
        var last = Self.none
        let bands = z.values.map { value in
            if last >= 0, last < count, levels[last] <= value, value < levels[last + 1] { return last }
            last = Self.band(of: value, levels)
            return last
        }
        /// Of each cell the band that all its corners lie in, or one that no cell has.
        var whole = [Int](repeating: Self.none, count: rows * columns)
        for row in 0..<rows {
            for column in 0..<columns {
                let at = row * z.columns + column
                let band = bands[at]
                if band == bands[at + 1], band == bands[at + z.columns], band == bands[at + z.columns + 1] {
                    whole[row * columns + column] = band
                }
            }
        }
        // A cell's four corners, and one more for each level that cuts off another one.
        var polygon = UnsafeMutablePointer<Corner>.allocate(capacity: 8)
        var cut = UnsafeMutablePointer<Corner>.allocate(capacity: 8)
        defer {
            polygon.deallocate()
            cut.deallocate()
        }
        // Most places are the grid's own, and rounding is what takes longest.
        let across = xs.map { Outline.part($0) << 32 }
        let along = ys.map { Outline.part($0) }
        for row in 0..<rows {
            for column in 0..<columns {
                let cell = row * columns + column
                let band = whole[cell]
                if band >= 0, band < count {
                    // Borders between two whole cells of a band are none of its outline.
                    let isTop = row == 0 || whole[cell - columns] != band
                    let isRight = column + 1 == columns || whole[cell + 1] != band
                    let isBottom = row + 1 == rows || whole[cell + columns] != band
                    let isLeft = column == 0 || whole[cell - 1] != band
                    let (left, right, top, bottom) = (across[column], across[column + 1], along[row], along[row + 1])
                    if isTop { outlines[band].add(left | top, right | top) }
                    if isRight { outlines[band].add(right | top, right | bottom) }
                    if isBottom { outlines[band].add(right | bottom, left | bottom) }
                    if isLeft { outlines[band].add(left | bottom, left | top) }
                    continue
                }
                if band != Self.none { continue }
                let at = row * z.columns + column
                let corners = (at, at + 1, at + z.columns + 1, at + z.columns)
                let sides = (bands[corners.0], bands[corners.1], bands[corners.2], bands[corners.3])
                let lowest = min(min(sides.0, sides.1), min(sides.2, sides.3))
                let highest = max(max(sides.0, sides.1), max(sides.2, sides.3))
                guard lowest > Self.notANumber, highest >= 0, lowest < count else { continue }
                func corner(_ index: Int, _ column: Int, _ row: Int) -> Corner {
                    Corner(place: Point(xs[column], ys[row]), value: z.values[index], key: across[column] | along[row])
                }
                for band in max(0, lowest)...min(count - 1, highest) {
                    polygon[0] = corner(corners.0, column, row)
                    polygon[1] = corner(corners.1, column + 1, row)
                    polygon[2] = corner(corners.2, column + 1, row + 1)
                    polygon[3] = corner(corners.3, column, row + 1)
                    var sides = 4
                    // Only a level that some corner lies beyond cuts anything off.
                    if lowest < band {
                        sides = Self.keep(polygon, sides, from: levels[band], above: true, cut)
                        swap(&polygon, &cut)
                    }
                    if highest > band {
                        sides = Self.keep(polygon, sides, from: levels[band + 1], above: false, cut)
                        swap(&polygon, &cut)
                    }
                    if sides > 2 { outlines[band].add(polygon, sides) }
                }
            }
        }
    }

    /// The borders of a band's area, as closed rings of pixels.
    mutating func rings(of band: Int, _ emit: ([Point]) -> Void) {
        guard outlines.indices.contains(band) else { return }
        outlines[band].trace(emit)
    }

    private static let notANumber = -2
    /// No band of a value; that of a cell that is not whole.
    private static let none = -3

    /// The band of a value: −1 below all, their number above all.
    private static func band(of value: Double, _ levels: [Double]) -> Int {
        guard value.isFinite else { return notANumber }
        var low = 0
        var high = levels.count
        while low < high {
            let middle = (low + high) / 2
            if levels[middle] <= value { low = middle + 1 } else { high = middle }
        }
        if low == levels.count, value == levels[levels.count - 1] { return low - 2 }
        return low - 1
    }

    /// The part of a polygon on one side of a level (Sutherland and Hodgman): how many corners it has.
    private static func keep(
        _ polygon: UnsafeMutablePointer<Corner>, _ count: Int, from level: Double, above: Bool,
        _ result: UnsafeMutablePointer<Corner>
    ) -> Int {
        var kept = 0
        guard count > 0 else { return 0 }
        var previous = polygon[count - 1]
        for index in 0..<count {
            let current = polygon[index]
            let currentIn = above ? current.value >= level : current.value <= level
            let previousIn = above ? previous.value >= level : previous.value <= level
            if currentIn != previousIn, current.value != previous.value {
                let share = (level - previous.value) / (current.value - previous.value)
                let place = Point(
                    previous.place.x + (current.place.x - previous.place.x) * share,
                    previous.place.y + (current.place.y - previous.place.y) * share)
                result[kept] = Corner(place: place, value: level, key: Outline.part(place.x) << 32 | Outline.part(place.y))
                kept += 1
            }
            if currentIn {
                result[kept] = current
                kept += 1
            }
            previous = current
        }
        return kept
    }
}

/// Directed borders of areas; two that run against each other take each other away.
private struct Outline {
    /// A border from its chain's place to another, and the next of the chain.
    private struct Border {
        var to: Int32
        var next: Int32
    }

    /// Places in hundredths of a pixel, both in one number; each with the first border that leaves it.
    private var places: [UInt64] = []
    private var first: [Int32] = []
    private var borders: [Border] = []
    /// Numbers of places by hash, −1 where none is; its length is a power of two.
    private var slots: [Int32] = []

    /// A coordinate as half of a place's number.
    static func part(_ value: Double) -> UInt64 {
        let near = max(-1e7, min(1e7, value.isFinite ? value : 0))
        return UInt64(UInt32(bitPattern: Int32(ByteBuffer.whole(near * 100) ?? 0)))
    }

    private func place(_ number: Int) -> (x: Int, y: Int) {
        let key = places[number]
        return (Int(Int32(bitPattern: UInt32(key >> 32))), Int(Int32(bitPattern: UInt32(truncatingIfNeeded: key))))
    }

    /// The number of a place, a new one for a new place.
    mutating func number(_ key: UInt64) -> Int {
        if places.count * 2 >= slots.count { grow() }
        var slot = Self.slot(key, slots.count)
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            if places[number] == key { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = Int32(places.count)
        places.append(key)
        first.append(-1)
        return places.count - 1
    }

    private static func slot(_ key: UInt64, _ count: Int) -> Int {
        let mixed = (key ^ key >> 29) &* 0x9e37_79b9_7f4a_7c15
        return Int(mixed >> 32) & (count - 1)
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: max(2048, slots.count * 4))
        for (number, key) in places.enumerated() {
            var slot = Self.slot(key, slots.count)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(number)
        }
    }

    mutating func add(_ here: UInt64, _ there: UInt64) {
        let from = number(here)
        join(from, number(there))
    }

    /// Adds the border of a polygon.
    mutating func add(_ polygon: UnsafeMutablePointer<ContourBands.Corner>, _ count: Int) {
        let start = number(polygon[0].key)
        var before = start
        for index in 1..<count {
            let here = number(polygon[index].key)
            join(before, here)
            before = here
        }
        join(before, start)
    }

    /// Adds a border between two places, or takes away the one that runs against it.
    mutating func join(_ from: Int, _ to: Int) {
        guard from != to else { return }
        var before = -1
        var at = Int(first[to])
        while at >= 0 {
            if borders[at].to == Int32(from) {
                if before < 0 { first[to] = borders[at].next } else { borders[before].next = borders[at].next }
                return
            }
            before = at
            at = Int(borders[at].next)
        }
        borders.append(Border(to: Int32(to), next: first[from]))
        first[from] = Int32(borders.count - 1)
    }

    private mutating func takeBorder(_ from: Int) -> Int? {
        let border = Int(first[from])
        guard border >= 0 else { return nil }
        first[from] = borders[border].next
        return Int(borders[border].to)
    }

    /// The borders that are left, joined into rings without corners on straight lines.
    mutating func trace(_ emit: ([Point]) -> Void) {
        for start in places.indices {
            while let next = takeBorder(start) {
                var ring = [place(start)]
                var at = next
                while at != start, let onward = takeBorder(at) {
                    ring.append(place(at))
                    at = onward
                }
                var points: [Point] = []
                for index in ring.indices {
                    let here = ring[index]
                    let before = ring[index == 0 ? ring.count - 1 : index - 1]
                    let after = ring[index + 1 == ring.count ? 0 : index + 1]
                    let turn = (here.x - before.x) * (after.y - here.y) - (here.y - before.y) * (after.x - here.x)
                    if turn != 0 { points.append(Point(Double(here.x) / 100, Double(here.y) / 100)) }
                }
                if points.count > 2 { emit(points) }
            }
        }
    }
}
