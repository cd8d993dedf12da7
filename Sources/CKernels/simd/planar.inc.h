// Convolutions from few channels to few; convolution/planar.c says why. A row of y is made in tiles
// of all its channels and of one or two vectors of pixels; the filter's gradient in tiles of the taps
// of a row and of up to three channels of y.

// MARK: weaving

#if VJ_BYTES == 64 && REAL_IS_F32
OV vr R(from_pair)(const int32_t *index, vr a, vr b) {
    return (vr)_mm512_permutex2var_ps((__m512)a, _mm512_loadu_si512(index), (__m512)b);
}
OV vr R(blended)(uint16_t lanes, vr a, vr b) {
    return (vr)_mm512_mask_blend_ps((__mmask16)lanes, (__m512)a, (__m512)b);
}
#elif VJ_BYTES == 64
OV vr R(from_pair)(const int32_t *index, vr a, vr b) {
    const __m512i wide = _mm512_cvtepi32_epi64(_mm256_loadu_si256((const __m256i *)index));
    return (vr)_mm512_permutex2var_pd((__m512d)a, wide, (__m512d)b);
}
OV vr R(blended)(uint16_t lanes, vr a, vr b) {
    return (vr)_mm512_mask_blend_pd((__mmask8)lanes, (__m512d)a, (__m512d)b);
}
#endif
#if VJ_BYTES == 64
OV vr R(woven)(
    const int count, const int32_t *index, const uint16_t *pairs, const vr *vectors) {
    vr all = R(from_pair)(index, vectors[0], vectors[count > 1]);
    _Pragma("clang loop unroll(full)") for (int i = 2; i < count; i += 2) all = R(blended)(
        pairs[i / 2], all, R(from_pair)(index, vectors[i], vectors[i + 1 < count ? i + 1 : i]));
    return all;
}
#endif

// `count` ≤ VR_WIDTH pixels of channels side by side from a vector of each channel.
OV void R(interleave)(
    const vj_weave *w, const int channels, const vr *planes, size_t count, real *out) {
    if (channels == 1) {
        store_some(out, planes[0], count);
        return;
    }
#if VJ_BYTES == 64
    const size_t total = count * (size_t)channels;
    _Pragma("clang loop unroll(full)") for (int v = 0; v < channels; v++) {
        if ((size_t)v * VR_WIDTH >= total) break;
        store_some(
            out + v * VR_WIDTH, R(woven)(channels, w->pixel[v], w->of_channels[v], planes),
            total - (size_t)v * VR_WIDTH);
    }
#else
    (void)w;
    for (int c = 0; c < channels; c++)
        for (size_t i = 0; i < count; i++) out[i * (size_t)channels + (size_t)c] = planes[c][i];
#endif
}

// The other way round: `count` pixels into a row of each plane.
OV void R(take_apart_of)(
    const vj_weave *w, const int channels, const real *x, size_t count, real *planes,
    size_t pitch) {
#if VJ_BYTES == 64
    for (size_t first = 0; first < count; first += VR_WIDTH, x += VR_WIDTH * channels) {
        const size_t left = count - first, total = left * (size_t)channels;
        vr pixels[vj_most_planes];
        _Pragma("clang loop unroll(full)") for (int v = 0; v < channels; v++) {
            const size_t at = (size_t)v * VR_WIDTH;
            pixels[v] = at < total ? load_some(x + at, total - at) : SPLAT(0);
        }
        _Pragma("clang loop unroll(full)") for (int c = 0; c < channels; c++) store_some(
            planes + (size_t)c * pitch + first,
            R(woven)(channels, w->lane[c], w->of_vectors[c], pixels), left);
    }
#else
    (void)w;
    for (int c = 0; c < channels; c++)
        for (size_t i = 0; i < count; i++)
            planes[(size_t)c * pitch + i] = x[i * (size_t)channels + (size_t)c];
#endif
}
static void R(take_apart)(
    const vj_weave *w, const real *x, size_t count, real *planes, size_t pitch) {
    switch (w->channels) {
#define OF(CHANNELS) \
    case CHANNELS: R(take_apart_of)(w, CHANNELS, x, count, planes, pitch); break;
    OF(2) OF(3) OF(4) OF(5) OF(6) OF(7) OF(8)
#undef OF
    default: memcpy(planes, x, count * sizeof(real));
    }
}

