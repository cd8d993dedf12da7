// Vectors of the width of this variant (VJ_BYTES), with the same names in every variant.
// Functions are overloaded on the element type, so that a kernel written once serves both.

#define VJ_VF (VJ_BYTES / 4)
#define VJ_VD (VJ_BYTES / 8)
#define OV static inline __attribute__((overloadable, always_inline, unused))

typedef float vf __attribute__((vector_size(VJ_BYTES)));
typedef double vd __attribute__((vector_size(VJ_BYTES)));
typedef int32_t vi __attribute__((vector_size(VJ_BYTES)));
typedef int64_t vl __attribute__((vector_size(VJ_BYTES)));
typedef uint32_t vu __attribute__((vector_size(VJ_BYTES)));
typedef uint64_t vq __attribute__((vector_size(VJ_BYTES)));
typedef float vf_any __attribute__((vector_size(VJ_BYTES), aligned(4), may_alias));
typedef double vd_any __attribute__((vector_size(VJ_BYTES), aligned(8), may_alias));
typedef float vf_half __attribute__((vector_size(VJ_BYTES / 2)));
typedef float vf_half_any __attribute__((vector_size(VJ_BYTES / 2), aligned(4), may_alias));

OV vf load(const float *p) { return *(const vf_any *)p; }
OV vd load(const double *p) { return *(const vd_any *)p; }
OV void store(float *p, vf v) { *(vf_any *)p = v; }
OV void store(double *p, vd v) { *(vd_any *)p = v; }
OV vf splat_f(float x) { return x - (vf){0}; }
OV vd splat_d(double x) { return x - (vd){0}; }
OV vi splat_i(int32_t x) { return x - (vi){0}; }
OV vl splat_l(int64_t x) { return x - (vl){0}; }

// The first n elements (0 < n < width), the rest 0.
#if VJ_BYTES == 64
OV vf load_n(const float *p, size_t n) {
    return (vf)_mm512_maskz_loadu_ps((__mmask16)((1u << n) - 1), p);
}
OV vd load_n(const double *p, size_t n) {
    return (vd)_mm512_maskz_loadu_pd((__mmask8)((1u << n) - 1), p);
}
OV void store_n(float *p, vf v, size_t n) {
    _mm512_mask_storeu_ps(p, (__mmask16)((1u << n) - 1), (__m512)v);
}
OV void store_n(double *p, vd v, size_t n) {
    _mm512_mask_storeu_pd(p, (__mmask8)((1u << n) - 1), (__m512d)v);
}
#elif VJ_BYTES == 32
OV __m256i lanes_f(size_t n) {
    return (__m256i)((vi){0, 1, 2, 3, 4, 5, 6, 7} < splat_i((int32_t)n));
}
OV __m256i lanes_d(size_t n) { return (__m256i)((vl){0, 1, 2, 3} < splat_l((int64_t)n)); }
OV vf load_n(const float *p, size_t n) { return (vf)_mm256_maskload_ps(p, lanes_f(n)); }
OV vd load_n(const double *p, size_t n) { return (vd)_mm256_maskload_pd(p, lanes_d(n)); }
OV void store_n(float *p, vf v, size_t n) { _mm256_maskstore_ps(p, lanes_f(n), (__m256)v); }
OV void store_n(double *p, vd v, size_t n) { _mm256_maskstore_pd(p, lanes_d(n), (__m256d)v); }
#else
OV vf load_n(const float *p, size_t n) {
    vf v = {0};
    for (size_t i = 0; i < n; i++) v[i] = p[i];
    return v;
}
OV vd load_n(const double *p, size_t n) {
    vd v = {0};
    for (size_t i = 0; i < n; i++) v[i] = p[i];
    return v;
}
OV void store_n(float *p, vf v, size_t n) {
    for (size_t i = 0; i < n; i++) p[i] = v[i];
}
OV void store_n(double *p, vd v, size_t n) {
    for (size_t i = 0; i < n; i++) p[i] = v[i];
}
#endif

// As many of a vector's elements as are left.
OV vf load_some(const float *p, size_t left) { return left >= VJ_VF ? load(p) : load_n(p, left); }
OV vd load_some(const double *p, size_t left) { return left >= VJ_VD ? load(p) : load_n(p, left); }
OV void store_some(float *p, vf v, size_t left) {
    if (left >= VJ_VF)
        store(p, v);
    else
        store_n(p, v, left);
}
OV void store_some(double *p, vd v, size_t left) {
    if (left >= VJ_VD)
        store(p, v);
    else
        store_n(p, v, left);
}

OV vf pick(vi m, vf a, vf b) { return (vf)((m & (vi)a) | (~m & (vi)b)); }
OV vd pick(vl m, vd a, vd b) { return (vd)((m & (vl)a) | (~m & (vl)b)); }
OV vi pick(vi m, vi a, vi b) { return (m & a) | (~m & b); }
OV vf vabs(vf x) { return (vf)((vi)x & 0x7fffffff); }
OV vd vabs(vd x) { return (vd)((vl)x & 0x7fffffffffffffff); }
OV vi sign_bit(vf x) { return (vi)x & INT32_MIN; }
OV vl sign_bit(vd x) { return (vl)x & INT64_MIN; }
OV vf with_sign(vf x, vf s) { return (vf)((vi)vabs(x) | sign_bit(s)); }
OV vd with_sign(vd x, vd s) { return (vd)((vl)vabs(x) | sign_bit(s)); }

