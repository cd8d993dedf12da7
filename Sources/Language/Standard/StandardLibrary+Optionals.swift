extension StandardLibrary {
    func declareOptionals() {
        source(on: "Optional", "func map<U, E: Error>(_ transform: (Wrapped) throws(E) -> U) throws(E) -> U? {\n if let value = self { return try transform(value) }\n return nil\n}", "What the closure makes of the value, or nil.", "print(Int(\"4\").map { $0 * 2 } ?? 0)")
        source(on: "Optional", "func flatMap<U, E: Error>(_ transform: (Wrapped) throws(E) -> U?) throws(E) -> U? {\n if let value = self { return try transform(value) }\n return nil\n}", "What the closure makes of the value, or nil.", "print(Optional(\"4\").flatMap { Int($0) } ?? 0)")
        source(on: "Optional", "init(_ value: Wrapped) {\n self = value\n}", "The value as an optional.", "print(Optional(3) ?? 0)")
        source(on: "Optional", "var unsafelyUnwrapped: Wrapped {\n self!\n}", "The value; an error where there is none.")
        source(on: "Optional", "var debugDescription: String {\n String(reflecting: self)\n}", "The value as `debugPrint` shows it.", "print(Optional(3).debugDescription)")
        for (owner, value) in [("Array", "[\"a\"]"), ("ArraySlice", "[\"a\"][0...]"), ("Dictionary", "[\"a\": 1]"), ("Set", "Set([\"a\"])"), ("Range", "(1..<2)"), ("ClosedRange", "(1...2)"), ("Character", "Character(\"a\")"), ("Unicode.Scalar", "Unicode.Scalar(\"a\")")] {
            source(on: owner, "var debugDescription: String {\n String(reflecting: self)\n}", "The value as `debugPrint` shows it.", "print(\(value).debugDescription)")
        }
        source(on: "Optional", "mutating func take() -> Wrapped? {\n let value = self\n self = nil\n return value\n}", "The value, which is taken away.")
    }
}
