/// What a type must have to conform to a protocol of the library.
package struct Requirement: Sendable {
    /// As Swift declares it in the protocol: `func index(after i: Index) -> Index`.
    package let text: String
    /// Where the library has it for the type, each as a `where` clause says it: `Self: RandomAccessCollection, Index: Strideable`.
    package let given: [String]
    package let name: String
    /// Whether a method of the name will do whatever it takes and gives.
    package let takesAnyForm: Bool

    package init(_ text: String, given: [String] = [], takesAnyForm: Bool = false) {
        self.text = text
        self.given = given
        self.takesAnyForm = takesAnyForm
        name = Declaration(text, documentation: "", implementation: .source).name
    }

    /// Names of associated types that a requirement may speak of though nothing else in the library needs to know them:
    /// any type fits.
    static let openNames = ["Iterator", "ID", "RawValue", "Magnitude", "Stride", "AllCases", "ArrayLiteralElement", "Key", "Value", "LiteralType"]
}

extension DeclarationTable {
    package func require(_ protocolName: String, _ text: String, given: [String] = [], takesAnyForm: Bool = false) {
        requirements[protocolName, default: []].append(Requirement(text, given: given, takesAnyForm: takesAnyForm))
    }
}
