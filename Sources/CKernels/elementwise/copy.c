// Casts, copies, fills, ranges, accumulation.
#include "walk.h"

size_t vj_dtype_size(vj_dtype dtype) {
    switch (dtype) {
    case VJ_BOOL:
    case VJ_UINT8: return 1;
    case VJ_INT32:
    case VJ_FLOAT32: return 4;
    default: return 8;
    }
}

typedef struct {
    vj_cast_kernel *kernel;
    const char *x;
    char *out;
    size_t from, to;
} cast_job;

static void cast_piece(void *context, size_t begin, size_t end) {
    const cast_job *j = context;
    j->kernel(end - begin, j->x + begin * j->from, j->out + begin * j->to);
}

vj_status vj_cast(vj_dtype from, vj_dtype to, size_t count, const void *x, void *out) {
    if ((unsigned)from > VJ_FLOAT64 || (unsigned)to > VJ_FLOAT64) return VJ_UNSUPPORTED;
    cast_job job = {
        vj_active->cast[from][to], x, out, vj_dtype_size(from), vj_dtype_size(to)};
    return vj_finished(vj_parallel(count, vj_light_grain, cast_piece, &job));
}

// MARK: strided copies

static void scatter_row(size_t size, size_t n, const char *x, char *out, ptrdiff_t step) {
#define SCATTER(T) \
    { \
        const T *from = (const T *)x; \
        for (size_t i = 0; i < n; i++, out += step) *(T *)out = from[i]; \
        break; \
    }
    switch (size) {
    case 1: SCATTER(uint8_t)
    case 4: SCATTER(uint32_t)
    default: SCATTER(uint64_t)
    }
#undef SCATTER
}

static void copy_row(void *context, size_t n, char *const pointers[], const ptrdiff_t steps[]) {
    const size_t size = *(const size_t *)context;
    const char *x = pointers[0];
    char *out = pointers[1];
    const ptrdiff_t in_step = steps[0], out_step = steps[1];
    if (out_step == (ptrdiff_t)size) {
        if (in_step == (ptrdiff_t)size)
            memmove(out, x, n * size);
        else
            vj_gather_row(size, n, x, in_step, out);
        return;
    }
    if (in_step == (ptrdiff_t)size) {
        scatter_row(size, n, x, out, out_step);
        return;
    }
    for (size_t i = 0; i < n; i++) {
        memcpy(out, x, size);
        x += in_step, out += out_step;
    }
}

// Two axes whose order differs between the operands: copied tile by tile, so that both sides
// stay within a few cache lines.
typedef struct {
    const vj_walk *walk;
    size_t size, tiles;
} transpose_job;

enum { tile = 32 };

#define TRANSPOSE(T) \
    for (size_t i = 0; i < rows; i++) { \
        const char *from = x + (ptrdiff_t)i * in_row; \
        char *to = out + (ptrdiff_t)i * out_row; \
        for (size_t k = 0; k < columns; k++) \
            *(T *)(to + (ptrdiff_t)k * out_column) = *(const T *)(from + (ptrdiff_t)k * in_column); \
    }

static void transpose_piece(void *context, size_t begin, size_t end) {
    const transpose_job *j = context;
    const vj_walk *w = j->walk;
    const ptrdiff_t in_row = w->stride[0][1], in_column = w->stride[0][0],
                    out_row = w->stride[1][1], out_column = w->stride[1][0];
    const size_t bands = (w->shape[1] + tile - 1) / tile;
    for (size_t unit = begin; unit < end; unit++) {
        size_t outer = unit / bands;
        const size_t r = unit % bands * tile, rows = VJ_MIN_OF((size_t)tile, w->shape[1] - r);
        const char *in_base = w->base[0] + in_row * (ptrdiff_t)r;
        char *out_base = w->base[1] + out_row * (ptrdiff_t)r;
        for (size_t axis = 2; axis < w->rank; axis++) {
            const ptrdiff_t index = (ptrdiff_t)(outer % w->shape[axis]);
            outer /= w->shape[axis];
            in_base += w->stride[0][axis] * index, out_base += w->stride[1][axis] * index;
        }
        for (size_t c = 0; c < w->shape[0]; c += tile) {
            const size_t columns = VJ_MIN_OF((size_t)tile, w->shape[0] - c);
            const char *x = in_base + in_column * (ptrdiff_t)c;
            char *out = out_base + out_column * (ptrdiff_t)c;
            switch (j->size) {
            case 1: TRANSPOSE(uint8_t) break;
            case 4: TRANSPOSE(uint32_t) break;
            default: TRANSPOSE(uint64_t)
            }
        }
    }
}

