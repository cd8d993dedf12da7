internal import Language

/// Declares properties that are read: what a value of the library was made with, and what it has found.
///
///     let layers = Settings(table) { (value: LayerValue) in value.layer }
///     layers("Dense", "Dense(2)", "units: Int", "How many numbers come out.") { (layer: Dense) in layer.units }
struct Settings<Held: CellObject> {
    private let table: DeclarationTable
    /// The library's object in the value that a cell holds.
    private let object: (Held) -> Any

    init(_ table: DeclarationTable, object: @escaping (Held) -> Any) {
        self.table = table
        self.object = object
    }

    /// - Parameters:
    ///   - make: what makes a value, for the example; lines before the last make ready for it.
    ///   - property: as it is declared, without `var`.
    func callAsFunction<Kind, Value: CellValue>(
        _ owner: String, _ make: String, _ property: String, _ words: String, get: @escaping (Kind) -> Value
    ) {
        var lines = make.split(separator: "\n").map(String.init)
        let name = property.prefix { $0 != ":" }
        lines[lines.count - 1] = "print(\(lines[lines.count - 1]).\(name)\(property.hasSuffix("?") ? " as Any" : ""))"
        let object = object
        Binder(table, on: owner)("var \(property) { get }", words, lines.joined(separator: "\n")) { (held: Held) throws -> Value in
            guard let own = object(held) as? Kind else { throw RuntimeFault(.internal, "a value is not the \(Kind.self) it was declared to be") }
            return get(own)
        }
    }
}
