internal import Language
internal import Tensors

func declareTensorArithmetic(_ table: DeclarationTable) {
    let free = Binder(table)
    func declare(
        _ name: String, _ documentation: String, _ whole: @escaping (Tensor, Tensor) throws -> Tensor,
        _ right: @escaping (Tensor, Scalar) throws -> Tensor, _ left: @escaping (Scalar, Tensor) throws -> Tensor
    ) {
        free("func \(name) (_ a: Tensor, _ b: Tensor) -> Tensor", documentation, "print(Tensor([4.0, 6]) \(name) Tensor([2.0, 3]))") { (a: Tensor, b: Tensor) in try whole(a, b) }
        free("func \(name) (_ a: Tensor, _ b: Double) -> Tensor", documentation) { (a: Tensor, b: Double) in try right(a, .real(b)) }
        free("func \(name) (_ a: Double, _ b: Tensor) -> Tensor", documentation) { (a: Double, b: Tensor) in try left(.real(a), b) }
        free("func \(name) (_ a: Tensor, _ b: Int) -> Tensor", documentation) { (a: Tensor, b: Int) in try right(a, .integer(b)) }
        free("func \(name) (_ a: Int, _ b: Tensor) -> Tensor", documentation) { (a: Int, b: Tensor) in try left(.integer(a), b) }
        free("func \(name) (_ a: Tensor, _ b: Float) -> Tensor", documentation) { (a: Tensor, b: Float) in try right(a, .real(Double(b))) }
        free("func \(name) (_ a: Float, _ b: Tensor) -> Tensor", documentation) { (a: Float, b: Tensor) in try left(.real(Double(a)), b) }
    }
    declare("+", "The sum, element by element; shapes broadcast as in NumPy.", { try Checked.add($0, $1) }, { try Checked.add($0, $1) }, { try Checked.add($1, $0) })
    declare("-", "The difference, element by element.", { try Checked.subtract($0, $1) }, { try Checked.subtract($0, $1) }, { try Checked.subtract($0, $1) })
    declare("*", "The product, element by element.", { try Checked.multiply($0, $1) }, { try Checked.multiply($0, $1) }, { try Checked.multiply($1, $0) })
    declare("/", "The quotient, element by element; of integers as float32.", { try Checked.divide($0, $1) }, { try Checked.divide($0, $1) }, { try Checked.divide($0, $1) })
    declare("%", "The rest of a division, element by element.", { try Checked.remainder($0, $1) }, { try Checked.remainder($0, $1) }, { try Checked.remainder($0, $1) })
    let comparisons: [(String, Comparison, String)] = [
        (".==", .equal, "equals"), (".!=", .notEqual, "differs from"), (".<", .less, "is less than"),
        (".<=", .lessOrEqual, "is at most"), (".>", .greater, "is greater than"), (".>=", .greaterOrEqual, "is at least"),
    ]
    for (name, comparison, words) in comparisons {
        declare(name, "Where the left \(words) the right, as a bool tensor.", { try Checked.compare(comparison, $0, $1) }, { try Checked.compare(comparison, $0, $1) }, { try Checked.compare(comparison, $0, $1) })
    }
    free("func - (_ x: Tensor) -> Tensor", "With the other sign.", "print(-Tensor([1.0, -2]))") { (x: Tensor) in try Checked.negate(x) }
    for name in ["!", ".!"] {
        free("func \(name) (_ x: Tensor) -> Tensor", "Where the element does not hold.", "print(\(name)Tensor([true, false]))") { (x: Tensor) in try Checked.logicalNot(x) }
    }
    let logic: [([String], (Tensor, Tensor) throws -> Tensor)] = [
        ([".&", ".&&"], { try Checked.logicalAnd($0, $1) }), ([".|", ".||"], { try Checked.logicalOr($0, $1) }),
        ([".^"], { try Checked.logicalXor($0, $1) }),
    ]
    for (names, operation) in logic {
        for name in names {
            free("func \(name) (_ a: Tensor, _ b: Tensor) -> Tensor", "Logic, element by element.", "print(Tensor([true, false]) \(name) Tensor([true, true]))") { (a: Tensor, b: Tensor) in try operation(a, b) }
        }
    }
}

