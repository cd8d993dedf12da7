// Convolutions as matrix products that are never written down: a tile of neighbouring pixels and of
// output channels is the sum of small products, one for each row of the filter, read in place from
// the image. Only where padding takes part are the rows of a piece of work copied, with zeros
// around them, into a buffer of their own.
//
// The gradient of the input is the same thing the other way round. With a stride it falls into
// phases: the pixels of x that share a remainder also share the taps of the filter that reach them.
#include "correlate.h"

#include "../matmul/matmul.h"

typedef struct {
    ptrdiff_t offset;  // of the input's row or column, from the output's times the step
    size_t tap;
} reach;

typedef struct {
    reach *down, *right;  // the taps of the filter
    size_t row_taps, column_taps;
    size_t first_row, first_column, rows, columns;  // of the output
    size_t segments, depth;
    bool sliding;                 // neighbouring windows overlap by all but one pixel
    ptrdiff_t *a_offsets;
    char *filter;  // packed: group after group, panel after panel
} phase;

typedef struct {
    const vj_convolution *c;
    const struct vj_gemm_real *kernels;
    const struct vj_slides *slides;
    const vj_epilogue *epilogue;
    size_t size;
    const char *in;
    size_t in_height, in_width, in_channels;
    char *out;
    size_t out_height, out_width, out_channels;
    size_t step_down, step_right;    // of the input for one output
    size_t out_down, out_right;      // of the output for one row or column of a phase
    size_t groups, group_in, group_out;
    size_t panel, panels;
    phase *phases;
    size_t phase_count;
    ptrdiff_t low_row, high_row, low_column, high_column;  // offsets
    size_t most_rows, most_columns;  // of a phase
    bool padded;
    size_t pitch, height;            // of the padded rows of a piece
    size_t block, blocks;            // output rows of a piece, pieces of an image
    _Atomic(int) status;
} correlation;

static size_t panel_width(const correlation *g, size_t j, size_t *vectors, size_t *last) {
    const size_t width = (size_t)g->kernels->width;
    const size_t columns = VJ_MIN_OF(g->panel, g->group_out - j * g->panel);
    *vectors = (columns + width - 1) / width;
    *last = columns - (*vectors - 1) * width;
    return *vectors * width;
}

// Where a panel of the packed filter begins, in elements.
static size_t panel_start(const correlation *g, const phase *p, size_t group, size_t j) {
    const size_t width = (size_t)g->kernels->width, depth = p->segments * p->depth;
    const size_t whole = (g->group_out + width - 1) / width * width;
    return group * (whole * depth + 16 * g->panels) + j * (g->panel * depth + 16);
}

static void pack_filter(const correlation *g, const phase *p, const char *filter, bool back) {
    const vj_convolution *c = g->c;
    const size_t wide = c->out_channels;
    for (size_t group = 0; group < g->groups; group++)
        for (size_t j = 0; j < g->panels; j++) {
            size_t vectors, last;
            const size_t width = panel_width(g, j, &vectors, &last);
            const size_t lanes = width - (size_t)g->kernels->width + last;
            size_t at = panel_start(g, p, group, j);
            for (size_t r = 0; r < p->row_taps; r++)
                for (size_t s = 0; s < p->column_taps; s++) {
                    const size_t tap = p->down[r].tap * c->kernel_width + p->right[s].tap;
                    size_t from = tap * (c->in_channels / c->groups) * wide;
                    from += back ? j * g->panel * wide + group * g->group_in
                                 : group * g->group_out + j * g->panel;
                    g->kernels->pack(
                        g->group_in, lanes, width, filter + from * g->size,
                        back ? (ptrdiff_t)wide : 1, back ? 1 : (ptrdiff_t)wide,
                        p->filter + at * g->size);
                    at += g->group_in * width;
                }
        }
}

// Neighbouring taps of a row whose channels follow each other are one segment.
static void cut_segments(const correlation *g, phase *p) {
    bool joined = true;
    for (size_t s = 1; s < p->column_taps; s++)
        joined &= p->right[s].offset == p->right[s - 1].offset + 1;
    p->sliding = joined && g->step_right == 1 && p->column_taps > 1
        && p->column_taps <= vj_most_slide_taps;
    joined &= g->groups == 1;
    const size_t each = joined ? 1 : p->column_taps;
    p->depth = joined ? p->column_taps * g->group_in : g->group_in;
    p->segments = p->row_taps * each;
    if (p->column_taps == 0) p->segments = 0;
    for (size_t r = 0, at = 0; at < p->segments; r++)
        for (size_t s = 0; s < each; s++, at++)
            p->a_offsets[at] = (p->down[r].offset * (ptrdiff_t)g->pitch + p->right[s].offset)
                * (ptrdiff_t)g->in_channels;
}

