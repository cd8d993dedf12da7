internal import Language
internal import Tensors

// Library types as values of the language.
extension Tensor: CellObject {}
extension DType: CellObject {}
extension Reduction: CellObject {}
extension TensorIndex: CellObject {}

extension TensorError: OperandFault {
    package var faultKind: String {
        switch self {
        case .interrupted: "Interrupted"
        case .memory, .tooLarge: "OutOfMemory"
        case .index: "IndexError"
        case .axis, .repeatedAxis, .permutation: "AxisError"
        case .dtype, .gradientType: "TypeError"
        case .file: "FileError"
        case .gradientOfShape, .noGradient: "GradientError"
        case .label, .domain, .scalarCount, .extent, .rank: "ValueError"
        default: "ShapeError"
        }
    }
    package var faultMessage: String { wording.problem }
    package var faultHelp: String? { wording.help }

    package var operandsOperation: String? {
        switch self {
        case .broadcast(let operation, _, _, _), .matmul(let operation, _, _): operation
        default: nil
        }
    }

    package func faultMessage(naming first: String, _ second: String) -> String {
        wording(naming: first, second).problem
    }
}

/// A shape from extents that a cell gave.
func shape(_ extents: [Int]) throws(TensorError) -> Shape {
    guard extents.count <= Shape.maximumRank else { throw .rank(extents.count) }
    if let negative = extents.first(where: { $0 < 0 }) { throw .extent(negative, shape: extents) }
    return Shape(extents)
}

/// What a tensor can be made from, as a cell gives it: numbers, truth values, tensors, arrays of these.
struct TensorSource: CellValue {
    let value: AnyCellValue

    static var cellLayout: Layout { .reference }

    static func load(_ slots: UnsafePointer<UInt64>) throws -> TensorSource {
        TensorSource(value: try AnyCellValue.load(slots))
    }

    func store(_ slots: UnsafeMutablePointer<UInt64>) { value.store(slots) }

    func tensor(_ dtype: DType? = nil) throws -> Tensor {
        if let tensor = value.native(Tensor.self) { return try dtype.map { try Checked.asType(tensor, $0) } ?? tensor }
        // Flat arrays of numbers are taken in one pass.
        if value.type.arrayElement === Type.double {
            return try Checked.tensor([Double].load(value.slots), dtype: dtype ?? .float32)
        }
        if value.type.arrayElement === Type.int {
            return try Checked.tensor([Int].load(value.slots), dtype: dtype ?? .int64)
        }
        var builder = TensorBuilder()
        try append(value.type, value.slots, to: &builder)
        return try builder.finish(dtype: dtype)
    }

    private func append(_ type: Type, _ slots: UnsafePointer<UInt64>, to builder: inout TensorBuilder) throws {
        if let element = type.arrayElement {
            let (elements, count) = HeapObject.array(slots[0])
            let stride = element.layout.count
            try builder.open()
            for index in 0..<count { try append(element, UnsafePointer(elements) + index * stride, to: &builder) }
            try builder.close()
            return
        }
        switch type.nominal?.form {
        case .int: try builder.append(Int.load(slots))
        case .double: try builder.append(Double.load(slots))
        case .float: try builder.append(Double(Float.load(slots)))
        case .bool: try builder.append(Bool.load(slots))
        case .range where type.arguments[0] === Type.int:
            try builder.open()
            for i in try Range<Int>.load(slots) { try builder.append(i) }
            try builder.close()
        case .closedRange where type.arguments[0] === Type.int:
            try builder.open()
            for i in try ClosedRange<Int>.load(slots) { try builder.append(i) }
            try builder.close()
        default:
            guard let tensor = HeapObject.native(slots[0], as: Tensor.self) else {
                throw TensorError.domain(operation: "Tensor", problem: "a tensor cannot be made from a value of type '\(type)'", help: "numbers, truth values, tensors and arrays of these can")
            }
            try builder.append(tensor.pointee)
        }
    }
}

/// One subscript of a tensor, as a cell gives it: an Int, a range, `.all`, a tensor.
struct IndexSource: CellValue {
    let index: TensorIndex

    static var cellLayout: Layout { .reference }

    static func load(_ slots: UnsafePointer<UInt64>) throws -> IndexSource {
        let (type, inner) = HeapObject.existential(at: slots)
        let slots = UnsafePointer(inner)
        switch type.nominal?.form {
        case .int: return try IndexSource(index: .at(Int.load(slots)))
        case .range:
            return try IndexSource(index: .slice(from: Int.load(slots), to: Int.load(slots + 1), by: 1))
        case .closedRange:
            return try IndexSource(index: .slice(from: Int.load(slots), to: TensorIndex.end(through: Int.load(slots + 1)), by: 1))
        case .partialRangeFrom: return try IndexSource(index: .slice(from: Int.load(slots), to: nil, by: 1))
        case .partialRangeUpTo: return try IndexSource(index: .slice(from: nil, to: Int.load(slots), by: 1))
        case .partialRangeThrough:
            return try IndexSource(index: .slice(from: nil, to: TensorIndex.end(through: Int.load(slots)), by: 1))
        case .array:
            return try IndexSource(index: .tensor(TensorSource(value: AnyCellValue(type: type, borrowing: slots)).tensor()))
        default:
            if let index = HeapObject.native(slots[0], as: TensorIndex.self), type.nominal?.name == "TensorIndex" { return IndexSource(index: index.pointee) }
            if let tensor = HeapObject.native(slots[0], as: Tensor.self) { return IndexSource(index: .tensor(tensor.pointee)) }
            throw TensorError.subscripting(problem: "a value of type '\(type)' cannot be a subscript of a tensor", help: nil)
        }
    }

    func store(_ slots: UnsafeMutablePointer<UInt64>) {
        slots[0] = HeapObject.makeNative(index)
    }
}
