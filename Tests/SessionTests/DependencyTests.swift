import Session
import Synchronization
import Testing

/// Keeps the reports of cells.
final class ReportRecorder: CellHost {
    private let last = Mutex<CellReport?>(nil)
    let cellID: String?

    init(cellID: String? = nil) { self.cellID = cellID }

    func receive(_ event: CellEvent) {}
    func readLine(prompt: String, isSecret: Bool) throws(InputUnavailable) -> String? { nil }
    var updatesInPlace: Bool { false }
    func report(_ report: CellReport) { last.withLock { $0 = report } }
    var report: CellReport? { last.withLock { $0 } }
}

/// What cells have to do with each other.
@Suite struct DependencyTests {
    private func run(_ session: Session, _ cell: String, _ name: String, id: String? = nil) -> CellReport? {
        let host = ReportRecorder(cellID: id)
        _ = session.execute(cell, name: name, host: host)
        return host.report
    }

    @Test func aCellSaysWhatItDefinesUsesAndChanges() {
        let session = Session()
        #expect(run(session, "var a = 1\nfunc f() -> Int { a }", "cell 1")?.defines == ["a", "f"])
        let second = run(session, "let b = f() + a\na = 3", "cell 2")
        #expect(second?.defines == ["b"])
        #expect(second?.uses == ["a", "f"])
        #expect(second?.changes == ["a"])
    }

    @Test func aCellThatWasRunBeforeWhatItUsesChangedIsStale() {
        let session = Session()
        _ = run(session, "let a = 1", "cell 1")
        _ = run(session, "func f() -> Int { a }", "cell 2")
        _ = run(session, "print(f())", "cell 3", id: "third")
        let report = run(session, "let a = 2", "cell 4")
        #expect(report?.stale.map(\.cell) == ["cell 2", "cell 3"])
        #expect(report?.stale.last?.id == "third")
        #expect(report?.stale.last?.names == ["a"])
        // Run again it is up to date.
        #expect(run(session, "print(f())", "cell 5", id: "third")?.stale.map(\.cell) == ["cell 2"])
    }

    @Test func aCellIsAnalyzedWithoutBeingRun() {
        let analyzer = CellAnalyzer()
        #expect(analyzer.add("fatalError()\nlet n = 3", name: "cell 1").defines == ["n"])
        let second = analyzer.add("print(n, m)\nlet k: Int = \"a\"", name: "cell 2")
        #expect(second.problems.map(\.message) == ["cannot find 'm' in scope", "cannot convert value of type 'String' to specified type 'Int'"])
        #expect(second.problems.map(\.unknownName) == ["m", nil])
        #expect(second.problems[1].line == 2)
        // What was declared wrongly is declared: no further errors come of it.
        #expect(analyzer.add("print(k + 1)", name: "cell 3").problems.isEmpty)
    }
}
