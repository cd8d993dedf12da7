// kernels [gemm|convolution|elementwise|all]: what CKernels reaches on this machine, against its limits.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "CKernels.h"
#include "measure.h"

static double peaks[3];  // by number of threads

// MARK: matrix products

typedef struct {
    size_t m, n, k;
    ptrdiff_t a_row, a_col, b_row, b_col;
    const float *a, *b;
    float *c;
} product;

static void multiply(void *context) {
    const product *p = context;
    vj_matmul_f32(
        p->m, p->n, p->k, p->a, p->a_row, p->a_col, p->b, p->b_row, p->b_col, p->c,
        (ptrdiff_t)p->n);
}

static const size_t shapes[][3] = {
    {256, 256, 256}, {512, 512, 512}, {1024, 1024, 1024}, {2048, 2048, 2048}, {128, 512, 784},
    {784, 512, 128}, {128, 256, 512}, {512, 256, 128}, {128, 10, 256}, {64, 120, 400},
    {400, 120, 64}, {64, 84, 120}, {64, 10, 84}, {3136, 64, 64}, {64, 64, 3136}, {4, 8, 2},
};

static void matrix_products(void) {
    for (size_t threads = 1; threads <= 2; threads++) {
        vj_set_threads(threads);
        printf(
            "\nMatrix product m×n×k, %zu thread%s: GFLOP/s (%% of FMA peak %.0f)\n"
            "%-16s %18s %18s %18s %18s\n",
            threads, threads > 1 ? "s" : "", peaks[threads], "", "A·B", "A·Bᵀ", "Aᵀ·B", "Aᵀ·Bᵀ");
        for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
            const size_t m = shapes[i][0], n = shapes[i][1], k = shapes[i][2];
            float *a = vj_alloc(m * k * 4), *b = vj_alloc(k * n * 4), *c = vj_alloc(m * n * 4);
            if (!a || !b || !c) exit(1);
            vj_random_uniform_f32(1, 0, m * k, -1, 1, a);
            vj_random_uniform_f32(2, 0, k * n, -1, 1, b);
            char name[64];
            snprintf(name, sizeof name, "%zu×%zu×%zu", m, n, k);
            printf("%-18s", name);
            for (int transposes = 0; transposes < 4; transposes++) {
                product p = {.m = m, .n = n, .k = k, .a = a, .b = b, .c = c};
                p.a_row = transposes & 2 ? 1 : (ptrdiff_t)k;
                p.a_col = transposes & 2 ? (ptrdiff_t)m : 1;
                p.b_row = transposes & 1 ? 1 : (ptrdiff_t)n;
                p.b_col = transposes & 1 ? (ptrdiff_t)k : 1;
                const double rate =
                    2 * (double)m * (double)n * (double)k / time_of(multiply, &p, 0.15) / 1e9;
                printf(" %9.1f (%4.1f %%)", rate, 100 * rate / peaks[threads]);
            }
            printf("\n");
            fflush(stdout);
            vj_free(a), vj_free(b), vj_free(c);
        }
    }
}

// MARK: element-wise functions, reductions, optimizers

typedef struct {
    size_t n;
    float *x, *y, *z, *w;
    vj_unary_op op;
} arrays;

static void unary(void *context) {
    const arrays *a = context;
    vj_unary(a->op, VJ_FLOAT32, a->n, a->x, a->y, 0.5, 1);
}
static void add(void *context) {
    const arrays *a = context;
    vj_binary_flat(VJ_ADD, VJ_FLOAT32, a->n, a->x, 1, a->z, 1, a->y);
}
static void sum(void *context) {
    const arrays *a = context;
    vj_reduce(VJ_SUM, VJ_FLOAT32, 1, a->n, 1, a->x, a->y);
}
static void sum_of_columns(void *context) {
    const arrays *a = context;
    vj_reduce(VJ_SUM, VJ_FLOAT32, 1, a->n / 1000, 1000, a->x, a->y);
}
static void softmax(void *context) {
    const arrays *a = context;
    vj_softmax(VJ_FLOAT32, false, a->n / 1000, 1000, 1, a->x, a->y);
}
static void normal(void *context) {
    const arrays *a = context;
    vj_random_normal_f32(1, 0, a->n, 0, 1, a->y);
}
static void uniform(void *context) {
    const arrays *a = context;
    vj_random_uniform_f32(1, 0, a->n, 0, 1, a->y);
}
static void adam(void *context) {
    const arrays *a = context;
    const vj_adam o = {
        .learning_rate = 1e-6, .beta1 = 0.9, .beta2 = 0.999, .epsilon = 1e-8, .step = 10};
    vj_adam_step(VJ_FLOAT32, a->n, a->w, a->x, a->y, a->z, &o);
}

static void line(const char *name, void (*call)(void *), arrays *a) {
    printf("%-22s %10zu", name, a->n);
    for (size_t threads = 1; threads <= 2; threads++) {
        vj_set_threads(threads);
        const double time = time_of(call, a, 0.15);
        printf("  %8.3f ms %7.3f ns/element", time * 1e3, time * 1e9 / (double)a->n);
    }
    printf("\n");
    fflush(stdout);
}

static void elementwise(void) {
    static const struct {
        const char *name;
        vj_unary_op op;
    } functions[] = {
        {"relu", VJ_RELU},       {"exp", VJ_EXP}, {"log", VJ_LOG}, {"tanh", VJ_TANH},
        {"sigmoid", VJ_SIGMOID}, {"erf", VJ_ERF}, {"sin", VJ_SIN}, {"gelu", VJ_GELU},
    };
    printf("\nOne thread, then two\n");
    for (size_t n = 100000; n <= 10000000; n *= 100) {
        arrays a = {.n = n};
        float **all[] = {&a.x, &a.y, &a.z, &a.w};
        for (int i = 0; i < 4; i++)
            if (!(*all[i] = vj_alloc_zeroed(n * sizeof(float)))) exit(1);
        vj_random_uniform_f32(1, 0, n, 0.1f, 3, a.x);
        for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
            a.op = functions[i].op;
            line(functions[i].name, unary, &a);
        }
        line("add", add, &a);
        line("sum", sum, &a);
        line("sum over rows (×1000)", sum_of_columns, &a);
        line("softmax of 1000", softmax, &a);
        line("uniform", uniform, &a);
        line("normal", normal, &a);
        memset(a.y, 0, n * sizeof(float)), memset(a.z, 0, n * sizeof(float));
        line("adam", adam, &a);
        for (int i = 0; i < 4; i++) vj_free(*all[i]);
    }
}

int main(int argc, char **argv) {
    const char *what = argc > 1 ? argv[1] : "all";
    printf("instruction set: %s\n", vj_isa_name(vj_isa_current()));
    for (size_t threads = 1; threads <= 2; threads++) {
        peaks[threads] = fma_peak(threads);
        printf(
            "%zu thread%s: FMA peak %.0f GFLOP/s, triad %.1f GB/s\n", threads,
            threads > 1 ? "s" : "", peaks[threads], triad(threads));
    }
    const int all = strcmp(what, "all") == 0;
    if (all || strcmp(what, "gemm") == 0) matrix_products();
    if (all || strcmp(what, "convolution") == 0) convolutions(peaks);
    if (all || strcmp(what, "elementwise") == 0) elementwise();
    return 0;
}
