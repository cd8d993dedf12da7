// Random numbers: the parallel and the scalar forms over Philox blocks.
#include "../simd/table.h"
#include "philox.h"

void vj_random_block(uint64_t seed, uint64_t counter, uint32_t out[4]) {
    vj_philox(seed, counter, 0, out);
}

uint64_t vj_random_u64(uint64_t seed, uint64_t counter, uint64_t *out, size_t count) {
    for (size_t i = 0; i < count; i += 2, counter++) {
        uint32_t w[4];
        vj_philox(seed, counter, 0, w);
        out[i] = (uint64_t)w[1] << 32 | w[0];
        if (i + 1 < count) out[i + 1] = (uint64_t)w[3] << 32 | w[2];
    }
    return counter;
}

typedef struct {
    vj_uniform_kernel *kernel;
    uint64_t seed, counter;
    size_t per_block, size;
    double low, span;
    char *out;
} fill_job;

static void fill_piece(void *context, size_t begin, size_t end) {
    const fill_job *j = context;
    j->kernel(
        j->seed, j->counter + begin / j->per_block, end - begin, j->low, j->span,
        j->out + begin * j->size);
}

// Pieces are whole numbers of blocks and of every variant's vectors.
enum { random_grain = 8192 };

static uint64_t fill(
    vj_uniform_kernel *kernel, uint64_t seed, uint64_t counter, size_t count, size_t per_block,
    size_t size, double low, double span, void *out) {
    fill_job job = {kernel, seed, counter, per_block, size, low, span, out};
    vj_parallel(count, random_grain, fill_piece, &job);
    return counter + (count + per_block - 1) / per_block;
}

uint64_t vj_random_uniform_f32(
    uint64_t seed, uint64_t counter, size_t count, float low, float high, float *out) {
    return fill(
        vj_active->uniform[0], seed, counter, count, 4, 4, low, (double)high - (double)low, out);
}
uint64_t vj_random_uniform_f64(
    uint64_t seed, uint64_t counter, size_t count, double low, double high, double *out) {
    return fill(vj_active->uniform[1], seed, counter, count, 2, 8, low, high - low, out);
}
uint64_t vj_random_normal_f32(
    uint64_t seed, uint64_t counter, size_t count, float mean, float deviation, float *out) {
    return fill(vj_active->normal[0], seed, counter, count, 4, 4, mean, deviation, out);
}
uint64_t vj_random_normal_f64(
    uint64_t seed, uint64_t counter, size_t count, double mean, double deviation, double *out) {
    // A pair of float64 normals takes one block of two words each.
    return fill(vj_active->normal[1], seed, counter, count, 2, 8, mean, deviation, out);
}

// MARK: integers

// Lemire's method: the high half of word × range, with the few low halves that would favour some
// values drawn again, from the same block in the stream of the next attempt.
static uint64_t below(uint64_t seed, uint64_t block, unsigned half, uint64_t range) {
    for (uint64_t attempt = 0;; attempt++) {
        uint32_t w[4];
        vj_philox(seed, block, attempt, w);
        const uint64_t word = (uint64_t)w[2 * half + 1] << 32 | w[2 * half];
        if (range == 0) return word;  // all 2⁶⁴ values
        uint64_t low;
        const uint64_t high = vj_high_product(word, range, &low);
        if (low >= range || low >= (0 - range) % range) return high;
    }
}

uint64_t vj_random_below(uint64_t seed, uint64_t counter, uint64_t bound, uint64_t *out) {
    *out = below(seed, counter, 0, bound);
    return counter + 1;
}

typedef struct {
    uint64_t seed, counter, range;
    int64_t low;
    vj_dtype dtype;
    void *out;
} integer_job;

static void integer_piece(void *context, size_t begin, size_t end) {
    const integer_job *j = context;
    for (size_t i = begin; i < end; i++) {
        const uint64_t drawn = below(j->seed, j->counter + i / 2, i & 1, j->range);
        const int64_t value = (int64_t)((uint64_t)j->low + drawn);
        switch (j->dtype) {
        case VJ_UINT8: ((uint8_t *)j->out)[i] = (uint8_t)value; break;
        case VJ_INT32: ((int32_t *)j->out)[i] = (int32_t)value; break;
        default: ((int64_t *)j->out)[i] = value;
        }
    }
}

