import CMachine

/// What the instruction `fixedFunction` does: an operation on integers of one type.
struct FixedFunction {
    let kind: FixedKind
    let width: Int
    let swaps: Bool

    /// nil where the operation is not one on integers of a fixed width.
    init?(_ operation: Operation, _ type: Type) {
        guard operation.isFixed,
            let width = NominalType.integers.firstIndex(where: { $0 === type.nominal })
        else { return nil }
        self.width = width
        swaps = operation == .fixedGreater || operation == .fixedGreaterEqual
        switch operation {
        case .fixedAdd: kind = .add
        case .fixedSubtract: kind = .subtract
        case .fixedMultiply: kind = .multiply
        case .fixedDivide: kind = .divide
        case .fixedRemainder: kind = .remainder
        case .fixedNegate: kind = .negate
        case .fixedAddWrapping: kind = .addWrapping
        case .fixedSubtractWrapping: kind = .subtractWrapping
        case .fixedMultiplyWrapping: kind = .multiplyWrapping
        case .fixedNot: kind = .not
        case .fixedShiftLeft: kind = .shiftLeft
        case .fixedShiftRight: kind = .shiftRight
        case .fixedLess, .fixedGreater: kind = .less
        default: kind = .lessEqual
        }
    }

    var code: Int { kind.rawValue << 4 | width }

    /// The operation of Int, where the type is Int or behaves as Int does.
    static func plain(_ operation: Operation, _ type: Type) -> Operation {
        guard operation.isFixed, let nominal = type.nominal else { return operation }
        let isInt = nominal === NominalType.int || nominal.name == "Int64"
        let compares = isInt || nominal.isSignedInteger || ["UInt8", "UInt16", "UInt32"].contains(nominal.name)
        switch operation {
        case .fixedAdd where isInt: return .intAdd
        case .fixedSubtract where isInt: return .intSubtract
        case .fixedMultiply where isInt: return .intMultiply
        case .fixedDivide where isInt: return .intDivide
        case .fixedRemainder where isInt: return .intRemainder
        case .fixedNegate where isInt: return .intNegate
        case .fixedAddWrapping where isInt: return .intAddWrapping
        case .fixedSubtractWrapping where isInt: return .intSubtractWrapping
        case .fixedMultiplyWrapping where isInt: return .intMultiplyWrapping
        case .fixedNot where isInt: return .intNot
        case .fixedShiftLeft where isInt: return .intShiftLeft
        case .fixedShiftRight where isInt: return .intShiftRight
        case .fixedLess where compares: return .intLess
        case .fixedLessEqual where compares: return .intLessEqual
        case .fixedGreater where compares: return .intGreater
        case .fixedGreaterEqual where compares: return .intGreaterEqual
        default: return operation
        }
    }
}

extension Operation {
    var isFixed: Bool { rawValue >= Self.fixedAdd.rawValue && rawValue <= Self.fixedGreaterEqual.rawValue }
}

extension FixedFunction {
    /// What there is to say when the function of an instruction failed; nil for other instructions.
    static func fault(_ word: UInt64, _ fp: Slots) -> RuntimeFault? {
        guard UInt8(truncatingIfNeeded: word) == Opcode.fixedFunction.rawValue,
            let kind = FixedKind(rawValue: Word.x(word) >> 4)
        else { return nil }
        let (left, right) = (fp[Word.b(word)], fp[Word.c(word)])
        // In the order of `NominalType.integers`.
        return switch Word.x(word) & 15 {
        case 0: fault(Int.self, kind, left, right)
        case 1: fault(Int8.self, kind, left, right)
        case 2: fault(Int16.self, kind, left, right)
        case 3: fault(Int32.self, kind, left, right)
        case 4: fault(Int64.self, kind, left, right)
        case 5: fault(UInt.self, kind, left, right)
        case 6: fault(UInt8.self, kind, left, right)
        case 7: fault(UInt16.self, kind, left, right)
        case 8: fault(UInt32.self, kind, left, right)
        default: fault(UInt64.self, kind, left, right)
        }
    }

    private static func fault<Value: FixedWidthInteger>(
        _ type: Value.Type, _ kind: FixedKind, _ left: UInt64, _ right: UInt64
    ) -> RuntimeFault {
        let (a, b) = (Value(truncatingIfNeeded: left), Value(truncatingIfNeeded: right))
        func overflow(_ symbol: String) -> RuntimeFault {
            RuntimeFault(
                .overflow, "arithmetic overflow: \(a) \(symbol) \(b) does not fit \(type)",
                help: "use '&\(symbol)' to keep the lowest bits")
        }
        switch kind {
        case .add: return overflow("+")
        case .subtract: return overflow("-")
        case .multiply: return overflow("*")
        case .divide, .remainder:
            let symbol = kind == .remainder ? "%" : "/"
            if b == 0 {
                return RuntimeFault(.divisionByZero, "division by zero: \(a) \(symbol) 0")
            }
            return RuntimeFault(
                .overflow, "arithmetic overflow: \(a) \(symbol) \(b) does not fit \(type)")
        default:
            return RuntimeFault(.overflow, "arithmetic overflow: -(\(a)) does not fit \(type)")
        }
    }
}
