// Micro-kernels of the matrix product for one floating-point type: a tile of C stays in registers
// while A's column is broadcast against B's row. Rows of a tile vary from 1 to GEMM_ROWS, so that
// a matrix is cut into even panels and no row is computed in vain.

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

static inline __attribute__((always_inline)) void R(tile)(
    const int rows, const int vectors, size_t k, const void *ap, ptrdiff_t a_row, ptrdiff_t a_col,
    const void *bp, ptrdiff_t b_row, void *cp, ptrdiff_t c_row, size_t last,
    const vj_tile_end *end) {
    const real *a = ap, *b = bp;
    real *c = cp;
    vr s[GEMM_ROWS][2];
    _Pragma("clang loop unroll(full)") for (int i = 0; i < rows; i++)
        _Pragma("clang loop unroll(full)") for (int v = 0; v < vectors; v++) s[i][v] = SPLAT(0);
    // Rows are reached from every third one, which keeps to the addressing modes there are.
    const ptrdiff_t a_row3 = 3 * a_row;
    _Pragma("clang loop unroll_count(2)") for (size_t kk = 0; kk < k; kk++) {
        vr x[2];
        _Pragma("clang loop unroll(full)") for (int v = 0; v < vectors; v++)
            x[v] = v + 1 < vectors ? load(b + v * VR_WIDTH)
                                   : R(gemm_load_last)(b + v * VR_WIDTH, last);
        const real *ai = a;
        _Pragma("clang loop unroll(full)") for (int i = 0; i < rows; i++) {
            const vr y = SPLAT(ai[(i % 3) * a_row]);
            _Pragma("clang loop unroll(full)") for (int v = 0; v < vectors; v++)
                s[i][v] = fma_(y, x[v], s[i][v]);
            if (i % 3 == 2) ai += a_row3;
        }
        a += a_col;
        b += b_row;
    }
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

#define TILE(ROWS, VECTORS) \
    static void R(tile_##ROWS##_##VECTORS)( \
        size_t k, const void *a, ptrdiff_t a_row, ptrdiff_t a_col, const void *b, \
        ptrdiff_t b_row, void *c, ptrdiff_t c_row, size_t last, const vj_tile_end *end) { \
        R(tile)(ROWS, VECTORS, k, a, a_row, a_col, b, b_row, c, c_row, last, end); \
    }
#define TILES(ROWS) TILE(ROWS, 1) TILE(ROWS, 2)
TILES(1) TILES(2) TILES(3) TILES(4) TILES(5) TILES(6)
#if GEMM_ROWS > 6
TILES(7) TILES(8) TILES(9) TILES(10) TILES(11) TILES(12)
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
        for (size_t kk = 0; kk < k; kk++, x += k_stride, out += width) {
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

#define ENTRY(ROWS) [ROWS] = {NULL, R(tile_##ROWS##_1), R(tile_##ROWS##_2)}
static const struct vj_gemm_real R(gemm) = {
    .rows = GEMM_ROWS, .width = VR_WIDTH, .vectors = 2, .masked = VJ_BYTES == 64,
    .tile = {
        ENTRY(1), ENTRY(2), ENTRY(3), ENTRY(4), ENTRY(5), ENTRY(6),
#if GEMM_ROWS > 6
        ENTRY(7), ENTRY(8), ENTRY(9), ENTRY(10), ENTRY(11), ENTRY(12),
#endif
    },
    .pack = R(pack),
};
#undef ENTRY
