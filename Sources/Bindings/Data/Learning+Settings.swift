internal import Language
internal import Learning

/// What classical models were made with, by the names of their initialisers, and how many rounds they took.
func declareLearningSettings(_ table: DeclarationTable) {
    let model = Settings(table) { (value: EstimatorValue) in value.estimator }
    model("KNearestNeighbors", "KNearestNeighbors(k: 3)", "k: Int", "How many neighbours vote.") { (own: KNearestNeighbors) in own.k }
    model("DecisionTree", "DecisionTree(maximumDepth: 3)", "maximumDepth: Int?", "How deep it may grow; nil without limit.") { (own: DecisionTree) in own.maximumDepth }
    model("DecisionTree", "DecisionTree()", "minimumSamplesLeaf: Int", "How many examples a leaf has at least.") { (own: DecisionTree) in own.minimumSamplesLeaf }
    model("DecisionTree", "DecisionTree()", "minimumSamplesSplit: Int", "How many examples a node must have to be divided.") { (own: DecisionTree) in own.minimumSamplesSplit }
    model("RegressionTree", "RegressionTree(maximumDepth: 3)", "maximumDepth: Int?", "How deep it may grow; nil without limit.") { (own: RegressionTree) in own.maximumDepth }
    model("RegressionTree", "RegressionTree()", "minimumSamplesLeaf: Int", "How many examples a leaf has at least.") { (own: RegressionTree) in own.minimumSamplesLeaf }
    model("RandomForest", "RandomForest(trees: 10)", "trees: Int", "How many trees vote.") { (own: RandomForest) in own.trees }
    model("RandomForest", "RandomForest(trees: 10)", "maximumDepth: Int?", "How deep each tree may grow; nil without limit.") { (own: RandomForest) in own.maximumDepth }
    model("RidgeRegression", "RidgeRegression(alpha: 0.5)", "alpha: Double", "How much large coefficients cost.") { (own: RidgeRegression) in own.alpha }
    model("LogisticRegression", "LogisticRegression(c: 10)", "c: Double", "How little large coefficients cost.") { (own: LogisticRegression) in own.c }
    model("LinearSVM", "LinearSVM(c: 10)", "c: Double", "What an example on the wrong side costs.") { (own: LinearSVM) in own.c }
    model("SupportVectorMachine", "SupportVectorMachine(c: 10)", "c: Double", "What an example on the wrong side costs.") { (own: SupportVectorMachine) in own.c }
    model("GaussianNaiveBayes", "GaussianNaiveBayes()", "smoothing: Double", "The part of the largest variance that is added to all.") { (own: GaussianNaiveBayes) in own.smoothing }

    let means = Settings(table) { (value: KMeans) in value }
    let clusters = "KMeans(clusters: 2)"
    means("KMeans", clusters, "clusters: Int", "How many clusters it looks for.") { (own: KMeans) in own.clusters }
    means("KMeans", clusters, "iterations: Int", "How many rounds it takes at most.") { (own: KMeans) in own.iterations }
    means("KMeans", clusters, "starts: Int", "How often it is begun anew.") { (own: KMeans) in own.starts }
    means("KMeans", clusters, "tolerance: Double", "How little the centres move where it ends, as a part of the data's variance.") { (own: KMeans) in own.tolerance }
    means("KMeans", clusters + ".fit(Tensor([[0.0], [1], [5], [6]]))", "iterationCount: Int", "How many rounds the best start took.") { (own: KMeans) in own.iterationCount }
    let density = Settings(table) { (value: DBSCAN) in value }
    density("DBSCAN", "DBSCAN(eps: 2, minPoints: 3)", "eps: Double", "How far neighbours lie from each other.") { (own: DBSCAN) in own.eps }
    density("DBSCAN", "DBSCAN(eps: 2, minPoints: 3)", "minPoints: Int", "How many neighbours, itself among them, a core point has.") { (own: DBSCAN) in own.minPoints }
    let components = Settings(table) { (value: PCA) in value }
    components("PCA", "PCA(components: 2)", "componentCount: Int", "How many components it keeps.") { (own: PCA) in own.componentCount }
    let embedding = Settings(table) { (value: TSNE) in value }
    embedding("TSNE", "TSNE(perplexity: 20)", "perplexity: Double", "About how many neighbours each point has.") { (own: TSNE) in own.perplexity }
    embedding("TSNE", "TSNE()", "iterations: Int", "How many steps it takes.") { (own: TSNE) in own.iterations }
}
