internal import Bindings
internal import Language

/// A cell as a part of a compiled program.
public struct TranslatedCell: Sendable {
    /// The cell's Swift: every `try` written out, line commands as comments, names that an earlier cell has declared
    /// replaced by new ones.
    public let text: String
    /// The value of the last expression is shown, by `NotebookProgram.show`.
    public let showsResult: Bool
}

/// Turns the cells of a notebook into the parts of one compiled program.
public enum CellTranslator {
    /// Translates cells, given by the names they go by in messages and their texts, in the order in which they run.
    ///
    /// - Returns: each cell's Swift; for a cell that is not right an error that says where. Such a cell declares nothing
    ///   for those behind it.
    public static func translate(_ cells: [(name: String, text: String)]) -> [Result<TranslatedCell, CellError>] {
        // The checker walks deep trees.
        let thread = WorkerThread(name: "translation", stackBytes: 512 << 20)
        defer { thread.stop() }
        let translated: [Result<TranslatedCell, CellError>]? = thread.run {
            let sources = cells.map { SourceText(name: $0.name, text: $0.text) }
            let results = CellTranslation(table: Library(read: { nil }).table).translate(sources)
            return zip(sources, results).map { source, result in
                result.map { TranslatedCell(text: $0.text, showsResult: $0.showsResult) }.mapError { Wording.error($0.all, in: source) }
            }
        }
        return translated ?? cells.map { _ in .failure(SessionCore.ended) }
    }
}

/// The examples of everything that a cell can name: what a compiled program must be able to name as well.
public enum LibraryExamples {
    /// Declaration, with its owner in front, what is said of it, and example; those without an example are left out.
    public static var all: [(declaration: String, documentation: String, example: String)] {
        Library(read: { nil }).tableWithExamples.declarations.compactMap { declaration in
            guard !declaration.example.isEmpty else { return nil }
            let owner = declaration.owner.isEmpty ? "" : declaration.owner + "."
            return (owner + declaration.text, declaration.documentation, declaration.example)
        }
    }
}
