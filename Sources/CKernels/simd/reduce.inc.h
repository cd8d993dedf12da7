// Reductions of a contiguous stretch, and of columns over rows, for one floating-point type.
//
// float32 adds up at most `block` elements in float32, in 8 vectors side by side, and everything
// above that in float64; the order depends on the length alone.

#if REAL_IS_F32
OV void widen_add(vd *low, vd *high, vf x) {
    typedef double pair __attribute__((vector_size(2 * VJ_BYTES)));
    pair w = __builtin_convertvector(x, pair);
    union { pair both; vd part[2]; } u = {w};
    *low += u.part[0], *high += u.part[1];
}
#else
OV void widen_add(vd *low, vd *high, vd x) {
    (void)high;
    *low += x;
}
#endif

// STRETCH(name, f(x), with C = splat(parameter))
#define STRETCH(NAME, expression) \
    static double R(stretch_##NAME)(size_t n, const void *xp, double parameter) { \
        const real *in = xp; \
        const vr C = SPLAT(parameter); \
        (void)C; \
        vd low = {0}, high = {0}; \
        const size_t wide = 8 * VR_WIDTH, block = 64 * wide; \
        size_t i = 0; \
        while (i + wide <= n) { \
            size_t end = i + VJ_MIN_OF(block, (n - i) / wide * wide); \
            vr s[8]; \
            for (int j = 0; j < 8; j++) s[j] = SPLAT(0); \
            for (; i < end; i += wide) { \
                _Pragma("clang loop unroll(full)") for (int j = 0; j < 8; j++) { \
                    vr x = load(in + i + (size_t)j * VR_WIDTH); \
                    s[j] += (expression); \
                } \
            } \
            widen_add( \
                &low, &high, ((s[0] + s[1]) + (s[2] + s[3])) + ((s[4] + s[5]) + (s[6] + s[7]))); \
        } \
        vr s = SPLAT(0); \
        for (; i + VR_WIDTH <= n; i += VR_WIDTH) { \
            vr x = load(in + i); \
            s += (expression); \
        } \
        widen_add(&low, &high, s); \
        double rest = 0; \
        if (i < n) { \
            vr x = load_n(in + i, n - i); \
            vr value = (expression); \
            for (size_t j = 0; j < n - i; j++) rest += (double)value[j]; \
        } \
        return across(low + high) + rest; \
    }
STRETCH(sum, x)
STRETCH(squares, x *x)
STRETCH(abs, vabs(x))
STRETCH(deviation, (x - C) * (x - C))
STRETCH(exp, vexp(x - C))
#undef STRETCH

// Σ x·y of two contiguous stretches, added up like a sum.
static double R(dot)(size_t n, const void *xp, const void *yp) {
    const real *x = xp, *y = yp;
    vd low = {0}, high = {0};
    const size_t wide = 8 * VR_WIDTH, block = 64 * wide;
    size_t i = 0;
    while (i + wide <= n) {
        const size_t end = i + VJ_MIN_OF(block, (n - i) / wide * wide);
        vr s[8];
        for (int j = 0; j < 8; j++) s[j] = SPLAT(0);
        for (; i < end; i += wide) {
            _Pragma("clang loop unroll(full)") for (int j = 0; j < 8; j++) {
                const size_t at = i + (size_t)j * VR_WIDTH;
                s[j] = fma_(load(x + at), load(y + at), s[j]);
            }
        }
        widen_add(&low, &high, ((s[0] + s[1]) + (s[2] + s[3])) + ((s[4] + s[5]) + (s[6] + s[7])));
    }
    vr s = SPLAT(0);
    for (; i + VR_WIDTH <= n; i += VR_WIDTH) s = fma_(load(x + i), load(y + i), s);
    if (i < n) s = fma_(load_n(x + i, n - i), load_n(y + i, n - i), s);
    widen_add(&low, &high, s);
    return across(low + high);
}

