import SwiftSyntax

/// Completion and inspection: what the checker knows, for the place where somebody types.
extension Interpreter {
    package struct Offer {
        package let text: String
        package let kind: String
        package let signature: String
    }

    package struct Offers {
        package let items: [Offer]
        /// In bytes.
        package let replaced: SourceRange
    }

    package struct Description {
        package let text: String
        package let markdown: String
    }

    /// What could stand at `offset` (in bytes).
    package func complete(_ source: SourceText, at offset: Int) -> Offers {
        let word = word(in: source, around: offset)
        let prefix = String(decoding: source.utf8[word.start..<min(offset, source.utf8.count)], as: UTF8.self)
        let replaced = SourceRange(start: word.start, end: word.end)
        guard let (probe, checker) = look(source, word) else { return Offers(items: [], replaced: replaced) }
        var items: [Offer] = []
        if let base = probe.base {
            for name in checker.memberNames(of: base, isStatic: probe.isStatic) where name.hasPrefix(prefix) {
                items.append(offer(member: name, of: base, isStatic: probe.isStatic, checker))
            }
        } else if let names = probe.names {
            items = names.filter { $0.hasPrefix(prefix) && !$0.contains(Probe.marker) }.map { offer(name: $0, probe.scope, checker) }
            items += Interpreter.keywords.filter { $0.hasPrefix(prefix) && !prefix.isEmpty }.map { Offer(text: $0, kind: "keyword", signature: "") }
        }
        return Offers(items: items, replaced: replaced)
    }

    /// Declaration, documentation, example and value of the name at `offset` (in bytes).
    package func inspect(_ source: SourceText, at offset: Int, detail: Int) -> Description? {
        let word = word(in: source, around: offset)
        guard word.end > word.start, let (probe, checker) = look(source, word) else { return nil }
        let name = String(decoding: source.utf8[word.start..<word.end], as: UTF8.self)
        var parts: [(declaration: String, documentation: String, example: String)] = []
        if let base = probe.base {
            if let field = base.fields.first(where: { $0.name == name }) {
                parts.append(("\(field.isMutable ? "var" : "let") \(field.name): \(field.type)", "", ""))
            }
            if let property = checker.property(name, of: base, isStatic: probe.isStatic) { parts.append(describe(property)) }
            parts += checker.methods(name, of: base, isStatic: probe.isStatic).map(describe)
        } else {
            let outer = checker.scope
            if let scope = probe.scope { checker.scope = scope }
            parts = describe(checker.lookUp(name)?.entity, name)
            checker.scope = outer
        }
        if let type = environment.table.declarations(named: name).first(where: { if case .type = $0.implementation { true } else { false } }) {
            parts.insert((type.text, type.documentation, type.example), at: 0)
            if detail > 0 {
                let nominal = environment.table.types[name]
                parts += nominal.map { environment.members(named: "init", of: $0).callables["init"] ?? [] }?.map(describe) ?? []
            }
        }
        guard !parts.isEmpty else { return nil }
        return Description(
            text: parts.map { part in
                [part.declaration, part.documentation, detail > 0 && !part.example.isEmpty ? "\nExample:\n\(part.example)" : ""].filter { !$0.isEmpty }.joined(separator: "\n")
            }.joined(separator: "\n\n"),
            markdown: parts.map { part in
                ["```swift\n\(part.declaration)\n```", part.documentation, detail > 0 && !part.example.isEmpty ? "```swift\n\(part.example)\n```" : ""].filter { !$0.isEmpty }.joined(separator: "\n\n")
            }.joined(separator: "\n\n"))
    }

    static let keywords = ["break", "case", "continue", "default", "else", "extension", "false", "for", "func", "guard", "if", "in", "let", "mutating", "nil", "repeat", "return", "self", "static", "struct", "switch", "true", "var", "where", "while"]

    // MARK: Inside

    /// The name around a place.
    private func word(in source: SourceText, around offset: Int) -> SourceRange {
        let bytes = source.utf8
        func isPart(_ byte: UInt8) -> Bool {
            byte == UInt8(ascii: "_") || byte >= 0x80 || (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122)
        }
        var start = min(max(offset, 0), bytes.count)
        var end = start
        while start > 0, isPart(bytes[start - 1]) { start -= 1 }
        while end < bytes.count, isPart(bytes[end]) { end += 1 }
        return SourceRange(start: start, end: end)
    }

