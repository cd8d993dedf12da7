import SwiftSyntax

/// Inspection: declaration, documentation and example of a name.
extension Interpreter {
    package struct Description: @unchecked Sendable {
        struct Part {
            var declaration: String
            var documentation = ""
            var example = ""
        }

        let parts: [Part]
        /// The variable of the session that it is.
        package let global: Global?

        package func text(withValue value: String?) -> String {
            parts.enumerated().map { index, part in
                [
                    part.declaration, index == 0 ? value ?? "" : "", part.documentation,
                    part.example.isEmpty ? "" : "\nExample:\n\(part.example)",
                ].filter { !$0.isEmpty }.joined(separator: "\n")
            }.joined(separator: "\n\n")
        }

        package func markdown(withValue value: String?) -> String {
            parts.enumerated().map { index, part in
                [
                    "```swift\n\(part.declaration)\n```", index == 0 ? value.map { "```\n\($0)\n```" } ?? "" : "", part.documentation,
                    part.example.isEmpty ? "" : "```swift\n\(part.example)\n```",
                ].filter { !$0.isEmpty }.joined(separator: "\n\n")
            }.joined(separator: "\n\n")
        }
    }

    /// What is known of the name at `offset` (in bytes), or of the function whose arguments stand there.
    ///
    /// - Parameter detail: above 0 a type's initialisers and members are listed too.
    package func inspect(_ source: SourceText, at offset: Int, detail: Int) -> Description? {
        let word = TypedWord(in: source, around: offset)
        if word.range.end > word.range.start, let found = inspect(source, word, detail) { return found }
        return word.enclosingCall.flatMap { inspect(source, $0, detail) }
    }

    private func inspect(_ source: SourceText, _ word: TypedWord, _ detail: Int) -> Description? {
        let name = word.text
        var global: Global?
        let parts = look(source, word) { probe, checker -> [Description.Part] in
            guard probe.bases.isEmpty else {
                return probe.bases.flatMap { members(name, of: $0, isStatic: probe.isStatic, checker) }
            }
            if let label = probe.labels.first(where: { $0.label == name }), probe.names == nil {
                return [Description.Part(declaration: "\(label.label): \(label.type)")]
            }
            let outer = checker.scope
            if let scope = probe.scope { checker.scope = scope }
            defer { checker.scope = outer }
            let entity = checker.lookUp(name)?.entity
            if case .global(let found)? = entity { global = found }
            var parts = describe(entity, name)
            if entity == nil, let own = checker.scope.nearestSelf { parts = members(name, of: own.type, isStatic: false, checker) }
            return parts
        } ?? []
        let known = type(name, detail) + parts
        guard !known.isEmpty else { return nil }
        return Description(parts: known, global: global)
    }

    /// A type of the library: what its declaration says; with detail how it is made and what it has.
    private func type(_ name: String, _ detail: Int) -> [Description.Part] {
        let own = environment.table.declarations(named: name).first { if case .type = $0.implementation { true } else { false } }
        guard let declaration = own ?? BuiltinTypes.declaration(of: name) else { return [] }
        var parts = [Description.Part(declaration: declaration.text, documentation: declaration.documentation, example: declaration.example)]
        let nominal = environment.table.types[name] ?? Environment.standardTypes.first { $0.name == name }
        let initializers = nominal.map { environment.members(named: "init", of: $0).callables["init"] ?? [] } ?? []
        parts += initializers.map(describe)
        if detail > 0 {
            let names = environment.table.names(of: name).filter { $0 != "init" && $0 != "subscript" && $0.first?.isLetter ?? false }
            if !names.isEmpty { parts.append(Description.Part(declaration: "// members", documentation: names.joined(separator: ", "))) }
        }
        return parts
    }

    private func members(_ name: String, of base: Type, isStatic: Bool, _ checker: Checker) -> [Description.Part] {
        var parts: [Description.Part] = []
        if !isStatic, let field = base.fields.first(where: { $0.name == name }) {
            parts.append(Description.Part(declaration: "\(field.isMutable ? "var" : "let") \(field.name): \(field.type)"))
        }
        if isStatic, let one = base.nominal?.cases.first(where: { $0.name == name }) {
            let payload = one.payload.map { ($0.label.isEmpty ? "" : "\($0.label): ") + "\($0.type)" }
            parts.append(Description.Part(declaration: "case \(name)" + (payload.isEmpty ? "" : "(\(payload.joined(separator: ", ")))"), documentation: "of '\(base)'"))
        }
        if let property = checker.property(name, of: base, isStatic: isStatic) { parts.append(describe(property)) }
        return parts + checker.methods(name, of: base, isStatic: isStatic).map(describe)
    }

    private func describe(_ callable: Callable) -> Description.Part {
        guard let declaration = callable.declaration else {
            let own = environment.sources.declarations.last { $0.kind == .function && $0.name == callable.name }
            return Description.Part(declaration: callable.signature, documentation: callable.owner == nil ? own?.documentation ?? "" : "")
        }
        return Description.Part(declaration: declaration.head, documentation: declaration.documentation, example: declaration.example)
    }

    private func describe(_ property: Property) -> Description.Part {
        Description.Part(
            declaration: "\(property.isStatic ? "static " : "")var \(property.name): \(property.type)",
            documentation: property.declaration?.documentation ?? "", example: property.declaration?.example ?? "")
    }

    private func describe(_ entity: Entity?, _ name: String) -> [Description.Part] {
        switch entity {
        case .variable(let variable)?: return [Description.Part(declaration: "\(variable.isMutable ? "var" : "let") \(name): \(variable.type)")]
        case .global(let global)?: return [Description.Part(declaration: "\(global.isMutable ? "var" : "let") \(name): \(global.type)")]
        case .callables(let callables)?: return callables.map(describe)
        case .property(let property)?: return [describe(property)]
        case .type(let type)?:
            guard let nominal = type.nominal, environment.table.types[nominal.name] !== nominal, !Environment.standardTypes.contains(where: { $0 === nominal }) else { return [] }
            return [own(nominal)]
        case .alias(let alias)?:
            return [Description.Part(declaration: "typealias \(alias.name) = \(alias.syntax.trimmedDescription)")]
        case .genericType(let nominal)?:
            return environment.table.types[nominal.name] === nominal ? [] : [own(nominal)]
        case nil: return []
        }
    }

    /// A type that a cell declared: as it was written, or its stored properties.
    private func own(_ nominal: NominalType) -> Description.Part {
        if let source = environment.sources.declarations.last(where: { $0.kind == .type && $0.name == nominal.name }) {
            let lines = source.text.split(separator: "\n", omittingEmptySubsequences: false)
            let shown = lines.count > 30 ? lines.prefix(30).joined(separator: "\n") + "\n…" : source.text
            return Description.Part(declaration: shown, documentation: source.documentation)
        }
        let parameters = nominal.genericParameters.map(\.name).joined(separator: ", ")
        let fields = nominal.fields.map { "\($0.isMutable ? "var" : "let") \($0.name): \($0.type)" }
        return Description.Part(declaration: "struct \(nominal.name)\(parameters.isEmpty ? "" : "<\(parameters)>")", documentation: fields.joined(separator: "\n"))
    }
}

extension Declaration {
    /// The declaration without the body it may have.
    package var head: String {
        guard case .source = implementation else { return text }
        let cut = text.split(separator: "{", maxSplits: 1).first.map(String.init) ?? text
        return cut.last == " " ? String(cut.dropLast()) : cut
    }
}
