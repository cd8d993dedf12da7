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
                for (size_t group = 0; group < g->groups; group++) {
                    const real a = x[group * in + c];
                    for (size_t o = 0; o < out; o++) f[group * out + o] += a * y[group * out + o];
                }
            }
        }
    }
}

// MARK: depthwise: one filter for each channel; a vector of channels of some pixels side by side.

enum { R(beside) = 4 };

// out[p] = Σ over the taps of in[p·step + offsets]·filter, for `count` ≤ 4 pixels; taps outside the
// image have been left out.
OV void R(depthwise_pixels)(
    size_t count, size_t taps, const ptrdiff_t *offsets, const size_t *numbers, const real *in,
    size_t step, const real *filter, const real *bias, size_t wide, real *out, size_t out_step) {
    for (size_t c = 0; c < wide; c += VR_WIDTH) {
        const size_t left = wide - c;
        vr sum[R(beside)];
        for (int p = 0; p < R(beside); p++) sum[p] = bias ? load_some(bias + c, left) : SPLAT(0);
        if (count == R(beside))
            for (size_t t = 0; t < taps; t++) {
                const vr f = load_some(filter + numbers[t] * wide + c, left);
                _Pragma("clang loop unroll(full)") for (size_t p = 0; p < R(beside); p++) sum[p] =
                    fma_(load_some(in + offsets[t] + (ptrdiff_t)(p * step + c), left), f, sum[p]);
            }
        else
            for (size_t t = 0; t < taps; t++) {
                const vr f = load_some(filter + numbers[t] * wide + c, left);
                for (size_t p = 0; p < count; p++)
                    sum[p] = fma_(
                        load_some(in + offsets[t] + (ptrdiff_t)(p * step + c), left), f, sum[p]);
            }
        for (size_t p = 0; p < count; p++) store_some(out + p * out_step + c, sum[p], left);
    }
}

// Units: rows of y.
static void R(depthwise_rows)(void *context, size_t begin, size_t end) {
    const vj_convolve_job *j = context;
    const vj_convolution *g = j->c;
    const size_t wide = g->out_channels;
    const real *bias = j->epilogue ? j->epilogue->bias : NULL;
    ptrdiff_t offsets[vj_depthwise_taps];
    size_t numbers[vj_depthwise_taps];
    for (size_t row = begin; row < end; row++) {
        const size_t n = row / g->out_height, i = row % g->out_height;
        const real *image = (const real *)j->x + n * g->height * g->width * wide;
        real *y = (real *)j->out + row * g->out_width * wide;
        for (size_t column = 0; column < g->out_width;) {
            // Pixels whose windows lie within the width go together; others one by one.
            const size_t start = column * g->stride_width,
                         reach = (g->kernel_width - 1) * g->dilation_width;
            size_t count = 1;
            while (count < R(beside) && column + count < g->out_width && start >= g->pad_left
                   && start + count * g->stride_width + reach - g->pad_left < g->width)
                count++;
            size_t taps = 0;
            for (size_t r = 0; r < g->kernel_height; r++) {
                const size_t v = i * g->stride_height + r * g->dilation_height - g->pad_top;
                if (v >= g->height) continue;
                for (size_t s = 0; s < g->kernel_width; s++) {
                    const size_t u = start + s * g->dilation_width - g->pad_left;
                    if (u >= g->width) continue;
                    numbers[taps] = r * g->kernel_width + s;
                    offsets[taps++] = (ptrdiff_t)((v * g->width + u) * wide);
                }
            }
            R(depthwise_pixels)(
                count, taps, offsets, numbers, image, g->stride_width * wide, j->filter, bias,
                wide, y + column * wide, wide);
            column += count;
        }
    }
}

