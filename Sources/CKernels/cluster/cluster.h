// What the common part of a round of k-means tells the kernels of each variant.
#ifndef VJ_CLUSTER_JOB_H
#define VJ_CLUSTER_JOB_H

#include "../runtime/internal.h"

// Centres stand in blocks of this many, so that an element of a row meets all of a block at once.
#define VJ_CENTER_LANES 16

typedef struct {
    size_t width, centers, grain;
    const void *x;
    // [blocks][width][VJ_CENTER_LANES], and |c|² of each lane: infinite where there is no centre.
    const void *across, *sizes;
    const double *means;
    // The largest |c|².
    double longest;
    int32_t *labels;
    double *distances;
    // One of each for every piece of `grain` rows.
    double *sums, *counts;
} vj_nearest_job;

#endif
