// The fast ways of a convolution; every size is above 0.
#ifndef VJ_CORRELATE_H
#define VJ_CORRELATE_H

#include "convolution.h"

vj_status vj_correlate_forward(
    const vj_convolution *c, const void *x, const void *filter, const vj_epilogue *epilogue,
    void *y);
vj_status vj_correlate_backward(
    const vj_convolution *c, const void *gradient, const void *filter,
    const vj_epilogue *epilogue, void *x_gradient);
vj_status vj_correlate_filter(
    const vj_convolution *c, const void *x, const void *gradient, void *filter_gradient);

#endif