// The rows of the image that a piece needs, with zeros around them.
static void pad_rows(const correlation *g, const char *image, ptrdiff_t first, char *out) {
    const size_t line = g->pitch * g->in_channels * g->size;
    const size_t left = (size_t)VJ_MAX_OF(-g->low_column, (ptrdiff_t)0);
    const size_t skipped = (size_t)VJ_MAX_OF(g->low_column, (ptrdiff_t)0);
    const size_t kept = skipped < g->in_width && left < g->pitch
        ? VJ_MIN_OF(g->in_width - skipped, g->pitch - left)
        : 0;
    const size_t pixel = g->in_channels * g->size;
    for (size_t r = 0; r < g->height; r++, out += line) {
        const ptrdiff_t row = first + (ptrdiff_t)r;
        if (row < 0 || row >= (ptrdiff_t)g->in_height || kept == 0) {
            memset(out, 0, line);
            continue;
        }
        memset(out, 0, left * pixel);
        memcpy(
            out + left * pixel, image + ((size_t)row * g->in_width + skipped) * pixel,
            kept * pixel);
        memset(out + (left + kept) * pixel, 0, line - (left + kept) * pixel);
    }
}

static void compute(
    const correlation *g, const phase *p, size_t n, size_t begin, size_t end, const char *rows,
    ptrdiff_t first) {
    const size_t end_row = VJ_MIN_OF(end, p->rows);
    if (begin >= end_row || p->columns == 0) return;
    const ptrdiff_t a_row = (ptrdiff_t)(g->step_right * g->in_channels),
                    c_row = (ptrdiff_t)(g->out_right * g->out_channels);
    const vj_epilogue *e = g->epilogue;
    for (size_t group = 0; group < g->groups; group++)
        for (size_t j = 0; j < g->panels; j++) {
            size_t vectors, last;
            const size_t width = panel_width(g, j, &vectors, &last);
            const vj_cut tiles = vj_even_cut(
                p->columns, (size_t)(vectors == 1 ? g->kernels->tall : g->kernels->rows));
            const size_t channel = group * g->group_out + j * g->panel;
            const vj_tile_end tile_end = {
                .alpha = 1, .segments = p->segments, .a_offsets = p->a_offsets,
                .b_step = (ptrdiff_t)(p->depth * width),
                .bias = e && e->bias ? (const char *)e->bias + channel * g->size : NULL,
                .relu = e && e->activation == VJ_RELU};
            // The rows of taps, which are the segments of a sliding tile.
            const size_t each = p->row_taps ? p->segments / p->row_taps : 1;
            ptrdiff_t rows_of_taps[64];
            vj_tile_end slide_end = tile_end;
            bool sliding = p->sliding && p->row_taps <= 64;
            if (sliding) {
                for (size_t r = 0; r < p->row_taps; r++) rows_of_taps[r] = p->a_offsets[r * each];
                slide_end.segments = p->row_taps, slide_end.a_offsets = rows_of_taps;
                slide_end.b_step = (ptrdiff_t)(p->column_taps * g->group_in * width);
            }
            const char *b = p->filter + panel_start(g, p, group, j) * g->size;
            for (size_t row = begin; row < end_row; row++)
                for (size_t t = 0; t < tiles.count; t++) {
                    const size_t column = vj_cut_at(tiles, t),
                                 wide = vj_cut_at(tiles, t + 1) - column;
                    const ptrdiff_t from_row = (ptrdiff_t)(row * g->step_down) - first,
                                    from_column = (ptrdiff_t)(column * g->step_right)
                        - (g->padded ? g->low_column : 0);
                    const ptrdiff_t from =
                        (from_row * (ptrdiff_t)g->pitch + from_column) * (ptrdiff_t)g->in_channels
                        + (ptrdiff_t)(group * g->group_in);
                    const size_t to = ((n * g->out_height + p->first_row + row * g->out_down)
                                           * g->out_width
                                       + p->first_column + column * g->out_right)
                            * g->out_channels
                        + channel;
                    vj_slide_kernel *slide =
                        sliding ? g->slides->tile[p->column_taps][wide][vectors] : NULL;
                    if (slide)
                        slide(
                            g->group_in, rows + from * (ptrdiff_t)g->size, a_row, b,
                            g->out + to * g->size, c_row, last, &slide_end);
                    else
                        g->kernels->tile[tile_segment_rows][wide][vectors](
                        p->depth, rows + from * (ptrdiff_t)g->size, a_row, 1, b,
                        (ptrdiff_t)width, g->out + to * g->size, c_row, last, &tile_end);
                }
        }
}

