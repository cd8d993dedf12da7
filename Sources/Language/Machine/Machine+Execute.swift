import Synchronization

/// Where a run is.
struct RunState {
    var pc: UnsafePointer<UInt64>
    var fp: Slots
    var depthLeft: Int
}

/// Why the loop was left; what there is to say about it is worked out from the instruction.
enum Trap {
    case none, overflow, division, shift, index, range, unwrap, conversion
    case recursion, stack, interrupt, error, thrown, unreachable, pause
}

extension Machine {
    /// Runs from a function's entry until it returns.
    ///
    /// Everything hot is a local: the program counter, the frame, the depth left and the limits. Neither a class's
    /// property, nor an array, nor a reference-counted value is touched on the straight path.
    func execute(_ entry: UnsafeMutablePointer<CodeEntry>, frame: Slots) throws {
        let flag = interruptFlag
        // Any frame fits behind it, so that its size need not be looked up.
        let limit = stack + (stackSlots &- Self.largestFrame)
        let state = state
        let startDepth = state.pointee.depth
        defer { state.pointee.depth = startDepth }
        let recursionLimit = state.pointee.recursionLimit
        var depthLeft = recursionLimit &- startDepth &- 1
        var pc = UnsafePointer<UInt64>(entry.pointee.code)
        var fp = frame
        frame[-2] = UInt64(UInt(bitPattern: haltCode))
        frame[-1] = UInt64(UInt(bitPattern: frame))
        var pending: (any Error)?
        while true {
            var trap = Trap.none
            var word: UInt64 = 0
            dispatch: while true {
                word = pc.pointee
                pc += 1
                switch unsafeBitCast(UInt8(truncatingIfNeeded: word), to: Opcode.self) {
                case .halt:
                    return
                case .unreachable:
                    trap = .unreachable
                    break dispatch

                // MARK: Moving
                case .move:
                    fp[Word.a(word)] = fp[Word.b(word)]
                case .move2:
                    let first = fp[Word.b(word)]
                    let second = fp[Word.b(word) &+ 1]
                    fp[Word.a(word)] = first
                    fp[Word.a(word) &+ 1] = second
                case .moveN:
                    (fp + Word.a(word)).update(from: fp + Word.b(word), count: Word.c(word))
                case .copy:
                    let reference = fp[Word.b(word)]
                    HeapObject.retain(reference)
                    fp[Word.a(word)] = reference
                case .loadInt:
                    fp[Word.a(word)] = UInt64(truncatingIfNeeded: Word.wide(word))
                case .loadWord:
                    fp[Word.a(word)] = pc.pointee
                    pc += 1
                case .zero:
                    let start = fp + Word.a(word)
                    for index in 0..<Word.b(word) { start[index] = 0 }
                case .retain:
                    HeapObject.retain(fp[Word.a(word)])
                case .release:
                    if let block = Slots(bitPattern: UInt(fp[Word.a(word)])) {
                        let count = block[0] &- 1
                        block[0] = count
                        if count == 0 {
                            fp[Word.a(word)] = 0
                            if let error = destroy(
                                block, top: fp + Word.c(word), depth: recursionLimit &- depthLeft)
                            {
                                pending = error
                                trap = .error
                                break dispatch
                            }
                        }
                    }
                case .releaseN:
                    if let error = release(
                        fp + Word.a(word), count: Word.b(word), backwards: Word.x(word) == 1,
                        top: fp + Word.c(word), depth: recursionLimit &- depthLeft)
                    {
                        pending = error
                        trap = .error
                        break dispatch
                    }
                case .load:
                    fp[Word.a(word)] = Self.slots(fp[Word.b(word)])[Word.c(word)]
                case .loadRetained:
                    let value = Self.slots(fp[Word.b(word)])[Word.c(word)]
                    HeapObject.retain(value)
                    fp[Word.a(word)] = value
                case .loadN:
                    (fp + Word.a(word)).update(
                        from: Self.slots(fp[Word.b(word)]) + Word.c(word), count: Word.x(word))
                case .store:
                    Self.slots(fp[Word.a(word)])[Word.c(word)] = fp[Word.b(word)]
                case .storeN:
                    (Self.slots(fp[Word.a(word)]) + Word.c(word)).update(
                        from: fp + Word.b(word), count: Word.x(word))
                case .loadGlobal:
                    fp[Word.a(word)] = Self.slots(pc.pointee)[0]
                    pc += 1
                case .storeGlobal:
                    Self.slots(pc.pointee)[0] = fp[Word.a(word)]
                    pc += 1
                case .address:
                    fp[Word.a(word)] = UInt64(UInt(bitPattern: fp + Word.b(word)))
                case .offset:
                    fp[Word.a(word)] =
                        fp[Word.b(word)] &+ UInt64(truncatingIfNeeded: Word.c(word) &* 8)

                // MARK: Jumps
                case .jump:
                    if flag.pointee.load(ordering: .relaxed) != 0 {
                        trap = .interrupt
                        break dispatch
                    }
                    pc += Word.wide(word)
                case .jumpIfTrue:
                    if fp[Word.a(word)] != 0 {
                        if flag.pointee.load(ordering: .relaxed) != 0 {
                            trap = .interrupt
                            break dispatch
                        }
                        pc += Word.wide(word)
                    }
                case .jumpIfFalse:
                    if fp[Word.a(word)] == 0 {
                        if flag.pointee.load(ordering: .relaxed) != 0 {
                            trap = .interrupt
                            break dispatch
                        }
                        pc += Word.wide(word)
                    }
                case .jumpIntEqual:
                    if fp[Word.a(word)] == fp[Word.b(word)] {
                        if flag.pointee.load(ordering: .relaxed) != 0 {
                            trap = .interrupt
                            break dispatch
                        }
                        pc += Word.signedC(word)
                    }
                case .jumpIntNotEqual:
                    if fp[Word.a(word)] != fp[Word.b(word)] {
                        if flag.pointee.load(ordering: .relaxed) != 0 {
                            trap = .interrupt
                            break dispatch
                        }
                        pc += Word.signedC(word)
                    }
                case .jumpIntLess:
                    if Self.int(fp, Word.a(word)) < Self.int(fp, Word.b(word)) {
                        if flag.pointee.load(ordering: .relaxed) != 0 {
                            trap = .interrupt
                            break dispatch
                        }
                        pc += Word.signedC(word)
                    }
                case .jumpIntLessEqual:
                    if Self.int(fp, Word.a(word)) <= Self.int(fp, Word.b(word)) {
                        if flag.pointee.load(ordering: .relaxed) != 0 {
                            trap = .interrupt
                            break dispatch
                        }
                        pc += Word.signedC(word)
                    }
                case .jumpIntEqualImmediate:
                    if Self.int(fp, Word.a(word)) == Word.signedB(word) {
                        if flag.pointee.load(ordering: .relaxed) != 0 {
                            trap = .interrupt
                            break dispatch
                        }
                        pc += Word.signedC(word)
                    }
                case .jumpIntNotEqualImmediate:
                    if Self.int(fp, Word.a(word)) != Word.signedB(word) {
                        if flag.pointee.load(ordering: .relaxed) != 0 {
                            trap = .interrupt
                            break dispatch
                        }
                        pc += Word.signedC(word)
                    }
                case .jumpIntLessImmediate:
                    if Self.int(fp, Word.a(word)) < Word.signedB(word) {
                        if flag.pointee.load(ordering: .relaxed) != 0 {
                            trap = .interrupt
                            break dispatch
                        }
                        pc += Word.signedC(word)
                    }
                case .jumpIntLessEqualImmediate:
                    if Self.int(fp, Word.a(word)) <= Word.signedB(word) {
                        if flag.pointee.load(ordering: .relaxed) != 0 {
                            trap = .interrupt
                            break dispatch
                        }
                        pc += Word.signedC(word)
                    }
                case .jumpIntGreaterImmediate:
                    if Self.int(fp, Word.a(word)) > Word.signedB(word) {
                        if flag.pointee.load(ordering: .relaxed) != 0 {
                            trap = .interrupt
                            break dispatch
                        }
                        pc += Word.signedC(word)
                    }
                case .jumpIntGreaterEqualImmediate:
                    if Self.int(fp, Word.a(word)) >= Word.signedB(word) {
                        if flag.pointee.load(ordering: .relaxed) != 0 {
                            trap = .interrupt
                            break dispatch
                        }
                        pc += Word.signedC(word)
                    }
                case .jumpDoubleEqual:
                    if Self.double(fp, Word.a(word)) == Self.double(fp, Word.b(word)) {
                        if flag.pointee.load(ordering: .relaxed) != 0 {
                            trap = .interrupt
                            break dispatch
                        }
                        pc += Word.signedC(word)
                    }
                case .jumpDoubleNotEqual:
                    if Self.double(fp, Word.a(word)) != Self.double(fp, Word.b(word)) {
                        if flag.pointee.load(ordering: .relaxed) != 0 {
                            trap = .interrupt
                            break dispatch
                        }
                        pc += Word.signedC(word)
                    }
                case .jumpDoubleLess:
                    if Self.double(fp, Word.a(word)) < Self.double(fp, Word.b(word)) {
                        if flag.pointee.load(ordering: .relaxed) != 0 {
                            trap = .interrupt
                            break dispatch
                        }
                        pc += Word.signedC(word)
                    }
                case .jumpDoubleLessEqual:
                    if Self.double(fp, Word.a(word)) <= Self.double(fp, Word.b(word)) {
                        if flag.pointee.load(ordering: .relaxed) != 0 {
                            trap = .interrupt
                            break dispatch
                        }
                        pc += Word.signedC(word)
                    }
                case .jumpDoubleNotLess:
                    if !(Self.double(fp, Word.a(word)) < Self.double(fp, Word.b(word))) {
                        if flag.pointee.load(ordering: .relaxed) != 0 {
                            trap = .interrupt
                            break dispatch
                        }
                        pc += Word.signedC(word)
                    }
                case .jumpDoubleNotLessEqual:
                    if !(Self.double(fp, Word.a(word)) <= Self.double(fp, Word.b(word))) {
                        if flag.pointee.load(ordering: .relaxed) != 0 {
                            trap = .interrupt
                            break dispatch
                        }
                        pc += Word.signedC(word)
                    }
                case .loopInt:
                    let value = Self.int(fp, Word.a(word))
                    if value < Self.int(fp, Word.b(word)) {
                        if flag.pointee.load(ordering: .relaxed) != 0 {
                            trap = .interrupt
                            break dispatch
                        }
                        fp[Word.a(word)] = UInt64(truncatingIfNeeded: value &+ 1)
                        pc += Word.signedC(word)
                    }
                case .loopArray:
                    let array = Self.slots(fp[Word.b(word)])
                    let index = fp[Word.b(word) &+ 1] &+ 1
                    if index < array[3] {
                        if flag.pointee.load(ordering: .relaxed) != 0 {
                            trap = .interrupt
                            break dispatch
                        }
                        fp[Word.b(word) &+ 1] = index
                        fp[Word.a(word)] =
                            array[HeapObject.arrayHeaderWords &+ Int(truncatingIfNeeded: index)]
                        pc += Word.signedC(word)
                    }
                case .loopArrayN:
                    let array = Self.slots(fp[Word.b(word)])
                    let index = fp[Word.b(word) &+ 1] &+ 1
                    if index < array[3] {
                        if flag.pointee.load(ordering: .relaxed) != 0 {
                            trap = .interrupt
                            break dispatch
                        }
                        fp[Word.b(word) &+ 1] = index
                        let start =
                            HeapObject.arrayHeaderWords &+ Int(truncatingIfNeeded: index)
                            &* Word.x(word)
                        (fp + Word.a(word)).update(from: array + start, count: Word.x(word))
                        pc += Word.signedC(word)
                    }

                // MARK: Int
                case .intAdd:
                    let (value, overflow) = Self.int(fp, Word.b(word)).addingReportingOverflow(
                        Self.int(fp, Word.c(word)))
                    if overflow {
                        trap = .overflow
                        break dispatch
                    }
                    fp[Word.a(word)] = UInt64(bitPattern: Int64(value))
                case .intSubtract:
                    let (value, overflow) = Self.int(fp, Word.b(word)).subtractingReportingOverflow(
                        Self.int(fp, Word.c(word)))
                    if overflow {
                        trap = .overflow
                        break dispatch
                    }
                    fp[Word.a(word)] = UInt64(bitPattern: Int64(value))
                case .intMultiply:
                    let (value, overflow) = Self.int(fp, Word.b(word)).multipliedReportingOverflow(
                        by: Self.int(fp, Word.c(word)))
                    if overflow {
                        trap = .overflow
                        break dispatch
                    }
                    fp[Word.a(word)] = UInt64(bitPattern: Int64(value))
                case .intDivide:
                    let divisor = Self.int(fp, Word.c(word))
                    if divisor == 0 {
                        trap = .division
                        break dispatch
                    }
                    let (value, overflow) = Self.int(fp, Word.b(word)).dividedReportingOverflow(
                        by: divisor)
                    if overflow {
                        trap = .overflow
                        break dispatch
                    }
                    fp[Word.a(word)] = UInt64(bitPattern: Int64(value))
                case .intRemainder:
                    let divisor = Self.int(fp, Word.c(word))
                    if divisor == 0 {
                        trap = .division
                        break dispatch
                    }
                    let (value, overflow) = Self.int(fp, Word.b(word)).remainderReportingOverflow(
                        dividingBy: divisor)
                    if overflow {
                        trap = .overflow
                        break dispatch
                    }
                    fp[Word.a(word)] = UInt64(bitPattern: Int64(value))
                case .intNegate:
                    let (value, overflow) = (0).subtractingReportingOverflow(
                        Self.int(fp, Word.b(word)))
                    if overflow {
                        trap = .overflow
                        break dispatch
                    }
                    fp[Word.a(word)] = UInt64(bitPattern: Int64(value))
                case .intAddImmediate:
                    let (value, overflow) = Self.int(fp, Word.b(word)).addingReportingOverflow(
                        Word.signedC(word))
                    if overflow {
                        trap = .overflow
                        break dispatch
                    }
                    fp[Word.a(word)] = UInt64(bitPattern: Int64(value))
                case .intMultiplyImmediate:
                    let (value, overflow) = Self.int(fp, Word.b(word)).multipliedReportingOverflow(
                        by: Word.signedC(word))
                    if overflow {
                        trap = .overflow
                        break dispatch
                    }
                    fp[Word.a(word)] = UInt64(bitPattern: Int64(value))
                case .intDivideImmediate:
                    // Positive immediates only, so that nothing can go wrong.
                    let value = Self.int(fp, Word.b(word)) / max(Word.signedC(word), 1)
                    fp[Word.a(word)] = UInt64(bitPattern: Int64(value))
                case .intRemainderImmediate:
                    let value = Self.int(fp, Word.b(word)) % max(Word.signedC(word), 1)
                    fp[Word.a(word)] = UInt64(bitPattern: Int64(value))
                case .intAddWrapping:
                    fp[Word.a(word)] = fp[Word.b(word)] &+ fp[Word.c(word)]
                case .intSubtractWrapping:
                    fp[Word.a(word)] = fp[Word.b(word)] &- fp[Word.c(word)]
                case .intMultiplyWrapping:
                    fp[Word.a(word)] = fp[Word.b(word)] &* fp[Word.c(word)]
                case .intAnd:
                    fp[Word.a(word)] = fp[Word.b(word)] & fp[Word.c(word)]
                case .intOr:
                    fp[Word.a(word)] = fp[Word.b(word)] | fp[Word.c(word)]
                case .intXor:
                    fp[Word.a(word)] = fp[Word.b(word)] ^ fp[Word.c(word)]
                case .intNot:
                    fp[Word.a(word)] = ~fp[Word.b(word)]
                case .intShiftLeft:
                    fp[Word.a(word)] = UInt64(
                        bitPattern: Int64(Self.int(fp, Word.b(word)) << Self.int(fp, Word.c(word))))
                case .intShiftRight:
                    fp[Word.a(word)] = UInt64(
                        bitPattern: Int64(Self.int(fp, Word.b(word)) >> Self.int(fp, Word.c(word))))
                case .intEqual:
                    fp[Word.a(word)] = fp[Word.b(word)] == fp[Word.c(word)] ? 1 : 0
                case .intNotEqual:
                    fp[Word.a(word)] = fp[Word.b(word)] != fp[Word.c(word)] ? 1 : 0
                case .intLess:
                    fp[Word.a(word)] =
                        Self.int(fp, Word.b(word)) < Self.int(fp, Word.c(word)) ? 1 : 0
                case .intLessEqual:
                    fp[Word.a(word)] =
                        Self.int(fp, Word.b(word)) <= Self.int(fp, Word.c(word)) ? 1 : 0
                case .intAbs:
                    let value = Self.int(fp, Word.b(word))
                    if value == .min {
                        trap = .overflow
                        break dispatch
                    }
                    fp[Word.a(word)] = UInt64(bitPattern: Int64(value < 0 ? 0 &- value : value))
                case .intMin:
                    fp[Word.a(word)] = UInt64(
                        bitPattern: Int64(
                            min(Self.int(fp, Word.b(word)), Self.int(fp, Word.c(word)))))
                case .intMax:
                    fp[Word.a(word)] = UInt64(
                        bitPattern: Int64(
                            max(Self.int(fp, Word.b(word)), Self.int(fp, Word.c(word)))))

                // MARK: Double and Float
                case .doubleAdd:
                    fp[Word.a(word)] =
                        (Self.double(fp, Word.b(word)) + Self.double(fp, Word.c(word))).bitPattern
                case .doubleSubtract:
                    fp[Word.a(word)] =
                        (Self.double(fp, Word.b(word)) - Self.double(fp, Word.c(word))).bitPattern
                case .doubleMultiply:
                    fp[Word.a(word)] =
                        (Self.double(fp, Word.b(word)) * Self.double(fp, Word.c(word))).bitPattern
                case .doubleDivide:
                    fp[Word.a(word)] =
                        (Self.double(fp, Word.b(word)) / Self.double(fp, Word.c(word))).bitPattern
                case .doubleMultiplyAdd:
                    let product = Self.double(fp, Word.b(word)) * Self.double(fp, Word.c(word))
                    fp[Word.a(word)] = (Self.double(fp, Word.a(word)) + product).bitPattern
                case .doubleNegate:
                    fp[Word.a(word)] = fp[Word.b(word)] ^ (1 << 63)
                case .doubleEqual:
                    fp[Word.a(word)] =
                        Self.double(fp, Word.b(word)) == Self.double(fp, Word.c(word)) ? 1 : 0
                case .doubleNotEqual:
                    fp[Word.a(word)] =
                        Self.double(fp, Word.b(word)) != Self.double(fp, Word.c(word)) ? 1 : 0
                case .doubleLess:
                    fp[Word.a(word)] =
                        Self.double(fp, Word.b(word)) < Self.double(fp, Word.c(word)) ? 1 : 0
                case .doubleLessEqual:
                    fp[Word.a(word)] =
                        Self.double(fp, Word.b(word)) <= Self.double(fp, Word.c(word)) ? 1 : 0
                case .doubleAbs:
                    fp[Word.a(word)] = fp[Word.b(word)] & ~(1 << 63)
                case .doubleMin:
                    fp[Word.a(word)] =
                        min(Self.double(fp, Word.b(word)), Self.double(fp, Word.c(word))).bitPattern
                case .doubleMax:
                    fp[Word.a(word)] =
                        max(Self.double(fp, Word.b(word)), Self.double(fp, Word.c(word))).bitPattern
                case .doubleSquareRoot:
                    fp[Word.a(word)] = Self.double(fp, Word.b(word)).squareRoot().bitPattern
                case .fixedFunction:
                    if let error = Self.fixedFunction(
                        Word.x(word), fp + Word.a(word), fp[Word.b(word)], fp[Word.c(word)])
                    {
                        pending = error
                        trap = .error
                        break dispatch
                    }
                case .doubleFunction:
                    fp[Word.a(word)] =
                        Self.doubleFunction(
                            Word.x(word), Self.double(fp, Word.b(word)),
                            Self.double(fp, Word.c(word))
                        ).bitPattern
                case .floatAdd:
                    Self.setFloat(
                        fp, Word.a(word),
                        Self.float(fp, Word.b(word)) + Self.float(fp, Word.c(word)))
                case .floatSubtract:
                    Self.setFloat(
                        fp, Word.a(word),
                        Self.float(fp, Word.b(word)) - Self.float(fp, Word.c(word)))
                case .floatMultiply:
                    Self.setFloat(
                        fp, Word.a(word),
                        Self.float(fp, Word.b(word)) * Self.float(fp, Word.c(word)))
                case .floatDivide:
                    Self.setFloat(
                        fp, Word.a(word),
                        Self.float(fp, Word.b(word)) / Self.float(fp, Word.c(word)))
                case .floatNegate:
                    Self.setFloat(fp, Word.a(word), -Self.float(fp, Word.b(word)))
                case .floatEqual:
                    fp[Word.a(word)] =
                        Self.float(fp, Word.b(word)) == Self.float(fp, Word.c(word)) ? 1 : 0
                case .floatNotEqual:
                    fp[Word.a(word)] =
                        Self.float(fp, Word.b(word)) != Self.float(fp, Word.c(word)) ? 1 : 0
                case .floatLess:
                    fp[Word.a(word)] =
                        Self.float(fp, Word.b(word)) < Self.float(fp, Word.c(word)) ? 1 : 0
                case .floatLessEqual:
                    fp[Word.a(word)] =
                        Self.float(fp, Word.b(word)) <= Self.float(fp, Word.c(word)) ? 1 : 0
                case .boolNot:
                    fp[Word.a(word)] = fp[Word.b(word)] ^ 1
                case .intToDouble:
                    fp[Word.a(word)] = Double(Self.int(fp, Word.b(word))).bitPattern
                case .doubleToInt:
                    let value = Self.double(fp, Word.b(word))
                    // Written so that NaN fails too; both bounds are exact.
                    guard value > -9_223_372_036_854_777_856, value < 9_223_372_036_854_775_808
                    else {
                        trap = .conversion
                        break dispatch
                    }
                    fp[Word.a(word)] = UInt64(bitPattern: Int64(value))
                case .intToFloat:
                    Self.setFloat(fp, Word.a(word), Float(Self.int(fp, Word.b(word))))
                case .floatToDouble:
                    fp[Word.a(word)] = Double(Self.float(fp, Word.b(word))).bitPattern
                case .doubleToFloat:
                    Self.setFloat(fp, Word.a(word), Float(Self.double(fp, Word.b(word))))
                case .floatToInt:
                    let value = Self.float(fp, Word.b(word))
                    guard value >= -9_223_372_036_854_775_808, value < 9_223_372_036_854_775_808
                    else {
                        trap = .conversion
                        break dispatch
                    }
                    fp[Word.a(word)] = UInt64(bitPattern: Int64(value))

                // MARK: Pairs
                case .intAddThenLoop:
                    let (sum, overflow) = Self.int(fp, Word.b(word)).addingReportingOverflow(
                        Self.int(fp, Word.c(word)))
                    if overflow {
                        trap = .overflow
                        break dispatch
                    }
                    fp[Word.a(word)] = UInt64(bitPattern: Int64(sum))
                    let round = pc.pointee
                    pc += 1
                    let offset = Word.signedC(round)
                    if offset == -2 {
                        // The pair is the whole loop: it goes round here, since finding the next instruction would
                        // cost more than the addition.
                        trap = Self.addInLoop(fp, word, round, flag)
                        if trap == .none { continue dispatch }
                        if trap == .overflow { pc -= 1 }
                        break dispatch
                    }
                    let value = Self.int(fp, Word.a(round))
                    if value < Self.int(fp, Word.b(round)) {
                        if flag.pointee.load(ordering: .relaxed) != 0 {
                            trap = .interrupt
                            break dispatch
                        }
                        fp[Word.a(round)] = UInt64(truncatingIfNeeded: value &+ 1)
                        pc += offset
                    }
                case .doubleAddThenLoop:
                    fp[Word.a(word)] =
                        (Self.double(fp, Word.b(word)) + Self.double(fp, Word.c(word))).bitPattern
                    let round = pc.pointee
                    pc += 1
                    let value = Self.int(fp, Word.a(round))
                    if value < Self.int(fp, Word.b(round)) {
                        if flag.pointee.load(ordering: .relaxed) != 0 {
                            trap = .interrupt
                            break dispatch
                        }
                        fp[Word.a(round)] = UInt64(truncatingIfNeeded: value &+ 1)
                        pc += Word.signedC(round)
                    }
                case .doubleMultiplyAddThenLoop:
                    let product = Self.double(fp, Word.b(word)) * Self.double(fp, Word.c(word))
                    fp[Word.a(word)] = (Self.double(fp, Word.a(word)) + product).bitPattern
                    let round = pc.pointee
                    pc += 1
                    let value = Self.int(fp, Word.a(round))
                    if value < Self.int(fp, Word.b(round)) {
                        if flag.pointee.load(ordering: .relaxed) != 0 {
                            trap = .interrupt
                            break dispatch
                        }
                        fp[Word.a(round)] = UInt64(truncatingIfNeeded: value &+ 1)
                        pc += Word.signedC(round)
                    }
                case .intAddImmediateThenJumpLess:
                    let (sum, overflow) = Self.int(fp, Word.b(word)).addingReportingOverflow(
                        Word.signedC(word))
                    if overflow {
                        trap = .overflow
                        break dispatch
                    }
                    fp[Word.a(word)] = UInt64(bitPattern: Int64(sum))
                    let test = pc.pointee
                    pc += 1
                    if Self.int(fp, Word.a(test)) < Self.int(fp, Word.b(test)) {
                        if flag.pointee.load(ordering: .relaxed) != 0 {
                            trap = .interrupt
                            break dispatch
                        }
                        pc += Word.signedC(test)
                    }

                // MARK: Arrays
                case .arrayCount:
                    fp[Word.a(word)] = Self.slots(fp[Word.b(word)])[3]
                case .arrayGet:
                    let array = Self.slots(fp[Word.b(word)])
                    let index = fp[Word.c(word)]
                    if index >= array[3] {
                        trap = .index
                        break dispatch
                    }
                    fp[Word.a(word)] =
                        array[HeapObject.arrayHeaderWords &+ Int(truncatingIfNeeded: index)]
                case .arrayGetRetained:
                    let array = Self.slots(fp[Word.b(word)])
                    let index = fp[Word.c(word)]
                    if index >= array[3] {
                        trap = .index
                        break dispatch
                    }
                    let value = array[HeapObject.arrayHeaderWords &+ Int(truncatingIfNeeded: index)]
                    HeapObject.retain(value)
                    fp[Word.a(word)] = value
                case .arrayGetN:
                    let array = Self.slots(fp[Word.b(word)])
                    let index = fp[Word.c(word)]
                    if index >= array[3] {
                        trap = .index
                        break dispatch
                    }
                    let start =
                        array
                        + (HeapObject.arrayHeaderWords &+ Int(truncatingIfNeeded: index)
                            &* Word.x(word))
                    LayoutDescriptor.retain(start, count: 1, HeapObject.layout(array))
                    (fp + Word.a(word)).update(from: start, count: Word.x(word))
                case .arrayGetField:
                    let array = Self.slots(fp[Word.b(word)])
                    let index = fp[Word.c(word)]
                    if index >= array[3] {
                        trap = .index
                        break dispatch
                    }
                    let stride = HeapObject.layout(array).pointee.slots
                    fp[Word.a(word)] =
                        array[
                            HeapObject.arrayHeaderWords &+ Int(truncatingIfNeeded: index) &* stride
                                &+ Word.x(word)]
                case .arraySet:
                    var array = Self.slots(fp[Word.a(word)])
                    let index = fp[Word.b(word)]
                    if index >= array[3] {
                        trap = .index
                        break dispatch
                    }
                    if array[0] != 1 {
                        if let error = makeUnique(fp + Word.a(word)) {
                            pending = error
                            trap = .error
                            break dispatch
                        }
                        array = Self.slots(fp[Word.a(word)])
                    }
                    array[HeapObject.arrayHeaderWords &+ Int(truncatingIfNeeded: index)] =
                        fp[Word.c(word)]
                case .arrayAddDouble:
                    var array = Self.slots(fp[Word.a(word)])
                    let index = fp[Word.b(word)]
                    if index >= array[3] {
                        trap = .index
                        break dispatch
                    }
                    if array[0] != 1 {
                        if let error = makeUnique(fp + Word.a(word)) {
                            pending = error
                            trap = .error
                            break dispatch
                        }
                        array = Self.slots(fp[Word.a(word)])
                    }
                    let element = HeapObject.elements(array) + Int(truncatingIfNeeded: index)
                    element[0] =
                        (Double(bitPattern: element[0]) + Self.double(fp, Word.c(word))).bitPattern
                case .arrayAddInt:
                    var array = Self.slots(fp[Word.a(word)])
                    let index = fp[Word.b(word)]
                    if index >= array[3] {
                        trap = .index
                        break dispatch
                    }
                    if array[0] != 1 {
                        if let error = makeUnique(fp + Word.a(word)) {
                            pending = error
                            trap = .error
                            break dispatch
                        }
                        array = Self.slots(fp[Word.a(word)])
                    }
                    let element = HeapObject.elements(array) + Int(truncatingIfNeeded: index)
                    let (sum, overflow) = Int(Int64(bitPattern: element[0]))
                        .addingReportingOverflow(Self.int(fp, Word.c(word)))
                    if overflow {
                        trap = .overflow
                        break dispatch
                    }
                    element[0] = UInt64(bitPattern: Int64(sum))
                case .elementAddress:
                    let place = Self.slots(fp[Word.b(word)])
                    var array = Self.slots(place[0])
                    let index = fp[Word.c(word)]
                    if index >= array[3] {
                        trap = .index
                        break dispatch
                    }
                    if array[0] != 1 {
                        if let error = makeUnique(place) {
                            pending = error
                            trap = .error
                            break dispatch
                        }
                        array = Self.slots(place[0])
                    }
                    let stride = HeapObject.layout(array).pointee.slots
                    fp[Word.a(word)] = UInt64(
                        UInt(
                            bitPattern: array
                                + (HeapObject.arrayHeaderWords &+ Int(truncatingIfNeeded: index)
                                    &* stride)))
                case .elementAddressInRegister:
                    var array = Self.slots(fp[Word.b(word)])
                    let index = fp[Word.c(word)]
                    if index >= array[3] {
                        trap = .index
                        break dispatch
                    }
                    if array[0] != 1 {
                        if let error = makeUnique(fp + Word.b(word)) {
                            pending = error
                            trap = .error
                            break dispatch
                        }
                        array = Self.slots(fp[Word.b(word)])
                    }
                    let stride = HeapObject.layout(array).pointee.slots
                    fp[Word.a(word)] = UInt64(
                        UInt(
                            bitPattern: array
                                + (HeapObject.arrayHeaderWords &+ Int(truncatingIfNeeded: index)
                                    &* stride)))
                case .arrayAppend:
                    var array = Self.slots(fp[Word.b(word)])
                    if array[0] != 1 || array[3] >= array[4] {
                        if let error = makeRoom(fp + Word.b(word), for: 1) {
                            pending = error
                            trap = .error
                            break dispatch
                        }
                        array = Self.slots(fp[Word.b(word)])
                    }
                    array[HeapObject.arrayHeaderWords &+ Int(truncatingIfNeeded: array[3])] =
                        fp[Word.c(word)]
                    array[3] &+= 1

                // MARK: Checks
                case .checkRange:
                    let isInOrder =
                        Word.x(word) == 0
                        ? Self.int(fp, Word.a(word)) <= Self.int(fp, Word.b(word))
                        : Self.double(fp, Word.a(word)) <= Self.double(fp, Word.b(word))
                    if !isInOrder {
                        trap = .range
                        break dispatch
                    }
                case .checkSome:
                    if fp[Word.a(word)] == 0 {
                        trap = .unwrap
                        break dispatch
                    }

                // MARK: Functions
                case .call:
                    let entry = UnsafePointer<CodeEntry>(bitPattern: UInt(pc.pointee))
                        .unsafelyUnwrapped
                    pc += 1
                    let callee = fp + Word.a(word)
                    if callee >= limit {
                        trap = .stack
                        break dispatch
                    }
                    if depthLeft == 0 {
                        trap = .recursion
                        break dispatch
                    }
                    if flag.pointee.load(ordering: .relaxed) != 0 {
                        trap = .interrupt
                        break dispatch
                    }
                    depthLeft &-= 1
                    callee[-2] = UInt64(UInt(bitPattern: pc))
                    callee[-1] = UInt64(UInt(bitPattern: fp))
                    fp = callee
                    pc = UnsafePointer(entry.pointee.code)
                case .intAddImmediateThenCall:
                    let (argument, overflow) = Self.int(fp, Word.b(word)).addingReportingOverflow(
                        Word.signedC(word))
                    if overflow {
                        trap = .overflow
                        break dispatch
                    }
                    fp[Word.a(word)] = UInt64(bitPattern: Int64(argument))
                    let target = pc.pointee
                    pc += 1
                    let entry = UnsafePointer<CodeEntry>(bitPattern: UInt(pc.pointee))
                        .unsafelyUnwrapped
                    pc += 1
                    let callee = fp + Word.a(target)
                    if callee >= limit {
                        trap = .stack
                        break dispatch
                    }
                    if depthLeft == 0 {
                        trap = .recursion
                        break dispatch
                    }
                    if flag.pointee.load(ordering: .relaxed) != 0 {
                        trap = .interrupt
                        break dispatch
                    }
                    depthLeft &-= 1
                    callee[-2] = UInt64(UInt(bitPattern: pc))
                    callee[-1] = UInt64(UInt(bitPattern: fp))
                    fp = callee
                    pc = UnsafePointer(entry.pointee.code)
                case .intAddThenReturn:
                    let (sum, overflow) = Self.int(fp, Word.b(word)).addingReportingOverflow(
                        Self.int(fp, Word.c(word)))
                    if overflow {
                        trap = .overflow
                        break dispatch
                    }
                    let value = UInt64(bitPattern: Int64(sum))
                    pc = UnsafePointer(bitPattern: UInt(fp[-2])).unsafelyUnwrapped
                    let caller = Self.slots(fp[-1])
                    fp[-2] = value
                    fp = caller
                    depthLeft &+= 1
                case .callClosure:
                    let closure = fp[Word.b(word)]
                    let entry = UnsafePointer<CodeEntry>(bitPattern: UInt(Self.slots(closure)[3]))
                        .unsafelyUnwrapped
                    let callee = fp + Word.a(word)
                    if callee >= limit {
                        trap = .stack
                        break dispatch
                    }
                    if depthLeft == 0 {
                        trap = .recursion
                        break dispatch
                    }
                    if flag.pointee.load(ordering: .relaxed) != 0 {
                        trap = .interrupt
                        break dispatch
                    }
                    depthLeft &-= 1
                    callee[-2] = UInt64(UInt(bitPattern: pc))
                    callee[-1] = UInt64(UInt(bitPattern: fp))
                    if entry.pointee.closureRegister >= 0 {
                        callee[entry.pointee.closureRegister] = closure
                    }
                    fp = callee
                    pc = UnsafePointer(entry.pointee.code)
                case .callDynamic:
                    let cache = Self.slots(pc.pointee)
                    pc += 1
                    let receiver = fp[Word.b(word)]
                    let type = Word.x(word) == 1 ? receiver : Self.slots(receiver)[3]
                    let found = cache + Dispatch.slot(type)
                    if found[0] != type, let error = resolve(cache, type) {
                        pending = error
                        trap = .error
                        break dispatch
                    }
                    let entry = UnsafePointer<CodeEntry>(bitPattern: UInt(found[1]))
                        .unsafelyUnwrapped
                    let callee = fp + Word.a(word)
                    if callee >= limit {
                        trap = .stack
                        break dispatch
                    }
                    if depthLeft == 0 {
                        trap = .recursion
                        break dispatch
                    }
                    if flag.pointee.load(ordering: .relaxed) != 0 {
                        trap = .interrupt
                        break dispatch
                    }
                    depthLeft &-= 1
                    callee[-2] = UInt64(UInt(bitPattern: pc))
                    callee[-1] = UInt64(UInt(bitPattern: fp))
                    fp = callee
                    pc = UnsafePointer(entry.pointee.code)
                case .callNative:
                    let call = HeapObject.pointer(pc.pointee)
                    pc += 1
                    state.pointee.depth = recursionLimit &- depthLeft
                    if let error = callNative(
                        call, result: fp + Word.a(word), arguments: fp + Word.b(word))
                    {
                        pending = error
                        trap = .error
                        break dispatch
                    }
                case .return0:
                    pc = UnsafePointer(bitPattern: UInt(fp[-2])).unsafelyUnwrapped
                    fp = Self.slots(fp[-1])
                    depthLeft &+= 1
                case .return1:
                    let value = fp[Word.a(word)]
                    pc = UnsafePointer(bitPattern: UInt(fp[-2])).unsafelyUnwrapped
                    let caller = Self.slots(fp[-1])
                    fp[-2] = value
                    fp = caller
                    depthLeft &+= 1
                case .returnN:
                    pc = UnsafePointer(bitPattern: UInt(fp[-2])).unsafelyUnwrapped
                    let caller = Self.slots(fp[-1])
                    (fp - max(2, Word.b(word))).update(from: fp + Word.a(word), count: Word.b(word))
                    fp = caller
                    depthLeft &+= 1
                case .throw:
                    trap = .thrown
                    break dispatch
                case .makeClosure:
                    Self.makeClosure(
                        fp + Word.a(word), HeapObject.pointer(pc.pointee), fp + Word.b(word))
                    pc += 1
                case .loadCaptures:
                    (fp + Word.a(word)).update(
                        from: Self.slots(fp[Word.b(word)]) + HeapObject.closureHeaderWords,
                        count: Word.c(word))
                case .makeBox:
                    Self.makeBox(
                        fp + Word.a(word), fp + Word.b(word), HeapObject.pointer(pc.pointee))
                    pc += 1
                case .makeTyped:
                    Self.makeTyped(
                        fp + Word.a(word), fp + Word.b(word), kind: Word.x(word),
                        HeapObject.pointer(pc.pointee))
                    pc += 1
                case .perform:
                    let context = pc.pointee
                    pc += 1
                    state.pointee.depth = recursionLimit &- depthLeft
                    if let error = perform(
                        Word.c(word), context, fp + Word.a(word), fp + Word.b(word))
                    {
                        pending = error
                        trap = .error
                        break dispatch
                    }
                case .skipWord:
                    pc += 1
                case .mark:
                    break
                case .pause:
                    trap = .pause
                    break dispatch
                case .setInitialized:
                    Unmanaged<Global>.fromOpaque(HeapObject.pointer(pc.pointee))
                        ._withUnsafeGuaranteedRef { $0.isInitialized = true }
                    pc += 1
                case .checkInitialized:
                    let name = Unmanaged<Global>.fromOpaque(HeapObject.pointer(pc.pointee))
                        ._withUnsafeGuaranteedRef { $0.isInitialized ? nil : $0.name }
                    // What has its value keeps one: the check is not made again.
                    if name == nil {
                        UnsafeMutablePointer(mutating: pc - 1).pointee = Word.encode(.skipWord)
                    }
                    pc += 1
                    if let name {
                        pending = RuntimeFault(
                            .uninitialized, "variable '\(name)' used before being initialized",
                            help: "its declaration has to run first")
                        trap = .error
                        break dispatch
                    }
                }
            }
            let error = pending
            pending = nil
            // Copies, so that the loop's own variables have no address and stay in registers.
            var run = RunState(pc: pc, fp: fp, depthLeft: depthLeft)
            try recover(trap, word, error, &run, outermost: frame)
            pc = run.pc
            fp = run.fp
            depthLeft = run.depthLeft
        }
    }

