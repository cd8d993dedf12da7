package import JSON

/// The socket of a launcher that lets kernels choose their ports and tell it (Jupyter enhancement proposal 66).
package struct Registration: Sendable, Hashable {
    /// The socket's address, as ZeroMQ writes it.
    package let endpoint: String
    /// How the launcher calls the kernel, which tells it whose ports these are; nil where it gave no name.
    package let kernelID: String?
    /// Whether ports are told as strings: a launcher reads them as it writes its own.
    package let writesStrings: Bool

    /// What the kernel tells: its name and its five ports.
    package func content(ports: [Channel: Int]) -> JSONValue {
        var object = JSONObject()
        if let kernelID { object["kernel_id"] = .string(kernelID) }
        for channel in Channel.allCases {
            guard let port = ports[channel] else { continue }
            object[channel.portKey] = writesStrings ? .string(String(port)) : .int(port)
        }
        return .object(object)
    }

    /// The frames of the kernel's message: `<IDS|MSG>`, the signature of the content, the content.
    package func frames(ports: [Channel: Int], signer: MessageSigner) -> [[UInt8]] {
        let content = JSONWriter.bytes(content(ports: ports))
        return [WireFormat.delimiter, signer.signature(for: [content]), content]
    }

    /// Looks whether the launcher's answer is signed with the connection file's key. What it says is left to the
    /// launcher; the usual text is `ACK`.
    package func check(answer frames: [[UInt8]], signer: MessageSigner) throws(RegistrationError) {
        guard let delimiter = frames.firstIndex(of: WireFormat.delimiter) else {
            throw .wrongAnswer(endpoint, "it has no frame '<IDS|MSG>'")
        }
        let parts = frames[(delimiter + 1)...]
        guard let signature = parts.first, parts.count >= 2 else {
            throw .wrongAnswer(endpoint, "it lacks a signature or a text")
        }
        guard signer.isValid(signature, for: Array(parts.dropFirst())) else {
            throw .wrongAnswer(endpoint, "its signature does not fit the connection file's key")
        }
    }
}

extension ConnectionFile {
    /// The registration socket that a file names; nil where it names none.
    static func registration(
        in object: JSONObject, transport: Transport, address: String, path: String
    ) throws(ConnectionFileError) -> Registration? {
        let key = "registration_port"
        guard let given = object[key], given != .null else { return nil }
        let port = try port(of: key, in: object, transport: transport, path: path)
        let host = try text(of: "registration_ip", in: object, path: path)
        return Registration(
            endpoint: transport.endpoint(at: host ?? address, port: port),
            kernelID: try text(of: "kernel_id", in: object, path: path),
            writesStrings: given.string != nil)
    }

    /// A text that may be missing.
    private static func text(
        of key: String, in object: JSONObject, path: String
    ) throws(ConnectionFileError) -> String? {
        guard let value = object[key], value != .null else { return nil }
        guard let text = value.string, !text.isEmpty else {
            throw .wrong(path: path, key: key, expected: "a string")
        }
        return text
    }

    /// The file's contents for clients: without the registration, with all ports.
    package func json(kernelName: String) -> JSONValue {
        var object = JSONObject()
        for channel in Channel.allCases {
            if let port = ports[channel] { object[channel.portKey] = .int(port) }
        }
        object["ip"] = .string(address)
        object["key"] = .string(key)
        object["transport"] = .string(transport.rawValue)
        object["signature_scheme"] = .string(signatureScheme.rawValue)
        object["kernel_name"] = .string(kernelName)
        if let curve {
            object["curve_publickey"] = .string(curve.publicKey)
            object["curve_secretkey"] = .string(curve.secretKey)
        }
        return .object(object)
    }
}
