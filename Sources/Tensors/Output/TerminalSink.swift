#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The sink of a compiled program: standard output and standard error, displays as their plain text.
package final class TerminalSink: OutputSink {
    package static let shared = TerminalSink()

    package func write(_ text: String) {
        put(text, to: 1)
    }

    package func writeError(_ text: String) {
        put(text, to: 2)
    }

    package func display(_ bundle: DisplayBundle, id: String?) {
        put(bundle.text + "\n", to: 1)
    }

    package func updateDisplay(_ bundle: DisplayBundle, id: String) {
        put("\r" + bundle.text, to: 1)
    }

    package var updatesInPlace: Bool { isatty(1) != 0 }

    private func put(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { bytes in
            var written = 0
            while written < bytes.count {
                let count = Glibc.write(
                    descriptor, bytes.baseAddress! + written, bytes.count - written)
                if count <= 0 { return }
                written += count
            }
        }
    }
}
