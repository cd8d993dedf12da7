public import Tensors

/// What makes a node of a tree impure.
public enum Impurity: String, Sendable, CaseIterable {
    /// 1 − Σ p²
    case gini
    /// −Σ p·log₂ p
    case entropy
}

/// A tree of questions about one feature each.
package struct Tree {
    package struct Node {
        /// −1 for a leaf.
        package var feature = -1
        package var threshold = 0.0
        package var left = -1
        package var right = -1
        /// The share of each class, or the mean.
        package var value: [Double]
        package var impurity: Double
        package var count: Int
    }

    package var nodes: [Node] = []
    package private(set) var depth = 0

    /// What a tree is grown with.
    package struct Options {
        var maximumDepth: Int?
        var minimumSplit: Int
        var minimumLeaf: Int
        /// The number of features that are looked at for each question.
        var features: Int?
    }

    /// The value of the leaf that an example comes to.
    package func value(_ row: ArraySlice<Double>) -> [Double] {
        var at = 0
        while nodes[at].feature >= 0 {
            let node = nodes[at]
            at = row[row.startIndex + node.feature] <= node.threshold ? node.left : node.right
        }
        return nodes[at].value
    }

    /// Grows a tree: at each node the question that makes its parts least impure, thresholds halfway
    /// between neighbouring values.
    ///
    /// - Parameter targets: class numbers, or values where `impurity` is nil.
    static func grow(
        _ x: Matrix, _ rows: [Int], targets: [Double], classes: Int, impurity: Impurity?,
        _ options: Options, _ random: RandomGenerator
    ) throws -> Tree {
        var tree = Tree()
        func measure(_ sums: [Double], _ squares: Double, _ count: Double) -> Double {
            guard count > 0 else { return 0 }
            switch impurity {
            case nil: return max(0, squares / count - sums[0] / count * sums[0] / count)
            case .gini?: return 1 - sums.reduce(0) { $0 + $1 * $1 } / (count * count)
            case .entropy?:
                return sums.reduce(0) { sum, n in
                    n > 0 ? sum - n / count * logarithm(n / count) / 0.6931471805599453 : sum
                }
            }
        }
        /// The node for some rows, and all below it.
        func node(_ rows: [Int], _ depth: Int) throws -> Int {
            try Interruption.check()
            let width = max(classes, 1)
            var sums = [Double](repeating: 0, count: width)
            var squares = 0.0
            for row in rows {
                if impurity == nil {
                    sums[0] += targets[row]
                    squares += targets[row] * targets[row]
                } else {
                    sums[Int(targets[row])] += 1
                }
            }
            let count = Double(rows.count)
            let own = measure(sums, squares, count)
            let place = tree.nodes.count
            tree.nodes.append(
                Node(value: sums.map { $0 / count }, impurity: own, count: rows.count))
            tree.depth = max(tree.depth, depth)
            guard rows.count >= max(options.minimumSplit, 2), own > 1e-12,
                options.maximumDepth.map({ depth < $0 }) ?? true
            else { return place }

            var features = Array(0..<x.columns)
            let wanted = options.features.map { min(max($0, 1), x.columns) }
            if wanted != nil {
                for i in stride(from: features.count - 1, to: 0, by: -1) {
                    features.swapAt(i, random.next(in: 0...i))
                }
            }
            var best = (gain: -Double.infinity, feature: -1, threshold: 0.0)
            var looked = 0
            for feature in features {
                // Features that do not vary do not count among those looked at.
                if let wanted, looked >= wanted, best.feature >= 0 { break }
                let sorted = rows.sorted { x[$0, feature] < x[$1, feature] }
                guard x[sorted[0], feature] < x[sorted[sorted.count - 1], feature] else { continue }
                looked += 1
                var (left, leftSquares) = ([Double](repeating: 0, count: width), 0.0)
                for i in 0..<(sorted.count - 1) {
                    let row = sorted[i]
                    if impurity == nil {
                        left[0] += targets[row]
                        leftSquares += targets[row] * targets[row]
                    } else {
                        left[Int(targets[row])] += 1
                    }
                    let (here, next) = (x[row, feature], x[sorted[i + 1], feature])
                    guard here < next, i + 1 >= options.minimumLeaf,
                        sorted.count - i - 1 >= options.minimumLeaf
                    else { continue }
                    let (a, b) = (Double(i + 1), count - Double(i + 1))
                    let right = zip(sums, left).map { $0 - $1 }
                    let gain =
                        own
                        - (a * measure(left, leftSquares, a)
                            + b * measure(right, squares - leftSquares, b)) / count
                    if gain > best.gain + 1e-15 {
                        var threshold = here / 2 + next / 2
                        if threshold >= next { threshold = here }
                        best = (gain, feature, threshold)
                    }
                }
            }
            guard best.feature >= 0 else { return place }
            let below = rows.filter { x[$0, best.feature] <= best.threshold }
            let above = rows.filter { x[$0, best.feature] > best.threshold }
            let left = try node(below, depth + 1)
            let right = try node(above, depth + 1)
            tree.nodes[place].feature = best.feature
            tree.nodes[place].threshold = best.threshold
            tree.nodes[place].left = left
            tree.nodes[place].right = right
            return place
        }
        _ = try node(rows, 0)
        return tree
    }

    /// How much each feature's questions lessen the impurity, as parts of 1.
    func importances(_ features: Int) -> [Double] {
        var result = [Double](repeating: 0, count: features)
        let all = Double(nodes.first?.count ?? 1)
        for node in nodes where node.feature >= 0 {
            let (left, right) = (nodes[node.left], nodes[node.right])
            result[node.feature] +=
                (Double(node.count) * node.impurity - Double(left.count) * left.impurity
                    - Double(right.count) * right.impurity) / all
        }
        let sum = result.reduce(0, +)
        return sum > 0 ? result.map { $0 / sum } : result
    }
}

