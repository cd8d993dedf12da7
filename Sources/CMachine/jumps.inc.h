// Where the run goes on.

INSTRUCTION(Jump) { JUMP(WIDE); }

#define JUMPS_IF(name, condition, offset) \
    INSTRUCTION(name) { \
        if (condition) JUMP(offset); \
        NEXT; \
    }

JUMPS_IF(JumpIfTrue, fp[A] != 0, WIDE)
JUMPS_IF(JumpIfFalse, fp[A] == 0, WIDE)
JUMPS_IF(JumpIntEqual, fp[A] == fp[B], SIGNED_C)
JUMPS_IF(JumpIntNotEqual, fp[A] != fp[B], SIGNED_C)
JUMPS_IF(JumpIntLess, integer(fp[A]) < integer(fp[B]), SIGNED_C)
JUMPS_IF(JumpIntLessEqual, integer(fp[A]) <= integer(fp[B]), SIGNED_C)
JUMPS_IF(JumpIntEqualImmediate, integer(fp[A]) == SIGNED_B, SIGNED_C)
JUMPS_IF(JumpIntNotEqualImmediate, integer(fp[A]) != SIGNED_B, SIGNED_C)
JUMPS_IF(JumpIntLessImmediate, integer(fp[A]) < SIGNED_B, SIGNED_C)
JUMPS_IF(JumpIntLessEqualImmediate, integer(fp[A]) <= SIGNED_B, SIGNED_C)
JUMPS_IF(JumpIntGreaterImmediate, integer(fp[A]) > SIGNED_B, SIGNED_C)
JUMPS_IF(JumpIntGreaterEqualImmediate, integer(fp[A]) >= SIGNED_B, SIGNED_C)
JUMPS_IF(JumpDoubleEqual, real(fp[A]) == real(fp[B]), SIGNED_C)
JUMPS_IF(JumpDoubleNotEqual, real(fp[A]) != real(fp[B]), SIGNED_C)
JUMPS_IF(JumpDoubleLess, real(fp[A]) < real(fp[B]), SIGNED_C)
JUMPS_IF(JumpDoubleLessEqual, real(fp[A]) <= real(fp[B]), SIGNED_C)
JUMPS_IF(JumpDoubleNotLess, !(real(fp[A]) < real(fp[B])), SIGNED_C)
JUMPS_IF(JumpDoubleNotLessEqual, !(real(fp[A]) <= real(fp[B])), SIGNED_C)

INSTRUCTION(LoopInt) { ROUND(word); }

INSTRUCTION(LoopArray) {
    const uint64_t *array = slots(fp[B]);
    uint64_t index = fp[B + 1] + 1;
    if (index < array[vj_word_count]) {
        if (is_interrupted(run)) LEAVE(TrapInterrupt);
        fp[B + 1] = index;
        fp[A] = array[vj_word_elements + index];
        pc += SIGNED_C;
        NEXT;
    }
    NEXT;
}
INSTRUCTION(LoopArrayN) {
    const uint64_t *array = slots(fp[B]);
    uint64_t index = fp[B + 1] + 1;
    if (index < array[vj_word_count]) {
        if (is_interrupted(run)) LEAVE(TrapInterrupt);
        fp[B + 1] = index;
        COPY_SLOTS(fp + A, array + vj_word_elements + index * X, X);
        pc += SIGNED_C;
    }
    NEXT;
}

// MARK: Functions

/// Enters the code of an entry; its frame is at `frame`. `prepare` is done when nothing stands in the way.
#define ENTER_AFTER(prepare, entry_address, frame) \
    do { \
        const uint64_t *entry = (entry_address); \
        vj_slots callee = (frame); \
        if (UNLIKELY(callee >= run->limit)) LEAVE(TrapStack); \
        if (UNLIKELY(depth == 0)) LEAVE(TrapRecursion); \
        if (is_interrupted(run)) LEAVE(TrapInterrupt); \
        depth -= 1; \
        callee[-2] = address(pc); \
        callee[-1] = address(fp); \
        prepare; \
        fp = callee; \
        pc = slots(entry[vj_entry_code]); \
        NEXT; \
    } while (0)

