// The floating-point matrix product.
//
// C is cut into panels of rows and panels of columns; a micro-kernel computes their crossings over
// a block of k. Operands are read in place where that is as good as a packed copy (small products,
// contiguous the right way), and packed otherwise. The blocks of k depend on the shape alone, so
// the results do not depend on the number of threads.
#include "matmul.h"

typedef struct {
    const struct vj_gemm_real *kernels;
    const vj_matmul_args *s;
    size_t size;
    const char *a, *b;
    char *c;
    vj_cut rows;                          // panels of rows
    size_t n, panel, panels;           // columns, columns of a panel, panels of columns
    vj_cut blocks;                        // blocks of k
    size_t from, to;                   // the blocks that are packed at present
    char *packed_a, *packed_b;         // NULL: in place
    size_t row_block, column_block;    // panels in an item
    size_t row_items, column_items;
    size_t side_by_side;               // row items of which each thread keeps to one
} gemm;

static size_t k_of(const gemm *g, size_t block) {
    return vj_cut_at(g->blocks, block + 1) - vj_cut_at(g->blocks, block);
}
// Packed panels lie block after block; each has room for the 16 elements that packing may run over.
static char *a_panel(const gemm *g, size_t block, size_t p) {
    const size_t before = vj_cut_at(g->blocks, block) - vj_cut_at(g->blocks, g->from);
    const size_t spare = ((block - g->from) * g->rows.count + p) * 16;
    return g->packed_a + (before * g->s->m + vj_cut_at(g->rows, p) * k_of(g, block) + spare) * g->size;
}
static char *b_panel(const gemm *g, size_t block, size_t p) {
    const size_t before = vj_cut_at(g->blocks, block) - vj_cut_at(g->blocks, g->from);
    const size_t spare = ((block - g->from) * g->panels + p) * 16;
    return g->packed_b
        + ((before * g->panels + p * k_of(g, block)) * g->panel + spare) * g->size;
}
static size_t columns_in(const gemm *g, size_t p) {
    return VJ_MIN_OF(g->panel, g->n - p * g->panel);
}
static size_t padded(const gemm *g, size_t columns) {
    const size_t width = (size_t)g->kernels->width;
    return (columns + width - 1) / width * width;
}

// MARK: packing

// Where the lanes of neighbouring panels lie next to each other, a few rows of k are packed for all
// panels before the next ones: each line is then fetched once, and used up while it is there.
static size_t rows_at_once(size_t k, ptrdiff_t lane_stride) {
    return lane_stride == 1 ? VJ_MIN_OF(k, (size_t)8) : k;
}

static void pack_a_panels(const gemm *g, size_t block, size_t begin, size_t end) {
    const ptrdiff_t size = (ptrdiff_t)g->size;
    const size_t k0 = vj_cut_at(g->blocks, block), length = k_of(g, block);
    const size_t stride = rows_at_once(length, g->s->a_row);
    for (size_t k = 0; k < length; k += stride)
        for (size_t p = begin; p < end; p++) {
            const size_t row = vj_cut_at(g->rows, p), rows = vj_cut_at(g->rows, p + 1) - row;
            const ptrdiff_t at = (ptrdiff_t)row * g->s->a_row + (ptrdiff_t)(k0 + k) * g->s->a_col;
            g->kernels->pack(
                VJ_MIN_OF(stride, length - k), rows, rows, g->a + at * size, g->s->a_row,
                g->s->a_col, a_panel(g, block, p) + k * rows * g->size);
        }
}

static void pack_b_panels(const gemm *g, size_t block, size_t begin, size_t end) {
    const ptrdiff_t size = (ptrdiff_t)g->size;
    const size_t k0 = vj_cut_at(g->blocks, block), length = k_of(g, block);
    const size_t stride = rows_at_once(length, g->s->b_col);
    for (size_t k = 0; k < length; k += stride)
        for (size_t p = begin; p < end; p++) {
            const size_t columns = columns_in(g, p), width = padded(g, columns);
            const ptrdiff_t at = (ptrdiff_t)(p * g->panel) * g->s->b_col
                + (ptrdiff_t)(k0 + k) * g->s->b_row;
            g->kernels->pack(
                VJ_MIN_OF(stride, length - k), columns, width, g->b + at * size, g->s->b_col,
                g->s->b_row, b_panel(g, block, p) + k * width * g->size);
        }
}

