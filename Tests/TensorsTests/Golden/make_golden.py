"""Makes operations.json and printing.json from NumPy and SciPy.

    pip install numpy scipy
    python make_golden.py

Every operation of the table has cases here: shapes with 0 and 1, broadcasting, views that are not
contiguous, all element types it takes, NaN and infinities. References are computed in float64
(integers exactly) from the very inputs that are stored, so that a float32 result is compared with
the true value; the tolerance of each case is stored with it: 4 ulp for element-wise functions,
and the bound of a blocked sum for reductions and products.
"""

import base64
import json
import os
import warnings

import numpy as np
from scipy import special

warnings.simplefilter("ignore")
here = os.path.dirname(os.path.abspath(__file__))
rng = np.random.default_rng(7)
cases = []
TYPES = {"bool": np.bool_, "uint8": np.uint8, "int32": np.int32, "int64": np.int64,
         "float32": np.float32, "float64": np.float64}
layouts = ["plain", "transposed", "strided"]


def pack(x):
    x = np.asarray(x)
    return {"shape": list(x.shape), "dtype": x.dtype.name,
            "data": base64.b64encode(np.ascontiguousarray(x).tobytes()).decode()}


def case(op, inputs, output, tol=None, ulps=None, **attributes):
    output = np.asarray(output)
    if tol is None:
        tol = 0 if output.dtype.kind in "biu" else 5e-7 if output.dtype == np.float32 else 4e-15
    cases.append({
        "op": op, "inputs": [pack(x) for x in inputs],
        "layouts": [layouts[int(rng.integers(3))] for _ in inputs],
        "output": pack(output), "tolerance": tol, "attributes": attributes,
        **({} if ulps is None or output.dtype.kind != "f" else {"ulps": ulps})})


def values(shape, dtype, low=-2.0, high=2.0):
    dtype = np.dtype(dtype)
    if dtype == np.bool_:
        return rng.integers(0, 2, shape).astype(bool)
    if dtype == np.uint8:
        return rng.integers(0, 200, shape).astype(dtype)
    if dtype.kind == "i":
        return rng.integers(-50, 50, shape).astype(dtype)
    return rng.uniform(low, high, shape).astype(dtype)


SHAPES = [(), (1,), (7,), (2, 3), (3, 0), (2, 3, 5), (9, 5)]

# Element-wise functions: (name, reference in float64, low, high, parameters)

def limit(f, at_minus, at_plus):
    """f with its limits at the infinities, where the formula itself is 0 times infinity."""
    return lambda x: np.where(x == -np.inf, at_minus, np.where(x == np.inf, at_plus, f(x)))


unary = [
    ("abs", np.abs, -2, 2), ("sign", np.sign, -2, 2), ("square", np.square, -2, 2),
    ("relu", lambda x: np.where(np.isnan(x), x, np.maximum(x, 0)), -2, 2), ("floor", np.floor, -9, 9), ("ceil", np.ceil, -9, 9),
    ("trunc", np.trunc, -9, 9),
    ("round", lambda x: np.sign(x) * np.floor(np.abs(x) + 0.5), -9, 9),
    ("sqrt", np.sqrt, 0, 9), ("rsqrt", lambda x: 1 / np.sqrt(x), 0.1, 9),
    ("reciprocal", lambda x: 1 / x, 0.1, 9), ("exp", np.exp, -20, 20),
    ("exp2", np.exp2, -20, 20), ("expm1", np.expm1, -3, 3), ("log", np.log, 0.01, 50),
    ("log2", np.log2, 0.01, 50), ("log10", np.log10, 0.01, 50), ("log1p", np.log1p, -0.9, 9),
    ("sin", np.sin, -9, 9), ("cos", np.cos, -9, 9), ("tan", np.tan, -1.4, 1.4),
    ("asin", np.arcsin, -1, 1), ("acos", np.arccos, -0.99, 0.99), ("atan", np.arctan, -9, 9),
    ("sinh", np.sinh, -5, 5), ("cosh", np.cosh, -5, 5), ("tanh", np.tanh, -5, 5),
    ("asinh", np.arcsinh, -5, 5), ("acosh", np.arccosh, 1.1, 9),
    ("atanh", np.arctanh, -0.95, 0.95), ("sigmoid", special.expit, -9, 9),
    ("erf", special.erf, -4, 4), ("softplus", lambda x: np.logaddexp(0, x), -9, 9),
    ("gelu", limit(lambda x: x * special.ndtr(x), 0, np.inf), -3, 3),
    ("geluApproximate",
     lambda x: 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x ** 3))), -3, 3),
    ("silu", limit(lambda x: x * special.expit(x), 0, np.inf), -9, 9),
    ("selu", lambda x: 1.0507009873554805 * np.where(x > 0, x, 1.6732632423543772 * np.expm1(x)),
     -3, 3),
    ("softsign", limit(lambda x: x / (1 + np.abs(x)), -1, 1), -3, 3),
    ("hardSigmoid", lambda x: np.clip(x / 6 + 0.5, 0, 1), -5, 5),
    ("mish", limit(lambda x: x * np.tanh(np.logaddexp(0, x)), 0, np.inf), -5, 5),
]
# Units of the last place, the reference's own half included. Without an entry 4: what the kernels promise for exp, log,
# tanh and the others. Exactly rounded are roots and what moves no digits. 8 where a function is made of two others
# (1/√x, quotients of exponentials), 16 for three. Of the functions in `absolute` the digits cancel away from 0 (the left
# tail of gelu, mish and silu, the zeros of the logarithm of gamma): there an error counts beside 1.
ULPS = {"abs": 0, "sign": 0, "relu": 0, "floor": 0, "ceil": 0, "trunc": 0, "round": 0, "negate": 0, "clipped": 0, "square": 1,
        "sqrt": 1, "reciprocal": 1, "sinh": 6, "cosh": 6, "tan": 6, "sigmoid": 6, "softplus": 6, "asinh": 6, "acosh": 6, "atanh": 6,
        "silu": 8, "selu": 6, "elu": 6, "pow(number)": 6}
absolute = {"gelu", "geluApproximate", "mish", "hardSigmoid"}
keeps = {"abs", "sign", "square", "relu", "floor", "ceil", "trunc", "round"}
# Where a function cancels, the error is measured against the size of its terms.
loose = {"tan", "gelu", "geluApproximate", "silu", "mish", "selu", "sinh", "asinh", "acosh",
         "softplus", "log", "log2", "log10", "acos", "sin", "cos", "hardSigmoid"}


