import Bindings
import Language
import NeuralNetworks
import Session
import Testing

/// The table of what cells can name, as a whole.
@Suite struct DeclarationTests {
    private let table = Library(read: { nil }).tableWithExamples

    @Test func everyDeclarationCanBeReadByTheChecker() {
        let environment = Environment(table: table)
        Environment.tableProblems = []
        for declaration in table.declarations {
            environment.resolves(declaration)
        }
        #expect(Environment.tableProblems == [])
    }

    @Test func everyLayerCanBeNamedInACell() {
        for kind in Architecture.kinds { #expect(table.types[kind] != nil, "\(kind)") }
    }

    @Test func everyDeclarationSaysWhatItIsFor() {
        for declaration in table.declarations {
            #expect(!declaration.documentation.isEmpty, "\(declaration.owner).\(declaration.text)")
        }
    }

    @Test func everyDeclarationHasAnExample() {
        // A name that begins with an underscore is the library's own.
        let missing = table.declarations.filter { $0.example.isEmpty && !$0.name.hasPrefix("_") }.map { "\($0.owner).\($0.head)" }
        #expect(missing.isEmpty, "\(missing)")
    }

    @Test func everyExampleRuns() {
        var done: Set<String> = []
        for declaration in table.declarations + BuiltinTypes.declarations
        where !declaration.example.isEmpty && done.insert(declaration.example).inserted {
            let error = Session().execute(declaration.example, name: "example", host: Recorder()).error
            #expect(error == nil, "\(declaration.owner).\(declaration.text):\n\(declaration.example)\n\(error?.traceback.joined(separator: "\n") ?? "")")
        }
    }
}