func declareTensorMathematics(_ table: DeclarationTable) {
    let free = Binder(table)
    let functions: [(String, String, (Tensor) throws -> Tensor)] = [
        ("exp", "eˣ", { try Checked.exp($0) }), ("exp2", "2ˣ", { try Checked.exp2($0) }), ("expm1", "eˣ − 1, exact near 0", { try Checked.expm1($0) }),
        ("log", "the natural logarithm", { try Checked.log($0) }), ("log2", "the logarithm to base 2", { try Checked.log2($0) }), ("log10", "the logarithm to base 10", { try Checked.log10($0) }), ("log1p", "log(1 + x), exact near 0", { try Checked.log1p($0) }),
        ("sqrt", "√x", { try Checked.sqrt($0) }), ("rsqrt", "1/√x", { try Checked.rsqrt($0) }), ("square", "x²", { try Checked.square($0) }), ("abs", "the number without its sign", { try Checked.abs($0) }), ("sign", "−1, 0 or 1", { try Checked.sign($0) }),
        ("sin", "the sine", { try Checked.sin($0) }), ("cos", "the cosine", { try Checked.cos($0) }), ("tan", "the tangent", { try Checked.tan($0) }), ("asin", "the arc sine", { try Checked.asin($0) }), ("acos", "the arc cosine", { try Checked.acos($0) }), ("atan", "the arc tangent", { try Checked.atan($0) }),
        ("sinh", "the hyperbolic sine", { try Checked.sinh($0) }), ("cosh", "the hyperbolic cosine", { try Checked.cosh($0) }), ("tanh", "the hyperbolic tangent", { try Checked.tanh($0) }), ("asinh", "the inverse of sinh", { try Checked.asinh($0) }), ("atanh", "the inverse of tanh", { try Checked.atanh($0) }), ("hardSigmoid", "clip(x/6 + ½, 0, 1)", { try Checked.hardSigmoid($0) }),
        ("erf", "the error function", { try Checked.erf($0) }), ("floor", "the largest whole number not above x", { try Checked.floor($0) }), ("ceil", "the smallest whole number not below x", { try Checked.ceil($0) }), ("round", "the nearest whole number, halves away from 0", { try Checked.round($0) }), ("trunc", "the whole part", { try Checked.truncate($0) }),
        ("sigmoid", "1 / (1 + e⁻ˣ)", { try Checked.sigmoid($0) }), ("relu", "max(x, 0)", { try Checked.relu($0) }), ("gelu", "x Φ(x), exact", { try Checked.gelu($0) }), ("geluApproximate", "the tanh form of gelu", { try Checked.geluApproximate($0) }), ("silu", "x sigmoid(x)", { try Checked.silu($0) }), ("softplus", "log(1 + eˣ)", { try Checked.softplus($0) }), ("selu", "the self-normalising exponential unit", { try Checked.selu($0) }), ("softsign", "x / (1 + |x|)", { try Checked.softsign($0) }), ("mish", "x tanh(softplus(x))", { try Checked.mish($0) }),
    ]
    for (name, words, function) in functions {
        free("func \(name)(_ x: Tensor) -> Tensor", "Element by element: \(words).", "print(\(name)(Tensor([0.25, 0.5])))") { (x: Tensor) in try function(x) }
    }
    let scalars: [(String, String, @Sendable (Double) -> Double)] = [
        ("sigmoid", "1 / (1 + e⁻ˣ)", { sigmoid($0) }), ("relu", "max(x, 0)", { relu($0) }), ("gelu", "x Φ(x), exact", { gelu($0) }), ("silu", "x sigmoid(x)", { silu($0) }), ("softplus", "log(1 + eˣ)", { softplus($0) }), ("sign", "−1, 0 or 1", { sign($0) }), ("square", "x²", { $0 * $0 }), ("selu", "the self-normalising exponential unit", { selu($0) }),
    ]
    for (name, words, function) in scalars {
        free("func \(name)(_ x: Double) -> Double", "\(words).", "print(\(name)(0.5))") { (x: Double) -> Double in function(x) }
    }
    free("func leakyRelu(_ x: Tensor, slope: Double = 0.01) -> Tensor", "x above 0, slope·x below.", "print(leakyRelu(Tensor([-1.0, 1])))") { (x: Tensor, slope: Double) in try Checked.leakyRelu(x, slope: slope) }
    free("func leakyRelu(_ x: Double, slope: Double = 0.01) -> Double", "x above 0, slope·x below.", "print(leakyRelu(-1.0))") { (x: Double, slope: Double) -> Double in leakyRelu(x, slope: slope) }
    free("func elu(_ x: Tensor, alpha: Double = 1) -> Tensor", "x above 0, α(eˣ − 1) below.", "print(elu(Tensor([-1.0, 1])))") { (x: Tensor, alpha: Double) in try Checked.elu(x, alpha: alpha) }
    free("func elu(_ x: Double, alpha: Double = 1) -> Double", "x above 0, α(eˣ − 1) below.", "print(elu(-1.0))") { (x: Double, alpha: Double) -> Double in elu(x, alpha: alpha) }
    free("func pow(_ x: Tensor, _ y: Tensor) -> Tensor", "xʸ, element by element.", "print(pow(Tensor([2.0, 3]), Tensor([2.0, 2])))") { (x: Tensor, y: Tensor) in try Checked.pow(x, y) }
    free("func pow(_ x: Tensor, _ y: Double) -> Tensor", "xʸ, element by element.", "print(pow(Tensor([2.0, 3]), 0.5))") { (x: Tensor, y: Double) in try Checked.pow(x, .real(y)) }
    free("func pow(_ x: Tensor, _ y: Int) -> Tensor", "xʸ, element by element.", "print(pow(Tensor([2.0, 3]), 2))") { (x: Tensor, y: Int) in try Checked.pow(x, .integer(y)) }
    free("func pow(_ x: Double, _ y: Tensor) -> Tensor", "xʸ, element by element.", "print(pow(2.0, Tensor([1.0, 3])))") { (x: Double, y: Tensor) in try Checked.pow(.real(x), y) }
    for (name, whole, scalar) in [("max", { try Checked.max($0, $1) } as (Tensor, Tensor) throws -> Tensor, { try Checked.max($0, $1) } as (Tensor, Scalar) throws -> Tensor), ("min", { try Checked.min($0, $1) }, { try Checked.min($0, $1) })] {
        free("func \(name)(_ a: Tensor, _ b: Tensor) -> Tensor", "The \(name == "max" ? "greater" : "less") of two, element by element.", "print(\(name)(Tensor([1.0, 4]), Tensor([2.0, 3])))") { (a: Tensor, b: Tensor) in try whole(a, b) }
        free("func \(name)(_ a: Tensor, _ b: Double) -> Tensor", "The \(name == "max" ? "greater" : "less") of element and number.", "print(\(name)(Tensor([1.0, 4]), 2.5))") { (a: Tensor, b: Double) in try scalar(a, .real(b)) }
    }
    free("func atan2(_ y: Tensor, _ x: Tensor) -> Tensor", "The angle of the point (x, y), element by element.", "print(atan2(Tensor([1.0]), Tensor([1.0])))") { (y: Tensor, x: Tensor) in try Checked.atan2(y, x) }
}

