internal import Glibc

/// What numbers of all kinds offer, written once for each protocol of them.
extension StandardLibrary {
    func declareNumbers() {
        declareConversions()
        declareIntegers()
        declareFloatingPoint()
        source(on: "Bool", "mutating func toggle() {\n self = !self\n}", "true becomes false, false becomes true.", "var on = true\non.toggle()\nprint(on)")
        source(on: "Bool", "init(_ value: Bool) {\n self = value\n}", "The value itself.")
        native(on: "Bool", "init?(_ text: String)", "true or false as a text says, or nil.", "print(Bool(\"true\") ?? false)", NativeFunction("Bool.init") { (text: String) -> Bool? in Bool(text) })
    }

    // MARK: Conversions

    private func declareConversions() {
        operation(on: "Int", "init(_ value: Double)", "The whole part of a number; an error where it is NaN, infinite or too large.", "print(Int(3.9))", .doubleToInt)
        operation(on: "Int", "init(_ value: Float)", "The whole part of a number.", "print(Int(Float(2.5)))", .floatToInt)
        source(on: "Int", "init(_ value: Int) {\n self = value\n}", "The number itself.")
        for (type, toDouble, fromInt) in [("Double", Operation.floatToDouble, Operation.intToDouble), ("Float", .doubleToFloat, .intToFloat)] {
            let other = type == "Double" ? "Float" : "Double"
            operation(on: type, "init(_ value: Int)", "The number as a \(type).", "print(\(type)(3))", fromInt)
            operation(on: type, "init(_ value: \(other))", "The number as a \(type).", "print(\(type)(\(other)(0.5)))", toDouble)
            source(on: type, "init(_ value: \(type)) {\n self = value\n}", "The number itself.")
        }
        let integer = "FixedWidthInteger"
        func convert(_ text: String, _ documentation: String, _ example: String = "", on owner: String = "FixedWidthInteger", _ body: @escaping (Type, Type, UInt64) throws -> UInt64?) {
            native(on: owner, text, documentation, example, NativeFunction(name: "init", isInout: [false]) { frame in
                let (target, source) = (frame.typeArguments[0], frame.typeArguments[1])
                let value = try body(target, source, frame.arguments[0])
                if text.hasPrefix("init?") {
                    frame.result[0] = value == nil ? 0 : 1
                    frame.result[1] = value ?? 0
                } else {
                    frame.result[0] = value ?? 0
                }
            })
        }
        convert("init<T: BinaryInteger>(_ value: T)", "The number; an error where it does not fit.", "print(UInt8(200))") { target, source, slot in
            let value = IntegerValue.load(slot, source)
            guard let fitting = IntegerValue.store(value, target) else { throw IntegerValue.misfit("\(value)", target) }
            return fitting
        }
        convert("init<T: BinaryFloatingPoint>(_ value: T)", "The whole part of a number; an error where it is NaN, infinite or too large.", "print(UInt8(3.9))") { target, source, slot in
            let value = FloatingValue.load(slot, source).rounded(.towardZero)
            guard let whole = Int128(exactly: value), let fitting = IntegerValue.store(whole, target) else { throw IntegerValue.misfit(FloatingValue.text(slot, source), target) }
            return fitting
        }
        convert("init?<T: BinaryInteger>(exactly value: T)", "The number, or nil where it does not fit.", "print(UInt8(exactly: 300) ?? 0)") { target, source, slot in
            IntegerValue.store(IntegerValue.load(slot, source), target)
        }
        convert("init?<T: BinaryFloatingPoint>(exactly value: T)", "The number, or nil where it is not whole or does not fit.", "print(Int(exactly: 2.5) ?? 0)") { target, source, slot in
            Int128(exactly: FloatingValue.load(slot, source)).flatMap { IntegerValue.store($0, target) }
        }
        convert("init<T: BinaryInteger>(truncatingIfNeeded value: T)", "The number's lowest bits.", "print(UInt8(truncatingIfNeeded: 300))") { target, source, slot in
            IntegerValue.truncate(IntegerValue.load(slot, source), target)
        }
        convert("init<T: BinaryInteger>(clamping value: T)", "The number, or the nearest one that fits.", "print(UInt8(clamping: 300))") { target, source, slot in
            let (low, high) = IntegerValue.limits(target)
            return IntegerValue.store(min(max(IntegerValue.load(slot, source), low), high), target)
        }
        convert("init<T: BinaryInteger>(bitPattern value: T)", "The number of the same bits.", "print(Int8(bitPattern: UInt8(255)))") { target, source, slot in
            IntegerValue.truncate(IntegerValue.load(slot, source), target)
        }
        native(on: integer, "init?<S: StringProtocol>(_ text: S)", "The number that the digits say, or nil where they say none.", "print(Int(\"42\") ?? 0)", NativeFunction(name: "init", isInout: [false]) { frame in
            let value = Int128(try TextValue.load(frame.arguments).text, radix: 10).flatMap { IntegerValue.store($0, frame.typeArguments[0]) }
            frame.result[0] = value == nil ? 0 : 1
            frame.result[1] = value ?? 0
        })
        native(on: "UInt8", "init(ascii scalar: Unicode.Scalar)", "The code of a character of ASCII; an error for another one.", "print(UInt8(ascii: \"A\"))", NativeFunction("UInt8.init") { (scalar: ScalarValue) throws -> UInt8 in
            guard scalar.scalar.isASCII else { throw RuntimeFault(.precondition, "'\(scalar.scalar)' is not a character of ASCII") }
            return UInt8(scalar.scalar.value)
        })
        native(on: integer, "init?<S: StringProtocol>(_ text: S, radix: Int)", "The number that the digits say in a base from 2 to 36, or nil where they say none.", "print(Int(\"ff\", radix: 16) ?? 0)", NativeFunction(name: "init", isInout: [false, false]) { frame in
            let radix = Int.load(frame.arguments + 1)
            guard (2...36).contains(radix) else { throw RuntimeFault(.precondition, "the radix must be from 2 to 36, not \(radix)") }
            let value = Int128(try TextValue.load(frame.arguments).text, radix: radix).flatMap { IntegerValue.store($0, frame.typeArguments[0]) }
            frame.result[0] = value == nil ? 0 : 1
            frame.result[1] = value ?? 0
        })
        for type in ["Double", "Float"] {
            let isDouble = type == "Double"
            func store(_ value: Double) -> UInt64 { isDouble ? value.bitPattern : UInt64(Float(value).bitPattern) }
            native(on: type, "init<T: BinaryInteger>(_ value: T)", "The number as a \(type).", NativeFunction(name: "\(type).init", isInout: [false]) { frame in
                let value = IntegerValue.load(frame.arguments[0], frame.typeArguments[0])
                frame.result[0] = isDouble ? Double(value).bitPattern : UInt64(Float(value).bitPattern)
            })
            native(on: type, "init?<T: BinaryInteger>(exactly value: T)", "The number, or nil where it cannot be said exactly.", "print(\(type)(exactly: 3) ?? 0)", NativeFunction(name: "\(type).init", isInout: [false]) { frame in
                let value = IntegerValue.load(frame.arguments[0], frame.typeArguments[0])
                if isDouble { Double(exactly: value).store(frame.result) } else { Float(exactly: value).store(frame.result) }
            })
            native(on: type, "init?<S: StringProtocol>(_ text: S)", "The number that the text says, or nil where it says none.", "print(\(type)(\"2.5\") ?? 0)", NativeFunction("\(type).init") { (text: TextValue) -> CellNumber? in
                isDouble ? Double(text.text).map { CellNumber(bits: $0.bitPattern) } : Float(text.text).map { CellNumber(bits: UInt64($0.bitPattern)) }
            })
            native(on: type, "init(sign: FloatingPointSign, exponent: Int, significand: \(type))", "significand · 2^exponent, with a sign.", "print(\(type)(sign: .minus, exponent: 3, significand: 1.5))", NativeFunction(name: "\(type).init", isInout: [false, false, false]) { frame in
                let sign: FloatingPointSign = frame.arguments[0] == 0 ? .plus : .minus
                let exponent = min(max(Int.load(frame.arguments + 1), -10_000), 10_000)
                if isDouble {
                    Double(sign: sign, exponent: exponent, significand: Double.load(frame.arguments + 2)).store(frame.result)
                } else {
                    Float(sign: sign, exponent: exponent, significand: Float.load(frame.arguments + 2)).store(frame.result)
                }
            })
            source(on: type, "init(signOf sign: \(type), magnitudeOf magnitude: \(type)) {\n self = (sign.sign == .minus) == (magnitude.sign == .minus) ? magnitude : -magnitude\n}", "One number's sign with another's magnitude.")
        }
        native(on: "Double", "init(bitPattern: UInt64)", "The number of those bits.", NativeFunction("Double.init") { (bits: CellNumber) -> CellNumber in bits })
        native(on: "Float", "init(bitPattern: UInt32)", "The number of those bits.", NativeFunction("Float.init") { (bits: CellNumber) -> CellNumber in bits })
        native(on: "Double", "var bitPattern: UInt64 { get }", "The number's bits.", NativeFunction("bitPattern") { (bits: CellNumber) -> CellNumber in bits })
        native(on: "Float", "var bitPattern: UInt32 { get }", "The number's bits.", NativeFunction("bitPattern") { (bits: CellNumber) -> CellNumber in bits })
    }

