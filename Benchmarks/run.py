"""Measures vencejo and its peers on the same work, in turn, and prints how many times faster or slower it is.

    python run.py --vencejo PATH [GROUP…] [--rounds 3]

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
# The peers of each group: scripts in peers/, with what they are told besides the group.
GROUPS = {
    "matmul": ["torch_eager", "jax_jit"],
    "steps": ["torch_eager", "jax_jit", "cpython"],
    "scalars": ["cpython"],
    "cold": ["torch_eager", "jax_jit", "numpy_hand"],
    "cold_lenet": ["torch_eager"],
    "training": ["torch_training eager", "torch_training compile", "tensorflow_training function",
                 "tensorflow_training keras", "jax_training jit"],
    "ddpm": ["torch_training eager", "torch_training compile"],
    "memory": ["torch_training eager"],
    "tensors": ["numpy_tensors", "torch_eager", "torch_compile", "jax_jit"],
    "classical": ["sklearn_classical"],
    "frames": ["pandas_frames", "polars_frames"],
    "figures": ["matplotlib_figures"],
}
# Programs of a group, where there is more than the one of its name.
PROGRAMS = {"frames": ["frames_read", "frames"]}
# Groups whose data prepare.py makes.
PREPARED = {"classical", "frames"}
TITLES = {"cold": "an MLP", "cold_lenet": "LeNet-5"}
# What each ratio should reach first; matrix products have a share of the machine's limit instead.
BARS = {
    "mlp_xor": 3, "mlp_mnist": 1.3, "perceptron": 4, "perceptron_top": 8, "sum": 8, "while": 8,
    "array": 5, "fib27": 4, "nbody": 1, "sum_top": 8, "append_100k": 1, "words_1MB": 1, "sort_1M": 1,
    "lenet5_b64": 3, "lenet5_b256": 3, "conv_autoencoder": 1.5, "vae": 1.2, "dcgan": 1.3, "unet": 1.1,
    "lstm": 1.5, "transformer": 1.5, "vit": 1.5, "resnet_small": 1.2, "ddpm": 1.1,
    "ew_chain_10M": 1.5, "sum_10M": 1, "mean_axis0_10M": 1, "mean_axis1_10M": 1, "std_10M": 1,
    "softmax_4096x1000": 1, "sort_1M@tensors": 1, "randn_10M": 1, "bcast_add_10M": 1,
    "knn_10k_1k_64": 1, "kmeans_10k_64": 1, "pca_5000x784": 1, "tsne_digits": 1,
    "df_read_csv": 1, "df_groupby_mean": 1, "df_filter": 1, "df_sort": 1, "df_describe": 1,
    "plot_line_1k": 10, "plot_scatter_10k": 10, "plot_imgrid_8x8": 10, "plot_subplots_2x2": 10,
    "plot_contourf_200": 10,
}
# Where the bar is set by one peer and not by the best.
YARDSTICKS = {"frames": "pandas_frames"}
MEMORY_SHARE = 1 / 3
# Before the calls at the end of training.swift, of which each is a work; and what it is called.
RUNS_MARK = "// Runs\n"
WORKS = {
    "measureLeNet(64)": "lenet5_b64", "measureLeNet(256)": "lenet5_b256",
    "measureAutoencoder()": "conv_autoencoder", "measureVAE()": "vae", "measureDCGAN()": "dcgan",
    "measureUNet()": "unet", "measureLSTM()": "lstm", "measureTransformer()": "transformer",
    "measureViT()": "vit", "measureResNet()": "resnet_small",
}
# No run of one program takes longer, in seconds.
LONGEST = 1800
GEMM_SHARE = 0.75
COLD_SECONDS = 0.050
COLD_MEGABYTES = 60


def environment():
    threads = os.environ.get("BENCH_THREADS", "2")
    return dict(os.environ, BENCH_THREADS=threads, VENCEJO_THREADS=threads, OMP_NUM_THREADS=threads)


def tried(command, folder=None):
    """Runs a program to its end, and answers with its output, or None after telling what failed."""
    try:
        done = subprocess.run(
            command, env=environment(), cwd=folder, capture_output=True, text=True, timeout=LONGEST)
    except (OSError, subprocess.TimeoutExpired) as problem:
        print(f"error: {problem}", file=sys.stderr, flush=True)
        return None
    for line in done.stderr.splitlines():
        if line.startswith("error: "):
            print(line, file=sys.stderr, flush=True)
    if done.returncode != 0:
        problem = "\n".join(done.stderr.strip().splitlines()[-12:])
        print(f"error: {' '.join(map(str, command))}\n{problem}", file=sys.stderr, flush=True)
    return done.stdout


def figures(command, folder=None):
    """The names and seconds a program prints."""
    lines = (line.split() for line in (tried(command, folder) or "").splitlines())
    found = {}
    for line in lines:
        try:
            name, seconds = line
            found[name] = float(seconds)
        except ValueError:
            continue
    return found


def peer_command(peer, group, *more):
    script, *told = peer.split()
    return [sys.executable, PEERS / f"{script}.py", group, *told, *more]


def label(peer):
    """How a peer is called in the tables."""
    return "_".join(peer.split())


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


def run_group(group, vencejo, rounds, limit, folder):
    found = {}
    for _ in range(rounds):
        commands = [("vencejo", [vencejo, "eval", HERE / "programs" / f"{program}.swift"])
                    for program in PROGRAMS.get(group, [group])]
        commands += [(label(peer), peer_command(peer, group)) for peer in GROUPS[group]]
        for name, command in commands:
            for work, seconds in figures(command, folder).items():
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
        bar = BARS.get(f"{work}@{group}", BARS.get(work))
        yardstick = YARDSTICKS.get(group)
        judged = medians[yardstick] / ours if yardstick in medians else ratio
        if work.startswith("gemm") and limit:
            rows, columns, inner = gemm_size(work)
            reached = 2 * rows * columns * inner / ours / 1e9 / limit
            share = f"{reached:.0%}"
            verdict = "reached" if reached >= GEMM_SHARE else f"missed ({GEMM_SHARE:.0%})"
        elif bar and judged:
            verdict = "reached" if judged >= bar else f"missed ({bar}x)"
            if yardstick in medians and best != yardstick:
                verdict += f", {yardstick.split('_')[0]} {judged:.2f}x"
        row(work, spelled(ours), spelled(medians[best]) if best else "", best or "",
            f"{ratio:.2f}x" if ratio else "", share, verdict)


def run_memory(vencejo):
    """The peak of resident memory of each training work alone, ours and PyTorch's."""
    text = (HERE / "programs" / "training.swift").read_text()
    head, calls = text.split(RUNS_MARK)
    print("\n## peak memory of a training")
    row("work", "vencejo", "torch_eager", "ratio", "first bar")
    for call in calls.strip().splitlines():
        work, call = WORKS[call.strip()], call.strip()
        with tempfile.TemporaryDirectory() as folder:
            program = pathlib.Path(folder) / "alone.swift"
            program.write_text(f"{head}{RUNS_MARK}{call}\n")
            ours = peak([vencejo, "eval", program])
        theirs = peak(peer_command(GROUPS["memory"][0], "training", work))
        if ours is None or theirs is None:
            continue
        verdict = "reached" if ours <= theirs * MEMORY_SHARE else "missed (a third)"
        row(work, f"{ours:.0f} MB", f"{theirs:.0f} MB", f"{theirs / ours:.1f}x", verdict)


def peak(command):
    """The peak of resident memory of a program in MB; None where it fails."""
    process = subprocess.Popen(
        command, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        print(f"error: {' '.join(map(str, command))}", file=sys.stderr, flush=True)
        return None
    return usage.ru_maxrss / 1024


def run_cold(group, vencejo, rounds):
    commands = {"vencejo": [vencejo, "eval", HERE / "programs" / f"{group}.swift"]}
    for peer in GROUPS[group]:
        commands[label(peer)] = peer_command(peer, group)
    found = {}
    for _ in range(rounds):
        for name, command in commands.items():
            result = cold(command)
            if result:
                found.setdefault(name, []).append(result)
    print(f"\n## cold start to the end of the first step of {TITLES[group]}")
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
    with tempfile.TemporaryDirectory() as folder:
        if PREPARED & set(groups):
            tried([sys.executable, PEERS / "prepare.py", folder])
        for group in groups:
            if group in TITLES:
                run_cold(group, arguments.vencejo, arguments.rounds)
            elif group == "memory":
                run_memory(arguments.vencejo)
            else:
                run_group(group, arguments.vencejo, arguments.rounds, limit, folder)


if __name__ == "__main__":
    main()
