/// Sorts numbers in pieces, so that a long sort can be stopped between them.
enum InterruptibleSort {
    /// Elements that are sorted or merged between two looks at whether to stop: some milliseconds' worth.
    private static let piece = 1 << 16

    /// Sorts from the least to the greatest; equal elements keep their order.
    ///
    /// - Parameter check: throws where the sort is to stop. All elements are then still there, in whatever order.
    static func sort<Element: Comparable>(
        _ elements: UnsafeMutableBufferPointer<Element>, check: () throws -> Void
    ) throws {
        let count = elements.count
        var start = 0
        while start < count {
            try check()
            let end = min(start + piece, count)
            var part = UnsafeMutableBufferPointer(rebasing: elements[start..<end])
            part.sort()
            start = end
        }
        guard count > piece, let base = elements.baseAddress else { return }
        let spare = UnsafeMutablePointer<Element>.allocate(capacity: count)
        defer { spare.deallocate() }
        var (from, to) = (base, spare)
        defer {
            // What was merged last is complete.
            if from != base { base.update(from: from, count: count) }
        }
        var width = piece
        while width < count {
            var start = 0
            while start < count {
                let middle = min(start + width, count)
                let end = min(start + 2 * width, count)
                try merge(from, start, middle, end, into: to, check)
                start = end
            }
            swap(&from, &to)
            width *= 2
        }
    }

    private static func merge<Element: Comparable>(
        _ from: UnsafeMutablePointer<Element>, _ start: Int, _ middle: Int, _ end: Int,
        into to: UnsafeMutablePointer<Element>, _ check: () throws -> Void
    ) throws {
        var (left, right, place) = (start, middle, start)
        while place < end {
            try check()
            let stop = min(place + piece, end)
            while place < stop, left < middle, right < end {
                if from[right] < from[left] {
                    (to + place).initialize(to: from[right])
                    right += 1
                } else {
                    (to + place).initialize(to: from[left])
                    left += 1
                }
                place += 1
            }
            while place < stop, left < middle {
                (to + place).initialize(to: from[left])
                left += 1
                place += 1
            }
            while place < stop, right < end {
                (to + place).initialize(to: from[right])
                right += 1
                place += 1
            }
        }
    }
}
