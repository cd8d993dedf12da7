// Convolutions from few channels to few: a vector of channels would be mostly empty, so vectors are
// of neighbouring pixels of a row, and rows of the image are taken apart into planes, one for each
// channel, with zeros around them.
#include "planar.h"

#include "../matmul/matmul.h"

static size_t round_up(size_t a, size_t b) { return (a + b - 1) / b * b; }

// A vector holds at least twice as many values as there are channels, and rows fill their vectors
// well enough to make up for the weaving.
static bool is_worth(size_t in, size_t out, size_t columns, size_t width) {
    return in <= vj_most_planes && out <= vj_most_planes && 2 * out <= width
        && (columns + width - 1) / width * (out + 1) <= columns;
}

static size_t width_of(const vj_convolution *c) {
    return (size_t)vj_active->gemm[vj_real_index(c->dtype)]->width;
}

bool vj_is_planar(const vj_convolution *c) {
    return c->groups == 1 && c->stride_width == 1 && c->kernel_height * c->kernel_width > 1
        && is_worth(c->in_channels, c->out_channels, c->out_width, width_of(c));
}

bool vj_is_planar_back(const vj_convolution *c) {
    return c->groups == 1 && c->stride_width == 1 && c->stride_height == 1
        && c->kernel_height * c->kernel_width > 1
        && c->pad_top <= (c->kernel_height - 1) * c->dilation_height
        && c->pad_left <= (c->kernel_width - 1) * c->dilation_width
        && is_worth(c->out_channels, c->in_channels, c->width, width_of(c));
}

static vj_weave weave(size_t channels, size_t width) {
    vj_weave w = {.channels = channels};
    for (size_t flat = 0; flat < channels * width; flat++) {
        const size_t pixel = flat / channels, c = flat % channels, v = flat / width,
                     lane = flat % width;
        w.pixel[v][lane] = (int32_t)(pixel + c % 2 * width);
        w.of_channels[v][c / 2] |= (uint16_t)(1u << lane);
        w.lane[c][pixel] = (int32_t)(lane + v % 2 * width);
        w.of_vectors[c][v / 2] |= (uint16_t)(1u << pixel);
    }
    return w;
}

// Sizes of the planes; a block is as many rows of y as keep them in the first-level cache, and
// work enough for a piece.
static void lay_out(vj_planar_job *j) {
    const vj_convolution *c = &j->c;
    const size_t width = width_of(c), size = vj_dtype_size(c->dtype);
    j->in = weave(c->in_channels, width), j->of_y = weave(c->out_channels, width);
    j->gradient_pitch = round_up(c->out_width, width);
    j->pitch = j->gradient_pitch + round_up((c->kernel_width - 1) * c->dilation_width, width);
    const size_t line = c->stride_height * c->in_channels * j->pitch * size
        + c->out_channels * j->gradient_pitch * size;
    const size_t block = VJ_MAX_OF((size_t)(32 << 10) / line, (size_t)4);
    const vj_cut even = vj_even_cut(c->out_height, block);
    j->block = even.base + (even.longer > 0);
    j->blocks = (c->out_height + j->block - 1) / j->block;
    j->height =
        (j->block - 1) * c->stride_height + (c->kernel_height - 1) * c->dilation_height + 1;
}

static vj_status result(vj_planar_job *j, bool complete) {
    const vj_status status = (vj_status)atomic_load(&j->status);
    return status != VJ_OK ? status : vj_finished(complete && !vj_interrupted());
}

static vj_status run(vj_planar_job *j) {
    lay_out(j);
    const vj_convolution *c = &j->c;
    return result(
        j, vj_parallel(c->batch * j->blocks, 1, vj_active->planar[vj_real_index(c->dtype)], j));
}

vj_status vj_planar_forward(
    const vj_convolution *c, const void *x, const void *filter, const vj_epilogue *epilogue,
    void *y) {
    vj_planar_job job = {.c = *c, .x = x, .filter = filter, .out = y, .epilogue = epilogue};
    return run(&job);
}

// The gradient of the input is a convolution with the filter turned round.
vj_status vj_planar_backward(
    const vj_convolution *c, const void *gradient, const void *filter,
    const vj_epilogue *epilogue, void *x_gradient) {
    const size_t size = vj_dtype_size(c->dtype), in = c->in_channels, out = c->out_channels,
                 taps = c->kernel_height * c->kernel_width;
    char *turned = vj_alloc(taps * in * out * size);
    if (!turned) return VJ_OUT_OF_MEMORY;
    for (size_t t = 0; t < taps; t++)
        for (size_t o = 0; o < out; o++)
            for (size_t i = 0; i < in; i++)
                memcpy(
                    turned + ((t * out + o) * in + i) * size,
                    (const char *)filter + (((taps - 1 - t) * in + i) * out + o) * size, size);
    vj_planar_job job = {
        .c = *c, .x = gradient, .filter = turned, .out = x_gradient, .epilogue = epilogue};
    job.c.height = c->out_height, job.c.width = c->out_width, job.c.in_channels = out;
    job.c.out_height = c->height, job.c.out_width = c->width, job.c.out_channels = in;
    job.c.pad_top = (c->kernel_height - 1) * c->dilation_height - c->pad_top;
    job.c.pad_left = (c->kernel_width - 1) * c->dilation_width - c->pad_left;
    const vj_status status = run(&job);
    vj_free(turned);
    return status;
}

// Chunks of blocks, which depend on the shape alone, have sums of their own, of all lanes; these
// are added up in their order, so that the result does not depend on the number of threads.
vj_status vj_planar_filter(
    const vj_convolution *c, const void *x, const void *gradient, void *filter_gradient) {
    vj_planar_job job = {.c = *c, .x = x, .gradient = gradient};
    lay_out(&job);
    const size_t count = c->kernel_height * c->kernel_width * c->in_channels * c->out_channels,
                 total = c->batch * job.blocks;
    const double work = (double)c->batch * (double)c->out_height * (double)c->out_width
        * (double)count;
    job.chunks = VJ_MIN_OF(total, (size_t)VJ_MAX_OF(VJ_MIN_OF(work / 1e6, 16.0), 1.0));
    job.out = vj_alloc(job.chunks * count * vj_dtype_size(c->dtype));
    if (!job.out) return VJ_OUT_OF_MEMORY;
    const bool complete =
        vj_parallel(job.chunks, 1, vj_active->planar_filter[vj_real_index(c->dtype)], &job);
    vj_status status = result(&job, complete);
    if (status == VJ_OK)
        status = vj_reduce(VJ_SUM, c->dtype, 1, job.chunks, count, job.out, filter_gradient);
    vj_free(job.out);
    return status;
}
