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
