internal import Language
internal import Tensors

func declareTensors(_ table: DeclarationTable) {
    let tensor = Binder.type(
        table, Tensor.self, "struct Tensor", "Numbers in any number of dimensions, with an element type.",
        "let x = Tensor([[1, 2], [3, 4]])\nprint(x.shape, x.sum())", describe: { $0.description }, equal: { try Checked.equal($0, $1) })
    let dtype = Binder.type(table, DType.self, "enum DType", "The type of a tensor's elements.", "print(Tensor.ones(2).dtype)", describe: { $0.name }, equal: { $0 == $1 })
    for value in [DType.float32, .float64, .int32, .int64, .uint8, .bool] {
        dtype("static var \(value.name): DType { get }", "Elements of type \(value.name).") { () -> DType in value }
    }
    dtype("var name: String { get }", "The name, as NumPy has it.", "print(DType.float32.name)") { (type: DType) -> String in type.name }
    dtype("var byteCount: Int { get }", "The bytes of one element.", "print(DType.float64.byteCount)") { (type: DType) -> Int in type.byteCount }
    dtype("var isFloatingPoint: Bool { get }", "Whether it is float32 or float64.", "print(Tensor.ones(2).dtype.isFloatingPoint)") { (type: DType) -> Bool in type.isFloatingPoint }
    dtype("var isInteger: Bool { get }", "Whether it is a type of whole numbers; bool is none.", "print(DType.int64.isInteger)") { (type: DType) -> Bool in type.isInteger }
    Binder.protocol(table, "TensorConvertible", "What a tensor can be made from: numbers, truth values, tensors, and arrays of these nested to any depth.")
    for type in ["Int", "Double", "Float", "Bool", "Tensor", "Range", "ClosedRange"] { table.conform(type, to: "TensorConvertible") }
    table.conform("Array", to: "TensorConvertible", where: ["TensorConvertible"])
    Binder.type(table, TensorIndex.self, "enum TensorIndex", "One subscript of a tensor.")
    let index = Binder.protocol(table, "TensorIndexing", "What can stand between a tensor's brackets: Ints, ranges, `.all`, `.ellipsis`, `.newAxis`, `.stride(from:to:by:)`, tensors of positions and of truth values.", "let x = Tensor.arange(6).reshaped(2, 3)\nprint(x[0..., 1])")
    for type in ["Int", "Tensor", "TensorIndex"] { table.conform(type, to: "TensorIndexing") }
    for type in ["Range", "ClosedRange", "PartialRangeFrom", "PartialRangeUpTo", "PartialRangeThrough", "Array"] { table.conform(type, to: "TensorIndexing") }
    index("static var all: TensorIndex { get }", "The whole axis.", "print(Tensor.identity(2)[.all, 0])") { () -> TensorIndex in .whole }
    index("static var ellipsis: TensorIndex { get }", "All axes that the other subscripts leave.", "print(Tensor.identity(2)[.ellipsis, 0])") { () -> TensorIndex in .rest }
    index("static var newAxis: TensorIndex { get }", "A new axis of extent 1.", "print(Tensor.ones(3)[.newAxis].shape)") { () -> TensorIndex in .new }
    index("static func stride(from: Int? = nil, to: Int? = nil, by: Int) -> TensorIndex", "from, from + by, … to before `to`; `by` may be negative.", "print(Tensor.arange(6)[.stride(by: 2)])") { (from: Int?, to: Int?, by: Int) -> TensorIndex in .slice(from: from, to: to, by: by) }

    declareCreation(tensor)
    declareSubscripts(tensor)
    declareShapes(tensor)
    declareTensorArithmetic(table)
    declareReductions(tensor)
    declareTensorMathematics(table)
    declareTensorFunctions(table)
    declareGradients(table)
    declareImages(table)
    declareNetworkFunctions(table)
    declareTensorLibrary(table, tensor)
    declareTensorForms(table, tensor)
    declareArrayFiles(table)
    declareRandom(table)
}

