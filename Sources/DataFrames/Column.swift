#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// One column of a table: values of one type, any of which may be missing.
public struct Column: Sendable, Equatable {
    /// The type of a column's values.
    public enum Kind: String, Sendable {
        case int = "Int"
        case double = "Double"
        case string = "String"
        case bool = "Bool"
    }

    package enum Values: Sendable, Equatable {
        case int([Int])
        case double([Double])
        case string([String])
        case bool([Bool])
    }

    /// The column's name, as the header gives it.
    public let name: String
    package let values: Values
    /// True where the value is missing; empty when none is.
    package let missing: [Bool]

    package init(name: String, values: Values, missing: [Bool] = []) {
        self.name = name
        self.values = values
        self.missing = missing.contains(true) ? missing : []
    }

    /// A column of whole numbers.
    public init(_ name: String, _ values: [Int]) {
        self.init(name: name, values: .int(values))
    }

    /// A column of numbers.
    public init(_ name: String, _ values: [Double]) {
        self.init(name: name, values: .double(values))
    }

    /// A column of texts.
    public init(_ name: String, _ values: [String]) {
        self.init(name: name, values: .string(values))
    }

    /// A column of truth values.
    public init(_ name: String, _ values: [Bool]) {
        self.init(name: name, values: .bool(values))
    }

    /// The type of the values.
    public var kind: Kind {
        switch values {
        case .int: .int
        case .double: .double
        case .string: .string
        case .bool: .bool
        }
    }

    /// The number of rows, missing values included.
    public var count: Int {
        switch values {
        case .int(let values): values.count
        case .double(let values): values.count
        case .string(let values): values.count
        case .bool(let values): values.count
        }
    }

    /// The number of missing values.
    public var missingCount: Int { missing.reduce(0) { $0 + ($1 ? 1 : 0) } }

    /// Whether the value in a row is missing.
    package func isMissing(_ row: Int) -> Bool { !missing.isEmpty && missing[row] }

    /// The same column under another name.
    public func renamed(_ name: String) -> Column {
        Column(name: name, values: values, missing: missing)
    }

    /// The rows with these positions, in this order.
    package func rows(_ positions: some Collection<Int>) -> Column {
        let values: Values =
            switch self.values {
            case .int(let values): .int(positions.map { values[$0] })
            case .double(let values): .double(positions.map { values[$0] })
            case .string(let values): .string(positions.map { values[$0] })
            case .bool(let values): .bool(positions.map { values[$0] })
            }
        return Column(
            name: name, values: values,
            missing: missing.isEmpty ? [] : positions.map { missing[$0] })
    }

    /// The values as numbers, missing ones as NaN; nil for a column of texts.
    package var numbers: [Double]? {
        var numbers: [Double]
        switch values {
        case .int(let values): numbers = values.map(Double.init)
        case .double(let values): numbers = values
        case .bool(let values): numbers = values.map { $0 ? 1 : 0 }
        case .string: return nil
        }
        if !missing.isEmpty {
            for row in numbers.indices where missing[row] { numbers[row] = .nan }
        }
        return numbers
    }

    /// The distinct values as texts, sorted; missing ones are left out.
    public var categories: [String] {
        Set(RowNumbers(self).firsts.map { category($0) }).sorted()
    }

    /// A row's value as a category: both zeros are one.
    package func category(_ row: Int) -> String {
        if case .double(let values) = values, values[row] == 0, !isMissing(row) { return "0.0" }
        return text(row)
    }

    /// A row's value as a table shows it: numbers with long fractions to four places or digits.
    package func shown(_ row: Int) -> String {
        guard case .double(let values) = values, !isMissing(row), values[row].isFinite,
            values[row].description.utf8.count > 8
        else { return text(row) }
        let size = abs(values[row])
        // Very large and very small ones as powers of ten.
        if size >= 1e9 || size < 1e-3 {
            let power = Int(log10(size).rounded(.down))
            let digits = (values[row] / pow(10, Double(power)) * 1e4).rounded() / 1e4
            return "\(digits)e\(power)"
        }
        return ((values[row] * 1e4).rounded() / 1e4).description
    }

    /// A row's value; a missing one is `-`.
    package func text(_ row: Int) -> String {
        if isMissing(row) { return "-" }
        switch values {
        case .int(let values): return String(values[row])
        case .double(let values): return values[row].description
        case .string(let values): return values[row]
        case .bool(let values): return values[row] ? "true" : "false"
        }
    }
}
