package import Tensors

/// A figure of a column or of a group of rows, over the values that are there.
public enum Aggregate: String, Sendable, CaseIterable {
    case count
    case sum
    case mean
    case median
    /// The standard deviation, divided by n − 1 as pandas' is.
    case std
    /// The variance, divided by n − 1.
    case variance
    case min
    case max
    /// The first value that is there.
    case first
    /// The last value that is there.
    case last
    /// The number of different values.
    case unique
}

extension Column {
    /// A figure of the values that are there; NaN of none.
    package func statistic(_ aggregate: Aggregate) throws(TensorError) -> Double {
        switch aggregate {
        case .count: return Double(count - missingCount)
        case .unique: return Double(RowNumbers(self).count)
        default: break
        }
        let numbers = try checkedDoubles()
        let present = [Double](unsafeUninitializedCapacity: numbers.count) { buffer, kept in
            for row in numbers.indices where !numbers[row].isNaN && !isMissing(row) {
                buffer[kept] = numbers[row]
                kept += 1
            }
        }
        return Column.figure(aggregate, present)
    }

    static func figure(_ aggregate: Aggregate, _ values: [Double]) -> Double {
        let n = Double(values.count)
        switch aggregate {
        case .count: return n
        case .unique: return Double(Set(values).count)
        case .sum: return values.reduce(0, +)
        case .mean: return values.isEmpty ? .nan : values.reduce(0, +) / n
        case .median: return quantile(values, 0.5)
        case .min: return values.min() ?? .nan
        case .max: return values.max() ?? .nan
        case .first: return values.first ?? .nan
        case .last: return values.last ?? .nan
        case .variance, .std:
            guard values.count > 1 else { return .nan }
            let mean = values.reduce(0, +) / n
            let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
            return aggregate == .std ? variance.squareRoot() : variance
        }
    }

    /// The value below which a part of the values lies, linear between neighbours.
    static func quantile(_ values: [Double], _ fraction: Double) -> Double {
        guard !values.isEmpty else { return .nan }
        return quantile(sorted: ordered(values), fraction)
    }

    /// Numbers in order. Many are sorted as a tensor, which knows a faster way.
    static func ordered(_ values: [Double]) -> [Double] {
        guard values.count > 1024,
            let sorted = try? Checked.scalars(
                Checked.sorted(Checked.tensor(values, shape: [values.count])), as: Double.self)
        else { return values.sorted() }
        return sorted
    }

    /// The same of numbers in order, of which there is at least one.
    static func quantile(sorted: [Double], _ fraction: Double) -> Double {
        let place = fraction * Double(sorted.count - 1)
        let below = Int(place.rounded(.down))
        let above = Swift.min(below + 1, sorted.count - 1)
        return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
    }

    package func checkedQuantile(_ fraction: Double) throws(TensorError) -> Double {
        guard fraction >= 0, fraction <= 1 else {
            throw .domain(
                operation: "quantile", problem: "the part must lie between 0 and 1, given \(fraction)",
                help: nil)
        }
        return Column.quantile(try checkedDoubles().filter { !$0.isNaN }, fraction)
    }

    /// A figure as a value of the column's own kind where it has one.
    package func aggregated(_ aggregate: Aggregate) throws(TensorError) -> Element? {
        var present: [Int] { (0..<count).filter { !isMissing($0) } }
        switch aggregate {
        case .count: return .int(count - missingCount)
        case .unique: return .int(RowNumbers(self).count)
        case .first: return present.first.flatMap { element($0) }
        case .last: return present.last.flatMap { element($0) }
        case .min, .max:
            let isAbsent = absent
            let ordered = isAbsent.isEmpty ? present : present.filter { !isAbsent[$0] }
            guard var best = ordered.first else { return nil }
            for row in ordered.dropFirst() {
                let isBefore = precedes(row, best)
                if aggregate == .min ? isBefore : precedes(best, row) { best = row }
            }
            return element(best)
        case .sum where kind == .int || kind == .bool:
            // Beyond the range the sum wraps round, as that of an integer tensor does.
            if case .int(let values) = values { return .int(present.reduce(0) { $0 &+ values[$1] }) }
            return .int(Int(try statistic(.sum)))
        default:
            let value = try statistic(aggregate)
            return value.isNaN ? nil : .double(value)
        }
    }

