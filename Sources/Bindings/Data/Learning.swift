internal import Language
internal import Learning
internal import Tensors

extension Kernel: CellObject {}
extension Impurity: CellObject {}
extension KMeans: CellObject {}
extension DBSCAN: CellObject {}
extension PCA: CellObject {}
extension TSNE: CellObject {}
extension LabelEncoder: CellObject {}
extension OneHotEncoder: CellObject {}
extension KNearestNeighbors.Weights: CellObject {}

/// An estimator as a value of the language, whatever its class.
struct EstimatorValue: CellObject {
    let estimator: Estimator
}

/// A scaler as a value of the language, whatever its class.
struct ScalerValue: CellObject {
    let scaler: Scaler
}

/// A parameter of type `any Estimator`.
struct EstimatorArgument: CellValue {
    let estimator: Estimator

    static var cellLayout: Layout { .reference }

    static func load(_ slots: UnsafePointer<UInt64>) throws -> EstimatorArgument {
        guard let value = try AnyCellValue.load(slots).native(EstimatorValue.self) else { throw RuntimeFault(.internal, "not an estimator of the library") }
        return EstimatorArgument(estimator: value.estimator)
    }

    func store(_ slots: UnsafeMutablePointer<UInt64>) {}
}

private let examples = "let x = Tensor([[0.0, 0], [1, 1], [0, 1], [5, 5], [6, 5], [5, 6]])\nlet y = Tensor([0, 0, 0, 1, 1, 1])\n"

private func estimator<Kind: Estimator>(_ value: EstimatorValue, as type: Kind.Type) throws -> Kind {
    guard let estimator = value.estimator as? Kind else { throw RuntimeFault(.internal, "'\(value.estimator.kindName)' is not a \(type)") }
    return estimator
}

/// Classical learning.
func declareLearning(_ table: DeclarationTable) {
    Binder.protocol(table, "Estimator", "What learns from examples and labels and then answers: fit, predict, score.", examples + "let model: any Estimator = KNearestNeighbors(k: 1)\nprint(crossValidate(model, x, y, folds: 3))")
    declareClassifiers(table)
    declareRegressors(table)
    declareClustering(table)
    declareReduction(table)
    declarePreparation(table)
    declareLearningSettings(table)
}

/// A type of estimators, with the verbs that all have.
private func estimatorType(_ table: DeclarationTable, _ name: String, _ make: String, _ documentation: String) -> Binder {
    table.conform(name, to: "Estimator")
    let use = examples + "let model = \(make)\n"
    let binder = Binder.type(table, EstimatorValue.self, "final class \(name)", documentation, use + "print(model.fit(x, y).score(x, y) > 0)", describe: { $0.estimator.kindName })
    binder("@discardableResult func fit(_ x: Tensor, _ y: Tensor) -> \(name)", "Learns from examples [count, features] and their labels.", use + "model.fit(x, y)") { (model: EstimatorValue, x: Tensor, y: Tensor) throws -> EstimatorValue in
        try model.estimator.checkedFit(x, y)
        return model
    }
    binder("func predict(_ x: Tensor) -> Tensor", "The answers for examples: classes as int64, values as float32.", use + "model.fit(x, y)\nprint(model.predict(x).shape)") { (model: EstimatorValue, x: Tensor) throws -> Tensor in try model.estimator.checkedPredict(x) }
    binder("func score(_ x: Tensor, _ y: Tensor) -> Double", "How good the answers are: the part that is right for classes, R² for values.", use + "model.fit(x, y)\nprint(model.score(x, y) > 0)") { (model: EstimatorValue, x: Tensor, y: Tensor) throws -> Double in try model.estimator.checkedScore(x, y) }
    return binder
}

