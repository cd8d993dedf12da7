/// Convolutions of images, channels last, and the rearrangements that go with them. float32 and
/// float64. A sequence is an image of height 1.
#ifndef VJ_CONVOLUTION_H
#define VJ_CONVOLUTION_H

#include "vj_elementwise.h"
#include "vj_types.h"

#ifdef __cplusplus
extern "C" {
#endif

/// The geometry of a convolution from x [batch, height, width, in_channels] to
/// y [batch, out_height, out_width, out_channels]:
///
/// y[n, i, j, o] = Σ x[n, i·stride + r·dilation − pad_top, j·stride + s·dilation − pad_left, c]
///                   · filter[r, s, c, o]
///
/// over r, s and the channels c of o's group; what lies outside x counts as 0. The filter is
/// [kernel_height, kernel_width, in_channels / groups, out_channels]. Padding below and to the
/// right follows from the size of y, which `vj_convolution_size` gives. Strides, dilations and
/// groups are at least 1, and groups divides both numbers of channels; anything else is
/// VJ_UNSUPPORTED.
typedef struct {
    vj_dtype dtype;
    size_t batch, height, width, in_channels;
    size_t out_height, out_width, out_channels;
    size_t kernel_height, kernel_width;
    size_t stride_height, stride_width;
    size_t dilation_height, dilation_width;
    size_t pad_top, pad_left;
    size_t groups;
} vj_convolution;

/// Outputs along one axis: ⌊(size + before + after − dilation·(kernel − 1) − 1) / stride⌋ + 1, or
/// 0 where the kernel is larger than the padded axis.
size_t vj_convolution_size(
    size_t size, size_t kernel, size_t stride, size_t dilation, size_t before, size_t after);

/// What is done to a result while it is at hand: activation(result + bias). A bias (NULL: none)
/// has a value for each channel of the result.
typedef struct {
    const void *bias;
    vj_unary_op activation;
    double p0, p1;
} vj_epilogue;

/// y = activation(x ∗ filter + bias); `epilogue` may be NULL.
vj_status vj_convolution_forward(
    const vj_convolution *c, const void *x, const void *filter, const vj_epilogue *epilogue,
    void *y);

/// x_gradient (every element is written) from the gradient of y. This is the transposed
/// convolution from y's shape to x's too, whence the epilogue (may be NULL; its bias has
/// in_channels values).
vj_status vj_convolution_backward_input(
    const vj_convolution *c, const void *gradient, const void *filter,
    const vj_epilogue *epilogue, void *x_gradient);

/// filter_gradient, and bias_gradient (out_channels values; may be NULL), from x and the gradient
/// of y.
vj_status vj_convolution_backward_filter(
    const vj_convolution *c, const void *x, const void *gradient, void *filter_gradient,
    void *bias_gradient);

/// columns[n, i, j, r, s, c] = x[n, i·stride + r·dilation − pad_top, …, c], 0 outside
/// (out_channels and groups are not looked at).
vj_status vj_unfold(const vj_convolution *c, const void *x, void *columns);
/// The sum of all columns' elements that come from an element of x: the gradient of `vj_unfold`.
vj_status vj_fold(const vj_convolution *c, const void *columns, void *x);

typedef enum {
    VJ_NEAREST = 0,  /// x[⌊i·size/out_size⌋], as PyTorch's "nearest"
    VJ_BILINEAR,     /// between the centres of pixels: align_corners false
} vj_resample_mode;

/// y [batch, out_height, out_width, channels] from x [batch, height, width, channels].
vj_status vj_resample(
    vj_resample_mode mode, vj_dtype dtype, size_t batch, size_t height, size_t width,
    size_t channels, size_t out_height, size_t out_width, const void *x, void *y);
/// Its gradient: x_gradient (every element is written) from the gradient of y.
vj_status vj_resample_backward(
    vj_resample_mode mode, vj_dtype dtype, size_t batch, size_t height, size_t width,
    size_t channels, size_t out_height, size_t out_width, const void *gradient,
    void *x_gradient);

#ifdef __cplusplus
}
#endif
#endif
