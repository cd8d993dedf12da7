// Rows by index: gather, scatter-add, one-hot.
#include "../simd/table.h"

static int64_t index_at(vj_dtype dtype, const void *indices, size_t i) {
    switch (dtype) {
    case VJ_INT32: return ((const int32_t *)indices)[i];
    case VJ_UINT8: return ((const uint8_t *)indices)[i];
    default: return ((const int64_t *)indices)[i];
    }
}

static bool is_index(vj_dtype dtype) {
    return dtype == VJ_INT32 || dtype == VJ_INT64 || dtype == VJ_UINT8;
}

// Checked before anything is written, so that a bad index leaves the output alone.
static vj_status check(
    vj_dtype dtype, size_t count, const void *indices, size_t rows, bool from_end, size_t *bad) {
    for (size_t i = 0; i < count; i++) {
        const int64_t index = index_at(dtype, indices, i);
        const bool right = index >= 0 ? (uint64_t)index < rows
                                      : from_end && (uint64_t)-(index + 1) < rows;
        if (VJ_UNLIKELY(!right)) {
            if (bad) *bad = i;
            return VJ_OUT_OF_RANGE;
        }
    }
    return VJ_OK;
}

typedef struct {
    size_t rows, bytes;
    vj_dtype index_dtype;
    const void *indices;
    const char *table;
    char *out;
} gather_job;

static size_t row_of(const gather_job *j, size_t i) {
    const int64_t index = index_at(j->index_dtype, j->indices, i);
    return index < 0 ? (size_t)(index + (int64_t)j->rows) : (size_t)index;
}

static void gather_piece(void *context, size_t begin, size_t end) {
    const gather_job *j = context;
    for (size_t i = begin; i < end; i++)
        memcpy(j->out + i * j->bytes, j->table + row_of(j, i) * j->bytes, j->bytes);
}

vj_status vj_gather_rows(
    vj_dtype dtype, size_t rows, size_t width, const void *table, vj_dtype index_dtype,
    size_t count, const void *indices, void *out, size_t *bad) {
    if (!is_index(index_dtype)) return VJ_UNSUPPORTED;
    vj_status status = check(index_dtype, count, indices, rows, true, bad);
    if (status != VJ_OK) return status;
    gather_job job = {rows, width * vj_dtype_size(dtype), index_dtype, indices, table, out};
    const size_t grain = VJ_MAX_OF(((size_t)1 << 18) / VJ_MAX_OF(job.bytes, (size_t)16), (size_t)1);
    return vj_finished(vj_parallel(count, grain, gather_piece, &job));
}

vj_status vj_scatter_add_rows(
    vj_dtype dtype, size_t rows, size_t width, void *table, vj_dtype index_dtype, size_t count,
    const void *indices, const void *x, size_t *bad) {
    if (!is_index(index_dtype) || dtype == VJ_BOOL) return VJ_UNSUPPORTED;
    vj_status status = check(index_dtype, count, indices, rows, true, bad);
    if (status != VJ_OK) return status;
    gather_job job = {rows, width * vj_dtype_size(dtype), index_dtype, indices, NULL, table};
    for (size_t i = 0; i < count; i++) {
        if (i % 1024 == 0 && vj_interrupted()) return VJ_INTERRUPTED;
        vj_active->accumulate[dtype](
            width, 1, (const char *)x + i * job.bytes, job.out + row_of(&job, i) * job.bytes);
    }
    return VJ_OK;
}

vj_status vj_one_hot(
    vj_dtype dtype, size_t classes, vj_dtype label_dtype, size_t count, const void *labels,
    void *out, size_t *bad) {
    if (!is_index(label_dtype)) return VJ_UNSUPPORTED;
    vj_status status = check(label_dtype, count, labels, classes, false, bad);
    if (status != VJ_OK) return status;
    memset(out, 0, count * classes * vj_dtype_size(dtype));
    for (size_t i = 0; i < count; i++) {
        const size_t at = i * classes + (size_t)index_at(label_dtype, labels, i);
        switch (dtype) {
        case VJ_BOOL:
        case VJ_UINT8: ((uint8_t *)out)[at] = 1; break;
        case VJ_INT32: ((int32_t *)out)[at] = 1; break;
        case VJ_INT64: ((int64_t *)out)[at] = 1; break;
        case VJ_FLOAT32: ((float *)out)[at] = 1; break;
        default: ((double *)out)[at] = 1;
        }
    }
    return VJ_OK;
}
