// Convolutions: the checks, and the choice of a way.
#include "convolution.h"

size_t vj_convolution_size(
    size_t size, size_t kernel, size_t stride, size_t dilation, size_t before, size_t after) {
    if (kernel == 0 || stride == 0) return 0;
    const size_t padded = size + before + after, reach = dilation * (kernel - 1) + 1;
    return padded < reach ? 0 : (padded - reach) / stride + 1;
}

static bool is_sound(const vj_convolution *c) {
    return vj_is_real(c->dtype) && c->stride_height && c->stride_width && c->dilation_height
        && c->dilation_width && c->groups && c->in_channels % c->groups == 0
        && c->out_channels % c->groups == 0;
}

static bool is_sound_epilogue(const vj_epilogue *e) {
    return !e || (unsigned)e->activation < VJ_UNARY_COUNT;
}

// Pieces of work of about the same size, whatever the number of threads.
static size_t grain(const vj_convolution *c, size_t units) {
    const double work = (double)c->batch * (double)c->out_height * (double)c->out_width
        * (double)c->out_channels * (double)c->kernel_height * (double)c->kernel_width
        * (double)c->in_channels / (double)c->groups;
    const double each = work / (double)VJ_MAX_OF(units, (size_t)1);
    return each > 1e5 ? 1 : (size_t)(1e5 / VJ_MAX_OF(each, 1.0));
}

void vj_finish_rows(
    const vj_epilogue *e, vj_dtype dtype, size_t rows, size_t channels, void *out) {
    if (e && e->activation != VJ_IDENTITY)
        vj_active->unary[dtype][e->activation](rows * channels, out, out, e->p0, e->p1);
}

typedef struct {
    vj_convolve_job job;
    vj_piece *rows;
    size_t row_elements;
} finished_job;

static void finished_piece(void *context, size_t begin, size_t end) {
    finished_job *f = context;
    const size_t size = vj_dtype_size(f->job.c->dtype);
    f->rows(&f->job, begin, end);
    vj_finish_rows(
        f->job.epilogue, f->job.c->dtype, end - begin, f->row_elements,
        (char *)f->job.out + begin * f->row_elements * size);
}

vj_status vj_convolution_forward(
    const vj_convolution *c, const void *x, const void *filter, const vj_epilogue *epilogue,
    void *y) {
    if (!is_sound(c) || !is_sound_epilogue(epilogue)) return VJ_UNSUPPORTED;
    const size_t rows = c->batch * c->out_height;
    finished_job f = {
        {.c = c, .x = x, .filter = filter, .out = y, .epilogue = epilogue},
        vj_active->convolve[vj_real_index(c->dtype)], c->out_width * c->out_channels};
    return vj_finished(vj_parallel(rows, grain(c, rows), finished_piece, &f));
}

vj_status vj_convolution_backward_input(
    const vj_convolution *c, const void *gradient, const void *filter,
    const vj_epilogue *epilogue, void *x_gradient) {
    if (!is_sound(c) || !is_sound_epilogue(epilogue)) return VJ_UNSUPPORTED;
    const size_t rows = c->batch * c->height;
    finished_job f = {
        {.c = c, .gradient = gradient, .filter = filter, .out = x_gradient, .epilogue = epilogue},
        vj_active->convolve_back[vj_real_index(c->dtype)], c->width * c->in_channels};
    return vj_finished(vj_parallel(rows, grain(c, rows), finished_piece, &f));
}

vj_status vj_convolution_backward_filter(
    const vj_convolution *c, const void *x, const void *gradient, void *filter_gradient,
    void *bias_gradient) {
    if (!is_sound(c)) return VJ_UNSUPPORTED;
    const size_t units = c->kernel_height * c->kernel_width * (c->in_channels / c->groups);
    vj_convolve_job job = {.c = c, .x = x, .gradient = gradient, .out = filter_gradient};
    if (!vj_parallel(
            units, grain(c, units), vj_active->convolve_filter[vj_real_index(c->dtype)], &job))
        return VJ_INTERRUPTED;
    if (!bias_gradient) return VJ_OK;
    return vj_reduce(
        VJ_SUM, c->dtype, 1, c->batch * c->out_height * c->out_width, c->out_channels, gradient,
        bias_gradient);
}

vj_status vj_unfold(const vj_convolution *c, const void *x, void *columns) {
    if (!vj_is_real(c->dtype) || !c->stride_height || !c->stride_width) return VJ_UNSUPPORTED;
    vj_convolve_job job = {.c = c, .x = x, .out = columns};
    const size_t row = c->out_width * c->kernel_height * c->kernel_width * c->in_channels;
    return vj_finished(vj_parallel(
        c->batch * c->out_height, 32768 / (row + 1) + 1,
        vj_active->unfold[vj_real_index(c->dtype)], &job));
}

vj_status vj_fold(const vj_convolution *c, const void *columns, void *x) {
    if (!vj_is_real(c->dtype) || !c->stride_height || !c->stride_width) return VJ_UNSUPPORTED;
    vj_convolve_job job = {.c = c, .x = columns, .out = x};
    const size_t row = c->width * c->kernel_height * c->kernel_width * c->in_channels;
    return vj_finished(vj_parallel(
        c->batch * c->height, 32768 / (row + 1) + 1, vj_active->fold[vj_real_index(c->dtype)],
        &job));
}
