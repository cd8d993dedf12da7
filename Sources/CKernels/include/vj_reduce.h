/// Reductions, cumulative sums and softmax over one axis of a contiguous array seen as
/// (outer, axis, inner): element (o, r, i) is x[(o·axis + r)·inner + i], result (o, i) is
/// out[o·inner + i]. Neighbouring axes that are reduced together are one axis; to reduce axes that
/// are not neighbours reduce one after the other. Float32 sums are accurate to a few ulp of the
/// exact sum of the inputs' magnitudes (blocked, pairwise) and independent of the threads.
#ifndef VJ_REDUCE_H
#define VJ_REDUCE_H

#include "vj_types.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
    VJ_SUM = 0,       /// floats: same type; integers and bool: int64; empty: 0
    VJ_MEAN,          /// floats only; empty: NaN
    VJ_PROD,          /// as SUM; empty: 1
    VJ_REDUCE_MAX,    /// same type; NaN propagates; empty axis: VJ_DOMAIN
    VJ_REDUCE_MIN,
    VJ_ARGMAX,        /// int64; the first of equals, a NaN counts as largest; empty axis: VJ_DOMAIN
    VJ_ARGMIN,        /// int64; the first of equals, a NaN counts as smallest
    VJ_ANY,           /// bool; empty: false
    VJ_ALL,           /// bool; empty: true
    VJ_SUM_SQUARES,   /// floats only
    VJ_SUM_ABS,       /// floats only
    VJ_LOG_SUM_EXP,   /// floats only; log Σ eˣ without overflow; empty: −∞
    VJ_COUNT_NONZERO, /// int64
} vj_reduce_op;

/// out = op over the middle axis. `vj_reduce_result` says the element type of out.
vj_status vj_reduce(
    vj_reduce_op op, vj_dtype dtype, size_t outer, size_t axis, size_t inner, const void *x,
    void *out);
/// Element type of the result of `op` on `dtype`.
vj_dtype vj_reduce_result(vj_reduce_op op, vj_dtype dtype);

/// Two-pass variance Σ(x − mean)² / (axis − correction); `mean` may be NULL. Floats only. A divisor
/// of 0 or less gives NaN.
vj_status vj_variance(
    vj_dtype dtype, size_t outer, size_t axis, size_t inner, const void *x, double correction,
    void *mean, void *variance);

/// Running sums along the axis; out has x's shape, floats keep their type, integers give int64.
/// `reverse` sums from the end (the gradient of the forward sum).
vj_status vj_cumsum(
    vj_dtype dtype, size_t outer, size_t axis, size_t inner, const void *x, bool reverse,
    void *out);

/// out = softmax along the axis (or its logarithm); floats only. A row of −∞ gives NaN.
vj_status vj_softmax(
    vj_dtype dtype, bool logarithm, size_t outer, size_t axis, size_t inner, const void *x,
    void *out);
/// Gradient from the output y: softmax y·(g − Σ g·y); log-softmax g − e^y·Σ g.
vj_status vj_softmax_gradient(
    vj_dtype dtype, bool logarithm, size_t outer, size_t axis, size_t inner, const void *y,
    const void *gradient, void *out);

#ifdef __cplusplus
}
#endif
#endif
