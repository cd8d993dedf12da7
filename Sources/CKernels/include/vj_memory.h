/// The allocator under all tensors: 64-byte aligned, caching, with a limit.
#ifndef VJ_MEMORY_H
#define VJ_MEMORY_H

#include "vj_types.h"

#ifdef __cplusplus
extern "C" {
#endif

/// Uninitialised memory for `bytes` bytes, aligned to 64; zero bytes give a valid pointer too.
/// NULL when the limit would be passed or the system has none. Safe from any thread.
void *vj_alloc(size_t bytes);
/// Like `vj_alloc`, filled with zeros.
void *vj_alloc_zeroed(size_t bytes);
/// Gives back what `vj_alloc` gave; NULL is ignored. Freed blocks are kept for the next request.
void vj_free(void *pointer);
/// Bytes that can be used at `pointer`, at least what was asked for.
size_t vj_alloc_capacity(const void *pointer);

/// Sets the limit on bytes in use; 0 means none.
void vj_memory_set_limit(size_t bytes);
size_t vj_memory_limit(void);
/// Whether `bytes` more would stay within the limit; asks before work that allocates elsewhere.
bool vj_memory_would_fit(size_t bytes);
/// Bytes that may still be taken before the machine, or the container, runs short: what is available less a sixteenth of
/// all. SIZE_MAX where the system does not tell. Takes some 20 µs.
size_t vj_memory_available(void);
/// Bytes of the machine's memory that this process alone has; 0 where the system does not tell.
size_t vj_memory_resident(void);
/// Bytes handed out and not given back.
size_t vj_memory_in_use(void);
/// Highest value of `vj_memory_in_use` since the start or the last reset.
size_t vj_memory_peak(void);
void vj_memory_reset_peak(void);
/// Bytes kept for reuse.
size_t vj_memory_cached(void);
/// Gives all cached blocks back to the system.
void vj_memory_trim(void);
/// The same, and what the C library keeps.
void vj_memory_give_back(void);

#ifdef __cplusplus
}
#endif
#endif
