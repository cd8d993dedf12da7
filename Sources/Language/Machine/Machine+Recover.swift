import CMachine

/// Faults and thrown errors: what went wrong, and the way out of the frames.
extension Machine {
    /// Puts an error into words, unwinds to a handler that takes it and goes on there, or throws on.
    @inline(never)
    func recover(
        _ trap: Trap, _ word: UInt64, _ pending: (any Error)?, _ state: inout RunState,
        outermost: Slots
    ) throws {
        if trap == .interrupt, attend(word, &state) { return }
        if trap == .pause {
            if debugger.reachedMark(state) { return }
            // Whoever stopped it was told to interrupt it.
            var fault = describe(.interrupt, word, state.pc, state.fp)
            unwind(&fault, &state, outermost)
            throw fault
        }
        if debugger.stopsAtFaults { debugger.reachedFault(trap, word, pending, state) }
        if trap == .thrown {
            let reference = state.fp[Word.a(word)]
            // An error that is thrown on, by `defer` or by a `catch` that did not take it, still comes from where it
            // came from.
            let isThrownOn = lastCaught?.reference == reference
            let frames = isThrownOn ? lastCaught?.frames ?? [] : []
            lastCaught = nil
            let error = CellError(value: CellError.Value(taking: reference), frames: frames)
            try unwind(throwing: error, &state, outermost, isThrownOn: isThrownOn)
        } else if let error = pending as? CellError {
            try unwind(throwing: error, &state, outermost)
        } else if let error = pending, !(error is RuntimeFault), isCatchable(word, state.pc),
            RuntimeFault(error).kind != .interrupted
        {
            // An interrupt ends the cell: no `catch` of it takes that for an error of the function.
            let reference = Self.makeLibraryError(error)
            let error = CellError(value: CellError.Value(taking: reference), frames: [])
            try unwind(throwing: error, &state, outermost)
        } else {
            var fault = pending.map { RuntimeFault($0) } ?? describe(trap, word, state.pc, state.fp)
            unwind(&fault, &state, outermost)
            throw fault
        }
    }

    /// Whether the native function just called is declared `throws`.
    private func isCatchable(_ word: UInt64, _ pc: UnsafePointer<UInt64>) -> Bool {
        guard UInt8(truncatingIfNeeded: word) == Opcode.callNative.rawValue else { return false }
        return Unmanaged<NativeCall>.fromOpaque(HeapObject.pointer(pc[-1]))
            ._withUnsafeGuaranteedRef { $0.function.canThrow }
    }

    private func unwind(
        _ fault: inout RuntimeFault, _ state: inout RunState, _ outermost: Slots
    ) {
        while let function = table.function(at: state.pc),
            let position = function.position(before: state.pc)
        {
            if let source = function.source {
                fault.frames.append(
                    RuntimeFault.Frame(
                        source: source, range: position.range, function: function.name))
                fault.nameOperands()
            }
            endLoans(of: function, at: state.pc, state.fp)
            letGo(of: function.ownedSets[position.owned], function, state)
            if state.fp == outermost { return }
            state.pc = UnsafePointer(bitPattern: UInt(state.fp[-2])).unsafelyUnwrapped
            state.fp = Self.slots(state.fp[-1])
        }
    }

    private func unwind(
        throwing error: CellError, _ state: inout RunState, _ outermost: Slots,
        isThrownOn: Bool = false
    ) throws {
        var error = error
        var isKnown = isThrownOn
        while let function = table.function(at: state.pc),
            let position = function.position(before: state.pc)
        {
            if let source = function.source, !isKnown {
                error.frames.append(
                    RuntimeFault.Frame(
                        source: source, range: position.range, function: function.name))
            }
            isKnown = false
            let owned = function.ownedSets[position.owned]
            let offset = state.pc - UnsafePointer(function.entry.pointee.code) - 1
            if let handler = function.handlers.first(where: {
                $0.start <= offset && offset < $0.end
            }) {
                let kept = Set(function.ownedSets[handler.owned])
                letGo(of: owned.filter { !kept.contains($0) }, function, state)
                lastCaught = (error.value.reference, error.frames)
                HeapObject.retain(error.value.reference)
                state.fp[handler.errorRegister] = error.value.reference
                state.pc = UnsafePointer(function.entry.pointee.code) + handler.handler
                return
            }
            letGo(of: owned, function, state)
            if state.fp == outermost { break }
            state.pc = UnsafePointer(bitPattern: UInt(state.fp[-2])).unsafelyUnwrapped
            state.fp = Self.slots(state.fp[-1])
            state.depthLeft += 1
        }
        throw error
    }

    /// Releases registers of a frame that is left. A `deinit` that this runs has its own frame behind that one: what
    /// was the top when the outermost frame began lies below frames that are still needed.
    private func letGo(of registers: [Int], _ function: CompiledFunction, _ run: RunState) {
        let saved = (state.pointee.top, state.pointee.depth)
        state.pointee.top = run.fp + function.entry.pointee.frameSize
        state.pointee.depth = state.pointee.recursionLimit &- run.depthLeft
        // As where a scope ends: the last first.
        for register in registers.reversed() { HeapObject.release(run.fp[register]) }
        (state.pointee.top, state.pointee.depth) = saved
    }

