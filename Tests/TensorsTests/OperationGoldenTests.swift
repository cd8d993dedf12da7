import Tensors
import Testing

/// One case of operations.json.
private struct GoldenCase: Decodable {
    struct Stated: Decodable {
        var shape: [Int]?
        var strides: [Int]?
        var i0: Int?
        var i1: Int?
        var p0: Double?
        var p1: Double?
        var tensor: StoredTensor?
    }

    var op: String
    var inputs: [StoredTensor]
    var layouts: [String]
    var output: StoredTensor
    var tolerance: Double
    /// Instead of the tolerance: units of the last place of the expected value.
    var ulps: Double?
    var attributes: Stated
    /// The upstream gradient, and what it gives for each of the first inputs.
    var upstream: StoredTensor?
    var gradients: [StoredTensor]?

    func told() throws -> Attributes {
        // Steps may be negative, which a shape given as an array may not.
        var strides = Strides()
        for step in attributes.strides ?? [] { strides.append(step) }
        return Attributes(
            shape: Shape(attributes.shape ?? []), strides: strides,
            i0: attributes.i0 ?? 0, i1: attributes.i1 ?? 0, p0: attributes.p0 ?? 0,
            p1: attributes.p1 ?? 0, tensor: try attributes.tensor?.tensor())
    }
}

/// The same elements laid out as a view that is not contiguous.
private func laidOut(_ x: Tensor, _ layout: String) throws -> Tensor {
    switch layout {
    case "transposed":
        let copy = Tensor(try Checked.transposed(x).contiguousStorage())
        return try Checked.transposed(copy)
    case "strided" where x.rank > 0:
        let doubled = try Checked.repeated(x, count: 2, axis: -1)
        var indices = [TensorIndex](repeating: .whole, count: x.rank - 1)
        indices.append(.slice(from: nil, to: nil, by: 2))
        return try Checked.subscript(doubled, indices)
    default:
        return x
    }
}

/// The name by which golden files know an entry: reductions and pairs share `max` and `min`.
private func goldenName(_ operation: Operation) -> String {
    operation is ReductionOperation ? "reduce." + operation.name : operation.name
}

/// Whether two values agree within units of the last place of the expected one.
private func agree(_ a: Double, _ b: Double, ulps: Double, isSingle: Bool) -> Bool {
    if a.isNaN || b.isNaN { return a.isNaN && b.isNaN }
    if a == b { return true }
    if a.isInfinite || b.isInfinite { return false }
    let unit =
        isSingle
        ? Double(Swift.max(Float(b).ulp, Float.leastNormalMagnitude.ulp))
        : Swift.max(b.ulp, Double.leastNormalMagnitude.ulp)
    return abs(a - b) <= ulps * unit
}

/// Whether two values agree: relative to the expected one, or to 1 for small ones.
private func agree(_ a: Double, _ b: Double, _ tolerance: Double) -> Bool {
    if a.isNaN || b.isNaN { return a.isNaN && b.isNaN }
    if a == b { return true }
    if a.isInfinite || b.isInfinite { return false }
    return abs(a - b) <= tolerance * Swift.max(1, abs(b))
}

@Suite struct OperationGoldenTests {
    @Test func `every operation agrees with NumPy and SciPy`() throws {
        try compare(golden("operations.json", as: [GoldenCase].self))
    }

    @Test(arguments: ["networks.json", "gradients.json"])
    func `values and gradients agree with PyTorch`(file: String) throws {
        let cases = try golden(file, as: [GoldenCase].self)
        try compare(cases)
        let table = Dictionary(
            OperationTable.all.map { (goldenName($0), $0) }, uniquingKeysWith: { a, _ in a })
        for (number, item) in cases.enumerated() {
            guard let upstream = try item.upstream?.tensor(), let stored = item.gradients else {
                continue
            }
            let operation = try #require(table[item.op])
            var inputs: [Tensor] = []
            for (input, layout) in zip(item.inputs, item.layouts) {
                inputs.append(try laidOut(input.tensor(), layout))
            }
            let constants = Array(inputs[stored.count...])
            let told = try item.told()
            let (_, gradients) = try Gradient.valueWithGradient(
                at: Array(inputs[..<stored.count])
            ) { leaves in
                try Checked.sum(
                    Checked.multiply(operation.run(leaves + constants, told), upstream))
            }
            for (index, expected) in stored.enumerated() {
                let wanted = try expected.tensor()
                #expect(gradients[index].shape == wanted.shape)
                let a = try Checked.scalars(gradients[index], as: Double.self)
                let b = try Checked.scalars(wanted, as: Double.self)
                let wrong = zip(a, b).first { !agree($0, $1, item.tolerance * 4) }
                #expect(
                    wrong == nil,
                    "case \(number) \(item.op), gradient \(index): \(wrong.map { "\($0)" } ?? "")")
            }
        }
    }

    private func compare(_ cases: [GoldenCase]) throws {
        var table: [String: Tensors.Operation] = [:]
        for operation in OperationTable.all { table[goldenName(operation)] = operation }
        var failures: [String: Int] = [:]
        for (number, item) in cases.enumerated() {
            let operation = try #require(table[item.op], "\(item.op) is not in the table")
            var inputs: [Tensor] = []
            for (stored, layout) in zip(item.inputs, item.layouts) {
                inputs.append(try laidOut(stored.tensor(), layout))
            }
            let expected = try item.output.tensor()
            let result = try operation.run(inputs, item.told())
            let context =
                "case \(number) \(item.op) \(inputs.map { "\($0.dtype)\($0.shape)" }) "
                + "\(item.layouts)"
            guard failures[item.op, default: 0] < 3 else { continue }
            guard result.shape == expected.shape, result.dtype == expected.dtype else {
                failures[item.op, default: 0] += 1
                Issue.record(
                    "\(context): \(result.dtype)\(result.shape), expected \(expected.dtype)\(expected.shape)"
                )
                continue
            }
            let a = try Checked.scalars(result, as: Double.self)
            let b = try Checked.scalars(expected, as: Double.self)
            let isSingle = expected.dtype == .float32
            for (x, y) in zip(a, b)
            where !(item.ulps.map { agree(x, y, ulps: $0, isSingle: isSingle) } ?? agree(x, y, item.tolerance)) {
                failures[item.op, default: 0] += 1
                Issue.record("\(context): \(x), expected \(y)")
                break
            }
        }
    }

    @Test func `every operation has reference cases`() throws {
        var names = Set(try golden("operations.json", as: [GoldenCase].self).map(\.op))
        names.formUnion(try golden("networks.json", as: [GoldenCase].self).map(\.op))
        for operation in OperationTable.all {
            #expect(names.contains(goldenName(operation)), "\(operation.name) has none")
        }
    }

    @Test func `element-wise functions are measured in units of the last place`() throws {
        var measured = Set<String>()
        for item in try golden("operations.json", as: [GoldenCase].self) where item.ulps != nil {
            measured.insert(item.op)
        }
        // The digits of these cancel in their left tails.
        let cancelling: Set = ["gelu", "geluApproximate", "mish"]
        for operation in OperationTable.all where operation is UnaryOperation {
            #expect(measured.contains(operation.name) || cancelling.contains(operation.name), "\(operation.name)")
        }
    }

    @Test func `every operation says what it does`() {
        for operation in OperationTable.all {
            #expect(!operation.summary.isEmpty)
            #expect(!operation.summary.contains("\n"))
        }
    }
}
