// Between the driver of pooling and its kernels (simd/pooling.inc.h).
#ifndef VJ_POOLING_INTERNAL_H
#define VJ_POOLING_INTERNAL_H

#include "../simd/table.h"

// The positions begin, begin + step, … below end that a window covers along one axis, and how many
// an average divides by.
typedef struct {
    size_t begin, end, step, divisor;
} vj_window;

static inline vj_window vj_window_of(
    size_t o, size_t size, size_t kernel, size_t stride, size_t dilation,
    size_t before, size_t after, bool count_padding) {
    const size_t start = o * stride;  // in the padded axis
    const size_t skipped = start < before ? (before - start + dilation - 1) / dilation : 0;
    const size_t last = start + (kernel - 1) * dilation;
    const size_t begin = start + skipped * dilation - before;
    const size_t end = last < before ? begin : VJ_MIN_OF(last - before + 1, size);
    const size_t limit = VJ_MIN_OF(last + 1, size + before + after);
    const size_t divisor = count_padding
        ? (limit > start ? (limit - start - 1) / dilation + 1 : 0)
        : (end > begin ? (end - begin - 1) / dilation + 1 : 0);
    return (vj_window){begin, end, dilation, divisor};
}
static inline vj_window vj_rows_of(const vj_pooling *p, size_t o) {
    if (p->adaptive) {
        const size_t begin = o * p->height / p->out_height,
                     end = ((o + 1) * p->height + p->out_height - 1) / p->out_height;
        return (vj_window){begin, end, 1, end - begin};
    }
    return vj_window_of(
        o, p->height, p->kernel_height, p->stride_height, p->dilation_height,
        p->pad_top, p->pad_bottom, p->count_padding);
}
static inline vj_window vj_columns_of(const vj_pooling *p, size_t o) {
    if (p->adaptive) {
        const size_t begin = o * p->width / p->out_width,
                     end = ((o + 1) * p->width + p->out_width - 1) / p->out_width;
        return (vj_window){begin, end, 1, end - begin};
    }
    return vj_window_of(
        o, p->width, p->kernel_width, p->stride_width, p->dilation_width,
        p->pad_left, p->pad_right, p->count_padding);
}

// The windows that may reach a position: first..<end.
typedef struct {
    size_t first, end;
} vj_reached;

typedef struct {
    const vj_pooling *p;
    const void *x;
    void *out;
    int32_t *index;
    const vj_window *rows, *columns;         // of each row and column of y
    const vj_reached *of_row, *of_column;    // of each row and column of x, for gradients
    bool pairs;  // windows of two by two pixels, side by side and inside the image
} vj_pool_job;

#endif
