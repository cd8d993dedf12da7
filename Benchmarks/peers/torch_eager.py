"""PyTorch, eager: matrix products, operations on ten million numbers, training steps. Usage: torch_eager.py matmul|steps|tensors|cold|cold_lenet"""
import sys

from common import GEMMS, THREADS, gemm_repeats, measure

import torch
import torch.nn.functional as F
from torch import nn

torch.set_num_threads(int(THREADS))
torch.manual_seed(0)


def mlp():
    return nn.Sequential(
        nn.Linear(784, 512), nn.ReLU(), nn.Linear(512, 256), nn.ReLU(), nn.Linear(256, 10))


def stepper(model, optimizer, loss, batches):
    state = {"step": 0}

    def step():
        x, y = batches[state["step"] % len(batches)]
        state["step"] += 1
        optimizer.zero_grad(set_to_none=True)
        value = loss(model(x), y)
        value.backward()
        optimizer.step()
        return value.item()

    return step


def mnist_step(count=8):
    model = mlp()
    batches = [(torch.rand(128, 784), torch.randint(0, 10, (128,))) for _ in range(count)]
    return stepper(model, torch.optim.Adam(model.parameters(), lr=1e-3), F.cross_entropy, batches)


def lenet_step():
    model = nn.Sequential(
        nn.Conv2d(1, 6, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(6, 16, 5), nn.ReLU(),
        nn.MaxPool2d(2), nn.Flatten(), nn.Linear(400, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(),
        nn.Linear(84, 10))
    batches = [(torch.rand(64, 1, 28, 28), torch.randint(0, 10, (64,)))]
    return stepper(model, torch.optim.Adam(model.parameters(), lr=1e-3), F.cross_entropy, batches)


def xor_step():
    model = nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 1))
    x = torch.tensor([[0., 0.], [0., 1.], [1., 0.], [1., 1.]])
    y = torch.tensor([[0.], [1.], [1.], [0.]])
    return stepper(model, torch.optim.SGD(model.parameters(), lr=0.5),
                   F.binary_cross_entropy_with_logits, [(x, y)])


group = sys.argv[1]
if group == "matmul":
    for name, (rows, columns, inner) in GEMMS.items():
        a, b = torch.randn(rows, inner), torch.randn(inner, columns)
        measure(name, lambda: torch.matmul(a, b), gemm_repeats(rows, columns, inner))
elif group == "steps":
    measure("mlp_xor", xor_step(), repeats=200, rounds=21)
    measure("mlp_mnist", mnist_step(), rounds=200, warm=10)
elif group == "tensors":
    import torch_compile

    torch_compile.measure_all(lambda function: function)
elif group in ["cold", "cold_lenet"]:
    step = mnist_step(1) if group == "cold" else lenet_step()
    step()
    print("FIRST", flush=True)
    for _ in range(50):
        step()
