public import Tensors

/// Arithmetic and comparison of columns, row by row; where one side is missing so is the result.
extension Column {
    /// What stands on one side of an operator.
    package enum Operand: Sendable {
        case column(Column)
        case number(Double, isWhole: Bool)
        case text(String)

        package init(_ value: Int) { self = .number(Double(value), isWhole: true) }
        package init(_ value: Double) { self = .number(value, isWhole: false) }
    }

    package enum Arithmetic: String, Sendable, CaseIterable {
        case add = "+"
        case subtract = "-"
        case multiply = "*"
        case divide = "/"
    }

    package enum Relation: String, Sendable, CaseIterable {
        case equal = ".=="
        case notEqual = ".!="
        case less = ".<"
        case lessOrEqual = ".<="
        case greater = ".>"
        case greaterOrEqual = ".>="

        func holds<Value: Comparable>(_ a: Value, _ b: Value) -> Bool {
            switch self {
            case .equal: a == b
            case .notEqual: a != b
            case .less: a < b
            case .lessOrEqual: a <= b
            case .greater: a > b
            case .greaterOrEqual: a >= b
            }
        }
    }

    /// The name and length of the result of an operator.
    private static func frame(
        _ a: Operand, _ b: Operand, _ operation: String
    ) throws(TensorError) -> (name: String, count: Int) {
        switch (a, b) {
        case (.column(let a), .column(let b)):
            guard a.count == b.count else {
                throw .domain(
                    operation: operation,
                    problem: "column '\(a.name)' has \(a.count) rows, column '\(b.name)' has \(b.count)",
                    help: nil)
            }
            return (a.name, a.count)
        case (.column(let a), _), (_, .column(let a)): return (a.name, a.count)
        default: return ("", 0)
        }
    }

    package static func combined(
        _ operation: Arithmetic, _ a: Operand, _ b: Operand
    ) throws(TensorError) -> Column {
        let (name, count) = try frame(a, b, operation.rawValue)
        if operation == .add, case .column(let first) = a, first.kind == .string {
            return try joined(first, b)
        }
        func side(
            _ operand: Operand
        ) throws(TensorError) -> (values: [Double], isWhole: Bool) {
            switch operand {
            case .column(let column):
                return (try column.checkedDoubles(), column.kind == .int || column.kind == .bool)
            case .number(let value, let isWhole): return ([value], isWhole)
            case .text(let text):
                throw .domain(
                    operation: operation.rawValue, problem: "'\(text)' is not a number", help: nil)
            }
        }
        let (x, xIsWhole) = try side(a)
        let (y, yIsWhole) = try side(b)
        var result = [Double](repeating: 0, count: count)
        for row in 0..<count {
            let (p, q) = (x[x.count == 1 && count != 1 ? 0 : row], y[y.count == 1 && count != 1 ? 0 : row])
            switch operation {
            case .add: result[row] = p + q
            case .subtract: result[row] = p - q
            case .multiply: result[row] = p * q
            case .divide: result[row] = p / q
            }
        }
        var missing = [Bool](repeating: false, count: count)
        for case .column(let column) in [a, b] {
            for row in 0..<count where column.isMissing(row) { missing[row] = true }
        }
        let isExact = xIsWhole && yIsWhole && operation != .divide
            && zip(result, missing).allSatisfy { $1 || abs($0) < 9e15 }
        guard isExact else { return Column(name: name, values: .double(result), missing: missing) }
        let whole = zip(result, missing).map { $1 ? 0 : Int($0) }
        return Column(name: name, values: .int(whole), missing: missing)
    }

    /// Texts one after the other.
    private static func joined(_ a: Column, _ b: Operand) throws(TensorError) -> Column {
        var elements: [Element?] = []
        for row in 0..<a.count {
            let right: String?
            switch b {
            case .column(let column): right = column.element(row)?.text
            case .text(let text): right = text
            case .number(let value, let isWhole): right = isWhole ? String(Int(value)) : value.description
            }
            if let left = a.element(row)?.text, let right {
                elements.append(.string(left + right))
            } else {
                elements.append(nil)
            }
        }
        return Column(name: a.name, elements: elements)
    }

