// Pooling: the checks, and the pieces of work.
#include "pooling.h"

// Adaptive windows begin and end in rising order, so that those which reach a position are
// neighbours.
static void reached(const vj_window *windows, size_t out, size_t size, vj_reached *r) {
    for (size_t at = 0, first = 0, end = 0; at < size; at++) {
        while (first < out && windows[first].end <= at) first++;
        end = VJ_MAX_OF(end, first);
        while (end < out && windows[end].begin <= at) end++;
        r[at] = (vj_reached){first, end};
    }
}
// The others reach from o·stride − before over `span` positions more.
static void reached_evenly(
    size_t out, size_t size, size_t stride, size_t before, size_t span, vj_reached *r) {
    for (size_t at = 0; at < size; at++) {
        const size_t from = at + before;
        const size_t first = from > span ? (from - span + stride - 1) / stride : 0;
        r[at] = (vj_reached){first, VJ_MIN_OF(from / stride + 1, out)};
    }
}

static vj_status run(
    const vj_pooling *p, vj_piece *const kernels[], bool back, const void *x, void *out,
    int32_t *index) {
    if (!vj_is_real(p->dtype)) return VJ_UNSUPPORTED;
    if (!p->adaptive
        && (!p->kernel_height || !p->kernel_width || !p->stride_height || !p->stride_width
            || !p->dilation_height || !p->dilation_width))
        return VJ_UNSUPPORTED;
    if (p->height > INT32_MAX / VJ_MAX_OF(p->width, (size_t)1)) return VJ_OUT_OF_RANGE;
    vj_window *windows = vj_alloc(
        (p->out_height + p->out_width) * sizeof(vj_window)
        + (p->height + p->width) * sizeof(vj_reached));
    if (!windows) return VJ_OUT_OF_MEMORY;
    vj_window *columns = windows + p->out_height;
    vj_reached *of_row = (vj_reached *)(columns + p->out_width), *of_column = of_row + p->height;
    for (size_t i = 0; i < p->out_height; i++) windows[i] = vj_rows_of(p, i);
    for (size_t i = 0; i < p->out_width; i++) columns[i] = vj_columns_of(p, i);
    if (back && p->adaptive) {
        reached(windows, p->out_height, p->height, of_row);
        reached(columns, p->out_width, p->width, of_column);
    } else if (back) {
        reached_evenly(
            p->out_height, p->height, p->stride_height, p->pad_top,
            (p->kernel_height - 1) * p->dilation_height, of_row);
        reached_evenly(
            p->out_width, p->width, p->stride_width, p->pad_left,
            (p->kernel_width - 1) * p->dilation_width, of_column);
    }
    const bool pairs = !p->adaptive && p->kernel_height == 2 && p->kernel_width == 2
        && p->stride_height == 2 && p->stride_width == 2 && p->dilation_height == 1
        && p->dilation_width == 1 && p->pad_top == 0 && p->pad_left == 0
        && 2 * p->out_height <= p->height && 2 * p->out_width <= p->width;
    vj_pool_job job = {p, x, out, index, windows, columns, of_row, of_column, pairs};
    const size_t row = p->width * p->channels * VJ_MAX_OF(p->height, p->out_height)
        / VJ_MAX_OF(back ? p->height : p->out_height, (size_t)1);
    const bool complete = vj_parallel(
        p->batch * (back ? p->height : p->out_height), 32768 / (row + 1) + 1,
        kernels[vj_real_index(p->dtype)], &job);
    vj_free(windows);
    return vj_finished(complete);
}

vj_status vj_max_pool(const vj_pooling *p, const void *x, void *y, int32_t *index) {
    return run(p, vj_active->max_pool, false, x, y, index);
}
vj_status vj_min_pool(const vj_pooling *p, const void *x, void *y, int32_t *index) {
    return run(p, vj_active->min_pool, false, x, y, index);
}
vj_status vj_max_pool_backward(
    const vj_pooling *p, const int32_t *index, const void *gradient, void *x_gradient) {
    return run(p, vj_active->max_pool_back, true, gradient, x_gradient, (int32_t *)index);
}
vj_status vj_average_pool(const vj_pooling *p, const void *x, void *y) {
    return run(p, vj_active->average_pool, false, x, y, NULL);
}
vj_status vj_average_pool_backward(const vj_pooling *p, const void *gradient, void *x_gradient) {
    return run(p, vj_active->average_pool_back, true, gradient, x_gradient, NULL);
}
