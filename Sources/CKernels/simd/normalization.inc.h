// Normalisations of one floating-point type. Columns are gone through in blocks of rows that stay
// in the first-level cache; sums go over to float64 after 32 values of a lane.

// Up to `vj_norm_block` rows from `first`, one vector of columns; four sums side by side.
#define COLUMN_LOOP(...) \
    for (size_t first = 0; first < rows; first += vj_norm_block) { \
        const size_t end = VJ_MIN_OF(first + vj_norm_block, rows); \
        for (size_t c = 0; c < width; c += VR_WIDTH) { \
            const size_t left = width - c; \
            __VA_ARGS__ \
        } \
    }

OV void R(add_lanes)(double *to, vr x, size_t left) {
    for (size_t l = 0; l < VJ_MIN_OF(left, (size_t)VR_WIDTH); l++) to[l] += (double)x[l];
}

static void R(moments)(
    size_t rows, size_t width, const void *xp, const void *shift, double *sums,
    double *squares) {
    const real *in = xp;
    COLUMN_LOOP({
        const vr C = load_some((const real *)shift + c, left);
        vr s[4], q[4];
        for (int j = 0; j < 4; j++) s[j] = q[j] = SPLAT(0);
        size_t r = first;
        for (; r + 4 <= end; r += 4)
            _Pragma("clang loop unroll(full)") for (size_t j = 0; j < 4; j++) {
                const vr x = load_some(in + (r + j) * width + c, left) - C;
                s[j] += x, q[j] = fma_(x, x, q[j]);
            }
        for (; r < end; r++) {
            const vr x = load_some(in + r * width + c, left) - C;
            s[0] += x, q[0] = fma_(x, x, q[0]);
        }
        R(add_lanes)(sums + c, (s[0] + s[1]) + (s[2] + s[3]), left);
        R(add_lanes)(squares + c, (q[0] + q[1]) + (q[2] + q[3]), left);
    })
}

static void R(affine)(
    size_t rows, size_t width, const void *xp, const void *mean, const void *factor,
    const void *shift, bool relu, void *yp) {
    const real *in = xp;
    real *out = yp;
    COLUMN_LOOP({
        const vr M = load_some((const real *)mean + c, left);
        const vr A = load_some((const real *)factor + c, left);
        const vr B = load_some((const real *)shift + c, left);
        for (size_t r = first; r < end; r++) {
            vr y = fma_(load_some(in + r * width + c, left) - M, A, B);
            if (relu) y = vrelu(y);
            store_some(out + r * width + c, y, left);
        }
    })
}

// The gradient as it comes through max(y, 0), where there is one.
OV vr R(passed)(const real *gradient, const real *y, size_t at, size_t left) {
    const vr g = load_some(gradient + at, left);
    return y ? pick(load_some(y + at, left) > SPLAT(0), g, SPLAT(0)) : g;
}

static void R(gradient_sums)(
    size_t rows, size_t width, const void *xp, const void *gp, const void *y, const void *mean,
    double *sums, double *products) {
    const real *in = xp, *gradient = gp;
    COLUMN_LOOP({
        const vr M = load_some((const real *)mean + c, left);
        vr s[4], q[4];
        for (int j = 0; j < 4; j++) s[j] = q[j] = SPLAT(0);
        size_t r = first;
        for (; r + 4 <= end; r += 4)
            _Pragma("clang loop unroll(full)") for (size_t j = 0; j < 4; j++) {
                const size_t at = (r + j) * width + c;
                const vr g = R(passed)(gradient, y, at, left);
                s[j] += g, q[j] = fma_(g, load_some(in + at, left) - M, q[j]);
            }
        for (; r < end; r++) {
            const size_t at = r * width + c;
            const vr g = R(passed)(gradient, y, at, left);
            s[0] += g, q[0] = fma_(g, load_some(in + at, left) - M, q[0]);
        }
        R(add_lanes)(sums + c, (s[0] + s[1]) + (s[2] + s[3]), left);
        R(add_lanes)(products + c, (q[0] + q[1]) + (q[2] + q[3]), left);
    })
}

