"""Makes gradients.json: values and gradients by PyTorch, at edge shapes, at kinks and at special values.

    pip install numpy torch
    python make_gradients.py

Everything is computed in float64 from the inputs stored. The tolerance is 1e-12 of the larger of 1 and the value for
float64 (sums of up to 50 terms, derivatives of cancelling formulas), 4e-6 for float32.
"""

import base64
import json
import math
import os

import numpy as np
import torch
import torch.nn.functional as F

here = os.path.dirname(os.path.abspath(__file__))
rng = np.random.default_rng(23)
cases = []
layouts = ["plain", "transposed", "strided"]
inf, nan = math.inf, math.nan


def pack(x):
    x = np.asarray(x)
    return {"shape": list(x.shape), "dtype": x.dtype.name,
            "data": base64.b64encode(np.ascontiguousarray(x).tobytes()).decode()}


def case(op, inputs, f, tolerance=None, constants=(), **attributes):
    """Stores f's value and the gradients of Σ upstream·f at the inputs; constants follow them and have none."""
    single = any(x.dtype == np.float32 for x in inputs)
    leaves = [torch.tensor(x.astype(np.float64), requires_grad=True) for x in inputs]
    y = f(*leaves, *[torch.tensor(c) for c in constants])
    upstream = rng.uniform(0.5, 1.5, tuple(y.shape))
    if single:
        upstream = upstream.astype(np.float32)
    grads = torch.autograd.grad((y * torch.tensor(upstream.astype(np.float64))).sum(), leaves, allow_unused=True, materialize_grads=True)
    kind = np.float32 if single else np.float64
    tol = tolerance if tolerance is not None else 4e-6 if single else 1e-12
    cases.append({
        "op": op, "inputs": [pack(x) for x in inputs] + [pack(c) for c in constants],
        "layouts": [layouts[int(rng.integers(3))] for _ in inputs] + ["plain"] * len(constants),
        "output": pack(y.detach().numpy().astype(kind)), "tolerance": tol, "attributes": attributes,
        "upstream": pack(upstream), "gradients": [pack(g.numpy().astype(x.dtype)) for g, x in zip(grads, inputs)]})


def values(shape, dtype=np.float64, low=-2.0, high=2.0):
    return np.asarray(rng.uniform(low, high, shape)).astype(dtype)


SHAPES = [(), (1,), (0,), (7,), (3, 5), (2, 0, 3), (2, 3, 1, 5)]
TYPES = [np.float64, np.float32]

