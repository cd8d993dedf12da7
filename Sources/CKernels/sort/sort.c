// Sorting along rows: elements become unsigned keys in the elements' order, so that any type is
// sorted by its digits.
#include <math.h>

#include "../runtime/internal.h"

enum { radix_bits = 11, radix_digits = 1 << radix_bits, radix_parts = 8, radix_from = 1024, sort_run = 12 };

typedef struct {
    uint32_t key, position;
} placed32;
typedef struct {
    uint64_t key, position;
} placed64;

#define ITEM uint32_t
#define KEY(item) (item)
#define KEY_BITS 32
#define R(name) name##_u32
#include "radix.inc.h"
#define ITEM uint64_t
#define KEY(item) (item)
#define KEY_BITS 64
#define R(name) name##_u64
#include "radix.inc.h"
#define ITEM placed32
#define KEY(item) ((item).key)
#define KEY_BITS 32
#define R(name) name##_placed32
#include "radix.inc.h"
#define ITEM placed64
#define KEY(item) ((item).key)
#define KEY_BITS 64
#define R(name) name##_placed64
#include "radix.inc.h"

// Keys of floats: negative ones are in falling order of their bits. NaN is the greatest: the last upwards, the first
// downwards, as it is the maximum.
static inline uint32_t key_f32(uint32_t bits, uint32_t flip) {
    const uint32_t key = bits ^ ((uint32_t)((int32_t)bits >> 31) | 0x80000000u);
    return (bits & 0x7fffffffu) > 0x7f800000u ? UINT32_MAX ^ flip : key ^ flip;
}
static inline uint32_t bits_f32(uint32_t key, uint32_t flip) {
    key ^= flip;
    if (key == UINT32_MAX) return 0x7fc00000u;
    return key >> 31 ? key ^ 0x80000000u : ~key;
}
static inline uint64_t key_f64(uint64_t bits, uint64_t flip) {
    const uint64_t key = bits ^ ((uint64_t)((int64_t)bits >> 63) | 0x8000000000000000u);
    return (bits & INT64_MAX) > 0x7ff0000000000000u ? UINT64_MAX ^ flip : key ^ flip;
}
static inline uint64_t bits_f64(uint64_t key, uint64_t flip) {
    key ^= flip;
    if (key == UINT64_MAX) return 0x7ff8000000000000u;
    return key >> 63 ? key ^ 0x8000000000000000u : ~key;
}
// 0 and −0 are equal where their order counts.
static inline uint32_t plain_zero32(uint32_t bits) { return bits == 0x80000000u ? 0 : bits; }
static inline uint64_t plain_zero64(uint64_t bits) {
    return bits == 0x8000000000000000u ? 0 : bits;
}

typedef struct {
    vj_dtype dtype;
    size_t size, length, top;  // top: so many of each row's positions; 0: all
    bool descending;
    const char *x;
    char *out;
    int64_t *positions;
    _Atomic(int) status;
} sort_job;

// The key of each element, 32 bits where the type has no more.
static bool is_narrow(vj_dtype dtype) { return dtype != VJ_INT64 && dtype != VJ_FLOAT64; }

static uint32_t narrow_key(vj_dtype dtype, const void *x, size_t i, uint32_t flip) {
    switch (dtype) {
    case VJ_FLOAT32: return key_f32(((const uint32_t *)x)[i], flip);
    case VJ_INT32: return ((const uint32_t *)x)[i] ^ 0x80000000u ^ flip;
    default: return (uint32_t)((const uint8_t *)x)[i] ^ flip;
    }
}

// The keys by which positions are sorted: 0 and −0 are equal.
static uint32_t place_key32(const sort_job *j, const char *x, size_t i, uint32_t flip) {
    return j->dtype == VJ_FLOAT32 ? key_f32(plain_zero32(((const uint32_t *)x)[i]), flip)
                                  : narrow_key(j->dtype, x, i, flip);
}
static uint64_t place_key64(const sort_job *j, const char *x, size_t i, uint64_t flip) {
    const uint64_t bits = ((const uint64_t *)x)[i];
    return j->dtype == VJ_FLOAT64 ? key_f64(plain_zero64(bits), flip)
                                  : bits ^ (uint64_t)1 << 63 ^ flip;
}

