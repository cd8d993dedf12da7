import Notebooks
import Session
import Testing

@Suite("Widgets in notebooks")
struct WidgetStateTests {
    @Test("A run keeps the state of the widgets that were shown")
    func state() throws {
        var notebook = try Notebook(Array("""
            {"cells":[{"cell_type":"code","id":"a","metadata":{},"execution_count":null,"outputs":[],"source":"IntSlider(value: 7, max: 9)"}],"metadata":{},"nbformat":4,"nbformat_minor":5}
            """.utf8))
        let outcome = NotebookRunner().run(&notebook, in: Session())
        #expect(outcome == .finished)
        let text = String(decoding: notebook.bytes, as: UTF8.self)
        #expect(text.contains("application/vnd.jupyter.widget-state+json"))
        #expect(text.contains("\"value\": 7"))
    }
}
