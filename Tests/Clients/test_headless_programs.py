"""Notebooks exported as a Swift package: built once, run, and compared with what the notebooks print."""
import os
import pathlib
import shutil
import subprocess

import pytest

from conftest import EXECUTABLE, ROOT
from headless import figures, printed, read, repository_notebooks, vencejo

MINUTES = 60
# The library is built a second time for it, which takes about as long as all other tests together: `make programs`.
pytestmark = [
    pytest.mark.timeout(60 * MINUTES),
    pytest.mark.skipif("VENCEJO_PROGRAMS" not in os.environ, reason="builds the library anew: run 'make programs'"),
]

# Calls of two integer literals that swiftc itself finds ambiguous, C's and Foundation's functions side by side; and
# two array literals alone, either of which may be a tensor.
AMBIGUOUS = ["print(atan2(1, 1))", "print(hypot(3, 4))", "print(copysign(2, -1))", "print(fmin(1, 2))", "print(fmax(1, 2))", "print([1, 2] + [3])"]


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    """All notebooks of the repository, and all examples of the library, as one package that has been built.

    The build is kept, so that only what has changed is built the next time.
    """
    if shutil.which("swift") is None:
        pytest.skip("swift is not on the search path")
    folder = ROOT / ".build" / "exported"
    folder.mkdir(parents=True, exist_ok=True)
    reference = folder / "reference.ipynb"
    assert vencejo("reference", "-o", reference).returncode == 0
    import nbformat

    book = nbformat.read(reference, as_version=4)
    book.cells = [cell for cell in book.cells if cell.source.strip() not in AMBIGUOUS]
    nbformat.write(book, reference)
    books = [*repository_notebooks(all=True).values(), reference]
    done = vencejo("export", *books, "--to", "swift-package", "-o", folder / "programs", "--package", ROOT)
    assert done.returncode == 0, done.stderr
    for stale in (folder / "programs" / "Sources").iterdir():
        if stale.name not in {book.stem for book in books}:
            shutil.rmtree(stale)
    done = subprocess.run(["swift", "build", "-c", "release", "--package-path", folder / "programs"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    return folder / "programs"


def test_the_package_builds_the_numeric_part_alone(package):
    """Neither the parser nor the kernel is built for a program."""
    folder = package / ".build" / "release"
    built = {path.name for path in folder.glob("*.build")}
    assert "Tensors.build" in built and "Vencejo.build" in built
    for name in ["SwiftSyntax", "SwiftParser", "Language", "Bindings", "Session", "JupyterKernel", "Crypto"]:
        assert not any((folder / f"{name}.build").glob("**/*.o")), name


@pytest.mark.parametrize("name", sorted(repository_notebooks()))
def test_a_program_prints_what_its_notebook_prints(package, name, tmp_path):
    source = repository_notebooks(all=True)[name]
    book = read(source)
    if not any(cell.get("outputs") for cell in book.cells):
        done = vencejo("run", source, "-o", tmp_path / "executed.ipynb")
        assert done.returncode == 0, done.stderr
        book = read(tmp_path / "executed.ipynb")
    environment = dict(os.environ, VENCEJO_FIGURES=str(tmp_path / "figures"))
    done = subprocess.run([package / ".build" / "release" / name], cwd=source.parent, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout == printed(book)
    drawn = [path.read_text() for path in sorted((tmp_path / "figures").glob("*.svg"))] if (tmp_path / "figures").exists() else []
    assert drawn == figures(book)


def test_every_example_of_the_library_does_the_same_in_a_program(package, tmp_path):
    reference = package.parent / "reference.ipynb"
    done = vencejo("run", reference, "--allow-errors", "-o", tmp_path / "executed.ipynb")
    assert done.returncode == 0, done.stderr[-2000:]
    program = subprocess.run([package / ".build" / "release" / "reference"], cwd=tmp_path, capture_output=True, text=True)
    assert program.returncode == 0, program.stderr[-2000:]


@pytest.mark.parametrize("name", sorted(repository_notebooks()))
def test_the_outputs_of_the_repositorys_notebooks_come_out_again(name):
    source = repository_notebooks(all=True)[name]
    if not any(cell.get("outputs") for cell in read(source).cells):
        pytest.skip("the notebook is committed without outputs")
    done = vencejo("check", "--outputs", source)
    assert done.returncode == 0, done.stdout[-4000:]