#define ENTER(entry_address, frame) ENTER_AFTER((void)0, entry_address, frame)

INSTRUCTION(Call) {
    const uint64_t *target = slots(*pc++);
    ENTER(target, fp + A);
}
INSTRUCTION(CallClosure) {
    uint64_t closure = fp[B];
    const uint64_t *target = slots(slots(closure)[vj_word_type]);
    int64_t own = integer(target[vj_entry_closure_register]);
    ENTER_AFTER(if (own >= 0) callee[own] = closure, target, fp + A);
}
INSTRUCTION(CallDynamic) {
    const uint64_t *cache = slots(*pc);
    uint64_t receiver = fp[B];
    uint64_t type = X == 1 ? receiver : slots(receiver)[vj_word_type];
    const uint64_t *found = cache + vj_dispatch_slot(type);
    if (UNLIKELY(found[0] != type)) HOST;
    pc++;
    const uint64_t *target = slots(found[1]);
    ENTER(target, fp + A);
}
INSTRUCTION(Return0) {
    pc = slots(fp[-2]);
    fp = slots(fp[-1]);
    depth += 1;
    NEXT;
}

/// Back to the caller with one slot.
#define RETURN_ONE(result) \
    do { \
        uint64_t returned = (result); \
        vj_slots caller = slots(fp[-1]); \
        pc = slots(fp[-2]); \
        fp[-2] = returned; \
        fp = caller; \
        depth += 1; \
        NEXT; \
    } while (0)

INSTRUCTION(Return1) { RETURN_ONE(fp[A]); }
INSTRUCTION(ReturnN) {
    vj_code back = slots(fp[-2]);
    vj_slots caller = slots(fp[-1]);
    long size = B;
    COPY_SLOTS(fp - (size < 2 ? 2 : size), fp + A, size);
    pc = back;
    fp = caller;
    depth += 1;
    NEXT;
}
INSTRUCTION(Throw) { LEAVE(TrapThrown); }

// MARK: Pairs

INSTRUCTION(IntAddThenLoop) {
    CHECKED(__builtin_add_overflow, integer(fp[B]), integer(fp[C]));
    uint64_t round = *pc++;
    if (SIGNED_C_OF(round) != -2) ROUND(round);
    // The pair is the whole loop: it goes round here, since finding the next instruction would cost more than the
    // addition.
    while (integer(fp[A_OF(round)]) < integer(fp[B_OF(round)])) {
        if (is_interrupted(run)) LEAVE(TrapInterrupt);
        fp[A_OF(round)] += 1;
        int64_t sum;
        if (UNLIKELY(__builtin_add_overflow(integer(fp[B]), integer(fp[C]), &sum))) {
            pc -= 1;
            LEAVE(TrapOverflow);
        }
        fp[A] = (uint64_t)sum;
    }
    NEXT;
}
INSTRUCTION(DoubleAddThenLoop) {
    fp[A] = bits(real(fp[B]) + real(fp[C]));
    uint64_t round = *pc++;
    ROUND(round);
}
INSTRUCTION(DoubleMultiplyAddThenLoop) {
    double product = real(fp[B]) * real(fp[C]);
    fp[A] = bits(real(fp[A]) + product);
    uint64_t round = *pc++;
    ROUND(round);
}
INSTRUCTION(IntAddImmediateThenJumpLess) {
    CHECKED(__builtin_add_overflow, integer(fp[B]), SIGNED_C);
    uint64_t test = *pc++;
    if (integer(fp[A_OF(test)]) < integer(fp[B_OF(test)])) JUMP(SIGNED_C_OF(test));
    NEXT;
}
INSTRUCTION(IntAddImmediateThenCall) {
    CHECKED(__builtin_add_overflow, integer(fp[B]), SIGNED_C);
    uint64_t invocation = *pc++;
    const uint64_t *target = slots(*pc++);
    ENTER(target, fp + A_OF(invocation));
}
INSTRUCTION(IntAddThenReturn) {
    int64_t sum;
    if (UNLIKELY(__builtin_add_overflow(integer(fp[B]), integer(fp[C]), &sum))) LEAVE(TrapOverflow);
    RETURN_ONE((uint64_t)sum);
}
