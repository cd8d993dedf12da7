// Convolutions in plain loops, for every geometry, and the rearrangements of images: loops over
// channels, which the compiler turns into vectors of this variant.

// Units: rows of y.
static void R(convolve_rows)(void *context, size_t begin, size_t end) {
    const vj_convolve_job *j = context;
    const vj_convolution *g = j->c;
    const size_t wide = g->out_channels, in = g->in_channels / g->groups,
                 out = wide / g->groups;
    const real *bias = j->epilogue ? j->epilogue->bias : NULL;
    for (size_t row = begin; row < end; row++) {
        const size_t n = row / g->out_height, i = row % g->out_height;
        real *y = (real *)j->out + row * g->out_width * wide;
        for (size_t column = 0; column < g->out_width; column++, y += wide) {
            for (size_t o = 0; o < wide; o++) y[o] = bias ? bias[o] : 0;
            for (size_t r = 0; r < g->kernel_height; r++) {
                const size_t v = i * g->stride_height + r * g->dilation_height - g->pad_top;
                if (v >= g->height) continue;  // negative ones are large
                for (size_t s = 0; s < g->kernel_width; s++) {
                    const size_t u =
                        column * g->stride_width + s * g->dilation_width - g->pad_left;
                    if (u >= g->width) continue;
                    const real *x = (const real *)j->x
                        + ((n * g->height + v) * g->width + u) * g->in_channels;
                    const real *f =
                        (const real *)j->filter + (r * g->kernel_width + s) * in * wide;
                    if (in == 1 && out == 1) {
                        for (size_t o = 0; o < wide; o++) y[o] += x[o] * f[o];
                        continue;
                    }
                    for (size_t group = 0; group < g->groups; group++)
                        for (size_t c = 0; c < in; c++) {
                            const real a = x[group * in + c];
                            const real *b = f + c * wide + group * out;
                            real *to = y + group * out;
                            for (size_t o = 0; o < out; o++) to[o] += a * b[o];
                        }
                }
            }
        }
    }
}

// Units: rows of x.
static void R(convolve_back_rows)(void *context, size_t begin, size_t end) {
    const vj_convolve_job *j = context;
    const vj_convolution *g = j->c;
    const size_t wide = g->out_channels, in = g->in_channels / g->groups,
                 out = wide / g->groups;
    const real *bias = j->epilogue ? j->epilogue->bias : NULL;
    for (size_t row = begin; row < end; row++) {
        const size_t n = row / g->height, v = row % g->height;
        real *x = (real *)j->out + row * g->width * g->in_channels;
        for (size_t u = 0; u < g->width; u++, x += g->in_channels) {
            for (size_t c = 0; c < g->in_channels; c++) x[c] = bias ? bias[c] : 0;
            for (size_t r = 0; r < g->kernel_height; r++) {
                size_t i, column;
                if (!vj_source(
                        v, g->pad_top, r, g->dilation_height, g->stride_height, g->out_height, &i))
                    continue;
                for (size_t s = 0; s < g->kernel_width; s++) {
                    if (!vj_source(
                            u, g->pad_left, s, g->dilation_width, g->stride_width, g->out_width,
                            &column))
                        continue;
                    const real *y = (const real *)j->gradient
                        + ((n * g->out_height + i) * g->out_width + column) * wide;
                    const real *f =
                        (const real *)j->filter + (r * g->kernel_width + s) * in * wide;
                    if (in == 1 && out == 1) {
                        for (size_t o = 0; o < wide; o++) x[o] += y[o] * f[o];
                        continue;
                    }
                    for (size_t group = 0; group < g->groups; group++)
                        for (size_t c = 0; c < in; c++) {
                            const real *b = f + c * wide + group * out, *a = y + group * out;
                            real sum = 0;
                            for (size_t o = 0; o < out; o++) sum += a[o] * b[o];
                            x[group * in + c] += sum;
                        }
                }
            }
        }
    }
}

// Units: rows of the filter's gradient, each the out_channels values of one tap and channel.
static void R(convolve_filter_rows)(void *context, size_t begin, size_t end) {
    const vj_convolve_job *j = context;
    const vj_convolution *g = j->c;
    const size_t wide = g->out_channels, in = g->in_channels / g->groups,
                 out = wide / g->groups;
    for (size_t unit = begin; unit < end; unit++) {
        const size_t tap = unit / in, c = unit % in, r = tap / g->kernel_width,
                     s = tap % g->kernel_width;
        real *f = (real *)j->out + unit * wide;
        for (size_t o = 0; o < wide; o++) f[o] = 0;
        for (size_t row = 0; row < g->batch * g->out_height; row++) {
            const size_t n = row / g->out_height, i = row % g->out_height;
            const size_t v = i * g->stride_height + r * g->dilation_height - g->pad_top;
            if (v >= g->height) continue;
            const real *y = (const real *)j->gradient + row * g->out_width * wide;
            for (size_t column = 0; column < g->out_width; column++, y += wide) {
                const size_t u = column * g->stride_width + s * g->dilation_width - g->pad_left;
                if (u >= g->width) continue;
                const real *x = (const real *)j->x
                    + ((n * g->height + v) * g->width + u) * g->in_channels;
                if (in == 1 && out == 1) {
                    for (size_t o = 0; o < wide; o++) f[o] += x[o] * y[o];
                    continue;
                }
                for (size_t group = 0; group < g->groups; group++) {
                    const real a = x[group * in + c];
                    for (size_t o = 0; o < out; o++) f[group * out + o] += a * y[group * out + o];
                }
            }
        }
    }
}

