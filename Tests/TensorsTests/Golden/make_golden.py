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


def case(op, inputs, output, tol=None, **attributes):
    output = np.asarray(output)
    if tol is None:
        tol = 0 if output.dtype.kind in "biu" else 5e-7 if output.dtype == np.float32 else 4e-15
    cases.append({
        "op": op, "inputs": [pack(x) for x in inputs],
        "layouts": [layouts[int(rng.integers(3))] for _ in inputs],
        "output": pack(output), "tolerance": tol, "attributes": attributes})


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
keeps = {"abs", "sign", "square", "relu", "floor", "ceil", "trunc", "round"}
# Where a function cancels, the error is measured against the size of its terms.
loose = {"tan", "gelu", "geluApproximate", "silu", "mish", "selu", "sinh", "asinh", "acosh",
         "softplus", "log", "log2", "log10", "acos", "sin", "cos", "hardSigmoid"}


def unary_cases(name, f, low, high, **attributes):
    for dtype in (np.float32, np.float64):
        tol = (2e-6 if dtype == np.float32 else 2e-14) if name in loose else None
        for shape in SHAPES:
            x = values(shape, dtype, low, high)
            case(name, [x], f(x.astype(np.float64)).astype(dtype), tol, **attributes)
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
        case("negate", [x], -x)
        if np.dtype(dtype).kind == "f":
            case("clipped", [x], np.clip(x, -1, 1).astype(dtype), p0=-1.0, p1=1.0)

# Pairs
PAIRS = [((), ()), ((3,), ()), ((2, 3), (2, 3)), ((2, 3), (3,)), ((2, 1), (1, 4)), ((4, 1, 3), (2, 1)),
         ((0, 3), (3,)), ((5, 1), (0,)), ((5, 9), (9,)), ((1, 1, 1), (2, 2))]
NUMBERS = [np.uint8, np.int32, np.int64, np.float32, np.float64]


def promote(a, b):
    order = list(TYPES.values())
    return order[max(order.index(np.dtype(a).type), order.index(np.dtype(b).type))]


def pair_cases(op, f, low=-2.0, high=2.0, result=None, types=NUMBERS, tol=None, nonzero=False):
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
            case(op, [a, b], np.asarray(r).astype(kind), t)


floats = lambda t: t if np.dtype(t).kind == "f" else np.float32
pair_cases("+", np.add, tol=2e-6)
pair_cases("-", np.subtract, tol=2e-6)
pair_cases("*", np.multiply)
pair_cases("/", np.divide, 0.2, 2, result=floats, nonzero=True)
pair_cases("%", np.fmod, 0.2, 2, nonzero=True, types=[np.int32, np.int64, np.float64])
pair_cases("floorDivide", np.floor_divide, 0.2, 2, nonzero=True, types=[np.int32, np.int64, np.float64])
pair_cases("pow", np.power, 0.2, 2, types=[np.float32, np.float64], tol=2e-6)
pair_cases("max", np.maximum)
pair_cases("min", np.minimum)
pair_cases("atan2", np.arctan2, types=[np.float32, np.float64])
pair_cases("hypot", np.hypot, types=[np.float32, np.float64])
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

with open(os.path.join(here, "operations.json"), "w") as f:
    f.write("[\n" + ",\n".join(json.dumps(c, separators=(",", ":")) for c in cases) + "\n]\n")

# Printing
texts = []


def shown(x):
    x = np.asarray(x)
    texts.append(dict(pack(x), text=str(x)))


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
with open(os.path.join(here, "printing.json"), "w") as f:
    f.write("[\n" + ",\n".join(json.dumps(t, separators=(",", ":")) for t in texts) + "\n]\n")
print(len(cases), "cases of operations,", len(texts), "of printing")
