import Glibc

/// A POSIX thread that runs one function.
package struct Thread: @unchecked Sendable {
    private let handle: pthread_t

    /// Starts a thread; nil where the system has none left.
    package static func start(
        stackSize: Int = 1 << 20, _ body: @escaping @Sendable () -> Void
    ) -> Thread? {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setstacksize(&attributes, stackSize)
        let box = Unmanaged.passRetained(Body(run: body))
        var handle = pthread_t()
        let status = pthread_create(
            &handle, &attributes,
            { argument in
                guard let argument else { return nil }
                let body = Unmanaged<Body>.fromOpaque(argument).takeRetainedValue()
                body.run()
                return nil
            }, box.toOpaque())
        guard status == 0 else {
            box.release()
            return nil
        }
        return Thread(handle: handle)
    }

    /// Waits for its end.
    package func join() {
        pthread_join(handle, nil)
    }

    private final class Body: Sendable {
        let run: @Sendable () -> Void

        init(run: @escaping @Sendable () -> Void) {
            self.run = run
        }
    }
}
