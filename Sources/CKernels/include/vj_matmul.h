/// Matrix products.
#ifndef VJ_MATMUL_H
#define VJ_MATMUL_H

#include "vj_elementwise.h"
#include "vj_types.h"

#ifdef __cplusplus
extern "C" {
#endif

/// C = activation(alpha·A·B + beta·C + bias), for each matrix of a batch.
///
/// A is m×k, B k×n, C m×n. Element (i, j) of A is a[i·a_row + j·a_col]: strides express any
/// transpose or view. C's rows are contiguous, c_row elements apart. With beta 0, C is not read.
/// `bias` (may be NULL) has n values, added to each row. Zero the structure first: alpha must be
/// set, everything not mentioned may stay 0. k = 0 gives beta·C + bias.
typedef struct {
    /// float32, float64, int32 or int64 (integers wrap around; alpha, beta are truncated; no
    /// activation).
    vj_dtype dtype;
    size_t m, n, k;
    double alpha, beta;
    const void *a;
    ptrdiff_t a_row, a_col;
    const void *b;
    ptrdiff_t b_row, b_col;
    void *c;
    ptrdiff_t c_row;
    const void *bias;
    /// Applied last; `VJ_IDENTITY` (0) for none, any op for floats.
    vj_unary_op activation;
    double activation_p0, activation_p1;
    /// Where the values before the activation are kept, laid out as C is; NULL: nowhere. Only with
    /// an activation.
    void *before;
    /// Batch axes: extents and, per axis, the operands' strides in elements (0 repeats a matrix;
    /// c's must not repeat). A rank of 0 is one product.
    size_t batch_rank;
    const size_t *batch_shape;
    const ptrdiff_t *a_batch, *b_batch, *c_batch;
} vj_matmul_args;

vj_status vj_matmul(const vj_matmul_args *args);

/// C = A·B for row-major contiguous-column float32 operands with any strides; beta 0.
vj_status vj_matmul_f32(
    size_t m, size_t n, size_t k, const float *a, ptrdiff_t a_row, ptrdiff_t a_col, const float *b,
    ptrdiff_t b_row, ptrdiff_t b_col, float *c, ptrdiff_t c_row);

#ifdef __cplusplus
}
#endif
#endif
