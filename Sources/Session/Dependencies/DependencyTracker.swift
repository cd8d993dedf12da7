internal import Language

/// Knows which cells of a session were run before something they use was changed.
struct DependencyTracker {
    private struct Record {
        let cell: String
        let id: String?
        let source: String
        let run: Int
        let uses: Set<String>
    }

    /// More cells are not remembered: the oldest go.
    private static let mostRecords = 2_000

    private var records: [Record] = []
    /// The run in which a name last got another meaning.
    private var changed: [String: Int] = [:]
    /// What a function or type uses in turn.
    private var inner: [String: Set<String>] = [:]
    private var run = 0

    mutating func reset() { self = DependencyTracker() }

    /// Takes in a cell that was run; `known` are the names that it made known.
    mutating func add(_ cell: CheckedCell, known: Set<String>, name: String, id: String?, source: String) -> CellReport {
        run += 1
        let defines = known
        let uses = cell.uses.all
        for (user, names) in cell.uses.names where !user.isEmpty { inner[user] = names }
        for name in defines where cell.uses.names[name] == nil { inner[name] = nil }
        let changes = cell.uses.changed.filter { !defines.contains($0) }.union(cell.uses.extended.filter { changed[$0] != nil && !defines.contains($0) })
        for name in defines.union(changes) { changed[name] = run }
        records.removeAll { id != nil && $0.id == id || $0.source == source || id == nil && $0.cell == name }
        records.append(Record(cell: name, id: id, source: source, run: run, uses: closure(of: uses.union(changes), but: defines)))
        if records.count > Self.mostRecords { records.removeFirst(records.count - Self.mostRecords) }
        let stale = records.compactMap { record -> CellReport.StaleCell? in
            let names = record.uses.filter { (changed[$0] ?? 0) > record.run }
            return names.isEmpty ? nil : CellReport.StaleCell(cell: record.cell, id: record.id, names: names.sorted())
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
