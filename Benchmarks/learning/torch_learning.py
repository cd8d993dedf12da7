"""PyTorch's side: the same architectures, data, hyper-parameters and starting distributions.

Usage: torch_learning.py lenet|vae|lstm SEED EPOCHS EXAMPLES
"""
import gzip
import math
import os
import pathlib
import sys

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

work, seed, epochs, examples = sys.argv[1], *map(int, sys.argv[2:])
torch.set_num_threads(int(os.environ.get("BENCH_THREADS", "2")))
torch.manual_seed(seed)
fashion = pathlib.Path("/usr/share/datasets/fashion-mnist")
quijote = pathlib.Path(__file__).parents[2] / "Sources/Datasets/Resources/quijote.txt.gz"


def idx(name, offset):
    return np.frombuffer(gzip.open(fashion / name).read(), np.uint8, offset=offset)


def pictures(part):
    images = torch.tensor(idx(f"{part}-images-idx3-ubyte.gz", 16).reshape(-1, 28, 28)) / 255
    return images, torch.tensor(idx(f"{part}-labels-idx1-ubyte.gz", 8).astype(np.int64))


def glorot(*modules):
    """Starting values: Glorot's uniform weights, biases of 0."""
    for module in modules:
        for part in module.modules():
            if isinstance(part, (nn.Linear, nn.Conv2d)):
                nn.init.xavier_uniform_(part.weight)
                nn.init.zeros_(part.bias)


def train(parameters, rate, count, batch, loss):
    optimizer = torch.optim.Adam(parameters, lr=rate)
    for _ in range(epochs):
        order = torch.randperm(count)
        for start in range(0, count, batch):
            optimizer.zero_grad(set_to_none=True)
            loss(order[start:start + batch]).backward()
            optimizer.step()


def finish(model, figure):
    print(f"parameters {sum(p.numel() for p in model.parameters())}")
    print(f"figure {figure}")


def lenet():
    (x, y), (xt, yt) = pictures("train"), pictures("t10k")
    x, y = x[:examples, None], y[:examples]
    model = nn.Sequential(
        nn.Conv2d(1, 6, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(6, 16, 5), nn.ReLU(),
        nn.MaxPool2d(2), nn.Flatten(), nn.Linear(400, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(),
        nn.Linear(84, 10))
    glorot(model)
    train(model.parameters(), 1e-3, len(x), 64, lambda i: F.cross_entropy(model(x[i]), y[i]))
    with torch.no_grad():
        finish(model, (model(xt[:, None]).argmax(1) == yt).double().mean().item())


class VAE(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder, self.mean, self.variance = nn.Linear(784, 400), nn.Linear(400, 20), nn.Linear(400, 20)
        self.hidden, self.output = nn.Linear(20, 400), nn.Linear(400, 784)
        glorot(self)

    def loss(self, x):
        h = torch.relu(self.encoder(x))
        m, v = self.mean(h), self.variance(h)
        logits = self.output(torch.relu(self.hidden(m + torch.exp(v / 2) * torch.randn_like(m))))
        kl = -0.5 * (1 + v - m * m - v.exp()).sum(1).mean()
        return F.binary_cross_entropy_with_logits(logits, x, reduction="sum") / len(x) + kl


def vae():
    x, xt = pictures("train")[0][:examples].flatten(1), pictures("t10k")[0].flatten(1)
    model = VAE()
    train(model.parameters(), 1e-3, len(x), 128, lambda i: model.loss(x[i]))
    with torch.no_grad():
        finish(model, model.loss(xt).item())


class Reader(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.embedding, self.memory, self.answer = nn.Embedding(size, 32), nn.LSTM(32, 128, batch_first=True), nn.Linear(128, size)
        glorot(self)
        nn.init.uniform_(self.embedding.weight, -0.05, 0.05)
        nn.init.xavier_uniform_(self.memory.weight_ih_l0)
        # An orthogonal matrix for each gate, as here; one of all four would start with half the weights.
        for gate in self.memory.weight_hh_l0.chunk(4):
            nn.init.orthogonal_(gate)
        nn.init.zeros_(self.memory.bias_ih_l0)
        nn.init.zeros_(self.memory.bias_hh_l0)
        # One bias for each gate, as here: PyTorch's second one stays 0.
        self.memory.bias_hh_l0.requires_grad_(False)
        with torch.no_grad():
            self.memory.bias_ih_l0[128:256] = 1

    def parameters(self, recurse=True):
        return [p for p in super().parameters(recurse) if p.requires_grad]

    def loss(self, x, y):
        return F.cross_entropy(self.answer(self.memory(self.embedding(x))[0]).flatten(0, 1), y.flatten())


def lstm():
    text = gzip.open(quijote, "rt", encoding="utf-8", newline="").read()
    table = {c: i for i, c in enumerate(sorted(set(text)))}
    numbers = torch.tensor([table[c] for c in text])
    cut = len(numbers) * 9 // 10

    def windows(part):
        starts = range(0, len(part) - 64, 64)
        return torch.stack([part[i:i + 64] for i in starts]), torch.stack([part[i + 1:i + 65] for i in starts])

    x, y = (part[:examples] for part in windows(numbers[:cut]))
    xt, yt = windows(numbers[cut:])
    model = Reader(len(table))
    train(model.parameters(), 3e-3, len(x), 32, lambda i: model.loss(x[i], y[i]))
    with torch.no_grad():
        finish(model, model.loss(xt, yt).item() / math.log(2))


{"lenet": lenet, "vae": vae, "lstm": lstm}[work]()
