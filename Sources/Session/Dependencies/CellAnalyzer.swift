internal import Bindings
internal import Language

/// What can be known of a cell without running it.
public struct CellAnalysis: Sendable {
    public struct Problem: Sendable, Equatable {
        public enum Severity: String, Sendable {
            case error, warning, note
        }

        public let severity: Severity
        public let message: String
        public let help: String?
        /// From 1; the column counts characters.
        public let line: Int
        public let column: Int
        /// As it is shown: place, message, the line of code with a caret, what to do.
        public let text: [String]
        /// The name, where the problem is that nobody has declared it.
        public let unknownName: String?
    }

    /// Names it declares, in alphabetical order as the others.
    public let defines: [String]
    /// Names of earlier cells that it uses, and names that nobody has declared.
    public let uses: [String]
    /// Variables of earlier cells to which it gives another value, and types it extends.
    public let changes: [String]
    /// What the functions and types that it declares use in turn.
    public let usesByName: [String: [String]]
    public let problems: [Problem]
}

/// Checks cells one after the other as a session does, and runs none of them.
public final class CellAnalyzer: Sendable {
    private final class Inside: @unchecked Sendable {
        let environment = Environment(table: Library(read: { nil }).table)
    }

    private let inside = Inside()
    /// The checker walks deep trees.
    private let thread = WorkerThread(name: "analysis", stackBytes: 512 << 20)

    public init() {}

    deinit { thread.stop() }

    /// Checks a cell; what it declares is there for the next, even where something in it is wrong.
    public func add(_ source: String, name: String) -> CellAnalysis {
        let inside = inside
        return thread.run { Self.analyze(SourceText(name: name, text: source), inside.environment) }
            ?? CellAnalysis(defines: [], uses: [], changes: [], usesByName: [:], problems: [])
    }

    private static func analyze(_ source: SourceText, _ environment: Environment) -> CellAnalysis {
        let (parsed, messages) = parse(source)
        guard let parsed else { return analysis(messages, [:], CellUses(), source) }
        switch environment.check(parsed.tree, source) {
        case .success(let cell):
            environment.assume(cell.declared)
            return analysis(cell.warnings, cell.declared, cell.uses, source)
        case .failure(let found):
            environment.assume(found.declared)
            return analysis(found.all, found.declared, found.uses, source)
        }
    }

    private static func analysis(
        _ diagnostics: [Diagnostic], _ declared: [String: Entity], _ uses: CellUses, _ source: SourceText
    ) -> CellAnalysis {
        let problems = diagnostics.map { diagnostic in
            let place = source.position(of: max(diagnostic.range.start, 0))
            return CellAnalysis.Problem(
                severity: CellAnalysis.Problem.Severity(rawValue: diagnostic.severity.word) ?? .error, message: diagnostic.message,
                help: diagnostic.help, line: place.line, column: place.column, text: render([diagnostic], in: source),
                unknownName: uses.unknown.first { $0.range == diagnostic.range }?.name)
        }
        let unknown = problems.compactMap(\.unknownName)
        return CellAnalysis(
            defines: declared.keys.sorted(), uses: uses.all.union(unknown).sorted(),
            changes: uses.changed.union(uses.extended).subtracting(declared.keys).sorted(),
            usesByName: uses.names.filter { !$0.key.isEmpty }.mapValues { $0.sorted() }, problems: problems)
    }
}
