// float32 functions, vectorised. Polynomials come from coefficients.h; what has no vector form goes
// to the C library lane by lane.

// The call takes its vector through memory, so that the compiler clears the upper halves of the
// registers first: the library's own code pays dearly for finding them in use.
#define LANES_F(name, call) \
    static __attribute__((noinline, unused)) void lanes_##name##_f(float *x) { \
        for (int i = 0; i < VJ_VF; i++) x[i] = call(x[i]); \
    } \
    OV vf name(vf x) { \
        float lanes[VJ_VF]; \
        store(lanes, x); \
        lanes_##name##_f(lanes); \
        return load(lanes); \
    }
#define LANES2_F(name, call) \
    static __attribute__((noinline, unused)) void lanes_##name##_f(float *x, const float *y) { \
        for (int i = 0; i < VJ_VF; i++) x[i] = call(x[i], y[i]); \
    } \
    OV vf name(vf x, vf y) { \
        float lanes[VJ_VF], other[VJ_VF]; \
        store(lanes, x), store(other, y); \
        lanes_##name##_f(lanes, other); \
        return load(lanes); \
    }
LANES_F(vasin, asinf)
LANES_F(vacos, acosf)
LANES_F(vatan, atanf)
LANES_F(vlgamma, lgammaf)
#define DIGAMMA_F(x) (float)vj_digamma((double)(x))
LANES_F(vdigamma, DIGAMMA_F)
LANES_F(vasinh, asinhf)
LANES_F(vacosh, acoshf)
LANES_F(vatanh, atanhf)
LANES2_F(vfmod, fmodf)
LANES2_F(vatan2, atan2f)
LANES2_F(vhypot, hypotf)

OV vi to_int(vf x) { return __builtin_convertvector(x, vi); }
OV vf to_real(vi x) { return __builtin_convertvector(x, vf); }
// 2ⁿ for n in −126...127.
OV vf power_of_two(vi n) { return (vf)((n + 127) << 23); }
OV bool any(vi mask) {
#if VJ_BYTES == 64
    return _mm512_movepi32_mask((__m512i)mask) != 0;
#elif VJ_BYTES == 32
    return _mm256_movemask_ps((__m256)mask) != 0;
#else
    int32_t all = 0;
    for (int i = 0; i < VJ_VF; i++) all |= mask[i];
    return all != 0;
#endif
}

// MARK: exponentials

// x = n·log 2 + r; the constant is split so that n·(first part) is exact.
OV vf exp_reduce(vf x, vi *n) {
    vf k = nearest(x * splat_f(1.44269504088896341f));
    *n = to_int(k);
    return fma_(k, splat_f(2.12194440e-4f), fma_(k, splat_f(-0.693359375f), x));
}
// e^r − 1
OV vf exp_rest(vf r) {
    vf p = fma_(splat_f(VJ_EXP_4), r, splat_f(VJ_EXP_3));
    p = fma_(p, r, splat_f(VJ_EXP_2));
    p = fma_(p, r, splat_f(VJ_EXP_1));
    p = fma_(p, r, splat_f(VJ_EXP_0));
    return fma_(p * r, r, r);
}
// Two factors, so that the range down to the smallest subnormal and over the largest number works.
OV vf exp_scale(vf y, vi n) {
    vi half = n >> 1;
    return y * power_of_two(half) * power_of_two(n - half);
}
OV vf vexp(vf x) {
    x = pick(x > 89.0f, splat_f(89.0f), pick(x < -104.5f, splat_f(-104.5f), x));
    vi n;
    vf r = exp_reduce(x, &n);
    return exp_scale(exp_rest(r) + 1.0f, n);
}
OV vf vexp2(vf x) {
    x = pick(x > 129.0f, splat_f(129.0f), pick(x < -151.0f, splat_f(-151.0f), x));
    vf k = nearest(x);
    vf r = (x - k) * splat_f(0.693147180559945309f);
    return exp_scale(exp_rest(r) + 1.0f, to_int(k));
}
OV vf vexpm1(vf x) {
    vf inside = pick(x > 89.0f, splat_f(89.0f), pick(x < -25.0f, splat_f(-25.0f), x));
    vi n;
    vf r = exp_reduce(inside, &n);
    vf t = power_of_two(n - 1);
    vf y = 2.0f * fma_(t, exp_rest(r), t - 0.5f);
    return pick(vabs(x) < 1e-8f, x, y);  // keeps −0 and subnormals
}