def unary_cases(name, f, low, high, **attributes):
    for dtype in (np.float32, np.float64):
        tol = (2e-6 if dtype == np.float32 else 2e-14) if name in loose else None
        # A float64 reference is one of NumPy's or SciPy's functions, not the true value: twice the bound.
        ulps = ULPS.get(name, 4) * (1 if dtype == np.float32 else 2) if name not in absolute else 64 if name == "hardSigmoid" else None
        for shape in SHAPES:
            x = values(shape, dtype, low, high)
            case(name, [x], f(x.astype(np.float64)).astype(dtype), tol, ulps, **attributes)
        special_values = np.array([np.nan, np.inf, -np.inf, 0.0, 1.0, -1.0], dtype)
        case(name, [special_values], np.asarray(f(special_values.astype(np.float64))).astype(dtype),
             tol, **attributes)
    for dtype in (np.uint8, np.int32, np.int64):
        x = np.clip(values((2, 3), dtype), max(low, -9), min(high, 9)).astype(dtype)
        if name in keeps:
            case(name, [x], f(x.astype(np.float64)).astype(dtype), **attributes)
        else:
            case(name, [x], np.asarray(f(x.astype(np.float64))).astype(np.float32),
                 2e-6, **attributes)


for name, f, low, high in unary:
    unary_cases(name, f, low, high)
unary_cases("elu", lambda x: np.where(x > 0, x, 0.7 * np.expm1(x)), -3, 3, p0=0.7)
unary_cases("leakyRelu", lambda x: np.where(x > 0, x, 0.2 * x), -3, 3, p0=0.2)
for power in (2.0, 3.0, 0.5, -1.0, 2.5, 0.0):
    unary_cases("pow(number)", lambda x: np.power(x, np.full_like(x, power)), 0.1, 3, p0=power)
for dtype in (np.float32, np.float64, np.int32, np.int64):
    for shape in SHAPES:
        x = values(shape, dtype)
        case("negate", [x], -x, ulps=0)
        if np.dtype(dtype).kind == "f":
            case("clipped", [x], np.clip(x, -1, 1).astype(dtype), ulps=0, p0=-1.0, p1=1.0)

# Pairs: one operation of the processor is rounded once, beside the reference's own rounding
PAIRS = [((), ()), ((3,), ()), ((2, 3), (2, 3)), ((2, 3), (3,)), ((2, 1), (1, 4)), ((4, 1, 3), (2, 1)),
         ((0, 3), (3,)), ((5, 1), (0,)), ((5, 9), (9,)), ((1, 1, 1), (2, 2))]
NUMBERS = [np.uint8, np.int32, np.int64, np.float32, np.float64]


def promote(a, b):
    order = list(TYPES.values())
    return order[max(order.index(np.dtype(a).type), order.index(np.dtype(b).type))]


def pair_cases(op, f, low=-2.0, high=2.0, result=None, types=NUMBERS, tol=None, nonzero=False, ulps=1):
    for index, (sa, sb) in enumerate(PAIRS):
        for k, ta in enumerate(types):
            tb = types[(k + index) % len(types)]
            # A tensor without axes counts like a number; NumPy differs there.
            if (sa == () or sb == ()) and ta != tb:
                tb = ta
            a, b = values(sa, ta, low, high), values(sb, tb, low, high)
            if nonzero:
                b = np.where(b == 0, 1, b).astype(tb)
            common = promote(ta, tb)
            kind = result(common) if result else common
            a2, b2 = a.astype(common), b.astype(common)
            if np.dtype(common).kind == "f" or result:
                r = f(a2.astype(np.float64), b2.astype(np.float64))
            else:
                r = f(a2, b2)
            t = tol if tol is not None and np.dtype(kind).kind == "f" else None
            case(op, [a, b], np.asarray(r).astype(kind), t, ulps)


floats = lambda t: t if np.dtype(t).kind == "f" else np.float32
pair_cases("+", np.add, tol=2e-6)
pair_cases("-", np.subtract, tol=2e-6)
pair_cases("*", np.multiply)
pair_cases("/", np.divide, 0.2, 2, result=floats, nonzero=True)
pair_cases("%", np.fmod, 0.2, 2, nonzero=True, types=[np.int32, np.int64, np.float64])
pair_cases("floorRemainder", np.mod, -3, 3, nonzero=True, types=[np.int32, np.int64, np.float64])
pair_cases("floorDivide", np.floor_divide, 0.2, 2, nonzero=True, types=[np.int32, np.int64, np.float64])
pair_cases("pow", np.power, 0.2, 2, types=[np.float32, np.float64], tol=2e-6, ulps=4)
pair_cases("max", np.maximum, ulps=0)
pair_cases("min", np.minimum, ulps=0)
pair_cases("atan2", np.arctan2, types=[np.float32, np.float64], ulps=4)
pair_cases("hypot", np.hypot, types=[np.float32, np.float64], ulps=4)
nan = np.array([np.nan, 1, np.inf, -np.inf], np.float32)
case("max", [nan, nan[::-1].copy()], np.maximum(nan, nan[::-1]))
case("min", [nan, nan[::-1].copy()], np.minimum(nan, nan[::-1]))
case("pow", [np.array([2, -3, 0], np.int64), np.array([10, 3, 0], np.int64)],
     np.array([1024, -27, 1], np.int64))
BOOL = lambda t: np.bool_
for op, f in ((".==", np.equal), (".!=", np.not_equal), (".<", np.less), (".<=", np.less_equal),
              (".>", np.greater), (".>=", np.greater_equal)):
    pair_cases(op, f, result=BOOL)
    case(op, [nan, nan], f(nan, nan))
    x = np.array([1, 2, 3, 4, 5, 5], np.int32)
    case(op, [x, x[::-1].copy()], f(x, x[::-1]))
for op, f in ((".&&", np.logical_and), (".||", np.logical_or), (".^", np.logical_xor)):
    pair_cases(op, f, result=BOOL, types=[np.bool_, np.int32, np.float32])
for dtype in TYPES.values():
    x = values((3, 4), dtype)
    case(".!", [x], np.logical_not(x))
    for op, f in (("isNaN", np.isnan), ("isInfinite", np.isinf), ("isFinite", np.isfinite)):
        case(op, [x], f(x))
for op, f in (("isNaN", np.isnan), ("isInfinite", np.isinf), ("isFinite", np.isfinite)):
    case(op, [nan], f(nan))
for sc, sa, sb in (((2, 3), (2, 3), (2, 3)), ((3,), (2, 1), ()), ((2, 1), (3,), (2, 3))):
    for dtype in TYPES.values():
        c, a, b = values(sc, np.bool_), values(sa, dtype), values(sb, dtype)
        case("where", [a, b, c], np.where(c, a, b))
for a in TYPES:
    for b in TYPES:
        x = values((2, 3), TYPES[a], -99, 99)
        case("asType", [x], x.astype(TYPES[b]) if not (TYPES[a](0).dtype.kind == "f" and b == "uint8")
             else np.clip(np.trunc(x), 0, 255).astype(np.uint8),
             i0=list(TYPES).index(b))

