extension StandardLibrary {
    /// `Hasher`, for a cell's own `hash(into:)`.
    func declareHashing() {
        table.add(Declaration("struct Hasher", documentation: "Mixes values into a number.", example: "var hasher = Hasher()\nhasher.combine(1)\nprint(hasher.finalize() == hasher.finalize())", implementation: .type(NominalType(name: "Hasher", form: .native))))
        native(on: "Hasher", "init()", "With nothing mixed in.", NativeFunction("Hasher.init") { () -> HasherValue in HasherValue(box: HasherBox()) })
        native(on: "Hasher", "func combine<H: Hashable>(_ value: H)", "Mixes a value in.", NativeFunction(name: "combine", isInout: [false, false]) { frame in
            let box = try HasherValue.load(frame.arguments).box
            var hasher = box.hasher
            try frame.machine.hash(UnsafePointer(frame.arguments + 1), frame.typeArguments[0], into: &hasher)
            box.hasher = hasher
        })
        native(on: "Hasher", "func finalize() -> Int", "The number.", NativeFunction("finalize") { (hasher: HasherValue) -> Int in Int(truncatingIfNeeded: hasher.box.hasher.finalize()) })
        native(on: "Hashable", "var hashValue: Int { get }", "A number that equal values share; the same in every session.", "print(\"a\".hashValue == \"a\".hashValue)", NativeFunction(name: "hashValue", isInout: [false]) { frame in
            var hasher = CellHasher()
            let type = frame.typeArguments[0]
            try frame.machine.hash(UnsafePointer(frame.arguments), type, into: &hasher)
            Int(truncatingIfNeeded: hasher.finalize()).store(frame.result.advanced(by: 0))
        })
        native(on: "Hashable", "func hash(into hasher: inout Hasher)", "Mixes the value into a hasher.", NativeFunction(name: "hash", isInout: [false, true]) { frame in
            let type = frame.typeArguments[0]
            let address = Slots(bitPattern: UInt(frame.arguments[type.layout.count])).unsafelyUnwrapped
            let box = try HasherValue.load(address).box
            var hasher = box.hasher
            try frame.machine.hash(UnsafePointer(frame.arguments), type, into: &hasher)
            box.hasher = hasher
        })
    }
}
