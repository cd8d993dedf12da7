/// Random numbers from a counter: Philox4x32-10 (Salmon et al., SC 2011).
///
/// The state is a seed and a counter. Every function fills `count` values from
/// (seed, counter) and returns the counter to go on with; the same state gives the same numbers
/// for any number of threads and any instruction set (normals to within an ulp or two).
#ifndef VJ_RANDOM_H
#define VJ_RANDOM_H

#include "vj_types.h"

#ifdef __cplusplus
extern "C" {
#endif

/// Four 32-bit words of the block at `counter`, for scalar use.
void vj_random_block(uint64_t seed, uint64_t counter, uint32_t out[4]);
/// Two 64-bit words from one block.
uint64_t vj_random_u64(uint64_t seed, uint64_t counter, uint64_t *out, size_t count);

/// Uniform in low..<high; float32 has 24 random bits, float64 53.
uint64_t vj_random_uniform_f32(
    uint64_t seed, uint64_t counter, size_t count, float low, float high, float *out);
uint64_t vj_random_uniform_f64(
    uint64_t seed, uint64_t counter, size_t count, double low, double high, double *out);
/// Normal, by Box and Muller's transform.
uint64_t vj_random_normal_f32(
    uint64_t seed, uint64_t counter, size_t count, float mean, float deviation, float *out);
uint64_t vj_random_normal_f64(
    uint64_t seed, uint64_t counter, size_t count, double mean, double deviation, double *out);
/// Integers in low..<high without bias (low < high), as int32, int64 or uint8.
uint64_t vj_random_integers(
    uint64_t seed, uint64_t counter, size_t count, int64_t low, int64_t high, vj_dtype dtype,
    void *out);
/// One integer in 0..<bound without bias (bound > 0).
uint64_t vj_random_below(uint64_t seed, uint64_t counter, uint64_t bound, uint64_t *out);
/// 1 with the given probability, else 0.
uint64_t vj_random_bernoulli(
    uint64_t seed, uint64_t counter, size_t count, double probability, uint8_t *out);
/// A permutation of 0..<count (Fisher and Yates).
uint64_t vj_random_permutation(uint64_t seed, uint64_t counter, size_t count, int64_t *out);

/// Inverted dropout: mask[i] = 1 with probability 1 − rate, out[i] = x[i]·mask[i]/(1 − rate).
/// Floats only; the mask costs no more random numbers for float64 than for float32. A rate of 1
/// gives zeros. *next receives the counter to go on with.
vj_status vj_dropout(
    vj_dtype dtype, size_t count, const void *x, double rate, uint64_t seed, uint64_t counter,
    uint8_t *mask, void *out, uint64_t *next);
/// out[i] = gradient[i]·mask[i]/(1 − rate).
vj_status vj_dropout_gradient(
    vj_dtype dtype, size_t count, const void *gradient, const uint8_t *mask, double rate,
    void *out);

#ifdef __cplusplus
}
#endif
#endif
