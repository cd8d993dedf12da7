internal import CZeroMQ

/// Sends back what frontends send to see whether the kernel lives, on a thread of its own.
package struct Heartbeat {
    private let thread: Thread?

    /// Listens at the connection file's heartbeat address until the context shuts down.
    package init(_ context: ZeroMQContext, _ connection: ConnectionFile) throws(ZeroMQError) {
        let socket = try ZeroMQSocket(context, .router)
        do throws(ZeroMQError) {
            try socket.set(ZMQ_LINGER, 0 as Int32)
            try connection.secure(socket)
            try socket.bind(connection.endpoint(of: .heartbeat))
        } catch {
            socket.close()
            throw error
        }
        thread = Thread.start(stackSize: 256 << 10) {
            // Returns when the context shuts down.
            zmq_proxy(socket.handle, socket.handle, nil)
            socket.close()
        }
    }

    /// Waits for the thread's end, after the context was shut down.
    package func join() {
        thread?.join()
    }
}

extension ConnectionFile {
    /// Makes a socket speak CurveZMQ where the file asks for it. To be called before it binds.
    func secure(_ socket: ZeroMQSocket) throws(ZeroMQError) {
        guard let curve else { return }
        try socket.set(ZMQ_CURVE_SERVER, 1 as Int32)
        try socket.set(ZMQ_CURVE_PUBLICKEY, curve.publicKey)
        try socket.set(ZMQ_CURVE_SECRETKEY, curve.secretKey)
    }
}
