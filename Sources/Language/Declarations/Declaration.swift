/// One thing that a cell can name, as the library declares it: the Swift text that people read, what it is for, an
/// example that the tests run, and what runs when it is used.
package final class Declaration: @unchecked Sendable {
    package enum Implementation {
        /// A type, or a protocol: nothing to run.
        case type(NominalType)
        /// A function, method, initialiser, subscript, or the reading side of a property.
        case native(NativeFunction)
        /// A property or subscript that can be assigned.
        case accessors(get: NativeFunction, set: NativeFunction)
        /// One instruction of the machine.
        case operation(Operation)
        /// The text has a body, in the cell language itself.
        case source
    }

    /// The type it is a member of, with requirements on its generic parameters: "Array where Element: Comparable".
    /// Empty for what stands on its own.
    package let owner: String
    /// The declaration as Swift writes it: `func sum(axis: Int? = nil) -> Tensor`.
    package let text: String
    /// What is said of it: one sentence first.
    package let documentation: String
    /// A cell that uses it.
    package internal(set) var example: String
    package let implementation: Implementation
    /// The name it is found by: `sum`, `init`, `subscript`, `+`.
    package let name: String
    package let isStatic: Bool
    /// What part of the library it belongs to.
    package var topic = ""

    package init(
        owner: String = "", _ text: String, documentation: String, example: String = "",
        implementation: Implementation
    ) {
        self.owner = owner
        self.text = text
        self.documentation = documentation
        self.example = example
        self.implementation = implementation
        (name, isStatic) = Declaration.scan(text)
    }

    /// The owner's name alone.
    package var ownerName: String {
        owner.split(separator: " ", maxSplits: 1).first.map(String.init) ?? ""
    }

    /// Finds the name without parsing, so that a session starts without reading declarations nobody uses.
    private static func scan(_ text: String) -> (name: String, isStatic: Bool) {
        var isStatic = false
        var words = text.split(maxSplits: 12, omittingEmptySubsequences: true) {
            $0 == " " || $0 == "\n"
        }[...]
        while let word = words.first {
            words = words.dropFirst()
            switch word {
            case "static": isStatic = true
            case "func", "var", "let", "struct", "class", "enum", "protocol", "typealias", "case":
                // `where` and its like are written in backticks, and found without.
                let rest = (words.first ?? "").drop { $0 == "`" }
                let operators = "+-*/%<>=!&|^~.?"
                if let first = rest.first, operators.contains(first) {
                    return (String(rest.prefix { operators.contains($0) }), isStatic)
                }
                return (String(rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }), isStatic)
            default:
                if word.hasPrefix("init") { return ("init", isStatic) }
                if word.hasPrefix("subscript") { return ("subscript", isStatic) }
            }
        }
        return ("", isStatic)
    }
}