func declareReductions(_ tensor: Binder) {
    func declare(_ name: String, _ documentation: String, _ reduce: @escaping (Tensor, [Int]?, Bool) throws -> Tensor) {
        tensor("func \(name)(axis: Int? = nil, keepDims: Bool = false) -> Tensor", documentation, "print(Tensor([[1.0, 2], [3, 4]]).\(name)(axis: 0))") { (x: Tensor, axis: Int?, keepDims: Bool) in try reduce(x, axis.map { [$0] }, keepDims) }
        tensor("func \(name)(axis: [Int], keepDims: Bool = false) -> Tensor", documentation, "print(Tensor([[1.0, 2], [3, 4]]).\(name)(axis: [0, 1]))") { (x: Tensor, axes: [Int], keepDims: Bool) in try reduce(x, axes, keepDims) }
    }
    declare("sum", "The sum of all elements, or along axes.") { try Checked.sum($0, axes: $1, keepDims: $2) }
    declare("mean", "The mean of all elements, or along axes.") { try Checked.mean($0, axes: $1, keepDims: $2) }
    declare("prod", "The product of all elements, or along axes.") { try Checked.prod($0, axes: $1, keepDims: $2) }
    declare("max", "The greatest element, or along axes.") { try Checked.max($0, axes: $1, keepDims: $2) }
    declare("min", "The least element, or along axes.") { try Checked.min($0, axes: $1, keepDims: $2) }
    declare("any", "Whether some element holds.") { try Checked.any($0, axes: $1, keepDims: $2) }
    declare("all", "Whether all elements hold.") { try Checked.all($0, axes: $1, keepDims: $2) }
    declare("norm", "The Euclidean norm.") { try Checked.norm($0, axes: $1, keepDims: $2) }
    declare("logSumExp", "log Σ eˣ, without overflow.") { try Checked.logSumExp($0, axes: $1, keepDims: $2) }
    for (name, words, reduce) in [("std", "The standard deviation", { try Checked.std($0, axes: $1, keepDims: $2, unbiased: $3) } as (Tensor, [Int]?, Bool, Bool) throws -> Tensor), ("variance", "The variance", { try Checked.variance($0, axes: $1, keepDims: $2, unbiased: $3) })] {
        tensor("func \(name)(axis: Int? = nil, keepDims: Bool = false, unbiased: Bool = false) -> Tensor", "\(words); divided by n, or by n − 1 when `unbiased`.", "print(Tensor([1.0, 2, 4]).\(name)())") { (x: Tensor, axis: Int?, keepDims: Bool, unbiased: Bool) in try reduce(x, axis.map { [$0] }, keepDims, unbiased) }
        tensor("func \(name)(axis: [Int], keepDims: Bool = false, unbiased: Bool = false) -> Tensor", "\(words) along several axes.", "print(Tensor([[1.0, 2], [3, 4]]).\(name)(axis: [0, 1]))") { (x: Tensor, axes: [Int], keepDims: Bool, unbiased: Bool) in try reduce(x, axes, keepDims, unbiased) }
    }
    tensor("func argmax(axis: Int? = nil, keepDims: Bool = false) -> Tensor", "Where the greatest element is, the first of equals.", "print(Tensor([[1.0, 5], [7, 2]]).argmax(axis: 1))") { (x: Tensor, axis: Int?, keepDims: Bool) in try Checked.argmax(x, axis: axis, keepDims: keepDims) }
    tensor("func argmin(axis: Int? = nil, keepDims: Bool = false) -> Tensor", "Where the least element is, the first of equals.", "print(Tensor([[1.0, 5], [7, 2]]).argmin(axis: 1))") { (x: Tensor, axis: Int?, keepDims: Bool) in try Checked.argmin(x, axis: axis, keepDims: keepDims) }
    tensor("func cumsum(axis: Int? = nil) -> Tensor", "The running sum.", "print(Tensor([1, 2, 3]).cumsum())") { (x: Tensor, axis: Int?) in try Checked.cumsum(x, axis: axis) }
}

