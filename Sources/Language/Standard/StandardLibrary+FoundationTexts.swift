/// What Foundation adds to texts: their lines, and orders as people sort names.
extension StandardLibrary {
    func declareFoundationTexts() {
        source(on: "StringProtocol", "func enumerateLines(invoking body: (String, inout Bool) -> Void) {\n var line = \"\"\n var isOpen = false\n var stops = false\n for c in self {\n  if c.isNewline {\n   body(line, &stops)\n   if stops { return }\n   line = \"\"\n   isOpen = false\n  } else {\n   line.append(c)\n   isOpen = true\n  }\n }\n if isOpen { body(line, &stops) }\n}", "Calls the closure with each line; it sets its second argument where there are to be no more.", "\"a\\nb\".enumerateLines { line, stop in print(line) }")
        source(on: "StringProtocol", "func appending<T: StringProtocol>(_ other: T) -> String {\n String(self) + String(other)\n}", "The text with another one behind it.", "print(\"ab\".appending(\"c\"))")
        for (name, isCased, isNumeric, documentation) in [
            ("localizedCaseInsensitiveCompare", false, false, "Which of two texts comes first, capital or not."),
            ("localizedCompare", true, false, "Which of two texts comes first as in a list of names: capital letters count only where nothing else differs."),
            ("localizedStandardCompare", true, true, "Which of two texts comes first as in a list of files: numbers inside by what they are."),
        ] {
            native(on: "StringProtocol", "func \(name)<T: StringProtocol>(_ other: T) -> ComparisonResult", documentation, "print(\"a10\".\(name)(\"B2\") == .orderedAscending)", NativeFunction("compare") { (a: TextValue, b: TextValue) -> Int in
                let order = Collation.compare(a.text, b.text, numeric: isNumeric)
                return (order != 0 || !isCased ? order : Collation.compareCase(a.text, b.text)) + 1
            })
        }
    }
}

/// The order of texts as people sort them.
enum Collation {
    /// -1, 0 or 1; capital and small letters are the same.
    static func compare(_ a: Substring, _ b: Substring, numeric: Bool) -> Int {
        var (x, y) = (Substring(a.lowercased()), Substring(b.lowercased()))
        while let c = x.first, let d = y.first {
            if numeric, isDigit(c), isDigit(d) {
                let (m, n) = (x.prefix(while: isDigit), y.prefix(while: isDigit))
                (x, y) = (x.dropFirst(m.count), y.dropFirst(n.count))
                let (i, j) = (m.drop { $0 == "0" }, n.drop { $0 == "0" })
                if i.count != j.count { return i.count < j.count ? -1 : 1 }
                if i != j { return i < j ? -1 : 1 }
                continue
            }
            if c != d { return c < d ? -1 : 1 }
            (x, y) = (x.dropFirst(), y.dropFirst())
        }
        return x.isEmpty ? (y.isEmpty ? 0 : -1) : 1
    }

    /// Of two texts that differ by capitals alone, the one whose first letter that differs is small comes first.
    static func compareCase(_ a: Substring, _ b: Substring) -> Int {
        for (c, d) in zip(a, b) where c != d { return c.isLowercase ? -1 : 1 }
        return 0
    }

    private static func isDigit(_ c: Character) -> Bool { c.isASCII && c.isNumber }
}
