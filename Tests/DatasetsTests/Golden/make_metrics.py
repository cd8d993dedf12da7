#!/usr/bin/env python3
"""Golden numbers for metrics, from scikit-learn. Usage: make_metrics.py   writes metrics.txt beside itself.

A line for each: a name, then numbers.
"""
import pathlib

import numpy as np
from sklearn import metrics

random = np.random.default_rng(5)
out = (pathlib.Path(__file__).parent / "metrics.txt").open("w")


def write(name, *values):
    flat = np.concatenate([np.ravel(np.asarray(value, float)) for value in values])
    out.write(name + " " + " ".join(repr(float(v)) for v in flat) + "\n")


expected = random.integers(0, 4, 40)
predicted = np.where(random.random(40) < 0.6, expected, random.integers(0, 4, 40))
write("expected", expected)
write("predicted", predicted)
for average in ["macro", "micro", "weighted"]:
    write(f"precision.{average}", metrics.precision_score(expected, predicted, average=average))
    write(f"recall.{average}", metrics.recall_score(expected, predicted, average=average))
    write(f"f1.{average}", metrics.f1_score(expected, predicted, average=average))
write("balanced", metrics.balanced_accuracy_score(expected, predicted))
write("matthews", metrics.matthews_corrcoef(expected, predicted))
write("kappa", metrics.cohen_kappa_score(expected, predicted))
write("iou", metrics.jaccard_score(expected, predicted, average="macro"))
scores = np.round(random.random((40, 4)), 2)
write("scores", scores)
write("top2", metrics.top_k_accuracy_score(expected, scores, k=2))
probabilities = scores / scores.sum(1, keepdims=True)
write("logLoss", metrics.log_loss(expected, probabilities))
binary = random.integers(0, 2, 30)
ranks = np.round(random.random(30) * 0.7 + binary * 0.3, 1)
write("binary", binary)
write("ranks", ranks)
write("auc", metrics.roc_auc_score(binary, ranks))
write("ap", metrics.average_precision_score(binary, ranks))
fpr, tpr, _ = metrics.roc_curve(binary, ranks, drop_intermediate=False)
write("fpr", fpr)
write("tpr", tpr)
p, r, t = metrics.precision_recall_curve(binary, ranks)
write("prPrecision", p)
write("prRecall", r)
y = random.normal(size=20)
z = y + random.normal(size=20) * 0.3
write("y", y)
write("z", z)
write("r2", metrics.r2_score(y, z))
write("rmse", metrics.mean_squared_error(y, z) ** 0.5)

# The structural similarity written out, window by window (scikit-image's uniform filter, unbiased).
a, b = random.random((12, 9)), random.random((12, 9))
write("imageA", a)
write("imageB", b)
write("psnr", 10 * np.log10(1 / np.mean((a - b) ** 2)))
windows = []
for i in range(12 - 6):
    for j in range(9 - 6):
        u, v = a[i:i + 7, j:j + 7], b[i:i + 7, j:j + 7]
        c1, c2 = 0.01 ** 2, 0.03 ** 2
        cov = np.cov(u.ravel(), v.ravel())
        windows.append((2 * u.mean() * v.mean() + c1) * (2 * cov[0, 1] + c2)
                       / ((u.mean() ** 2 + v.mean() ** 2 + c1) * (cov[0, 0] + cov[1, 1] + c2)))
write("ssim", np.mean(windows))
