/// What a tensor can be made from: numbers, truth values, tensors, and arrays of these nested to
/// any depth.
public protocol TensorConvertible {
    /// Adds the value's scalars, and the ends of its arrays, to a tensor being built.
    func append(to builder: inout TensorBuilder) throws(TensorError)
}

extension Int: TensorConvertible {
    public func append(to builder: inout TensorBuilder) throws(TensorError) {
        try builder.append(self)
    }
}

extension Double: TensorConvertible {
    public func append(to builder: inout TensorBuilder) throws(TensorError) {
        try builder.append(self)
    }
}

extension Float: TensorConvertible {
    public func append(to builder: inout TensorBuilder) throws(TensorError) {
        try builder.append(Double(self))
    }
}

extension Bool: TensorConvertible {
    public func append(to builder: inout TensorBuilder) throws(TensorError) {
        try builder.append(self)
    }
}

extension UInt8: TensorConvertible {
    public func append(to builder: inout TensorBuilder) throws(TensorError) {
        try builder.append(Int(self))
    }
}

extension Array: TensorConvertible where Element: TensorConvertible {
    public func append(to builder: inout TensorBuilder) throws(TensorError) {
        try builder.open()
        for element in self { try element.append(to: &builder) }
        try builder.close()
    }
}

extension Range: TensorConvertible where Bound == Int {
    public func append(to builder: inout TensorBuilder) throws(TensorError) {
        try builder.open()
        for element in self { try builder.append(element) }
        try builder.close()
    }
}

extension ClosedRange: TensorConvertible where Bound == Int {
    public func append(to builder: inout TensorBuilder) throws(TensorError) {
        try builder.open()
        for element in self { try builder.append(element) }
        try builder.close()
    }
}

extension Tensor: TensorConvertible {
    public func append(to builder: inout TensorBuilder) throws(TensorError) {
        try builder.append(self)
    }
}

/// Collects scalars and the brackets around them, finds the shape, and says where rows disagree.
///
///     var builder = TensorBuilder()
///     try builder.open()
///     try builder.append(1.5)
///     try builder.close()
///     let tensor = try builder.finish()      // shape [1], float32
public struct TensorBuilder {
    // Integers are kept exact until a real number is among them.
    private var integers: [Int] = []
    private var reals: [Double] = []
    private var hasReals = false
    private var hasIntegers = false
    private var hasTruths = false
    /// The type of tensors that were appended.
    private var tensorType: DType?
    /// Extents found so far; −1 where no array of that depth has been closed.
    private var extents: [Int] = []
    /// Elements in the arrays that are open.
    private var counts: [Int] = []
    /// Depth at which scalars lie, once known.
    private var scalarDepth: Int?

    public init() {}

    /// Begins an array.
    public mutating func open() throws(TensorError) {
        if let scalarDepth, counts.count >= scalarDepth {
            throw .ragged(path: path, expected: "a number", given: "an array")
        }
        counts.append(0)
        if counts.count > extents.count { extents.append(-1) }
    }

    /// Ends the array that was begun last.
    public mutating func close() throws(TensorError) {
        guard let count = counts.popLast() else {
            throw .ragged(path: [], expected: "an open array", given: "an end")
        }
        let depth = counts.count
        if extents[depth] == -1 {
            extents[depth] = count
        } else if extents[depth] != count {
            throw .ragged(
                path: path, expected: Self.elements(extents[depth]),
                given: "an array of \(Self.elements(count))")
        }
        if depth > 0 { counts[depth - 1] += 1 }
    }

    /// Adds an integer.
    public mutating func append(_ value: Int) throws(TensorError) {
        try place()
        hasIntegers = true
        if hasReals { reals.append(Double(value)) } else { integers.append(value) }
    }

    /// Adds a real number.
    public mutating func append(_ value: Double) throws(TensorError) {
        try place()
        becomeReal()
        reals.append(value)
    }

    /// Adds a truth value.
    public mutating func append(_ value: Bool) throws(TensorError) {
        try place()
        hasTruths = true
        if hasReals { reals.append(value ? 1 : 0) } else { integers.append(value ? 1 : 0) }
    }

    /// Adds a tensor as the arrays it would print as.
    public mutating func append(_ tensor: Tensor) throws(TensorError) {
        let type = tensor.dtype
        tensorType = tensorType.map { DType.promoted($0, type) } ?? type
        let isReal = type.isFloatingPoint
        let scalars = isReal ? try Checked.scalars(tensor, as: Double.self) : []
        let whole = isReal ? [] : try Checked.scalars(tensor, as: Int.self)
        try append(tensor.shape, axis: 0, scalars: scalars, whole: whole, from: 0)
    }

    private mutating func append(
        _ shape: Shape, axis: Int, scalars: [Double], whole: [Int], from start: Int
    ) throws(TensorError) {
        if axis == shape.count {
            try place()
            if whole.isEmpty {
                becomeReal()
                reals.append(scalars[start])
            } else if hasReals {
                reals.append(Double(whole[start]))
            } else {
                integers.append(whole[start])
            }
            return
        }
        try open()
        var step = 1
        for inner in (axis + 1)..<Swift.max(shape.count, axis + 1) { step *= shape[inner] }
        for i in 0..<shape[axis] {
            try append(
                shape, axis: axis + 1, scalars: scalars, whole: whole, from: start + i * step)
        }
        try close()
    }

    private mutating func becomeReal() {
        guard !hasReals else { return }
        hasReals = true
        reals = integers.map(Double.init)
        integers = []
    }

    @inline(__always)
    private mutating func place() throws(TensorError) {
        if let scalarDepth {
            guard scalarDepth == counts.count else {
                throw .ragged(path: path, expected: "an array", given: "a number")
            }
        } else {
            guard counts.count >= extents.count else {
                throw .ragged(path: path, expected: "an array", given: "a number")
            }
            scalarDepth = counts.count
        }
        if !counts.isEmpty { counts[counts.count - 1] += 1 }
    }

    /// Where the next element would lie.
    private var path: [Int] { counts }

    private static func elements(_ count: Int) -> String {
        "\(count) " + (count == 1 ? "element" : "elements")
    }

    /// The tensor: integers give int64, truth values bool, anything with a real number float32, and
    /// `dtype` overrides.
    public func finish(dtype: DType? = nil) throws(TensorError) -> Tensor {
        guard counts.isEmpty else {
            throw .ragged(path: path, expected: "the end of an array", given: "nothing")
        }
        // An empty array without elements is real, as in NumPy and PyTorch.
        var natural: DType =
            hasReals || !(hasIntegers || hasTruths)
            ? .float32
            : hasIntegers ? .int64 : .bool
        if let tensorType {
            natural =
                hasIntegers || hasTruths || (hasReals && !tensorType.isFloatingPoint)
                ? DType.promoted(natural, tensorType) : tensorType
        }
        let shape = try Shape(checking: extents.map { Swift.max($0, 0) })
        if hasReals || integers.isEmpty && reals.isEmpty {
            return try Checked.tensor(reals, shape: shape, dtype: dtype ?? natural)
        }
        return try Checked.tensor(integers, shape: shape, dtype: dtype ?? natural)
    }
}
