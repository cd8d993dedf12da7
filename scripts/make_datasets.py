#!/usr/bin/env python3
"""Packs the bundled data sets: scripts/make_datasets.py DIGITS.csv[.gz]

Writes Sources/Datasets/Resources/digits.bin, a gzip member with 1797 label bytes (0-9)
and then 1797 x 64 pixel bytes (0-16, row by row), from scikit-learn's digits.csv.
"""
import csv
import gzip
import io
import pathlib
import sys

resources = pathlib.Path(__file__).resolve().parent.parent / "Sources/Datasets/Resources"
source = pathlib.Path(sys.argv[1])
opened = gzip.open(source) if source.suffix == ".gz" else source.open("rb")
rows = [[int(float(value)) for value in row] for row in csv.reader(io.TextIOWrapper(opened))]
assert len(rows) == 1797 and all(len(row) == 65 for row in rows)

content = bytes(row[64] for row in rows) + bytes(value for row in rows for value in row[:64])
packed = io.BytesIO()
with gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=9, mtime=0, filename="") as out:
    out.write(content)
(resources / "digits.bin").write_bytes(packed.getvalue())
print(f"digits.bin: {len(packed.getvalue())} bytes")
