#ifndef CMACHINE_H
#define CMACHINE_H

#include <stdint.h>

/// The machine's instructions.
///
/// An instruction is a word of 64 bits: opcode (8), x (8), a, b, c (16 each); a, b and c name registers, slots of the
/// frame, where nothing else is said. Offsets of jumps count words from the end of the instruction. Some
/// instructions have a second word: an address or a constant.
typedef enum __attribute__((enum_extensibility(closed))) Opcode : uint8_t {
    /// The end of a run: the outermost frame has returned.
    OpcodeHalt,
    /// Never reached: the end of a function that has to return a value.
    OpcodeUnreachable,

    // Moving
    /// a ← b
    OpcodeMove,
    /// a, a+1 ← b, b+1
    OpcodeMove2,
    /// c slots from b to a, which may overlap
    OpcodeMoveN,
    /// a ← b, retained
    OpcodeCopy,
    /// a ← the signed 32 bits in b and c
    OpcodeLoadInt,
    /// a ← second word
    OpcodeLoadWord,
    /// b slots from a become 0
    OpcodeZero,
    OpcodeRetain,
    /// c: where the frame ends, for a `deinit` that runs
    OpcodeRelease,
    /// Releases the b registers from a on, all references; the last first when x is 1. c as above
    OpcodeReleaseN,
    /// a ← slot c behind the address in b
    OpcodeLoad,
    /// the same, retained
    OpcodeLoadRetained,
    /// x slots
    OpcodeLoadN,
    /// slot c behind the address in a ← b
    OpcodeStore,
    /// x slots
    OpcodeStoreN,
    /// a ← slot at the address in the second word
    OpcodeLoadGlobal,
    OpcodeStoreGlobal,
    /// a ← address of register b
    OpcodeAddress,
    /// a ← address in b, c slots further
    OpcodeOffset,

    // Jumps; every taken one looks at the interrupt flag
    /// by the signed 32 bits in b and c
    OpcodeJump,
    /// a decides, by b and c
    OpcodeJumpIfTrue,
    OpcodeJumpIfFalse,
    /// a and b decide, by c
    OpcodeJumpIntEqual,
    OpcodeJumpIntNotEqual,
    OpcodeJumpIntLess,
    OpcodeJumpIntLessEqual,
    /// a and the signed 16 bits of b decide, by c
    OpcodeJumpIntEqualImmediate,
    OpcodeJumpIntNotEqualImmediate,
    OpcodeJumpIntLessImmediate,
    OpcodeJumpIntLessEqualImmediate,
    OpcodeJumpIntGreaterImmediate,
    OpcodeJumpIntGreaterEqualImmediate,
    OpcodeJumpDoubleEqual,
    OpcodeJumpDoubleNotEqual,
    OpcodeJumpDoubleLess,
    OpcodeJumpDoubleLessEqual,
    OpcodeJumpDoubleNotLess,
    OpcodeJumpDoubleNotLessEqual,
    /// if a < b: a += 1, jump by c
    OpcodeLoopInt,
    /// a: element; b: array, b+1: index; the next element and jump by c, or go on
    OpcodeLoopArray,
    /// the same for elements of x slots
    OpcodeLoopArrayN,

    // Int
    OpcodeIntAdd,
    OpcodeIntSubtract,
    OpcodeIntMultiply,
    OpcodeIntDivide,
    OpcodeIntRemainder,
    OpcodeIntNegate,
    /// c is a signed immediate
    OpcodeIntAddImmediate,
    OpcodeIntMultiplyImmediate,
    OpcodeIntDivideImmediate,
    OpcodeIntRemainderImmediate,
    OpcodeIntAddWrapping,
    OpcodeIntSubtractWrapping,
    OpcodeIntMultiplyWrapping,
    OpcodeIntAnd,
    OpcodeIntOr,
    OpcodeIntXor,
    OpcodeIntNot,
    OpcodeIntShiftLeft,
    OpcodeIntShiftRight,
    OpcodeIntEqual,
    OpcodeIntNotEqual,
    OpcodeIntLess,
    OpcodeIntLessEqual,
    OpcodeIntAbs,
    OpcodeIntMin,
    OpcodeIntMax,
    /// a ← function x of b (and c); x says what and for which type
    OpcodeFixedFunction,

    // Double and Float
    OpcodeDoubleAdd,
    OpcodeDoubleSubtract,
    OpcodeDoubleMultiply,
    OpcodeDoubleDivide,
    OpcodeDoubleNegate,
    /// a ← a + b · c, rounded twice
    OpcodeDoubleMultiplyAdd,
    OpcodeDoubleEqual,
    OpcodeDoubleNotEqual,
    OpcodeDoubleLess,
    OpcodeDoubleLessEqual,
    OpcodeDoubleAbs,
    OpcodeDoubleMin,
    OpcodeDoubleMax,
    OpcodeDoubleSquareRoot,
    /// a ← function x of b (and c)
    OpcodeDoubleFunction,
    OpcodeFloatAdd,
    OpcodeFloatSubtract,
    OpcodeFloatMultiply,
    OpcodeFloatDivide,
    OpcodeFloatNegate,
    OpcodeFloatEqual,
    OpcodeFloatNotEqual,
    OpcodeFloatLess,
    OpcodeFloatLessEqual,
    OpcodeBoolNot,
    OpcodeIntToDouble,
    OpcodeDoubleToInt,
    OpcodeIntToFloat,
    OpcodeFloatToDouble,
    OpcodeDoubleToFloat,
    OpcodeFloatToInt,

    // Pairs that follow each other in most loops. The second instruction's word stands behind the first as ever,
    // so that a jump to it finds it.
    OpcodeIntAddThenLoop,
    OpcodeDoubleAddThenLoop,
    OpcodeDoubleMultiplyAddThenLoop,
    OpcodeIntAddImmediateThenJumpLess,
    OpcodeIntAddImmediateThenCall,
    /// The sum is what is returned
    OpcodeIntAddThenReturn,

    // Arrays
    OpcodeArrayCount,
    /// a ← element c of the array b; one slot
    OpcodeArrayGet,
    /// the same, retained
    OpcodeArrayGetRetained,
    /// elements of x slots, retained
    OpcodeArrayGetN,
    /// a ← slot x of element c of the array b
    OpcodeArrayGetField,
    /// element b of the array in register a ← c; one slot, no reference
    OpcodeArraySet,
    /// element b of the array in register a += c
    OpcodeArrayAddDouble,
    OpcodeArrayAddInt,
    /// a ← address of element c of the array whose reference is at the address in b; the array becomes unique
    OpcodeElementAddress,
    /// the same, the array in register b
    OpcodeElementAddressInRegister,
    /// appends the slot c to the array in register b; no reference
    OpcodeArrayAppend,

    // Checks
    /// fault when a > b, as Ints or (x = 1) not a ≤ b as Doubles
    OpcodeCheckRange,
    /// fault when a is 0
    OpcodeCheckSome,

    // Functions
    /// frame at a, second word: entry
    OpcodeCall,
    /// frame at a, closure b
    OpcodeCallClosure,
    /// frame at a, receiver b: what its dynamic type has for a method; second word: the Dispatch's cache
    OpcodeCallDynamic,
    /// result at a, arguments at b; second word: the call's NativeCall
    OpcodeCallNative,
    OpcodeReturn0,
    /// a
    OpcodeReturn1,
    /// b slots from a
    OpcodeReturnN,
    /// a: the error
    OpcodeThrow,
    /// a ← closure of the captures from b on; second word: its ClosureShape
    OpcodeMakeClosure,
    /// c slots to a from the captures of closure b
    OpcodeLoadCaptures,
    /// a ← a box of the value at b; second word: layout
    OpcodeMakeBox,
    /// a ← an object or existential (x: kind) of the slots at b; second word: type
    OpcodeMakeTyped,
    /// runs routine c with result a and arguments at b; second word: what it needs to know
    OpcodePerform,
    /// second word: the global
    OpcodeSetInitialized,
    /// second word: the global; faults when its declaration has not run yet
    OpcodeCheckInitialized,
    /// A check that has passed: nothing, and the word behind it
    OpcodeSkipWord,
    /// Where a statement begins, in code made for a debugger; does nothing
    OpcodeMark,
    /// The same, where the debugger looks whether to stop
    OpcodePause,
} Opcode;