// The rows of x that a block of y looks at, plane after plane in each row, with zeros around them.
static void R(fill_planes)(const vj_planar_job *j, size_t n, size_t begin, real *planes) {
    const vj_convolution *c = &j->c;
    const size_t channels = c->in_channels, line = channels * j->pitch;
    const size_t left = VJ_MIN_OF(c->pad_left, j->pitch),
                 kept = VJ_MIN_OF(c->width, j->pitch - left);
    for (size_t r = 0; r < j->height; r++, planes += line) {
        const size_t row = begin * c->stride_height + r - c->pad_top;
        if (row >= c->height || kept < j->pitch) memset(planes, 0, line * sizeof(real));
        if (row < c->height)  // negative ones are large
            R(take_apart)(
                &j->in, (const real *)j->x + (n * c->height + row) * c->width * channels, kept,
                planes + left, j->pitch);
    }
}

// MARK: forward

static inline __attribute__((always_inline)) void R(planar_tile)(
    const int channels, const int vectors, const vj_planar_job *j, const real *planes,
    size_t count, real *out) {
    const vj_convolution *c = &j->c;
    const vj_epilogue *e = j->epilogue;
    const size_t down = c->dilation_height * c->in_channels * j->pitch, pitch = j->pitch,
                 right = c->dilation_width;
    const real *bias = e ? e->bias : NULL, *f = j->filter;
    vr s[8][2];
    _Pragma("clang loop unroll(full)") for (int o = 0; o < channels; o++)
        _Pragma("clang loop unroll(full)") for (int v = 0; v < vectors; v++) s[o][v] =
            bias ? SPLAT(bias[o]) : SPLAT(0);
    for (size_t r = 0; r < c->kernel_height; r++, planes += down) {
        const real *tap = planes;
        for (size_t t = 0; t < c->kernel_width; t++, tap += right) {
            const real *x = tap;
            for (size_t i = 0; i < c->in_channels; i++, x += pitch, f += channels) {
                vr pixels[2];
                _Pragma("clang loop unroll(full)") for (int v = 0; v < vectors; v++) pixels[v] =
                    load(x + v * VR_WIDTH);
                _Pragma("clang loop unroll(full)") for (int o = 0; o < channels; o++) {
                    const vr weight = SPLAT(f[o]);
                    _Pragma("clang loop unroll(full)") for (int v = 0; v < vectors; v++) s[o][v] =
                        fma_(weight, pixels[v], s[o][v]);
                }
            }
        }
    }
    const bool relu = e && e->activation == VJ_RELU;
    _Pragma("clang loop unroll(full)") for (int v = 0; v < vectors; v++) {
        vr planar[8];
        _Pragma("clang loop unroll(full)") for (int o = 0; o < channels; o++) planar[o] =
            relu ? vrelu(s[o][v]) : s[o][v];
        const size_t first = (size_t)v * VR_WIDTH;
        if (first < count)
            R(interleave)(
                &j->of_y, channels, planar, VJ_MIN_OF(count - first, (size_t)VR_WIDTH),
                out + first * (size_t)channels);
    }
}

#define PLANAR(CHANNELS) \
    static void R(planar_row_##CHANNELS)( \
        const vj_planar_job *j, const real *planes, real *out) { \
        const size_t columns = j->c.out_width; \
        for (size_t at = 0; at < columns; at += 2 * VR_WIDTH) { \
            if (columns - at > VR_WIDTH) \
                R(planar_tile)( \
                    CHANNELS, 2, j, planes + at, columns - at, out + at * CHANNELS); \
            else \
                R(planar_tile)( \
                    CHANNELS, 1, j, planes + at, columns - at, out + at * CHANNELS); \
        } \
    }
