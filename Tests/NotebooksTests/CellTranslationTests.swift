import Session
import Testing

/// Cells as parts of a compiled program.
@Suite struct CellTranslationTests {
    private func translated(_ cells: String...) throws -> [String] {
        let translator = CellTranslator(cells: cells)
        return try cells.enumerated().map { index, cell in try translator.add(cell, name: "cell \(index + 1)").get().text }
    }

    @Test func `the last value is shown, a call that gives nothing is not`() throws {
        #expect(try translated("let a = 1\na + 1", "print(1)", "let b = 2", "if true { 3 }").map { $0.contains("NotebookProgram.show") } == [true, false, false, false])
        #expect(try translated("[1, 2].map { $0 + 1 }") == ["NotebookProgram.show([1, 2].map { $0 + 1 })"])
    }

    @Test func `the try that a cell leaves out is written out, once and in front`() throws {
        let cells = try translated(
            "struct E: Error {}\nfunc f(_ x: Int) throws -> Int { x }", "let a = f(1) + f(2)", "f(3)", "if f(1) > 0 { print(f(2)) }", "let b = try f(1)",
            "for i in 0..<f(2) { print(\"\\(f(i))\") }", "var c = 0\nc = f(1)", "do { _ = f(1) } catch { print(error) }")
        #expect(cells[1] == "let a = try f(1) + f(2)")
        #expect(cells[2] == "try NotebookProgram.show(f(3))")
        #expect(cells[3] == "if try f(1) > 0 { try print(f(2)) }")
        #expect(cells[4] == "let b = try f(1)")
        #expect(cells[5] == "for i in try 0..<f(2) { try print(\"\\(f(i))\") }")
        #expect(cells[6] == "var c = 0\ntry c = f(1)")
        #expect(cells[7] == "do { try _ = f(1) } catch { print(error) }")
    }

    @Test func `a name declared again gets a new one from there on, wherever it is meant`() throws {
        let cells = try translated(
            "let x = 1\nfunc old() -> Int { x }", "let x = x + 1\nprint(\"\\(x)\")",
            "func use(x: Int) -> Int { x }\nfunc mean() -> Int { x + use(x: x) }\nstruct P { var x = 0\n func get() -> Int { x } }",
            "let f = { (x: Int) in x + 1 }\nlet g = { [x] in x }\nprint(f(x), old())", "for x in 0..<x { print(x) }", "let y: Int? = 1\nif let y { print(y, x) }", "let y: Int? = 2\nif let y { print(y) }")
        #expect(cells[1] == "let x2 = x + 1\nprint(\"\\(x2)\")")
        #expect(cells[2] == "func use(x: Int) -> Int { x }\nfunc mean() -> Int { x2 + use(x: x2) }\nstruct P { var x = 0\n func get() -> Int { x } }")
        #expect(cells[3] == "let f = { (x: Int) in x + 1 }\nlet g = { [x = x2] in x }\nprint(f(x2), old())")
        #expect(cells[4] == "for x in 0..<x2 { print(x) }")
        #expect(cells[6] == "let y2: Int? = 2\nif let y = y2 { print(y) }")
    }

    @Test func `a type declared again keeps its name, in a place of its own`() throws {
        let cells = try translated("struct P { var a = 1 }", "struct P { var b = 2 }\nlet p = P()", "extension P { func twice() -> P { P(b: b * 2) } }\nprint(p.twice())")
        #expect(cells[1].contains("enum Cell2 {\nstruct P { var b = 2 }\n}"))
        withKnownIssue("a type is not followed into all of its uses") {
            #expect(cells[1].contains("let p = Cell2.P()"))
            #expect(cells[2].contains("extension Cell2.P { func twice() -> Cell2.P { Cell2.P(b: b * 2) } }"))
        }
    }

    @Test func `line commands become comments`() throws {
        #expect(try translated("%who") == ["// %who"])
        // The command's own line holds the command alone; the code stands below it.
        #expect(try translated("%time let a = 1\na") == ["// %time \nlet a = 1\nNotebookProgram.show(a)"])
        let repeated = try translated("%timeit -n 3 1 + 1")[0]
        #expect(repeated.hasPrefix("do {\n// %timeit -n 3 \n") && repeated.contains("1 + 1"))
    }

    @Test func `a cell that is not right is told with its place`() {
        let translator = CellTranslator(cells: ["let a: Int = \"x\""])
        guard case .failure(let error) = translator.add("let a: Int = \"x\"", name: "cell 1") else {
            Issue.record("it was taken")
            return
        }
        #expect(error.traceback.first?.hasPrefix("cell 1:1:14") == true)
    }
}
