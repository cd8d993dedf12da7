import JupyterKernel
import Testing

@Suite("Log throttle")
struct LogThrottleTests {
    @Test("Ten lines a second; the next one written says how many were left out")
    func throttling() {
        var throttle = LogThrottle()
        let notes = (0..<25).map { throttle.note(now: Int64($0)) }
        #expect(notes.compactMap(\.self) == Array(repeating: "", count: 10))
        #expect(throttle.note(now: 1_000_000_000) == " (and 15 more before it)")
        #expect(throttle.note(now: 1_000_000_001) == "")
    }
}