// MARK: logarithms

// log(1 + f) for 1 + f in √½...√2, less f: exact enough to be added to other parts.
OV vf log_rest(vf f) {
    vf s = f / (f + 2.0f), z = s * s;
    vf p = fma_(splat_f(VJ_LOG_3), z, splat_f(VJ_LOG_2));
    p = fma_(p, z, splat_f(VJ_LOG_1));
    p = fma_(p, z, splat_f(VJ_LOG_0));
    vf half = 0.5f * f * f;
    return fma_(s, fma_(p, z, half), -half);
}
// x = 2^k·(1 + f); x positive and finite.
OV vf log_reduce(vf x, vf *k) {
    vi subnormal = x < 1.17549435e-38f;
    x = pick(subnormal, x * 8388608.0f, x);
    vi bits = (vi)x - 0x3f3504f3;  // from √½
    vi e = bits >> 23;
    *k = to_real(e - (subnormal & 23));
    return (vf)((vi)x - (e << 23)) - 1.0f;
}
OV vf log_limits(vf x, vf y) {
    y = pick(x == 0.0f, splat_f(-INFINITY), y);
    y = pick((x < 0.0f) | (x != x), splat_f(NAN), y);
    return pick(x == splat_f(INFINITY), x, y);
}
OV vf vlog(vf x) {
    vf k, f = log_reduce(x, &k);
    vf y = fma_(k, splat_f(0.693359375f), f + fma_(k, splat_f(-2.12194440e-4f), log_rest(f)));
    return log_limits(x, y);
}
// The fraction's logarithm times a constant c = high + low, where high has 12 bits.
OV vf scaled_log(vf f, float high, float low) {
    vf rest = log_rest(f);
    vf whole = (vf)((vi)(f + rest) & (int32_t)0xfffff000);  // 12 bits
    vf left = (f - whole) + rest;
    return fma_(whole, splat_f(high), fma_(left, splat_f(high), (whole + left) * splat_f(low)));
}
OV vf vlog2(vf x) {
    vf k, f = log_reduce(x, &k);
    return log_limits(x, k + scaled_log(f, 1.44238281f, 3.12228389e-4f));
}
OV vf vlog10(vf x) {
    vf k, f = log_reduce(x, &k);
    vf y = scaled_log(f, 0.434204102f, 9.03803407e-5f);
    return log_limits(
        x, fma_(k, splat_f(0.301025391f), fma_(k, splat_f(4.60503900e-6f), y)));
}
OV vf vlog1p(vf x) {
    vf u = x + 1.0f;
    // What the sum has lost.
    vf lost = pick(x > 1.0f, 1.0f - (u - x), x - (u - 1.0f));
    vf k, f = log_reduce(u, &k);
    vi near = k == 0.0f;
    f = pick(near, x, f);
    lost = pick(near, splat_f(0), lost / u);
    vf y = fma_(
        k, splat_f(0.693359375f), f + (lost + fma_(k, splat_f(-2.12194440e-4f), log_rest(f))));
    y = log_limits(u, y);
    return pick(vabs(x) < 1e-8f, x, y);
}

// MARK: hyperbolic functions and their like

