internal import Bindings
internal import Language

/// What a saved session's file holds beside tensors.
struct SnapshotManifest: Codable {
    struct Declaration: Codable {
        let kind: String
        let name: String
        let text: String
        let documentation: String
        let cell: String

        init(_ source: DeclarationSource) {
            kind = source.kind.rawValue
            name = source.name
            text = source.text
            documentation = source.documentation
            cell = source.cell
        }
    }

    struct Variable: Codable {
        let name: String
        let type: String
        let isMutable: Bool
        /// A type's own.
        let isStatic: Bool
        let slots: [UInt64]
        let layout: String
    }

    var declarations: [Declaration] = []
    var variables: [Variable] = []
    var blocks: [SavedBlock] = []

    static func text(of layout: Layout) -> String { layout.isReference.map { $0 ? "1" : "0" }.joined() }

    /// All declarations as one cell, and where each variable and each declaration begins in it.
    func source(name: String) -> (SourceText, [Int]) {
        var text = ""
        var starts: [Int] = []
        for variable in variables {
            starts.append(text.utf8.count)
            if variable.isStatic { continue }
            text += "\(variable.isMutable ? "var" : "let") `\(variable.name)`: \(variable.type)\n"
        }
        for declaration in declarations {
            starts.append(text.utf8.count)
            for line in declaration.documentation.split(separator: "\n") { text += "/// \(line)\n" }
            text += declaration.text + "\n"
        }
        return (SourceText(name: name, text: text), starts)
    }
}
