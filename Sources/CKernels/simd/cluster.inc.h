// One round of k-means: rows against blocks of centres, four rows at a time, so that what is loaded of the
// centres serves all four.

#define NEAREST_ROWS 4
#define NEAREST_PARTS (VJ_CENTER_LANES / VR_WIDTH)

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
        real least[NEAREST_ROWS];
        int32_t nearest[NEAREST_ROWS];
        for (size_t r = 0; r < NEAREST_ROWS; r++) {
            x[r] = (const real *)g->x + (row + VJ_MIN_OF(r, rows - 1)) * width;
            least[r] = (real)__builtin_inf();
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
            for (size_t r = 0; r < rows; r++) {
                real dot[VJ_CENTER_LANES];
                for (size_t p = 0; p < NEAREST_PARTS; p++) store(dot + p * VR_WIDTH, dots[r][p]);
                for (size_t l = 0; l < lanes; l++) {
                    const real distance = sizes[first + l] - 2 * dot[l];
                    if (distance < least[r]) {
                        least[r] = distance;
                        nearest[r] = (int32_t)(first + l);
                    }
                }
            }
        }
        for (size_t r = 0; r < rows; r++) {
            const size_t label = (size_t)nearest[r];
            g->labels[row + r] = nearest[r];
            if (sums) {
                double *restrict to = sums + label * width;
                const real *restrict from = x[r];
                for (size_t j = 0; j < width; j++) to[j] += (double)from[j];
                counts[label] += 1;
            }
            if (g->distances) {
                const double *mean = g->means + label * width;
                double part[8] = {0};
                for (size_t j = 0; j < width; j++) {
                    const double gap = (double)x[r][j] - mean[j];
                    part[j & 7] += gap * gap;
                }
                g->distances[row + r] =
                    ((part[0] + part[4]) + (part[1] + part[5])) + ((part[2] + part[6]) + (part[3] + part[7]));
            }
        }
    }
}
#undef NEAREST_ROWS
#undef NEAREST_PARTS
