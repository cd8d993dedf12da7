// The caching allocator. Each block carries a 64-byte header in front of what the caller sees.
// Sizes are rounded up to classes, four to a doubling; a freed block goes to its class's list and
// serves the next request, since fresh pages cost about 0.1 ms a megabyte in page faults.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <sched.h>
#include <stdlib.h>
#include <sys/mman.h>

#include "internal.h"

typedef struct header {
    struct header *next;
    size_t capacity;
    size_t mapped;  // length of the mapping, 0 when it came from malloc
    void *base;
    uint32_t size_class;
} header;
enum { header_size = 64, class_count = 4 * 48, first_shift = 6 };
_Static_assert(sizeof(header) <= header_size, "a header fits in front of a block");

static const size_t map_from = (size_t)1 << 18, huge_from = (size_t)1 << 22,
                    huge_page = (size_t)1 << 21, least_cache = (size_t)64 << 20,
                    most_spare = (size_t)512 << 20, asked_from = (size_t)64 << 20;

static struct {
    _Atomic(int) locked;
    header *first;
} lists[class_count];
static _Atomic(size_t) in_use, peak, cached, limit;

static void lock(_Atomic(int) *word) {
    while (atomic_exchange_explicit(word, 1, memory_order_acquire))
        while (atomic_load_explicit(word, memory_order_relaxed)) sched_yield();
}
static void unlock(_Atomic(int) *word) {
    atomic_store_explicit(word, 0, memory_order_release);
}

// 64, 80, 96, 112, 128, 160, … ; false for sizes no machine has.
static bool classify(size_t bytes, uint32_t *size_class, size_t *capacity) {
    if (bytes <= 64) {
        *size_class = 0, *capacity = 64;
        return true;
    }
    if (bytes > (size_t)1 << 47) return false;
    unsigned shift = 63 - (unsigned)__builtin_clzll(bytes - 1);  // 2^shift < bytes ≤ 2^(shift+1)
    size_t step = (size_t)1 << (shift - 2);
    size_t quarter = (bytes - ((size_t)1 << shift) + step - 1) / step;  // 1...4
    *size_class = (shift - first_shift) * 4 + (uint32_t)quarter;
    *capacity = ((size_t)1 << shift) + quarter * step;
    return *size_class < class_count;
}

