import FoundationEssentials
import Glibc
import Session
import Synchronization
import Testing

/// Forgets what it hears.
private final class Silence: CellHost {
    func receive(_ event: CellEvent) {}
    func readLine(prompt: String, isSecret: Bool) throws(InputUnavailable) -> String? { nil }
    var updatesInPlace: Bool { false }
}

/// Mutated conformance programs through the whole of a session: guard scan, parser, checker, compiler and machine.
///
/// The environment lengthens the run: `VENCEJO_FUZZ_COUNT` programs from seed `VENCEJO_FUZZ_SEED` on, made of those in
/// the folder `VENCEJO_FUZZ_PROGRAMS`. Each program is written to the file `VENCEJO_FUZZ_CURRENT` before it runs, so that
/// after a crash, or after ten seconds without an end, the file holds its cause.
@Suite("Mutated conformance programs", .serialized)
struct FuzzTests {
    static func number(_ name: String, or other: Int) -> Int {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? other
    }

    /// What the process occupies, in bytes.
    static var residentMemory: Int {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8),
            let pages = text.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
        else { return 0 }
        return pages * sysconf(Int32(_SC_PAGESIZE))
    }

    @Test("end in a result or an error, soon, and leave the session and the memory in order")
    func mutatedPrograms() throws {
        let environment = ProcessInfo.processInfo.environment
        let folder = environment["VENCEJO_FUZZ_PROGRAMS"]
            ?? #filePath.split(separator: "/").dropLast(2).map { "/" + $0 }.joined() + "/Conformance"
        let mutator = try ProgramMutator(folder: folder)
        let count = Self.number("VENCEJO_FUZZ_COUNT", or: 1500)
        let seed = Self.number("VENCEJO_FUZZ_SEED", or: 1)
        let file = environment["VENCEJO_FUZZ_CURRENT"]
        let watchdog = HangWatchdog(seconds: 10)
        defer { watchdog.stop() }
        var configuration = SessionConfiguration()
        configuration.cellTimeLimit = 0.25
        configuration.memoryLimit = 64 << 20
        configuration.outputLimit = 100_000
        var session = Session(configuration)
        var slow: [String] = []
        var damaged: [String] = []
        var internalErrors: [String] = []
        var memoryAtStart = 0
        let clock = ContinuousClock()
        for number in seed..<(seed + count) {
            var generator = SeededGenerator(state: UInt64(number))
            let program = mutator.mutated(number, with: &generator)
            watchdog.begin(number)
            if let file {
                try "\(number)\n".write(toFile: file.replacing(".swift", with: "") + ".seed", atomically: false, encoding: .utf8)
                try program.write(toFile: file, atomically: false, encoding: .utf8)
            }
            var outcome = CellOutcome.finished
            let time = clock.measure { outcome = session.execute(program, name: "program", host: Silence()) }
            if time > .seconds(2) { slow.append("\(number), \(time):\n\(program)") }
            if outcome.error?.name == "InternalError" { internalErrors.append("\(number): \(outcome.error?.message ?? "")") }
            // Every hundredth session starts anew; whatever a program did, the next cell runs. It may have declared a `print`.
            if number % 100 == 0 {
                let recorder = Recorder()
                _ = session.execute("Swift.print([1, 2, 3].count + 39)", name: "after", host: recorder)
                if recorder.output != "42\n" { damaged.append("before \(number): \(recorder.output)") }
                session.shutDown()
                session = Session(configuration)
            }
            if number - seed == count / 3 { memoryAtStart = Self.residentMemory }
        }
        session.shutDown()
        #expect(slow.isEmpty)
        #expect(damaged.isEmpty)
        #expect(internalErrors.isEmpty)
        // The allocator keeps some of what it was given; what is lost per program would be far more.
        #expect(Self.residentMemory - memoryAtStart < (300 << 20) + count * 200)
    }
}

/// Ends the process when one program takes far longer than any should: a test that hangs says nothing.
private final class HangWatchdog: Sendable {
    private let state = Mutex<(number: Int?, since: ContinuousClock.Instant)>((nil, .now))
    private let isStopped = Mutex(false)

    init(seconds: Int) {
        Task.detached { [self] in
            while !isStopped.withLock({ $0 }) {
                try? await Task.sleep(for: .milliseconds(500))
                let (number, since) = state.withLock { $0 }
                if let number, ContinuousClock.now - since > .seconds(seconds) {
                    fatalError("program \(number) does not end")
                }
            }
        }
    }

    func begin(_ number: Int) { state.withLock { $0 = (number, .now) } }
    func stop() { isStopped.withLock { $0 = true } }
}
