// Functions composed of others, for both floating-point types.
#define DERIVED(vr, splat, mask) \
    OV vr vsign(vr x) { \
        return pick(x != x, x, pick(x > splat(0), splat(1), pick(x < splat(0), splat(-1), splat(0)))); \
    } \
    OV vr vrelu(vr x) { return pick((x > splat(0)) | (x != x), x, splat(0)); } \
    OV vr vsoftplus(vr x) { \
        vr positive = pick((x > splat(0)) | (x != x), x, splat(0)); \
        return positive + vlog1p(vexp(-vabs(x))); \
    } \
    OV vr vgelu(vr x) { \
        vr y = splat(0.5) * x * (splat(1) + verf(x * splat(0.70710678118654752440))); \
        return pick(x == splat(-INFINITY), splat(0), y); \
    } \
    OV vr vgelu_inner(vr x) { \
        return splat(0.79788456080286535588) * fma_(splat(0.044715) * x * x, x, x); \
    } \
    OV vr vgelu_tanh(vr x) { return splat(0.5) * x * (splat(1) + vtanh(vgelu_inner(x))); } \
    OV vr vsilu(vr x) { return pick(x == splat(-INFINITY), splat(0), x * vsigmoid(x)); } \
    OV vr velu(vr x, vr a) { return pick(x > splat(0), x, a * vexpm1(smaller(splat(0), x))); } \
    OV vr vhard_sigmoid(vr x) { \
        return minimum(maximum(fma_(x, splat(1.0 / 6), splat(0.5)), splat(0)), splat(1)); \
    } \
    OV vr vmish(vr x) { \
        return pick(x == splat(-INFINITY), splat(0), x * vtanh(vsoftplus(x))); \
    } \
    OV vr vgelu_slope(vr x) { \
        vr half = splat(0.5) * (splat(1) + verf(x * splat(0.70710678118654752440))); \
        vr bell = splat(0.39894228040143267794) * vexp(splat(-0.5) * x * x); \
        return fma_(pick(bell == splat(0), splat(0), x), bell, half); \
    } \
    OV vr vgelu_tanh_slope(vr x) { \
        vr t = vtanh(vgelu_inner(x)); \
        vr inner = splat(0.79788456080286535588) \
            * fma_(splat(3 * 0.044715) * x, x, splat(1)); \
        vr rest = splat(1) - t * t; \
        vr second = pick(rest == splat(0), splat(0), splat(0.5) * x * rest * inner); \
        return splat(0.5) * (splat(1) + t) + second; \
    } \
    OV vr vsilu_slope(vr x) { \
        vr s = vsigmoid(x); \
        return s * (splat(1) + pick(s == splat(0), splat(0), x * (splat(1) - s))); \
    } \
    OV vr vmish_slope(vr x) { \
        vr t = vtanh(vsoftplus(x)), s = vsigmoid(x); \
        return t + pick(s == splat(0), splat(0), x * s * (splat(1) - t * t)); \
    } \
    /* sign of the divisor, as Python's % */ \
    OV vr vmod(vr a, vr b) { \
        vr r = vfmod(a, b); \
        mask wrong = (r != splat(0)) & ((r < splat(0)) != (b < splat(0))); \
        return pick(wrong, r + b, pick(r == splat(0), with_sign(r, b), r)); \
    } \
    /* from the exact remainder, so that a quotient just below a whole number is not rounded to it */ \
    OV vr vfloor_div(vr a, vr b) { \
        vr r = vfmod(a, b), q = a / b, d = (a - r) / b; \
        d = pick((r != splat(0)) & ((r < splat(0)) != (b < splat(0))), d - splat(1), d); \
        vr f = vfloor(d); \
        f = pick(d - f > splat(0.5f), f + splat(1), f); \
        f = pick(d == splat(0), with_sign(splat(0), q), f); \
        return pick(b == splat(0), q, f); \
    }
DERIVED(vf, splat_f, vi)
DERIVED(vd, splat_d, vl)
