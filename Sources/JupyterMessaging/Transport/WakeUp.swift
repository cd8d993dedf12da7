import Glibc
import Synchronization

/// Wakes a thread that polls sockets, from any thread and from a signal handler.
package final class WakeUp: Sendable {
    let readEnd: Int32
    private let writeEnd: Int32
    private let isPending = Atomic<Bool>(false)

    package init() throws(WakeUpError) {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw WakeUpError(code: errno) }
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        readEnd = ends[0]
        writeEnd = ends[1]
    }

    deinit {
        close(readEnd)
        close(writeEnd)
    }

    /// Wakes the thread. Many calls before it wakes cost one write.
    package func signal() {
        guard !isPending.exchange(true, ordering: .acquiringAndReleasing) else { return }
        var byte: UInt8 = 1
        _ = write(writeEnd, &byte, 1)
    }

    /// Takes the signals that came; the thread then looks at everything it could be woken for.
    func clear() {
        var bytes = [UInt8](repeating: 0, count: 64)
        while read(readEnd, &bytes, bytes.count) > 0 {}
        isPending.store(false, ordering: .sequentiallyConsistent)
    }
}

/// The system has no pipe left.
package struct WakeUpError: Error, CustomStringConvertible {
    let code: Int32
    package var description: String { "cannot open a pipe: \(String(cString: strerror(code)))" }
}
