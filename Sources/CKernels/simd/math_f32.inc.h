// float32 functions that have no vector form of their own, lane by lane.
#define LANES_F(name, call) \
    OV vf name(vf x) { \
        vf r; \
        for (int i = 0; i < VJ_VF; i++) r[i] = call(x[i]); \
        return r; \
    }
#define LANES2_F(name, call) \
    OV vf name(vf x, vf y) { \
        vf r; \
        for (int i = 0; i < VJ_VF; i++) r[i] = call(x[i], y[i]); \
        return r; \
    }
LANES_F(vexp, expf)
LANES_F(vexp2, exp2f)
LANES_F(vexpm1, expm1f)
LANES_F(vlog, logf)
LANES_F(vlog2, log2f)
LANES_F(vlog10, log10f)
LANES_F(vlog1p, log1pf)
LANES_F(vsin, sinf)
LANES_F(vcos, cosf)
LANES_F(vtan, tanf)
LANES_F(vasin, asinf)
LANES_F(vacos, acosf)
LANES_F(vatan, atanf)
LANES_F(vsinh, sinhf)
LANES_F(vcosh, coshf)
LANES_F(vtanh, tanhf)
LANES_F(verf, erff)
LANES_F(vlgamma, lgammaf)
#define DIGAMMA_F(x) (float)vj_digamma((double)(x))
LANES_F(vdigamma, DIGAMMA_F)
LANES_F(vasinh, asinhf)
LANES_F(vacosh, acoshf)
LANES_F(vatanh, atanhf)
LANES2_F(vpow, powf)
LANES2_F(vfmod, fmodf)
LANES2_F(vatan2, atan2f)
LANES2_F(vhypot, hypotf)