    // MARK: Integers

    private func declareIntegers() {
        func integer(_ text: String, _ documentation: String, _ example: String = "") {
            source(on: "FixedWidthInteger", text, documentation, example)
        }
        /// What is worked out from the value and its type.
        func computed(_ text: String, _ documentation: String, _ example: String = "", _ body: @escaping (Int128, Type) -> Int128) {
            native(on: "FixedWidthInteger", text, documentation, example, NativeFunction(name: "property", isInout: text.hasPrefix("static") ? [] : [false]) { frame in
                let type = frame.typeArguments[0]
                let value = text.hasPrefix("static") ? 0 : IntegerValue.load(frame.arguments[0], type)
                frame.result[0] = UInt64(truncatingIfNeeded: body(value, type))
            })
        }
        computed("static var max: Self { get }", "The largest number.", "print(Int.max, UInt8.max)") { _, type in IntegerValue.limits(type).1 }
        computed("static var min: Self { get }", "The least number.", "print(Int.min, Int8.min)") { _, type in IntegerValue.limits(type).0 }
        computed("static var bitWidth: Int { get }", "How many bits a number has.", "print(Int16.bitWidth)") { _, type in Int128(IntegerValue.bits(type)) }
        computed("static var zero: Self { get }", "0.", "print(Int.zero)") { _, _ in 0 }
        source(on: "BinaryInteger", "var words: [UInt] {\n [UInt(truncatingIfNeeded: self)]\n}", "The number's bits in pieces as wide as UInt, the lowest first.", "print(Array((-1).words))")
        computed("var bitWidth: Int { get }", "How many bits the number has.") { _, type in Int128(IntegerValue.bits(type)) }
        computed("var nonzeroBitCount: Int { get }", "How many bits are 1.", "print(UInt8(7).nonzeroBitCount)") { value, type in Int128(IntegerValue.pattern(value, type).nonzeroBitCount) }
        computed("var leadingZeroBitCount: Int { get }", "How many bits in front of the first 1 are 0.", "print(UInt8(1).leadingZeroBitCount)") { value, type in Int128(IntegerValue.pattern(value, type).leadingZeroBitCount - (64 - IntegerValue.bits(type))) }
        computed("var trailingZeroBitCount: Int { get }", "How many bits behind the last 1 are 0.", "print(8.trailingZeroBitCount)") { value, type in Int128(min(IntegerValue.pattern(value, type).trailingZeroBitCount, IntegerValue.bits(type))) }
        computed("var byteSwapped: Self { get }", "The number with its bytes turned round.", "print(UInt16(1).byteSwapped)") { value, type in
            Int128(truncatingIfNeeded: IntegerValue.truncate(Int128(IntegerValue.pattern(value, type).byteSwapped >> UInt64(64 - IntegerValue.bits(type))), type))
        }
        integer("var bigEndian: Self {\n byteSwapped\n}", "The number's bytes, the highest first.", "print(UInt16(1).bigEndian)")
        integer("var littleEndian: Self {\n self\n}", "The number's bytes, the lowest first: as they lie on this machine.", "print(UInt16(1).littleEndian)")
        integer("init(bigEndian value: Self) {\n self = value.byteSwapped\n}", "From bytes with the highest first.", "print(UInt16(bigEndian: 256))")
        integer("init(littleEndian value: Self) {\n self = value\n}", "From bytes with the lowest first.", "print(UInt16(littleEndian: 256))")
        integer("func isMultiple(of other: Self) -> Bool {\n other == 0 ? self == 0 : self % other == 0\n}", "Whether the number can be divided by `other` without a rest.", "print(10.isMultiple(of: 5))")
        integer("func quotientAndRemainder(dividingBy other: Self) -> (quotient: Self, remainder: Self) {\n (quotient: self / other, remainder: self % other)\n}", "Quotient and rest of a division.", "print(17.quotientAndRemainder(dividingBy: 5))")
        integer("func signum() -> Self {\n self > 0 ? 1 : self == 0 ? 0 : 0 - 1\n}", "−1, 0 or 1.", "print((-5).signum())")
        integer("func advanced(by n: Int) -> Self {\n self + Self(n)\n}", "The number so many further.", "print(3.advanced(by: 2))")
        integer("func distance(to other: Self) -> Int {\n Int(other) - Int(self)\n}", "How far another number is.", "print(3.distance(to: 5))")
        source(on: "UnsignedInteger", "var magnitude: Self {\n self\n}", "The number itself.")
        for type in NominalType.integers where type.isSignedInteger {
            let unsigned = type.name == "Int" ? "UInt" : "U" + type.name
            source(on: type.name, "var magnitude: \(unsigned) {\n self < 0 ? 0 &- \(unsigned)(truncatingIfNeeded: self) : \(unsigned)(self)\n}", "The number without its sign.", type.name == "Int" ? "print((-5).magnitude)" : "")
        }
        source(on: "SignedInteger", "mutating func negate() {\n self = -self\n}", "Changes the sign.")
        native(on: "FixedWidthInteger", "var description: String { get }", "The number's digits.", NativeFunction(name: "description", isInout: [false]) { frame in
            "\(IntegerValue.load(frame.arguments[0], frame.typeArguments[0]))".store(frame.result)
        })
        for (name, label, operation) in [
            ("adding", "_", { @Sendable (a: Int128, b: Int128) -> Int128? in a + b }), ("subtracting", "_", { @Sendable (a: Int128, b: Int128) -> Int128? in a - b }), ("multiplied", "by", { @Sendable (a: Int128, b: Int128) -> Int128? in a.multipliedReportingOverflow(by: b).partialValue }),
            ("divided", "by", { @Sendable (a: Int128, b: Int128) -> Int128? in b == 0 ? nil : a / b }), ("remainder", "dividingBy", { @Sendable (a: Int128, b: Int128) -> Int128? in b == 0 ? nil : a % b }),
        ] {
            native(on: "FixedWidthInteger", "func \(name)ReportingOverflow(\(label) other: Self) -> (partialValue: Self, overflow: Bool)", "The result's lowest bits, and whether it did not fit.", "print(UInt8(200).addingReportingOverflow(100))", NativeFunction(name: name, isInout: [false, false]) { frame in
                let type = frame.typeArguments[0]
                let left = IntegerValue.load(frame.arguments[0], type)
                let right = IntegerValue.load(frame.arguments[1], type)
                // The product of two numbers of 64 bits may need more than 128 with a sign: only whether it fits counts.
                let isLarge = name == "multiplied" && left.multipliedReportingOverflow(by: right).overflow
                let value = operation(left, right)
                frame.result[0] = value.map { IntegerValue.truncate($0, type) } ?? frame.arguments[0]
                frame.result[1] = value == nil || isLarge || IntegerValue.store(value ?? 0, type) == nil ? 1 : 0
            })
        }
        native(on: "FixedWidthInteger", "func multipliedFullWidth(by other: Self) -> (high: Self, low: Self.Magnitude)", "The whole product, in two halves.", NativeFunction(name: "multipliedFullWidth", isInout: [false, false]) { frame in
            let type = frame.typeArguments[0]
            let bits = IntegerValue.bits(type)
            let (left, right) = (IntegerValue.load(frame.arguments[0], type), IntegerValue.load(frame.arguments[1], type))
            let product = left.multipliedReportingOverflow(by: right).partialValue
            let pattern = UInt128(truncatingIfNeeded: product)
            frame.result[0] = IntegerValue.truncate(Int128(truncatingIfNeeded: type.nominal?.isSignedInteger ?? true ? UInt128(bitPattern: product >> Int128(bits)) : pattern >> UInt128(bits)), type)
            frame.result[1] = UInt64(truncatingIfNeeded: pattern) & (bits == 64 ? .max : (1 << UInt64(bits)) - 1)
        })
        native(on: "FixedWidthInteger", "func dividingFullWidth(_ dividend: (high: Self, low: Self.Magnitude)) -> (quotient: Self, remainder: Self)", "The quotient and the remainder of a number of twice the width, given in two halves, by this one.", "print(UInt8(10).dividingFullWidth((high: 1, low: 4)))", NativeFunction(name: "dividingFullWidth", isInout: [false, false]) { frame in
            let type = frame.typeArguments[0]
            let bits = Int128(IntegerValue.bits(type))
            let divisor = IntegerValue.load(frame.arguments[0], type)
            guard divisor != 0 else { throw RuntimeFault(.divisionByZero, "division by zero in dividingFullWidth") }
            let high = IntegerValue.load(frame.arguments[1], type)
            let low = UInt128(frame.arguments[2]) & ((1 << UInt128(bits)) - 1)
            let quotient: Int128?
            let remainder: Int128
            if type.nominal?.isUnsignedInteger ?? false {
                let whole = UInt128(truncatingIfNeeded: high) << UInt128(bits) | low
                let parts = whole.quotientAndRemainder(dividingBy: UInt128(truncatingIfNeeded: divisor))
                (quotient, remainder) = (Int128(exactly: parts.quotient), Int128(truncatingIfNeeded: parts.remainder))
            } else {
                let whole = high << bits | Int128(truncatingIfNeeded: low)
                let parts = whole.dividedReportingOverflow(by: divisor)
                (quotient, remainder) = (parts.overflow ? nil : parts.partialValue, whole.remainderReportingOverflow(dividingBy: divisor).partialValue)
            }
            guard let quotient, let slot = IntegerValue.store(quotient, type) else { throw RuntimeFault(.overflow, "the quotient does not fit \(type)") }
            frame.result[0] = slot
            frame.result[1] = UInt64(truncatingIfNeeded: remainder)
        })
        for (name, isLeft) in [("<<", true), (">>", false)] {
            for prefix in ["", "&"] {
                native("func \(prefix)\(name) <A: FixedWidthInteger, B: BinaryInteger>(_ left: A, _ right: B) -> A", "The bits moved to the \(isLeft ? "left" : "right").", NativeFunction(name: name, isInout: [false, false]) { frame in
                    let (type, other) = (frame.typeArguments[0], frame.typeArguments[1])
                    let value = IntegerValue.load(frame.arguments[0], type)
                    var count = IntegerValue.load(frame.arguments[1], other)
                    if !prefix.isEmpty { count &= Int128(IntegerValue.bits(type) - 1) }
                    let moved = isLeft ? count : -count
                    frame.result[0] = IntegerValue.truncate(moved >= 128 ? 0 : moved >= 0 ? value << moved : value >> -moved, type)
                })
            }
        }
        declareIntegerOperators()
    }

