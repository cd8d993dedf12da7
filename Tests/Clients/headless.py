"""What the tests of the program without a frontend share."""
import subprocess

import nbformat

from conftest import EXECUTABLE, KERNEL_NAME


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
