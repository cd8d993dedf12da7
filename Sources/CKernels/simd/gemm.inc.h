// Micro-kernels of the matrix product for one floating-point type: a tile of C stays in registers
// while A's column is broadcast against B's row. Rows of a tile vary from 1 to GEMM_ROWS, so that
// a matrix is cut into even panels and no row is computed in vain. Masked loads cost the port that
// products need, so they are left to the columns at the right edge.

#if VJ_BYTES == 64
OV vr R(gemm_load_last)(const real *p, size_t last) {
#if REAL_IS_F32
    return (vr)_mm512_maskz_loadu_ps((__mmask16)((1u << last) - 1), p);
#else
    return (vr)_mm512_maskz_loadu_pd((__mmask8)((1u << last) - 1), p);
#endif
}
#else
// B is padded in the other variants.
OV vr R(gemm_load_last)(const real *p, size_t last) {
    (void)last;
    return load(p);
}
#endif

// What a tile's sums become, and where they go.
static inline __attribute__((always_inline)) void R(finish_tile)(
    const int rows, const int vectors, vr s[16][2], real *c, ptrdiff_t c_row, size_t last,
    const vj_tile_end *end) {
    const bool whole = last == VR_WIDTH;
    if (end->alpha != 1) {
        const vr alpha = SPLAT(end->alpha);
        _Pragma("clang loop unroll(full)") for (int i = 0; i < rows; i++)
            _Pragma("clang loop unroll(full)") for (int v = 0; v < vectors; v++) s[i][v] *= alpha;
    }
    if (end->beta != 0) {
        const vr beta = SPLAT(end->beta);
        _Pragma("clang loop unroll(full)") for (int i = 0; i < rows; i++)
            _Pragma("clang loop unroll(full)") for (int v = 0; v < vectors; v++) {
                const real *p = c + i * c_row + v * VR_WIDTH;
                const vr old = whole || v + 1 < vectors ? load(p) : load_n(p, last);
                s[i][v] = fma_(beta, old, s[i][v]);
            }
    }
    if (end->bias) {
        const real *bias = end->bias;
        _Pragma("clang loop unroll(full)") for (int v = 0; v < vectors; v++) {
            const real *p = bias + v * VR_WIDTH;
            const vr x = whole || v + 1 < vectors ? load(p) : load_n(p, last);
            _Pragma("clang loop unroll(full)") for (int i = 0; i < rows; i++) s[i][v] += x;
        }
    }
    if (end->relu)
        _Pragma("clang loop unroll(full)") for (int i = 0; i < rows; i++)
            _Pragma("clang loop unroll(full)") for (int v = 0; v < vectors; v++)
                s[i][v] = vrelu(s[i][v]);
    if (whole) {
        _Pragma("clang loop unroll(full)") for (int i = 0; i < rows; i++)
            _Pragma("clang loop unroll(full)") for (int v = 0; v < vectors; v++)
                store(c + i * c_row + v * VR_WIDTH, s[i][v]);
    } else {
        _Pragma("clang loop unroll(full)") for (int i = 0; i < rows; i++) {
            if (vectors == 2) store(c + i * c_row, s[i][0]);
            store_n(c + i * c_row + (vectors - 1) * VR_WIDTH, s[i][vectors - 1], last);
        }
    }
}

