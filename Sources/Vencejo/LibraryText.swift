internal import DataFrames
internal import Datasets
internal import Learning
internal import NeuralNetworks
internal import Plotting
internal import Tensors

/// Values of the library that are no texts of themselves, as a cell shows them.
enum LibraryText {
    /// The text of a value; nil for values that are not the library's, and for those that Swift shows as a cell does.
    static func text(of value: Any) -> String? {
        network(value) ?? learning(value) ?? data(value) ?? plot(value)
    }

    private static func network(_ value: Any) -> String? {
        switch value {
        case let value as ActivationFunction: value.name
        case let value as Initializer: value.name
        case let value as Loss: value.name
        case let value as Metric: value.name
        case let value as Monitor: value.name
        case let value as Regularizer: "Regularizer(l1: \(value.l1), l2: \(value.l2))"
        case let value as Constraint: "Constraint.\(value.kind)"
        case let value as Parameter: "Parameter(\(value.value.shape))"
        case let value as any ParameterContainer: value.kindName
        case let value as NeuralNetworks.Optimizer: "\(ValueText.name(of: type(of: value), isQualified: true))(learningRate: \(value.learningRate))"
        default: nil
        }
    }

    private static func learning(_ value: Any) -> String? {
        switch value {
        case let value as KMeans: "KMeans(clusters: \(value.clusters))"
        case let value as DBSCAN: "DBSCAN(eps: \(value.eps), minPoints: \(value.minPoints))"
        case let value as PCA: "PCA(components: \(value.componentCount))"
        case let value as TSNE: "TSNE(perplexity: \(value.perplexity))"
        case let value as LabelEncoder: "LabelEncoder(\(value.classes))"
        case let value as OneHotEncoder: "OneHotEncoder(\(value.categories))"
        case let value as ROCCurve: "ROCCurve(area: \(value.area))"
        case let value as PrecisionRecallCurve: "PrecisionRecallCurve(averagePrecision: \(value.averagePrecision))"
        default: nil
        }
    }

    private static func data(_ value: Any) -> String? {
        switch value {
        case let value as Groups: "Groups(\(value.count) by \(value.keys.joined(separator: ", ")))"
        case let value as Batches: "Batches(\(value.count) of \(value.size))"
        case let value as CharacterVocabulary: "CharacterVocabulary(\(value.count) characters)"
        case let value as WordVocabulary: "WordVocabulary(\(value.count) words)"
        case let value as Padding: value.description
        default: nil
        }
    }

    private static func plot(_ value: Any) -> String? {
        switch value {
        case is Pyplot: "plt"
        case let value as AxesGrid: "AxesGrid(\(value.rows)×\(value.columns))"
        case let value as FigureStyle: "FigureStyle(\(value.name))"
        case let value as FigureWidth: value.name
        case is InteractiveFigure: "InteractiveFigure"
        default: nil
        }
    }
}
