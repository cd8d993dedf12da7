// float64 functions: exponential, logarithm and what follows from them vectorised; the rest goes to
// the C library lane by lane.

#define LANES_D(name, call) \
    static __attribute__((noinline, unused)) void lanes_##name##_d(double *x) { \
        for (int i = 0; i < VJ_VD; i++) x[i] = call(x[i]); \
    } \
    OV vd name(vd x) { \
        double lanes[VJ_VD]; \
        store(lanes, x); \
        lanes_##name##_d(lanes); \
        return load(lanes); \
    }
#define LANES2_D(name, call) \
    static __attribute__((noinline, unused)) void lanes_##name##_d(double *x, const double *y) { \
        for (int i = 0; i < VJ_VD; i++) x[i] = call(x[i], y[i]); \
    } \
    OV vd name(vd x, vd y) { \
        double lanes[VJ_VD], other[VJ_VD]; \
        store(lanes, x), store(other, y); \
        lanes_##name##_d(lanes, other); \
        return load(lanes); \
    }
LANES_D(vexp2, exp2)
LANES_D(vexpm1, expm1)
LANES_D(vlog2, log2)
LANES_D(vlog10, log10)
LANES_D(vlog1p, log1p)
LANES_D(vsin, sin)
LANES_D(vcos, cos)
LANES_D(vtan, tan)
LANES_D(vasin, asin)
LANES_D(vacos, acos)
LANES_D(vatan, atan)
LANES_D(vsinh, sinh)
LANES_D(vcosh, cosh)
LANES_D(verf, erf)
LANES_D(vlgamma, lgamma)
LANES_D(vdigamma, vj_digamma)
LANES_D(vasinh, asinh)
LANES_D(vacosh, acosh)
LANES_D(vatanh, atanh)
LANES2_D(vpow, pow)
LANES2_D(vfmod, fmod)
LANES2_D(vatan2, atan2)
LANES2_D(vhypot, hypot)

// 2ⁿ for n in −1022...1023.
OV vd power_of_two(vl n) { return (vd)((n + 1023) << 52); }

OV vd vexp(vd x) {
    x = pick(x > 710.0, splat_d(710.0), pick(x < -746.0, splat_d(-746.0), x));
    // Adding 1.5·2⁵² rounds to a whole number, which the lowest bits then hold.
    vd shifted = x * 1.44269504088896340736 + 0x1.8p52, k = shifted - 0x1.8p52;
    vl n = (vl)shifted - 0x4338000000000000;
    vd r = fma_(k, splat_d(-1.90821492927058770002e-10), fma_(k, splat_d(-0x1.62e42fee00000p-1), x));
    vd p = fma_(splat_d(VJ_EXP_WIDE_9), r, splat_d(VJ_EXP_WIDE_8));
    p = fma_(p, r, splat_d(VJ_EXP_WIDE_7));
    p = fma_(p, r, splat_d(VJ_EXP_WIDE_6));
    p = fma_(p, r, splat_d(VJ_EXP_WIDE_5));
    p = fma_(p, r, splat_d(VJ_EXP_WIDE_4));
    p = fma_(p, r, splat_d(VJ_EXP_WIDE_3));
    p = fma_(p, r, splat_d(VJ_EXP_WIDE_2));
    p = fma_(p, r, splat_d(VJ_EXP_WIDE_1));
    p = fma_(p, r, splat_d(VJ_EXP_WIDE_0));
    vl half = n >> 1;
    vd y = fma_(p * r, r, r) + 1.0;
    return pick(x != x, x, y * power_of_two(half) * power_of_two(n - half));
}
OV vd vlog(vd x) {
    vl subnormal = x < 2.2250738585072014e-308;
    vd m = pick(subnormal, x * 0x1p54, x);
    vl bits = (vl)m - 0x3fe6a09e667f3bcd, e = bits >> 52;
    vd f = (vd)((vl)m - (e << 52)) - 1.0;
    vd k = (vd)(e - (subnormal & 54) + 0x4338000000000000) - 0x1.8p52;
    vd s = f / (f + 2.0), z = s * s;
    vd p = fma_(splat_d(VJ_LOG_WIDE_7), z, splat_d(VJ_LOG_WIDE_6));
    p = fma_(p, z, splat_d(VJ_LOG_WIDE_5));
    p = fma_(p, z, splat_d(VJ_LOG_WIDE_4));
    p = fma_(p, z, splat_d(VJ_LOG_WIDE_3));
    p = fma_(p, z, splat_d(VJ_LOG_WIDE_2));
    p = fma_(p, z, splat_d(VJ_LOG_WIDE_1));
    p = fma_(p, z, splat_d(VJ_LOG_WIDE_0));
    vd half = 0.5 * f * f, rest = fma_(s, fma_(p, z, half), -half);
    vd y = fma_(
        k, splat_d(0x1.62e42fee00000p-1), f + fma_(k, splat_d(1.90821492927058770002e-10), rest));
    y = pick(x == 0.0, splat_d(-INFINITY), y);
    y = pick((x < 0.0) | (x != x), splat_d(NAN), y);
    return pick(x == splat_d(INFINITY), x, y);
}
OV vd vtanh(vd x) {
    // Near 0 the difference would lose digits; there the quotient of e²ˣ − 1 does not.
    vd a = vabs(x);
    a = pick(a > 22.0, splat_d(22.0), a);
    vd y = with_sign(1.0 - 2.0 / (vexp(2.0 * a) + 1.0), x);
    vl near = a < 0.6;
    bool some = false;
    for (int i = 0; i < VJ_VD; i++) some |= near[i] != 0;
    if (!some) return y;
    vd t = vexpm1(2.0 * a);
    return pick(near, with_sign(t / (t + 2.0), x), y);
}
OV vd vsigmoid(vd x) {
    vd e = vexp(-vabs(x));
    return pick(x < 0.0, e, splat_d(1)) / (1.0 + e);
}