// Units: blocks of output rows of images.
static void piece(void *context, size_t unit, size_t end_unit) {
    correlation *g = context;
    char *buffer = NULL;
    if (g->padded) {
        buffer = vj_alloc(g->height * g->pitch * g->in_channels * g->size);
        if (!buffer) {
            atomic_store(&g->status, VJ_OUT_OF_MEMORY);
            return;
        }
    }
    const size_t image = g->in_height * g->in_width * g->in_channels * g->size;
    for (; unit < end_unit && !vj_interrupted(); unit++) {
        const size_t n = unit / g->blocks, begin = unit % g->blocks * g->block,
                     end = VJ_MIN_OF(begin + g->block, g->most_rows);
        const char *rows = g->in + n * image;
        ptrdiff_t first = 0;
        if (g->padded) {
            first = (ptrdiff_t)(begin * g->step_down) + g->low_row;
            pad_rows(g, rows, first, buffer);
            rows = buffer;
        }
        for (size_t p = 0; p < g->phase_count; p++)
            compute(g, &g->phases[p], n, begin, end, rows, first);
        const vj_epilogue *e = g->epilogue;
        if (e && e->activation != VJ_IDENTITY && e->activation != VJ_RELU) {
            const size_t from = begin * g->out_down,
                         to = VJ_MIN_OF(end * g->out_down, g->out_height);
            const size_t line = g->out_width * g->out_channels;
            vj_finish_rows(
                e, g->c->dtype, to - from, line,
                g->out + (n * g->out_height + from) * line * g->size);
        }
    }
    vj_free(buffer);
}

static size_t round_up(size_t a, size_t b) { return (a + b - 1) / b; }

// The taps that reach the outputs first, first + stride, …, with the rows or columns they come
// from, in rising order.
static size_t taps_back(
    reach *out, size_t first, size_t pad, size_t kernel, size_t dilation, size_t stride) {
    size_t count = 0;
    for (size_t tap = kernel; tap-- > 0;) {
        const ptrdiff_t reached = (ptrdiff_t)(first + pad) - (ptrdiff_t)(tap * dilation);
        if (reached % (ptrdiff_t)stride == 0)
            out[count++] = (reach){reached / (ptrdiff_t)stride, tap};
    }
    return count;
}

static size_t most_of(size_t a, size_t b) { return VJ_MAX_OF(a, b); }

// The taps of a phase, and the reach of all of them.
static void find_taps(correlation *g, phase *p, size_t index, bool back) {
    const vj_convolution *c = g->c;
    if (back) {
        p->first_row = index / c->stride_width, p->first_column = index % c->stride_width;
        p->row_taps = taps_back(
            p->down, p->first_row, c->pad_top, c->kernel_height, c->dilation_height,
            c->stride_height);
        p->column_taps = taps_back(
            p->right, p->first_column, c->pad_left, c->kernel_width, c->dilation_width,
            c->stride_width);
    } else {
        p->row_taps = c->kernel_height, p->column_taps = c->kernel_width;
        for (size_t r = 0; r < p->row_taps; r++)
            p->down[r] = (reach){(ptrdiff_t)(r * c->dilation_height) - (ptrdiff_t)c->pad_top, r};
        for (size_t s = 0; s < p->column_taps; s++)
            p->right[s] = (reach){(ptrdiff_t)(s * c->dilation_width) - (ptrdiff_t)c->pad_left, s};
    }
    p->rows = g->out_height > p->first_row
        ? round_up(g->out_height - p->first_row, g->out_down)
        : 0;
    p->columns = g->out_width > p->first_column
        ? round_up(g->out_width - p->first_column, g->out_right)
        : 0;
    g->most_rows = most_of(g->most_rows, p->rows);
    g->most_columns = most_of(g->most_columns, p->columns);
    for (size_t r = 0; r < p->row_taps; r++) {
        g->low_row = VJ_MIN_OF(g->low_row, p->down[r].offset);
        g->high_row = VJ_MAX_OF(g->high_row, p->down[r].offset);
    }
    for (size_t s = 0; s < p->column_taps; s++) {
        g->low_column = VJ_MIN_OF(g->low_column, p->right[s].offset);
        g->high_column = VJ_MAX_OF(g->high_column, p->right[s].offset);
    }
}

// How much of the output a piece takes: enough work to be worth it, and input rows that stay in the
// second-level cache.
static void cut_pieces(correlation *g) {
    const double row_work = (double)g->most_columns * (double)g->phase_count
        * (double)g->out_channels * (double)g->group_in * (double)g->c->kernel_height
        * (double)g->c->kernel_width / (double)g->phase_count;
    const size_t line = g->in_width * g->in_channels * g->size * g->step_down + 1;
    size_t block = (size_t)(1e6 / (row_work + 1)) + 1;
    block = VJ_MIN_OF(block, VJ_MAX_OF((size_t)(256 << 10) / line, (size_t)1));
    const vj_cut even = vj_even_cut(g->most_rows, block);
    g->block = even.base + (even.longer > 0);
    g->blocks = round_up(g->most_rows, g->block);
}

