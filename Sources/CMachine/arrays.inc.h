// Elements of arrays. An array that is shared, or has no room, is Swift's to copy.

/// The array of a slot, when the index in `index_slot` is one of its own.
#define ELEMENT_OF(array_slot, index_slot) \
    vj_slots array = slots(array_slot); \
    uint64_t index = (index_slot); \
    if (UNLIKELY(index >= array[vj_word_count])) LEAVE(TrapIndex)

/// The same, to be changed.
#define OWN_ELEMENT_OF(array_slot, index_slot) \
    ELEMENT_OF(array_slot, index_slot); \
    if (UNLIKELY(array[vj_word_references] != 1)) HOST

#define DESCRIPTOR(array) ((const uint64_t *)slots((array)[vj_word_descriptor]))

INSTRUCTION(ArrayCount) {
    fp[A] = slots(fp[B])[vj_word_count];
    NEXT;
}
INSTRUCTION(ArrayGet) {
    ELEMENT_OF(fp[B], fp[C]);
    fp[A] = array[vj_word_elements + index];
    NEXT;
}
INSTRUCTION(ArrayGetRetained) {
    ELEMENT_OF(fp[B], fp[C]);
    uint64_t value = array[vj_word_elements + index];
    retain(value);
    fp[A] = value;
    NEXT;
}
INSTRUCTION(ArrayGetN) {
    ELEMENT_OF(fp[B], fp[C]);
    if (DESCRIPTOR(array)[vj_layout_reference_count] != 0) HOST;
    COPY_SLOTS(fp + A, array + vj_word_elements + index * X, X);
    NEXT;
}
INSTRUCTION(ArrayGetField) {
    ELEMENT_OF(fp[B], fp[C]);
    fp[A] = array[vj_word_elements + index * DESCRIPTOR(array)[vj_layout_slots] + X];
    NEXT;
}
INSTRUCTION(ArraySet) {
    OWN_ELEMENT_OF(fp[A], fp[B]);
    array[vj_word_elements + index] = fp[C];
    NEXT;
}
INSTRUCTION(ArrayAddDouble) {
    OWN_ELEMENT_OF(fp[A], fp[B]);
    vj_slots element = array + vj_word_elements + index;
    *element = bits(real(*element) + real(fp[C]));
    NEXT;
}
INSTRUCTION(ArrayAddInt) {
    OWN_ELEMENT_OF(fp[A], fp[B]);
    vj_slots element = array + vj_word_elements + index;
    int64_t sum;
    if (UNLIKELY(__builtin_add_overflow(integer(*element), integer(fp[C]), &sum))) LEAVE(TrapOverflow);
    *element = (uint64_t)sum;
    NEXT;
}
INSTRUCTION(ElementAddress) {
    OWN_ELEMENT_OF(*slots(fp[B]), fp[C]);
    fp[A] = address(array + vj_word_elements + index * DESCRIPTOR(array)[vj_layout_slots]);
    NEXT;
}
INSTRUCTION(ElementAddressInRegister) {
    OWN_ELEMENT_OF(fp[B], fp[C]);
    fp[A] = address(array + vj_word_elements + index * DESCRIPTOR(array)[vj_layout_slots]);
    NEXT;
}
INSTRUCTION(ArrayAppend) {
    vj_slots array = slots(fp[B]);
    uint64_t count = array[vj_word_count];
    if (UNLIKELY(array[vj_word_references] != 1 || count >= array[vj_word_capacity])) HOST;
    array[vj_word_elements + count] = fp[C];
    array[vj_word_count] = count + 1;
    NEXT;
}
