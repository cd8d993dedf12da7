// Binary functions, comparisons, logic and selection.
#include "walk.h"

static size_t grain_of(vj_binary_op op) {
    return op <= VJ_MUL || op == VJ_MIN || op == VJ_MAX || op == VJ_DIV ? vj_light_grain
                                                                         : vj_heavy_grain;
}

typedef struct {
    vj_binary_kernel *kernel;
    size_t size;
    const char *a, *b;
    int a_step, b_step;
    char *out;
    _Atomic(int) status;
} binary_job;

static void note(binary_job *j, vj_status status) {
    if (VJ_UNLIKELY(status != VJ_OK))
        atomic_store_explicit(&j->status, (int)status, memory_order_relaxed);
}

static vj_status outcome(bool complete, binary_job *j) {
    vj_status status = (vj_status)atomic_load_explicit(&j->status, memory_order_relaxed);
    return status != VJ_OK ? status : vj_finished(complete);
}

static void flat_piece(void *context, size_t begin, size_t end) {
    binary_job *j = context;
    const size_t at = begin * j->size;
    note(
        j, j->kernel(
               end - begin, j->a_step ? j->a + at : j->a, j->a_step,
               j->b_step ? j->b + at : j->b, j->b_step, j->out + at));
}

static vj_binary_kernel *choose(vj_binary_op op, vj_dtype dtype) {
    if ((unsigned)op >= VJ_BINARY_COUNT || (unsigned)dtype > VJ_FLOAT64) return NULL;
    return vj_active->binary[dtype][op];
}

vj_status vj_binary_flat(
    vj_binary_op op, vj_dtype dtype, size_t count, const void *a, int a_step, const void *b,
    int b_step, void *out) {
    binary_job job = {choose(op, dtype), vj_dtype_size(dtype), a, b, a_step, b_step, out, VJ_OK};
    if (!job.kernel) return VJ_UNSUPPORTED;
    return outcome(vj_parallel(count, grain_of(op), flat_piece, &job), &job);
}

static void strided_row(
    void *context, size_t n, char *const pointers[], const ptrdiff_t steps[]) {
    binary_job *j = context;
    const ptrdiff_t size = (ptrdiff_t)j->size;
    const char *a = pointers[0], *b = pointers[1];
    char *out = pointers[2];
    const bool a_flat = steps[0] == size || steps[0] == 0,
               b_flat = steps[1] == size || steps[1] == 0;
    if (a_flat && b_flat) {
        note(j, j->kernel(n, a, steps[0] != 0, b, steps[1] != 0, out));
        return;
    }
    _Alignas(64) char a_buffer[vj_walk_block * 8], b_buffer[vj_walk_block * 8];
    while (n) {
        const size_t m = VJ_MIN_OF(n, (size_t)vj_walk_block);
        int a_step, b_step;
        const void *pa = vj_flatten(j->size, m, a, steps[0], a_buffer, &a_step);
        const void *pb = vj_flatten(j->size, m, b, steps[1], b_buffer, &b_step);
        note(j, j->kernel(m, pa, a_step, pb, b_step, out));
        a += steps[0] * (ptrdiff_t)m, b += steps[1] * (ptrdiff_t)m;
        out += m * j->size, n -= m;
    }
}

vj_status vj_binary(
    vj_binary_op op, vj_dtype dtype, size_t rank, const size_t *shape, const void *a,
    const ptrdiff_t *a_strides, const void *b, const ptrdiff_t *b_strides, void *out) {
    binary_job job = {.kernel = choose(op, dtype), .size = vj_dtype_size(dtype), .status = VJ_OK};
    if (!job.kernel) return VJ_UNSUPPORTED;
    vj_walk walk;
    vj_status status = vj_walk_prepare(
        &walk, rank, shape, 3,
        (vj_operand[]){
            {a, a_strides, job.size}, {b, b_strides, job.size}, {out, NULL, job.size}});
    if (status != VJ_OK) return status;
    return outcome(vj_walk_run(&walk, grain_of(op), strided_row, &job), &job);
}

// MARK: comparisons and logic

typedef struct {
    vj_compare_kernel *kernel;
    size_t size;
} compare_job;

static void compare_row(
    void *context, size_t n, char *const pointers[], const ptrdiff_t steps[]) {
    const compare_job *j = context;
    const char *a = pointers[0], *b = pointers[1];
    uint8_t *out = (uint8_t *)pointers[2];
    const ptrdiff_t size = (ptrdiff_t)j->size;
    if ((steps[0] == size || !steps[0]) && (steps[1] == size || !steps[1])) {
        j->kernel(n, a, steps[0] != 0, b, steps[1] != 0, out);
        return;
    }
    _Alignas(64) char a_buffer[vj_walk_block * 8], b_buffer[vj_walk_block * 8];
    while (n) {
        const size_t m = VJ_MIN_OF(n, (size_t)vj_walk_block);
        int a_step, b_step;
        const void *pa = vj_flatten(j->size, m, a, steps[0], a_buffer, &a_step);
        const void *pb = vj_flatten(j->size, m, b, steps[1], b_buffer, &b_step);
        j->kernel(m, pa, a_step, pb, b_step, out);
        a += steps[0] * (ptrdiff_t)m, b += steps[1] * (ptrdiff_t)m, out += m, n -= m;
    }
}

static vj_status compare_with(
    vj_compare_kernel *kernel, size_t size, size_t rank, const size_t *shape, const void *a,
    const ptrdiff_t *a_strides, const void *b, const ptrdiff_t *b_strides, uint8_t *out) {
    compare_job job = {kernel, size};
    vj_walk walk;
    vj_status status = vj_walk_prepare(
        &walk, rank, shape, 3,
        (vj_operand[]){{a, a_strides, size}, {b, b_strides, size}, {out, NULL, 1}});
    if (status != VJ_OK) return status;
    return vj_finished(vj_walk_run(&walk, vj_light_grain, compare_row, &job));
}

