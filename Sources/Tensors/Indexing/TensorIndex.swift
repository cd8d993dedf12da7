/// One subscript of a tensor.
public enum TensorIndex: Sendable {
    /// One position; the axis disappears. Negative positions count from the end.
    case at(Int)
    /// from, from + by, … to before `to`; NumPy's slice, with its clamping.
    case slice(from: Int?, to: Int?, by: Int)
    /// A new axis of extent 1.
    case new
    /// All axes that the other subscripts leave.
    case rest
    /// Positions (integers), or a choice (truth values).
    case tensor(Tensor)

    /// The end of a range that includes its bound: after −1 nothing is left.
    package static func end(through bound: Int) -> Int? {
        bound == -1 || bound == .max ? nil : bound + 1
    }

    /// The whole axis.
    package static var whole: TensorIndex { .slice(from: nil, to: nil, by: 1) }
}

/// What can be written between a tensor's brackets: Ints, ranges, `.all`, `.ellipsis`, `.newAxis`,
/// `.stride(from:to:by:)`, tensors of positions and of truth values.
public protocol TensorIndexing {
    /// The subscript it stands for.
    var tensorIndex: TensorIndex { get }
}

extension TensorIndex: TensorIndexing {
    public var tensorIndex: TensorIndex { self }
}

extension TensorIndexing where Self == TensorIndex {
    /// The whole axis.
    public static var all: TensorIndex { .slice(from: nil, to: nil, by: 1) }

    /// All axes that the other subscripts leave.
    public static var ellipsis: TensorIndex { .rest }

    /// A new axis of extent 1.
    public static var newAxis: TensorIndex { .new }

    /// from, from + by, … to before `to`; `by` may be negative.
    public static func stride(from: Int? = nil, to: Int? = nil, by: Int) -> TensorIndex {
        .slice(from: from, to: to, by: by)
    }
}

extension Int: TensorIndexing {
    public var tensorIndex: TensorIndex { .at(self) }
}

extension Tensor: TensorIndexing {
    public var tensorIndex: TensorIndex { .tensor(self) }
}

extension Range: TensorIndexing where Bound == Int {
    public var tensorIndex: TensorIndex { .slice(from: lowerBound, to: upperBound, by: 1) }
}

extension ClosedRange: TensorIndexing where Bound == Int {
    public var tensorIndex: TensorIndex {
        .slice(from: lowerBound, to: TensorIndex.end(through: upperBound), by: 1)
    }
}

extension PartialRangeFrom: TensorIndexing where Bound == Int {
    public var tensorIndex: TensorIndex { .slice(from: lowerBound, to: nil, by: 1) }
}

extension PartialRangeUpTo: TensorIndexing where Bound == Int {
    public var tensorIndex: TensorIndex { .slice(from: nil, to: upperBound, by: 1) }
}

extension PartialRangeThrough: TensorIndexing where Bound == Int {
    public var tensorIndex: TensorIndex {
        .slice(from: nil, to: TensorIndex.end(through: upperBound), by: 1)
    }
}

extension Tensor {
    /// The elements that the subscripts name: a view, or a copy where a tensor is among them.
    ///
    ///     x[0]            x[-1, 2...]           x[.ellipsis, 0]
    ///     x[.stride(by: -1)]      x[mask]       x[indices]
    ///
    /// Assigning changes this variable alone; what is assigned broadcasts to the place.
    public subscript(_ indices: any TensorIndexing...) -> Tensor {
        get {
            orEnd { () throws(TensorError) in
                try Checked.subscript(self, indices.map(\.tensorIndex))
            }
        }
        set {
            orEnd { () throws(TensorError) in
                try Checked.assign(&self, indices.map(\.tensorIndex), newValue)
            }
        }
    }
}
