/// Results, and what errors say of themselves.
extension StandardLibrary {
    func declareResults() {
        let success = GenericParameter(name: "Success")
        let failure = GenericParameter(name: "Failure", constraints: table.types["Error"].map { [$0] } ?? [])
        let result = NominalType(name: "Result", form: .enumeration, genericParameters: [success, failure])
        result.cases = [("success", success), ("failure", failure)].map { name, parameter in
            NominalType.EnumCase(name: name, payload: [Type.TupleElement(label: "", type: .make(.parameter(parameter)))])
        }
        result.isComplete = true
        table.add(
            Declaration(
                "enum Result<Success, Failure>", documentation: "What came of something that may fail: a value, or an error.",
                example: "let results: [Result<Int, any Error>] = [.success(3)]\nprint(try results[0].get())", implementation: .type(result)))
        for name in ["Equatable", "Hashable"] { table.conform("Result", to: name, where: [name, name]) }
        let owner = "Result"
        source(on: owner, "func get() throws(Failure) -> Success {\n switch self {\n case .success(let value): return value\n case .failure(let error): throw error\n }\n}", "The value; throws the error where there is none.")
        source(on: owner, "func map<T>(_ transform: (Success) -> T) -> Result<T, Failure> {\n switch self {\n case .success(let value): return .success(transform(value))\n case .failure(let error): return .failure(error)\n }\n}", "The same with the value transformed.")
        source(on: owner, "func flatMapError<T>(_ transform: (Failure) -> Result<Success, T>) -> Result<Success, T> {\n switch self {\n case .success(let value): return .success(value)\n case .failure(let error): return transform(error)\n }\n}", "The same, or what is made of the error.", "struct Wrong: Error {}\nlet read: Result<Int, Wrong> = .failure(Wrong())\nprint(read.flatMapError { _ in Result<Int, Wrong>.success(0) })")
        source(on: owner, "func mapError<T>(_ transform: (Failure) -> T) -> Result<Success, T> {\n switch self {\n case .success(let value): return .success(value)\n case .failure(let error): return .failure(transform(error))\n }\n}", "The same with the error transformed.")
        source(on: owner, "func flatMap<T>(_ transform: (Success) -> Result<T, Failure>) -> Result<T, Failure> {\n switch self {\n case .success(let value): return transform(value)\n case .failure(let error): return .failure(error)\n }\n}", "What the value is transformed to, or the same error.")
        source(on: owner, "init(catching body: () throws(Failure) -> Success) {\n do {\n  self = .success(try body())\n } catch {\n  self = .failure(error)\n }\n}", "What the closure gives or throws.")
        for (name, text) in [("errorDescription", "What happened, in words."), ("failureReason", "Why it happened."), ("recoverySuggestion", "What to do about it."), ("helpAnchor", "Where more is said of it.")] {
            source(on: "LocalizedError", "var \(name): String? { get }", text)
            source(on: "LocalizedError", "var \(name): String? {\n nil\n}", text)
        }
        _ = structure("CancellationError", [], "Thrown by work that was told to stop.", "do {\n throw CancellationError()\n} catch is CancellationError {\n print(\"stopped\")\n}") { _ in [] }
        source(on: "CancellationError", "init() {\n}", "The error.", "print(CancellationError())")
        table.conform("CancellationError", to: "Error")
        native(on: "Error", "var localizedDescription: String { get }", "What happened, in words.", NativeFunction(name: "localizedDescription", isInout: [false]) { frame in
            let (type, slots) = HeapObject.existential(at: frame.arguments)
            let text = try frame.machine.localizedDescription(of: slots, type)
            frame.result[0] = HeapObject.makeString(text)
        })
    }
}

extension Machine {
    /// What an error says happened: its own words, or its type and number as Foundation has it.
    func localizedDescription(of slots: UnsafePointer<UInt64>, _ type: Type) throws -> String {
        guard let nominal = type.nominal else { return try describe(slots, type, debug: false) }
        if nominal.nativeDescription != nil { return try describe(slots, type, debug: false) }
        if let function = nominal.witnesses[type]?.errorDescription {
            // An optional String is one slot.
            var result: UInt64 = 0
            try call(function, arguments: slots, argumentCount: type.layout.count, result: &result, resultCount: 1)
            if result != 0 {
                defer { HeapObject.release(result) }
                return HeapObject.string(result)
            }
        }
        return "The operation could not be completed. (\(type.qualifiedDescription) error \(Self.errorCode(slots, nominal)).)"
    }

    /// Cases with associated values are counted first, as the compiler does.
    private static func errorCode(_ slots: UnsafePointer<UInt64>, _ nominal: NominalType) -> Int {
        guard case .enumeration = nominal.form else { return 1 }
        let index = Int(truncatingIfNeeded: slots[0])
        guard nominal.cases.indices.contains(index) else { return 1 }
        let loaded = nominal.cases.map { !$0.payload.isEmpty }
        let before = loaded.prefix(index).count { $0 == loaded[index] }
        return loaded[index] ? before : before + loaded.count { $0 }
    }
}
