"""Twelve figures of machine learning drawn by matplotlib, their data written for vencejo.

    python matplotlib_figures.py FOLDER

Writes FOLDER/*.npy, FOLDER/matplotlib/NAME.svg and .png, and prints a line a figure: name, seconds of the
fastest of three calls of savefig to SVG, bytes.
"""
import os
import pathlib
import sys
import time

os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from sklearn import datasets, decomposition, metrics, model_selection, svm

plt.rcParams["svg.hashsalt"] = "reference"
FOLDER = pathlib.Path(sys.argv[1])
DRAWN = FOLDER / "matplotlib"
DRAWN.mkdir(parents=True, exist_ok=True)
random = np.random.default_rng(0)


def keep(**arrays):
    for name, array in arrays.items():
        array = np.ascontiguousarray(array)
        np.save(FOLDER / f"{name}.npy", array.astype(np.int64 if array.dtype.kind == "i" else np.float64))


def done(name, figure):
    times = []
    for _ in range(3):
        start = time.perf_counter()
        figure.savefig(DRAWN / f"{name}.svg")
        times.append(time.perf_counter() - start)
    figure.savefig(DRAWN / f"{name}.png", dpi=100)
    plt.close(figure)
    print(name, min(times), (DRAWN / f"{name}.svg").stat().st_size, flush=True)


def axes(*grid, size):
    return plt.subplots(*grid, figsize=size, layout="constrained")


digits = datasets.load_digits()
epochs = np.arange(1, 101)
train = 2 * np.exp(-epochs / 15) + 0.02 + 0.02 * random.random(100)
valid = 2 * np.exp(-epochs / 18) + 0.12 + 0.04 * random.random(100) + 0.001 * epochs
keep(train=train, valid=valid)
figure, panels = axes(1, 2, size=(9, 3.6))
for panel, scale in zip(panels, ("linear", "log")):
    panel.plot(epochs, train, label="train")
    panel.plot(epochs, valid, "--", label="validation")
    panel.fill_between(epochs, valid - 0.05, valid + 0.05, alpha=0.2, color="C1")
    panel.axvline(int(epochs[valid.argmin()]), color="k", ls=":", lw=1)
    panel.set(yscale=scale, xlabel="epoch", ylabel="cross-entropy", title=f"Loss ({scale})")
    panel.grid(alpha=0.3)
    panel.legend()
done("01_loss_curves", figure)

keep(images=digits.images, labels=digits.target)
figure, panels = axes(8, 8, size=(6, 6.4))
for index, panel in enumerate(panels.flat):
    panel.imshow(digits.images[index], cmap="gray_r")
    panel.set_title(str(digits.target[index]), fontsize=7, pad=1)
    panel.axis("off")
done("02_image_grid", figure)

latent = decomposition.PCA(2, random_state=0).fit_transform(digits.data)
keep(latent=latent)
figure, panel = axes(size=(6.5, 5))
drawn = panel.scatter(*latent.T, c=digits.target, cmap="tab10", s=12, alpha=0.8, vmin=-0.5, vmax=9.5)
figure.colorbar(drawn, ticks=range(10)).set_label("digit")
panel.set(xlabel="z₁", ylabel="z₂", title="Latent space (PCA of digits, n=1797)")
done("03_latent_scatter", figure)

xa, xb, ya, yb = model_selection.train_test_split(digits.data, digits.target, random_state=0)
predicted = svm.SVC(gamma=0.0004).fit(xa, ya).predict(xb)
keep(truth=yb, predicted=predicted)
counts = metrics.confusion_matrix(yb, predicted)
figure, panel = axes(size=(5.5, 5))
figure.colorbar(panel.imshow(counts, cmap="Blues"))
for i in range(10):
    for j in range(10):
        ink = "white" if counts[i, j] > counts.max() / 2 else "black"
        panel.text(j, i, counts[i, j], ha="center", va="center", color=ink, fontsize=8)
panel.set(xticks=range(10), yticks=range(10), xlabel="predicted", ylabel="true")
done("04_confusion_matrix", figure)

points, classes = datasets.make_moons(300, noise=0.25, random_state=0)
decision = svm.SVC(gamma=2, C=1).fit(points, classes)
across, along = np.linspace(-2, 3, 300), np.linspace(-1.5, 2, 300)
mesh = np.meshgrid(across, along)
heights = decision.decision_function(np.c_[mesh[0].ravel(), mesh[1].ravel()]).reshape(mesh[0].shape)
keep(moons=points, moonclasses=classes, across=across, along=along, heights=heights)
figure, panel = axes(size=(6, 4.5))
filled = panel.contourf(*mesh, heights, levels=12, cmap="RdBu", alpha=0.7)
panel.contour(*mesh, heights, levels=[-1, 0, 1], colors="k", linestyles=["--", "-", "--"], linewidths=1)
for kind, (color, marker) in enumerate((("C3", "o"), ("C0", "s"))):
    panel.scatter(*points[classes == kind].T, c=color, marker=marker, edgecolors="k", s=18, label=str(kind))