OV vf vtanh(vf x) {
    vf a = vabs(x);
    a = pick(a > 10.0f, splat_f(10.0f), a);
    vf t = vexpm1(2.0f * a);
    return with_sign(t / (t + 2.0f), x);
}
OV vf vsigmoid(vf x) {
    vf e = vexp(-vabs(x));
    return pick(x < 0.0f, e, splat_f(1)) / (1.0f + e);
}
OV vf vsinh(vf x) {
    vf a = vabs(x), t = vexpm1(a);
    vf y = 0.5f * (t + t / (t + 1.0f));
    vf w = vexp(0.5f * a);
    return with_sign(pick(a > 80.0f, 0.5f * w * w, y), x);
}
OV vf vcosh(vf x) {
    vf a = vabs(x), e = vexp(a), w = vexp(0.5f * a);
    return pick(a > 80.0f, 0.5f * w * w, 0.5f * e + 0.5f / e);
}
OV vf verf(vf x) {
    vf a = vabs(x), z = x * x;
    vf p = fma_(splat_f(VJ_ERF_6), z, splat_f(VJ_ERF_5));
    p = fma_(p, z, splat_f(VJ_ERF_4));
    p = fma_(p, z, splat_f(VJ_ERF_3));
    p = fma_(p, z, splat_f(VJ_ERF_2));
    p = fma_(p, z, splat_f(VJ_ERF_1));
    p = fma_(p, z, splat_f(VJ_ERF_0));
    vf small = fma_(x, p, x);
    vi far = a > 0.9f;
    if (!any(far)) return small;
    vf t = pick(a > 4.0f, splat_f(4.0f), a);
    vf q = fma_(splat_f(VJ_ERFC_8), t, splat_f(VJ_ERFC_7));
    q = fma_(q, t, splat_f(VJ_ERFC_6));
    q = fma_(q, t, splat_f(VJ_ERFC_5));
    q = fma_(q, t, splat_f(VJ_ERFC_4));
    q = fma_(q, t, splat_f(VJ_ERFC_3));
    q = fma_(q, t, splat_f(VJ_ERFC_2));
    q = fma_(q, t, splat_f(VJ_ERFC_1));
    q = fma_(q, t, splat_f(VJ_ERFC_0));
    vf large = 1.0f - vexp(-q * t);
    return pick(far, with_sign(pick(a >= 4.0f, splat_f(1), large), x), small);
}

// MARK: trigonometry

typedef double vd_pair __attribute__((vector_size(2 * VJ_BYTES)));
typedef int64_t vl_pair __attribute__((vector_size(2 * VJ_BYTES)));

// x = n·π/2 + r, in float64: right to the last bit of r up to |x| = 2²⁰.
OV vf quarter_turns(vf x, vi *n) {
    vd_pair w = __builtin_convertvector(x, vd_pair);
    // Adding 1.5·2⁵² rounds to a whole number, which its lowest bits then hold.
    vd_pair shifted = w * 0.63661977236758134308 + 0x1.8p52;
    vd_pair k = shifted - 0x1.8p52;
    *n = __builtin_convertvector((vl_pair)shifted & 3, vi);
    return __builtin_convertvector(
        (w - k * 1.57079631090164184570) - k * 1.58932547735281966916e-8, vf);
}
OV vf sin_near(vf r) {
    vf z = r * r;
    vf p = fma_(splat_f(VJ_SIN_3), z, splat_f(VJ_SIN_2));
    p = fma_(p, z, splat_f(VJ_SIN_1));
    p = fma_(p, z, splat_f(VJ_SIN_0));
    return fma_(p * z, r, r);
}
OV vf cos_near(vf r) {
    vf z = r * r;
    vf p = fma_(splat_f(VJ_COS_3), z, splat_f(VJ_COS_2));
    p = fma_(p, z, splat_f(VJ_COS_1));
    p = fma_(p, z, splat_f(VJ_COS_0));
    return fma_(p * z, z, fma_(splat_f(-0.5f), z, splat_f(1)));
}
#define FAR_F(name, call) \
    static __attribute__((noinline)) void lanes_##name(const float *x, float *y) { \
        for (int i = 0; i < VJ_VF; i++) \
            if (fabsf(x[i]) > 1048576.0f) y[i] = call(x[i]); \
    } \
    OV vf name(vf x, vf y) { \
        float lanes[VJ_VF], result[VJ_VF]; \
        store(lanes, x), store(result, y); \
        lanes_##name(lanes, result); \
        return load(result); \
    }