# Reductions
def bits(axes):
    return sum(1 << a for a in axes)


def reduce_cases(op, f, types=None, result=lambda t: t, tol=None, empty=True, low=-2.0, high=2.0):
    for dtype in types or list(TYPES.values()):
        for shape, axes in (((), ()), ((5,), (0,)), ((2, 3), (0, 1)), ((2, 3), (0,)), ((2, 3), (1,)),
                            ((2, 3, 4), (1,)), ((2, 3, 4), (0, 2)), ((3, 1, 5, 2), (1, 3)),
                            ((19, 11), (1,)), ((19, 11), (0,)), ((150,), (0,)), ((2, 0), (1,)),
                            ((0, 2), (1,))):
            if 0 in shape and not empty:
                continue
            for keep in (len(shape) % 2 == 0,):
                x = values(shape, dtype, low, high)
                x64 = x.astype(np.float64) if x.dtype.kind == "f" else x
                r = np.asarray(f(x64, axes, keep)).astype(result(dtype))
                t = tol
                if t is None:
                    t = 0 if r.dtype.kind in "biu" else 2e-6 if r.dtype == np.float32 else 2e-14
                    t *= max(1, np.sqrt(x.size))
                case("reduce." + op, [x], r, t, i0=bits(axes), i1=int(keep))


wide = lambda t: t if np.dtype(t).kind == "f" else np.int64
reduce_cases("sum", lambda x, a, k: np.sum(x, axis=a, keepdims=k), result=wide)
reduce_cases("prod", lambda x, a, k: np.prod(x, axis=a, keepdims=k), types=[np.float32, np.float64, np.int64], result=wide, low=0.9, high=1.1)
reduce_cases("mean", lambda x, a, k: np.mean(x, axis=a, keepdims=k), result=floats)
reduce_cases("max", lambda x, a, k: np.max(x, axis=a, keepdims=k), empty=False, tol=0)
reduce_cases("min", lambda x, a, k: np.min(x, axis=a, keepdims=k), empty=False, tol=0)
reduce_cases("any", lambda x, a, k: np.any(x, axis=a, keepdims=k), result=BOOL, tol=0)
reduce_cases("all", lambda x, a, k: np.all(x, axis=a, keepdims=k), result=BOOL, tol=0)
reduce_cases("logSumExp", lambda x, a, k: x if x.shape == () else special.logsumexp(x, axis=a, keepdims=k) if x.size else np.sum(x, axis=a, keepdims=k) - np.inf,
             types=[np.float32, np.float64], low=-30, high=30, tol=1e-5)
for op, f in (("argmax", np.argmax), ("argmin", np.argmin)):
    for dtype in (np.uint8, np.int32, np.int64, np.float32, np.float64):
        for shape, axis in (((5,), 0), ((2, 3), 0), ((2, 3), 1), ((5, 7, 3), 1)):
            x = values(shape, dtype)
            case("reduce." + op, [x], f(x, axis=axis).astype(np.int64), i0=1 << axis)
        x = values((3, 4), dtype)
        case("reduce." + op, [x], np.int64(f(x)), i0=3)
    case("reduce." + op, [np.array([1, 1, 0, 0], np.float32)], np.int64(f([1, 1, 0, 0])), i0=1)
for dtype in (np.float32, np.float64):
    for shape, axes in (((7,), (0,)), ((3, 4), (1,)), ((3, 4), (0, 1)), ((2, 3, 4), (0, 2)), ((14, 20), (0,))):
        x = values(shape, dtype)
        x64 = x.astype(np.float64)
        tol = 1e-6 if dtype == np.float32 else 1e-14
        for keep in (0, 1):
            for ddof in (0, 1):
                case("variance", [x], np.var(x64, axis=axes, ddof=ddof, keepdims=bool(keep)).astype(dtype),
                     tol, i0=bits(axes), i1=keep, p0=float(ddof))
            case("norm", [x], np.sqrt(np.sum(x64 ** 2, axis=axes, keepdims=bool(keep))).astype(dtype),
                 tol, i0=bits(axes), i1=keep)
for dtype in (np.int32, np.int64, np.float32, np.float64):
    for shape, axis in (((5,), 0), ((2, 3), 0), ((2, 3), 1), ((4, 5, 6), 1), ((0,), 0)):
        x = values(shape, dtype)
        r = np.cumsum(x.astype(np.float64) if x.dtype.kind == "f" else x, axis=axis).astype(wide(dtype))
        case("cumsum", [x], r, 2e-6 if dtype == np.float32 else 1e-13 if dtype == np.float64 else 0, i0=axis)

# Layout
for dtype in TYPES.values():
    x = values((2, 3, 4), dtype)
    case("reshaped", [x], x.reshape(4, 6), shape=[4, 6])
    case("reshaped", [x], x.reshape(24), shape=[24])
    case("reshaped", [x], x.reshape(2, 3, 2, 2), shape=[2, 3, 2, 2])
    case("transposed", [x], x.transpose(1, 2, 0), shape=[1, 2, 0])
    case("transposed", [x], x.transpose(2, 1, 0), shape=[2, 1, 0])
    y = values((3, 1), dtype)
    case("broadcast", [y], np.broadcast_to(y, (2, 3, 4)), shape=[2, 3, 4])
    z = values((3, 4), dtype)
    case("slice", [z], z[::-2, 1:4:2], shape=[2, 2], strides=[-8, 2], i0=9)
    s = values((2, 2), dtype)
    w = np.zeros((3, 4), dtype)
    w[::-2, 1:4:2] = s
    case("scatter", [s], w, shape=[3, 4], strides=[-8, 2], i0=9)
    w = z.copy()
    w[::-2, 1:4:2] = s
    case("assigned", [z, s], w, strides=[-8, 2], i0=9)
    w = z.copy()
    w.reshape(-1)[[7, 0, 11]] = s.reshape(-1)[:3]
    case("assignedAt", [z, s.reshape(-1)[:3].copy()], w, tensor=pack(np.array([7, 0, 11])))
    a, b, c = values((2, 1), dtype), values((2, 2), dtype), values((2, 0), dtype)
    case("concatenated", [a, b, c], np.concatenate([a, b, c], 1), i0=1)
    case("concatenated", [b, b], np.concatenate([b, b], 0), i0=0)
    case("stacked", [b, b], np.stack([b, b], 1), i0=1)
    case("padded", [z], np.pad(z, ((1, 0), (0, 2)), constant_values=1), shape=[1, 0], strides=[0, 2], p0=1.0)
    index = np.array([2, 0, -1, 1, 1])
    case("gathered", [z], z[index], tensor=pack(index))
    index = np.array([[2, 0], [1, 1]])
    case("gathered", [z], z[index], tensor=pack(index))
    if dtype not in (np.bool_,):
        w = np.zeros((3, 4), dtype)
        u = values((5, 4), dtype)
        index = np.array([2, 0, 2, 1, 1])
        np.add.at(w, index, u)
        case("scatterAdd", [u], w, shape=[3, 4], tensor=pack(index))
    n = values((3, 7), dtype)
    case("argsort", [n], np.argsort(n, axis=1, kind="stable").astype(np.int64), i0=1)
    case("argsort", [n], np.argsort(n, axis=0, kind="stable").astype(np.int64), i0=0)
