"""What the tests of the program without a frontend share."""
import os
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


# Notebooks that train for more than a minute on two cores: their outputs are compared, and their programs run, only
# where the variable VENCEJO_ALL_NOTEBOOKS is set.
SLOW = {"06-lenet", "08-autoencoder", "09-unet", "10-vae", "11-dcgan"}


def repository_notebooks(all=False):
    """The repository's notebooks, by name; without `all` those that do not take long."""
    paths = {path.stem: path for path in sorted((ROOT / "notebooks").glob("*.ipynb"))}
    if all or os.environ.get("VENCEJO_ALL_NOTEBOOKS"):
        return paths
    return {name: path for name, path in paths.items() if name not in SLOW}


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
