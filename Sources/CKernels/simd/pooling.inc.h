// Pooling: loops over channels, which the compiler turns into vectors of this variant.

// Units: rows of y.
#define EXTREME_POOL(NAME, better, start) \
    static void R(NAME)(void *context, size_t begin, size_t end) { \
        const vj_pool_job *j = context; \
        const vj_pooling *p = j->p; \
        const size_t channels = p->channels; \
        for (size_t row = begin; row < end; row++) { \
            const vj_window v = vj_rows_of(p, row % p->out_height); \
            const real *image = \
                (const real *)j->x + row / p->out_height * p->height * p->width * channels; \
            for (size_t column = 0; column < p->out_width; column++) { \
                const vj_window u = vj_columns_of(p, column); \
                real *y = (real *)j->out + (row * p->out_width + column) * channels; \
                int32_t *index = \
                    j->index ? j->index + (row * p->out_width + column) * channels : NULL; \
                for (size_t c = 0; c < channels; c++) y[c] = start; \
                for (size_t c = 0; index && c < channels; c++) index[c] = -1; \
                for (size_t r = v.begin; r < v.end; r += v.step) \
                    for (size_t s = u.begin; s < u.end; s += u.step) { \
                        const real *x = image + (r * p->width + s) * channels; \
                        const int32_t at = (int32_t)(r * p->width + s); \
                        if (index) \
                            for (size_t c = 0; c < channels; c++) { \
                                const bool take = (x[c] better y[c]) | (x[c] != x[c]) \
                                    | (index[c] < 0); \
                                y[c] = take ? x[c] : y[c]; \
                                index[c] = take ? at : index[c]; \
                            } \
                        else \
                            for (size_t c = 0; c < channels; c++) \
                                y[c] = ((x[c] better y[c]) | (x[c] != x[c])) ? x[c] : y[c]; \
                    } \
            } \
        } \
    }
EXTREME_POOL(max_pool, >, (real)-INFINITY)
EXTREME_POOL(min_pool, <, (real)INFINITY)
#undef EXTREME_POOL

// Units: rows of x; x of the job is the gradient of y, out that of x.
static void R(max_pool_back)(void *context, size_t begin, size_t end) {
    const vj_pool_job *j = context;
    const vj_pooling *p = j->p;
    const size_t channels = p->channels;
    for (size_t row = begin; row < end; row++) {
        const size_t n = row / p->height, at = row % p->height;
        real *x = (real *)j->out + row * p->width * channels;
        memset(x, 0, p->width * channels * sizeof(real));
        for (size_t i = 0; i < p->out_height; i++) {
            const vj_window v = vj_rows_of(p, i);
            if (at < v.begin || at >= v.end || (at - v.begin) % v.step != 0) continue;
            for (size_t column = 0; column < p->out_width; column++) {
                const vj_window u = vj_columns_of(p, column);
                const size_t from =
                    ((n * p->out_height + i) * p->out_width + column) * channels;
                const real *y = (const real *)j->x + from;
                const int32_t *index = j->index + from;
                for (size_t s = u.begin; s < u.end; s += u.step) {
                    const int32_t here = (int32_t)(at * p->width + s);
                    real *to = x + s * channels;
                    for (size_t c = 0; c < channels; c++) to[c] += index[c] == here ? y[c] : 0;
                }
            }
        }
    }
}

static void R(average_pool)(void *context, size_t begin, size_t end) {
    const vj_pool_job *j = context;
    const vj_pooling *p = j->p;
    const size_t channels = p->channels;
    for (size_t row = begin; row < end; row++) {
        const vj_window v = vj_rows_of(p, row % p->out_height);
        const real *image =
            (const real *)j->x + row / p->out_height * p->height * p->width * channels;
        for (size_t column = 0; column < p->out_width; column++) {
            const vj_window u = vj_columns_of(p, column);
            real *y = (real *)j->out + (row * p->out_width + column) * channels;
            for (size_t c = 0; c < channels; c++) y[c] = 0;
            for (size_t r = v.begin; r < v.end; r += v.step)
                for (size_t s = u.begin; s < u.end; s += u.step) {
                    const real *x = image + (r * p->width + s) * channels;
                    for (size_t c = 0; c < channels; c++) y[c] += x[c];
                }
            const real scale = (real)(1.0 / (double)(v.divisor * u.divisor));
            for (size_t c = 0; c < channels; c++) y[c] *= scale;
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
        real *x = (real *)j->out + row * p->width * channels;
        memset(x, 0, p->width * channels * sizeof(real));
        for (size_t i = 0; i < p->out_height; i++) {
            const vj_window v = vj_rows_of(p, i);
            if (at < v.begin || at >= v.end || (at - v.begin) % v.step != 0) continue;
            for (size_t column = 0; column < p->out_width; column++) {
                const vj_window u = vj_columns_of(p, column);
                const real *y = (const real *)j->x
                    + ((n * p->out_height + i) * p->out_width + column) * channels;
                const real scale = (real)(1.0 / (double)(v.divisor * u.divisor));
                for (size_t s = u.begin; s < u.end; s += u.step) {
                    real *to = x + s * channels;
                    for (size_t c = 0; c < channels; c++) to[c] += y[c] * scale;
                }
            }
        }
    }
}
