import Notebooks
import Testing

@Suite struct NotebookTests {
    /// A notebook that uses what the format has, laid out in a way of its own.
    static let unusual = """
        {
          "nbformat": 4, "nbformat_minor": 5,
          "zeta": {"deep": [1.0, 1e2, "\\u00e9"]},
          "metadata": {"authors": [], "kernelspec": {"name": "other", "display_name": "Other"}},
          "cells": [
            {"cell_type": "markdown", "id": "one", "metadata": {}, "source": "# Title",
             "attachments": {"a.png": {"image/png": "iVBORw0KGgo="}}},
            {"cell_type": "code", "id": "two", "execution_count": 7, "metadata": {"tags": ["x"]},
             "source": ["print hello\\n", "print again"],
             "outputs": [{"output_type": "stream", "name": "stdout", "text": "old\\n"}], "extra": null}
          ]
        }

        """

    @Test func `what nobody changed is written as the bytes that were read`() throws {
        let bytes = Array(Self.unusual.utf8)
        #expect(try Notebook(bytes).bytes == bytes)
    }

    @Test func `what is changed keeps the rest: order of keys, unknown members, spellings`() throws
    {
        var notebook = try Notebook(Array(Self.unusual.utf8))
        notebook.cells[1].outputs = []
        let text = String(decoding: notebook.bytes, as: UTF8.self)
        #expect(
            text.contains("\"zeta\": {\n    \"deep\": [\n      1.0,\n      1e2,\n      \"\\u00e9\"")
        )
        #expect(text.contains("\"extra\": null"))
        #expect(text.contains("\"attachments\""))
        #expect(text.contains("\"outputs\": []"))
        #expect(text.hasPrefix("{\n  \"nbformat\": 4,\n  \"nbformat_minor\": 5,"))
    }

    @Test
    func `an older notebook becomes 4.5 when it changes, with the same identifiers every time`()
        throws
    {
        let text = """
            {"cells": [{"cell_type": "code", "metadata": {}, "source": "", "outputs": [], \
            "execution_count": null}, {"cell_type": "raw", "metadata": {}, "source": ["a\\n", "b"]}], \
            "metadata": {}, "nbformat": 4, "nbformat_minor": 2}
            """
        var notebook = try Notebook(Array(text.utf8))
        #expect(notebook.bytes == Array(text.utf8))
        notebook.cells[0].executionCount = 1
        let written = try Notebook(notebook.bytes)
        #expect(written.minorFormat == 5)
        #expect(written.cells.allSatisfy { $0.id?.count == 8 })
        #expect(notebook.bytes == notebook.bytes)
        #expect(written.cells[1].source == "a\nb")
    }

    @Test func `a new notebook is laid out as nbformat writes it`() {
        var notebook = Notebook(cells: [NotebookCell(.code, source: "let a = 1\nprint(a)\n")])
        notebook.cells[0].id = "first"
        #expect(
            String(decoding: notebook.bytes, as: UTF8.self) == """
                {
                 "cells": [
                  {
                   "cell_type": "code",
                   "execution_count": null,
                   "id": "first",
                   "metadata": {},
                   "outputs": [],
                   "source": [
                    "let a = 1\\n",
                    "print(a)\\n"
                   ]
                  }
                 ],
                 "metadata": {},
                 "nbformat": 4,
                 "nbformat_minor": 5
                }

                """)
    }

    @Test(arguments: [
        ("[]", "1:1", "expected a notebook's object, found a list"),
        ("{}", "1:1", "this JSON is no notebook: it has no 'nbformat' and no 'cells'"),
        (
            "{\"nbformat\": 3, \"nbformat_minor\": 0, \"worksheets\": []}", "1:14",
            "this notebook has format 3, which is no longer written since 2015\nhelp: convert it with "
                + "'jupyter nbconvert --to notebook --inplace FILE'"
        ),
        (
            "{\"nbformat\": 5, \"nbformat_minor\": 0}", "1:14",
            "this notebook has format 5; formats 4.0 to 4.5 are known"
        ),
        (
            "{\"nbformat\": 4,\n\"nbformat_minor\": 5,\n\"cells\": {}}", "3:10",
            "cells: expected a list of cells, found an object"
        ),
        (
            "{\"nbformat\": 4, \"nbformat_minor\": 5, \"cells\": [\n{\"cell_type\": \"cod\", \"source\": 1}]}",
            "2:15", "cells[0]: unknown cell type 'cod'; cells are code, markdown or raw"
        ),
        (
            "{\"nbformat\": 4, \"nbformat_minor\": 5, \"cells\": [\n{\"cell_type\": \"raw\", \"source\": [\"a\", 1]}]}",
            "2:38", "cells[0].source[1]: expected text, found a number"
        ),
        (
            "{\"nbformat\": 4, \"nbformat_minor\": 5, \"cells\": [\n"
                + "{\"id\": \"a\", \"cell_type\": \"raw\", \"source\": \"\"},\n"
                + "{\"id\": \"a\", \"cell_type\": \"raw\", \"source\": \"\"}]}",
            "3:8", "cells[1].id: the identifier 'a' is taken by cells[0]"
        ),
        (
            "{\"nbformat\": 4, \"nbformat_minor\": 5, \"cells\": [{\"cell_type\": \"code\", \"source\": \"\", "
                + "\"outputs\": [{\"output_type\": \"display_data\", \"data\": {\n\"image/png\": \"a*\"}}]}]}",
            "2:14", "cells[0].outputs[0].data.image/png: the data is not base64"
        ),
        (
            "{\"nbformat\": 4, \"nbformat_minor\": 5, \"cells\": [\n{\"id\": 7, \"cell_type\": \"raw\", \"source\": \"\"}]}",
            "2:8", "cells[0].id: expected text, found a number"
        ),
        (
            "{\"nbformat\": 4, \"nbformat_minor\": 5,\n\"metadata\": {\"kernelspec\": [\"vencejo\"]}, \"cells\": []}",
            "2:28", "metadata.kernelspec: expected an object, found a list"
        ),
    ])
    func `what is no notebook is refused with its place`(
        text: String, place: String, message: String
    ) {
        let error = #expect(throws: NotebookError.self) { try Notebook(Array(text.utf8)) }
        #expect(error?.described(file: "n") == "n:\(place): error: \(message)")
    }

    @Test func `a notebook cut off anywhere is refused`() {
        let bytes = Array(Self.unusual.utf8)
        for length in 0..<bytes.count - 2 {
            #expect(throws: NotebookError.self) { try Notebook(Array(bytes[..<length])) }
        }
    }

    @Test func `text is split into lines where Python splits it`() {
        let cell = NotebookCell(.raw, source: "a\r\nb\rc\u{2028}d\u{0B}\n\ne")
        let lines = cell.object["source"]?.array?.compactMap(\.text)
        #expect(
            lines?.map { Array($0.utf8) }
                == ["a\r\n", "b\r", "c\u{2028}", "d\u{0B}", "\n", "\n", "e"].map { Array($0.utf8) })
        #expect(NotebookCell(.raw, source: "").object["source"] == .array([]))
    }
}
