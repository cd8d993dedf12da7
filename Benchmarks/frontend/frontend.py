"""The front end: what it takes to check and compile a cell of twenty lines, first and later in a session, and whether
a session of a thousand cells with redefinitions slows down or grows.

    python frontend.py --vencejo PATH [--cells 1000]

Every cell begins with `%time`; the figures are what that prints, out of a notebook run by `vencejo run`.
"""
import argparse
import json
import pathlib
import re
import resource
import statistics
import subprocess
import tempfile

UNITS = {"s": 1, "ms": 1e-3, "µs": 1e-6, "ns": 1e-9}
TIMES = re.compile(r"checked in ([\d.]+) (\S+), compiled in ([\d.]+) (\S+), ran")

NETWORK = """
struct Sample_N {
    var features: [Double]
    var label: Int
}
func makeSamples_N(_ count: Int) -> [Sample_N] {
    (0..<count).map { i in
        let angle = Double(i) * 0.1
        return Sample_N(features: [sin(angle), cos(angle)], label: i % 2)
    }
}
let samples_N = makeSamples_N(8)
let x_N = Tensor(samples_N.map { $0.features })
let y_N = Tensor(samples_N.map { $0.label })
let model_N = Sequential {
    Dense(8, activation: .relu)
    Dense(2)
}
let logits_N = model_N(x_N)
let loss_N = softmaxCrossEntropy(logits: logits_N, labels: y_N)
print(x_N.shape, logits_N.shape, loss_N.item() > 0)
"""
LANGUAGE = """
enum Shape_N {
    case circle(radius: Double)
    case box(width: Double, height: Double)
    var area: Double {
        switch self {
        case .circle(let radius): return 3.14 * radius * radius
        case .box(let width, let height): return width * height
        }
    }
}
let shapes_N: [Shape_N] = [.circle(radius: 1), .box(width: 2, height: 3)]
var total_N = 0.0
for shape in shapes_N where shape.area > 1 {
    total_N += shape.area
}
let names_N = ["a": 1, "b": 2].map { "\\($0.key)=\\($0.value)" }.sorted()
if let first = names_N.first, total_N > 2 {
    print(first, String(format: "%.2f", total_N))
}
let sorted_N = shapes_N.sorted { $0.area < $1.area }
print(sorted_N.count)
"""
REDEFINED = """
struct State {
    var step = NUMBER
    mutating func advance() { step += 1 }
}
func update(_ x: Double) -> Double { x * 0.5 + NUMBER }
var state = State()
var value = update(Double(state.step))
for _ in 0..<3 { state.advance() }
let history = (0..<5).map { Double($0) + value }
print(state.step, history.count)
"""


def notebook(cells):
    return {"cells": [{"cell_type": "code", "id": f"c{i}", "metadata": {}, "source": "%time\n" + cell.strip() + "\n",
                       "outputs": [], "execution_count": None} for i, cell in enumerate(cells)],
            "metadata": {"kernelspec": {"name": "vencejo", "display_name": "Vencejo", "language": "swift"},
                         "language_info": {"name": "swift"}}, "nbformat": 4, "nbformat_minor": 5}


def run(vencejo, cells):
    """For each cell the seconds it took to check and compile it; and the process's peak memory in MB."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "cells.ipynb"
        result = pathlib.Path(folder) / "result.ipynb"
        path.write_text(json.dumps(notebook(cells)))
        subprocess.run([vencejo, "run", path, "--output", result], check=True, capture_output=True)
        times = []
        for cell in json.loads(result.read_text())["cells"]:
            text = "".join("".join(output.get("text", "")) for output in cell["outputs"])
            checked, one, compiled, other = TIMES.search(text).groups()
            times.append(float(checked) * UNITS[one] + float(compiled) * UNITS[other])
        return times, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def milliseconds(seconds):
    return f"{seconds * 1e3:.2f} ms"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--vencejo", required=True)
    parser.add_argument("--cells", type=int, default=1000)
    arguments = parser.parse_args()
    for name, cell in [("network", NETWORK), ("language", LANGUAGE)]:
        times, _ = run(arguments.vencejo, [cell.replace("_N", f"{i}") for i in range(30)])
        print(f"{name}: 20 lines checked and compiled in {milliseconds(times[0])} cold (bar 5 ms), "
              f"{milliseconds(statistics.median(times[5:]))} warm (bar 1 ms)")
    for count in (arguments.cells // 10, arguments.cells):
        times, memory = run(arguments.vencejo, [REDEFINED.replace("NUMBER", str(i)) for i in range(count)])
        early, late = statistics.median(times[5:15]), statistics.median(times[-10:])
        print(f"{count} cells that redefine: cells 5 to 15 in {milliseconds(early)} each, the last ten in "
              f"{milliseconds(late)} each; peak memory {memory:.0f} MB")


if __name__ == "__main__":
    main()
