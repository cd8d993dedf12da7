// Optimizer steps, cut into pieces.
#include <math.h>

#include "../simd/table.h"

typedef struct {
    int real;
    size_t size;
    char *w, *first, *second;
    const char *g;
    const void *options;
    double step_size, root_correction;
    int kind;
} step_job;

static char *moved(char *p, size_t at) { return p ? p + at : NULL; }

static void step_piece(void *context, size_t begin, size_t end) {
    const step_job *j = context;
    const size_t n = end - begin, at = begin * j->size;
    switch (j->kind) {
    case 0:
        vj_active->sgd[j->real](n, j->w + at, j->g + at, moved(j->first, at), j->options);
        break;
    case 1:
        vj_active->adam[j->real](
            n, j->w + at, j->g + at, j->first + at, j->second + at, j->options, j->step_size,
            j->root_correction);
        break;
    default:
        vj_active->rmsprop[j->real](
            n, j->w + at, j->g + at, j->first + at, moved(j->second, at), j->options);
    }
}

static vj_status step(vj_dtype dtype, size_t count, step_job *job) {
    if (!vj_is_real(dtype)) return VJ_UNSUPPORTED;
    job->real = vj_real_index(dtype);
    job->size = vj_dtype_size(dtype);
    return vj_finished(vj_parallel(count, 32768, step_piece, job));
}

vj_status vj_sgd_step(
    vj_dtype dtype, size_t count, void *weights, const void *gradient, void *velocity,
    const vj_sgd *options) {
    step_job job = {.w = weights, .g = gradient, .first = velocity, .options = options, .kind = 0};
    return step(dtype, count, &job);
}

vj_status vj_adam_step(
    vj_dtype dtype, size_t count, void *weights, const void *gradient, void *m, void *v,
    const vj_adam *options) {
    const double t = (double)options->step;
    step_job job = {
        .w = weights, .g = gradient, .first = m, .second = v, .options = options, .kind = 1,
        .step_size = options->learning_rate / (1 - pow(options->beta1, t)),
        .root_correction = 1 / sqrt(1 - pow(options->beta2, t))};
    return step(dtype, count, &job);
}

vj_status vj_rmsprop_step(
    vj_dtype dtype, size_t count, void *weights, const void *gradient, void *square,
    void *velocity, const vj_rmsprop *options) {
    step_job job = {
        .w = weights, .g = gradient, .first = square, .second = velocity, .options = options,
        .kind = 2};
    return step(dtype, count, &job);
}
