"""Measures vencejo and its peers on the same work, in turn, and prints how many times faster or slower it is.

    python run.py --vencejo PATH [matmul] [steps] [scalars] [cold] [training] [--rounds 3]

A round runs vencejo and then each peer, each in a process of its own with two threads; a figure is the median of
the rounds' medians. A ratio is the best peer's time divided by ours: above 1 we are faster.
"""
import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
PEERS = HERE / "peers"
GROUPS = {
    "matmul": ["torch_eager", "jax_jit"],
    "steps": ["torch_eager", "jax_jit", "cpython"],
    "scalars": ["cpython"],
    "cold": ["torch_eager", "jax_jit", "numpy_hand"],
    "training": ["torch_training"],
}
# What each ratio should reach first; matrix products have a share of the machine's limit instead.
BARS = {
    "mlp_xor": 3, "mlp_mnist": 1.3, "perceptron": 4, "perceptron_top": 8, "sum": 8, "while": 8,
    "array": 5, "fib27": 4, "nbody": 1, "sum_top": 8, "append_100k": 1, "words_1MB": 1, "sort_1M": 1,
    "lenet5_b64": 3, "lenet5_b256": 3, "conv_autoencoder": 1.5, "vae": 1.2, "dcgan": 1.3, "unet": 1.1,
    "lstm": 1.5, "transformer": 1.5, "vit": 1.5, "resnet_small": 1.2,
}
GEMM_SHARE = 0.75
COLD_SECONDS = 0.050
COLD_MEGABYTES = 60


def environment():
    threads = os.environ.get("BENCH_THREADS", "2")
    return dict(os.environ, BENCH_THREADS=threads, VENCEJO_THREADS=threads, OMP_NUM_THREADS=threads)


def figures(command):
    """The names and seconds a program prints."""
    done = subprocess.run(command, env=environment(), capture_output=True, text=True)
    if done.returncode != 0:
        print(f"error: {' '.join(map(str, command))}\n{done.stderr.strip()}", file=sys.stderr)
        return {}
    lines = (line.split() for line in done.stdout.splitlines())
    return {line[0]: float(line[1]) for line in lines if len(line) == 2}


def cold(command):
    """Seconds from the start of the process to the end of its first step, and its peak memory in MB."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    seconds = None
    for line in process.stdout:
        if "FIRST" in line and seconds is None:
            seconds = time.perf_counter() - start
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return (seconds, usage.ru_maxrss / 1024) if seconds and process.returncode == 0 else None


def machine_limit():
    """GFLOP/s of fused multiply-adds with the threads in use; None where it cannot be built."""
    with tempfile.TemporaryDirectory() as folder:
        binary = pathlib.Path(folder) / "machine"
        build = subprocess.run(
            ["clang", "-O3", "-march=native", "-mprefer-vector-width=512", "-pthread", HERE / "machine.c", "-o", binary])
        if build.returncode != 0:
            return None
        runs = [float(subprocess.run([binary, environment()["BENCH_THREADS"]], capture_output=True,
                                     text=True).stdout) for _ in range(3)]
        return max(runs)


def spelled(seconds):
    for unit, size in [("s", 1), ("ms", 1e-3), ("µs", 1e-6)]:
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds * 1e9:.3g} ns"


def gemm_size(name):
    sizes = [int(part) for part in name.removeprefix("gemm_").split("x")]
    return sizes * 3 if len(sizes) == 1 else sizes


def row(*cells):
    print("  ".join(f"{cell:<20}" if i == 0 else f"{cell:>16}" for i, cell in enumerate(cells)), flush=True)


def run_group(group, vencejo, rounds, limit):
    program = HERE / "programs" / f"{group}.swift"
    found = {}
    for _ in range(rounds):
        commands = {"vencejo": [vencejo, "eval", program]}
        for peer in GROUPS[group]:
            commands[peer] = [sys.executable, PEERS / f"{peer}.py", group]
        for name, command in commands.items():
            for work, seconds in figures(command).items():
                found.setdefault(work, {}).setdefault(name, []).append(seconds)
    print(f"\n## {group}")
    row("work", "vencejo", "best peer", "which", "ratio", "share of limit", "first bar")
    for work, times in found.items():
        if "vencejo" not in times:
            continue
        medians = {name: statistics.median(samples) for name, samples in times.items()}
        ours = medians.pop("vencejo")
        best = min(medians, key=medians.get, default=None)
        ratio = medians[best] / ours if best else None
        share = ""
        verdict = ""
        if work.startswith("gemm") and limit:
            rows, columns, inner = gemm_size(work)
            reached = 2 * rows * columns * inner / ours / 1e9 / limit
            share = f"{reached:.0%}"
            verdict = "reached" if reached >= GEMM_SHARE else f"missed ({GEMM_SHARE:.0%})"
        elif work in BARS and ratio:
            verdict = "reached" if ratio >= BARS[work] else f"missed ({BARS[work]}x)"
        row(work, spelled(ours), spelled(medians[best]) if best else "", best or "",
            f"{ratio:.2f}x" if ratio else "", share, verdict)


def run_cold(vencejo, rounds):
    commands = {"vencejo": [vencejo, "eval", HERE / "programs" / "cold.swift"]}
    for peer in GROUPS["cold"]:
        commands[peer] = [sys.executable, PEERS / f"{peer}.py", "cold"]
    found = {}
    for _ in range(rounds):
        for name, command in commands.items():
            result = cold(command)
            if result:
                found.setdefault(name, []).append(result)
    print("\n## cold start to the end of the first step of an MLP")
    row("who", "time", "peak memory", "ratio", "first bar")
    if "vencejo" not in found:
        return print("vencejo did not finish")
    ours = statistics.median(seconds for seconds, _ in found["vencejo"])
    for name, results in found.items():
        seconds = statistics.median(seconds for seconds, _ in results)
        memory = max(memory for _, memory in results)
        verdict = ""
        if name == "vencejo":
            good = seconds <= COLD_SECONDS and memory <= COLD_MEGABYTES
            verdict = "reached" if good else "missed (50 ms, 60 MB)"
        row(name, spelled(seconds), f"{memory:.0f} MB", f"{seconds / ours:.1f}x", verdict)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("groups", nargs="*", help=", ".join(GROUPS))
    parser.add_argument("--vencejo", required=True)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    unknown = set(arguments.groups) - set(GROUPS)
    if unknown:
        parser.error(f"unknown group {', '.join(sorted(unknown))}")
    groups = arguments.groups or list(GROUPS)
    limit = machine_limit() if "matmul" in groups else None
    if limit:
        print(f"machine: {limit:.0f} GFLOP/s of float multiply-adds, "
              f"{environment()['BENCH_THREADS']} threads")
    for group in groups:
        if group == "cold":
            run_cold(arguments.vencejo, arguments.rounds)
        else:
            run_group(group, arguments.vencejo, arguments.rounds, limit)


if __name__ == "__main__":
    main()
