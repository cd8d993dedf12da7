// Making tensors and reading them out.
extension Tensor {
    /// A tensor from numbers, truth values, tensors, or arrays of these nested to any depth.
    ///
    ///     Tensor([[1, 2], [3, 4]])          // int64, shape [2, 2]
    ///     Tensor([0.5, 1])                  // float32, shape [2]
    ///     Tensor(3, dtype: .float64)        // shape []
    ///
    /// Integers give int64, truth values bool, real numbers float32; `dtype` overrides. Rows of
    /// different lengths are an error that says where.
    public init(_ value: some TensorConvertible, dtype: DType? = nil) {
        self = orEnd { () throws(TensorError) in try Checked.tensor(value, dtype: dtype) }
    }

    /// A tensor of scalars in row-major order.
    public init<Value: TensorElement>(_ scalars: [Value], shape: Shape, dtype: DType? = nil) {
        self = orEnd { () throws(TensorError) in
            let type = dtype ?? (Value.storedType == .float64 ? .float32 : Value.storedType)
            return try Checked.tensor(scalars, shape: shape, dtype: type)
        }
    }

    /// The one element as a Double.
    public func item() -> Double {
        orEnd { () throws(TensorError) in try Checked.item(self) }
    }

    /// All elements in row-major order.
    public var scalars: [Double] {
        orEnd { () throws(TensorError) in try Checked.scalars(self, as: Double.self) }
    }

    /// All elements in row-major order as another Swift type.
    public func scalars<Value: TensorElement>(as type: Value.Type) -> [Value] {
        orEnd { () throws(TensorError) in try Checked.scalars(self, as: type) }
    }

    /// Zeros.
    public static func zeros(_ extents: Int..., dtype: DType = .float32) -> Tensor {
        zeros(Shape(extents), dtype: dtype)
    }

    /// Zeros.
    public static func zeros(_ shape: Shape, dtype: DType = .float32) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.zeros(shape, dtype: dtype) }
    }

    /// Zeros in the shape and type of another tensor.
    public static func zeros(like x: Tensor) -> Tensor { zeros(x.shape, dtype: x.dtype) }

    /// Ones.
    public static func ones(_ extents: Int..., dtype: DType = .float32) -> Tensor {
        ones(Shape(extents), dtype: dtype)
    }

    /// Ones.
    public static func ones(_ shape: Shape, dtype: DType = .float32) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.ones(shape, dtype: dtype) }
    }

    /// Ones in the shape and type of another tensor.
    public static func ones(like x: Tensor) -> Tensor { ones(x.shape, dtype: x.dtype) }

    /// One value throughout.
    public static func full(_ extents: Int..., value: Double, dtype: DType = .float32) -> Tensor {
        full(Shape(extents), value: value, dtype: dtype)
    }

    /// One value throughout.
    public static func full(_ shape: Shape, value: Double, dtype: DType = .float32) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.full(shape, value: value, dtype: dtype) }
    }

    /// One value throughout, in the shape and type of another tensor.
    public static func full(like x: Tensor, value: Double) -> Tensor {
        full(x.shape, value: value, dtype: x.dtype)
    }

    /// The matrix with 1 on the diagonal and 0 elsewhere.
    public static func identity(_ count: Int, dtype: DType = .float32) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.identity(count, dtype: dtype) }
    }

    /// The integers from 0 to below `end`.
    public static func arange(_ end: Int, dtype: DType = .int64) -> Tensor {
        arange(0, end, dtype: dtype)
    }

    /// start, start + step, … to before `end`, as int64.
    public static func arange(
        _ start: Int, _ end: Int, step: Int = 1, dtype: DType = .int64
    ) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.arange(start, end, step: step, dtype: dtype)
        }
    }

    /// start, start + step, … to before `end`, as float32.
    public static func arange(
        _ start: Double, _ end: Double, step: Double = 1, dtype: DType = .float32
    ) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.arange(start, end, step: step, dtype: dtype)
        }
    }

    /// `count` values at equal distances from `start` to `end`, both included.
    public static func linspace(
        _ start: Double, _ end: Double, count: Int = 50, dtype: DType = .float32
    ) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.linspace(start, end, count: count, dtype: dtype)
        }
    }
}

extension Array where Element: TensorElement {
    /// A tensor's elements in row-major order.
    public init(_ tensor: Tensor) { self = tensor.scalars(as: Element.self) }
}
