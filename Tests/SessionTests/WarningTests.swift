import Session
import Testing

/// Warnings: text on standard error that does not fail the cell.
@Suite struct WarningTests {
    private func warnings(_ cell: String) throws -> [String] {
        let recorder = Recorder()
        if let error = Session().execute(cell, name: "cell", host: recorder).error { throw error }
        return recorder.errors.split(separator: "\n").compactMap { line in
            line.split(separator: " ", maxSplits: 1).last.flatMap { $0.hasPrefix("warning: ") ? String($0.dropFirst(9)) : nil }
        }
    }

    @Test(arguments: [
        ("func f(a: Int, _ b: Int) -> Int { a + b }\nf(a: 1, 2)\nprint(1)", "result of call to 'f(a:_:)' is unused"),
        ("[3, 1].sorted()\nprint(1)", "result of call to 'sorted()' is unused"), ("[3, 1].map { $0 }\nprint(1)", "result of call to 'map' is unused"),
        ("var q = 1\nq == 2\nq = 3", "result of operator '==' is unused"), ("3\nprint(1)", "integer literal is unused"),
        ("var q = 1\nq\nq = 3", "variable is unused"), ("[1].count\nprint(1)", "expression of type 'Int' is unused"),
        ("struct P {}\nP()\nprint(1)", "result of 'P' initializer is unused"),
        ("func f() { let a = 1 }", "initialization of immutable value 'a' was never used; consider replacing with assignment to '_' or removing it"),
        ("func f() { var a = 1; print(a) }", "variable 'a' was never mutated; consider changing to 'let' constant"),
        ("func f() { var a = 1; a = 2 }", "variable 'a' was written to, but never read"),
        ("func f() { for i in 0..<2 { print(1) } }", "immutable value 'i' was never used; consider replacing with '_' or removing it"),
        ("func f(_ o: Int?) { if let v = o { print(1) } }", "value 'v' was defined but never used; consider replacing with boolean test"),
        ("func f() -> Int { let (a, b) = (1, 2); return a }", "immutable value 'b' was never used; consider replacing with '_' or removing it"),
        ("func f() -> Int { return 1; print(2) }", "code after 'return' will never be executed"),
        ("func f() { fatalError(); print(2) }", "will never be executed"),
        ("func f() { var total = 0; for i in 0..<3 { let total = i; print(total) }; total += 1; print(total) }", "'total' hides a variable of the same name declared further out"),
        ("let max = 3", "'max' hides the library's function 'max' in this and later cells"),
    ])
    func aDoubtfulCellIsWarnedOf(_ cell: String, _ expected: String) throws {
        #expect(try warnings(cell) == [expected])
    }

    @Test(arguments: [
        "let unused = 1\nvar alsoUnused = 2", "@discardableResult func f() -> Int { 1 }\nf()\nprint(1)", "var a = [1]\na.removeLast()\nprint(a)",
        "func f() { var a = [1]; a.append(2) }", "func f() -> Int { let x: Int\n if 1 < 2 { x = 1 } else { x = 2 }\n return x }",
        "func f() { var n = 0; let g = { n += 1 }; g() }", "plot([1, 2, 3])\nprint(1)", "let o: Int? = 3\nif let o = o { print(o) }",
        "struct P { var a = 1; mutating func m() { a = 2 } }", "func f<T>(_ x: T) -> T { let y = x; return y }\nprint(f(1), f(\"a\"))",
        "let model = Sequential([Dense(1)])\nmodel.compile(optimizer: SGD(learningRate: 0.1), loss: .meanSquaredError)\nmodel.fit(Tensor.ones(4, 2), Tensor.ones(4, 1), verbose: .silent)\nprint(1)",
        "switch (1, 2) {\ncase let (a, b): print(a, b)\n}", "_ = [1].sorted()",
        "enum Bad: Error { case luck }\nfunc f() -> Int { do { throw Bad.luck } catch { return 4 } }\nprint(f())",
    ])
    func aPlainCellIsNot(_ cell: String) throws {
        #expect(try warnings(cell) == [])
    }
}