// Units: pixels' rows of the columns.
static void R(unfold_rows)(void *context, size_t begin, size_t end) {
    const vj_convolve_job *j = context;
    const vj_convolution *g = j->c;
    const size_t channels = g->in_channels;
    for (size_t row = begin; row < end; row++) {
        const size_t n = row / g->out_height, i = row % g->out_height;
        real *out = (real *)j->out
            + row * g->out_width * g->kernel_height * g->kernel_width * channels;
        for (size_t column = 0; column < g->out_width; column++)
            for (size_t r = 0; r < g->kernel_height; r++) {
                const size_t v = i * g->stride_height + r * g->dilation_height - g->pad_top;
                for (size_t s = 0; s < g->kernel_width; s++, out += channels) {
                    const size_t u =
                        column * g->stride_width + s * g->dilation_width - g->pad_left;
                    if (v < g->height && u < g->width)
                        memcpy(
                            out,
                            (const real *)j->x + ((n * g->height + v) * g->width + u) * channels,
                            channels * sizeof(real));
                    else
                        memset(out, 0, channels * sizeof(real));
                }
            }
    }
}

// Units: rows of x.
static void R(fold_rows)(void *context, size_t begin, size_t end) {
    const vj_convolve_job *j = context;
    const vj_convolution *g = j->c;
    const size_t channels = g->in_channels, taps = g->kernel_height * g->kernel_width;
    for (size_t row = begin; row < end; row++) {
        const size_t n = row / g->height, v = row % g->height;
        real *x = (real *)j->out + row * g->width * channels;
        memset(x, 0, g->width * channels * sizeof(real));
        for (size_t r = 0; r < g->kernel_height; r++) {
            size_t i, column;
            if (!vj_source(
                    v, g->pad_top, r, g->dilation_height, g->stride_height, g->out_height, &i))
                continue;
            for (size_t s = 0; s < g->kernel_width; s++)
                for (size_t u = 0; u < g->width; u++) {
                    if (!vj_source(
                            u, g->pad_left, s, g->dilation_width, g->stride_width, g->out_width,
                            &column))
                        continue;
                    const real *from = (const real *)j->x
                        + (((n * g->out_height + i) * g->out_width + column) * taps
                           + r * g->kernel_width + s)
                            * channels;
                    real *to = x + u * channels;
                    for (size_t c = 0; c < channels; c++) to[c] += from[c];
                }
        }
    }
}

// Units: rows of y.
static void R(resample_rows)(void *context, size_t begin, size_t end) {
    const vj_resample_job *j = context;
    const size_t channels = j->channels, line = j->width * channels;
    for (size_t row = begin; row < end; row++) {
        const vj_sample v = j->rows[row % j->out_height];
        const real *image = (const real *)j->x + row / j->out_height * j->height * line;
        const real *top = image + v.first * line, *bottom = image + v.second * line;
        const real down = (real)v.weight;
        real *y = (real *)j->out + row * j->out_width * channels;
        for (size_t column = 0; column < j->out_width; column++, y += channels) {
            const vj_sample u = j->columns[column];
            const real *a = top + u.first * channels;
            if (!j->between) {
                memcpy(y, a, channels * sizeof(real));
                continue;
            }
            const real *b = top + u.second * channels, *c = bottom + u.first * channels,
                       *d = bottom + u.second * channels;
            const real right = (real)u.weight;
            for (size_t i = 0; i < channels; i++) {
                const real above = a[i] + (b[i] - a[i]) * right,
                           below = c[i] + (d[i] - c[i]) * right;
                y[i] = above + (below - above) * down;
            }
        }
    }
}

// Units: images. x of the job is the gradient of y, out that of x.
static void R(resample_back)(void *context, size_t begin, size_t end) {
    const vj_resample_job *j = context;
    const size_t channels = j->channels, line = j->width * channels;
    for (size_t n = begin; n < end; n++) {
        real *image = (real *)j->out + n * j->height * line;
        memset(image, 0, j->height * line * sizeof(real));
        const real *y = (const real *)j->x + n * j->out_height * j->out_width * channels;
        for (size_t row = 0; row < j->out_height; row++) {
            const vj_sample v = j->rows[row];
            const real down = (real)v.weight, up = (real)(1 - v.weight);
            real *top = image + v.first * line, *bottom = image + v.second * line;
            for (size_t column = 0; column < j->out_width; column++, y += channels) {
                const vj_sample u = j->columns[column];
                real *a = top + u.first * channels;
                if (!j->between) {
                    for (size_t i = 0; i < channels; i++) a[i] += y[i];
                    continue;
                }
                real *b = top + u.second * channels, *c = bottom + u.first * channels,
                     *d = bottom + u.second * channels;
                const real right = (real)u.weight, left = (real)(1 - u.weight);
                for (size_t i = 0; i < channels; i++) a[i] += y[i] * (up * left);
                for (size_t i = 0; i < channels; i++) b[i] += y[i] * (up * right);
                for (size_t i = 0; i < channels; i++) c[i] += y[i] * (down * left);
                for (size_t i = 0; i < channels; i++) d[i] += y[i] * (down * right);
            }
        }
    }
}