PLANAR(1) PLANAR(2) PLANAR(3) PLANAR(4) PLANAR(5) PLANAR(6) PLANAR(7) PLANAR(8)
#undef PLANAR

// Units: blocks of rows of y.
static void R(planar)(void *context, size_t begin, size_t end) {
    static void (*const rows[])(const vj_planar_job *, const real *, real *) = {
        NULL, R(planar_row_1), R(planar_row_2), R(planar_row_3), R(planar_row_4),
        R(planar_row_5), R(planar_row_6), R(planar_row_7), R(planar_row_8)};
    vj_planar_job *j = context;
    const vj_convolution *c = &j->c;
    const size_t line = c->in_channels * j->pitch;
    // A vector may be read whole at the end of the last plane.
    real *planes = vj_alloc((j->height * line + VR_WIDTH) * sizeof(real));
    if (!planes) {
        atomic_store(&j->status, VJ_OUT_OF_MEMORY);
        return;
    }
    for (size_t unit = begin; unit < end && !vj_interrupted(); unit++) {
        const size_t n = unit / j->blocks, first = unit % j->blocks * j->block,
                     last = VJ_MIN_OF(first + j->block, c->out_height),
                     wide = c->out_width * c->out_channels;
        R(fill_planes)(j, n, first, planes);
        real *y = (real *)j->out + (n * c->out_height + first) * wide;
        for (size_t row = first; row < last; row++)
            rows[c->out_channels](
                j, planes + (row - first) * c->stride_height * line, y + (row - first) * wide);
        if (j->epilogue && j->epilogue->activation != VJ_RELU)
            vj_finish_rows(j->epilogue, c->dtype, last - first, wide, y);
    }
    vj_free(planes);
}

// MARK: the filter's gradient

// Sums of all lanes for `taps` neighbouring taps and `channels` of y, over `rows` rows of planes.
// Where a row ends within a vector, the pixels beyond it do not count, whatever they hold.
static inline __attribute__((always_inline)) void R(planar_sums)(
    const int taps, const int channels, const vj_planar_job *j, size_t rows, const real *x,
    const real *y, real *sums, size_t tap_step) {
    const vj_convolution *c = &j->c;
    const size_t x_down = c->stride_height * c->in_channels * j->pitch, right = c->dilation_width,
                 y_pitch = j->gradient_pitch, y_down = c->out_channels * y_pitch;
    vr s[5][3];
    _Pragma("clang loop unroll(full)") for (int t = 0; t < taps; t++)
        _Pragma("clang loop unroll(full)") for (int o = 0; o < channels; o++) s[t][o] =
            load(sums + (size_t)t * tap_step + (size_t)o * VR_WIDTH);
#define SUM(LOAD) \
    { \
        vr g[3]; \
        _Pragma("clang loop unroll(full)") for (int o = 0; o < channels; o++) g[o] = \
            load(y + (size_t)o * y_pitch + at); \
        _Pragma("clang loop unroll(full)") for (int t = 0; t < taps; t++) { \
            const real *p = x + (size_t)t * right + at; \
            const vr pixels = LOAD; \
            _Pragma("clang loop unroll(full)") for (int o = 0; o < channels; o++) s[t][o] = \
                fma_(pixels, g[o], s[t][o]); \
        } \
    }
    for (size_t row = 0; row < rows; row++, x += x_down, y += y_down) {
        size_t at = 0;
        for (; at + VR_WIDTH <= c->out_width; at += VR_WIDTH) SUM(load(p))
        if (at < c->out_width) SUM(load_n(p, c->out_width - at))
    }
#undef SUM
    _Pragma("clang loop unroll(full)") for (int t = 0; t < taps; t++)
        _Pragma("clang loop unroll(full)") for (int o = 0; o < channels; o++)
            store(sums + (size_t)t * tap_step + (size_t)o * VR_WIDTH, s[t][o]);
}

#define PLANAR_SUMS(TAPS, CHANNELS) \
    static void R(planar_sums_##TAPS##_##CHANNELS)( \
        const vj_planar_job *j, size_t rows, const real *x, const real *y, real *sums, \
        size_t tap_step) { \
        R(planar_sums)(TAPS, CHANNELS, j, rows, x, y, sums, tap_step); \
    }
