for scalar in "aB1 é-😀½".unicodeScalars {
    let p = scalar.properties
    print(scalar, p.isAlphabetic, p.isUppercase, p.isLowercase, p.isWhitespace, p.isEmoji, p.numericValue ?? -1, p.name ?? "")
}
print("straße".unicodeScalars.map { $0.properties.uppercaseMapping }.joined())
print("Hello, World".unicodeScalars.filter { $0.properties.isAlphabetic }.count, Unicode.Scalar("ǆ").properties.titlecaseMapping)
