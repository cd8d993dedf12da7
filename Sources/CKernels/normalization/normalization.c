// Batch and group normalisation: columns of an item over its positions, channels put together in
// groups. Batch normalisation is one item whose groups have one channel each. Work is cut into
// chunks of rows that depend on the shape alone, so that results do not depend on the threads.
#include "normalization.h"

#include <math.h>

typedef struct {
    vj_dtype dtype;
    int real;
    size_t items, positions, channels, groups;
    size_t chunk, chunks;  // rows of a chunk, chunks of an item
    const char *x, *gradient, *y;
    char *out;
    bool relu;
    double *sums;  // [items, chunks, 2, channels]
    char *vectors;  // [items, 4, channels]: mean, factor, and shift; or slope and offset
} norm;

static size_t chunk_rows(size_t positions, size_t channels) {
    const size_t blocks = 32768 / (channels * vj_norm_block) + 1;
    return VJ_MIN_OF(blocks * vj_norm_block, positions);
}

static double get(const norm *n, const void *p, size_t i) {
    return n->real ? ((const double *)p)[i] : (double)((const float *)p)[i];
}
static void put(const norm *n, void *p, size_t i, double value) {
    if (n->real)
        ((double *)p)[i] = value;
    else
        ((float *)p)[i] = (float)value;
}
static char *vector(const norm *n, size_t item, size_t which) {
    return n->vectors + (item * 4 + which) * n->channels * vj_dtype_size(n->dtype);
}
static double *sums_of(const norm *n, size_t item, size_t chunk) {
    return n->sums + (item * n->chunks + chunk) * 2 * n->channels;
}

typedef struct {
    size_t item, chunk, rows, at;  // at: offset in bytes
} place;
static place place_of(const norm *n, size_t unit) {
    const size_t item = unit / n->chunks, chunk = unit % n->chunks, row = chunk * n->chunk;
    return (place){
        item, chunk, VJ_MIN_OF(n->chunk, n->positions - row),
        (item * n->positions + row) * n->channels * vj_dtype_size(n->dtype)};
}

// The first row of an item serves as the shift that keeps the squares small.
static const char *shift_of(const norm *n, size_t item) {
    return n->x + item * n->positions * n->channels * vj_dtype_size(n->dtype);
}

static void moments_piece(void *context, size_t begin, size_t end) {
    const norm *n = context;
    for (size_t unit = begin; unit < end; unit++) {
        const place p = place_of(n, unit);
        double *sums = sums_of(n, p.item, p.chunk);
        memset(sums, 0, 2 * n->channels * sizeof *sums);
        vj_active->moments[n->real](
            p.rows, n->channels, n->x + p.at, shift_of(n, p.item), sums, sums + n->channels);
    }
}

static void affine_piece(void *context, size_t begin, size_t end) {
    const norm *n = context;
    for (size_t unit = begin; unit < end; unit++) {
        const place p = place_of(n, unit);
        vj_active->affine[n->real](
            p.rows, n->channels, n->x + p.at, vector(n, p.item, 0), vector(n, p.item, 1),
            vector(n, p.item, 2), n->relu, n->out + p.at);
    }
}

static void gradient_sums_piece(void *context, size_t begin, size_t end) {
    const norm *n = context;
    for (size_t unit = begin; unit < end; unit++) {
        const place p = place_of(n, unit);
        double *sums = sums_of(n, p.item, p.chunk);
        memset(sums, 0, 2 * n->channels * sizeof *sums);
        vj_active->gradient_sums[n->real](
            p.rows, n->channels, n->x + p.at, n->gradient + p.at, n->y ? n->y + p.at : NULL,
            vector(n, p.item, 0), sums, sums + n->channels);
    }
}

static void combine_piece(void *context, size_t begin, size_t end) {
    const norm *n = context;
    for (size_t unit = begin; unit < end; unit++) {
        const place p = place_of(n, unit);
        vj_active->combine[n->real](
            p.rows, n->channels, n->x + p.at, n->gradient + p.at, n->y ? n->y + p.at : NULL,
            vector(n, p.item, 0), vector(n, p.item, 1), vector(n, p.item, 2),
            vector(n, p.item, 3), n->out + p.at);
    }
}

// Adds the chunks of an item up into its first.
static double *add_up(const norm *n, size_t item) {
    double *sums = sums_of(n, item, 0);
    for (size_t chunk = 1; chunk < n->chunks; chunk++) {
        const double *other = sums_of(n, item, chunk);
        for (size_t i = 0; i < 2 * n->channels; i++) sums[i] += other[i];
    }
    return sums;
}

