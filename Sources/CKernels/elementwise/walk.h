// Walks several strided operands of one shape: axes are collapsed, rows are handed to a kernel.
#ifndef VJ_WALK_H
#define VJ_WALK_H

#include "../simd/table.h"

enum { vj_walk_operands = 4, vj_walk_block = 256 };

typedef struct {
    size_t rank;  // after collapsing, at least 1
    size_t shape[VJ_MAX_RANK];
    ptrdiff_t stride[vj_walk_operands][VJ_MAX_RANK];  // bytes
    char *base[vj_walk_operands];
    int operands;
    size_t count;
} vj_walk;

typedef struct {
    const void *base;
    const ptrdiff_t *strides;  // elements; NULL: contiguous
    size_t size;               // bytes of an element
} vj_operand;

// A row of n elements: pointers and steps in bytes.
typedef void vj_row_kernel(
    void *context, size_t n, char *const pointers[], const ptrdiff_t steps[]);

vj_status vj_walk_prepare(
    vj_walk *walk, size_t rank, const size_t *shape, int operands, const vj_operand *list);
// Rows longer than vj_walk's segment are cut; `grain` elements are worth a piece of parallel work.
bool vj_walk_run(const vj_walk *walk, size_t grain, vj_row_kernel *row, void *context);

// Copies n elements, `step` bytes apart, into a contiguous buffer.
void vj_gather_row(size_t size, size_t n, const char *x, ptrdiff_t step, void *out);
// The operand as the flat kernels want it: itself where it is contiguous (*flag 1) or one value
// (*flag 0), else gathered into the buffer.
static inline const void *vj_flatten(
    size_t size, size_t n, const char *x, ptrdiff_t step, void *buffer, int *flag) {
    if (step == (ptrdiff_t)size || n == 1) return *flag = 1, x;
    if (step == 0) return *flag = 0, x;
    vj_gather_row(size, n, x, step, buffer);
    return *flag = 1, buffer;
}

// The kernel for an op and its parameters, NULL where there is none: a power that has a shorter form
// takes that.
vj_unary_kernel *vj_choose_unary(vj_unary_op *op, vj_dtype dtype, double p0);

// Elements worth one piece of parallel work, for memory-bound and for computing kernels.
enum { vj_light_grain = 1 << 16, vj_heavy_grain = 1 << 13 };

#endif