private func declareClassifiers(_ table: DeclarationTable) {
    func type(_ name: String, _ make: String, _ documentation: String, probabilities: Bool = true) -> Binder {
        let binder = estimatorType(table, name, make, documentation)
        let use = examples + "let model = \(make)\nmodel.fit(x, y)\n"
        binder("var classes: [Int] { get }", "The classes that `fit` saw, in ascending order.", use + "print(model.classes)") { (model: EstimatorValue) throws -> [Int] in try estimator(model, as: Classifier.self).classes }
        if probabilities {
            binder("func predictProbabilities(_ x: Tensor) -> Tensor", "A probability for each class, [count, classes].", use + "print(model.predictProbabilities(x).shape)") { (model: EstimatorValue, x: Tensor) throws -> Tensor in try estimator(model, as: Classifier.self).checkedPredictProbabilities(x) }
        }
        return binder
    }
    let weights = Binder.type(table, KNearestNeighbors.Weights.self, "enum NeighborWeights", "How much a neighbour's vote counts.", "print(KNearestNeighbors(k: 3, weights: .distance))", describe: { $0.rawValue }, equal: { $0 == $1 })
    weights("static var uniform: NeighborWeights { get }", "All the same.", "print(KNearestNeighbors(k: 3, weights: .uniform))") { () -> KNearestNeighbors.Weights in .uniform }
    weights("static var distance: NeighborWeights { get }", "One over the distance.", "print(KNearestNeighbors(k: 3, weights: .distance))") { () -> KNearestNeighbors.Weights in .distance }
    type("KNearestNeighbors", "KNearestNeighbors(k: 1)", "Classification by the votes of the nearest examples.", probabilities: false)("init(k: Int = 5, weights: NeighborWeights = .uniform)", "The number of neighbours, and how much their votes count.", "print(KNearestNeighbors(k: 3))") { (k: Int, weights: KNearestNeighbors.Weights) -> EstimatorValue in EstimatorValue(estimator: KNearestNeighbors(k: k, weights: weights)) }
    let logistic = type("LogisticRegression", "LogisticRegression()", "Classification by softmax of a linear function, as scikit-learn's.")
    logistic("init(c: Double = 1, iterations: Int = 1000)", "How much the losses count against the coefficients' size.", "print(LogisticRegression(c: 0.5))") { (c: Double, iterations: Int) -> EstimatorValue in EstimatorValue(estimator: LogisticRegression(c: c, iterations: iterations)) }
    logistic("var coefficients: [[Double]] { get }", "One row for each class; one row for two classes.", examples + "print(LogisticRegression().fit(x, y).coefficients[0].count)") { (model: EstimatorValue) throws -> [[Double]] in try estimator(model, as: LogisticRegression.self).coefficients }
    logistic("var intercepts: [Double] { get }", "One for each row of the coefficients.", examples + "print(LogisticRegression().fit(x, y).intercepts.count)") { (model: EstimatorValue) throws -> [Double] in try estimator(model, as: LogisticRegression.self).intercepts }
    type("GaussianNaiveBayes", "GaussianNaiveBayes()", "Classification by a normal distribution of each feature in each class.")("init(smoothing: Double = 1e-9)", "The part of the greatest variance that is added to all.", "print(GaussianNaiveBayes())") { (smoothing: Double) -> EstimatorValue in EstimatorValue(estimator: GaussianNaiveBayes(smoothing: smoothing)) }
    let kernel = Binder.type(table, Kernel.self, "enum Kernel", "How alike two examples are to a support vector machine.", "print(SupportVectorMachine(kernel: .linear))", describe: { "\($0)" }, equal: { $0 == $1 })
    kernel("static var linear: Kernel { get }", "a·b.", "print(SupportVectorMachine(kernel: .linear))") { () -> Kernel in .linear }
    kernel("static func rbf(gamma: Double? = nil) -> Kernel", "e^(−γ|a − b|²); without γ it is 1 / (features · variance).", "print(SupportVectorMachine(kernel: .rbf(gamma: 0.5)))") { (gamma: Double?) -> Kernel in .rbf(gamma: gamma) }
    kernel("static func polynomial(degree: Int = 3, gamma: Double? = nil, offset: Double = 0) -> Kernel", "(γ a·b + offset)^degree.", "print(SupportVectorMachine(kernel: .polynomial(degree: 2)))") { (degree: Int, gamma: Double?, offset: Double) -> Kernel in .polynomial(degree: degree, gamma: gamma, offset: offset) }
    kernel("static func sigmoid(gamma: Double? = nil, offset: Double = 0) -> Kernel", "tanh(γ a·b + offset).", "print(SupportVectorMachine(kernel: .sigmoid()))") { (gamma: Double?, offset: Double) -> Kernel in .sigmoid(gamma: gamma, offset: offset) }
    let svm = type("SupportVectorMachine", "SupportVectorMachine()", "Classification by the widest margin, linear or through a kernel, as scikit-learn's SVC.", probabilities: false)
    svm("init(kernel: Kernel = .rbf(), c: Double = 1, tolerance: Double = 1e-3)", "The kernel, and how much the losses count.", "print(SupportVectorMachine(kernel: .linear, c: 10))") { (kernel: Kernel, c: Double, tolerance: Double) -> EstimatorValue in EstimatorValue(estimator: SupportVectorMachine(kernel: kernel, c: c, tolerance: tolerance)) }
    svm("func decision(_ x: Tensor) -> Tensor", "How far each example lies from the margins.", examples + "print(SupportVectorMachine().fit(x, y).decision(x).shape)") { (model: EstimatorValue, x: Tensor) throws -> Tensor in try estimator(model, as: SupportVectorMachine.self).checkedDecision(x) }
    svm("var supportVectorCount: Int { get }", "The number of examples that the margins rest on.", examples + "print(SupportVectorMachine().fit(x, y).supportVectorCount > 0)") { (model: EstimatorValue) throws -> Int in try estimator(model, as: SupportVectorMachine.self).supportVectorCount }
    let linear = type("LinearSVM", "LinearSVM()", "Classification by a linear function for each class against the rest, as scikit-learn's LinearSVC.", probabilities: false)
    linear("init(c: Double = 1, iterations: Int = 1000)", "How much the losses count.", "print(LinearSVM(c: 10))") { (c: Double, iterations: Int) -> EstimatorValue in EstimatorValue(estimator: LinearSVM(c: c, iterations: iterations)) }
    linear("var coefficients: [[Double]] { get }", "One row for each class; one row for two classes.", examples + "print(LinearSVM().fit(x, y).coefficients[0].count)") { (model: EstimatorValue) throws -> [[Double]] in try estimator(model, as: LinearSVM.self).coefficients }
    linear("var intercepts: [Double] { get }", "One for each row of the coefficients.", examples + "print(LinearSVM().fit(x, y).intercepts.count)") { (model: EstimatorValue) throws -> [Double] in try estimator(model, as: LinearSVM.self).intercepts }
    let impurity = Binder.type(table, Impurity.self, "enum Impurity", "What makes a node of a tree impure.", "print(DecisionTree(impurity: .entropy))", describe: { $0.rawValue }, equal: { $0 == $1 })
    impurity("static var gini: Impurity { get }", "1 − Σ p².", "print(DecisionTree(impurity: .gini))") { () -> Impurity in .gini }
    impurity("static var entropy: Impurity { get }", "−Σ p log₂ p.", "print(DecisionTree(impurity: .entropy))") { () -> Impurity in .entropy }
    let tree = type("DecisionTree", "DecisionTree(maximumDepth: 3)", "Classification by a tree of questions about one feature each.")
    tree("init(maximumDepth: Int? = nil, minimumSamplesSplit: Int = 2, minimumSamplesLeaf: Int = 1, impurity: Impurity = .gini)", "How far the tree may grow.", "print(DecisionTree(maximumDepth: 3))") { (depth: Int?, split: Int, leaf: Int, impurity: Impurity) -> EstimatorValue in EstimatorValue(estimator: DecisionTree(maximumDepth: depth, minimumSamplesSplit: split, minimumSamplesLeaf: leaf, impurity: impurity)) }
    tree("var featureImportances: [Double] { get }", "How much each feature's questions lessen the impurity.", examples + "print(DecisionTree().fit(x, y).featureImportances)") { (model: EstimatorValue) throws -> [Double] in try estimator(model, as: DecisionTree.self).featureImportances }
    tree("var depth: Int { get }", "The number of questions on the longest way.", examples + "print(DecisionTree().fit(x, y).depth)") { (model: EstimatorValue) throws -> Int in try estimator(model, as: DecisionTree.self).depth }
    let forest = type("RandomForest", "RandomForest(trees: 10)", "Classification by many trees, each grown from examples drawn with replacement (Breiman 2001).")
    forest("init(trees: Int = 100, maximumDepth: Int? = nil, minimumSamplesLeaf: Int = 1, impurity: Impurity = .gini)", "The number of trees, and how far they may grow.", "print(RandomForest(trees: 50))") { (trees: Int, depth: Int?, leaf: Int, impurity: Impurity) -> EstimatorValue in EstimatorValue(estimator: RandomForest(trees: trees, maximumDepth: depth, minimumSamplesLeaf: leaf, impurity: impurity)) }
    forest("var featureImportances: [Double] { get }", "How much each feature's questions lessen the impurity.", examples + "print(RandomForest(trees: 5).fit(x, y).featureImportances.count)") { (model: EstimatorValue) throws -> [Double] in try estimator(model, as: RandomForest.self).featureImportances }
}