    /// True where a value is missing or no number, which comes after all others; empty where there is none.
    var absent: [Bool] {
        guard case .double(let values) = values, values.contains(where: \.isNaN) else { return missing }
        return values.indices.map { isMissing($0) || values[$0].isNaN }
    }

    /// Numbers in the order of the values.
    func sortKey() throws(TensorError) -> Tensor {
        switch values {
        case .int(let values): return try Checked.tensor(values, shape: [values.count])
        case .double(let values): return try Checked.tensor(values, shape: [values.count])
        case .bool(let values): return try Checked.tensor(values.map { $0 ? 1 : 0 }, shape: [values.count])
        case .string(let values):
            let ranks = Dictionary(uniqueKeysWithValues: zip(Set(values).sorted(), 0...))
            return try Checked.tensor(values.map { ranks[$0] ?? 0 }, shape: [values.count])
        }
    }

    /// Whether a row's value comes before another's; what is no number comes late, what is missing last.
    package func precedes(_ a: Int, _ b: Int) -> Bool {
        switch (element(a), element(b)) {
        case (nil, _): return false
        case (_, nil): return true
        case (.string(let x)?, .string(let y)?): return x < y
        case (.int(let x)?, .int(let y)?): return x < y
        case (let x?, let y?):
            let (x, y) = (x.number ?? 0, y.number ?? 0)
            return x < y || (!x.isNaN && y.isNaN)
        }
    }

    /// The most frequent value, the first of equals in order.
    package var mode: Element? {
        let counts = valueCounts(sortedByValue: true)
        guard case .int(let numbers) = counts.series[1].values, let most = numbers.max() else { return nil }
        return numbers.firstIndex(of: most).flatMap { counts.series[0].element($0) }
    }

    /// The different values and how often each occurs, the most frequent first, equals as they first appear.
    public func valueCounts() -> DataFrame { valueCounts(sortedByValue: false) }

    package func valueCounts(sortedByValue: Bool) -> DataFrame {
        let numbers = RowNumbers(self)
        let firsts = numbers.firsts
        var counts = [Int](repeating: 0, count: firsts.count)
        for number in numbers.ofRows where number >= 0 { counts[number] += 1 }
        let order = firsts.indices.sorted { a, b in
            if sortedByValue { return precedes(firsts[a], firsts[b]) }
            return counts[a] != counts[b] ? counts[a] > counts[b] : a < b
        }
        return DataFrame(unchecked: [
            rows(order.map { firsts[$0] }),
            Column(name: name == "count" ? "count_" : "count", values: .int(order.map { counts[$0] })),
        ])
    }

    /// The different values, in the order in which they first occur.
    public func unique() -> Column { rows(RowNumbers(self).firsts) }

    /// The sum of the values that are there.
    public func sum() -> Double { figure(.sum) }
    /// The mean of the values that are there.
    public func mean() -> Double { figure(.mean) }
    /// The middle of the values that are there.
    public func median() -> Double { figure(.median) }
    /// The standard deviation of the values that are there, divided by n − 1.
    public func std() -> Double { figure(.std) }
    /// The variance of the values that are there, divided by n − 1.
    public func variance() -> Double { figure(.variance) }
    /// The least value.
    public func min() -> Double { figure(.min) }
    /// The greatest value.
    public func max() -> Double { figure(.max) }

    /// The value below which a part of the values lies, linear between neighbours.
    public func quantile(_ fraction: Double) -> Double {
        orEnd { () throws(TensorError) in try checkedQuantile(fraction) }
    }

    private func figure(_ aggregate: Aggregate) -> Double {
        orEnd { () throws(TensorError) in try statistic(aggregate) }
    }
}
