// Matrix products: batches, and the plain form that serves integers.
#include "matmul.h"

#define PLAIN(NAME, T, U) \
    static void plain_##NAME(const vj_matmul_args *s, const void *ap, const void *bp, void *cp) { \
        const U alpha = (U)s->alpha, beta = (U)s->beta; \
        for (size_t i = 0; i < s->m; i++) { \
            T *c = (T *)cp + (ptrdiff_t)i * s->c_row; \
            for (size_t j = 0; j < s->n; j++) { \
                const T *a = (const T *)ap + (ptrdiff_t)i * s->a_row; \
                const T *b = (const T *)bp + (ptrdiff_t)j * s->b_col; \
                U sum = 0; \
                for (size_t k = 0; k < s->k; k++, a += s->a_col, b += s->b_row) \
                    sum += (U)*a * (U)*b; \
                sum *= alpha; \
                if (beta != 0) sum += beta * (U)c[j]; \
                if (s->bias) sum += (U)((const T *)s->bias)[j]; \
                c[j] = (T)sum; \
            } \
        } \
    }
PLAIN(i32, int32_t, uint32_t)
PLAIN(i64, int64_t, uint64_t)

vj_status vj_matmul(const vj_matmul_args *s) {
    if (s->dtype != VJ_INT32 && s->dtype != VJ_INT64 && !vj_is_real(s->dtype))
        return VJ_UNSUPPORTED;
    if (!vj_is_real(s->dtype) && s->activation != VJ_IDENTITY) return VJ_UNSUPPORTED;
    if ((unsigned)s->activation >= VJ_UNARY_COUNT || s->batch_rank > VJ_MAX_RANK)
        return VJ_UNSUPPORTED;
    if (vj_interrupted()) return VJ_INTERRUPTED;
    size_t batch = 1;
    for (size_t i = 0; i < s->batch_rank; i++) batch *= s->batch_shape[i];
    if (s->m == 0 || s->n == 0) return VJ_OK;
    const ptrdiff_t size = (ptrdiff_t)vj_dtype_size(s->dtype);
    for (size_t p = 0; p < batch; p++) {
        const char *a = s->a, *b = s->b;
        char *c = s->c;
        size_t rest = p;
        for (size_t i = s->batch_rank; i-- > 0;) {
            const ptrdiff_t index = (ptrdiff_t)(rest % s->batch_shape[i]) * size;
            rest /= s->batch_shape[i];
            a += s->a_batch[i] * index, b += s->b_batch[i] * index, c += s->c_batch[i] * index;
        }
        vj_status status = VJ_OK;
        if (s->dtype == VJ_INT32)
            plain_i32(s, a, b, c);
        else if (s->dtype == VJ_INT64)
            plain_i64(s, a, b, c);
        else
            status = vj_is_dots(s) ? vj_dots(s, a, b, c) : vj_gemm(s, a, b, c);
        if (status != VJ_OK) return status;
    }
    return vj_interrupted() ? VJ_INTERRUPTED : VJ_OK;
}

vj_status vj_matmul_f32(
    size_t m, size_t n, size_t k, const float *a, ptrdiff_t a_row, ptrdiff_t a_col, const float *b,
    ptrdiff_t b_row, ptrdiff_t b_col, float *c, ptrdiff_t c_row) {
    const vj_matmul_args args = {
        .dtype = VJ_FLOAT32, .m = m, .n = n, .k = k, .alpha = 1, .a = a, .a_row = a_row,
        .a_col = a_col, .b = b, .b_row = b_row, .b_col = b_col, .c = c, .c_row = c_row};
    return vj_matmul(&args);
}
