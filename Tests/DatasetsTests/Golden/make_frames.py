#!/usr/bin/env python3
"""Golden tables, from pandas. Usage: make_frames.py   writes frames.txt beside itself.

A case is a line `case NAME` and the lines of a CSV table; `people` and `towns` are the inputs.
"""
import pathlib

import numpy as np
import pandas as pd

random = np.random.default_rng(4)
out = (pathlib.Path(__file__).parent / "frames.txt").open("w")
out.write(f"# pandas {pd.__version__}, make_frames.py\n")


def write(name, frame):
    out.write(f"case {name}\n{frame.to_csv(index=False)}")


count = 24
people = pd.DataFrame({
    "town": random.choice(["Ávila", "Burgos", "Cuenca", "Soria"], count),
    "sex": random.choice(["f", "m"], count),
    "age": random.integers(18, 80, count),
    "income": np.round(random.normal(2000, 500, count), 2),
    "height": np.round(random.normal(170, 9, count), 1),
})
people.loc[[2, 9, 17], "income"] = np.nan
people.loc[[4, 11], "town"] = None
people.loc[[5], "height"] = np.nan
towns = pd.DataFrame({"town": ["Burgos", "Soria", "Toledo", "Burgos"], "river": ["Arlanzón", "Duero", "Tajo", "Vena"],
                      "height": [859, 1063, 529, 860]})
write("people", people)
write("towns", towns)

write("describe", people.describe().reset_index(names="figure"))
write("describe texts", people[["town", "sex"]].describe().loc[["count", "unique", "freq"]].reset_index(names="figure"))
write("correlation", people.corr(numeric_only=True).reset_index(names="column"))
write("sorted", people.sort_values(["town", "age"], kind="stable"))
write("sorted down", people.sort_values("income", ascending=False, kind="stable"))
write("filtered", people[(people["age"] > 40) & (people["sex"] == "f")])
write("dropped", people.dropna())
write("dropped income", people.dropna(subset=["income"]))
write("filled mean", people.assign(income=people["income"].fillna(people["income"].mean())))
write("filled forward", people.assign(income=people["income"].ffill()))
write("filled backward", people.assign(income=people["income"].bfill()))
numbers = people.drop(columns="sex")
for name in ["mean", "sum", "median", "std", "var", "min", "max", "count"]:
    write(f"group {name}", getattr(numbers.groupby("town"), name)().reset_index())
write("group two", people.groupby(["town", "sex"])[["age", "income"]].mean().reset_index())
write("group sizes", people.groupby(["sex", "town"]).size().reset_index(name="size"))
agg = people.groupby("sex").agg(age=("age", "max"), income=("income", "mean"), town=("town", "nunique"))
write("group mixed", agg.reset_index())
write("counts", people["town"].value_counts().reset_index().sort_values(["count", "town"], ascending=[False, True]))
for kind in ["inner", "left", "right", "outer"]:
    write(f"join {kind}", people.dropna(subset=["town"]).merge(towns, on="town", how=kind))
write("pivot", people.pivot_table(index="town", columns="sex", values="age", aggfunc="mean").reset_index())
write("melted", people.melt(id_vars=["town", "sex"], value_vars=["age", "height"]))
write("one hot", pd.get_dummies(people.drop(columns=["town"]), columns=["sex"], dtype=int))
write("unique", people.drop_duplicates(subset=["town", "sex"]))
write("quantile", pd.DataFrame({"q": people["height"].quantile([0.1, 0.33, 0.9]).to_numpy()}))
write("computed", pd.DataFrame({"age": people["age"], "x": people["income"] / people["age"] - 2 * people["height"]}))
