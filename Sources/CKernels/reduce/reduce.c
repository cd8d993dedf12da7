// Reductions over the middle axis of (outer, axis, inner).
#include <math.h>

#include "../simd/table.h"
#include "columns.h"
#include "scalar.h"

vj_dtype vj_reduce_result(vj_reduce_op op, vj_dtype dtype) {
    switch (op) {
    case VJ_SUM:
    case VJ_PROD: return vj_is_real(dtype) ? dtype : VJ_INT64;
    case VJ_ARGMAX:
    case VJ_ARGMIN:
    case VJ_COUNT_NONZERO: return VJ_INT64;
    case VJ_ANY:
    case VJ_ALL: return VJ_BOOL;
    default: return dtype;
    }
}

static const size_t piece_elements = 1 << 16;
enum { most_pieces = 4096, strip = 256 };

static void put(vj_dtype dtype, void *out, size_t index, double value) {
    if (dtype == VJ_FLOAT32)
        ((float *)out)[index] = (float)value;
    else
        ((double *)out)[index] = value;
}

// What a reduction does with its kernels' results.
typedef struct {
    vj_dtype dtype;
    size_t size, outer, axis, inner;
    const char *x;
    void *out;
    vj_stretch_kernel *stretch;
    vj_columns_kernel *columns;
    int kind;            // 0 adds, 1 keeps the largest, 2 keeps the smallest
    bool logarithm;      // log Σ e^(x − max) + max
    double scale;        // factor of the result
    const void *shift;   // per result, for squared deviations
    double *partial;
    size_t grain;
} reduction;

static double join(const reduction *r, double a, double b) { return vj_join(r->kind, a, b); }
static double start(const reduction *r) { return vj_join_start(r->kind); }
static double shift_at(const reduction *r, size_t index) {
    if (!r->shift) return 0;
    return r->dtype == VJ_FLOAT32 ? (double)((const float *)r->shift)[index]
                                  : ((const double *)r->shift)[index];
}

static double log_sum_exp(const reduction *r, size_t n, const void *x) {
    const int t = vj_real_index(r->dtype);
    const double top = vj_active->stretch[t][vj_stretch_max](n, x, 0);
    if (!isfinite(top)) return top;  // NaN, +∞, or nothing but −∞
    return top + log(vj_active->stretch[t][vj_stretch_exp](n, x, top));
}

// MARK: inner = 1

static void rows_piece(void *context, size_t begin, size_t end) {
    const reduction *r = context;
    for (size_t o = begin; o < end; o++) {
        const char *x = r->x + o * r->axis * r->size;
        double value = r->logarithm ? log_sum_exp(r, r->axis, x)
                                    : r->stretch(r->axis, x, shift_at(r, o)) * r->scale;
        put(r->dtype, r->out, o, value);
    }
}

static void stretch_piece(void *context, size_t begin, size_t end) {
    const reduction *r = context;
    r->partial[begin / r->grain] =
        r->stretch(end - begin, r->x + begin * r->size, shift_at(r, 0));
}

static vj_status reduce_rows(reduction *r) {
    if (r->outer > 1 || r->axis <= 2 * piece_elements || r->logarithm) {
        const size_t grain = VJ_MAX_OF(piece_elements / 2 / VJ_MAX_OF(r->axis, (size_t)1), (size_t)1);
        return vj_finished(vj_parallel(r->outer, grain, rows_piece, r));
    }
    // One long stretch: pieces of a size that depends on the length alone, joined in order.
    double partial[most_pieces];
    r->partial = partial;
    r->grain = VJ_MAX_OF(piece_elements, (r->axis / most_pieces / 1024 + 1) * 1024);
    if (!vj_parallel(r->axis, r->grain, stretch_piece, r)) return VJ_INTERRUPTED;
    double value = start(r);
    for (size_t i = 0; i * r->grain < r->axis; i++) value = join(r, value, partial[i]);
    put(r->dtype, r->out, 0, value * r->scale);
    return VJ_OK;
}

// MARK: inner > 1