static void fail(sort_job *j, vj_status status) { atomic_store(&j->status, (int)status); }

static bool sort_row(sort_job *j, const char *x, char *out, char *scratch, void *counts) {
    const size_t n = j->length;
    if (is_narrow(j->dtype)) {
        const uint32_t flip = j->descending ? UINT32_MAX : 0;
        uint32_t *keys = (uint32_t *)scratch;
        for (size_t i = 0; i < n; i++) keys[i] = narrow_key(j->dtype, x, i, flip);
        keys = sort_items_u32(keys, keys + n, n, counts);
        if (!keys) return false;
        for (size_t i = 0; i < n; i++) {
            if (j->dtype == VJ_FLOAT32)
                ((uint32_t *)out)[i] = bits_f32(keys[i], flip);
            else if (j->dtype == VJ_INT32)
                ((uint32_t *)out)[i] = keys[i] ^ flip ^ 0x80000000u;
            else
                ((uint8_t *)out)[i] = (uint8_t)(keys[i] ^ flip);
        }
        return true;
    }
    const uint64_t flip = j->descending ? UINT64_MAX : 0, sign = (uint64_t)1 << 63;
    uint64_t *keys = (uint64_t *)scratch;
    const uint64_t *from = (const uint64_t *)x;
    const bool real = j->dtype == VJ_FLOAT64;
    for (size_t i = 0; i < n; i++) keys[i] = real ? key_f64(from[i], flip) : from[i] ^ sign ^ flip;
    keys = sort_items_u64(keys, keys + n, n, counts);
    for (size_t i = 0; keys && i < n; i++)
        ((uint64_t *)out)[i] = real ? bits_f64(keys[i], flip) : keys[i] ^ flip ^ sign;
    return keys != NULL;
}

static bool argsort_row(sort_job *j, const char *x, int64_t *out, char *scratch, void *counts) {
    const size_t n = j->length;
    if (is_narrow(j->dtype)) {
        const uint32_t flip = j->descending ? UINT32_MAX : 0;
        placed32 *items = (placed32 *)scratch;
        for (size_t i = 0; i < n; i++)
            items[i] = (placed32){place_key32(j, x, i, flip), (uint32_t)i};
        items = sort_items_placed32(items, items + n, n, counts);
        for (size_t i = 0; items && i < n; i++) out[i] = (int64_t)items[i].position;
        return items != NULL;
    }
    const uint64_t flip = j->descending ? UINT64_MAX : 0;
    placed64 *items = (placed64 *)scratch;
    for (size_t i = 0; i < n; i++) items[i] = (placed64){place_key64(j, x, i, flip), i};
    items = sort_items_placed64(items, items + n, n, counts);
    for (size_t i = 0; items && i < n; i++) out[i] = (int64_t)items[i].position;
    return items != NULL;
}

// The first `top` positions of those that sort a row. Candidates are collected until there is room for
// no more; then they are sorted, the first ones stay, and the last of these is the bar for what follows.
// An element equal to it comes later, so it does not pass.
static size_t candidates(size_t top) { return 2 * top + 254; }
#define TOP_ROW(NAME, ITEM, UINT, KEY_AT, SORT) \
    static bool NAME(sort_job *j, const char *x, int64_t *out, ITEM *items, void *counts) { \
        const UINT flip = j->descending ? (UINT)-1 : 0; \
        const size_t room = candidates(j->top); \
        ITEM *const first = items; \
        size_t used = 0; \
        UINT bar = (UINT)-1; \
        bool is_open = true; \
        for (size_t i = 0; i < j->length; i++) { \
            if (i % 65536 == 0 && vj_interrupted()) return false; \
            const UINT key = KEY_AT(j, x, i, flip); \
            if (!is_open && key >= bar) continue; \
            items[used].key = key, items[used].position = (UINT)i; \
            if (++used < room && i + 1 < j->length) continue; \
            ITEM *sorted = SORT(items, items + room, used, counts); \
            if (!sorted) return false; \
            used = VJ_MIN_OF(used, j->top); \
            if (sorted != first) memcpy(first, sorted, used * sizeof *first); \
            if (used == j->top) bar = first[used - 1].key, is_open = false; \
        } \
        if (used > j->top) { \
            items = SORT(first, first + room, used, counts); \
            if (!items) return false; \
        } \
        for (size_t i = 0; i < j->top; i++) out[i] = (int64_t)items[i].position; \
        return true; \
    }
