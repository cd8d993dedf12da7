"""Notebook files: those of other makers, damaged ones, and what is written."""
import base64
import copy
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tarfile

import nbformat
import pytest

from conftest import ROOT
from headless import code, read, vencejo, write

pytestmark = pytest.mark.timeout(600)


def installed():
    """Notebooks that lie in this environment's packages."""
    folder = pathlib.Path(nbformat.__file__).parents[1]
    return sorted(path for path in folder.glob("**/*.ipynb") if "template" not in str(path))


@pytest.fixture(scope="module")
def foreign(tmp_path_factory):
    """The test notebooks of papermill, and of nbformat and nbconvert where their sources can be had (or lie in the folder
    that the variable VENCEJO_FOREIGN_NOTEBOOKS names)."""
    import nbconvert

    folder = tmp_path_factory.mktemp("foreign")
    wanted = [f"nbformat=={nbformat.__version__}", f"nbconvert=={nbconvert.__version__}"]
    given = os.environ.get("VENCEJO_FOREIGN_NOTEBOOKS")
    if given:
        for archive in pathlib.Path(given).glob("*.tar.gz"):
            shutil.copy(archive, folder)
    else:
        try:
            subprocess.run([sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--no-binary", "nbformat,nbconvert", "-d", folder, *wanted],
                           capture_output=True, timeout=120)
        except subprocess.TimeoutExpired:
            pass
    for archive in folder.glob("*.tar.gz"):
        with tarfile.open(archive) as tar:
            for member in tar.getmembers():
                if member.isfile() and member.name.endswith(".ipynb"):
                    target = folder / archive.stem / member.name.replace("/", "-")
                    target.parent.mkdir(exist_ok=True)
                    target.write_bytes(tar.extractfile(member).read())
    paths = installed() + sorted(folder.glob("**/*.ipynb"))
    assert len(paths) >= 20
    return paths


def python_view(path):
    """A notebook as Python reads it, and why nobody should take it: None where it is right."""
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        return None, "JSON"
    if not isinstance(value, dict) or value.get("nbformat") != 4:
        return None, "format"
    ids = [cell["id"] for cell in value.get("cells", []) if isinstance(cell, dict) and "id" in cell]
    if len(ids) != len(set(ids)):
        return value, "id"
    try:
        nbformat.validate(nbformat.from_dict(value))
    except Exception:
        return value, "schema"
    return value, None if pictures_are_right(value) else "base64"


def pictures_are_right(book):
    """Whether all pictures are base64, which the format's validator does not look at."""
    for cell in book["cells"]:
        for output in cell.get("outputs", []):
            for kind, data in output.get("data", {}).items():
                if kind in ("image/png", "image/jpeg", "image/gif", "application/pdf"):
                    try:
                        base64.b64decode("".join(joined(data).split()), validate=True)
                    except ValueError:
                        return False
    return True


def joined(value):
    return "".join(value) if isinstance(value, list) else value


def cleaned(book):
    book = copy.deepcopy(book)
    for cell in book["cells"]:
        if cell["cell_type"] == "code" and "keep-output" not in cell["metadata"].get("tags", []):
            cell["outputs"], cell["execution_count"] = [], None
            for key in ["execution", "ExecuteTime", "collapsed", "scrolled"]:
                cell["metadata"].pop(key, None)
        cell["source"] = joined(cell["source"])
        cell.pop("id", None)
    book.pop("nbformat_minor")
    return book


def test_notebooks_of_other_makers_are_read_and_written_without_loss(foreign, tmp_path):
    count = 0
    refused = {}
    for path in foreign:
        before = path.read_bytes()
        book, problem = python_view(path)
        target = tmp_path / "copy.ipynb"
        target.write_bytes(before)
        # Reading and writing what nobody changed gives the same bytes.
        check = vencejo("clean", "--check", target)
        assert target.read_bytes() == before, path
        if problem and problem != "schema" or check.returncode == 2:
            # What is wrong is told with its place, and no file is touched: neither that which is read, nor another.
            assert check.returncode == 2 and problem, (path, problem, check.stderr)
            assert check.stderr.startswith(f"{target}:"), (path, check.stderr)
            line, column = check.stderr[len(f"{target}:"):].split(":")[:2]
            assert line.isdigit() and column.isdigit(), check.stderr
            assert problem not in ("id", "base64") or problem in check.stderr, (path, check.stderr)
            for command in [["clean", target], ["run", "--in-place", target], ["convert", target, "-o", tmp_path / "none.swift"]]:
                assert vencejo(*command).returncode == 2
            assert target.read_bytes() == before and not (tmp_path / "none.swift").exists()
            refused.setdefault(problem, []).append(path.name)
            continue
        if book["nbformat_minor"] > 5:
            # A later version of the format: what nobody here knows is kept as it is.
            assert check.returncode in (0, 1) and target.read_bytes() == before, (path, check.stderr)
            assert vencejo("clean", target).returncode == 0, path
            written = json.loads(target.read_text(encoding="utf-8"))
            assert [c["cell_type"] for c in written["cells"]] == [c["cell_type"] for c in book["cells"]]
            continue
        count += 1
        assert check.returncode in (0, 1), (path, check.stderr)
        assert target.read_bytes() == before
        assert vencejo("clean", target).returncode == 0, path
        written = json.loads(target.read_text(encoding="utf-8"))
        if problem is None:
            nbformat.validate(nbformat.from_dict(written))
        assert cleaned(written) == cleaned(book), path
        if check.returncode == 1:
            assert written["nbformat_minor"] == max(5, book["nbformat_minor"]) or written["nbformat_minor"] == 5
        once = target.read_bytes()
        assert vencejo("clean", target).returncode == 0
        assert target.read_bytes() == once
        # As text and back: all but outputs.
        text = tmp_path / "text.swift"
        assert vencejo("convert", target, "-o", text).returncode == 0
        back = tmp_path / "back.ipynb"
        back.unlink(missing_ok=True)
        done = vencejo("convert", text, "-o", back)
        assert done.returncode == 0, (path, done.stderr)
        again = read(back)
        assert [joined(c["source"]) for c in again.cells] == [joined(c["source"]).replace("\r\n", "\n") for c in written["cells"]], path
        assert [c["cell_type"] for c in again.cells] == [c["cell_type"] for c in written["cells"]]
        assert [dict(c["metadata"]) for c in again.cells] == [c["metadata"] for c in written["cells"]]
    assert count >= (40 if len(foreign) > 40 else 20)
    print(f"{count} notebooks of other makers, refused: {refused}")


def test_old_notebooks_are_refused_with_what_converts_them(foreign, tmp_path):
    old = tmp_path / "old.ipynb"
    old.write_text(json.dumps({"metadata": {}, "nbformat": 3, "nbformat_minor": 0, "worksheets": []}))
    done = vencejo("run", old, "--in-place")
    assert done.returncode == 2 and "jupyter nbconvert" in done.stderr
    assert json.loads(old.read_text())["nbformat"] == 3


def refused(path, *command):
    before = path.read_bytes()
    done = vencejo(*command, path)
    assert done.returncode == 2, (command, done.stdout, done.stderr)
    assert path.read_bytes() == before
    return done.stderr


def test_damaged_files_are_refused_with_the_place(tmp_path):
    source = (ROOT / "notebooks" / "02-digits.ipynb").read_bytes()
    path = tmp_path / "d.ipynb"
    places = random.Random(1).sample(range(1, len(source) - 2), 200)
    for place in places:
        path.write_bytes(source[:place])
        assert refused(path, "clean").startswith(f"{path}:"), place
    path.write_bytes(source[:5000])
    for command in [["run", "--in-place"], ["check"], ["figures", "-o", tmp_path / "f"], ["export", "--to", "html"], ["convert"]]:
        message = refused(path, *command)
        line = message.split(":")[1]
        assert line.isdigit() and int(line) > 1


@pytest.mark.parametrize("change, words", [
    (lambda b: b.update(cells={}), "cells"),
    (lambda b: b["cells"][1].update(source=3), "source"),
    (lambda b: b["cells"][1].update(cell_type="chart"), "chart"),
    (lambda b: b["cells"][1].pop("cell_type"), "cell_type"),
    (lambda b: b["cells"][1].update(id=b["cells"][0]["id"]), "id"),
    (lambda b: b.update(metadata=[]), "metadata"),
    (lambda b: b.update(nbformat="4"), "nbformat"),
    (lambda b: b["cells"].append({"cell_type": "code", "id": "z", "metadata": {}, "source": "", "execution_count": None, "outputs": [
        {"output_type": "display_data", "metadata": {}, "data": {"image/png": "a$b"}}]}), "base64"),
    (lambda b: b["cells"].append({"cell_type": "code", "id": "z", "metadata": {}, "source": "", "execution_count": "1", "outputs": []}), "execution_count"),
    (lambda b: b["cells"].append({"cell_type": "code", "id": "z", "metadata": {}, "source": "", "execution_count": None, "outputs": [{"output_type": "smell"}]}), "smell"),
])
def test_wrong_members_are_named(tmp_path, change, words):
    book = json.loads((ROOT / "notebooks" / "01-perceptron.ipynb").read_text())
    change(book)
    path = tmp_path / "w.ipynb"
    path.write_text(json.dumps(book, indent=1))
    message = refused(path, "run", "--in-place")
    assert words in message and message.split(":")[1].isdigit()


def test_a_very_large_output_is_no_problem(tmp_path):
    path = tmp_path / "large.ipynb"
    book = json.loads(write(tmp_path / "s.ipynb", "print(1)").read_text())
    book["cells"][0]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "x" * 200_000_000}]
    path.write_text(json.dumps(book))
    assert vencejo("clean", path).returncode == 0
    assert read(path).cells[0].outputs == []


