import JSON
import JupyterKernel
import JupyterMessaging
import Session
import Testing

@Suite("Kernel: cells")
struct ExecutionTests {
    @Test(
        "Busy, input, output, result, reply, idle: in this order, each with the request as parent")
    func order() {
        let harness = KernelHarness { _, host, _ in
            host.receive(.stream(.stdout, "a"))
            host.receive(.stream(.stdout, "b"))
            host.receive(.stream(.stderr, "c"))
            host.receive(.display(DisplayData(text: "figure"), id: "1"))
            host.receive(.updateDisplay(DisplayData(text: "new"), id: "1"))
            host.receive(.clearOutput(wait: true))
            host.receive(.stream(.stdout, "d"))
            host.receive(.result(DisplayData(text: "2")))
            return .finished
        }
        let sent = harness.execute("1 + 1")
        #expect(
            sent.labels == [
                "busy", "execute_input", "stream", "stream", "stream", "display_data",
                "update_display_data", "clear_output", "stream", "execute_result",
                "shell:execute_reply", "idle",
            ])
        #expect(sent.content("display_data")?["transient"]?["display_id"] == "1")
        #expect(sent.content("execute_result")?["data"]?["text/plain"] == "2")
        #expect(sent.content("execute_result")?["execution_count"] == 1)
        #expect(sent.content("execute_reply")?["status"] == "ok")
    }

    @Test("Starting is sent once, before all else")
    func starting() {
        let harness = KernelHarness()
        harness.kernel.subscribed(to: [])
        _ = harness.execute("1")
        harness.kernel.subscribed(to: Array("topic".utf8))
        let labels = harness.transport.sent.labels
        #expect(labels.prefix(3) == ["iopub_welcome", "starting", "busy"])
        #expect(labels.filter { $0 == "starting" }.count == 1)
        #expect(labels.last == "iopub_welcome")
        #expect(harness.transport.sent.last?.message.identities == [Array("topic".utf8)])
    }

    @Test("The first cell waits until someone listens")
    func audience() {
        let harness = KernelHarness(audiencePatience: 60_000_000_000)
        let id = harness.send("execute_request", ["code": "1"])
        #expect(!harness.transport.wait(nanoseconds: 50_000_000) { !$0.isEmpty })
        harness.kernel.subscribed(to: [])
        #expect(harness.transport.wait { $0.contains { $0.label == "idle" && $0.parent == id } })
        #expect(harness.transport.sent.labels.prefix(3) == ["iopub_welcome", "starting", "busy"])
    }

    @Test("A client that does not listen gets its answers all the same")
    func noAudience() {
        let harness = KernelHarness(audiencePatience: 1_000_000)
        #expect(harness.execute("1").labels.contains("shell:execute_reply"))
    }

    @Test("An error is one output with three members, and a reply with the count")
    func error() {
        let harness = KernelHarness { _, host, _ in
            host.receive(.stream(.stdout, "before"))
            return .failed(ScriptedEvaluator.failure)
        }
        let sent = harness.execute("x")
        #expect(
            sent.labels == [
                "busy", "execute_input", "stream", "error", "shell:execute_reply", "idle",
            ])
        #expect(
            sent.content("error") == [
                "ename": "TypeError", "evalue": "does not fit",
                "traceback": ["does not fit", "  ^"],
            ])
        let reply = sent.content("execute_reply")
        #expect(reply?["status"] == "error" && reply?["execution_count"] == 1)
        #expect(reply?["ename"] == "TypeError")
    }

    @Test("Only cells that are stored count up; a silent cell shows nothing")
    func counting() {
        let harness = KernelHarness { _, host, _ in
            host.receive(.stream(.stdout, "text"))
            host.receive(.result(DisplayData(text: "2")))
            return .finished
        }
        func count(_ code: String, _ options: [(String, JSONValue)] = []) -> Int? {
            harness.execute(code, options).content("execute_reply")?["execution_count"]?.int
        }
        #expect(count("1") == 1)
        #expect(count("1", [("store_history", false)]) == 1)
        #expect(count("", [("silent", true)]) == 1)
        #expect(count(" \n") == 1)
        #expect(count("1") == 2)
        let silent = harness.execute("1", [("silent", true), ("store_history", true)])
        #expect(silent.labels == ["busy", "shell:execute_reply", "idle"])
        #expect(count("1") == 3)
    }

    @Test("An error answers the cells that wait, except where it is asked not to")
    func aborting() {
        let harness = KernelHarness { source, _, evaluator in
            source == "fail" ? .failed(ScriptedEvaluator.failure) : .finished
        }
        for stops in [true, false] {
            let gate = Monitor(false)
            let blocked = KernelHarness { source, _, _ in
                gate.wait { $0 ? () : nil }
                return source == "fail" ? .failed(ScriptedEvaluator.failure) : .finished
            }
            blocked.send("execute_request", ["code": "fail", "stop_on_error": .bool(stops)])
            let second = blocked.send("execute_request", ["code": "1"])
            let third = blocked.send("execute_request", ["code": "1"])
            gate.update { $0 = true }
            for id in [second, third] {
                let reply = blocked.answers(to: id).content("execute_reply")
                #expect(reply?["status"] == (stops ? "error" : "ok"))
                if stops {
                    #expect(reply?["ename"] == "Aborted" && reply?["traceback"]?.array?.count == 1)
                    #expect(
                        blocked.answers(to: id).labels == ["busy", "shell:execute_reply", "idle"])
                }
            }
        }
        _ = harness.execute("fail")
        #expect(harness.execute("1").content("execute_reply")?["status"] == "ok")
    }

    @Test("An interrupt stops the cell and those that wait, whatever they ask for")
    func interrupt() {
        let harness = KernelHarness { _, host, evaluator in
            host.receive(.stream(.stdout, "on its way"))
            return evaluator.waitForInterrupt()
        }
        let first = harness.send("execute_request", ["code": "1", "stop_on_error": false])
        let second = harness.send("execute_request", ["code": "2"])
        _ = harness.transport.wait { $0.labels.contains("stream") }
        let interrupt = harness.ask("interrupt_request", on: .control)
        #expect(interrupt.labels == ["busy", "control:interrupt_reply", "idle"])
        #expect(harness.answers(to: first).content("execute_reply")?["ename"] == "Interrupted")
        #expect(harness.answers(to: second).content("execute_reply")?["ename"] == "Aborted")
    }

    @Test("An interrupt between cells stops nothing")
    func idleInterrupt() {
        let harness = KernelHarness()
        _ = harness.ask("interrupt_request", on: .control)
        #expect(harness.execute("1").content("execute_reply")?["status"] == "ok")
    }

    @Test("Expressions beside a cell have a value or an error each")
    func userExpressions() {
        let harness = KernelHarness()
        let sent = harness.execute("1", [("user_expressions", ["a": "x", "b": "bad"])])
        let values = sent.content("execute_reply")?["user_expressions"]
        #expect(values?["a"]?["data"]?["text/plain"] == "value of x")
        #expect(values?["b"]?["status"] == "error" && values?["b"]?["ename"] == "NameError")
    }

    @Test("A line is asked of the client that runs the cell; control-D ends the input")
    func input() {
        let harness = KernelHarness { _, host, _ in
            while let line = try? host.readLine(prompt: "name? ", isSecret: true) {
                host.receive(.stream(.stdout, "hello \(line)"))
            }
            return .finished
        }
        let id = harness.send("execute_request", ["code": "readLine()"])
        for (index, answer) in ["Ada", "\u{4}"].enumerated() {
            _ = harness.transport.wait {
                $0.filter { $0.type == "input_request" }.count == index + 1
            }
            harness.send("input_reply", ["value": .string(answer)], on: .stdin)
        }
        let sent = harness.answers(to: id)
        let request = sent.first { $0.type == "input_request" }
        #expect(request?.channel == .stdin && request?.message.identities == [[1]])
        #expect(request?.message.content == ["prompt": "name? ", "password": true])
        #expect(sent.content("stream")?["text"] == "hello Ada")
    }

    @Test("Where no input is allowed, reading it fails at once; an interrupt ends the question")
    func noInput() {
        let harness = KernelHarness { _, host, evaluator in
            do throws(InputUnavailable) {
                _ = try host.readLine(prompt: "", isSecret: false)
                return .finished
            } catch {
                return .failed(CellError(name: "Input", message: error.reason, traceback: []))
            }
        }
        let refused = harness.execute("readLine()", [("allow_stdin", false)])
        #expect(!refused.labels.contains("stdin:input_request"))
        #expect(
            refused.content("execute_reply")?["evalue"]
                == "this frontend cannot be asked for input")
        let id = harness.send("execute_request", ["code": "readLine()"])
        _ = harness.transport.wait { $0.labels.contains("stdin:input_request") }
        harness.send("interrupt_request", on: .control)
        #expect(harness.answers(to: id).content("execute_reply")?["status"] == "error")
    }

    @Test("A question about a name is answered in the pager", arguments: ["?x", "x?", " x??\n"])
    func pager(_ cell: String) {
        let harness = KernelHarness { _, _, _ in .failed(ScriptedEvaluator.failure) }
        let reply = harness.execute(cell).content("execute_reply")
        let payload = reply?["payload"]?.array?.first
        #expect(payload?["source"] == "page")
        let detail = cell.contains("??") ? 1 : 0
        #expect(payload?["data"]?["text/plain"] == .string("x at 1, detail \(detail)"))
        #expect(harness.execute("nothing?").content("execute_reply")?["ename"] == "NameError")
        #expect(harness.execute("x ? 1 : 2").content("execute_reply")?["ename"] == "TypeError")
    }

    @Test("An execute_request without code is answered with an error that has the count")
    func malformed() {
        let reply = KernelHarness().ask("execute_request").content("execute_reply")
        #expect(reply?["status"] == "error" && reply?["execution_count"] == 0)
        #expect(reply?["evalue"] == "'code' is missing")
    }
}
