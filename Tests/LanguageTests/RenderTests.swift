import Language
import Testing

private func rendered(
    _ text: String, _ start: Int, _ end: Int, message: String = "wrong", help: String? = nil
) -> [String] {
    let source = SourceText(name: "cell 3", text: text)
    return render(
        [Diagnostic(.error, message, at: SourceRange(start: start, end: end), help: help)],
        in: source)
}

@Suite("How diagnostics are shown")
struct RenderTests {
    @Test("place, message, line, caret and help")
    func whole() {
        let message = "cannot convert value of type 'String' to specified type 'Int'"
        #expect(
            rendered("\nlet x: Int = \"a\"", 14, 17, message: message, help: "write 'Int(\"a\")'")
                == [
                    "cell 3:2:14: error: cannot convert value of type 'String' to specified type 'Int'",
                    "  2 | let x: Int = \"a\"",
                    "    |              ^~~",
                    "  help: write 'Int(\"a\")'",
                ])
    }

    @Test("an empty range is a caret, also behind the line's end")
    func empty() {
        #expect(
            rendered("let x =", 7, 7) == [
                "cell 3:1:8: error: wrong", "  1 | let x =", "    |        ^",
            ])
        #expect(rendered("", 0, 0) == ["cell 3:1:1: error: wrong", "  1 |", "    | ^"])
        #expect(rendered("a\n", 9, 9).first == "cell 3:2:1: error: wrong")
    }

    @Test("tabs are spaces up to the next stop, in the line and under it")
    func tabs() {
        #expect(
            rendered("\tx\ty", 3, 4) == [
                "cell 3:1:4: error: wrong", "  1 |         x       y", "    |                 ^",
            ])
    }

    @Test("wide characters take two columns, combining ones none")
    func wide() {
        #expect(rendered("let 变量 = y", 13, 14)[2] == "    |            ^")
        #expect(rendered("let 🐦 = y", 11, 12)[2] == "    |          ^")
        #expect(rendered("let e\u{301} = y", 10, 11)[2] == "    |         ^")
        #expect(rendered("f(👨‍👩‍👧, y)", 22, 23)[2] == "    |       ^")
        #expect(rendered("x = \"变量\" + 1", 4, 12)[2] == "    |     ^~~~~~")
        #expect(rendered("f(❤️, y)", 10, 11)[2] == "    |       ^")
    }

    @Test("the column counts characters")
    func column() {
        #expect(rendered("let 变量 = y", 13, 14)[0] == "cell 3:1:10: error: wrong")
    }

    @Test("a range over several lines is underlined to the first line's end")
    func severalLines() {
        #expect(rendered("f(1,\n  2)\n", 0, 9)[1...] == ["  1 | f(1,", "    | ^~~~"])
    }

    @Test("of a long line the part round the caret is shown")
    func longLine() throws {
        let text =
            "let x = \"" + String(repeating: "a", count: 300) + "\" + y + \""
            + String(repeating: "b", count: 300) + "\""
        let lines = rendered(text, 313, 314)
        #expect(lines[0] == "cell 3:1:314: error: wrong")
        #expect(lines[1].hasPrefix("  1 | …aaa"))
        #expect(lines[1].hasSuffix("bbb…"))
        #expect(lines[1].count == 6 + 102)
        let caret = try #require(lines[2].firstIndex(of: "^"))
        #expect(
            lines[1][
                lines[1].index(
                    lines[1].startIndex,
                    offsetBy: lines[2].distance(from: lines[2].startIndex, to: caret))] == "y")
    }

    @Test("a range longer than what is shown ends where the line ends")
    func longRange() {
        let text = String(repeating: "a", count: 300)
        let lines = rendered(text, 0, 300)
        #expect(lines[2] == "    | ^" + String(repeating: "~", count: 99))
        #expect(lines[1] == "  1 | " + String(repeating: "a", count: 100) + "…")
    }

    @Test("of a very long line too, in its middle and at its ends")
    func veryLongLine() {
        let text = String(repeating: "变", count: 100_000)
        let middle = rendered(text, 150_000, 150_003)
        #expect(middle[0] == "cell 3:1:50001: error: wrong")
        #expect(middle[1] == "  1 | …" + String(repeating: "变", count: 50) + "…")
        #expect(middle[2] == "    | " + String(repeating: " ", count: 51) + "^~")
        #expect(rendered(text, 0, 3)[1] == "  1 | " + String(repeating: "变", count: 50) + "…")
        #expect(
            rendered(text, 300_000, 300_000)[1] == "  1 | …" + String(repeating: "变", count: 25))
    }

    @Test("what moves the cursor is shown as a picture")
    func control() {
        #expect(rendered("a\u{1B}[1mb", 5, 6)[1...] == ["  1 | a␛[1mb", "    |      ^"])
        #expect(rendered("a\r\nb", 3, 4)[1] == "  2 | b")
    }

    @Test("line numbers have room for three digits and grow then")
    func numbers() {
        let text = String(repeating: "\n", count: 1233) + "x"
        #expect(rendered(text, 1233, 1234)[1...] == [" 1234 | x", "      | ^"])
    }

    @Test("a diagnostic that is nowhere has no code")
    func nowhere() {
        #expect(rendered("x", -1, -1) == ["cell 3: error: wrong"])
    }

    @Test("warnings and notes are called that, and stand one after the other")
    func severities() {
        let source = SourceText(name: "cell 1", text: "x = y")
        let lines = render(
            [
                Diagnostic(.warning, "a", at: SourceRange(start: 0, end: 1)),
                Diagnostic(.note, "b", at: SourceRange(start: 4, end: 5)),
            ], in: source)
        #expect(
            lines == [
                "cell 1:1:1: warning: a", "  1 | x = y", "    | ^", "cell 1:1:5: note: b",
                "  1 | x = y", "    |     ^",
            ])
    }

    @Test("a fix-it without help is put in words")
    func fixIts() {
        let source = SourceText(name: "cell 1", text: "def f() {}")
        func help(_ start: Int, _ end: Int, _ new: String) -> String? {
            let range = SourceRange(start: start, end: end)
            return render(
                [
                    Diagnostic(
                        .error, "a", at: range, fixIts: [.init(range: range, replacement: new)])
                ],
                in: source
            ).last
        }
        #expect(help(0, 3, "func") == "  help: replace 'def' with 'func'")
        #expect(help(0, 4, "") == "  help: remove 'def '")
        #expect(help(7, 7, " -> Int") == "  help: insert ' -> Int'")
    }

    @Test("help of several lines is indented")
    func longHelp() {
        #expect(rendered("x", 0, 1, help: "one\ntwo").suffix(2) == ["  help: one", "        two"])
    }
}

