import Notebooks
import Testing

@Suite struct ParametersTests {
    private func injected(_ values: [String], into notebook: inout Notebook) -> [String] {
        var parameters = Parameters()
        for value in values {
            let isPair = parameters.add(value)
            #expect(isPair)
        }
        return parameters.inject(into: &notebook)
    }

    @Test func `values go into a cell behind the tagged one, spelled for the declared type`() {
        var notebook = Notebook(cells: [
            NotebookCell(.markdown, source: "# T"),
            NotebookCell(
                .code,
                source: """
                    let rate: Double = 1
                    var epochs = 10
                    let name = "a"  // the name
                    let scale = 0.5 // half
                    """, tags: ["parameters"]),
            NotebookCell(.code, source: "print(rate)"),
        ])
        let unknown = injected(
            ["rate=2", "epochs=3", "name=7", "scale=4", "flag=True", "path=a\"b\\n"],
            into: &notebook)
        #expect(unknown == ["flag", "path"])
        #expect(notebook.cells.count == 4)
        #expect(notebook.cells[2].tags == ["injected-parameters"])
        #expect(
            notebook.cells[2].source == """
                // Parameters
                var rate = 2.0
                var epochs = 3
                var name = "7"
                var scale = 4.0
                var flag = true
                var path = "a\\"b\\\\n"
                """)
    }

    @Test func `an injected cell of an earlier run is replaced`() {
        var notebook = Notebook(cells: [
            NotebookCell(.code, source: "let a = 1", tags: ["parameters"])
        ])
        _ = injected(["a=2"], into: &notebook)
        _ = injected(["a=3"], into: &notebook)
        #expect(notebook.cells.count == 2)
        #expect(notebook.cells[1].source == "// Parameters\nvar a = 3")
    }

    @Test func `without a tagged cell the values come first`() {
        var notebook = Notebook(cells: [NotebookCell(.code, source: "print(a)")])
        #expect(injected(["a=-1.5e3"], into: &notebook) == ["a"])
        #expect(notebook.cells[0].source == "// Parameters\nvar a = -1.5e3")
    }

    @Test(arguments: ["a", "=1", "1a=2", "a b=1", "_=1", ""])
    func `what is no pair of a name and a value is refused`(text: String) {
        var parameters = Parameters()
        let isPair = parameters.add(text)
        #expect(!isPair)
    }
}
