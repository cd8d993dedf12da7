// Convolutions: the checks, and the choice of a way.
#include "convolution.h"

#include "correlate.h"
#include "planar.h"

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

// Groups of few channels are better off with plain loops over all of them.
static bool is_correlated(const vj_convolution *c) {
    return c->batch && c->height && c->width && c->in_channels && c->out_height && c->out_width
        && c->out_channels && c->kernel_height && c->kernel_width
        && (c->groups == 1 || c->out_channels / c->groups >= 8);
}

static bool is_depthwise(const vj_convolution *c) {
    return c->groups > 1 && c->groups == c->in_channels && c->groups == c->out_channels
        && c->kernel_height * c->kernel_width <= vj_depthwise_taps && c->batch && c->out_height
        && c->out_width && c->height && c->width;
}

// Chunks of rows that depend on the shape alone, with sums of their own.
static vj_status depthwise_filter(
    const vj_convolution *c, const void *x, const void *gradient, void *filter_gradient) {
    const size_t rows = c->batch * c->out_height,
                 width = c->kernel_height * c->kernel_width * c->out_channels;
    vj_depthwise_job job = {.c = c, .x = x, .gradient = gradient};
    job.rows = VJ_MAX_OF(131072 / (c->out_width * width) + 1, (rows + 63) / 64);
    const size_t chunks = (rows + job.rows - 1) / job.rows;
    job.sums = vj_alloc(chunks * width * vj_dtype_size(c->dtype));
    if (!job.sums) return VJ_OUT_OF_MEMORY;
    vj_status status = vj_finished(
        vj_parallel(chunks, 1, vj_active->depthwise_filter[vj_real_index(c->dtype)], &job));
    if (status == VJ_OK)
        status = vj_reduce(VJ_SUM, c->dtype, 1, chunks, width, job.sums, filter_gradient);
    vj_free(job.sums);
    return status;
}

// 1×1 without stride and padding: a matrix product over all pixels.
static bool is_product(const vj_convolution *c) {
    return c->groups == 1 && c->kernel_height == 1 && c->kernel_width == 1
        && c->stride_height == 1 && c->stride_width == 1 && c->pad_top == 0 && c->pad_left == 0
        && c->out_height == c->height && c->out_width == c->width;
}
static vj_status product(
    const vj_convolution *c, size_t n, size_t k, const void *a, size_t a_row, const void *b,
    size_t b_row, size_t b_col, const vj_epilogue *e, void *out) {
    vj_matmul_args s = {
        .dtype = c->dtype, .m = c->batch * c->height * c->width, .n = n, .k = k, .alpha = 1,
        .a = a, .a_row = (ptrdiff_t)a_row, .a_col = 1, .b = b, .b_row = (ptrdiff_t)b_row,
        .b_col = (ptrdiff_t)b_col, .c = out, .c_row = (ptrdiff_t)n};
    if (e)
        s.bias = e->bias, s.activation = e->activation, s.activation_p0 = e->p0,
        s.activation_p1 = e->p1;
    return vj_matmul(&s);
}

// The columns of `vj_fold` by a matrix product, for images of so few channels that they would leave
// most of a vector empty.
static bool is_folded(const vj_convolution *c) {
    return c->groups == 1 && c->in_channels < 8 && c->out_channels >= 8
        && c->kernel_height * c->kernel_width * c->in_channels >= 8;
}
typedef struct {
    const vj_convolution *c;
    const char *gradient, *filter;
    char *out;
    const vj_epilogue *epilogue;
    size_t together;  // images of a unit
    _Atomic(int) status;
} fold_job;

