"""Makes networks.json from PyTorch: values and gradients of convolutions, pooling, normalisations,
attention and losses.

    pip install torch numpy
    python make_networks.py

Images here are [batch, height, width, channels] and filters [height, width, channels / groups,
outputs]; PyTorch's axes are turned on the way in and out. References are computed in float64 from
the inputs that are stored. The bounds are those of sums of so many products: 1e-5 of the size for
float32, 1e-12 for float64.
"""

import base64
import itertools
import json
import os

import numpy as np
import torch
import torch.nn.functional as F

here = os.path.dirname(os.path.abspath(__file__))
rng = np.random.default_rng(11)
torch.manual_seed(0)
cases = []
layouts = ["plain", "transposed", "strided"]


def pack(x):
    x = np.asarray(x)
    return {"shape": list(x.shape), "dtype": x.dtype.name,
            "data": base64.b64encode(np.ascontiguousarray(x).tobytes()).decode()}


def values(shape, dtype=np.float32, low=-2.0, high=2.0):
    return rng.uniform(low, high, shape).astype(dtype)


def case(op, inputs, run, constants=(), tolerance=None, **attributes):
    """`run` computes with float64 tensors in this library's layout."""
    leaves = [torch.tensor(x.astype(np.float64), requires_grad=True) for x in inputs]
    y = run(*leaves)
    dtype = inputs[0].dtype
    g = values(tuple(y.shape), dtype, 0.5, 1.5)
    y.backward(torch.tensor(g.astype(np.float64)))
    tol = tolerance or (2e-5 if dtype == np.float32 else 1e-12)
    cases.append({
        "op": op, "inputs": [pack(x) for x in list(inputs) + list(constants)],
        "layouts": [layouts[int(rng.integers(3))] for _ in range(len(inputs) + len(constants))],
        "output": pack(y.detach().numpy().astype(dtype)), "tolerance": tol, "attributes": attributes,
        "upstream": pack(g),
        "gradients": [pack(x.grad.numpy().astype(dtype)) for x in leaves]})


def geometry(image, window, stride, dilation, before, after, count):
    return dict(shape=[*image, *window, *count], strides=[*stride, *dilation, *before, *after])


def extent(size, window, stride, dilation, before, after):
    return (size + before + after - dilation * (window - 1) - 1) // stride + 1


def nchw(x):
    return x.permute(0, 3, 1, 2)


def nhwc(x):
    return x.permute(0, 2, 3, 1)


