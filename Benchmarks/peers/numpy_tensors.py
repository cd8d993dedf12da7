"""NumPy: operations on ten million numbers. Usage: numpy_tensors.py tensors"""
from common import measure

import numpy as np

random = np.random.default_rng(0)
F = np.float32


def normal(*shape):
    return random.standard_normal(shape, dtype=F)


def softmax(x):
    e = np.exp(x - x.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


x = normal(10_000_000)
rows = x.reshape(10_000, 1000)
a, b, c = F(1.5), F(0.5), F(2)
measure("ew_chain_10M", lambda: np.tanh(a * x + b) * c)
measure("sum_10M", lambda: x.sum())
measure("mean_axis0_10M", lambda: rows.mean(0))
measure("mean_axis1_10M", lambda: rows.mean(1))
measure("std_10M", lambda: x.std())
scores = normal(4096, 1000)
measure("softmax_4096x1000", lambda: softmax(scores))
values = normal(1_000_000)
measure("sort_1M", lambda: np.sort(values))
measure("randn_10M", lambda: normal(10_000_000))
u, v = normal(100, 1, 1000), normal(1, 100, 1000)
measure("bcast_add_10M", lambda: u + v)
