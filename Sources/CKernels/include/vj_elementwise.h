/// Element-wise kernels: unary, binary, comparison, logic, selection, casts, copies.
///
/// Strided forms take `rank` extents and one stride (in elements, may be 0 or negative) per axis
/// and operand; the output is contiguous in row-major order unless it has strides of its own.
/// Axes are collapsed first, so contiguous, scalar (all strides 0), row and column broadcasts
/// run at full speed. An output may be the same memory as an input with the same layout; any
/// other overlap is undefined.
#ifndef VJ_ELEMENTWISE_H
#define VJ_ELEMENTWISE_H

#include "vj_types.h"

#ifdef __cplusplus
extern "C" {
#endif

/// Functions of one operand. Those up to `VJ_LAST_INTEGER_UNARY` exist for integers too (bool
/// counts as unsupported except for identity); all exist for float32 and float64.
/// Errors of the float32 forms: at most 2 ulp for exp, exp2, expm1, log, log2, log10, log1p, sin,
/// cos, sqrt, rsqrt; 4 ulp for tan, tanh, erf, sinh, cosh, asin, acos, atan; sigmoid 3 ulp.
typedef enum {
    VJ_IDENTITY = 0,
    VJ_NEG,
    VJ_ABS,
    VJ_SIGN,  /// −1, 0 or 1; NaN stays NaN
    VJ_SQUARE,
    VJ_RELU,  /// max(x, 0); NaN stays NaN
    VJ_FLOOR,
    VJ_CEIL,
    VJ_TRUNC,
    VJ_ROUND,  /// halves away from zero, as Swift's `round`
    VJ_LAST_INTEGER_UNARY = VJ_ROUND,
    VJ_ROUND_EVEN,  /// halves to even, as NumPy's `round`
    VJ_SQRT,
    VJ_RSQRT,  /// 1 / √x
    VJ_RECIPROCAL,
    VJ_EXP,
    VJ_EXP2,
    VJ_EXPM1,
    VJ_LOG,
    VJ_LOG2,
    VJ_LOG10,
    VJ_LOG1P,
    VJ_SIN,
    VJ_COS,
    VJ_TAN,
    VJ_ASIN,
    VJ_ACOS,
    VJ_ATAN,
    VJ_SINH,
    VJ_COSH,
    VJ_TANH,
    VJ_SIGMOID,  /// 1 / (1 + e⁻ˣ)
    VJ_ERF,
    VJ_SOFTPLUS,      /// log(1 + eˣ)
    VJ_GELU,          /// x·½(1 + erf(x/√2))
    VJ_GELU_TANH,     /// ½x(1 + tanh(√(2/π)(x + 0.044715x³)))
    VJ_SILU,          /// x · sigmoid(x)
    VJ_ELU,           /// x > 0 ? x : p0·(eˣ − 1)
    VJ_SELU,          /// 1.0507009873554805 · elu(x, 1.6732632423543772)
    VJ_LEAKY_RELU,    /// x > 0 ? x : p0·x
    VJ_SOFTSIGN,      /// x / (1 + |x|)
    VJ_HARD_SIGMOID,  /// clip(x/6 + ½, 0, 1)
    VJ_MISH,          /// x · tanh(softplus(x))
    VJ_LGAMMA,
    VJ_ASINH,
    VJ_ACOSH,
    VJ_ATANH,
    VJ_POW_SCALAR,  /// x to the power p0; 2, 3, ½, −1 and the like are exact shortcuts
    VJ_AFFINE,      /// p0·x + p1
    VJ_CLIP,        /// min(max(x, p0), p1); NaN stays NaN
    VJ_UNARY_COUNT
} vj_unary_op;

/// out[i] = op(x[i]) over contiguous memory.
vj_status vj_unary(
    vj_unary_op op, vj_dtype dtype, size_t count, const void *x, void *out, double p0, double p1);

/// The same from a strided operand into contiguous memory.
vj_status vj_unary_strided(
    vj_unary_op op, vj_dtype dtype, size_t rank, const size_t *shape, const void *x,
    const ptrdiff_t *strides, void *out, double p0, double p1);

/// Whether the derivative of `op` is computed from its output (true) or from its input (false).
bool vj_unary_gradient_uses_output(vj_unary_op op);

/// out[i] = gradient[i] · op′, in one pass; `saved` is the output or the input of the forward
/// pass, as `vj_unary_gradient_uses_output` says. float32 and float64. Piecewise constant
/// functions have derivative 0; at a kink the derivative is PyTorch's.
vj_status vj_unary_gradient(
    vj_unary_op op, vj_dtype dtype, size_t count, const void *saved, const void *gradient,
    void *out, double p0, double p1);
/// The same for rows of values to which a bias was added before `op`: out [rows, columns], and the
/// sums of its columns, the gradient of the bias.
vj_status vj_activation_gradient(
    vj_unary_op op, vj_dtype dtype, size_t rows, size_t columns, const void *saved,
    const void *gradient, void *out, void *bias_gradient, double p0, double p1);

/// Functions of two operands of one element type (promote first). Integers wrap around.
typedef enum {
    VJ_ADD = 0,
    VJ_SUB,
    VJ_MUL,
    VJ_DIV,  /// integers: towards zero
    VJ_POW,  /// integers: a negative exponent is `VJ_DOMAIN`
    VJ_MIN,  /// a NaN on either side gives NaN
    VJ_MAX,
    VJ_MOD,        /// sign of the divisor, as Python's %
    VJ_REM,        /// sign of the dividend, as C's fmod
    VJ_FLOOR_DIV,  /// ⌊a / b⌋
    VJ_ATAN2,      /// floats only
    VJ_HYPOT,      /// floats only
    VJ_BINARY_COUNT
} vj_binary_op;

/// out = op(a, b) with broadcasting expressed in the strides (0 repeats); out is contiguous.
/// bool takes MIN, MAX, MUL (and) and ADD (or).
vj_status vj_binary(
    vj_binary_op op, vj_dtype dtype, size_t rank, const size_t *shape, const void *a,
    const ptrdiff_t *a_strides, const void *b, const ptrdiff_t *b_strides, void *out);

/// The same for flat operands: a step of 1 walks the operand, a step of 0 repeats its one value.
vj_status vj_binary_flat(
    vj_binary_op op, vj_dtype dtype, size_t count, const void *a, int a_step, const void *b,
    int b_step, void *out);

typedef enum {
    VJ_EQUAL = 0,
    VJ_NOT_EQUAL,
    VJ_LESS,
    VJ_LESS_EQUAL,
    VJ_GREATER,
    VJ_GREATER_EQUAL,
} vj_compare_op;

/// out (bool, contiguous) = a op b. A comparison with NaN is false, except NOT_EQUAL.
vj_status vj_compare(
    vj_compare_op op, vj_dtype dtype, size_t rank, const size_t *shape, const void *a,
    const ptrdiff_t *a_strides, const void *b, const ptrdiff_t *b_strides, uint8_t *out);

typedef enum {
    VJ_AND = 0,
    VJ_OR,
    VJ_XOR,
} vj_logical_op;

/// out (bool, contiguous) = a op b on bool operands (any nonzero byte is true).
vj_status vj_logical(
    vj_logical_op op, size_t rank, const size_t *shape, const uint8_t *a,
    const ptrdiff_t *a_strides, const uint8_t *b, const ptrdiff_t *b_strides, uint8_t *out);
/// out[i] = !x[i].
vj_status vj_logical_not(size_t count, const uint8_t *x, uint8_t *out);

typedef enum {
    VJ_IS_NAN = 0,
    VJ_IS_INFINITE,
    VJ_IS_FINITE,
} vj_classify_op;
/// out (bool) = the class of each element; integers are finite.
vj_status vj_classify(
    vj_classify_op op, vj_dtype dtype, size_t count, const void *x, uint8_t *out);

/// out = condition ? a : b, contiguous; all three may be broadcast through their strides.
vj_status vj_where(
    vj_dtype dtype, size_t rank, const size_t *shape, const uint8_t *condition,
    const ptrdiff_t *condition_strides, const void *a, const ptrdiff_t *a_strides, const void *b,
    const ptrdiff_t *b_strides, void *out);

/// out[i] = x[i] converted. To bool: nonzero is true (NaN is). Float to integer: towards zero,
/// saturating, NaN gives 0. Integer to narrower integer: wraps around.
vj_status vj_cast(vj_dtype from, vj_dtype to, size_t count, const void *x, void *out);

/// Copies between two strided views of the same shape and element type.
vj_status vj_copy_strided(
    vj_dtype dtype, size_t rank, const size_t *shape, const void *x, const ptrdiff_t *strides,
    void *out, const ptrdiff_t *out_strides);

/// out[…] += x[…] between two strided views (scatter of a slice's gradient); integers and floats.
vj_status vj_add_strided(
    vj_dtype dtype, size_t rank, const size_t *shape, const void *x, const ptrdiff_t *strides,
    void *out, const ptrdiff_t *out_strides);

/// out[i] = *value.
vj_status vj_fill(vj_dtype dtype, size_t count, const void *value, void *out);
/// Writes *value through a strided view.
vj_status vj_fill_strided(
    vj_dtype dtype, size_t rank, const size_t *shape, const void *value, void *out,
    const ptrdiff_t *out_strides);
/// out[i] = start + i·step, each computed in float64 (float types) or wrapping int64 (integers).
vj_status vj_arange(vj_dtype dtype, size_t count, double start, double step, void *out);
/// The same with exact integer bounds, for int64 and the other integer types.
vj_status vj_arange_int(vj_dtype dtype, size_t count, int64_t start, int64_t step, void *out);

/// y[i] += alpha·x[i]: gradients accumulated in place.
vj_status vj_axpy(vj_dtype dtype, size_t count, double alpha, const void *x, void *y);

#ifdef __cplusplus
}
#endif
#endif