private func declareRegressors(_ table: DeclarationTable) {
    let line = estimatorType(table, "LinearRegression", "LinearRegression()", "The line, plane, … with the least squared errors.")
    line("init()", "The model.", "print(LinearRegression())") { () -> EstimatorValue in EstimatorValue(estimator: LinearRegression()) }
    let ridge = estimatorType(table, "RidgeRegression", "RidgeRegression(alpha: 0.1)", "Linear regression whose coefficients are kept small (Hoerl and Kennard 1970).")
    ridge("init(alpha: Double = 1)", "The factor of the coefficients' squares.", "print(RidgeRegression(alpha: 0.5))") { (alpha: Double) -> EstimatorValue in EstimatorValue(estimator: RidgeRegression(alpha: alpha)) }
    for (binder, name) in [(line, "LinearRegression"), (ridge, "RidgeRegression")] {
        binder("var coefficients: [Double] { get }", "One for each feature.", examples + "print(\(name)().fit(x, y).coefficients.count)") { (model: EstimatorValue) throws -> [Double] in try estimator(model, as: LinearModel.self).coefficients }
        binder("var intercept: Double { get }", "The value where all features are 0.", examples + "print(\(name)().fit(x, y).intercept < 1)") { (model: EstimatorValue) throws -> Double in try estimator(model, as: LinearModel.self).intercept }
    }
    estimatorType(table, "RegressionTree", "RegressionTree(maximumDepth: 2)", "Regression by a tree of questions: the mean of the examples that answer alike.")("init(maximumDepth: Int? = nil, minimumSamplesSplit: Int = 2, minimumSamplesLeaf: Int = 1)", "How far the tree may grow.", "print(RegressionTree(maximumDepth: 3))") { (depth: Int?, split: Int, leaf: Int) -> EstimatorValue in EstimatorValue(estimator: RegressionTree(maximumDepth: depth, minimumSamplesSplit: split, minimumSamplesLeaf: leaf)) }
}

