package import Tensors

/// Which rows a join keeps.
public enum JoinKind: String, Sendable, CaseIterable {
    /// Those whose key both tables have.
    case inner
    /// All of the left table.
    case left
    /// All of the right table.
    case right
    /// All of both.
    case outer
}

extension DataFrame {
    package func checkedJoined(
        _ other: DataFrame, _ names: [String], _ kind: JoinKind
    ) throws(TensorError) -> DataFrame {
        guard !names.isEmpty else {
            throw .domain(operation: "joined", problem: "no column to join on is named", help: nil)
        }
        for name in names {
            let (a, b) = (try column(name), try other.column(name))
            guard (a.kind == .string) == (b.kind == .string) else {
                throw .domain(
                    operation: "joined",
                    problem: "column '\(name)' holds values of type \(a.kind.rawValue) on the left "
                        + "and \(b.kind.rawValue) on the right", help: nil)
            }
        }
        let keys = try names.map { (name) throws(TensorError) in [try column(name), try other.column(name)] }
        let numbers = RowNumbers(keys, rows: count + other.count, missing: .equal)
        let pairs = DataFrame.pairs(numbers, count, kind)

        var result: [Column] = []
        for column in series {
            let isKey = names.contains(column.name)
            let partner = isKey ? try other.column(column.name) : nil
            let elements = pairs.map { pair in
                pair.left.flatMap { column.element($0) }
                    ?? (pair.left == nil ? pair.right.flatMap { partner?.element($0) } : nil)
            }
            let clashes = !isKey && other.columns.contains(column.name)
            result.append(
                Column(name: clashes ? column.name + "_x" : column.name, elements: elements))
        }
        for column in other.series where !names.contains(column.name) {
            let clashes = columns.contains(column.name)
            result.append(
                Column(
                    name: clashes ? column.name + "_y" : column.name,
                    elements: pairs.map { $0.right.flatMap { column.element($0) } }))
        }
        let joined = try DataFrame(checking: result)
        return kind == .outer ? try joined.checkedSorted(names, descending: false) : joined
    }

    /// The rows of both tables that belong together, in the order of the table that is kept.
    private static func pairs(
        _ numbers: RowNumbers, _ leftCount: Int, _ kind: JoinKind
    ) -> [(left: Int?, right: Int?)] {
        let all = numbers.ofRows
        var pairs: [(left: Int?, right: Int?)] = []
        if kind == .right {
            let places = numbers.rows(0..<leftCount)
            for row in 0..<all.count - leftCount {
                let partners = places[all[leftCount + row]]
                for partner in partners { pairs.append((partner, row)) }
                if partners.isEmpty { pairs.append((nil, row)) }
            }
            return pairs
        }
        let places = numbers.rows(leftCount..<all.count)
        var isFound = [Bool](repeating: false, count: numbers.count)
        for row in 0..<leftCount {
            let partners = places[all[row]]
            for partner in partners { pairs.append((row, partner)) }
            if partners.isEmpty, kind != .inner { pairs.append((row, nil)) }
            isFound[all[row]] = true
        }
        if kind == .outer {
            for row in 0..<all.count - leftCount where !isFound[all[leftCount + row]] { pairs.append((nil, row)) }
        }
        return pairs
    }

    /// The rows of two tables that agree in a column, side by side, as pandas' `merge`. Other columns
    /// that both have get `_x` and `_y` behind their names.
    public func joined(_ other: DataFrame, on name: String, kind: JoinKind = .inner) -> DataFrame {
        orEnd { () throws(TensorError) in try checkedJoined(other, [name], kind) }
    }

    /// The rows of two tables that agree in several columns, side by side.
    public func joined(_ other: DataFrame, on names: [String], kind: JoinKind = .inner) -> DataFrame {
        orEnd { () throws(TensorError) in try checkedJoined(other, names, kind) }
    }
}