/// What `fixedFunction` computes; x is this · 16 + the type's place in `NominalType.integers`.
typedef enum __attribute__((enum_extensibility(closed))) FixedKind : long {
    FixedKindAdd,
    FixedKindSubtract,
    FixedKindMultiply,
    FixedKindDivide,
    FixedKindRemainder,
    FixedKindNegate,
    FixedKindAddWrapping,
    FixedKindSubtractWrapping,
    FixedKindMultiplyWrapping,
    FixedKindNot,
    FixedKindShiftLeft,
    FixedKindShiftRight,
    FixedKindLess,
    FixedKindLessEqual,
} FixedKind;

/// What `doubleFunction` computes.
typedef enum __attribute__((enum_extensibility(closed))) DoubleFunction : long {
    DoubleFunctionExp,
    DoubleFunctionLog,
    DoubleFunctionSin,
    DoubleFunctionCos,
    DoubleFunctionTan,
    DoubleFunctionTanh,
    DoubleFunctionPow,
    DoubleFunctionFloor,
    DoubleFunctionCeil,
    DoubleFunctionRound,
    DoubleFunctionTrunc,
    DoubleFunctionRemainder,
} DoubleFunction;

/// Why a run was left; what there is to say about it is worked out from the instruction.
typedef enum __attribute__((enum_extensibility(closed))) Trap : long {
    TrapNone,
    /// The instruction is one of those that are not carried out here, or needs memory, a destruction, a lookup: nothing
    /// of it has been done, and the program counter stands behind its first word.
    TrapHost,
    /// The outermost frame has returned.
    TrapHalt,
    TrapOverflow,
    TrapDivision,
    TrapIndex,
    TrapRange,
    TrapUnwrap,
    TrapConversion,
    TrapRecursion,
    TrapStack,
    TrapInterrupt,
    TrapError,
    TrapThrown,
    TrapUnreachable,
    TrapPause,
} Trap;