private func declareClustering(_ table: DeclarationTable) {
    let use = examples + "let clusters = KMeans(clusters: 2)\nclusters.fit(x)\n"
    let means = Binder.type(table, KMeans.self, "final class KMeans", "Clusters round their means (Lloyd 1957), begun with k-means++.", use + "print(clusters.predict(x).shape)", describe: { "KMeans(clusters: \($0.clusters))" })
    means("init(clusters: Int, iterations: Int = 300, starts: Int = 1, initial: Tensor? = nil, tolerance: Double = 1e-4)", "The number of clusters; of several starts the best counts.", "print(KMeans(clusters: 3, starts: 5))") { (clusters: Int, iterations: Int, starts: Int, initial: Tensor?, tolerance: Double) -> KMeans in KMeans(clusters: clusters, iterations: iterations, starts: starts, initial: initial, tolerance: tolerance) }
    means("@discardableResult func fit(_ x: Tensor) -> KMeans", "Finds the clusters of examples [count, features].", use) { (model: KMeans, x: Tensor) throws -> KMeans in
        try model.checkedFit(x)
        return model
    }
    means("func predict(_ x: Tensor) -> Tensor", "The nearest cluster of each example.", use + "print(clusters.predict(x).shape)") { (model: KMeans, x: Tensor) throws -> Tensor in try model.checkedPredict(x) }
    means("func transform(_ x: Tensor) -> Tensor", "The distance of each example to each centre.", use + "print(clusters.transform(x).shape)") { (model: KMeans, x: Tensor) throws -> Tensor in try model.checkedTransform(x) }
    means("var centers: Tensor { get }", "The clusters' means, [clusters, features].", use + "print(clusters.centers.shape)") { (model: KMeans) throws -> Tensor in try model.checkedCenters() }
    means("var labels: Tensor { get }", "The cluster of each example that `fit` saw.", use + "print(clusters.labels.shape)") { (model: KMeans) throws -> Tensor in try Checked.tensor(model.assigned, shape: [model.assigned.count]) }
    means("var inertia: Double { get }", "The sum of the squared distances to the nearest centre.", use + "print(clusters.inertia < 10)") { (model: KMeans) -> Double in model.inertia }
    let density = Binder.type(table, DBSCAN.self, "final class DBSCAN", "Clusters of examples that lie close together; what lies alone is noise, cluster −1 (Ester et al. 1996).", examples + "print(DBSCAN(eps: 2, minPoints: 2).fitPredict(x))", describe: { "DBSCAN(eps: \($0.eps), minPoints: \($0.minPoints))" })
    density("init(eps: Double = 0.5, minPoints: Int = 5)", "How far a neighbour may be, and how many make a core.", "print(DBSCAN(eps: 0.3))") { (eps: Double, points: Int) -> DBSCAN in DBSCAN(eps: eps, minPoints: points) }
    density("func fitPredict(_ x: Tensor) -> Tensor", "The cluster of each example, −1 for noise.", examples + "print(DBSCAN(eps: 2, minPoints: 2).fitPredict(x))") { (model: DBSCAN, x: Tensor) throws -> Tensor in try model.checkedFitPredict(x) }
    density("@discardableResult func fit(_ x: Tensor) -> DBSCAN", "Finds the clusters.", examples + "print(DBSCAN(eps: 2, minPoints: 2).fit(x).labels)") { (model: DBSCAN, x: Tensor) throws -> DBSCAN in
        _ = try model.checkedFitPredict(x)
        return model
    }
    density("var labels: Tensor { get }", "The clusters that `fit` found, −1 for noise.", examples + "print(DBSCAN(eps: 2, minPoints: 2).fit(x).labels)") { (model: DBSCAN) throws -> Tensor in try Checked.tensor(model.assigned, shape: [model.assigned.count]) }
}