// Units of packing: the panels of the first block, of the second, and so on; A's before B's.
static void pack_piece(void *context, size_t begin, size_t end) {
    const gemm *g = context;
    const size_t a_units = g->packed_a ? (g->to - g->from) * g->rows.count : 0;
    while (begin < end) {
        const bool is_a = begin < a_units;
        const size_t unit = is_a ? begin : begin - a_units, count = is_a ? g->rows.count : g->panels;
        const size_t block = g->from + unit / count, first = unit % count;
        const size_t limit = is_a ? VJ_MIN_OF(end, a_units) : end;
        const size_t last = VJ_MIN_OF(count, first + (limit - begin));
        if (is_a)
            pack_a_panels(g, block, first, last);
        else
            pack_b_panels(g, block, first, last);
        begin += last - first;
    }
}

// MARK: computing

// One block of k for the panels i0..<i1 of rows and j0..<j1 of columns.
static void compute_block(
    const gemm *g, size_t block, size_t i0, size_t i1, size_t j0, size_t j1) {
    const vj_matmul_args *s = g->s;
    const ptrdiff_t size = (ptrdiff_t)g->size, k0 = (ptrdiff_t)vj_cut_at(g->blocks, block);
    const size_t k = k_of(g, block), width = (size_t)g->kernels->width;
    const bool final = block + 1 == g->blocks.count;
    const bool activate = final && s->activation != VJ_IDENTITY
        && (s->activation != VJ_RELU || s->before);
    const int layout = g->packed_a && g->packed_b ? tile_packed
        : g->packed_a || s->a_row == 1            ? tile_columns
        : s->a_col == 1                           ? tile_rows
                                                  : tile_any;
    for (size_t j = j0; j < j1; j++) {
        const size_t columns = columns_in(g, j), vectors = (columns + width - 1) / width;
        const size_t last = columns - (vectors - 1) * width;
        const char *b;
        ptrdiff_t b_row;
        if (g->packed_b)
            b = b_panel(g, block, j), b_row = (ptrdiff_t)(vectors * width);
        else {
            b_row = s->b_row;
            b = g->b + ((ptrdiff_t)(j * g->panel) * s->b_col + k0 * b_row) * size;
        }
        vj_tile_end tile_end = {
            .alpha = s->alpha, .beta = block == 0 ? s->beta : 1,
            .bias = final && s->bias ? (const char *)s->bias + j * g->panel * g->size : NULL,
            .relu = final && s->activation == VJ_RELU && !s->before, .next = b};
        const char *next = b;
        if (layout == tile_packed && (j + 1 < j1 || block + 1 < g->to))
            next = j + 1 < j1 ? b_panel(g, block, j + 1) : b_panel(g, block + 1, j0);
        for (size_t i = i0; i < i1; i++) {
            const size_t row = vj_cut_at(g->rows, i), rows = vj_cut_at(g->rows, i + 1) - row;
            const char *a;
            ptrdiff_t a_row = s->a_row, a_col = s->a_col;
            if (g->packed_a)
                a = a_panel(g, block, i), a_row = 1, a_col = (ptrdiff_t)rows;
            else
                a = g->a + ((ptrdiff_t)row * a_row + k0 * a_col) * size;
            tile_end.next = next + (i - i0) * (k / 4) * 64;
            char *c = g->c + ((ptrdiff_t)row * s->c_row + (ptrdiff_t)(j * g->panel)) * size;
            g->kernels->tile[layout][rows][vectors](
                k, a, a_row, a_col, b, b_row, c, s->c_row, last, &tile_end);
            if (!activate) continue;
            for (size_t r = 0; r < rows; r++, c += s->c_row * size) {
                if (s->before)
                    memcpy((char *)s->before + (c - (const char *)s->c), c, columns * g->size);
                vj_active->unary[s->dtype][s->activation](
                    columns, c, c, s->activation_p0, s->activation_p1);
            }
        }
    }
}

