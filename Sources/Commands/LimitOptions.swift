internal import ArgumentParser
internal import Session

/// The session's limits on the command line.
struct LimitOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Time for one cell: '30 s', '2 min', 'none'.", valueName: "time"))
    var timeLimit: String?

    @Option(help: ArgumentHelp("Memory for the session's values: '2 GB', '512 MiB', 'none'.", valueName: "size"))
    var memoryLimit: String?

    @Option(help: ArgumentHelp("How deep functions may call each other (10000).", valueName: "calls"))
    var recursionLimit: String?

    @Option(help: ArgumentHelp("Text one cell may write: '10 MB', 'none'.", valueName: "size"))
    var outputLimit: String?

    func validate() throws {
        var trial = SessionConfiguration()
        try set(&trial)
    }

    /// Sets the limits that were given.
    func set(_ configuration: inout SessionConfiguration) throws {
        for (limit, text) in [(Limit.time, timeLimit), (.memory, memoryLimit), (.recursion, recursionLimit), (.output, outputLimit)] {
            guard let text else { continue }
            do {
                try configuration.set(limit, to: text)
            } catch {
                throw ValidationError("--\(limit.name): \(error.message); \(error.help)")
            }
        }
    }

    /// The options as they were given.
    var arguments: [String] {
        [("time", timeLimit), ("memory", memoryLimit), ("recursion", recursionLimit), ("output", outputLimit)].flatMap { name, text in
            text.map { ["--\(name)-limit", $0] } ?? []
        }
    }
}
