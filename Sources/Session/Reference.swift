internal import Bindings

/// The reference of everything a cell can name, as pages of Markdown.
public enum Reference {
    /// Files' names and what is in them.
    public static func pages() -> [(name: String, text: String)] {
        ReferencePages(Library(read: { nil }).tableWithExamples).pages.map { ($0.name, $0.text) }
    }
}
