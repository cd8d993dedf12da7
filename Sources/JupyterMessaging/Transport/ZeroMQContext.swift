internal import CZeroMQ
import Glibc

/// A ZeroMQ context: the owner of the sockets and of the threads behind them.
package final class ZeroMQContext: @unchecked Sendable {
    let handle: UnsafeMutableRawPointer

    package init() throws(ZeroMQError) {
        guard let handle = zmq_ctx_new() else { throw ZeroMQError(operation: "open ZeroMQ") }
        self.handle = handle
    }

    /// Makes every call on a socket of this context return, from any thread.
    package func shutDown() {
        zmq_ctx_shutdown(handle)
    }

    /// Waits until what was sent has left (as long as the sockets linger) and frees the context.
    package func terminate() {
        while zmq_ctx_term(handle) != 0, zmq_errno() == EINTR {}
    }
}

/// A ZeroMQ call that failed.
package struct ZeroMQError: Error, Sendable, CustomStringConvertible {
    package let operation: String
    package let code: Int32

    init(operation: String) {
        self.operation = operation
        code = zmq_errno()
    }

    package var description: String {
        "cannot \(operation): \(String(cString: zmq_strerror(code)))"
    }
}
