// The machine's limit: float fused multiply-adds a second, all threads given. Prints GFLOP/s.
// Build: clang -O3 -march=native -mprefer-vector-width=512 -pthread machine.c -o machine; usage: machine THREADS
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#if defined(__AVX512F__)
enum { LANES = 16 };
#else
enum { LANES = 8 };
#endif
typedef float vector __attribute__((vector_size(LANES * sizeof(float))));
enum { CHAINS = 12 };
static const long steps = 60 * 1000 * 1000;

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec * 1e-9;
}

static void *spin(void *out) {
    vector a = {0}, b = {0}, sums[CHAINS];
    for (int i = 0; i < LANES; i++) { a[i] = 1.0f - 1e-7f * i; b[i] = 1e-7f; }
    for (int i = 0; i < CHAINS; i++) sums[i] = b * (float)i;
    for (long s = 0; s < steps; s++) {
#pragma clang loop unroll(full)
        for (int i = 0; i < CHAINS; i++) sums[i] = __builtin_elementwise_fma(sums[i], a, b);
    }
    for (int i = 1; i < CHAINS; i++) sums[0] += sums[i];
    *(volatile float *)out = sums[0][0];
    return NULL;
}

int main(int count, char **arguments) {
    int threads = count > 1 ? atoi(arguments[1]) : 1;
    pthread_t workers[64];
    float out[64];
    if (threads < 1 || threads > 64) return 2;
    double start = now();
    for (int i = 0; i < threads; i++) pthread_create(&workers[i], NULL, spin, &out[i]);
    for (int i = 0; i < threads; i++) pthread_join(workers[i], NULL);
    printf("%.1f\n", 2.0 * LANES * CHAINS * steps * threads / (now() - start) / 1e9);
    return 0;
}