    /// What an instruction that failed has to say; its operands are still in their registers.
    func describe(
        _ trap: Trap, _ word: UInt64, _ pc: UnsafePointer<UInt64>, _ fp: Slots
    ) -> RuntimeFault {
        switch trap {
        case .overflow: return overflow(word, fp)
        case .division:
            if let fault = FixedFunction.fault(word, fp) { return fault }
            let isRemainder = UInt8(truncatingIfNeeded: word) == Opcode.intRemainder.rawValue
            return RuntimeFault(
                .divisionByZero,
                "division by zero: \(Self.int(fp, Word.b(word))) \(isRemainder ? "%" : "/") 0")
        case .index:
            return indexFault(word, fp)
        case .range:
            return RuntimeFault(
                .range,
                "a range needs its lower bound first: "
                    + "\(Self.int(fp, Word.a(word))) is greater than \(Self.int(fp, Word.b(word)))",
                help: "use stride(from:to:by:) to count down")
        case .unwrap:
            return RuntimeFault(
                .nilUnwrapped, "nil was found where a value was needed",
                help: "test with 'if let', or give another value with '??'")
        case .conversion:
            let isFloat = UInt8(truncatingIfNeeded: word) == Opcode.floatToInt.rawValue
            let value =
                isFloat
                ? "\(Self.float(fp, Word.b(word)))" : "\(Self.double(fp, Word.b(word)))"
            return Self.conversionFault(value)
        case .recursion: return recursionFault
        case .stack: return stackFault
        case .interrupt: return RuntimeFault(.interrupted, "the cell was interrupted")
        case .unreachable:
            return RuntimeFault(
                .internal,
                table.function(at: pc)?.failure
                    ?? "the end of a function that returns a value was reached")
        case .none, .host, .halt, .error, .thrown, .pause:
            return RuntimeFault(.internal, "an instruction failed without a reason")
        }
    }

    static func conversionFault(_ value: String) -> RuntimeFault {
        RuntimeFault(
            .conversion, "\(value) cannot become an Int",
            help: value == "nan" || value.hasSuffix("inf")
                ? "test with isFinite first" : "an Int reaches from \(Int.min) to \(Int.max)")
    }

    private func overflow(_ word: UInt64, _ fp: Slots) -> RuntimeFault {
        if let fault = FixedFunction.fault(word, fp) { return fault }
        var left = Self.int(fp, Word.b(word))
        var right = Self.int(fp, Word.c(word))
        let sign: String
        switch Opcode(rawValue: UInt8(truncatingIfNeeded: word)) {
        case .intAdd, .intAddThenLoop, .intAddThenReturn: sign = "+"
        case .arrayAddInt:
            left = Self.int(HeapObject.elements(Self.slots(fp[Word.a(word)])), left)
            sign = "+"
        case .intSubtract: sign = "-"
        case .intMultiply: sign = "*"
        case .intDivide: sign = "/"
        case .intRemainder: sign = "%"
        case .intAddImmediate, .intAddImmediateThenJumpLess, .intAddImmediateThenCall:
            right = abs(Word.signedC(word))
            sign = Word.signedC(word) < 0 ? "-" : "+"
        case .intMultiplyImmediate:
            right = Word.signedC(word)
            sign = "*"
        case .intAbs:
            return RuntimeFault(.overflow, "arithmetic overflow: abs(\(left)) does not fit in Int")
        default:
            return RuntimeFault(.overflow, "arithmetic overflow: -(\(left)) does not fit in Int")
        }
        let shown = right < 0 ? "(\(right))" : "\(right)"
        return RuntimeFault(
            .overflow, "arithmetic overflow: \(left) \(sign) \(shown) does not fit in Int")
    }

    private func indexFault(_ word: UInt64, _ fp: Slots) -> RuntimeFault {
        let array: Slots
        let index: Int
        switch Opcode(rawValue: UInt8(truncatingIfNeeded: word)) {
        case .arraySet, .arrayAddDouble, .arrayAddInt:
            array = Self.slots(fp[Word.a(word)])
            index = Self.int(fp, Word.b(word))
        case .elementAddress:
            array = Self.slots(Self.slots(fp[Word.b(word)])[0])
            index = Self.int(fp, Word.c(word))
        default:
            array = Self.slots(fp[Word.b(word)])
            index = Self.int(fp, Word.c(word))
        }
        return Self.indexFault(index, count: HeapObject.count(array))
    }

    static func indexFault(_ index: Int, count: Int) -> RuntimeFault {
        let elements = count == 1 ? "1 element" : "\(count) elements"
        return RuntimeFault(
            .index,
            count == 0
                ? "index \(index) is out of range for an empty array"
                : "index \(index) is out of range for an array of \(elements)",
            help: index < 0
                ? "count from the end with array[array.count - \(index.magnitude)]" : nil)
    }

    /// The type that errors of the library have in a cell.
    static let libraryError: Type = {
        let nominal = NominalType(name: "LibraryError", form: .native)
        nominal.nativeDescription = { reference in
            Machine.libraryFault(reference)?.message ?? "error"
        }
        return .make(.nominal(nominal, []))
    }()

    /// What an error of the library is to a cell that does not catch it.
    static func libraryFault(_ reference: Reference) -> RuntimeFault? {
        HeapObject.native(reference, as: LibraryError.self).map { RuntimeFault($0.pointee.error) }
    }

    private struct LibraryError {
        let error: any Error
    }

    private static func makeLibraryError(_ error: any Error) -> Reference {
        let block = HeapObject.makeTyped(
            .existential, libraryError, layout: LayoutTable.reference)
        block[HeapObject.typedHeaderWords] = HeapObject.makeNative(LibraryError(error: error))
        return HeapObject.reference(block)
    }
}
