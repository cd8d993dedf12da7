#define _GNU_SOURCE
#include "measure.h"

#include <pthread.h>
#include <stdlib.h>
#include <time.h>

#include "CKernels.h"

double seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static int by_value(const void *a, const void *b) {
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

double time_of(void (*call)(void *), void *context, double budget) {
    enum { most = 4000 };
    static double runs[most];
    call(context);
    double start = seconds();
    call(context);
    const double once = seconds() - start;
    // A run shorter than the clock is worth is repeated.
    const long repeats = once > 2e-5 ? 1 : (long)(2e-5 / (once > 1e-9 ? once : 1e-9)) + 1;
    int count = 0;
    const double end = seconds() + budget;
    while (count < most && (count < 7 || seconds() < end)) {
        start = seconds();
        for (long i = 0; i < repeats; i++) call(context);
        runs[count++] = (seconds() - start) / (double)repeats;
    }
    qsort(runs, (size_t)count, sizeof *runs, by_value);
    return runs[count / 5];
}

// MARK: what the machine can do

typedef float v16 __attribute__((vector_size(64)));

// 12 independent chains: enough to hide the latency, few enough for 16 registers.
#define CHAINS(NAME, TARGET, VECTOR) \
    TARGET static double NAME(long rounds) { \
        VECTOR r[12], a, b; \
        const int lanes = sizeof(VECTOR) / 4; \
        a = (VECTOR){0} + 1.0000001f, b = (VECTOR){0} + 1e-9f; \
        _Pragma("clang loop unroll(full)") for (int i = 0; i < 12; i++) r[i] = b * (float)(i + 1); \
        const double start = seconds(); \
        for (long k = 0; k < rounds; k++) \
            _Pragma("clang loop unroll(full)") for (int i = 0; i < 12; i++) r[i] = \
                __builtin_elementwise_fma(r[i], a, b); \
        const double time = seconds() - start; \
        _Pragma("clang loop unroll(full)") for (int i = 1; i < 12; i++) r[0] += r[i]; \
        volatile float keep = r[0][0]; \
        (void)keep; \
        return (double)rounds * 12 * lanes * 2 / time / 1e9; \
    }
typedef float v8 __attribute__((vector_size(32)));
typedef float v4 __attribute__((vector_size(16)));
#if defined(__x86_64__)
CHAINS(chains_512, __attribute__((target("avx512f"))), v16)
CHAINS(chains_256, __attribute__((target("avx2,fma"))), v8)
#else
CHAINS(chains_128, , v4)
#endif

static double chains(long rounds) {
#if defined(__x86_64__)
    return vj_isa_available(VJ_ISA_AVX512) ? chains_512(rounds) : chains_256(rounds);
#else
    return chains_128(rounds);
#endif
}

typedef struct {
    pthread_barrier_t *barrier;
    double result;
    float *a;
    const float *b, *c;
    size_t n;
} worker;

static void *run_chains(void *context) {
    worker *w = context;
    pthread_barrier_wait(w->barrier);
    w->result = chains(400000);
    return NULL;
}

static void *run_triad(void *context) {
    worker *w = context;
    pthread_barrier_wait(w->barrier);
    const double start = seconds();
    for (size_t i = 0; i < w->n; i++) w->a[i] = w->b[i] + 3 * w->c[i];
    w->result = 12 * (double)w->n / (seconds() - start) / 1e9;
    return NULL;
}

// The best of several rounds of `threads` workers that start together.
static double together(size_t threads, void *(*run)(void *), worker *workers, int rounds) {
    double best = 0;
    for (int round = 0; round < rounds; round++) {
        pthread_barrier_t barrier;
        pthread_barrier_init(&barrier, NULL, (unsigned)threads);
        pthread_t handles[VJ_MAX_THREADS];
        for (size_t i = 0; i < threads; i++) {
            workers[i].barrier = &barrier;
            pthread_create(&handles[i], NULL, run, &workers[i]);
        }
        double sum = 0;
        for (size_t i = 0; i < threads; i++) {
            pthread_join(handles[i], NULL);
            sum += workers[i].result;
        }
        pthread_barrier_destroy(&barrier);
        best = sum > best ? sum : best;
    }
    return best;
}

double fma_peak(size_t threads) {
    static worker workers[VJ_MAX_THREADS];
    return together(threads, run_chains, workers, 15);
}

double triad(size_t threads) {
    static worker workers[VJ_MAX_THREADS];
    const size_t total = (size_t)1 << 25, each = total / threads;
    float *memory = vj_alloc_zeroed(3 * total * sizeof(float));
    if (!memory) return 0;
    for (size_t i = 0; i < threads; i++)
        workers[i] = (worker){
            .a = memory + i * each, .b = memory + total + i * each,
            .c = memory + 2 * total + i * each, .n = each};
    const double best = together(threads, run_triad, workers, 7);
    vj_free(memory);
    return best;
}
