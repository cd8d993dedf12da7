/// Sorting along rows.
#ifndef VJ_SORT_H
#define VJ_SORT_H

#include "vj_types.h"

#ifdef __cplusplus
extern "C" {
#endif

/// Each row of x [rows, length] in order; NaN comes last, rising or falling. Any type.
vj_status vj_sort(
    vj_dtype dtype, size_t rows, size_t length, const void *x, bool descending, void *out);
/// The positions within each row that sort it; equal elements (0 and −0 too) keep their order.
vj_status vj_argsort(
    vj_dtype dtype, size_t rows, size_t length, const void *x, bool descending,
    int64_t *positions);
/// The first `count` (at most `length`) of the positions that `vj_argsort` gives for each row, without
/// sorting what comes after them: positions [rows, count].
vj_status vj_top(
    vj_dtype dtype, size_t rows, size_t length, size_t count, const void *x, bool descending,
    int64_t *positions);

#ifdef __cplusplus
}
#endif
#endif
