// Random kernels: block after block of Philox, several blocks side by side in one vector.
#include "../random/philox.h"

// One vector of each of the four words, for VJ_VF consecutive blocks.
typedef struct { vu w[4]; } words;
OV words philox_blocks(uint64_t seed, uint64_t block) {
    vu c0, c1, c2 = {0}, c3 = {0};
    for (int i = 0; i < VJ_VF; i++) {
        uint64_t b = block + (uint64_t)i;
        c0[i] = (uint32_t)b, c1[i] = (uint32_t)(b >> 32);
    }
    uint32_t k0 = (uint32_t)seed, k1 = (uint32_t)(seed >> 32);
    for (int round = 0; round < 10; round++) {
        // Products of even and odd lanes apart; the wanted halves are put together again.
        const vq m0 = (vq)splat_l(0xD2511F53), m1 = (vq)splat_l(0xCD9E8D57);
        const vq low = (vq)splat_l(0xffffffff);
        vq e0 = ((vq)c0 & low) * m0, o0 = ((vq)c0 >> 32) * m0;
        vq e1 = ((vq)c2 & low) * m1, o1 = ((vq)c2 >> 32) * m1;
        vu high0 = (vu)((e0 >> 32) | (o0 & ~low)), low0 = (vu)((e0 & low) | (o0 << 32));
        vu high1 = (vu)((e1 >> 32) | (o1 & ~low)), low1 = (vu)((e1 & low) | (o1 << 32));
        vu n0 = high1 ^ c1 ^ k0, n2 = high0 ^ c3 ^ k1;
        c0 = n0, c1 = low1, c2 = n2, c3 = low0;
        k0 += 0x9E3779B9u, k1 += 0xBB67AE85u;
    }
    return (words){{c0, c1, c2, c3}};
}

enum { random_batch = 4 * VJ_VF };  // 32-bit words made at a time

// Words in the order of the blocks: word j of block b is at 4b + j.
static inline void ordered_words(uint64_t seed, uint64_t block, uint32_t *out) {
    words b = philox_blocks(seed, block);
#if VJ_BYTES == 64
    __m512i a0 = _mm512_unpacklo_epi32((__m512i)b.w[0], (__m512i)b.w[1]),
            a1 = _mm512_unpackhi_epi32((__m512i)b.w[0], (__m512i)b.w[1]),
            a2 = _mm512_unpacklo_epi32((__m512i)b.w[2], (__m512i)b.w[3]),
            a3 = _mm512_unpackhi_epi32((__m512i)b.w[2], (__m512i)b.w[3]);
    __m512i r0 = _mm512_unpacklo_epi64(a0, a2), r1 = _mm512_unpackhi_epi64(a0, a2),
            r2 = _mm512_unpacklo_epi64(a1, a3), r3 = _mm512_unpackhi_epi64(a1, a3);
    for (int lane = 0; lane < 4; lane++) {
        __m128i part[4];
        switch (lane) {
#define PART(k) \
    case k: \
        part[0] = _mm512_extracti32x4_epi32(r0, k), part[1] = _mm512_extracti32x4_epi32(r1, k); \
        part[2] = _mm512_extracti32x4_epi32(r2, k), part[3] = _mm512_extracti32x4_epi32(r3, k); \
        break;
            PART(0) PART(1) PART(2) PART(3)
#undef PART
        }
        for (int j = 0; j < 4; j++)
            _mm_storeu_si128((__m128i *)(out + lane * 16 + j * 4), part[j]);
    }
#else
    for (int i = 0; i < VJ_VF; i++)
        for (int j = 0; j < 4; j++) out[4 * i + j] = b.w[j][i];
#endif
}

static inline void uniform_words_f32(
    uint64_t seed, uint64_t counter, float *out) {  // random_batch values in 0..<1
    _Alignas(64) uint32_t bits[random_batch];
    ordered_words(seed, counter, bits);
    for (int i = 0; i < random_batch; i++) out[i] = (float)(int32_t)(bits[i] >> 8) * 0x1p-24f;
}
static inline void uniform_words_f64(uint64_t seed, uint64_t counter, double *out) {
    _Alignas(64) uint32_t bits[random_batch];
    ordered_words(seed, counter, bits);
    for (int i = 0; i < random_batch / 2; i++) {
        uint64_t word = (uint64_t)bits[2 * i + 1] << 32 | bits[2 * i];
        out[i] = (double)(int64_t)(word >> 11) * 0x1p-53;
    }
}