static vj_status run(correlation *g, const char *filter, bool back) {
    const vj_convolution *c = g->c;
    g->size = vj_dtype_size(c->dtype);
    g->kernels = vj_active->gemm[vj_real_index(c->dtype)];
    g->slides = vj_active->slides[vj_real_index(c->dtype)];
    const size_t width = (size_t)g->kernels->width;
    g->panel = width * (size_t)g->kernels->vectors;
    g->panels = round_up(g->group_out, g->panel);
    g->low_row = g->low_column = PTRDIFF_MAX, g->high_row = g->high_column = PTRDIFF_MIN;

    const size_t taps = c->kernel_height * c->kernel_width;
    const size_t each = (c->kernel_height + c->kernel_width) * sizeof(reach)
        + taps * sizeof(ptrdiff_t) + sizeof(phase);
    g->phases = vj_alloc(g->phase_count * each);
    if (!g->phases) return VJ_OUT_OF_MEMORY;
    reach *reaches = (reach *)(g->phases + g->phase_count);
    size_t packed = 0;
    for (size_t i = 0; i < g->phase_count; i++) {
        phase *p = &g->phases[i];
        *p = (phase){.down = reaches, .right = reaches + c->kernel_height};
        reaches = p->right + c->kernel_width;
        find_taps(g, p, i, back);
        packed += p->row_taps * p->column_taps;
    }
    if (g->low_row > g->high_row) g->low_row = g->high_row = 0;
    if (g->low_column > g->high_column) g->low_column = g->high_column = 0;
    cut_pieces(g);
    const ptrdiff_t last_row = (ptrdiff_t)((g->most_rows - 1) * g->step_down) + g->high_row,
                    last_column =
                        (ptrdiff_t)((g->most_columns - 1) * g->step_right) + g->high_column;
    g->padded = g->low_row < 0 || g->low_column < 0 || last_row >= (ptrdiff_t)g->in_height
        || last_column >= (ptrdiff_t)g->in_width;
    g->pitch = g->padded ? (size_t)(last_column - g->low_column + 1) : g->in_width;
    g->height = (size_t)((ptrdiff_t)((g->block - 1) * g->step_down) + g->high_row - g->low_row + 1);

    const size_t whole = round_up(g->group_out, width) * width;
    char *filters = vj_alloc(
        (packed * g->group_in * whole * g->groups + 16 * g->panels * g->groups * g->phase_count)
        * g->size);
    if (!filters) {
        vj_free(g->phases);
        return VJ_OUT_OF_MEMORY;
    }
    ptrdiff_t *offsets = (ptrdiff_t *)reaches;
    size_t at = 0;
    for (size_t i = 0; i < g->phase_count; i++) {
        phase *p = &g->phases[i];
        p->a_offsets = offsets + i * taps;
        p->filter = filters + at * g->size;
        cut_segments(g, p);
        pack_filter(g, p, filter, back);
        at += g->groups * (whole * p->segments * p->depth + 16 * g->panels);
    }
    const bool complete = vj_parallel(c->batch * g->blocks, 1, piece, g);
    vj_free(filters);
    vj_free(g->phases);
    const vj_status status = (vj_status)atomic_load(&g->status);
    return status != VJ_OK ? status : vj_finished(complete && !vj_interrupted());
}

vj_status vj_correlate_forward(
    const vj_convolution *c, const void *x, const void *filter, const vj_epilogue *epilogue,
    void *y) {
    correlation g = {
        .c = c, .epilogue = epilogue, .in = x, .in_height = c->height, .in_width = c->width,
        .in_channels = c->in_channels, .out = y, .out_height = c->out_height,
        .out_width = c->out_width, .out_channels = c->out_channels,
        .step_down = c->stride_height, .step_right = c->stride_width, .out_down = 1,
        .out_right = 1, .groups = c->groups, .group_in = c->in_channels / c->groups,
        .group_out = c->out_channels / c->groups, .phase_count = 1};
    return run(&g, filter, false);
}

vj_status vj_correlate_backward(
    const vj_convolution *c, const void *gradient, const void *filter,
    const vj_epilogue *epilogue, void *x_gradient) {
    correlation g = {
        .c = c, .epilogue = epilogue, .in = gradient, .in_height = c->out_height,
        .in_width = c->out_width, .in_channels = c->out_channels, .out = x_gradient,
        .out_height = c->height, .out_width = c->width, .out_channels = c->in_channels,
        .step_down = 1, .step_right = 1, .out_down = c->stride_height,
        .out_right = c->stride_width, .groups = c->groups,
        .group_in = c->out_channels / c->groups, .group_out = c->in_channels / c->groups,
        .phase_count = c->stride_height * c->stride_width};
    return run(&g, filter, true);
}