uint64_t vj_random_integers(
    uint64_t seed, uint64_t counter, size_t count, int64_t low, int64_t high, vj_dtype dtype,
    void *out) {
    integer_job job = {seed, counter, (uint64_t)high - (uint64_t)low, low, dtype, out};
    vj_parallel(count, random_grain, integer_piece, &job);
    return counter + (count + 1) / 2;
}

// MARK: Bernoulli, dropout

// A 32-bit word below this is a failure: P(word < threshold) = probability, to 2⁻³².
static uint64_t threshold_of(double probability) {
    if (!(probability > 0)) return 0;
    if (probability >= 1) return (uint64_t)1 << 32;
    return (uint64_t)(probability * 0x1p32 + 0.5);
}

typedef struct {
    uint64_t seed, counter, threshold;
    uint8_t *out;
} bernoulli_job;

static void bernoulli_piece(void *context, size_t begin, size_t end) {
    const bernoulli_job *j = context;
    for (size_t i = begin; i < end; i += 4) {
        uint32_t w[4];
        vj_philox(j->seed, j->counter + i / 4, 0, w);
        for (size_t k = 0; k < 4 && i + k < end; k++) j->out[i + k] = w[k] < j->threshold;
    }
}

uint64_t vj_random_bernoulli(
    uint64_t seed, uint64_t counter, size_t count, double probability, uint8_t *out) {
    bernoulli_job job = {seed, counter, threshold_of(probability), out};
    vj_parallel(count, random_grain, bernoulli_piece, &job);
    return counter + (count + 3) / 4;
}

typedef struct {
    vj_dropout_kernel *kernel;
    vj_mask_kernel *apply;
    uint64_t seed, counter;
    size_t size;
    uint32_t threshold;
    double scale;
    const char *x;
    uint8_t *mask;
    char *out;
} dropout_job;

static void dropout_piece(void *context, size_t begin, size_t end) {
    const dropout_job *j = context;
    const size_t at = begin * j->size;
    if (j->kernel)
        j->kernel(
            j->seed, j->counter + begin / 4, end - begin, j->x + at, j->threshold, j->scale,
            j->mask + begin, j->out + at);
    else
        j->apply(end - begin, j->x + at, j->mask + begin, j->scale, j->out + at);
}

vj_status vj_dropout(
    vj_dtype dtype, size_t count, const void *x, double rate, uint64_t seed, uint64_t counter,
    uint8_t *mask, void *out, uint64_t *next) {
    if (!vj_is_real(dtype)) return VJ_UNSUPPORTED;
    if (next) *next = counter + (count + 3) / 4;
    const uint64_t threshold = threshold_of(rate);
    if (threshold >> 32) {  // everything is dropped
        if (vj_interrupted()) return VJ_INTERRUPTED;
        memset(mask, 0, count);
        memset(out, 0, count * vj_dtype_size(dtype));
        return VJ_OK;
    }
    dropout_job job = {
        .kernel = vj_active->dropout[vj_real_index(dtype)], .seed = seed, .counter = counter,
        .size = vj_dtype_size(dtype), .threshold = (uint32_t)threshold,
        .scale = rate > 0 ? 1 / (1 - rate) : 1, .x = x, .mask = mask, .out = out};
    return vj_finished(vj_parallel(count, random_grain, dropout_piece, &job));
}

vj_status vj_dropout_gradient(
    vj_dtype dtype, size_t count, const void *gradient, const uint8_t *mask, double rate,
    void *out) {
    if (!vj_is_real(dtype)) return VJ_UNSUPPORTED;
    dropout_job job = {
        .apply = vj_active->mask[vj_real_index(dtype)], .size = vj_dtype_size(dtype),
        .scale = rate > 0 && rate < 1 ? 1 / (1 - rate) : 1, .x = gradient,
        .mask = (uint8_t *)mask, .out = out};
    return vj_finished(vj_parallel(count, 32768, dropout_piece, &job));
}

// MARK: permutations

uint64_t vj_random_permutation(uint64_t seed, uint64_t counter, size_t count, int64_t *out) {
    for (size_t i = 0; i < count; i++) out[i] = (int64_t)i;
    for (size_t i = count, drawn = 0; i > 1; i--, drawn++) {
        const uint64_t j = below(seed, counter + drawn / 2, drawn & 1, i);
        const int64_t kept = out[i - 1];
        out[i - 1] = out[j], out[j] = kept;
    }
    return counter + (count < 2 ? 0 : count / 2);
}