# Element-wise: (name, function, low, high, special points)
unary = [
    ("negate", torch.neg, -2, 2, [0, inf, nan]), ("abs", torch.abs, -2, 2, [0, -0.0, inf, -inf]), ("sign", torch.sign, -2, 2, [0, inf]),
    ("square", torch.square, -2, 2, [0, nan]), ("relu", torch.relu, -2, 2, [0, inf, -inf]), ("floor", torch.floor, -9, 9, [0.5]),
    ("ceil", torch.ceil, -9, 9, [0.5]), ("trunc", torch.trunc, -9, 9, [0.5]), ("sqrt", torch.sqrt, 0.01, 9, [inf]), ("rsqrt", torch.rsqrt, 0.1, 9, []),
    ("reciprocal", torch.reciprocal, 0.2, 9, []), ("exp", torch.exp, -5, 5, [-inf, nan]), ("exp2", torch.exp2, -5, 5, [-inf]), ("expm1", torch.expm1, -3, 3, [0, -inf]),
    ("log", torch.log, 0.1, 9, [inf]), ("log2", torch.log2, 0.1, 9, [inf]), ("log10", torch.log10, 0.1, 9, [inf]), ("log1p", torch.log1p, -0.9, 9, [0]),
    ("sin", torch.sin, -9, 9, [0]), ("cos", torch.cos, -9, 9, [0]), ("tan", torch.tan, -1.3, 1.3, [0]), ("asin", torch.asin, -0.9, 0.9, [0]), ("acos", torch.acos, -0.9, 0.9, [0]),
    ("atan", torch.atan, -9, 9, [inf, -inf]), ("sinh", torch.sinh, -3, 3, [0]), ("cosh", torch.cosh, -3, 3, [0]), ("tanh", torch.tanh, -5, 5, [0, inf, -inf, 40]),
    ("asinh", torch.asinh, -5, 5, [0]), ("acosh", torch.acosh, 1.2, 9, []), ("atanh", torch.atanh, -0.9, 0.9, [0]), ("sigmoid", torch.sigmoid, -9, 9, [inf, -inf, 100, -100]),
    ("erf", torch.erf, -3, 3, [inf, -inf, 0]), ("erfc", torch.erfc, -3, 3, [0]), ("erfinv", torch.erfinv, -0.9, 0.9, [0]), ("softplus", lambda x: torch.logaddexp(x, torch.zeros_like(x)), -9, 9, [100, -100]),
    ("gelu", F.gelu, -3, 3, [0]), ("geluApproximate", lambda x: F.gelu(x, approximate="tanh"), -3, 3, [0]), ("silu", F.silu, -9, 9, [0, 100, -100]),
    ("selu", F.selu, -3, 3, []), ("softsign", F.softsign, -3, 3, [0]), ("mish", F.mish, -5, 5, [0, 60]),
    ("lgamma", torch.lgamma, 0.5, 9, []), ("digamma", torch.digamma, 0.5, 9, []), ("logit", torch.logit, 0.1, 0.9, []), ("logSigmoid", F.logsigmoid, -9, 9, [100, -100]),
    ("hardSigmoid", lambda x: torch.clamp(x / 6 + 0.5, 0, 1), -2.9, 2.9, [4, -4]),
]
for name, f, low, high, special in unary:
    for dtype in TYPES:
        tol = (1e-4 if dtype == np.float32 else 1e-9) if name in ("digamma", "lgamma", "erfinv") else None
        for shape in SHAPES if dtype == np.float64 else SHAPES[:5]:
            case(name, [values(shape, dtype, low, high)], f, tol)
        if special:
            case(name, [np.array(special, dtype)], f, tol)
for dtype in TYPES:
    for shape in SHAPES:
        case("elu", [values(shape, dtype)], lambda x: F.elu(x, 0.7), p0=0.7)
        case("leakyRelu", [values(shape, dtype)], lambda x: F.leaky_relu(x, 0.2), p0=0.2)
        case("clipped", [values(shape, dtype)], lambda x: torch.clamp(x, -1, 1), p0=-1.0, p1=1.0)
        case("polygamma", [values(shape, dtype, 0.5, 5)], lambda x: torch.polygamma(1, x), 1e-4 if dtype == np.float32 else 1e-9, p0=1.0)
    case("leakyRelu", [np.array([0.0, 1, -1], dtype)], lambda x: F.leaky_relu(x, 0.2), p0=0.2)
    case("elu", [np.array([0.0, 1, -1], dtype)], lambda x: F.elu(x, 0.7), p0=0.7)
    case("clipped", [np.array([-0.5, 0.75, 0, 5, -5], dtype)], lambda x: torch.clamp(x, -1, 1), p0=-1.0, p1=1.0)
    for power in (2.0, 3.0, 0.5, -1.0, 2.5, 0.0, 1.0):
        case("pow(number)", [values((2, 3), dtype, 0.2, 2)], lambda x: x ** power, p0=power)
    for power in (2.0, 3.0, 1.0, 0.0):
        case("pow(number)", [np.array([0.0, -1.5, 2], dtype)], lambda x: x ** power, p0=power)

# Pairs, broadcast: what was repeated is summed
PAIRS = [((), ()), ((3,), ()), ((), (2, 2)), ((2, 3), (2, 3)), ((2, 3), (3,)), ((2, 1), (1, 4)), ((4, 1, 3), (2, 1)), ((0, 3), (3,)), ((1, 0), (2, 1)), ((1, 1, 1), (2, 2))]
pairs = [
    ("+", torch.add, -2, 2), ("-", torch.sub, -2, 2), ("*", torch.mul, -2, 2), ("/", torch.div, 0.3, 2), ("%", torch.fmod, 0.3, 2), ("floorRemainder", torch.remainder, 0.3, 2),
    ("pow", torch.pow, 0.3, 2), ("max", torch.maximum, -2, 2), ("min", torch.minimum, -2, 2), ("atan2", torch.atan2, 0.2, 2), ("hypot", torch.hypot, 0.2, 2), ("logAddExp", torch.logaddexp, -9, 9),
]
for name, f, low, high in pairs:
    for dtype in TYPES:
        for sa, sb in PAIRS:
            case(name, [values(sa, dtype, low, high), values(sb, dtype, low, high)], f)
