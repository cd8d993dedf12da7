// Unary functions, their gradients and binary functions of one floating-point type.
// UNARY(name, expression in x, P0, P1)
#define UNARY(NAME, expression) \
    static void R(unary_##NAME)(size_t n, const void *xp, void *yp, double p0, double p1) { \
        const real *in = xp; \
        real *out = yp; \
        const vr P0 = SPLAT(p0), P1 = SPLAT(p1); \
        (void)P0, (void)P1; \
        size_t i = 0; \
        for (; i + VR_WIDTH <= n; i += VR_WIDTH) { \
            vr x = load(in + i); \
            store(out + i, (expression)); \
        } \
        if (i < n) { \
            vr x = load_n(in + i, n - i); \
            store_n(out + i, (expression), n - i); \
        } \
    }
#define S(value) SPLAT(value)
#include "unary_list.inc.h"
#undef UNARY

#define GRADIENT(NAME, uses_output, expression) \
    static void R(gradient_##NAME)( \
        size_t n, const void *sp, const void *gp, void *yp, double p0, double p1) { \
        const real *saved = sp, *gradient = gp; \
        real *out = yp; \
        const vr P0 = SPLAT(p0), P1 = SPLAT(p1); \
        (void)P0, (void)P1; \
        size_t i = 0; \
        for (; i + VR_WIDTH <= n; i += VR_WIDTH) { \
            vr x = load(saved + i), g = load(gradient + i), y = x; \
            (void)x, (void)y; \
            store(out + i, (expression)); \
        } \
        if (i < n) { \
            vr x = load_n(saved + i, n - i), g = load_n(gradient + i, n - i), y = x; \
            (void)x, (void)y; \
            store_n(out + i, (expression), n - i); \
        } \
    }
#include "gradient_list.inc.h"
#undef GRADIENT

// The forms a step of 0 or 1 makes; two scalars are computed once and repeated.
#define BINARY(NAME, expression) \
    static vj_status R(binary_##NAME)( \
        size_t n, const void *ap, int a_step, const void *bp, int b_step, void *op) { \
        const real *pa = ap, *pb = bp; \
        real *out = op; \
        size_t i = 0; \
        if (a_step && b_step) { \
            for (; i + VR_WIDTH <= n; i += VR_WIDTH) { \
                vr a = load(pa + i), b = load(pb + i); \
                store(out + i, (expression)); \
            } \
            if (i < n) { \
                vr a = load_n(pa + i, n - i), b = load_n(pb + i, n - i); \
                store_n(out + i, (expression), n - i); \
            } \
        } else if (a_step) { \
            const vr b = SPLAT(*pb); \
            for (; i + VR_WIDTH <= n; i += VR_WIDTH) { \
                vr a = load(pa + i); \
                store(out + i, (expression)); \
            } \
            if (i < n) { \
                vr a = load_n(pa + i, n - i); \
                store_n(out + i, (expression), n - i); \
            } \
        } else { \
            const vr a = SPLAT(*pa); \
            for (; i + VR_WIDTH <= n; i += VR_WIDTH) { \
                vr b = b_step ? load(pb + i) : SPLAT(*pb); \
                store(out + i, (expression)); \
            } \
            if (i < n) { \
                vr b = b_step ? load_n(pb + i, n - i) : SPLAT(*pb); \
                store_n(out + i, (expression), n - i); \
            } \
        } \
        return VJ_OK; \
    }
BINARY(ADD, a + b)
BINARY(SUB, a - b)
BINARY(MUL, a * b)
BINARY(DIV, a / b)
BINARY(POW, vpow(a, b))
BINARY(MIN, minimum(a, b))
BINARY(MAX, maximum(a, b))
BINARY(MOD, vmod(a, b))
BINARY(REM, vfmod(a, b))
BINARY(FLOOR_DIV, vfloor_div(a, b))
BINARY(ATAN2, vatan2(a, b))
BINARY(HYPOT, vhypot(a, b))
#undef BINARY

static void R(accumulate)(size_t n, double alpha, const void *xp, void *yp) {
    const real *x = xp;
    real *y = yp;
    const vr a = SPLAT(alpha);
    size_t i = 0;
    for (; i + VR_WIDTH <= n; i += VR_WIDTH) store(y + i, fma_(a, load(x + i), load(y + i)));
    if (i < n) store_n(y + i, fma_(a, load_n(x + i, n - i), load_n(y + i, n - i)), n - i);
}
#undef S