@Suite("How runtime faults are shown")
struct RenderTracebackTests {
    let library = SourceText(
        name: "cell 2",
        text:
            "func pick(_ xs: [Int], _ i: Int) -> Int {\n    return xs[i]\n}\nfunc train() {\n    _ = pick([1], 10)\n}"
    )
    let cell = SourceText(name: "cell 3", text: "train()")

    @Test("the innermost place with its code first, then who called it")
    func calls() {
        let frames = [
            TraceFrame(source: library, range: SourceRange(start: 53, end: 58), function: "pick"),
            TraceFrame(source: library, range: SourceRange(start: 84, end: 97), function: "train"),
            TraceFrame(source: cell, range: SourceRange(start: 0, end: 7), function: ""),
        ]
        #expect(
            renderTraceback(message: "index 10 is out of range", frames: frames, help: "count is 1")
                == [
                    "cell 2:2:12: error: index 10 is out of range", "  2 |     return xs[i]",
                    "    |            ^~~~~", "  in 'pick'", "  called from cell 2:5:9, in 'train'",
                    "  called from cell 3:1:1", "  help: count is 1",
                ])
    }

    @Test("a fault without a place is its message")
    func nowhere() {
        #expect(renderTraceback(message: "out of memory", frames: []) == ["error: out of memory"])
        let frames = [TraceFrame(source: cell, range: .none, function: "")]
        #expect(
            renderTraceback(message: "out of memory", frames: frames) == ["error: out of memory"])
    }

    @Test("endless recursion is one line")
    func recursion() {
        let inner = TraceFrame(
            source: library, range: SourceRange(start: 53, end: 58), function: "f")
        let outer = TraceFrame(source: cell, range: SourceRange(start: 0, end: 7), function: "")
        let frames = Array(repeating: inner, count: 10_001) + [outer]
        #expect(
            renderTraceback(message: "recursion too deep", frames: frames).suffix(4) == [
                "  in 'f'", "  called from cell 2:2:12, in 'f'", "  … 9,999 more calls of 'f'",
                "  called from cell 3:1:1",
            ])
    }

    @Test("so is a circle of functions")
    func circle() {
        let f = TraceFrame(source: library, range: SourceRange(start: 53, end: 58), function: "f")
        let g = TraceFrame(source: library, range: SourceRange(start: 84, end: 97), function: "g")
        var frames: [TraceFrame] = []
        for _ in 0..<5_000 { frames += [f, g] }
        frames.append(TraceFrame(source: cell, range: SourceRange(start: 0, end: 7), function: ""))
        let lines = renderTraceback(message: "recursion too deep", frames: frames)
        #expect(lines.count <= 10)
        #expect(lines.contains("  … 9,996 more calls of 'g' and 'f'"))
    }

    @Test("a long chain without a pattern shows its two ends")
    func longChain() {
        let frames = (0..<300).map { index in
            TraceFrame(
                source: library, range: SourceRange(start: (index * index * 7) % 60, end: 61),
                function: "f\(index)")
        }
        let lines = renderTraceback(message: "deep", frames: frames)
        #expect(lines.count < 30)
        #expect(lines.contains { $0.hasPrefix("  … 281 more calls") })
        #expect(lines.last?.hasSuffix("in 'f299'") == true)
    }
}

@Suite("Close names")
struct RenderClosestNameTests {
    @Test(
        "a slip is recognised",
        arguments: [
            ("sune", ["sum", "shape", "sine"], "sine"), ("lenght", ["length", "count"], "length"),
            ("Shape", ["reshape", "shape"], "shape"),
            ("reshap", ["reshape", "reshaped"], "reshape"),
            ("learningrate", ["learningRate", "learning"], "learningRate"),
            ("pritn", ["print", "point"], "print"), ("ix", ["xi", "x"], "xi"),
            ("kernelsize", ["kernelSize", "kernels"], "kernelSize"),
            ("meen", ["mean", "median"], "mean"),
        ] as [(String, [String], String)])
    func slips(name: String, candidates: [String], expected: String) {
        #expect(closestName(to: name, among: candidates) == expected)
        #expect(closestName(to: name, among: Set(candidates)) == expected)
    }

    @Test(
        "what is far off is not offered",
        arguments: [
            ("x", ["y", "z", "xy"]), ("xs", ["ys", "is"]), ("foo", ["bar", "print"]), ("", ["a"]),
            ("mean", ["shape", "sum", "max"]), ("count", ["count"]),
        ] as [(String, [String])])
    func farOff(name: String, candidates: [String]) {
        #expect(closestName(to: name, among: candidates) == nil)
    }
}
