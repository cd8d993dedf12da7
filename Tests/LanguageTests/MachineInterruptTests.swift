import Glibc
import Language
import Synchronization
import Testing

@Suite(.serialized) struct MachineInterruptTests {
    private static nonisolated(unsafe) let endless: [(name: String, body: (Tree) -> [Statement])] =
        [
            ("while true", { _ in [statement(.while(Label(), [.isTrue(bool(true))], []))] }),
            (
                "while with a test",
                { tree in
                    let n = variable("n", .int, in: tree.main)
                    return [
                        declare(n, int(0)),
                        statement(
                            .while(
                                Label(), [.isTrue(apply(.intGreaterEqual, .bool, read(n), int(0)))],
                                [modify(place(n), .intMultiply, int(1))])),
                    ]
                }
            ),
            (
                "while with a comparison of Doubles",
                { tree in
                    let n = variable("n", .double, in: tree.main)
                    return [
                        declare(n, double(0)),
                        statement(
                            .while(
                                Label(), [.isTrue(apply(.doubleLess, .bool, read(n), double(1)))],
                                [])),
                    ]
                }
            ),
            ("repeat", { _ in [statement(.repeatWhile(Label(), [], bool(true)))] }),
            (
                "for in a range",
                { tree in
                    let i = variable("i", .int, in: tree.main)
                    return [
                        statement(
                            .forRange(
                                Label(), i, lower: int(0), upper: int(.max), isClosed: false, []))
                    ]
                }
            ),
            (
                "for over an array",
                { tree in
                    let i = variable("i", .int, in: tree.main)
                    let numbers = variable("numbers", .array(.int), in: tree.main)
                    let loop = statement(.forArray(Label(), i, read(numbers), []))
                    return [
                        declare(numbers, apply(.arrayRepeating, .array(.int), int(1000), int(0))),
                        statement(.while(Label(), [.isTrue(bool(true))], [loop])),
                    ]
                }
            ),
            (
                "for over what a function gives",
                { tree in
                    let i = variable("i", .int, in: tree.main)
                    return [statement(.forNext(Label(), i, next: some(int(1)), []))]
                }
            ),
            (
                "while let",
                { tree in
                    let word = variable("word", .string, in: tree.main)
                    let next = some(make(.interpolation([string("a")]), .string))
                    return [statement(.while(Label(), [.bind(word, next)], []))]
                }
            ),
            (
                "continue",
                { tree in
                    let label = Label()
                    return [
                        statement(
                            .while(label, [.isTrue(bool(true))], [statement(.continue(label))]))
                    ]
                }
            ),
            (
                "recursion",
                { tree in
                    let fib = tree.function("fib", .int)
                    let n = variable("n", .int, in: fib)
                    fib.parameters = [n]
                    let less = { (by: Int) in call(fib, apply(.intSubtract, .int, read(n), int(by)))
                    }
                    fib.body = [
                        when(apply(.intLess, .bool, read(n), int(2)), [returns(int(0))]),
                        returns(apply(.intAdd, .int, less(1), less(2))),
                    ]
                    return [perform(call(fib, int(90)))]
                }
            ),
        ]

    @Test(arguments: endless.indices)
    func everyLoopStopsWhenInterrupted(index: Int) throws {
        let (name, body) = Self.endless[index]
        let flag = Flag()
        let machine = try Machine(interruptFlag: flag.pointer)
        let tree = Tree()
        tree.main.body = body(tree)
        let raised = Mutex<Int64>(0)
        try withThread {
            usleep(50_000)
            raised.withLock { $0 = Self.nanoseconds() }
            UnsafeMutableRawPointer(flag.pointer).assumingMemoryBound(to: Atomic<Int32>.self)
                .pointee.store(1, ordering: .relaxed)
        } during: {
            do {
                _ = try machine.run(tree.main)
                Issue.record("\(name) ended by itself")
            } catch let fault as RuntimeFault {
                #expect(fault.kind == .interrupted, "\(name)")
            }
            // A busy machine may not let this thread run for a while; the machine itself takes microseconds.
            let waited = Self.nanoseconds() - raised.withLock { $0 }
            #expect(waited < 2_000_000_000, "\(name) took \(waited) ns to stop")
        }
        // The machine is as good as new.
        flag.pointer.pointee = 0
        let again = Tree()
        again.main.result = .int
        again.main.body = [returns(int(1))]
        #expect(try machine.run(again.main).map { Int.load($0.slots) } == 1)
    }

    private static func nanoseconds() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }

    private final class Work: @unchecked Sendable {
        let body: () -> Void
        init(_ body: @escaping () -> Void) { self.body = body }
    }

    private func withThread(
        _ other: @escaping () -> Void, during body: () throws -> Void
    ) throws {
        var thread = pthread_t()
        let work = Unmanaged.passRetained(Work(other))
        pthread_create(
            &thread, nil,
            { context in
                if let context { Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body() }
                return nil
            }, work.toOpaque())
        defer { pthread_join(thread, nil) }
        try body()
    }
}
