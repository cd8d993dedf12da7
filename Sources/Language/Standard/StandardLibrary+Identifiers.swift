/// `UUID` and `Locale`, as far as programs use them without the rest of Foundation.
extension StandardLibrary {
    func declareIdentifiers() {
        let name = "UUID"
        let type = structure(name, [], "A number that nothing else has, written in hexadecimal digits.", "let id = UUID(uuidString: \"e621e1f8-c36c-495a-93fc-0c247a3e6e5f\")!\nprint(id)") { _ in [("uuidString", .string, false)] }
        type.isOfStandardLibrary = false
        type.conduct = .writtenText
        for kind in ["Hashable", "Comparable", "CustomStringConvertible"] { table.conform(name, to: kind) }
        source(on: name, "init() {\n var bytes = (0..<16).map { _ in UInt8.random(in: 0...255) }\n bytes[6] = bytes[6] & 0x0f | 0x40\n bytes[8] = bytes[8] & 0x3f | 0x80\n var text = \"\"\n for (i, byte) in bytes.enumerated() {\n  if i == 4 || i == 6 || i == 8 || i == 10 { text += \"-\" }\n  text += (byte < 16 ? \"0\" : \"\") + String(byte, radix: 16, uppercase: true)\n }\n self.uuidString = text\n}", "By chance, from the session's generator.", "print(UUID() == UUID(), UUID().uuidString.count)")
        source(on: name, "init?(uuidString text: String) {\n let parts = text.split(separator: \"-\", omittingEmptySubsequences: false)\n guard parts.map({ $0.count }) == [8, 4, 4, 4, 12], parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isHexDigit } }) else { return nil }\n self.uuidString = text.uppercased()\n}", "The number that a text says, or nil.", "print(UUID(uuidString: \"no number\") == nil)")
        source(on: name, "var description: String {\n uuidString\n}", "The number's digits.", "print(UUID().description.count)")
        source(on: name, "func < (_ left: UUID, _ right: UUID) -> Bool {\n left.uuidString < right.uuidString\n}", "Whether `left` is the smaller number.", "let id = UUID(uuidString: \"00000000-0000-0000-0000-000000000001\")!\nprint(id < UUID(uuidString: \"e621e1f8-c36c-495a-93fc-0c247a3e6e5f\")!)")
    }

    func declareLocales() {
        _ = structure("Locale", [], "Whose habits of writing are followed; texts here are treated alike in all.", "print(\"Crème\".folding(options: .diacriticInsensitive, locale: .current))") { _ in [("identifier", .string, false)] }
        table.conform("Locale", to: "Hashable")
        source(on: "Locale", "init(identifier: String) {\n self.identifier = identifier\n}", "By its name.", "print(Locale(identifier: \"en_US\").identifier)")
        source(on: "Locale", "static var current: Locale {\n Locale(identifier: \"en_001\")\n}", "That of the session.")
    }
}

extension Conduct {
    /// Shown, compared and hashed by the text that it consists of.
    static let writtenText = Conduct(
        describe: { _, slots, _, _, text in text += try String.load(slots) },
        equal: { _, left, right, _ in HeapObject.areEqualTexts(left[0], right[0]) },
        hash: { _, slots, _, hasher in hasher.combine(try String.load(slots)) })
}
