// Pooling of one floating-point type: a vector of channels of one pixel at a time.

#if REAL_IS_F32
OV vi R(load_index)(const int32_t *p, size_t left) {
    return (vi)load_some((const float *)p, left);
}
OV void R(store_index)(int32_t *p, vi v, size_t left) { store_some((float *)p, (vf)v, left); }
#define AT(x) splat_i((int32_t)(x))
#else
OV vl R(load_index)(const int32_t *p, size_t left) {
    int32_t lanes[VJ_VD] = {0};
    memcpy(lanes, p, VJ_MIN_OF(left, (size_t)VJ_VD) * sizeof *p);
    vl v;
    for (int i = 0; i < VJ_VD; i++) v[i] = lanes[i];
    return v;
}
OV void R(store_index)(int32_t *p, vl v, size_t left) {
    for (size_t i = 0; i < VJ_MIN_OF(left, (size_t)VJ_VD); i++) p[i] = (int32_t)v[i];
}
#define AT(x) splat_l((int64_t)(x))
#endif
#define CHOOSE(m, a, b) (((m) & (a)) | (~(m) & (b)))

#if VJ_BYTES == 64
// Several windows of two by two pixels of few channels in one vector: where the lanes of their left
// and right pixels are in two vectors of a row, where the lanes of a row are in those of the left and
// right pixels, and the column of each lane's left pixel.
typedef struct {
    size_t windows, lanes;
    int32_t left[VR_WIDTH], right[VR_WIDTH], row[2][VR_WIDTH];
    vr_mask column;
} R(crowd);

static R(crowd) R(crowd_of)(size_t channels) {
    R(crowd) w = {.windows = VR_WIDTH / channels};
    w.lanes = w.windows * channels;
    for (size_t i = 0; i < w.lanes; i++) {
        const size_t k = i / channels;
        w.left[i] = (int32_t)(i + k * channels), w.right[i] = (int32_t)(i + (k + 1) * channels);
        w.column[i] = (int32_t)(2 * k);
    }
    for (size_t i = 0; i < 2 * w.lanes; i++) {
        const size_t pixel = i / channels;
        w.row[i / VR_WIDTH][i % VR_WIDTH] =
            (int32_t)(pixel / 2 * channels + i % channels + pixel % 2 * VR_WIDTH);
    }
    return w;
}
OV void R(load_row)(const real *x, size_t count, vr *row) {
    row[0] = load_some(x, count);
    row[1] = count > VR_WIDTH ? load_n(x + VR_WIDTH, count - VR_WIDTH) : SPLAT(0);
}
#endif

// A row of windows of two by two pixels that lie side by side, inside the image.
#if VJ_BYTES == 64
#define CROWDED_POOL(NAME, better) \
    static void R(NAME##_crowds)(const vj_pool_job *j, const R(crowd) * w, size_t row) { \
        const vj_pooling *p = j->p; \
        const size_t channels = p->channels, wide = p->width * channels; \
        const size_t at = row % p->out_height * 2 * p->width; \
        const real *x = (const real *)j->x + row / p->out_height * p->height * wide \
            + row % p->out_height * 2 * wide; \
        const size_t total = p->out_width * channels, first = row * total; \
        for (size_t k = 0; k < total; k += w->lanes, x += 2 * w->lanes) { \
            const size_t left = VJ_MIN_OF(total - k, w->lanes); \
            vr above[2], below[2]; \
            R(load_row)(x, 2 * left, above), R(load_row)(x + wide, 2 * left, below); \
            vr best = R(from_pair)(w->left, above[0], above[1]); \
            vr_mask where = w->column + AT(at + 2 * (k / channels)); \
            const vr_mask start = where; \
            TAKE(R(from_pair)(w->right, above[0], above[1]), start + AT(1), better) \
            TAKE(R(from_pair)(w->left, below[0], below[1]), start + AT(p->width), better) \
            TAKE(R(from_pair)(w->right, below[0], below[1]), start + AT(p->width + 1), better) \
            store_some((real *)j->out + first + k, best, left); \
            if (p->rectified) where = CHOOSE(best > SPLAT(0), where, AT(-1)); \
            if (j->index) R(store_index)(j->index + first + k, where, left); \
        } \
    }
#else
#define CROWDED_POOL(NAME, better)
#endif
#define PAIR_POOL(NAME, better) \
    CROWDED_POOL(NAME, better) \
    static void R(NAME##_pairs)(const vj_pool_job *j, size_t row) { \
        const vj_pooling *p = j->p; \
        const size_t channels = p->channels, wide = p->width * channels; \
        const size_t at = row % p->out_height * 2 * p->width; \
        const real *above = (const real *)j->x + row / p->out_height * p->height * wide \
            + row % p->out_height * 2 * wide; \
        for (size_t c = 0; c < channels; c += VR_WIDTH) { \
            const size_t left = channels - c; \
            size_t to = row * p->out_width * channels + c; \
            const real *x = above + c; \
            for (size_t k = 0; k < p->out_width; k++, x += 2 * channels, to += channels) { \
                vr best = load_some(x, left); \
                vr_mask where = AT(at + 2 * k); \
                TAKE(load_some(x + channels, left), AT(at + 2 * k + 1), better) \
                TAKE(load_some(x + wide, left), AT(at + p->width + 2 * k), better) \
                TAKE( \
                    load_some(x + wide + channels, left), AT(at + p->width + 2 * k + 1), better) \
                store_some((real *)j->out + to, best, left); \
                if (p->rectified) where = CHOOSE(best > SPLAT(0), where, AT(-1)); \
                if (j->index) R(store_index)(j->index + to, where, left); \
            } \
        } \
    }
