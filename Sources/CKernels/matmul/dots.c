// Matrix times vector, and the product of two vectors, where every element of the result is a dot
// product along memory: one pass over the matrix, no tiles.
#include "matmul.h"

bool vj_is_dots(const vj_matmul_args *s) {
    return (s->m == 1 || s->n == 1) && s->a_col == 1 && s->b_row == 1 && s->k >= 32;
}

typedef struct {
    const vj_matmul_args *s;
    const char *a, *b;
    char *c;
} dots_job;

#define DOTS(T) \
    for (size_t e = begin; e < end; e++) { \
        const ptrdiff_t i = s->n == 1 ? (ptrdiff_t)e : 0, j = s->n == 1 ? 0 : (ptrdiff_t)e; \
        T *out = (T *)g->c + i * s->c_row + j; \
        double sum = s->alpha \
            * dot(s->k, (const T *)g->a + i * s->a_row, (const T *)g->b + j * s->b_col); \
        if (s->beta != 0) sum += s->beta * (double)*out; \
        if (s->bias) sum += (double)((const T *)s->bias)[j]; \
        *out = (T)sum; \
        if (s->before) *(T *)((char *)s->before + ((char *)out - (const char *)s->c)) = *out; \
        if (s->activation != VJ_IDENTITY) \
            vj_active->unary[s->dtype][s->activation]( \
                1, out, out, s->activation_p0, s->activation_p1); \
    }

static void dots_piece(void *context, size_t begin, size_t end) {
    const dots_job *g = context;
    const vj_matmul_args *s = g->s;
    vj_dot_kernel *dot = vj_active->dot[vj_real_index(s->dtype)];
    if (s->dtype == VJ_FLOAT32)
        DOTS(float)
    else
        DOTS(double)
}

vj_status vj_dots(const vj_matmul_args *s, const void *a, const void *b, void *c) {
    dots_job job = {s, a, b, c};
    return vj_finished(
        vj_parallel(s->m * s->n, VJ_MAX_OF(65536 / s->k, (size_t)1), dots_piece, &job));
}
