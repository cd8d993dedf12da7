// The gradient of the filter: for each row of taps a matrix product of the image, whose neighbouring
// taps and channels follow each other in memory, with the gradient of y, added up over rows of
// pixels. Pieces of the batch, which depend on the shape alone, have sums of their own; these are
// added up in their order, so that the result does not depend on the number of threads.
#include "../matmul/matmul.h"
#include "correlate.h"

typedef struct {
    const vj_convolution *c;
    const struct vj_gemm_real *kernels;
    size_t size;
    const char *x, *gradient;
    char *out, *others;            // of the first chunk, and of the others
    size_t pitch, height;          // of a block of rows of x, with zeros around them
    bool padded, ragged;
    size_t block, blocks, chunks;  // rows of y in a block, blocks of an image; chunks of blocks
    size_t line;                   // values of a pixel of the gradient as it is read
    size_t units_of_rows;          // 1, or kernel_height where a unit is one row of taps
    _Atomic(int) status;
} filter_job;

static void pad_x(const filter_job *g, size_t n, size_t begin, char *out) {
    const vj_convolution *c = g->c;
    const size_t pixel = c->in_channels * g->size, line = g->pitch * pixel;
    const size_t left = VJ_MIN_OF(c->pad_left, g->pitch),
                 kept = VJ_MIN_OF(c->width, g->pitch - left);
    for (size_t r = 0; r < g->height; r++, out += line) {
        const size_t row = begin * c->stride_height + r - c->pad_top;
        if (row >= c->height) {  // negative ones are large
            memset(out, 0, line);
            continue;
        }
        memset(out, 0, left * pixel);
        memcpy(out + left * pixel, g->x + (n * c->height + row) * c->width * pixel, kept * pixel);
        memset(out + (left + kept) * pixel, 0, line - (left + kept) * pixel);
    }
}

// One block of rows into the sums of a chunk; taps of the rows r0..<r1.
static void add_block(
    const filter_job *g, const char *x, const char *y, size_t rows, size_t r0, size_t r1,
    bool first, char *out) {
    const vj_convolution *c = g->c;
    const size_t in = c->in_channels / c->groups, out_channels = c->out_channels / c->groups;
    const size_t width = (size_t)g->kernels->width,
                 panel = width * (size_t)g->kernels->vectors;
    const bool joined = c->groups == 1 && c->dilation_width == 1;
    const size_t parts = joined ? 1 : c->kernel_width;
    ptrdiff_t offsets[64];
    for (size_t i = 0; i < rows; i++)
        offsets[i] = (ptrdiff_t)(i * c->stride_height * g->pitch * c->in_channels);
    vj_tile_end tile_end = {
        .alpha = 1, .beta = first ? 0 : 1, .segments = rows, .a_offsets = offsets,
        .b_step = (ptrdiff_t)(c->out_width * g->line)};
    for (size_t group = 0; group < c->groups; group++)
        for (size_t j = 0; j < out_channels; j += panel) {
            const size_t columns = VJ_MIN_OF(panel, out_channels - j),
                         vectors = (columns + width - 1) / width,
                         last = columns - (vectors - 1) * width;
            const vj_cut tiles = vj_even_cut(
                joined ? in * c->kernel_width : in,
                (size_t)(vectors == 1 ? g->kernels->tall : g->kernels->rows));
            const size_t channel = group * out_channels + j;
            for (size_t r = r0; r < r1; r++)
                for (size_t s = 0; s < parts; s++)
                    for (size_t t = 0; t < tiles.count; t++) {
                        const size_t row = vj_cut_at(tiles, t),
                                     high = vj_cut_at(tiles, t + 1) - row;
                        const size_t from = (r * c->dilation_height * g->pitch
                                             + s * c->dilation_width)
                                * c->in_channels
                            + group * in + row;
                        const size_t to =
                            ((r * c->kernel_width + s) * in + row) * c->out_channels + channel;
                        g->kernels->tile[tile_segment_columns][high][vectors](
                            c->out_width, x + from * g->size, 1,
                            (ptrdiff_t)(c->stride_width * c->in_channels), y + channel * g->size,
                            (ptrdiff_t)g->line, out + to * g->size, (ptrdiff_t)c->out_channels,
                            last, &tile_end);
                    }
        }
}

