// Enlarging and reducing images: the samples of each axis are worked out once.
#include <math.h>

#include "convolution.h"

static void samples(vj_resample_mode mode, size_t size, size_t out, vj_sample *s) {
    for (size_t i = 0; i < out; i++) {
        if (mode == VJ_NEAREST) {
            s[i] = (vj_sample){i * size / out, i * size / out, 0};
            continue;
        }
        const double at = VJ_MAX_OF(((double)i + 0.5) * (double)size / (double)out - 0.5, 0.0);
        const size_t first = VJ_MIN_OF((size_t)at, size - 1);
        const size_t second = VJ_MIN_OF(first + 1, size - 1);
        s[i] = (vj_sample){first, second, second == first ? 0 : at - (double)first};
    }
}

static vj_status run(
    bool back, vj_resample_mode mode, vj_dtype dtype, size_t batch, size_t height, size_t width,
    size_t channels, size_t out_height, size_t out_width, const void *x, void *out) {
    if (!vj_is_real(dtype) || (unsigned)mode > VJ_BILINEAR) return VJ_UNSUPPORTED;
    if (height == 0 || width == 0) return VJ_DOMAIN;
    vj_sample *rows = vj_alloc((out_height + out_width) * sizeof *rows);
    if (!rows) return VJ_OUT_OF_MEMORY;
    samples(mode, height, out_height, rows);
    samples(mode, width, out_width, rows + out_height);
    vj_resample_job job = {
        height, width, channels, out_height, out_width, mode == VJ_BILINEAR, rows,
        rows + out_height, x, out};
    const int real = vj_real_index(dtype);
    const bool complete = back
        ? vj_parallel(batch, 1, vj_active->resample_back[real], &job)
        : vj_parallel(
            batch * out_height, 16384 / (out_width * channels + 1) + 1,
            vj_active->resample[real], &job);
    vj_free(rows);
    return vj_finished(complete);
}

vj_status vj_resample(
    vj_resample_mode mode, vj_dtype dtype, size_t batch, size_t height, size_t width,
    size_t channels, size_t out_height, size_t out_width, const void *x, void *y) {
    return run(
        false, mode, dtype, batch, height, width, channels, out_height, out_width, x, y);
}

vj_status vj_resample_backward(
    vj_resample_mode mode, vj_dtype dtype, size_t batch, size_t height, size_t width,
    size_t channels, size_t out_height, size_t out_width, const void *gradient,
    void *x_gradient) {
    return run(
        true, mode, dtype, batch, height, width, channels, out_height, out_width, gradient,
        x_gradient);
}
