/// The nearest of some centres for the rows of a matrix: one round of k-means.
#ifndef VJ_CLUSTER_H
#define VJ_CLUSTER_H

#include "vj_types.h"

#ifdef __cplusplus
extern "C" {
#endif

/// labels[i] = argmin over c of |x[i] − means[c]|², the first of equal ones, for `rows` rows of `width`
/// float32 or float64 elements and `centers` rows of means.
///
/// Which is nearest is decided by |c|² − 2·x·c. Where float32 does not tell the two nearest apart for sure, as far
/// from the origin, the differences decide in float64. Each of these may be NULL:
/// distances[i] is the square of the distance, from the differences; sums (centers × width) are the
/// rows of each centre added up in float64, counts (centers) how many they are.
vj_status vj_nearest_centers(
    vj_dtype dtype, size_t rows, size_t width, const void *x, size_t centers, const double *means,
    int32_t *labels, double *distances, double *sums, double *counts);

#ifdef __cplusplus
}
#endif
#endif
