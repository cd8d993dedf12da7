import Language
import Testing

private func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
}

private func firstError(_ text: String) -> Diagnostic? {
    withParserStack {
        parse(SourceText(name: "cell", text: text)).diagnostics.first { $0.severity == .error }
    }
}

@Suite("What the guard refuses")
struct GuardScanTests {
    @Test("square brackets are refused from the thirteenth level on, and not before")
    func squareBrackets() {
        #expect(firstError("let x = " + repeated("[", 12) + "1" + repeated("]", 12)) == nil)
        let refusal = firstError("let x = " + repeated("[", 13) + "1" + repeated("]", 13))
        #expect(refusal?.message == "'[' nested more than 12 deep")
        #expect(refusal?.range == SourceRange(start: 20, end: 21))
    }

    @Test("brackets of mixed kinds count together", arguments: ["(", "{", "f(", "{(", "a["])
    func brackets(opener: String) throws {
        let refusal = try #require(firstError("let x = " + repeated(opener, 101)))
        #expect(refusal.message.contains("nested more than"))
    }

    @Test("a hundred levels of parentheses and braces are read")
    func deepButAllowed() {
        #expect(firstError("let x = " + repeated("(", 100) + "1" + repeated(")", 100)) == nil)
        #expect(firstError(repeated("if a { ", 99) + repeated("}", 99)) == nil)
    }

    @Test("brackets in strings, comments and characters do not count")
    func hidden() {
        let brackets = repeated("[", 40)
        for text in [
            "let s = \"\(brackets)\"", "// \(brackets)",
            "/* \(brackets) /* nested */ \(brackets) */ let x = 1",
            "let s = #\"\(brackets)\"\\\(brackets)\"#",
            "let s = \"\"\"\n\(brackets) \" \"\" \\\"\"\"\n\"\"\"",
            "let s = \"\\\"\(brackets)\\\\\"", "let s = #\"\"\"#; let t = \"\(brackets)\"",
            "let s = ##\"\"\"\n\"\"\"# \(brackets)\n\"\"\"##",
        ] {
            #expect(firstError(text) == nil, "\(text)")
        }
    }

