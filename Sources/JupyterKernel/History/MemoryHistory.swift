import Glibc
import Synchronization

/// The history of this session alone, kept as long as the kernel lives.
package final class MemoryHistory: HistoryStore {
    private static let session = 1
    private let kept: Mutex<(capacity: Int, entries: [HistoryEntry])>

    /// - Parameter capacity: when twice as many cells have come, the older half is forgotten.
    package init(capacity: Int = 10_000) {
        kept = Mutex((max(1, capacity), []))
    }

    /// Remembers more cells, or fewer, from now on.
    package func keep(_ capacity: Int) {
        kept.withLock { $0.capacity = max(1, capacity) }
    }

    package func append(line: Int, input: String, output: String?) {
        kept.withLock { kept in
            if kept.entries.count >= 2 * kept.capacity { kept.entries.removeFirst(kept.entries.count - kept.capacity) }
            kept.entries.append(
                HistoryEntry(session: Self.session, line: line, input: input, output: output))
        }
    }

    package func tail(_ count: Int) -> [HistoryEntry] {
        kept.withLock { Array($0.entries.suffix(max(0, count))) }
    }

    package func range(session: Int, lines: Range<Int>) -> [HistoryEntry] {
        guard session == 0 || session == Self.session else { return [] }
        return kept.withLock { kept in kept.entries.filter { lines.contains($0.line) } }
    }

    package func search(_ pattern: String, count: Int?, unique: Bool) -> [HistoryEntry] {
        var found = kept.withLock { kept in
            kept.entries.filter { fnmatch(pattern, $0.input, 0) == 0 }
        }
        if unique {
            var seen: Set<String> = []
            found = found.reversed().filter { seen.insert($0.input).inserted }.reversed()
        }
        return count.map { Array(found.suffix(max(0, $0))) } ?? found
    }
}
