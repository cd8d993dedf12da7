internal import JupyterMessaging
package import Logging

/// The history of all sessions, in a file that several kernels write to.
///
/// Cells are written by a thread of their own, so that none waits for a disk; questions see all that came before them.
/// Where the file cannot be used, the history of this session is kept in memory; while it can, only the latest cells are,
/// so that a long session does not grow.
package final class FileHistory: HistoryStore {
    private struct State {
        var pending: [HistoryEntry] = []
        var isStopped = false
        var hasEnded = false
    }

    /// What belongs to whoever holds the lock.
    private struct Store {
        var database: SQLiteDatabase?
        var isTried = false
        /// The row of this session; it has one when its first cell is written.
        var session: Int?
    }

    private let path: String
    private let logger: Logger
    private let memory = MemoryHistory(capacity: FileHistory.fewest)
    /// Cells in memory beside a file that works, and those without one.
    private static let fewest = 250
    private static let most = 10_000
    private let state = Monitor(State())
    private let store = Monitor(Store())

    /// - Parameter path: the file; it and its folder are made when first needed.
    package init(path: String, logger: Logger) {
        self.path = path
        self.logger = logger
    }

    /// Writes what comes until `stop`. To be called on a thread of its own.
    package func run() {
        defer { state.update { $0.hasEnded = true } }
        while true {
            let isStopped = state.wait { state -> Bool? in
                state.isStopped || !state.pending.isEmpty ? state.isStopped : nil
            }
            store.withLock { write(&$0) }
            if isStopped { return }
        }
    }

    /// Ends `run` after what has come is written, and waits for that, but not for a disk that does not answer.
    ///
    /// - Parameter patience: how long it waits, in nanoseconds.
    package func stop(patience: Int64 = 1_000_000_000) {
        state.update { $0.isStopped = true }
        state.wait(nanoseconds: patience) { $0.hasEnded ? () : nil }
    }

    package func append(line: Int, input: String, output: String?) {
        state.update { $0.pending.append(HistoryEntry(session: 0, line: line, input: input, output: output)) }
    }

    package func tail(_ count: Int) -> [HistoryEntry] {
        entries({ $0.tail(count) }) { database, _ throws(SQLiteDatabase.Failure) in
            try database.run(
                "SELECT session, line, input, output FROM cells ORDER BY id DESC LIMIT ?", [.int(max(0, count))]
            ).reversed()
        }
    }

    package func range(session: Int, lines: Range<Int>) -> [HistoryEntry] {
        entries({ $0.range(session: session, lines: lines) }) { database, current throws(SQLiteDatabase.Failure) in
            var wanted: Int? = session
            if session == 0 { wanted = current }
            if session < 0 {
                wanted = try database.run(
                    "SELECT id FROM sessions WHERE id < ? ORDER BY id DESC LIMIT 1 OFFSET ?",
                    [.int(current ?? Int.max), .int(-1 - session)]
                ).first?.first?.int
            }
            guard let wanted else { return [] }
            return try database.run(
                "SELECT session, line, input, output FROM cells WHERE session = ? AND line >= ? AND line < ? ORDER BY id",
                [.int(wanted), .int(lines.lowerBound), .int(lines.upperBound)])
        }
    }

    package func search(_ pattern: String, count: Int?, unique: Bool) -> [HistoryEntry] {
        entries({ $0.search(pattern, count: count, unique: unique) }) { database, _ throws(SQLiteDatabase.Failure) in
            // Of a group, the columns are those of the row with the greatest number.
            let cells = unique
                ? "SELECT session, line, input, output, max(id) AS id FROM cells WHERE input GLOB ? GROUP BY input"
                : "SELECT session, line, input, output, id FROM cells WHERE input GLOB ?"
            return try database.run("\(cells) ORDER BY id DESC LIMIT ?", [.text(pattern), .int(max(0, count ?? Int.max))]).reversed()
        }
    }

    // MARK: The file

    private func entries(
        _ fallback: (MemoryHistory) -> [HistoryEntry],
        _ query: (SQLiteDatabase, Int?) throws(SQLiteDatabase.Failure) -> [[SQLiteDatabase.Value]]
    ) -> [HistoryEntry] {
        store.withLock { store in
            write(&store)
            guard let database = open(&store) else { return fallback(memory) }
            do throws(SQLiteDatabase.Failure) {
                return try query(database, store.session).map { row in
                    HistoryEntry(
                        session: row[0].int ?? 0, line: row[1].int ?? 0, input: row[2].text ?? "", output: row[3].text)
                }
            } catch {
                give(up: error, &store)
                return fallback(memory)
            }
        }
    }

    private func write(_ store: inout Store) {
        let entries = state.withLock { state in
            defer { state.pending = [] }
            return state.pending
        }
        guard !entries.isEmpty else { return }
        // After it is clear whether the file takes them: without one, more of them are remembered.
        defer { for entry in entries { memory.append(line: entry.line, input: entry.input, output: entry.output) } }
        guard let database = open(&store) else { return }
        do throws(SQLiteDatabase.Failure) {
            try database.run("BEGIN IMMEDIATE")
            if store.session == nil {
                try database.run("INSERT INTO sessions (start) VALUES (?)", [.text(HeaderFactory.now())])
                store.session = database.lastInsertedRow
            }
            for entry in entries {
                try database.run(
                    "INSERT INTO cells (session, line, input, output) VALUES (?, ?, ?, ?)",
                    [
                        .int(store.session ?? 0), .int(entry.line), .text(entry.input),
                        entry.output.map(SQLiteDatabase.Value.text) ?? .null,
                    ])
            }
            try database.run("COMMIT")
        } catch {
            give(up: error, &store)
        }
    }

    private func open(_ store: inout Store) -> SQLiteDatabase? {
        if store.isTried { return store.database }
        store.isTried = true
        do throws(SQLiteDatabase.Failure) {
            JupyterFolders.makeFolder(of: path)
            let database = try SQLiteDatabase(path: path)
            // Readers and a writer do not wait for each other; a crash of the system may cost the last cells.
            try database.run("PRAGMA journal_mode = WAL")
            try database.run("PRAGMA synchronous = NORMAL")
            try database.run("PRAGMA cache_size = -256")
            try database.run("CREATE TABLE IF NOT EXISTS sessions (id INTEGER PRIMARY KEY AUTOINCREMENT, start TEXT NOT NULL)")
            try database.run(
                """
                CREATE TABLE IF NOT EXISTS cells (id INTEGER PRIMARY KEY AUTOINCREMENT, session INTEGER NOT NULL,
                    line INTEGER NOT NULL, input TEXT NOT NULL, output TEXT)
                """)
            try database.run("CREATE INDEX IF NOT EXISTS cells_by_session ON cells (session, line)")
            store.database = database
        } catch {
            give(up: error, &store)
        }
        return store.database
    }

    private func give(up error: SQLiteDatabase.Failure, _ store: inout Store) {
        logger.warning("the history at '\(path)' cannot be used: \(error); this session's is kept in memory")
        store.database = nil
        memory.keep(Self.most)
    }
}
