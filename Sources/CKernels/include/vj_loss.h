/// Losses computed together with their gradient. float32 and float64.
#ifndef VJ_LOSS_H
#define VJ_LOSS_H

#include "vj_types.h"

#ifdef __cplusplus
extern "C" {
#endif

/// Softmax cross-entropy of `rows` rows of `classes` logits with integer labels (int32, int64,
/// uint8; `label_dtype`): losses[r] = logsumexp(logits[r]) − logits[r, label].
/// `gradient` (may be NULL, may be logits) receives (softmax − one-hot)·scale, so that
/// scale = 1/rows gives the gradient of the mean. `losses` may be NULL.
/// A label outside 0..<classes is VJ_OUT_OF_RANGE and *bad (may be NULL) its row.
vj_status vj_softmax_cross_entropy(
    vj_dtype dtype, size_t rows, size_t classes, const void *logits, vj_dtype label_dtype,
    const void *labels, void *losses, void *gradient, double scale, size_t *bad);

/// The same with a probability for each class: losses[r] = Σ −p·log softmax(logits).
vj_status vj_softmax_cross_entropy_probabilities(
    vj_dtype dtype, size_t rows, size_t classes, const void *logits, const void *probabilities,
    void *losses, void *gradient, double scale);

/// out[r, c] = x[r, c]·rowScale[r]: applies upstream gradients of the row losses.
vj_status vj_scale_rows(
    vj_dtype dtype, size_t rows, size_t columns, const void *x, const void *row_scale, void *out);

/// losses[i] = max(x, 0) − x·z + log(1 + e^−|x|) for logits x and labels z in 0...1;
/// `gradient` (may be NULL) = (sigmoid(x) − z)·scale. `losses` may be NULL.
vj_status vj_sigmoid_cross_entropy(
    vj_dtype dtype, size_t count, const void *logits, const void *labels, void *losses,
    void *gradient, double scale);

/// losses[i] = (x − y)²; `gradient` (may be NULL) = 2(x − y)·scale. `losses` may be NULL.
vj_status vj_squared_error(
    vj_dtype dtype, size_t count, const void *predicted, const void *expected, void *losses,
    void *gradient, double scale);

#ifdef __cplusplus
}
#endif
#endif
