public import Tensors

extension Tensor: ExpressibleByArrayLiteral {
    /// An array literal where a tensor is expected: `let x: Tensor = [[1, 2], [3, 4]]`.
    public init(arrayLiteral elements: any TensorConvertible...) {
        self = Tensor(Elements(elements: elements))
    }

    /// The tensor's own elements around it: (before, after) for each axis.
    public func padded(_ sizes: [(Int, Int)], mode: PaddingMode) -> Tensor {
        orEnded { try Checked.padded(self, sizes, mode: mode) }
    }

    /// Values of any kinds, as one array.
    private struct Elements: TensorConvertible {
        let elements: [any TensorConvertible]

        func append(to builder: inout TensorBuilder) throws(TensorError) {
            try builder.open()
            for element in elements { try element.append(to: &builder) }
            try builder.close()
        }
    }
}

extension Double {
    /// The one element of a tensor.
    public init(_ tensor: Tensor) { self = tensor.item() }
}

extension Float {
    /// The one element of a tensor.
    public init(_ tensor: Tensor) { self = Float(tensor.item()) }
}

extension Bool {
    /// Whether the one element of a tensor is not 0: `Bool((x .> 0).all())`.
    public init(_ tensor: Tensor) { self = tensor.item() != 0 }
}

extension Int {
    /// The one element of a tensor, without its fraction.
    public init(_ tensor: Tensor) { self = Int(tensor.item()) }
}

extension Padding {
    /// [vertical, horizontal] places, or [top, bottom, left, right].
    public static func explicit(_ sizes: [Int]) -> Padding { explicit(places: sizes) }

    private static func explicit(places sizes: [Int]) -> Padding {
        switch sizes.count {
        case 1: explicit(sizes[0])
        case 2: explicit(vertical: sizes[0], horizontal: sizes[1])
        case 4: explicit(top: sizes[0], bottom: sizes[1], left: sizes[2], right: sizes[3])
        default: fatalError("padding: expected [vertical, horizontal] or [top, bottom, left, right], given \(sizes)")
        }
    }
}

/// The greatest elements and where they are.
public func topK(_ x: Tensor, _ count: Int, axis: Int = -1) -> (values: Tensor, indices: Tensor) {
    x.topK(count, axis: axis)
}

extension Array {
    /// The elements from `lower` up to, not with, `upper`.
    public func part(_ lower: Int, _ upper: Int) -> [Element] { Array(self[lower..<upper]) }
}

extension Duration {
    /// The length in seconds.
    public var seconds: Double { self / .seconds(1) }
}
