/// Where a case's payload lies in an enum's slots: scalars from slot 1 on, references after the room for scalars.
struct EnumShape {
    let name: String
    let payload: [Type.TupleElement]
    /// The enum's slot for each slot of the payload's values, one after the other.
    let slots: [Int]

    init(_ type: Type, case index: Int) {
        guard let nominal = type.nominal, nominal.cases.indices.contains(index) else {
            name = ""
            payload = []
            slots = []
            return
        }
        let types = Substitution(nominal.genericParameters, type.arguments)
        let enumCase = nominal.cases[index]
        name = enumCase.name
        payload = enumCase.payload.map {
            Type.TupleElement(label: $0.label, type: $0.type.substituting(types))
        }
        var scalar = 1
        var reference = type.layout.references.first ?? type.layout.count
        var slots: [Int] = []
        for element in payload {
            for isReference in element.type.layout.isReference {
                if isReference {
                    slots.append(reference)
                    reference += 1
                } else {
                    slots.append(scalar)
                    scalar += 1
                }
            }
        }
        self.slots = slots
    }
}
