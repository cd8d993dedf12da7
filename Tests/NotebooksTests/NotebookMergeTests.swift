import Notebooks
import Session
import Testing

@Suite struct NotebookMergeTests {
    private func notebook(_ cells: [(String, String)], outputs: Bool = false) -> Notebook {
        var notebook = Notebook(cells: cells.map { NotebookCell(.code, source: $0.1) })
        for (index, cell) in cells.enumerated() {
            notebook.cells[index].id = cell.0
            if outputs { notebook.cells[index].outputs = [.stream(.stdout, cell.1)] }
        }
        return notebook
    }

    private let base: [(String, String)] = [("a", "let x = 1\nlet y = 2\nlet z = 3"), ("b", "print(x)"), ("c", "print(y)")]

    @Test func `changes in different cells and lines come together, whatever the outputs`() {
        var ours = base
        ours[0].1 = "let x = 10\nlet y = 2\nlet z = 3"
        var theirs = base
        theirs[0].1 = "let x = 1\nlet y = 2\nlet z = 30"
        theirs.insert(("n", "new"), at: 1)
        theirs.removeLast()
        let merge = NotebookMerge(base: notebook(base), ours: notebook(ours, outputs: true), theirs: notebook(theirs, outputs: true))
        #expect(merge.conflicts == [])
        #expect(merge.merged.cells.map(\.source) == ["let x = 10\nlet y = 2\nlet z = 30", "new", "print(x)"])
        #expect(merge.merged.cells.map(\.outputs.count) == [0, 1, 1])
    }

    @Test func `both texts stand between marks where one line was changed twice`() {
        var ours = base
        ours[1].1 = "print(x + 1)"
        var theirs = base
        theirs[1].1 = "print(x + 2)"
        let merge = NotebookMerge(base: notebook(base), ours: notebook(ours), theirs: notebook(theirs))
        #expect(merge.conflicts.count == 1)
        #expect(merge.merged.cells[1].source == "<<<<<<< ours\nprint(x + 1)\n=======\nprint(x + 2)\n>>>>>>> theirs")
    }

    @Test func `a cell that one removed and the other changed stays, and is told`() {
        var theirs = base
        theirs[1].1 = "print(x, y)"
        let ours = [base[0], base[2]]
        let merge = NotebookMerge(base: notebook(base), ours: notebook(ours), theirs: notebook(theirs))
        #expect(merge.conflicts.count == 1)
        #expect(merge.merged.cells.map(\.source) == [base[0].1, "print(x, y)", base[2].1])
    }

    @Test func `new cells of both sides stand one behind the other; the same one stands once`() {
        let ours = base + [("o", "ours"), ("s", "same")]
        let theirs = base + [("t", "theirs"), ("r", "same")]
        let merge = NotebookMerge(base: notebook(base), ours: notebook(ours), theirs: notebook(theirs))
        #expect(merge.merged.cells.map(\.source).sorted() == (base.map(\.1) + ["ours", "same", "theirs"]).sorted())
        #expect(Set(merge.merged.cells.compactMap(\.id)).count == merge.merged.cells.count)
    }

    @Test func `the same change on both sides is no conflict`() {
        var both = base
        both[2].1 = "print(z)"
        let merge = NotebookMerge(base: notebook(base), ours: notebook(both), theirs: notebook(both))
        #expect(merge.conflicts == [])
        #expect(merge.merged.cells.map(\.source) == both.map(\.1))
    }
}
