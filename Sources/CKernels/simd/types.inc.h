// Kernels of the other element types, comparisons, selection and casts: plain loops, which the
// compiler turns into vectors of this variant.

// Integers wrap around, so the arithmetic is done on the unsigned type.
#define INTEGER(T, U, SUFFIX) \
    static void unary_IDENTITY_##SUFFIX(size_t n, const void *x, void *y, double p0, double p1) { \
        (void)p0, (void)p1; \
        memmove(y, x, n * sizeof(T)); \
    } \
    INTEGER_UNARY(NEG, T, U, SUFFIX, (T)(0 - (U)x)) \
    INTEGER_UNARY(ABS, T, U, SUFFIX, x < 0 ? (T)(0 - (U)x) : x) \
    INTEGER_UNARY(SIGN, T, U, SUFFIX, (T)((x > 0) - (x < 0))) \
    INTEGER_UNARY(SQUARE, T, U, SUFFIX, (T)((U)x * (U)x)) \
    INTEGER_UNARY(RELU, T, U, SUFFIX, x > 0 ? x : 0) \
    INTEGER_BINARY(ADD, T, U, SUFFIX, (T)((U)a + (U)b)) \
    INTEGER_BINARY(SUB, T, U, SUFFIX, (T)((U)a - (U)b)) \
    INTEGER_BINARY(MUL, T, U, SUFFIX, (T)((U)a * (U)b)) \
    INTEGER_BINARY(MIN, T, U, SUFFIX, a < b ? a : b) \
    INTEGER_BINARY(MAX, T, U, SUFFIX, a > b ? a : b) \
    INTEGER_DIVISION(DIV, T, U, SUFFIX, b == (T)-1 && (T)-1 < 0 ? (T)(0 - (U)a) : (T)(a / b)) \
    INTEGER_DIVISION(REM, T, U, SUFFIX, b == (T)-1 && (T)-1 < 0 ? 0 : (T)(a % b)) \
    INTEGER_DIVISION(MOD, T, U, SUFFIX, modulo_##SUFFIX(a, b)) \
    INTEGER_DIVISION( \
        FLOOR_DIV, T, U, SUFFIX, \
        b == (T)-1 && (T)-1 < 0 ? (T)(0 - (U)a) : (T)((a - modulo_##SUFFIX(a, b)) / b)) \
    static vj_status binary_POW_##SUFFIX( \
        size_t n, const void *ap, int a_step, const void *bp, int b_step, void *op) { \
        const T *a = ap, *b = bp; \
        T *out = op; \
        for (size_t i = 0; i < n; i++) { \
            T exponent = b[b_step ? i : 0]; \
            if (exponent < 0) return VJ_DOMAIN; \
            U base = (U)a[a_step ? i : 0], power = 1; \
            for (; exponent; exponent >>= 1, base = (U)(base * base)) \
                if (exponent & 1) power = (U)(power * base); \
            out[i] = (T)power; \
        } \
        return VJ_OK; \
    } \
    static void accumulate_##SUFFIX(size_t n, double alpha, const void *xp, void *yp) { \
        const T *x = xp; \
        T *y = yp; \
        const U factor = (U)(int64_t)alpha; \
        for (size_t i = 0; i < n; i++) y[i] = (T)((U)y[i] + factor * (U)x[i]); \
    }
#define INTEGER_UNARY(NAME, T, U, SUFFIX, expression) \
    static void unary_##NAME##_##SUFFIX( \
        size_t n, const void *xp, void *yp, double p0, double p1) { \
        (void)p0, (void)p1; \
        const T *in = xp; \
        T *out = yp; \
        for (size_t i = 0; i < n; i++) { \
            T x = in[i]; \
            out[i] = (expression); \
        } \
    }
#define THREE_FORMS(a_type, pa, b_type, pb, statement) \
    if (a_step && b_step) \
        for (size_t i = 0; i < n; i++) { \
            a_type a = pa[i]; \
            b_type b = pb[i]; \
            statement; \
        } \
    else if (a_step) { \
        const b_type b = *pb; \
        for (size_t i = 0; i < n; i++) { \
            a_type a = pa[i]; \
            statement; \
        } \
    } else if (b_step) { \
        const a_type a = *pa; \
        for (size_t i = 0; i < n; i++) { \
            b_type b = pb[i]; \
            statement; \
        } \
    } else { \
        const a_type a = *pa; \
        const b_type b = *pb; \
        for (size_t i = 0; i < n; i++) statement; \
    }
#define INTEGER_BINARY(NAME, T, U, SUFFIX, expression) \
    static vj_status binary_##NAME##_##SUFFIX( \
        size_t n, const void *ap, int a_step, const void *bp, int b_step, void *op) { \
        const T *pa = ap, *pb = bp; \
        T *out = op; \
        THREE_FORMS(T, pa, T, pb, out[i] = (expression)) \
        return VJ_OK; \
    }
#define INTEGER_DIVISION(NAME, T, U, SUFFIX, expression) \
    static vj_status binary_##NAME##_##SUFFIX( \
        size_t n, const void *ap, int a_step, const void *bp, int b_step, void *op) { \
        const T *pa = ap, *pb = bp; \
        T *out = op; \
        bool zero = false; \
        for (size_t i = 0; i < (b_step ? n : 1); i++) zero |= pb[i] == 0; \
        if (zero) return VJ_DOMAIN; \
        THREE_FORMS(T, pa, T, pb, out[i] = (expression)) \
        return VJ_OK; \
    }
