import Glibc
import JSON
import JupyterMessaging
import Logging
import Testing

@Suite("Registration of a kernel that chooses its ports")
struct RegistrationTests {
    static let whole: JSONValue = [
        "ip": "127.0.0.1", "key": "k", "transport": "tcp", "signature_scheme": "hmac-sha256",
        "registration_port": 50001,
    ]
    static let ports: [Channel: Int] = [
        .shell: 1, .control: 2, .stdin: 3, .iopub: 4, .heartbeat: 5,
    ]

    func read(_ changes: (inout JSONObject) -> Void = { _ in }) throws -> ConnectionFile {
        var object = try #require(Self.whole.object)
        changes(&object)
        return try ConnectionFile(json: JSONWriter.bytes(.object(object)), path: "c.json")
    }

    func registration(_ changes: (inout JSONObject) -> Void = { _ in }) throws -> Registration {
        try #require(try read(changes).registration)
    }

    func message(_ changes: (inout JSONObject) -> Void) -> String {
        do {
            _ = try read(changes)
            return "was read"
        } catch {
            return "\(error)"
        }
    }

    @Test(
        "The registration's port may be a number or a string, its address the kernel's or another")
    func address() throws {
        #expect(try registration().endpoint == "tcp://127.0.0.1:50001")
        #expect(
            try registration { $0["registration_port"] = "50002" }.endpoint
                == "tcp://127.0.0.1:50002")
        #expect(
            try registration { $0["registration_ip"] = "10.0.0.7" }.endpoint
                == "tcp://10.0.0.7:50001")
        let local = try registration {
            $0["transport"] = "ipc"
            $0["ip"] = "/run/k"
            $0["registration_port"] = 3
        }
        #expect(local.endpoint == "ipc:///run/k-3")
    }

    @Test("Ports that the file names are kept, the others are for the kernel to choose")
    func settledPorts() throws {
        #expect(try read().ports.isEmpty)
        #expect(try read { $0["shell_port"] = 50007 }.ports == [.shell: 50007])
        #expect(
            try read {
                $0["registration_port"] = .null
                for channel in ["shell", "control", "stdin", "iopub", "hb"] {
                    $0["\(channel)_port"] = 50009
                }
            }.registration == nil)
    }

    @Test("What is wrong is said with the file's path and the key")
    func errors() {
        for port: JSONValue in [0, 65_536, "x", -1, true, ""] {
            #expect(
                message { $0["registration_port"] = port }
                    == "'registration_port' in the connection file 'c.json' should be a port from 1 to 65535"
            )
        }
        #expect(
            message { $0["shell_port"] = "x" }
                == "'shell_port' in the connection file 'c.json' should be a port from 1 to 65535")
        for key in ["registration_ip", "kernel_id"] {
            #expect(
                message { $0[key] = 7 }
                    == "'\(key)' in the connection file 'c.json' should be a string")
        }
        #expect(
            message { $0["registration_port"] = nil }
                == "the connection file 'c.json' has no 'shell_port'")
    }

    @Test(
        "The message has the kernel's name and five ports, written as the launcher writes its own")
    func content() throws {
        #expect(
            try registration().content(ports: Self.ports) == [
                "shell_port": 1, "control_port": 2, "stdin_port": 3, "iopub_port": 4, "hb_port": 5,
            ])
        let named = try registration {
            $0["kernel_id"] = "k-1"
            $0["registration_port"] = "50001"
        }
        #expect(
            named.content(ports: Self.ports) == [
                "kernel_id": "k-1", "shell_port": "1", "control_port": "2", "stdin_port": "3",
                "iopub_port": "4", "hb_port": "5",
            ])
    }

    @Test("The message is one frame, signed with the file's key")
    func signature() throws {
        let signer = MessageSigner(key: "k", scheme: .sha512)
        let frames = try registration().frames(ports: Self.ports, signer: signer)
        #expect(frames.count == 3 && frames[0] == WireFormat.delimiter)
        #expect(frames[1].count == 128 && signer.isValid(frames[1], for: [frames[2]]))
        #expect(!MessageSigner(key: "other", scheme: .sha512).isValid(frames[1], for: [frames[2]]))
        let unsigned = try registration().frames(ports: Self.ports, signer: MessageSigner(key: ""))
        #expect(unsigned[1].isEmpty)
    }

    @Test("An answer counts when it is signed with the file's key, whatever it says")
    func answers() throws {
        let registration = try registration()
        let signer = MessageSigner(key: "k")
        let text = Array("ACK".utf8)
        let good = [WireFormat.delimiter, signer.signature(for: [text]), text]
        try registration.check(answer: good, signer: signer)
        try registration.check(answer: [[], [7]] + good, signer: signer)
        let parts = [[1], [2], [3], [4]].map { $0.map(UInt8.init) }
        try registration.check(
            answer: [WireFormat.delimiter, signer.signature(for: parts)] + parts, signer: signer)
        for bad in [
            [], [text], [WireFormat.delimiter], Array(good.dropLast()),
            [WireFormat.delimiter, [], text], [good[0], good[1], text + [0]],
            [WireFormat.delimiter, MessageSigner(key: "other").signature(for: [text]), text],
        ] {
            #expect(throws: RegistrationError.self) {
                try registration.check(answer: bad, signer: signer)
            }
        }
    }

    @Test(
        "A socket that does not answer is given up after a while, and at once when the process ends"
    )
    func silence() throws {
        let context = try ZeroMQContext()
        defer { context.terminate() }
        let path = temporaryPath()
        let registration = try registration {
            $0["transport"] = "ipc"
            $0["ip"] = .string(path)
        }
        func said(_ isStopped: Bool, patience: Int) -> String {
            do {
                try registration.announce(
                    Self.ports, signer: MessageSigner(key: "k"), context: context,
                    patience: patience,
                    isStopped: { isStopped })
                return "was acknowledged"
            } catch {
                return "\(error)"
            }
        }
        let endpoint = "ipc://\(path)-50001"
        #expect(
            said(false, patience: 200).hasPrefix(
                "the launcher's registration socket \(endpoint) did not answer within 0.2 seconds\nhelp: "
            ))
        #expect(
            said(true, patience: 600_000)
                == "the kernel was asked to end before the launcher's registration socket \(endpoint) had answered"
        )
    }

    @Test("The kernel listens at five different free ports; paths that exist are left alone")
    func freePorts() throws {
        for transport in ["tcp", "ipc"] {
            let path = temporaryPath()
            let file = try read {
                $0["transport"] = .string(transport)
                if transport == "ipc" { $0["ip"] = .string(path) }
            }
            if transport == "ipc" { close(open("\(path)-2", O_CREAT | O_WRONLY, 0o600)) }
            defer { unlink("\(path)-2") }
            let context = try ZeroMQContext()
            let loop = try SocketLoop(
                context, file, wakeUp: try WakeUp(),
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
            let heartbeat = try Heartbeat(context, file)
            let ports = loop.ports.merging([.heartbeat: heartbeat.port]) { $1 }
            #expect(ports.count == 5 && Set(ports.values).count == 5)
            if transport == "ipc" {
                #expect(ports.values.sorted() == [1, 3, 4, 5, 6])
            } else {
                #expect(ports.values.allSatisfy { (1...65_535).contains($0) })
            }
            let listening = file.listening(at: ports)
            let again = try ConnectionFile(
                json: JSONWriter.bytes(listening.json(kernelName: "vencejo")), path: "own")
            #expect(again.ports == ports && again.registration == nil && again.key == file.key)
            // Each is bound: nobody else can listen there.
            if transport == "tcp" {
                #expect(throws: ZeroMQError.self) { try Heartbeat(context, again) }
            }
            context.shutDown()
            heartbeat.join()
            loop.close()
            context.terminate()
            file.removeChosenPaths(ports)
            if transport == "ipc" {
                #expect(ports.values.allSatisfy { access("\(path)-\($0)", F_OK) != 0 })
                #expect(access("\(path)-2", F_OK) == 0)
            }
        }
    }
}
