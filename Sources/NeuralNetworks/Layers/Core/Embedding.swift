public import Tensors

/// A table of vectors, looked up by integers: `[…]` to `[…, dimensions]` (PyTorch's `Embedding`).
///
///     Embedding(vocabulary: 10_000, dimensions: 64)
///
/// `weight` is `[vocabulary, dimensions]` and starts uniform in ±0.05, as Keras' does.
public final class Embedding: BuiltInLayer, @unchecked Sendable {
    public let vocabulary: Int
    public let dimensions: Int
    private let initializer: Initializer
    @exclusivity(unchecked) private var weightParameter: Parameter?

    /// A table with `vocabulary` rows; sizes below 1 are an error at the first call.
    public init(
        vocabulary: Int, dimensions: Int,
        initializer: Initializer = .randomUniform(min: -0.05, max: 0.05)
    ) {
        self.vocabulary = vocabulary
        self.initializer = initializer
        self.dimensions = dimensions
        super.init()
        isBuilt = false
    }

    override func build(_ input: Shape) throws {
        guard vocabulary > 0, dimensions > 0 else {
            throw TensorError.domain(
                operation: "Embedding",
                problem: "vocabulary and dimensions must be at least 1, given \(vocabulary) and "
                    + "\(dimensions)", help: nil)
        }
        weightParameter = try make("weight", [vocabulary, dimensions], initializer)
    }

    override func forward(_ x: Tensor) throws -> Tensor {
        guard let weight = weightParameter?.value else { return x }
        guard !x.dtype.isFloatingPoint || x.dtype == .float32 else {
            throw TensorError.dtype(operation: "Embedding", expected: "integers", given: x.dtype)
        }
        let indices =
            x.dtype == .int64 || x.dtype == .int32 ? x : try Checked.asType(x, .int64)
        return try Checked.gathered(weight, indices)
    }

    override func inputShape(ofSaved shapes: [String: Shape]) -> Shape? {
        shapes["weight"].map { _ in [1] }
    }

    package override var configuration: Configuration? {
        Configuration(
            kindName, ["vocabulary": .int(vocabulary), "dimensions": .int(dimensions)])
    }

    /// The table `[vocabulary, dimensions]`.
    public var weight: Tensor {
        get { orFail { try checkedParameter("weight").value } }
        set { orFail { try checkedParameter("weight").assign(newValue, path: "weight") } }
    }
}
