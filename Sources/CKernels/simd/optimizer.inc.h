// Optimizer steps for one floating-point type; the tail goes through masked loads.
#define EACH_VECTOR(body) \
    for (size_t i = 0; i < n; i += VR_WIDTH) { \
        const size_t left = n - i; \
        if (VJ_LIKELY(left >= VR_WIDTH)) { \
            body(LOAD_FULL, STORE_FULL) \
        } else { \
            body(LOAD_PART, STORE_PART) \
        } \
    }
#define LOAD_FULL(p) load((p) + i)
#define STORE_FULL(p, v) store((p) + i, v)
#define LOAD_PART(p) load_n((p) + i, left)
#define STORE_PART(p, v) store_n((p) + i, v, left)

static void R(sgd)(size_t n, void *wp, const void *gp, void *vp, const vj_sgd *o) {
    real *w = wp, *v = vp;
    const real *g = gp;
    const vr rate = SPLAT(o->learning_rate), momentum = SPLAT(o->momentum),
             fresh = SPLAT(o->first ? 1 : 1 - o->dampening), decay = SPLAT(o->weight_decay);
    const bool first = o->first, nesterov = o->nesterov, plain = v == NULL || o->momentum == 0;
#define SGD(LOAD, STORE) \
    vr weight = LOAD(w), slope = fma_(decay, weight, LOAD(g)); \
    if (!plain) { \
        vr velocity = first ? slope : fma_(momentum, LOAD(v), fresh * slope); \
        STORE(v, velocity); \
        slope = nesterov ? fma_(momentum, velocity, slope) : velocity; \
    } \
    STORE(w, fma_(-rate, slope, weight));
    EACH_VECTOR(SGD)
#undef SGD
}

static void R(adam)(
    size_t n, void *wp, const void *gp, void *mp, void *vp, const vj_adam *o, double step_size,
    double root_correction) {
    real *w = wp, *m = mp, *v = vp;
    const real *g = gp;
    const vr b1 = SPLAT(o->beta1), c1 = SPLAT(1 - o->beta1), b2 = SPLAT(o->beta2),
             c2 = SPLAT(1 - o->beta2), epsilon = SPLAT(o->epsilon), size = SPLAT(step_size),
             correction = SPLAT(root_correction),
             coupled = SPLAT(o->decoupled ? 0 : o->weight_decay),
             shrink = SPLAT(o->decoupled ? 1 - o->learning_rate * o->weight_decay : 1);
#define ADAM(LOAD, STORE) \
    vr weight = LOAD(w) * shrink, slope = fma_(coupled, weight, LOAD(g)); \
    vr mean = fma_(b1, LOAD(m), c1 * slope), square = fma_(b2, LOAD(v), c2 * slope * slope); \
    STORE(m, mean); \
    STORE(v, square); \
    STORE(w, weight - size * mean / fma_(root(square), correction, epsilon));
    EACH_VECTOR(ADAM)
#undef ADAM
}

static void R(rmsprop)(
    size_t n, void *wp, const void *gp, void *sp, void *vp, const vj_rmsprop *o) {
    real *w = wp, *s = sp, *v = vp;
    const real *g = gp;
    const vr rate = SPLAT(o->learning_rate), rho = SPLAT(o->decay), rest = SPLAT(1 - o->decay),
             epsilon = SPLAT(o->epsilon), momentum = SPLAT(o->momentum),
             decay = SPLAT(o->weight_decay);
    const bool moving = v != NULL && o->momentum != 0;
#define RMSPROP(LOAD, STORE) \
    vr weight = LOAD(w), slope = fma_(decay, weight, LOAD(g)); \
    vr square = fma_(rho, LOAD(s), rest * slope * slope); \
    STORE(s, square); \
    vr step = slope / (root(square) + epsilon); \
    if (moving) { \
        step = fma_(momentum, LOAD(v), step); \
        STORE(v, step); \
    } \
    STORE(w, fma_(-rate, step, weight));
    EACH_VECTOR(RMSPROP)
#undef RMSPROP
}
#undef EACH_VECTOR
#undef LOAD_FULL
#undef STORE_FULL
#undef LOAD_PART
#undef STORE_PART
