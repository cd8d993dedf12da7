// What the kernels share among themselves and nobody else sees.
#ifndef VJ_INTERNAL_H
#define VJ_INTERNAL_H

#include <stdatomic.h>
#include <string.h>

#include "../include/CKernels.h"

#if defined(__x86_64__)
#define VJ_X86 1
#else
#define VJ_X86 0
#endif

#define VJ_UNLIKELY(x) __builtin_expect(!!(x), 0)
#define VJ_LIKELY(x) __builtin_expect(!!(x), 1)
#define VJ_MIN_OF(a, b) ((a) < (b) ? (a) : (b))
#define VJ_MAX_OF(a, b) ((a) > (b) ? (a) : (b))

extern _Atomic(int32_t) vj_interrupt_word;
static inline bool vj_interrupted(void) {
    return VJ_UNLIKELY(atomic_load_explicit(&vj_interrupt_word, memory_order_relaxed) != 0);
}
static inline vj_status vj_finished(bool complete) { return complete ? VJ_OK : VJ_INTERRUPTED; }

// Work below this many pieces' worth runs inline: see vj_parallel_for.
static inline bool vj_parallel(
    size_t count, size_t grain, void (*body)(void *, size_t, size_t), void *context) {
    if (count <= grain) {
        if (vj_interrupted()) return false;
        if (count) body(context, 0, count);
        return true;
    }
    return vj_parallel_for(count, grain, body, context);
}

#endif