case("argsort", [np.array([3, np.nan, 1, np.inf, -1])], np.array([4, 2, 0, 3, 1]), i0=0)
for dtype in (np.uint8, np.int32, np.int64):
    x = np.array([[1, 0], [3, 2]], dtype)
    case("oneHot", [x], np.eye(5, dtype=np.float32)[x.astype(int)], i0=5)

# Products
for dtype in (np.int64, np.int32, np.float32, np.float64):
    for sa, sb in (((2, 3), (3, 4)), ((3,), (3, 2)), ((2, 3), (3,)), ((3,), (3,)), ((2, 2, 3), (3, 2)),
                   ((2, 1, 2, 3), (3, 3, 2)), ((24, 10), (10, 34)), ((13, 35), (35, 17)), ((1, 1), (1, 1)),
                   ((0, 3), (3, 2)), ((2, 0), (0, 3)), ((5, 0, 3), (3, 2)), ((3,), (4, 3, 2))):
        a, b = values(sa, dtype), values(sb, dtype)
        r = np.matmul(a.astype(np.float64), b.astype(np.float64)) if np.dtype(dtype).kind == "f" else np.matmul(a, b)
        case("matmul", [a, b], np.asarray(r).astype(dtype), 2e-5 if dtype == np.float32 else 1e-13 if dtype == np.float64 else 0)
for dtype in (np.float32, np.float64):
    for sx in ((5, 3), (2, 4, 3), (3,)):
        x, w, b = values(sx, dtype), values((3, 4), dtype), values((4,), dtype)
        r = x.astype(np.float64) @ w.astype(np.float64) + b.astype(np.float64)
        case("linear", [x, w, b], r.astype(dtype), 4e-6 if dtype == np.float32 else 1e-14)
    for shape, axis in (((3, 4), 1), ((3, 4), 0), ((2, 3, 5), 1), ((10, 40), 1), ((1, 1), 1)):
        x = values(shape, dtype, -30, 30)
        x64 = x.astype(np.float64)
        tol = 4e-6 if dtype == np.float32 else 2e-14
        case("softmax", [x], special.softmax(x64, axis=axis).astype(dtype), tol, i0=axis)
        case("logSoftmax", [x], special.log_softmax(x64, axis=axis).astype(dtype), tol, i0=axis)
    for shape in ((5, 4), (2, 3, 6), (1, 1)):
        x = values(shape, dtype, -30, 30)
        logp = special.log_softmax(x.astype(np.float64), axis=-1)
        labels = rng.integers(0, shape[-1], shape[:-1])
        r = -np.take_along_axis(logp, labels[..., None], -1)[..., 0]
        tol = 4e-6 if dtype == np.float32 else 2e-14
        for kind in (np.int64, np.int32, np.uint8):
            case("softmaxCrossEntropy(labels)", [x, labels.astype(kind)], r.astype(dtype), tol)
        p = special.softmax(values(shape, np.float64), axis=-1).astype(dtype)
        case("softmaxCrossEntropy(probabilities)", [x, p],
             -(p.astype(np.float64) * logp).sum(-1).astype(dtype), 1e-5 if dtype == np.float32 else 2e-14)
    for shape in ((5,), (2, 3), (0,)):
        x, z = values(shape, dtype, -40, 40), values(shape, dtype, 0, 1)
        x64, z64 = x.astype(np.float64), z.astype(np.float64)
        case("sigmoidCrossEntropy", [x, z],
             (np.maximum(x64, 0) - x64 * z64 + np.log1p(np.exp(-np.abs(x64)))).astype(dtype),
             4e-6 if dtype == np.float32 else 2e-14)
        case("squaredError", [x, z], ((x64 - z64) ** 2).astype(dtype))
    x = values((4, 5), dtype)
    mask = values((4, 5), np.bool_)
    case("dropout", [x], (x * mask / 0.75).astype(dtype), p0=0.25, tensor=pack(mask))

# Element types that meet: each pair is computed in float64 or exactly, then has the promoted type
ORDER = list(TYPES)
KIND = {"bool": 0, "uint8": 1, "int32": 1, "int64": 1, "float32": 2, "float64": 2}


def promoted(a, b, sa, sb):
    """PyTorch's rule: a tensor without axes counts like a number of its kind."""
    if a == b:
        return a
    if sa == () and sb != () and KIND[b] >= KIND[a]:
        return b
    if sb == () and sa != () and KIND[a] >= KIND[b]:
        return a
    return max(a, b, key=ORDER.index)


for op, f in (("+", np.add), ("-", np.subtract), ("*", np.multiply), ("/", np.divide),
              ("max", np.maximum), ("min", np.minimum), (".<", np.less), (".==", np.equal),
              (".>=", np.greater_equal)):
    for a in ORDER:
        for b in ORDER:
            if a == b:
                continue
            for sa, sb in (((2, 3), (3,)), ((), (2, 2)), ((4,), ()), ((0, 2), (2,)), ((1, 1), (5, 1))):
                x = values(sa, TYPES[a], 1, 9)
                y = values(sb, TYPES[b], 1, 9)
                if op == "/":
                    y = np.where(y == 0, np.ones_like(y), y)
                kind = promoted(a, b, sa, sb)
                if op == "/" and KIND[kind] < 2:
                    kind = "float32"
                x1, y1 = x.astype(TYPES[kind]), y.astype(TYPES[kind])
                if KIND[kind] == 2:
                    x1, y1 = x1.astype(np.float64), y1.astype(np.float64)
                r = np.asarray(f(x1, y1))
                if op[0] != ".":
                    r = r.astype(TYPES[kind])
                case(op, [x, y], r, 4e-6 if r.dtype == np.float32 else None)

