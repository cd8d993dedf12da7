public import Tensors

/// Clusters of examples that lie close together; what lies alone is noise, cluster −1 (Ester et al.
/// 1996); semantics of scikit-learn's `DBSCAN`.
///
///     DBSCAN(eps: 0.5, minPoints: 5).fitPredict(x)
public final class DBSCAN {
    /// How far a neighbour may be.
    public let eps: Double
    /// How many neighbours, itself counted, make an example the core of a cluster.
    public let minPoints: Int
    package private(set) var assigned: [Int] = []

    public init(eps: Double = 0.5, minPoints: Int = 5) {
        self.eps = eps
        self.minPoints = minPoints
    }

    package func checkedFitPredict(_ x: Tensor) throws -> Tensor {
        let rows = try Matrix(x, "DBSCAN")
        guard eps > 0, minPoints > 0 else {
            throw TensorError.domain(
                operation: "DBSCAN",
                problem: "eps must be above 0 and minPoints at least 1, given \(eps) and "
                    + "\(minPoints)", help: nil)
        }
        var neighbours = [[Int]](repeating: [], count: rows.rows)
        for i in 0..<rows.rows {
            try Interruption.check()
            for j in 0...i where squaredDistance(rows.row(i), rows.row(j)) <= eps * eps {
                neighbours[i].append(j)
                if j != i { neighbours[j].append(i) }
            }
        }
        var labels = [Int](repeating: -1, count: rows.rows)
        var cluster = 0
        for start in 0..<rows.rows where labels[start] < 0 && neighbours[start].count >= minPoints {
            labels[start] = cluster
            var open = [start]
            while let row = open.popLast() {
                guard neighbours[row].count >= minPoints else { continue }
                for next in neighbours[row] where labels[next] < 0 {
                    labels[next] = cluster
                    open.append(next)
                }
            }
            cluster += 1
        }
        assigned = labels
        return try Checked.tensor(labels, shape: [labels.count])
    }

    /// The cluster of each example `[count, features]`, −1 for noise; int64.
    public func fitPredict(_ x: Tensor) -> Tensor { orFail { try checkedFitPredict(x) } }

    /// Finds the clusters.
    @discardableResult
    public func fit(_ x: Tensor) -> DBSCAN {
        _ = fitPredict(x)
        return self
    }

    /// The clusters that `fit` found, −1 for noise; int64.
    public var labels: Tensor { orFail { try Checked.tensor(assigned, shape: [assigned.count]) } }
}
