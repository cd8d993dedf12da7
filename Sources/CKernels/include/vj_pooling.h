/// Pooling of images, channels last. float32 and float64. A sequence is an image of height 1.
#ifndef VJ_POOLING_H
#define VJ_POOLING_H

#include "vj_types.h"

#ifdef __cplusplus
extern "C" {
#endif

/// Windows over x [batch, height, width, channels], one for each pixel of
/// y [batch, out_height, out_width, channels]. `vj_convolution_size` gives the size of y; a larger
/// one ("ceil mode") is allowed as long as each window meets x.
typedef struct {
    vj_dtype dtype;
    size_t batch, height, width, channels;
    size_t out_height, out_width;
    size_t kernel_height, kernel_width;
    size_t stride_height, stride_width;
    size_t dilation_height, dilation_width;
    size_t pad_top, pad_left, pad_bottom, pad_right;
    /// Averages divide by the part of the window within x and its padding (true), or within x.
    bool count_padding;
    /// Windows from ⌊i·size/out_size⌋ up to ⌈(i + 1)·size/out_size⌉ instead ("adaptive"); kernel,
    /// stride, dilation and padding are not looked at.
    bool adaptive;
    /// x is what a rectifier, max(·, 0), gave: where the largest element of a window is not above 0,
    /// `index` receives −1, so that no gradient flows back that the rectifier would stop.
    bool rectified;
} vj_pooling;

/// y = the largest element of each window; NaN if there is one. Padding does not take part.
/// `index` (may be NULL) receives where it was found, as row·width + column; of equals the first.
vj_status vj_max_pool(const vj_pooling *p, const void *x, void *y, int32_t *index);
/// The same with the smallest element.
vj_status vj_min_pool(const vj_pooling *p, const void *x, void *y, int32_t *index);
/// x_gradient (every element is written) from the gradient of y and what the forward pass put
/// into `index`; for the largest and the smallest alike.
vj_status vj_max_pool_backward(
    const vj_pooling *p, const int32_t *index, const void *gradient, void *x_gradient);

/// y = the mean of each window.
vj_status vj_average_pool(const vj_pooling *p, const void *x, void *y);
/// x_gradient (every element is written) from the gradient of y.
vj_status vj_average_pool_backward(const vj_pooling *p, const void *gradient, void *x_gradient);

#ifdef __cplusplus
}
#endif
#endif