# Special functions: SciPy's are good to about 1e-15 but near a root, hence the wider bound there
for op, f, low, high in (
        ("lgamma", special.gammaln, 0.1, 20), ("gamma", special.gamma, 0.1, 10),
        ("digamma", special.digamma, 0.1, 20), ("erfc", special.erfc, -3, 5),
        ("erfinv", special.erfinv, -0.99, 0.99), ("cbrt", np.cbrt, -9, 9)):
    for dtype in (np.float32, np.float64):
        for shape in SHAPES:
            x = values(shape, dtype, low, high)
            case(op, [x], np.asarray(f(x.astype(np.float64))).astype(dtype), 1e-6 if dtype == np.float32 else 5e-14)
        edge = {"lgamma": [np.nan, np.inf, 1, 2, 0, 0.5, -0.5, -1.5], "gamma": [np.nan, np.inf, 1, 2, 5, -0.5, -1.5, 0.5],
                "digamma": [np.nan, np.inf, 1, 2, -0.5, -1.5, 0.25, 100], "erfc": [np.nan, np.inf, -np.inf, 0, 10, -10, 1, 5],
                "erfinv": [np.nan, 1, -1, 0, 2, -2, 0.999999, -1e-10], "cbrt": [np.nan, np.inf, -np.inf, 0, 8, -27, 1e-30, 1]}[op]
        x = np.array(edge, dtype)
        case(op, [x], np.asarray(f(x.astype(np.float64))).astype(dtype), 1e-6 if dtype == np.float32 else 5e-14)
    x = values((2, 3), np.int64)
    x = np.clip(np.abs(x), 1, 9)
    if op != "erfinv":
        case(op, [x], np.asarray(f(x.astype(np.float64))).astype(np.float32), 1e-6)
for order in (0, 1, 2, 3, 5):
    x = values((2, 7), np.float64, 0.2, 30)
    case("polygamma", [x], special.polygamma(order, x), 1e-12, p0=float(order))
for dtype in (np.float32, np.float64):
    tol = 2e-6 if dtype == np.float32 else 1e-14
    x = values((3, 4), dtype, 0.01, 0.99)
    case("logit", [x], special.logit(x.astype(np.float64)).astype(dtype), tol)
    x = values((3, 4), dtype, -50, 50)
    case("logSigmoid", [x], special.log_expit(x.astype(np.float64)).astype(dtype), tol)
    for sa, sb in PAIRS:
        a, b = values(sa, dtype, -90, 90), values(sb, dtype, -90, 90)
        case("logAddExp", [a, b], np.logaddexp(a.astype(np.float64), b.astype(np.float64)).astype(dtype), 2 * tol)
    e = np.array([np.inf, -np.inf, np.nan, 0], dtype)
    case("logAddExp", [e, e[::-1].copy()], np.logaddexp(e, e[::-1]))
    case("logAddExp", [e[:2], e[:2].copy()], np.logaddexp(e[:2], e[:2]))
    case("nanToNumber", [e], np.nan_to_num(e, nan=3.0), p0=3.0)

# Bits
for op, f in (("&", np.bitwise_and), ("|", np.bitwise_or), ("^", np.bitwise_xor), ("<<", np.left_shift), (">>", np.right_shift)):
    for dtype in (np.uint8, np.int32, np.int64):
        for sa, sb in PAIRS:
            a, b = values(sa, dtype), values(sb, dtype)
            if op in ("<<", ">>"):
                b = np.abs(b) % 6
                b = b.astype(dtype)
                a = np.abs(a).astype(dtype) % 4 if dtype == np.uint8 else a
                a = a.astype(dtype)
            case(op, [a, b], np.asarray(f(a, b)).astype(dtype))
for dtype in (np.bool_, np.uint8, np.int32, np.int64):
    x = values((3, 4), dtype)
    case("~", [x], np.invert(x))

# Cumulative
for dtype in (np.int32, np.int64, np.float32, np.float64):
    for shape, axis in (((5,), 0), ((2, 3), 0), ((2, 3), 1), ((4, 5, 6), 1), ((0,), 0), ((1, 1), 1), ((17,), 0)):
        x = values(shape, dtype)
        y = x if x.dtype.kind == "f" else (x % 3).astype(dtype)
        case("cumprod", [y], np.cumprod(y.astype(np.float64) if x.dtype.kind == "f" else y, axis=axis).astype(wide(dtype)),
             1e-5 if dtype == np.float32 else 1e-13 if dtype == np.float64 else 0, i0=axis)
        case("cummax", [x], np.maximum.accumulate(x, axis=axis), 0, i0=axis)
        case("cummin", [x], np.minimum.accumulate(x, axis=axis), 0, i0=axis)
        for order in (0, 1, 2):
            if shape[axis] == 0:
                continue
            case("differences", [x], np.diff(x, n=order, axis=axis), 1e-6 if dtype == np.float32 else 1e-14 if dtype == np.float64 else 0, i0=axis, i1=order)
nan2 = np.array([1, np.nan, 3, 2], np.float32)
case("cummax", [nan2], np.maximum.accumulate(nan2), i0=0)
case("cummin", [nan2], np.minimum.accumulate(nan2), i0=0)

# Statistics
for dtype in (np.int64, np.float32, np.float64):
    for shape, axis in (((7,), 0), ((3, 4), 0), ((3, 4), 1), ((3, 4), -1), ((1,), 0), ((2, 5, 3), 1), ((2, 5, 3), -1)):
        x = values(shape, dtype)
        for q in (0.0, 0.25, 0.5, 0.9, 1.0):
            r = np.quantile(x.astype(np.float64), q, axis=None if axis == -1 else axis)
            case("quantile", [x], np.asarray(r).astype(floats(dtype)), 2e-6 if floats(dtype) == np.float32 else 1e-14, i0=axis, p0=q)
case("quantile", [nan2], np.float32(np.nan), i0=0, p0=0.5)
for dtype in (np.uint8, np.int64, np.float32, np.float64):
    for bins in (1, 5, 10):
        x = values((40,), dtype)
        r, _ = np.histogram(x, bins=bins, range=(-1.5, 20))
        case("histogram", [x], r, i0=bins, p0=-1.5, p1=20.0)
    r, _ = np.histogram(x, bins=4, range=(-3, 200), density=True)
    case("histogram", [x], r.astype(floats(dtype)), 1e-6, i0=4, i1=1, p0=-3.0, p1=200.0)
for dtype in (np.uint8, np.int32, np.int64):
    x = (np.abs(values((30,), dtype).astype(int)) % 12).astype(dtype)
    for least in (0, 20):
        case("bincount", [x], np.bincount(x, minlength=least), i0=least)
        w = values((30,), np.float64)
        case("bincount", [x, w], np.bincount(x, weights=w, minlength=least), 1e-14, i0=least)
for dtype in TYPES.values():
    for shape in ((20,), (4, 5), (0,), (1,)):
        x = values(shape, dtype)
        if x.dtype.kind == "f":
            x = np.round(x * 2) / 2
            x = x.astype(dtype)
        elif dtype != np.bool_:
            x = (x % 7).astype(dtype)
        v, i, inv, n = np.unique(x, return_index=True, return_inverse=True, return_counts=True)
        case("unique", [x], v, i0=0)
        case("unique", [x], i.astype(np.int64), i0=1)
        case("unique", [x], inv.reshape(shape).astype(np.int64), i0=2)
        case("unique", [x], n.astype(np.int64), i0=3)