// An item: some panels of rows against some panels of columns, over all blocks of k, so that its
// part of C stays in the second-level cache in the meantime. Items follow each other column by
// column over as many row items as there are threads: each thread then stays with its part of A,
// and all go through B together.
static void compute_piece(void *context, size_t begin, size_t end) {
    const gemm *g = context;
    const size_t in_group = g->side_by_side * g->column_items;
    for (size_t item = begin; item < end; item++) {
        const size_t first = item / in_group * g->side_by_side,
                     beside = VJ_MIN_OF(g->side_by_side, g->row_items - first),
                     row = first + item % in_group % beside, column = item % in_group / beside;
        const size_t i0 = row * g->row_block, i1 = VJ_MIN_OF(i0 + g->row_block, g->rows.count),
                     j0 = column * g->column_block,
                     j1 = VJ_MIN_OF(j0 + g->column_block, g->panels);
        for (size_t block = g->from; block < g->to; block++) {
            if (block > g->from && vj_interrupted()) return;
            compute_block(g, block, i0, i1, j0, j1);
        }
    }
}

// Multiply-adds that are worth a piece of parallel work, and worth waking the pool for.
static const double piece_work = 4e5, parallel_work = 1.5e6;

// By how much the busiest of `threads` has more to do than it would if `count` were divisible.
static double unevenness(size_t count, size_t threads) {
    return (double)((count + threads - 1) / threads * threads) / (double)count;
}

// Cuts C into items: rows whose part of A stays in the second-level cache, as many of them as keep
// the threads evenly busy, and columns until there are some items for each thread.
static void cut_items(gemm *g, size_t k, double work) {
    const size_t depth = k * (g->to - g->from), threads = vj_threads();
    const size_t most = 900 * 1024 / (depth * (size_t)g->kernels->rows * g->size) + 1;
    size_t rows = (g->rows.count + most - 1) / most;
    const double by_rows = unevenness(g->rows.count, threads),
                 by_columns = unevenness(g->panels, threads);
    if (threads > 1 && (by_rows <= 1.06 || by_rows <= by_columns))
        rows = VJ_MIN_OF((rows + threads - 1) / threads * threads, g->rows.count);
    const vj_cut even = vj_even_cut(g->rows.count, (g->rows.count + rows - 1) / rows);
    g->row_block = even.base + (even.longer > 0);
    g->row_items = (g->rows.count + g->row_block - 1) / g->row_block;
    g->side_by_side = VJ_MIN_OF(threads, g->row_items);
    const size_t wanted = threads > 1 ? 6 * threads : 1;
    const double each = work / (double)g->row_items;
    size_t columns = VJ_MIN_OF((wanted + g->row_items - 1) / g->row_items, g->panels);
    columns = VJ_MAX_OF(VJ_MIN_OF(columns, (size_t)(each / piece_work)), (size_t)1);
    if (g->row_items == 1 && columns > threads) columns = columns / threads * threads;
    g->column_block = (g->panels + columns - 1) / columns;
    g->column_items = (g->panels + g->column_block - 1) / g->column_block;
}

// Packs and computes the blocks from..<to of k.
static bool run(gemm *g) {
    const size_t k = k_of(g, g->from), blocks = g->to - g->from;
    const double work = (double)g->s->m * (double)g->n * (double)k * (double)blocks;
    const size_t units = (g->packed_a ? blocks * g->rows.count : 0)
        + (g->packed_b ? blocks * g->panels : 0);
    if (work < parallel_work) {
        pack_piece(g, 0, units);
        g->row_block = g->rows.count, g->column_block = g->panels;
        g->row_items = g->column_items = g->side_by_side = 1;
        compute_piece(g, 0, 1);
        return !vj_interrupted();
    }
    if (units) {
        const size_t lanes = g->packed_a ? (size_t)g->kernels->rows : g->panel;
        if (!vj_parallel(units, 32768 / (k * lanes) + 1, pack_piece, g)) return false;
    }
    cut_items(g, k, work);
    return vj_parallel(g->row_items * g->column_items, 1, compute_piece, g) && !vj_interrupted();
}

