import CMachine
import Language
import Testing

/// The instructions that are written in C, one by one, against Swift's own arithmetic.
@Suite struct MachineInstructionTests {
    /// Runs one instruction with b and c in registers 1 and 2; gives register 0 and why the run ended.
    private func run(_ opcode: Opcode, x: Int = 0, _ b: UInt64, _ c: UInt64) -> (UInt64, Trap) {
        let code = [UInt64(opcode.rawValue) | UInt64(x) << 8 | 1 << 32 | 2 << 48, UInt64(Opcode.halt.rawValue)]
        var slots: [UInt64] = [0xdead, b, c]
        var flag: Int32 = 0
        return code.withUnsafeBufferPointer { code in
            slots.withUnsafeMutableBufferPointer { slots in
                withUnsafePointer(to: &flag) { flag in
                    var run = RunState(
                        pc: code.baseAddress!, fp: slots.baseAddress!, depthLeft: 10, word: 0, flag: flag,
                        limit: slots.baseAddress! + 3)
                    let trap = runInstructions(&run)
                    return (slots[0], trap)
                }
            }
        }
    }

    private func edges<Value: FixedWidthInteger>(_: Value.Type) -> [Value] {
        let near: [Value] = [.min, .min &+ 1, .max, .max &- 1, 0, 1, 2, 3, 7, 8, 15, 16, 31, 32, 63, 64, 65, 100]
        return near + (Value.isSigned ? near.map { 0 &- $0 } : [])
    }