#define UNIFORM(SUFFIX, real, batch) \
    static void uniform_##SUFFIX( \
        uint64_t seed, uint64_t counter, size_t n, double low, double span, void *op) { \
        real *out = op; \
        const real from = (real)low, width = (real)span, most = (real)(low + span); \
        _Alignas(64) real values[batch]; \
        for (size_t i = 0; i < n; i += batch, counter += VJ_VF) { \
            uniform_words_##SUFFIX(seed, counter, values); \
            /* rounding may not reach the open end */ \
            for (int j = 0; j < batch; j++) { \
                real value = values[j] * width + from; \
                values[j] = value < most || width == 0 ? value : from; \
            } \
            memcpy(out + i, values, VJ_MIN_OF((size_t)(batch), n - i) * sizeof(real)); \
        } \
    }
UNIFORM(f32, float, random_batch)
UNIFORM(f64, double, random_batch / 2)
#undef UNIFORM

// Box and Muller: the two halves of a vector's worth of blocks make radius and angle, so that a
// pair of normals comes from two words of one block.
#define NORMAL(SUFFIX, real, vr, batch, splat) \
    static void normal_##SUFFIX( \
        uint64_t seed, uint64_t counter, size_t n, double mean, double deviation, void *op) { \
        real *out = op; \
        const vr centre = splat((real)mean), scale = splat((real)deviation); \
        enum { width = VJ_BYTES / sizeof(real), pairs = batch / 2 }; \
        _Alignas(64) real u[batch], radius[pairs], angle[pairs], z[batch]; \
        for (size_t i = 0; i < n; i += batch, counter += VJ_VF) { \
            uniform_words_##SUFFIX(seed, counter, u); \
            for (int j = 0; j < pairs; j++) radius[j] = 1 - u[2 * j], angle[j] = u[2 * j + 1]; \
            for (int j = 0; j < pairs; j += width) { \
                vr r = root(splat(-2) * vlog(load(radius + j))) * scale; \
                vr t = load(angle + j) * splat(6.28318530717958647692); \
                vr c = fma_(r, vcos(t), centre), s = fma_(r, vsin(t), centre); \
                store(radius + j, c), store(angle + j, s); \
            } \
            for (int j = 0; j < pairs; j++) z[2 * j] = radius[j], z[2 * j + 1] = angle[j]; \
            memcpy(out + i, z, VJ_MIN_OF((size_t)(batch), n - i) * sizeof(real)); \
        } \
    }
NORMAL(f32, float, vf, random_batch, splat_f)
NORMAL(f64, double, vd, random_batch / 2, splat_d)
#undef NORMAL

// A word at or above the threshold keeps its element.
#define DROPOUT(SUFFIX, real) \
    static void dropout_##SUFFIX( \
        uint64_t seed, uint64_t counter, size_t n, const void *xp, uint32_t threshold, \
        double scale, uint8_t *mask, void *op) { \
        const real *x = xp; \
        real *out = op; \
        const real factor = (real)scale; \
        _Alignas(64) uint32_t bits[random_batch]; \
        for (size_t i = 0; i < n; i += random_batch, counter += VJ_VF) { \
            ordered_words(seed, counter, bits); \
            const size_t m = VJ_MIN_OF((size_t)random_batch, n - i); \
            for (size_t j = 0; j < m; j++) { \
                bool keep = bits[j] >= threshold; \
                mask[i + j] = keep; \
                out[i + j] = keep ? x[i + j] * factor : 0; \
            } \
        } \
    } \
    static void mask_##SUFFIX( \
        size_t n, const void *xp, const uint8_t *mask, double scale, void *op) { \
        const real *x = xp; \
        real *out = op; \
        const real factor = (real)scale; \
        for (size_t i = 0; i < n; i++) out[i] = mask[i] ? x[i] * factor : 0; \
    }
DROPOUT(f32, float)
DROPOUT(f64, double)
#undef DROPOUT
