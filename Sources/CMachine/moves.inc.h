// What moves slots, counts references and reaches memory.

INSTRUCTION(Halt) { LEAVE(TrapHalt); }
INSTRUCTION(Unreachable) { LEAVE(TrapUnreachable); }
INSTRUCTION(Host) { HOST; }

INSTRUCTION(Move) {
    fp[A] = fp[B];
    NEXT;
}
INSTRUCTION(Move2) {
    uint64_t first = fp[B];
    uint64_t second = fp[B + 1];
    fp[A] = first;
    fp[A + 1] = second;
    NEXT;
}
INSTRUCTION(MoveN) {
    COPY_SLOTS(fp + A, fp + B, C);
    NEXT;
}
INSTRUCTION(Copy) {
    uint64_t reference = fp[B];
    retain(reference);
    fp[A] = reference;
    NEXT;
}
INSTRUCTION(LoadInt) {
    fp[A] = (uint64_t)WIDE;
    NEXT;
}
INSTRUCTION(LoadWord) {
    fp[A] = *pc++;
    NEXT;
}
INSTRUCTION(Zero) {
    vj_slots start = fp + A;
    _Pragma("clang loop vectorize(disable) unroll(disable)")
    for (long i = 0, count = B; i < count; i++) start[i] = 0;
    NEXT;
}
INSTRUCTION(Retain) {
    retain(fp[A]);
    NEXT;
}
INSTRUCTION(Release) {
    uint64_t reference = fp[A];
    if (reference) {
        uint64_t count = slots(reference)[vj_word_references];
        if (count == 1) HOST;
        slots(reference)[vj_word_references] = count - 1;
    }
    NEXT;
}
INSTRUCTION(ReleaseN) {
    long count = B, step = X == 1 ? -1 : 1;
    vj_slots slot = fp + A + (step < 0 ? count - 1 : 0);
    for (; count > 0; count--, slot += step) {
        uint64_t reference = *slot;
        if (!reference) continue;
        // What has been released is 0, so that Swift goes on from here when it begins again.
        if (slots(reference)[vj_word_references] == 1) HOST;
        slots(reference)[vj_word_references] -= 1;
        *slot = 0;
    }
    NEXT;
}
INSTRUCTION(Load) {
    fp[A] = slots(fp[B])[C];
    NEXT;
}
INSTRUCTION(LoadRetained) {
    uint64_t value = slots(fp[B])[C];
    retain(value);
    fp[A] = value;
    NEXT;
}
INSTRUCTION(LoadN) {
    COPY_SLOTS(fp + A, slots(fp[B]) + C, X);
    NEXT;
}
INSTRUCTION(Store) {
    slots(fp[A])[C] = fp[B];
    NEXT;
}
INSTRUCTION(StoreN) {
    COPY_SLOTS(slots(fp[A]) + C, fp + B, X);
    NEXT;
}
INSTRUCTION(LoadGlobal) {
    fp[A] = *slots(*pc++);
    NEXT;
}
INSTRUCTION(StoreGlobal) {
    *slots(*pc++) = fp[A];
    NEXT;
}
INSTRUCTION(Address) {
    fp[A] = address(fp + B);
    NEXT;
}
INSTRUCTION(Offset) {
    fp[A] = fp[B] + C * 8;
    NEXT;
}
INSTRUCTION(LoadCaptures) {
    COPY_SLOTS(fp + A, slots(fp[B]) + vj_word_captures, C);
    NEXT;
}
INSTRUCTION(SkipWord) {
    pc++;
    NEXT;
}
INSTRUCTION(Mark) { NEXT; }
INSTRUCTION(Pause) { LEAVE(TrapPause); }

// MARK: Checks

INSTRUCTION(CheckRange) {
    bool is_in_order = X == 0 ? integer(fp[A]) <= integer(fp[B]) : real(fp[A]) <= real(fp[B]);
    if (UNLIKELY(!is_in_order)) LEAVE(TrapRange);
    NEXT;
}
INSTRUCTION(CheckSome) {
    if (UNLIKELY(fp[A] == 0)) LEAVE(TrapUnwrap);
    NEXT;
}
