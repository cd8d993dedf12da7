internal import CKernels

extension Operations {
    package static let add: BinaryOperation = BinaryOperation(
        "+", VJ_ADD, "a + b, broadcast; integers wrap around (NumPy)", saves: .nothing,
        gradient: { (c) throws(TensorError) in
            let g = c.upstream
            try c.give(0, g)
            try c.give(1, g)
        })

    package static let subtract: BinaryOperation = BinaryOperation(
        "-", VJ_SUB, "a − b, broadcast; integers wrap around (NumPy)", saves: .nothing,
        gradient: { (c) throws(TensorError) in
            let g = c.upstream
            try c.give(0, g)
            try c.give(1, try Checked.negate(g))
        })

    package static let multiply: BinaryOperation = BinaryOperation(
        "*", VJ_MUL, "a · b, broadcast; integers wrap around (NumPy)",
        gradient: { (c) throws(TensorError) in
            let (g, a, b) = (c.upstream, c[0], c[1])
            try c.give(0, try Checked.multiply(g, b))
            try c.give(1, try Checked.multiply(g, a))
        })

    package static let divide: BinaryOperation = BinaryOperation(
        "/", VJ_DIV, "a / b, broadcast; integers give float32 (PyTorch)", needsFloats: true,
        samples: BinaryOperation.broadcasts(0.5...2),
        gradient: { (c) throws(TensorError) in
            let (g, a, b) = (c.upstream, c[0], c[1])
            let share = try Checked.divide(g, b)
            try c.give(0, share)
            if c.needs(1) {
                try c.give(1, try Checked.negate(Checked.multiply(share, Checked.divide(a, b))))
            }
        })

    package static let remainder: BinaryOperation = BinaryOperation(
        "%", VJ_REM, "a − b·trunc(a / b), the sign of a (Swift's %, C's fmod)",
        samples: [Operation.Sample([2, 3], [3], range: 0.6...0.9)],
        gradient: { (c) throws(TensorError) in
            let (g, a, b) = (c.upstream, c[0], c[1])
            try c.give(0, g)
            if c.needs(1) {
                try c.give(
                    1,
                    try Checked.negate(
                        Checked.multiply(g, Checked.truncate(Checked.divide(a, b)))))
            }
        })

    package static let floorDivide: BinaryOperation = BinaryOperation(
        "floorDivide", VJ_FLOOR_DIV, "⌊a / b⌋ (NumPy's //)", saves: .nothing,
        samples: [], gradient: nil)

    package static let pow: BinaryOperation = BinaryOperation(
        "pow", VJ_POW, "a to the power b; integers stay integers (NumPy)",
        samples: BinaryOperation.broadcasts(0.5...2),
        gradient: { (c) throws(TensorError) in
            let (g, a, b) = (c.upstream, c[0], c[1])
            if c.needs(0) {
                let slope = try Checked.multiply(
                    b, Checked.pow(a, Checked.subtract(b, .integer(1))))
                let constant = try Checked.compare(.equal, b, .integer(0))
                try c.give(
                    0, try Checked.multiply(g, Checked.where(constant, .real(0), slope)))
            }
            if c.needs(1) {
                let zero = try Checked.compare(.equal, a, .integer(0))
                let slope = try Checked.multiply(
                    Checked.pow(a, b), Checked.where(zero, .real(0), Checked.log(a)))
                try c.give(1, try Checked.multiply(g, slope))
            }
        })

    package static let maximum: BinaryOperation = BinaryOperation(
        "max", VJ_MAX,
        "the greater of a and b; NaN wins; the gradient of equals is shared (PyTorch)",
        gradient: { (c) throws(TensorError) in
            try Operations.giveExtremum(&c, .greater)
        })

    package static let minimum: BinaryOperation = BinaryOperation(
        "min", VJ_MIN,
        "the lesser of a and b; NaN wins; the gradient of equals is shared (PyTorch)",
        gradient: { (c) throws(TensorError) in
            try Operations.giveExtremum(&c, .less)
        })

    package static let atan2: BinaryOperation = BinaryOperation(
        "atan2", VJ_ATAN2, "the angle of the point (b, a), −π to π (C)", needsFloats: true,
        samples: BinaryOperation.broadcasts(0.5...2),
        gradient: { (c) throws(TensorError) in
            let (g, a, b) = (c.upstream, c[0], c[1])
            let square = try Checked.add(Checked.multiply(a, a), Checked.multiply(b, b))
            let scaled = try Checked.divide(g, square)
            try c.give(0, try Checked.multiply(scaled, b))
            try c.give(1, try Checked.negate(Checked.multiply(scaled, a)))
        })

    package static let hypot: BinaryOperation = BinaryOperation(
        "hypot", VJ_HYPOT, "√(a² + b²) without overflow (C)", needsFloats: true,
        samples: BinaryOperation.broadcasts(0.5...2),
        gradient: { (c) throws(TensorError) in
            let (g, a, b) = (c.upstream, c[0], c[1])
            let scaled = try Checked.divide(g, Checked.hypot(a, b))
            try c.give(0, try Checked.multiply(scaled, a))
            try c.give(1, try Checked.multiply(scaled, b))
        })

