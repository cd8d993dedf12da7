import Glibc
import JupyterKernel
import JupyterMessaging
import Testing

@Suite("Standard output of C code")
struct StandardOutputCaptureTests {
    @Test("What C code prints is handed on, whether or not it was flushed, and comes out as before afterwards")
    func capture() throws {
        let taken = Monitor("")
        let capture = try #require(StandardOutputCapture { text in taken.update { $0 += text } })
        let thread = Thread.start { capture.run() }
        "written at once\n".withCString { _ = write(STDOUT_FILENO, $0, strlen($0)) }
        puts("printed é")
        capture.flush()
        let text = taken.withLock { $0 }
        capture.stop()
        thread?.join()
        #expect(text.contains("written at once\n") && text.contains("printed é\n"))
        // Other tests may have printed meanwhile.
        for line in text.split(separator: "\n") where !line.hasPrefix("written at once") && !line.hasPrefix("printed é") {
            puts(String(line))
        }
    }
}
