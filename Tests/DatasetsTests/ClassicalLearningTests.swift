import Datasets
import Learning
import Tensors
import Testing

@Suite struct ClassicalLearningTests {
    private let golden: GoldenNumbers
    private let x: Tensor
    private let y: Tensor
    private let test: Tensor
    private let target: Tensor

    init() throws {
        golden = try GoldenNumbers("learning.txt")
        x = try golden.tensor("x", 60, 3, dtype: .float32)
        y = try golden.tensor("y", dtype: .int64)
        test = try golden.tensor("test", 15, 3, dtype: .float32)
        target = try golden.tensor("values", dtype: .float32)
    }

    /// The examples of the first two classes.
    private func two() throws -> (Tensor, Tensor) {
        let labels = try Checked.scalars(y, as: Int.self)
        let rows = labels.indices.filter { labels[$0] < 2 }
        return (try x.gatheringRows(rows), try y.gatheringRows(rows))
    }

    private func gap(_ a: [Double], _ b: [Double]) -> Double {
        guard a.count == b.count else { return .infinity }
        return zip(a, b).map { abs($0 - $1) / (1 + abs($1)) }.max() ?? 0
    }

    @Test func `linear models are scikit-learn's`() throws {
        let line = LinearRegression()
        try line.checkedFit(x, target)
        #expect(gap(line.coefficients + [line.intercept], try golden["linear"]) < 1e-9)
        let ridge = RidgeRegression(alpha: 2)
        try ridge.checkedFit(x, target)
        #expect(gap(ridge.coefficients + [ridge.intercept], try golden["ridge"]) < 1e-9)
        let logistic = LogisticRegression()
        try logistic.checkedFit(x, y)
        #expect(
            try elementGap(
                logistic.checkedPredictProbabilities(test), golden["logistic"]) < 1e-5)
        let (xs, ys) = try two()
        let binary = LogisticRegression(c: 0.5)
        try binary.checkedFit(xs, ys)
        #expect(gap(binary.coefficients[0] + binary.intercepts, try golden["logisticBinary"]) < 1e-5)
    }

    @Test func `a singular system has the shortest solution`() throws {
        let twice = try Checked.concatenated([x, x], axis: 1)
        let line = LinearRegression()
        try line.checkedFit(twice, target)
        let expected = try golden["linear"]
        #expect(gap(line.coefficients, Array(expected[..<3] + expected[..<3]).map { $0 / 2 }) < 1e-6)
    }

    @Test func `naive Bayes and neighbours are scikit-learn's`() throws {
        let bayes = GaussianNaiveBayes()
        try bayes.checkedFit(x, y)
        #expect(
            try elementGap(bayes.checkedPredictProbabilities(test), golden["bayes"]) < 1e-6)
        for (k, weights) in [(1, KNearestNeighbors.Weights.uniform), (5, .uniform), (7, .distance)] {
            let model = KNearestNeighbors(k: k, weights: weights)
            try model.checkedFit(x, y)
            #expect(try elementGap(model.checkedPredict(test), golden["knn.\(k)"]) == 0)
        }
    }

    @Test func `support vector machines are scikit-learn's`() throws {
        let linear = LinearSVM(c: 0.7)
        try linear.checkedFit(x, y)
        #expect(
            gap(linear.coefficients.flatMap { $0 } + linear.intercepts, try golden["linearSVM"])
                < 1e-4)
        let (xs, ys) = try two()
        for (name, kernel, c) in [
            ("rbf", Kernel.rbf(), 2.0), ("poly", .polynomial(degree: 2, offset: 1), 1),
            ("lin", .linear, 1),
        ] {
            let model = SupportVectorMachine(kernel: kernel, c: c, tolerance: 1e-6)
            try model.checkedFit(xs, ys)
            #expect(
                try elementGap(model.checkedDecision(test), golden["svm.\(name)"]) < 1e-4,
                "\(name)")
        }
        let many = SupportVectorMachine(tolerance: 1e-6)
        try many.checkedFit(x, y)
        #expect(try elementGap(many.checkedPredict(test), golden["svm.multi"]) == 0)
    }

    @Test func `clusters are scikit-learn's`() throws {
        let means = KMeans(clusters: 3, initial: try x.rows(0..<3))
        try means.checkedFit(x)
        #expect(try elementGap(means.checkedCenters(), golden["kmeans.centers"]) < 1e-6)
        #expect(means.assigned.map { Double($0) } == (try golden["kmeans.labels"]))
        #expect(try abs(means.inertia - golden.number("kmeans.inertia")) < 1e-6)
        #expect(try elementGap(means.checkedPredict(test), golden["kmeans.predict"]) == 0)
        #expect(
            try elementGap(
                DBSCAN(eps: 0.7, minPoints: 4).checkedFitPredict(x), golden["dbscan"]) == 0)
        let own = KMeans(clusters: 3, starts: 5)
        try own.checkedFit(x)
        #expect(try own.inertia <= golden.number("kmeans.inertia") * 1.2)
    }

    @Test func `clusters far from the origin are those near it`() throws {
        // Multiples of 1/512 stay what they are in float32 beside ten thousand.
        let values = (0..<1600).map { (index: Int) -> Double in
            let within = Double(index * 7919 % 1024) / 512
            return index < 800 ? within : within + 1
        }
        func inertia(_ offset: Double) throws -> Double {
            let x = try Checked.tensor(values.map { $0 + offset }, shape: [400, 4], dtype: .float32)
            let means = KMeans(clusters: 2, initial: try x.rows(199..<201))
            try means.checkedFit(x)
            return means.inertia
        }
        #expect(try abs(inertia(10_000) - inertia(0)) < 1e-6)
    }

    @Test func `principal components and scalers are scikit-learn's`() throws {
        let pca = PCA(components: 2)
        try pca.checkedFit(x)
        #expect(try elementGap(pca.checkedComponents(), golden["pca.components"]) < 1e-5)
        #expect(try elementGap(pca.checkedVariance(ratio: true), golden["pca.ratio"]) < 1e-6)
        #expect(try elementGap(pca.checkedTransform(test), golden["pca.transform"]) < 1e-5)
        let wide = PCA(components: 3)
        try wide.checkedFit(golden.tensor("wide", 8, 30, dtype: .float32))
        #expect(try elementGap(wide.checkedComponents(), golden["pca.wide"]) < 1e-5)
        let standard = StandardScaler()
        try standard.checkedFit(x)
        #expect(try elementGap(standard.checkedTransform(test), golden["standard"]) < 1e-6)
        let back = try standard.checkedInverse(standard.checkedTransform(test))
        #expect(try elementGap(back, golden["test"]) < 1e-6)
        let range = MinMaxScaler(minimum: -1, maximum: 1)
        try range.checkedFit(x)
        #expect(try elementGap(range.checkedTransform(test), golden["minmax"]) < 1e-6)
    }

    @Test func `a few of many components are found by iteration as by all`() throws {
        let digits = try Digits.load()
        let flat = try Checked.reshaped(digits.features, [1797, 64])
        let pca = PCA(components: 2)
        try pca.checkedFit(flat)
        // scikit-learn's figures of the digits.
        #expect(try elementGap(pca.checkedVariance(ratio: true), [0.14890594, 0.13618771]) < 1e-5)
    }

    @Test func `trees are scikit-learn's`() throws {
        let tree = DecisionTree(maximumDepth: 3)
        try tree.checkedFit(x, y)
        #expect(try elementGap(tree.checkedPredictProbabilities(test), golden["tree"]) < 1e-6)
        #expect(gap(tree.featureImportances, try golden["tree.importances"]) < 1e-9)
        let entropy = DecisionTree(minimumSamplesLeaf: 5, impurity: .entropy)
        try entropy.checkedFit(x, y)
        #expect(
            try elementGap(
                entropy.checkedPredictProbabilities(test), golden["tree.entropy"]) < 1e-6)
        let values = RegressionTree(maximumDepth: 2)
        try values.checkedFit(x, target)
        #expect(try elementGap(values.checkedPredict(test), golden["tree.regression"]) < 1e-5)
        setRandomSeed(1)
        let forest = RandomForest(trees: 20)
        try forest.checkedFit(x, y)
        #expect(try forest.checkedScore(x, y) > 0.95)
    }

    @Test func `cross-validation is scikit-learn's`() throws {
        let scores = try CrossValidation.scores(
            KNearestNeighbors(k: 3), x, y, folds: 4, shuffle: false)
        #expect(gap(scores, try golden["cross"]) < 1e-9)
        let values = try CrossValidation.scores(
            LinearRegression(), x, target, folds: 4, shuffle: false)
        #expect(gap(values, try golden["crossValues"]) < 1e-5)
    }

    @Test func `a map keeps clusters together`() throws {
        setRandomSeed(3)
        let a = Tensor.randomNormal(30, 5)
        let b = try Checked.add(Tensor.randomNormal(30, 5), .real(20))
        let tsne = TSNE(perplexity: 10)
        let map = try tsne.checkedFitTransform(Checked.concatenated([a, b], axis: 0))
        #expect(map.shape == [60, 2])
        let model = KNearestNeighbors(k: 5)
        let labels = try Checked.tensor((0..<60).map { $0 / 30 }, shape: [60])
        try model.checkedFit(map, labels)
        #expect(try model.checkedScore(map, labels) > 0.95)
        #expect(tsne.divergence < 1)
    }

    @Test func `on real tables the scores are scikit-learn's`() throws {
        func scaled(_ x: Tensor) throws -> Tensor {
            let scaler = StandardScaler()
            try scaler.checkedFit(x)
            return try scaler.checkedTransform(x)
        }
        func check(_ name: String, _ model: Estimator, _ x: Tensor, _ y: Tensor, within: Double = 1e-9) throws {
            let scores = try CrossValidation.scores(model, x, y, folds: 5, shuffle: false)
            #expect(try gap(scores, golden["real.\(name)"]) < within, "\(name): \(scores)")
        }
        let (wine, iris, cancer) = (try Wine.load(), try Iris.load(), try BreastCancer.load())
        let (wines, tumours) = (try scaled(wine.features), try scaled(cancer.features))
        try check("bayes", GaussianNaiveBayes(), wine.features, wine.labels)
        try check("neighbours", KNearestNeighbors(k: 5), wines, wine.labels)
        try check("logistic", LogisticRegression(), tumours, cancer.labels)
        try check("svm", SupportVectorMachine(), tumours, cancer.labels)
        try check("iris", SupportVectorMachine(kernel: .polynomial(degree: 2)), iris.features, iris.labels)
        let diabetes = try Diabetes.load()
        try check("ridge", RidgeRegression(alpha: 0.1), diabetes.features, diabetes.labels, within: 1e-5)
        try check("linear", LinearRegression(), diabetes.features, diabetes.labels, within: 1e-5)
        setRandomSeed(2)
        let forest = try CrossValidation.scores(
            RandomForest(trees: 100), wine.features, wine.labels, folds: 5, shuffle: false)
        #expect(try abs(forest.reduce(0, +) / 5 - golden.number("real.forest")) < 0.03)
    }

    @Test func `maps and clusters of the digits are as good as scikit-learn's`() throws {
        setRandomSeed(4)
        let digits = try Digits.load().checkedPrefix(400)
        let flat = try Checked.reshaped(digits.features, [400, 64])
        let tsne = TSNE()
        let map = try tsne.checkedFitTransform(flat)
        #expect(try tsne.divergence < golden.number("tsne.divergence") * 1.1)
        let neighbours = KNearestNeighbors(k: 3)
        try neighbours.checkedFit(map, digits.labels)
        #expect(try neighbours.checkedScore(map, digits.labels) > 0.95)
        let means = KMeans(clusters: 10, starts: 10)
        try means.checkedFit(flat)
        #expect(try means.inertia < golden.number("real.clusters") * 1.01)
    }

    @Test func `texts of several columns become columns of 0 and 1`() throws {
        let encoder = OneHotEncoder()
        try encoder.checkedFit([["b", "x"], ["a", "y"], ["b", "y"]])
        #expect(encoder.categories == [["a", "b"], ["x", "y"]])
        #expect(
            try elementGap(
                encoder.checkedTransform([["a", "x"], ["b", "y"]]), [1, 0, 1, 0, 0, 1, 0, 1]) == 0)
        #expect(try encoder.checkedInverse(Tensor([[0.0, 1, 1, 0]])) == [["b", "x"]])
        #expect(throws: TensorError.self) { try encoder.checkedTransform([["c", "x"]]) }
        let lenient = OneHotEncoder(ignoresUnknown: true)
        try lenient.checkedFit([["a"], ["b"]])
        #expect(try elementGap(lenient.checkedTransform([["c"]]), [0, 0]) == 0)
    }

    @Test func `what is wrong is told`() throws {
        #expect(throws: TensorError.self) { try LinearRegression().checkedPredict(x) }
        #expect(throws: TensorError.self) { try LinearRegression().checkedFit(x, Tensor.ones(3)) }
        #expect(throws: TensorError.self) { try KMeans(clusters: 100).checkedFit(x) }
        #expect(throws: TensorError.self) { try PCA(components: 4).checkedFit(x) }
        #expect(throws: TensorError.self) {
            try LogisticRegression().checkedFit(x, Tensor.zeros(60, dtype: .int64))
        }
        let encoder = LabelEncoder().fit(["b", "a", "b"])
        #expect(try elementGap(encoder.checkedTransform(["a", "b"]), [0, 1]) == 0)
        #expect(try encoder.checkedInverse(Tensor([1, 0])) == ["b", "a"])
        #expect(throws: TensorError.self) { try encoder.checkedTransform(["c"]) }
    }
}