    @Test("brackets in an interpolation count")
    func interpolated() {
        let deep = repeated("[", 13) + repeated("]", 13)
        #expect(
            firstError("let s = \"a \\(\(deep)) b\"")?.message == "'[' nested more than 12 deep")
        #expect(firstError("let s = #\"a \\(\(deep)) b\"#") == nil)
        #expect(
            firstError("let s = #\"a \\#(\(deep)) b\"#")?.message == "'[' nested more than 12 deep")
        #expect(
            firstError("let s = \"\"\"\n \\(\(deep))\n \"\"\"")?.message
                == "'[' nested more than 12 deep")
        #expect(firstError("let s = \"\\(a)[\\(b)[\\(c)[\" + \"\\(x[0])\"") == nil)
    }

    @Test("interpolation is refused from the ninth level on")
    func interpolationDepth() {
        func nested(_ depth: Int) -> String {
            repeated("\"\\(", depth) + "1" + repeated(")\"", depth)
        }
        #expect(firstError("let s = " + nested(8)) == nil)
        #expect(
            firstError("let s = " + nested(9))?.message
                == "string interpolation nested more than 8 deep")
    }

    @Test(
        "what goes on without end in one statement is refused",
        arguments: [
            "a ? b : ", "try ", "if a { } else ", "a + ", "a.", "- ", "a = ", "x as ", "await ",
            "some ", "a? ",
            "a -> ", "\\", "#a", "repeat ", "a().", "try\n", "a +\n", "a\n.", "if a { }\nelse ",
        ])
    func chains(link: String) throws {
        let refusal = try #require(firstError("let x = " + repeated(link, 7_000) + "1"))
        let isChain = refusal.message.contains("too long") || refusal.message.contains("in a row")
        #expect(isChain, "\(refusal.message)")
    }

    @Test("many statements are no chain")
    func statements() {
        #expect(firstError(repeated("x = x + 1 - 2 * y.z\n", 2_000)) == nil)
        #expect(firstError(repeated("f(a ? b : c);", 4_000)) == nil)
        #expect(
            firstError("let x = [" + repeated("-1.5, a.b + 1, \"\\(c)\",\n", 1_500) + "]") == nil)
        #expect(
            firstError(repeated("if a < b { c() } else if d { e() } else { f() }\n", 1_500)) == nil)
    }

    @Test("'<' in a row, at each of which the parser reads ahead, is refused")
    func angles() {
        #expect(firstError("let x = " + repeated("a < ", 100) + "c") == nil)
        #expect(
            firstError("f(" + repeated("a < b, ", 1_000) + "c)")?.message
                == "more than 200 '<' in one statement")
        #expect(firstError("let x: " + repeated("A<", 300) + "B" + repeated(">", 300)) != nil)
    }

    @Test("control characters are refused where they stand")
    func controlCharacters() {
        let null = firstError("let x = 1\nlet y\0 = 2")
        #expect(null?.message == "the cell contains a NUL byte")
        #expect(null?.range.start == 15)
        #expect(firstError("\u{7}")?.message == "the cell contains the control character U+0007")
        #expect(
            firstError("let s = \"\u{1B}[31m\"")?.message
                == "the cell contains the control character U+001B")
        #expect(firstError("let s = \"\u{7F}\"")?.help == "remove it; in a string write \\u{7F}")
        #expect(firstError("let\tx = 1\r\nlet y = 2\r\n") == nil)
    }

    @Test("a cell of more than 1 MB is refused")
    func size() {
        let line = "// " + repeated("-", 1_020) + "\n"
        #expect(firstError(repeated(line, 1_024)) == nil)
        #expect(firstError(repeated(line, 1_024) + "x")?.message == "the cell is larger than 1 MB")
    }

    @Test(
        "what could hide brackets from the scan is refused",
        arguments: [
            ("let r = /\"/; let x = \(repeated("[", 40))", "regular expression literals"),
            ("let r = #/\"\"\"/#\nlet x = \(repeated("[", 40))", "regular expression literals"),
            ("f(/a//\(repeated("[", 40))", "regular expression literals"),
            ("return /'/ + \(repeated("[", 40))", "regular expression literals"),
            ("let `a\"b` = \(repeated("[", 40))", "backticks"),
            ("let x = <#\"#> + \(repeated("[", 40))", "editor placeholder"),
            ("<<<<<<< \n\"\"\"\n>>>>>>> \n\(repeated("[", 40))", "conflict marker"),
            ("let s = “\"” + \(repeated("[", 40))", "unicode curly quote"),
            ("let s = \"\\( /* \n */ \(repeated("[", 40))", "'[' nested"),
            ("let s = \"\\(\n\(repeated("[", 40))", "'[' nested"),
            ("let s = 'a\" + ' + \(repeated("[", 40))", "'[' nested"),
            ("#!\"\"\"\n\(repeated("[", 40))", "'[' nested"),
        ])
    func disguises(text: String, message: String) throws {
        let refusal = try #require(firstError(text))
        #expect(refusal.message.contains(message), "\(refusal.message)")
    }

    @Test("division, functions that are operators and escaped names are none of that")
    func notRefused() {
        for text in [
            "let x = a / b / c", "let x = a/b/c // \"", "xs.reduce(1, /) // \"product\"",
            "f(+, -, *, /) // \"ops\"",
            "let x = y\n/ 2\n/ 3 // \"", "let `default` = 1", "let x = a * /* \" */ 2 / b",
            "f(x, by: /)", "let x = (a + b) / 2 / \"c\".count",
        ] {
            #expect(firstError(text) == nil, "\(text)")
        }
    }

    @Test("brackets left open by mistake do not add up over a cell")
    func openByMistake() throws {
        let text = "let x = (f([1, 2)\n" + repeated("foo([1, 2)\n", 20)
        let error = try #require(firstError(text))
        #expect(!error.message.contains("nested"))
    }

    @Test("wrong code that takes the parser long is refused")
    func slowMistakes() {
        #expect(firstError(repeated(")", 200))?.message.contains("never opened") == true)
        #expect(firstError(repeated("switch a\n", 300))?.message.contains("lack their '{'") == true)
        #expect(
            firstError(repeated("class s: A, a.b", 500))?.message.contains("right after a name")
                == true)
        #expect(firstError(repeated("@a <", 50))?.message.contains("generic arguments") == true)
        #expect(firstError(repeated("@a .b <[", 50))?.message.contains("generic arguments") == true)
        let long = "\"" + repeated("a", 600_000)
        #expect(
            firstError(repeated("f(", 50) + long)?.message == "brackets nested more than 12 deep")
    }

    @Test("declarations with many names are not")
    func manyNames() {
        #expect(
            firstError(repeated("public static func f(_ a: Int, to b: Int) { g(a, b) }\n", 500))
                == nil)
        let parameters = repeated("to a: Int, ", 300) + "of b: Int"
        #expect(firstError("func f(\(parameters)) { }") == nil)
        #expect(
            firstError("protocol P {\n" + repeated("func f(); var x: Int { get }\n", 300) + "}")
                == nil)
        #expect(
            firstError(repeated("let x = E.switch.default.class.for.init(if: 1)\n", 500)) == nil)
    }
}