    /// Where a relation holds; where a value is missing only `.!=` does, as in pandas.
    package static func compared(
        _ relation: Relation, _ a: Operand, _ b: Operand
    ) throws(TensorError) -> Tensor {
        let (_, count) = try frame(a, b, relation.rawValue)
        func value(_ operand: Operand, _ row: Int) -> Element? {
            switch operand {
            case .column(let column): column.element(row)
            case .number(let value, _): .double(value)
            case .text(let text): .string(text)
            }
        }
        var holds = [Int](repeating: 0, count: count)
        for row in 0..<count {
            guard let x = value(a, row), let y = value(b, row) else {
                holds[row] = relation == .notEqual ? 1 : 0
                continue
            }
            if case .string(let x) = x, case .string(let y) = y {
                holds[row] = relation.holds(x, y) ? 1 : 0
            } else if let p = x.number, let q = y.number {
                holds[row] = relation.holds(p, q) ? 1 : 0
            } else {
                throw .domain(
                    operation: relation.rawValue,
                    problem: "a text and a number cannot be compared: '\(x.text)' and '\(y.text)'",
                    help: nil)
            }
        }
        return try Checked.tensor(holds, shape: [count]).asMask()
    }

    /// True in the rows whose value is one of some texts.
    package func checkedIsIn(_ values: [String]) throws(TensorError) -> Tensor {
        let chosen = Set(values)
        return try Checked.tensor(
            (0..<count).map { row in element(row).map { chosen.contains($0.text) } == true ? 1 : 0 },
            shape: [count]
        ).asMask()
    }

    /// True in the rows whose value is one of some texts.
    public func isIn(_ values: [String]) -> Tensor {
        orEnd { () throws(TensorError) in try checkedIsIn(values) }
    }

    // MARK: What a function makes of the values

    /// What a function makes of each number; missing values stay missing.
    public func map(_ transform: (Double) throws -> Double) throws -> Column {
        let numbers = try checkedDoubles()
        var result = numbers
        for row in numbers.indices where !isMissing(row) { result[row] = try transform(numbers[row]) }
        return Column(name: name, values: .double(result), missing: missing)
    }

    /// What a function makes of each value as a text; missing values stay missing.
    public func map(_ transform: (String) throws -> String) throws -> Column {
        var elements: [Element?] = []
        for row in 0..<count {
            elements.append(try element(row).map { .string(try transform($0.text)) })
        }
        return Column(name: name, elements: elements)
    }

    /// What a function makes of each number as a text, such as a class of ages.
    public func categories(_ transform: (Double) throws -> String) throws -> Column {
        let numbers = try checkedDoubles()
        var elements: [Element?] = []
        for row in numbers.indices {
            elements.append(isMissing(row) ? nil : .string(try transform(numbers[row])))
        }
        return Column(name: name, elements: elements)
    }
}

public func + (a: Column, b: Column) -> Column { Column.operation(.add, .column(a), .column(b)) }
public func - (a: Column, b: Column) -> Column { Column.operation(.subtract, .column(a), .column(b)) }
public func * (a: Column, b: Column) -> Column { Column.operation(.multiply, .column(a), .column(b)) }
public func / (a: Column, b: Column) -> Column { Column.operation(.divide, .column(a), .column(b)) }
public func + (a: Column, b: Double) -> Column { Column.operation(.add, .column(a), .init(b)) }
public func - (a: Column, b: Double) -> Column { Column.operation(.subtract, .column(a), .init(b)) }
public func * (a: Column, b: Double) -> Column { Column.operation(.multiply, .column(a), .init(b)) }
public func / (a: Column, b: Double) -> Column { Column.operation(.divide, .column(a), .init(b)) }
public func .== (a: Column, b: String) -> Tensor { Column.relation(.equal, .column(a), .text(b)) }
public func .!= (a: Column, b: String) -> Tensor { Column.relation(.notEqual, .column(a), .text(b)) }
public func .== (a: Column, b: Double) -> Tensor { Column.relation(.equal, .column(a), .init(b)) }
public func .!= (a: Column, b: Double) -> Tensor { Column.relation(.notEqual, .column(a), .init(b)) }
public func .< (a: Column, b: Double) -> Tensor { Column.relation(.less, .column(a), .init(b)) }
public func .<= (a: Column, b: Double) -> Tensor { Column.relation(.lessOrEqual, .column(a), .init(b)) }
public func .> (a: Column, b: Double) -> Tensor { Column.relation(.greater, .column(a), .init(b)) }
public func .>= (a: Column, b: Double) -> Tensor { Column.relation(.greaterOrEqual, .column(a), .init(b)) }

extension Column {
    fileprivate static func operation(_ kind: Arithmetic, _ a: Operand, _ b: Operand) -> Column {
        orEnd { () throws(TensorError) in try combined(kind, a, b) }
    }

    fileprivate static func relation(_ kind: Relation, _ a: Operand, _ b: Operand) -> Tensor {
        orEnd { () throws(TensorError) in try compared(kind, a, b) }
    }
}
