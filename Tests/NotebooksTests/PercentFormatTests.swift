import Notebooks
import Session
import Testing

@Suite struct PercentFormatTests {
    private func there(_ notebook: Notebook) throws -> Notebook {
        try PercentReader.notebook(PercentWriter.text(of: notebook))
    }

    @Test(arguments: [
        "let a = 1", "", "a\n", "\n\na", "%time let a = 1", "// %time old", "// // %%", "// %% [markdown]", "let s = \"\"\"\n// %% no\n\"\"\"", "// %%time",
        "a\n\n\nb", "  indented\n\ttab",
    ])
    func `a cell of code comes back as it was`(source: String) throws {
        var notebook = Notebook(cells: [
            NotebookCell(.markdown, source: "# T\n\ntext  \n// slashes\n//"), NotebookCell(.code, source: source, tags: ["a b", "parameters"]),
            NotebookCell(.raw, source: source), NotebookCell(.code, source: source),
        ])
        for index in notebook.cells.indices { notebook.cells[index].id = "c\(index)" }
        let back = try there(notebook)
        #expect(back.cells.map(\.source) == notebook.cells.map(\.source))
        #expect(back.cells.map(\.kind) == notebook.cells.map(\.kind))
        #expect(back.cells.map(\.id) == notebook.cells.map(\.id))
        #expect(back.cells[1].tags == ["a b", "parameters"])
    }

    @Test func `metadata and attachments come back`() throws {
        let text = #"""
            {"cells": [{"cell_type": "markdown", "id": "m", "metadata": {"slideshow": {"slide_type": "slide"}, "odd key": [1, 2.50, null]},
              "attachments": {"a.png": {"image/png": "AAAA"}}, "source": "![x](attachment:a.png)"}],
             "metadata": {"kernelspec": {"name": "vencejo", "display_name": "Swift: \"V\"", "language": "swift"}, "authors": [{"name": "Ñ"}], "empty": {}},
             "nbformat": 4, "nbformat_minor": 5}
            """#
        let notebook = try Notebook(Array(text.utf8))
        let back = try there(notebook)
        #expect(JSONWriter.bytes(of: .object(back.metadata)) == JSONWriter.bytes(of: .object(notebook.metadata)))
        #expect(JSONWriter.bytes(of: .object(back.cells[0].metadata)) == JSONWriter.bytes(of: .object(notebook.cells[0].metadata)))
        #expect(PercentWriter.text(of: back) == PercentWriter.text(of: notebook))
    }

    @Test func `any Swift file is a notebook of one cell`() throws {
        let notebook = try PercentReader.notebook("import Vencejo\n\nprint(1)\n")
        #expect(notebook.cells.map(\.source) == ["import Vencejo\n\nprint(1)"])
    }

    @Test func `a mark that cannot be read is told with its line`() {
        #expect(throws: PercentError.self) { try PercentReader.notebook("// %%\na\n// %% tags=[1,\n") }
        #expect(throws: PercentError.self) { try PercentReader.notebook("// %% [chart]\n") }
    }

    @Test func `an edited text keeps the outputs of the cells it did not touch`() throws {
        var old = Notebook(cells: [NotebookCell(.code, source: "print(1)"), NotebookCell(.code, source: "print(2)")])
        for index in old.cells.indices {
            old.cells[index].outputs = [.stream(.stdout, "\(index + 1)\n")]
            old.cells[index].executionCount = index + 1
        }
        old = try Notebook(old.bytes)
        let text = PercentWriter.text(of: old).replacing("print(2)", with: "print(3)")
        let new = NotebookUpdate.merged(try PercentReader.notebook(text), into: old)
        #expect(new.cells.map(\.source) == ["print(1)", "print(3)"])
        #expect(new.cells.map(\.outputs.count) == [1, 0])
        #expect(new.cells.map(\.id) == old.cells.map(\.id))
        // A notebook that names its kernel, as the text does, comes back as it was.
        let named = NotebookUpdate.merged(try PercentReader.notebook(PercentWriter.text(of: old)), into: old)
        let same = NotebookUpdate.merged(try PercentReader.notebook(PercentWriter.text(of: named)), into: named)
        #expect(same.bytes == named.bytes)
    }
}