    /// Operators as functions, for `reduce(0, +)` and `sorted(by: >)`.
    private func declareIntegerOperators() {
        for (name, operation) in [
            ("+", Operation.fixedAdd), ("-", .fixedSubtract), ("*", .fixedMultiply), ("/", .fixedDivide), ("%", .fixedRemainder), ("&+", .fixedAddWrapping), ("&-", .fixedSubtractWrapping), ("&*", .fixedMultiplyWrapping),
            ("&", .intAnd), ("|", .intOr), ("^", .intXor),
        ] {
            self.operation("func \(name) <T: FixedWidthInteger>(_ left: T, _ right: T) -> T", "`left \(name) right`.", operation)
        }
        for (name, operation) in [("<", Operation.fixedLess), ("<=", .fixedLessEqual), (">", .fixedGreater), (">=", .fixedGreaterEqual)] {
            self.operation("func \(name) <T: FixedWidthInteger>(_ left: T, _ right: T) -> Bool", "Whether `left \(name) right`.", operation)
        }
        for (name, double, float) in [("+", Operation.doubleAdd, Operation.floatAdd), ("-", .doubleSubtract, .floatSubtract), ("*", .doubleMultiply, .floatMultiply), ("/", .doubleDivide, .floatDivide)] {
            operation("func \(name) (_ left: Double, _ right: Double) -> Double", "`left \(name) right`.", double)
            operation("func \(name) (_ left: Float, _ right: Float) -> Float", "`left \(name) right`.", float)
        }
        for (name, double, float) in [("<", Operation.doubleLess, Operation.floatLess), ("<=", .doubleLessEqual, .floatLessEqual), (">", .doubleGreater, .floatGreater), (">=", .doubleGreaterEqual, .floatGreaterEqual)] {
            operation("func \(name) (_ left: Double, _ right: Double) -> Bool", "Whether `left \(name) right`.", double)
            operation("func \(name) (_ left: Float, _ right: Float) -> Bool", "Whether `left \(name) right`.", float)
        }
        for type in NominalType.integers.map(\.name) {
            if !type.hasPrefix("U") { operation("func - (_ number: \(type)) -> \(type)", "The number with the other sign.", type == "Int" ? .intNegate : .fixedNegate) }
            operation("func ~ (_ number: \(type)) -> \(type)", "The number with every bit changed.", type == "Int" ? .intNot : .fixedNot)
        }
        operation("func - (_ number: Double) -> Double", "The number with the other sign.", .doubleNegate)
        operation("func - (_ number: Float) -> Float", "The number with the other sign.", .floatNegate)
        operation("func ! (_ condition: Bool) -> Bool", "Whether it is not so.", .boolNot)
        for (name, isNegated) in [("==", false), ("!=", true)] {
            native("func \(name) <T: Equatable>(_ left: T, _ right: T) -> Bool", "Whether both are \(isNegated ? "different" : "equal").", NativeFunction(name: "structural", isInout: [false, false]) { frame in
                let type = frame.typeArguments[0]
                (try frame.machine.equal(UnsafePointer(frame.arguments), UnsafePointer(frame.arguments + type.layout.count), type) != isNegated).store(frame.result)
            })
        }
        source("func abs<T: SignedNumeric & Comparable>(_ x: T) -> T {\n x < 0 ? -x : x\n}", "The number without its sign.")
    }

