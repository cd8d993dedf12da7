import Glibc
import Synchronization

/// A thread with a stack of chosen size that runs one piece of work after the other.
final class WorkerThread: Sendable {
    private struct Work {
        let body: @Sendable () -> Void
        /// Tells who waits. Called when the thread no longer counts as busy with this, so that whoever is told finds
        /// it idle.
        let isDone: @Sendable () -> Void
    }

    private struct State {
        var work: [Work] = []
        var isStopped = false
        var isStarted = false
        var isBusy = false
    }

    /// What the thread and its owner share; the thread holds no reference to the owner, so that it can end.
    private final class Queue: Sendable {
        let state = Mutex(State())
        let ready = Signal()
    }

    private let queue = Queue()
    private let stackBytes: Int
    private let name: String

    init(name: String, stackBytes: Int) {
        self.name = name
        self.stackBytes = stackBytes
    }

    deinit {
        stop()
    }

    /// Runs `body` on the thread and waits for its end. nil when the thread was stopped before.
    func run<Result: Sendable>(_ body: @escaping @Sendable () -> Result) -> Result? {
        let box = ResultBox<Result>()
        return post({ box.keep(body()) }, isDone: { box.release() }) ? box.take() : nil
    }

    /// Runs `body` on the thread and waits for its end, if it has nothing else to do; nil otherwise.
    func runIfIdle<Result: Sendable>(_ body: @escaping @Sendable () -> Result) -> Result? {
        let box = ResultBox<Result>()
        return post({ box.keep(body()) }, isDone: { box.release() }, onlyWhenIdle: true) ? box.take() : nil
    }

    /// Has the thread run `body` some time; false when it was stopped before.
    @discardableResult
    func post(
        _ body: @escaping @Sendable () -> Void, isDone: @escaping @Sendable () -> Void = {},
        onlyWhenIdle: Bool = false
    ) -> Bool {
        let accepted = queue.state.withLock { state in
            if state.isStopped { return false }
            if onlyWhenIdle, state.isBusy || !state.work.isEmpty { return false }
            state.work.append(Work(body: body, isDone: isDone))
            if !state.isStarted {
                state.isStarted = true
                start()
            }
            return true
        }
        if accepted { queue.ready.raise() }
        return accepted
    }

    /// Ends the thread when what it runs has ended. Work that waits is run before.
    func stop() {
        queue.state.withLock { $0.isStopped = true }
        queue.ready.raise()
    }

    private func start() {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        pthread_attr_setstacksize(&attributes, stackBytes)
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        var thread = pthread_t()
        let argument = Unmanaged.passRetained(queue).toOpaque()
        pthread_create(&thread, &attributes, { argument in
            guard let argument else { return nil }
            // Signals are for the main thread.
            var all = sigset_t()
            sigfillset(&all)
            pthread_sigmask(SIG_BLOCK, &all, nil)
            let queue = Unmanaged<Queue>.fromOpaque(argument).takeRetainedValue()
            while true {
                let (next, stopped) = queue.state.withLock { state -> (Work?, Bool) in
                    state.isBusy = !state.work.isEmpty
                    return (state.work.isEmpty ? nil : state.work.removeFirst(), state.isStopped)
                }
                if let next {
                    next.body()
                    queue.state.withLock { $0.isBusy = !$0.work.isEmpty }
                    next.isDone()
                } else if stopped {
                    return nil
                } else {
                    queue.ready.wait()
                }
            }
        }, argument)
        pthread_attr_destroy(&attributes)
    }
}

/// A result handed from one thread to another.
final class ResultBox<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)
    private let ready = Signal()

    /// Hands the result to who waits.
    func put(_ result: Value) {
        keep(result)
        release()
    }

    /// Keeps the result until it is released.
    func keep(_ result: Value) {
        value.withLock { $0 = result }
    }

    func release() {
        ready.raise()
    }

    func take() -> Value? {
        ready.wait()
        return value.withLock { $0 }
    }

    /// nil where there is no result when the time is over.
    func take(seconds: Double) -> Value? {
        ready.wait(seconds: seconds) ? value.withLock { $0 } : nil
    }
}

/// A counting semaphore.
final class Signal: Sendable {
    private final class Storage: @unchecked Sendable {
        let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

        init() { sem_init(semaphore, 0, 0) }

        deinit {
            sem_destroy(semaphore)
            semaphore.deallocate()
        }
    }

    private let storage = Storage()

    func raise() { sem_post(storage.semaphore) }

    func wait() {
        while sem_wait(storage.semaphore) != 0, errno == EINTR {}
    }

    /// Whether the signal came before the time was over.
    func wait(seconds: Double) -> Bool {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        let end = Double(time.tv_nsec) + seconds.truncatingRemainder(dividingBy: 1) * 1e9
        time.tv_sec += Int(seconds) + (end >= 1e9 ? 1 : 0)
        time.tv_nsec = Int(end >= 1e9 ? end - 1e9 : end)
        while sem_timedwait(storage.semaphore, &time) != 0 {
            if errno == EINTR { continue }
            return false
        }
        return true
    }
}
