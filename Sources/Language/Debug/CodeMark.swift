/// Where a statement begins in code made for a debugger.
struct CodeMark {
    /// Offset of the `mark` instruction.
    let offset: Int
    let range: SourceRange
    let variables: [DebugVariable]
}

/// A variable that is in sight at a mark, and where it is.
struct DebugVariable {
    enum Place {
        case register, box, address
    }

    let name: String
    let type: Type
    let register: Int
    let place: Place

    init(_ variable: Variable, at home: FunctionCompiler.Home) {
        name = variable.name
        type = variable.type
        switch home {
        case .register(let register): (self.register, place) = (register, .register)
        case .box(let register): (self.register, place) = (register, .box)
        case .address(let register): (self.register, place) = (register, .address)
        }
    }

    /// Where its value is while a frame is held; nil where it has none yet.
    func slots(in frame: Slots) -> Slots? {
        let slots: Slots
        switch place {
        case .register: slots = frame + register
        case .box:
            guard frame[register] != 0 else { return nil }
            slots = HeapObject.block(frame[register]) + HeapObject.headerWords
        case .address:
            guard frame[register] != 0 else { return nil }
            slots = Machine.slots(frame[register])
        }
        // A reference that is not there yet is 0; of optionals it may be.
        if type.isOptional { return slots }
        return type.layout.references.contains { slots[$0] == 0 && !type.isEnumeration } ? nil : slots
    }
}

extension Type {
    fileprivate var isOptional: Bool { if case .optional? = nominal?.form { true } else { false } }
    fileprivate var isEnumeration: Bool { if case .enumeration? = nominal?.form { true } else { false } }
}
