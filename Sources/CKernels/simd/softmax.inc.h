// Softmax rows and losses for one floating-point type.

// The largest of a row; NaN if there is one.
OV double R(row_top)(size_t n, const real *in) {
    if (n >= 64 * VR_WIDTH) return R(stretch_max)(n, in, 0);
    vr m = SPLAT(-INFINITY);
    vr_mask bad = {0};
    size_t i = 0;
    for (; i + VR_WIDTH <= n; i += VR_WIDTH) {
        const vr x = load(in + i);
        bad |= x != x, m = larger(x, m);
    }
    if (i < n) {
        // Lanes beyond the end repeat the first element.
        vr x = load_n(in + i, n - i);
        for (int l = (int)(n - i); l < VR_WIDTH; l++) x[l] = in[0];
        bad |= x != x, m = larger(x, m);
    }
    real lanes[VR_WIDTH];
    store(lanes, m);
    for (int width = VR_WIDTH / 2; width; width /= 2)
        for (int l = 0; l < width; l++)
            lanes[l] = lanes[l] > lanes[l + width] ? lanes[l] : lanes[l + width];
    return any(bad) ? (double)NAN : (double)lanes[0];
}
// The sum of a row's exponentials: its vector sums, of short rows in the element type.
OV double R(row_total)(size_t n, vr s) {
    return n < 64 * VR_WIDTH ? (double)total(s) : across(s);
}

static void R(softmax)(size_t n, const void *xp, void *op, bool logarithm) {
    const real *in = xp;
    real *out = op;
    const double top = R(row_top)(n, in);
    const vr T = SPLAT(top);
    size_t i = 0;
    if (logarithm) {
        // x − top is exact where it matters; the logarithm of the sum comes off afterwards, since beside a large top it
        // would be lost.
        const vr L = SPLAT(log(R(stretch_exp)(n, in, top)));
        for (; i + VR_WIDTH <= n; i += VR_WIDTH) store(out + i, (load(in + i) - T) - L);
        if (i < n) store_n(out + i, (load_n(in + i, n - i) - T) - L, n - i);
        return;
    }
    vr s = SPLAT(0);
    double rest = 0;
    for (; i + VR_WIDTH <= n; i += VR_WIDTH) {
        vr e = vexp(load(in + i) - T);
        s += e;
        store(out + i, e);
    }
    if (i < n) {
        vr e = vexp(load_n(in + i, n - i) - T);
        for (size_t j = 0; j < n - i; j++) rest += (double)e[j];
        store_n(out + i, e, n - i);
    }
    const vr scale = SPLAT(1 / (R(row_total)(n, s) + rest));
    for (i = 0; i + VR_WIDTH <= n; i += VR_WIDTH) store(out + i, load(out + i) * scale);
    if (i < n) store_n(out + i, load_n(out + i, n - i) * scale, n - i);
}

static void R(softmax_gradient)(
    size_t n, const void *yp, const void *gp, void *op, bool logarithm) {
    const real *y = yp, *g = gp;
    real *out = op;
    size_t i = 0;
    if (logarithm) {
        const vr total = SPLAT(R(stretch_sum)(n, g, 0));
        for (; i + VR_WIDTH <= n; i += VR_WIDTH)
            store(out + i, load(g + i) - vexp(load(y + i)) * total);
        if (i < n)
            store_n(
                out + i, load_n(g + i, n - i) - vexp(load_n(y + i, n - i)) * total, n - i);
        return;
    }
    vr s = SPLAT(0);
    for (; i + VR_WIDTH <= n; i += VR_WIDTH) s += load(y + i) * load(g + i);
    if (i < n) s += load_n(y + i, n - i) * load_n(g + i, n - i);
    const vr dot = SPLAT(R(row_total)(n, s));
    for (i = 0; i + VR_WIDTH <= n; i += VR_WIDTH)
        store(out + i, load(y + i) * (load(g + i) - dot));
    if (i < n)
        store_n(out + i, load_n(y + i, n - i) * (load_n(g + i, n - i) - dot), n - i);
}

static double R(row_softmax)(size_t n, const void *xp, void *op, double scale) {
    const real *in = xp;
    real *out = op;
    const double top = R(row_top)(n, in);
    if (!out) return top + log(R(stretch_exp)(n, in, top));
    const vr T = SPLAT(top);
    vr s = SPLAT(0);
    double rest = 0;
    size_t i = 0;
    for (; i + VR_WIDTH <= n; i += VR_WIDTH) {
        vr e = vexp(load(in + i) - T);
        s += e;
        store(out + i, e);
    }
    if (i < n) {
        vr e = vexp(load_n(in + i, n - i) - T);
        for (size_t j = 0; j < n - i; j++) rest += (double)e[j];
        store_n(out + i, e, n - i);
    }
    const double sum = R(row_total)(n, s) + rest;
    const vr factor = SPLAT(scale / sum);
    for (i = 0; i + VR_WIDTH <= n; i += VR_WIDTH) store(out + i, load(out + i) * factor);
    if (i < n) store_n(out + i, load_n(out + i, n - i) * factor, n - i);
    return top + log(sum);
}

// The softmax of a row whose log Σ e^x is known, in place.
static void R(known_softmax)(size_t n, void *xp, double log_sum) {
    real *x = xp;
    const vr L = SPLAT(log_sum);
    for (size_t i = 0; i < n; i += VR_WIDTH)
        store_some(x + i, vexp(load_some(x + i, n - i) - L), n - i);
}

#define PAIR_LOSS(NAME, loss, slope) \
    static void R(NAME)( \
        size_t n, const void *xp, const void *zp, void *lp, void *gp, double scale) { \
        const real *px = xp, *pz = zp; \
        real *losses = lp, *gradient = gp; \
        const vr SCALE = SPLAT(scale); \
        for (size_t i = 0; i < n; i += VR_WIDTH) { \
            size_t left = n - i; \
            vr x, z; \
            if (left >= VR_WIDTH) { \
                x = load(px + i), z = load(pz + i); \
                if (losses) store(losses + i, (loss)); \
                if (gradient) store(gradient + i, (slope)); \
            } else { \
                x = load_n(px + i, left), z = load_n(pz + i, left); \
                if (losses) store_n(losses + i, (loss), left); \
                if (gradient) store_n(gradient + i, (slope), left); \
            } \
        } \
    }
PAIR_LOSS(
    sigmoid_loss, vrelu(x) - x * z + vlog1p(vexp(-vabs(x))), (vsigmoid(x) - z) * SCALE)
PAIR_LOSS(squared_loss, (x - z) * (x - z), SPLAT(2) * (x - z) * SCALE)
#undef PAIR_LOSS
