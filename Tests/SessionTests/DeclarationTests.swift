import Bindings
import Language
import NeuralNetworks
import Session
import Testing

/// The table of what cells can name, as a whole.
@Suite struct DeclarationTests {
    private let table = Library(read: { nil }).table

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

    @Test func everyExampleRuns() {
        for declaration in table.declarations where !declaration.example.isEmpty {
            let error = Session().execute(declaration.example, name: "example", host: Recorder()).error
            #expect(error == nil, "\(declaration.owner).\(declaration.text):\n\(declaration.example)\n\(error?.traceback.joined(separator: "\n") ?? "")")
        }
    }
}
