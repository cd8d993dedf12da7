internal import ArgumentParser
internal import Notebooks
internal import Session

/// `vencejo check NOTEBOOK…`: what is wrong with notebooks, without running them.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check notebooks without running them.",
        discussion: """
            Every cell is checked as it is before it runs. Told are: code that would not be accepted, names that no \
            cell defines or only a later one, results that are stale because something they come of was run later, \
            and results that came out of another order than from top to bottom.

            The exit status is 0 when nothing was found, 1 when something was and 2 for a wrong command line or a file \
            that is no notebook. Warnings do not count; --strict makes them.
            """)

    @Argument(help: ArgumentHelp("The notebooks, or programs that end in '.swift'.", valueName: "notebook"))
    var notebooks: [String]

    @Flag(help: "Write the findings, and the names each cell defines and uses, as JSON.")
    var json = false

    @Flag(help: "Let warnings count.")
    var strict = false

    func validate() throws {
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
            if json {
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
