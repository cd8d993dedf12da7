import Glibc

private final class Task<Result>: @unchecked Sendable {
    let body: () -> Result
    var result: Result?
    init(_ body: @escaping () -> Result) { self.body = body }
}

private final class Start {
    let run: () -> Void
    init(_ run: @escaping () -> Void) { self.run = run }
}

/// Runs a body on a thread with the stack cells are parsed on, and waits for it.
func withParserStack<Result: Sendable>(_ body: @escaping @Sendable () -> Result) -> Result {
    let task = Task(body)
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, 512 << 20)
    var thread = pthread_t()
    let start = Unmanaged.passRetained(Start { task.result = task.body() })
    pthread_create(
        &thread, &attributes,
        { argument in
            if let argument { Unmanaged<Start>.fromOpaque(argument).takeRetainedValue().run() }
            return nil
        }, start.toOpaque())
    pthread_join(thread, nil)
    guard let result = task.result else { preconditionFailure("the thread has not run") }
    return result
}

/// Processor time of this thread, which other processes do not lengthen.
func processorTime(of body: () -> Void) -> Duration {
    func now() -> Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
    let start = now()
    body()
    return now() - start
}

/// What parsing a cell may take at most: unoptimised, the parser is twenty times slower.
#if DEBUG
    let longestParse = Duration.seconds(20)
#else
    let longestParse = Duration.seconds(1)
#endif
