import Comms
import JSON
import JupyterKernel
import JupyterMessaging
import Session
import Synchronization
import Testing

@Suite("Comms")
struct CommTests {
    @Test("A comm that a cell opens is told to frontends between the cell's own output, with data and buffers")
    func openedByCell() {
        let opened = Mutex<Comm?>(nil)
        let harness = KernelHarness { source, host, evaluator in
            CommContext.$outlet.withValue(host as? any CommOutlet) {
                host.receive(.stream(.stdout, "before"))
                let comm = evaluator.comms.open(
                    "jupyter.widget", CommPayload(["value": 1], metadata: ["version": "2.1.0"], buffers: [[1, 2]]))
                comm.send(CommPayload(["value": 2]))
                host.receive(.stream(.stdout, "after"))
                opened.withLock { $0 = comm }
            }
            return .finished
        }
        let sent = harness.execute("slider")
        #expect(
            sent.labels == ["busy", "execute_input", "stream", "comm_open", "comm_msg", "stream", "shell:execute_reply", "idle"])
        let open = sent.first { $0.type == "comm_open" }?.message
        let id = opened.withLock { $0?.id } ?? ""
        #expect(open?.content == ["comm_id": .string(id), "target_name": "jupyter.widget", "data": ["value": 1]])
        #expect(open?.metadata == ["version": "2.1.0"] && open?.buffers == [[1, 2]])
        #expect(sent.content("comm_msg") == ["comm_id": .string(id), "data": ["value": 2]])
        let known = harness.ask("comm_info_request").content("comm_info_reply")?["comms"]
        #expect(known == .object(JSONObject([(id, ["target_name": "jupyter.widget"])])))
        #expect(harness.ask("comm_info_request", ["target_name": "other"]).content("comm_info_reply")?["comms"] == [:])
    }

    @Test("A frontend's message reaches the comm with its buffers, and what that leads to has the message as parent")
    func messages() {
        let harness = KernelHarness()
        let heard = Mutex<[CommPayload]>([])
        let comm = harness.evaluator.comms.open("t", CommPayload())
        comm.onMessage { payload in
            heard.withLock { $0.append(payload) }
            comm.send(CommPayload(["echo": payload.data]))
        }
        let id = harness.send("comm_msg", ["comm_id": .string(comm.id), "data": ["x": 3]], buffers: [[7]])
        let sent = harness.answers(to: id)
        #expect(sent.labels == ["busy", "comm_msg", "idle"])
        #expect(sent.content("comm_msg")?["data"] == ["echo": ["x": 3]])
        #expect(heard.withLock { $0 } == [CommPayload(["x": 3], buffers: [[7]])])
    }

    @Test("A frontend opens a comm to a registered target, and either end closes it")
    func openedByFrontend() {
        let harness = KernelHarness()
        let comms = Mutex<[Comm]>([])
        let closed = Mutex<[CommPayload]>([])
        harness.evaluator.comms.register("t") { comm, payload in
            comms.withLock { $0.append(comm) }
            comm.onClose { payload in closed.withLock { $0.append(payload) } }
            comm.send(payload)
        }
        let sent = harness.ask("comm_open", ["comm_id": "7", "target_name": "t", "data": ["a": 1]])
        #expect(sent.labels == ["busy", "comm_msg", "idle"])
        #expect(harness.ask("comm_close", ["comm_id": "7", "data": ["b": 2]]).labels == ["busy", "idle"])
        #expect(closed.withLock { $0 } == [CommPayload(["b": 2])])
        #expect(harness.ask("comm_info_request").content("comm_info_reply")?["comms"] == [:])
        _ = harness.ask("comm_open", ["comm_id": "8", "target_name": "t", "data": [:]])
        comms.withLock { $0.last }?.close(CommPayload(["c": 3]))
        #expect(harness.transport.sent.last?.message.content == ["comm_id": "8", "data": ["c": 3]])
        comms.withLock { $0.last }?.send(CommPayload())
        #expect(harness.transport.sent.last?.type == "comm_close")
    }

    @Test("A request of a comm is idle only when the work it led to on the cells' thread has ended")
    func waiting() {
        let harness = KernelHarness()
        let jobs = Mutex<[@Sendable () -> Void]>([])
        let comms = harness.evaluator.comms
        comms.runOnCells { body, completion in
            jobs.withLock {
                $0.append {
                    try? body()
                    completion()
                }
            }
        }
        let comm = comms.open("t", CommPayload())
        comm.onMessage { _ in comms.onCells { comm.send(CommPayload(["late": true])) } }
        let id = harness.send("comm_msg", ["comm_id": .string(comm.id), "data": [:]])
        #expect(harness.transport.wait { _ in jobs.withLock { !$0.isEmpty } } || jobs.withLock { !$0.isEmpty })
        #expect(harness.transport.sent.filter { $0.parent == id }.labels == ["busy"])
        for job in jobs.withLock({ $0 }) { job() }
        #expect(harness.answers(to: id).labels == ["busy", "comm_msg", "idle"])
    }
}