vj_status vj_compare(
    vj_compare_op op, vj_dtype dtype, size_t rank, const size_t *shape, const void *a,
    const ptrdiff_t *a_strides, const void *b, const ptrdiff_t *b_strides, uint8_t *out) {
    if ((unsigned)op > VJ_GREATER_EQUAL || (unsigned)dtype > VJ_FLOAT64) return VJ_UNSUPPORTED;
    return compare_with(
        vj_active->compare[dtype][op], vj_dtype_size(dtype), rank, shape, a, a_strides, b,
        b_strides, out);
}

#define LOGICAL(NAME, expression) \
    static void logical_##NAME( \
        size_t n, const void *ap, int a_step, const void *bp, int b_step, uint8_t *out) { \
        const uint8_t *pa = ap, *pb = bp; \
        for (size_t i = 0; i < n; i++) { \
            const bool a = pa[a_step ? i : 0] != 0, b = pb[b_step ? i : 0] != 0; \
            out[i] = (expression); \
        } \
    }
LOGICAL(and, a & b)
LOGICAL(or, a | b)
LOGICAL(xor, a ^ b)

vj_status vj_logical(
    vj_logical_op op, size_t rank, const size_t *shape, const uint8_t *a,
    const ptrdiff_t *a_strides, const uint8_t *b, const ptrdiff_t *b_strides, uint8_t *out) {
    static vj_compare_kernel *const kernels[] = {logical_and, logical_or, logical_xor};
    if ((unsigned)op > VJ_XOR) return VJ_UNSUPPORTED;
    return compare_with(kernels[op], 1, rank, shape, a, a_strides, b, b_strides, out);
}

vj_status vj_logical_not(size_t count, const uint8_t *x, uint8_t *out) {
    if (vj_interrupted()) return VJ_INTERRUPTED;
    for (size_t i = 0; i < count; i++) out[i] = !x[i];
    return VJ_OK;
}

vj_status vj_classify(
    vj_classify_op op, vj_dtype dtype, size_t count, const void *x, uint8_t *out) {
    if ((unsigned)op > VJ_IS_FINITE || (unsigned)dtype > VJ_FLOAT64) return VJ_UNSUPPORTED;
    if (vj_interrupted()) return VJ_INTERRUPTED;
    if (!vj_is_real(dtype)) {
        memset(out, op == VJ_IS_FINITE, count);
        return VJ_OK;
    }
    // The exponent's bits are all set in infinities and NaN.
#define CLASSIFY(T, mask) \
    { \
        const T *bits = x; \
        for (size_t i = 0; i < count; i++) { \
            const T magnitude = bits[i] & ((mask) | ((mask) - 1)) & ~((T)1 << (sizeof(T) * 8 - 1)); \
            out[i] = op == VJ_IS_NAN ? magnitude > (mask) \
                : op == VJ_IS_INFINITE ? magnitude == (mask) \
                                       : magnitude < (mask); \
        } \
    }
    if (dtype == VJ_FLOAT32)
        CLASSIFY(uint32_t, 0x7f800000u)
    else
        CLASSIFY(uint64_t, 0x7ff0000000000000u)
#undef CLASSIFY
    return VJ_OK;
}

// MARK: selection

static void where_row(
    void *context, size_t n, char *const pointers[], const ptrdiff_t steps[]) {
    const size_t size = *(const size_t *)context;
    vj_where_kernel *kernel = vj_active->where[size];
    const char *c = pointers[0], *a = pointers[1], *b = pointers[2];
    char *out = pointers[3];
    _Alignas(64) char c_buffer[vj_walk_block], a_buffer[vj_walk_block * 8],
        b_buffer[vj_walk_block * 8];
    const ptrdiff_t whole = (ptrdiff_t)size;
    const bool flat = (steps[0] == 1 || !steps[0]) && (steps[1] == whole || !steps[1])
        && (steps[2] == whole || !steps[2]);
    while (n) {
        const size_t m = flat ? n : VJ_MIN_OF(n, (size_t)vj_walk_block);
        int c_step, a_step, b_step;
        const void *pc = vj_flatten(1, m, c, steps[0], c_buffer, &c_step);
        const void *pa = vj_flatten(size, m, a, steps[1], a_buffer, &a_step);
        const void *pb = vj_flatten(size, m, b, steps[2], b_buffer, &b_step);
        kernel(m, pc, c_step, pa, a_step, pb, b_step, out);
        c += steps[0] * (ptrdiff_t)m, a += steps[1] * (ptrdiff_t)m;
        b += steps[2] * (ptrdiff_t)m, out += m * size, n -= m;
    }
}

vj_status vj_where(
    vj_dtype dtype, size_t rank, const size_t *shape, const uint8_t *condition,
    const ptrdiff_t *condition_strides, const void *a, const ptrdiff_t *a_strides, const void *b,
    const ptrdiff_t *b_strides, void *out) {
    size_t size = vj_dtype_size(dtype);
    vj_walk walk;
    vj_status status = vj_walk_prepare(
        &walk, rank, shape, 4,
        (vj_operand[]){
            {condition, condition_strides, 1}, {a, a_strides, size}, {b, b_strides, size},
            {out, NULL, size}});
    if (status != VJ_OK) return status;
    return vj_finished(vj_walk_run(&walk, vj_light_grain, where_row, &size));
}
