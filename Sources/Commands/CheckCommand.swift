internal import ArgumentParser
internal import Notebooks
internal import Session

/// `vencejo check NOTEBOOK…`: what is wrong with notebooks, without running them.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check notebooks: without running them, or their outputs by running them.",
        discussion: """
            Every cell is checked as it is before it runs. Told are: code that would not be accepted, names that no \
            cell defines or only a later one, results that are stale because something they come of was run later, \
            and results that came out of another order than from top to bottom.

            With --outputs each notebook is also run, and what comes out is compared with the outputs that it holds: \
            text and drawings byte for byte, unless the cell's or the notebook's metadata allow a tolerance or leave \
            something out. --update then writes the outputs that are not the same into the notebook.

            The exit status is 0 when nothing was found, 1 when something was and 2 for a wrong command line or a file \
            that is no notebook. Warnings do not count; --strict makes them.
            """)

    @Argument(help: ArgumentHelp("The notebooks, or programs that end in '.swift'.", valueName: "notebook"))
    var notebooks: [String]

    @Flag(help: "Write the findings, and the names each cell defines and uses, as JSON.")
    var json = false

    @Flag(help: "Let warnings count.")
    var strict = false

    @Flag(help: "Run the notebooks and compare what comes out with the outputs they hold.")
    var outputs = false

    @Flag(help: "With --outputs: write outputs that are not the same into the notebooks.")
    var update = false

    @Option(help: ArgumentHelp("With --outputs: how far numbers may be apart, of the larger one; 0 unless given.", valueName: "number"))
    var tolerance: Double?

    @Option(help: ArgumentHelp("With --outputs: time for one cell, in seconds.", valueName: "seconds"))
    var timeout: Double?

    @OptionGroup(title: "Limits") var limits: LimitOptions

    func validate() throws {
        if !outputs, update || tolerance != nil || timeout != nil { throw ValidationError("--update, --tolerance and --timeout go with --outputs") }
        if let tolerance, !(tolerance >= 0) { throw ValidationError("--tolerance is a number from 0, not \(tolerance)") }
        if let timeout, !(timeout > 0) { throw ValidationError("--timeout is a number of seconds above 0, not \(timeout)") }
        if outputs, json { throw ValidationError("give --json or --outputs, not both") }
        guard !notebooks.isEmpty else { throw ValidationError("give a notebook to check") }
    }

    func run() throws {
        var isClean = true
        var values: [JSONValue] = []
        for path in notebooks {
            let notebook = try read(path)
            var configuration = SessionConfiguration()
            var limitProblem: LimitError?
            do { try notebook.setLimits(of: &configuration) } catch { limitProblem = error }
            let check = NotebookCheck(notebook)
            isClean = isClean && limitProblem == nil && (strict ? check.findings.isEmpty : check.isClean)
            if outputs {
                if limitProblem != nil || !check.isClean {
                    show(check, limitProblem, path)
                } else if try !compare(notebook, path) {
                    isClean = false
                }
            } else if json {
                values.append(check.json(path: path))
            } else {
                show(check, limitProblem, path)
            }
        }
        if json { Standard.write(String(decoding: JSONWriter.bytes(of: .object(JSONObject([("notebooks", .array(values))]))), as: UTF8.self), to: .output) }
        if !isClean { throw CommandFailure.cellFailed }
    }

    private func show(_ check: NotebookCheck, _ limitProblem: LimitError?, _ path: String) {
        var text = ""
        if let limitProblem { text += "\(path): error: \(limitProblem.message)\n  help: \(limitProblem.help)\n" }
        for finding in check.findings {
            for (index, line) in finding.text.enumerated() { text += (index == 0 ? "\(path): " : "") + line + "\n" }
        }
        let problems = check.findings.count(where: \.isProblem) + (limitProblem == nil ? 0 : 1)
        let warnings = check.findings.count - check.findings.count(where: \.isProblem)
        let cells = "\(check.cells.count) cell\(check.cells.count == 1 ? "" : "s")"
        var summary = problems == 0 ? "ok" : "\(problems) problem\(problems == 1 ? "" : "s")"
        if warnings > 0 { summary += ", \(warnings) warning\(warnings == 1 ? "" : "s")" }
        Standard.write(text + "\(path): \(cells), \(summary)\n", to: .output)
    }

    /// Runs the notebook; tells what is not as it was.
    private func compare(_ notebook: Notebook, _ path: String) throws -> Bool {
        var rules = ComparisonRules()
        rules.tolerance = tolerance ?? 0
        let result = try CheckOutputs(path: path, notebook: notebook, rules: rules, timeout: timeout, limits: limits).run()
        var text = ""
        for cell in result.cells {
            text += "\(path): cell \(cell.number): \(cell.title)\n"
            for difference in cell.differences {
                text += "  \(difference.what)\n" + difference.lines.map { "    \($0)\n" }.joined()
            }
        }
        if let error = result.failure {
            text += "\(path): cell \(result.failedCell) failed\n" + error.traceback.map { "  \($0)\n" }.joined()
        }
        if update, let updated = result.updated {
            do throws(Folder.Failure) { try Folder.write(updated.bytes, to: path) } catch { throw CommandFailure.failed(error.message) }
            Standard.write(text + "\(path): \(result.cells.count) cell\(result.cells.count == 1 ? "" : "s") updated\n", to: .output)
            return true
        }
        let count = result.cells.count
        let summary = result.isSame ? "the outputs are the same" : "\(count) cell\(count == 1 ? "" : "s") with other outputs"
        Standard.write(text + "\(path): \(result.failure == nil ? summary : "the run did not come to its end")\n", to: .output)
        return result.isSame
    }

    private func read(_ path: String) throws -> Notebook {
        if path.hasSuffix(".swift") {
            do throws(InputFile.Failure) {
                let source = String(decoding: try InputFile.read(path), as: UTF8.self)
                return Notebook(cells: [NotebookCell(.code, source: source)])
            } catch {
                throw CommandFailure.unusable(error.message)
            }
        }
        return try RunCommand.read(path)
    }
}