static void R(combine)(
    size_t rows, size_t width, const void *xp, const void *gp, const void *y, const void *mean,
    const void *factor, const void *slope, const void *offset, void *op) {
    const real *in = xp, *gradient = gp;
    real *out = op;
    COLUMN_LOOP({
        const vr M = load_some((const real *)mean + c, left);
        const vr A = load_some((const real *)factor + c, left);
        const vr B = load_some((const real *)slope + c, left);
        const vr D = load_some((const real *)offset + c, left);
        for (size_t r = first; r < end; r++) {
            const size_t at = r * width + c;
            const vr x = load_some(in + at, left) - M;
            store_some(
                out + at, fma_(R(passed)(gradient, y, at, left), A, fma_(x, B, D)), left);
        }
    })
}
#undef COLUMN_LOOP

// Σ f over a row, in pieces of 4096 elements.
#define ROW_SUM(RESULT, EXPRESSION) \
    for (size_t start = 0; start < width; start += 4096) { \
        const size_t stop = VJ_MIN_OF(start + 4096, width); \
        vr sum0 = SPLAT(0), sum1 = SPLAT(0); \
        size_t i = start; \
        for (; i + 2 * VR_WIDTH <= stop; i += VR_WIDTH) { \
            const size_t left = VR_WIDTH; \
            sum0 += (EXPRESSION), i += VR_WIDTH, sum1 += (EXPRESSION); \
        } \
        for (; i + VR_WIDTH <= stop; i += VR_WIDTH) { \
            const size_t left = VR_WIDTH; \
            sum0 += (EXPRESSION); \
        } \
        if (i < stop) { \
            const size_t left = stop - i; \
            const vr last = (EXPRESSION); \
            for (size_t l = 0; l < left; l++) RESULT += (double)last[l]; \
        } \
        RESULT += (double)total(sum0 + sum1); \
    }

static void R(layer_norm)(
    size_t rows, size_t width, const void *xp, const void *scale, const void *shift,
    double epsilon, void *yp, void *mean, void *deviation) {
    const real *x = xp;
    real *y = yp;
    for (size_t r = 0; r < rows; r++, x += width, y += width) {
        double m = 0, squares = 0;
        if (mean) {
            ROW_SUM(m, load_some(x + i, left))
            m /= (double)width;
            ((real *)mean)[r] = (real)m;
        }
        const vr M = SPLAT(m);
        ROW_SUM(squares, (load_some(x + i, left) - M) * (load_some(x + i, left) - M))
        const double d = 1 / sqrt(squares / (double)width + epsilon);
        ((real *)deviation)[r] = (real)d;
        const vr D = SPLAT(d);
        for (size_t i = 0; i < width; i += VR_WIDTH) {
            const size_t left = width - i;
            vr v = (load_some(x + i, left) - M) * D;
            if (scale) v *= load_some((const real *)scale + i, left);
            if (shift) v += load_some((const real *)shift + i, left);
            store_some(y + i, v, left);
        }
    }
}

// The sums over rows of gradient·x̂ and of gradient are added to.
static void R(layer_norm_back)(
    size_t rows, size_t width, const void *xp, const void *gp, const void *scale,
    const void *mean, const void *deviation, void *op, void *scale_sums, void *shift_sums) {
    const real *x = xp, *g = gp;
    real *out = op;
    for (size_t r = 0; r < rows; r++, x += width, g += width, out += out ? width : 0) {
        const double d = (double)((const real *)deviation)[r];
        const vr M = SPLAT(mean ? ((const real *)mean)[r] : 0), D = SPLAT(d);
#define HERE(i, left) \
    (scale ? load_some(g + i, left) * load_some((const real *)scale + i, left) \
           : load_some(g + i, left))
        if (out) {
            double s1 = 0, s2 = 0;
            if (mean) ROW_SUM(s1, HERE(i, left))
            ROW_SUM(s2, HERE(i, left) * ((load_some(x + i, left) - M) * D))
            const vr S1 = SPLAT(s1 / (double)width), S2 = SPLAT(s2 / (double)width);
            for (size_t i = 0; i < width; i += VR_WIDTH) {
                const size_t left = width - i;
                const vr xhat = (load_some(x + i, left) - M) * D;
                store_some(out + i, D * (HERE(i, left) - S1 - xhat * S2), left);
            }
        }
        if (scale_sums)
            for (size_t i = 0; i < width; i += VR_WIDTH) {
                const size_t left = width - i;
                const vr v = load_some(g + i, left);
                real *a = (real *)scale_sums + i, *b = (real *)shift_sums + i;
                const vr xhat = (load_some(x + i, left) - M) * D;
                store_some(a, fma_(v, xhat, load_some(a, left)), left);
                store_some(b, v + load_some(b, left), left);
            }
#undef HERE
    }
}
#undef ROW_SUM