private func declareCreation(_ tensor: Binder) {
    tensor("init(_ value: any TensorConvertible, dtype: DType? = nil)", "A tensor from numbers, truth values, tensors, or arrays of these nested to any depth. Integers give int64, truth values bool, real numbers float32.", "print(Tensor([[1, 2], [3, 4]]))") { (value: TensorSource, dtype: DType?) in try value.tensor(dtype) }
    tensor("init(_ scalars: [Double], shape: [Int], dtype: DType = .float32)", "A tensor of scalars in row-major order.", "print(Tensor([1.0, 2, 3, 4], shape: [2, 2]))") { (scalars: [Double], extents: [Int], dtype: DType) in try Checked.tensor(scalars, shape: shape(extents), dtype: dtype) }
    tensor("init(_ scalars: [Int], shape: [Int], dtype: DType = .int64)", "A tensor of scalars in row-major order.", "print(Tensor([1, 2, 3, 4], shape: [2, 2]))") { (scalars: [Int], extents: [Int], dtype: DType) in try Checked.tensor(scalars, shape: shape(extents), dtype: dtype) }
    tensor("init(integerLiteral value: Int)", "An integer where a tensor is expected.") { (value: Int) in try Checked.tensor([value], shape: Shape(), dtype: .int64) }
    tensor("init(floatLiteral value: Double)", "A number where a tensor is expected.") { (value: Double) in try Checked.tensor([value], shape: Shape(), dtype: .float32) }
    tensor("init(arrayLiteral value: any TensorConvertible)", "An array literal where a tensor is expected.", "let x: Tensor = [[1, 2], [3, 4]]\nprint(x)") { (value: TensorSource) in try value.tensor() }
    for (name, value) in [("zeros", 0.0), ("ones", 1.0)] {
        tensor("static func \(name)(_ extents: Int..., dtype: DType = .float32) -> Tensor", "A tensor full of \(name).", "print(Tensor.\(name)(2, 3))") { (extents: [Int], dtype: DType) in try Checked.full(shape(extents), value: value, dtype: dtype) }
        tensor("static func \(name)(_ shape: [Int], dtype: DType = .float32) -> Tensor", "A tensor full of \(name).", "print(Tensor.\(name)([2, 3]))") { (extents: [Int], dtype: DType) in try Checked.full(shape(extents), value: value, dtype: dtype) }
        tensor("static func \(name)(like x: Tensor) -> Tensor", "A tensor full of \(name) in the shape and type of another.", "print(Tensor.\(name)(like: Tensor([1.0, 2])))") { (x: Tensor) in try Checked.full(like: x, value: value) }
    }
    tensor("static func full(_ extents: Int..., value: Double, dtype: DType = .float32) -> Tensor", "One value throughout.", "print(Tensor.full(2, 3, value: 7))") { (extents: [Int], value: Double, dtype: DType) in try Checked.full(shape(extents), value: value, dtype: dtype) }
    tensor("static func full(_ shape: [Int], value: Double, dtype: DType = .float32) -> Tensor", "One value throughout.", "print(Tensor.full([2, 3], value: 7))") { (extents: [Int], value: Double, dtype: DType) in try Checked.full(shape(extents), value: value, dtype: dtype) }
    tensor("static func full(like x: Tensor, value: Double) -> Tensor", "One value throughout, in the shape and type of another tensor.", "print(Tensor.full(like: Tensor([1.0, 2]), value: 3))") { (x: Tensor, value: Double) in try Checked.full(like: x, value: value) }
    tensor("static func identity(_ count: Int, dtype: DType = .float32) -> Tensor", "The matrix with 1 on the diagonal and 0 elsewhere.", "print(Tensor.identity(3))") { (count: Int, dtype: DType) in try Checked.identity(count, dtype: dtype) }
    tensor("static func arange(_ end: Int, dtype: DType = .int64) -> Tensor", "The integers from 0 to below `end`.", "print(Tensor.arange(10))") { (end: Int, dtype: DType) in try Checked.arange(0, end, dtype: dtype) }
    tensor("static func arange(_ start: Int, _ end: Int, step: Int = 1, dtype: DType = .int64) -> Tensor", "start, start + step, … to before `end`.", "print(Tensor.arange(2, 10, step: 2))") { (start: Int, end: Int, step: Int, dtype: DType) in try Checked.arange(start, end, step: step, dtype: dtype) }
    tensor("static func arange(_ start: Double, _ end: Double, step: Double = 1, dtype: DType = .float32) -> Tensor", "start, start + step, … to before `end`.", "print(Tensor.arange(0.0, 1.0, step: 0.25))") { (start: Double, end: Double, step: Double, dtype: DType) in try Checked.arange(start, end, step: step, dtype: dtype) }
    tensor("static func linspace(_ start: Double, _ end: Double, count: Int = 50, dtype: DType = .float32) -> Tensor", "`count` values at equal distances from `start` to `end`, both included.", "print(Tensor.linspace(0, 1, count: 5))") { (start: Double, end: Double, count: Int, dtype: DType) in try Checked.linspace(start, end, count: count, dtype: dtype) }
    tensor("static func randomUniform(_ extents: Int..., min: Double = 0, max: Double = 1, dtype: DType = .float32) -> Tensor", "Uniform random numbers from `min` to below `max`.", "print(Tensor.randomUniform(2, 3).shape)") { (extents: [Int], min: Double, max: Double, dtype: DType) in try Checked.randomUniform(shape(extents), min: min, max: max, dtype: dtype) }
    tensor("static func randomUniform(_ shape: [Int], min: Double = 0, max: Double = 1, dtype: DType = .float32) -> Tensor", "Uniform random numbers from `min` to below `max`.", "print(Tensor.randomUniform([2, 3]).shape)") { (extents: [Int], min: Double, max: Double, dtype: DType) in try Checked.randomUniform(shape(extents), min: min, max: max, dtype: dtype) }
    tensor("static func randomNormal(_ extents: Int..., mean: Double = 0, std: Double = 1, dtype: DType = .float32) -> Tensor", "Normally distributed random numbers.", "print(Tensor.randomNormal(2, 3).shape)") { (extents: [Int], mean: Double, std: Double, dtype: DType) in try Checked.randomNormal(shape(extents), mean: mean, std: std, dtype: dtype) }
    tensor("static func randomNormal(_ shape: [Int], mean: Double = 0, std: Double = 1, dtype: DType = .float32) -> Tensor", "Normally distributed random numbers.", "print(Tensor.randomNormal([2, 3]).shape)") { (extents: [Int], mean: Double, std: Double, dtype: DType) in try Checked.randomNormal(shape(extents), mean: mean, std: std, dtype: dtype) }
    tensor("static func randomNormal(like x: Tensor, mean: Double = 0, std: Double = 1) -> Tensor", "Normally distributed random numbers in the shape of another tensor.", "print(Tensor.randomNormal(like: Tensor.ones(2, 3)).shape)") { (x: Tensor, mean: Double, std: Double) in try Checked.randomNormal(x.shape, mean: mean, std: std, dtype: x.dtype.isFloatingPoint ? x.dtype : .float32) }
    tensor("static func randomUniform(like x: Tensor, min: Double = 0, max: Double = 1) -> Tensor", "Uniform random numbers in the shape of another tensor.", "print(Tensor.randomUniform(like: Tensor.ones(2, 3)).shape)") { (x: Tensor, min: Double, max: Double) in try Checked.randomUniform(x.shape, min: min, max: max, dtype: x.dtype.isFloatingPoint ? x.dtype : .float32) }
    tensor("static func randomInt(_ extents: Int..., in range: Range<Int>, dtype: DType = .int64) -> Tensor", "Random integers of a range.", "print(Tensor.randomInt(5, in: 0..<10).shape)") { (extents: [Int], range: Range<Int>, dtype: DType) in try Checked.randomInt(shape(extents), in: range, dtype: dtype) }
    tensor("static func permutation(_ count: Int) -> Tensor", "The integers from 0 to below `count` in random order.", "print(Tensor.permutation(5).shape)") { (count: Int) in try Checked.permutation(count) }
}

