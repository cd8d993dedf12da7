/// Puts what a text has lost back into a notebook made from it: outputs, counts and identifiers of an earlier notebook,
/// for the cells that are still the same.
package enum NotebookUpdate {
    /// - Parameters:
    ///   - fresh: the notebook made from the text.
    ///   - old: the notebook with the outputs.
    package static func merged(_ fresh: Notebook, into old: Notebook) -> Notebook {
        var result = old
        let pairs = CellMatching.pairs(old.cells, fresh.cells)
        var cells: [NotebookCell] = []
        var taken: Set<String> = Set(pairs.values.compactMap { old.cells[$0].id })
        for (index, cell) in fresh.cells.enumerated() {
            guard let match = pairs[index] else {
                var new = cell
                if let id = new.id, !taken.insert(id).inserted { new.id = nil }
                cells.append(new)
                continue
            }
            var kept = old.cells[match]
            let isSame = kept.source == cell.source
            kept.source = cell.source
            kept.setMetadata(cell.metadata)
            // What another text put out is no output of this one.
            if !isSame, kept.kind == .code {
                kept.outputs = []
                kept.executionCount = nil
            }
            cells.append(kept)
        }
        result.cells = cells
        result.metadata = fresh.metadata
        result.nameCells()
        return result
    }
}

/// Which cells of two notebooks are one and the same.
enum CellMatching {
    /// For places in `new` the place in `old`: by identifier where both have it, else by kind and text, in order.
    static func pairs(_ old: [NotebookCell], _ new: [NotebookCell]) -> [Int: Int] {
        var result: [Int: Int] = [:]
        var free = Set(old.indices)
        let byID = Dictionary(old.enumerated().compactMap { index, cell in cell.id.map { ($0, index) } }) { first, _ in first }
        for (index, cell) in new.enumerated() {
            if let id = cell.id, let match = byID[id], old[match].kind == cell.kind, free.remove(match) != nil { result[index] = match }
        }
        let rest = new.indices.filter { result[$0] == nil }
        let left = old.indices.filter { free.contains($0) }
        let same = LongestCommon.pairs(left.map { Key(old[$0]) }, rest.map { Key(new[$0]) })
        for (first, second) in same { result[rest[second]] = left[first] }
        return result
    }

    private struct Key: Hashable {
        let kind: String
        let source: String

        init(_ cell: NotebookCell) {
            kind = cell.kind.rawValue
            source = cell.source
        }
    }
}

/// The longest common subsequence of two lists.
enum LongestCommon {
    /// The places of its elements in both.
    ///
    /// - Complexity: the product of the lengths, after what is the same at both ends has been taken off.
    static func pairs<Element: Equatable>(_ a: [Element], _ b: [Element]) -> [(Int, Int)] {
        var start = 0
        while start < a.count, start < b.count, a[start] == b[start] { start += 1 }
        var end = 0
        while end < a.count - start, end < b.count - start, a[a.count - 1 - end] == b[b.count - 1 - end] { end += 1 }
        let rows = a.count - start - end
        let columns = b.count - start - end
        var middle: [(Int, Int)] = []
        if rows > 0, columns > 0, rows.multipliedReportingOverflow(by: columns).partialValue <= 25_000_000 {
            var length = [[Int32]](repeating: [Int32](repeating: 0, count: columns + 1), count: rows + 1)
            for i in stride(from: rows - 1, through: 0, by: -1) {
                for j in stride(from: columns - 1, through: 0, by: -1) {
                    length[i][j] = a[start + i] == b[start + j] ? length[i + 1][j + 1] + 1 : max(length[i + 1][j], length[i][j + 1])
                }
            }
            var (i, j) = (0, 0)
            while i < rows, j < columns {
                if a[start + i] == b[start + j] {
                    middle.append((start + i, start + j))
                    i += 1
                    j += 1
                } else if length[i + 1][j] >= length[i][j + 1] {
                    i += 1
                } else {
                    j += 1
                }
            }
        }
        return (0..<start).map { ($0, $0) } + middle + (0..<end).map { (a.count - end + $0, b.count - end + $0) }
    }
}
