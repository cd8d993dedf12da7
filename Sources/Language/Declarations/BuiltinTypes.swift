/// What is said of the types that are part of the language itself.
package enum BuiltinTypes {
    package static let declarations: [Declaration] = all.map { name, text, documentation, example in
        let declaration = Declaration(
            text, documentation: documentation, example: example,
            implementation: .type(Environment.standardTypes.first { $0.name == name } ?? .int))
        declaration.topic = DeclarationTable.languageTopic
        return declaration
    }

    package static func declaration(of name: String) -> Declaration? { declarations.first { $0.name == name } }

    private static let all: [(name: String, text: String, documentation: String, example: String)] = [
        ("Int", "struct Int", "A whole number of 64 bits; a result that does not fit is an error.", "let n = 7 / 2\nprint(n, Int.max)"),
        ("Double", "struct Double", "A number of 64 bits with about 16 digits.", "let x = 0.1 + 0.2\nprint(x)"),
        ("Float", "struct Float", "A number of 32 bits with about 7 digits, as tensors have them.", "let x: Float = 0.1\nprint(x)"),
        ("Bool", "struct Bool", "True or false.", "let isLarge = 3 > 2\nprint(isLarge)"),
        ("String", "struct String", "A text: characters as a reader counts them.", "let name = \"Ada\"\nprint(\"Hello, \\(name)!\", name.count)"),
        ("Character", "struct Character", "What a reader sees as one sign of a text, of however many code points.", "for character in \"añ🙂\" { print(character) }"),
        ("Optional", "enum Optional<Wrapped>", "A value or nil, written `Wrapped?`.", "let n = Int(\"42\")\nif let n { print(n + 1) }"),
        ("Array", "struct Array<Element>", "Values in order, written `[Element]`; a copy is a value of its own.", "var xs = [1, 2]\nxs.append(3)\nprint(xs[0], xs.count)"),
        ("Dictionary", "struct Dictionary<Key, Value>", "Values found by keys, written `[Key: Value]`; they come in the order in which they were put in.", "var ages = [\"Ada\": 36]\nages[\"Alan\"] = 41\nprint(ages[\"Ada\"] ?? 0)"),
        ("Set", "struct Set<Element>", "Values of which each is there once, in the order in which they were put in.", "let letters: Set<Character> = [\"a\", \"b\", \"a\"]\nprint(letters.count)"),
        ("Range", "struct Range<Bound>", "From a lower bound up to, but not with, an upper one: `0..<3`.", "for i in 0..<3 { print(i) }"),
        ("ClosedRange", "struct ClosedRange<Bound>", "From a lower bound to an upper one that belongs to it: `1...3`.", "print((1...3).contains(3))"),
        ("PartialRangeFrom", "struct PartialRangeFrom<Bound>", "From a lower bound on: `1...`.", "print([1, 2, 3][1...])"),
        ("PartialRangeUpTo", "struct PartialRangeUpTo<Bound>", "Up to, but not with, an upper bound: `..<2`.", "print([1, 2, 3][..<2])"),
        ("PartialRangeThrough", "struct PartialRangeThrough<Bound>", "Up to an upper bound that belongs to it: `...1`.", "print([1, 2, 3][...1])"),
    ] + [8, 16, 32, 64].flatMap { bits in
        [
            ("Int\(bits)", "struct Int\(bits)", "A whole number of \(bits) bits; a result that does not fit is an error.", "print(Int\(bits).min, Int\(bits).max)"),
            ("UInt\(bits)", "struct UInt\(bits)", "A whole number of \(bits) bits that is never negative.", "print(UInt\(bits).max)"),
        ]
    } + [("UInt", "struct UInt", "A whole number of 64 bits that is never negative.", "print(UInt.max)")]
}
