// Attention in blocks of query rows: their scores against all keys stay in the second-level cache,
// and the backward pass makes them again instead of reading them from memory, with the sums that
// the forward pass kept.
#include <math.h>

#include "../simd/table.h"

typedef struct {
    const vj_attention *a;
    size_t size, rows, blocks;  // query rows of a block, blocks of a head
    const char *out_gradient;
    char *q_gradient, *k_gradient, *v_gradient;
    _Atomic(int) status;
} attention_job;

static size_t offset(const attention_job *j, vj_attention_strides s, size_t item, size_t head) {
    return (size_t)((ptrdiff_t)item * s.batch + (ptrdiff_t)head * s.head) * j->size;
}

static void put(vj_dtype dtype, void *x, size_t i, double value) {
    if (dtype == VJ_FLOAT32)
        ((float *)x)[i] = (float)value;
    else
        ((double *)x)[i] = value;
}

static double get(vj_dtype dtype, const void *x, size_t i) {
    return dtype == VJ_FLOAT32 ? (double)((const float *)x)[i] : ((const double *)x)[i];
}

// c = alpha·a·b + beta·c, with rows and columns as strides say.
static bool product(
    attention_job *j, size_t m, size_t n, size_t k, double alpha, const char *a, ptrdiff_t a_row,
    ptrdiff_t a_col, const char *b, ptrdiff_t b_row, ptrdiff_t b_col, double beta, char *c,
    ptrdiff_t c_row) {
    const vj_matmul_args args = {
        .dtype = j->a->dtype, .m = m, .n = n, .k = k, .alpha = alpha, .beta = beta, .a = a,
        .a_row = a_row, .a_col = a_col, .b = b, .b_row = b_row, .b_col = b_col, .c = c,
        .c_row = c_row};
    const vj_status status = vj_matmul(&args);
    if (status != VJ_OK) atomic_store(&j->status, (int)status);
    return status == VJ_OK;
}

// Keys that query i sees, apart from a mask.
static size_t keys_of(const vj_attention *a, size_t i) {
    if (!a->causal) return a->keys;
    const size_t seen = i + 1 + a->keys;
    return seen <= a->queries ? 0 : VJ_MIN_OF(seen - a->queries, a->keys);
}

// scores [rows, keys] of the queries first..<first + rows, `seen` keys of them; masked ones are −∞.
static bool scores(
    attention_job *j, size_t item, size_t head, size_t first, size_t rows, size_t seen,
    char *s) {
    const vj_attention *a = j->a;
    const char *q = (const char *)a->q + offset(j, a->q_strides, item, head)
        + (ptrdiff_t)first * a->q_strides.row * (ptrdiff_t)j->size;
    const char *k = (const char *)a->k + offset(j, a->k_strides, item, head);
    if (!product(
            j, rows, seen, a->width, a->scale, q, a->q_strides.row, 1, k, 1, a->k_strides.row, 0,
            s, (ptrdiff_t)a->keys))
        return false;
    if (!a->mask) return true;
    const ptrdiff_t mask_size = a->mask_dtype == VJ_BOOL ? 1 : (ptrdiff_t)j->size;
    const char *mask = (const char *)a->mask
        + ((ptrdiff_t)item * a->mask_strides.batch + (ptrdiff_t)head * a->mask_strides.head
           + (ptrdiff_t)first * a->mask_strides.row)
            * mask_size;
    const float none = -INFINITY;
    const double wide_none = -INFINITY;
    const void *low = a->dtype == VJ_FLOAT32 ? (const void *)&none : &wide_none;
    for (size_t r = 0; r < rows; r++, mask += a->mask_strides.row * mask_size) {
        char *row = s + r * a->keys * j->size;
        if (a->mask_dtype == VJ_BOOL)
            vj_active->where[j->size](seen, (const uint8_t *)mask, 1, row, 1, low, 0, row);
        else
            vj_active->binary[a->dtype][VJ_ADD](seen, row, 1, mask, 1, row);
    }
    return true;
}

