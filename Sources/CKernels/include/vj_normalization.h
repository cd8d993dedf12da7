/// Normalisations, forward and backward. float32 and float64; statistics are added up in float64.
///
/// Each forward pass writes the mean and 1/√(variance + epsilon) of each set of elements that is
/// normalised together, in x's element type; the backward pass takes them again. Variances divide
/// by the number of elements. `scale` and `shift` may be NULL for 1 and 0, and so may their
/// gradients where they are not wanted.
#ifndef VJ_NORMALIZATION_H
#define VJ_NORMALIZATION_H

#include "vj_types.h"

#ifdef __cplusplus
extern "C" {
#endif

/// Layer normalisation: each of `rows` rows of `width` elements by itself;
/// y[r, i] = (x[r, i] − mean[r])·deviation[r]·scale[i] + shift[i], deviation = 1/√(variance + ε).
/// With `mean` NULL the mean is not taken away (RMS normalisation).
vj_status vj_layer_norm(
    vj_dtype dtype, size_t rows, size_t width, const void *x, const void *scale,
    const void *shift, double epsilon, void *y, void *mean, void *deviation);
/// Gradients of x, scale and shift (`width` values each).
vj_status vj_layer_norm_backward(
    vj_dtype dtype, size_t rows, size_t width, const void *x, const void *gradient,
    const void *scale, const void *mean, const void *deviation, void *x_gradient,
    void *scale_gradient, void *shift_gradient);

/// Batch normalisation: each of `channels` columns over `rows` rows (all pixels of a batch), and
/// max(·, 0) on top if `relu`. `running_mean` and `running_variance` (may be NULL) move towards the
/// batch's by `momentum`, the variance dividing by rows − 1, as in PyTorch.
vj_status vj_batch_norm(
    vj_dtype dtype, size_t rows, size_t channels, const void *x, const void *scale,
    const void *shift, double epsilon, bool relu, void *y, void *mean, void *deviation,
    double momentum, void *running_mean, void *running_variance);
/// Gradients of x, scale and shift. `y` is the forward pass's output if it had `relu`, or NULL.
vj_status vj_batch_norm_backward(
    vj_dtype dtype, size_t rows, size_t channels, const void *x, const void *gradient,
    const void *y, const void *scale, const void *mean, const void *deviation, void *x_gradient,
    void *scale_gradient, void *shift_gradient);
/// y from given statistics, as in inference.
vj_status vj_batch_norm_inference(
    vj_dtype dtype, size_t rows, size_t channels, const void *x, const void *scale,
    const void *shift, const void *mean, const void *variance, double epsilon, bool relu, void *y);

/// Group normalisation of x [batch, positions, channels]: the channels / groups channels of a group
/// over all positions of an item; groups = channels is instance normalisation. `mean` and
/// `deviation` have batch·groups values, scale and shift one for each channel.
vj_status vj_group_norm(
    vj_dtype dtype, size_t batch, size_t positions, size_t channels, size_t groups,
    const void *x, const void *scale, const void *shift, double epsilon, void *y, void *mean,
    void *deviation);
/// Gradients of x, scale and shift.
vj_status vj_group_norm_backward(
    vj_dtype dtype, size_t batch, size_t positions, size_t channels, size_t groups,
    const void *x, const void *gradient, const void *scale, const void *mean,
    const void *deviation, void *x_gradient, void *scale_gradient, void *shift_gradient);

#ifdef __cplusplus
}
#endif
#endif
