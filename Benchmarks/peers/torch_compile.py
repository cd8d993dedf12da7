"""PyTorch with torch.compile: operations on ten million numbers. Usage: torch_compile.py tensors"""
from common import THREADS, measure

import torch

torch.set_num_threads(int(THREADS))
torch.manual_seed(0)


@torch.no_grad()
def measure_all(prepared):
    """All works, each function prepared first, by torch.compile or not at all."""
    x = torch.randn(10_000_000)
    rows = x.view(10_000, 1000)
    scores = torch.randn(4096, 1000)
    values = torch.randn(1_000_000)
    u, v = torch.randn(100, 1, 1000), torch.randn(1, 100, 1000)
    works = {
        "ew_chain_10M": lambda: torch.tanh(1.5 * x + 0.5) * 2.0,
        "sum_10M": lambda: x.sum(),
        "mean_axis0_10M": lambda: rows.mean(0),
        "mean_axis1_10M": lambda: rows.mean(1),
        "std_10M": lambda: x.std(),
        "softmax_4096x1000": lambda: torch.softmax(scores, 1),
        "bcast_add_10M": lambda: u + v,
    }
    for name, work in works.items():
        measure(name, prepared(work))
    measure("sort_1M", lambda: torch.sort(values))
    measure("randn_10M", lambda: torch.randn(10_000_000))


if __name__ == "__main__":
    measure_all(torch.compile)