func declareTensorFunctions(_ table: DeclarationTable) {
    let free = Binder(table)
    free("func matmul(_ a: Tensor, _ b: Tensor) -> Tensor", "The matrix product, by NumPy's rules for vectors and batches.", "print(matmul(Tensor([[1.0, 2], [3, 4]]), Tensor([1.0, 1])))") { (a: Tensor, b: Tensor) in try Checked.matmul(a, b) }
    free("func concatenated(_ tensors: [Tensor], axis: Int = 0) -> Tensor", "Tensors one after the other along an axis.", "print(concatenated([Tensor([1, 2]), Tensor([3])]))") { (tensors: [Tensor], axis: Int) in try Checked.concatenated(tensors, axis: axis) }
    free("func stacked(_ tensors: [Tensor], axis: Int = 0) -> Tensor", "Tensors of one shape along a new axis.", "print(stacked([Tensor([1, 2]), Tensor([3, 4])]))") { (tensors: [Tensor], axis: Int) in try Checked.stacked(tensors, axis: axis) }
    free("func softmax(_ x: Tensor, axis: Int = -1) -> Tensor", "eˣ / Σ eˣ along an axis.", "print(softmax(Tensor([1.0, 2, 3])))") { (x: Tensor, axis: Int) in try Checked.softmax(x, axis: axis) }
    free("func logSoftmax(_ x: Tensor, axis: Int = -1) -> Tensor", "The logarithm of softmax, exact.", "print(logSoftmax(Tensor([1.0, 2, 3])))") { (x: Tensor, axis: Int) in try Checked.logSoftmax(x, axis: axis) }
    let reduction = Binder.type(table, Reduction.self, "enum Reduction", "What becomes of the losses of a batch.", "print(meanSquaredError(predicted: Tensor([1.0]), expected: Tensor([3.0]), reduction: .sum))", describe: { "\($0)" }, equal: { $0 == $1 })
    for value in Reduction.allCases { reduction("static var \(value.rawValue): Reduction { get }", "The losses' \(value.rawValue).") { () -> Reduction in value } }
    free("func meanSquaredError(predicted: Tensor, expected: Tensor, reduction: Reduction = .mean) -> Tensor", "(predicted − expected)².", "print(meanSquaredError(predicted: Tensor([1.0]), expected: Tensor([3.0])))") { (a: Tensor, b: Tensor, reduction: Reduction) in try Checked.meanSquaredError(predicted: a, expected: b, reduction: reduction) }
    free("func topK(_ x: Tensor, _ count: Int, axis: Int = -1) -> (values: Tensor, indices: Tensor)", "The greatest elements and where they are.", "print(topK(Tensor([3.0, 1, 2]), 2).indices)") { (x: Tensor, count: Int, axis: Int) -> (Tensor, Tensor) in
        let result = try Checked.topK(x, count, axis: axis)
        return (result.values, result.indices)
    }
}

