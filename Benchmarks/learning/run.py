#!/usr/bin/env python3
"""Whether learning is real: the same networks here and in PyTorch, over several seeds.

Usage: run.py VENCEJO PYTHON [--seeds 3] [--epochs N] [--examples N] [lenet] [vae] [lstm]

VENCEJO is the program, PYTHON an interpreter with PyTorch and NumPy. Prints a table: the figure on data
that nobody learnt from, as mean ± standard deviation over the seeds, the gap between the means and how
many times the spread of such a gap it is. The work fails when a gap is beyond three times the spread, or
the numbers of parameters differ.
"""
import argparse
import pathlib
import statistics
import subprocess
import sys
import tempfile

folder = pathlib.Path(__file__).parent
WORKS = {  # figure, epochs, examples, smallest spread that is believed
    "lenet": ("accuracy", 5, 60_000, 0.003),
    "vae": ("−ELBO, nats a picture", 5, 60_000, 0.3),
    "lstm": ("bits a character", 6, 10_000, 0.01),
}


def parse():
    parser = argparse.ArgumentParser()
    parser.add_argument("vencejo")
    parser.add_argument("python")
    parser.add_argument("works", nargs="*", default=[])
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--epochs", type=int)
    parser.add_argument("--examples", type=int)
    return parser.parse_intermixed_args()


def figures(command):
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{result.stdout}{result.stderr}")
    lines = dict(line.split(" ", 1) for line in result.stdout.splitlines() if " " in line)
    return float(lines["figure"]), int(lines["parameters"])


def ours(vencejo, work, seed, epochs, examples):
    program = f"let (seed, epochs, examples) = ({seed}, {epochs}, {examples})\n" + (folder / f"{work}.swift").read_text()
    with tempfile.NamedTemporaryFile("w", suffix=".swift") as file:
        file.write(program)
        file.flush()
        return figures([vencejo, "eval", file.name])


def main():
    options = parse()
    print("| network | figure | epochs, examples | parameters | Vencejo | PyTorch | gap | of its spread |")
    print("|---|---|---|---|---|---|---|---|")
    failed = False
    for work in options.works or WORKS:
        figure, epochs, examples, least = WORKS[work]
        epochs, examples = options.epochs or epochs, min(options.examples or examples, examples)
        a, b, sizes = [], [], set()
        for seed in range(1, options.seeds + 1):
            for results, found in [
                    (a, ours(options.vencejo, work, seed, epochs, examples)),
                    (b, figures([options.python, folder / "torch_learning.py", work, *map(str, (seed, epochs, examples))]))]:
                results.append(found[0])
                sizes.add(found[1])
        spread = [statistics.stdev(r) if len(r) > 1 else 0.0 for r in (a, b)]
        error = max((sum(s * s for s in spread) / len(a)) ** 0.5, least)
        gap = statistics.mean(a) - statistics.mean(b)
        failed |= abs(gap) > 3 * error or len(sizes) > 1
        text = [f"{statistics.mean(r):.4f} ± {s:.4f}" for r, s in zip((a, b), spread)]
        print(f"| {work} | {figure} | {epochs}, {examples} | {'/'.join(map(str, sorted(sizes)))} | {text[0]} | {text[1]} "
              f"| {gap:+.4f} | {abs(gap) / error:.1f} |", flush=True)
    sys.exit(1 if failed else 0)


main()
