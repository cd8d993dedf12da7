internal import CZeroMQ
import Glibc

extension ConnectionFile {
    /// Makes a socket listen where the file says, or at a port that is free.
    ///
    /// - Returns: the port.
    func listen(_ socket: ZeroMQSocket, on channel: Channel) throws(ZeroMQError) -> Int {
        try secure(socket)
        if let port = ports[channel] {
            try socket.bind(endpoint(of: channel))
            return port
        }
        switch transport {
        case .tcp:
            // The system chooses the port when it binds the socket: nobody can take it in between.
            try socket.bind("tcp://\(address):*")
            let endpoint = try socket.listeningEndpoint()
            guard let port = endpoint.split(separator: ":").last.flatMap({ Int($0) }) else {
                throw ZeroMQError(operation: "tell the port of \(endpoint)")
            }
            return port
        case .ipc:
            let port = claimedNumber()
            try socket.bind(transport.endpoint(at: address, port: port))
            return port
        }
    }

    /// The first number that no socket's path has. The path exists from then on, so that a kernel that looks at the
    /// same time takes another one; binding puts the socket in its place.
    private func claimedNumber() -> Int {
        var number = 1
        while true {
            let descriptor = open("\(address)-\(number)", O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            guard descriptor < 0 else {
                close(descriptor)
                return number
            }
            // Whatever else is wrong with the path, binding says it.
            guard errno == EEXIST else { return number }
            number += 1
        }
    }

    /// Removes the paths of the sockets whose numbers the kernel chose. ZeroMQ leaves them, and no launcher knows of
    /// them when it could not be told.
    ///
    /// - Parameter ports: where the kernel's sockets listened.
    package func removeChosenPaths(_ ports: [Channel: Int]) {
        guard transport == .ipc else { return }
        for (channel, port) in ports where self.ports[channel] == nil {
            unlink("\(address)-\(port)")
        }
    }

    /// Makes a socket speak CurveZMQ where the file asks for it. To be called before it binds.
    private func secure(_ socket: ZeroMQSocket) throws(ZeroMQError) {
        guard let curve else { return }
        try socket.set(ZMQ_CURVE_SERVER, 1 as Int32)
        try socket.set(ZMQ_CURVE_PUBLICKEY, curve.publicKey)
        try socket.set(ZMQ_CURVE_SECRETKEY, curve.secretKey)
    }
}