static inline __attribute__((always_inline)) void R(tile)(
    const int layout, const int rows, const int vectors, const bool masked, size_t k,
    const void *ap, ptrdiff_t a_row, ptrdiff_t a_col, const void *bp, ptrdiff_t b_row, void *cp,
    ptrdiff_t c_row, size_t last, const vj_tile_end *end) {
    const real *a = ap, *b = bp;
    real *c = cp;
    vr s[16][2];
    _Pragma("clang loop unroll(full)") for (int i = 0; i < rows; i++)
        _Pragma("clang loop unroll(full)") for (int v = 0; v < vectors; v++) s[i][v] = SPLAT(0);
    // C's lines are asked for now and come while the sum is made.
    _Pragma("clang loop unroll(full)") for (int i = 0; i < rows; i++)
        _Pragma("clang loop unroll(full)") for (int v = 0; v < vectors; v++)
            __builtin_prefetch(c + i * c_row + v * VR_WIDTH, 1, 3);
    // Address arithmetic competes with the products for the same ports, so there is as little of
    // it as each layout of A allows. The empty assembly keeps the compiler from rewriting it.
#define STEP(ADDRESS, b) \
    { \
        vr x[2]; \
        _Pragma("clang loop unroll(full)") for (int v = 0; v < vectors; v++) \
            x[v] = v + 1 < vectors || !masked ? load((b) + v * VR_WIDTH) \
                                              : R(gemm_load_last)((b) + v * VR_WIDTH, last); \
        _Pragma("clang loop unroll(full)") for (int i = 0; i < rows; i++) { \
            const vr y = SPLAT(*(const real *)(ADDRESS)); \
            _Pragma("clang loop unroll(full)") for (int v = 0; v < vectors; v++) \
                s[i][v] = fma_(y, x[v], s[i][v]); \
        } \
    }
    const ptrdiff_t one = a_row * (ptrdiff_t)sizeof(real), step = a_col * (ptrdiff_t)sizeof(real),
                    b_step = b_row * (ptrdiff_t)sizeof(real);
    const real *const a_first = a, *const b_first = b;
    const size_t depth = k, segments =
        layout == tile_segment_rows || layout == tile_segment_columns ? end->segments : 1;
    for (size_t segment = 0; segment < segments; segment++) {
        if (layout == tile_segment_rows || layout == tile_segment_columns)
            a = a_first + end->a_offsets[segment], b = b_first + (ptrdiff_t)segment * end->b_step,
            k = depth;
        if (layout == tile_packed) {
            const ptrdiff_t wide = vectors * VR_WIDTH;
            const char *next = end->next;
            for (; k >= 4; k -= 4) {
                __asm__("" : "+r"(a), "+r"(b), "+r"(next));
                __builtin_prefetch(next, 0, 2);
                next += 64;
                _Pragma("clang loop unroll(full)") for (int u = 0; u < 4; u++)
                    STEP(a + u * rows + i, b + u * wide)
                a += 4 * rows, b += 4 * wide;
            }
            for (; k; k--) {
                STEP(a + i, b)
                a += rows, b += wide;
            }
        } else if (layout == tile_columns || layout == tile_segment_columns) {
            const char *p = (const char *)a, *q = (const char *)b;
            for (; k >= 2; k -= 2) {
                __asm__("" : "+r"(p), "+r"(q));
                STEP(p + i * sizeof(real), (const real *)q)
                STEP(p + step + i * sizeof(real), (const real *)(q + b_step))
                p += 2 * step, q += 2 * b_step;
            }
            if (k) STEP(p + i * sizeof(real), (const real *)q)
        } else {
            const char *p0 = (const char *)a, *p1 = (const char *)(a + 3 * a_row),
                       *p2 = (const char *)(a + 6 * a_row), *p3 = (const char *)(a + 9 * a_row),
                       *p4 = (const char *)(a + 12 * a_row), *p5 = (const char *)(a + 15 * a_row);
            const char *bp0 = (const char *)b;
#define ROW(i) \
    (((i) < 3 ? p0 : (i) < 6 ? p1 : (i) < 9 ? p2 : (i) < 12 ? p3 : (i) < 15 ? p4 : p5) \
     + ((i) % 3) * one)
            if (layout == tile_rows || layout == tile_segment_rows) {
                for (; k >= 4; k -= 4) {
                    const char *bp1 = bp0 + 3 * b_step;
                    __asm__("" : "+r"(p0), "+r"(p1), "+r"(p2), "+r"(p3), "+r"(bp0), "+r"(bp1));
                    if (rows > 12) __asm__("" : "+r"(p4), "+r"(p5));
                    STEP(ROW(i), (const real *)bp0)
                    STEP(ROW(i) + sizeof(real), (const real *)(bp0 + b_step))
                    STEP(ROW(i) + 2 * sizeof(real), (const real *)(bp0 + 2 * b_step))
                    STEP(ROW(i) + 3 * sizeof(real), (const real *)bp1)
                    p0 += 4 * sizeof(real), p1 += 4 * sizeof(real);
                    p2 += 4 * sizeof(real), p3 += 4 * sizeof(real);
                    if (rows > 12) p4 += 4 * sizeof(real), p5 += 4 * sizeof(real);
                    bp0 = bp1 + b_step;
                }
            }
            for (; k; k--) {
                __asm__("" : "+r"(p0), "+r"(p1), "+r"(p2), "+r"(p3));
                if (rows > 12) __asm__("" : "+r"(p4), "+r"(p5));
                STEP(ROW(i), (const real *)bp0)
                p0 += step, p1 += step, p2 += step, p3 += step;
                if (rows > 12) p4 += step, p5 += step;
                bp0 += b_step;
            }
        }
    }
#undef ROW
#undef STEP
    R(finish_tile)(rows, vectors, s, c, c_row, last, end);
}

