/// Threads, the interrupt flag, and the choice of instruction set.
#ifndef VJ_RUNTIME_H
#define VJ_RUNTIME_H

#include "vj_types.h"

#ifdef __cplusplus
extern "C" {
#endif

/// The flag that every chunk of parallel work and every long serial kernel looks at: nonzero
/// stops the work in progress, which then answers `VJ_INTERRUPTED`. The pointer never changes.
volatile int32_t *vj_interrupt_flag(void);
/// Asks running kernels to stop. Safe in a signal handler and from any thread.
void vj_interrupt(void);
/// Clears the flag; to be called before new work starts.
void vj_interrupt_clear(void);
/// Whether the flag is set.
bool vj_interrupt_pending(void);

/// Number of threads that parallel work uses, the caller's included. First asked for, it is the
/// environment variable VENCEJO_THREADS, or the number of processors that this process may use (its
/// affinity, and a container's quota).
size_t vj_threads(void);
/// Sets the number of threads; 0 restores the default. At most `VJ_MAX_THREADS` are used.
void vj_set_threads(size_t count);
#define VJ_MAX_THREADS 256

/// Calls `body(context, begin, end)` on pieces of 0..<count, each of at most `grain` indices (the
/// last may be shorter), on all threads; returns when all pieces are done.
///
/// Pieces always begin at multiples of `grain`, whatever the number of threads. The caller works
/// too; a call from inside a body runs inline, as does one made while another thread holds the
/// pool. The interrupt flag is read before each piece; false means that it was set and that pieces
/// were left out. Waking a sleeping worker costs some µs: worth it above about 20 µs of work.
bool vj_parallel_for(
    size_t count, size_t grain, void (*body)(void *context, size_t begin, size_t end),
    void *context);

/// Instruction sets with variants of their own. The best one that the processor has is taken at
/// start; the environment variable VENCEJO_ISA=avx512|avx2|portable forces one.
typedef enum {
    VJ_ISA_PORTABLE = 0,
    VJ_ISA_AVX2 = 1,
    VJ_ISA_AVX512 = 2,
} vj_isa;

/// The instruction set in use.
vj_isa vj_isa_current(void);
/// Whether this processor (and this build) has an instruction set.
bool vj_isa_available(vj_isa isa);
/// Switches to another variant, for tests; false, and no change, where it is not available.
bool vj_isa_select(vj_isa isa);
/// "avx512", "avx2" or "portable".
const char *vj_isa_name(vj_isa isa);

#ifdef __cplusplus
}
#endif
#endif
