// Between the driver of the planar convolution (planar.c) and its kernels (simd/planar.inc.h).
#ifndef VJ_PLANAR_H
#define VJ_PLANAR_H

#include "convolution.h"

enum { vj_most_planes = 8, vj_most_lanes = 16 };

// How `channels` vectors, one for each channel, become as many vectors of pixels, and back: the
// lanes of each vector are picked from two others at a time, and the pairs put together.
typedef struct {
    size_t channels;
    // Of pixels' vector v: where in its pair of channels each lane is from, and which lanes belong to
    // a pair.
    int32_t pixel[vj_most_planes][vj_most_lanes];
    uint16_t of_channels[vj_most_planes][vj_most_planes / 2];
    // Of channel c: where in their pair of vectors its pixels are, and which come from a pair.
    int32_t lane[vj_most_planes][vj_most_lanes];
    uint16_t of_vectors[vj_most_planes][vj_most_planes / 2];
} vj_weave;

typedef struct {
    vj_convolution c;  // of one group; the stride across is 1
    const void *x, *filter, *gradient;
    void *out;
    const vj_epilogue *epilogue;
    vj_weave in, of_y;
    size_t pitch, height;     // of the planes of a block: the values of a row, the rows
    size_t gradient_pitch;
    size_t block, blocks;     // rows of y in a block, blocks of an image
    size_t chunks;            // of blocks, with sums of the filter's gradient of their own
    _Atomic(int) status;
} vj_planar_job;

bool vj_is_planar(const vj_convolution *c);
bool vj_is_planar_back(const vj_convolution *c);

vj_status vj_planar_forward(
    const vj_convolution *c, const void *x, const void *filter, const vj_epilogue *epilogue,
    void *y);
vj_status vj_planar_backward(
    const vj_convolution *c, const void *gradient, const void *filter,
    const vj_epilogue *epilogue, void *x_gradient);
vj_status vj_planar_filter(
    const vj_convolution *c, const void *x, const void *gradient, void *filter_gradient);

#endif
