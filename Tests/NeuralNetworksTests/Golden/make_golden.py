#!/usr/bin/env python3
"""Golden numbers for layers, losses and optimizers, from PyTorch (float64, then rounded).

Usage: make_golden.py        writes layers.txt, losses.txt and optimizers.txt beside itself.
Each file holds cases: a line `case NAME`, then lines `NAME EXTENTS : VALUES`.
"""
import pathlib

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
folder = pathlib.Path(__file__).parent


class Golden:
    def __init__(self, name):
        self.file = (folder / name).open("w")
        self.file.write(f"# torch {torch.__version__}, make_golden.py\n")

    def case(self, name, **tensors):
        self.file.write(f"case {name}\n")
        for key, value in tensors.items():
            value = torch.as_tensor(value)
            extents = " ".join(str(extent) for extent in value.shape)
            if value.dtype.is_floating_point:
                values = " ".join(f"{v:.9g}" for v in value.flatten().tolist())
            else:
                values = " ".join(str(int(v)) for v in value.flatten().tolist())
            self.file.write(f"{key} {extents} : {values}\n")


def rounded(*shape, scale=1.0):
    """Random numbers that float32 holds exactly."""
    return (torch.randn(*shape) * scale * 64).round() / 64


ACTIVATIONS = {
    "linear": lambda x: x,
    "relu": torch.relu,
    "leakyRelu": lambda x: F.leaky_relu(x, 0.01),
    "leakyRelu(0.2)": lambda x: F.leaky_relu(x, 0.2),
    "elu": F.elu,
    "elu(0.5)": lambda x: F.elu(x, 0.5),
    "selu": F.selu,
    "gelu": F.gelu,
    "silu": F.silu,
    "softplus": F.softplus,
    "tanh": torch.tanh,
    "sigmoid": torch.sigmoid,
    "softmax": lambda x: torch.softmax(x, -1),
}

torch.manual_seed(1)
layers = Golden("layers.txt")
for name, function in ACTIVATIONS.items():
    x = rounded(4, 3).requires_grad_()
    weight = rounded(3, 5).requires_grad_()
    bias = rounded(5).requires_grad_()
    direction = rounded(4, 5)
    y = function(x @ weight + bias)
    gx, gw, gb = torch.autograd.grad((y * direction).sum(), (x, weight, bias))
    layers.case(
        f"dense {name}", x=x, weight=weight, bias=bias, direction=direction, y=y,
        x_gradient=gx, weight_gradient=gw, bias_gradient=gb)
x = rounded(2, 3, 4).requires_grad_()
weight = rounded(4, 2).requires_grad_()
direction = rounded(2, 3, 2)
y = x @ weight
gx, gw = torch.autograd.grad((y * direction).sum(), (x, weight))
layers.case(
    "dense without bias on three axes", x=x, weight=weight, direction=direction, y=y,
    x_gradient=gx, weight_gradient=gw)

for name, shape in (("layerNorm", (4, 6)), ("layerNorm on three axes", (2, 3, 5))):
    x = rounded(*shape).requires_grad_()
    scale = rounded(shape[-1]).requires_grad_()
    offset = rounded(shape[-1]).requires_grad_()
    direction = rounded(*shape)
    y = F.layer_norm(x, shape[-1:], scale, offset, 1e-5)
    gx, gs, go = torch.autograd.grad((y * direction).sum(), (x, scale, offset))
    layers.case(
        name, x=x, scale=scale, offset=offset, direction=direction, y=y, x_gradient=gx,
        scale_gradient=gs, offset_gradient=go)

norm = torch.nn.BatchNorm1d(4, eps=1e-5, momentum=0.1)
x = rounded(6, 4).requires_grad_()
direction = rounded(6, 4)
with torch.no_grad():
    norm.weight.copy_(rounded(4))
    norm.bias.copy_(rounded(4))
y = norm(x)
gx, gs, go = torch.autograd.grad((y * direction).sum(), (x, norm.weight, norm.bias))
mean, variance = norm.running_mean.clone(), norm.running_var.clone()
norm.eval()
layers.case(
    "batchNorm", x=x, scale=norm.weight, offset=norm.bias, direction=direction, y=y,
    x_gradient=gx, scale_gradient=gs, offset_gradient=go, mean=mean, variance=variance,
    inference=norm(x))