// Softmax of one row of scores in place, zeros where nothing is seen; answers log Σ e^score.
static double weights(const attention_job *j, char *row, size_t seen, size_t keys) {
    const vj_dtype dtype = j->a->dtype;
    double sum = -INFINITY;
    bool nothing = seen == 0;
    if (!nothing) {
        // Only a mask can hide all that there is.
        nothing = j->a->mask
            && vj_active->stretch[vj_real_index(dtype)][vj_stretch_max](seen, row, 0)
                == -INFINITY;
        if (!nothing) sum = vj_active->row_softmax[vj_real_index(dtype)](seen, row, row, 1);
    }
    const size_t kept = nothing ? 0 : seen;
    memset(row + kept * j->size, 0, (keys - kept) * j->size);
    return sum;
}

// The same where log Σ e^score is known from the forward pass.
static void weights_again(
    const attention_job *j, char *row, size_t query, size_t seen, size_t keys) {
    if (!j->a->log_sums) {
        weights(j, row, seen, keys);
        return;
    }
    const double sum = get(j->a->dtype, j->a->log_sums, query);
    const size_t kept = sum == -INFINITY ? 0 : seen;
    vj_active->known_softmax[vj_real_index(j->a->dtype)](kept, row, sum);
    memset(row + kept * j->size, 0, (keys - kept) * j->size);
}

static void forward_piece(void *context, size_t begin, size_t end) {
    attention_job *j = context;
    const vj_attention *a = j->a;
    char *s = vj_alloc(j->rows * a->keys * j->size);
    if (!s) {
        atomic_store(&j->status, VJ_OUT_OF_MEMORY);
        return;
    }
    for (size_t unit = begin; unit < end; unit++) {
        const size_t head = unit / j->blocks % a->heads, item = unit / j->blocks / a->heads,
                     first = unit % j->blocks * j->rows,
                     rows = VJ_MIN_OF(j->rows, a->queries - first);
        const size_t most = keys_of(a, first + rows - 1);
        if (!scores(j, item, head, first, rows, most, s)) break;
        for (size_t r = 0; r < rows; r++) {
            const double sum =
                weights(j, s + r * a->keys * j->size, keys_of(a, first + r), most);
            if (a->log_sums)
                put(a->dtype, a->log_sums, (item * a->heads + head) * a->queries + first + r,
                    sum);
        }
        char *out = (char *)a->out + offset(j, a->out_strides, item, head)
            + (ptrdiff_t)first * a->out_strides.row * (ptrdiff_t)j->size;
        const char *v = (const char *)a->v + offset(j, a->v_strides, item, head);
        if (!product(
                j, rows, a->value_width, most, 1, s, (ptrdiff_t)a->keys, 1, v, a->v_strides.row,
                1, 0, out, a->out_strides.row))
            break;
    }
    vj_free(s);
}

static bool is_sound(const vj_attention *a) {
    return vj_is_real(a->dtype)
        && (!a->mask || a->mask_dtype == VJ_BOOL || a->mask_dtype == a->dtype);
}

static attention_job job_of(const vj_attention *a) {
    attention_job j = {.a = a, .size = vj_dtype_size(a->dtype)};
    const size_t fitting = 65536 / (a->keys + 1) / 12 * 12;
    j.rows = VJ_MAX_OF(VJ_MIN_OF(fitting, (size_t)96), (size_t)12);
    j.rows = VJ_MIN_OF(j.rows, VJ_MAX_OF(a->queries, (size_t)1));
    j.blocks = (a->queries + j.rows - 1) / j.rows;
    return j;
}

vj_status vj_attention_forward(const vj_attention *a) {
    if (!is_sound(a)) return VJ_UNSUPPORTED;
    attention_job j = job_of(a);
    const bool complete = vj_parallel(a->batch * a->heads * j.blocks, 1, forward_piece, &j);
    const vj_status status = (vj_status)atomic_load(&j.status);
    return status != VJ_OK ? status : vj_finished(complete);
}

