"""scikit-learn. Usage: sklearn_classical.py classical, in the folder with the data"""
import warnings

from common import measure

import numpy as np
from sklearn.cluster import KMeans
from sklearn.datasets import load_digits
from sklearn.decomposition import PCA
from sklearn.manifold import TSNE
from sklearn.neighbors import KNeighborsClassifier

warnings.filterwarnings("ignore")
points, queries, labels, images = (
    np.load(f"{name}.npy") for name in ["points", "queries", "labels", "images"])
neighbors = KNeighborsClassifier(5, algorithm="brute").fit(points, labels)
measure("knn_10k_1k_64", lambda: neighbors.predict(queries), rounds=7, warm=1)
measure("kmeans_10k_64", lambda: KMeans(
    10, init=points[:10], n_init=1, max_iter=20, tol=0, algorithm="lloyd").fit(points), rounds=7, warm=1)
measure("pca_5000x784", lambda: PCA(2, random_state=0).fit_transform(images), rounds=7, warm=1)
digits = load_digits().data.astype(np.float32)
measure("tsne_digits", lambda: TSNE(random_state=0).fit_transform(digits), rounds=1, warm=0)
