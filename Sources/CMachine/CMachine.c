#include "instructions.h"

#include <math.h>

// What a cell's text says is rounded as it says: a product and a sum are two roundings.
#pragma STDC FP_CONTRACT OFF

#include "moves.inc.h"
#include "jumps.inc.h"
#include "numbers.inc.h"
#include "arrays.inc.h"

/// The instructions that are carried out here; all others are Swift's.
#define INSTRUCTIONS(X) \
    X(Halt) X(Unreachable) X(Move) X(Move2) X(MoveN) X(Copy) X(LoadInt) X(LoadWord) X(Zero) X(Retain) X(Release) \
    X(ReleaseN) X(Load) X(LoadRetained) X(LoadN) X(Store) X(StoreN) X(LoadGlobal) X(StoreGlobal) X(Address) \
    X(Offset) X(Jump) X(JumpIfTrue) X(JumpIfFalse) X(JumpIntEqual) X(JumpIntNotEqual) X(JumpIntLess) \
    X(JumpIntLessEqual) X(JumpIntEqualImmediate) X(JumpIntNotEqualImmediate) X(JumpIntLessImmediate) \
    X(JumpIntLessEqualImmediate) X(JumpIntGreaterImmediate) X(JumpIntGreaterEqualImmediate) X(JumpDoubleEqual) \
    X(JumpDoubleNotEqual) X(JumpDoubleLess) X(JumpDoubleLessEqual) X(JumpDoubleNotLess) X(JumpDoubleNotLessEqual) \
    X(LoopInt) X(LoopArray) X(LoopArrayN) X(IntAdd) X(IntSubtract) X(IntMultiply) X(IntDivide) X(IntRemainder) \
    X(IntNegate) X(IntAddImmediate) X(IntMultiplyImmediate) X(IntDivideImmediate) X(IntRemainderImmediate) \
    X(IntAddWrapping) X(IntSubtractWrapping) X(IntMultiplyWrapping) X(IntAnd) X(IntOr) X(IntXor) X(IntNot) \
    X(IntShiftLeft) X(IntShiftRight) X(IntEqual) X(IntNotEqual) X(IntLess) X(IntLessEqual) X(IntAbs) X(IntMin) \
    X(IntMax) X(FixedFunction) X(DoubleAdd) X(DoubleSubtract) X(DoubleMultiply) X(DoubleDivide) X(DoubleNegate) \
    X(DoubleMultiplyAdd) X(DoubleEqual) X(DoubleNotEqual) X(DoubleLess) X(DoubleLessEqual) X(DoubleAbs) \
    X(DoubleMin) X(DoubleMax) X(DoubleSquareRoot) X(DoubleFunction) X(FloatAdd) X(FloatSubtract) X(FloatMultiply) \
    X(FloatDivide) X(FloatNegate) X(FloatEqual) X(FloatNotEqual) X(FloatLess) X(FloatLessEqual) X(BoolNot) \
    X(IntToDouble) X(DoubleToInt) X(IntToFloat) X(FloatToDouble) X(DoubleToFloat) X(FloatToInt) X(IntAddThenLoop) \
    X(DoubleAddThenLoop) X(DoubleMultiplyAddThenLoop) X(IntAddImmediateThenJumpLess) X(IntAddImmediateThenCall) \
    X(IntAddThenReturn) X(ArrayCount) X(ArrayGet) X(ArrayGetRetained) X(ArrayGetN) X(ArrayGetField) X(ArraySet) \
    X(ArrayAddDouble) X(ArrayAddInt) X(ElementAddress) X(ElementAddressInRegister) X(ArrayAppend) X(CheckRange) \
    X(CheckSome) X(Call) X(CallClosure) X(CallDynamic) X(Return0) X(Return1) X(ReturnN) X(Throw) X(LoadCaptures) \
    X(SkipWord) X(Mark) X(Pause)

#define OPCODES_FUNCTION(name) [Opcode##name] = run##name,

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winitializer-overrides"
static vj_instruction *const functions[256] = {[0 ... 255] = runHost, INSTRUCTIONS(OPCODES_FUNCTION)};
#pragma clang diagnostic pop

Trap vj_execute(RunState *run) {
    vj_code pc = run->pc;
    uint64_t word = *pc++;
    return (Trap)functions[word & 0xff](pc, run->fp, word, run, run->depth_left, functions);
}
