/// Values as text, as Swift prints them.
extension Machine {
    /// - Parameter debug: as `debugPrint` and nested values show it: strings in quotes.
    package func describe(
        _ slots: UnsafePointer<UInt64>, _ type: Type, debug: Bool
    ) throws -> String {
        var text = ""
        try describe(slots, type, isNested: debug, into: &text)
        return text
    }

    func describe(
        _ slots: UnsafePointer<UInt64>, _ type: Type, isNested: Bool, into text: inout String
    ) throws {
        switch type.kind {
        case .tuple(let elements):
            try describeElements(
                elements.map { ($0.label, $0.type) }, slots, "", into: &text)
        case .function:
            text += "(Function)"
        case .existential:
            if slots[0] == 0 {
                text += "nil"
            } else {
                let (type, payload) = HeapObject.existential(at: slots)
                try describe(payload, type, isNested: isNested, into: &text)
            }
        case .metatype:
            let type = Unmanaged<Type>.fromOpaque(HeapObject.pointer(slots[0])).takeUnretainedValue()
            text += isNested ? type.qualifiedDescription : type.shortDescription
        case .never, .error, .parameter:
            break
        case .nominal(let nominal, _) where nominal.form.isReference && slots[0] != 0
            && HeapObject.type(HeapObject.block(slots[0])) !== type:
            // An object of a class below says itself how it prints.
            try describe(slots, HeapObject.type(HeapObject.block(slots[0])), isNested: isNested, into: &text)
        case .nominal(let nominal, let arguments):
            try describe(slots, type, nominal, arguments, isNested, into: &text)
        }
    }

    private func describe(
        _ slots: UnsafePointer<UInt64>, _ type: Type, _ nominal: NominalType, _ arguments: [Type],
        _ isNested: Bool, into text: inout String
    ) throws {
        if let conduct = nominal.conduct {
            return try conduct.describe(self, slots, type, isNested, &text)
        }
        if !nominal.witnesses.isEmpty, let witnesses = nominal.witnesses[type],
            let function = (isNested ? witnesses.debugDescription : nil) ?? witnesses.description
                ?? witnesses.debugDescription
        {
            var result: UInt64 = 0
            try call(
                function, arguments: slots, argumentCount: type.layout.count, result: &result,
                resultCount: 1)
            defer { HeapObject.release(result) }
            text += HeapObject.string(result)
            return
        }
        switch nominal.form {
        case .int: text += String(Int.load(slots))
        // As `print` and an interpolation have it; `description` does not tell the sign of NaN.
        case .double: text += Double.load(slots).debugDescription
        case .float: text += Float.load(slots).debugDescription
        case .bool: text += slots[0] != 0 ? "true" : "false"
        case .fixedInteger(_, let isSigned):
            text += isSigned ? String(Int64(bitPattern: slots[0])) : String(slots[0])
        case .string:
            let string = HeapObject.string(slots[0])
            text += isNested ? string.debugDescription : string
        case .character:
            let string = HeapObject.string(slots[0])
            text += isNested ? (string.first ?? " ").debugDescription : string
        case .optional:
            if slots[0] == 0 {
                text += "nil"
            } else {
                text += "Optional("
                let isTagged = type.layout.count != arguments[0].layout.count
                try describe(
                    isTagged ? slots + 1 : slots, arguments[0], isNested: true, into: &text)
                text += ")"
            }
        case .array:
            let (elements, count) = HeapObject.array(slots[0])
            let stride = arguments[0].layout.count
            text += "["
            for index in 0..<count {
                if index > 0 { text += ", " }
                try describe(elements + index * stride, arguments[0], isNested: true, into: &text)
            }
            text += "]"
        case .dictionary, .set:
            let isSet = arguments.count == 1
            if isSet, isNested { text += "Set(" }
            try describeDictionary(slots[0], arguments, isSet: isSet, into: &text)
            if isSet, isNested { text += ")" }
        case .range, .closedRange:
            if isNested { text += nominal.name + "(" }
            try describe(slots, arguments[0], isNested: isNested, into: &text)
            if case .closedRange = nominal.form { text += "..." } else { text += "..<" }
            try describe(
                slots + arguments[0].layout.count, arguments[0], isNested: isNested, into: &text)
            if isNested { text += ")" }
        case .partialRangeFrom, .partialRangeUpTo, .partialRangeThrough:
            text += isNested ? "\(type.qualifiedDescription)(" : "\(nominal.name)<\(arguments[0].shortDescription)>("
            if case .partialRangeFrom = nominal.form {
                text += "lowerBound: "
            } else {
                text += "upperBound: "
            }
            try describe(slots, arguments[0], isNested: true, into: &text)
            text += ")"
        case .structure:
            try describeElements(
                type.fields.map { ($0.name, $0.type) }, slots,
                isNested ? type.qualifiedDescription : type.shortDescription, into: &text)
        case .reference:
            text += HeapObject.type(HeapObject.block(slots[0])).qualifiedDescription
        case .enumeration:
            try describeCase(slots, type, isNested: isNested, into: &text)
        case .native:
            if let description = nominal.nativeDescription {
                text += try description(slots[0])
            } else {
                text += nominal.name
            }
        case .protocolType:
            text += nominal.name
        }
    }

    private func describeElements(
        _ elements: [(label: String, type: Type)], _ slots: UnsafePointer<UInt64>, _ head: String,
        into text: inout String
    ) throws {
        text += head + "("
        var slots = slots
        for (index, element) in elements.enumerated() {
            if index > 0 { text += ", " }
            if !element.label.isEmpty { text += element.label + ": " }
            try describe(slots, element.type, isNested: true, into: &text)
            slots += element.type.layout.count
        }
        text += ")"
    }

    private func describeCase(
        _ slots: UnsafePointer<UInt64>, _ type: Type, isNested: Bool, into text: inout String
    ) throws {
        let shape = EnumShape(type, case: Int(truncatingIfNeeded: slots[0]))
        text += isNested ? "\(type.qualifiedDescription).\(shape.name)" : shape.name
        if shape.payload.isEmpty { return }
        // A payload that is one tuple is shown as the tuple.
        let whole = shape.payload.count == 1 && shape.payload[0].label.isEmpty ? shape.payload[0].type.tupleElements : nil
        let parts = whole.flatMap { $0.isEmpty ? nil : $0 } ?? shape.payload
        try shape.withPayload(of: slots) {
            try describeElements(
                parts.map { ($0.label, $0.type) }, $0, "", into: &text)
        }
    }
}
