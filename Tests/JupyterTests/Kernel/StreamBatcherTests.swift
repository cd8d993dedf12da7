import JupyterKernel
import Session
import Synchronization
import Testing

@Suite("Stream batching")
struct StreamBatcherTests {
    final class Log: Sendable {
        let texts = Mutex<[String]>([])
        let arms = Mutex(0)
    }

    func batcher(_ log: Log) -> StreamBatcher {
        StreamBatcher(
            interval: 100, limit: 10,
            arm: { log.arms.withLock { $0 += 1 } },
            send: { stream, text in
                log.texts.withLock { $0.append("\(stream.rawValue):\(text)") }
            })
    }

    @Test("The first text goes out at once, what follows together when it is due")
    func batching() {
        let log = Log()
        let batcher = batcher(log)
        batcher.write(.stdout, "a", now: 0)
        #expect(log.texts.withLock { $0 } == ["stdout:a"])
        batcher.write(.stdout, "b", now: 1)
        batcher.write(.stdout, "c", now: 2)
        #expect(log.arms.withLock { $0 } == 1)
        #expect(batcher.flushIfDue(now: 99) == 100)
        #expect(batcher.flushIfDue(now: 100) == nil)
        #expect(log.texts.withLock { $0 } == ["stdout:a", "stdout:bc"])
        #expect(batcher.flushIfDue(now: 300) == nil)
        batcher.write(.stdout, "d", now: 300)
        #expect(log.texts.withLock { $0 }.last == "stdout:d")
    }

    @Test("The order between the streams is kept")
    func order() {
        let log = Log()
        let batcher = batcher(log)
        for (index, stream) in [StreamName.stdout, .stdout, .stderr, .stdout].enumerated() {
            batcher.write(stream, "\(index)", now: Int64(index))
        }
        batcher.flush(now: 5)
        #expect(
            log.texts.withLock { $0 } == ["stdout:0", "stdout:1", "stderr:2", "stdout:3"])
    }

    @Test("Much text does not wait, and nothing is lost")
    func limit() {
        let log = Log()
        let batcher = batcher(log)
        for index in 0..<100 { batcher.write(.stdout, "\(index % 10)", now: 1) }
        batcher.flush(now: 2)
        let texts = log.texts.withLock { $0 }
        #expect(texts.count == 11)
        #expect(
            texts.map { $0.dropFirst("stdout:".count) }.joined()
                == String(repeating: "0123456789", count: 10))
    }
}
