/// Rows numbered by the values of some columns in the order in which they first appear: rows with equal values have
/// one number. Numbers are equal whatever their type, both zeros are one value, and so are all that are no number.
///
/// Groups, joins, duplicates and different values are all found by it, so that they agree on what is equal.
struct RowNumbers {
    /// What becomes of rows in which a value is missing.
    enum Missing {
        /// They have the number −1.
        case excluded
        /// Missing values are equal to each other.
        case equal
    }

    private(set) var ofRows: [Int]
    private(set) var count = 1

    /// Numbers the rows of tables that are taken as one below the other: for each key the columns of all tables.
    init(_ keys: [[Column]], rows: Int, missing: Missing) {
        ofRows = [Int](repeating: 0, count: rows)
        for parts in keys {
            let isMissing =
                parts.allSatisfy(\.missing.isEmpty) ? [] : parts.flatMap { part in (0..<part.count).map(part.isMissing) }
            if missing == .excluded {
                // Before the values are looked at: what stands where one is missing has no number.
                for row in isMissing.indices where isMissing[row] { ofRows[row] = -1 }
            }
            let first = parts.first?.kind
            guard parts.allSatisfy({ $0.kind == first }) else {
                divide(by: parts.flatMap(\.mixedKeys), isMissing)
                continue
            }
            switch first {
            case .int?: divide(by: parts.flatMap(\.intValues), isMissing)
            case .bool?: divide(by: parts.flatMap(\.boolValues), isMissing)
            case .string?: divide(by: parts.flatMap(\.stringValues), isMissing)
            case .double?: divide(by: parts.flatMap { $0.doubleValues.map(RowNumbers.bits) }, isMissing)
            case nil: break
            }
        }
        if keys.isEmpty { count = rows == 0 ? 0 : 1 }
    }

    /// The numbers of one column's different values; −1 where one is missing.
    init(_ column: Column) { self.init([[column]], rows: column.count, missing: .excluded) }

    /// The first row of each number.
    var firsts: [Int] {
        var firsts: [Int] = []
        for (row, number) in ofRows.enumerated() where number == firsts.count { firsts.append(row) }
        return firsts
    }

    /// The rows of each number among those of one table.
    func rows(_ range: Range<Int>) -> [[Int]] {
        var sizes = [Int](repeating: 0, count: count)
        for row in range where ofRows[row] >= 0 { sizes[ofRows[row]] += 1 }
        var rows = sizes.map { size in
            var rows: [Int] = []
            rows.reserveCapacity(size)
            return rows
        }
        for row in range where ofRows[row] >= 0 { rows[ofRows[row]].append(row - range.lowerBound) }
        return rows
    }

    /// Divides the rows that have one number by further values.
    private mutating func divide<Value: Hashable>(by values: [Value], _ isMissing: [Bool]) {
        var numbers: [Value: Int] = [:]
        var ofMissing: Int?
        var known = 0
        func number(_ row: Int) -> Int {
            if !isMissing.isEmpty, isMissing[row] {
                if let ofMissing { return ofMissing }
                ofMissing = known
            } else {
                if let number = numbers[values[row]] { return number }
                numbers[values[row]] = known
            }
            known += 1
            return known - 1
        }
        if count == 1 {
            for row in ofRows.indices where ofRows[row] >= 0 { ofRows[row] = number(row) }
            count = known
            return
        }
        var pairs: [Int: Int] = [:]
        for row in ofRows.indices where ofRows[row] >= 0 {
            let pair = number(row) * count + ofRows[row]
            let number = pairs[pair] ?? pairs.count
            pairs[pair] = number
            ofRows[row] = number
        }
        count = pairs.count
    }

    /// A number's bits, of both zeros and of all that are no number the same.
    fileprivate static func bits(_ value: Double) -> UInt64 {
        value.isNaN ? Double.nan.bitPattern : value == 0 ? 0 : value.bitPattern
    }
}

/// A value of columns whose types differ.
private enum MixedKey: Hashable {
    case whole(Int)
    case real(UInt64)
    case text(String)
}

extension Column {
    fileprivate var intValues: [Int] { if case .int(let values) = values { values } else { [] } }
    fileprivate var doubleValues: [Double] { if case .double(let values) = values { values } else { [] } }
    fileprivate var boolValues: [Bool] { if case .bool(let values) = values { values } else { [] } }
    fileprivate var stringValues: [String] { if case .string(let values) = values { values } else { [] } }

    fileprivate var mixedKeys: [MixedKey] {
        switch values {
        case .int(let values): values.map { .whole($0) }
        case .bool(let values): values.map { .whole($0 ? 1 : 0) }
        case .double(let values): values.map { value in Int(exactly: value).map { .whole($0) } ?? .real(RowNumbers.bits(value)) }
        case .string(let values): values.map { .text($0) }
        }
    }
}