    // MARK: Double and Float

    private func declareFloatingPoint() {
        func member(_ text: String, _ documentation: String, _ example: String = "") {
            source(on: "FloatingPoint", text, documentation, example)
        }
        member("var magnitude: Self {\n self.sign == .minus ? -self : self\n}", "The number without its sign.", "print((-2.5).magnitude)")
        member("var isNaN: Bool {\n self != self\n}", "Whether it is not a number.", "print((0.0 / 0).isNaN)")
        member("var isFinite: Bool {\n self - self == 0\n}", "Whether it is neither infinite nor NaN.", "print(1.0.isFinite)")
        member("var isInfinite: Bool {\n self == self && self - self != 0\n}", "Whether it is infinite.", "print(Double.infinity.isInfinite)")
        member("var isZero: Bool {\n self == 0\n}", "Whether it is 0.", "print(0.0.isZero)")
        member("mutating func negate() {\n self = -self\n}", "Changes the sign.")
        member("func isLess(than other: Self) -> Bool {\n self < other\n}", "Whether it is less.")
        member("func isEqual(to other: Self) -> Bool {\n self == other\n}", "Whether it is equal.")
        member("func advanced(by n: Self) -> Self {\n self + n\n}", "The number so much further.")
        member("func distance(to other: Self) -> Self {\n other - self\n}", "How far another number is.")
        member("mutating func round() {\n self = rounded()\n}", "Becomes the nearest whole number.", "var x = 2.6\nx.round()\nprint(x)")
        member("mutating func round(_ rule: FloatingPointRoundingRule) {\n self = rounded(rule)\n}", "Becomes a whole number by a rule.")
        member("mutating func formSquareRoot() {\n self = squareRoot()\n}", "Becomes its square root.")
        member("mutating func formTruncatingRemainder(dividingBy other: Self) {\n self = truncatingRemainder(dividingBy: other)\n}", "Becomes the rest of a division.")
        enumeration("FloatingPointSign", ["plus", "minus"], "The sign of a number.", "print((-1.5).sign)")
        let classes = ["signalingNaN", "quietNaN", "negativeInfinity", "negativeNormal", "negativeSubnormal", "negativeZero", "positiveZero", "positiveSubnormal", "positiveNormal", "positiveInfinity"]
        enumeration("FloatingPointClassification", classes, "What kind of number it is.", "print((0.0).floatingPointClass)")
        let kinds = "  if isNaN { return isSignalingNaN ? .signalingNaN : .quietNaN }\n" + [("isInfinite", "Infinity"), ("isNormal", "Normal"), ("isZero", "Zero")].map { "  if \($0) { return sign == .minus ? .negative\($1) : .positive\($1) }\n" }.joined()
        member("var isSubnormal: Bool {\n isFinite && !isZero && !isNormal\n}", "Whether it is so small that it has fewer digits than others.", "print(5e-324.isSubnormal)")
        member("var floatingPointClass: FloatingPointClassification {\n\(kinds)  return sign == .minus ? .negativeSubnormal : .positiveSubnormal\n}", "What kind of number it is: zero, normal, infinite, not a number.", "print((0.0).floatingPointClass, Double.infinity.floatingPointClass)")
        func computed(_ text: String, _ documentation: String, _ example: String = "", double: @escaping (Double, Double) -> Double, float: @escaping (Float, Float) -> Float) {
            let count = text.hasPrefix("static") ? 0 : text.contains("other:") ? 2 : 1
            native(on: "FloatingPoint", text, documentation, example, NativeFunction(name: "property", isInout: Array(repeating: false, count: count)) { frame in
                func slot(_ index: Int) -> UInt64 { index < count ? frame.arguments[index] : 0 }
                if frame.typeArguments[0] === Type.double {
                    frame.result[0] = double(Double(bitPattern: slot(0)), Double(bitPattern: slot(1))).bitPattern
                } else {
                    frame.result[0] = UInt64(float(Float(bitPattern: UInt32(truncatingIfNeeded: slot(0))), Float(bitPattern: UInt32(truncatingIfNeeded: slot(1)))).bitPattern)
                }
            })
        }
        computed("static var pi: Self { get }", "π, rounded towards 0.", "print(Double.pi)", double: { _, _ in .pi }, float: { _, _ in .pi })
        computed("static var infinity: Self { get }", "Infinity.", "print(Double.infinity)", double: { _, _ in .infinity }, float: { _, _ in .infinity })
        computed("static var nan: Self { get }", "Not a number.", "print(Double.nan)", double: { _, _ in .nan }, float: { _, _ in .nan })
        computed("static var signalingNaN: Self { get }", "Not a number, in the form that is meant to be noticed.", "print(Double.signalingNaN.isNaN)", double: { _, _ in .signalingNaN }, float: { _, _ in .signalingNaN })
        computed("static var zero: Self { get }", "0.", "print(Double.zero)", double: { _, _ in 0 }, float: { _, _ in 0 })
        computed("static var greatestFiniteMagnitude: Self { get }", "The largest finite number.", "print(Double.greatestFiniteMagnitude)", double: { _, _ in .greatestFiniteMagnitude }, float: { _, _ in .greatestFiniteMagnitude })
        computed("static var leastNormalMagnitude: Self { get }", "The smallest normal number above 0.", "print(Double.leastNormalMagnitude)", double: { _, _ in .leastNormalMagnitude }, float: { _, _ in .leastNormalMagnitude })
        computed("static var leastNonzeroMagnitude: Self { get }", "The smallest number above 0.", "print(Double.leastNonzeroMagnitude)", double: { _, _ in .leastNonzeroMagnitude }, float: { _, _ in .leastNonzeroMagnitude })
        computed("static var ulpOfOne: Self { get }", "The distance from 1 to the next number.", "print(Double.ulpOfOne)", double: { _, _ in .ulpOfOne }, float: { _, _ in .ulpOfOne })
        computed("var ulp: Self { get }", "The distance to the next number.", "print(1.0.ulp)", double: { x, _ in x.ulp }, float: { x, _ in x.ulp })
        computed("var binade: Self { get }", "The number with 1 as its significand.", "print(10.5.binade)", double: { x, _ in x.binade }, float: { x, _ in x.binade })
        computed("var nextUp: Self { get }", "The next greater number.", double: { x, _ in x.nextUp }, float: { x, _ in x.nextUp })
        computed("var nextDown: Self { get }", "The next lesser number.", double: { x, _ in x.nextDown }, float: { x, _ in x.nextDown })
        computed("var significand: Self { get }", "The number divided by its power of two.", double: { x, _ in x.significand }, float: { x, _ in x.significand })
        computed("func truncatingRemainder(dividingBy other: Self) -> Self", "The rest of a division, with the sign of the number.", "print(7.5.truncatingRemainder(dividingBy: 2))", double: { $0.truncatingRemainder(dividingBy: $1) }, float: { $0.truncatingRemainder(dividingBy: $1) })
        computed("func remainder(dividingBy other: Self) -> Self", "The rest of a division that is rounded to the nearest.", "print(7.5.remainder(dividingBy: 2))", double: { $0.remainder(dividingBy: $1) }, float: { $0.remainder(dividingBy: $1) })
        for name in ["minimum", "maximum"] {
            let isMinimum = name == "minimum"
            native(on: "Double", "static func \(name)(_ x: Double, _ y: Double) -> Double", "The \(isMinimum ? "lesser" : "greater") of two numbers, NaN not counted.", "print(Double.\(name)(1, 2))", NativeFunction(name) { (x: Double, y: Double) -> Double in isMinimum ? .minimum(x, y) : .maximum(x, y) })
        }
        operation(on: "Double", "func squareRoot() -> Double", "√x; NaN for negative numbers.", "print(2.0.squareRoot())", .doubleSquareRoot)
        native(on: "Float", "func squareRoot() -> Float", "√x; NaN for negative numbers.", "print(Float(2).squareRoot())", NativeFunction("Float.squareRoot") { (x: Float) -> Float in x.squareRoot() })
        operation(on: "Double", "func rounded() -> Double", "The nearest whole number, halves away from 0.", "print(2.5.rounded())", .doubleRound)
        native(on: "Float", "func rounded() -> Float", "The nearest whole number, halves away from 0.", NativeFunction("Float.rounded") { (x: Float) -> Float in x.rounded() })
        enumeration("FloatingPointRoundingRule", RoundingRule.names, "How a number is rounded.", "print(2.5.rounded(.toNearestOrEven))")
        native(on: "Double", "func rounded(_ rule: FloatingPointRoundingRule) -> Double", "Rounded by a rule: `.up`, `.down`, `.towardZero`, `.toNearestOrEven`, `.toNearestOrAwayFromZero`.", "print(2.1.rounded(.up))", NativeFunction("Double.rounded") { (x: Double, rule: RoundingRule) -> Double in x.rounded(rule.rule) })
        native(on: "Float", "func rounded(_ rule: FloatingPointRoundingRule) -> Float", "Rounded by a rule.", NativeFunction("Float.rounded") { (x: Float, rule: RoundingRule) -> Float in x.rounded(rule.rule) })
        native(on: "FloatingPoint", "var sign: FloatingPointSign { get }", "Whether the sign is + or −.", NativeFunction(name: "sign", isInout: [false]) { frame in
            frame.result[0] = frame.arguments[0] >> (frame.typeArguments[0] === Type.double ? 63 : 31) & 1
        })
        native(on: "FloatingPoint", "var exponent: Int { get }", "The number's power of two.", "print(10.0.exponent)", NativeFunction(name: "exponent", isInout: [false]) { frame in
            let value = FloatingValue.load(frame.arguments[0], frame.typeArguments[0])
            // Of 0 the least number, of infinity and NaN the greatest, as Swift has it.
            Int(value.exponent).store(frame.result)
        })
        native(on: "FloatingPoint", "var isNormal: Bool { get }", "Whether it is neither 0, tiny, infinite nor NaN.", NativeFunction(name: "isNormal", isInout: [false]) { frame in
            (frame.typeArguments[0] === Type.double ? Double.load(frame.arguments).isNormal : Float.load(frame.arguments).isNormal).store(frame.result)
        })
        native(on: "FloatingPoint", "var description: String { get }", "The number as `print` shows it.", NativeFunction(name: "description", isInout: [false]) { frame in
            FloatingValue.text(frame.arguments[0], frame.typeArguments[0]).store(frame.result)
        })
        native(on: "FloatingPoint", "var isSignalingNaN: Bool { get }", "Whether it is NaN in the form that is meant to be noticed.", "print(Double.nan.isSignalingNaN)", NativeFunction(name: "isSignalingNaN", isInout: [false]) { frame in
            (frame.typeArguments[0] === Type.double ? Double.load(frame.arguments).isSignalingNaN : Float.load(frame.arguments).isSignalingNaN).store(frame.result)
        })
        native(on: "FloatingPoint", "var debugDescription: String { get }", "The number as an array shows it: with the sign of NaN.", "print((-Double.nan).debugDescription)", NativeFunction(name: "debugDescription", isInout: [false]) { frame in
            (frame.typeArguments[0] === Type.double ? Double.load(frame.arguments).debugDescription : Float.load(frame.arguments).debugDescription).store(frame.result)
        })
        for (type, text) in [("Double", "Double"), ("Float", "Float")] {
            native(on: type, "func addingProduct(_ a: \(text), _ b: \(text)) -> \(text)", "The number and a product, rounded once.", "print(1.0.addingProduct(2, 3))", type == "Double"
                ? NativeFunction("addingProduct") { (x: Double, a: Double, b: Double) -> Double in x.addingProduct(a, b) }
                : NativeFunction("addingProduct") { (x: Float, a: Float, b: Float) -> Float in x.addingProduct(a, b) })
        }
    }
}

