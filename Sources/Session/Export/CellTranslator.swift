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

/// Turns the cells of a notebook, one after the other, into the parts of one compiled program.
public final class CellTranslator: Sendable {
    private final class Inside: @unchecked Sendable {
        let translation: CellTranslation

        init(_ cells: [String]) {
            translation = CellTranslation(table: Library(read: { nil }).table, cells: cells)
        }
    }

    private let inside: Inside
    /// The checker walks deep trees.
    private let thread = WorkerThread(name: "translation", stackBytes: 512 << 20)

    /// - Parameter cells: the texts of all cells that will be added, so that new names are in none of them.
    public init(cells: [String]) {
        inside = Inside(cells)
    }

    deinit { thread.stop() }

    /// Translates the next cell; a cell that is not right is an error that says where.
    public func add(_ source: String, name: String) -> Result<TranslatedCell, CellError> {
        let inside = inside
        return thread.run {
            let text = SourceText(name: name, text: source)
            do throws(Diagnostics) {
                let cell = try inside.translation.add(text)
                return .success(TranslatedCell(text: cell.text, showsResult: cell.showsResult))
            } catch {
                return .failure(Wording.error(error.all, in: text))
            }
        } ?? .failure(SessionCore.ended)
    }
}

/// The examples of everything that a cell can name: what a compiled program must be able to name as well.
public enum LibraryExamples {
    /// Declaration, with its owner in front, what is said of it, and example; those without an example are left out.
    public static var all: [(declaration: String, documentation: String, example: String)] {
        Library(read: { nil }).table.declarations.compactMap { declaration in
            guard !declaration.example.isEmpty else { return nil }
            let owner = declaration.owner.isEmpty ? "" : declaration.owner + "."
            return (owner + declaration.text, declaration.documentation, declaration.example)
        }
    }
}
