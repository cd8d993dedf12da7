// Softmax and its gradient along an axis. An inner axis is gathered line by line.
#include "../simd/table.h"

typedef struct {
    int real;
    size_t size, axis, inner;
    bool logarithm, gradient;
    const char *x, *g;
    char *out;
} softmax_job;

static void line(const softmax_job *j, const void *x, const void *g, void *out) {
    if (j->gradient)
        vj_active->softmax_gradient[j->real](j->axis, x, g, out, j->logarithm);
    else
        vj_active->softmax[j->real](j->axis, x, out, j->logarithm);
}

static void rows_piece(void *context, size_t begin, size_t end) {
    const softmax_job *j = context;
    for (size_t o = begin; o < end; o++) {
        const size_t at = o * j->axis * j->size;
        line(j, j->x + at, j->gradient ? j->g + at : NULL, j->out + at);
    }
}

#define STRIDED(T) \
    { \
        const T *x = (const T *)j->x + at, *g = (const T *)j->g + (j->gradient ? at : 0); \
        T *y = (T *)j->out + at, *bx = buffer, *bg = bx + j->axis; \
        for (size_t k = 0; k < j->axis; k++) { \
            bx[k] = x[k * j->inner]; \
            if (j->gradient) bg[k] = g[k * j->inner]; \
        } \
        line(j, bx, bg, bx); \
        for (size_t k = 0; k < j->axis; k++) y[k * j->inner] = bx[k]; \
    }

typedef struct {
    softmax_job job;
    _Atomic(int) failed;
} strided_job;

static void lines_piece(void *context, size_t begin, size_t end) {
    strided_job *s = context;
    const softmax_job *j = &s->job;
    void *buffer = vj_alloc(2 * j->axis * j->size);
    if (!buffer) {
        atomic_store(&s->failed, 1);
        return;
    }
    for (size_t l = begin; l < end; l++) {
        const size_t at = l / j->inner * j->axis * j->inner + l % j->inner;
        if (j->real == 0)
            STRIDED(float)
        else
            STRIDED(double)
    }
    vj_free(buffer);
}

static vj_status run(
    vj_dtype dtype, bool gradient, bool logarithm, size_t outer, size_t axis, size_t inner,
    const void *x, const void *g, void *out) {
    if (!vj_is_real(dtype)) return VJ_UNSUPPORTED;
    if (outer == 0 || axis == 0 || inner == 0) return VJ_OK;
    strided_job s = {
        .job = {vj_real_index(dtype), vj_dtype_size(dtype), axis, inner, logarithm, gradient, x,
                g, out}};
    const size_t grain = VJ_MAX_OF((size_t)16384 / axis, (size_t)1);
    if (inner == 1) return vj_finished(vj_parallel(outer, grain, rows_piece, &s.job));
    const bool complete = vj_parallel(outer * inner, grain, lines_piece, &s);
    return atomic_load(&s.failed) ? VJ_OUT_OF_MEMORY : vj_finished(complete);
}

vj_status vj_softmax(
    vj_dtype dtype, bool logarithm, size_t outer, size_t axis, size_t inner, const void *x,
    void *out) {
    return run(dtype, false, logarithm, outer, axis, inner, x, NULL, out);
}

vj_status vj_softmax_gradient(
    vj_dtype dtype, bool logarithm, size_t outer, size_t axis, size_t inner, const void *y,
    const void *gradient, void *out) {
    return run(dtype, true, logarithm, outer, axis, inner, y, gradient, out);
}
