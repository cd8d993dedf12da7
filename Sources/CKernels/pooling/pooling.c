// Pooling: the checks, and the pieces of work.
#include "pooling.h"

static vj_status run(
    const vj_pooling *p, vj_piece *const kernels[], bool back, const void *x, void *out,
    int32_t *index) {
    if (!vj_is_real(p->dtype)) return VJ_UNSUPPORTED;
    if (!p->adaptive
        && (!p->kernel_height || !p->kernel_width || !p->stride_height || !p->stride_width
            || !p->dilation_height || !p->dilation_width))
        return VJ_UNSUPPORTED;
    if (p->height > INT32_MAX / VJ_MAX_OF(p->width, (size_t)1)) return VJ_OUT_OF_RANGE;
    vj_pool_job job = {p, x, out, index};
    const size_t row = p->width * p->channels * VJ_MAX_OF(p->height, p->out_height)
        / VJ_MAX_OF(back ? p->height : p->out_height, (size_t)1);
    return vj_finished(vj_parallel(
        p->batch * (back ? p->height : p->out_height), 32768 / (row + 1) + 1,
        kernels[vj_real_index(p->dtype)], &job));
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