for dtype in (np.int64, np.float32, np.float64):
    s = np.sort(values((9,), dtype))
    for side in (0, 1):
        for shape in ((), (5,), (2, 3)):
            x = values(shape, dtype)
            case("searchSorted", [s, x], np.searchsorted(s, x, "right" if side else "left").astype(np.int64), i0=side)
        case("searchSorted", [s, s.copy()], np.searchsorted(s, s, "right" if side else "left").astype(np.int64), i0=side)
    x = values((3, 8), dtype)
    t = 1e-5 if floats(dtype) == np.float32 else 1e-13
    for columns in (0, 1):
        case("covariance", [x], np.cov(x.astype(np.float64), rowvar=not columns).astype(floats(dtype)), 2e-3 if dtype == np.int64 else t, i0=columns)
        case("correlation", [x], np.corrcoef(x.astype(np.float64), rowvar=not columns).astype(floats(dtype)), t, i0=columns)
for dtype in (np.float32, np.float64):
    for shape, axes in (((6,), (0,)), ((3, 4), (1,)), ((3, 4), (0,)), ((2, 3, 4), (0, 2))):
        x = values(shape, dtype)
        x[values(shape, np.float64, 0, 1) < 0.3] = np.nan
        x64 = x.astype(np.float64)
        for keep in (0, 1):
            for op, f in (("nanSum", np.nansum), ("nanMean", np.nanmean), ("nanVariance", np.nanvar), ("nanMax", np.nanmax), ("nanMin", np.nanmin)):
                case(op, [x], np.asarray(f(x64, axis=axes, keepdims=bool(keep))).astype(dtype), 4e-6 if dtype == np.float32 else 1e-14, i0=bits(axes), i1=keep)

# Positions
for dtype in TYPES.values():
    x = values((3, 4), dtype)
    for axis, shape in ((0, (2, 4)), (1, (3, 6)), (1, (3, 1))):
        index = rng.integers(-x.shape[axis], x.shape[axis], shape)
        full = index if axis == 1 else index
        case("takenAlong", [x], np.take_along_axis(x, full, axis), i0=axis, tensor=pack(index))
        u = values(shape, dtype)
        w = x.copy()
        grid = np.indices(shape)
        for k in np.ndindex(*shape):
            place = list(k)
            place[axis] = index[k]
            w[tuple(place)] = u[k]
        case("scattered", [x, u], w, i0=axis, tensor=pack(index))
        if dtype != np.bool_:
            w = x.astype(np.float64) if x.dtype.kind == "f" else x.copy()
            for k in np.ndindex(*shape):
                place = list(k)
                place[axis] = index[k]
                w[tuple(place)] += u[k]
            case("scatteredAdding", [x, u], w.astype(dtype), 4e-6 if dtype == np.float32 else None, i0=axis, tensor=pack(index))
    mask = values((3, 4), np.bool_)
    for m in (mask, mask[0], mask[:, :1]):
        case("maskedFill", [x, m.copy()], np.where(m, np.array(1, dtype), x).astype(dtype), p0=1.0)
    for mode, name in enumerate(("reflect", "edge", "symmetric", "wrap")):
        for before, after in (((0, 0), (0, 0)), ((1, 2), (2, 1)), ((4, 0), (0, 7))):
            case("padded(mode)", [x], np.pad(x, tuple(zip(before, after)), mode=name), shape=list(before), strides=list(after), i0=mode)
    y = values((2, 3, 4), dtype)
    for k in (-3, -1, 0, 1, 5):
        case("triu", [y], np.triu(y, k), i0=k)
        case("tril", [y], np.tril(y, k), i0=k)
        case("diagonal", [y], np.diagonal(y, k, 1, 2).copy(), i0=k)
        v = values((3,), dtype)
        case("diagonalMatrix", [v], np.diag(v, k), i0=k)
    case("diagonalMatrix", [values((0,), dtype)], np.zeros((0, 0), dtype), i0=0)
    case("trace", [y], np.trace(y, axis1=1, axis2=2).astype(wide(dtype)), 4e-6 if dtype == np.float32 else None)

# Contractions
def chars(text):
    return pack(np.frombuffer(text.encode(), np.uint8))


for equation, *shapes in (
        ("ij,jk->ik", (2, 3), (3, 4)), ("ij,jk", (2, 3), (3, 4)), ("ij->ji", (2, 3)), ("ij->", (2, 3)), ("ii", (3, 3)),
        ("ii->i", (3, 3)), ("i,i->", (4,), (4,)), ("i,j->ij", (2,), (3,)), ("bij,bjk->bik", (2, 3, 4), (2, 4, 5)),
        ("...ij,...jk->...ik", (2, 3, 4), (4, 5)), ("bhqd,bhkd->bhqk", (2, 2, 3, 4), (2, 2, 5, 4)), ("ij,kj,k->i", (2, 3), (4, 3), (4,)),
        ("ijk->kij", (2, 3, 4)), ("ij,ij->i", (2, 3), (2, 3)), ("ij,ij->ij", (2, 3), (2, 3)), ("abc,cd,be->ade", (2, 3, 4), (4, 2), (3, 5)),
        ("...i->...", (2, 3)), ("i...->...", (2, 3)), ("ba", (2, 3)), ("iij->j", (2, 2, 3)), ("ij,j->i", (0, 3), (3,)), ("ij,jk->ik", (2, 0), (0, 3)),
        (",i->i", (), (3,)), ("abcd,abcd->", (1, 2, 3, 2), (1, 2, 3, 2))):
    for dtype in (np.int64, np.float32, np.float64):
        xs = [values(s, dtype) for s in shapes]
        r = np.einsum(equation, *[x.astype(np.float64) if dtype != np.int64 else x for x in xs])
        case("einsum", xs, np.asarray(r).astype(dtype), 1e-5 if dtype == np.float32 else 1e-13 if dtype == np.float64 else 0, tensor=chars(equation))
