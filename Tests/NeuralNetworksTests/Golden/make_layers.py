#!/usr/bin/env python3
"""Golden numbers for layers, from PyTorch (float64, then rounded), in this library's layout.

Usage: make_layers.py        writes network_layers.txt beside itself.
A case has the input x, the parameters `p.PATH`, a direction, the output y, and the gradients of
Σ y·direction: `x_gradient` and `g.PATH`.
"""
import pathlib

import torch
import torch.nn.functional as F
from torch import nn

torch.set_default_dtype(torch.float64)
torch.manual_seed(11)
out = (pathlib.Path(__file__).parent / "network_layers.txt").open("w")
out.write(f"# torch {torch.__version__}, make_layers.py\n")


def rounded(*shape, scale=1.0):
    return (torch.randn(*shape) * scale * 64).round() / 64


def write(name, value):
    extents = " ".join(str(extent) for extent in value.shape)
    values = " ".join(f"{v:.9g}" for v in value.detach().flatten().tolist())
    out.write(f"{name} {extents} : {values}\n")


def case(name, x, parameters, function):
    """`parameters`: path to a tensor in our layout; `function(x, parameters)` computes with them."""
    x = x.requires_grad_()
    for value in parameters.values():
        value.requires_grad_()
    y = function(x, parameters)
    direction = rounded(*y.shape)
    gradients = torch.autograd.grad((y * direction).sum(), [x, *parameters.values()])
    out.write(f"case {name}\n")
    write("x", x)
    write("y", y)
    write("direction", direction)
    write("x_gradient", gradients[0])
    for (path, value), gradient in zip(parameters.items(), gradients[1:]):
        write("p." + path, value)
        write("g." + path, gradient)


def nchw(x):
    return x.permute(0, 3, 1, 2)


def nhwc(x):
    return x.permute(0, 2, 3, 1)


def conv(stride=1, padding=0, dilation=1, groups=1, activation=lambda x: x):
    return lambda x, p: activation(nhwc(F.conv2d(
        nchw(x), p["weight"].permute(3, 2, 0, 1), p["bias"], stride, padding, dilation, groups)))


case("Conv2D", rounded(2, 6, 5, 3), {"weight": rounded(3, 3, 3, 4), "bias": rounded(4)},
     conv(activation=torch.relu))
case("Conv2D same", rounded(2, 6, 5, 3), {"weight": rounded(3, 3, 3, 4), "bias": rounded(4)},
     conv(padding=1))
case("Conv2D strided", rounded(2, 7, 6, 2), {"weight": rounded(3, 2, 2, 3), "bias": rounded(3)},
     conv(stride=2, padding=(1, 0)))
case("Conv2D dilated groups", rounded(2, 7, 6, 4), {"weight": rounded(3, 3, 2, 6), "bias": rounded(6)},
     conv(dilation=2, groups=2))
case("Conv1D", rounded(2, 9, 3), {"weight": rounded(4, 3, 5), "bias": rounded(5)},
     lambda x, p: torch.tanh(F.conv1d(
         x.transpose(1, 2), p["weight"].permute(2, 1, 0), p["bias"], 2).transpose(1, 2)))
case("Conv2DTranspose", rounded(2, 3, 4, 3), {"weight": rounded(4, 4, 3, 2), "bias": rounded(2)},
     lambda x, p: nhwc(F.conv_transpose2d(
         nchw(x), p["weight"].permute(2, 3, 0, 1), p["bias"], 2, 1)))
case("Conv2DTranspose valid", rounded(2, 3, 4, 3), {"weight": rounded(2, 2, 3, 2), "bias": rounded(2)},
     lambda x, p: torch.relu(nhwc(F.conv_transpose2d(
         nchw(x), p["weight"].permute(2, 3, 0, 1), p["bias"], 2))))
case("DepthwiseConv2D", rounded(2, 6, 5, 3), {"weight": rounded(3, 3, 1, 6), "bias": rounded(6)},
     conv(groups=3))
