import Glibc
internal import Language

/// Declares one type of the library, or what stands on its own, to the language: each entry is the Swift declaration,
/// what it is for, an example, and the throwing form that runs.
///
///     let tensor = Binder(table, on: "Tensor")
///     tensor("func flattened() -> Tensor", "All elements along one axis.", "print(Tensor([[1, 2]]).flattened())") {
///         (x: Tensor) in try Checked.flattened(x)
///     }
///
/// The types in the closure are those in the declaration; a test compares their layouts.
struct Binder {
    let table: DeclarationTable
    let owner: String

    init(_ table: DeclarationTable, on owner: String = "") {
        self.table = table
        self.owner = owner
    }

    /// Types whose static functions make what a saved session makes again.
    private static let noted: Set<String> = ["Loss", "Metric"]

    private func add(_ text: String, _ documentation: String, _ example: String, _ function: NativeFunction) {
        if Self.has("@discardableResult", text) { function.isDiscardable = true }
        var function = function
        // Only values of the library's own types can be asked where they came from.
        if text.hasPrefix("init(") || text.hasPrefix("static func") && Self.noted.contains(owner), case .native? = table.types[owner]?.form, let layout = function.argumentLayout {
            function = NativeOrigin.noting(function, owner: owner, text: text, isReference: layout)
        }
        table.add(Declaration(owner: owner, text, documentation: documentation, example: example, implementation: .native(function)))
    }

    private func canThrow(_ text: String) -> Bool {
        Self.has(") throws", text)
    }

    /// Whether a declaration has these bytes. Every start asks that of thousands of them, and the library's search of a
    /// text for a text took a fifth of it.
    private static func has(_ word: StaticString, _ text: String) -> Bool {
        let count = word.utf8CodeUnitCount
        let found = text.utf8.withContiguousStorageIfAvailable { bytes in
            guard let base = bytes.baseAddress, bytes.count >= count else { return false }
            return (0...(bytes.count - count)).contains {
                bytes[$0] == word.utf8Start.pointee && memcmp(base + $0, word.utf8Start, count) == 0
            }
        }
        return found ?? text.contains(word.description)
    }

    func callAsFunction<R: CellValue>(_ text: String, _ documentation: String, _ example: String = "", _ body: @escaping () throws -> R) {
        add(text, documentation, example, NativeFunction(text, canThrow: canThrow(text), body))
    }

    func callAsFunction<A: CellValue, R: CellValue>(_ text: String, _ documentation: String, _ example: String = "", _ body: @escaping (A) throws -> R) {
        add(text, documentation, example, NativeFunction(text, canThrow: canThrow(text), body))
    }

    func callAsFunction<A: CellValue, B: CellValue, R: CellValue>(_ text: String, _ documentation: String, _ example: String = "", _ body: @escaping (A, B) throws -> R) {
        add(text, documentation, example, NativeFunction(text, canThrow: canThrow(text), body))
    }

    func callAsFunction<A: CellValue, B: CellValue, C: CellValue, R: CellValue>(_ text: String, _ documentation: String, _ example: String = "", _ body: @escaping (A, B, C) throws -> R) {
        add(text, documentation, example, NativeFunction(text, canThrow: canThrow(text), body))
    }

    func callAsFunction<each A: CellValue, R: CellValue>(_ text: String, _ documentation: String, _ example: String = "", _ body: @escaping (repeat each A) throws -> R) {
        add(text, documentation, example, NativeFunction(text, canThrow: canThrow(text), body))
    }

    func callAsFunction<each A: CellValue>(_ text: String, _ documentation: String, _ example: String = "", _ body: @escaping (repeat each A) throws -> Void) {
        add(text, documentation, example, NativeFunction(text, canThrow: canThrow(text), body))
    }

    func callAsFunction<each A: CellValue, First: CellValue, Second: CellValue>(_ text: String, _ documentation: String, _ example: String = "", _ body: @escaping (repeat each A) throws -> (First, Second)) {
        add(text, documentation, example, NativeFunction(text, canThrow: canThrow(text), body))
    }

    func callAsFunction<each A: CellValue, First: CellValue, Second: CellValue, Third: CellValue, Fourth: CellValue>(
        _ text: String, _ documentation: String, _ example: String = "", _ body: @escaping (repeat each A) throws -> (First, Second, Third, Fourth)
    ) {
        add(text, documentation, example, NativeFunction(text, canThrow: canThrow(text), body))
    }

    /// A native that works on slots itself, for what is generic.
    func raw(_ text: String, _ documentation: String, _ example: String = "", isInout: [Bool], _ body: @escaping (NativeFunction.Frame) throws -> Void) {
        add(text, documentation, example, NativeFunction(name: text, isInout: isInout, canThrow: canThrow(text), invoke: body))
    }

    /// A property or subscript that can be assigned.
    func accessors(_ text: String, _ documentation: String, _ example: String = "", get: NativeFunction, set: NativeFunction) {
        table.add(Declaration(owner: owner, text, documentation: documentation, example: example, implementation: .accessors(get: get, set: set)))
    }

    /// Written in the cell language.
    func source(_ text: String, _ documentation: String, _ example: String = "") {
        table.add(Declaration(owner: owner, text, documentation: documentation, example: example, implementation: .source))
    }
}

extension Binder {
    /// Declares a type of the library.
    @discardableResult
    static func type<Value: CellObject>(
        _ table: DeclarationTable, _ type: Value.Type, _ text: String, _ documentation: String, _ example: String = "",
        describe: (@Sendable (Value) throws -> String)? = nil, equal: (@Sendable (Value, Value) throws -> Bool)? = nil
    ) -> Binder {
        let words = text.split(whereSeparator: { " :<".contains($0) })
        let name = words.first { !["final", "class", "struct", "enum", "protocol", "public"].contains($0) }.map(String.init) ?? ""
        let nominal = NominalType(name: name, form: .native)
        if let describe {
            nominal.nativeDescription = { reference in try describe(NativeReference.load(reference)) }
        } else {
            nominal.nativeDescription = { reference in
                let value: Value = try NativeReference.load(reference)
                return "\(value)"
            }
        }
        if let equal {
            nominal.nativeEquality = { a, b in try equal(NativeReference.load(a), NativeReference.load(b)) }
            table.conform(name, to: "Equatable")
        }
        table.add(Declaration(text, documentation: documentation, example: example, implementation: .type(nominal)))
        return Binder(table, on: name)
    }

    /// Declares a protocol of the library.
    @discardableResult
    static func `protocol`(_ table: DeclarationTable, _ name: String, _ documentation: String, _ example: String = "") -> Binder {
        table.add(Declaration("protocol \(name)", documentation: documentation, example: example, implementation: .type(NominalType(name: name, form: .protocolType))))
        return Binder(table, on: name)
    }
}

/// A library value out of the slot that holds it.
enum NativeReference {
    static func load<Value: CellObject>(_ reference: UInt64) throws -> Value {
        var slot = reference
        return try Value.load(&slot)
    }
}
