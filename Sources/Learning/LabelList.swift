package import Tensors

/// Class labels as integers.
package struct LabelList {
    package let values: [Int]

    /// Labels `[n]` or `[n, 1]`, or rows of scores `[n, classes]`, of which the largest counts.
    package init(_ labels: Tensor, _ operation: String) throws(TensorError) {
        if labels.rank == 2, labels.shape[1] > 1 {
            let classes = labels.shape[1]
            let scores =
                labels.dtype == .float64 ? labels : try Checked.asType(labels, .float64)
            values = try scores.withElements(as: Double.self) { scores in
                (0..<labels.shape[0]).map { row in
                    var best = 0
                    for c in 1..<classes
                    where scores[row * classes + c] > scores[row * classes + best] { best = c }
                    return best
                }
            }
            return
        }
        guard labels.rank == 1 || labels.rank == 2 else {
            throw .shape(
                operation: operation, expected: "labels [count] or scores [count, classes]",
                given: labels.shape, help: nil)
        }
        let integers = labels.dtype == .int64 ? labels : try Checked.asType(labels, .int64)
        values = try integers.withElements(as: Int64.self) { $0.map { Int($0) } }
    }
}
