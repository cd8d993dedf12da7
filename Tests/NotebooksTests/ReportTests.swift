import Notebooks
import Testing

@Suite struct ReportTests {
    private var results: [NotebookResult] {
        var good = NotebookResult(path: "a.ipynb")
        good.status = .passed
        good.count = 1
        good.cells = [.init(number: 1, title: "let a = \"<&>\"", seconds: 0.25, memory: 40_000_000)]
        var bad = NotebookResult(path: "b.ipynb")
        bad.status = .failed
        bad.count = 3
        bad.cells = [.init(number: 1, title: "x[9]", seconds: 1.5, memory: 1_400_000_000, traceback: ["IndexError: \u{1B}[31mno\u{1B}[0m", "```"], isFailure: true)]
        var gone = NotebookResult(path: "c.ipynb")
        gone.status = .crashed
        gone.message = "its process was ended by signal 9"
        return [good, bad, gone]
    }

    @Test func `JUnit has a suite for each notebook and a case for each cell`() {
        let xml = JUnitReport.text(of: results)
        #expect(xml.contains("<testsuites name=\"vencejo run\" tests=\"5\" failures=\"1\" errors=\"1\" time=\"1.750\">"))
        #expect(xml.contains("<testcase classname=\"a.ipynb\" name=\"cell 1: let a = &quot;&lt;&amp;&gt;&quot;\" time=\"0.250\"/>"))
        #expect(xml.contains("<failure message=\"IndexError: no\">"))
        #expect(xml.contains("<testcase classname=\"b.ipynb\" name=\"cell 3\" time=\"0.000\"><skipped message=\"not run\"/></testcase>"))
        #expect(xml.contains("<error message=\"its process was ended by signal 9\"/>"))
        #expect(!xml.contains("\u{1B}"))
    }

    @Test func `the summary says what passed, and shows the errors`() {
        let text = MarkdownSummary.text(of: results)
        #expect(text.hasPrefix("## Notebooks: 1 of 3 passed\n"))
        #expect(text.contains("| `a.ipynb` | ✅ passed | 1 of 1 | 250 ms | 40 MB |"))
        #expect(text.contains("| `b.ipynb` | ❌ failed | 1 of 3 | 1.50 s | 1.4 GB |"))
        #expect(text.contains("### b.ipynb: failed\n\nCell 1:\n\n````\nIndexError: no\n"))
        #expect(text.contains("its process was ended by signal 9"))
    }

    @Test func `what a process tells comes through a line`() {
        let cell = NotebookResult.Cell(number: 2, title: "a\n\"b\"", seconds: 0.125, memory: 7, traceback: ["x"], isFailure: true)
        for message in [RunMessage.started(cell: 1, of: 3, title: "t"), .finished(cell, of: 3), .ended(.timedOut, message: nil), .ended(.crashed, message: "é")] {
            let line = message.line
            #expect(line.filter { $0 == "\n" }.count == 1)
            #expect(RunMessage(line: Array(line.utf8.dropLast())) == message)
        }
        #expect(RunMessage(line: Array("{}".utf8)) == nil)
    }
}
