#include "walk.h"

vj_status vj_walk_prepare(
    vj_walk *walk, size_t rank, const size_t *shape, int operands, const vj_operand *list) {
    walk->operands = operands;
    walk->count = 1;
    ptrdiff_t natural[vj_walk_operands];
    for (int o = 0; o < operands; o++) {
        walk->base[o] = (char *)list[o].base;
        natural[o] = (ptrdiff_t)list[o].size;
    }
    // From the last axis to the first, in reverse; an axis joins the one inside it when every
    // operand's stride says that it goes on from there.
    size_t used = 0;
    for (size_t i = rank; i-- > 0;) {
        const size_t extent = shape[i];
        walk->count *= extent;
        if (extent == 0) continue;
        ptrdiff_t stride[vj_walk_operands];
        for (int o = 0; o < operands; o++) {
            if (list[o].strides)
                stride[o] = list[o].strides[i] * (ptrdiff_t)list[o].size;
            else
                stride[o] = natural[o], natural[o] *= (ptrdiff_t)extent;
        }
        if (extent == 1) continue;
        bool joins = used > 0;
        for (int o = 0; joins && o < operands; o++)
            joins = stride[o]
                == walk->stride[o][used - 1] * (ptrdiff_t)walk->shape[used - 1];
        if (joins) {
            walk->shape[used - 1] *= extent;
            continue;
        }
        if (used == VJ_MAX_RANK) return VJ_RANK;
        walk->shape[used] = extent;
        for (int o = 0; o < operands; o++) walk->stride[o][used] = stride[o];
        used++;
    }
    if (used == 0) {
        walk->shape[0] = 1;
        for (int o = 0; o < operands; o++) walk->stride[o][0] = (ptrdiff_t)list[o].size;
        used = 1;
    }
    walk->rank = used;  // axis 0 is the innermost
    return VJ_OK;
}

typedef struct {
    const vj_walk *walk;
    vj_row_kernel *row;
    void *context;
    size_t segment, segments;
} walk_job;

// Units are segments of rows, in row-major order.
static void walk_piece(void *context, size_t begin, size_t end) {
    const walk_job *job = context;
    const vj_walk *walk = job->walk;
    const int operands = walk->operands;
    size_t index[VJ_MAX_RANK], row = begin / job->segments, segment = begin % job->segments;
    char *pointers[vj_walk_operands], *moved[vj_walk_operands];
    ptrdiff_t steps[vj_walk_operands];
    for (int o = 0; o < operands; o++)
        pointers[o] = walk->base[o], steps[o] = walk->stride[o][0];
    for (size_t axis = 1; axis < walk->rank; axis++) {
        index[axis] = row % walk->shape[axis];
        row /= walk->shape[axis];
        for (int o = 0; o < operands; o++)
            pointers[o] += walk->stride[o][axis] * (ptrdiff_t)index[axis];
    }
    for (size_t unit = begin; unit < end; unit++) {
        const size_t start = segment * job->segment;
        const size_t n = VJ_MIN_OF(job->segment, walk->shape[0] - start);
        for (int o = 0; o < operands; o++)
            moved[o] = pointers[o] + steps[o] * (ptrdiff_t)start;
        job->row(job->context, n, moved, steps);
        if (++segment < job->segments) continue;
        segment = 0;
        for (size_t axis = 1; axis < walk->rank; axis++) {
            for (int o = 0; o < operands; o++) pointers[o] += walk->stride[o][axis];
            if (++index[axis] < walk->shape[axis]) break;
            for (int o = 0; o < operands; o++)
                pointers[o] -= walk->stride[o][axis] * (ptrdiff_t)walk->shape[axis];
            index[axis] = 0;
        }
    }
}

bool vj_walk_run(const vj_walk *walk, size_t grain, vj_row_kernel *row, void *context) {
    if (walk->count == 0) return !vj_interrupted();
    walk_job job = {.walk = walk, .row = row, .context = context};
    job.segment = VJ_MIN_OF(walk->shape[0], grain);
    job.segments = (walk->shape[0] + job.segment - 1) / job.segment;
    const size_t units = walk->count / walk->shape[0] * job.segments;
    return vj_parallel(units, VJ_MAX_OF(grain / job.segment, (size_t)1), walk_piece, &job);
}

void vj_gather_row(size_t size, size_t n, const char *x, ptrdiff_t step, void *out) {
#define GATHER(T) \
    { \
        T *to = out; \
        for (size_t i = 0; i < n; i++, x += step) to[i] = *(const T *)x; \
        break; \
    }
    switch (size) {
    case 1: GATHER(uint8_t)
    case 4: GATHER(uint32_t)
    default: GATHER(uint64_t)
    }
#undef GATHER
}
