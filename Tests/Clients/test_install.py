"""What `vencejo install` leaves behind, and what other programs make of it."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import venv

import nbformat
import pytest

from conftest import EXECUTABLE, KERNEL_NAME, ROOT


def run(*command, **options):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, **options)


def cells(path, *sources, tags=()):
    book = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(source) for source in sources],
        metadata={"kernelspec": {"name": KERNEL_NAME, "display_name": "Swift (Vencejo)", "language": "swift"}})
    if tags:
        book.cells[0].metadata["tags"] = list(tags)
    nbformat.write(book, path)
    return path


@pytest.fixture(scope="module")
def papermill(tmp_path_factory):
    """papermill with the package that `vencejo install --papermill` writes, in an environment of its own that
    borrows the packages of the one that runs the tests."""
    folder = tmp_path_factory.mktemp("papermill")
    venv.create(folder / "env", system_site_packages=False, with_pip=False)
    python = folder / "env" / "bin" / "python"
    [packages] = (folder / "env" / "lib").glob("python3*/site-packages")
    [own] = {path for path in sys.path if path.endswith("site-packages")}
    (packages / "borrowed.pth").write_text(own + "\n")
    done = run(EXECUTABLE, "install", "--prefix", folder / "jupyter", "--papermill", "--python", python)
    assert done.returncode == 0, done.stderr
    assert "vencejo-jupyter" in done.stdout
    return python


def test_papermill_writes_parameters_in_swift(papermill, tmp_path):
    path = cells(
        tmp_path / "in.ipynb", 'var rate = 0.1\nvar epochs = 3\nvar name = "a"\nvar sizes = [1, 2]',
        'print(rate * 2, epochs + 1, name, sizes.count, flag)', tags=["parameters"])
    done = run(
        papermill, "-m", "papermill", path, tmp_path / "out.ipynb", "-p", "rate", "0.01", "-p", "epochs", "5",
        "-p", "name", 'say "hi"\\n', "-y", "{sizes: [1, 2, 3], flag: true}", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    book = nbformat.read(tmp_path / "out.ipynb", 4)
    [injected] = [c for c in book.cells if "injected-parameters" in c.metadata.get("tags", [])]
    assert "var rate = 0.01" in injected.source and "var epochs = 5" in injected.source
    [text] = [o.text for o in book.cells[-1].outputs]
    assert text == '0.02 6 say "hi"\\n 3 true\n'


def test_papermill_reads_the_parameters_of_a_notebook(papermill, tmp_path):
    path = cells(
        tmp_path / "in.ipynb", 'let rate: Double = 0.1 // how far each step goes\nlet name = "a // b"\nlet n = 3',
        tags=["parameters"])
    done = run(papermill, "-m", "papermill", "--help-notebook", path, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "rate: Double (default 0.1)" in done.stdout and "how far each step goes" in done.stdout
    assert 'name: String (default "a // b")' in done.stdout and "n: Int (default 3)" in done.stdout


def test_every_kind_of_value_becomes_a_literal_that_compiles(papermill, tmp_path):
    program = """
import math
import papermill
from vencejo_jupyter.papermill import SwiftTranslator
print(SwiftTranslator.codify({
    "none": None, "yes": True, "whole": -3, "large": 1e300, "small": 5e-324, "nan": math.nan, "inf": -math.inf,
    "text": 'a "b" \\\\ \\n \\t \\x01 é 😀', "mixed": [1, 2.5], "any": [1, "a"], "empty": [], "table": {"a": 1, "b": 2},
    "nested": {"x": [1, 2], "y": [3]}, "nothing": {}}))
