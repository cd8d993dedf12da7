"""Measures how long each notebook runs, and writes it down: which are quick enough for every run of the tests.

    python Benchmarks/headless/durations.py --vencejo .build/release/vencejo [NOTEBOOK…]

Seconds from start to end, into Tests/Clients/durations.json; with notebooks given, theirs alone are measured anew. On a
machine that does other work as well they are more than they would be, never less.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
TARGET = ROOT / "Tests" / "Clients" / "durations.json"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--vencejo", type=pathlib.Path, default=ROOT / ".build" / "release" / "vencejo")
    parser.add_argument("notebooks", nargs="*", type=pathlib.Path)
    options = parser.parse_args()
    durations = json.loads(TARGET.read_text()) if TARGET.exists() else {}
    for path in options.notebooks or sorted((ROOT / "notebooks").glob("*.ipynb")):
        with tempfile.TemporaryDirectory() as folder:
            begin = time.monotonic()
            done = subprocess.run([options.vencejo, "run", path, "-o", pathlib.Path(folder) / "out.ipynb"],
                                  env=dict(os.environ, VENCEJO_ISA="avx2"), capture_output=True, text=True)
            seconds = time.monotonic() - begin
        if done.returncode != 0:
            sys.exit(f"{path} failed:\n{done.stderr[-2000:]}")
        durations[path.stem] = round(seconds, 1)
        print(f"{path.stem:32} {seconds:7.1f} s", flush=True)
        TARGET.write_text(json.dumps(durations, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
