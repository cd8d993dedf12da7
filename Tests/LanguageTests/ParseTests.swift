import Language
import Testing

private func diagnostics(_ text: String) -> [Diagnostic] {
    withParserStack { parse(SourceText(name: "cell", text: text)).diagnostics }
}

@Suite("Parsing a cell")
struct ParseTests {
    @Test("a cell without errors gives its tree, with the cell's own offsets")
    func tree() throws {
        let source = SourceText(name: "cell", text: "%time\nlet x = 1\nprint(x)")
        let (cell, found) = withParserStack { parse(source) }
        let parsed = try #require(cell)
        #expect(found.isEmpty)
        #expect(parsed.tree.sourceRange == SourceRange(start: 6, end: 24))
        #expect(parsed.commands.map(\.name) == ["time"])
    }

    @Test("a cell with errors gives none, unless asked for as it is")
    func errors() {
        let source = SourceText(name: "cell", text: "let x = \nlet y = x.")
        withParserStack {
            #expect(parse(source).cell == nil)
            #expect(
                parseTolerantly(source).cell?.tree.sourceRange == SourceRange(start: 0, end: 19))
            #expect(parse(source).diagnostics == parseTolerantly(source).diagnostics)
        }
    }

    @Test("an empty cell and one of comments are cells")
    func empty() {
        withParserStack {
            for text in ["", "\n\n", "// nothing", "/* nothing */"] {
                #expect(parse(SourceText(name: "cell", text: text)).cell != nil)
            }
        }
    }

    @Test(
        "errors read as the compiler words them, at its place",
        arguments: [
            ("let x =", "expected initial value after '='", 7),
            ("f(1, 2", "expected ')' in expression list", 6),
            ("foo)", "extraneous ')' at top level", 3), ("}", "extraneous '}' at top level", 0),
            ("let s = \"abc", "unterminated string literal", 8),
            ("if true", "expected '{' after 'if' condition", 7),
            ("while true", "expected '{' after 'while' condition", 10),
            ("for i in 0..<3", "expected '{' to start the body of for-each loop", 14),
            ("for i 0..<3 {}", "expected 'in' after for-each pattern", 6),
            ("class A", "expected '{' in class", 7), ("struct A", "expected '{' in struct", 8),
            ("let x = 1 +", "expected expression after operator", 11),
            ("a.b.", "expected member name following '.'", 4),
            (
                "let a = b ? c", "expected ':' after '? ...' in ternary expression",
                13
            ),
            ("print(\"a\" \"b\")", "expected ',' separator", 10),
            (
                "let x = 1 let y = 2",
                "consecutive statements on a line must be separated by ';'", 9
            ),
            ("let s = 'a'", "single-quoted string literal found, use '\"'", 8),
            ("let s = \"\\q\"", "invalid escape sequence in literal", 9),
            (
                "let s = \"a \\(b\"",
                "cannot find ')' to match opening '(' in string interpolation", 14
            ),
            ("/* a", "unterminated '/*' comment", 0),
            (
                "switch x { 1: f() }",
                "all statements inside a switch must be covered by a 'case' or 'default'", 11
            ),
        ] as [(String, String, Int)])
    func wording(text: String, message: String, offset: Int) throws {
        let first = try #require(diagnostics(text).first)
        #expect(first.message == message)
        #expect(first.range.start == offset)
    }

    @Test("one line gives one error, and a cell ten at most")
    func few() {
        #expect(diagnostics("let x = 1 2 3 4 5").count == 1)
        #expect(diagnostics(String(repeating: "let x = \n", count: 50)).count == 10)
    }

    @Test("a missing bracket's opening one is noted when it is on another line")
    func notes() {
        let found = diagnostics("struct A {\n  func f() {\n    if x {\n  }\n}\nlet y = 1")
        #expect(found.map(\.severity) == [.error, .note])
        #expect(found.last?.message == "to match this opening '{'")
        #expect(found.last?.range.start == 9)
    }

    @Test(
        "thousands of errors are told as quickly as one",
        arguments: ["a b ", "f(,", ";", ")", "#", "@", "\"", "let ", "case 1: ", "\\", "1 in "])
    func manyErrors(text: String) {
        let source = SourceText(name: "cell", text: String(repeating: text, count: 1_000))
        let time = withParserStack { processorTime { _ = parse(source) } }
        #expect(time < longestParse, "\(text): \(time)")
    }

    @Test("fix-its are whole and at their place")
    func fixIts() throws {
        let first = try #require(diagnostics("let x = .5").first)
        #expect(first.fixIts == [.init(range: SourceRange(start: 8, end: 10), replacement: "0.5")])
        #expect(diagnostics("let x = ").allSatisfy { $0.fixIts.isEmpty })
    }
}