print(r'print(yes, whole, large, small, nan, inf, text.count, mixed, any.count, empty.count, table["b"]!, nested["x"]!, nothing.count)')
"""
    written = run(papermill, "-c", program)
    assert written.returncode == 0, written.stderr
    source = written.stdout
    file = tmp_path / "literals.swift"
    file.write_text(source)
    done = run(EXECUTABLE, "eval", file)
    assert done.returncode == 0, source + done.stderr
    assert done.stdout == "true -3 1e+300 5e-324 nan -inf 17 [1.0, 2.5] 2 0 2 [1, 2] 0\n", done.stdout


def test_pip_knows_the_package(papermill):
    listed = run(papermill, "-c", "import importlib.metadata as m; d = m.distribution('vencejo-jupyter');"
                 "print(d.version, sorted(e.name for e in d.entry_points), all(f.locate().exists() for f in d.files))")
    assert listed.stdout.split(" ", 1)[1].strip() == "['swift', 'vencejo'] True", listed.stderr


def test_the_doctor_says_what_to_mend(tmp_path):
    environment = {**os.environ, "JUPYTER_DATA_DIR": str(tmp_path)}
    sick = run(EXECUTABLE, "doctor", env=environment)
    assert sick.returncode == 1
    assert "missing" in sick.stdout and "help: run 'vencejo install'" in sick.stdout
    assert run(EXECUTABLE, "install", env=environment).returncode == 0
    well = run(EXECUTABLE, "doctor", env=environment)
    assert "ok       the kernelspec" in well.stdout and "ok       a session that runs a cell" in well.stdout
    kernel = tmp_path / "kernels" / "vencejo" / "kernel.json"
    data = json.loads(kernel.read_text())
    data["argv"][0] = "/nowhere/vencejo"
    kernel.write_text(json.dumps(data))
    assert "it names '/nowhere/vencejo', which is not there" in run(EXECUTABLE, "doctor", env=environment).stdout


def test_install_takes_a_name_variables_and_a_place_and_uninstall_takes_it_back(tmp_path):
    done = run(EXECUTABLE, "install", "--prefix", tmp_path, "--name", "swift-two", "--display-name", "Two",
               "--env", "VENCEJO_THREADS=1", "--env", "A=b=c")
    assert done.returncode == 0, done.stderr
    folder = tmp_path / "share" / "jupyter" / "kernels" / "swift-two"
    data = json.loads((folder / "kernel.json").read_text())
    assert data["display_name"] == "Two" and data["env"] == {"VENCEJO_THREADS": "1", "A": "b=c"}
    assert data["argv"][0] == str(EXECUTABLE.resolve())
    environment = run(EXECUTABLE, "install", "--sys-prefix", env={**os.environ, "VIRTUAL_ENV": str(tmp_path / "env")})
    assert environment.returncode == 0
    assert (tmp_path / "env" / "share" / "jupyter" / "kernels" / "vencejo" / "kernel.json").exists()
    assert run(EXECUTABLE, "uninstall", "--prefix", tmp_path, "--name", "swift-two").returncode == 0
    assert not folder.exists()
    again = run(EXECUTABLE, "uninstall", "--prefix", tmp_path, "--name", "swift-two")
    assert again.returncode != 0 and "no kernel 'swift-two'" in again.stderr


@pytest.mark.skipif(
    shutil.which("dpkg-deb") is None or EXECUTABLE.resolve() != (ROOT / ".build/release/vencejo").resolve(),
    reason="needs dpkg-deb and the release build")
def test_the_debian_package_holds_a_program_that_runs(tmp_path):
    done = run(ROOT / "scripts" / "make-deb.sh", tmp_path)
    assert done.returncode == 0, done.stderr
    [package] = tmp_path.glob("vencejo_*.deb")
    assert run("dpkg-deb", "--extract", package, tmp_path / "root").returncode == 0
    fields = run("dpkg-deb", "--field", package).stdout
    assert "libzmq5" in fields and "Package: vencejo" in fields
    program = tmp_path / "root" / "usr" / "bin" / "vencejo"
    # Nothing of the toolchain: its libraries come with the package.
    linked = run("ldd", program.resolve(), env={"PATH": os.environ["PATH"]}).stdout
    swift = [line for line in linked.splitlines() if "libswiftCore" in line]
    home = pathlib.Path(tmp_path / "root" / "usr" / "lib" / "vencejo")
    assert (home / "libswiftCore.so").exists(), swift
    answer = run(program, "eval", "-", input="print(Tensor([1, 2]).sum())")
    assert answer.stdout == "3\n", answer.stderr
    kernel = json.loads((tmp_path / "root/usr/share/jupyter/kernels/vencejo/kernel.json").read_text())
    assert kernel["argv"][0] == "/usr/bin/vencejo"