// Units: rows of x.
static void R(depthwise_back_rows)(void *context, size_t begin, size_t end) {
    const vj_convolve_job *j = context;
    const vj_convolution *g = j->c;
    const size_t wide = g->out_channels;
    const real *bias = j->epilogue ? j->epilogue->bias : NULL;
    ptrdiff_t offsets[vj_depthwise_taps];
    size_t numbers[vj_depthwise_taps];
    for (size_t row = begin; row < end; row++) {
        const size_t n = row / g->height, v = row % g->height;
        const real *image = (const real *)j->gradient + n * g->out_height * g->out_width * wide;
        real *x = (real *)j->out + row * g->width * wide;
        const size_t reach = (g->kernel_width - 1) * g->dilation_width;
        for (size_t u = 0; u < g->width;) {
            size_t count = 1;
            while (g->stride_width == 1 && count < R(beside) && u + count < g->width
                   && u + g->pad_left >= reach && u + count + g->pad_left < g->out_width)
                count++;
            size_t taps = 0, i, column;
            for (size_t r = 0; r < g->kernel_height; r++) {
                if (!vj_source(
                        v, g->pad_top, r, g->dilation_height, g->stride_height, g->out_height, &i))
                    continue;
                for (size_t s = 0; s < g->kernel_width; s++) {
                    if (!vj_source(
                            u, g->pad_left, s, g->dilation_width, g->stride_width, g->out_width,
                            &column))
                        continue;
                    numbers[taps] = r * g->kernel_width + s;
                    offsets[taps++] = (ptrdiff_t)((i * g->out_width + column) * wide);
                }
            }
            R(depthwise_pixels)(
                count, taps, offsets, numbers, image, wide, j->filter, bias, wide, x + u * wide,
                wide);
            u += count;
        }
    }
}

// Units: chunks of rows of y; the sums of each chunk are its own.
static void R(depthwise_filter)(void *context, size_t begin, size_t end) {
    const vj_depthwise_job *j = context;
    const vj_convolution *g = j->c;
    const size_t wide = g->out_channels, taps = g->kernel_height * g->kernel_width;
    for (size_t chunk = begin; chunk < end; chunk++) {
        real *out = (real *)j->sums + chunk * taps * wide;
        memset(out, 0, taps * wide * sizeof(real));
        const size_t last = VJ_MIN_OF((chunk + 1) * j->rows, g->batch * g->out_height);
        for (size_t row = chunk * j->rows; row < last; row++) {
            const size_t n = row / g->out_height, i = row % g->out_height;
            const real *y = (const real *)j->gradient + row * g->out_width * wide;
            for (size_t r = 0; r < g->kernel_height; r++) {
                const size_t v = i * g->stride_height + r * g->dilation_height - g->pad_top;
                if (v >= g->height) continue;
                const real *line =
                    (const real *)j->x + (n * g->height + v) * g->width * wide;
                for (size_t s = 0; s < g->kernel_width; s++) {
                    // The columns whose tap lies within x: first..<stop.
                    const size_t at = s * g->dilation_width;
                    const size_t first = at < g->pad_left
                        ? (g->pad_left - at + g->stride_width - 1) / g->stride_width
                        : 0;
                    const size_t limit = g->width + g->pad_left;
                    const size_t stop = limit > at
                        ? VJ_MIN_OF((limit - at - 1) / g->stride_width + 1, g->out_width)
                        : 0;
                    if (first >= stop) continue;
                    const real *x =
                        line + (first * g->stride_width + at - g->pad_left) * wide;
                    real *to = out + (r * g->kernel_width + s) * wide;
                    for (size_t c = 0; c < wide; c += VR_WIDTH) {
                        const size_t left = wide - c;
                        vr sum[4] = {load_some(to + c, left), SPLAT(0), SPLAT(0), SPLAT(0)};
                        size_t column = first;
                        for (; column + 4 <= stop; column += 4)
                            _Pragma("clang loop unroll(full)") for (size_t p = 0; p < 4; p++) {
                                const size_t k = column + p;
                                sum[p] = fma_(
                                    load_some(x + (k - first) * g->stride_width * wide + c, left),
                                    load_some(y + k * wide + c, left), sum[p]);
                            }
                        for (; column < stop; column++)
                            sum[0] = fma_(
                                load_some(
                                    x + (column - first) * g->stride_width * wide + c, left),
                                load_some(y + column * wide + c, left), sum[0]);
                        store_some(to + c, (sum[0] + sum[1]) + (sum[2] + sum[3]), left);
                    }
                }
            }
        }
    }
}

// MARK: rearrangements

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

