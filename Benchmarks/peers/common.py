"""What the peers' scripts share. Import it first: it fixes the number of threads before a library reads it."""
import os

THREADS = os.environ.get("BENCH_THREADS", "2")
for name in ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"]:
    os.environ[name] = THREADS

import statistics
import sys
import time

GEMMS = {
    "gemm_256": (256, 256, 256), "gemm_512": (512, 512, 512), "gemm_1024": (1024, 1024, 1024),
    "gemm_2048": (2048, 2048, 2048), "gemm_128x512x784": (128, 512, 784),
    "gemm_128x256x512": (128, 256, 512), "gemm_64x120x400": (64, 120, 400),
    "gemm_3136x64x64": (3136, 64, 64),
}


def measure(name, work, repeats=1, rounds=11, warm=3):
    """Prints the name and the median time of one call of `work`."""
    for _ in range(warm):
        work()
    samples = []
    for _ in range(rounds):
        start = time.perf_counter()
        for _ in range(repeats):
            work()
        samples.append((time.perf_counter() - start) / repeats)
    print(name, statistics.median(samples), flush=True)


def gemm_repeats(rows, columns, inner):
    return max(1, min(2000, int(4e9 / (2 * rows * columns * inner))))


def every(works, wanted=()):
    """Runs the works named, or all; one that fails is told on standard error and left out."""
    for name, work in works.items():
        if wanted and name not in wanted:
            continue
        try:
            work(name)
        except Exception as problem:  # noqa: BLE001  (whatever a library throws)
            print(f"error: {name}: {problem!r}"[:600], file=sys.stderr, flush=True)
