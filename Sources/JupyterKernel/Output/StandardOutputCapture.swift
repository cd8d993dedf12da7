@preconcurrency import Glibc
internal import JupyterMessaging
import Synchronization

/// Takes what C code writes to the process's standard output, so that frontends see it too.
package final class StandardOutputCapture: Sendable {
    private let readEnd: Int32
    /// The output as it was before.
    private let original: Int32
    private let turn = Mutex(())
    private let take: @Sendable (String) -> Void

    /// From now on the output goes to `take`; nil where the system has no pipe left.
    package init?(_ take: @escaping @Sendable (String) -> Void) {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return nil }
        fflush(stdout)
        original = dup(STDOUT_FILENO)
        readEnd = ends[0]
        self.take = take
        for end in ends + [original] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(readEnd, F_SETFL, fcntl(readEnd, F_GETFL) | O_NONBLOCK)
        // A larger pipe keeps a writer from waiting for the reader.
        _ = fcntl(readEnd, 1031 /* F_SETPIPE_SZ */, 1 << 20)
        dup2(ends[1], STDOUT_FILENO)
        close(ends[1])
        setvbuf(stdout, nil, _IOLBF, 0)
    }

    /// Hands on what comes, until `stop`. To be called on a thread of its own.
    package func run() {
        while true {
            var entry = pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0)
            if poll(&entry, 1, -1) < 0, errno != EINTR { return }
            if drain() { return }
        }
    }

    /// Hands on what has been written so far.
    package func flush() {
        fflush(stdout)
        _ = drain()
    }

    /// Gives the output back; `run` ends.
    package func stop() {
        fflush(stdout)
        dup2(original, STDOUT_FILENO)
        close(original)
    }

    /// Returns whether nobody writes any more.
    private func drain() -> Bool {
        turn.withLock { _ in
            var bytes = [UInt8](repeating: 0, count: 64 << 10)
            while true {
                let count = read(readEnd, &bytes, bytes.count)
                if count == 0 { return true }
                if count < 0 { return errno != EAGAIN && errno != EINTR }
                take(String(decoding: bytes[..<count], as: UTF8.self))
            }
        }
    }
}