case("SeparableConv2D", rounded(2, 6, 5, 3),
     {"depthwise.weight": rounded(3, 3, 1, 3), "pointwise.weight": rounded(1, 1, 3, 4),
      "pointwise.bias": rounded(4)},
     lambda x, p: nhwc(F.conv2d(F.conv2d(
         nchw(x), p["depthwise.weight"].permute(3, 2, 0, 1), None, 1, 1, 1, 3),
         p["pointwise.weight"].permute(3, 2, 0, 1), p["pointwise.bias"])))
case("MaxPool2D", rounded(2, 6, 5, 3), {}, lambda x, p: nhwc(F.max_pool2d(nchw(x), 2)))
case("AvgPool2D", rounded(2, 7, 5, 3), {}, lambda x, p: nhwc(F.avg_pool2d(nchw(x), 3, 2)))
case("MaxPool1D", rounded(2, 7, 3), {},
     lambda x, p: F.max_pool1d(x.transpose(1, 2), 3, 2).transpose(1, 2))
case("GlobalAvgPool2D", rounded(2, 4, 5, 3), {}, lambda x, p: x.mean((1, 2)))
case("GlobalMaxPool2D", rounded(2, 4, 5, 3), {}, lambda x, p: x.amax((1, 2)))
case("UpSampling2D", rounded(2, 3, 2, 2), {},
     lambda x, p: nhwc(F.interpolate(nchw(x), scale_factor=2, mode="nearest")))
case("UpSampling2D bilinear", rounded(2, 3, 2, 2), {},
     lambda x, p: nhwc(F.interpolate(nchw(x), scale_factor=2, mode="bilinear")))
case("GroupNorm", rounded(2, 3, 3, 4), {"weight": rounded(4), "bias": rounded(4)},
     lambda x, p: nhwc(F.group_norm(nchw(x), 2, p["weight"], p["bias"], 1e-5)))
case("InstanceNorm", rounded(2, 3, 3, 4), {"weight": rounded(4), "bias": rounded(4)},
     lambda x, p: nhwc(F.instance_norm(nchw(x), weight=p["weight"], bias=p["bias"], eps=1e-5)))
case("BatchNorm", rounded(3, 3, 2, 4), {"weight": rounded(4), "bias": rounded(4)},
     lambda x, p: nhwc(F.batch_norm(nchw(x), None, None, p["weight"], p["bias"], True)))
case("RMSNorm", rounded(3, 6), {"weight": rounded(6)},
     lambda x, p: F.rms_norm(x, (6,), p["weight"], 1e-6))
case("PReLU", rounded(3, 4), {"weight": rounded(4)},
     lambda x, p: F.prelu(x, p["weight"]))
case("Maxout", rounded(3, 4), {"weight": rounded(4, 6), "bias": rounded(6)},
     lambda x, p: (x @ p["weight"] + p["bias"]).reshape(3, 3, 2).amax(-1))


def recurrent(kind, x, p, prefix="", reverse=False):
    """PyTorch's module with our parameters (its second bias is zero where we have none)."""
    features, wide = p[prefix + "inputWeight"].shape
    units = p[prefix + "recurrentWeight"].shape[0]
    module = {"RNN": nn.RNN, "LSTM": nn.LSTM, "GRU": nn.GRU}[kind](features, units, batch_first=True)
    state = {"weight_ih_l0": p[prefix + "inputWeight"].T,
             "weight_hh_l0": p[prefix + "recurrentWeight"].T, "bias_ih_l0": p[prefix + "bias"],
             "bias_hh_l0": p.get(prefix + "recurrentBias", torch.zeros(wide))}
    x = x.flip(1) if reverse else x
    return torch.func.functional_call(module, state, (x,))[0]


def cells(gates, units=3, features=2, prefix=""):
    return {prefix + "inputWeight": rounded(features, gates * units),
            prefix + "recurrentWeight": rounded(units, gates * units),
            prefix + "bias": rounded(gates * units)}


case("SimpleRNN", rounded(2, 4, 2), cells(1), lambda x, p: recurrent("RNN", x, p)[:, -1])
case("LSTM", rounded(2, 5, 2), cells(4), lambda x, p: recurrent("LSTM", x, p)[:, -1])
case("LSTM sequences", rounded(2, 5, 2), cells(4), lambda x, p: recurrent("LSTM", x, p))
case("GRU", rounded(2, 5, 2), {**cells(3), "recurrentBias": rounded(9)},
     lambda x, p: recurrent("GRU", x, p))