for dtype in (np.int64, np.float32, np.float64):
    t = 1e-5 if dtype == np.float32 else 1e-13 if dtype == np.float64 else 0
    up = (lambda x: x) if dtype == np.int64 else (lambda x: x.astype(np.float64))
    for sa, sb, ia, ib in (((2, 3, 4), (4, 3), [1, 2], [1, 0]), ((2, 3), (3, 4), [1], [0]), ((2,), (3,), [], []), ((3, 2), (2, 3), [0, 1], [1, 0])):
        a, b = values(sa, dtype), values(sb, dtype)
        case("tensordot", [a, b], np.asarray(np.tensordot(up(a), up(b), (ia, ib))).astype(dtype), t, shape=ia, strides=ib)
    for sa, sb in (((3,), (4,)), ((2, 2), (3,)), ((), (2,)), ((0,), (2,))):
        a, b = values(sa, dtype), values(sb, dtype)
        case("outer", [a, b], np.outer(up(a), up(b)).astype(dtype), t)
    for sa, sb in (((2, 2), (2, 3)), ((1, 3), (2, 1))):
        a, b = values(sa, dtype), values(sb, dtype)
        case("kron", [a, b], np.kron(up(a), up(b)).astype(dtype), t)
    for sa, sb in (((3,), (3,)), ((4, 3), (3,)), ((2, 1, 3), (5, 3))):
        a, b = values(sa, dtype), values(sb, dtype)
        case("cross", [a, b], np.cross(up(a), up(b)).astype(dtype), t)

# Linear algebra: matrices with a condition below 100, so that the bound is about 100 ulp of float64; float32 is computed in float64
def matrix(shape, dtype):
    x = values(shape, np.float64, -1, 1)
    k = min(shape[-2:])
    for i in range(k):
        x[..., i, i] += 3
    return x.astype(dtype)


LA = np.linalg
for dtype in (np.float32, np.float64):
    t = 2e-6 if dtype == np.float32 else 1e-12
    for shape in ((1, 1), (2, 2), (3, 3), (7, 7), (2, 3, 3), (2, 2, 4, 4), (0, 3, 3), (17, 17)):
        a = matrix(shape, dtype)
        a64 = a.astype(np.float64)
        n = shape[-1]
        case("inverse", [a], LA.inv(a64).astype(dtype), t)
        if n < 20:
            case("determinant", [a], np.asarray(LA.det(a64)).astype(dtype), t * 10)
        case("logDeterminant", [a], np.asarray(LA.slogdet(a64)[1]).astype(dtype), t)
        b = values(shape[:-1] + (2,), dtype)
        case("solve", [a, b], LA.solve(a64, b.astype(np.float64)).astype(dtype), t)
        if len(shape) == 2:
            v = values((n,), dtype)
            case("solve", [a, v], LA.solve(a64, v.astype(np.float64)).astype(dtype), t)
        p = (a64 @ np.swapaxes(a64, -1, -2)).astype(dtype)
        if p.size:
            case("cholesky", [p], LA.cholesky(p.astype(np.float64)).astype(dtype), t * 10)
            s = ((a64 + np.swapaxes(a64, -1, -2)) / 2).astype(dtype)
            case("symmetricEigen", [s], LA.eigvalsh(s.astype(np.float64)).astype(dtype), t * 5, i0=1)
        for power in (0, 1, 3, -2):
            if n < 10:
                case("matrixPower", [a], LA.matrix_power(a64, power).astype(dtype), 1e-4 if dtype == np.float32 else 1e-11, i0=power)
    for shape in ((1, 1), (3, 2), (2, 3), (5, 5), (2, 4, 3), (20, 7), (7, 20), (3, 0)):
        a = matrix(shape, dtype)
        a64 = a.astype(np.float64)
        case("svd", [a], LA.svd(a64, compute_uv=False).astype(dtype), t * 5, i0=1)
        if 0 in shape:
            continue
        q, r = LA.qr(a64)
        # Signs are LAPACK's: each diagonal element of r opposite to what it comes from.
        flat = np.concatenate([q.reshape(shape[:-2] + (-1,)), r.reshape(shape[:-2] + (-1,))], -1)
        case("qr", [a], flat.astype(dtype), t * 5)
        case("pseudoInverse", [a], LA.pinv(a64).astype(dtype), t)
        case("matrixRank", [a], np.asarray(LA.matrix_rank(a64)).astype(np.int64))
        if len(shape) == 2:
            b = values((shape[0],), dtype)
            case("leastSquares", [a, b], LA.lstsq(a64, b.astype(np.float64), rcond=None)[0].astype(dtype), t * 5)
        for index, kind in enumerate(("fro", "nuc", 2, 1, np.inf)):
            case("matrixNorm", [a], np.asarray(LA.norm(a64, kind, axis=(-2, -1))).astype(dtype), t * 5, i0=index)
    low = np.outer(np.arange(1, 5), np.arange(1, 4)).astype(dtype)
    case("matrixRank", [low], np.int64(1))
    case("pseudoInverse", [low], LA.pinv(low.astype(np.float64)).astype(dtype), t)
    case("pseudoInverse", [np.zeros((2, 3), dtype)], np.zeros((3, 2), dtype))
    for order in (0.0, 1.0, 2.0, 3.0, 0.5, np.inf, -np.inf, -1.0):
        x = values((3, 4), dtype, 0.2, 2)
        for axes in ((1,), (0,)):
            r = LA.norm(x.astype(np.float64), order, axis=axes[0]) if not (order == 0) else np.sum(x != 0, axis=axes[0])
            if np.isfinite(order):
                case("norm(order)", [x], np.asarray(r).astype(dtype), 2e-5 if dtype == np.float32 else 1e-13, i0=bits(axes), p0=order)
    for n in (1, 2, 3, 6, 12):
        # Upper triangles have their eigenvalues on the diagonal, the order is theirs.
        a = np.triu(values((n, n), dtype)) + np.diag(np.arange(n) * 3).astype(dtype)
        w = np.diagonal(a).astype(np.float64)
        case("eigen", [a.astype(dtype)], np.stack([w, 0 * w], -1).astype(dtype), t * 50)

# Fourier
def two(z):
    return np.stack([z.real, z.imag], -1)


