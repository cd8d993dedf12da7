// Running sums. float32 runs in float64 and is rounded on the way out.
#include "../runtime/internal.h"

typedef struct {
    size_t axis, inner;
    bool reverse;
    const void *x;
    void *out;
} running;

#define RUN(NAME, T, A, U, OUT) \
    static void run_##NAME(void *context, size_t begin, size_t end) { \
        const running *r = context; \
        const ptrdiff_t step = r->reverse ? -(ptrdiff_t)r->inner : (ptrdiff_t)r->inner; \
        for (size_t line = begin; line < end; line++) { \
            size_t at = line / r->inner * r->axis * r->inner + line % r->inner; \
            if (r->reverse) at += (r->axis - 1) * r->inner; \
            const T *p = (const T *)r->x + at; \
            OUT *q = (OUT *)r->out + at; \
            A total = 0; \
            for (size_t k = 0; k < r->axis; k++, p += step, q += step) { \
                total = (A)((U)total + (U)*p); \
                *q = (OUT)total; \
            } \
        } \
    }
RUN(u8, uint8_t, int64_t, uint64_t, int64_t)
RUN(i32, int32_t, int64_t, uint64_t, int64_t)
RUN(i64, int64_t, int64_t, uint64_t, int64_t)
RUN(f32, float, double, double, float)
RUN(f64, double, double, double, double)

vj_status vj_cumsum(
    vj_dtype dtype, size_t outer, size_t axis, size_t inner, const void *x, bool reverse,
    void *out) {
    if (axis == 0 || outer == 0 || inner == 0) return VJ_OK;
    running r = {axis, inner, reverse, x, out};
    void (*body)(void *, size_t, size_t) = run_u8;
    switch (dtype) {
    case VJ_INT32: body = run_i32; break;
    case VJ_INT64: body = run_i64; break;
    case VJ_FLOAT32: body = run_f32; break;
    case VJ_FLOAT64: body = run_f64; break;
    default: break;
    }
    return vj_finished(
        vj_parallel(outer * inner, VJ_MAX_OF((size_t)32768 / axis, (size_t)1), body, &r));
}