def test_unknown_members_attachments_and_identifiers_are_kept(tmp_path):
    book = json.loads(write(tmp_path / "u.ipynb", "print(1)", nbformat.v4.new_markdown_cell("![a](attachment:a.png)")).read_text())
    book["metadata"]["own"] = {"z": 1, "a": [1.50, None]}
    book["cells"][1]["attachments"] = {"a.png": {"image/png": "AAAA"}}
    book["cells"][0]["metadata"]["deep"] = {"b": {"a": "é"}}
    path = tmp_path / "u.ipynb"
    path.write_text(json.dumps(book, indent=3, ensure_ascii=True))
    assert vencejo("run", path, "--in-place").returncode == 0
    text = path.read_text()
    after = json.loads(text)
    assert after["metadata"]["own"] == book["metadata"]["own"] and "\\u00e9" in text and "1.5" in text
    assert after["cells"][1]["attachments"] == book["cells"][1]["attachments"]
    assert [c["id"] for c in after["cells"]] == [c["id"] for c in book["cells"]]
    assert text.startswith('{\n   "cells"')


def test_every_notebook_of_the_repository_is_valid_and_stable():
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        read(path)
        before = path.read_bytes()
        assert vencejo("check", path).returncode == 0, path
        assert path.read_bytes() == before