// A unit is a strip of columns of one outer index.
static void columns_piece(void *context, size_t begin, size_t end) {
    const reduction *r = context;
    const size_t strips = (r->inner + strip - 1) / strip;
    for (size_t unit = begin; unit < end; unit++) {
        const size_t o = unit / strips, c = unit % strips * strip;
        const size_t width = VJ_MIN_OF((size_t)strip, r->inner - c), at = o * r->inner + c;
        double sums[strip];
        for (size_t i = 0; i < width; i++) sums[i] = start(r);
        r->columns(
            r->axis, width, r->inner, r->x + (o * r->axis * r->inner + c) * r->size,
            r->shift ? (const char *)r->shift + at * r->size : NULL, sums);
        for (size_t i = 0; i < width; i++) put(r->dtype, r->out, at + i, sums[i] * r->scale);
    }
}

void vj_join_columns(
    vj_columns_kernel *kernel, int kind, size_t size, size_t rows, size_t width, const void *x,
    double *out) {
    enum { together = 16 };
    size_t done = 0;
    if (width < together && rows >= 4 * together) {
        double sums[together * together];
        const size_t wide = together * width;
        for (size_t i = 0; i < wide; i++) sums[i] = vj_join_start(kind);
        kernel(rows / together, wide, wide, x, NULL, sums);
        for (size_t i = 0; i < wide; i++) out[i % width] = vj_join(kind, out[i % width], sums[i]);
        done = rows / together * together;
    }
    if (done < rows)
        kernel(rows - done, width, width, (const char *)x + done * width * size, NULL, out);
}

// Few columns and many rows: pieces of rows, joined in order.
static void row_block_piece(void *context, size_t begin, size_t end) {
    const reduction *r = context;
    double *sums = r->partial + begin / r->grain * r->inner;
    const char *x = r->x + begin * r->inner * r->size;
    for (size_t i = 0; i < r->inner; i++) sums[i] = start(r);
    if (r->shift)
        r->columns(end - begin, r->inner, r->inner, x, r->shift, sums);
    else
        vj_join_columns(r->columns, r->kind, r->size, end - begin, r->inner, x, sums);
}

static vj_status reduce_columns(reduction *r) {
    const size_t work = r->axis * r->inner;
    if (r->outer == 1 && r->inner < 2 * strip && work >= 2 * piece_elements) {
        r->grain = piece_elements / 2 / r->inner / 32 * 32 + 32;
        r->grain = VJ_MAX_OF(r->grain, (r->axis / most_pieces / 32 + 1) * 32);
        const size_t pieces = (r->axis + r->grain - 1) / r->grain;
        r->partial = vj_alloc(pieces * r->inner * sizeof(double));
        if (!r->partial) return VJ_OUT_OF_MEMORY;
        const bool complete = vj_parallel(r->axis, r->grain, row_block_piece, r);
        for (size_t i = 0; complete && i < r->inner; i++) {
            double value = start(r);
            for (size_t p = 0; p < pieces; p++)
                value = join(r, value, r->partial[p * r->inner + i]);
            put(r->dtype, r->out, i, value * r->scale);
        }
        vj_free(r->partial);
        return vj_finished(complete);
    }
    const size_t units = r->outer * ((r->inner + strip - 1) / strip);
    const size_t unit = VJ_MAX_OF(r->axis * VJ_MIN_OF(r->inner, (size_t)strip), (size_t)1);
    return vj_finished(vj_parallel(
        units, VJ_MAX_OF(piece_elements / 2 / unit, (size_t)1), columns_piece, r));
}

static vj_status reduce_real(reduction *r) {
    return r->inner == 1 ? reduce_rows(r) : reduce_columns(r);
}

// log Σ eˣ over columns: the maximum first, then the sum of e^(x − max), in the slow plain form.
static vj_status log_sum_exp_columns(const reduction *r) {
    for (size_t o = 0; o < r->outer; o++)
        for (size_t i = 0; i < r->inner; i++) {
            if (vj_interrupted()) return VJ_INTERRUPTED;
            const size_t first = o * r->axis * r->inner + i;
            double top = -INFINITY, sum = 0;
#define AT(k) (r->dtype == VJ_FLOAT32 ? (double)((const float *)r->x)[first + (k) * r->inner] \
                                      : ((const double *)r->x)[first + (k) * r->inner])
            for (size_t k = 0; k < r->axis; k++) {
                const double x = AT(k);
                if (x > top || x != x) top = x;
                if (x != x) break;
            }
            if (isfinite(top)) {
                for (size_t k = 0; k < r->axis; k++) sum += exp(AT(k) - top);
                top += log(sum);
            }
#undef AT
            put(r->dtype, r->out, o * r->inner + i, top);
        }
    return VJ_OK;
}