for dtype in TYPES:
    ties = np.array([1.0, -2, 0, 3], dtype)
    for name, f in (("max", torch.maximum), ("min", torch.minimum), ("logAddExp", torch.logaddexp)):
        case(name, [ties, ties.copy()], f)
    case("pow", [np.array([0.0, 0, 2, 1.5], dtype), np.array([2.0, 3, 0, 0], dtype)], torch.pow)
    for sc, sa, sb in (((2, 3), (2, 3), (2, 3)), ((3,), (2, 1), ()), ((2, 1), (3,), (2, 3)), ((), (0, 2), (2,))):
        c = rng.integers(0, 2, sc).astype(bool)
        case("where", [values(sa, dtype), values(sb, dtype)], lambda a, b, c: torch.where(c, a, b), constants=[np.asarray(c)])


# Reductions
def bits(axes):
    return sum(1 << a for a in axes)


REDUCED = [((), ()), ((5,), (0,)), ((2, 3), (0, 1)), ((2, 3), (0,)), ((2, 3), (1,)), ((2, 3, 4), (1,)), ((2, 3, 4), (0, 2)), ((3, 1, 5), (1,)), ((1,), (0,)), ((0, 2), (1,)), ((2, 0, 3), (0,))]
reductions = [
    ("reduce.sum", lambda x, a, k: torch.sum(x, a, k)), ("reduce.mean", lambda x, a, k: torch.mean(x, a, k)),
    ("reduce.max", lambda x, a, k: torch.amax(x, a, k)), ("reduce.min", lambda x, a, k: torch.amin(x, a, k)), ("reduce.logSumExp", lambda x, a, k: torch.logsumexp(x, a, k)),
    ("norm", lambda x, a, k: torch.linalg.vector_norm(x, 2, a, k)), ("nanSum", lambda x, a, k: torch.nansum(x, a, k)), ("nanMean", lambda x, a, k: torch.nanmean(x, a, k)),
]
for name, f in reductions:
    for dtype in TYPES:
        for shape, axes in REDUCED:
            # PyTorch takes no axes for all of them.
            if axes == () :
                continue
            for keep in (0, 1):
                x = values(shape, dtype)
                case(name, [x], lambda x: f(x, axes, bool(keep)), i0=bits(axes), i1=keep)
for dtype in TYPES:
    ties = np.array([[1.0, 3, 3], [2, 2, 2]], dtype)
    case("reduce.max", [ties], lambda x: torch.amax(x, 1), i0=2, i1=0)
    case("reduce.min", [ties], lambda x: torch.amin(x, (0, 1)), i0=3, i1=0)
    case("norm", [np.zeros((2, 3), dtype)], lambda x: torch.linalg.vector_norm(x, 2, 1), i0=2, i1=0)
    case("nanSum", [np.array([[1, nan, 2], [nan, nan, 3]], dtype)], lambda x: torch.nansum(x, 1), i0=2, i1=0)
    case("nanMean", [np.array([[1, nan, 2], [nan, nan, 3]], dtype)], lambda x: torch.nanmean(x, 1), i0=2, i1=0)
    for shape, axis in (((5,), 0), ((2, 3), 1), ((2, 3, 4), 1), ((1, 3), 0)):
        x = values(shape, dtype, 0.3, 2)
        case("reduce.prod", [x], lambda x: torch.prod(x, axis), i0=1 << axis, i1=0)
        case("cumsum", [x], lambda x: torch.cumsum(x, axis), i0=axis)
        case("cumprod", [x], lambda x: torch.cumprod(x, axis), i0=axis)
        case("cummax", [values(shape, dtype)], lambda x: torch.cummax(x, axis)[0], i0=axis)
        case("cummin", [values(shape, dtype)], lambda x: torch.cummin(x, axis)[0], i0=axis)
        for fraction in (0.0, 0.3, 0.5, 1.0):
            case("quantile", [values(shape, dtype)], lambda x: torch.quantile(x, fraction, axis), i0=axis, p0=fraction)
    zeros = np.array([[1.0, 0, 3], [0, 2, 0], [1, 2, 3]], dtype)
    case("reduce.prod", [zeros], lambda x: torch.prod(x, 1), i0=2, i1=0)
    case("cumprod", [zeros], lambda x: torch.cumprod(x, 1), i0=1)
    for shape, axes in (((7,), (0,)), ((3, 4), (1,)), ((3, 4), (0, 1)), ((2, 3, 4), (0, 2))):
        for ddof in (0, 1):
            case("variance", [values(shape, dtype)], lambda x: torch.var(x, axes, correction=ddof), i0=bits(axes), i1=0, p0=float(ddof))

