import CKernels
import Testing

@Suite("CKernels: the nearest of some centres", .serialized)
struct CKernelsClusterTests {
    struct Round: Equatable {
        var labels: [Int32], distances: [Double], sums: [Double], counts: [Double]

        init(rows: Int, width: Int, centers: Int) {
            labels = [Int32](repeating: -1, count: rows)
            distances = [Double](repeating: -1, count: rows)
            sums = [Double](repeating: -1, count: centers * width)
            counts = [Double](repeating: -1, count: centers)
        }
    }

    static func round<T>(_ dtype: vj_dtype, _ x: [T], width: Int, means: [Double]) -> Round {
        let (rows, centers) = (x.count / width, means.count / width)
        var found = Round(rows: rows, width: width, centers: centers)
        let status = vj_nearest_centers(
            dtype, rows, width, x, centers, means, &found.labels, &found.distances, &found.sums, &found.counts)
        #expect(status == VJ_OK)
        return found
    }

    /// The same by loops in float64.
    static func expected(_ x: [Double], width: Int, means: [Double]) -> Round {
        let (rows, centers) = (x.count / width, means.count / width)
        var result = Round(rows: rows, width: width, centers: centers)
        result.sums = result.sums.map { _ in 0 }
        result.counts = result.counts.map { _ in 0 }
        for i in 0..<rows {
            let row = x[(i * width)..<((i + 1) * width)]
            let gaps = (0..<centers).map { c in
                zip(row, means[(c * width)..<((c + 1) * width)]).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
            }
            let nearest = gaps.firstIndex(of: gaps.min()!)!
            result.labels[i] = Int32(nearest)
            result.distances[i] = gaps[nearest]
            result.counts[nearest] += 1
            for (j, value) in row.enumerated() { result.sums[nearest * width + j] += value }
        }
        return result
    }

    @Test("every variant finds what plain loops find, for any number of threads the same bits")
    func everyVariant() async {
        await #expect(processExitsWith: .success) {
            for (rows, width, centers) in [(1, 1, 1), (3, 5, 2), (257, 7, 16), (1000, 64, 10), (2049, 33, 17), (70, 3, 40)] {
                let x = Kernels.numbers(rows * width, seed: UInt64(rows)), wide = x.map(Double.init)
                let means = Kernels.wide(centers * width, seed: UInt64(width)).map { Double(Float($0)) }
                let right = CKernelsClusterTests.expected(wide, width: width, means: means)
                Kernels.withEachVariant { variant in
                    var first: [CKernelsClusterTests.Round] = []
                    Kernels.withEachThreadCount { threads in
                        let both = [
                            CKernelsClusterTests.round(VJ_FLOAT32, x, width: width, means: means),
                            CKernelsClusterTests.round(VJ_FLOAT64, wide, width: width, means: means),
                        ]
                        if first.isEmpty { first = both }
                        #expect(both == first, "\(variant), \(rows)×\(width), \(threads) threads")
                    }
                    for found in first {
                        #expect(found.labels == right.labels, "\(variant), \(rows)×\(width)")
                        #expect(found.counts == right.counts)
                        #expect(zip(found.sums, right.sums).allSatisfy { abs($0 - $1) < 1e-10 })
                        #expect(zip(found.distances, right.distances).allSatisfy { abs($0 - $1) < 1e-10 })
                    }
                }
            }
        }
    }

    @Test("float32 far from the origin, and between two centres, takes the centre that float64 takes")
    func far() async {
        await #expect(processExitsWith: .success) {
            for (width, centers, offset) in [(4, 2, Float(10_000)), (33, 17, 3000), (2, 5, 0)] {
                let near = Kernels.numbers(500 * width, seed: UInt64(width)).map { $0 + offset }
                // Steps of 1/1024 are exact beside the offset, and many rows lie just between two centres.
                let x = near.map { ($0 * 1024).rounded() / 1024 }, wide = x.map(Double.init)
                let means = (0..<(centers * width)).map { Double(x[$0]) + ($0 < width ? 1e-4 : 0) }
                let right = CKernelsClusterTests.expected(wide, width: width, means: means)
                Kernels.withEachVariant { variant in
                    let found = CKernelsClusterTests.round(VJ_FLOAT32, x, width: width, means: means)
                    #expect(found.labels == right.labels, "\(variant), \(width)")
                }
            }
        }
    }

    @Test("of equal centres the first counts, rows that are no numbers go to the first, integers are turned away")
    func edges() {
        let means = [1.0, 1.0, 1.0]
        let found = Self.round(VJ_FLOAT32, [Float(1), .nan, .infinity], width: 1, means: means)
        #expect(found.labels == [0, 0, 0])
        #expect(found.counts == [3, 0, 0])
        var labels: [Int32] = [0]
        #expect(vj_nearest_centers(VJ_INT64, 1, 1, [Int64(1)], 1, [1], &labels, nil, nil, nil) == VJ_UNSUPPORTED)
        #expect(vj_nearest_centers(VJ_FLOAT64, 1, 1, [3.0], 2, [1, 4], &labels, nil, nil, nil) == VJ_OK)
        #expect(labels == [1])
    }
}