/// A rounding rule as a value of the language: a case of an enum.
struct RoundingRule: CellValue {
    private static let rules: [(name: String, rule: FloatingPointRoundingRule)] = [
        ("toNearestOrAwayFromZero", .toNearestOrAwayFromZero), ("toNearestOrEven", .toNearestOrEven), ("up", .up), ("down", .down),
        ("towardZero", .towardZero), ("awayFromZero", .awayFromZero),
    ]
    static var names: [String] { rules.map(\.name) }

    let index: Int
    var rule: FloatingPointRoundingRule { Self.rules[index].rule }

    static var cellLayout: Layout { .scalar }
    static func load(_ slots: UnsafePointer<UInt64>) throws -> RoundingRule { RoundingRule(index: Int.load(slots)) }
    func store(_ slots: UnsafeMutablePointer<UInt64>) { index.store(slots) }
}

/// A number's slot, whatever it means.
struct CellNumber: CellValue {
    let bits: UInt64

    static var cellLayout: Layout { .scalar }
    static func load(_ slots: UnsafePointer<UInt64>) throws -> CellNumber { CellNumber(bits: slots[0]) }
    func store(_ slots: UnsafeMutablePointer<UInt64>) { slots[0] = bits }
}

/// Integers of any width, by their type.
enum IntegerValue {
    static func load(_ slot: UInt64, _ type: Type) -> Int128 {
        type.nominal?.isUnsignedInteger ?? false ? Int128(slot) : Int128(Int64(bitPattern: slot))
    }