func declareGradients(_ table: DeclarationTable) {
    let free = Binder(table)
    free("func gradient(at x: Tensor, _ body: (Tensor) throws -> Tensor) -> Tensor", "The gradient of a scalar function at a tensor, by reverse-mode differentiation. Nested calls give higher orders.", "print(gradient(at: Tensor(3.0)) { x in x * x })") { (x: Tensor, body: CellClosure<Tensor, Tensor>) in
        try Gradient.valueWithGradient(at: [x]) { try body($0[0]) }.gradients[0]
    }
    free("func gradient(at a: Tensor, _ b: Tensor, _ body: (Tensor, Tensor) throws -> Tensor) -> (Tensor, Tensor)", "The gradients at two tensors.", "print(gradient(at: Tensor(3.0), Tensor(2.0)) { a, b in a * b })") { (a: Tensor, b: Tensor, body: CellClosure<Tensor, Tensor, Tensor>) -> (Tensor, Tensor) in
        let g = try Gradient.valueWithGradient(at: [a, b]) { try body($0[0], $0[1]) }.gradients
        return (g[0], g[1])
    }
    free("func gradient(at a: Tensor, _ b: Tensor, _ c: Tensor, _ body: (Tensor, Tensor, Tensor) throws -> Tensor) -> (Tensor, Tensor, Tensor)", "The gradients at three tensors.", "print(gradient(at: Tensor(3.0), Tensor(2.0), Tensor(1.0)) { a, b, c in a * b * c })") { (a: Tensor, b: Tensor, c: Tensor, body: CellClosure<Tensor, Tensor, Tensor, Tensor>) -> CellTuple<Tensor, Tensor, Tensor> in
        let g = try Gradient.valueWithGradient(at: [a, b, c]) { try body($0[0], $0[1], $0[2]) }.gradients
        return CellTuple(g[0], g[1], g[2])
    }
    free("func valueWithGradient(at x: Tensor, _ body: (Tensor) throws -> Tensor) -> (value: Tensor, gradient: Tensor)", "The value of a scalar function and its gradient.", "print(valueWithGradient(at: Tensor(3.0)) { x in x * x }.value)") { (x: Tensor, body: CellClosure<Tensor, Tensor>) -> (Tensor, Tensor) in
        let result = try Gradient.valueWithGradient(at: [x]) { try body($0[0]) }
        return (result.value, result.gradients[0])
    }
}

