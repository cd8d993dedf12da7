"""polars. Usage: polars_frames.py frames, in the folder with the data"""
from common import measure

import polars as pl

measure("df_read_csv", lambda: pl.read_csv("table.csv"), rounds=5, warm=1)
table = pl.read_csv("table.csv")
measure("df_groupby_mean", lambda: table.group_by("cat").agg(pl.col("x", "v").mean()))
measure("df_filter", lambda: table.filter((pl.col("v") > 10) & (pl.col("cat") == "alpha")))
measure("df_sort", lambda: table.sort("v"))
measure("df_describe", lambda: table.describe())