// Up to these sizes of C, reading in place costs less than packing; and the length of a block of
// k, with which a panel of B stays in the first-level cache.
static const size_t in_place_rows = 256, in_place_columns = 256, block_of_k = 264;
static const size_t small_c = (size_t)1 << 20, small_packed = (size_t)3 << 20;
// Packed copies are made of so many blocks of k at a time that they take no more than this.
static const size_t most_packed = (size_t)256 << 20;

vj_status vj_gemm(const vj_matmul_args *s, const void *a, const void *b, void *c) {
    gemm g = {
        .kernels = vj_active->gemm[vj_real_index(s->dtype)], .s = s,
        .size = vj_dtype_size(s->dtype), .a = a, .b = b, .c = c, .n = s->n};
    const size_t width = (size_t)g.kernels->width;
    g.rows = vj_even_cut(s->m, (size_t)g.kernels->rows);
    g.panel = width * (size_t)g.kernels->vectors;
    g.panels = (s->n + g.panel - 1) / g.panel;
    g.blocks = s->k ? vj_even_cut(s->k, block_of_k) : (vj_cut){1, 0, 0};

    // Reading B in place needs contiguous rows.
    const bool ragged = s->n % width != 0 && !g.kernels->masked;
    const bool b_in_place = s->b_col == 1 && !ragged && s->m <= in_place_rows;
    // A in place: its lines must not all fall into the same few sets of the first-level cache.
    const ptrdiff_t a_line = s->a_row == 1 ? s->a_col : s->a_row;
    const size_t a_step = (size_t)(a_line < 0 ? -a_line : a_line) * g.size;
    const bool a_in_place = s->m * s->k <= 1024
        || ((s->a_row == 1 || s->a_col == 1) && s->n <= in_place_columns
            && (a_step % 4096 != 0 || s->n <= g.panel));

    const size_t longest = g.blocks.base + (g.blocks.longer > 0);
    const size_t a_block = a_in_place ? 0 : (s->m * longest + g.rows.count * 16) * g.size;
    const size_t b_block = b_in_place ? 0 : g.panels * (g.panel * longest + 16) * g.size;
    // A small C stays in the cache while block after block is packed and used at once; of a large one
    // each part should be done with before the next, so that everything is packed first.
    size_t at_once = s->m * s->n * g.size <= small_c
            && (a_block + b_block) * g.blocks.count > small_packed
        ? 1
        : g.blocks.count;
    if (a_block + b_block > 0)
        at_once = VJ_MIN_OF(at_once, VJ_MAX_OF(most_packed / (a_block + b_block), (size_t)1));
    _Alignas(64) char near[16384];
    char *scratch = NULL;
    const size_t a_bytes = (a_block * at_once + 63) / 64 * 64, b_bytes = b_block * at_once;
    if (a_bytes + b_bytes) {
        char *buffer = near;
        if (a_bytes + b_bytes > sizeof near) {
            scratch = vj_alloc(a_bytes + b_bytes);
            if (!scratch) return VJ_OUT_OF_MEMORY;
            buffer = scratch;
        }
        if (a_bytes) g.packed_a = buffer;
        if (b_bytes) g.packed_b = buffer + a_bytes;
    }
    bool complete = true;
    for (g.from = 0; complete && g.from < g.blocks.count; g.from = g.to) {
        g.to = VJ_MIN_OF(g.from + at_once, g.blocks.count);
        complete = run(&g);
    }
    vj_free(scratch);
    return vj_finished(complete);
}