private func declareReduction(_ table: DeclarationTable) {
    let use = examples + "let pca = PCA(components: 1)\npca.fit(x)\n"
    let pca = Binder.type(table, PCA.self, "final class PCA", "The directions in which examples differ most (Pearson 1901).", use + "print(pca.explainedVarianceRatio)", describe: { "PCA(components: \($0.componentCount))" })
    pca("init(components: Int)", "The number of directions.", "print(PCA(components: 2))") { (count: Int) -> PCA in PCA(components: count) }
    pca("@discardableResult func fit(_ x: Tensor) -> PCA", "Finds the directions of examples [count, features].", use) { (model: PCA, x: Tensor) throws -> PCA in
        try model.checkedFit(x)
        return model
    }
    pca("func transform(_ x: Tensor) -> Tensor", "The examples in the directions' coordinates.", use + "print(pca.transform(x).shape)") { (model: PCA, x: Tensor) throws -> Tensor in try model.checkedTransform(x) }
    pca("func fitTransform(_ x: Tensor) -> Tensor", "Both at once.", examples + "print(PCA(components: 1).fitTransform(x).shape)") { (model: PCA, x: Tensor) throws -> Tensor in
        try model.checkedFit(x)
        return try model.checkedTransform(x)
    }
    pca("func inverseTransform(_ z: Tensor) -> Tensor", "Examples from coordinates, as near as the directions allow.", use + "print(pca.inverseTransform(pca.transform(x)).shape)") { (model: PCA, z: Tensor) throws -> Tensor in try model.checkedInverse(z) }
    for (name, words, part) in [
        ("components", "The directions as rows.", { try $0.checkedComponents() } as (PCA) throws -> Tensor), ("mean", "The mean of the examples.", { try $0.checkedMean() }), ("explainedVariance", "The variance along each direction.", { try $0.checkedVariance(ratio: false) }), ("explainedVarianceRatio", "The variance along each direction as a part of the whole.", { try $0.checkedVariance(ratio: true) }),
    ] {
        pca("var \(name): Tensor { get }", words, use + "print(pca.\(name).shape)") { (model: PCA) throws -> Tensor in try part(model) }
    }
    let tsne = Binder.type(table, TSNE.self, "final class TSNE", "A map of examples in two dimensions that keeps neighbours together (van der Maaten 2014).", examples + "print(TSNE(perplexity: 2, iterations: 50).fitTransform(x).shape)", describe: { "TSNE(perplexity: \($0.perplexity))" })
    tsne("init(perplexity: Double = 30, iterations: Int = 1000, learningRate: Double? = nil, angle: Double = 0.5)", "The number of neighbours that count, and how coarsely far groups are seen.", "print(TSNE(perplexity: 10))") { (perplexity: Double, iterations: Int, rate: Double?, angle: Double) -> TSNE in TSNE(perplexity: perplexity, iterations: iterations, learningRate: rate, angle: angle) }
    tsne("func fitTransform(_ x: Tensor) -> Tensor", "The map of examples [count, features]: [count, 2].", examples + "print(TSNE(perplexity: 2, iterations: 50).fitTransform(x).shape)") { (model: TSNE, x: Tensor) throws -> Tensor in try model.checkedFitTransform(x) }
    tsne("var divergence: Double { get }", "The Kullback–Leibler divergence that was reached.", "print(TSNE().divergence)") { (model: TSNE) -> Double in model.divergence }
}