for dtype in (np.float32, np.float64):
    t = 4e-6 if dtype == np.float32 else 2e-13
    for n in (1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 16, 17, 30, 31, 37, 49, 64, 97, 100, 128, 131):
        z = values((n, 2), dtype)
        c = z[..., 0].astype(np.float64) + 1j * z[..., 1]
        case("fourier", [z], two(np.fft.fft(c)).astype(dtype), t * 3, i0=0, i1=0, p0=1.0)
        case("fourier", [z], two(np.fft.ifft(c)).astype(dtype), t, i0=0, i1=1, p0=1.0 / n)
        x = values((2, n), dtype)
        case("rfft", [x], two(np.fft.rfft(x.astype(np.float64))).astype(dtype), t * 3, i0=1)
        case("rfft", [x], two(np.fft.rfft(x.astype(np.float64), axis=0)).astype(dtype), t, i0=0)
        h = values((n // 2 + 1, 2), dtype)
        case("irfft", [h], np.fft.irfft(h[..., 0].astype(np.float64) + 1j * h[..., 1], n).astype(dtype), t, i0=0, i1=n)
    z = values((3, 5, 4, 2), dtype)
    c = z[..., 0].astype(np.float64) + 1j * z[..., 1]
    for axis in (0, 1, 2):
        case("fourier", [z], two(np.fft.fft(c, axis=axis)).astype(dtype), t, i0=axis, i1=0, p0=1.0)

# Lines through points; numbers of their own, so that what follows stays as it is
points = np.random.default_rng(20)
before = rng.bit_generator.state
for dtype in (np.int64, np.float32, np.float64):
    def some(*shape):
        return (points.normal(size=shape) * 3).round(3).astype(dtype)
    t = 1e-12 if dtype == np.float64 else 2e-5
    x = np.sort(points.permutation(40)[:9]).astype(dtype) - dtype(20)
    y = some(9)
    for degree in (0, 1, 3):
        case("polyfit", [x, y], np.polyfit(x.astype(np.float64), y.astype(np.float64), degree).astype(floats(dtype)), t, i0=degree)
    y2 = some(9, 2)
    case("polyfit", [x, y2], np.polyfit(x.astype(np.float64), y2.astype(np.float64), 2).astype(floats(dtype)), t, i0=2)
    for shape in ((), (4,), (2, 3), (0,)):
        for count in (0, 1, 4):
            p, at = some(count), some(*shape)
            value = np.polyval(p, at)
            case("polyval", [p, at], np.asarray(value).astype(dtype).reshape(shape), t)
        at = some(*shape) * dtype(5)
        case("interp", [at, x, y], np.asarray(np.interp(at.astype(np.float64), x.astype(np.float64), y.astype(np.float64))).astype(floats(dtype)), t)
    case("interp", [x, x, y], y.astype(floats(dtype)), t)
    case("interp", [some(4), x[:1], y[:1]], np.full(4, y[0]).astype(floats(dtype)), t)
    for shape, axis in (((5,), 0), ((2, 4), 1), ((4, 3), 0), ((2, 1), 1), ((2, 3, 4), 1)):
        v = some(*shape)
        case("trapezoid", [v], np.asarray(np.trapezoid(v.astype(np.float64), dx=0.5, axis=axis)).astype(floats(dtype)), t, i0=axis, p0=0.5)
        w = np.sort(some(shape[axis]))
        case("trapezoid", [v, w], np.asarray(np.trapezoid(v.astype(np.float64), w.astype(np.float64), axis=axis)).astype(floats(dtype)), t, i0=axis, p0=1.0)
        u = np.sort(some(*shape), axis=axis)
        case("trapezoid", [v, u], np.asarray(np.trapezoid(v.astype(np.float64), u.astype(np.float64), axis=axis)).astype(floats(dtype)), t, i0=axis, p0=1.0)
rng.bit_generator.state = before

with open(os.path.join(here, "operations.json"), "w") as f:
    f.write("[\n" + ",\n".join(json.dumps(c, separators=(",", ":")) for c in cases) + "\n]\n")

# Printing
texts = []


def shown(x, **options):
    x = np.asarray(x)
    with np.printoptions(**options):
        texts.append(dict(pack(x), text=str(x), **({"options": options} if options else {})))


for dtype in TYPES.values():
    for shape in ((), (1,), (4,), (0,), (2, 0), (3, 4), (2, 3, 4), (2, 2, 2, 2), (30,), (3, 25), (1001,), (34, 30),
                  (2, 3, 180), (1, 1, 1), (150, 7)):
        shown(values(shape, dtype))
        if np.dtype(dtype).kind == "f":
            shown(values(shape, dtype, 0, 1000))
for dtype in (np.float32, np.float64):
    for x in ([0.0], [1.0, 2.0, 3.0], [2, 4 / 3, 1.2], [1e-5, 1], [1e8, 1], [1e10], [1e-10, 1e10], [np.nan, 1.5],
              [np.inf, -np.inf, 0.25], [np.nan], [-np.inf], [np.inf], [np.nan, 1e10], [-np.inf, 1e-9, 2], [-0.0, 1],
              [0.1, 0.12345678912345, 100], [123456.789, 1], [0.1 + 0.2], [1 / 3, 2 / 3], [1e-4, 0.5], [9.9999e-5, 1], [99999999.0],
              [1000.5, 1], [1001.5, 1], [1.5e300 if dtype == np.float64 else 1.5e30, 1], [5e-324 if dtype == np.float64 else 1e-40],
              [123456789.123], [0.000123456789], [-1.5, 22.25, 333.125], [1.0000000001, 2], [0.5, 1e3], [0.005, 5],
              [16777216.0, 1], [3.14159265358979]):
        shown(np.array(x, dtype))
    for x in (0.1, 1 / 3, 1e-5, 1e16, 123456789.0, 1e15, 0.0001, 1.0, -2.5, np.nan, np.inf, -np.inf, 1e22, 0.0):
        shown(np.array(x, dtype))
shown(np.arange(1200).reshape(60, 20))
shown(np.arange(10) * 1000000)
shown(np.array([-5, 123456789012]))
shown(np.eye(3, dtype=np.float32))
shown(np.full((3, 3), -1.25))
# Random shapes, sizes and special values, and other options than NumPy's own
def anything():
    dtype = list(TYPES.values())[int(rng.integers(6))]
    shape = tuple(int(rng.choice([0, 1, 1, 2, 3, 4, 7, 12])) for _ in range(int(rng.integers(0, 4))))
    if np.dtype(dtype).kind != "f":
        size = 10 ** int(rng.integers(1, 10))
        return np.asarray(rng.integers(0 if dtype == np.uint8 else -size, 2 if dtype == np.bool_ else 256 if dtype == np.uint8 else size, shape)).astype(dtype)
    x = np.asarray(rng.normal(size=shape)) * 10.0 ** rng.integers(-8, 12)
    kind = int(rng.integers(4))
    if kind == 0:
        x = np.round(x, int(rng.integers(0, 4)))
    if kind == 1:
        x = x * 10.0 ** rng.integers(-4, 5, shape)
    if kind == 2 and x.size:
        x = np.where(rng.random(shape) < 0.3, rng.choice([np.nan, np.inf, -np.inf, 0.0, -0.0, 1.0], shape), x)
    return np.asarray(x).astype(dtype)


for _ in range(400):
    shown(anything())
for options in ({"precision": 3}, {"precision": 0}, {"suppress": True}, {"precision": 4, "suppress": True}, {"threshold": 5}, {"threshold": 5, "edgeitems": 1},
                {"linewidth": 30}, {"linewidth": 120}, {"precision": 16}):
    for _ in range(20):
        shown(anything(), **options)
with open(os.path.join(here, "printing.json"), "w") as f:
    f.write("[\n" + ",\n".join(json.dumps(t, separators=(",", ":")) for t in texts) + "\n]\n")
print(len(cases), "cases of operations,", len(texts), "of printing")