// a·b + c: one rounding where the processor has it, two in the portable variant on x86.
#if VJ_BYTES > 16 || defined(__aarch64__)
OV vf fma_(vf a, vf b, vf c) { return __builtin_elementwise_fma(a, b, c); }
OV vd fma_(vd a, vd b, vd c) { return __builtin_elementwise_fma(a, b, c); }
#define VJ_FUSED 1
#else
OV vf fma_(vf a, vf b, vf c) { return a * b + c; }
OV vd fma_(vd a, vd b, vd c) { return a * b + c; }
#define VJ_FUSED 0
#endif

OV vf root(vf x) { return __builtin_elementwise_sqrt(x); }
OV vd root(vd x) { return __builtin_elementwise_sqrt(x); }

// A NaN on either side gives NaN.
OV vf maximum(vf a, vf b) { return pick(a != a, a, pick((b > a) | (b != b), b, a)); }
OV vd maximum(vd a, vd b) { return pick(a != a, a, pick((b > a) | (b != b), b, a)); }
OV vf minimum(vf a, vf b) { return pick(a != a, a, pick((b < a) | (b != b), b, a)); }
OV vd minimum(vd a, vd b) { return pick(a != a, a, pick((b < a) | (b != b), b, a)); }
// Plain comparisons, for values that are known not to be NaN.
OV vf larger(vf a, vf b) { return pick(a > b, a, b); }
OV vd larger(vd a, vd b) { return pick(a > b, a, b); }
OV vf smaller(vf a, vf b) { return pick(a < b, a, b); }
OV vd smaller(vd a, vd b) { return pick(a < b, a, b); }

// Rounding to whole numbers.
#if VJ_BYTES > 16 || defined(__aarch64__)
OV vf vfloor(vf x) { return __builtin_elementwise_floor(x); }
OV vd vfloor(vd x) { return __builtin_elementwise_floor(x); }
OV vf vceil(vf x) { return __builtin_elementwise_ceil(x); }
OV vd vceil(vd x) { return __builtin_elementwise_ceil(x); }
OV vf vtrunc(vf x) { return __builtin_elementwise_trunc(x); }
OV vd vtrunc(vd x) { return __builtin_elementwise_trunc(x); }
OV vf nearest(vf x) { return __builtin_elementwise_roundeven(x); }
OV vd nearest(vd x) { return __builtin_elementwise_roundeven(x); }
#else
// Adding and taking away 2²³ (2⁵²) leaves the whole number nearest to a smaller value.
OV vf nearest(vf x) {
    vf a = vabs(x), r = (a + 0x1p23f) - 0x1p23f;
    return with_sign(pick(a < 0x1p23f, r, x), x);
}
OV vd nearest(vd x) {
    vd a = vabs(x), r = (a + 0x1p52) - 0x1p52;
    return with_sign(pick(a < 0x1p52, r, x), x);
}
OV vf vfloor(vf x) {
    vf r = nearest(x);
    return with_sign(pick(r > x, r - 1.0f, r), x);
}
OV vd vfloor(vd x) {
    vd r = nearest(x);
    return with_sign(pick(r > x, r - 1.0, r), x);
}
OV vf vceil(vf x) { return -vfloor(-x); }
OV vd vceil(vd x) { return -vfloor(-x); }
OV vf vtrunc(vf x) { return with_sign(vfloor(vabs(x)), x); }
OV vd vtrunc(vd x) { return with_sign(vfloor(vabs(x)), x); }
#endif
// Halves away from zero; the exact fraction decides, so 0.49999997 stays 0.
OV vf away(vf x) {
    vf a = vabs(x), w = vtrunc(a);
    return with_sign(pick(a - w >= 0.5f, w + 1.0f, w), x);
}
OV vd away(vd x) {
    vd a = vabs(x), w = vtrunc(a);
    return with_sign(pick(a - w >= 0.5, w + 1.0, w), x);
}

// Sums and extremes across a vector, always in the same order.
OV double across(vd x) {
    double s = 0;
    for (int i = 0; i < VJ_VD; i++) s += x[i];
    return s;
}
OV double across(vf x) {
    double s = 0;
    for (int i = 0; i < VJ_VF; i++) s += (double)x[i];
    return s;
}
// The same in the element type, pairwise.
OV float total(vf x) {
    float lanes[VJ_VF];
    store(lanes, x);
    for (int width = VJ_VF / 2; width; width /= 2)
        for (int i = 0; i < width; i++) lanes[i] += lanes[i + width];
    return lanes[0];
}
OV double total(vd x) {
    double lanes[VJ_VD];
    store(lanes, x);
    for (int width = VJ_VD / 2; width; width /= 2)
        for (int i = 0; i < width; i++) lanes[i] += lanes[i + width];
    return lanes[0];
}