GEOMETRIES = [
    # image, window, stride, dilation, before, after
    ((5, 5), (3, 3), (1, 1), (1, 1), (0, 0), (0, 0)), ((5, 5), (3, 3), (1, 1), (1, 1), (1, 1), (1, 1)),
    ((6, 7), (3, 2), (2, 2), (1, 1), (1, 0), (0, 1)), ((7, 5), (2, 3), (1, 2), (2, 1), (0, 1), (0, 1)),
    ((4, 4), (1, 1), (1, 1), (1, 1), (0, 0), (0, 0)), ((4, 4), (4, 4), (1, 1), (1, 1), (0, 0), (0, 0)),
    ((1, 9), (1, 3), (1, 2), (1, 1), (0, 1), (0, 1)), ((8, 8), (2, 2), (2, 2), (1, 1), (0, 0), (0, 0)),
    ((7, 7), (3, 3), (3, 2), (1, 2), (2, 2), (1, 2)), ((3, 3), (5, 5), (1, 1), (1, 1), (2, 2), (2, 2)),
]
CHANNELS = [(1, 1, 1, 1), (2, 3, 4, 1), (1, 4, 6, 2), (2, 4, 4, 4), (1, 3, 17, 1)]
for image, window, stride, dilation, before, after in GEOMETRIES:
    count = tuple(extent(*a) for a in zip(image, window, stride, dilation, before, after))
    told = geometry(image, window, stride, dilation, before, after, count)
    for batch, channels, outputs, groups in CHANNELS:
        for dtype in (np.float32, np.float64):
            if dtype == np.float64 and (outputs > 4 or window[0] > 2) or outputs > 8 and window[0] > 2:
                continue
            x = values((batch, *image, channels), dtype)
            w = values((*window, channels // groups, outputs), dtype, -1, 1)
            b = values((outputs,), dtype)

            def run(x, w, b):
                p = F.pad(nchw(x), (before[1], after[1], before[0], after[0]))
                return nhwc(F.conv2d(p, w.permute(3, 2, 0, 1), b, stride, 0, dilation, groups))

            case("convolution2D", [x, w, b], run, i0=groups, **told)
            g = values((batch, *count, outputs), dtype)

            def spread(g, w):
                padded = (image[0] + before[0] + after[0], image[1] + before[1] + after[1])
                y = torch.nn.grad.conv2d_input((batch, channels, *padded), w.permute(3, 2, 0, 1), nchw(g),
                                               stride, 0, dilation, groups)
                return nhwc(y)[:, before[0]:before[0] + image[0], before[1]:before[1] + image[1]]

            if dtype == np.float32 and channels < 4:
                def filters(x, g):
                    p = F.pad(nchw(x), (before[1], after[1], before[0], after[0]))
                    shape = (outputs, channels // groups, *window)
                    return torch.nn.grad.conv2d_weight(p, shape, nchw(g), stride, 0, dilation, groups).permute(2, 3, 1, 0)

                case("convolution2DFilter", [x, g], filters, i0=groups, **told)
                case("convolution2DInput", [g, w], spread, i0=groups, **told)
    for dtype in (np.float32, np.float64):
        x = values((1, *image, 3), dtype)
        # Padding does not take part: what lies outside is worse than anything inside.
        far = 1e30 if dtype == np.float32 else 1e300
        inside = all(max(b, a) <= (w - 1) * d for b, a, w, d in zip(before, after, window, dilation))
        if inside:
            def most(x):
                p = F.pad(nchw(x), (before[1], after[1], before[0], after[0]), value=-far)
                return nhwc(F.max_pool2d(p, window, stride, 0, dilation))

            def least(x):
                p = F.pad(nchw(x), (before[1], after[1], before[0], after[0]), value=far)
                return nhwc(-F.max_pool2d(-p, window, stride, 0, dilation))

            case("maxPool2D", [x], most, **told)
            case("minPool2D", [x], least, **told)
        if dilation == (1, 1) and before == after == (0, 0):
            def windows(x):
                return x.unfold(1, window[0], stride[0]).unfold(2, window[1], stride[1]).permute(0, 1, 2, 4, 5, 3)

            def fold(w):
                x = torch.zeros((1, *image, 3), dtype=torch.float64, requires_grad=True)
                return torch.autograd.grad((windows(x) * w).sum(), x, create_graph=True)[0]

            def share(g):
                x = torch.zeros((1, *image, 3), dtype=torch.float64, requires_grad=True)
                return torch.autograd.grad((windows(x).mean((3, 4)) * g).sum(), x, create_graph=True)[0]

            case("windows", [x], windows, **told)
            case("windowsSum", [values((1, *count, *window, 3), dtype)], fold, **told)
            case("avgPool2DInput", [values((1, *count, 3), dtype)], share, **told)
        if dilation == (1, 1):
            def average(counts):
                def run(x):
                    p = F.pad(nchw(x), (before[1], after[1], before[0], after[0]))
                    ones = torch.ones_like(nchw(x)) if not counts else None
                    y = F.avg_pool2d(p, window, stride) * (window[0] * window[1])
                    if counts:
                        return nhwc(y / (window[0] * window[1]))
                    n = F.avg_pool2d(F.pad(ones, (before[1], after[1], before[0], after[0])), window, stride)
                    return nhwc(y / (n * window[0] * window[1]))
                return run

            if inside:
                case("avgPool2D", [x], average(False), i0=0, **told)
            case("avgPool2D", [x], average(True), i0=1, **told)

for dtype in (np.float32, np.float64):
    for shape in ((1, 2, 3, 2), (2, 4, 4, 1), (1, 1, 1, 3)):
        x = values(shape, dtype)
        for factor in ((1, 1), (2, 2), (3, 2)):
            size = (shape[1] * factor[0], shape[2] * factor[1])
            case("upsampling2D", [x], lambda x: nhwc(F.interpolate(nchw(x), size, mode="nearest")), i0=factor[0], i1=factor[1])
            case("upsampling2D", [x], lambda x: nhwc(F.interpolate(nchw(x), size, mode="bilinear", align_corners=False)),
                 i0=factor[0], i1=factor[1], p0=1.0)
        for size in ((1, 1), (3, 5), (7, 2)):
            case("resized2D", [x], lambda x: nhwc(F.interpolate(nchw(x), size, mode="nearest")), i0=size[0], i1=size[1])
            case("resized2D", [x], lambda x: nhwc(F.interpolate(nchw(x), size, mode="bilinear", align_corners=False)),
                 i0=size[0], i1=size[1], p0=1.0)

for dtype in (np.float32, np.float64):
    tol = 1e-4 if dtype == np.float32 else 1e-11
    for epsilon in (1e-5, 1e-3):
        for shape in ((4, 6), (2, 3, 8), (1, 5), (3, 33)):
            x = values(shape, dtype)
            w, b = values(shape[-1:], dtype), values(shape[-1:], dtype)
            case("layerNorm", [x, w, b], lambda x, w, b: F.layer_norm(x, shape[-1:], w, b, epsilon), tolerance=tol,
                 i0=shape[-1], p0=epsilon)
            case("layerNorm", [x], lambda x: F.layer_norm(x, shape[-1:], None, None, epsilon), tolerance=tol, i0=shape[-1], p0=epsilon)
            case("layerNorm", [x, w], lambda x, w: F.rms_norm(x, shape[-1:], w, epsilon), tolerance=tol, i0=shape[-1], i1=1, p0=epsilon)
        for shape in ((8, 3), (2, 3, 4, 5), (3, 4, 2), (9, 17)):
            x = values(shape, dtype)
            w, b = values(shape[-1:], dtype), values(shape[-1:], dtype)

            def batch(x, w=None, b=None):
                c = x.shape[-1]
                y = F.batch_norm(x.reshape(-1, c), None, None, w, b, True, 0.1, epsilon)
                return y.reshape(x.shape)

            case("batchNorm", [x, w, b], batch, tolerance=tol, p0=epsilon)
            case("batchNorm", [x], batch, tolerance=tol, p0=epsilon)
            case("batchNorm", [x, w, b], lambda x, w, b: F.relu(batch(x, w, b)), tolerance=tol, i1=1, p0=epsilon)
        for shape, groups in (((2, 3, 3, 4), 2), ((2, 3, 3, 4), 1), ((2, 3, 3, 4), 4), ((1, 7, 6), 3)):
            x = values(shape, dtype)
            w, b = values(shape[-1:], dtype), values(shape[-1:], dtype)

            def group(x, w=None, b=None):
                t = x.movedim(-1, 1)
                return F.group_norm(t, groups, w, b, epsilon).movedim(1, -1)

            case("groupNorm", [x, w, b], group, tolerance=tol, i0=groups, p0=epsilon)
            case("groupNorm", [x], group, tolerance=tol, i0=groups, p0=epsilon)

for dtype in (np.float32, np.float64):
    for batch, queries, keys, width, wide in (((), 3, 5, 4, 2), ((2,), 4, 4, 8, 8), ((2, 3), 5, 5, 4, 4), ((1, 2), 1, 7, 3, 5)):
        q, k, v = values((*batch, queries, width), dtype), values((*batch, keys, width), dtype), values((*batch, keys, wide), dtype)
        scale = 1 / np.sqrt(width)
        case("scaledDotProductAttention", [q, k, v], lambda q, k, v: F.scaled_dot_product_attention(q, k, v), p0=scale)
        case("scaledDotProductAttention", [q, k, v], lambda q, k, v: F.scaled_dot_product_attention(q, k, v, scale=0.3), p0=0.3)
        seen = rng.random((queries, keys)) < 0.6
        seen[:, 0] = True
        case("scaledDotProductAttention", [q, k, v],
             lambda q, k, v: F.scaled_dot_product_attention(q, k, v, torch.tensor(seen)), p0=scale, tensor=pack(seen))
        added = values((*batch, queries, keys), dtype)
        case("scaledDotProductAttention", [q, k, v],
             lambda q, k, v: F.scaled_dot_product_attention(q, k, v, torch.tensor(added.astype(np.float64))), p0=scale, tensor=pack(added))
        if queries == keys:
            case("scaledDotProductAttention", [q, k, v], lambda q, k, v: F.scaled_dot_product_attention(q, k, v, is_causal=True), i0=1, p0=scale)

for dtype in (np.float32, np.float64):
    for shape in ((5, 4), (3, 10), (1, 2)):
        x = values(shape, dtype, -9, 9)
        labels = rng.integers(0, shape[1], shape[:1])
        case("softmaxCrossEntropy(labels)", [x], lambda x: F.cross_entropy(x, torch.tensor(labels), reduction="none"), constants=[labels])
        p = np.exp(values(shape, dtype))
        p = (p / p.sum(-1, keepdims=True)).astype(dtype)
        case("softmaxCrossEntropy(probabilities)", [x, p], lambda x, p: -(p * F.log_softmax(x, -1)).sum(-1))
        z = values(shape, dtype, 0, 1)
        case("sigmoidCrossEntropy", [x, z], lambda x, z: F.binary_cross_entropy_with_logits(x, z, reduction="none"))
        case("squaredError", [x, z], lambda x, z: (x - z) ** 2)
        for axis in (0, 1):
            case("softmax", [x], lambda x: F.softmax(x, axis), i0=axis)
            case("logSoftmax", [x], lambda x: F.log_softmax(x, axis), i0=axis)
    x = values((3, 5), dtype, -4, 4)
    for op, f in (("gelu", F.gelu), ("geluApproximate", lambda x: F.gelu(x, approximate="tanh")), ("silu", F.silu), ("mish", F.mish),
                  ("softplus", F.softplus), ("selu", F.selu), ("relu", F.relu), ("sigmoid", torch.sigmoid), ("tanh", torch.tanh),
                  ("softsign", F.softsign), ("hardSigmoid", F.hardsigmoid), ("logSigmoid", F.logsigmoid)):
        # PyTorch's sixth in the gradient of hardsigmoid is a float32 one, in float64 too.
        case(op, [x], f, tolerance=1e-7 if op == "hardSigmoid" and dtype == np.float64 else None)



def recurrence(kind, backwards):
    """A module's outputs of all steps, and an LSTM's last c, from this library's weights."""
    def run(x, w, u, b, *rest):
        own, state = (rest[0], rest[1:]) if kind is torch.nn.GRU else (torch.zeros_like(b), rest)
        module = kind(w.shape[0], u.shape[0], batch_first=True).double()
        given = {"weight_ih_l0": w.T, "weight_hh_l0": u.T, "bias_ih_l0": b, "bias_hh_l0": own}
        state = tuple(part[None] for part in state)
        y, end = torch.func.functional_call(
            module, given, (x.flip(1) if backwards else x, state if len(state) > 1 else state[0]))
        y = y.transpose(0, 1)
        return torch.cat([y, end[1]]) if kind is torch.nn.LSTM else y
    return run


for dtype in (np.float32, np.float64):
    for batch, steps, features, units in ((2, 4, 3, 5), (1, 1, 1, 1), (9, 3, 2, 17)):
        for number, (kind, gates) in enumerate(((torch.nn.RNN, 1), (torch.nn.LSTM, 4), (torch.nn.GRU, 3))):
            shapes = [(batch, steps, features), (features, gates * units), (units, gates * units), (gates * units,)]
            shapes += [(gates * units,)] if gates == 3 else []
            shapes += [(batch, units)] * (2 if gates == 4 else 1)
            for backwards in (0, 1):
                case("recurrence", [values(shape, dtype, -1, 1) for shape in shapes],
                     recurrence(kind, backwards), i0=2 * number + backwards)

with open(os.path.join(here, "networks.json"), "w") as f:
    f.write("[\n" + ",\n".join(json.dumps(c, separators=(",", ":")) for c in cases) + "\n]\n")
print(len(cases), "cases of networks")
