import Language
import Testing

private func first(_ text: String) -> Diagnostic? {
    withParserStack { parse(SourceText(name: "cell", text: text)).diagnostics.first }
}

@Suite("Hints for people from Python")
struct ParseHintTests {
    @Test(
        "each habit is met with what Swift writes",
        arguments: [
            (
                "def f(x):\n    return x", "'func'",
                "write 'func f(_ x: Double) { … }', with the types you mean"
            ),
            (
                "def f(x: int, y=3): return x", "'func'",
                "write 'func f(_ x: Int, _ y: Double) { … }', with the types you mean"
            ),
            ("def f():\n    pass", "'func'", "write 'func f() { … }'"),
            ("class A:\n    def f(self): pass", "braces", "write 'class A { … }'"),
            ("class A(B):\n    x = 1", "braces", "write 'class A: B { … }'"),
            ("if x > 3:\n    y()", "braces", "write 'if x > 3 { … }'"),
            ("if a and not b:\n    y()", "braces", "write 'if a && !b { … }'"),
            ("if x is not None:\n    y()", "braces", "write 'if x != nil { … }'"),
            ("if x: y()", "braces", "write 'if x { … }'"),
            ("while True:\n    pass", "braces", "write 'while true { … }'"),
            ("for i in range(10):\n    f(i)", "braces", "write 'for i in 0..<10 { … }'"),
            (
                "for i in range(1, len(xs)):\n    f(i)", "braces",
                "write 'for i in 1..<xs.count { … }'"
            ),
            (
                "for i in range(9, 0, -1):\n    f(i)", "braces",
                "write 'for i in stride(from: 9, to: 0, by: -1) { … }'"
            ),
            (
                "for i, x in enumerate(xs):\n    f(i)", "braces",
                "write 'for (i, x) in xs.enumerated() { … }'"
            ),
            ("try:\n    f()\nexcept E as e:\n    g()", "braces", "write 'do { … } catch { … }'"),
            ("with open(p) as f:\n    g(f)", "braces", "write 'let f = open(p)'"),
            ("import numpy as np", "Python modules", nil),
            ("from sklearn import datasets", "Python modules", nil),
            (
                "import matplotlib.pyplot as plt", "Python modules",
                "'plt' is there without an import: 'plt.plot(x, y)'"
            ),
            ("if a and b { }", "'&&'", "write '&&'"), ("let c = a or b", "'||'", "write '||'"),
            ("if not a { }", "'!'", nil), ("while not (a or b) { }", "'!'", nil),
            ("print x", "parentheses", "write 'print(x)'"),
            ("print \"a\", x", "parentheses", "write 'print(\"a\", x)'"),
            ("let f = lambda x, y: x + y", "closure", "write '{ x, y in x + y }'"),
            ("xs.map(lambda x: x * 2)", "closure", "write '{ x in x * 2 }'"),
            ("# a comment", "'//'", "write '//'"), ("#comment", "'//'", "write '//'"),
            ("let x = 1 # the first", "'//'", "write '//'"),
            (
                "let s = f\"{x:.2f} of {y}\"", "'\\(…)'",
                "write '\"\\(x, specifier: \"%.2f\") of \\(y)\"'"
            ),
            ("let s = f'{{{x}}}'", "'\\(…)'", "write '\"{\\(x)}\"'"),
            ("let s = r\"\\d\"", "'r'", "write '#\"\\d\"#'"),
            ("let s = '''a", "three '\"'", nil),
            ("let x = 3 if a else b", "'? :'", "write 'a ? 3 : b'"),
            ("return f(x) if x > 0 else -1", "'? :'", "write 'x > 0 ? f(x) : -1'"),
            ("let y = [x * 2 for x in xs]", "'map'", "write 'xs.map { x in x * 2 }'"),
            (
                "let y = [x for x in range(9) if x % 2 == 0]", "'map'",
                "write '(0..<9).filter { x in x % 2 == 0 }'"
            ),
            ("a, b = b, a", "tuple", "write '(a, b) = (b, a)'"),
            ("func f() { return 1, 2 }", "tuple", "write 'return (1, 2)'"),
            ("let d = {\"a\": 1, \"b\": 2}", "square brackets", "write '[\"a\": 1, \"b\": 2]'"),
            ("let y = x[1:3]", "range", "write '[1..<3]'"),
            ("let y = x[:, 0]", "range", "write '[0..., 0]'"),
            ("let y = x[:-1]", "range", "write '[..<(-1)]'"),
            ("let y = x[::2]", "range", "write '[.stride(by: 2)]'"),
            ("let y = a @ b", "'@'", "write 'matmul(a, b)' for the matrix product"),
            (
                "x: int = 3", "'let' or 'var'",
                "write 'var x: Int = 3', or 'let' if it never changes"
            ),
            ("int x = 3", "'let' or 'var'", "write 'var x: Int = 3', or 'let' if it never changes"),
            ("const x = 3", "'let' or 'var'", "write 'let x = 3'"),
            ("x := 3", "'let' or 'var'", nil),
            ("raise E()", "'throw'", nil),
            ("assert x == 1", "parentheses", "write 'assert(x == 1)'"),
            ("global x", "not needed", nil), ("if x in xs { }", "'in'", "write 'xs.contains(x)'"),
            ("if x not in xs { }", "'not in'", "write '!xs.contains(x)'"),
            (
                "let h = (n // 2)", "comment",
                "write '/': between integers it leaves out the fraction"
            ),
            ("!pip install numpy", "programs", "run 'pip install numpy' in a terminal"),
            ("x++", "did you mean '+= 1'", nil),
            ("for i in 0..<3 { n-- }", "did you mean '-= 1'", nil),
            ("let y = 2 ** 3", "'**'", nil), ("if a <> b { }", "'!='", nil),
            ("let f = x => x + 1", "'=>'", nil),
            ("for i in 0..10 { }", "'..'", nil),
            ("model.fit(x, y, epochs=10)", "':'", "write 'epochs: …'"),
            ("print(x, end=\"\")", "':'", "write 'terminator: …'"),
        ] as [(String, String, String?)])
    func habits(text: String, part: String, help: String?) throws {
        let found = try #require(first(text))
        #expect(found.severity == .error)
        #expect(found.message.contains(part), "\(found.message)")
        if let help { #expect(found.help == help) }
    }

    @Test("further branches get their own hints, echoes of the parser none")
    func branches() {
        let text = "if x > 3:\n    f()\nelif x < 2:\n    g()\nelse:\n    h()\nlet y = 1 2"
        let found = withParserStack { parse(SourceText(name: "cell", text: text)).diagnostics }
        #expect(
            found.compactMap(\.help) == [
                "write 'if x > 3 { … }'", "write '} else if x < 2 {'", "write '} else {'",
            ])
    }

