import Notebooks
import Session
import Testing

@Suite struct DocumentTests {
    private func page(_ cells: [NotebookCell], folds: Bool = false) -> String {
        HTMLExport.document(of: Notebook(cells: cells), DocumentOptions(name: "test", foldsCode: folds)).text
    }

    private func shown(_ formats: [(String, String)]) -> NotebookCell {
        var cell = NotebookCell(.code, source: "x")
        cell.outputs = [.display(DisplayData(formats.map { .init(mimeType: $0.0, content: $0.1) }))]
        return cell
    }

    @Test func `Markdown becomes HTML`() {
        let text = """
            # Title & *more*

            A **bold** `a < b` [link](https://example.org/?a=1&b=2) and $a_i * b_i$.

            1. one
               - inner
            2. two

            | a | b |
            |---|--:|
            | 1 | `x|y` |

            > quoted

            ```swift
            let x = 1 // one
            ```
            """
        let html = page([NotebookCell(.markdown, source: text)])
        for part in [
            "<h1 id=\"title--more\">Title &amp; <em>more</em></h1>", "<strong>bold</strong>", "<code>a &lt; b</code>",
            "<a href=\"https://example.org/?a=1&amp;b=2\">link</a>", "<span class=\"math\">a_i * b_i</span>", "<ol>", "<li>inner</li>",
            "<th style=\"text-align: right\">b</th>", "<code>x|y</code>", "<blockquote>", "<span class=\"k\">let</span> x = <span class=\"n\">1</span>",
            "<span class=\"c\">// one</span>", "<title>Title &amp; *more*</title>",
        ] { #expect(html.contains(part), "\(part)") }
    }

    @Test func `what would run or load something is not in a page`() {
        let html = page([
            NotebookCell(.markdown, source: "<script>alert(1)</script> [x](javascript:alert(1)) ![p](https://example.org/p.png)"),
            shown([("text/html", "<img src=\"https://example.org/a.png\">"), ("text/plain", "plain a")]),
            shown([("text/html", "<b onclick=\"x()\">b</b>"), ("text/plain", "plain b")]),
            shown([("image/svg+xml", "<svg><script>1</script></svg>"), ("text/plain", "plain c")]),
            shown([("text/html", "<table><tr><td>1</td></tr></table>"), ("text/plain", "plain d")]),
        ])
        #expect(!html.contains("<script") && !html.contains("onclick") && !html.contains("src=\"https") && !html.contains("href=\"javascript"))
        #expect(html.contains("plain a") && html.contains("plain b") && html.contains("plain c") && html.contains("<td>1</td>"))
    }

    @Test func `figures stand inside, with their tooltips, and code folds`() {
        let cell = shown([("image/svg+xml", "<?xml version=\"1.0\"?>\n<svg width=\"10\"><title>tip</title></svg>"), ("text/plain", "Figure")])
        #expect(page([cell]).contains("<figure><svg width=\"10\"><title>tip</title></svg></figure>"))
        #expect(!page([cell]).contains("<details>"))
        #expect(page([cell], folds: true).contains("<details>"))
    }

    @Test func `Markdown keeps figures as files, and fences longer than those inside`() {
        var cell = shown([("image/svg+xml", "<svg/>"), ("text/plain", "<Figure>")])
        cell.outputs.append(.stream(.stdout, "```\nfenced\n"))
        let document = MarkdownExport.document(of: Notebook(cells: [NotebookCell(.markdown, source: "## Loss"), cell]), DocumentOptions(name: "n"))
        #expect(document.files.map(\.name) == ["n-01-loss.svg"])
        #expect(document.text.contains("![<Figure>](n-01-loss.svg)"))
        #expect(document.text.contains("````\n```\nfenced\n````"))
    }

    @Test func `LaTeX escapes what it would read as a command`() throws {
        let cells = [NotebookCell(.markdown, source: "100 % of _a_ & {b} $x^2$ `c_d`\n\n- one"), NotebookCell(.code, source: "print(\"%\")")]
        let text = try LaTeXExport.document(of: Notebook(cells: cells), DocumentOptions(name: "n")).text
        #expect(text.contains("100 \\% of \\emph{a} \\& \\{b\\} $x^2$ \\texttt{c\\_d}"))
        #expect(text.contains("\\begin{itemize}\n\\item one\n\\end{itemize}"))
        #expect(text.contains("print(\"%\")"))
    }
}
