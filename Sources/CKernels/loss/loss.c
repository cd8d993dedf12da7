// Losses with their gradients.
#include <math.h>

#include "../simd/table.h"

typedef struct {
    vj_dtype dtype, label_dtype;
    size_t size, classes;
    const char *logits, *other;
    char *losses, *gradient;
    double scale;
    vj_pair_loss_kernel *pair;
} loss_job;

static int64_t label_at(vj_dtype dtype, const void *labels, size_t i) {
    switch (dtype) {
    case VJ_INT32: return ((const int32_t *)labels)[i];
    case VJ_INT64: return ((const int64_t *)labels)[i];
    default: return ((const uint8_t *)labels)[i];
    }
}

static double get(vj_dtype dtype, const void *x, size_t i) {
    return dtype == VJ_FLOAT32 ? (double)((const float *)x)[i] : ((const double *)x)[i];
}
static void put(vj_dtype dtype, void *x, size_t i, double value) {
    if (dtype == VJ_FLOAT32)
        ((float *)x)[i] = (float)value;
    else
        ((double *)x)[i] = value;
}

static void label_piece(void *context, size_t begin, size_t end) {
    const loss_job *j = context;
    vj_row_softmax_kernel *kernel = vj_active->row_softmax[vj_real_index(j->dtype)];
    for (size_t r = begin; r < end; r++) {
        const size_t at = r * j->classes * j->size;
        const size_t label = (size_t)label_at(j->label_dtype, j->other, r);
        const double chosen = get(j->dtype, j->logits + at, label);
        char *g = j->gradient ? j->gradient + at : NULL;
        const double total = kernel(j->classes, j->logits + at, g, j->scale);
        if (g) put(j->dtype, g, label, get(j->dtype, g, label) - j->scale);
        if (j->losses) put(j->dtype, j->losses, r, total - chosen);
    }
}

vj_status vj_softmax_cross_entropy(
    vj_dtype dtype, size_t rows, size_t classes, const void *logits, vj_dtype label_dtype,
    const void *labels, void *losses, void *gradient, double scale, size_t *bad) {
    if (!vj_is_real(dtype)) return VJ_UNSUPPORTED;
    if (label_dtype != VJ_INT32 && label_dtype != VJ_INT64 && label_dtype != VJ_UINT8)
        return VJ_UNSUPPORTED;
    for (size_t r = 0; r < rows; r++) {
        const int64_t label = label_at(label_dtype, labels, r);
        if (label < 0 || (uint64_t)label >= classes) {
            if (bad) *bad = r;
            return VJ_OUT_OF_RANGE;
        }
    }
    loss_job job = {
        .dtype = dtype, .label_dtype = label_dtype, .size = vj_dtype_size(dtype),
        .classes = classes, .logits = logits, .other = labels, .losses = losses,
        .gradient = gradient, .scale = scale};
    const size_t grain = VJ_MAX_OF(16384 / VJ_MAX_OF(classes, (size_t)1), (size_t)1);
    return vj_finished(vj_parallel(rows, grain, label_piece, &job));
}

// Σ p weighs the softmax, so that rows of weights that do not add up to 1 are right too.
static void probability_piece(void *context, size_t begin, size_t end) {
    const loss_job *j = context;
    vj_row_softmax_kernel *kernel = vj_active->row_softmax[vj_real_index(j->dtype)];
    for (size_t r = begin; r < end; r++) {
        const char *x = j->logits + r * j->classes * j->size;
        const char *p = j->other + r * j->classes * j->size;
        char *g = j->gradient ? j->gradient + r * j->classes * j->size : NULL;
        double weight = 0, dot = 0;
        for (size_t c = 0; c < j->classes; c++) {
            const double probability = get(j->dtype, p, c);
            weight += probability;
            if (probability != 0) dot += probability * get(j->dtype, x, c);
        }
        const double total = kernel(j->classes, x, g, j->scale * weight);
        for (size_t c = 0; g && c < j->classes; c++)
            put(j->dtype, g, c, get(j->dtype, g, c) - j->scale * get(j->dtype, p, c));
        if (j->losses) put(j->dtype, j->losses, r, total * weight - dot);
    }
}

vj_status vj_softmax_cross_entropy_probabilities(
    vj_dtype dtype, size_t rows, size_t classes, const void *logits, const void *probabilities,
    void *losses, void *gradient, double scale) {
    if (!vj_is_real(dtype)) return VJ_UNSUPPORTED;
    loss_job job = {
        .dtype = dtype, .size = vj_dtype_size(dtype), .classes = classes, .logits = logits,
        .other = probabilities, .losses = losses, .gradient = gradient, .scale = scale};
    const size_t grain = VJ_MAX_OF(16384 / VJ_MAX_OF(classes, (size_t)1), (size_t)1);
    return vj_finished(vj_parallel(rows, grain, probability_piece, &job));
}

static void scale_piece(void *context, size_t begin, size_t end) {
    const loss_job *j = context;
    for (size_t r = begin; r < end; r++) {
        const size_t at = r * j->classes * j->size;
        vj_active->binary[j->dtype][VJ_MUL](
            j->classes, j->logits + at, 1, j->other + r * j->size, 0, j->gradient + at);
    }
}

vj_status vj_scale_rows(
    vj_dtype dtype, size_t rows, size_t columns, const void *x, const void *row_scale, void *out) {
    if (!vj_is_real(dtype)) return VJ_UNSUPPORTED;
    loss_job job = {
        .dtype = dtype, .size = vj_dtype_size(dtype), .classes = columns, .logits = x,
        .other = row_scale, .gradient = out};
    const size_t grain = VJ_MAX_OF(65536 / VJ_MAX_OF(columns, (size_t)1), (size_t)1);
    return vj_finished(vj_parallel(rows, grain, scale_piece, &job));
}

static void pair_piece(void *context, size_t begin, size_t end) {
    const loss_job *j = context;
    const size_t at = begin * j->size;
    j->pair(
        end - begin, j->logits + at, j->other + at, j->losses ? j->losses + at : NULL,
        j->gradient ? j->gradient + at : NULL, j->scale);
}

static vj_status pair_loss(
    vj_pair_loss_kernel *const kernels[], size_t grain, vj_dtype dtype, size_t count,
    const void *x, const void *y, void *losses, void *gradient, double scale) {
    if (!vj_is_real(dtype)) return VJ_UNSUPPORTED;
    loss_job job = {
        .dtype = dtype, .size = vj_dtype_size(dtype), .logits = x, .other = y, .losses = losses,
        .gradient = gradient, .scale = scale, .pair = kernels[vj_real_index(dtype)]};
    return vj_finished(vj_parallel(count, grain, pair_piece, &job));
}

vj_status vj_sigmoid_cross_entropy(
    vj_dtype dtype, size_t count, const void *logits, const void *labels, void *losses,
    void *gradient, double scale) {
    return pair_loss(
        vj_active->sigmoid_loss, 8192, dtype, count, logits, labels, losses, gradient, scale);
}

vj_status vj_squared_error(
    vj_dtype dtype, size_t count, const void *predicted, const void *expected, void *losses,
    void *gradient, double scale) {
    return pair_loss(
        vj_active->squared_loss, 65536, dtype, count, predicted, expected, losses, gradient,
        scale);
}