PLANAR_SUMS(1, 1) PLANAR_SUMS(1, 2) PLANAR_SUMS(1, 3)
PLANAR_SUMS(2, 1) PLANAR_SUMS(2, 2) PLANAR_SUMS(2, 3)
PLANAR_SUMS(3, 1) PLANAR_SUMS(3, 2) PLANAR_SUMS(3, 3)
PLANAR_SUMS(4, 1) PLANAR_SUMS(4, 2) PLANAR_SUMS(4, 3)
PLANAR_SUMS(5, 1) PLANAR_SUMS(5, 2) PLANAR_SUMS(5, 3)
#undef PLANAR_SUMS

// Units: chunks of blocks.
static void R(planar_filter)(void *context, size_t begin, size_t end) {
#define OF(TAPS) \
    {NULL, R(planar_sums_##TAPS##_1), R(planar_sums_##TAPS##_2), R(planar_sums_##TAPS##_3)}
    static void (*const kernels[][4])(
        const vj_planar_job *, size_t, const real *, const real *, real *, size_t) = {
        {NULL}, OF(1), OF(2), OF(3), OF(4), OF(5)};
#undef OF
    // As many sums at a time as the registers hold.
    const size_t most_taps = VJ_BYTES == 64 ? 5 : 3;
    vj_planar_job *j = context;
    const vj_convolution *c = &j->c;
    const size_t in = c->in_channels, out = c->out_channels, line = in * j->pitch,
                 y_line = out * j->gradient_pitch,
                 count = c->kernel_height * c->kernel_width * in * out;
    const size_t planes = j->height * line + VR_WIDTH, rows_of_y = j->block * y_line;
    real *buffer = vj_alloc((planes + rows_of_y + count * VR_WIDTH) * sizeof(real));
    if (!buffer) {
        atomic_store(&j->status, VJ_OUT_OF_MEMORY);
        return;
    }
    real *y = buffer + planes, *sums = y + rows_of_y;
    memset(y, 0, rows_of_y * sizeof(real));
    const vj_cut taps = vj_even_cut(c->kernel_width, most_taps), channels = vj_even_cut(out, 3);
    const size_t blocks = c->batch * j->blocks;
    for (size_t chunk = begin; chunk < end; chunk++) {
        memset(sums, 0, count * VR_WIDTH * sizeof(real));
        const size_t stop = (chunk + 1) * blocks / j->chunks;
        for (size_t b = chunk * blocks / j->chunks; b < stop && !vj_interrupted(); b++) {
            const size_t n = b / j->blocks, first = b % j->blocks * j->block,
                         rows = VJ_MIN_OF(j->block, c->out_height - first);
            R(fill_planes)(j, n, first, buffer);
            for (size_t row = 0; row < rows; row++)
                R(take_apart)(
                    &j->of_y,
                    (const real *)j->gradient
                        + (n * c->out_height + first + row) * c->out_width * out,
                    c->out_width, y + row * y_line, j->gradient_pitch);
            for (size_t r = 0; r < c->kernel_height; r++)
                for (size_t i = 0; i < in; i++)
                    for (size_t k = 0; k < taps.count; k++)
                        for (size_t q = 0; q < channels.count; q++) {
                            const size_t t = vj_cut_at(taps, k), o = vj_cut_at(channels, q);
                            kernels[vj_cut_at(taps, k + 1) - t][vj_cut_at(channels, q + 1) - o](
                                j, rows,
                                buffer + (r * c->dilation_height * in + i) * j->pitch
                                    + t * c->dilation_width,
                                y + o * j->gradient_pitch,
                                sums
                                    + (((r * c->kernel_width + t) * in + i) * out + o) * VR_WIDTH,
                                in * out * VR_WIDTH);
                        }
        }
        real *to = (real *)j->out + chunk * count;
        for (size_t i = 0; i < count; i++) to[i] = (real)total(load(sums + i * VR_WIDTH));
    }
    vj_free(buffer);
}
