/// Gather and scatter of rows.
#ifndef VJ_INDEX_H
#define VJ_INDEX_H

#include "vj_types.h"

#ifdef __cplusplus
extern "C" {
#endif

/// out[i] = table[indices[i]], rows of `width` elements. Indices are int32 or int64
/// (`index_dtype`), negative ones count from the end. An index outside the table is
/// VJ_OUT_OF_RANGE and *bad (may be NULL) its position.
vj_status vj_gather_rows(
    vj_dtype dtype, size_t rows, size_t width, const void *table, vj_dtype index_dtype,
    size_t count, const void *indices, void *out, size_t *bad);

/// table[indices[i]] += x[i], in order of i (so equal indices add up the same way every time).
/// Integers and floats.
vj_status vj_scatter_add_rows(
    vj_dtype dtype, size_t rows, size_t width, void *table, vj_dtype index_dtype, size_t count,
    const void *indices, const void *x, size_t *bad);

/// out[i, c] = c == labels[i] ? 1 : 0, `classes` columns.
vj_status vj_one_hot(
    vj_dtype dtype, size_t classes, vj_dtype label_dtype, size_t count, const void *labels,
    void *out, size_t *bad);

#ifdef __cplusplus
}
#endif
#endif
