import SwiftSyntax

/// Completion: what the checker knows, for the place where somebody types.
extension Interpreter {
    package struct Offer {
        package let text: String
        package let kind: String
        package let signature: String

        package init(text: String, kind: String, signature: String) {
            self.text = text
            self.kind = kind
            self.signature = signature
        }
    }

    package struct Offers {
        package let items: [Offer]
        /// In bytes.
        package let replaced: SourceRange
    }

    /// What could stand at `offset` (in bytes).
    package func complete(_ source: SourceText, at offset: Int) -> Offers {
        let word = TypedWord(in: source, around: offset)
        let typed = String(decoding: source.utf8[word.range.start..<min(max(offset, word.range.start), source.utf8.count)], as: UTF8.self)
        if let modules = word.modules { return Offers(items: Interpreter.starting(with: typed, modules), replaced: word.range) }
        if word.isInNumber || word.isInComment { return Offers(items: [], replaced: word.range) }
        let items = look(source, word) { probe, checker in offers(probe, checker, typed, isMember: word.followsDot) } ?? []
        return Offers(items: items, replaced: word.range)
    }

    private func offers(_ probe: Probe, _ checker: Checker, _ typed: String, isMember: Bool) -> [Offer] {
        var items: [Offer] = []
        if !probe.bases.isEmpty {
            var seen: Set<String> = []
            for base in probe.bases {
                for name in checker.memberNames(of: base, isStatic: probe.isStatic) where seen.insert(name).inserted {
                    items.append(offer(member: name, of: base, isStatic: probe.isStatic, checker))
                }
            }
            return Interpreter.starting(with: typed, items)
        }
        if isMember { return [] }
        let labels = Interpreter.starting(with: typed, probe.labels.map { Offer(text: $0.label + ":", kind: "label", signature: $0.type) })
        guard let names = probe.names else { return labels }
        // The signature of everything there is need not be found out.
        let wanted = Interpreter.starting(with: typed, names.filter { !$0.contains(Probe.marker) }.map { Offer(text: $0, kind: "", signature: "") })
        items = wanted.map { offer(name: $0.text, probe.scope, checker) }
        if probe.wantsType { return items }
        if !typed.isEmpty {
            let keywords = Interpreter.keywords.map { Offer(text: $0, kind: "keyword", signature: "") }
            items += Interpreter.starting(with: typed, keywords)
        }
        // What the session itself declared is nearest.
        let own = checker.environment.session.entities
        let nearest = items.filter { own[$0.text] != nil }
        let others = items.filter { own[$0.text] == nil }
        return labels + nearest + others
    }

    /// Those that begin as typed; where there are none, those that do but for the case of letters.
    private static func starting(with typed: String, _ items: [Offer]) -> [Offer] {
        if typed.isEmpty { return items }
        let exact = items.filter { $0.text.hasPrefix(typed) }
        if !exact.isEmpty { return exact }
        let folded = typed.lowercased()
        return items.filter { $0.text.lowercased().hasPrefix(folded) }
    }

    static let keywords = [
        "as", "break", "case", "catch", "class", "continue", "default", "defer", "do", "else", "enum", "extension", "false", "for", "func",
        "guard", "if", "import", "in", "init", "inout", "is", "lazy", "let", "mutating", "nil", "private", "protocol", "repeat", "rethrows",
        "return", "self", "Self", "some", "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try", "typealias",
        "var", "where", "while",
    ]

    // MARK: Looking

    /// Checks the cell with a marker in the word's place and hands over what was found there; what does not parse or
    /// check is looked at in ever smaller pieces.
    func look<Result>(_ source: SourceText, _ word: TypedWord, _ body: (Probe, Checker) -> Result) -> Result? {
        for text in word.attempts() {
            let marked = SourceText(name: source.name, text: text)
            guard let cell = parseTolerantly(marked).cell else { continue }
            let checker = Checker(environment: environment, source: marked)
            let probe = Probe()
            checker.probe = probe
            let result: Result? = environment.undoing {
                _ = checker.checkCell(cell.tree, showsResult: true)
                return probe.hasFoundSomething ? body(probe, checker) : nil
            }
            if let result { return result }
        }
        return nil
    }