table = rounded(7, 3).requires_grad_()
indices = torch.tensor([[1, 4, 1], [0, 6, 4]])
direction = rounded(2, 3, 3)
y = F.embedding(indices, table)
(gt,) = torch.autograd.grad((y * direction).sum(), (table,))
layers.case(
    "embedding", indices=indices, table=table, direction=direction, y=y, table_gradient=gt)

torch.manual_seed(2)
losses = Golden("losses.txt")


def loss_case(name, function, outputs, targets):
    outputs = outputs.requires_grad_()
    value = function(outputs, targets)
    (gradient,) = torch.autograd.grad(value, (outputs,))
    losses.case(name, outputs=outputs, targets=targets, value=value, gradient=gradient)


labels = torch.tensor([2, 0, 3, 3, 1])
loss_case("sparseCategoricalCrossentropy logits", F.cross_entropy, rounded(5, 4, scale=3), labels)
loss_case(
    "sparseCategoricalCrossentropy probabilities",
    lambda p, y: F.nll_loss(torch.log(p / p.sum(-1, keepdim=True)), y),
    torch.softmax(rounded(5, 4), -1).detach(), labels)
soft = torch.softmax(rounded(5, 4), -1)
loss_case("categoricalCrossentropy logits", F.cross_entropy, rounded(5, 4, scale=3), soft)
loss_case(
    "categoricalCrossentropy one-hot", F.cross_entropy, rounded(5, 4, scale=3),
    F.one_hot(labels, 4).to(torch.float64))
binary = torch.tensor([[1.0], [0.0], [0.0], [1.0], [1.0]])
loss_case(
    "binaryCrossentropy logits", F.binary_cross_entropy_with_logits, rounded(5, 1, scale=4),
    binary)
loss_case(
    "binaryCrossentropy probabilities", F.binary_cross_entropy,
    torch.sigmoid(rounded(5, 1)).detach(), binary)
loss_case("meanSquaredError", F.mse_loss, rounded(4, 3), rounded(4, 3))
loss_case("meanAbsoluteError", F.l1_loss, rounded(4, 3), rounded(4, 3))
loss_case("huber", F.huber_loss, rounded(4, 3, scale=2), rounded(4, 3))
loss_case(
    "huber(0.5)", lambda x, y: F.huber_loss(x, y, delta=0.5), rounded(4, 3), rounded(4, 3))

torch.manual_seed(3)
optimizers = Golden("optimizers.txt")
OPTIMIZERS = {
    "SGD": lambda p: torch.optim.SGD(p, lr=0.1),
    "SGD momentum": lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9),
    "SGD nesterov": lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9, nesterov=True),
    "SGD weightDecay": lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.5, weight_decay=0.01),
    "Adam": lambda p: torch.optim.Adam(p, lr=0.01),
    "Adam weightDecay": lambda p: torch.optim.Adam(
        p, lr=0.01, betas=(0.8, 0.99), eps=1e-6, weight_decay=0.1),
    "AdamW": lambda p: torch.optim.AdamW(p, lr=0.01, weight_decay=0.1),
    "RMSprop": lambda p: torch.optim.RMSprop(p, lr=0.01),
    "RMSprop momentum": lambda p: torch.optim.RMSprop(
        p, lr=0.01, alpha=0.9, momentum=0.5, weight_decay=0.01),
}
for name, make in OPTIMIZERS.items():
    a = rounded(3, 4).requires_grad_()
    b = rounded(5).requires_grad_()
    optimizer = make([a, b])
    start = {"a": a.detach().clone(), "b": b.detach().clone()}
    ga, gb = rounded(10, 3, 4), rounded(10, 5)
    for step in range(10):
        a.grad, b.grad = ga[step].clone(), gb[step].clone()
        optimizer.step()
    optimizers.case(
        name, **start, a_gradients=ga, b_gradients=gb, a_after=a.detach(), b_after=b.detach())
