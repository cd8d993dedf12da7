import Notebooks
import Session
import Testing

@Suite struct NotebookRunnerTests {
    private func run(
        _ notebook: inout Notebook, timeout: Double? = nil, allowErrors: Bool = false
    ) -> NotebookRunner.Outcome {
        var options = NotebookRunner.Options()
        options.timeout = timeout
        options.allowsErrors = allowErrors
        return NotebookRunner(options).run(&notebook, in: ScriptedExecutor())
    }

    private func texts(_ cell: NotebookCell) -> [String] {
        cell.outputs.map { "\($0.type): \($0.text)\($0.content("text/plain") ?? "")" }
    }

    @Test func `text on one stream is one output, in the order in which it came`() {
        var notebook = notebook("print a\nprint b\nwarn c\nprint d\nvalue 3")
        #expect(run(&notebook) == .finished)
        #expect(
            texts(notebook.cells[0]) == [
                "stream: a\nb\n", "stream: c\n", "stream: d\n", "execute_result: 3",
            ])
        #expect(notebook.cells[0].executionCount == 1)
    }

    @Test func `an update changes what was displayed, where it was displayed`() {
        var notebook = notebook("progress 1\nprint between\nupdate 2\nshow last")
        _ = run(&notebook)
        #expect(
            texts(notebook.cells[0]) == [
                "display_data: 2", "stream: between\n", "display_data: last",
            ])
    }

    @Test func `output is cleared at once, or when more comes`() {
        var notebook = notebook(
            "print a\nclear\nprint b", "print a\nclear wait", "print a\nclear wait\nprint b")
        _ = run(&notebook)
        #expect(notebook.cells.map(texts) == [["stream: b\n"], ["stream: a\n"], ["stream: b\n"]])
    }

    @Test func `the run stops at a cell that fails, and keeps the error`() {
        var notebook = notebook("print a", "print b\nfail no", "print c")
        notebook.cells[2].outputs = [.stream(.stdout, "from before")]
        let outcome = run(&notebook)
        #expect(
            outcome
                == .failed(
                    cell: 2,
                    CellError(name: "TestError", message: "no", traceback: ["TestError: no"])))
        #expect(texts(notebook.cells[1]) == ["stream: b\n", "error: "])
        #expect(notebook.cells[2].outputs.isEmpty)
        #expect(notebook.cells[2].executionCount == nil)
    }

    @Test func `a cell that may fail does not stop the run`() {
        var tagged = Notebook(cells: [
            NotebookCell(.code, source: "fail no", tags: ["raises-exception"]),
            NotebookCell(.code, source: "print on"),
        ])
        #expect(run(&tagged) == .finished)
        #expect(texts(tagged.cells[1]) == ["stream: on\n"])
        var allowed = notebook("fail no", "print on")
        #expect(run(&allowed, allowErrors: true) == .finished)
        #expect(texts(allowed.cells[0]) == ["error: "])
    }

    @Test func `a cell that takes too long is interrupted and never counts as passed`() {
        var notebook = notebook("print a\nforever", "print b")
        let outcome = run(&notebook, timeout: 0.05, allowErrors: true)
        guard case .failed(cell: 1, let error) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(error.name == "TimeoutError")
        #expect(error.message == "cell 1 took longer than 0.05 s")
        #expect(texts(notebook.cells[0]) == ["stream: a\n", "error: "])
    }

    @Test func `empty cells, text and cells tagged skip-execution do not run`() {
        var notebook = Notebook(cells: [
            NotebookCell(.markdown, source: "print no"), NotebookCell(.code, source: " \n"),
            NotebookCell(.code, source: "print no", tags: ["skip-execution"]),
            NotebookCell(.code, source: "print yes"),
        ])
        #expect(run(&notebook) == .finished)
        #expect(notebook.cells.map(\.executionCount) == [nil, nil, nil, 1])
        #expect(notebook.cells[2].outputs.isEmpty)
    }

    @Test func `nobody can be asked for input`() {
        var notebook = notebook("ask")
        guard case .failed(cell: 1, let error) = run(&notebook) else {
            Issue.record("the cell ended well")
            return
        }
        #expect(error.message.contains("nobody can be asked"))
    }

    @Test func `two runs give the same bytes, and the notebook names its language`() throws {
        var first = notebook("print a\nvalue 1", "figure x")
        var second = first
        _ = run(&first)
        _ = run(&second)
        #expect(first.bytes == second.bytes)
        #expect(first.metadata["language_info"]?.object?["name"]?.text == "swift")
        #expect(first.metadata["kernelspec"]?.object?["name"]?.text == "vencejo")
        var again = try Notebook(first.bytes)
        _ = run(&again)
        #expect(again.bytes == first.bytes)
    }

    @Test func `figures are named by notebook, number and heading`() {
        var notebook = Notebook(cells: [
            NotebookCell(.code, source: "figure 1"),
            NotebookCell(.markdown, source: "Text\n## The loss, drawn: “ñu” 2\nmore"),
            NotebookCell(.code, source: "figure 2\nfigure 3"),
        ])
        _ = run(&notebook)
        let files = FigureFiles.files(of: notebook, stem: "02-digits")
        #expect(
            files.map(\.name) == [
                "02-digits-01.svg", "02-digits-02-the-loss-drawn-u-2.svg",
                "02-digits-03-the-loss-drawn-u-2.svg",
            ])
        #expect(files.first?.bytes == Array("<svg>\n1</svg>\n".utf8))
    }
}
