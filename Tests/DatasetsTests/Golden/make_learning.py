#!/usr/bin/env python3
"""Golden numbers for classical learning, from scikit-learn. Writes learning.txt beside itself."""
import pathlib

import numpy as np
from sklearn import (cluster, datasets, decomposition, ensemble, manifold, pipeline, linear_model, model_selection, naive_bayes, neighbors,
                     preprocessing, svm, tree)

random = np.random.default_rng(9)
out = (pathlib.Path(__file__).parent / "learning.txt").open("w")


def write(name, *values):
    flat = np.concatenate([np.ravel(np.asarray(value, float)) for value in values])
    out.write(name + " " + " ".join(repr(float(v)) for v in flat) + "\n")


def grid(values):
    """Numbers that float32 holds exactly."""
    return np.round(np.asarray(values) * 64) / 64


centres = np.array([[0, 0, 0], [2, 1, 0], [0, 2, 2]])
y = np.repeat([0, 1, 2], 20)
x = grid(centres[y] + random.normal(size=(60, 3)) * 0.8)
order = random.permutation(60)
x, y = x[order], y[order]
test = grid(centres[random.integers(0, 3, 15)] + random.normal(size=(15, 3)) * 0.8)
write("x", x)
write("y", y)
write("test", test)
values = x @ [1.5, -2, 0.5] + 0.3 + random.normal(size=60) * 0.2
values = grid(values)
write("values", values)

line = linear_model.LinearRegression().fit(x, values)
write("linear", line.coef_, line.intercept_)
ridge = linear_model.Ridge(alpha=2.0).fit(x, values)
write("ridge", ridge.coef_, ridge.intercept_)
logistic = linear_model.LogisticRegression(tol=1e-10, max_iter=10000).fit(x, y)
write("logistic", logistic.predict_proba(test))
two = y < 2
binary = linear_model.LogisticRegression(C=0.5, tol=1e-10, max_iter=10000).fit(x[two], y[two])
write("logisticBinary", binary.coef_, binary.intercept_)
bayes = naive_bayes.GaussianNB().fit(x, y)
write("bayes", bayes.predict_proba(test))
linear = svm.LinearSVC(C=0.7, tol=1e-10, max_iter=100000).fit(x, y)
write("linearSVM", linear.coef_, linear.intercept_)
for name, model in [("rbf", svm.SVC(C=2.0, tol=1e-6)), ("poly", svm.SVC(kernel="poly", degree=2, coef0=1, tol=1e-6)),
                    ("lin", svm.SVC(kernel="linear", tol=1e-6))]:
    model.fit(x[two], y[two])
    write(f"svm.{name}", model.decision_function(test))
write("svm.multi", svm.SVC(tol=1e-6).fit(x, y).predict(test))
for k, weights in [(1, "uniform"), (5, "uniform"), (7, "distance")]:
    write(f"knn.{k}", neighbors.KNeighborsClassifier(k, weights=weights).fit(x, y).predict(test))
start = x[:3]
means = cluster.KMeans(3, init=start, n_init=1).fit(x)
write("kmeans.centers", means.cluster_centers_)
write("kmeans.labels", means.labels_)
write("kmeans.inertia", means.inertia_)
write("kmeans.predict", means.predict(test))
write("dbscan", cluster.DBSCAN(eps=0.7, min_samples=4).fit_predict(x))
pca = decomposition.PCA(2).fit(x)
write("pca.components", pca.components_)
write("pca.ratio", pca.explained_variance_ratio_)
write("pca.transform", pca.transform(test))
wide = grid(random.normal(size=(8, 30)))
write("wide", wide)
write("pca.wide", decomposition.PCA(3).fit(wide).components_)
write("standard", preprocessing.StandardScaler().fit(x).transform(test))
write("minmax", preprocessing.MinMaxScaler((-1, 1)).fit(x).transform(test))
stump = tree.DecisionTreeClassifier(max_depth=3, random_state=0).fit(x, y)
write("tree", stump.predict_proba(test))
write("tree.importances", stump.feature_importances_)
entropy = tree.DecisionTreeClassifier(criterion="entropy", min_samples_leaf=5, random_state=0).fit(x, y)
write("tree.entropy", entropy.predict_proba(test))
write("tree.regression", tree.DecisionTreeRegressor(max_depth=2, random_state=0).fit(x, values).predict(test))
write("cross", model_selection.cross_val_score(neighbors.KNeighborsClassifier(3), x, y, cv=4))
write("crossValues", model_selection.cross_val_score(linear_model.LinearRegression(), x, values, cv=4))


def scores(name, model, data, labels):
    write(name, model_selection.cross_val_score(model, data.astype(np.float32).astype(float), labels))


# Five folds of real tables: what comes with this library is what scikit-learn has.
wine, iris, cancer = (datasets.load_wine(), datasets.load_iris(), datasets.load_breast_cancer())
scaled = {d: preprocessing.StandardScaler().fit_transform(data.data.astype(np.float32)) for d, data in
          [("wine", wine), ("cancer", cancer)]}
scores("real.bayes", naive_bayes.GaussianNB(), wine.data, wine.target)
scores("real.neighbours", neighbors.KNeighborsClassifier(5), scaled["wine"], wine.target)
scores("real.logistic", linear_model.LogisticRegression(tol=1e-8, max_iter=10000), scaled["cancer"], cancer.target)
scores("real.svm", svm.SVC(), scaled["cancer"], cancer.target)
scores("real.iris", svm.SVC(kernel="poly", degree=2), iris.data, iris.target)
forest = ensemble.RandomForestClassifier(200, random_state=0)
write("real.forest", model_selection.cross_val_score(forest, wine.data, wine.target).mean())
diabetes = datasets.load_diabetes()
scores("real.ridge", linear_model.Ridge(0.1), diabetes.data, diabetes.target)
scores("real.linear", linear_model.LinearRegression(), diabetes.data, diabetes.target)
pictures = datasets.load_digits().data[:400]
write("tsne.divergence", manifold.TSNE(random_state=0).fit(pictures).kl_divergence_)
write("real.clusters", cluster.KMeans(10, n_init=10, random_state=0).fit(pictures).inertia_)
