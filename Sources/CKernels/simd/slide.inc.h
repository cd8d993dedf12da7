// Tiles of a convolution whose windows overlap by all but one pixel: each value of the image is
// broadcast once and multiplied with the filters of all the taps of a row, for as many outputs. That
// takes half the loads that a product of matrices does, which is what limits tiles of one vector.
//
// A segment is a row of taps; b holds, tap after tap, its k rows of the filter.
static inline __attribute__((always_inline)) void R(slide)(
    const int taps, const int rows, const int vectors, size_t k, const void *ap, ptrdiff_t a_row,
    const void *bp, void *cp, ptrdiff_t c_row, size_t last, const vj_tile_end *end) {
    vr s[16][2];
    real *c = cp;
    _Pragma("clang loop unroll(full)") for (int i = 0; i < rows; i++)
        _Pragma("clang loop unroll(full)") for (int v = 0; v < vectors; v++) {
            s[i][v] = SPLAT(0);
            __builtin_prefetch(c + i * c_row + v * VR_WIDTH, 1, 3);
        }
    const ptrdiff_t one = a_row * (ptrdiff_t)sizeof(real), wide = vectors * VR_WIDTH,
                    tap = (ptrdiff_t)k * wide;
    for (size_t segment = 0; segment < end->segments; segment++) {
        const real *a = (const real *)ap + end->a_offsets[segment];
        const real *b = (const real *)bp + (ptrdiff_t)segment * end->b_step;
        const char *p0 = (const char *)a, *p1 = p0 + 3 * one, *p2 = p0 + 6 * one,
                   *p3 = p0 + 9 * one, *p4 = p0 + 12 * one, *p5 = p0 + 15 * one,
                   *p6 = p0 + 18 * one;
#define PIXEL(i) \
    (((i) < 3 ? p0 : (i) < 6 ? p1 : (i) < 9 ? p2 : (i) < 12 ? p3 : (i) < 15 ? p4 : (i) < 18 ? p5 \
                                                                                           : p6) \
     + ((i) % 3) * one)
        for (size_t kk = k; kk; kk--) {
            __asm__("" : "+r"(p0), "+r"(p1), "+r"(p2), "+r"(p3), "+r"(p4), "+r"(b));
            vr x[5][2];
            _Pragma("clang loop unroll(full)") for (int t = 0; t < taps; t++)
                _Pragma("clang loop unroll(full)") for (int v = 0; v < vectors; v++) x[t][v] =
                    load(b + t * tap + v * VR_WIDTH);
            _Pragma("clang loop unroll(full)") for (int i = 0; i < rows + taps - 1; i++) {
                const vr y = SPLAT(*(const real *)PIXEL(i));
                _Pragma("clang loop unroll(full)") for (int t = 0; t < taps; t++)
                    if (i - t >= 0 && i - t < rows)
                        _Pragma("clang loop unroll(full)") for (int v = 0; v < vectors; v++)
                            s[i - t][v] = fma_(y, x[t][v], s[i - t][v]);
            }
            p0 += sizeof(real), p1 += sizeof(real), p2 += sizeof(real), p3 += sizeof(real);
            p4 += sizeof(real), p5 += sizeof(real), p6 += sizeof(real), b += wide;
        }
#undef PIXEL
    }
    R(finish_tile)(rows, vectors, s, c, c_row, last, end);
}

#define SLIDE(TAPS, ROWS, VECTORS) \
    static void R(slide_##TAPS##_##ROWS##_##VECTORS)( \
        size_t k, const void *a, ptrdiff_t a_row, const void *b, void *c, ptrdiff_t c_row, \
        size_t last, const vj_tile_end *end) { \
        R(slide)(TAPS, ROWS, VECTORS, k, a, a_row, b, c, c_row, last, end); \
    }
#define SLIDES(ROWS) \
    SLIDE(2, ROWS, 1) SLIDE(2, ROWS, 2) SLIDE(3, ROWS, 1) SLIDE(3, ROWS, 2) SLIDE(5, ROWS, 1)
#define SLIDE_TALL(ROWS) SLIDE(2, ROWS, 1) SLIDE(3, ROWS, 1) SLIDE(5, ROWS, 1)
SLIDES(1) SLIDES(2) SLIDES(3) SLIDES(4) SLIDES(5) SLIDES(6)
#if GEMM_ROWS > 6
SLIDES(7) SLIDES(8) SLIDES(9) SLIDES(10) SLIDES(11) SLIDES(12)
SLIDE_TALL(13) SLIDE_TALL(14) SLIDE_TALL(15) SLIDE_TALL(16)
#endif
#undef SLIDES
#undef SLIDE_TALL
#undef SLIDE

#define SLIDE(TAPS, ROWS) \
    [TAPS][ROWS] = {NULL, R(slide_##TAPS##_##ROWS##_1), R(slide_##TAPS##_##ROWS##_2)}
#define SLIDE_ONE(TAPS, ROWS) [TAPS][ROWS] = {NULL, R(slide_##TAPS##_##ROWS##_1)}
#define SLIDES(ROWS) SLIDE(2, ROWS), SLIDE(3, ROWS), SLIDE_ONE(5, ROWS)
#define SLIDE_TALL(ROWS) SLIDE_ONE(2, ROWS), SLIDE_ONE(3, ROWS), SLIDE_ONE(5, ROWS)
static const struct vj_slides R(slides) = {{
    SLIDES(1), SLIDES(2), SLIDES(3), SLIDES(4), SLIDES(5), SLIDES(6),
#if GEMM_ROWS > 6
    SLIDES(7), SLIDES(8), SLIDES(9), SLIDES(10), SLIDES(11), SLIDES(12), SLIDE_TALL(13),
    SLIDE_TALL(14), SLIDE_TALL(15), SLIDE_TALL(16),
#endif
}};
#undef SLIDE
#undef SLIDE_ONE
#undef SLIDES
#undef SLIDE_TALL