static void piece(void *context, size_t unit, size_t end_unit) {
    filter_job *g = context;
    const vj_convolution *c = g->c;
    const size_t x_bytes = g->padded ? g->height * g->pitch * c->in_channels * g->size : 0,
                 y_bytes = g->ragged ? g->block * c->out_width * g->line * g->size + 64 : 0;
    char *buffer = NULL;
    if (x_bytes + y_bytes) {
        buffer = vj_alloc(x_bytes + y_bytes);
        if (!buffer) {
            atomic_store(&g->status, VJ_OUT_OF_MEMORY);
            return;
        }
    }
    const size_t filter = c->kernel_height * c->kernel_width * (c->in_channels / c->groups)
        * c->out_channels * g->size;
    const size_t total = c->batch * g->blocks;
    for (; unit < end_unit; unit++) {
        const size_t chunk = unit / g->units_of_rows, row = unit % g->units_of_rows;
        const size_t r0 = g->units_of_rows == 1 ? 0 : row,
                     r1 = g->units_of_rows == 1 ? c->kernel_height : row + 1;
        char *out = chunk == 0 ? g->out : g->others + (chunk - 1) * filter;
        const size_t first = chunk * total / g->chunks, end = (chunk + 1) * total / g->chunks;
        for (size_t b = first; b < end && !vj_interrupted(); b++) {
            const size_t n = b / g->blocks, begin = b % g->blocks * g->block,
                         rows = VJ_MIN_OF(g->block, c->out_height - begin);
            const char *x = g->x
                + (n * c->height + begin * c->stride_height) * c->width * c->in_channels * g->size;
            if (g->padded) pad_x(g, n, begin, buffer), x = buffer;
            const char *y = g->gradient
                + (n * c->out_height + begin) * c->out_width * c->out_channels * g->size;
            if (g->ragged) {
                // The last vector of a pixel is read whole: rows get room and zeros.
                char *to = buffer + x_bytes;
                const size_t wide = c->out_channels * g->size, line = g->line * g->size;
                for (size_t i = 0; i < rows * c->out_width; i++) {
                    memcpy(to + i * line, y + i * wide, wide);
                    memset(to + i * line + wide, 0, line - wide);
                }
                y = to;
            }
            add_block(g, x, y, rows, r0, r1, b == first, out);
        }
    }
    vj_free(buffer);
}

typedef struct {
    const filter_job *g;
    size_t count;
} sum_job;

static void sum_piece(void *context, size_t begin, size_t end) {
    const sum_job *s = context;
    const filter_job *g = s->g;
    for (size_t chunk = 1; chunk < g->chunks; chunk++)
        vj_active->accumulate[g->c->dtype](
            end - begin, 1, g->others + ((chunk - 1) * s->count + begin) * g->size,
            g->out + begin * g->size);
}

vj_status vj_correlate_filter(
    const vj_convolution *c, const void *x, const void *gradient, void *filter_gradient) {
    filter_job g = {
        .c = c, .kernels = vj_active->gemm[vj_real_index(c->dtype)],
        .size = vj_dtype_size(c->dtype), .x = x, .gradient = gradient, .out = filter_gradient,
        .units_of_rows = 1};
    const size_t width = (size_t)g.kernels->width;
    const size_t count = c->kernel_height * c->kernel_width * (c->in_channels / c->groups)
        * c->out_channels;
    g.ragged = !g.kernels->masked && c->out_channels / c->groups % width != 0;
    g.line = g.ragged ? (c->out_channels + 2 * width) / width * width : c->out_channels;
    // The block of rows: a panel of its gradient stays in the first-level cache, and a sum over its
    // pixels is long enough to be worth taking up and putting down.
    const size_t pixel = c->in_channels * c->stride_height * c->stride_width + c->out_channels;
    size_t block = (size_t)(384 << 10) / (c->out_width * pixel * g.size + 1) + 1;
    block = VJ_MIN_OF(VJ_MIN_OF(block, 256 / c->out_width + 1), (size_t)64);
    const vj_cut even = vj_even_cut(c->out_height, block);
    g.block = even.base + (even.longer > 0);
    g.blocks = (c->out_height + g.block - 1) / g.block;
    const size_t reach_down = (c->kernel_height - 1) * c->dilation_height,
                 reach_right = (c->kernel_width - 1) * c->dilation_width;
    const size_t columns = (c->out_width - 1) * c->stride_width + reach_right + 1,
                 rows = (c->out_height - 1) * c->stride_height + reach_down + 1;
    g.padded = c->pad_top || c->pad_left || rows > c->height || columns > c->width;
    g.pitch = g.padded ? columns : c->width;
    g.height = (g.block - 1) * c->stride_height + reach_down + 1;

    const size_t total = c->batch * g.blocks;
    const double work = (double)total * (double)g.block * (double)c->out_width * (double)count;
    const size_t worth = (size_t)VJ_MAX_OF(VJ_MIN_OF(work / 4e5, 16.0), 1.0);
    const size_t fitting = VJ_MAX_OF(((size_t)16 << 20) / (count * g.size + 1), (size_t)1);
    g.chunks = VJ_MIN_OF(VJ_MIN_OF(total, worth), fitting);
    if (g.chunks < worth && g.chunks < 8) g.units_of_rows = c->kernel_height;
    if (g.chunks > 1) {
        g.others = vj_alloc((g.chunks - 1) * count * g.size);
        if (!g.others) return VJ_OUT_OF_MEMORY;
    }
    bool complete = vj_parallel(g.chunks * g.units_of_rows, 1, piece, &g);
    if (complete && g.chunks > 1) {
        sum_job s = {&g, count};
        complete = vj_parallel(count, 65536 / g.chunks, sum_piece, &s);
    }
    vj_free(g.others);
    const vj_status status = (vj_status)atomic_load(&g.status);
    return status != VJ_OK ? status : vj_finished(complete && !vj_interrupted());
}
