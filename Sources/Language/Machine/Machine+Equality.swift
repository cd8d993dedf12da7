/// Equality and hashing by a value's type, element by element.
extension Machine {
    package func equal(
        _ left: UnsafePointer<UInt64>, _ right: UnsafePointer<UInt64>, _ type: Type
    ) throws -> Bool {
        switch type.kind {
        case .tuple(let elements):
            return try equal(elements.map(\.type), left, right)
        case .existential:
            if left[0] == right[0] { return true }
            if left[0] == 0 || right[0] == 0 { return false }
            let (leftType, leftSlots) = HeapObject.existential(at: left)
            let (rightType, rightSlots) = HeapObject.existential(at: right)
            return try leftType === rightType && equal(leftSlots, rightSlots, leftType)
        case .function:
            return left[0] == right[0]
        case .metatype:
            return left[0] == right[0]
        case .never, .error, .parameter:
            return true
        case .nominal(let nominal, let arguments):
            return try equal(left, right, type, nominal, arguments)
        }
    }

    private func equal(
        _ types: [Type], _ left: UnsafePointer<UInt64>, _ right: UnsafePointer<UInt64>
    ) throws -> Bool {
        var offset = 0
        for type in types {
            if try !equal(left + offset, right + offset, type) { return false }
            offset += type.layout.count
        }
        return true
    }

    private func equal(
        _ left: UnsafePointer<UInt64>, _ right: UnsafePointer<UInt64>, _ type: Type,
        _ nominal: NominalType, _ arguments: [Type]
    ) throws -> Bool {
        if let conduct = nominal.conduct, let equal = conduct.equal {
            return try equal(self, left, right, type)
        }
        if !nominal.witnesses.isEmpty, let function = nominal.witnesses[type]?.equality {
            let count = type.layout.count
            let both = (0..<count).map { left[$0] } + (0..<count).map { right[$0] }
            var result: UInt64 = 0
            try both.withUnsafeBufferPointer { buffer in
                guard let base = buffer.baseAddress else { return }
                try call(
                    function, arguments: base, argumentCount: both.count, result: &result,
                    resultCount: 1)
            }
            return result != 0
        }
        switch nominal.form {
        case .int, .bool, .fixedInteger:
            return left[0] == right[0]
        case .double:
            return Double.load(left) == Double.load(right)
        case .float:
            return Float.load(left) == Float.load(right)
        case .string, .character:
            return HeapObject.areEqualTexts(left[0], right[0])
        case .optional:
            if left[0] == 0 || right[0] == 0 { return left[0] == right[0] }
            let isTagged = type.layout.count != arguments[0].layout.count
            return try equal(isTagged ? left + 1 : left, isTagged ? right + 1 : right, arguments[0])
        case .array:
            let (leftElements, leftCount) = HeapObject.array(left[0])
            let (rightElements, rightCount) = HeapObject.array(right[0])
            if leftCount != rightCount { return false }
            if left[0] == right[0], arguments[0].layout.references.isEmpty,
                arguments[0].nominal === NominalType.int
            {
                return true
            }
            let stride = arguments[0].layout.count
            for index in 0..<leftCount
            where try !equal(
                leftElements + index * stride, rightElements + index * stride, arguments[0])
            {
                return false
            }
            return true
        case .dictionary, .set:
            return try equalDictionaries(left[0], right[0], arguments)
        case .range, .closedRange:
            return try equal([arguments[0], arguments[0]], left, right)
        case .partialRangeFrom, .partialRangeUpTo, .partialRangeThrough:
            return try equal(left, right, arguments[0])
        case .structure:
            return try equal(type.fields.map(\.type), left, right)
        case .reference:
            return left[0] == right[0]
        case .enumeration:
            if left[0] != right[0] { return false }
            let shape = EnumShape(type, case: Int(truncatingIfNeeded: left[0]))
            if shape.payload.isEmpty { return true }
            return try shape.withPayload(of: left) { a in
                try shape.withPayload(of: right) { b in
                    try equal(shape.payload.map(\.type), a, b)
                }
            }
        case .native, .protocolType:
            if let equality = nominal.nativeEquality { return try equality(left[0], right[0]) }
            return left[0] == right[0]
        }
    }
}
