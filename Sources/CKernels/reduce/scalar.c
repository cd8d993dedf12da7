#include "scalar.h"

typedef struct {
    vj_reduce_op op;
    vj_dtype dtype;
    size_t axis, inner;
    const void *x;
    void *out;
} scalar_job;

// `better` decides for the extremes; a NaN (x != x) wins and the first one stays.
#define EXTREME(T, operator, result, ...) \
    { \
        const T *p = (const T *)j->x + o * axis * inner; \
        T *values = j->out; \
        int64_t *indices = j->out; \
        (void)values, (void)indices; \
        for (size_t i = 0; i < inner; i++, p++) { \
            T best = *p; \
            size_t where = 0; \
            for (size_t k = 1; k < axis && best == best; k++) { \
                const T value = p[k * inner]; \
                if (value operator best || value != value) best = value, where = k; \
            } \
            (void)where; \
            result; \
        } \
    }
#define ACCUMULATE(T, A, first, expression) \
    { \
        const T *p = (const T *)j->x + o * axis * inner; \
        A *values = (A *)j->out + o * inner; \
        for (size_t i = 0; i < inner; i++, p++) { \
            A total = (first); \
            for (size_t k = 0; k < axis; k++) { \
                const T value = p[k * inner]; \
                total = (expression); \
            } \
            values[i] = total; \
        } \
    }
#define UNTIL(T, first, stop) \
    { \
        const T *p = (const T *)j->x + o * axis * inner; \
        uint8_t *values = (uint8_t *)j->out + o * inner; \
        for (size_t i = 0; i < inner; i++, p++) { \
            size_t k = 0; \
            while (k < axis && (p[k * inner] != 0) == (first)) k++; \
            values[i] = k < axis ? !(first) : (first); \
        } \
    }

#define REDUCE(NAME, T, SUM_T, SUM_U) \
    static void reduce_##NAME(void *context, size_t begin, size_t end) { \
        const scalar_job *j = context; \
        const size_t axis = j->axis, inner = j->inner; \
        for (size_t o = begin; o < end; o++) switch (j->op) { \
            case VJ_SUM: \
                ACCUMULATE(T, SUM_T, 0, (SUM_T)((SUM_U)total + (SUM_U)value)) break; \
            case VJ_PROD: \
                ACCUMULATE(T, SUM_T, 1, (SUM_T)((SUM_U)total * (SUM_U)value)) break; \
            case VJ_COUNT_NONZERO: ACCUMULATE(T, int64_t, 0, total + (value != 0)) break; \
            case VJ_REDUCE_MAX: EXTREME(T, >, values[o * inner + i] = best) break; \
            case VJ_REDUCE_MIN: EXTREME(T, <, values[o * inner + i] = best) break; \
            case VJ_ARGMAX: EXTREME(T, >, indices[o * inner + i] = (int64_t)where) break; \
            case VJ_ARGMIN: EXTREME(T, <, indices[o * inner + i] = (int64_t)where) break; \
            case VJ_ANY: UNTIL(T, false, true) break; \
            case VJ_ALL: UNTIL(T, true, false) break; \
            default: break; \
            } \
    }
REDUCE(u8, uint8_t, int64_t, uint64_t)
REDUCE(i32, int32_t, int64_t, uint64_t)
REDUCE(i64, int64_t, int64_t, uint64_t)
REDUCE(f32, float, float, float)
REDUCE(f64, double, double, double)

// A product of float32 is taken in float64: it may leave float32's range on the way and come back.
static void product_f32(void *context, size_t begin, size_t end) {
    const scalar_job *j = context;
    for (size_t o = begin; o < end; o++) {
        const float *p = (const float *)j->x + o * j->axis * j->inner;
        for (size_t i = 0; i < j->inner; i++, p++) {
            double total = 1;
            for (size_t k = 0; k < j->axis; k++) total *= (double)p[k * j->inner];
            ((float *)j->out)[o * j->inner + i] = (float)total;
        }
    }
}

vj_status vj_reduce_scalar(
    vj_reduce_op op, vj_dtype dtype, size_t outer, size_t axis, size_t inner, const void *x,
    void *out) {
    scalar_job job = {op, dtype, axis, inner, x, out};
    void (*body)(void *, size_t, size_t) = reduce_u8;
    switch (dtype) {
    case VJ_INT32: body = reduce_i32; break;
    case VJ_INT64: body = reduce_i64; break;
    case VJ_FLOAT32: body = op == VJ_PROD ? product_f32 : reduce_f32; break;
    case VJ_FLOAT64: body = reduce_f64; break;
    default: break;
    }
    const size_t work = VJ_MAX_OF(axis * inner, (size_t)1);
    return vj_finished(
        vj_parallel(outer, VJ_MAX_OF((size_t)32768 / work, (size_t)1), body, &job));
}
