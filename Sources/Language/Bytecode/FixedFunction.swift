/// What the instruction `fixedFunction` does: an operation on integers of one type.
struct FixedFunction {
    enum Kind: Int {
        case add, subtract, multiply, divide, remainder, negate
        case addWrapping, subtractWrapping, multiplyWrapping
        case not, shiftLeft, shiftRight, less, lessEqual
    }

    let kind: Kind
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

extension Machine {
    @inline(never)
    static func fixedFunction(
        _ code: Int, _ result: Slots, _ left: UInt64, _ right: UInt64
    ) -> (any Error)? {
        // In the order of `NominalType.integers`.
        switch code & 15 {
        case 0: fixed(Int.self, code >> 4, result, left, right)
        case 1: fixed(Int8.self, code >> 4, result, left, right)
        case 2: fixed(Int16.self, code >> 4, result, left, right)
        case 3: fixed(Int32.self, code >> 4, result, left, right)
        case 4: fixed(Int64.self, code >> 4, result, left, right)
        case 5: fixed(UInt.self, code >> 4, result, left, right)
        case 6: fixed(UInt8.self, code >> 4, result, left, right)
        case 7: fixed(UInt16.self, code >> 4, result, left, right)
        case 8: fixed(UInt32.self, code >> 4, result, left, right)
        default: fixed(UInt64.self, code >> 4, result, left, right)
        }
    }

    @inline(__always)
    private static func fixed<Value: FixedWidthInteger>(
        _ type: Value.Type, _ kind: Int, _ result: Slots, _ left: UInt64, _ right: UInt64
    ) -> (any Error)? {
        let a = Value(truncatingIfNeeded: left)
        let b = Value(truncatingIfNeeded: right)
        func overflow(_ symbol: String) -> any Error {
            RuntimeFault(
                .overflow, "arithmetic overflow: \(a) \(symbol) \(b) does not fit \(type)",
                help: "use '&\(symbol)' to keep the lowest bits")
        }
        let outcome: (partialValue: Value, overflow: Bool)
        switch FixedFunction.Kind(rawValue: kind) {
        case .add:
            outcome = a.addingReportingOverflow(b)
            if outcome.overflow { return overflow("+") }
        case .subtract:
            outcome = a.subtractingReportingOverflow(b)
            if outcome.overflow { return overflow("-") }
        case .multiply:
            outcome = a.multipliedReportingOverflow(by: b)
            if outcome.overflow { return overflow("*") }
        case .divide, .remainder:
            let isRemainder = kind == FixedFunction.Kind.remainder.rawValue
            if b == 0 {
                return RuntimeFault(
                    .divisionByZero, "division by zero: \(a) \(isRemainder ? "%" : "/") 0")
            }
            outcome =
                isRemainder
                ? a.remainderReportingOverflow(dividingBy: b) : a.dividedReportingOverflow(by: b)
            if outcome.overflow {
                return RuntimeFault(
                    .overflow,
                    "arithmetic overflow: \(a) \(isRemainder ? "%" : "/") \(b) does not fit \(type)")
            }
        case .negate:
            outcome = (0 as Value).subtractingReportingOverflow(a)
            if outcome.overflow {
                return RuntimeFault(.overflow, "arithmetic overflow: -(\(a)) does not fit \(type)")
            }
        case .addWrapping: outcome = (a &+ b, false)
        case .subtractWrapping: outcome = (a &- b, false)
        case .multiplyWrapping: outcome = (a &* b, false)
        case .not: outcome = (~a, false)
        case .shiftLeft: outcome = (a << b, false)
        case .shiftRight: outcome = (a >> b, false)
        case .less:
            result[0] = a < b ? 1 : 0
            return nil
        case .lessEqual, nil:
            result[0] = a <= b ? 1 : 0
            return nil
        }
        result[0] = UInt64(truncatingIfNeeded: outcome.partialValue)
        return nil
    }
}
