internal import CZeroMQ

/// Sends back what frontends send to see whether the kernel lives, on a thread of its own.
package struct Heartbeat {
    /// Where it listens.
    package let port: Int
    private let thread: Thread?

    /// Listens at the connection file's heartbeat address until the context shuts down.
    package init(_ context: ZeroMQContext, _ connection: ConnectionFile) throws(ZeroMQError) {
        let socket = try ZeroMQSocket(context, .router)
        do throws(ZeroMQError) {
            try socket.set(ZMQ_LINGER, 0 as Int32)
            port = try connection.listen(socket, on: .heartbeat)
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
