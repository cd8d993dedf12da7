import JSON
import JupyterMessaging
import Testing

@Suite("Connection file")
struct ConnectionFileTests {
    static let whole: JSONValue = [
        "shell_port": 50001, "iopub_port": 50002, "stdin_port": 50003, "control_port": "50004",
        "hb_port": 50005, "ip": "127.0.0.1", "key": "k", "transport": "tcp",
        "signature_scheme": "hmac-sha256", "kernel_name": "vencejo",
    ]

    func read(_ changes: (inout JSONObject) -> Void = { _ in }) throws -> ConnectionFile {
        var object = try #require(Self.whole.object)
        changes(&object)
        return try ConnectionFile(json: JSONWriter.bytes(.object(object)), path: "c.json")
    }

    func message(_ changes: (inout JSONObject) -> Void) -> String {
        do {
            _ = try read(changes)
            return "was read"
        } catch {
            return "\(error)"
        }
    }

    @Test("Addresses for tcp and ipc, ports as numbers or strings")
    func endpoints() throws {
        #expect(try read().endpoint(of: .shell) == "tcp://127.0.0.1:50001")
        #expect(try read().endpoint(of: .control) == "tcp://127.0.0.1:50004")
        let local = try read {
            $0["transport"] = "ipc"
            $0["ip"] = "/run/k"
            $0["hb_port"] = 5
        }
        #expect(local.endpoint(of: .heartbeat) == "ipc:///run/k-5")
    }

    @Test("What is wrong is said with the file's path and the key")
    func errors() {
        #expect(
            message { $0["key"] = nil } == "the connection file 'c.json' has no 'key'")
        #expect(
            message { $0["iopub_port"] = nil }
                == "the connection file 'c.json' has no 'iopub_port'")
        for port: JSONValue in [0, 65_536, "x", -1, .null, 1.5.json] {
            #expect(
                message { $0["shell_port"] = port }
                    == "'shell_port' in the connection file 'c.json' should be a port from 1 to 65535"
            )
        }
        #expect(
            message { $0["transport"] = "udp" }
                == "unknown transport 'udp' in the connection file 'c.json'\n"
                + "help: 'tcp' and 'ipc' are known")
        #expect(
            message { $0["signature_scheme"] = "hmac-md5" }
                == "unknown signature_scheme 'hmac-md5' in the connection file 'c.json'\n"
                + "help: 'hmac-sha256', 'hmac-sha384', 'hmac-sha512' are known")
        #expect(
            message { $0["curve_publickey"] = "short" }
                == "'curve_publickey' in the connection file 'c.json' should be "
                + "a key of 40 characters (Z85)")
    }

    @Test("A file that is not there, or no JSON, or no object")
    func unreadable() {
        #expect(throws: ConnectionFileError.self) {
            try ConnectionFile(path: "/nowhere/connection.json")
        }
        #expect(throws: ConnectionFileError.notJSON(path: "c", .unexpectedEnd)) {
            try ConnectionFile(json: Array("{".utf8), path: "c")
        }
        #expect(throws: ConnectionFileError.notAnObject(path: "c", given: "an array")) {
            try ConnectionFile(json: Array("[]".utf8), path: "c")
        }
    }

    @Test("An error does not show the key")
    func noSecret() {
        let text = message {
            $0["key"] = "very secret"
            $0["shell_port"] = nil
        }
        #expect(!text.contains("very secret"))
    }
}

extension Double {
    fileprivate var json: JSONValue { .double(self) }
}
