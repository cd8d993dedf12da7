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

torch.manual_seed(4)
weights = torch.tensor([0.5, 2.0, 1.0, 1.5])
loss_case("sparse smoothed", lambda x, y: F.cross_entropy(x, y, label_smoothing=0.1),
          rounded(5, 4, scale=3), labels)
loss_case("sparse weighted", lambda x, y: F.cross_entropy(x, y, weight=weights, label_smoothing=0.2),
          rounded(5, 4, scale=3), labels)
loss_case("soft smoothed", lambda x, y: F.cross_entropy(x, y, label_smoothing=0.1),
          rounded(5, 4, scale=3), torch.softmax(rounded(5, 4), -1))
loss_case("soft weighted", lambda x, y: F.cross_entropy(x, y, weight=weights),
          rounded(5, 4, scale=3), torch.softmax(rounded(5, 4), -1))
loss_case("sigmoid positiveWeight",
          lambda x, y: F.binary_cross_entropy_with_logits(x, y, pos_weight=torch.tensor(3.0)),
          rounded(5, 1, scale=4), binary)
loss_case("sigmoid smoothed",
          lambda x, y: F.binary_cross_entropy_with_logits(x, y * 0.8 + 0.1),
          rounded(5, 1, scale=4), binary)
loss_case("logCosh", lambda p, y: torch.log(torch.cosh(p - y)).mean(), rounded(4, 3), rounded(4, 3))
loss_case("poisson", lambda p, y: (p - y * torch.log(p + 1e-7)).mean(),
          rounded(4, 3).abs() + 0.5, rounded(4, 3).abs())
loss_case("poisson fromLog", lambda p, y: F.poisson_nll_loss(p, y), rounded(4, 3), rounded(4, 3).abs())
loss_case("quantile", lambda p, y: torch.maximum(0.9 * (y - p), -0.1 * (y - p)).mean(),
          rounded(4, 3), rounded(4, 3))
loss_case("percentage", lambda p, y: (100 * (y - p).abs() / y.abs()).mean(),
          rounded(4, 3), rounded(4, 3) + 5)
loss_case("logarithmic", lambda p, y: ((p.log1p() - y.log1p()) ** 2).mean(),
          rounded(4, 3).abs() + 0.5, rounded(4, 3).abs() + 0.5)
signs = torch.tensor([[1.0], [-1.0], [-1.0], [1.0], [1.0]])
loss_case("hinge", lambda p, y: torch.relu(1 - y * p).mean(), rounded(5, 1), signs)
loss_case("squaredHinge", lambda p, y: (torch.relu(1 - (2 * y - 1) * p) ** 2).mean(),
          rounded(5, 1), binary)
one_hot = F.one_hot(labels, 4).to(torch.float64)
loss_case("categoricalHinge",
          lambda p, y: torch.relu(((1 - y) * p).amax(-1) - (y * p).sum(-1) + 1).mean(),
          rounded(5, 4), one_hot)
loss_case("kullbackLeibler", lambda p, y: F.kl_div(p.log(), y, reduction="batchmean"),
          torch.softmax(rounded(5, 4), -1).detach(), torch.softmax(rounded(5, 4), -1))
loss_case("cosineSimilarity", lambda p, y: -F.cosine_similarity(p, y, dim=-1).mean(),
          rounded(5, 4), rounded(5, 4))


def focal(x, y, gamma=2.0, alpha=0.25):
    p = torch.sigmoid(x)
    loss = F.binary_cross_entropy_with_logits(x, y, reduction="none")
    p_t = p * y + (1 - p) * (1 - y)
    return ((alpha * y + (1 - alpha) * (1 - y)) * loss * (1 - p_t) ** gamma).mean()


def dice(p, y, smooth=1.0):
    p, y = p.flatten(1), y.flatten(1)
    return (1 - (2 * (p * y).sum(1) + smooth) / (p.sum(1) + y.sum(1) + smooth)).mean()


def nt_xent(a, b, temperature=0.5):
    z = F.normalize(torch.cat([a, b]), dim=1)
    similarity = z @ z.T / temperature
    similarity = similarity.masked_fill(torch.eye(len(z), dtype=torch.bool), float("-inf"))
    n = len(a)
    return F.cross_entropy(similarity, torch.cat([torch.arange(n) + n, torch.arange(n)]))


def barlow(a, b, weight=5e-3):
    a, b = (a - a.mean(0)) / a.std(0), (b - b.mean(0)) / b.std(0)
    c = a.T @ b / len(a)
    on = ((torch.diagonal(c) - 1) ** 2).sum()
    return on + weight * ((c ** 2).sum() - (torch.diagonal(c) ** 2).sum())


def clip(a, b, temperature=0.07):
    logits = F.normalize(a, dim=1) @ F.normalize(b, dim=1).T / temperature
    target = torch.arange(len(a))
    return (F.cross_entropy(logits, target) + F.cross_entropy(logits.T, target)) / 2


def contrastive(a, b, y, margin=1.0):
    d = F.pairwise_distance(a, b)
    return (0.5 * (y * d ** 2 + (1 - y) * torch.relu(margin - d) ** 2)).mean()


