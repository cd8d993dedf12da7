internal import Language

/// Examples of what is declared in families, or by the language itself: each is a cell that the tests run.
enum Examples {
    static func add(to table: DeclarationTable) {
        for (owner, examples) in all {
            for (name, example) in examples { table.addExample(example, to: name, of: owner) }
        }
    }

    private static let all: [(owner: String, examples: [(name: String, example: String)])] = []
}
