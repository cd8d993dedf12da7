internal import Notebooks
internal import Session

/// Runs a notebook and compares what comes out with what it holds.
struct CheckOutputs {
    struct Result {
        var cells: [(number: Int, title: String, differences: [OutputComparison.Difference])] = []
        /// Why the run did not come to its end.
        var failure: CellError?
        var failedCell = 0
        /// The notebook with the outputs of now, where they are others.
        var updated: Notebook?

        var isSame: Bool { failure == nil && cells.isEmpty }
    }

    let path: String
    let notebook: Notebook
    let rules: ComparisonRules
    let timeout: Double?
    let limits: LimitOptions

    func run() throws -> Result {
        var configuration = SessionConfiguration()
        configuration.workingDirectory = Folder.absolute(NotebookJob.folder(of: path))
        do throws(LimitError) { try notebook.setLimits(of: &configuration) } catch { throw CommandFailure.unusable("\(path): \(error.message)\nhelp: \(error.help)") }
        try limits.set(&configuration)
        let session = Session(configuration)
        var options = NotebookRunner.Options()
        options.timeout = timeout
        var executed = notebook
        let outcome = NotebookRunner(options).run(&executed, in: session)
        var result = Result()
        var isUnresponsive = false
        switch outcome {
        case .finished: break
        case .failed(let cell, let error): (result.failure, result.failedCell) = (error, cell)
        case .unresponsive(let cell, let error):
            (result.failure, result.failedCell) = (error, cell)
            isUnresponsive = true
        }
        if !isUnresponsive { session.shutDown() }
        try compare(executed, &result)
        return result
    }

    private func compare(_ executed: Notebook, _ result: inout Result) throws {
        var updated = notebook
        var hasChanged = false
        var number = 0
        do throws(RuleError) {
            let common = try rules.applied(notebook.metadata)
            for index in notebook.cells.indices where NotebookRunner.runs(notebook.cells[index]) {
                number += 1
                if result.failure != nil, number >= result.failedCell { break }
                let old = notebook.cells[index]
                let new = executed.cells[index]
                let comparison = OutputComparison(try common.applied(old))
                let differences = comparison.differences(stored: old.outputs, now: new.outputs)
                if !differences.isEmpty { result.cells.append((number, NotebookRunner.title(old), differences)) }
                if !differences.isEmpty || old.executionCount != new.executionCount {
                    if !differences.isEmpty { updated.cells[index].outputs = new.outputs }
                    updated.cells[index].executionCount = new.executionCount
                    hasChanged = hasChanged || !differences.isEmpty
                }
            }
        } catch {
            throw CommandFailure.unusable("\(path): \(error.message)")
        }
        if hasChanged, result.failure == nil {
            updated.metadata = executed.metadata
            result.updated = updated
        }
    }
}
