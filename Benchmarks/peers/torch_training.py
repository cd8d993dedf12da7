"""PyTorch: training steps of larger models. Usage: torch_training.py training|ddpm [eager|compile] [WORK]"""
import math
import sys

from common import THREADS, every, measure

import torch
import torch.nn.functional as F
from torch import nn

torch.set_num_threads(int(THREADS))
torch.manual_seed(0)


def count(name, *models):
    total = sum(p.numel() for model in models for p in model.parameters())
    print(f"parameters {name} {total}", file=sys.stderr)


compiled = sys.argv[2:3] == ["compile"]


def fast(function):
    return torch.compile(function) if compiled else function


def adam(model, rate=1e-3, **settings):
    return torch.optim.Adam(model.parameters(), lr=rate, fused=compiled or None, **settings)


def run(name, model, loss, batches, rounds):
    optimizer = adam(model)
    value_of = fast(lambda *batch: loss(model, *batch))
    state = {"step": 0}

    def step():
        batch = batches[state["step"] % 8]
        state["step"] += 1
        optimizer.zero_grad(set_to_none=True)
        value = value_of(*batch)
        value.backward()
        optimizer.step()
        return value.item()

    count(name, model)
    measure(name, step, rounds=rounds, warm=5)


def classes(model, x, y):
    return F.cross_entropy(model(x), y)