# Places
for dtype in TYPES:
    x = values((3, 4), dtype)
    index = np.array([2, 0, -1, 1, 1])
    case("gathered", [x], lambda x: x[torch.tensor(index)], tensor=pack(index))
    case("transposed", [values((2, 3, 4), dtype)], lambda x: x.permute(1, 2, 0), shape=[1, 2, 0])
    case("broadcast", [values((3, 1), dtype)], lambda x: x.expand(2, 3, 4), shape=[2, 3, 4])
    case("concatenated", [values((2, 1), dtype), values((2, 0), dtype), values((2, 3), dtype)], lambda *t: torch.cat(t, 1), i0=1)
    case("stacked", [values((2, 3), dtype), values((2, 3), dtype)], lambda *t: torch.stack(t, 1), i0=1)
    case("padded", [x], lambda x: F.pad(x, (0, 2, 1, 0), value=3.0), shape=[1, 0], strides=[0, 2], p0=3.0)
    case("triu", [x], lambda x: torch.triu(x, 1), i0=1)
    case("tril", [x], lambda x: torch.tril(x, -1), i0=-1)
    case("diagonal", [x], lambda x: torch.diagonal(x, 1, -2, -1), i0=1)
    case("trace", [x], lambda x: torch.diagonal(x, 0, -2, -1).sum(-1))
    for shape in ((2, 5), (3,), (2, 3, 4), (1, 1)):
        x = values(shape, dtype, -4, 4)
        for axis in range(len(shape)):
            case("softmax", [x], lambda x: F.softmax(x, axis), i0=axis)
            case("logSoftmax", [x], lambda x: F.log_softmax(x, axis), i0=axis)

# Products and linear algebra
for dtype in TYPES:
    for sa, sb in (((2, 3), (3, 4)), ((3,), (3,)), ((2, 3), (3,)), ((3,), (3, 2)), ((2, 2, 3), (3, 4)), ((2, 1, 2, 3), (3, 3, 2)), ((0, 3), (3, 2)), ((2, 0), (0, 3)), ((1, 1), (1, 1)), ((17, 31), (31, 13))):
        case("matmul", [values(sa, dtype), values(sb, dtype)], torch.matmul, 2e-5 if dtype == np.float32 else None)
    for n in (1, 2, 3, 5):
        a = values((n, n), dtype) + 3 * np.eye(n, dtype=dtype)
        t = 1e-5 if dtype == np.float32 else 1e-11
        case("inverse", [a], torch.linalg.inv, t)
        case("determinant", [a], torch.linalg.det, t * 100)
        case("logDeterminant", [a], lambda a: torch.linalg.slogdet(a)[1], t)
        case("solve", [a, values((n, 2), dtype)], torch.linalg.solve, t)
        case("svd", [a], torch.linalg.svdvals, t * 10, i0=1)
        case("matrixPower", [a], lambda a: torch.linalg.matrix_power(a, 3), t * 100, i0=3)
    case("outer", [values((3,), dtype), values((4,), dtype)], torch.outer)
    case("kron", [values((2, 2), dtype), values((2, 3), dtype)], torch.kron)
    case("cross", [values((4, 3), dtype), values((3,), dtype)], lambda a, b: torch.linalg.cross(a, b.expand(4, 3)))

with open(os.path.join(here, "gradients.json"), "w") as f:
    f.write("[\n" + ",\n".join(json.dumps(c, separators=(",", ":")) for c in cases) + "\n]\n")
print(len(cases), "cases")