#define TAKE(candidate, position, better) \
    { \
        const vr x1 = candidate; \
        const vr_mask take = (x1 better best) | (x1 != x1); \
        best = pick(take, x1, best), where = CHOOSE(take, position, where); \
    }
PAIR_POOL(max_pool, >)
PAIR_POOL(min_pool, <)
#undef TAKE
#undef PAIR_POOL
#undef CROWDED_POOL

// Where as many channels as there are fill at most half a vector.
#if VJ_BYTES == 64
#define CROWDED(j, call) \
    if ((j)->pairs && 2 * (j)->p->channels <= VR_WIDTH && (j)->p->channels) { \
        const R(crowd) crowd = R(crowd_of)((j)->p->channels); \
        for (size_t row = begin; row < end; row++) call; \
        return; \
    }
#else
#define CROWDED(j, call)
#endif

// Units: rows of y.
#define EXTREME_POOL(NAME, better, start) \
    static void R(NAME)(void *context, size_t begin, size_t end) { \
        const vj_pool_job *j = context; \
        const vj_pooling *p = j->p; \
        const size_t channels = p->channels; \
        CROWDED(j, R(NAME##_crowds)(j, &crowd, row)) \
        for (size_t row = begin; row < end; row++) { \
            if (j->pairs) { \
                R(NAME##_pairs)(j, row); \
                continue; \
            } \
            const vj_window v = j->rows[row % p->out_height]; \
            const real *image = \
                (const real *)j->x + row / p->out_height * p->height * p->width * channels; \
            for (size_t column = 0; column < p->out_width; column++) { \
                const vj_window u = j->columns[column]; \
                const size_t to = (row * p->out_width + column) * channels; \
                for (size_t c = 0; c < channels; c += VR_WIDTH) { \
                    const size_t left = channels - c; \
                    vr best = SPLAT(start); \
                    vr_mask where = AT(-1); \
                    for (size_t r = v.begin; r < v.end; r += v.step) \
                        for (size_t s = u.begin; s < u.end; s += u.step) { \
                            const vr x = \
                                load_some(image + (r * p->width + s) * channels + c, left); \
                            const vr_mask take = (x better best) | (x != x) | (where < 0); \
                            best = pick(take, x, best); \
                            where = CHOOSE(take, AT(r * p->width + s), where); \
                        } \
                    store_some((real *)j->out + to + c, best, left); \
                    if (p->rectified) where = CHOOSE(best > SPLAT(0), where, AT(-1)); \
                    if (j->index) R(store_index)(j->index + to + c, where, left); \
                } \
            } \
        } \
    }
EXTREME_POOL(max_pool, >, -INFINITY)
EXTREME_POOL(min_pool, <, INFINITY)
#undef EXTREME_POOL

// A row of x under windows of two by two pixels: each window is read once for its two pixels.
static void R(max_pool_pairs_back)(const vj_pool_job *j, size_t row) {
    const vj_pooling *p = j->p;
    const size_t channels = p->channels, n = row / p->height, at = row % p->height;
    real *out = (real *)j->out + row * p->width * channels;
    const size_t reached = at / 2 < p->out_height ? p->out_width : 0;
    const size_t first = (n * p->out_height + at / 2) * p->out_width * channels;
    for (size_t c = 0; c < channels && reached; c += VR_WIDTH) {
        const size_t left = channels - c;
        const real *g = (const real *)j->x + first + c;
        const int32_t *index = j->index + first + c;
        real *to = out + c;
        for (size_t k = 0; k < reached; k++, g += channels, index += channels, to += 2 * channels) {
            const vr value = load_some(g, left);
            const vr_mask where = R(load_index)(index, left);
            const size_t here = at * p->width + 2 * k;
            store_some(to, pick(where == AT(here), value, SPLAT(0)), left);
            store_some(to + channels, pick(where == AT(here + 1), value, SPLAT(0)), left);
        }
    }
    const size_t written = 2 * reached * channels;
    memset(out + written, 0, (p->width * channels - written) * sizeof(real));
}

#if VJ_BYTES == 64
static void R(max_pool_crowds_back)(const vj_pool_job *j, const R(crowd) * w, size_t row) {
    const vj_pooling *p = j->p;
    const size_t channels = p->channels, n = row / p->height, at = row % p->height;
    real *to = (real *)j->out + row * p->width * channels;
    const size_t total = at / 2 < p->out_height ? p->out_width * channels : 0;
    const size_t first = (n * p->out_height + at / 2) * p->out_width * channels;
    for (size_t k = 0; k < total; k += w->lanes, to += 2 * w->lanes) {
        const size_t left = VJ_MIN_OF(total - k, w->lanes);
        const vr value = load_some((const real *)j->x + first + k, left);
        const vr_mask from = R(load_index)(j->index + first + k, left),
                      here = w->column + AT(at * p->width + 2 * (k / channels));
        const vr even = pick(from == here, value, SPLAT(0)),
                 odd = pick(from == here + AT(1), value, SPLAT(0));
        store_some(to, R(from_pair)(w->row[0], even, odd), 2 * left);
        if (2 * left > VR_WIDTH)
            store_n(to + VR_WIDTH, R(from_pair)(w->row[1], even, odd), 2 * left - VR_WIDTH);
    }
    memset(
        (real *)j->out + row * p->width * channels + 2 * total, 0,
        (p->width * channels - 2 * total) * sizeof(real));
}
#endif

// Units: rows of x; x of the job is the gradient of y, out that of x. Each pixel asks the windows
// that may reach it whether it was the one.
static void R(max_pool_back)(void *context, size_t begin, size_t end) {
    const vj_pool_job *j = context;
    const vj_pooling *p = j->p;
    const size_t channels = p->channels;
    CROWDED(j, R(max_pool_crowds_back)(j, &crowd, row))
    for (size_t row = begin; row < end; row++) {
        if (j->pairs) {
            R(max_pool_pairs_back)(j, row);
            continue;
        }
        const size_t n = row / p->height, at = row % p->height;
        const vj_reached v = j->of_row[at];
        for (size_t column = 0; column < p->width; column++) {
            const vj_reached u = j->of_column[column];
            for (size_t c = 0; c < channels; c += VR_WIDTH) {
                const size_t left = channels - c;
                const vr_mask here = AT(at * p->width + column);
                vr sum = SPLAT(0);
                for (size_t i = v.first; i < v.end; i++)
                    for (size_t k = u.first; k < u.end; k++) {
                        const size_t from =
                            ((n * p->out_height + i) * p->out_width + k) * channels + c;
                        const vr g = load_some((const real *)j->x + from, left);
                        sum += pick(R(load_index)(j->index + from, left) == here, g, SPLAT(0));
                    }
                store_some((real *)j->out + (row * p->width + column) * channels + c, sum, left);
            }
        }
    }
}

static void R(average_pool)(void *context, size_t begin, size_t end) {
    const vj_pool_job *j = context;
    const vj_pooling *p = j->p;
    const size_t channels = p->channels;
    for (size_t row = begin; row < end; row++) {
        const vj_window v = j->rows[row % p->out_height];
        const real *image =
            (const real *)j->x + row / p->out_height * p->height * p->width * channels;
        for (size_t column = 0; column < p->out_width; column++) {
            const vj_window u = j->columns[column];
            const vr scale = SPLAT(1.0 / (double)(v.divisor * u.divisor));
            for (size_t c = 0; c < channels; c += VR_WIDTH) {
                const size_t left = channels - c;
                vr sum = SPLAT(0);
                for (size_t r = v.begin; r < v.end; r += v.step)
                    for (size_t s = u.begin; s < u.end; s += u.step)
                        sum += load_some(image + (r * p->width + s) * channels + c, left);
                store_some(
                    (real *)j->out + (row * p->out_width + column) * channels + c, sum * scale,
                    left);
            }
        }
    }
}

// Units: rows of x.
static void R(average_pool_back)(void *context, size_t begin, size_t end) {
    const vj_pool_job *j = context;
    const vj_pooling *p = j->p;
    const size_t channels = p->channels;
    for (size_t row = begin; row < end; row++) {
        const size_t n = row / p->height, at = row % p->height;
        const vj_reached v = j->of_row[at];
        for (size_t column = 0; column < p->width; column++) {
            const vj_reached u = j->of_column[column];
            for (size_t c = 0; c < channels; c += VR_WIDTH) {
                const size_t left = channels - c;
                vr sum = SPLAT(0);
                for (size_t i = v.first; i < v.end; i++) {
                    const vj_window down = j->rows[i];
                    if (at < down.begin || at >= down.end 
                        || (down.step > 1 && (at - down.begin) % down.step != 0))
                        continue;
                    for (size_t k = u.first; k < u.end; k++) {
                        const vj_window right = j->columns[k];
                        if (column < right.begin || column >= right.end
                            || (right.step > 1 && (column - right.begin) % right.step != 0))
                            continue;
                        const size_t from =
                            ((n * p->out_height + i) * p->out_width + k) * channels + c;
                        const vr scale = SPLAT(1.0 / (double)(down.divisor * right.divisor));
                        sum = fma_(load_some((const real *)j->x + from, left), scale, sum);
                    }
                }
                store_some((real *)j->out + (row * p->width + column) * channels + c, sum, left);
            }
        }
    }
}
#undef CROWDED
#undef CHOOSE
#undef AT
