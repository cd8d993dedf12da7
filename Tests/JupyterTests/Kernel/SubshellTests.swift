import JSON
import JupyterKernel
import JupyterMessaging
import Session
import Testing

@Suite("Kernel: subshells")
struct SubshellTests {
    @Test("A subshell's cell runs while the main one does, each with its own request as parent")
    func beside() {
        let gate = Monitor(false)
        let harness = KernelHarness { source, host, _ in
            host.receive(.stream(.stdout, source))
            if source == "main" { gate.wait(nanoseconds: 5_000_000_000) { $0 ? () : nil } }
            return .finished
        }
        let id = harness.ask("create_subshell_request", on: .control).content("create_subshell_reply")?["subshell_id"]
        let main = harness.send("execute_request", ["code": "main"])
        _ = harness.transport.wait { $0.contains { $0.parent == main && $0.type == "stream" } }
        let side = harness.send("execute_request", ["code": "side"], subshell: id?.string)
        #expect(harness.answers(to: side).labels == ["busy", "execute_input", "stream", "shell:execute_reply", "idle"])
        #expect(!harness.transport.sent.contains { $0.parent == main && $0.label == "idle" })
        gate.update { $0 = true }
        #expect(harness.answers(to: main).content("stream")?["text"] == "main")
    }

    @Test("An error in a subshell stops its own queue alone; cells of a deleted one are answered")
    func queues() {
        let gate = Monitor(false)
        let harness = KernelHarness { source, _, _ in
            if source == "wait" { gate.wait(nanoseconds: 5_000_000_000) { $0 ? () : nil } }
            return source == "wait" ? .failed(ScriptedEvaluator.failure) : .finished
        }
        func create() -> String? {
            harness.ask("create_subshell_request", on: .control).content("create_subshell_reply")?["subshell_id"]?.string
        }
        let (first, second) = (create(), create())
        let waiting = harness.send("execute_request", ["code": "wait"], subshell: first)
        let behind = harness.send("execute_request", ["code": "1"], subshell: first)
        #expect(harness.execute("1").content("execute_reply")?["status"] == "ok")
        gate.update { $0 = true }
        #expect(harness.answers(to: waiting).content("execute_reply")?["status"] == "error")
        #expect(harness.answers(to: behind).content("execute_reply")?["ename"] == "Aborted")
        let list = harness.ask("list_subshell_request", on: .control).content("list_subshell_reply")
        #expect(list?["subshell_id"] == .array([first, second].compactMap { $0.map(JSONValue.string) }))
        _ = harness.ask("delete_subshell_request", ["subshell_id": .string(second ?? "")], on: .control)
        let late = harness.send("execute_request", ["code": "1"], subshell: second)
        #expect(harness.answers(to: late).content("execute_reply")?["ename"] == "Aborted")
    }
}
