internal import CKernels

/// What one round of k-means finds: the nearest centre of each row, and the rows of each centre added up.
package struct NearestCenters {
    /// What a round can find beside the labels.
    package enum Part { case sums, distances }

    package var labels: [Int32]
    /// `[centers, width]` in float64, and how many rows they are, where they were asked for.
    package var sums: [Double]
    package var counts: [Double]
    /// The squares of the distances, where they were asked for.
    package var distances: [Double]
}

extension Checked {
    /// The nearest of `means` (`[centers, width]`, row by row) for each row of a float tensor `[rows, width]`, the first of
    /// equal ones.
    package static func nearestCenters(
        _ x: Tensor, means: [Double], _ parts: Set<NearestCenters.Part> = []
    ) throws(TensorError) -> NearestCenters {
        let (rows, width) = (x.shape[0], x.shape[1])
        let centers = means.count / Swift.max(width, 1)
        var found = NearestCenters(
            labels: [Int32](repeating: 0, count: rows),
            sums: [Double](repeating: 0, count: parts.contains(.sums) ? centers * width : 0),
            counts: [Double](repeating: 0, count: parts.contains(.sums) ? centers : 0),
            distances: [Double](repeating: 0, count: parts.contains(.distances) ? rows : 0))
        let source = try x.contiguousStorage()
        let status = found.labels.withUnsafeMutableBufferPointer { labels in
            found.sums.withUnsafeMutableBufferPointer { sums in
                found.counts.withUnsafeMutableBufferPointer { counts in
                    found.distances.withUnsafeMutableBufferPointer { distances in
                        vj_nearest_centers(
                            source.dtype.c, rows, width, source.data, centers, means, labels.baseAddress,
                            parts.contains(.distances) ? distances.baseAddress : nil,
                            parts.contains(.sums) ? sums.baseAddress : nil,
                            parts.contains(.sums) ? counts.baseAddress : nil)
                    }
                }
            }
        }
        try check(status, "nearestCenters")
        withExtendedLifetime(source) {}
        return found
    }
}
