import CKernels
import Glibc
import Testing

/// Counts how often each index is visited, from C callbacks.
private struct Visits {
    var counts: UnsafeMutablePointer<Int32>
    var largest: Int
}

private func visit(_ context: UnsafeMutableRawPointer?, _ begin: Int, _ end: Int) {
    let visits = context!.assumingMemoryBound(to: Visits.self)
    for i in begin..<end { visits.pointee.counts[i] += 1 }
}

private func visitNested(_ context: UnsafeMutableRawPointer?, _ begin: Int, _ end: Int) {
    let visits = context!.assumingMemoryBound(to: Visits.self)
    for i in begin..<end {
        var inner = Visits(counts: visits.pointee.counts + i * 10, largest: 10)
        _ = vj_parallel_for(10, 1, visit, &inner)
    }
}

private func nothing(_ context: UnsafeMutableRawPointer?, _ begin: Int, _ end: Int) {}

private func interruptAtThird(_ context: UnsafeMutableRawPointer?, _ begin: Int, _ end: Int) {
    context!.assumingMemoryBound(to: Int32.self).pointee += 1
    if begin == 2 { vj_interrupt() }
}

private func hammer(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    let ok = argument!.assumingMemoryBound(to: Bool.self)
    for round in 0..<300 {
        let count = 100 + round
        let counts = UnsafeMutablePointer<Int32>.allocate(capacity: count)
        counts.initialize(repeating: 0, count: count)
        var visits = Visits(counts: counts, largest: count)
        _ = vj_parallel_for(count, 3, visit, &visits)
        for i in 0..<count where counts[i] != 1 { ok.pointee = false }
        counts.deallocate()
    }
    return nil
}

@Suite("CKernels: threads and memory", .serialized)
struct CKernelsRuntimeTests {
    private func visitedOnce(_ count: Int, _ grain: Int) -> Bool {
        let counts = UnsafeMutablePointer<Int32>.allocate(capacity: max(count, 1))
        counts.initialize(repeating: 0, count: max(count, 1))
        defer { counts.deallocate() }
        var visits = Visits(counts: counts, largest: count)
        guard vj_parallel_for(count, grain, visit, &visits) else { return false }
        return (0..<count).allSatisfy { counts[$0] == 1 }
    }

    @Test("every index is visited once, for any count, grain and number of threads")
    func coverage() {
        Kernels.withEachThreadCount { threads in
            for (count, grain) in [(0, 1), (1, 1), (7, 0), (10, 3), (1000, 1), (1_000_003, 1000)] {
                #expect(visitedOnce(count, grain), "\(count) by \(grain) on \(threads)")
            }
        }
    }

    @Test("millions of tiny pieces and a hundred thousand tiny jobs end")
    func tiny() {
        #expect(visitedOnce(3_000_000, 1))
        for _ in 0..<100_000 { _ = vj_parallel_for(4, 1, nothing, nil) }
    }

