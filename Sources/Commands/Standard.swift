internal import Glibc

/// The process's standard streams, written without buffers of the C library.
package enum Standard {
    package enum Stream: Int32, Sendable {
        case output = 1
        case error = 2

        /// Whether a person reads it as it is written.
        package var isTerminal: Bool { isatty(rawValue) != 0 }
    }

    /// Writes the whole text. A reader that has gone away is no error: the rest is dropped.
    package static func write(_ text: String, to stream: Stream) {
        write(text, toDescriptor: stream.rawValue)
    }

    /// Writes the whole text to an open descriptor.
    static func write(_ text: String, toDescriptor descriptor: Int32) {
        var text = text
        text.withUTF8 { bytes in
            guard let start = bytes.baseAddress else { return }
            var written = 0
            while written < bytes.count {
                let count = Glibc.write(descriptor, start + written, bytes.count - written)
                if count < 0 && errno == EINTR { continue }
                if count <= 0 { return }
                written += count
            }
        }
    }

    /// Ends the process at once; nothing here waits in a buffer.
    package static func exit(_ status: Int32) -> Never {
        fflush(nil)
        _exit(status)
    }

    /// Says that this binary is slow, where it is.
    package static func warnAboutDebugBuild() {
        #if DEBUG
            write(
                """
                warning: this is a debug build of vencejo; cells run many times slower than in a \
                release build
                help: build with 'swift build -c release'\n
                """, to: .error)
        #endif
    }
}
