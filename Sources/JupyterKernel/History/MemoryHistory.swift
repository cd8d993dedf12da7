import Glibc
import Synchronization

/// The history of this session alone, kept as long as the kernel lives.
package final class MemoryHistory: HistoryStore {
    private static let session = 1
    private let capacity: Int
    private let entries = Mutex<[HistoryEntry]>([])

    /// - Parameter capacity: when twice as many cells have come, the older half is forgotten.
    package init(capacity: Int = 10_000) {
        self.capacity = max(1, capacity)
    }

    package func append(line: Int, input: String, output: String?) {
        entries.withLock { entries in
            if entries.count >= 2 * capacity { entries.removeFirst(capacity) }
            entries.append(
                HistoryEntry(session: Self.session, line: line, input: input, output: output))
        }
    }

    package func tail(_ count: Int) -> [HistoryEntry] {
        entries.withLock { Array($0.suffix(max(0, count))) }
    }

    package func range(session: Int, lines: Range<Int>) -> [HistoryEntry] {
        guard session == 0 || session == Self.session else { return [] }
        return entries.withLock { entries in entries.filter { lines.contains($0.line) } }
    }

    package func search(_ pattern: String, count: Int?, unique: Bool) -> [HistoryEntry] {
        var found = entries.withLock { entries in
            entries.filter { fnmatch(pattern, $0.input, 0) == 0 }
        }
        if unique {
            var seen: Set<String> = []
            found = found.reversed().filter { seen.insert($0.input).inserted }.reversed()
        }
        return count.map { Array(found.suffix(max(0, $0))) } ?? found
    }
}
