import Session
import Testing

/// Cells as parts of a compiled program.
@Suite struct CellTranslationTests {
    private func translated(_ cells: String...) throws -> [String] {
        try CellTranslator.translate(cells.enumerated().map { ("cell \($0 + 1)", $1) }).map { try $0.get().text }
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
            "let x = 1", "let x = x + 1\nprint(\"\\(x)\")",
            "func use(x: Int) -> Int { x }\nfunc mean() -> Int { x + use(x: x) }\nstruct P { var x = 0\n func get() -> Int { x } }",
            "let f = { (x: Int) in x + 1 }\nlet g = { [x] in x }\nprint(f(x))", "for x in 0..<x { print(x) }", "let y: Int? = 1\nif let y { print(y, x) }", "let y: Int? = 2\nif let y { print(y) }")
        #expect(cells[1] == "let x2 = x + 1\nprint(\"\\(x2)\")")
        #expect(cells[2] == "func use(x: Int) -> Int { x }\nfunc mean() -> Int { x2 + use(x: x2) }\nstruct P { var x = 0\n func get() -> Int { x } }")
        #expect(cells[3] == "let f = { (x: Int) in x + 1 }\nlet g = { [x = x2] in x }\nprint(f(x2))")
        #expect(cells[4] == "for x in 0..<x2 { print(x) }")
        #expect(cells[6] == "let y2: Int? = 2\nif let y = y2 { print(y) }")
    }

    @Test func `a variable that functions see gets its new value, as in a session`() throws {
        let cells = try translated(
            "let x = 1\nlet z = 0\nfunc old() -> Int { x }", "let x: Int = x + 1\nprint(old(), x)", "let x = \"a\"\nprint(x)", "let (z, w) = (2, 3)\nprint(z, w)",
            "let keep = { z }", "var z: Int = 3", "let x = old()")
        #expect(cells[0] == "var x = 1\nlet z = 0\nfunc old() -> Int { x }")
        #expect(cells[1] == "x = x + 1\nprint(old(), x)")
        // Of another type it is another variable; so is one that no function of an earlier cell sees.
        #expect(cells[2] == "let x2 = \"a\"\nprint(x2)")
        #expect(cells[3] == "var (z2, w) = (2, 3)\nprint(z2, w)")
        #expect(cells[5] == "z2 = 3")
        #expect(cells[6] == "let x3 = old()")
        let pairs = try translated("var a = 1\nlet f = { a }", "let (a, b) = (2, 3)\nprint(a, b)")
        #expect(pairs[1] == "let (a2, b) = (2, 3)\na = a2\nprint(a, b)")
        let late = try translated("let a: Int?\na = 1\nlet f = { a }", "var a: Int?\nprint(a as Any)", "let a: Int?\na = 3")
        #expect(late == ["var a: Int?\na = 1\nlet f = { a }", "a = nil\nprint(a as Any)", "// a\na = 3"])
    }

    @Test func `a function declared again is called by the functions that called the old one`() throws {
        let cells = try translated(
            "func f(_ x: Int, by y: Int = 1) -> Int { x + y }\nfunc g() -> Int { f(1) }", "func f(_ x: Int, by y: Int = 1) -> Int { x * y }\nprint(f(3), g())", "f(2)")
        #expect(cells[0] == "var fIsReplaced = false\nfunc f(_ x: Int, by y: Int = 1) -> Int { if fIsReplaced { return f2(x, by: y) }; return x + y }\nfunc g() -> Int { f(1) }")
        #expect(cells[1] == "fIsReplaced = true\nfunc f2(_ x: Int, by y: Int = 1) -> Int { x * y }\nprint(f2(3), g())")
        #expect(cells[2] == "NotebookProgram.show(f2(2))")
        // Where none does, and where the signature is another, the new one has its own name and that is all.
        #expect(try translated("func f() { print(1) }\nf()", "func f() { print(2) }\nf()") == ["func f() { print(1) }\nf()", "func f2() { print(2) }\nf2()"])
        #expect(try translated("func f() {}\nfunc g() { f() }", "func f(_ x: Int) {}\nf(1)") == ["func f() {}\nfunc g() { f() }", "func f2(_ x: Int) {}\nf2(1)"])
        let changing = try translated("struct E: Error {}\nfunc f(_ x: inout Int) throws { x += 1 }\nlet g = f", "func f(_ x: inout Int) throws { throw E() }")
        #expect(changing[0].contains("if fIsReplaced { return try f2(&x) }; x += 1"))
        let operators = try translated("struct V { var a = 1 }\nfunc + (l: V, r: V) -> V { V(a: l.a + r.a) }", "func + (l: V, r: V) -> V { V(a: 0) }\nprint((V() + V()).a)", "func + (l: V, r: Int) -> V { l }")
        #expect(operators[0].contains("func + (l: V, r: V) -> V { if operatorIsReplaced { return operator2(l: l, r: r) }; return V(a: l.a + r.a) }"))
        #expect(operators[1] == "operatorIsReplaced = true\nfunc operator2 (l: V, r: V) -> V { V(a: 0) }\nprint((V() + V()).a)")
        #expect(operators[2] == "func + (l: V, r: Int) -> V { l }")
    }

    @Test func `what cannot be replaced in a program is an error that says so`() {
        let cells = CellTranslator.translate([("cell 1", "func f(_ x: Int...) {}\nfunc g() { f(1) }"), ("cell 2", "func f(_ x: Int...) {}")])
        guard case .failure(let error) = cells[1] else {
            Issue.record("it was taken")
            return
        }
        #expect(error.message.contains("'f'") && error.traceback.first?.hasPrefix("cell 2:1:6") == true)
    }

    @Test func `a name of the library that a later cell declares means the library's until then`() throws {
        let cells = try translated("print(abs(-1), max(1, 2))", "let abs = 3\nprint(abs)", "func max(_ a: String) -> String { a }\nprint(max(\"a\"))")
        #expect(cells[1] == "let abs2 = 3\nprint(abs2)")
        #expect(cells[2] == "func max(_ a: String) -> String { a }\nprint(max(\"a\"))")
    }

    @Test func `a type declared again keeps its name, in a place of its own`() throws {
        let cells = try translated(
            "struct P { var a = 1 }\nfunc make() -> P { P() }", "struct P { var b = 2 }\nlet p = P()", "extension P { func twice() -> P { P(b: b * 2) } }\nprint(p.twice())",
            "extension P: Equatable { static let zero = P(b: 0) }\nstruct Box<T> { var value: T }\nlet all: [P] = [.zero, P.zero]\nlet byName = [String: P]()\nlet boxed = Box<P>(value: p)\nfunc first<S: Sequence>(_ s: S) -> P? where S.Element == P { for x in s { return x as P }; return nil }",
            "let path = \\P.b\nlet made = make()\nif (p as Any) is P { print(P.self) }", "enum P { case a, b }\nclass Q { let p: P = P.a; init() {} }\nswitch Q().p { case P.a: print(1)\ncase .b: print(2) }")
        #expect(cells[1] == "enum Cell2 {\nstruct P { var b = 2 }\n}\nlet p = Cell2.P()")
        #expect(cells[2] == "extension Cell2.P { func twice() -> Cell2.P { Cell2.P(b: b * 2) } }\nprint(p.twice())")
        #expect(cells[3].hasPrefix("extension Cell2.P: Equatable { static let zero = Cell2.P(b: 0) }\n"))
        #expect(cells[3].contains("let all: [Cell2.P] = [.zero, Cell2.P.zero]\nlet byName = [String: Cell2.P]()\nlet boxed = Box<Cell2.P>(value: p)\n"))
        #expect(cells[3].contains("-> Cell2.P? where S.Element == Cell2.P { for x in s { return x as Cell2.P }; return nil }"))
        #expect(cells[4] == "let path = \\Cell2.P.b\nlet made = make()\nif (p as Any) is Cell2.P { print(Cell2.P.self) }")
        #expect(cells[5] == "enum Cell6 {\nenum P { case a, b }\n}\nclass Q { let p: Cell6.P = Cell6.P.a; init() {} }\nswitch Q().p { case Cell6.P.a: print(1)\ncase .b: print(2) }")
        // Two in one cell share the place; members of the old type are none of the new one's.
        let two = try translated("let n = 1\nstruct A { var n = 0 }\nprotocol B { func b() }", "let n = \"x\"\nprotocol B { func c() }\nstruct A: B { func c() { print(n) } }\nlet b: any B = A()")
        #expect(two[1] == "let n2 = \"x\"\nenum Cell2 {\nprotocol B { func c() }\n}\nextension Cell2 {\nstruct A: Cell2.B { func c() { print(n2) } }\n}\nlet b: any Cell2.B = Cell2.A()")
    }

    @Test func `line commands become comments`() throws {
        #expect(try translated("%who") == ["// %who"])
        // The command's own line holds the command alone; the code stands below it.
        #expect(try translated("%time let a = 1\na") == ["// %time \nlet a = 1\nNotebookProgram.show(a)"])
        let repeated = try translated("%timeit -n 3 1 + 1")[0]
        #expect(repeated.hasPrefix("do {\n// %timeit -n 3 \n") && repeated.contains("1 + 1"))
    }

    @Test func `a cell that is not right is told with its place`() {
        guard case .failure(let error) = CellTranslator.translate([("cell 1", "let a: Int = \"x\"")])[0] else {
            Issue.record("it was taken")
            return
        }
        #expect(error.traceback.first?.hasPrefix("cell 1:1:14") == true)
    }
}