    private static func giveExtremum(
        _ c: inout Backward, _ wins: Comparison
    ) throws(TensorError) {
        let (g, a, b) = (c.upstream, c[0], c[1])
        let half = try Checked.multiply(g, .real(0.5))
        let tie = try Checked.compare(.equal, a, b)
        for (index, x, y) in [(0, a, b), (1, b, a)] where c.needs(index) {
            let won = try Checked.compare(wins, x, y)
            let share = try Checked.where(tie, half, Checked.where(won, g, .real(0)))
            try c.give(index, share)
        }
    }
}

extension Checked {
    @inline(__always)
    package static func add(_ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor {
        try Operations.add.apply(a, b)
    }

    package static func add(_ a: Tensor, _ b: Scalar) throws(TensorError) -> Tensor {
        try Operations.add.apply(a, b)
    }

    package static func subtract(_ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor {
        try Operations.subtract.apply(a, b)
    }

    package static func subtract(_ a: Tensor, _ b: Scalar) throws(TensorError) -> Tensor {
        try Operations.subtract.apply(a, b)
    }

    package static func subtract(_ a: Scalar, _ b: Tensor) throws(TensorError) -> Tensor {
        try Operations.subtract.apply(b, a, reversed: true)
    }

    package static func multiply(_ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor {
        try Operations.multiply.apply(a, b)
    }

    package static func multiply(_ a: Tensor, _ b: Scalar) throws(TensorError) -> Tensor {
        try Operations.multiply.apply(a, b)
    }

    package static func divide(_ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor {
        try Operations.divide.apply(a, b)
    }

    package static func divide(_ a: Tensor, _ b: Scalar) throws(TensorError) -> Tensor {
        try Operations.divide.apply(a, b)
    }

    package static func divide(_ a: Scalar, _ b: Tensor) throws(TensorError) -> Tensor {
        try Operations.divide.apply(b, a, reversed: true)
    }

    package static func remainder(_ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor {
        try Operations.remainder.apply(a, b)
    }

    package static func remainder(_ a: Tensor, _ b: Scalar) throws(TensorError) -> Tensor {
        try Operations.remainder.apply(a, b)
    }

    package static func remainder(_ a: Scalar, _ b: Tensor) throws(TensorError) -> Tensor {
        try Operations.remainder.apply(b, a, reversed: true)
    }

    package static func floorDivide(_ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor {
        try Operations.floorDivide.apply(a, b)
    }

    package static func pow(_ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor {
        try Operations.pow.apply(a, b)
    }

    package static func pow(_ a: Scalar, _ b: Tensor) throws(TensorError) -> Tensor {
        try Operations.pow.apply(b, a, reversed: true)
    }

    /// A tensor to the power of a number; integers with a whole exponent of 0 or more stay
    /// integers, with a negative one they become float32.
    package static func pow(_ a: Tensor, _ b: Scalar) throws(TensorError) -> Tensor {
        if !a.dtype.isFloatingPoint, case .integer(let exponent) = b {
            if exponent >= 0 { return try Operations.pow.apply(a, b) }
            return try Operations.powScalar.apply(asType(a, .float32), p0: b.double)
        }
        return try Operations.powScalar.apply(a, p0: b.double)
    }

    package static func max(_ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor {
        try Operations.maximum.apply(a, b)
    }

    package static func max(_ a: Tensor, _ b: Scalar) throws(TensorError) -> Tensor {
        try Operations.maximum.apply(a, b.within(a.dtype))
    }

    package static func min(_ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor {
        try Operations.minimum.apply(a, b)
    }

    package static func min(_ a: Tensor, _ b: Scalar) throws(TensorError) -> Tensor {
        try Operations.minimum.apply(a, b.within(a.dtype))
    }

    package static func atan2(_ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor {
        try Operations.atan2.apply(a, b)
    }

    package static func hypot(_ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor {
        try Operations.hypot.apply(a, b)
    }

    /// a += b: over a's memory where nobody else sees it, else into a new tensor.
    package static func addInPlace(_ a: inout Tensor, _ b: Tensor) throws(TensorError) {
        try update(&a, Operations.add, b)
    }

    /// The same for any function of two tensors.
    package static func update(
        _ a: inout Tensor, _ operation: BinaryOperation, _ b: Tensor
    ) throws(TensorError) {
        let inPlace = a.storage.tapeSerial | b.storage.tapeSerial == 0 && a.isUnshared()
        if inPlace, a.dtype == b.dtype, a.dtype.isFloatingPoint,
            a.shape == b.shape || (try? Broadcasting.shape(a.shape, b.shape, "")) == a.shape
        {
            try operation.applyInPlace(a, b.storage)
            return
        }
        a = try operation.apply(a, b)
    }

    /// A number as a tensor without axes.
    package static func constant(_ value: Scalar, _ type: DType) throws(TensorError) -> Tensor {
        try full(Shape(), scalar: value, dtype: type)
    }
}
