/// Two notebooks that come of one, put together cell by cell. Outputs are no reason for a conflict: a cell keeps those
/// that belong to the text it ends up with, or has none.
package struct NotebookMerge {
    package let merged: Notebook
    /// What could not be decided, for a person; such a cell holds both texts between marks.
    package let conflicts: [String]

    package init(base: Notebook, ours: Notebook, theirs: Notebook) {
        var conflicts: [String] = []
        let mine = Self.tokens(ours.cells, base.cells, prefix: "o")
        var other = Self.tokens(theirs.cells, base.cells, prefix: "t")
        // The same new cell on both sides is one.
        for (index, token) in other.enumerated() where token.hasPrefix("t") {
            let cell = theirs.cells[index]
            if let same = ours.cells.indices.first(where: { mine[$0].hasPrefix("o") && ours.cells[$0].kind == cell.kind && ours.cells[$0].source == cell.source && !other.contains(mine[$0]) }) {
                other[index] = mine[same]
            }
        }
        let basis = base.cells.indices.map { "b\($0)" }
        var order: [String] = []
        for part in ThreeWay.parts(base: basis, ours: mine, theirs: other) {
            switch part {
            case .agreed(let tokens): order += tokens
            // New cells of both stand one behind the other; what one of them took away is looked at below.
            case .conflict(let a, let b): order += a + b.filter { !a.contains($0) }
            }
        }
        let ownPlace = Dictionary(mine.enumerated().map { ($1, $0) }) { first, _ in first }
        let otherPlace = Dictionary(other.enumerated().map { ($1, $0) }) { first, _ in first }
        var cells: [NotebookCell] = []
        var seen: Set<String> = []
        // What one removed and the other changed stays.
        for (index, token) in basis.enumerated() where !order.contains(token) {
            let kept = ownPlace[token].map { ours.cells[$0] } ?? otherPlace[token].map { theirs.cells[$0] }
            guard let kept, kept.source != base.cells[index].source else { continue }
            conflicts.append("a cell was removed on one side and changed on the other; it is kept: \(NotebookRunner.title(kept))")
            let place = basis[..<index].reversed().lazy.compactMap { order.firstIndex(of: $0) }.first.map { $0 + 1 } ?? 0
            order.insert(token, at: place)
        }
        for token in order where seen.insert(token).inserted {
            let a = ownPlace[token].map { ours.cells[$0] }
            let b = otherPlace[token].map { theirs.cells[$0] }
            let old = token.hasPrefix("b") ? Int(token.dropFirst()).map { base.cells[$0] } : nil
            switch (a, b) {
            case (let a?, let b?): cells.append(Self.cell(old ?? a, a, b, &conflicts))
            case (let one?, nil), (nil, let one?): cells.append(one)
            case (nil, nil): break
            }
        }
        var result = ours
        result.cells = cells
        result.metadata = Self.object(base.metadata, ours.metadata, theirs.metadata)
        result.nameCells(again: true)
        merged = result
        self.conflicts = conflicts
    }

    /// Names for cells: "b3" for what was the base's fourth cell, else the side's own.
    private static func tokens(_ cells: [NotebookCell], _ base: [NotebookCell], prefix: String) -> [String] {
        var pairs = CellMatching.pairs(base, cells)
        // Between cells that are known to be the same, as many others as before are those, changed.
        var free = Set(base.indices).subtracting(pairs.values)
        var index = 0
        while index < cells.count {
            guard pairs[index] == nil else {
                index += 1
                continue
            }
            var end = index
            while end < cells.count, pairs[end] == nil { end += 1 }
            let before = index == 0 ? -1 : pairs[index - 1] ?? -1
            let after = end == cells.count ? base.count : pairs[end] ?? base.count
            let gap = before + 1 <= after ? (before + 1..<after).filter { free.contains($0) } : []
            if gap.count == end - index, zip(gap, index..<end).allSatisfy({ base[$0].kind == cells[$1].kind && (base[$0].id == nil || cells[$1].id == nil) }) {
                for (old, new) in zip(gap, index..<end) {
                    pairs[new] = old
                    free.remove(old)
                }
            }
            index = end
        }
        return cells.indices.map { pairs[$0].map { "b\($0)" } ?? "\(prefix)\($0)" }
    }

    private static func cell(_ base: NotebookCell, _ ours: NotebookCell, _ theirs: NotebookCell, _ conflicts: inout [String]) -> NotebookCell {
        let (source, isConflict) = text(base.source, ours.source, theirs.source)
        var result = source == theirs.source && source != ours.source ? theirs : ours
        if isConflict { conflicts.append("both sides changed a cell: \(NotebookRunner.title(ours))") }
        if result.source != source {
            result.source = source
            if result.kind == .code {
                result.outputs = []
                result.executionCount = nil
            }
        }
        if let id = ours.id { result.id = id }
        let metadata = object(base.metadata, ours.metadata, theirs.metadata)
        if metadata != result.metadata { result.setMetadata(metadata) }
        return result
    }

    private static func text(_ base: String, _ ours: String, _ theirs: String) -> (String, isConflict: Bool) {
        func lines(_ text: String) -> [String] { text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
        var result: [String] = []
        var isConflict = false
        for part in ThreeWay.parts(base: lines(base), ours: lines(ours), theirs: lines(theirs)) {
            switch part {
            case .agreed(let lines): result += lines
            case .conflict(let a, let b):
                isConflict = true
                result += ["<<<<<<< ours"] + a + ["======="] + b + [">>>>>>> theirs"]
            }
        }
        return (result.joined(separator: "\n"), isConflict)
    }

    private static func object(_ base: JSONObject, _ ours: JSONObject, _ theirs: JSONObject) -> JSONObject {
        var result = ours
        for key in Set(base.members.map(\.key) + theirs.members.map(\.key)).sorted() {
            let value = ThreeWay.value(base[key], ours[key], theirs[key])
            if result[key] != value { result[key] = value }
        }
        return result
    }
}
