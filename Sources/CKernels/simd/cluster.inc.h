// One round of k-means: rows against blocks of centres, four rows at a time, so that what is loaded of the
// centres serves all four.

#define NEAREST_ROWS 4
#define NEAREST_PARTS (VJ_CENTER_LANES / VR_WIDTH)

static inline double R(squared_gap)(const real *restrict x, const double *restrict mean, size_t width) {
    double part[8] = {0};
    size_t j = 0;
    for (; j + 8 <= width; j += 8)
        for (size_t p = 0; p < 8; p++) {
            const double gap = (double)x[j + p] - mean[j + p];
            part[p] += gap * gap;
        }
    for (; j < width; j++) {
        const double gap = (double)x[j] - mean[j];
        part[j & 7] += gap * gap;
    }
    return ((part[0] + part[4]) + (part[1] + part[5])) + ((part[2] + part[6]) + (part[3] + part[7]));
}

// Whether rounding may have made `least` of what is not the nearest: the bounds of a sum of products in
// float32 for both distances, |x|² and all. Not asked in float64, which is what decides then.
static inline bool R(is_close)(const vj_nearest_job *g, const real *restrict x, double least, double second) {
    vr squares = {0};
    size_t j = 0;
    for (; j + VR_WIDTH <= g->width; j += VR_WIDTH) squares = fma_(load(x + j), load(x + j), squares);
    real part[VR_WIDTH];
    store(part, squares);
    double size = 0;
    for (size_t p = 0; p < VR_WIDTH; p++) size += (double)part[p];
    for (; j < g->width; j++) size += (double)x[j] * (double)x[j];
    const double products = __builtin_sqrt(size * g->longest);
    const double bound = 0x1p-23 * (2 * (double)(g->width + 4) * products + 3 * g->longest);
    return !(second - least > bound);
}

// Units: rows of x; a piece begins at a multiple of the job's grain.
static void R(nearest_rows)(void *context, size_t begin, size_t end) {
    const vj_nearest_job *g = context;
    const size_t width = g->width, blocks = (g->centers + VJ_CENTER_LANES - 1) / VJ_CENTER_LANES;
    const real *sizes = g->sizes;
    double *sums = g->sums ? g->sums + begin / g->grain * g->centers * width : NULL;
    double *counts = g->counts ? g->counts + begin / g->grain * g->centers : NULL;
    for (size_t row = begin; row < end; row += NEAREST_ROWS) {
        const size_t rows = VJ_MIN_OF((size_t)NEAREST_ROWS, end - row);
        const real *x[NEAREST_ROWS];
        real least[NEAREST_ROWS], second[NEAREST_ROWS];
        int32_t nearest[NEAREST_ROWS];
        for (size_t r = 0; r < NEAREST_ROWS; r++) {
            x[r] = (const real *)g->x + (row + VJ_MIN_OF(r, rows - 1)) * width;
            least[r] = second[r] = (real)__builtin_inf();
            nearest[r] = 0;
        }
        for (size_t block = 0; block < blocks; block++) {
            vr dots[NEAREST_ROWS][NEAREST_PARTS] = {0};
            const real *c = (const real *)g->across + block * width * VJ_CENTER_LANES;
            for (size_t j = 0; j < width; j++, c += VJ_CENTER_LANES)
                for (size_t p = 0; p < NEAREST_PARTS; p++) {
                    const vr centers = load(c + p * VR_WIDTH);
                    for (size_t r = 0; r < NEAREST_ROWS; r++)
                        dots[r][p] = fma_(SPLAT(x[r][j]), centers, dots[r][p]);
                }
            const size_t first = block * VJ_CENTER_LANES;
            const size_t lanes = VJ_MIN_OF((size_t)VJ_CENTER_LANES, g->centers - first);
            real distances[NEAREST_ROWS][VJ_CENTER_LANES];
            for (size_t r = 0; r < NEAREST_ROWS; r++)
                for (size_t p = 0; p < NEAREST_PARTS; p++)
                    store(distances[r] + p * VR_WIDTH, fma_(SPLAT(-2), dots[r][p], load(sizes + first + p * VR_WIDTH)));
            // Row by row within a centre, and without jumps: the rows' chains of comparisons run side by side.
            for (size_t l = 0; l < lanes; l++)
                for (size_t r = 0; r < NEAREST_ROWS; r++) {
                    const real distance = distances[r][l];
                    const bool is_less = distance < least[r];
                    const real rest = is_less ? least[r] : distance;
                    second[r] = rest < second[r] ? rest : second[r];
                    least[r] = is_less ? distance : least[r];
                    nearest[r] = is_less ? (int32_t)(first + l) : nearest[r];
                }
        }
        for (size_t r = 0; r < rows; r++) {
            size_t label = (size_t)nearest[r];
            if (sizeof(real) == sizeof(float) && R(is_close)(g, x[r], (double)least[r], (double)second[r])) {
                double shortest = __builtin_inf();
                label = 0;
                for (size_t c = 0; c < g->centers; c++) {
                    const double distance = R(squared_gap)(x[r], g->means + c * width, width);
                    if (distance < shortest) {
                        shortest = distance;
                        label = c;
                    }
                }
            }
            g->labels[row + r] = (int32_t)label;
            if (sums) {
                double *restrict to = sums + label * width;
                const real *restrict from = x[r];
                for (size_t j = 0; j < width; j++) to[j] += (double)from[j];
                counts[label] += 1;
            }
            if (g->distances) g->distances[row + r] = R(squared_gap)(x[r], g->means + label * width, width);
        }
    }
}
#undef NEAREST_ROWS
#undef NEAREST_PARTS