    @Test("an error before the first hint is told first")
    func order() {
        #expect(first("let x = 1 2\nx++")?.message.hasPrefix("consecutive") == true)
        #expect(first("x++\nlet x = 1 2")?.message.contains("'++'") == true)
    }

    @Test(
        "correct Swift is told nothing, whatever words are in it",
        arguments: [
            "let not = 3\nlet and = not + 4\nprint(and, not)",
            "func lambda(_ pass: Int) -> Int { pass }",
            "struct S { var range = 1; var len: Int { range }; func elif() {} }",
            "enum E { case def, None, True, pass }\nlet z = E.None",
            "f(def: 1, not: 2, and: 3, in: 4, import: 5, print: 6)",
            "let t = (from: 1, import: 2, as: 3)\nt.from",
            "let d = [and: not, lambda(3): 4]", "x.print { y in y }",
            "let s = \"def f(): elif x: // None x++ **\"",
            "// def f(): x++", "/* if x: ** */", "let s = \"\"\"\n  if x and y:\n    x++\n  \"\"\"",
            "let k: Int = x ? y : z", "class A:\n    B {\n}", "let x = y\n    ? 1\n    : 2",
            "let f: (Int) -> Int = { x in x }",
            "func + (a: A, b: A) -> A { a }", "f(x: 1, y: 2)", "let r = 0...10", "let r = xs[1...]",
            "let r = x[0..., ..<8]",
            "x = y", "x=y", "if x==y { }", "let f = f(a==b, c: d != e)",
            "for case let x? in xs where x > 1 { }",
            "switch x {\ncase 1: f()\ndefault: g()\n}", "outer: for i in 0..<3 { break outer }",
            "let x = a / b // half",
            "a -= -1", "let y = -x - -z", "let b = x! + y!", "let z = x ?? -1", "prefix(x)",
            "let f = (+)", "xs.reduce(0, +)",
            "func f(_ x: Int = 1, y: String = \"a\") { }", "enum E { case a(x: Int = 1) }",
            "print(xs.map { $0 * 2 })",
            "let c = { [weak self] (x: Int) -> Int in x }",
            "@discardableResult func f() -> Int { 1 }", "let x = 1; let y = 2;",
            "guard let x = y else { fatalError() }", "if let x, let y = z, x < y { }",
            "let g: Array<Int> = []",
            "let x = f(/, 3)", "let t = x.0.1", "let s = #\"r\"#", "repeat { x += 1 } while x < 3",
            "do { try f() } catch { g() }",
            "let x = if a { 1 } else { 2 }", "let d = [\"a\": 1]", "x[safe: 3]", "a.b(c)[d: 1]",
            "#if true\nlet x = 1\n#endif", "print(#line)", "#line", "let f = #function",
        ])
    func noFalseAlarm(text: String) {
        let found = withParserStack { parse(SourceText(name: "cell", text: text)).diagnostics }
        #expect(found.isEmpty, "\(found.map(\.message))")
    }

    @Test("names of other languages are explained when nobody has declared them")
    func names() {
        #expect(ForeignNames.hint(forUnknownName: "None") == "'None' is written 'nil' in Swift")
        #expect(ForeignNames.hint(forUnknownName: "len") == "write 'x.count' for 'len(x)'")
        #expect(ForeignNames.hint(forUnknownName: "np")?.contains("'Tensor'") == true)
        #expect(ForeignNames.hint(forUnknownName: "weights") == nil)
    }
}