    /// Checks the cell with a marker in the name's place.
    private func look(_ source: SourceText, _ word: SourceRange) -> (Probe, Checker)? {
        var bytes = Array(source.utf8[..<word.start])
        bytes += Array(Probe.marker.utf8)
        bytes += source.utf8[word.end...]
        let marked = SourceText(name: source.name, text: String(decoding: bytes, as: UTF8.self))
        guard let cell = parseTolerantly(marked).cell else { return nil }
        let checker = Checker(environment: environment, source: marked)
        let probe = Probe()
        checker.probe = probe
        environment.undoing { _ = checker.checkCell(cell.tree, showsResult: true) }
        return probe.base == nil && probe.names == nil ? nil : (probe, checker)
    }

    private func offer(name: String, _ scope: Scope?, _ checker: Checker) -> Offer {
        let outer = checker.scope
        if let scope { checker.scope = scope }
        defer { checker.scope = outer }
        switch checker.lookUp(name)?.entity {
        case .variable(let variable)?: return Offer(text: name, kind: "variable", signature: variable.type.description)
        case .global(let global)?: return Offer(text: name, kind: "variable", signature: global.type.description)
        case .callables(let callables)?: return Offer(text: name, kind: "function", signature: callables.first?.signature ?? "")
        case .type?, .genericType?, .alias?: return Offer(text: name, kind: "type", signature: name)
        case .property(let property)?: return Offer(text: name, kind: "variable", signature: property.type.description)
        case nil: return Offer(text: name, kind: "property", signature: "")
        }
    }

    private func offer(member name: String, of type: Type, isStatic: Bool, _ checker: Checker) -> Offer {
        if !isStatic, let field = type.fields.first(where: { $0.name == name }) {
            return Offer(text: name, kind: "property", signature: field.type.description)
        }
        if let property = checker.property(name, of: type, isStatic: isStatic) {
            return Offer(text: name, kind: "property", signature: property.type.description)
        }
        let methods = checker.methods(name, of: type, isStatic: isStatic)
        return Offer(text: name, kind: methods.isEmpty ? "property" : "method", signature: methods.first?.signature ?? "")
    }

    private func describe(_ callable: Callable) -> (declaration: String, documentation: String, example: String) {
        (callable.declaration.map { declaration in declaration.text.split(separator: "{", maxSplits: 1).first.map(String.init) ?? declaration.text } ?? callable.signature, callable.declaration?.documentation ?? "", callable.declaration?.example ?? "")
    }

    private func describe(_ property: Property) -> (declaration: String, documentation: String, example: String) {
        ("var \(property.name): \(property.type)", property.declaration?.documentation ?? "", property.declaration?.example ?? "")
    }

    private func describe(_ entity: Entity?, _ name: String) -> [(declaration: String, documentation: String, example: String)] {
        switch entity {
        case .variable(let variable)?: return [("\(variable.isMutable ? "var" : "let") \(name): \(variable.type)", "", "")]
        case .global(let global)?:
            var value = ""
            if global.isInitialized, let text = try? machine.describe(UnsafePointer(global.slots), global.type, debug: true) {
                value = "value: " + (text.count > 400 ? text.prefix(400) + "…" : text)
            }
            return [("\(global.isMutable ? "var" : "let") \(name): \(global.type)", value, "")]
        case .callables(let callables)?: return callables.map(describe)
        case .property(let property)?: return [describe(property)]
        case .type(let type)?: return type.nominal.map { [("struct \($0.name)", type.fields.map { "\($0.name): \($0.type)" }.joined(separator: ", "), "")] } ?? []
        case .alias(let alias)?: return [("typealias \(alias.name) = \(alias.syntax.trimmedDescription)", "", "")]
        case .genericType(let nominal)?: return [("struct \(nominal.name)<\(nominal.genericParameters.map(\.name).joined(separator: ", "))>", "", "")]
        case nil: return []
        }
    }
}