vj_status vj_reduce(
    vj_reduce_op op, vj_dtype dtype, size_t outer, size_t axis, size_t inner, const void *x,
    void *out) {
    if ((unsigned)dtype > VJ_FLOAT64) return VJ_UNSUPPORTED;
    if (vj_interrupted()) return VJ_INTERRUPTED;
    const bool extreme = op == VJ_REDUCE_MAX || op == VJ_REDUCE_MIN || op == VJ_ARGMAX
        || op == VJ_ARGMIN;
    if (outer == 0 || inner == 0) return VJ_OK;
    if (axis == 0 && extreme) return VJ_DOMAIN;
    const bool vectorised = op == VJ_SUM || op == VJ_MEAN || op == VJ_SUM_SQUARES
        || op == VJ_SUM_ABS || op == VJ_LOG_SUM_EXP || op == VJ_REDUCE_MAX || op == VJ_REDUCE_MIN;
    if (!vectorised || !vj_is_real(dtype)) {
        if (vectorised && op != VJ_SUM && op != VJ_REDUCE_MAX && op != VJ_REDUCE_MIN)
            return VJ_UNSUPPORTED;
        return vj_reduce_scalar(op, dtype, outer, axis, inner, x, out);
    }
    const int t = vj_real_index(dtype);
    int stretch = vj_stretch_sum, columns = vj_columns_sum, kind = 0;
    switch (op) {
    case VJ_SUM_SQUARES: stretch = vj_stretch_squares, columns = vj_columns_squares; break;
    case VJ_SUM_ABS: stretch = vj_stretch_abs, columns = vj_columns_abs; break;
    case VJ_REDUCE_MAX: stretch = vj_stretch_max, columns = vj_columns_max, kind = 1; break;
    case VJ_REDUCE_MIN: stretch = vj_stretch_min, columns = vj_columns_min, kind = 2; break;
    default: break;
    }
    reduction r = {
        .dtype = dtype, .size = vj_dtype_size(dtype), .outer = outer, .axis = axis,
        .inner = inner, .x = x, .out = out, .stretch = vj_active->stretch[t][stretch],
        .columns = vj_active->columns[t][columns], .kind = kind,
        .logarithm = op == VJ_LOG_SUM_EXP, .scale = op == VJ_MEAN ? 1 / (double)axis : 1};
    if (op == VJ_MEAN && axis == 0) r.scale = NAN;
    if (r.logarithm && inner > 1) return log_sum_exp_columns(&r);
    return reduce_real(&r);
}

vj_status vj_variance(
    vj_dtype dtype, size_t outer, size_t axis, size_t inner, const void *x, double correction,
    void *mean, void *variance) {
    if (!vj_is_real(dtype)) return VJ_UNSUPPORTED;
    const size_t count = outer * inner;
    void *means = mean ? mean : vj_alloc(count * vj_dtype_size(dtype));
    if (!means) return VJ_OUT_OF_MEMORY;
    vj_status status = vj_reduce(VJ_MEAN, dtype, outer, axis, inner, x, means);
    if (status == VJ_OK && count) {
        const int t = vj_real_index(dtype);
        const double divisor = (double)axis - correction;
        reduction r = {
            .dtype = dtype, .size = vj_dtype_size(dtype), .outer = outer, .axis = axis,
            .inner = inner, .x = x, .out = variance, .shift = means,
            .stretch = vj_active->stretch[t][vj_stretch_deviation],
            .columns = vj_active->columns[t][vj_columns_deviation],
            .scale = divisor > 0 ? 1 / divisor : NAN};
        status = reduce_real(&r);
    }
    if (!mean) vj_free(means);
    return status;
}