#define TILE(LAYOUT, ROWS, VECTORS) \
    static void R(LAYOUT##_##ROWS##_##VECTORS)( \
        size_t k, const void *a, ptrdiff_t a_row, ptrdiff_t a_col, const void *b, \
        ptrdiff_t b_row, void *c, ptrdiff_t c_row, size_t last, const vj_tile_end *end) { \
        if (VJ_BYTES < 64 || LAYOUT == tile_packed || last == VR_WIDTH) \
            R(tile)( \
                LAYOUT, ROWS, VECTORS, false, k, a, a_row, a_col, b, b_row, c, c_row, last, end); \
        else \
            R(tile)( \
                LAYOUT, ROWS, VECTORS, true, k, a, a_row, a_col, b, b_row, c, c_row, last, end); \
    }
#define TILES(ROWS) \
    TILE(tile_packed, ROWS, 1) TILE(tile_packed, ROWS, 2) \
    TILE(tile_rows, ROWS, 1) TILE(tile_rows, ROWS, 2) \
    TILE(tile_columns, ROWS, 1) TILE(tile_columns, ROWS, 2) \
    TILE(tile_any, ROWS, 1) TILE(tile_any, ROWS, 2) \
    TILE(tile_segment_rows, ROWS, 1) TILE(tile_segment_rows, ROWS, 2) \
    TILE(tile_segment_columns, ROWS, 1) TILE(tile_segment_columns, ROWS, 2)
TILES(1) TILES(2) TILES(3) TILES(4) TILES(5) TILES(6)
#if GEMM_ROWS > 6
TILES(7) TILES(8) TILES(9) TILES(10) TILES(11) TILES(12)
#define TALL(ROWS) TILE(tile_segment_rows, ROWS, 1) TILE(tile_segment_columns, ROWS, 1)
TALL(13) TALL(14) TALL(15) TALL(16)
#undef TALL
#endif
#undef TILES
#undef TILE

