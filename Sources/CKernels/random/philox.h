// Philox4x32-10: ten rounds that turn a 128-bit counter and a 64-bit key into 128 random bits.
// The counter is (block, stream): the lower two words count blocks, the upper two keep the
// different uses of one block apart.
#ifndef VJ_PHILOX_H
#define VJ_PHILOX_H

#include "../runtime/internal.h"

static inline void vj_philox(
    uint64_t seed, uint64_t block, uint64_t stream, uint32_t out[4]) {
    uint32_t c0 = (uint32_t)block, c1 = (uint32_t)(block >> 32), c2 = (uint32_t)stream,
             c3 = (uint32_t)(stream >> 32), k0 = (uint32_t)seed, k1 = (uint32_t)(seed >> 32);
    for (int round = 0; round < 10; round++) {
        uint64_t p0 = (uint64_t)c0 * 0xD2511F53u, p1 = (uint64_t)c2 * 0xCD9E8D57u;
        uint32_t n0 = (uint32_t)(p1 >> 32) ^ c1 ^ k0, n2 = (uint32_t)(p0 >> 32) ^ c3 ^ k1;
        c0 = n0, c1 = (uint32_t)p1, c2 = n2, c3 = (uint32_t)p0;
        k0 += 0x9E3779B9u, k1 += 0xBB67AE85u;
    }
    out[0] = c0, out[1] = c1, out[2] = c2, out[3] = c3;
}

// The high half of a 64-bit product, used to scale 64 random bits to a range.
static inline uint64_t vj_high_product(uint64_t a, uint64_t b, uint64_t *low) {
    __uint128_t p = (__uint128_t)a * b;
    *low = (uint64_t)p;
    return (uint64_t)(p >> 64);
}

#endif