case("Bidirectional", rounded(2, 4, 2), {**cells(4, prefix="forward."), **cells(4, prefix="backward.")},
     lambda x, p: torch.cat([recurrent("LSTM", x, p, "forward."),
                             recurrent("LSTM", x, p, "backward.", True).flip(1)], -1))


def attention(size, prefix=""):
    result = {}
    for name in ["query", "key", "value", "output"]:
        result[f"{prefix}{name}.weight"] = rounded(size, size, scale=0.5)
        result[f"{prefix}{name}.bias"] = rounded(size, scale=0.5)
    return result


def attention_state(p, prefix, ours):
    names = ["query", "key", "value"]
    return {prefix + "in_proj_weight": torch.cat([p[f"{ours}{n}.weight"].T for n in names]),
            prefix + "in_proj_bias": torch.cat([p[f"{ours}{n}.bias"] for n in names]),
            prefix + "out_proj.weight": p[ours + "output.weight"].T,
            prefix + "out_proj.bias": p[ours + "output.bias"]}


def hidden(size):
    return torch.triu(torch.ones(size, size, dtype=torch.bool), 1)


module = nn.MultiheadAttention(4, 2, batch_first=True)
case("MultiHeadAttention", rounded(2, 5, 4), attention(4),
     lambda x, p: torch.func.functional_call(
         module, attention_state(p, "", ""), (x, x, x), {"need_weights": False})[0])
case("MultiHeadAttention causal", rounded(2, 5, 4), attention(4),
     lambda x, p: torch.func.functional_call(
         module, attention_state(p, "", ""), (x, x, x), {"attn_mask": hidden(5)})[0])


def dense(prefix, a, b):
    return {prefix + ".weight": rounded(a, b, scale=0.5), prefix + ".bias": rounded(b, scale=0.5)}


def norm(prefix, size):
    return {prefix + ".weight": rounded(size), prefix + ".bias": rounded(size)}


for first in [True, False]:
    layer = nn.TransformerEncoderLayer(4, 2, 6, 0.0, "gelu", batch_first=True, norm_first=first)
    case("TransformerEncoderBlock" + ("" if first else " normLast"), rounded(2, 3, 4),
         {**attention(4, "attention."), **norm("norm1", 4), **dense("hidden", 4, 6),
          **dense("output", 6, 4), **norm("norm2", 4)},
         lambda x, p: torch.func.functional_call(layer, {
             **attention_state(p, "self_attn.", "attention."),
             **{f"norm{i}.{n}": p[f"norm{i}.{n}"] for i in (1, 2) for n in ("weight", "bias")},
             "linear1.weight": p["hidden.weight"].T, "linear1.bias": p["hidden.bias"],
             "linear2.weight": p["output.weight"].T, "linear2.bias": p["output.bias"]},
             (x,), {"src_mask": hidden(3)}))
decoder = nn.TransformerDecoderLayer(4, 2, 6, 0.0, "relu", batch_first=True, norm_first=True)
memory = rounded(2, 5, 4)
case("TransformerDecoderBlock", rounded(2, 3, 4),
     {**attention(4, "selfAttention."), **norm("norm1", 4), **attention(4, "crossAttention."),
      **norm("norm2", 4), **dense("hidden", 4, 6), **dense("output", 6, 4), **norm("norm3", 4)},
     lambda x, p: torch.func.functional_call(decoder, {
         **attention_state(p, "self_attn.", "selfAttention."),
         **attention_state(p, "multihead_attn.", "crossAttention."),
         **{f"norm{i}.{n}": p[f"norm{i}.{n}"] for i in (1, 2, 3) for n in ("weight", "bias")},
         "linear1.weight": p["hidden.weight"].T, "linear1.bias": p["hidden.bias"],
         "linear2.weight": p["output.weight"].T, "linear2.bias": p["output.bias"]},
         (x, memory), {"tgt_mask": hidden(3)}))