@Suite("Line commands")
struct ParseLineCommandTests {
    private func commands(_ text: String) -> [LineCommand] {
        withParserStack {
            parseTolerantly(SourceText(name: "cell", text: text)).cell?.commands ?? []
        }
    }

    @Test("each line at the beginning is one, with its arguments")
    func several() {
        let found = commands("\n%who\n  %session save  a b.session  \n%%config time = 3\nlet x = 1")
        #expect(found.map(\.name) == ["who", "session", "config"])
        #expect(found.map(\.arguments) == ["", "save  a b.session", "time = 3"])
        #expect(found.map(\.isForWholeCell) == [false, false, true])
        #expect(found[0].range == SourceRange(start: 1, end: 5))
        #expect(found[1].argumentsRange == SourceRange(start: 17, end: 34))
    }

    @Test("after '%time' and '%timeit' with their options there may be code")
    func code() throws {
        for (text, arguments, code) in [
            ("%time train()", "", "train()"), ("%timeit -n 10 -r3 step(1)", "-n 10 -r3", "step(1)"),
            ("%timeit -x", "-x", ""), ("%time\nf()", "", "f()"),
            ("%timeit -q -n 5\nf()", "-q -n 5", "f()"),
            ("%timeit -x + 1", "-x", "+ 1"),
        ] {
            let (cell, _) = withParserStack {
                parseTolerantly(SourceText(name: "cell", text: text))
            }
            let parsed = try #require(cell)
            #expect(parsed.commands.map(\.arguments) == [arguments])
            let range = parsed.tree.sourceRange
            let rest = parsed.source.utf8[range.start..<range.end]
            #expect(String(decoding: rest, as: UTF8.self) == code)
        }
    }

    @Test("what else begins with '%' is left to the parser")
    func others() {
        for text in ["let x = 1\n%time", "%", "% time", "%%%time", "x\n% y"] {
            #expect(commands(text).isEmpty, "\(text)")
        }
        #expect(
            diagnostics("let x = 1\n%time f()").first?.message
                == "'%time' stands in the middle of a cell")
    }
}

@Suite("Completeness")
struct ParseCompletenessTests {
    private func judged(_ text: String) -> Completeness {
        withParserStack { completeness(of: SourceText(name: "cell", text: text)) }
    }

    @Test(
        "whole cells",
        arguments: [
            "", "x", "let x = 1", "func f() { }", "if a { }", "f(1,\n  2)", "\"a\"",
            "\"\"\"\na\n\"\"\"", "%time", "%who\nx", "// a",
            "f { x in x }", "x = 1\n", "protocol P { func f() }",
        ])
    func complete(text: String) {
        #expect(judged(text) == .complete)
    }

    @Test(
        "beginnings, and how the next line is indented",
        arguments: [
            ("let x =", ""), ("func f()", ""), ("func f() {", "    "),
            ("func f() {\n    if x {", "        "),
            ("func f() {\n  if x {\n    y", "    "), ("f(1,", "    "),
            ("let a = [\n    1,", "    "), ("class A", ""),
            ("a +", ""), ("a.", ""), ("let s = \"\"\"", ""), ("let s = \"\"\"\n  abc", "  "),
            ("/* a", ""), ("if x {\n\n\n", "    "),
            ("switch x {\ncase 1:", "    "), ("do {\n  f()\n} catch {", "    "), ("for i in", ""),
            ("guard x else", ""),
            ("@discardableResult", ""), ("x ? y :", ""), ("f { x in", "    "),
            ("\tif x {", "\t    "),
            ("let s = \"\\(x)\" +", ""),
        ])
    func incomplete(text: String, indent: String) {
        #expect(judged(text) == .incomplete(indent: indent))
    }

    @Test(
        "what no further line can mend",
        arguments: [
            "let s = \"abc", "foo)", "}", "let x = 1 2\nf(", "f(]", "def f():",
            "class A:\n    pass", "let s = \"\\(x\"",
            "a\0", "let x = (n // 2)", "if x:", "for i in range(3):", "x y (",
        ])
    func invalid(text: String) {
        #expect(judged(text) == .invalid)
    }
}