// A pixel of x takes up what belongs to it from the lines of columns that reach its row, each with
// the number of its first tap.
OV vr R(folded)(
    const vj_convolution *g, size_t u, size_t count, const real *const *lines, size_t c,
    size_t left) {
    const size_t channels = g->in_channels, taps = g->kernel_height * g->kernel_width;
    const size_t reach = u + g->pad_left;
    vr sum = SPLAT(0);
    if (g->dilation_width > 1) {
        size_t column;
        for (size_t s = 0; s < g->kernel_width; s++)
            if (vj_source(
                    u, g->pad_left, s, g->dilation_width, g->stride_width, g->out_width, &column))
                for (size_t l = 0; l < count; l++)
                    sum += load_some(lines[l] + (column * taps + s) * channels + c, left);
        return sum;
    }
    size_t s = g->stride_width == 1 ? 0 : reach % g->stride_width;
    size_t column = g->stride_width == 1 ? reach : reach / g->stride_width;
    if (column >= g->out_width) {
        const size_t beyond = column - g->out_width + 1;
        s += beyond * g->stride_width, column -= beyond;
    }
    for (; s < g->kernel_width && s <= reach; s += g->stride_width, column--) {
        const size_t at = (column * taps + s) * channels + c;
        for (size_t l = 0; l < count; l++) sum += load_some(lines[l] + at, left);
    }
    return sum;
}

#if VJ_BYTES == 64 && REAL_IS_F32
// A row of x of at most eight channels under windows that overlap by all but one pixel: half vectors,
// which seldom cross the border of a cache line, and a sum of its own for each line.
OV void fold_few(
    const vj_convolution *g, size_t count, const float *const *lines, bool first, float *x) {
    const size_t channels = g->in_channels, taps = g->kernel_height * g->kernel_width;
    const __mmask8 lanes = (__mmask8)((1u << channels) - 1);
    const ptrdiff_t step = ((ptrdiff_t)taps - 1) * (ptrdiff_t)channels;
    for (size_t u = 0; u < g->width; u++, x += channels) {
        const size_t reach = u + g->pad_left, column = VJ_MIN_OF(reach, g->out_width - 1),
                     from = reach - column, to = VJ_MIN_OF(g->kernel_width, reach + 1);
        const size_t at = (column * taps + from) * channels;
        __m256 sum = first ? _mm256_setzero_ps() : _mm256_maskz_loadu_ps(lanes, x);
        for (size_t l = 0; l < count && from < to; l++) {
            const float *p = lines[l] + at;
            __m256 line = _mm256_maskz_loadu_ps(lanes, p);
            for (size_t s = from + 1; s < to; s++) {
                p -= step;
                line = _mm256_add_ps(line, _mm256_maskz_loadu_ps(lanes, p));
            }
            sum = _mm256_add_ps(sum, line);
        }
        _mm256_mask_storeu_ps(x, lanes, sum);
    }
}
#endif

// Units: rows of x. Pixels are put together one by one: stores that the next loads would have to
// wait for cost more than reading a few channels at a time.
static void R(fold_rows)(void *context, size_t begin, size_t end) {
    const vj_convolve_job *j = context;
    const vj_convolution *g = j->c;
    const size_t channels = g->in_channels, taps = g->kernel_height * g->kernel_width;
    for (size_t row = begin; row < end; row++) {
        const size_t n = row / g->height, v = row % g->height;
        real *x = (real *)j->out + row * g->width * channels;
        const real *lines[32];
        size_t count = 0;
        bool first = true;
        for (size_t r = 0; r < g->kernel_height || first; r++) {
            size_t i;
            if (r < g->kernel_height
                && vj_source(
                    v, g->pad_top, r, g->dilation_height, g->stride_height, g->out_height, &i))
                lines[count++] = (const real *)j->x
                    + ((n * g->out_height + i) * g->out_width * taps + r * g->kernel_width)
                        * channels;
            if (count < 32 && r + 1 < g->kernel_height) continue;
#if VJ_BYTES == 64 && REAL_IS_F32
            if (channels <= 8 && g->stride_width == 1 && g->dilation_width == 1) {
                fold_few(g, count, lines, first, x);
                first = false, count = 0;
                continue;
            }
#endif
            for (size_t u = 0; u < g->width; u++)
                for (size_t c = 0; c < channels; c += VR_WIDTH) {
                    const size_t left = channels - c;
                    real *to = x + u * channels + c;
                    const vr sum = R(folded)(g, u, count, lines, c, left);
                    store_some(to, first ? sum : sum + load_some(to, left), left);
                }
            first = false, count = 0;
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
