// Scalar special functions that the C library does not have.
#ifndef VJ_SPECIAL_H
#define VJ_SPECIAL_H

#include <math.h>

// ψ(x), the derivative of log Γ: reflection below ½, recurrence up to 6, then the asymptotic
// series (Abramowitz & Stegun 6.3.18).
static inline double vj_digamma(double x) {
    if (x == 0) return copysign(INFINITY, -x);
    if (x < 0.5) {
        if (x == floor(x)) return NAN;
        return vj_digamma(1 - x) - 3.14159265358979323846 / tan(3.14159265358979323846 * x);
    }
    double below = 0;
    for (; x < 6; x += 1) below += 1 / x;
    double r = 1 / x, s = r * r;
    double series = s
        * (1.0 / 12 - s * (1.0 / 120 - s * (1.0 / 252 - s * (1.0 / 240 - s * (1.0 / 132
            - s * (691.0 / 32760 - s / 12))))));
    return log(x) - r / 2 - series - below;
}

#endif
