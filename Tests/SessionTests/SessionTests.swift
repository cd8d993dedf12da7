import Session
import Synchronization
import Testing

/// Hears what cells send out.
final class Recorder: CellHost {
    private let heard = Mutex<[CellEvent]>([])
    private let lines = Mutex<[String]>([])

    init(input: [String] = []) {
        lines.withLock { $0 = input }
    }

    func receive(_ event: CellEvent) { heard.withLock { $0.append(event) } }

    func readLine(prompt: String, isSecret: Bool) throws(InputUnavailable) -> String? {
        lines.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    }

    var updatesInPlace: Bool { false }
    var events: [CellEvent] { heard.withLock { $0 } }

    var output: String {
        events.reduce(into: "") { text, event in
            if case .stream(.stdout, let part) = event { text += part }
        }
    }

    var errors: String {
        events.reduce(into: "") { text, event in
            if case .stream(.stderr, let part) = event { text += part }
        }
    }

    var result: String? {
        for case .result(let data) in events { return data["text/plain"] }
        return nil
    }
}

/// Runs cells one after the other in one session; gives what the last one wrote.
func output(of cells: String..., session: Session = Session()) throws -> String {
    var last = ""
    for (index, cell) in cells.enumerated() {
        let recorder = Recorder()
        if case .failed(let error) = session.execute(cell, name: "cell \(index + 1)", host: recorder) { throw error }
        last = recorder.output
    }
    return last
}

@Suite struct SessionTests {
    @Test func whatACellDeclaresIsThereForTheNext() throws {
        #expect(try output(of: "let a = 2\nfunc double(_ x: Int) -> Int { 2 * x }", "print(double(a))") == "4\n")
    }

