#ifndef VJ_INSTRUCTIONS_H
#define VJ_INSTRUCTIONS_H

#include "CMachine.h"

#include <stdbool.h>
#include <string.h>

// An instruction is a function that ends by jumping to the next one's. What all of them need is handed on in the
// registers of a call's first six arguments, so that nothing of it is ever written to memory, and every instruction has
// an indirect jump of its own, which the processor foretells by what came before.
//
// In one function with a `switch` the frame's address does not stay in a register, and all instructions share two jumps.

typedef const uint64_t *vj_code;
typedef uint64_t *vj_slots;
typedef long vj_instruction(vj_code pc, vj_slots fp, uint64_t word, RunState *run, long depth, const void *table);

#define INSTRUCTION(name) \
    __attribute__((no_builtin("memcpy", "memmove"))) \
    static long run##name(vj_code pc, vj_slots fp, uint64_t word, RunState *run, long depth, const void *table)

#define CONTINUE(function) __attribute__((musttail)) return (function)(pc, fp, word, run, depth, table)

/// On to the next instruction.
#define NEXT \
    do { \
        word = *pc++; \
        CONTINUE(((vj_instruction *const *)table)[word & 0xff]); \
    } while (0)

/// Out of the run. In a function of its own: what is rare does not lie between what is not.
#define LEAVE(trap) \
    do { \
        table = (const void *)(trap); \
        CONTINUE(runLeave); \
    } while (0)

/// To Swift, which carries the instruction out from its start.
#define HOST LEAVE(TrapHost)

#define UNLIKELY(condition) __builtin_expect((condition), 0)

__attribute__((cold, noinline)) INSTRUCTION(Leave) {
    run->pc = pc;
    run->fp = fp;
    run->word = word;
    run->depth_left = depth;
    return (long)table;
}

// Parts of a word.
#define X (word >> 8 & 0xff)
#define A ((uint16_t)(word >> 16))
#define B ((uint16_t)(word >> 32))
#define C ((uint16_t)(word >> 48))
#define SIGNED_B ((int16_t)(word >> 32))
#define SIGNED_C ((int64_t)word >> 48)
#define WIDE ((int64_t)word >> 32)
#define A_OF(other) ((uint16_t)((other) >> 16))
#define B_OF(other) ((uint16_t)((other) >> 32))
#define SIGNED_C_OF(other) ((int64_t)(other) >> 48)

static inline int64_t integer(uint64_t slot) { return (int64_t)slot; }

static inline double real(uint64_t slot) {
    double value;
    memcpy(&value, &slot, sizeof value);
    return value;
}

static inline uint64_t bits(double value) {
    uint64_t slot;
    memcpy(&slot, &value, sizeof slot);
    return slot;
}

static inline float single(uint64_t slot) {
    uint32_t low = (uint32_t)slot;
    float value;
    memcpy(&value, &low, sizeof value);
    return value;
}

static inline uint64_t single_bits(float value) {
    uint32_t low;
    memcpy(&low, &value, sizeof low);
    return low;
}

static inline vj_slots slots(uint64_t word) { return (vj_slots)(uintptr_t)word; }

static inline uint64_t address(const uint64_t *slot) { return (uint64_t)(uintptr_t)slot; }

static inline void retain(uint64_t reference) {
    if (reference) slots(reference)[vj_word_references] += 1;
}

/// A few slots, which may overlap. No call: that would cost more than most copies.
#define COPY_SLOTS(target, source, number) \
    do { \
        vj_slots to = (target); \
        const uint64_t *from = (source); \
        long count = (number); \
        if (to <= from) { \
            _Pragma("clang loop vectorize(disable) unroll(disable)") \
            for (long i = 0; i < count; i++) to[i] = from[i]; \
        } else { \
            _Pragma("clang loop vectorize(disable) unroll(disable)") \
            while (count-- > 0) to[count] = from[count]; \
        } \
    } while (0)

static inline bool is_interrupted(const RunState *run) {
    return UNLIKELY(__atomic_load_n(run->flag, __ATOMIC_RELAXED) != 0);
}

/// Goes `offset` words on, unless the run is to look up.
#define JUMP(offset) \
    do { \
        if (is_interrupted(run)) LEAVE(TrapInterrupt); \
        pc += (offset); \
        NEXT; \
    } while (0)

/// The next round of a counting loop, whose instruction is `loop`.
#define ROUND(loop) \
    do { \
        int64_t value = integer(fp[A_OF(loop)]); \
        if (value < integer(fp[B_OF(loop)])) { \
            if (is_interrupted(run)) LEAVE(TrapInterrupt); \
            fp[A_OF(loop)] = (uint64_t)(value + 1); \
            pc += SIGNED_C_OF(loop); \
            NEXT; \
        } \
        NEXT; \
    } while (0)

/// a ← what an operation of Int makes of two operands, when it fits.
#define CHECKED(builtin, left, right) \
    do { \
        int64_t value; \
        if (UNLIKELY(builtin(left, right, &value))) LEAVE(TrapOverflow); \
        fp[A] = (uint64_t)value; \
    } while (0)

#endif
