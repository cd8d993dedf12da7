internal import Language

/// Knows which cells of a session were run before something they use was changed.
struct DependencyTracker {
    private struct Record {
        let cell: String
        let id: String?
        let source: String
        let uses: Set<String>
        /// Names that have got another meaning since.
        var stale: Set<String> = []
    }

    /// More cells are not remembered: the oldest go.
    private static let mostRecords = 2_000
    /// More stale cells are not told: the newest of them help, and every reply carries them.
    private static let mostStale = 100

    private var records: [Record] = []
    /// Names that a cell has declared or changed.
    private var changed: Set<String> = []
    /// What a function or type uses in turn.
    private var inner: [String: Set<String>] = [:]

    mutating func reset() { self = DependencyTracker() }

    /// Takes in a cell that was run; `known` are the names that it made known.
    mutating func add(_ cell: CheckedCell, known: Set<String>, name: String, id: String?, source: String) -> CellReport {
        let defines = known
        let uses = cell.uses.all
        for (user, names) in cell.uses.names where !user.isEmpty { inner[user] = names }
        for name in defines where cell.uses.names[name] == nil { inner[name] = nil }
        let changes = cell.uses.changed.filter { !defines.contains($0) }.union(cell.uses.extended.filter { changed.contains($0) && !defines.contains($0) })
        let touched = defines.union(changes)
        changed.formUnion(touched)
        records.removeAll { id != nil && $0.id == id || $0.source == source || id == nil && $0.cell == name }
        for index in records.indices where !touched.isDisjoint(with: records[index].uses) {
            records[index].stale.formUnion(touched.intersection(records[index].uses))
        }
        records.append(Record(cell: name, id: id, source: source, uses: closure(of: uses.union(changes), but: defines)))
        if records.count > Self.mostRecords { records.removeFirst(records.count - Self.mostRecords) }
        let newest = Array(records.reversed().lazy.filter { !$0.stale.isEmpty }.prefix(Self.mostStale))
        let stale = newest.reversed().map {
            CellReport.StaleCell(cell: $0.cell, id: $0.id, names: $0.stale.sorted())
        }
        return CellReport(defines: defines.sorted(), uses: uses.sorted(), changes: changes.sorted(), stale: stale)
    }

    /// The names and what the functions and types among them use.
    private func closure(of names: Set<String>, but own: Set<String>) -> Set<String> {
        var result = names
        var pending = Array(names.union(own))
        var seen = Set(pending)
        while let name = pending.popLast() {
            for used in inner[name] ?? [] where seen.insert(used).inserted {
                if !own.contains(used) { result.insert(used) }
                pending.append(used)
            }
        }
        return result
    }
}