FAR_F(far_sin, sinf)
FAR_F(far_cos, cosf)
FAR_F(far_tan, tanf)
OV vf vsin(vf x) {
    vi n;
    vf r = quarter_turns(x, &n);
    vf y = pick(-(n & 1), cos_near(r), sin_near(r));
    y = (vf)((vi)y ^ ((n & 2) << 30));
    vi far = vabs(x) > 1048576.0f;
    if (VJ_UNLIKELY(any(far))) y = far_sin(x, y);
    return pick(x == 0.0f, x, y);
}
OV vf vcos(vf x) {
    vi n;
    vf r = quarter_turns(x, &n);
    vf y = pick(-(n & 1), sin_near(r), cos_near(r));
    y = (vf)((vi)y ^ (((n + 1) & 2) << 30));
    vi far = vabs(x) > 1048576.0f;
    return VJ_UNLIKELY(any(far)) ? far_cos(x, y) : y;
}
OV vf vtan(vf x) {
    vi n;
    vf r = quarter_turns(x, &n);
    vf s = sin_near(r), c = cos_near(r);
    vi odd = -(n & 1);
    vf y = pick(odd, -c, s) / pick(odd, s, c);
    vi far = vabs(x) > 1048576.0f;
    if (VJ_UNLIKELY(any(far))) y = far_tan(x, y);
    return pick(x == 0.0f, x, y);
}

// MARK: powers

// |x|^y by way of float64: log₂ and 2^ with errors far below float32's.
OV vf power_of_magnitude(vf a, vf y) {
    vd_pair x = __builtin_convertvector(a, vd_pair), e = __builtin_convertvector(y, vd_pair);
    vl_pair bits = (vl_pair)x - 0x3fe6a09e667f3bcd;  // from √½
    vl_pair k = bits >> 52;
    vd_pair f = (vd_pair)((vl_pair)x - (k << 52)) - 1.0;
    vd_pair s = f / (f + 2.0), z = s * s;
    vd_pair p = z * VJ_LOG_WIDE_4 + VJ_LOG_WIDE_3;
    p = p * z + VJ_LOG_WIDE_2;
    p = p * z + VJ_LOG_WIDE_1;
    p = p * z + VJ_LOG_WIDE_0;
    // Small whole numbers become float64 through the bits of 1.5·2⁵² + k.
    vd_pair whole = (vd_pair)(k + 0x4338000000000000) - 0x1.8p52;
    vd_pair t = e * (whole + (s * 2.0 + s * z * p) * 1.44269504088896340736);
    vl_pair high = t > 300.0, low = t < -300.0;
    t = (vd_pair)((high & (vl_pair)(t * 0.0 + 300.0)) | (~high & (vl_pair)t));
    t = (vd_pair)((low & (vl_pair)(t * 0.0 - 300.0)) | (~low & (vl_pair)t));
    vd_pair shifted = t + 0x1.8p52, r = (t - (shifted - 0x1.8p52)) * 0.69314718055994530942;
    vl_pair n = (vl_pair)shifted - 0x4338000000000000;
    vd_pair q = r * VJ_EXP_WIDE_6 + VJ_EXP_WIDE_5;
    q = q * r + VJ_EXP_WIDE_4;
    q = q * r + VJ_EXP_WIDE_3;
    q = q * r + VJ_EXP_WIDE_2;
    q = q * r + VJ_EXP_WIDE_1;
    q = q * r + VJ_EXP_WIDE_0;
    vd_pair power = (q * r * r + r) + 1.0;
    return __builtin_convertvector(power * (vd_pair)((n + 1023) << 52), vf);
}
static __attribute__((noinline)) void lanes_special_pow(
    const float *x, const float *y, float *z, const int32_t *special) {
    for (int i = 0; i < VJ_VF; i++)
        if (special[i]) z[i] = powf(x[i], y[i]);
}
OV vf special_pow(vf x, vf y, vf z, vi special) {
    float base[VJ_VF], exponent[VJ_VF], result[VJ_VF];
    int32_t which[VJ_VF];
    store(base, x), store(exponent, y), store(result, z);
    memcpy(which, &special, sizeof which);
    lanes_special_pow(base, exponent, result, which);
    return load(result);
}
OV vf vpow(vf x, vf y) {
    vf a = vabs(x);
    vf z = power_of_magnitude(a, y);
    // A negative base takes the sign from an odd exponent, and has no power that is not whole.
    vf whole = nearest(y), half = nearest(y * 0.5f);
    vi odd = (whole == y) & (half * 2.0f != y);
    z = (vf)((vi)z ^ (odd & sign_bit(x)));
    z = pick((x < 0.0f) & (whole != y), splat_f(NAN), z);
    vi special = ~((a > 0.0f) & (a < splat_f(INFINITY)) & (vabs(y) < splat_f(INFINITY)));
    return VJ_UNLIKELY(any(special)) ? special_pow(x, y, z, special) : z;
}