static void R(pack)(
    size_t k, size_t lanes, size_t width, const void *xp, ptrdiff_t lane_stride,
    ptrdiff_t k_stride, void *op) {
    const real *x = xp;
    real *out = op;
    size_t l = 0;
    if (lane_stride == 1) {
        // Rows of lanes: copied. A store may run over into the next row, which comes after it.
        // The rows lie far apart, where the processor does not foresee them.
        for (size_t kk = 0; kk < k; kk++, x += k_stride, out += width) {
            const char *later = (const char *)(x + (kk + 12 < k ? 12 * k_stride : 0));
            for (size_t at = 0; at < lanes * sizeof(real); at += 64) __builtin_prefetch(later + at);
            for (l = 0; l + VR_WIDTH <= lanes; l += VR_WIDTH) store(out + l, load(x + l));
            if (l < lanes) store(out + l, load_n(x + l, lanes - l)), l += VR_WIDTH;
            for (; l < width; l += VR_WIDTH) store(out + l, SPLAT(0));
        }
        return;
    }
#if REAL_IS_F32
    if (k_stride == 1) {
        // Columns of lanes: turned over four by four.
        typedef float four __attribute__((vector_size(16)));
        typedef float four_any __attribute__((vector_size(16), aligned(4), may_alias));
#if VJ_BYTES == 64
        for (; l + 16 <= lanes; l += 16) {
            const float *from = x + (ptrdiff_t)l * lane_stride;
            size_t kk = 0;
            for (; kk + 4 <= k; kk += 4) {
                if (kk % 16 == 0)
                    for (int i = 0; i < 16; i++) __builtin_prefetch(from + i * lane_stride + kk + 64);
                __m512 r[4];
                for (int i = 0; i < 4; i++) {
                    const float *p = from + i * lane_stride + kk;
                    __m512 v = _mm512_castps128_ps512(_mm_loadu_ps(p));
                    v = _mm512_insertf32x4(v, _mm_loadu_ps(p + 4 * lane_stride), 1);
                    v = _mm512_insertf32x4(v, _mm_loadu_ps(p + 8 * lane_stride), 2);
                    r[i] = _mm512_insertf32x4(v, _mm_loadu_ps(p + 12 * lane_stride), 3);
                }
                __m512 a0 = _mm512_unpacklo_ps(r[0], r[1]), a1 = _mm512_unpackhi_ps(r[0], r[1]);
                __m512 a2 = _mm512_unpacklo_ps(r[2], r[3]), a3 = _mm512_unpackhi_ps(r[2], r[3]);
                float *to = out + kk * width + l;
                _mm512_storeu_ps(to, _mm512_shuffle_ps(a0, a2, 0x44));
                _mm512_storeu_ps(to + width, _mm512_shuffle_ps(a0, a2, 0xEE));
                _mm512_storeu_ps(to + 2 * width, _mm512_shuffle_ps(a1, a3, 0x44));
                _mm512_storeu_ps(to + 3 * width, _mm512_shuffle_ps(a1, a3, 0xEE));
            }
            for (; kk < k; kk++)
                for (size_t i = 0; i < 16; i++)
                    out[kk * width + l + i] = from[(ptrdiff_t)i * lane_stride + (ptrdiff_t)kk];
        }
#endif
        for (; l + 4 <= lanes; l += 4) {
            const float *from = x + (ptrdiff_t)l * lane_stride;
            size_t kk = 0;
            for (; kk + 4 <= k; kk += 4) {
                if (kk % 16 == 0)
                    for (int i = 0; i < 4; i++) __builtin_prefetch(from + i * lane_stride + kk + 64);
                four r0 = *(const four_any *)(from + kk);
                four r1 = *(const four_any *)(from + lane_stride + kk);
                four r2 = *(const four_any *)(from + 2 * lane_stride + kk);
                four r3 = *(const four_any *)(from + 3 * lane_stride + kk);
                four a0 = __builtin_shufflevector(r0, r1, 0, 4, 1, 5);
                four a1 = __builtin_shufflevector(r0, r1, 2, 6, 3, 7);
                four a2 = __builtin_shufflevector(r2, r3, 0, 4, 1, 5);
                four a3 = __builtin_shufflevector(r2, r3, 2, 6, 3, 7);
                float *to = out + kk * width + l;
                *(four_any *)to = __builtin_shufflevector(a0, a2, 0, 1, 4, 5);
                *(four_any *)(to + width) = __builtin_shufflevector(a0, a2, 2, 3, 6, 7);
                *(four_any *)(to + 2 * width) = __builtin_shufflevector(a1, a3, 0, 1, 4, 5);
                *(four_any *)(to + 3 * width) = __builtin_shufflevector(a1, a3, 2, 3, 6, 7);
            }
            for (; kk < k; kk++)
                for (size_t i = 0; i < 4; i++)
                    out[kk * width + l + i] = from[(ptrdiff_t)i * lane_stride + (ptrdiff_t)kk];
        }
    }
#endif
    for (; l < width; l++) {
        const real *from = x + (ptrdiff_t)l * lane_stride;
        if (l < lanes)
            for (size_t kk = 0; kk < k; kk++) out[kk * width + l] = from[(ptrdiff_t)kk * k_stride];
        else
            for (size_t kk = 0; kk < k; kk++) out[kk * width + l] = 0;
    }
}

#define ENTRY(LAYOUT, ROWS) [ROWS] = {NULL, R(LAYOUT##_##ROWS##_1), R(LAYOUT##_##ROWS##_2)}
#if GEMM_ROWS > 6
#define ENTRIES(L) \
    [L] = {ENTRY(L, 1), ENTRY(L, 2), ENTRY(L, 3), ENTRY(L, 4), ENTRY(L, 5), ENTRY(L, 6), \
           ENTRY(L, 7), ENTRY(L, 8), ENTRY(L, 9), ENTRY(L, 10), ENTRY(L, 11), ENTRY(L, 12)}
#define TALL(LAYOUT, ROWS) [LAYOUT][ROWS] = {NULL, R(LAYOUT##_##ROWS##_1)}
#define TALLS(L) , TALL(L, 13), TALL(L, 14), TALL(L, 15), TALL(L, 16)
#else
#define ENTRIES(L) \
    [L] = {ENTRY(L, 1), ENTRY(L, 2), ENTRY(L, 3), ENTRY(L, 4), ENTRY(L, 5), ENTRY(L, 6)}
#define TALLS(L)
#endif
static const struct vj_gemm_real R(gemm) = {
    .rows = GEMM_ROWS, .tall = GEMM_TALL, .width = VR_WIDTH, .vectors = 2, .masked = VJ_BYTES == 64,
    .tile = {ENTRIES(tile_packed), ENTRIES(tile_rows), ENTRIES(tile_columns),
             ENTRIES(tile_any), ENTRIES(tile_segment_rows),
             ENTRIES(tile_segment_columns) TALLS(tile_segment_rows) TALLS(tile_segment_columns)},
    .pack = R(pack),
};
#undef ENTRY
#undef ENTRIES
#undef TALL
#undef TALLS
