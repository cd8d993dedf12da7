/// Scaled dot-product attention. float32 and float64.
#ifndef VJ_ATTENTION_H
#define VJ_ATTENTION_H

#include "vj_types.h"

#ifdef __cplusplus
extern "C" {
#endif

/// Where the matrices of an operand lie: elements from one item, head and row to the next. Columns
/// are contiguous.
typedef struct {
    ptrdiff_t batch, head, row;
} vj_attention_strides;

/// out = softmax(scale·q·kᵀ + mask)·v for each item of a batch and each head.
///
/// q is [queries, width], k [keys, width], v [keys, value_width], out [queries, value_width]; any
/// order of the batch, head and position axes is expressed in the strides (a stride of 0 repeats a
/// k or v, as grouped-query attention does). With `causal`, query i sees the keys up to
/// i + keys − queries. A query that sees no key gives zeros.
typedef struct {
    vj_dtype dtype;
    size_t batch, heads, queries, keys, width, value_width;
    double scale;
    bool causal;
    const void *q, *k, *v;
    vj_attention_strides q_strides, k_strides, v_strides;
    /// NULL for none; added to the scores (`mask_dtype` = dtype), or true where a key is seen
    /// (VJ_BOOL).
    const void *mask;
    vj_dtype mask_dtype;
    vj_attention_strides mask_strides;
    void *out;
    vj_attention_strides out_strides;
    /// Receives log Σ e^score [batch, heads, queries] for the backward pass; NULL if not wanted.
    void *log_sums;
} vj_attention;

vj_status vj_attention_forward(const vj_attention *a);

/// The gradients of q, k and v, laid out as they are, from that of out (laid out as it is). `a` is
/// the forward pass's with its results; with log_sums the weights are made again in one pass. k and v must not be repeated.
vj_status vj_attention_backward(
    const vj_attention *a, const void *out_gradient, void *q_gradient, void *k_gradient,
    void *v_gradient);

#ifdef __cplusplus
}
#endif
#endif