loss_case("focal", focal, rounded(5, 1, scale=2), binary)
loss_case("dice", dice, torch.sigmoid(rounded(3, 2, 2, 1)).detach(), (rounded(3, 2, 2, 1) > 0).double())
loss_case("ntXent", nt_xent, rounded(4, 3), rounded(4, 3))
loss_case("barlowTwins", barlow, rounded(6, 3), rounded(6, 3))
loss_case("clip", clip, rounded(4, 3), rounded(4, 3))
pair = torch.tensor([1.0, 0.0, 1.0, 0.0])
loss_case("contrastive", lambda a, b: contrastive(a, b, pair, 2.0), rounded(4, 3), rounded(4, 3))
loss_case("cosineEmbedding",
          lambda a, b: F.cosine_embedding_loss(a, b, pair * 2 - 1, margin=0.1),
          rounded(4, 3), rounded(4, 3))
negative = rounded(4, 3)
loss_case("triplet", lambda a, b: F.triplet_margin_loss(a, b, -b, margin=1.0),
          rounded(4, 3), rounded(4, 3))
sequences = torch.tensor([[1, 2, 2], [3, 1, 0]])
loss_case("ctc", lambda x, y: F.ctc_loss(
    F.log_softmax(x, -1).transpose(0, 1), y, torch.tensor([7, 5]), torch.tensor([3, 2])),
    rounded(2, 7, 4), sequences)

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
    "Adagrad": lambda p: torch.optim.Adagrad(p, lr=0.1, initial_accumulator_value=0.1, weight_decay=0.01),
    "Adadelta": lambda p: torch.optim.Adadelta(p, lr=0.5, weight_decay=0.01),
    "Adamax": lambda p: torch.optim.Adamax(p, lr=0.01, weight_decay=0.01),
    "Nadam": lambda p: torch.optim.NAdam(p, lr=0.01, weight_decay=0.01),
    "LAMB": lambda p: LAMB(p),
    "Lion": lambda p: Lion(p),
    "Adam clipNorm": lambda p: Clipped(torch.optim.Adam(p, lr=0.01), p),
    "SGD oneCycle": lambda p: Scheduled(
        torch.optim.SGD(p, lr=0.1), lambda o: torch.optim.lr_scheduler.OneCycleLR(
            o, 0.5, total_steps=10, cycle_momentum=False)),
    "SGD cosine": lambda p: Scheduled(
        torch.optim.SGD(p, lr=0.1), lambda o: torch.optim.lr_scheduler.CosineAnnealingLR(o, 12, 0.01)),
    "SGD restarts": lambda p: Scheduled(
        torch.optim.SGD(p, lr=0.1),
        lambda o: torch.optim.lr_scheduler.CosineAnnealingWarmRestarts(o, 3, 2, 0.01)),
    "SGD step": lambda p: Scheduled(
        torch.optim.SGD(p, lr=0.1), lambda o: torch.optim.lr_scheduler.StepLR(o, 3, 0.5)),
    "SGD exponential": lambda p: Scheduled(
        torch.optim.SGD(p, lr=0.1), lambda o: torch.optim.lr_scheduler.ExponentialLR(o, 0.9)),
    "SGD polynomial": lambda p: Scheduled(
        torch.optim.SGD(p, lr=0.1), lambda o: torch.optim.lr_scheduler.PolynomialLR(o, 8, 2.0)),
}


class LAMB:
    """The paper's algorithm, with Adam's correction of the moments."""

    def __init__(self, parameters):
        self.parameters, self.t = list(parameters), 0
        self.m = [torch.zeros_like(p) for p in self.parameters]
        self.v = [torch.zeros_like(p) for p in self.parameters]

    @torch.no_grad()
    def step(self):
        self.t += 1
        for p, m, v in zip(self.parameters, self.m, self.v):
            m.mul_(0.9).add_(p.grad, alpha=0.1)
            v.mul_(0.999).addcmul_(p.grad, p.grad, value=0.001)
            r = m / (1 - 0.9 ** self.t) / ((v / (1 - 0.999 ** self.t)).sqrt() + 1e-6) + 0.01 * p
            p.sub_(0.01 * p.norm() / r.norm() * r)


class Lion:
    """The paper's algorithm."""

    def __init__(self, parameters):
        self.parameters = list(parameters)
        self.m = [torch.zeros_like(p) for p in self.parameters]

    @torch.no_grad()
    def step(self):
        for p, m in zip(self.parameters, self.m):
            p.mul_(1 - 0.01 * 0.1).sub_(0.01 * (0.9 * m + 0.1 * p.grad).sign())
            m.mul_(0.99).add_(p.grad, alpha=0.01)


class Clipped:
    def __init__(self, optimizer, parameters):
        self.optimizer, self.parameters = optimizer, parameters

    def step(self):
        torch.nn.utils.clip_grad_norm_(self.parameters, 0.5)
        self.optimizer.step()


class Scheduled:
    def __init__(self, optimizer, schedule):
        self.optimizer, self.schedule = optimizer, schedule(optimizer)

    def step(self):
        self.optimizer.step()
        self.schedule.step()


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