private func declarePreparation(_ table: DeclarationTable) {
    for (name, words, declaration) in [("StandardScaler", "Brings each feature to mean 0 and standard deviation 1.", "init()"), ("MinMaxScaler", "Brings each feature to a range.", "init(minimum: Double = 0, maximum: Double = 1)")] {
        let use = examples + "let scaler = \(name)()\nscaler.fit(x)\n"
        let binder = Binder.type(table, ScalerValue.self, "final class \(name)", words, use + "print(scaler.transform(x).shape)", describe: { _ in name })
        if name == "StandardScaler" {
            binder(declaration, "The scaler.", "print(StandardScaler())") { () -> ScalerValue in ScalerValue(scaler: StandardScaler()) }
        } else {
            binder(declaration, "The range.", "print(MinMaxScaler(minimum: -1, maximum: 1))") { (low: Double, high: Double) -> ScalerValue in ScalerValue(scaler: MinMaxScaler(minimum: low, maximum: high)) }
        }
        binder("@discardableResult func fit(_ x: Tensor) -> \(name)", "Measures examples [count, features].", use) { (value: ScalerValue, x: Tensor) throws -> ScalerValue in
            try value.scaler.checkedFit(x)
            return value
        }
        binder("func transform(_ x: Tensor) -> Tensor", "The examples scaled.", use + "print(scaler.transform(x).shape)") { (value: ScalerValue, x: Tensor) throws -> Tensor in try value.scaler.checkedTransform(x) }
        binder("func fitTransform(_ x: Tensor) -> Tensor", "Both at once.", examples + "print(\(name)().fitTransform(x).shape)") { (value: ScalerValue, x: Tensor) throws -> Tensor in
            try value.scaler.checkedFit(x)
            return try value.scaler.checkedTransform(x)
        }
        binder("func inverseTransform(_ x: Tensor) -> Tensor", "Scaled examples as they were.", use + "print(scaler.inverseTransform(scaler.transform(x)).shape)") { (value: ScalerValue, x: Tensor) throws -> Tensor in try value.scaler.checkedInverse(x) }
    }
    let labels = "let encoder = LabelEncoder()\nlet y = encoder.fitTransform([\"cat\", \"dog\", \"cat\"])\n"
    let encoder = Binder.type(table, LabelEncoder.self, "final class LabelEncoder", "Class numbers for texts, in alphabetical order.", labels + "print(y)", describe: { "LabelEncoder(\($0.classes))" })
    encoder("init()", "The encoder.", "print(LabelEncoder())") { () -> LabelEncoder in LabelEncoder() }
    encoder("var classes: [String] { get }", "The texts, in the order of their numbers.", labels + "print(encoder.classes)") { (encoder: LabelEncoder) -> [String] in encoder.classes }
    encoder("func fitTransform(_ labels: [String]) -> Tensor", "Takes the texts that there are, and gives their numbers.", labels + "print(y)") { (encoder: LabelEncoder, labels: [String]) throws -> Tensor in try encoder.fit(labels).checkedTransform(labels) }
    encoder("func transform(_ labels: [String]) -> Tensor", "The numbers of texts.", labels + "print(encoder.transform([\"dog\"]))") { (encoder: LabelEncoder, labels: [String]) throws -> Tensor in try encoder.checkedTransform(labels) }
    encoder("func inverseTransform(_ numbers: Tensor) -> [String]", "The texts of numbers.", labels + "print(encoder.inverseTransform(y))") { (encoder: LabelEncoder, numbers: Tensor) throws -> [String] in try encoder.checkedInverse(numbers) }
    let sizes = "let encoder = OneHotEncoder()\nlet x = encoder.fitTransform([[\"red\", \"S\"], [\"blue\", \"M\"]])\n"
    let oneHot = Binder.type(table, OneHotEncoder.self, "final class OneHotEncoder", "Columns of 0 and 1 for columns of texts: one for each category, in alphabetical order.", sizes + "print(x)", describe: { "OneHotEncoder(\($0.categories))" })
    oneHot("init(ignoresUnknown: Bool = false)", "The encoder; texts that `fit` did not see become zeros if wanted.", "print(OneHotEncoder(ignoresUnknown: true))") { (ignores: Bool) -> OneHotEncoder in OneHotEncoder(ignoresUnknown: ignores) }
    oneHot("var categories: [[String]] { get }", "The categories of each column.", sizes + "print(encoder.categories)") { (encoder: OneHotEncoder) -> [[String]] in encoder.categories }
    oneHot("@discardableResult func fit(_ rows: [[String]]) -> OneHotEncoder", "Takes the categories that there are.", sizes + "encoder.fit([[\"a\"], [\"b\"]])") { (encoder: OneHotEncoder, rows: [[String]]) throws -> OneHotEncoder in
        try encoder.checkedFit(rows)
        return encoder
    }
    oneHot("func transform(_ rows: [[String]]) -> Tensor", "The columns of 0 and 1, [rows, categories].", sizes + "print(encoder.transform([[\"red\", \"M\"]]))") { (encoder: OneHotEncoder, rows: [[String]]) throws -> Tensor in try encoder.checkedTransform(rows) }
    oneHot("func fitTransform(_ rows: [[String]]) -> Tensor", "Both at once.", sizes + "print(x.shape)") { (encoder: OneHotEncoder, rows: [[String]]) throws -> Tensor in
        try encoder.checkedFit(rows)
        return try encoder.checkedTransform(rows)
    }
    oneHot("func inverseTransform(_ x: Tensor) -> [[String]]", "The texts of rows: those of the greatest numbers.", sizes + "print(encoder.inverseTransform(x))") { (encoder: OneHotEncoder, x: Tensor) throws -> [[String]] in try encoder.checkedInverse(x) }
    Binder(table)("func crossValidate(_ model: any Estimator, _ x: Tensor, _ y: Tensor, folds: Int = 5, shuffle: Bool = false) -> [Double]", "The scores of a model that is fitted to all parts of the data but one and tested on that one, for each part.", examples + "print(crossValidate(KNearestNeighbors(k: 1), x, y, folds: 3))") { (model: EstimatorArgument, x: Tensor, y: Tensor, folds: Int, shuffle: Bool) throws -> [Double] in try CrossValidation.scores(model.estimator, x, y, folds: folds, shuffle: shuffle) }
}