static bool prepare(norm *n) {
    n->real = vj_real_index(n->dtype);
    n->chunk = chunk_rows(n->positions, n->channels);
    n->chunks = (n->positions + n->chunk - 1) / n->chunk;
    const size_t sums = n->items * n->chunks * 2 * n->channels * sizeof(double);
    n->sums = vj_alloc(sums + n->items * 4 * n->channels * vj_dtype_size(n->dtype));
    n->vectors = (char *)n->sums + sums;
    return n->sums != NULL;
}

typedef struct {
    double momentum;
    void *mean, *variance;
} running;

static vj_status forward(
    norm *n, const void *scale, const void *shift, double epsilon, void *mean, void *deviation,
    const running *run) {
    if (n->positions == 0 || n->channels == 0 || n->items == 0) return VJ_OK;
    if (!prepare(n)) return VJ_OUT_OF_MEMORY;
    const size_t units = n->items * n->chunks, in_group = n->channels / n->groups;
    const double positions = (double)n->positions, count = positions * (double)in_group;
    bool complete = vj_parallel(units, 1, moments_piece, n);
    for (size_t item = 0; complete && item < n->items; item++) {
        const double *sums = add_up(n, item), *squares = sums + n->channels;
        char *means = vector(n, item, 0), *factors = vector(n, item, 1),
             *shifts = vector(n, item, 2);
        for (size_t g = 0; g < n->groups; g++) {
            double m = 0, around = 0;
            for (size_t c = g * in_group; c < (g + 1) * in_group; c++)
                m += get(n, shift_of(n, item), c) + sums[c] / positions;
            m /= (double)in_group;
            for (size_t c = g * in_group; c < (g + 1) * in_group; c++) {
                const double each = sums[c] / positions,
                             off = get(n, shift_of(n, item), c) + each - m;
                around += VJ_MAX_OF(squares[c] - sums[c] * each, 0.0) + positions * off * off;
                // A NaN stays one.
                if (squares[c] != squares[c]) around = squares[c];
            }
            const double d = 1 / sqrt(around / count + epsilon);
            put(n, mean, item * n->groups + g, m);
            put(n, deviation, item * n->groups + g, d);
            if (run && run->mean)
                put(n, run->mean, g,
                    (1 - run->momentum) * get(n, run->mean, g) + run->momentum * m);
            if (run && run->variance)
                put(n, run->variance, g,
                    (1 - run->momentum) * get(n, run->variance, g)
                        + run->momentum * around / VJ_MAX_OF(count - 1, 1.0));
            for (size_t c = g * in_group; c < (g + 1) * in_group; c++) {
                put(n, means, c, m);
                put(n, factors, c, d * (scale ? get(n, scale, c) : 1));
                put(n, shifts, c, shift ? get(n, shift, c) : 0);
            }
        }
    }
    if (complete) complete = vj_parallel(units, 1, affine_piece, n);
    vj_free(n->sums);
    return vj_finished(complete);
}

static vj_status backward(
    norm *n, const void *scale, const void *mean, const void *deviation, void *scale_gradient,
    void *shift_gradient) {
    const size_t size = vj_dtype_size(n->dtype);
    if (scale_gradient) memset(scale_gradient, 0, n->channels * size);
    if (shift_gradient) memset(shift_gradient, 0, n->channels * size);
    if (n->positions == 0 || n->channels == 0 || n->items == 0) return VJ_OK;
    if (!prepare(n)) return VJ_OUT_OF_MEMORY;
    const size_t units = n->items * n->chunks, in_group = n->channels / n->groups;
    const double count = (double)n->positions * (double)in_group;
    for (size_t item = 0; item < n->items; item++)
        for (size_t c = 0; c < n->channels; c++)
            put(n, vector(n, item, 0), c, get(n, mean, item * n->groups + c / in_group));
    bool complete = vj_parallel(units, 1, gradient_sums_piece, n);
    for (size_t item = 0; complete && item < n->items; item++) {
        double *sums = add_up(n, item), *products = sums + n->channels;
        for (size_t g = 0; g < n->groups; g++) {
            const double d = get(n, deviation, item * n->groups + g);
            double of_gradient = 0, of_product = 0;
            for (size_t c = g * in_group; c < (g + 1) * in_group; c++) {
                const double s = scale ? get(n, scale, c) : 1;
                products[c] *= d;
                of_gradient += s * sums[c], of_product += s * products[c];
            }
            for (size_t c = g * in_group; c < (g + 1) * in_group; c++) {
                put(n, vector(n, item, 1), c, d * (scale ? get(n, scale, c) : 1));
                put(n, vector(n, item, 2), c, -d * d * of_product / count);
                put(n, vector(n, item, 3), c, -d * of_gradient / count);
            }
        }
        // Over the items, in float64: into the first one's sums.
        double *first = sums_of(n, 0, 0);
        for (size_t i = 0; item > 0 && i < 2 * n->channels; i++) first[i] += sums[i];
    }
    for (size_t c = 0; complete && c < n->channels; c++) {
        if (shift_gradient) put(n, shift_gradient, c, n->sums[c]);
        if (scale_gradient) put(n, scale_gradient, c, n->sums[n->channels + c]);
    }
    if (complete && n->out) complete = vj_parallel(units, 1, combine_piece, n);
    vj_free(n->sums);
    return vj_finished(complete);
}

