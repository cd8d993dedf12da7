// Unary functions and their gradients.
#include <math.h>

#include "../reduce/columns.h"
#include "walk.h"

vj_unary_kernel *vj_choose_unary(vj_unary_op *op, vj_dtype dtype, double p0) {
    if ((unsigned)*op >= VJ_UNARY_COUNT || (unsigned)dtype > VJ_FLOAT64) return NULL;
    if (*op == VJ_POW_SCALAR) {
        if (p0 == 2)
            *op = VJ_SQUARE;
        else if (p0 == 1)
            *op = VJ_IDENTITY;
        else if (p0 == -1 && vj_is_real(dtype))
            *op = VJ_RECIPROCAL;
    }
    return vj_active->unary[dtype][*op];
}

static size_t grain_of(vj_unary_op op) {
    return op < VJ_EXP || op == VJ_LEAKY_RELU || op >= VJ_AFFINE ? vj_light_grain : vj_heavy_grain;
}

typedef struct {
    vj_unary_kernel *kernel;
    const char *x;
    char *out;
    size_t size;
    double p0, p1;
} flat_job;

static void flat_piece(void *context, size_t begin, size_t end) {
    const flat_job *j = context;
    j->kernel(end - begin, j->x + begin * j->size, j->out + begin * j->size, j->p0, j->p1);
}

vj_status vj_unary(
    vj_unary_op op, vj_dtype dtype, size_t count, const void *x, void *out, double p0, double p1) {
    vj_unary_kernel *kernel = vj_choose_unary(&op, dtype, p0);
    if (!kernel) return VJ_UNSUPPORTED;
    flat_job job = {kernel, x, out, vj_dtype_size(dtype), p0, p1};
    return vj_finished(vj_parallel(count, grain_of(op), flat_piece, &job));
}

static void strided_row(
    void *context, size_t n, char *const pointers[], const ptrdiff_t steps[]) {
    const flat_job *j = context;
    const char *x = pointers[0];
    char *out = pointers[1];
    if (steps[0] == (ptrdiff_t)j->size) {
        j->kernel(n, x, out, j->p0, j->p1);
        return;
    }
    _Alignas(64) char buffer[vj_walk_block * 8];
    while (n) {
        const size_t m = VJ_MIN_OF(n, (size_t)vj_walk_block);
        vj_gather_row(j->size, m, x, steps[0], buffer);
        j->kernel(m, buffer, out, j->p0, j->p1);
        x += steps[0] * (ptrdiff_t)m, out += m * j->size, n -= m;
    }
}

vj_status vj_unary_strided(
    vj_unary_op op, vj_dtype dtype, size_t rank, const size_t *shape, const void *x,
    const ptrdiff_t *strides, void *out, double p0, double p1) {
    vj_unary_kernel *kernel = vj_choose_unary(&op, dtype, p0);
    if (!kernel) return VJ_UNSUPPORTED;
    const size_t size = vj_dtype_size(dtype);
    vj_walk walk;
    vj_status status = vj_walk_prepare(
        &walk, rank, shape, 2, (vj_operand[]){{x, strides, size}, {out, NULL, size}});
    if (status != VJ_OK) return status;
    flat_job job = {kernel, x, out, size, p0, p1};
    return vj_finished(vj_walk_run(&walk, grain_of(op), strided_row, &job));
}

bool vj_unary_gradient_uses_output(vj_unary_op op) {
#define GRADIENT(NAME, uses_output, expression) [VJ_##NAME] = uses_output,
    static const bool uses[VJ_UNARY_COUNT] = {
#include "../simd/gradient_list.inc.h"
    };
#undef GRADIENT
    return (unsigned)op < VJ_UNARY_COUNT && uses[op];
}

typedef struct {
    vj_gradient_kernel *kernel;
    const char *saved, *gradient;
    char *out;
    size_t size;
    double p0, p1;
} gradient_job;

static void gradient_piece(void *context, size_t begin, size_t end) {
    const gradient_job *j = context;
    const size_t at = begin * j->size;
    j->kernel(end - begin, j->saved + at, j->gradient + at, j->out + at, j->p0, j->p1);
}

vj_status vj_unary_gradient(
    vj_unary_op op, vj_dtype dtype, size_t count, const void *saved, const void *gradient,
    void *out, double p0, double p1) {
    if (!vj_is_real(dtype) || (unsigned)op >= VJ_UNARY_COUNT) return VJ_UNSUPPORTED;
    if (op == VJ_POW_SCALAR && p0 == 2) op = VJ_SQUARE;
    gradient_job job = {
        vj_active->gradient[vj_real_index(dtype)][op], saved, gradient, out,
        vj_dtype_size(dtype), p0, p1};
    return vj_finished(vj_parallel(count, grain_of(op), gradient_piece, &job));
}

// Rows of the gradient, and the sums of their columns while they are in the cache.
typedef struct {
    gradient_job elements;
    int real;
    size_t columns, chunk;
    double *partial;
} bias_job;

static void bias_piece(void *context, size_t begin, size_t end) {
    const bias_job *j = context;
    gradient_piece((void *)&j->elements, begin * j->columns, end * j->columns);
    double *sums = j->partial + begin / j->chunk * j->columns;
    memset(sums, 0, j->columns * sizeof *sums);
    vj_join_columns(
        vj_active->columns[j->real][vj_columns_sum], 0, j->elements.size, end - begin, j->columns,
        j->elements.out + begin * j->columns * j->elements.size, sums);
}

vj_status vj_activation_gradient(
    vj_unary_op op, vj_dtype dtype, size_t rows, size_t columns, const void *saved,
    const void *gradient, void *out, void *bias_gradient, double p0, double p1) {
    if (!vj_is_real(dtype) || (unsigned)op >= VJ_UNARY_COUNT) return VJ_UNSUPPORTED;
    if (op == VJ_POW_SCALAR && p0 == 2) op = VJ_SQUARE;
    const int real = vj_real_index(dtype);
    bias_job job = {
        .elements = {vj_active->gradient[real][op], saved, gradient, out, vj_dtype_size(dtype), p0, p1},
        .real = real, .columns = columns,
        .chunk = VJ_MAX_OF(grain_of(op) / VJ_MAX_OF(columns, (size_t)1), (size_t)32)};
    const size_t chunks = (rows + job.chunk - 1) / job.chunk;
    job.partial = vj_alloc((chunks * columns + 1) * sizeof(double));
    if (!job.partial) return VJ_OUT_OF_MEMORY;
    const bool complete = vj_parallel(rows, job.chunk, bias_piece, &job);
    for (size_t c = 0; complete && c < columns; c++) {
        double sum = 0;
        for (size_t k = 0; k < chunks; k++) sum += job.partial[k * columns + c];
        if (dtype == VJ_FLOAT32)
            ((float *)bias_gradient)[c] = (float)sum;
        else
            ((double *)bias_gradient)[c] = sum;
    }
    vj_free(job.partial);
    return vj_finished(complete);
}
