"""matplotlib: figures to SVG text. Usage: matplotlib_figures.py figures"""
import io

from common import measure

import matplotlib
import numpy as np

matplotlib.use("svg")
import matplotlib.pyplot as plt  # noqa: E402

random = np.random.default_rng(0)
x = np.linspace(0, 10, 1000)
points = random.standard_normal((10_000, 2))
colors = random.random(10_000)
images = random.random((64, 28, 28))
g = np.linspace(-3, 3, 200)
gx, gy = np.meshgrid(g, g)
z = np.sin(gx) * np.cos(gy)


def written(figure):
    out = io.BytesIO()
    figure.savefig(out, format="svg")
    plt.close(figure)


def line():
    figure, axes = plt.subplots()
    axes.plot(x, np.sin(x))
    axes.set_title("t")
    axes.set_xlabel("x")
    axes.set_ylabel("y")
    written(figure)


def scatter():
    figure, axes = plt.subplots()
    axes.scatter(points[:, 0], points[:, 1], c=colors, s=4)
    written(figure)


def grid():
    figure, axes = plt.subplots(8, 8, figsize=(6, 6))
    for image, place in zip(images, axes.flat):
        place.imshow(image, cmap="gray")
        place.axis("off")
    written(figure)


def subplots():
    figure, axes = plt.subplots(2, 2)
    axes[0, 0].plot(x, np.sin(x), label="s")
    axes[0, 0].legend()
    axes[0, 1].hist(points[:, 0], 50)
    axes[1, 0].bar(range(10), colors[:10])
    axes[1, 1].scatter(points[:200, 0], points[:200, 1])
    figure.tight_layout()
    written(figure)


def contours():
    figure, axes = plt.subplots()
    figure.colorbar(axes.contourf(gx, gy, z, np.linspace(-1, 1, 20)))
    written(figure)


measure("plot_line_1k", line, rounds=7, warm=1)
measure("plot_scatter_10k", scatter, rounds=5, warm=1)
measure("plot_imgrid_8x8", grid, rounds=5, warm=1)
measure("plot_subplots_2x2", subplots, rounds=5, warm=1)
measure("plot_contourf_200", contours, rounds=5, warm=1)
