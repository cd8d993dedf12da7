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

    package static func declare(
        in table: DeclarationTable, write: @escaping (String) throws -> Void,
        read: @escaping () throws -> String?
    ) {
        let library = StandardLibrary(table: table, write: write, read: read)
        library.declareProtocols()
        library.declareOperators()
        library.declareResults()
        library.declareNumbers()
        library.declareMathematics()
        library.declareStrings()
        library.declareArrays()
        library.declareArrayAlgorithms()
        library.declareRanges()
        library.declareOptionals()
        library.declareFunctions()
        library.declareClocks()
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

    // MARK: Protocols

    private func declareProtocols() {
        let protocols: [(String, String, String)] = [
            ("Equatable", "protocol Equatable", "Values that can be compared with `==`."),
            ("Hashable", "protocol Hashable: Equatable", "Values that can be keys."),
            ("Comparable", "protocol Comparable: Equatable", "Values that can be ordered with `<`."),
            ("AdditiveArithmetic", "protocol AdditiveArithmetic: Equatable", "Numbers that can be added."),
            ("Numeric", "protocol Numeric: AdditiveArithmetic", "Numbers: Int, Double, Float."),
            ("SignedNumeric", "protocol SignedNumeric: Numeric", "Numbers that can be negative."),
            ("BinaryInteger", "protocol BinaryInteger: Numeric", "Whole numbers."),
            ("FloatingPoint", "protocol FloatingPoint: SignedNumeric", "Numbers with fractions: Double and Float."),
            ("BinaryFloatingPoint", "protocol BinaryFloatingPoint: FloatingPoint", "Double and Float."),
            ("CustomStringConvertible", "protocol CustomStringConvertible", "Types that say themselves how they print, with `description`."),
            ("CustomDebugStringConvertible", "protocol CustomDebugStringConvertible", "Types that say themselves how they print inside other values, with `debugDescription`."),
            ("Error", "protocol Error", "Values that can be thrown."),
            ("LocalizedError", "protocol LocalizedError: Error", "Errors that say in words what happened, with `errorDescription`."),
            ("CaseIterable", "protocol CaseIterable", "Enums whose cases can be counted: `allCases`."),
            ("RawRepresentable", "protocol RawRepresentable", "Values that stand for a simpler one, their `rawValue`."),
            ("Identifiable", "protocol Identifiable", "Values with an `id`."),
            ("Sendable", "protocol Sendable", "Accepted as Swift has it; cells run on one thread."),
            ("Any", "protocol Any", "A value of any type."),
        ]
        for (name, text, documentation) in protocols {
            table.add(Declaration(text, documentation: documentation, implementation: .type(NominalType(name: name, form: .protocolType))))
        }
        for (name, parent) in [
            ("Hashable", "Equatable"), ("Comparable", "Equatable"), ("AdditiveArithmetic", "Equatable"),
            ("Numeric", "AdditiveArithmetic"), ("SignedNumeric", "Numeric"), ("BinaryInteger", "Numeric"),
            ("FloatingPoint", "SignedNumeric"), ("BinaryFloatingPoint", "FloatingPoint"), ("LocalizedError", "Error"),
        ] {
            table.conform(name, to: parent)
        }
        for type in ["Int", "Double", "Float"] {
            for name in ["Hashable", "Comparable", "SignedNumeric"] { table.conform(type, to: name) }
        }
        table.conform("Int", to: "BinaryInteger")
        for type in ["Double", "Float"] { table.conform(type, to: "BinaryFloatingPoint") }
        for type in ["String", "Character"] {
            for name in ["Hashable", "Comparable"] { table.conform(type, to: name) }
        }
        table.conform("Bool", to: "Hashable")
        for type in ["Int", "Double", "Float", "String", "Character", "Bool"] {
            table.conform(type, to: "CustomStringConvertible")
        }
        for name in ["Equatable", "Hashable"] {
            table.conform("Array", to: name, where: [name])
            table.conform("Optional", to: name, where: [name])
            table.conform("Range", to: name, where: [name])
            table.conform("ClosedRange", to: name, where: [name])
        }
        table.requirements["CustomStringConvertible"] = ["description"]
        table.requirements["Comparable"] = ["<"]
    }

    // MARK: Operators as functions, for `reduce(0, +)` and `sorted(by: >)`

    private func declareOperators() {
        let arithmetic: [(String, Operation?, Operation?, Operation?)] = [
            ("+", .intAdd, .doubleAdd, .floatAdd), ("-", .intSubtract, .doubleSubtract, .floatSubtract),
            ("*", .intMultiply, .doubleMultiply, .floatMultiply), ("/", .intDivide, .doubleDivide, .floatDivide),
            ("%", .intRemainder, nil, nil), ("&+", .intAddWrapping, nil, nil), ("&-", .intSubtractWrapping, nil, nil),
            ("&*", .intMultiplyWrapping, nil, nil), ("&", .intAnd, nil, nil), ("|", .intOr, nil, nil), ("^", .intXor, nil, nil),
        ]
        for (name, int, double, float) in arithmetic {
            for (type, operation) in [("Int", int), ("Double", double), ("Float", float)] {
                guard let operation else { continue }
                self.operation("func \(name) (_ left: \(type), _ right: \(type)) -> \(type)", "`left \(name) right`.", operation)
            }
        }
        let comparisons: [(String, Operation, Operation, Operation)] = [
            ("<", .intLess, .doubleLess, .stringLess), ("<=", .intLessEqual, .doubleLessEqual, .stringLessEqual),
            (">", .intGreater, .doubleGreater, .stringGreater), (">=", .intGreaterEqual, .doubleGreaterEqual, .stringGreaterEqual),
        ]
        for (name, int, double, string) in comparisons {
            for (type, operation) in [("Int", int), ("Double", double), ("String", string)] {
                self.operation("func \(name) (_ left: \(type), _ right: \(type)) -> Bool", "Whether `left \(name) right`.", operation)
            }
        }
        for (name, operation) in [("<", Operation.stringLess), ("<=", .stringLessEqual), (">", .stringGreater), (">=", .stringGreaterEqual)] {
            self.operation("func \(name) (_ left: Character, _ right: Character) -> Bool", "Whether `left \(name) right`.", operation)
        }
        operation("func + (_ left: String, _ right: String) -> String", "The two texts, one after the other.", .stringConcatenate)
        source("func + <Element>(_ left: [Element], _ right: [Element]) -> [Element] {\n var result = left\n result += right\n return result\n}", "The elements of both arrays, one after the other.", "print([1, 2] + [3])")
        source("func > <T: Comparable>(_ left: T, _ right: T) -> Bool {\n right < left\n}", "Whether `left` is greater.")
        source("func >= <T: Comparable>(_ left: T, _ right: T) -> Bool {\n !(left < right)\n}", "Whether `left` is at least `right`.")
        source("func <= <T: Comparable>(_ left: T, _ right: T) -> Bool {\n !(right < left)\n}", "Whether `left` is at most `right`.")
    }
}