private func declareSubscripts(_ tensor: Binder) {
    tensor.accessors(
        "subscript(_ index: Int) -> Tensor { get set }", "One position along the first axis; negative positions count from the end.", "print(Tensor([[1, 2], [3, 4]])[0])",
        get: NativeFunction("subscript") { (x: Tensor, index: Int) in try Checked.subscript(x, index) },
        set: NativeFunction("subscript") { (x: Inout<Tensor>, index: Int, value: Tensor) -> CellVoid in
            try x.mutate { try Checked.assign(&$0, [.at(index)], value) }
            return CellVoid()
        })
    tensor.accessors(
        "subscript(_ indices: any TensorIndexing...) -> Tensor { get set }", "The elements that the subscripts name; assigning changes this variable alone.", "let x = Tensor.arange(6).reshaped(2, 3)\nprint(x[0..., ..<2])",
        get: NativeFunction("subscript") { (x: Tensor, indices: [IndexSource]) in try Checked.subscript(x, indices.map(\.index)) },
        set: NativeFunction("subscript") { (x: Inout<Tensor>, indices: [IndexSource], value: Tensor) -> CellVoid in
            try x.mutate { try Checked.assign(&$0, indices.map(\.index), value) }
            return CellVoid()
        })
}

private func declareShapes(_ tensor: Binder) {
    tensor("var shape: [Int] { get }", "The extent of each axis.", "print(Tensor.zeros(2, 3).shape)") { (x: Tensor) -> [Int] in (0..<x.shape.count).map { x.shape[$0] } }
    tensor("var rank: Int { get }", "The number of axes.", "print(Tensor.zeros(2, 3).rank)") { (x: Tensor) -> Int in x.shape.count }
    tensor("var count: Int { get }", "The number of elements.", "print(Tensor.zeros(2, 3).count)") { (x: Tensor) -> Int in x.count }
    tensor("var dtype: DType { get }", "The type of the elements.", "print(Tensor.zeros(2).dtype)") { (x: Tensor) -> DType in x.dtype }
    tensor("var description: String { get }", "As NumPy prints arrays.", "print(Tensor.zeros(2).description)") { (x: Tensor) -> String in x.description }
    tensor("func item() -> Double", "The one element as a Double; an error where there is not exactly one.", "print(Tensor([3.5]).item())") { (x: Tensor) -> Double in try Checked.item(x) }
    tensor("var scalars: [Double] { get }", "All elements in row-major order.", "print(Tensor([[1, 2], [3, 4]]).scalars)") { (x: Tensor) -> [Double] in try Checked.scalars(x, as: Double.self) }
    tensor("func reshaped(_ extents: Int...) -> Tensor", "The same elements in another shape; −1 for one extent that follows from the others.", "print(Tensor.arange(6).reshaped(2, -1))") { (x: Tensor, extents: [Int]) in try Checked.reshaped(x, extents) }
    tensor("func reshaped(_ shape: [Int]) -> Tensor", "The same elements in another shape.", "print(Tensor.arange(6).reshaped([3, 2]))") { (x: Tensor, extents: [Int]) in try Checked.reshaped(x, extents) }
    tensor("func flattened() -> Tensor", "All elements along one axis.", "print(Tensor([[1, 2], [3, 4]]).flattened())") { (x: Tensor) in try Checked.reshaped(x, [-1]) }
    tensor("func transposed(_ axes: Int...) -> Tensor", "The axes in another order; reversed when none are given.", "print(Tensor.zeros(2, 3).transposed().shape)") { (x: Tensor, axes: [Int]) in try Checked.transposed(x, axes) }
    tensor("var T: Tensor { get }", "The axes reversed.", "print(Tensor([[1, 2], [3, 4]]).T)") { (x: Tensor) in try Checked.transposed(x) }
    tensor("func swappedAxes(_ a: Int, _ b: Int) -> Tensor", "Two axes exchanged.", "print(Tensor.zeros(2, 3, 4).swappedAxes(0, 2).shape)") { (x: Tensor, a: Int, b: Int) in try Checked.swappedAxes(x, a, b) }
    tensor("func expandedDimensions(axis: Int) -> Tensor", "With a new axis of extent 1.", "print(Tensor.zeros(3).expandedDimensions(axis: 0).shape)") { (x: Tensor, axis: Int) in try Checked.expandedDimensions(x, axis: axis) }
    tensor("func squeezed(axis: Int? = nil) -> Tensor", "Without the axis of extent 1, or without all such.", "print(Tensor.zeros(1, 3).squeezed().shape)") { (x: Tensor, axis: Int?) in try Checked.squeezed(x, axis: axis) }
    tensor("func broadcast(to extents: Int...) -> Tensor", "Repeated along axes of extent 1, without copying.", "print(Tensor([1, 2]).broadcast(to: 3, 2))") { (x: Tensor, extents: [Int]) in try Checked.broadcast(x, to: shape(extents)) }
    tensor("func asType(_ dtype: DType) -> Tensor", "With elements of another type.", "print(Tensor([1.5, 2]).asType(.int64))") { (x: Tensor, dtype: DType) in try Checked.asType(x, dtype) }
    tensor("func stopGradient() -> Tensor", "The same values; no gradient goes through.", "print(gradient(at: Tensor(2.0)) { x in x * x.stopGradient() })") { (x: Tensor) in Checked.stopGradient(x) }
    tensor("func clipped(min: Double? = nil, max: Double? = nil) -> Tensor", "Values below `min` and above `max` replaced by these.", "print(Tensor([1.0, 5, 9]).clipped(min: 2, max: 6))") { (x: Tensor, low: Double?, high: Double?) in try Checked.clipped(x, min: low, max: high) }
    tensor("func matmul(_ other: Tensor) -> Tensor", "The matrix product, by NumPy's rules.", "print(Tensor.identity(2).matmul(Tensor([[1.0, 2], [3, 4]])))") { (a: Tensor, b: Tensor) in try Checked.matmul(a, b) }
    tensor("func sign() -> Tensor", "−1, 0 or 1.", "print(Tensor([-2.0, 0, 3]).sign())") { (x: Tensor) in try Checked.sign(x) }
    tensor("static func `where`(_ condition: Tensor, _ a: Tensor, _ b: Tensor) -> Tensor", "a where the condition holds, b elsewhere.") { (c: Tensor, a: Tensor, b: Tensor) in try Checked.where(c, a, b) }
    tensor("func flipped(axis: Int? = nil) -> Tensor", "The order along an axis, or along all, turned round.", "print(Tensor([1, 2, 3]).flipped())") { (x: Tensor, axis: Int?) in try Checked.flipped(x, axes: axis.map { [$0] }) }
    tensor("func rolled(by shift: Int, axis: Int) -> Tensor", "Shifted along an axis, what falls off coming back in front.", "print(Tensor([1, 2, 3]).rolled(by: 1, axis: 0))") { (x: Tensor, shift: Int, axis: Int) in try Checked.rolled(x, by: shift, axis: axis) }
    tensor("func repeated(count: Int, axis: Int? = nil) -> Tensor", "Each element, or each slice along an axis, several times.", "print(Tensor([1, 2]).repeated(count: 2))") { (x: Tensor, count: Int, axis: Int?) in try Checked.repeated(x, count: count, axis: axis) }
    tensor("func tiled(_ repeats: Int...) -> Tensor", "The whole tensor several times along each axis.", "print(Tensor([1, 2]).tiled(2))") { (x: Tensor, repeats: [Int]) in try Checked.tiled(x, repeats) }
    tensor("func split(count: Int, axis: Int = 0) -> [Tensor]", "Equal parts along an axis.", "print(Tensor.arange(4).split(count: 2))") { (x: Tensor, count: Int, axis: Int) -> [Tensor] in try Checked.split(x, count: count, axis: axis) }
    tensor("func gathered(_ indices: Tensor, axis: Int = 0) -> Tensor", "The slices at these positions.", "print(Tensor([5, 6, 7]).gathered(Tensor([2, 0])))") { (x: Tensor, indices: Tensor, axis: Int) in try Checked.gathered(x, indices, axis: axis) }
    tensor("func oneHot(classes: Int) -> Tensor", "A row with 1 at each label's place.", "print(Tensor([0, 2]).oneHot(classes: 3))") { (x: Tensor, classes: Int) in try Checked.oneHot(x, classes: classes) }
    tensor("func sorted(axis: Int = -1, descending: Bool = false) -> Tensor", "Sorted along an axis.", "print(Tensor([3, 1, 2]).sorted())") { (x: Tensor, axis: Int, descending: Bool) in try Checked.sorted(x, axis: axis, descending: descending) }
    tensor("func argsort(axis: Int = -1, descending: Bool = false) -> Tensor", "The positions in sorted order.", "print(Tensor([3, 1, 2]).argsort())") { (x: Tensor, axis: Int, descending: Bool) in try Checked.argsort(x, axis: axis, descending: descending) }
    tensor("func makeIterator() -> TensorIterator", "What a for-in loop asks: slices along the first axis.") { (x: Tensor) -> TensorSlices in try TensorSlices(x) }
    Binder.type(tensor.table, TensorSlices.self, "class TensorIterator", "Gives the slices of a tensor along its first axis.", "for row in Tensor([[1, 2], [3, 4]]) { print(row) }", describe: { _ in "TensorIterator" })("func next() -> Tensor?", "The next slice, or nil.") { (slices: TensorSlices) -> Tensor? in try slices.next() }
    let doubles = Binder(tensor.table, on: "Array where Element == Double")
    doubles("init(_ tensor: Tensor)", "A tensor's elements in row-major order.", "let a: [Double] = Array(Tensor([1.5, 2]))\nprint(a)") { (x: Tensor) -> [Double] in try Checked.scalars(x, as: Double.self) }
    let ints = Binder(tensor.table, on: "Array where Element == Int")
    ints("init(_ tensor: Tensor)", "A tensor's elements in row-major order.", "let a: [Int] = Array(Tensor([1, 2]))\nprint(a)") { (x: Tensor) -> [Int] in try Checked.scalars(x, as: Int.self) }
    let floats = Binder(tensor.table, on: "Array where Element == Float")
    floats("init(_ tensor: Tensor)", "A tensor's elements in row-major order.", "let a: [Float] = Array(Tensor([1.5, 2]))\nprint(a)") { (x: Tensor) -> [Float] in try Checked.scalars(x, as: Float.self) }
    let float = Binder(tensor.table, on: "Float")
    float("init(_ tensor: Tensor)", "The one element of a tensor; an error where there is not exactly one.", "print(Float(Tensor([2.5])))") { (x: Tensor) -> Float in Float(try Checked.item(x)) }
    let double = Binder(tensor.table, on: "Double")
    double("init(_ tensor: Tensor)", "The one element of a tensor; an error where there is not exactly one.", "print(Double(Tensor([2.5])))") { (x: Tensor) -> Double in try Checked.item(x) }
    let bool = Binder(tensor.table, on: "Bool")
    bool("init(_ tensor: Tensor)", "Whether the one element of a tensor is not 0; an error where there is not exactly one.", "let x = Tensor([1, 2])\nprint(Bool((x .> 0).all()), Bool((x .> 5).any()))") { (x: Tensor) -> Bool in try Checked.item(x) != 0 }
    let int = Binder(tensor.table, on: "Int")
    int("init(_ tensor: Tensor)", "The one element of a tensor as an Int; an error where there is not exactly one.", "print(Int(Tensor([2])))") { (x: Tensor) throws -> Int in
        let value = try Checked.item(x)
        guard let whole = Int(exactly: value.rounded(.towardZero)) else { throw TensorError.domain(operation: "Int", problem: "\(value) does not fit an Int", help: nil) }
        return whole
    }
}

/// The slices of a tensor along its first axis, one after the other.
final class TensorSlices: CellObject {
    private let tensor: Tensor
    private var position = 0

    init(_ tensor: Tensor) throws {
        if tensor.shape.count == 0 { throw TensorError.subscripting(problem: "a tensor of shape [] has no first axis to go over", help: "take its value with 'item()'") }
        self.tensor = tensor
    }

    func next() throws -> Tensor? {
        if position >= tensor.shape[0] { return nil }
        position += 1
        return try Checked.subscript(tensor, position - 1)
    }
}
