// Sums of columns, for those who have rows at hand while they are in the cache.
#ifndef VJ_COLUMNS_H
#define VJ_COLUMNS_H

#include "../simd/table.h"

// Joins `rows` contiguous rows of `width` values into out[width] by a table's kernel. Rows of a few
// values are taken several at once, so that whole vectors are added.
void vj_join_columns(
    vj_columns_kernel *kernel, int kind, size_t size, size_t rows, size_t width, const void *x,
    double *out);

// What two partial results give: 0 adds, 1 keeps the larger, 2 the smaller; NaN wins.
static inline double vj_join(int kind, double a, double b) {
    if (kind == 0) return a + b;
    if (a != a || b != b) return NAN;
    return (a > b) == (kind == 1) ? a : b;
}
static inline double vj_join_start(int kind) {
    return kind == 0 ? 0 : kind == 1 ? -INFINITY : INFINITY;
}

#endif