write("context", memory)
case("PatchEmbedding", rounded(2, 4, 6, 3), {"weight": rounded(2, 2, 3, 5), "bias": rounded(5)},
     lambda x, p: conv(stride=2)(x, p).reshape(2, 6, 5))

case("Conv1DTranspose", rounded(2, 4, 3), {"weight": rounded(4, 3, 2), "bias": rounded(2)},
     lambda x, p: F.conv_transpose1d(
         x.transpose(1, 2), p["weight"].permute(1, 2, 0), p["bias"], 2, 1).transpose(1, 2))
case("MinPool2D", rounded(2, 6, 5, 3), {}, lambda x, p: nhwc(-F.max_pool2d(-nchw(x), 2)))
case("AvgPool1D", rounded(2, 7, 3), {},
     lambda x, p: F.avg_pool1d(x.transpose(1, 2), 3, 2).transpose(1, 2))
case("GlobalAvgPool1D", rounded(2, 5, 3), {}, lambda x, p: x.mean(1))
case("GlobalMaxPool1D", rounded(2, 5, 3), {}, lambda x, p: x.amax(1))
case("AdaptiveAvgPool2D", rounded(2, 7, 5, 3), {},
     lambda x, p: nhwc(F.adaptive_avg_pool2d(nchw(x), (3, 2))))
case("UpSampling1D", rounded(2, 3, 2), {}, lambda x, p: x.repeat_interleave(3, 1))
case("ZeroPadding2D", rounded(2, 3, 2, 2), {}, lambda x, p: F.pad(x, (0, 0, 2, 2, 1, 1)))
case("Cropping2D", rounded(2, 5, 6, 2), {}, lambda x, p: x[:, 1:-1, 2:-2])
case("CenterCrop", rounded(2, 6, 7, 2), {}, lambda x, p: x[:, 1:5, 2:5])
case("Resizing", rounded(2, 4, 3, 2), {},
     lambda x, p: nhwc(F.interpolate(nchw(x), (6, 5), mode="bilinear")))
case("Flatten", rounded(2, 3, 4), {}, lambda x, p: x.flatten(1))
case("Reshape", rounded(2, 6, 2), {}, lambda x, p: x.reshape(2, 3, 4))
case("Permute", rounded(2, 3, 4), {}, lambda x, p: x.permute(0, 2, 1))
case("RepeatVector", rounded(2, 3), {}, lambda x, p: x[:, None].repeat(1, 4, 1))
case("Rescaling", rounded(2, 3), {}, lambda x, p: x * 0.5 - 1)
case("TimeDistributed", rounded(2, 3, 4), {"layer.weight": rounded(4, 2), "layer.bias": rounded(2)},
     lambda x, p: torch.tanh(x @ p["layer.weight"] + p["layer.bias"]))
case("Sequential", rounded(3, 4), {"0.weight": rounded(4, 5), "0.bias": rounded(5), "1.weight": rounded(5, 2), "1.bias": rounded(2)},
     lambda x, p: F.silu(x @ p["0.weight"] + p["0.bias"]) @ p["1.weight"] + p["1.bias"])


def sinusoids(steps, size):
    """The paper's encoding: sines at even places, cosines at odd ones."""
    rate = 10000 ** (-torch.arange(0, size, 2) / size)
    angle = torch.arange(steps)[:, None] * rate
    return torch.stack([angle.sin(), angle.cos()], -1).reshape(steps, size)


case("PositionalEncoding", rounded(2, 5, 6), {}, lambda x, p: x + sinusoids(5, 6))
case("LSTM backwards", rounded(2, 5, 2), cells(4),
     lambda x, p: recurrent("LSTM", x, p, reverse=True)[:, -1])
case("SimpleRNN sequences", rounded(2, 4, 2), cells(1), lambda x, p: recurrent("RNN", x, p))
for name, function in {
        "logSoftmax": lambda x: F.log_softmax(x, -1), "mish": F.mish, "softsign": F.softsign,
        "hardSigmoid": F.hardsigmoid, "hardSwish": F.hardswish, "exponential": torch.exp,
        "geluApproximate": lambda x: F.gelu(x, approximate="tanh")}.items():
    case(f"Activation {name}", rounded(3, 4, scale=2), {}, lambda x, p: function(x))
