/// How a figure's file is called: by the notebook, the figure's number in it, and the heading above it.
package enum FigureName {
    /// `NOTEBOOK-NN-heading`; the number has two digits at least.
    package static func name(of notebook: String, number: Int, heading: String) -> String {
        let slug = slug(of: heading)
        return "\(notebook)-\(number < 10 ? "0" : "")\(number)" + (slug.isEmpty ? "" : "-\(slug)")
    }

    /// Letters and digits in lower case, with single hyphens between words, at most 40 of them.
    package static func slug(of heading: String) -> String {
        var words: [String] = [""]
        for character in heading.lowercased() {
            if character.isASCII && (character.isLetter || character.isNumber) {
                words[words.count - 1].append(character)
            } else if words.last != "" && character != "'" && character != "’" {
                words.append("")
            }
        }
        var slug = ""
        for word in words where !word.isEmpty {
            guard slug.isEmpty || slug.count + 1 + word.count <= 40 else { break }
            slug += slug.isEmpty ? String(word.prefix(40)) : "-" + word
        }
        return slug
    }
}
