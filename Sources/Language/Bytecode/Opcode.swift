/// The machine's instructions.
///
/// An instruction is a word of 64 bits: opcode (8), x (8), a, b, c (16 each); a, b and c name registers, slots of the
/// frame, where nothing else is said. Offsets of jumps count words from the end of the instruction. Some
/// instructions have a second word: an address or a constant.
enum Opcode: UInt8, CaseIterable {
    /// The end of a run: the outermost frame has returned.
    case halt
    /// Never reached: the end of a function that has to return a value.
    case unreachable

    // MARK: Moving
    /// a ← b
    case move
    /// a, a+1 ← b, b+1
    case move2
    /// c slots from b to a, which may overlap
    case moveN
    /// a ← b, retained
    case copy
    /// a ← the signed 32 bits in b and c
    case loadInt
    /// a ← second word
    case loadWord
    /// b slots from a become 0
    case zero
    case retain
    /// c: where the frame ends, for a `deinit` that runs
    case release
    /// Releases the b registers from a on, all references; the last first when x is 1. c as above
    case releaseN
    /// a ← slot c behind the address in b
    case load
    /// the same, retained
    case loadRetained
    /// x slots
    case loadN
    /// slot c behind the address in a ← b
    case store
    /// x slots
    case storeN
    /// a ← slot at the address in the second word
    case loadGlobal
    case storeGlobal
    /// a ← address of register b
    case address
    /// a ← address in b, c slots further
    case offset

    // MARK: Jumps; every taken one looks at the interrupt flag
    /// by the signed 32 bits in b and c
    case jump
    /// a decides, by b and c
    case jumpIfTrue
    case jumpIfFalse
    /// a and b decide, by c
    case jumpIntEqual, jumpIntNotEqual, jumpIntLess, jumpIntLessEqual
    /// a and the signed 16 bits of b decide, by c
    case jumpIntEqualImmediate, jumpIntNotEqualImmediate
    case jumpIntLessImmediate, jumpIntLessEqualImmediate
    case jumpIntGreaterImmediate, jumpIntGreaterEqualImmediate
    case jumpDoubleEqual, jumpDoubleNotEqual, jumpDoubleLess, jumpDoubleLessEqual
    case jumpDoubleNotLess, jumpDoubleNotLessEqual
    /// if a < b: a += 1, jump by c
    case loopInt
    /// a: element; b: array, b+1: index; the next element and jump by c, or go on
    case loopArray
    /// the same for elements of x slots
    case loopArrayN

    // MARK: Int
    case intAdd, intSubtract, intMultiply, intDivide, intRemainder, intNegate
    /// c is a signed immediate
    case intAddImmediate, intMultiplyImmediate, intDivideImmediate, intRemainderImmediate
    case intAddWrapping, intSubtractWrapping, intMultiplyWrapping
    case intAnd, intOr, intXor, intNot, intShiftLeft, intShiftRight
    case intEqual, intNotEqual, intLess, intLessEqual
    case intAbs, intMin, intMax
    /// a ← function x of b (and c); x says what and for which type
    case fixedFunction

    // MARK: Double and Float
    case doubleAdd, doubleSubtract, doubleMultiply, doubleDivide, doubleNegate
    /// a ← a + b · c, rounded twice
    case doubleMultiplyAdd
    case doubleEqual, doubleNotEqual, doubleLess, doubleLessEqual
    case doubleAbs, doubleMin, doubleMax, doubleSquareRoot
    /// a ← function x of b (and c)
    case doubleFunction
    case floatAdd, floatSubtract, floatMultiply, floatDivide, floatNegate
    case floatEqual, floatNotEqual, floatLess, floatLessEqual
    case boolNot
    case intToDouble, doubleToInt, intToFloat, floatToDouble, doubleToFloat, floatToInt

    // MARK: Pairs that follow each other in most loops. The second instruction's word stands behind the first as ever,
    // so that a jump to it finds it.
    case intAddThenLoop, doubleAddThenLoop, doubleMultiplyAddThenLoop
    case intAddImmediateThenJumpLess, intAddImmediateThenCall
    /// The sum is what is returned
    case intAddThenReturn

