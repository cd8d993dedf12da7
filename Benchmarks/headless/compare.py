"""Measures `vencejo run` against `jupyter execute` and papermill, and compares what the three write.

    python Benchmarks/headless/compare.py --vencejo .build/release/vencejo [--rounds 5] [NOTEBOOK…]

A notebook of fifty small cells is run by each in turn, each from the start of its process to its end; a figure is the
median over the rounds. All three run the same kernel. With notebooks given, each is run by all three as well, and the
outputs must be the same: text, values, figures and errors of every cell.

Wall time is what a person waits for, but means something on a quiet machine only; the processor's time, of the process
and all it started, is printed beside it.
"""
import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import nbformat

KERNEL = "vencejo"
CELLS = 50
# The least ratio of a peer's time to ours.
BAR = 5


def fifty(path):
    sources = ["let a0 = 1"] + [f"let a{i} = a{i - 1} + {i}\nprint(a{i})" for i in range(1, CELLS)]
    cells = [nbformat.v4.new_code_cell(source, id=f"cell-{i}") for i, source in enumerate(sources)]
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata={
        "kernelspec": {"name": KERNEL, "display_name": "Swift", "language": "swift"}}), path)
    return path


def commands(vencejo, source, folder):
    """Each way to run a notebook, and where its result goes."""
    python = pathlib.Path(sys.executable).parent
    targets = {name: folder / f"{name.replace(' ', '-')}.ipynb" for name in ["vencejo run", "jupyter execute", "papermill"]}
    return {
        "vencejo run": ([vencejo, "run", source, "-o", targets["vencejo run"]], targets["vencejo run"]),
        "jupyter execute": ([python / "jupyter", "execute", source, f"--kernel_name={KERNEL}", "--timeout=-1",
                             "--output", targets["jupyter execute"].with_suffix("")], targets["jupyter execute"]),
        "papermill": ([python / "papermill", source, targets["papermill"], "-k", KERNEL, "--cwd", source.parent,
                       "--no-progress-bar"], targets["papermill"]),
    }


def measured(command, cwd, environment):
    """Wall time and processor time of a command with all it started; its end must be a good one."""
    before = os.times()
    begin = time.monotonic()
    done = subprocess.run([str(part) for part in command], cwd=cwd, env=environment, capture_output=True, text=True)
    wall = time.monotonic() - begin
    after = os.times()
    if done.returncode != 0:
        sys.exit(f"{command[0]} failed:\n{done.stderr[-3000:]}")
    return wall, after.children_user + after.children_system - before.children_user - before.children_system


def compared(data):
    """What an output's data are, but for the identity of a widget's model: two kernels of one frontend may not share it."""
    if not isinstance(data, dict):
        return str(data)
    return str(sorted((key, value) for key, value in data.items() if key != "model_id"))


def shown(path):
    """What each code cell shows, without what a protocol only needs on its way."""
    cells = []
    for cell in nbformat.read(path, as_version=4).cells:
        # papermill adds a cell for parameters where it has any; here it has none.
        if cell.cell_type != "code":
            continue
        outputs = []
        for output in cell.outputs:
            if output.output_type == "stream":
                # One stream written in two pieces is the same stream.
                if outputs and outputs[-1][0] == output.name:
                    outputs[-1] = (output.name, outputs[-1][1] + output.text)
                else:
                    outputs.append((output.name, output.text))
            elif output.output_type == "error":
                outputs.append(("error", output.ename, output.evalue))
            else:
                outputs.append((output.output_type, tuple(sorted((kind, compared(data)) for kind, data in output.data.items()))))
        cells.append((cell.source, cell.execution_count, outputs))
    return cells


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--vencejo", type=pathlib.Path, default=pathlib.Path(".build/release/vencejo"))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("notebooks", nargs="*", type=pathlib.Path)
    options = parser.parse_args()
    vencejo = options.vencejo.resolve()
    isGood = True
    with tempfile.TemporaryDirectory(prefix="vencejo-headless-") as name:
        folder = pathlib.Path(name)
        environment = dict(os.environ, JUPYTER_DATA_DIR=str(folder / "data"), JUPYTER_RUNTIME_DIR=str(folder / "runtime"),
                           JUPYTER_CONFIG_DIR=str(folder / "config"), JUPYTER_PATH=str(folder / "share" / "jupyter"))
        subprocess.run([vencejo, "install", "--prefix", folder], check=True, stdout=subprocess.DEVNULL)

        small = fifty(folder / "fifty.ipynb")
        times = {}
        for _ in range(options.rounds):
            for way, (command, _) in commands(vencejo, small, folder).items():
                times.setdefault(way, []).append(measured(command, folder, environment))
        results = [shown(target) for _, target in commands(vencejo, small, folder).values()]
        isGood &= results[0] == results[1] == results[2]
        ours = None
        print(f"{CELLS} small cells, median of {options.rounds}: seconds, processor seconds, ratios to vencejo run")
        for way, all_times in times.items():
            wall, work = (statistics.median(part) for part in zip(*all_times))
            ours = ours or (wall, work)
            isGood &= way == "vencejo run" or wall / ours[0] >= BAR
            print(f"  {way:16} {wall:8.3f} {work:8.3f} {wall / ours[0]:7.1f} {work / ours[1]:7.1f}")
        print(f"  outputs are {'the same' if results[0] == results[1] == results[2] else 'NOT the same'}")

        for path in options.notebooks:
            # A notebook runs beside what it reads.
            source = folder / "copy" / path.name
            shutil.copytree(path.resolve().parent, source.parent, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.ipynb"))
            shutil.copy(path, source)
            took = {way: measured(command, source.parent, environment) for way, (command, _) in commands(vencejo, source, folder).items()}
            ways = {way: shown(target) for way, (_, target) in commands(vencejo, source, folder).items()}
            first = ways["vencejo run"]
            differing = [f"{way} in cell {index + 1}" for way, cells in ways.items()
                         for index, (mine, theirs) in enumerate(zip(first, cells)) if mine != theirs]
            differing += [f"{way} in the number of cells" for way, cells in ways.items() if len(cells) != len(first)]
            isGood &= not differing
            print(f"{path.name}: " + ", ".join(f"{way} {wall:.1f} s" for way, (wall, _) in took.items())
                  + f"; outputs {'differ: ' + '; '.join(differing) if differing else 'are the same'}", flush=True)
    return 0 if isGood else 1


if __name__ == "__main__":
    sys.exit(main())
