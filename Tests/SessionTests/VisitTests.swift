import Comms
import Session
import Synchronization
import Testing

@Suite("Cells beside the one that runs", .serialized)
struct VisitTests {
    /// Runs `busy` in a session and `body` meanwhile, until the cell is interrupted.
    private func during(
        _ busy: String, setup: [String] = [], _ body: @escaping @Sendable (Session) -> Void
    ) -> (outcome: CellOutcome, recorder: Recorder, session: Session) {
        let session = Session()
        for cell in setup { #expect(session.execute(cell, name: "setup", host: Recorder()).error == nil) }
        let listener = Listener()
        let done = Gate()
        onThread {
            listener.started.wait()
            body(session)
            session.interrupt()
            done.open()
        }
        let outcome = session.execute(busy, name: "cell 1", host: listener)
        done.wait()
        return (outcome, listener.recorder, session)
    }

    @Test("A cell that only reads runs while another loops, sees its variables as they are, and has its own output")
    func reads() {
        let seen = Mutex<[String]>([])
        let (outcome, recorder, _) = during(
            """
            var count = 0
            print("started")
            while true { count += 1 }
            """, setup: ["let scale = 3", "func twice(_ x: Int) -> Int { 2 * x }"]
        ) { session in
            let side = Recorder()
            let outcome = session.executeBeside("print(\"side\")\ntwice(scale)", name: "side", host: side)
            seen.withLock { $0 = [outcome.error?.message ?? "ok", side.output, side.result ?? ""] }
        }
        #expect(seen.withLock { $0 } == ["ok", "side\n", "6"])
        #expect(outcome.error?.name == "Interrupted")
        #expect(recorder.output == "started\n")
    }

    @Test("A cell that changes something waits until the other has ended", arguments: [
        "scale = 5", "bump()", "box.value = 5", "values.append(1)", "func twice(_ x: Int) -> Int { x }", "closure()", "fill(&values)",
    ])
    func changes(code: String) {
        let order = Mutex<[String]>([])
        let session = Session()
        let setup = """
            var scale = 3
            var values = [1]
            final class Box { var value = 1 }
            let box = Box()
            func bump() { scale += 1 }
            func fill(_ x: inout [Int]) { x = [] }
            func twice(_ x: Int) -> Int { 2 * x }
            let closure: () -> Void = { bump() }
            """
        #expect(session.execute(setup, name: "setup", host: Recorder()).error == nil)
        let listener = Listener()
        let asked = Gate()
        let done = Gate()
        onThread {
            listener.started.wait()
            asked.open()
            let outcome = session.executeBeside(code, name: "side", host: Recorder())
            order.withLock { $0.append(outcome.error?.message ?? "side") }
            done.open()
        }
        onThread {
            asked.wait()
            // A cell that only reads is not held up by it.
            let outcome = session.executeBeside("scale + values.count + box.value", name: "read", host: Recorder())
            order.withLock { $0.append(outcome.error?.message ?? "read") }
            session.interrupt()
        }
        _ = session.execute("print(\"started\")\nwhile true {}", name: "cell 1", host: listener)
        done.wait()
        #expect(order.withLock { $0 }.last == "side" && order.withLock { $0 }.contains("read"))
    }

    @Test("Variables under new names that a cell beside another declares are known afterwards")
    func declares() {
        let (_, _, session) = during("print(\"started\")\nwhile true {}", setup: ["let x = 4"]) { session in
            _ = session.executeBeside("let y = x * x", name: "side", host: Recorder())
        }
        let recorder = Recorder()
        #expect(session.execute("y", name: "after", host: recorder).error == nil)
        #expect(recorder.result == "16")
    }

    @Test("A training that is looked at gives the same numbers as one that is not, and its model can be used meanwhile")
    func training() {
        let setup = [
            """
            setRandomSeed(1)
            let x = Tensor.randomNormal([64, 4])
            let y = x.sum(axis: 1, keepDims: true)
            let model = Sequential { Dense(8, activation: .relu); Dropout(0.2); Dense(1) }
            model.compile(optimizer: SGD(learningRate: 0.01), loss: .meanSquaredError)
            model.predict(x).shape
            """
        ]
        let training = """
            print("started")
            let history = model.fit(x, y, epochs: 200, batchSize: 8, verbose: .silent)
            """
        let answers = Mutex<[String]>([])
        func run(looked: Bool) -> String {
            let session = Session()
            for cell in setup {
                let outcome = session.execute(cell, name: "setup", host: Recorder())
                #expect(outcome.error == nil, "\(outcome.error?.traceback ?? [])")
            }
            let done = Gate()
            let listener = Listener()
            onThread {
                listener.started.wait()
                if looked {
                    for _ in 0..<5 {
                        let side = Recorder()
                        let outcome = session.executeBeside(
                            "let noise = Tensor.randomNormal([2])\nmodel.predict(x).shape", name: "side", host: side)
                        answers.withLock { $0.append(outcome.error?.message ?? side.result ?? "") }
                    }
                }
                done.open()
            }
            let outcome = session.execute(training, name: "cell", host: listener)
            #expect(outcome.error == nil, "\(outcome.error?.traceback ?? [])")
            done.wait()
            let last = Recorder()
            _ = session.execute("history[\"loss\"].last!", name: "last", host: last)
            return last.result ?? ""
        }
        let plain = run(looked: false)
        #expect(!plain.isEmpty && run(looked: true) == plain)
        #expect(answers.withLock { $0 }.first == "[64, 1]")
    }

    @Test("Work of the library on the cells' thread is done while a cell loops or sleeps, between cells at once")
    func workOfTheLibrary() {
        for busy in ["print(\"started\")\nwhile true {}", "print(\"started\")\nsleep(100)"] {
            let ran = Gate()
            let (outcome, _, session) = during(busy) { session in
                session.comms.onCells { ran.open() }
                ran.wait()
            }
            #expect(outcome.error?.name == "Interrupted")
            session.comms.onCells { ran.open() }
            ran.wait()
        }
    }
}
