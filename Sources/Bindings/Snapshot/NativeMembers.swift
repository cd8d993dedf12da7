internal import Language
internal import NeuralNetworks

/// Values of the library that have a name: `.relu`, `.float32`, or one that is made from a text: "leakyRelu(0.2)".
struct NativeMembers {
    let library: Library
    let machine: Machine

    init(_ library: Library, _ machine: Machine) {
        self.library = library
        self.machine = machine
    }

    /// The type and the name of a value; the name of one made from a text begins with a quotation mark.
    func spelling(of reference: UInt64) -> (owner: String, text: String)? {
        for (owner, type) in library.table.types.sorted(by: { $0.key < $1.key }) {
            // A value of another type cannot be described.
            guard let description = type.nativeDescription, let own = try? description(reference) else { continue }
            let kind = HeapObject.block(reference)[2]
            func isIt(_ other: UInt64) -> Bool {
                guard other != 0, HeapObject.block(other)[2] == kind else { return false }
                if let a = HeapObject.native(reference, as: Loss.self), let b = HeapObject.native(other, as: Loss.self) {
                    return Self.parts(of: a.pointee) == Self.parts(of: b.pointee)
                }
                if let equality = type.nativeEquality { return (try? equality(reference, other)) ?? false }
                return (try? description(other)) == own
            }
            for declaration in library.table.declarations where declaration.owner == owner && declaration.isStatic && declaration.text.contains("var ") {
                guard let other = try? value(owner: owner, text: declaration.name) else { continue }
                defer { HeapObject.release(other) }
                if isIt(other) { return (owner, declaration.name) }
            }
            if let other = try? value(owner: owner, text: "\"" + own) {
                defer { HeapObject.release(other) }
                if isIt(other) { return (owner, "\"" + own) }
            }
        }
        return nil
    }

    /// All that a value is made of: the name alone does not tell probabilities from logits.
    private static func parts(of loss: Loss) -> [String] {
        Mirror(reflecting: loss).children.map { "\($0.value)" }
    }

    /// The value of that name.
    func value(owner: String, text: String) throws -> UInt64 {
        var argument: UInt64 = 0
        var result: UInt64 = 0
        if text.hasPrefix("\"") {
            guard let declaration = library.table.declarations(named: "init", of: owner).first(where: { $0.text.contains("stringLiteral") }),
                case .native(let function) = declaration.implementation
            else { throw SnapshotFailure(reason: "'\(owner)' has no value '\(text.dropFirst())'") }
            argument = HeapObject.makeString(String(text.dropFirst()))
            defer { HeapObject.release(argument) }
            try machine.invoke(function, arguments: &argument, argumentSlots: 1, result: &result, resultSlots: 1)
            return result
        }
        guard let declaration = library.table.declarations(named: text, of: owner).first(where: { $0.isStatic && $0.text.contains("var ") }),
            case .native(let function) = declaration.implementation
        else { throw SnapshotFailure(reason: "'\(owner)' has no value '\(text)'") }
        try machine.invoke(function, arguments: &argument, argumentSlots: 0, result: &result, resultSlots: 1)
        return result
    }
}