static void swap_axes(vj_walk *w, size_t a, size_t b) {
    size_t extent = w->shape[a];
    w->shape[a] = w->shape[b], w->shape[b] = extent;
    for (int o = 0; o < w->operands; o++) {
        ptrdiff_t stride = w->stride[o][a];
        w->stride[o][a] = w->stride[o][b], w->stride[o][b] = stride;
    }
}

vj_status vj_copy_strided(
    vj_dtype dtype, size_t rank, const size_t *shape, const void *x, const ptrdiff_t *strides,
    void *out, const ptrdiff_t *out_strides) {
    size_t size = vj_dtype_size(dtype);
    vj_walk walk;
    vj_status status = vj_walk_prepare(
        &walk, rank, shape, 2, (vj_operand[]){{x, strides, size}, {out, out_strides, size}});
    if (status != VJ_OK) return status;
    if (walk.count > 1024 && walk.rank >= 2 && walk.stride[0][0] != (ptrdiff_t)size) {
        // The axis along which the input is contiguous becomes the second one.
        for (size_t axis = 1; axis < walk.rank; axis++) {
            if (walk.stride[0][axis] != (ptrdiff_t)size || walk.shape[axis] < 4) continue;
            swap_axes(&walk, 1, axis);
            transpose_job job = {&walk, size, 0};
            const size_t bands = (walk.shape[1] + tile - 1) / tile;
            const size_t units = walk.count / (walk.shape[0] * walk.shape[1]) * bands;
            const size_t work = walk.shape[0] * VJ_MIN_OF((size_t)tile, walk.shape[1]);
            return vj_finished(vj_parallel(
                units, VJ_MAX_OF(vj_light_grain / 4 / work, (size_t)1), transpose_piece, &job));
        }
    }
    return vj_finished(vj_walk_run(&walk, vj_light_grain, copy_row, &size));
}

// MARK: accumulation

typedef struct {
    vj_dtype dtype;
    double alpha;
    const char *x;
    char *y;
    size_t size;
} axpy_job;

static void axpy_piece(void *context, size_t begin, size_t end) {
    const axpy_job *j = context;
    vj_active->accumulate[j->dtype](
        end - begin, j->alpha, j->x + begin * j->size, j->y + begin * j->size);
}

vj_status vj_axpy(vj_dtype dtype, size_t count, double alpha, const void *x, void *y) {
    if (dtype == VJ_BOOL || (unsigned)dtype > VJ_FLOAT64) return VJ_UNSUPPORTED;
    axpy_job job = {dtype, alpha, x, y, vj_dtype_size(dtype)};
    return vj_finished(vj_parallel(count, vj_light_grain, axpy_piece, &job));
}

static void add_row(void *context, size_t n, char *const pointers[], const ptrdiff_t steps[]) {
    const vj_dtype dtype = *(const vj_dtype *)context;
    const ptrdiff_t size = (ptrdiff_t)vj_dtype_size(dtype);
    if (steps[0] == size && steps[1] == size) {
        vj_active->accumulate[dtype](n, 1, pointers[0], pointers[1]);
        return;
    }
    const char *x = pointers[0];
    char *y = pointers[1];
#define ADD(T) \
    for (size_t i = 0; i < n; i++, x += steps[0], y += steps[1]) \
        *(T *)y = (T)(*(T *)y + *(const T *)x); \
    break;
    switch (dtype) {
    case VJ_UINT8: ADD(uint8_t)
    case VJ_INT32: ADD(uint32_t)
    case VJ_INT64: ADD(uint64_t)
    case VJ_FLOAT32: ADD(float)
    default: ADD(double)
    }
#undef ADD
}

