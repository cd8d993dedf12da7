"""What the tests of the program without a frontend share."""
import json
import os
import pathlib
import subprocess

import nbformat

from conftest import EXECUTABLE, KERNEL_NAME, ROOT


def vencejo(*arguments, cwd=None, **options):
    """Runs the program; gives what it did."""
    return subprocess.run([str(EXECUTABLE), *map(str, arguments)], cwd=cwd, capture_output=True, text=True, **options)


def code(source, *tags, **metadata):
    if tags:
        metadata["tags"] = list(tags)
    return nbformat.v4.new_code_cell(source, metadata=metadata)


def write(path, *cells):
    """A notebook of cells; texts are code."""
    cells = [code(cell) if isinstance(cell, str) else cell for cell in cells]
    for index, cell in enumerate(cells):
        cell["id"] = f"cell-{index}"
    book = nbformat.v4.new_notebook(cells=cells, metadata={
        "kernelspec": {"name": KERNEL_NAME, "display_name": "Swift", "language": "swift"}})
    nbformat.write(book, path)
    return path


def read(path):
    """A notebook that the format's own validator accepts."""
    book = nbformat.read(path, as_version=4)
    nbformat.validate(book)
    return book


def streams(cell):
    return "".join(output.text for output in cell.outputs if output.output_type == "stream")


# How long notebooks run, as Benchmarks/headless/durations.py measured it; one that is not measured counts as long.
DURATIONS = json.loads((pathlib.Path(__file__).parent / "durations.json").read_text())
# Of notebooks that take longer, outputs are compared and programs run only where VENCEJO_ALL_NOTEBOOKS is set.
SECONDS = 60


def repository_notebooks(all=False):
    """The repository's notebooks, by name; without `all` those that do not take long."""
    paths = {path.stem: path for path in sorted((ROOT / "notebooks").glob("*.ipynb"))}
    if all or os.environ.get("VENCEJO_ALL_NOTEBOOKS"):
        return paths
    return {name: path for name, path in paths.items() if DURATIONS.get(name, SECONDS) < SECONDS}


# Rounding differs with the width of vectors, and training makes much of little: the outputs that are committed were made
# with one of the kernels' variants, and are compared with what the same one gives.
ARITHMETIC = "avx2"


def with_arithmetic_of_outputs():
    return dict(os.environ, VENCEJO_ISA=ARITHMETIC)


def has_arithmetic_of_outputs():
    try:
        return f" {ARITHMETIC} " in pathlib.Path("/proc/cpuinfo").read_text()
    except OSError:
        return False


def printed(book):
    """What a notebook's outputs print: text for standard output, and the plain text of what is shown."""
    text = ""
    for cell in book.cells:
        for output in cell.get("outputs", []):
            if output.output_type == "stream":
                text += output.text if output.name == "stdout" else ""
            elif output.output_type in ("display_data", "execute_result"):
                text += output.data["text/plain"] + "\n"
    return text


def figures(book):
    """The drawings that a notebook shows."""
    return [output.data["image/svg+xml"] for cell in book.cells for output in cell.get("outputs", [])
            if "image/svg+xml" in output.get("data", {})]
