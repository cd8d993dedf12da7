/// Swift's standard library as cells see it: what a person writes without thinking of a library at all.
///
/// Most of it is written in the cell language itself, for it is then as fast and as safe as a cell; what works on raw
/// values is native.
package struct StandardLibrary {
    let table: DeclarationTable
    /// Where `print` writes.
    let write: (String) throws -> Void
    /// What `readLine()` asks; nil at the end of input.
    let read: () throws -> String?
    /// The session's random bits.
    let random: () -> UInt64

    package static func declare(
        in table: DeclarationTable, write: @escaping (String) throws -> Void,
        read: @escaping () throws -> String?, random: @escaping () -> UInt64
    ) {
        let library = StandardLibrary(table: table, write: write, read: read, random: random)
        library.declareProtocols()
        library.declareOperators()
        library.declareResults()
        library.declareNumbers()
        library.declareMathematics()
        library.declareStrings()
        library.declareCharacters()
        library.declareSequences()
        library.declareCollections()
        library.declareMutableCollections()
        library.declareReplaceableCollections()
        library.declareSearching()
        library.declareArrays()
        library.declareSorting()
        library.declareSlices()
        library.declareDictionaries()
        library.declareSets()
        library.declareSetAlgebra()
        library.declarePositions()
        library.declareOptionSets()
        library.declareLocales()
        library.declareTextOptions()
        library.declareFoundationTexts()
        library.declareConstants()
        library.declareData()
        library.declareRanges()
        library.declareKeyPaths()
        library.declareComparators()
        library.declareOptionals()
        library.declareFunctions()
        library.declareClocks()
        library.declareRandomGenerators()
        library.declareHashing()
        library.declareIdentity()
        library.declareIdentifiers()
        library.declareAddresses()
        library.declareDifferences()
        library.declareErased()
        library.declareMirror()
    }

    // MARK: Entries

    /// Written in the cell language.
    func source(on owner: String = "", _ text: String, _ documentation: String, _ example: String = "") {
        table.add(Declaration(owner: owner, text, documentation: documentation, example: example, implementation: .source))
    }

    func native(on owner: String = "", _ text: String, _ documentation: String, _ example: String = "", _ function: NativeFunction) {
        table.add(Declaration(owner: owner, text, documentation: documentation, example: example, implementation: .native(function)))
    }

    func operation(on owner: String = "", _ text: String, _ documentation: String, _ example: String = "", _ operation: Operation) {
        table.add(Declaration(owner: owner, text, documentation: documentation, example: example, implementation: .operation(operation)))
    }

    func native(on owner: String = "", _ text: String, _ documentation: String, _ function: NativeFunction) {
        native(on: owner, text, documentation, "", function)
    }

    func operation(on owner: String = "", _ text: String, _ documentation: String, _ operation: Operation) {
        self.operation(on: owner, text, documentation, "", operation)
    }

    // MARK: Operators as functions, for `reduce("", +)` and `sorted(by: >)`

    private func declareOperators() {
        for (name, operation) in [("<", Operation.stringLess), ("<=", .stringLessEqual), (">", .stringGreater), (">=", .stringGreaterEqual)] {
            for type in ["String", "Character"] {
                self.operation("func \(name) (_ left: \(type), _ right: \(type)) -> Bool", "Whether `left \(name) right`.", operation)
            }
        }
        operation("func + (_ left: String, _ right: String) -> String", "The two texts, one after the other.", .stringConcatenate)
        source("func < <T: Strideable>(_ left: T, _ right: T) -> Bool {\n left.distance(to: right) > 0\n}", "Whether `left` comes first, by the way from one to the other.")
        source("func > <T: Comparable>(_ left: T, _ right: T) -> Bool {\n right < left\n}", "Whether `left` is greater.")
        source("func >= <T: Comparable>(_ left: T, _ right: T) -> Bool {\n !(left < right)\n}", "Whether `left` is at least `right`.")
        source("func <= <T: Comparable>(_ left: T, _ right: T) -> Bool {\n !(right < left)\n}", "Whether `left` is at most `right`.")
    }
}