    @Test("with every core taken by somebody else, work still ends")
    func crowded() {
        // Child processes, not threads, so that the scheduler owes them a core each.
        var children: [pid_t] = []
        for _ in 0..<4 {
            var child = pid_t()
            var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("sh"), strdup("-c"), strdup("while :; do :; done"), nil]
            if posix_spawn(&child, "/bin/sh", nil, nil, &arguments, environ) == 0 { children.append(child) }
            for argument in arguments { free(argument) }
        }
        defer {
            for child in children {
                kill(child, SIGKILL)
                waitpid(child, nil, 0)
            }
        }
        let a = Kernels.numbers(200 * 200, seed: 1)
        var c = a
        for _ in 0..<50 {
            #expect(visitedOnce(10_000, 100))
            #expect(vj_matmul_f32(200, 200, 200, a, 200, 1, a, 200, 1, &c, 200) == VJ_OK)
        }
    }

    @Test("short jobs of ever different lengths do each of their pieces once")
    func uneven() {
        var state: UInt32 = 1
        var right = true
        for _ in 0..<20_000 {
            state = state &* 1_664_525 &+ 1_013_904_223
            right = visitedOnce(2 + Int(state >> 20) % ((state >> 8) % 7 == 0 ? 2000 : 24), 1) && right
        }
        #expect(right)
    }

    /// 10000000 pieces with VENCEJO_LONG_TESTS set.
    @Test("tiny tasks without number end, alone and from two threads at once")
    func countless() {
        let rounds = getenv("VENCEJO_LONG_TESTS") == nil ? 20_000 : 1_000_000
        for _ in 0..<rounds { _ = vj_parallel_for(10, 1, nothing, nil) }
        let results = UnsafeMutablePointer<Bool>.allocate(capacity: 2)
        results.initialize(repeating: true, count: 2)
        defer { results.deallocate() }
        var threads: [pthread_t] = []
        for i in 0..<2 {
            var thread = pthread_t()
            pthread_create(&thread, nil, hammer, results + i)
            threads.append(thread)
        }
        for thread in threads { pthread_join(thread, nil) }
        #expect(results[0] && results[1])
    }

    @Test("a parallel loop inside a parallel loop runs inline")
    func nested() {
        let counts = UnsafeMutablePointer<Int32>.allocate(capacity: 1000)
        counts.initialize(repeating: 0, count: 1000)
        defer { counts.deallocate() }
        var visits = Visits(counts: counts, largest: 1000)
        #expect(vj_parallel_for(100, 1, visitNested, &visits))
        #expect((0..<1000).allSatisfy { counts[$0] == 1 })
    }

    @Test("four threads use the pool at once")
    func manyCallers() {
        let results = UnsafeMutablePointer<Bool>.allocate(capacity: 4)
        results.initialize(repeating: true, count: 4)
        defer { results.deallocate() }
        var threads: [pthread_t] = []
        for i in 0..<4 {
            var thread = pthread_t()
            pthread_create(&thread, nil, hammer, results + i)
            threads.append(thread)
        }
        for thread in threads { pthread_join(thread, nil) }
        #expect((0..<4).allSatisfy { results[$0] })
    }

    @Test("the interrupt flag stops parallel work and kernels, in a process of its own")
    func interrupt() async {
        await #expect(processExitsWith: .success) {
            vj_set_threads(1)
            var pieces: Int32 = 0
            let complete = vj_parallel_for(100, 1, interruptAtThird, &pieces)
            var c: [Float] = [0]
            let status = vj_matmul_f32(1, 1, 1, [1], 1, 1, [1], 1, 1, &c, 1)
            let pending = vj_interrupt_pending() && vj_interrupt_flag().pointee != 0
            vj_interrupt_clear()
            let again = vj_matmul_f32(1, 1, 1, [1], 1, 1, [1], 1, 1, &c, 1)
            let right = !complete && pieces == 3 && pending && status == VJ_INTERRUPTED && again == VJ_OK
            exit(right && c[0] == 1 ? 0 : 1)
        }
    }

    @Test("blocks are aligned, large enough, distinct, and reused")
    func blocks() {
        var pointers: [UnsafeMutableRawPointer] = []
        for bytes in [0, 1, 63, 64, 65, 1000, 4097, 300_000, 5_000_000] {
            guard let pointer = vj_alloc(bytes) else {
                Issue.record("no memory for \(bytes)")
                continue
            }
            #expect(UInt(bitPattern: pointer) % 64 == 0)
            #expect(vj_alloc_capacity(pointer) >= bytes)
            memset(pointer, 0xA5, bytes)
            pointers.append(pointer)
        }
        #expect(Set(pointers).count == pointers.count)
        for pointer in pointers { vj_free(pointer) }
        vj_free(nil)
        let zeros = vj_alloc_zeroed(1000)!
        #expect((0..<1000).allSatisfy { zeros.load(fromByteOffset: $0, as: UInt8.self) == 0 })
        vj_free(zeros)
    }

    @Test("the limit holds, counts what is in use, and impossible sizes answer NULL")
    func limit() async {
        await #expect(processExitsWith: .success) {
            let before = vj_memory_in_use()
            vj_memory_set_limit(before + 1_000_000)
            let first = vj_alloc(600_000), second = vj_alloc(600_000)
            let used = vj_memory_in_use() - before
            let fits = vj_memory_would_fit(100_000), not = vj_memory_would_fit(900_000)
            vj_free(first)
            let third = vj_alloc(600_000)
            vj_free(third)
            vj_memory_set_limit(0)
            let huge = vj_alloc(.max), large = vj_alloc(1 << 60)
            vj_memory_trim()
            let right = first != nil && second == nil && third != nil && used >= 600_000 && used < 760_000
            let limits = fits && !not && huge == nil && large == nil
            exit(right && limits && vj_memory_in_use() == before && vj_memory_cached() == 0 ? 0 : 1)
        }
    }

    @Test("a variant that does not exist cannot be chosen, and names are as documented")
    func variants() {
        #expect(vj_isa_available(VJ_ISA_PORTABLE))
        #expect(String(cString: vj_isa_name(VJ_ISA_AVX512)) == "avx512")
        #expect(!vj_isa_select(vj_isa(rawValue: 77)))
    }
}