panel.legend(title="class")
figure.colorbar(filled)
done("05_decision_boundary", figure)

layers = [random.normal(k * 0.8, 0.5 + 0.2 * k, 20000) for k in range(3)]
keep(layers=np.array(layers))
figure, panel = axes(size=(6, 4))
for k, values in enumerate(layers):
    panel.hist(values, bins=80, alpha=0.5, density=True, label=f"layer {k}")
panel.legend()
panel.set(xlabel="activation", ylabel="density")
done("06_histograms", figure)

attention = random.random((64, 64)) ** 3
attention /= attention.sum(1, keepdims=True)
keep(attention=attention)
figure, panels = axes(1, 2, size=(10, 4.6))
figure.colorbar(panels[0].imshow(attention, cmap="magma"), ax=panels[0])
figure.colorbar(panels[1].pcolormesh(attention, cmap="magma"), ax=panels[1])
panels[0].set_title("attention head 0 (imshow)")
panels[1].set_title("same, pcolormesh")
done("07_attention", figure)

positive = (yb > 4).astype(int)
scores = svm.SVC(gamma=0.0004).fit(xa, ya > 4).decision_function(xb) + random.normal(0, 0.8, len(yb))
keep(positive=positive, scores=scores)
figure, panels = axes(1, 2, size=(9, 4))
alarms, hits, _ = metrics.roc_curve(positive, scores)
precision, recall, _ = metrics.precision_recall_curve(positive, scores)
panels[0].plot(alarms, hits, label=f"AUC = {metrics.auc(alarms, hits):.3f}")
panels[0].plot([0, 1], [0, 1], "k:")
panels[0].set_aspect("equal")
panels[0].legend(loc="lower right")
panels[0].set(xlabel="FPR", ylabel="TPR")
panels[1].step(recall, precision, where="post")
panels[1].set(ylim=(0, 1.05), xlabel="recall", ylabel="precision")
done("08_roc", figure)

names = ["logistic regression", "decision tree", "random forest", "gradient boosting", "k-nearest neighbours", "MLP (2 layers)", "CNN"]
accuracy = np.array([0.91, 0.85, 0.95, 0.96, 0.94, 0.965, 0.989])
figure, panel = axes(size=(6, 4.2))
drawn = panel.bar(names, accuracy, yerr=0.01, capsize=3)
panel.bar_label(drawn, fmt="%.3f", padding=3, fontsize=8)
plt.setp(panel.get_xticklabels(), rotation=35, ha="right", rotation_mode="anchor")
panel.set(ylim=(0.8, 1.02), ylabel="accuracy")
done("09_bars", figure)

runs = [random.normal(0.9, 0.02 + 0.01 * i, 60) for i in range(5)]
keep(runs=np.array(runs))
figure, panels = axes(1, 2, size=(9, 3.6))
panels[0].boxplot(runs)
panels[1].violinplot(runs, showmedians=True)
done("10_box_violin", figure)

dense = random.normal(size=(100_000, 2))
keep(dense=dense)
figure, panel = axes(size=(6, 5))
figure.colorbar(panel.scatter(*dense.T, c=np.hypot(*dense.T), s=2, cmap="viridis"))
done("11_dense_scatter", figure)

sides = np.linspace(-2, 2, 50)
a, b = np.meshgrid(sides, sides)
surface = np.sin(2 * a) * np.cos(2 * b) + 0.2 * (a**2 + b**2)
signal = np.sin(2 * np.pi * np.cumsum(np.linspace(200, 3000, 16000)) / 16000) + 0.1 * random.normal(size=16000)
keep(sides=sides, surface=surface, signal=signal)
figure = plt.figure(figsize=(10, 4), layout="constrained")
space = figure.add_subplot(121, projection="3d")
space.plot_surface(a, b, surface, cmap="viridis")
space.set_title("loss surface")
panel = figure.add_subplot(122)
panel.specgram(signal, NFFT=256, Fs=16000, noverlap=128)
panel.set(xlabel="time (s)", ylabel="Hz", title="spectrogram")
done("12_surface_spectrogram", figure)
