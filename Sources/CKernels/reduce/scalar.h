// Reductions that have no vector kernel: one result after the other, any element type.
#ifndef VJ_REDUCE_SCALAR_H
#define VJ_REDUCE_SCALAR_H

#include "../runtime/internal.h"

vj_status vj_reduce_scalar(
    vj_reduce_op op, vj_dtype dtype, size_t outer, size_t axis, size_t inner, const void *x,
    void *out);

#endif