    @Test func aFaultLosesNothingThatWasBeingChanged() throws {
        let session = Session()
        _ = try output(
            of: """
                func grow(_ list: inout [Int], _ index: Int) { list.append(7); print(list[index]) }
                final class Holder { var lists = ["k": [1, 2]] }
                var lists = ["k": [1, 2]], nested = [["a": ["b": [1]]]], numbers = ["n": 1], maybe: [String: [Int]]? = ["m": [4]]
                let holder = Holder()
                """, session: session)
        let failing = [
            "grow(&lists[\"k\"]!, 9)", "grow(&lists[\"k\", default: []], 9)", "grow(&nested[0][\"a\"]![\"b\"]!, 9)",
            "grow(&maybe![\"m\"]!, 9)", "grow(&holder.lists[\"k\"]!, 9)", "lists[\"k\"]!.sort { $0 < lists[\"none\"]![$1] }",
            "lists[\"k\"]![10] = 1", "numbers[\"n\"]! /= lists.count - lists.count", "lists[\"k\"]?.remove(at: 20)",
            "func f() { grow(&lists[\"k\"]!, 9) }; f()", "lists[\"k\"]!.removeAll { [true][$0] }",
        ]
        for cell in failing { #expect(session.execute(cell, name: "cell", host: Recorder()).error != nil, "\(cell)") }
        let left = try output(of: "print(lists[\"k\"]!.prefix(2), nested[0][\"a\"]![\"b\"]!.first!, numbers, maybe![\"m\"]!.first!, holder.lists[\"k\"]!.prefix(2))", session: session)
        #expect(left == "[1, 2] 1 [\"n\": 1] 4 [1, 2]\n")
    }

    @Test func theLastExpressionIsTheResult() {
        let recorder = Recorder()
        #expect(Session().execute("1 + 1", name: "cell 1", host: recorder).error == nil)
        #expect(recorder.result == "2")
    }

    @Test func aFailingCellKeepsWhatItHadFinished() throws {
        let session = Session()
        let error = session.execute("let a = 1\nvar b = [1, 2]\nb.append(3)\nlet c = b[7]\nlet d = 4", name: "cell 1", host: Recorder()).error
        #expect(error?.name == "IndexError")
        #expect(try output(of: "print(a, b)", session: session) == "1 [1, 2, 3]\n")
        #expect(session.execute("print(d)", name: "cell 3", host: Recorder()).error?.message == "cannot find 'd' in scope")
    }

    @Test func aCellIsCheckedBeforeAnyOfItRuns() {
        let recorder = Recorder()
        let error = Session().execute("print(1)\nlet x: Int = \"a\"", name: "cell 1", host: recorder).error
        #expect(error?.message == "cannot convert value of type 'String' to specified type 'Int'")
        #expect(recorder.output.isEmpty)
    }

    @Test func aNameCanBeDeclaredAgainInALaterCell() throws {
        #expect(try output(of: "let x = 1", "let x = \"now text\"", "print(x)") == "now text\n")
        #expect(try output(of: "func f() -> Int { 1 }\nfunc g() -> Int { f() }", "func f() -> Int { 2 }", "print(g())") == "2\n")
    }

    @Test(arguments: [
        "while true {}", "repeat {} while true", "for i in 0..<Int.max { _ = i }",
        "func f() { while true {} }\nf()", "var i = 0\nwhile i >= 0 { i = (i + 1) % 1000 }",
        "let a = Array(repeating: 1, count: 1000)\nwhile true { for x in a { _ = x } }",
    ])
    func anEndlessLoopCanBeInterrupted(_ loop: String) throws {
        let session = Session()
        _ = try output(of: "let kept = 42", session: session)
        let interrupter = Interrupter(session)
        let error = session.execute(loop, name: "cell 2", host: Recorder()).error
        interrupter.stop()
        #expect(error?.name == "Interrupted")
        #expect(try output(of: "print(kept)", session: session) == "42\n")
    }

    @Test("Many small values are stopped by the memory limit, and nothing is lost", arguments: [
        "var all: [[Int]] = []\nwhile true { all.append(Array(repeating: 1, count: 1000)) }",
        "class Node {\n    var next: Node?\n    init(_ next: Node?) { self.next = next }\n}\nvar all: Node?\nwhile true { all = Node(all) }",
        "var all: [[Int: Int]] = []\nwhile true { all.append([1: 2, 3: 4]) }",
        "var all: [String] = []\nwhile true { all.append(String(repeating: \"x\", count: 10_000)) }",
    ])
    func smallValuesHaveALimit(cell: String) throws {
        var configuration = SessionConfiguration()
        configuration.memoryLimit = 100 << 20
        let session = Session(configuration)
        #expect(session.execute("let kept = 42", name: "1", host: Recorder()).error == nil)
        let error = try #require(session.execute(cell, name: "2", host: Recorder()).error)
        #expect(error.name == "OutOfMemory" && error.message.contains("the limit of"), "\(error.message)")
        #expect(try output(of: "print(kept)", session: session) == "42\n")
    }

    @Test func timeMemoryAndOutputHaveLimits() throws {
        var configuration = SessionConfiguration()
        configuration.cellTimeLimit = 0.2
        #expect(Session(configuration).execute("while true {}", name: "cell 1", host: Recorder()).error?.name == "TimeLimit")
        configuration = SessionConfiguration()
        configuration.outputLimit = 1000
        #expect(Session(configuration).execute("while true { print(\"much\") }", name: "cell 1", host: Recorder()).error?.name == "OutputLimit")
        configuration = SessionConfiguration()
        configuration.recursionLimit = 100
        #expect(Session(configuration).execute("func f(_ n: Int) -> Int { f(n + 1) + 1 }\nprint(f(0))", name: "cell 1", host: Recorder()).error?.name == "RecursionLimit")
    }

    @Test func inputComesFromTheHost() {
        let recorder = Recorder(input: ["Ada"])
        _ = Session().execute("let name = readLine() ?? \"nobody\"\nprint(\"Hello, \\(name)!\")", name: "cell 1", host: recorder)
        #expect(recorder.output == "Hello, Ada!\n")
    }
}

/// Interrupts a session again and again until stopped, so that no moment is missed.
final class Interrupter: Sendable {
    private let stopped = Mutex(false)

    init(_ session: Session) {
        Task.detached { [self] in
            while !stopped.withLock({ $0 }) {
                try? await Task.sleep(for: .milliseconds(50))
                session.interrupt()
            }
        }
    }

    func stop() { stopped.withLock { $0 = true } }
}
