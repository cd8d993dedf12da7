import Commands
import Notebooks
import Testing

@Suite(.serialized) struct CommandTests {
    private func notebookText(_ cells: [String], tags: [[String]] = []) -> String {
        var notebook = Notebook(
            cells: cells.enumerated().map { index, source in
                NotebookCell(.code, source: source, tags: index < tags.count ? tags[index] : [])
            })
        for index in notebook.cells.indices { notebook.cells[index].id = "cell-\(index)" }
        return String(decoding: notebook.bytes, as: UTF8.self)
    }

    @Test func `a notebook is run into a file, and the notebook itself stays`() throws {
        let folder = TemporaryFolder()
        let text = notebookText(["let a = 6\nprint(a * 7)", ""])
        let file = folder.write(text, to: "a.ipynb")
        #expect(VencejoCommand.run(["run", file, "-o", folder.path + "/b.ipynb"]) == 0)
        #expect(folder.read("a.ipynb") == text)
        let written = try Notebook(Array((folder.read("b.ipynb") ?? "").utf8))
        #expect(written.cells[0].outputs.map(\.text) == ["42\n"])
        #expect(written.cells[0].executionCount == 1)
        #expect(folder.names() == ["a.ipynb", "b.ipynb"])
    }

    @Test func `several notebooks go into a folder that is made for them`() {
        let folder = TemporaryFolder()
        let first = folder.write(notebookText(["print(1)"]), to: "a.ipynb")
        let second = folder.write(notebookText(["print(2)"]), to: "b.ipynb")
        #expect(VencejoCommand.run(["run", first, second, "-o", folder.path + "/out"]) == 0)
        #expect(folder.names(in: "out") == ["a.ipynb", "b.ipynb"])
    }

    @Test func `a run in place changes the file, and a second run changes nothing`() {
        let folder = TemporaryFolder()
        let file = folder.write(notebookText(["print(1 + 1)"]), to: "a.ipynb")
        #expect(VencejoCommand.run(["run", file, "--in-place"]) == 0)
        let once = folder.read("a.ipynb")
        #expect(once?.contains("\"2\\n\"") == true)
        #expect(VencejoCommand.run(["run", file, "--in-place"]) == 0)
        #expect(folder.read("a.ipynb") == once)
    }

    @Test func `a cell that fails gives status 1; the file in place stays, a copy holds the error`()
        throws
    {
        let folder = TemporaryFolder()
        let text = notebookText(["print(1)", "let a: Int = \"x\"", "print(3)"])
        let file = folder.write(text, to: "a.ipynb")
        #expect(VencejoCommand.run(["run", file, "--in-place"]) == 1)
        #expect(folder.read("a.ipynb") == text)
        #expect(VencejoCommand.run(["run", file, "-o", folder.path + "/b.ipynb"]) == 1)
        let written = try Notebook(Array((folder.read("b.ipynb") ?? "").utf8))
        #expect(written.cells.map { $0.outputs.map(\.type) } == [["stream"], ["error"], []])
        #expect(VencejoCommand.run(["run", file, "--allow-errors"]) == 0)
    }

    @Test func `parameters reach the notebook`() throws {
        let folder = TemporaryFolder()
        let text = notebookText(["let n = 1", "print(n)"], tags: [["parameters"]])
        let file = folder.write(text, to: "a.ipynb")
        #expect(
            VencejoCommand.run(["run", file, "-p", "n=5", "-o", folder.path + "/b.ipynb"]) == 0)
        let written = try Notebook(Array((folder.read("b.ipynb") ?? "").utf8))
        #expect(written.cells.last?.outputs.map(\.text) == ["5\n"])
    }

    @Test func `a cell that takes too long is stopped`() {
        let folder = TemporaryFolder()
        let file = folder.write(notebookText(["while true {}"]), to: "a.ipynb")
        #expect(VencejoCommand.run(["run", file, "--timeout", "0.2"]) == 1)
    }

    @Test(arguments: [
        [], ["run"], ["run", "/nonexistent/a.ipynb"], ["run", "a", "-o", "b", "--in-place"],
        ["run", "a", "--timeout", "0"], ["run", "a", "-p", "x"], ["eval"],
        ["eval", "/nonexistent.swift"],
        ["walk"], ["install", "--user", "--sys-prefix"], ["install", "--name", "a/b"],
    ])
    func `a wrong command line gives status 2`(arguments: [String]) {
        let status = VencejoCommand.run(arguments)
        #expect(status == (arguments.isEmpty ? 0 : 2))
    }

    @Test func `a file that is no notebook gives status 2 and stays as it is`() {
        let folder = TemporaryFolder()
        let file = folder.write("{\"cells\": [", to: "a.ipynb")
        #expect(VencejoCommand.run(["run", file, "--in-place"]) == 2)
        #expect(folder.read("a.ipynb") == "{\"cells\": [")
    }

    @Test func `install writes a kernelspec that uninstall removes`() {
        let folder = TemporaryFolder()
        let place = ["--prefix", folder.path, "--name", "test"]
        #expect(VencejoCommand.run(["install", "--env", "A=b=c"] + place) == 0)
        let kernel = folder.read("share/jupyter/kernels/test/kernel.json")
        #expect(kernel?.contains("{connection_file}") == true)
        #expect(kernel?.contains("b=c") == true)
        #expect(VencejoCommand.run(["uninstall"] + place) == 0)
        #expect(folder.names(in: "share/jupyter/kernels").isEmpty)
        #expect(VencejoCommand.run(["uninstall"] + place) == 1)
    }

    @Test func `eval tells by its status whether the program worked`() {
        let folder = TemporaryFolder()
        let good = folder.write("let a = [1, 2]\nprecondition(a.count == 2)", to: "good.swift")
        let bad = folder.write("let a = [1, 2]\nprint(a[2])", to: "bad.swift")
        #expect(VencejoCommand.run(["eval", good]) == 0)
        #expect(VencejoCommand.run(["eval", bad]) == 1)
    }
}
