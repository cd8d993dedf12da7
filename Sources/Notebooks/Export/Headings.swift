/// The headings (`# …`) of texts in Markdown.
package enum Headings {
    package struct Heading: Sendable, Equatable {
        /// 1 to 6.
        package let level: Int
        package let text: String
    }

    /// All of a text, without what stands in blocks of code.
    package static func all(in markdown: String) -> [Heading] {
        var fence: Substring?
        return markdown.split(whereSeparator: \.isNewline).compactMap { line in
            let start = line.drop { $0 == " " }
            if let open = fence {
                if start.hasPrefix(open), start.allSatisfy({ $0 == open.first || $0 == " " }) { fence = nil }
                return nil
            }
            if start.hasPrefix("```") || start.hasPrefix("~~~") {
                fence = start.prefix { $0 == start.first }
                return nil
            }
            let level = start.prefix { $0 == "#" }.count
            guard (1...6).contains(level), line.count - start.count < 4 else { return nil }
            let rest = start.dropFirst(level)
            guard rest.first == " " || rest.isEmpty else { return nil }
            var text = rest.drop { $0 == " " }
            while text.last == " " || text.last == "#" { text.removeLast() }
            return Heading(level: level, text: String(text))
        }
    }
}