// Units: a few images, whose columns stay in the second-level cache.
static void fold_piece(void *context, size_t begin, size_t end) {
    fold_job *j = context;
    vj_convolution images = *j->c;
    const vj_convolution *c = &images;
    const size_t size = vj_dtype_size(c->dtype), pixels = c->out_height * c->out_width,
                 wide = c->kernel_height * c->kernel_width * c->in_channels,
                 image = c->height * c->width * c->in_channels;
    char *columns = vj_alloc(j->together * pixels * wide * size);
    vj_status status = columns ? VJ_OK : VJ_OUT_OF_MEMORY;
    for (size_t unit = begin; unit < end && status == VJ_OK; unit++) {
        const size_t n = unit * j->together;
        images.batch = VJ_MIN_OF(j->together, j->c->batch - n);
        const vj_matmul_args s = {
            .dtype = c->dtype, .m = c->batch * pixels, .n = wide, .k = c->out_channels,
            .alpha = 1, .a = j->gradient + n * pixels * c->out_channels * size,
            .a_row = (ptrdiff_t)c->out_channels, .a_col = 1, .b = j->filter, .b_row = 1,
            .b_col = (ptrdiff_t)c->out_channels, .c = columns, .c_row = (ptrdiff_t)wide};
        status = vj_matmul(&s);
        char *x = j->out + n * image * size;
        if (status == VJ_OK) status = vj_fold(c, columns, x);
        const vj_epilogue *e = j->epilogue;
        for (size_t i = 0; e && e->bias && i < c->batch * c->height * c->width; i++) {
            char *pixel = x + i * c->in_channels * size;
            vj_active->binary[c->dtype][VJ_ADD](c->in_channels, pixel, 1, e->bias, 1, pixel);
        }
        vj_finish_rows(e, c->dtype, c->batch, image, x);
    }
    if (status != VJ_OK) atomic_store(&j->status, (int)status);
    vj_free(columns);
}
static vj_status fold_back(
    const vj_convolution *c, const void *gradient, const void *filter,
    const vj_epilogue *epilogue, void *x_gradient) {
    const size_t columns = c->out_height * c->out_width * c->kernel_height * c->kernel_width
        * c->in_channels * vj_dtype_size(c->dtype);
    const size_t most = VJ_MAX_OF(((size_t)256 << 10) / columns, (size_t)1);
    fold_job job = {
        .c = c, .gradient = gradient, .filter = filter, .out = x_gradient,
        .epilogue = epilogue, .together = VJ_MIN_OF(most, c->batch / 16 + 1)};
    const size_t units = (c->batch + job.together - 1) / job.together;
    const bool complete = vj_parallel(units, grain(c, units), fold_piece, &job);
    const vj_status status = (vj_status)atomic_load(&job.status);
    return status != VJ_OK ? status : vj_finished(complete);
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
    if (is_correlated(c))
        return is_product(c) ? product(
                   c, c->out_channels, c->in_channels, x, c->in_channels, filter,
                   c->out_channels, 1, epilogue, y)
            : vj_is_planar(c) ? vj_planar_forward(c, x, filter, epilogue, y)
                              : vj_correlate_forward(c, x, filter, epilogue, y);
    const size_t rows = c->batch * c->out_height;
    finished_job f = {
        {.c = c, .x = x, .filter = filter, .out = y, .epilogue = epilogue},
        (is_depthwise(c) ? vj_active->depthwise : vj_active->convolve)[vj_real_index(c->dtype)],
        c->out_width * c->out_channels};
    return vj_finished(vj_parallel(rows, grain(c, rows), finished_piece, &f));
}

vj_status vj_convolution_backward_input(
    const vj_convolution *c, const void *gradient, const void *filter,
    const vj_epilogue *epilogue, void *x_gradient) {
    if (!is_sound(c) || !is_sound_epilogue(epilogue)) return VJ_UNSUPPORTED;
    if (is_correlated(c) && is_product(c))
        return product(
            c, c->in_channels, c->out_channels, gradient, c->out_channels, filter, 1,
            c->out_channels, epilogue, x_gradient);
    if (is_correlated(c))
        return vj_is_planar_back(c) ? vj_planar_backward(c, gradient, filter, epilogue, x_gradient)
            : is_folded(c)          ? fold_back(c, gradient, filter, epilogue, x_gradient)
                                    : vj_correlate_backward(c, gradient, filter, epilogue, x_gradient);
    const size_t rows = c->batch * c->height;
    finished_job f = {
        {.c = c, .gradient = gradient, .filter = filter, .out = x_gradient, .epilogue = epilogue},
        (is_depthwise(c) ? vj_active->depthwise_back
                         : vj_active->convolve_back)[vj_real_index(c->dtype)],
        c->width * c->in_channels};
    return vj_finished(vj_parallel(rows, grain(c, rows), finished_piece, &f));
}

vj_status vj_convolution_backward_filter(
    const vj_convolution *c, const void *x, const void *gradient, void *filter_gradient,
    void *bias_gradient) {
    if (!is_sound(c)) return VJ_UNSUPPORTED;
    const size_t units = c->kernel_height * c->kernel_width * (c->in_channels / c->groups);
    vj_convolve_job job = {.c = c, .x = x, .gradient = gradient, .out = filter_gradient};
    if (is_correlated(c)) {
        const vj_status status = vj_is_planar(c)
            ? vj_planar_filter(c, x, gradient, filter_gradient)
            : vj_correlate_filter(c, x, gradient, filter_gradient);
        if (status != VJ_OK) return status;
    } else if (is_depthwise(c)) {
        const vj_status status = depthwise_filter(c, x, gradient, filter_gradient);
        if (status != VJ_OK) return status;
    } else if (!vj_parallel(
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
