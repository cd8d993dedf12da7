// The floating-point matrix product.
//
// C is cut into panels of rows and panels of columns; a micro-kernel computes their crossings over
// a block of k. Operands are read in place where that is as good as a packed copy (small products,
// contiguous the right way), and packed otherwise. The blocks of k depend on the shape alone, so
// the results do not depend on the number of threads.
#include "matmul.h"

// Even cut of `total` into pieces of at most `most`.
typedef struct {
    size_t count, base, longer;  // the first `longer` pieces are one longer than base
} cut;
static cut even_cut(size_t total, size_t most) {
    const size_t count = (total + most - 1) / most;
    return (cut){count, total / count, total % count};
}
static size_t cut_at(cut c, size_t i) { return i * c.base + VJ_MIN_OF(i, c.longer); }

typedef struct {
    const struct vj_gemm_real *kernels;
    const vj_matmul_args *s;
    size_t size;
    const char *a, *b;
    char *c;
    cut rows;                          // panels of rows
    size_t n, panel, panels;           // columns, columns of a panel, panels of columns
    size_t k0, k;                      // this block of k
    char *packed_a, *packed_b;         // NULL: in place
    bool first, last;                  // first, last block of k
    size_t row_block, column_block;    // panels in an item
    size_t row_items, column_items;
} gemm;

// Panel p of packed A begins at its first row times k.
static char *a_panel(const gemm *g, size_t p) {
    return g->packed_a + (cut_at(g->rows, p) * g->k + p * 16) * g->size;
}
static char *b_panel(const gemm *g, size_t p) {
    return g->packed_b + p * (g->panel * g->k + 16) * g->size;
}
static size_t columns_in(const gemm *g, size_t p) {
    return VJ_MIN_OF(g->panel, g->n - p * g->panel);
}

static void pack_a_piece(void *context, size_t begin, size_t end) {
    const gemm *g = context;
    const ptrdiff_t size = (ptrdiff_t)g->size;
    for (size_t p = begin; p < end; p++) {
        const size_t row = cut_at(g->rows, p), rows = cut_at(g->rows, p + 1) - row;
        g->kernels->pack(
            g->k, rows, rows,
            g->a + ((ptrdiff_t)row * g->s->a_row + (ptrdiff_t)g->k0 * g->s->a_col) * size,
            g->s->a_row, g->s->a_col, a_panel(g, p));
    }
}

static size_t padded(const gemm *g, size_t columns) {
    const size_t width = (size_t)g->kernels->width;
    return (columns + width - 1) / width * width;
}

static void pack_b_piece(void *context, size_t begin, size_t end) {
    const gemm *g = context;
    const ptrdiff_t size = (ptrdiff_t)g->size;
    for (size_t p = begin; p < end; p++) {
        const size_t columns = columns_in(g, p);
        g->kernels->pack(
            g->k, columns, padded(g, columns),
            g->b
                + ((ptrdiff_t)(p * g->panel) * g->s->b_col + (ptrdiff_t)g->k0 * g->s->b_row)
                    * size,
            g->s->b_col, g->s->b_row, b_panel(g, p));
    }
}

// An item: some panels of rows against some panels of columns.
static void compute_piece(void *context, size_t begin, size_t end) {
    const gemm *g = context;
    const vj_matmul_args *s = g->s;
    const ptrdiff_t size = (ptrdiff_t)g->size;
    const size_t width = (size_t)g->kernels->width;
    for (size_t item = begin; item < end; item++) {
        const size_t i0 = item / g->column_items * g->row_block,
                     i1 = VJ_MIN_OF(i0 + g->row_block, g->rows.count),
                     j0 = item % g->column_items * g->column_block,
                     j1 = VJ_MIN_OF(j0 + g->column_block, g->panels);
        for (size_t j = j0; j < j1; j++) {
            const size_t columns = columns_in(g, j), vectors = (columns + width - 1) / width;
            const size_t last = columns - (vectors - 1) * width;
            const char *b;
            ptrdiff_t b_row;
            if (g->packed_b)
                b = b_panel(g, j), b_row = (ptrdiff_t)(vectors * width);
            else {
                b_row = s->b_row;
                b = g->b
                    + ((ptrdiff_t)(j * g->panel) * s->b_col + (ptrdiff_t)g->k0 * b_row) * size;
            }
            const vj_tile_end tile_end = {
                .alpha = s->alpha, .beta = g->first ? s->beta : 1,
                .bias = g->last && s->bias ? (const char *)s->bias + j * g->panel * g->size : NULL,
                .relu = g->last && s->activation == VJ_RELU};
            const bool activate =
                g->last && s->activation != VJ_RELU && s->activation != VJ_IDENTITY;
            const int layout = g->packed_a && g->packed_b ? tile_packed
                : g->packed_a || s->a_row == 1            ? tile_columns
                : s->a_col == 1                           ? tile_rows
                                                          : tile_any;
            for (size_t i = i0; i < i1; i++) {
                const size_t row = cut_at(g->rows, i), rows = cut_at(g->rows, i + 1) - row;
                const char *a;
                ptrdiff_t a_row = s->a_row, a_col = s->a_col;
                if (g->packed_a)
                    a = a_panel(g, i), a_row = 1, a_col = (ptrdiff_t)rows;
                else
                    a = g->a + ((ptrdiff_t)row * a_row + (ptrdiff_t)g->k0 * a_col) * size;
                char *c = g->c + ((ptrdiff_t)row * s->c_row + (ptrdiff_t)(j * g->panel)) * size;
                g->kernels->tile[layout][rows][vectors](
                    g->k, a, a_row, a_col, b, b_row, c, s->c_row, last, &tile_end);
                if (!activate) continue;
                for (size_t r = 0; r < rows; r++, c += s->c_row * size)
                    vj_active->unary[s->dtype][s->activation](
                        columns, c, c, s->activation_p0, s->activation_p1);
            }
        }
    }
}

