// Layer normalisation: rows by themselves. The gradients of scale and shift are added up in chunks
// of rows, and these in their order.
#include "normalization.h"

typedef struct {
    vj_dtype dtype;
    size_t rows, width, chunk;
    const char *x, *gradient, *scale, *shift, *mean, *deviation;
    double epsilon;
    char *out, *mean_out, *deviation_out, *partial;
} layer_norm;

static size_t chunk_rows(size_t width) { return VJ_MAX_OF(16384 / width, (size_t)4); }

static void forward_piece(void *context, size_t begin, size_t end) {
    const layer_norm *n = context;
    const size_t size = vj_dtype_size(n->dtype), at = begin * n->width * size;
    vj_active->layer_norm[vj_real_index(n->dtype)](
        end - begin, n->width, n->x + at, n->scale, n->shift, n->epsilon, n->out + at,
        n->mean_out ? n->mean_out + begin * size : NULL, n->deviation_out + begin * size);
}

vj_status vj_layer_norm(
    vj_dtype dtype, size_t rows, size_t width, const void *x, const void *scale,
    const void *shift, double epsilon, void *y, void *mean, void *deviation) {
    if (!vj_is_real(dtype)) return VJ_UNSUPPORTED;
    if (rows == 0 || width == 0) return VJ_OK;
    layer_norm n = {
        .dtype = dtype, .rows = rows, .width = width, .x = x, .scale = scale, .shift = shift,
        .epsilon = epsilon, .out = y, .mean_out = mean, .deviation_out = deviation};
    return vj_finished(vj_parallel(rows, chunk_rows(width), forward_piece, &n));
}

static void backward_piece(void *context, size_t begin, size_t end) {
    const layer_norm *n = context;
    const size_t size = vj_dtype_size(n->dtype), at = begin * n->width * size;
    char *sums = NULL;
    if (n->partial) {
        sums = n->partial + begin / n->chunk * 2 * n->width * size;
        memset(sums, 0, 2 * n->width * size);
    }
    vj_active->layer_norm_back[vj_real_index(n->dtype)](
        end - begin, n->width, n->x + at, n->gradient + at, n->scale,
        n->mean ? n->mean + begin * size : NULL, n->deviation + begin * size,
        n->out ? n->out + at : NULL, sums, sums ? sums + n->width * size : NULL);
}

vj_status vj_layer_norm_backward(
    vj_dtype dtype, size_t rows, size_t width, const void *x, const void *gradient,
    const void *scale, const void *mean, const void *deviation, void *x_gradient,
    void *scale_gradient, void *shift_gradient) {
    if (!vj_is_real(dtype)) return VJ_UNSUPPORTED;
    const size_t size = vj_dtype_size(dtype);
    if (rows == 0 || width == 0) {
        if (scale_gradient) memset(scale_gradient, 0, width * size);
        if (shift_gradient) memset(shift_gradient, 0, width * size);
        return VJ_OK;
    }
    layer_norm n = {
        .dtype = dtype, .rows = rows, .width = width, .chunk = chunk_rows(width), .x = x,
        .gradient = gradient, .scale = scale, .mean = mean, .deviation = deviation,
        .out = x_gradient};
    const size_t chunks = (rows + n.chunk - 1) / n.chunk;
    if (scale_gradient || shift_gradient) {
        // Behind the chunks' sums there is room for the results, of which one may not be wanted.
        n.partial = vj_alloc((chunks + 1) * 2 * width * size);
        if (!n.partial) return VJ_OUT_OF_MEMORY;
    }
    const bool complete = vj_parallel(rows, n.chunk, backward_piece, &n);
    vj_status status = vj_finished(complete);
    if (complete && n.partial) {
        char *result = n.partial + chunks * 2 * width * size;
        status = vj_reduce(VJ_SUM, dtype, 1, chunks, 2 * width, n.partial, result);
        if (scale_gradient) memcpy(scale_gradient, result, width * size);
        if (shift_gradient) memcpy(shift_gradient, result + width * size, width * size);
    }
    vj_free(n.partial);
    return status;
}
