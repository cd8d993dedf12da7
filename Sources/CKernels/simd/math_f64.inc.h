// float64 functions that have no vector form of their own, lane by lane.
#define LANES_D(name, call) \
    OV vd name(vd x) { \
        vd r; \
        for (int i = 0; i < VJ_VD; i++) r[i] = call(x[i]); \
        return r; \
    }
#define LANES2_D(name, call) \
    OV vd name(vd x, vd y) { \
        vd r; \
        for (int i = 0; i < VJ_VD; i++) r[i] = call(x[i], y[i]); \
        return r; \
    }
LANES_D(vexp, exp)
LANES_D(vexp2, exp2)
LANES_D(vexpm1, expm1)
LANES_D(vlog, log)
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
LANES_D(vtanh, tanh)
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