    // MARK: Arrays
    case arrayCount
    /// a ← element c of the array b; one slot
    case arrayGet
    /// the same, retained
    case arrayGetRetained
    /// elements of x slots, retained
    case arrayGetN
    /// a ← slot x of element c of the array b
    case arrayGetField
    /// element b of the array in register a ← c; one slot, no reference
    case arraySet
    /// element b of the array in register a += c
    case arrayAddDouble, arrayAddInt
    /// a ← address of element c of the array whose reference is at the address in b; the array becomes unique
    case elementAddress
    /// the same, the array in register b
    case elementAddressInRegister
    /// appends the slot c to the array in register b; no reference
    case arrayAppend

    // MARK: Checks
    /// fault when a > b, as Ints or (x = 1) not a ≤ b as Doubles
    case checkRange
    /// fault when a is 0
    case checkSome

    // MARK: Functions
    /// frame at a, second word: entry
    case call
    /// frame at a, closure b
    case callClosure
    /// frame at a, receiver b: what its dynamic type has for a method; second word: the Dispatch's cache
    case callDynamic
    /// result at a, arguments at b; second word: the call's NativeCall
    case callNative
    case return0
    /// a
    case return1
    /// b slots from a
    case returnN
    /// a: the error
    case `throw`
    /// a ← closure of the captures from b on; second word: its ClosureShape
    case makeClosure
    /// c slots to a from the captures of closure b
    case loadCaptures
    /// a ← a box of the value at b; second word: layout
    case makeBox
    /// a ← an object or existential (x: kind) of the slots at b; second word: type
    case makeTyped
    /// runs routine c with result a and arguments at b; second word: what it needs to know
    case perform
    /// second word: the global
    case setInitialized
    /// second word: the global; faults when its declaration has not run yet
    case checkInitialized
    /// A check that has passed: nothing, and the word behind it
    case skipWord
    /// Where a statement begins, in code made for a debugger; does nothing
    case mark
    /// The same, where the debugger looks whether to stop
    case pause
}

/// An instruction's parts.
enum Word {
    @inline(__always)
    static func encode(_ opcode: Opcode, x: Int = 0, a: Int = 0, b: Int = 0, c: Int = 0) -> UInt64 {
        UInt64(opcode.rawValue) | UInt64(truncatingIfNeeded: x & 0xff) << 8
            | UInt64(truncatingIfNeeded: a & 0xffff) << 16
            | UInt64(truncatingIfNeeded: b & 0xffff) << 32
            | UInt64(truncatingIfNeeded: c & 0xffff) << 48
    }

    /// With 32 bits in the place of b and c.
    static func encode(_ opcode: Opcode, a: Int, wide: Int) -> UInt64 {
        encode(opcode, a: a) | UInt64(UInt32(truncatingIfNeeded: wide)) << 32
    }

    @inline(__always) static func x(_ word: UInt64) -> Int {
        Int(truncatingIfNeeded: (word &>> 8) & 0xff)
    }
    @inline(__always) static func a(_ word: UInt64) -> Int {
        Int(truncatingIfNeeded: (word &>> 16) & 0xffff)
    }
    @inline(__always) static func b(_ word: UInt64) -> Int {
        Int(truncatingIfNeeded: (word &>> 32) & 0xffff)
    }
    @inline(__always) static func c(_ word: UInt64) -> Int {
        Int(truncatingIfNeeded: word &>> 48)
    }
    @inline(__always) static func signedB(_ word: UInt64) -> Int {
        Int(Int16(truncatingIfNeeded: word &>> 32))
    }
    @inline(__always) static func signedC(_ word: UInt64) -> Int {
        Int(Int16(truncatingIfNeeded: word &>> 48))
    }
    @inline(__always) static func wide(_ word: UInt64) -> Int {
        Int(Int32(truncatingIfNeeded: word &>> 32))
    }
}

/// What `doubleFunction` computes.
enum DoubleFunction: Int {
    case exp, log, sin, cos, tan, tanh, pow, floor, ceil, round, trunc, remainder
}