    private func offer(name: String, _ scope: Scope?, _ checker: Checker) -> Offer {
        let outer = checker.scope
        if let scope { checker.scope = scope }
        defer { checker.scope = outer }
        if let own = checker.scope.nearestSelf, checker.lookUp(name) == nil { return offer(member: name, of: own.type, isStatic: false, checker) }
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
        if isStatic, let one = type.nominal?.cases.first(where: { $0.name == name }) {
            let payload = one.payload.map { ($0.label.isEmpty ? "" : "\($0.label): ") + "\($0.type)" }
            return Offer(text: name, kind: "case", signature: "case \(name)" + (payload.isEmpty ? "" : "(\(payload.joined(separator: ", ")))"))
        }
        if let property = checker.property(name, of: type, isStatic: isStatic) {
            return Offer(text: name, kind: isStatic && property.type === type ? "case" : "property", signature: property.type.description)
        }
        let methods = checker.methods(name, of: type, isStatic: isStatic)
        return Offer(text: name, kind: methods.isEmpty ? "property" : "method", signature: methods.first?.signature ?? "")
    }
}

/// The name at a place of a cell, and the cell with a marker in its stead.
struct TypedWord {
    let source: SourceText
    let range: SourceRange

    init(in source: SourceText, around offset: Int) {
        self.source = source
        var start = min(max(offset, 0), source.utf8.count)
        var end = start
        while start > 0, TypedWord.isPart(source.utf8[start - 1]) { start -= 1 }
        while end < source.utf8.count, TypedWord.isPart(source.utf8[end]) { end += 1 }
        range = SourceRange(start: start, end: end)
    }

    var text: String { String(decoding: source.utf8[range.start..<range.end], as: UTF8.self) }
    var isInNumber: Bool { text.first?.isNumber ?? false }
    var followsDot: Bool { range.start > 0 && source.utf8[range.start - 1] == UInt8(ascii: ".") }

    private static func isPart(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || byte >= 0x80 || (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122)
    }

    private var lineStart: Int {
        var start = range.start
        while start > 0, source.utf8[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        return start
    }

    var isInComment: Bool {
        var inString = false
        var index = lineStart
        while index < range.start {
            switch source.utf8[index] {
            case UInt8(ascii: "\\") where inString: index += 1
            case UInt8(ascii: "\""): inString.toggle()
            case UInt8(ascii: "/") where !inString && index + 1 < range.start && source.utf8[index + 1] == UInt8(ascii: "/"): return true
            default: break
            }
            index += 1
        }
        return false
    }

    /// The modules, where one is to be imported.
    var modules: [Interpreter.Offer]? {
        let line = String(decoding: source.utf8[lineStart..<range.start], as: UTF8.self)
        guard line.drop(while: { $0 == " " }).hasPrefix("import ") else { return nil }
        return Checker.modules.map { Interpreter.Offer(text: $0, kind: "module", signature: "") }
    }

    /// The cell with the marker; without what stands behind it; its line alone; the expression before it alone.
    func attempts() -> [String] {
        let marker = Array(Probe.marker.utf8)
        let before = source.utf8[..<range.start]
        var texts: [[UInt8]] = [before + marker + source.utf8[range.end...]]
        if range.end < source.utf8.count { texts.append(before + marker) }
        if lineStart > 0 { texts.append(source.utf8[lineStart..<range.start] + marker) }
        if followsDot, let start = chainStart { texts.append(source.utf8[start..<range.start] + marker) }
        return texts.map { String(decoding: $0, as: UTF8.self) }
    }

    /// Where the names, calls and subscripts in front of the word's dot begin.
    private var chainStart: Int? {
        var index = range.start
        var depth = 0
        while index > 0 {
            let byte = source.utf8[index - 1]
            switch byte {
            case UInt8(ascii: ")"), UInt8(ascii: "]"): depth += 1
            case UInt8(ascii: "("), UInt8(ascii: "["):
                if depth == 0 { return index < range.start ? index : nil }
                depth -= 1
            case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"): break
            default:
                if depth == 0, !TypedWord.isPart(byte) { return index < range.start ? index : nil }
            }
            index -= 1
        }
        return index < range.start ? index : nil
    }

    /// The name of the function whose arguments are around the place.
    var enclosingCall: TypedWord? {
        var index = range.start
        var depth = 0
        while index > 0, range.start - index < 2_000 {
            switch source.utf8[index - 1] {
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth += 1
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
                if depth == 0 {
                    guard source.utf8[index - 1] == UInt8(ascii: "(") else { return nil }
                    let word = TypedWord(in: source, around: index - 1)
                    return word.range.end > word.range.start ? word : nil
                }
                depth -= 1
            default: break
            }
            index -= 1
        }
        return nil
    }
}