// Multiply-adds that are worth a piece of parallel work, and worth waking the pool for.
static const double piece_work = 4e5, parallel_work = 1.5e6;

static bool run(gemm *g, double work) {
    if (work < parallel_work) {
        if (g->packed_a) pack_a_piece(g, 0, g->rows.count);
        if (g->packed_b) pack_b_piece(g, 0, g->panels);
        g->row_block = g->rows.count, g->column_block = g->panels;
        g->row_items = g->column_items = 1;
        compute_piece(g, 0, 1);
        return true;
    }
    if (g->packed_a) {
        const size_t grain = 32768 / (g->k * (size_t)g->kernels->rows) + 1;
        if (!vj_parallel(g->rows.count, grain, pack_a_piece, g)) return false;
    }
    if (g->packed_b) {
        const size_t grain = 32768 / (g->k * g->panel) + 1;
        if (!vj_parallel(g->panels, grain, pack_b_piece, g)) return false;
    }
    // Rows in an item: as many as stay in the second-level cache. Then fewer, until there are
    // enough items to keep the threads evenly busy.
    const size_t cached = 640 * 1024 / (g->k * (size_t)g->kernels->rows * g->size) + 1;
    g->row_block = VJ_MIN_OF(cached, g->rows.count);
    g->row_block = (g->rows.count + (g->rows.count + g->row_block - 1) / g->row_block - 1)
        / ((g->rows.count + g->row_block - 1) / g->row_block);
    g->column_block = 1;
    const size_t wanted = 4 * vj_threads();
    for (;;) {
        g->row_items = (g->rows.count + g->row_block - 1) / g->row_block;
        g->column_items = (g->panels + g->column_block - 1) / g->column_block;
        const size_t items = g->row_items * g->column_items;
        const double each = work / (double)items;
        if (items < wanted && g->row_block > 1 && each > 2 * piece_work)
            g->row_block = (g->row_block + 1) / 2;
        else if (each < piece_work && g->column_block < g->panels && items > wanted)
            g->column_block *= 2;
        else
            break;
    }
    return vj_parallel(g->row_items * g->column_items, 1, compute_piece, g);
}

// Up to these sizes of C, reading in place costs less than packing; and the length of a block of
// k, with which a panel of B stays in the first-level cache.
static const size_t in_place_rows = 256, in_place_columns = 256, block_of_k = 264;

vj_status vj_gemm(const vj_matmul_args *s, const void *a, const void *b, void *c) {
    gemm g = {
        .kernels = vj_active->gemm[vj_real_index(s->dtype)], .s = s,
        .size = vj_dtype_size(s->dtype), .a = a, .b = b, .c = c, .n = s->n};
    const size_t width = (size_t)g.kernels->width;
    g.rows = even_cut(s->m, (size_t)g.kernels->rows);
    g.panel = width * (size_t)g.kernels->vectors;
    g.panels = (s->n + g.panel - 1) / g.panel;

    // Reading B in place needs contiguous rows.
    const bool ragged = s->n % width != 0 && !g.kernels->masked;
    const bool b_in_place = s->b_col == 1 && !ragged && s->m <= in_place_rows;
    // A in place: its lines must not all fall into the same few sets of the first-level cache.
    const ptrdiff_t a_line = s->a_row == 1 ? s->a_col : s->a_row;
    const size_t a_step = (size_t)(a_line < 0 ? -a_line : a_line) * g.size;
    const bool a_in_place = s->m * s->k <= 1024
        || ((s->a_row == 1 || s->a_col == 1) && s->n <= in_place_columns
            && (a_step % 4096 != 0 || s->n <= g.panel));

    const cut blocks = s->k ? even_cut(s->k, block_of_k) : (cut){1, 0, 0};
    const size_t k_longest = blocks.base + (blocks.longer > 0);
    _Alignas(64) char near[16384];
    char *scratch = NULL;
    const size_t a_bytes =
        a_in_place ? 0 : ((s->m * k_longest + g.rows.count * 16) * g.size + 63) / 64 * 64;
    const size_t b_bytes = b_in_place ? 0 : g.panels * (g.panel * k_longest + 16) * g.size;
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
    for (size_t block = 0; complete && block < blocks.count; block++) {
        g.k0 = cut_at(blocks, block), g.k = cut_at(blocks, block + 1) - g.k0;
        g.first = block == 0, g.last = block + 1 == blocks.count;
        complete = run(&g, (double)s->m * (double)s->n * (double)g.k);
        if (vj_interrupted()) complete = false;
    }
    vj_free(scratch);
    return vj_finished(complete);
}