vj_status vj_batch_norm(
    vj_dtype dtype, size_t rows, size_t channels, const void *x, const void *scale,
    const void *shift, double epsilon, bool relu, void *y, void *mean, void *deviation,
    double momentum, void *running_mean, void *running_variance) {
    if (!vj_is_real(dtype)) return VJ_UNSUPPORTED;
    norm n = {
        .dtype = dtype, .items = 1, .positions = rows, .channels = channels, .groups = channels,
        .x = x, .out = y, .relu = relu};
    const running run = {momentum, running_mean, running_variance};
    return forward(&n, scale, shift, epsilon, mean, deviation, &run);
}

vj_status vj_batch_norm_backward(
    vj_dtype dtype, size_t rows, size_t channels, const void *x, const void *gradient,
    const void *y, const void *scale, const void *mean, const void *deviation, void *x_gradient,
    void *scale_gradient, void *shift_gradient) {
    if (!vj_is_real(dtype)) return VJ_UNSUPPORTED;
    norm n = {
        .dtype = dtype, .items = 1, .positions = rows, .channels = channels, .groups = channels,
        .x = x, .gradient = gradient, .y = y, .out = x_gradient};
    return backward(&n, scale, mean, deviation, scale_gradient, shift_gradient);
}

vj_status vj_batch_norm_inference(
    vj_dtype dtype, size_t rows, size_t channels, const void *x, const void *scale,
    const void *shift, const void *mean, const void *variance, double epsilon, bool relu,
    void *y) {
    if (!vj_is_real(dtype)) return VJ_UNSUPPORTED;
    if (rows == 0 || channels == 0) return VJ_OK;
    norm n = {
        .dtype = dtype, .items = 1, .positions = rows, .channels = channels, .groups = channels,
        .x = x, .out = y, .relu = relu};
    if (!prepare(&n)) return VJ_OUT_OF_MEMORY;
    for (size_t c = 0; c < channels; c++) {
        const double d = 1 / sqrt(get(&n, variance, c) + epsilon);
        put(&n, vector(&n, 0, 0), c, get(&n, mean, c));
        put(&n, vector(&n, 0, 1), c, d * (scale ? get(&n, scale, c) : 1));
        put(&n, vector(&n, 0, 2), c, shift ? get(&n, shift, c) : 0);
    }
    const bool complete = vj_parallel(n.chunks, 1, affine_piece, &n);
    vj_free(n.sums);
    return vj_finished(complete);
}

vj_status vj_group_norm(
    vj_dtype dtype, size_t batch, size_t positions, size_t channels, size_t groups,
    const void *x, const void *scale, const void *shift, double epsilon, void *y, void *mean,
    void *deviation) {
    if (!vj_is_real(dtype) || groups == 0 || channels % groups) return VJ_UNSUPPORTED;
    norm n = {
        .dtype = dtype, .items = batch, .positions = positions, .channels = channels,
        .groups = groups, .x = x, .out = y};
    return forward(&n, scale, shift, epsilon, mean, deviation, NULL);
}

vj_status vj_group_norm_backward(
    vj_dtype dtype, size_t batch, size_t positions, size_t channels, size_t groups,
    const void *x, const void *gradient, const void *scale, const void *mean,
    const void *deviation, void *x_gradient, void *scale_gradient, void *shift_gradient) {
    if (!vj_is_real(dtype) || groups == 0 || channels % groups) return VJ_UNSUPPORTED;
    norm n = {
        .dtype = dtype, .items = batch, .positions = positions, .channels = channels,
        .groups = groups, .x = x, .gradient = gradient, .out = x_gradient};
    return backward(&n, scale, mean, deviation, scale_gradient, shift_gradient);
}
