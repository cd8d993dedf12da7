package import Session

/// What can be said of a notebook without running it.
package struct NotebookCheck: Sendable {
    /// A code cell that a run would execute.
    package struct Cell: Sendable {
        /// From 1, as tracebacks count.
        package let number: Int
        package let id: String?
        package let executionCount: Int?
        package let mayFail: Bool
        package let analysis: CellAnalysis

        package var name: String { "cell \(number)" }
    }

    /// Something to say about a cell.
    package struct Finding: Sendable {
        package enum Kind: String, Sendable {
            /// The cell would not be accepted.
            case error
            /// It uses a name that no cell defines.
            case undefined
            /// It uses a name that only a later cell defines, or its results came out of another order.
            case order
            /// Something it uses was changed after it was run.
            case stale
            case warning
        }

        package let kind: Kind
        package let cell: Cell
        /// The name it is about, where it is about one.
        package let name: String?
        package let message: String
        package let help: String?
        package let line: Int?
        package let column: Int?
        /// As it is shown.
        package let text: [String]

        package var isProblem: Bool { kind != .warning }
    }

    package let cells: [Cell]
    package private(set) var findings: [Finding] = []

    package var isClean: Bool { !findings.contains(where: \.isProblem) }

    /// Checks all cells, from top to bottom.
    package init(_ notebook: Notebook) {
        let analyzer = CellAnalyzer()
        var cells: [Cell] = []
        for cell in notebook.cells where NotebookRunner.runs(cell) {
            let number = cells.count + 1
            cells.append(
                Cell(
                    number: number, id: cell.id, executionCount: cell.executionCount,
                    mayFail: cell.tags.contains("raises-exception"),
                    analysis: analyzer.add(cell.source, name: "cell \(number)")))
        }
        self.cells = cells
        let graph = DependencyGraph(cells)
        for cell in cells {
            for problem in cell.analysis.problems where problem.severity != .note { add(problem, of: cell, graph) }
            for finding in graph.orderFindings(of: cell) { findings.append(finding) }
        }
    }

    private mutating func add(_ problem: CellAnalysis.Problem, of cell: Cell, _ graph: DependencyGraph) {
        guard problem.severity == .error else {
            append(.warning, problem, cell, problem.message, problem.help, problem.text)
            return
        }
        if cell.mayFail { return }
        guard let name = problem.unknownName else {
            append(.error, problem, cell, problem.message, problem.help, problem.text)
            return
        }
        let later = graph.definers(of: name).filter { $0.number > cell.number }
        if let first = later.first {
            append(
                .order, problem, cell, "'\(name)' is used before it is defined, in \(first.name)",
                "from top to bottom the notebook does not run: move the definition up", problem.text)
        } else {
            append(.undefined, problem, cell, "'\(name)' is not defined in any cell", problem.help, problem.text)
        }
    }

    private mutating func append(
        _ kind: Finding.Kind, _ problem: CellAnalysis.Problem, _ cell: Cell, _ message: String, _ help: String?, _ text: [String]
    ) {
        var shown = text
        if message != problem.message, !shown.isEmpty {
            shown[0] = "\(cell.name):\(problem.line):\(problem.column): error: \(message)"
            shown = shown.filter { !$0.hasPrefix("  help: ") } + (help.map { ["  help: \($0)"] } ?? [])
        }
        findings.append(
            Finding(
                kind: kind, cell: cell, name: problem.unknownName, message: message, help: help, line: problem.line,
                column: problem.column, text: shown))
    }
}

/// Which cells need what of which others.
struct DependencyGraph {
    private let cells: [NotebookCheck.Cell]
    /// Cells that define or change a name.
    private var givers: [String: [NotebookCheck.Cell]] = [:]
    private var defining: [String: [NotebookCheck.Cell]] = [:]
    /// What a function or type uses in turn.
    private var inner: [String: Set<String>] = [:]

    init(_ cells: [NotebookCheck.Cell]) {
        self.cells = cells
        for cell in cells {
            for name in cell.analysis.defines { defining[name, default: []].append(cell) }
            for name in Set(cell.analysis.defines + cell.analysis.changes) { givers[name, default: []].append(cell) }
            for (user, names) in cell.analysis.usesByName { inner[user, default: []].formUnion(names) }
        }
    }

    func definers(of name: String) -> [NotebookCheck.Cell] { defining[name] ?? [] }

    /// The names a cell depends on, those that functions it calls use included.
    private func dependencies(of cell: NotebookCheck.Cell) -> [String] {
        var found = Set(cell.analysis.uses + cell.analysis.changes)
        var pending = Array(found)
        while let name = pending.popLast() {
            for used in inner[name] ?? [] where found.insert(used).inserted { pending.append(used) }
        }
        return found.subtracting(cell.analysis.defines).sorted()
    }

    /// What the numbers of execution say about a cell's results.
    func orderFindings(of cell: NotebookCheck.Cell) -> [NotebookCheck.Finding] {
        guard let own = cell.executionCount else { return [] }
        var result: [NotebookCheck.Finding] = []
        func add(_ kind: NotebookCheck.Finding.Kind, _ name: String, _ message: String, _ help: String) {
            result.append(
                NotebookCheck.Finding(
                    kind: kind, cell: cell, name: name, message: message, help: help, line: nil, column: nil,
                    text: ["\(cell.name): error: \(message)", "  help: \(help)"]))
        }
        for name in dependencies(of: cell) {
            for giver in givers[name] ?? [] where giver.number != cell.number {
                let verb = giver.analysis.defines.contains(name) ? "defines" : "changes"
                guard let other = giver.executionCount else {
                    if giver.number < cell.number {
                        add(.stale, name, "the results do not come of \(giver.name), which \(verb) '\(name)' and was not run", "run the notebook from top to bottom")
                    }
                    continue
                }
                if giver.number < cell.number, other > own {
                    add(.stale, name, "the results are stale: \(giver.name), which \(verb) '\(name)', was run later", "run \(cell.name) again")
                } else if giver.number > cell.number, other < own {
                    add(.order, name, "the cell was run after \(giver.name), which \(verb) '\(name)' further down", "run the notebook from top to bottom")
                }
            }
        }
        return result
    }
}