func declareRandom(_ table: DeclarationTable) {
    let free = Binder(table)
    free("func setRandomSeed(_ seed: Int)", "Begins the session's random numbers anew: all that is random draws from one generator.", "setRandomSeed(42)") { (seed: Int) in setRandomSeed(seed) }
    let double = Binder(table, on: "Double")
    double("static func random(in range: Range<Double>) -> Double", "A random number of a range, from the session's generator.", "print(Double.random(in: 0..<1) < 1)") { (range: Range<Double>) -> Double in range.lowerBound + RandomGenerator.shared.nextUniform() * (range.upperBound - range.lowerBound) }
    double("static func random(in range: ClosedRange<Double>) -> Double", "A random number of a range, from the session's generator.", "print(Double.random(in: 0...1) <= 1)") { (range: ClosedRange<Double>) -> Double in range.lowerBound + RandomGenerator.shared.nextUniform() * (range.upperBound - range.lowerBound) }
    let int = Binder(table, on: "Int")
    int("static func random(in range: Range<Int>) -> Int", "A random whole number of a range, from the session's generator.", "print(Int.random(in: 0..<10) < 10)") { (range: Range<Int>) throws -> Int in
        guard !range.isEmpty else { throw TensorError.domain(operation: "Int.random(in:)", problem: "there is no number in an empty range", help: nil) }
        return RandomGenerator.shared.next(in: range.lowerBound...(range.upperBound - 1))
    }
    int("static func random(in range: ClosedRange<Int>) -> Int", "A random whole number of a range, from the session's generator.", "print(Int.random(in: 1...6) <= 6)") { (range: ClosedRange<Int>) -> Int in RandomGenerator.shared.next(in: range) }
    let bool = Binder(table, on: "Bool")
    bool("static func random() -> Bool", "true or false by chance, from the session's generator.", "print([true, false].contains(Bool.random()))") { () -> Bool in RandomGenerator.shared.nextUInt64() & 1 == 1 }
    let array = Binder(table, on: "Array")
    array.source("func randomElement() -> Element? {\n count == 0 ? nil : self[Int.random(in: 0..<count)]\n}", "An element by chance, or nil.", "print([7].randomElement() ?? 0)")
    for name in ["Range", "ClosedRange"] {
        let range = Binder(table, on: "\(name) where Bound == Int")
        range.source("func shuffled() -> [Int] {\n Array(self).shuffled()\n}", "The numbers in random order.", "print((0\(name == "Range" ? "..<" : "...")3).shuffled().count)")
        range.source("func randomElement() -> Int? {\n Array(self).randomElement()\n}", "A number by chance, or nil.", "print((1...1).randomElement() ?? 0)")
    }
}