#define MODULO(T, U, SUFFIX) \
    static inline T modulo_##SUFFIX(T a, T b) { \
        if (b == (T)-1 && (T)-1 < 0) return 0; \
        T r = (T)(a % b); \
        return r != 0 && ((r < 0) != (b < 0)) ? (T)(r + b) : r; \
    }
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wtautological-compare"
MODULO(int32_t, uint32_t, i32)
MODULO(int64_t, uint64_t, i64)
MODULO(uint8_t, uint32_t, u8)
INTEGER(int32_t, uint32_t, i32)
INTEGER(int64_t, uint64_t, i64)
INTEGER(uint8_t, uint32_t, u8)
#pragma clang diagnostic pop

#define BOOL_BINARY(NAME, expression) INTEGER_BINARY(NAME, uint8_t, uint8_t, bool, expression)
BOOL_BINARY(ADD, (uint8_t)((a | b) != 0))
BOOL_BINARY(MAX, (uint8_t)((a | b) != 0))
BOOL_BINARY(MUL, (uint8_t)((a != 0) & (b != 0)))
BOOL_BINARY(MIN, (uint8_t)((a != 0) & (b != 0)))

#define COMPARE(NAME, T, SUFFIX, operator) \
    static void compare_##NAME##_##SUFFIX( \
        size_t n, const void *ap, int a_step, const void *bp, int b_step, uint8_t *out) { \
        const T *pa = ap, *pb = bp; \
        THREE_FORMS(T, pa, T, pb, out[i] = a operator b) \
    }
#define COMPARES(T, SUFFIX) \
    COMPARE(EQUAL, T, SUFFIX, ==) \
    COMPARE(NOT_EQUAL, T, SUFFIX, !=) \
    COMPARE(LESS, T, SUFFIX, <) \
    COMPARE(LESS_EQUAL, T, SUFFIX, <=) \
    COMPARE(GREATER, T, SUFFIX, >) \
    COMPARE(GREATER_EQUAL, T, SUFFIX, >=)
COMPARES(uint8_t, u8)
COMPARES(int32_t, i32)
COMPARES(int64_t, i64)
COMPARES(float, f32)
COMPARES(double, f64)

#define WHERE(T, BYTES) \
    static void where_##BYTES( \
        size_t n, const uint8_t *c, int c_step, const void *ap, int a_step, const void *bp, \
        int b_step, void *op) { \
        const T *pa = ap, *pb = bp; \
        T *out = op; \
        if (!c_step) { \
            const T *from = *c ? pa : pb; \
            int step = *c ? a_step : b_step; \
            if (step) \
                memmove(out, from, n * sizeof(T)); \
            else { \
                const T value = *from; \
                for (size_t i = 0; i < n; i++) out[i] = value; \
            } \
            return; \
        } \
        THREE_FORMS(T, pa, T, pb, out[i] = c[i] ? a : b) \
    }
WHERE(uint8_t, 1)
WHERE(uint32_t, 4)
WHERE(uint64_t, 8)

#define CAST(FROM, FROM_SUFFIX, TO, TO_SUFFIX, expression) \
    static void cast_##FROM_SUFFIX##_##TO_SUFFIX(size_t n, const void *xp, void *op) { \
        const FROM *in = xp; \
        TO *out = op; \
        for (size_t i = 0; i < n; i++) { \
            FROM x = in[i]; \
            out[i] = (expression); \
        } \
    }
#define CASTS_FROM_INTEGER(T, SUFFIX) \
    CAST(T, SUFFIX, uint8_t, bool, x != 0) \
    CAST(T, SUFFIX, uint8_t, u8, (uint8_t)x) \
    CAST(T, SUFFIX, int32_t, i32, (int32_t)x) \
    CAST(T, SUFFIX, int64_t, i64, (int64_t)x) \
    CAST(T, SUFFIX, float, f32, (float)x) \
    CAST(T, SUFFIX, double, f64, (double)x)
// The limits are powers of two, exact in both floating-point types.
#define SATURATED(T, below, above, low, high) \
    (!(x == x) ? 0 : x <= below ? low : x >= above ? high : (T)x)
#define CASTS_FROM_REAL(T, SUFFIX) \
    CAST(T, SUFFIX, uint8_t, bool, x != 0) \
    CAST(T, SUFFIX, uint8_t, u8, SATURATED(uint8_t, 0, 256, 0, 255)) \
    CAST(T, SUFFIX, int32_t, i32, \
         SATURATED(int32_t, (T)-0x1p31, (T)0x1p31, INT32_MIN, INT32_MAX)) \
    CAST(T, SUFFIX, int64_t, i64, \
         SATURATED(int64_t, (T)-0x1p63, (T)0x1p63, INT64_MIN, INT64_MAX)) \
    CAST(T, SUFFIX, float, f32, (float)x) \
    CAST(T, SUFFIX, double, f64, (double)x)
CASTS_FROM_INTEGER(uint8_t, u8)
CASTS_FROM_INTEGER(int32_t, i32)
CASTS_FROM_INTEGER(int64_t, i64)
CASTS_FROM_REAL(float, f32)
CASTS_FROM_REAL(double, f64)
CAST(uint8_t, bool, uint8_t, u8, x != 0)
CAST(uint8_t, bool, int32_t, i32, x != 0)
CAST(uint8_t, bool, int64_t, i64, x != 0)
CAST(uint8_t, bool, float, f32, x != 0)
CAST(uint8_t, bool, double, f64, x != 0)
