"""Makes the data that the groups `classical` and `frames` read, on both sides: prepare.py FOLDER"""
import pathlib
import sys

import numpy as np

folder = pathlib.Path(sys.argv[1])
random = np.random.default_rng(0)


def normal(*shape):
    return random.standard_normal(shape, dtype=np.float32)


np.save(folder / "points.npy", normal(10_000, 64))
np.save(folder / "queries.npy", normal(1000, 64))
np.save(folder / "labels.npy", random.integers(0, 10, 10_000, dtype=np.int64))
# Pictures that differ in a few dozen ways, as those of digits do, and a little in every pixel.
parts = normal(5000, 40) * np.linspace(3, 0.3, 40, dtype=np.float32)
np.save(folder / "images.npy", parts @ normal(40, 784) + normal(5000, 784) * np.float32(0.1))

count = 1_000_000
names = ["alpha", "beta", "gamma", "delta", "eps", "zeta", "eta", "theta", "iota", "kappa"]
columns = zip(
    random.integers(0, 1000, count).tolist(), random.normal(size=count).round(6).tolist(),
    random.integers(0, 10, count).tolist(), random.normal(10, 3, count).round(4).tolist(),
    (random.random(count) < 0.05).tolist())
with open(folder / "table.csv", "w") as file:
    file.write("id,x,cat,v\n")
    file.writelines(f"{a},{b},{names[c]},{'' if m else v}\n" for a, b, c, v, m in columns)
