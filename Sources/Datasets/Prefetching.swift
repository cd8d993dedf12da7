import Synchronization
import Tensors

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Batches that a second thread makes ahead of the one that uses them.
///
/// The thread gathers rows and runs what the batches are mapped with; it has no tape, so nothing in
/// it is recorded for gradients. At most `depth` batches wait at a time.
final class Prefetcher: @unchecked Sendable {
    private struct State {
        var ready: [Result<(Tensor, Tensor), TensorError>] = []
        var isDone = false
        var isCancelled = false
    }

    private var state = State()
    private let depth: Int
    private let count: Int
    private let make: @Sendable (Int) throws(TensorError) -> (Tensor, Tensor)
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var thread: pthread_t?

    init(
        depth: Int, count: Int,
        _ make: @escaping @Sendable (Int) throws(TensorError) -> (Tensor, Tensor)
    ) {
        self.depth = max(1, depth)
        self.count = count
        self.make = make
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(changed, nil)
    }

    /// Starts the thread; where the system has none to give, batches are made when they are asked for.
    func start() -> Bool {
        var handle = pthread_t()
        let box = Unmanaged.passRetained(self)
        let failed = pthread_create(
            &handle, nil,
            { pointer in
                guard let pointer else { return nil }
                Unmanaged<Prefetcher>.fromOpaque(pointer).takeRetainedValue().work()
                return nil
            }, box.toOpaque())
        guard failed == 0 else {
            box.release()
            return false
        }
        thread = handle
        return true
    }

    private func work() {
        for number in 0..<count {
            let batch: Result<(Tensor, Tensor), TensorError>
            do throws(TensorError) {
                batch = .success(try make(number))
            } catch {
                batch = .failure(error)
            }
            pthread_mutex_lock(mutex)
            while state.ready.count >= depth, !state.isCancelled {
                pthread_cond_wait(changed, mutex)
            }
            let stops = state.isCancelled
            if !stops { state.ready.append(batch) }
            pthread_cond_broadcast(changed)
            pthread_mutex_unlock(mutex)
            if stops { return }
            if case .failure = batch { break }
        }
        pthread_mutex_lock(mutex)
        state.isDone = true
        pthread_cond_broadcast(changed)
        pthread_mutex_unlock(mutex)
    }

    /// The next batch, waiting for it if need be; nil after the last.
    func next() throws(TensorError) -> (Tensor, Tensor)? {
        pthread_mutex_lock(mutex)
        while state.ready.isEmpty, !state.isDone { pthread_cond_wait(changed, mutex) }
        let batch = state.ready.isEmpty ? nil : state.ready.removeFirst()
        pthread_cond_broadcast(changed)
        pthread_mutex_unlock(mutex)
        return try batch?.get()
    }

    /// Ends the thread, also in the middle, and waits until it has gone.
    func cancel() {
        pthread_mutex_lock(mutex)
        state.isCancelled = true
        pthread_cond_broadcast(changed)
        pthread_mutex_unlock(mutex)
        if let thread { pthread_join(thread, nil) }
        thread = nil
    }

    deinit {
        pthread_cond_destroy(changed)
        pthread_mutex_destroy(mutex)
        changed.deallocate()
        mutex.deallocate()
    }
}
