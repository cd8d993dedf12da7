internal import SwiftParser
import SwiftSyntax

extension Environment {
    /// The type that a text names in the session: `[Int]`, `Net`, `(x: Double, y: Double)?`.
    package func type(written text: String) -> Type? {
        undoing {
            let source = SourceText(name: "", text: "let x: \(text)")
            let tree = Parser.parse(source: source.text)
            guard !tree.hasError, case .decl(let declaration)? = tree.statements.first?.item,
                let annotation = declaration.as(VariableDeclSyntax.self)?.bindings.first?.typeAnnotation
            else { return nil }
            let checker = Checker(environment: self, source: source)
            let type = checker.resolve(annotation.type)
            return checker.diagnostics.isEmpty && type.isConcrete && !type.isError ? type : nil
        }
    }

    /// The session's variables, those that belong to its types among them, by the name they are saved under.
    package var storedGlobals: [(name: String, global: Global, isStatic: Bool)] {
        var result: [(name: String, global: Global, isStatic: Bool)] = []
        for (name, entity) in session.entities.sorted(by: { $0.key < $1.key }) {
            switch entity {
            case .global(let global): result.append((name, global, false))
            case .type(let type):
                guard let nominal = type.nominal else { continue }
                for (member, global) in memberTable(of: nominal).statics.sorted(by: { $0.key < $1.key }) {
                    result.append(("\(name).\(member)", global, true))
                }
            default: break
            }
        }
        return result
    }
}
