import CMachine
import Synchronization

extension Machine {
    /// Runs from a function's entry until it returns.
    ///
    /// Instructions are C's (`CMachine`): they jump from one to the next and come back here for what takes memory,
    /// destroys, calls the library, or fails.
    func execute(_ entry: UnsafeMutablePointer<CodeEntry>, frame: Slots) throws {
        let state = state
        let startDepth = state.pointee.depth
        defer { state.pointee.depth = startDepth }
        frame[-2] = UInt64(UInt(bitPattern: haltCode))
        frame[-1] = UInt64(UInt(bitPattern: frame))
        var run = RunState(
            pc: UnsafePointer(entry.pointee.code), fp: frame,
            depthLeft: state.pointee.recursionLimit &- startDepth &- 1, word: 0,
            flag: UnsafeRawPointer(interruptFlag).assumingMemoryBound(to: Int32.self),
            // Any frame fits behind it, so that its size need not be looked up.
            limit: stack + (stackSlots &- Self.largestFrame))
        while true {
            let trap = runInstructions(&run)
            switch trap {
            case .halt: return
            case .host:
                if let error = carryOut(&run) { try recover(.error, run.word, error, &run, outermost: frame) }
            default: try recover(trap, run.word, nil, &run, outermost: frame)
            }
        }
    }

    /// Carries an instruction out that C left, or takes out of its way what it was left for and has it made again.
    private func carryOut(_ run: inout RunState) -> (any Error)? {
        let (word, fp) = (run.word, run.fp)
        switch Opcode(rawValue: UInt8(truncatingIfNeeded: word)).unsafelyUnwrapped {
        case .release:
            // The last reference: C counts the others.
            let block = Self.slots(fp[Word.a(word)])
            block[0] = 0
            fp[Word.a(word)] = 0
            return destroy(block, top: fp + Word.c(word), depth: depth(run))
        case .releaseN:
            return release(
                fp + Word.a(word), count: Word.b(word), backwards: Word.x(word) == 1,
                top: fp + Word.c(word), depth: depth(run))
        case .arrayGetN:
            // Elements with references; the index has been looked at.
            let array = Self.slots(fp[Word.b(word)])
            let index = Int(truncatingIfNeeded: fp[Word.c(word)])
            let start = array + (HeapObject.arrayHeaderWords &+ index &* Word.x(word))
            LayoutDescriptor.retain(start, count: 1, HeapObject.layout(array))
            (fp + Word.a(word)).update(from: start, count: Word.x(word))
        case .arraySet, .arrayAddDouble, .arrayAddInt:
            return again(&run, after: makeUnique(fp + Word.a(word)))
        case .elementAddress:
            return again(&run, after: makeUnique(Self.slots(fp[Word.b(word)])))
        case .elementAddressInRegister:
            return again(&run, after: makeUnique(fp + Word.b(word)))
        case .arrayAppend:
            return again(&run, after: makeRoom(fp + Word.b(word), for: 1))
        case .callDynamic:
            let receiver = fp[Word.b(word)]
            let type = Word.x(word) == 1 ? receiver : Self.slots(receiver)[3]
            if let error = resolve(Self.slots(run.pc.pointee), type) {
                run.pc += 1
                return error
            }
            run.pc -= 1
        case .callNative:
            let call = HeapObject.pointer(Self.secondWord(&run))
            state.pointee.depth = depth(run)
            return callNative(call, result: fp + Word.a(word), arguments: fp + Word.b(word))
        case .makeClosure:
            Self.makeClosure(
                fp + Word.a(word), HeapObject.pointer(Self.secondWord(&run)), fp + Word.b(word))
        case .makeBox:
            Self.makeBox(
                fp + Word.a(word), fp + Word.b(word), HeapObject.pointer(Self.secondWord(&run)))
        case .makeTyped:
            Self.makeTyped(
                fp + Word.a(word), fp + Word.b(word), kind: Word.x(word),
                HeapObject.pointer(Self.secondWord(&run)))
        case .perform:
            let context = Self.secondWord(&run)
            state.pointee.depth = depth(run)
            return perform(Word.c(word), context, fp + Word.a(word), fp + Word.b(word))
        case .setInitialized:
            Unmanaged<Global>.fromOpaque(HeapObject.pointer(Self.secondWord(&run)))
                ._withUnsafeGuaranteedRef { $0.isInitialized = true }
        case .checkInitialized:
            let check = UnsafeMutablePointer(mutating: run.pc - 1)
            let name = Unmanaged<Global>.fromOpaque(HeapObject.pointer(Self.secondWord(&run)))
                ._withUnsafeGuaranteedRef { $0.isInitialized ? nil : $0.name }
            if let name {
                return RuntimeFault(
                    .uninitialized, "variable '\(name)' used before being initialized",
                    help: "its declaration has to run first")
            }
            // What has its value keeps one: the check is not made again.
            check.pointee = Word.encode(.skipWord)
        default:
            return RuntimeFault(.internal, "an instruction was left that nobody carries out")
        }
        return nil
    }

    /// Frames that are active.
    @inline(__always)
    private func depth(_ run: RunState) -> Int { state.pointee.recursionLimit &- run.depthLeft }

    /// Has the instruction made again, unless what it needed could not be had.
    @inline(__always)
    private func again(_ run: inout RunState, after error: (any Error)?) -> (any Error)? {
        if error == nil { run.pc -= 1 }
        return error
    }

    @inline(__always)
    private static func secondWord(_ run: inout RunState) -> UInt64 {
        let word = run.pc.pointee
        run.pc += 1
        return word
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
