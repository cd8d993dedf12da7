// Convolutions in all three directions, and what goes with them in networks.
#include <stdio.h>
#include <stdlib.h>

#include "CKernels.h"
#include "measure.h"

typedef struct {
    const char *name;
    size_t batch, size, in, out, kernel, stride, pad, groups;
} geometry;

static const geometry geometries[] = {
    {"3×3, 16 channels", 8, 64, 16, 16, 3, 1, 1, 1},
    {"3×3, 32 channels", 8, 32, 32, 32, 3, 1, 1, 1},
    {"3×3, 64 channels", 8, 16, 64, 64, 3, 1, 1, 1},
    {"LeNet 1, 5×5 1→6", 64, 28, 1, 6, 5, 1, 2, 1},
    {"LeNet 2, 5×5 6→16", 64, 14, 6, 16, 5, 1, 0, 1},
    {"4×4 ½, 1→32", 64, 28, 1, 32, 4, 2, 1, 1},
    {"4×4 ½, 32→64", 64, 14, 32, 64, 4, 2, 1, 1},
    {"3×3, 3→16", 32, 32, 3, 16, 3, 1, 1, 1},
    {"3×3 ½, 16→32", 32, 32, 16, 32, 3, 2, 1, 1},
    {"1×1, 16→32", 32, 32, 16, 32, 1, 1, 0, 1},
    {"2×2 ½, 32→64", 8, 32, 32, 64, 2, 2, 0, 1},
    {"3×3 depthwise, 64", 8, 32, 64, 64, 3, 1, 1, 64},
};

typedef struct {
    vj_convolution c;
    float *x, *filter, *y;
    float *bias;
} images;

static void forward(void *context) {
    const images *i = context;
    const vj_epilogue e = {.bias = i->bias, .activation = VJ_RELU};
    vj_convolution_forward(&i->c, i->x, i->filter, &e, i->y);
}
static void backward_input(void *context) {
    const images *i = context;
    vj_convolution_backward_input(&i->c, i->y, i->filter, NULL, i->x);
}
static void backward_filter(void *context) {
    const images *i = context;
    vj_convolution_backward_filter(&i->c, i->x, i->y, i->filter, NULL);
}

static float *filled(size_t count) {
    float *p = vj_alloc(count * sizeof(float));
    if (!p) exit(1);
    vj_random_uniform_f32(1, 0, count, -1, 1, p);
    return p;
}

void convolutions(const double peaks[]) {
    static void (*const calls[])(void *) = {forward, backward_input, backward_filter};
    for (size_t threads = 1; threads <= 2; threads++) {
        vj_set_threads(threads);
        printf(
            "\nConvolutions, %zu thread%s: µs, %% of FMA peak %.0f\n%-20s %18s %18s %18s\n",
            threads, threads > 1 ? "s" : "", peaks[threads], "", "forward", "to the input",
            "to the filter");
        for (size_t k = 0; k < sizeof geometries / sizeof *geometries; k++) {
            const geometry *g = &geometries[k];
            const size_t out = vj_convolution_size(g->size, g->kernel, g->stride, 1, g->pad, g->pad);
            images i = {.c = {
                .dtype = VJ_FLOAT32, .batch = g->batch, .height = g->size, .width = g->size,
                .in_channels = g->in, .out_height = out, .out_width = out,
                .out_channels = g->out, .kernel_height = g->kernel, .kernel_width = g->kernel,
                .stride_height = g->stride, .stride_width = g->stride, .dilation_height = 1,
                .dilation_width = 1, .pad_top = g->pad, .pad_left = g->pad,
                .groups = g->groups}};
            const size_t taps = g->kernel * g->kernel * (g->in / g->groups);
            i.x = filled(g->batch * g->size * g->size * g->in);
            i.y = filled(g->batch * out * out * g->out);
            i.filter = filled(taps * g->out), i.bias = filled(g->out);
            const double work = 2.0 * (double)(g->batch * out * out * taps * g->out);
            printf("%-20s", g->name);
            for (int d = 0; d < 3; d++) {
                const double time = time_of(calls[d], &i, 0.1);
                printf("  %9.1f %5.1f %%", time * 1e6, work / time / peaks[threads] / 1e7);
            }
            printf("\n");
            fflush(stdout);
            vj_free(i.x), vj_free(i.y), vj_free(i.filter), vj_free(i.bias);
        }
    }
}
