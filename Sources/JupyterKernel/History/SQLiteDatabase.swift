internal import CSQLite

/// A connection to an SQLite file that several processes share.
final class SQLiteDatabase {
    /// What SQLite says of a failure.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    enum Value {
        case int(Int)
        case text(String)
        case null

        var int: Int? { if case .int(let int) = self { int } else { nil } }
        var text: String? { if case .text(let text) = self { text } else { nil } }
    }

    /// How long another process's write is waited for, in milliseconds.
    private static let patience: Int32 = 5_000
    private let handle: OpaquePointer

    /// Opens a file, making it where there is none.
    init(path: String) throws(Failure) {
        var handle: OpaquePointer?
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
        let status = sqlite3_open_v2(path, &handle, flags, nil)
        guard let handle, status == SQLITE_OK else {
            let text = handle.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
            sqlite3_close_v2(handle)
            throw Failure(description: text)
        }
        self.handle = handle
        sqlite3_busy_timeout(handle, Self.patience)
    }

    deinit { sqlite3_close_v2(handle) }

    var lastInsertedRow: Int { Int(sqlite3_last_insert_rowid(handle)) }

    /// Runs one statement; gives its rows.
    @discardableResult
    func run(_ statement: String, _ values: [Value] = []) throws(Failure) -> [[Value]] {
        var prepared: OpaquePointer?
        guard sqlite3_prepare_v2(handle, statement, -1, &prepared, nil) == SQLITE_OK, let prepared else { throw failure }
        defer { sqlite3_finalize(prepared) }
        // The bytes are copied while they are bound.
        let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        for (index, value) in values.enumerated() {
            let place = Int32(index + 1)
            switch value {
            case .int(let int): sqlite3_bind_int64(prepared, place, Int64(int))
            case .null: sqlite3_bind_null(prepared, place)
            case .text(var text):
                text.withUTF8 { bytes in
                    bytes.withMemoryRebound(to: CChar.self) { characters in
                        guard let start = characters.baseAddress else {
                            sqlite3_bind_text(prepared, place, "", 0, transient)
                            return
                        }
                        sqlite3_bind_text(prepared, place, start, Int32(characters.count), transient)
                    }
                }
            }
        }
        var rows: [[Value]] = []
        while true {
            switch sqlite3_step(prepared) {
            case SQLITE_ROW: rows.append((0..<sqlite3_column_count(prepared)).map { Self.column(prepared, $0) })
            case SQLITE_DONE: return rows
            default: throw failure
            }
        }
    }

    private static func column(_ row: OpaquePointer, _ index: Int32) -> Value {
        switch sqlite3_column_type(row, index) {
        case SQLITE_INTEGER: return .int(Int(sqlite3_column_int64(row, index)))
        case SQLITE_NULL: return .null
        default:
            let count = Int(sqlite3_column_bytes(row, index))
            guard count > 0, let bytes = sqlite3_column_text(row, index) else { return .text("") }
            return .text(String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self))
        }
    }

    private var failure: Failure { Failure(description: String(cString: sqlite3_errmsg(handle))) }
}
