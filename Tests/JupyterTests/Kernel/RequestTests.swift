import JSON
import JupyterKernel
import JupyterMessaging
import Session
import Testing

@Suite("Kernel: requests")
struct RequestTests {
    @Test(
        "Every request is answered between busy and idle, with itself as parent",
        arguments: [
            "kernel_info", "complete", "inspect", "is_complete", "history", "comm_info", "connect",
            "usage", "interrupt",
        ])
    func answered(_ name: String) {
        let contents: [String: JSONValue] = [
            "complete": ["code": "pr", "cursor_pos": 2],
            "inspect": ["code": "print", "cursor_pos": 2, "detail_level": 1],
            "is_complete": ["code": "func f() {"],
            "history": ["hist_access_type": "tail", "output": false, "raw": true, "n": 3],
        ]
        let harness = KernelHarness()
        for channel in [Channel.shell, .control] {
            let sent = harness.ask("\(name)_request", contents[name] ?? [:], on: channel)
            #expect(sent.labels == ["busy", "\(channel.rawValue):\(name)_reply", "idle"])
            if name != "usage" && name != "is_complete" {
                #expect(sent.content("\(name)_reply")?["status"] == "ok")
            }
        }
    }

    @Test("Requests other than cells are answered while a cell runs")
    func whileBusy() {
        let harness = KernelHarness { _, host, evaluator in
            host.receive(.stream(.stdout, "running"))
            return evaluator.waitForInterrupt()
        }
        let cell = harness.send("execute_request", ["code": "while true {}"])
        _ = harness.transport.wait { $0.labels.contains("stream") }
        let reply = harness.ask("complete_request", ["code": "pr", "cursor_pos": 2])
            .content("complete_reply")
        #expect(reply?["matches"] == ["print"])
        #expect(reply?["cursor_start"] == 0 && reply?["cursor_end"] == 2)
        #expect(
            reply?["metadata"]?["_jupyter_types_experimental"]?.array?.first?["signature"]
                == "print(_:)")
        #expect(!harness.ask("kernel_info_request").isEmpty)
        #expect(!harness.transport.sent.contains { $0.parent == cell && $0.label == "idle" })
        harness.kernel.interrupt()
        _ = harness.answers(to: cell)
    }

    @Test("kernel_info names the language as tools look for it")
    func kernelInfo() {
        let content = KernelHarness().ask("kernel_info_request").content("kernel_info_reply")
        #expect(content?["protocol_version"] == "5.5")
        #expect(content?["implementation"] == "vencejo")
        let language = content?["language_info"]
        #expect(language?["name"] == "swift" && language?["file_extension"] == ".swift")
        #expect(language?["mimetype"] == "text/x-swift")
    }

    @Test("Positions outside the code are taken as its ends")
    func positions() {
        let harness = KernelHarness()
        let reply = harness.ask("complete_request", ["code": "é😀", "cursor_pos": 99])
        #expect(reply.content("complete_reply")?["cursor_end"] == 2)
    }

    @Test("A malformed request is answered with an error that names what is missing")
    func malformed() {
        let reply = KernelHarness().ask("complete_request", ["code": "x"])
            .content("complete_reply")
        #expect(reply?["status"] == "error" && reply?["evalue"] == "'cursor_pos' is missing")
    }

    @Test("An unknown request is answered with an error, any other unknown message with nothing")
    func unknown() {
        let harness = KernelHarness()
        #expect(harness.ask("dance_request").content("dance_reply")?["status"] == "error")
        #expect(harness.ask("dance").labels == ["busy", "idle"])
    }

    @Test("A comm for an unknown target is closed at once")
    func comms() {
        let harness = KernelHarness()
        let sent = harness.ask("comm_open", ["comm_id": "7", "target_name": "t", "data": [:]])
        #expect(sent.labels == ["busy", "comm_close", "idle"])
        #expect(sent.content("comm_close")?["comm_id"] == "7")
        #expect(harness.ask("comm_msg", ["comm_id": "7", "data": [:]]).labels == ["busy", "idle"])
    }

    @Test("History by tail, range and search, with and without results")
    func history() {
        let harness = KernelHarness { source, host, _ in
            if source.hasPrefix("1") { host.receive(.result(DisplayData(text: "one"))) }
            return .finished
        }
        for code in ["1 + 1", "let x = 2", "1 + 1", "print(x)"] { _ = harness.execute(code) }
        _ = harness.execute("hidden", [("store_history", false)])
        func ask(_ request: JSONValue) -> JSONValue? {
            harness.ask("history_request", request).content("history_reply")?["history"]
        }
        #expect(
            ask(["hist_access_type": "tail", "n": 2])
                == [[1, 3, "1 + 1"], [1, 4, "print(x)"]])
        #expect(
            ask(["hist_access_type": "tail", "n": 2, "output": true])
                == [[1, 3, ["1 + 1", "one"]], [1, 4, ["print(x)", .null]]])
        #expect(
            ask(["hist_access_type": "range", "session": 0, "start": 2, "stop": 3])
                == [[1, 2, "let x = 2"]])
        #expect(
            ask(["hist_access_type": "search", "pattern": "1*"])
                == [[1, 1, "1 + 1"], [1, 3, "1 + 1"]])
        #expect(
            ask(["hist_access_type": "search", "pattern": "*", "unique": true, "n": 2])
                == [[1, 3, "1 + 1"], [1, 4, "print(x)"]])
    }

    @Test("Shutdown is answered with the same restart, told to all, and ends the kernel")
    func shutdown() {
        let harness = KernelHarness()
        let sent = harness.ask("shutdown_request", ["restart": true], on: .control)
        #expect(
            sent.labels == ["busy", "control:shutdown_reply", "shutdown_reply", "idle"])
        #expect(sent.content("shutdown_reply") == ["status": "ok", "restart": true])
        #expect(harness.transport.isStopped)
    }

    @Test("JSON formats are sent as JSON, and text/plain is always there")
    func mimeTypes() {
        let harness = KernelHarness { _, host, _ in
            host.receive(
                .display(
                    DisplayData([
                        .init(mimeType: "application/vnd.plot+json", content: #"{"a":[1]}"#),
                        .init(mimeType: "image/svg+xml", content: "<svg/>"),
                    ]), id: nil))
            return .finished
        }
        let content = harness.execute("plot").content("display_data")
        #expect(content?["data"]?["application/vnd.plot+json"] == ["a": [1]])
        #expect(content?["data"]?["image/svg+xml"] == "<svg/>")
        #expect(content?["data"]?["text/plain"] == "<application/vnd.plot+json>")
        #expect(content?["transient"] == [:] && content?["metadata"] == [:])
    }
}