// Units: heads of items. dv += pᵀ·dout; dp = dout·vᵀ; ds = p·(dp − Σ dp·p)·scale; dq = ds·k;
// dk += dsᵀ·q.
static void backward_piece(void *context, size_t begin, size_t end) {
    attention_job *j = context;
    const vj_attention *a = j->a;
    const int real = vj_real_index(a->dtype);
    const size_t block = j->rows * a->keys * j->size;
    char *p = vj_alloc(2 * block), *dp = p + block;
    if (!p) {
        atomic_store(&j->status, VJ_OUT_OF_MEMORY);
        return;
    }
    const ptrdiff_t size = (ptrdiff_t)j->size, keys = (ptrdiff_t)a->keys;
    for (size_t unit = begin; unit < end; unit++) {
        const size_t head = unit % a->heads, item = unit / a->heads;
        const char *k = (const char *)a->k + offset(j, a->k_strides, item, head);
        const char *v = (const char *)a->v + offset(j, a->v_strides, item, head);
        char *dk = j->k_gradient + offset(j, a->k_strides, item, head);
        char *dv = j->v_gradient + offset(j, a->v_strides, item, head);
        for (size_t r = 0; r < a->keys; r++) {
            memset(dk + (ptrdiff_t)r * a->k_strides.row * size, 0, a->width * j->size);
            memset(dv + (ptrdiff_t)r * a->v_strides.row * size, 0, a->value_width * j->size);
        }
        for (size_t b = 0; b < j->blocks; b++) {
            const size_t first = b * j->rows, rows = VJ_MIN_OF(j->rows, a->queries - first);
            const size_t most = keys_of(a, first + rows - 1);
            const char *q = (const char *)a->q + offset(j, a->q_strides, item, head)
                + (ptrdiff_t)first * a->q_strides.row * size;
            const char *dout = j->out_gradient + offset(j, a->out_strides, item, head)
                + (ptrdiff_t)first * a->out_strides.row * size;
            char *dq = j->q_gradient + offset(j, a->q_strides, item, head)
                + (ptrdiff_t)first * a->q_strides.row * size;
            if (!scores(j, item, head, first, rows, most, p)) goto finished;
            for (size_t r = 0; r < rows; r++)
                weights_again(
                    j, p + r * a->keys * j->size, unit * a->queries + first + r,
                    keys_of(a, first + r), most);
            if (!product(
                    j, most, a->value_width, rows, 1, p, 1, keys, dout, a->out_strides.row, 1, 1,
                    dv, a->v_strides.row)
                || !product(
                    j, rows, most, a->value_width, 1, dout, a->out_strides.row, 1, v, 1,
                    a->v_strides.row, 0, dp, keys))
                goto finished;
            for (size_t r = 0; r < rows; r++) {
                char *row = dp + r * a->keys * j->size;
                vj_active->softmax_gradient[real](
                    most, p + r * a->keys * j->size, row, row, false);
            }
            if (!product(
                    j, rows, a->width, most, a->scale, dp, keys, 1, k, a->k_strides.row, 1, 0, dq,
                    a->q_strides.row)
                || !product(
                    j, most, a->width, rows, a->scale, dp, 1, keys, q, a->q_strides.row, 1, 1, dk,
                    a->k_strides.row))
                goto finished;
        }
    }
finished:
    vj_free(p);
}

vj_status vj_attention_backward(
    const vj_attention *a, const void *out_gradient, void *q_gradient, void *k_gradient,
    void *v_gradient) {
    if (!is_sound(a)) return VJ_UNSUPPORTED;
    attention_job j = job_of(a);
    j.out_gradient = out_gradient;
    j.q_gradient = q_gradient, j.k_gradient = k_gradient, j.v_gradient = v_gradient;
    const bool complete = vj_parallel(a->batch * a->heads, 1, backward_piece, &j);
    const vj_status status = (vj_status)atomic_load(&j.status);
    return status != VJ_OK ? status : vj_finished(complete);
}
