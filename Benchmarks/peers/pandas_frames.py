"""pandas. Usage: pandas_frames.py frames, in the folder with the data"""
from common import measure

import pandas as pd

measure("df_read_csv", lambda: pd.read_csv("table.csv"), rounds=5, warm=1)
table = pd.read_csv("table.csv")
measure("df_groupby_mean", lambda: table.groupby("cat")[["x", "v"]].mean())
measure("df_filter", lambda: table[(table.v > 10) & (table.cat == "alpha")])
measure("df_sort", lambda: table.sort_values("v"))
measure("df_describe", lambda: table.describe())