static header *fresh(size_t capacity, uint32_t size_class) {
    size_t bytes = capacity + header_size;
    header *h;
    if (capacity < map_from) {
        h = aligned_alloc(64, (bytes + 63) / 64 * 64);
        if (!h) return NULL;
        h->mapped = 0, h->base = h;
    } else {
        size_t extra = capacity >= huge_from ? huge_page : 0;
        size_t length = (bytes + extra + 4095) / 4096 * 4096;
        char *base = mmap(
            NULL, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (base == MAP_FAILED) return NULL;
        char *start = base;
#ifdef MADV_HUGEPAGE
        if (extra) {
            start = (char *)(((uintptr_t)base + huge_page - 1) / huge_page * huge_page);
            madvise(start, length - (size_t)(start - base), MADV_HUGEPAGE);
        }
#endif
        h = (header *)start;
        h->mapped = length, h->base = base;
    }
    h->capacity = capacity, h->size_class = size_class, h->next = NULL;
    return h;
}

// How much is kept for later. Steps of a training ask for the same blocks in the same order, of which
// those of different sizes cannot stand in for each other: all of them together are more than what
// is in use at any one time.
static size_t most_kept(void) {
    const size_t high = atomic_load_explicit(&peak, memory_order_relaxed);
    return VJ_MAX_OF(least_cache, high + VJ_MIN_OF(high, most_spare));
}

static void release(header *h) {
    if (h->mapped)
        munmap(h->base, h->mapped);
    else
        free(h);
}

static header *of(const void *pointer) { return (header *)((char *)pointer - header_size); }

// Gives back what is kept, the largest blocks first, until no more than `wanted` is left.
static void trim(size_t wanted) {
    for (size_t i = class_count; i-- > 0;) {
        if (atomic_load_explicit(&cached, memory_order_relaxed) <= wanted) return;
        lock(&lists[i].locked);
        header *h = lists[i].first;
        lists[i].first = NULL;
        unlock(&lists[i].locked);
        while (h) {
            header *next = h->next;
            atomic_fetch_sub_explicit(&cached, h->capacity, memory_order_relaxed);
            release(h);
            h = next;
        }
    }
}

// Counts the block in, unless the limit would be passed.
static bool reserve(size_t capacity) {
    size_t now = atomic_fetch_add_explicit(&in_use, capacity, memory_order_relaxed) + capacity;
    size_t most = atomic_load_explicit(&limit, memory_order_relaxed);
    if (most && now > most) {
        atomic_fetch_sub_explicit(&in_use, capacity, memory_order_relaxed);
        return false;
    }
    size_t high = atomic_load_explicit(&peak, memory_order_relaxed);
    while (now > high
           && !atomic_compare_exchange_weak_explicit(
               &peak, &high, now, memory_order_relaxed, memory_order_relaxed)) {
    }
    return true;
}

void *vj_alloc(size_t bytes) {
    uint32_t size_class;
    size_t capacity;
    if (!classify(bytes, &size_class, &capacity) || !reserve(capacity)) return NULL;
    lock(&lists[size_class].locked);
    header *h = lists[size_class].first;
    if (h) lists[size_class].first = h->next;
    unlock(&lists[size_class].locked);
    if (h) {
        atomic_fetch_sub_explicit(&cached, capacity, memory_order_relaxed);
        return (char *)h + header_size;
    }
    size_t most = atomic_load_explicit(&limit, memory_order_relaxed);
    if (most
        && atomic_load_explicit(&in_use, memory_order_relaxed)
                + atomic_load_explicit(&cached, memory_order_relaxed)
            > most)
        vj_memory_trim();
    // The system gives what it does not have and ends the process that uses it.
    if (capacity >= asked_from && capacity > vj_memory_available()) {
        vj_memory_trim();
        if (capacity > vj_memory_available()) {
            atomic_fetch_sub_explicit(&in_use, capacity, memory_order_relaxed);
            return NULL;
        }
    }
    h = fresh(capacity, size_class);
    if (!h) {
        vj_memory_trim();
        h = fresh(capacity, size_class);
    }
    if (!h) {
        atomic_fetch_sub_explicit(&in_use, capacity, memory_order_relaxed);
        return NULL;
    }
    return (char *)h + header_size;
}

void *vj_alloc_zeroed(size_t bytes) {
    void *pointer = vj_alloc(bytes);
    if (pointer) memset(pointer, 0, bytes);
    return pointer;
}

void vj_free(void *pointer) {
    if (!pointer) return;
    header *h = of(pointer);
    size_t capacity = h->capacity;
    uint32_t size_class = h->size_class;
    atomic_fetch_sub_explicit(&in_use, capacity, memory_order_relaxed);
    size_t kept = atomic_fetch_add_explicit(&cached, capacity, memory_order_relaxed) + capacity;
    const size_t most = most_kept();
    if (kept > most) {
        // What is freed now is likely to be wanted again soon; what has been lying here is not.
        trim(most / 2);
        if (capacity > most) {
            atomic_fetch_sub_explicit(&cached, capacity, memory_order_relaxed);
            release(h);
            return;
        }
    }
    lock(&lists[size_class].locked);
    h->next = lists[size_class].first;
    lists[size_class].first = h;
    unlock(&lists[size_class].locked);
}

size_t vj_alloc_capacity(const void *pointer) { return pointer ? of(pointer)->capacity : 0; }

void vj_memory_set_limit(size_t bytes) { atomic_store(&limit, bytes); }
size_t vj_memory_limit(void) { return atomic_load(&limit); }
bool vj_memory_would_fit(size_t bytes) {
    size_t most = atomic_load(&limit), used = atomic_load(&in_use);
    return most == 0 || (used <= most && bytes <= most - used);
}
size_t vj_memory_in_use(void) { return atomic_load(&in_use); }
size_t vj_memory_peak(void) { return atomic_load(&peak); }
void vj_memory_reset_peak(void) { atomic_store(&peak, atomic_load(&in_use)); }
size_t vj_memory_cached(void) { return atomic_load(&cached); }

void vj_memory_trim(void) { trim(0); }
