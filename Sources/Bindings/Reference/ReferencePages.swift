package import Language

/// The reference: pages of Markdown written from the table of declarations, one for each type and one for what stands
/// on its own in each topic.
package struct ReferencePages {
    package struct Page {
        /// The file's name.
        package let name: String
        package let text: String
    }

    package private(set) var pages: [Page] = []
    private let table: DeclarationTable

    /// What one type has, or what stands on its own in a topic.
    private struct Group {
        let name: String
        let topic: String
        var declarations: [Declaration] = []
    }

    package init(_ table: DeclarationTable) {
        self.table = table
        let (types, functions) = groups()
        for group in types { pages.append(Page(name: group.name + ".md", text: page(of: group))) }
        for group in functions {
            let title = "\(group.topic): functions and constants"
            pages.append(Page(name: Self.file(ofFunctions: group.topic), text: "# \(title)\n" + sections(group.declarations)))
        }
        pages.append(Page(name: "README.md", text: index(types, functions)))
        pages.sort { $0.name < $1.name }
    }

    private static func file(ofFunctions topic: String) -> String {
        "functions-" + topic.lowercased().replacing(" ", with: "-") + ".md"
    }

    private func groups() -> (types: [Group], functions: [Group]) {
        var types: [Group] = []
        var functions: [Group] = []
        var places: [String: Int] = [:]
        func place(_ name: String, _ topic: String) -> Int {
            if let known = places[name] { return known }
            types.append(Group(name: name, topic: topic))
            places[name] = types.count - 1
            return types.count - 1
        }
        for declaration in BuiltinTypes.declarations { _ = place(declaration.name, declaration.topic) }
        // First all types: what is said of a type may come before it.
        for declaration in table.declarations {
            if case .type(let type) = declaration.implementation, !type.name.hasPrefix("_") { _ = place(type.name, declaration.topic) }
        }
        for declaration in table.declarations where !declaration.name.hasPrefix("_") {
            if case .type = declaration.implementation { continue }
            if !declaration.ownerName.isEmpty {
                let index = place(declaration.ownerName, declaration.topic)
                types[index].declarations.append(declaration)
            } else if let index = functions.firstIndex(where: { $0.topic == declaration.topic }) {
                functions[index].declarations.append(declaration)
            } else {
                functions.append(Group(name: "", topic: declaration.topic, declarations: [declaration]))
            }
        }
        return (types, functions)
    }

    /// The declaration of the type itself.
    private func own(_ name: String) -> Declaration? {
        BuiltinTypes.declarations.first { $0.name == name }
            ?? table.declarations.first {
                if case .type(let type) = $0.implementation { type.name == name } else { false }
            }
    }

    // MARK: Pages

    private func index(_ types: [Group], _ functions: [Group]) -> String {
        var topics: [String] = []
        for group in types + functions where !topics.contains(group.topic) { topics.append(group.topic) }
        var text = """
            # Reference

            Everything a cell can name. These pages are written from the declarations themselves: \
            `vencejo reference docs/reference` writes them anew, and the tests compare them and run every example.

            """
        for topic in topics {
            text += "\n## \(topic)\n\n"
            for group in types.filter({ $0.topic == topic }).sorted(by: { $0.name < $1.name }) {
                let sentence = own(group.name).map { ": " + Self.prose($0.documentation.firstSentence) } ?? ""
                text += "- [\(group.name)](\(group.name).md)\(sentence)\n"
            }
            for group in functions where group.topic == topic {
                var names: [String] = []
                for declaration in group.declarations where !names.contains(declaration.name) { names.append(declaration.name) }
                let shown = names.sorted().map { "`\($0)`" }.joined(separator: ", ")
                text += "- [Functions and constants](\(Self.file(ofFunctions: topic))): \(shown)\n"
            }
        }
        return text
    }

    private func page(of group: Group) -> String {
        var text = "# \(group.name)\n"
        if let own = own(group.name) {
            text += "\n```swift\n\(own.head)\n```\n\n\(Self.prose(own.documentation))\n"
            if !own.example.isEmpty { text += "\n```swift\n\(own.example)\n```\n" }
        }
        let conformances = (table.conformances[group.name] ?? []).map { conformance in
            let conditions = conformance.requirements.filter { !$0.isEmpty }.map { $0.map(\.description).joined(separator: " & ") }
            return "`\(conformance.protocolName)`" + (conditions.isEmpty ? "" : " (where its parts are `\(conditions.joined(separator: "`, `"))`)")
        }
        if !conformances.isEmpty {
            var seen: Set<String> = []
            text += "\nConforms to \(conformances.filter { seen.insert($0).inserted }.sorted().joined(separator: ", ")).\n"
        }
        let cases = table.types[group.name]?.cases ?? []
        if !cases.isEmpty { text += "\nCases: \(cases.map { "`.\($0.name)`" }.joined(separator: ", ")).\n" }
        return text + sections(group.declarations)
    }

    private enum Section: String, CaseIterable {
        case initializers = "Initialisers"
        case statics = "Static members"
        case properties = "Properties"
        case subscripts = "Subscripts"
        case methods = "Methods"
        case functions = "Functions"
        case constants = "Constants"
        case operators = "Operators"

        init(of declaration: Declaration) {
            let isVariable = declaration.text.firstKeyword == "var" || declaration.text.firstKeyword == "let"
            if let first = declaration.name.first, !first.isLetter {
                self = .operators
            } else if declaration.name == "init" {
                self = .initializers
            } else if declaration.isStatic {
                self = .statics
            } else if declaration.name == "subscript" {
                self = .subscripts
            } else if declaration.owner.isEmpty {
                self = isVariable ? .constants : .functions
            } else {
                self = isVariable ? .properties : .methods
            }
        }
    }

    private func sections(_ declarations: [Declaration]) -> String {
        let sorted = Dictionary(grouping: declarations) { Section(of: $0) }
        var text = ""
        for section in Section.allCases {
            guard let all = sorted[section] else { continue }
            text += "\n## \(section.rawValue)\n"
            let byName = Dictionary(grouping: all, by: \.name)
            for name in byName.keys.sorted() {
                if section != .initializers, section != .subscripts { text += "\n### \(name.first?.isLetter ?? false ? name : "`\(name)`")\n" }
                for entry in entries(byName[name] ?? []) { text += "\n" + entry }
            }
        }
        return text
    }

    /// Declarations of one name, those together of which the same is said.
    private func entries(_ declarations: [Declaration]) -> [String] {
        var order: [String] = []
        var heads: [String: [String]] = [:]
        var examples: [String: [String]] = [:]
        for declaration in declarations {
            let said = declaration.documentation
            if heads[said] == nil { order.append(said) }
            let condition = declaration.owner.split(separator: " ", maxSplits: 1).dropFirst().first.map { "  // \($0)" } ?? ""
            heads[said, default: []].append(declaration.head + condition)
            let example = declaration.example
            if !example.isEmpty, !(examples[said]?.contains(example) ?? false) { examples[said, default: []].append(example) }
        }
        return order.map { said in
            let shown = (examples[said] ?? []).map { "\n```swift\n\($0)\n```\n" }.joined()
            return "```swift\n\((heads[said] ?? []).joined(separator: "\n"))\n```\n\n\(Self.prose(said))\n" + shown
        }
    }

    /// Text as Markdown: what looks like a tag outside of code is none.
    private static func prose(_ text: String) -> String {
        var isCode = false
        var result = ""
        for character in text {
            if character == "`" { isCode.toggle() }
            if character == "<", !isCode { result += "\\" }
            result.append(character)
        }
        return result
    }
}

extension String {
    fileprivate var firstSentence: String {
        guard let end = firstRange(of: ". ") else { return self }
        return String(self[..<end.lowerBound]) + "."
    }

    /// The first word that is no attribute or modifier.
    fileprivate var firstKeyword: String {
        split(whereSeparator: { $0 == " " || $0 == "\n" })
            .first { ["var", "let", "func", "init", "subscript", "case"].contains($0) }.map(String.init) ?? ""
    }
}