// The largest (smallest) element; NaN if there is one.
#define EXTREME(NAME, better, start) \
    static double R(stretch_##NAME)(size_t n, const void *xp, double parameter) { \
        const real *in = xp; \
        (void)parameter; \
        vr m[4]; \
        vr_mask bad = {0}; \
        for (int j = 0; j < 4; j++) m[j] = SPLAT(start); \
        size_t i = 0; \
        for (; i + 4 * VR_WIDTH <= n; i += 4 * VR_WIDTH) { \
            _Pragma("clang loop unroll(full)") for (int j = 0; j < 4; j++) { \
                vr x = load(in + i + (size_t)j * VR_WIDTH); \
                bad |= x != x; \
                m[j] = better(x, m[j]); \
            } \
        } \
        for (; i + VR_WIDTH <= n; i += VR_WIDTH) { \
            vr x = load(in + i); \
            bad |= x != x; \
            m[0] = better(x, m[0]); \
        } \
        m[0] = better(better(m[0], m[1]), better(m[2], m[3])); \
        bool nan = false; \
        real best = (real)(start); \
        for (int j = 0; j < VR_WIDTH; j++) { \
            nan |= bad[j] != 0; \
            real x = m[0][j]; \
            best = (best > x) == ((start) < 0) ? best : x; \
        } \
        for (; i < n; i++) { \
            nan |= in[i] != in[i]; \
            best = (best > in[i]) == ((start) < 0) ? best : in[i]; \
        } \
        return nan ? (double)NAN : (double)best; \
    }
EXTREME(max, larger, -INFINITY)
EXTREME(min, smaller, INFINITY)
#undef EXTREME

// out[c] (float64) takes up Σ over rows of f(x[r, c]), with C the column's shift: up to 32 rows
// in the element type, then in float64.
#define COLUMNS(NAME, expression, join, start, keep) \
    static void R(columns_##NAME)( \
        size_t rows, size_t width, size_t stride, const void *xp, const void *cp, void *op) { \
        const real *in = xp, *shift = cp; \
        double *out = op; \
        (void)shift; \
        for (size_t r = 0; r < rows; r += 32) { \
            const size_t end = VJ_MIN_OF(r + 32, rows); \
            size_t c = 0; \
            for (; c + 4 * VR_WIDTH <= width; c += 4 * VR_WIDTH) { \
                vr s[4]; \
                for (int j = 0; j < 4; j++) s[j] = SPLAT(start); \
                for (size_t k = r; k < end; k++) { \
                    _Pragma("clang loop unroll(full)") for (int j = 0; j < 4; j++) { \
                        vr x = load(in + k * stride + c + (size_t)j * VR_WIDTH); \
                        vr C = shift ? load(shift + c + (size_t)j * VR_WIDTH) : SPLAT(0); \
                        (void)C; \
                        s[j] = join(s[j], (expression)); \
                    } \
                } \
                for (int j = 0; j < 4; j++) \
                    for (int l = 0; l < VR_WIDTH; l++) { \
                        double *o = out + c + (size_t)(j * VR_WIDTH + l); \
                        *o = keep(*o, (double)s[j][l]); \
                    } \
            } \
            for (; c < width; c += VR_WIDTH) { \
                size_t n = VJ_MIN_OF((size_t)VR_WIDTH, width - c); \
                vr s = SPLAT(start); \
                vr C = !shift ? SPLAT(0) : n == VR_WIDTH ? load(shift + c) : load_n(shift + c, n); \
                (void)C; \
                for (size_t k = r; k < end; k++) { \
                    const real *p = in + k * stride + c; \
                    vr x = n == VR_WIDTH ? load(p) : load_n(p, n); \
                    s = join(s, (expression)); \
                } \
                for (size_t l = 0; l < n; l++) out[c + l] = keep(out[c + l], (double)s[l]); \
            } \
        } \
    }
#define PLUS(a, b) ((a) + (b))
#define KEEP_LARGER(a, b) ((a) != (a) || (a) > (b) ? (a) : (b))
#define KEEP_SMALLER(a, b) ((a) != (a) || (a) < (b) ? (a) : (b))
COLUMNS(sum, x, PLUS, 0, PLUS)
COLUMNS(squares, x *x, PLUS, 0, PLUS)
COLUMNS(abs, vabs(x), PLUS, 0, PLUS)
COLUMNS(deviation, (x - C) * (x - C), PLUS, 0, PLUS)
COLUMNS(max, x, maximum, -INFINITY, KEEP_LARGER)
COLUMNS(min, x, minimum, INFINITY, KEEP_SMALLER)
#undef COLUMNS
#undef PLUS
#undef KEEP_LARGER
#undef KEEP_SMALLER
