import Glibc
import JupyterKernel
import JupyterMessaging
import Logging
import Testing

@Suite("History on disk")
struct HistoryTests {
    private let folder: String

    init() throws {
        folder = temporaryPath()
        try #require(mkdir(folder, 0o700) == 0)
    }

    private func open(_ name: String = "a/b/history.sqlite") -> FileHistory {
        FileHistory(path: "\(folder)/\(name)", logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    /// A file named "broken" that is no database.
    private func writeBroken() throws {
        let file = try #require(fopen("\(folder)/broken", "w"))
        fputs(String(repeating: "this is no database. ", count: 100), file)
        fclose(file)
    }

    @Test("Sessions count up; the current one is 0, the ones before are negative")
    func sessions() {
        for text in ["first", "second", "third"] {
            let history = open()
            history.append(line: 1, input: text, output: nil)
            history.append(line: 2, input: "\(text) again", output: "out")
            #expect(history.range(session: 0, lines: 1..<2).map(\.input) == [text])
        }
        let history = open()
        #expect(history.range(session: 0, lines: 0..<9) == [])
        #expect(history.range(session: -1, lines: 0..<9).map(\.input) == ["third", "third again"])
        history.append(line: 1, input: "fourth", output: nil)
        #expect(history.range(session: -1, lines: 2..<3) == [HistoryEntry(session: 3, line: 2, input: "third again", output: "out")])
        #expect(history.range(session: -3, lines: 1..<2).map(\.input) == ["first"])
        #expect(history.range(session: 2, lines: 1..<9).map(\.line) == [1, 2])
        #expect(history.range(session: -9, lines: 1..<9) == [])
    }

    @Test("Tail and search see all sessions; of equal texts the latest is unique")
    func search() {
        let first = open()
        first.append(line: 1, input: "let x = 1", output: nil)
        first.append(line: 2, input: "x", output: "1")
        #expect(first.tail(9).count == 2)
        let second = open()
        second.append(line: 1, input: "let x = 1", output: nil)
        second.append(line: 2, input: "let é = \"*?\"\nprint(é)", output: "")
        #expect(second.tail(3).map(\.line) == [2, 1, 2])
        #expect(second.search("let*", count: nil, unique: false).map(\.session) == [1, 2, 2])
        #expect(second.search("let*", count: nil, unique: true).map(\.line) == [1, 2])
        #expect(second.search("*", count: 2, unique: true).map(\.input) == ["let x = 1", "let é = \"*?\"\nprint(é)"])
        #expect(second.search("*é*", count: 1, unique: false).first?.output == "")
        #expect(second.search("l?t [xy]*", count: nil, unique: true).count == 1)
        #expect(second.tail(0) == [] && second.search("nothing", count: nil, unique: false) == [])
    }

    @Test("Several kernels write at once, and nothing is lost")
    func shared() {
        let threads = (0..<4).compactMap { kernel in
            Thread.start {
                let history = open()
                for line in 1...50 { history.append(line: line, input: "kernel \(kernel) line \(line)", output: nil) }
                let writer = Thread.start { history.run() }
                history.stop()
                writer?.join()
            }
        }
        for thread in threads { thread.join() }
        let all = open().tail(1_000)
        #expect(all.count == 200 && Set(all.map(\.input)).count == 200)
        for session in 1...4 {
            #expect(all.filter { $0.session == session }.map(\.line) == Array(1...50))
        }
    }

    @Test("A file that cannot be used costs nothing but what other sessions did")
    func unusable() throws {
        try writeBroken()
        for name in ["broken", "broken/inside/history.sqlite"] {
            let history = open(name)
            history.append(line: 1, input: "kept", output: "yes")
            #expect(history.tail(5).map(\.input) == ["kept"])
            #expect(history.search("k*", count: nil, unique: true).count == 1)
        }
    }

    @Test("A long session is whole, in the file or without one")
    func long() throws {
        try writeBroken()
        for name in ["whole", "broken"] {
            let history = open(name)
            for line in 1...3_000 {
                history.append(line: line, input: "line \(line)", output: nil)
                // The file is asked for in between, as its own thread would.
                if line % 700 == 0 { #expect(history.tail(1).map(\.line) == [line]) }
            }
            #expect(history.range(session: 0, lines: 1..<3_001).map(\.line) == Array(1...3_000), "\(name)")
        }
    }

    @Test("In memory the older half is forgotten when there are twice as many as asked for")
    func memory() {
        let history = MemoryHistory(capacity: 3)
        for line in 1...6 { history.append(line: line, input: "\(line)", output: nil) }
        #expect(history.tail(9).map(\.line) == Array(1...6))
        history.append(line: 7, input: "7", output: nil)
        #expect(history.tail(9).map(\.line) == [4, 5, 6, 7])
        history.keep(10)
        for line in 8...20 { history.append(line: line, input: "\(line)", output: nil) }
        #expect(history.tail(99).map(\.line) == Array(4...20))
        history.keep(2)
        history.append(line: 21, input: "21", output: nil)
        #expect(history.tail(99).map(\.line) == [19, 20, 21])
    }
}
