internal import Bindings
internal import Language

/// `%timeit`: how long one round of a cell takes.
extension SessionCore {
    private static let runs = 7
    /// Rounds are added until a run takes so long, in seconds.
    private static let shortestRun = 0.1
    private static let mostLoops = 1_000_000_000

    func measure(_ source: SourceText, _ command: LineCommand, _ interpreter: Interpreter) throws -> String {
        let (wantedLoops, wantedRuns) = try options(command)
        let repeated = try names.withLock { try interpreter.prepareRepeated(source) }
        interpreter.compile(repeated)
        func time(_ loops: Int) throws -> Double {
            let begin = ContinuousClock.now
            try interpreter.execute(repeated, times: loops)
            library.finishWaiting()
            return Timing.seconds(ContinuousClock.now - begin)
        }
        defer { library.discardOpenDisplays() }
        var loops = wantedLoops ?? 1
        if wantedLoops == nil {
            // 1, 2, 5, 10, 20, …: a round number that takes long enough.
            var steps = [2, 5, 10][...]
            var decade = 1
            while try time(loops) < Self.shortestRun, loops < Self.mostLoops {
                if steps.isEmpty {
                    steps = [2, 5, 10][...]
                    decade *= 10
                }
                loops = decade * steps.removeFirst()
            }
        } else {
            _ = try time(1)
        }
        let runs = wantedRuns ?? Self.runs
        var times: [Double] = []
        for _ in 0..<runs { times.append(try time(loops) / Double(loops)) }
        let mean = times.reduce(0, +) / Double(runs)
        let deviation = (times.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(runs)).squareRoot()
        let best = times.min() ?? mean
        let rounds = "\(runs) run\(runs == 1 ? "" : "s") of \(Self.grouped(loops)) loop\(loops == 1 ? "" : "s")"
        return "\(Timing.text(mean)) ± \(Timing.text(deviation)) per loop (mean ± deviation of \(rounds); best \(Timing.text(best)))"
    }

    private static func grouped(_ number: Int) -> String {
        var digits = Substring(String(number))
        var groups: [Substring] = []
        while digits.count > 3 {
            groups.append(digits.suffix(3))
            digits = digits.dropLast(3)
        }
        return ([digits] + groups.reversed()).joined(separator: ",")
    }

    /// `-n 100 -r 3`
    private func options(_ command: LineCommand) throws -> (loops: Int?, runs: Int?) {
        var loops: Int?
        var runs: Int?
        var words = command.arguments.split(separator: " ").map(String.init)[...]
        while let word = words.popFirst() {
            let option = word.prefix(2)
            var number = String(word.dropFirst(2))
            if number.isEmpty, let next = words.popFirst() { number = next }
            guard option == "-n" || option == "-r", let value = Int(number), value > 0, value <= Self.mostLoops else {
                throw failure("'%timeit' does not know '\(word)\(number.isEmpty || word.hasSuffix(number) ? "" : " " + number)'", command, help: "write '\(CommandKind.timeit.usage)'")
            }
            if option == "-n" { loops = value } else { runs = value }
        }
        return (loops, runs)
    }
}
