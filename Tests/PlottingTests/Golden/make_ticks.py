"""Writes ticks.csv: where matplotlib puts ticks, for the test of LinearTicks.

    python3 Tests/PlottingTests/Golden/make_ticks.py    (needs matplotlib and NumPy)

Each line: low, high, nbins, integer (0 or 1), then the ticks between the limits.
"""

import pathlib

import numpy as np
from matplotlib.ticker import MaxNLocator

rng = np.random.default_rng(7)
cases = [(0, 1), (-3.7, 12.2), (0, 97), (2000, 2007), (0, 3), (0.5, 3.5), (-1, 1), (1e-9, 3e-9)]
cases += [(1e12, 5e12), (-8.3, -3.1), (0, 100), (1, 100), (0, 255), (-0.5, 27.5), (0, 0.04)]
for _ in range(500):
    size = 10.0 ** rng.uniform(-8, 9)
    low = float(f"{rng.normal() * size:.4g}")
    high = float(f"{low + abs(rng.normal()) * size + size * 0.01:.5g}")
    if high > low:
        cases.append((low, high))
lines = []
for number, (low, high) in enumerate(cases):
    nbins = 9 if number < 15 else int(rng.integers(2, 10))
    integer = number % 5 == 4 and high - low >= 2
    locator = MaxNLocator(nbins=nbins, steps=[1, 2, 2.5, 5, 10], integer=integer)
    ticks = locator.tick_values(low, high)
    slack = (high - low) * 1e-9
    ticks = [t for t in ticks if low - slack <= t <= high + slack]
    lines.append(",".join([repr(float(low)), repr(float(high)), str(nbins), str(int(integer))] + [f"{t:.12g}" for t in ticks]))
(pathlib.Path(__file__).parent / "ticks.csv").write_text("\n".join(lines) + "\n")
