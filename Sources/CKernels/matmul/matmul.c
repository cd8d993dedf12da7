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

// The product at place p of the batch.
static vj_status product(const vj_matmul_args *s, size_t p) {
    const ptrdiff_t size = (ptrdiff_t)vj_dtype_size(s->dtype);
    const char *a = s->a, *b = s->b;
    char *c = s->c;
    for (size_t i = s->batch_rank; i-- > 0;) {
        const ptrdiff_t index = (ptrdiff_t)(p % s->batch_shape[i]) * size;
        p /= s->batch_shape[i];
        a += s->a_batch[i] * index, b += s->b_batch[i] * index, c += s->c_batch[i] * index;
    }
    switch (s->dtype) {
    case VJ_INT32: plain_i32(s, a, b, c); return VJ_OK;
    case VJ_INT64: plain_i64(s, a, b, c); return VJ_OK;
    default: return vj_is_dots(s) ? vj_dots(s, a, b, c) : vj_gemm(s, a, b, c);
    }
}

typedef struct {
    const vj_matmul_args *s;
    _Atomic(int) status;
} batch_job;

static void batch_piece(void *context, size_t begin, size_t end) {
    batch_job *j = context;
    for (size_t p = begin; p < end; p++) {
        const vj_status status = product(j->s, p);
        if (status == VJ_OK) continue;
        atomic_store_explicit(&j->status, (int)status, memory_order_relaxed);
        return;
    }
}

// Multiply-adds of a piece of a batch, and of a product that the threads had better share.
static const double batch_piece_work = 1e6, shared_work = 3e7;

vj_status vj_matmul(const vj_matmul_args *s) {
    if (s->dtype != VJ_INT32 && s->dtype != VJ_INT64 && !vj_is_real(s->dtype))
        return VJ_UNSUPPORTED;
    if (!vj_is_real(s->dtype) && s->activation != VJ_IDENTITY) return VJ_UNSUPPORTED;
    if ((unsigned)s->activation >= VJ_UNARY_COUNT || s->batch_rank > VJ_MAX_RANK)
        return VJ_UNSUPPORTED;
    if (vj_interrupted()) return VJ_INTERRUPTED;
    size_t batch = 1;
    for (size_t i = 0; i < s->batch_rank; i++) batch *= s->batch_shape[i];
    if (s->m == 0 || s->n == 0 || batch == 0) return VJ_OK;
    const double work = (double)s->m * (double)s->n * (double)VJ_MAX_OF(s->k, (size_t)1);
    // Many products: the threads take them one by one. Few and large ones are shared, each in turn.
    if (batch > 1 && (work < shared_work || batch >= 4 * vj_threads())) {
        batch_job job = {s, VJ_OK};
        const size_t grain = (size_t)(batch_piece_work / work) + 1;
        const bool complete = vj_parallel(batch, grain, batch_piece, &job);
        const vj_status status = (vj_status)atomic_load(&job.status);
        return status != VJ_OK ? status : vj_finished(complete);
    }
    for (size_t p = 0; p < batch; p++) {
        const vj_status status = product(s, p);
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
