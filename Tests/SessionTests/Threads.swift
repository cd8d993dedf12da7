import Glibc
import Session

/// Opened once by one thread, waited for by another; a minute at most.
final class Gate: @unchecked Sendable {
    private let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

    init() { sem_init(semaphore, 0, 0) }

    func open() { sem_post(semaphore) }

    @discardableResult
    func wait() -> Bool {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        time.tv_sec += 60
        while sem_timedwait(semaphore, &time) != 0 {
            if errno != EINTR { return false }
        }
        return true
    }
}

/// Runs `body` on a thread of its own.
func onThread(_ body: @escaping @Sendable () -> Void) {
    final class Box: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
    var thread = pthread_t()
    pthread_create(
        &thread, nil,
        { argument in
            guard let argument else { return nil }
            Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().body()
            return nil
        }, Unmanaged.passRetained(Box(body)).toOpaque())
    pthread_detach(thread)
}

/// A recorder that says when a cell has written "started".
final class Listener: CellHost {
    let recorder = Recorder()
    let started = Gate()

    func receive(_ event: CellEvent) {
        recorder.receive(event)
        if case .stream(_, let text) = event, text.contains("started") { started.open() }
    }

    func readLine(prompt: String, isSecret: Bool) throws(InputUnavailable) -> String? {
        try recorder.readLine(prompt: prompt, isSecret: isSecret)
    }

    var updatesInPlace: Bool { false }
}