def lenet():
    return nn.Sequential(
        nn.Conv2d(1, 6, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(6, 16, 5), nn.ReLU(),
        nn.MaxPool2d(2), nn.Flatten(), nn.Linear(400, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(),
        nn.Linear(84, 10))


class VAE(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder, self.mean, self.variance = nn.Linear(784, 400), nn.Linear(400, 20), nn.Linear(400, 20)
        self.hidden, self.output = nn.Linear(20, 400), nn.Linear(400, 784)

    def loss(self, x):
        h = torch.relu(self.encoder(x))
        m, v = self.mean(h), self.variance(h)
        z = m + torch.exp(v * 0.5) * torch.randn_like(m)
        logits = self.output(torch.relu(self.hidden(z)))
        kl = -0.5 * (1 + v - m * m - v.exp()).sum(1).mean()
        return F.binary_cross_entropy_with_logits(logits, x, reduction="sum") / len(x) + kl


class Twice(nn.Module):
    def __init__(self, a, b):
        super().__init__()
        self.c1, self.n1 = nn.Conv2d(a, b, 3, padding=1), nn.BatchNorm2d(b)
        self.c2, self.n2 = nn.Conv2d(b, b, 3, padding=1), nn.BatchNorm2d(b)

    def forward(self, x, shift=None):
        x = F.relu(self.n1(self.c1(x)))
        if shift is not None:
            x = x + shift[:, :, None, None]
        return F.relu(self.n2(self.c2(x)))


class UNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.d1, self.d2, self.bottom = Twice(1, 16), Twice(16, 32), Twice(32, 64)
        self.u2, self.m2 = nn.ConvTranspose2d(64, 32, 2, 2), Twice(64, 32)
        self.u1, self.m1 = nn.ConvTranspose2d(32, 16, 2, 2), Twice(32, 16)
        self.output = nn.Conv2d(16, 1, 1)

    def forward(self, x, shifts=(None,) * 5):
        a = self.d1(x, shifts[0])
        b = self.d2(F.max_pool2d(a, 2), shifts[1])
        c = self.bottom(F.max_pool2d(b, 2), shifts[2])
        d = self.m2(torch.cat([self.u2(c), b], 1), shifts[3])
        return self.output(self.m1(torch.cat([self.u1(d), a], 1), shifts[4]))


class Diffusion(nn.Module):
    """The U-Net told how much noise there is, by a shift of each block's channels."""

    def __init__(self):
        super().__init__()
        self.net, self.first, self.second = UNet(), nn.Linear(64, 64), nn.Linear(64, 64)
        self.shifts = nn.ModuleList(nn.Linear(64, c) for c in [16, 32, 64, 32, 16])
        self.register_buffer("kept", torch.cumprod(1 - torch.linspace(1e-4, 0.02, 1000), 0))
        self.register_buffer("frequencies", torch.exp(-math.log(10_000) * torch.arange(32) / 32))

    def forward(self, x, t):
        angles = t[:, None].float() * self.frequencies[None]
        e = torch.cat([angles.sin(), angles.cos()], 1)
        e = F.silu(self.second(F.silu(self.first(e))))
        return self.net(x, [layer(e) for layer in self.shifts])

    def loss(self, x):
        t = torch.randint(0, 1000, (len(x),))
        noise = torch.randn_like(x)
        kept = self.kept[t][:, None, None, None]
        return F.mse_loss(self(kept.sqrt() * x + (1 - kept).sqrt() * noise, t), noise)


class LSTM(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm, self.output = nn.LSTM(32, 128, batch_first=True), nn.Linear(128, 10)

    def forward(self, x):
        return self.output(self.lstm(x)[0][:, -1])


class Transformer(nn.Module):
    def __init__(self, size, hidden, blocks, embed, places, head, causal):
        super().__init__()
        self.embed, self.places = embed, nn.Parameter(torch.randn(places, size) * 0.02)
        self.blocks = nn.ModuleList(nn.TransformerEncoderLayer(
            size, 4, hidden, 0.0, "gelu", batch_first=True, norm_first=True) for _ in range(blocks))
        self.norm, self.head, self.causal = nn.LayerNorm(size), head, causal
        self.register_buffer("mask", torch.triu(torch.ones(places, places, dtype=torch.bool), 1))

    def forward(self, x):
        x = self.embed(x)
        if x.dim() == 4:
            x = x.flatten(2).transpose(1, 2)
        x = x + self.places
        for block in self.blocks:
            x = block(x, src_mask=self.mask if self.causal else None, is_causal=self.causal)
        x = self.norm(x)
        return self.head(x if self.causal else x.mean(1))


class Residual(nn.Module):
    def __init__(self, a, b, stride):
        super().__init__()
        self.c1, self.n1 = nn.Conv2d(a, b, 3, stride, 1, bias=False), nn.BatchNorm2d(b)
        self.c2, self.n2 = nn.Conv2d(b, b, 3, 1, 1, bias=False), nn.BatchNorm2d(b)
        self.short = None if a == b else nn.Sequential(
            nn.Conv2d(a, b, 1, stride, bias=False), nn.BatchNorm2d(b))

    def forward(self, x):
        y = self.n2(self.c2(F.relu(self.n1(self.c1(x)))))
        return F.relu(y + (x if self.short is None else self.short(x)))


def dcgan():
    g = nn.Sequential(
        nn.Linear(64, 3136, bias=False), nn.BatchNorm1d(3136), nn.ReLU(), nn.Unflatten(1, (64, 7, 7)),
        nn.ConvTranspose2d(64, 32, 4, 2, 1, bias=False), nn.BatchNorm2d(32), nn.ReLU(),
        nn.ConvTranspose2d(32, 1, 4, 2, 1), nn.Tanh())
    d = nn.Sequential(
        nn.Conv2d(1, 32, 4, 2, 1), nn.LeakyReLU(0.2), nn.Conv2d(32, 64, 4, 2, 1, bias=False), nn.BatchNorm2d(64),
        nn.LeakyReLU(0.2), nn.Flatten(), nn.Linear(3136, 1))
    og, od = adam(g, 2e-4, betas=(0.5, 0.999)), adam(d, 2e-4, betas=(0.5, 0.999))
    x = torch.rand(8, 64, 1, 28, 28) * 2 - 1
    ones, zeros = torch.ones(64, 1), torch.zeros(64, 1)
    bce = F.binary_cross_entropy_with_logits
    judged = fast(lambda real, fake: bce(d(real), ones) + bce(d(fake), zeros))
    fooled = fast(lambda noise: bce(d(g(noise)), ones))
    state = {"step": 0}

    def step():
        real = x[state["step"] % 8]
        state["step"] += 1
        with torch.no_grad():
            fake = g(torch.randn(64, 64))
        od.zero_grad(set_to_none=True)
        first = judged(real, fake)
        first.backward()
        od.step()
        og.zero_grad(set_to_none=True)
        for p in d.parameters():
            p.requires_grad_(False)
        second = fooled(torch.randn(64, 64))
        second.backward()
        for p in d.parameters():
            p.requires_grad_(True)
        og.step()
        return first.item() + second.item()

    count("dcgan", g, d)
    measure("dcgan", step, rounds=40, warm=5)


def images(batch, channels=1, size=28):
    return [(torch.rand(batch, channels, size, size), torch.randint(0, 10, (batch,))) for _ in range(8)]


def autoencoder():
    return nn.Sequential(
        nn.Conv2d(1, 16, 3, 2, 1), nn.ReLU(), nn.Conv2d(16, 32, 3, 2, 1), nn.ReLU(),
        nn.ConvTranspose2d(32, 16, 3, 2, 1, 1), nn.ReLU(), nn.ConvTranspose2d(16, 1, 3, 2, 1, 1), nn.Sigmoid())


def resnet():
    return nn.Sequential(
        nn.Conv2d(3, 16, 3, 1, 1, bias=False), nn.BatchNorm2d(16), nn.ReLU(), Residual(16, 16, 1),
        Residual(16, 16, 1), Residual(16, 32, 2), Residual(32, 32, 1), Residual(32, 64, 2),
        Residual(64, 64, 1), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(64, 10))


def masks():
    return [(torch.rand(8, 1, 64, 64), (torch.rand(8, 1, 64, 64) > 0.5).float()) for _ in range(8)]


def sequences():
    return [(torch.randn(32, 64, 32), torch.randint(0, 10, (32,))) for _ in range(8)]


def tokens():
    return [(torch.randint(0, 1000, (16, 64)), torch.randint(0, 1000, (16, 64))) for _ in range(8)]


def token_loss(model, x, y):
    return F.cross_entropy(model(x).flatten(0, 1), y.flatten())


TRAINING = {
    "lenet5_b64": lambda name: run(name, lenet(), classes, images(64), 60),
    "lenet5_b256": lambda name: run(name, lenet(), classes, images(256), 60),
    "conv_autoencoder": lambda name: run(
        name, autoencoder(), lambda model, x, _: F.mse_loss(model(x), x), images(64), 60),
    "vae": lambda name: run(
        name, VAE(), lambda model, x: model.loss(x), [(torch.rand(128, 784),) for _ in range(8)], 60),
    "dcgan": lambda name: dcgan(),
    "unet": lambda name: run(
        name, UNet(), lambda model, x, y: F.binary_cross_entropy_with_logits(model(x), y), masks(), 30),
    "lstm": lambda name: run(name, LSTM(), classes, sequences(), 40),
    "transformer": lambda name: run(
        name, Transformer(128, 512, 2, nn.Embedding(1000, 128), 64, nn.Linear(128, 1000), True),
        token_loss, tokens(), 20),
    "vit": lambda name: run(
        name, Transformer(64, 256, 4, nn.Conv2d(1, 64, 4, 4), 49, nn.Linear(64, 10), False), classes,
        images(64), 20),
    "resnet_small": lambda name: run(name, resnet(), classes, images(32, 3, 32), 30),
}
DIFFUSION = {
    "ddpm": lambda name: run(
        name, Diffusion(), lambda model, x: model.loss(x),
        [(torch.rand(32, 1, 32, 32) * 2 - 1,) for _ in range(8)], 20),
}
if __name__ == "__main__":
    every(TRAINING if sys.argv[1] == "training" else DIFFUSION, sys.argv[3:])
