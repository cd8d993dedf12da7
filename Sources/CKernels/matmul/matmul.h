// Between the driver of the matrix product (matmul/) and its micro-kernels (simd/gemm.inc.h).
#ifndef VJ_MATMUL_INTERNAL_H
#define VJ_MATMUL_INTERNAL_H

#include "../simd/table.h"

// What happens to a tile when its sum over k is done.
typedef struct {
    double alpha, beta;  // beta: of what is in C already
    const void *bias;    // of the tile's first column; NULL: none
    bool relu;
    // What is asked into the second-level cache meanwhile, 64 bytes for every 4 steps of k, where A
    // and B are packed.
    const char *next;
    // The layouts of segments add up several products: where their parts of A begin, in elements
    // from a, and how far apart their parts of B lie.
    size_t segments;
    const ptrdiff_t *a_offsets;
    ptrdiff_t b_step;
} vj_tile_end;

// C tile (rows fixed by the kernel) = Σ over k of A column · B row. `last` is the number of columns
// in the last vector.
typedef void vj_tile_kernel(
    size_t k, const void *a, ptrdiff_t a_row, ptrdiff_t a_col, const void *b, ptrdiff_t b_row,
    void *c, ptrdiff_t c_row, size_t last, const vj_tile_end *end);

// out[kk·width + l] = x[l·lane_stride + kk·k_stride] for l < lanes, 0 up to width. `out` must have
// room for 16 elements more.
typedef void vj_pack_kernel(
    size_t k, size_t lanes, size_t width, const void *x, ptrdiff_t lane_stride,
    ptrdiff_t k_stride, void *out);

// How A lies: packed (and B too), row after row (neighbours along k), column after column
// (neighbours along m), or otherwise. The last two are rows and columns in segments.
enum {
    tile_packed, tile_rows, tile_columns, tile_any, tile_segment_rows, tile_segment_columns,
    tile_layouts
};
enum { vj_most_rows = 16, vj_most_vectors = 2 };
struct vj_gemm_real {
    int rows, tall, width, vectors;  // tall: rows of tiles of one vector in segments
    bool masked;  // B's last columns may be read in place
    vj_tile_kernel *tile[tile_layouts][vj_most_rows + 1][vj_most_vectors + 1];
    vj_pack_kernel *pack;
};

// Even cut of `total` into pieces of at most `most`; the first `longer` are one longer than `base`.
typedef struct {
    size_t count, base, longer;
} vj_cut;
static inline vj_cut vj_even_cut(size_t total, size_t most) {
    const size_t count = (total + most - 1) / most;
    return (vj_cut){count, total / count, total % count};
}
static inline size_t vj_cut_at(vj_cut c, size_t i) { return i * c.base + VJ_MIN_OF(i, c.longer); }

// Tiles of convolutions with overlapping windows, by taps, rows and vectors; see slide.inc.h.
typedef void vj_slide_kernel(
    size_t k, const void *a, ptrdiff_t a_row, const void *b, void *c, ptrdiff_t c_row, size_t last,
    const vj_tile_end *end);
enum { vj_most_slide_taps = 5 };
struct vj_slides {
    vj_slide_kernel *tile[vj_most_slide_taps + 1][vj_most_rows + 1][vj_most_vectors + 1];
};

// Products with a vector whose sums run along memory on both sides; see dots.c.
bool vj_is_dots(const vj_matmul_args *s);
vj_status vj_dots(const vj_matmul_args *s, const void *a, const void *b, void *c);

vj_status vj_gemm(const vj_matmul_args *s, const void *a, const void *b, void *c);

#endif