    private func check<Value: FixedWidthInteger>(_: Value.Type, _ place: Int) {
        for a in edges(Value.self) {
            for b in edges(Value.self) {
                func expect(
                    _ kind: FixedKind, _ value: @autoclosure () -> Value?, or trap: Trap = .overflow,
                    _ line: Int = #line
                ) {
                    let (slot, ended) = run(
                        .fixedFunction, x: kind.rawValue << 4 | place, UInt64(truncatingIfNeeded: a),
                        UInt64(truncatingIfNeeded: b))
                    if let value = value() {
                        #expect(
                            ended == .halt && slot == UInt64(truncatingIfNeeded: value),
                            "\(Value.self) \(a) \(kind) \(b), line \(line)")
                    } else {
                        #expect(ended == trap && slot == 0xdead, "\(Value.self) \(a) \(kind) \(b), line \(line)")
                    }
                }
                func kept(_ outcome: (partialValue: Value, overflow: Bool)) -> Value? {
                    outcome.overflow ? nil : outcome.partialValue
                }
                expect(.add, kept(a.addingReportingOverflow(b)))
                expect(.subtract, kept(a.subtractingReportingOverflow(b)))
                expect(.multiply, kept(a.multipliedReportingOverflow(by: b)))
                expect(.divide, b == 0 ? nil : kept(a.dividedReportingOverflow(by: b)), or: b == 0 ? .division : .overflow)
                expect(
                    .remainder, b == 0 ? nil : kept(a.remainderReportingOverflow(dividingBy: b)),
                    or: b == 0 ? .division : .overflow)
                expect(.negate, kept((0 as Value).subtractingReportingOverflow(a)))
                expect(.addWrapping, a &+ b)
                expect(.subtractWrapping, a &- b)
                expect(.multiplyWrapping, a &* b)
                expect(.not, ~a)
                expect(.shiftLeft, a << b)
                expect(.shiftRight, a >> b)
                expect(.less, a < b ? 1 : 0)
                expect(.lessEqual, a <= b ? 1 : 0)
            }
        }
    }

    @Test func integersOfAWidth() {
        check(Int.self, 0)
        check(Int8.self, 1)
        check(Int16.self, 2)
        check(Int32.self, 3)
        check(Int64.self, 4)
        check(UInt.self, 5)
        check(UInt8.self, 6)
        check(UInt16.self, 7)
        check(UInt32.self, 8)
        check(UInt64.self, 9)
    }

    @Test func integers() {
        for a in edges(Int.self) {
            for b in edges(Int.self) {
                func expect(_ opcode: Opcode, _ value: Int?, or trap: Trap = .overflow) {
                    let (slot, ended) = run(opcode, UInt64(bitPattern: Int64(a)), UInt64(bitPattern: Int64(b)))
                    #expect(ended == (value == nil ? trap : .halt), "\(a) \(opcode) \(b)")
                    #expect(slot == value.map { UInt64(bitPattern: Int64($0)) } ?? 0xdead, "\(a) \(opcode) \(b)")
                }
                func kept(_ outcome: (partialValue: Int, overflow: Bool)) -> Int? {
                    outcome.overflow ? nil : outcome.partialValue
                }
                expect(.intAdd, kept(a.addingReportingOverflow(b)))
                expect(.intSubtract, kept(a.subtractingReportingOverflow(b)))
                expect(.intMultiply, kept(a.multipliedReportingOverflow(by: b)))
                expect(.intDivide, b == 0 ? nil : kept(a.dividedReportingOverflow(by: b)), or: b == 0 ? .division : .overflow)
                expect(
                    .intRemainder, b == 0 ? nil : kept(a.remainderReportingOverflow(dividingBy: b)),
                    or: b == 0 ? .division : .overflow)
                expect(.intNegate, kept((0).subtractingReportingOverflow(a)))
                expect(.intAbs, a == .min ? nil : abs(a))
                expect(.intMin, min(a, b))
                expect(.intMax, max(a, b))
                expect(.intShiftLeft, a << b)
                expect(.intShiftRight, a >> b)
                expect(.intLess, a < b ? 1 : 0)
                expect(.intLessEqual, a <= b ? 1 : 0)
            }
        }
    }

    @Test func decimals() {
        let edges: [Double] = [
            0, -0.0, 1, -1, 0.5, -0.5, 1.5, 2.5, .infinity, -.infinity, .nan, 1e300, -1e300, .leastNonzeroMagnitude, 0.1,
            9_223_372_036_854_775_807, -9_223_372_036_854_775_808, -9_223_372_036_854_777_856, 4_294_967_296.75,
        ]
        for a in edges {
            let whole = run(.doubleToInt, a.bitPattern, 0)
            #expect(whole.1 == (Int(exactly: a.rounded(.towardZero)) == nil ? .conversion : .halt), "\(a)")
            if let value = Int(exactly: a.rounded(.towardZero)) { #expect(whole.0 == UInt64(bitPattern: Int64(value))) }
            for b in edges {
                func expect(_ opcode: Opcode, x: Int = 0, _ value: Double) {
                    let (slot, ended) = run(opcode, x: x, a.bitPattern, b.bitPattern)
                    let isSame = slot == value.bitPattern || (value.isNaN && Double(bitPattern: slot).isNaN)
                    #expect(ended == .halt && isSame, "\(a) \(opcode) \(x) \(b)")
                }
                expect(.doubleAdd, a + b)
                expect(.doubleSubtract, a - b)
                expect(.doubleMultiply, a * b)
                expect(.doubleDivide, a / b)
                expect(.doubleMin, min(a, b))
                expect(.doubleMax, max(a, b))
                expect(.doubleAbs, abs(a))
                expect(.doubleNegate, -a)
                expect(.doubleSquareRoot, a.squareRoot())
                func function(_ function: DoubleFunction, _ value: Double) {
                    expect(.doubleFunction, x: function.rawValue, value)
                }
                function(.floor, a.rounded(.down))
                function(.ceil, a.rounded(.up))
                function(.round, a.rounded())
                function(.trunc, a.rounded(.towardZero))
                function(.remainder, a.truncatingRemainder(dividingBy: b))
                #expect(run(.doubleLess, a.bitPattern, b.bitPattern).0 == (a < b ? 1 : 0))
                #expect(run(.doubleLessEqual, a.bitPattern, b.bitPattern).0 == (a <= b ? 1 : 0))
                #expect(run(.doubleEqual, a.bitPattern, b.bitPattern).0 == (a == b ? 1 : 0))
                #expect(run(.doubleNotEqual, a.bitPattern, b.bitPattern).0 == (a != b ? 1 : 0))
            }
        }
    }

    /// What C knows of memory is what Swift says of it.
    @Test func wordsOfBlocks() {
        #expect(Int(vj_word_elements) == HeapObject.arrayHeaderWords)
        #expect(Int(vj_word_captures) == HeapObject.closureHeaderWords)
        #expect(Int(vj_word_type) == HeapObject.typedHeaderWords - 1)
        #expect(Int(vj_word_references) == 0)
        #expect(Int(vj_word_count) == HeapObject.headerWords)
        #expect(Int(vj_word_capacity) == HeapObject.headerWords + 1)
        #expect(Int(vj_layout_slots) * 8 == MemoryLayout<LayoutDescriptor>.offset(of: \.slots))
        #expect(Int(vj_layout_reference_count) * 8 == MemoryLayout<LayoutDescriptor>.offset(of: \.referenceCount))
        #expect(Int(vj_entry_code) * 8 == MemoryLayout<CodeEntry>.offset(of: \.code))
        #expect(Int(vj_entry_closure_register) * 8 == MemoryLayout<CodeEntry>.offset(of: \.closureRegister))
    }
}
