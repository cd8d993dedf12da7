public import Tensors

/// One value of a table, whatever its type; nil stands for a missing one.
package enum Element: Sendable, Equatable {
    case int(Int)
    case double(Double)
    case string(String)
    case bool(Bool)

    /// The value as a number; nil for a text.
    package var number: Double? {
        switch self {
        case .int(let value): Double(value)
        case .double(let value): value
        case .bool(let value): value ? 1 : 0
        case .string: nil
        }
    }

    /// The value as a table shows it.
    package var text: String {
        switch self {
        case .int(let value): String(value)
        case .double(let value): value.description
        case .string(let value): value
        case .bool(let value): value ? "true" : "false"
        }
    }
}

extension Column {
    /// The value of a row; nil where it is missing.
    package func element(_ row: Int) -> Element? {
        if isMissing(row) { return nil }
        switch values {
        case .int(let values): return .int(values[row])
        case .double(let values): return .double(values[row])
        case .string(let values): return .string(values[row])
        case .bool(let values): return .bool(values[row])
        }
    }

    /// A column of the narrowest type that holds all values; of numbers where all are missing.
    package init(name: String, elements: [Element?]) {
        var (ints, bools, numbers) = (true, true, true)
        var isEmpty = true
        for element in elements {
            guard let element else { continue }
            isEmpty = false
            switch element {
            case .int: bools = false
            case .double: (ints, bools) = (false, false)
            case .bool: (ints, numbers) = (false, false)
            case .string: (ints, bools, numbers) = (false, false, false)
            }
        }
        let missing = elements.map { $0 == nil }
        let values: Values
        if isEmpty {
            values = .double([Double](repeating: .nan, count: elements.count))
        } else if ints {
            values = .int(elements.map { if case .int(let value)? = $0 { value } else { 0 } })
        } else if bools {
            values = .bool(elements.map { if case .bool(let value)? = $0 { value } else { false } })
        } else if numbers {
            values = .double(elements.map { $0?.number ?? .nan })
        } else {
            values = .string(elements.map { $0?.text ?? "" })
        }
        self.init(name: name, values: values, missing: missing)
    }

    /// The values as numbers, missing ones as NaN.
    package func checkedDoubles() throws(TensorError) -> [Double] {
        guard let numbers else {
            throw .domain(
                operation: "Column", problem: "column '\(name)' holds texts, not numbers",
                help: "'strings' gives its values, 'codes()' numbers its categories")
        }
        return numbers
    }

    /// The values as whole numbers.
    package func checkedInts() throws(TensorError) -> [Int] {
        guard case .int(let values) = values, missing.isEmpty else {
            throw .domain(
                operation: "Column",
                problem: "column '\(name)' holds "
                    + (missing.isEmpty ? "values of type \(kind.rawValue)" : "missing values")
                    + ", not whole numbers alone",
                help: "'doubles' gives numbers, NaN where a value is missing")
        }
        return values
    }

    /// The values as numbers, missing ones as NaN.
    public var doubles: [Double] {
        orEnd { () throws(TensorError) in try checkedDoubles() }
    }

    /// The values as whole numbers, none of them missing.
    public var ints: [Int] {
        orEnd { () throws(TensorError) in try checkedInts() }
    }

    /// The values as texts, missing ones as empty texts.
    public var strings: [String] {
        (0..<count).map { element($0)?.text ?? "" }
    }

    /// The values as truth values; numbers are true where they are not 0, missing ones are false.
    public var bools: [Bool] {
        (0..<count).map { row in
            switch element(row) {
            case .string(let text)?: !text.isEmpty
            case let value?: value.number != 0
            case nil: false
            }
        }
    }

    // MARK: Missing values

    /// True where a value is missing.
    package func checkedIsMissing() throws(TensorError) -> Tensor {
        try Checked.tensor((0..<count).map { isMissing($0) ? 1 : 0 }, shape: [count]).asMask()
    }

    /// True where a value is missing, as a bool tensor that chooses rows.
    public func isMissing() -> Tensor { orEnd { () throws(TensorError) in try checkedIsMissing() } }

    /// The column without its missing values.
    public func droppingMissing() -> Column { rows((0..<count).filter { !isMissing($0) }) }

    package func checkedFilling(_ value: Element) throws(TensorError) -> Column {
        if missing.isEmpty { return self }
        switch (value, kind) {
        case (.string, .string), (.bool, .bool), (.int, .int), (.int, .double), (.double, .double),
            (.double, .int):
            return Column(
                name: name,
                elements: (0..<count).map { element($0) ?? value }
            ).like(self, value)
        default:
            throw .domain(
                operation: "fillingMissing",
                problem: "column '\(name)' holds values of type \(kind.rawValue), given '\(value.text)'",
                help: nil)
        }
    }

    /// Keeps a column of numbers one, if all values happen to be whole.
    private func like(_ other: Column, _ value: Element) -> Column {
        guard case .double = other.values, case .int(let values) = self.values else { return self }
        return Column(name: name, values: .double(values.map(Double.init)), missing: missing)
    }

    /// How to fill what is missing from what is there.
    public enum Filling: String, Sendable, CaseIterable {
        case mean, median
        /// The most frequent value.
        case mode
        /// The value before.
        case forward
        /// The value after.
        case backward
    }

    package func checkedFilling(_ filling: Filling) throws(TensorError) -> Column {
        switch filling {
        case .mean: return try checkedFilling(.double(statistic(.mean)))
        case .median: return try checkedFilling(.double(statistic(.median)))
        case .mode:
            guard let value = mode else { return self }
            return try checkedFilling(value)
        case .forward, .backward:
            var last: Element?
            var elements = [Element?](repeating: nil, count: count)
            let order = filling == .forward ? Array(0..<count) : (0..<count).reversed()
            for row in order {
                last = element(row) ?? last
                elements[row] = last
            }
            let filled = Column(name: name, elements: elements)
            return count == 0 ? self : filled.like(self, .int(0))
        }
    }

    /// The column with missing values replaced by a figure of the others, or by a neighbour's.
    public func fillingMissing(_ filling: Filling) -> Column {
        orEnd { () throws(TensorError) in try checkedFilling(filling) }
    }

    /// The column with missing values replaced by a number.
    public func fillingMissing(_ value: Double) -> Column {
        orEnd { () throws(TensorError) in try checkedFilling(.double(value)) }
    }

    /// The column with missing values replaced by a text.
    public func fillingMissing(_ value: String) -> Column {
        orEnd { () throws(TensorError) in try checkedFilling(.string(value)) }
    }
}

extension Tensor {
    /// 0 and 1 as truth values.
    package func asMask() throws(TensorError) -> Tensor { try Checked.asType(self, .bool) }
}