    /// Rounds of a loop whose body is one addition; the first has been made.
    @inline(__always)
    private static func addInLoop(
        _ fp: Slots, _ word: UInt64, _ round: UInt64, _ flag: UnsafeMutablePointer<Atomic<Int32>>
    ) -> Trap {
        let (target, left, right) = (fp + Word.a(word), fp + Word.b(word), fp + Word.c(word))
        let (counter, limit) = (fp + Word.a(round), fp + Word.b(round))
        while Int64(bitPattern: counter[0]) < Int64(bitPattern: limit[0]) {
            if flag.pointee.load(ordering: .relaxed) != 0 { return .interrupt }
            counter[0] &+= 1
            let (sum, overflow) = Int64(bitPattern: left[0]).addingReportingOverflow(
                Int64(bitPattern: right[0]))
            if overflow { return .overflow }
            target[0] = UInt64(bitPattern: sum)
        }
        return .none
    }

    @inline(__always)
    static func slots(_ word: UInt64) -> Slots {
        Slots(bitPattern: UInt(word)).unsafelyUnwrapped
    }

    @inline(__always)
    static func int(_ fp: Slots, _ register: Int) -> Int { Int(Int64(bitPattern: fp[register])) }

    @inline(__always)
    static func double(_ fp: Slots, _ register: Int) -> Double { Double(bitPattern: fp[register]) }

    @inline(__always)
    static func float(_ fp: Slots, _ register: Int) -> Float {
        Float(bitPattern: UInt32(truncatingIfNeeded: fp[register]))
    }

    @inline(__always)
    static func setFloat(_ fp: Slots, _ register: Int, _ value: Float) {
        fp[register] = UInt64(value.bitPattern)
    }
}
