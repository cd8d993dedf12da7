import Glibc
package import JSON

/// What a frontend tells a kernel it starts: where to listen, or where to say it, and how messages are signed.
package struct ConnectionFile: Sendable, Hashable {
    package enum Transport: String, Sendable, CaseIterable {
        case tcp
        case ipc

        /// An address, as ZeroMQ writes it.
        func endpoint(at address: String, port: Int) -> String {
            switch self {
            case .tcp: "tcp://\(address):\(port)"
            case .ipc: "ipc://\(address)-\(port)"
            }
        }
    }

    /// The keys of CurveZMQ, in Z85.
    package struct CurveKeys: Sendable, Hashable {
        package let publicKey: String
        package let secretKey: String
    }

    package let transport: Transport
    /// The address to bind; for ipc the start of the sockets' paths.
    package let address: String
    /// The ports that are settled; where there is a registration, the kernel chooses the others.
    package private(set) var ports: [Channel: Int]
    package let key: String
    package let signatureScheme: MessageSigner.Scheme
    package let curve: CurveKeys?
    /// Where the launcher waits to be told the ports; nil where it has chosen them itself.
    package let registration: Registration?

    /// Reads the file at `path`.
    package init(path: String) throws(ConnectionFileError) {
        try self.init(json: try Self.contents(of: path), path: path)
    }

    /// Reads a connection file's bytes; `path` is how errors call it.
    package init(json: [UInt8], path: String) throws(ConnectionFileError) {
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONParser.parse(json)
        } catch {
            throw .notJSON(path: path, error)
        }
        guard let object = value.object else { throw .notAnObject(path: path, given: value.kind) }

        let transportName = object["transport"]?.string ?? Transport.tcp.rawValue
        guard let transport = Transport(rawValue: transportName) else {
            throw .unknownTransport(path: path, transportName)
        }
        self.transport = transport
        guard let address = object["ip"] else { throw .missing(path: path, key: "ip") }
        guard let address = address.string, !address.isEmpty else {
            throw .wrong(path: path, key: "ip", expected: "a string")
        }
        self.address = address
        registration = try Self.registration(
            in: object, transport: transport, address: address, path: path)
        var ports: [Channel: Int] = [:]
        for channel in Channel.allCases
        where registration == nil || object[channel.portKey] != nil {
            ports[channel] = try Self.port(
                of: channel.portKey, in: object, transport: transport, path: path)
        }
        self.ports = ports
        guard let key = object["key"] else { throw .missing(path: path, key: "key") }
        guard let key = key.string else {
            throw .wrong(path: path, key: "key", expected: "a string")
        }
        self.key = key
        let scheme = object["signature_scheme"]?.string ?? MessageSigner.Scheme.sha256.rawValue
        guard let signatureScheme = MessageSigner.Scheme(rawValue: scheme) else {
            throw .unknownSignatureScheme(path: path, scheme)
        }
        self.signatureScheme = signatureScheme
        curve = try Self.curveKeys(in: object, path: path)
    }

    /// The same with the ports that a kernel listens at.
    package func listening(at ports: [Channel: Int]) -> ConnectionFile {
        var file = self
        file.ports = ports
        return file
    }

    /// The address of a channel, as ZeroMQ writes it.
    package func endpoint(of channel: Channel) -> String {
        transport.endpoint(at: address, port: ports[channel] ?? 0)
    }

    /// A port, which some launchers write as a string.
    static func port(
        of key: String, in object: JSONObject, transport: Transport, path: String
    ) throws(ConnectionFileError) -> Int {
        guard let value = object[key] else { throw .missing(path: path, key: key) }
        let allowed = transport == .tcp ? 1...65_535 : 1...Int.max
        guard let port = value.int ?? value.string.flatMap({ Int($0) }), allowed.contains(port)
        else { throw .wrong(path: path, key: key, expected: "a port from 1 to 65535") }
        return port
    }

    private static func curveKeys(
        in object: JSONObject, path: String
    ) throws(ConnectionFileError) -> CurveKeys? {
        let keys = ["curve_publickey", "curve_secretkey"]
        if keys.allSatisfy({ object[$0] == nil || object[$0] == .null }) { return nil }
        var given: [String] = []
        for key in keys {
            guard let value = object[key] else { throw .missing(path: path, key: key) }
            guard let text = value.string, text.utf8.count == 40 else {
                throw .wrong(path: path, key: key, expected: "a key of 40 characters (Z85)")
            }
            given.append(text)
        }
        return CurveKeys(publicKey: given[0], secretKey: given[1])
    }

    private static func contents(of path: String) throws(ConnectionFileError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw .unreadable(path: path, reason: String(cString: strerror(errno)))
        }
        defer { close(descriptor) }
        var contents: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4_096)
        let limit = 1 << 20
        while contents.count < limit {
            let count = read(descriptor, &chunk, chunk.count)
            if count == 0 { return contents }
            guard count > 0 else {
                throw .unreadable(path: path, reason: String(cString: strerror(errno)))
            }
            contents.append(contentsOf: chunk[..<count])
        }
        throw .unreadable(path: path, reason: "it is larger than 1 MB")
    }
}