    static func bits(_ type: Type) -> Int {
        if case .fixedInteger(let bits, _)? = type.nominal?.form { bits } else { 64 }
    }

    static func limits(_ type: Type) -> (Int128, Int128) {
        let bits = Int128(bits(type))
        return type.nominal?.isUnsignedInteger ?? false
            ? (0, (1 << bits) - 1) : (-(1 << (bits - 1)), (1 << (bits - 1)) - 1)
    }

    /// The slot, or nil where the number does not fit.
    static func store(_ value: Int128, _ type: Type) -> UInt64? {
        let (low, high) = limits(type)
        return value >= low && value <= high ? UInt64(truncatingIfNeeded: value) : nil
    }

    /// The number's lowest bits as a slot of the type has them.
    static func truncate(_ value: Int128, _ type: Type) -> UInt64 {
        let unused = UInt64(64 - bits(type))
        let bits = UInt64(truncatingIfNeeded: value) << unused
        return type.nominal?.isUnsignedInteger ?? false
            ? bits >> unused : UInt64(bitPattern: Int64(bitPattern: bits) >> Int64(unused))
    }

    /// The number's own bits, without its sign's extension.
    static func pattern(_ value: Int128, _ type: Type) -> UInt64 {
        let bits = bits(type)
        return UInt64(truncatingIfNeeded: value) & (bits == 64 ? .max : (1 << UInt64(bits)) - 1)
    }

    static func misfit(_ value: String, _ type: Type) -> RuntimeFault {
        let (low, high) = limits(type)
        return RuntimeFault(
            .conversion, "\(value) does not fit \(type), which goes from \(low) to \(high)",
            help: "use '\(type)(exactly:)', '\(type)(clamping:)' or '\(type)(truncatingIfNeeded:)'")
    }
}

/// Double and Float, by their type.
enum FloatingValue {
    static func load(_ slot: UInt64, _ type: Type) -> Double {
        type === Type.float
            ? Double(Float(bitPattern: UInt32(truncatingIfNeeded: slot))) : Double(bitPattern: slot)
    }

    static func text(_ slot: UInt64, _ type: Type) -> String {
        type === Type.float
            ? Float(bitPattern: UInt32(truncatingIfNeeded: slot)).description : Double(bitPattern: slot).description
    }
}
