// Between the drivers of the convolution and their kernels (simd/convolution.inc.h).
#ifndef VJ_CONVOLUTION_INTERNAL_H
#define VJ_CONVOLUTION_INTERNAL_H

#include "../simd/table.h"

// What the plain kernels work on; each takes pieces of its own kind of unit.
typedef struct {
    const vj_convolution *c;
    const void *x, *filter, *gradient;
    void *out;
    const vj_epilogue *epilogue;
} vj_convolve_job;

// Depthwise convolutions of up to so many taps have kernels of their own.
enum { vj_depthwise_taps = 128 };
typedef struct {
    const vj_convolution *c;
    const void *x, *gradient;
    void *sums;   // [chunks, taps, channels]
    size_t rows;  // of y in a chunk
} vj_depthwise_job;

// Bilinear or nearest: where the samples of one axis lie and how the first of two weighs.
typedef struct {
    size_t first, second;
    double weight;  // of the second
} vj_sample;

typedef struct {
    size_t height, width, channels, out_height, out_width;
    bool between;
    const vj_sample *rows, *columns;
    const void *x;
    void *out;
} vj_resample_job;

// Whether position + pad − tap·dilation is a multiple of the stride within 0..<count·stride, and
// which.
static inline bool vj_source(
    size_t position, size_t pad, size_t tap, size_t dilation, size_t stride, size_t count,
    size_t *source) {
    const size_t reach = position + pad, back = tap * dilation;
    if (reach < back || (reach - back) % stride != 0) return false;
    *source = (reach - back) / stride;
    return *source < count;
}

// The activation and bias of an epilogue over `rows` rows of a result; the bias has been added if
// `biased`.
void vj_finish_rows(
    const vj_epilogue *e, vj_dtype dtype, size_t rows, size_t channels, void *out);

#endif
