/// Chains of element-wise operations, run block by block while the block is in the cache.
#ifndef VJ_CHAIN_H
#define VJ_CHAIN_H

#include "vj_elementwise.h"
#include "vj_types.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
    VJ_CHAIN_UNARY = 0,  /// op(a), `op` a vj_unary_op
    VJ_CHAIN_BINARY,     /// op(a, b), `op` a vj_binary_op
    VJ_CHAIN_GRADIENT,   /// b·op′(a): `vj_unary_gradient` with a saved and gradient b
} vj_chain_kind;

/// One operation. Operands are numbered: first the chain's inputs, then the results of its steps in
/// their order; a step uses what comes before it.
typedef struct {
    vj_chain_kind kind;
    int op;
    uint32_t a, b;
    double p0, p1;
} vj_chain_step;

/// Element i of an input is x[i % period]: `count` for a whole array, 1 for a number, a row's
/// length for what is repeated along rows.
typedef struct {
    const void *x;
    size_t period;
} vj_chain_input;

typedef struct {
    uint32_t operand;
    void *out;
} vj_chain_output;

/// Runs the steps over `count` elements of one type (any but integer division, which is
/// VJ_UNSUPPORTED in a chain). An output may be an input's memory of period `count`.
#define VJ_CHAIN_MOST 64
vj_status vj_chain_run(
    vj_dtype dtype, size_t count, size_t input_count, const vj_chain_input *inputs,
    size_t step_count, const vj_chain_step *steps, size_t output_count,
    const vj_chain_output *outputs);

/// The same to its end whether or not an interrupt is pending, for values that were promised; no
/// output may be an input's memory. A chain of up to 8 steps over arrays and numbers asks the
/// allocator for nothing, so it cannot fail.
vj_status vj_chain_finish(
    vj_dtype dtype, size_t count, size_t input_count, const vj_chain_input *inputs,
    size_t step_count, const vj_chain_step *steps, size_t output_count,
    const vj_chain_output *outputs);

#ifdef __cplusplus
}
#endif
#endif