TOP_ROW(top_row32, placed32, uint32_t, place_key32, sort_items_placed32)
TOP_ROW(top_row64, placed64, uint64_t, place_key64, sort_items_placed64)
#undef TOP_ROW

static void rows_piece(void *context, size_t begin, size_t end) {
    sort_job *j = context;
    const size_t item = (is_narrow(j->dtype) ? 4 : 8) * (j->positions ? 2 : 1),
                 held = j->top ? candidates(j->top) : j->length,
                 room = (2 * held * item + 63) / 64 * 64;
    const size_t counted = held < radix_from ? 0 : radix_parts * radix_digits * sizeof(uint32_t);
    char *scratch = vj_alloc(room + counted + 64);
    if (!scratch) {
        fail(j, VJ_OUT_OF_MEMORY);
        return;
    }
    for (size_t row = begin; row < end; row++) {
        const size_t at = row * j->length;
        const char *x = j->x + at * j->size;
        char *counts = scratch + room;
        bool done;
        if (!j->positions)
            done = sort_row(j, x, j->out + at * j->size, scratch, counts);
        else if (!j->top)
            done = argsort_row(j, x, j->positions + at, scratch, counts);
        else if (is_narrow(j->dtype))
            done = top_row32(j, x, j->positions + row * j->top, (placed32 *)scratch, counts);
        else
            done = top_row64(j, x, j->positions + row * j->top, (placed64 *)scratch, counts);
        if (!done) {
            fail(j, VJ_INTERRUPTED);
            break;
        }
    }
    vj_free(scratch);
}

static vj_status run(size_t rows, sort_job *job) {
    if ((unsigned)job->dtype > VJ_FLOAT64 || job->length > UINT32_MAX) return VJ_UNSUPPORTED;
    if (vj_interrupted()) return VJ_INTERRUPTED;
    if (rows == 0 || job->length == 0) return VJ_OK;
    job->size = vj_dtype_size(job->dtype);
    bool complete = true;
    if (rows == 1)
        rows_piece(job, 0, 1);  // its own passes are in parallel
    else
        complete = vj_parallel(rows, 8192 / job->length + 1, rows_piece, job);
    const vj_status status = (vj_status)atomic_load(&job->status);
    return status != VJ_OK ? status : vj_finished(complete);
}

vj_status vj_sort(
    vj_dtype dtype, size_t rows, size_t length, const void *x, bool descending, void *out) {
    sort_job job = {
        .dtype = dtype, .length = length, .descending = descending, .x = x, .out = out};
    return run(rows, &job);
}

vj_status vj_argsort(
    vj_dtype dtype, size_t rows, size_t length, const void *x, bool descending,
    int64_t *positions) {
    sort_job job = {
        .dtype = dtype, .length = length, .descending = descending, .x = x,
        .positions = positions};
    return run(rows, &job);
}

vj_status vj_top(
    vj_dtype dtype, size_t rows, size_t length, size_t count, const void *x, bool descending,
    int64_t *positions) {
    if (count == 0 || count > length) return count ? VJ_UNSUPPORTED : VJ_OK;
    // From here on sorting all of it costs no more.
    if (candidates(count) < length / 2) {
        sort_job job = {
            .dtype = dtype, .length = length, .top = count, .descending = descending, .x = x,
            .positions = positions};
        return run(rows, &job);
    }
    int64_t *all = vj_alloc(rows * length * sizeof *all);
    if (!all) return VJ_OUT_OF_MEMORY;
    const vj_status status = vj_argsort(dtype, rows, length, x, descending, all);
    for (size_t row = 0; status == VJ_OK && row < rows; row++)
        memcpy(positions + row * count, all + row * length, count * sizeof *all);
    vj_free(all);
    return status;
}