/// An estimator that is one tree, which a figure can show; nil before `fit`.
package protocol TreeModel {
    var grownTree: Tree? { get }
}

extension DecisionTree: TreeModel {
    package var grownTree: Tree? { tree.nodes.isEmpty ? nil : tree }
}

extension RegressionTree: TreeModel {
    package var grownTree: Tree? { tree.nodes.isEmpty ? nil : tree }
}

/// Classification by a tree of questions about one feature each (Breiman et al. 1984); semantics of
/// scikit-learn's `DecisionTreeClassifier`, of equal splits the first feature's.
///
///     DecisionTree(maximumDepth: 3).fit(x, y)
public final class DecisionTree: Classifier {
    public let maximumDepth: Int?
    public let minimumSamplesSplit: Int
    public let minimumSamplesLeaf: Int
    public let impurity: Impurity
    private var tree = Tree()
    /// How much each feature's questions lessen the impurity, as parts of 1.
    public private(set) var featureImportances: [Double] = []

    public init(
        maximumDepth: Int? = nil, minimumSamplesSplit: Int = 2, minimumSamplesLeaf: Int = 1,
        impurity: Impurity = .gini
    ) {
        self.maximumDepth = maximumDepth
        self.minimumSamplesSplit = minimumSamplesSplit
        self.minimumSamplesLeaf = minimumSamplesLeaf
        self.impurity = impurity
    }

    /// The number of questions on the longest way.
    public var depth: Int { tree.depth }

    override package func learn(_ x: Matrix, _ y: Tensor) throws {
        let labels = try encode(y)
        tree = try Tree.grow(
            x, Array(0..<x.rows), targets: labels.map { Double($0) }, classes: classes.count,
            impurity: impurity,
            Tree.Options(
                maximumDepth: maximumDepth, minimumSplit: minimumSamplesSplit,
                minimumLeaf: minimumSamplesLeaf, features: nil), .shared)
        featureImportances = tree.importances(x.columns)
    }