/// Where a run is, and what it looks at on its way.
typedef struct RunState {
    const uint64_t *_Nonnull pc;
    uint64_t *_Nonnull fp;
    /// Frames that may still be entered.
    long depth_left __attribute__((swift_name("depthLeft")));
    /// The instruction that a run was left at.
    uint64_t word;
    /// Not 0 when the run is to look up; read before every taken jump and call.
    const int32_t *_Nonnull flag;
    /// Frames start below it.
    uint64_t *_Nonnull limit;
} RunState;

/// Runs instructions from `run->pc` on until one of them is not for here. Changes nothing but the run, the slots and
/// blocks that its instructions name; takes no memory and no native stack, whatever the code does.
Trap vj_execute(RunState *_Nonnull run) __attribute__((swift_name("runInstructions(_:)")));

/// What the instructions know of blocks and descriptors, which are declared in Swift: words from their start. Tests hold
/// them against each other.
enum {
    vj_word_references = 0,
    vj_word_descriptor = 2,
    vj_word_count = 3,
    vj_word_capacity = 4,
    /// An object's or existential's type, a closure's entry
    vj_word_type = 3,
    vj_word_elements = 5,
    vj_word_captures = 5,
    /// Of a LayoutDescriptor
    vj_layout_slots = 0,
    vj_layout_reference_count = 1,
    /// Of a CodeEntry
    vj_entry_code = 0,
    vj_entry_closure_register = 2,
};

/// Where a type's pair lies in a Dispatch's cache.
static inline long vj_dispatch_slot(uint64_t type) { return (long)((type >> 5 ^ type >> 9) & 7) * 2; }

#endif
