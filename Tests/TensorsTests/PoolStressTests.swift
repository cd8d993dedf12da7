import CKernels
import Glibc
import Testing

private func nothing(_ context: UnsafeMutableRawPointer?, _ begin: Int, _ end: Int) {}

private func nest(_ context: UnsafeMutableRawPointer?, _ begin: Int, _ end: Int) {
    for _ in begin..<end { _ = vj_parallel_for(5, 1, nothing, nil) }
}

private let tasks = getenv("VENCEJO_LONG_TESTS") == nil ? 100_000 : 10_000_000

/// Half of the tasks, ten to a job, every tenth job nested.
private func work(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    for job in 0..<(tasks / 20) {
        if job % 10 == 0 { _ = vj_parallel_for(2, 1, nest, nil) } else { _ = vj_parallel_for(10, 1, nothing, nil) }
    }
    return nil
}

/// 10 million tasks with VENCEJO_LONG_TESTS set.
@Suite("CKernels: the pool under load", .serialized)
struct PoolStressTests {
    @Test("tiny tasks, nested, from two threads, with one core taken by another process, end")
    func everythingAtOnce() {
        var child = pid_t()
        var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("sh"), strdup("-c"), strdup("while :; do :; done"), nil]
        defer { for argument in arguments { free(argument) } }
        #expect(posix_spawn(&child, "/bin/sh", nil, nil, &arguments, environ) == 0)
        defer {
            kill(child, SIGKILL)
            waitpid(child, nil, 0)
        }
        var threads: [pthread_t] = []
        for _ in 0..<2 {
            var thread = pthread_t()
            pthread_create(&thread, nil, work, nil)
            threads.append(thread)
        }
        // This thread uses the pool for real work meanwhile, and the answer stays the same.
        let a = Kernels.numbers(96 * 96, seed: 1)
        var first = a, c = a
        #expect(vj_matmul_f32(96, 96, 96, a, 96, 1, a, 96, 1, &first, 96) == VJ_OK)
        var right = true
        for _ in 0..<200 {
            right = vj_matmul_f32(96, 96, 96, a, 96, 1, a, 96, 1, &c, 96) == VJ_OK && c == first && right
        }
        for thread in threads { pthread_join(thread, nil) }
        #expect(right)
    }
}
