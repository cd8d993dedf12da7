// One round of k-means: centres packed side by side, rows in pieces whose sums are added in order, so that the
// result is the same for any number of threads.
#include "cluster.h"

#include <math.h>

#include "../simd/table.h"

// Sums of a piece take this many elements at most, all pieces together.
#define SUM_ELEMENTS ((size_t)1 << 20)

static void put(vj_dtype dtype, void *x, size_t i, double value) {
    if (dtype == VJ_FLOAT32)
        ((float *)x)[i] = (float)value;
    else
        ((double *)x)[i] = value;
}

// The largest |c|² is the result.
static double pack(
    vj_dtype dtype, size_t width, size_t centers, const double *means, void *across, void *sizes) {
    double longest = 0;
    const size_t blocks = (centers + VJ_CENTER_LANES - 1) / VJ_CENTER_LANES;
    for (size_t c = 0; c < blocks * VJ_CENTER_LANES; c++) {
        const size_t block = c / VJ_CENTER_LANES, lane = c % VJ_CENTER_LANES;
        double size = 0;
        for (size_t j = 0; j < width; j++) {
            const double value = c < centers ? means[c * width + j] : 0;
            put(dtype, across, (block * width + j) * VJ_CENTER_LANES + lane, value);
            size += value * value;
        }
        put(dtype, sizes, c, c < centers ? size : (double)INFINITY);
        // A size that is no number stays, so that nothing is taken for decided.
        if (!(size <= longest)) longest = size;
    }
    return longest;
}

static void add(size_t pieces, size_t count, const double *parts, double *to) {
    memset(to, 0, count * sizeof *to);
    for (size_t piece = 0; piece < pieces; piece++)
        for (size_t i = 0; i < count; i++) to[i] += parts[piece * count + i];
}

vj_status vj_nearest_centers(
    vj_dtype dtype, size_t rows, size_t width, const void *x, size_t centers, const double *means,
    int32_t *labels, double *distances, double *sums, double *counts) {
    if (!vj_is_real(dtype) || centers == 0) return VJ_UNSUPPORTED;
    const size_t lanes = (centers + VJ_CENTER_LANES - 1) / VJ_CENTER_LANES * VJ_CENTER_LANES;
    const size_t most = VJ_MIN_OF(VJ_MAX_OF(SUM_ELEMENTS / (centers * VJ_MAX_OF(width, (size_t)1)), (size_t)1), (size_t)64);
    const size_t grain = VJ_MAX_OF((rows + most - 1) / most, (size_t)256);
    const size_t pieces = (rows + grain - 1) / grain, size = vj_dtype_size(dtype);
    const bool adds = sums && counts;
    void *across = vj_alloc(lanes * width * size), *sizes = vj_alloc(lanes * size);
    double *parts = adds ? vj_alloc_zeroed(pieces * centers * (width + 1) * sizeof *parts) : NULL;
    vj_status status = VJ_OUT_OF_MEMORY;
    if (across && sizes && (parts || !adds)) {
        const double longest = pack(dtype, width, centers, means, across, sizes);
        double *numbers = adds ? parts + pieces * centers * width : NULL;
        vj_nearest_job job = {
            .width = width, .centers = centers, .grain = grain, .x = x, .across = across, .sizes = sizes,
            .means = means, .longest = longest, .labels = labels, .distances = distances, .sums = parts, .counts = numbers};
        status = vj_finished(vj_parallel(rows, grain, vj_active->nearest[vj_real_index(dtype)], &job));
        if (adds && status == VJ_OK) {
            add(pieces, centers * width, parts, sums);
            add(pieces, centers, numbers, counts);
        }
    }
    vj_free(across);
    vj_free(sizes);
    vj_free(parts);
    return status;
}
