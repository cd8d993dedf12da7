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
                divide(by: parts.flatMap(\.mixedKeys), isMissing) { numbers, key in
                    switch key {
                    case .whole(let value): numbers.number(ValueNumbers.Key(UInt64(bitPattern: Int64(value)), 1))
                    case .real(let bits): numbers.number(ValueNumbers.Key(bits, 2))
                    case .text(let text): numbers.number(text)
                    }
                }
                continue
            }
            switch first {
            case .int?: divide(by: joined(parts, \.intValues), isMissing) { $0.number(ValueNumbers.Key(UInt64(bitPattern: Int64($1)))) }
            case .bool?: divide(by: joined(parts, \.boolValues), isMissing) { $0.number(ValueNumbers.Key($1 ? 1 : 0)) }
            case .string?: divide(by: joined(parts, \.stringValues), isMissing) { $0.number($1) }
            case .double?:
                divide(by: joined(parts, \.doubleValues), isMissing) { $0.number(ValueNumbers.Key(RowNumbers.bits($1))) }
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
        // One list in the order of the numbers, cut into theirs.
        var starts = [Int](repeating: 0, count: count + 1)
        for number in 0..<count { starts[number + 1] = starts[number] + sizes[number] }
        var next = starts
        let ordered = [Int](unsafeUninitializedCapacity: starts[count]) { buffer, filled in
            for row in range where ofRows[row] >= 0 {
                let number = ofRows[row]
                buffer[next[number]] = row - range.lowerBound
                next[number] += 1
            }
            filled = starts[count]
        }
        return (0..<count).map { Array(ordered[starts[$0]..<starts[$0 + 1]]) }
    }

    /// Divides the rows that have one number by further values.
    private mutating func divide<Value>(
        by values: [Value], _ isMissing: [Bool], _ number: (inout ValueNumbers, Value) -> Int
    ) {
        var numbers = ValueNumbers()
        var ofMissing: Int?
        let isFirst = count == 1
        var pairs = ValueNumbers()
        for row in ofRows.indices where ofRows[row] >= 0 {
            let here: Int
            if !isMissing.isEmpty, isMissing[row] {
                here = ofMissing ?? numbers.next()
                ofMissing = here
            } else {
                here = number(&numbers, values[row])
            }
            ofRows[row] = isFirst ? here : pairs.number(ValueNumbers.Key(UInt64(here), UInt64(ofRows[row])))
        }
        count = isFirst ? numbers.count : pairs.count
    }

    /// A number's bits, of both zeros and of all that are no number the same.
    fileprivate static func bits(_ value: Double) -> UInt64 {
        value.isNaN ? Double.nan.bitPattern : value == 0 ? 0 : value.bitPattern
    }
}

/// The values of all parts of a key, one after the other.
private func joined<Value>(_ parts: [Column], _ values: (Column) -> [Value]) -> [Value] {
    parts.count == 1 ? values(parts[0]) : parts.flatMap(values)
}

/// A value of columns whose types differ.
private enum MixedKey {
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