vj_status vj_add_strided(
    vj_dtype dtype, size_t rank, const size_t *shape, const void *x, const ptrdiff_t *strides,
    void *out, const ptrdiff_t *out_strides) {
    if (dtype == VJ_BOOL) return VJ_UNSUPPORTED;
    size_t size = vj_dtype_size(dtype);
    vj_walk walk;
    vj_status status = vj_walk_prepare(
        &walk, rank, shape, 2, (vj_operand[]){{x, strides, size}, {out, out_strides, size}});
    if (status != VJ_OK) return status;
    // A repeated output axis adds up one element after the other: no threads then.
    for (size_t axis = 0; axis < walk.rank; axis++)
        if (walk.stride[1][axis] == 0)
            return vj_finished(vj_walk_run(&walk, walk.count, add_row, &dtype));
    return vj_finished(vj_walk_run(&walk, vj_light_grain, add_row, &dtype));
}

// MARK: fills and ranges

static void fill_row(void *context, size_t n, char *const pointers[], const ptrdiff_t steps[]) {
    const vj_operand *value = context;
    char *out = pointers[0];
    const ptrdiff_t step = steps[0];
#define FILL(T) \
    { \
        const T v = *(const T *)value->base; \
        if (step == (ptrdiff_t)sizeof(T)) \
            for (size_t i = 0; i < n; i++) ((T *)out)[i] = v; \
        else \
            for (size_t i = 0; i < n; i++, out += step) *(T *)out = v; \
        break; \
    }
    switch (value->size) {
    case 1: FILL(uint8_t)
    case 4: FILL(uint32_t)
    default: FILL(uint64_t)
    }
#undef FILL
}

vj_status vj_fill_strided(
    vj_dtype dtype, size_t rank, const size_t *shape, const void *value, void *out,
    const ptrdiff_t *out_strides) {
    vj_operand source = {value, NULL, vj_dtype_size(dtype)};
    vj_walk walk;
    vj_status status = vj_walk_prepare(
        &walk, rank, shape, 1, (vj_operand[]){{out, out_strides, source.size}});
    if (status != VJ_OK) return status;
    return vj_finished(vj_walk_run(&walk, vj_light_grain, fill_row, &source));
}

vj_status vj_fill(vj_dtype dtype, size_t count, const void *value, void *out) {
    return vj_fill_strided(dtype, 1, &count, value, out, NULL);
}

vj_status vj_arange(vj_dtype dtype, size_t count, double start, double step, void *out) {
    if (vj_interrupted()) return VJ_INTERRUPTED;
    if (dtype == VJ_FLOAT32) {
        float *o = out;
        for (size_t i = 0; i < count; i++) o[i] = (float)(start + (double)i * step);
    } else if (dtype == VJ_FLOAT64) {
        double *o = out;
        for (size_t i = 0; i < count; i++) o[i] = start + (double)i * step;
    } else
        return vj_arange_int(dtype, count, (int64_t)start, (int64_t)step, out);
    return VJ_OK;
}

vj_status vj_arange_int(vj_dtype dtype, size_t count, int64_t start, int64_t step, void *out) {
    if (vj_interrupted()) return VJ_INTERRUPTED;
#define RANGE(T) \
    { \
        T *o = out; \
        for (size_t i = 0; i < count; i++) \
            o[i] = (T)(int64_t)((uint64_t)start + (uint64_t)i * (uint64_t)step); \
        return VJ_OK; \
    }
    switch (dtype) {
    case VJ_UINT8: RANGE(uint8_t)
    case VJ_INT32: RANGE(int32_t)
    case VJ_INT64: RANGE(int64_t)
    case VJ_FLOAT32: RANGE(float)
    case VJ_FLOAT64: RANGE(double)
    default: return VJ_UNSUPPORTED;
    }
#undef RANGE
}