    override package func probabilities(_ x: Matrix) throws -> Matrix {
        Matrix(
            rows: x.rows, columns: classes.count,
            values: (0..<x.rows).flatMap { tree.value(x.row($0)) })
    }

    override package func answer(_ x: Matrix) throws -> Tensor { try decode(largest(probabilities(x))) }
}

/// Regression by a tree of questions: the mean of the examples that answer alike; semantics of
/// scikit-learn's `DecisionTreeRegressor`.
public final class RegressionTree: Regressor {
    public let maximumDepth: Int?
    public let minimumSamplesSplit: Int
    public let minimumSamplesLeaf: Int
    private var tree = Tree()

    public init(
        maximumDepth: Int? = nil, minimumSamplesSplit: Int = 2, minimumSamplesLeaf: Int = 1
    ) {
        self.maximumDepth = maximumDepth
        self.minimumSamplesSplit = minimumSamplesSplit
        self.minimumSamplesLeaf = minimumSamplesLeaf
    }

    override package func learn(_ x: Matrix, _ y: Tensor) throws {
        tree = try Tree.grow(
            x, Array(0..<x.rows), targets: targets(y), classes: 1, impurity: nil,
            Tree.Options(
                maximumDepth: maximumDepth, minimumSplit: minimumSamplesSplit,
                minimumLeaf: minimumSamplesLeaf, features: nil), .shared)
    }

    override package func answer(_ x: Matrix) throws -> Tensor {
        try tensor((0..<x.rows).map { tree.value(x.row($0))[0] })
    }
}

/// Classification by many trees, each grown from examples drawn with replacement and from a few
/// features at each question (Breiman 2001); semantics of scikit-learn's `RandomForestClassifier`.
///
///     RandomForest(trees: 100).fit(x, y)
public final class RandomForest: Classifier {
    public let trees: Int
    public let maximumDepth: Int?
    public let minimumSamplesLeaf: Int
    public let impurity: Impurity
    private var forest: [Tree] = []
    /// How much each feature's questions lessen the impurity, as parts of 1.
    public private(set) var featureImportances: [Double] = []

    public init(
        trees: Int = 100, maximumDepth: Int? = nil, minimumSamplesLeaf: Int = 1,
        impurity: Impurity = .gini
    ) {
        self.trees = trees
        self.maximumDepth = maximumDepth
        self.minimumSamplesLeaf = minimumSamplesLeaf
        self.impurity = impurity
    }

    override package func learn(_ x: Matrix, _ y: Tensor) throws {
        guard trees > 0 else {
            throw TensorError.domain(
                operation: kindName, problem: "trees must be at least 1, given \(trees)", help: nil)
        }
        let labels = try encode(y).map { Double($0) }
        forest = []
        for _ in 0..<trees {
            let rows = (0..<x.rows).map { _ in RandomGenerator.shared.next(in: 0...(x.rows - 1)) }
            forest.append(
                try Tree.grow(
                    x, rows, targets: labels, classes: classes.count, impurity: impurity,
                    Tree.Options(
                        maximumDepth: maximumDepth, minimumSplit: 2,
                        minimumLeaf: minimumSamplesLeaf,
                        features: Int(Double(x.columns).squareRoot())), .shared))
        }
        var sums = [Double](repeating: 0, count: x.columns)
        for tree in forest {
            for (j, value) in tree.importances(x.columns).enumerated() { sums[j] += value }
        }
        featureImportances = sums.map { $0 / Double(trees) }
    }

    override package func probabilities(_ x: Matrix) throws -> Matrix {
        var result = Matrix(rows: x.rows, columns: classes.count)
        for i in 0..<x.rows {
            for tree in forest {
                for (k, value) in tree.value(x.row(i)).enumerated() {
                    result[i, k] += value / Double(forest.count)
                }
            }
        }
        return result
    }

    override package func answer(_ x: Matrix) throws -> Tensor { try decode(largest(probabilities(x))) }
}
