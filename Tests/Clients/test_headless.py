"""The notebooks without a frontend: every way to run them gives the same numbers and the same figures."""
import json
import shutil
import subprocess

import nbformat
import pytest

from conftest import EXECUTABLE, KERNEL_NAME, ROOT

NOTEBOOKS = ["01-perceptron", "02-digits"]
MINUTES = 60

pytestmark = pytest.mark.timeout(20 * MINUTES)


def run(*command, cwd):
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def with_nbconvert(source, folder):
    target = folder / "nbconvert.ipynb"
    run("jupyter", "nbconvert", "--to", "notebook", "--execute", source,
        "--output", target, f"--ExecutePreprocessor.kernel_name={KERNEL_NAME}",
        cwd=source.parent)
    return target


def with_jupyter_execute(source, folder):
    target = folder / "execute.ipynb"
    shutil.copy(source, target)
    run("jupyter", "execute", target, "--inplace", f"--kernel_name={KERNEL_NAME}", cwd=folder)
    return target


def with_vencejo(source, folder, name="vencejo"):
    target = folder / f"{name}.ipynb"
    run(EXECUTABLE, "run", source, "-o", target, cwd=source.parent)
    return target


def shown(path):
    """What each cell shows: text of its streams, values, figures.

    Progress is left out: it is a display that is replaced in place where that can be seen, and plain lines
    where it cannot.
    """
    cells = []
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type != "code":
            continue
        outputs = cell.outputs
        data = [o.data for o in outputs if o.output_type in ("display_data", "execute_result")]
        cells.append({
            "values": [o.data["text/plain"] for o in outputs if o.output_type == "execute_result"],
            "figures": [d["image/svg+xml"] for d in data if "image/svg+xml" in d],
            "text": "".join(o.text for o in outputs if o.output_type == "stream"),
            "errors": [o.ename for o in outputs if o.output_type == "error"],
            "has progress": any(set(d) == {"text/plain"} for d in data) or any(
                o.output_type == "stream" and "\r" in o.text for o in outputs),
        })
    return cells


@pytest.fixture(scope="module", params=NOTEBOOKS)
def executed(request, tmp_path_factory):
    """One notebook, executed in each way, in copies of the notebooks' folder."""
    source = ROOT / "notebooks" / f"{request.param}.ipynb"
    paths = {}
    for way in [with_nbconvert, with_jupyter_execute, with_vencejo]:
        folder = tmp_path_factory.mktemp(way.__name__)
        shutil.copy(source, folder)
        paths[way.__name__] = way(folder / source.name, folder)
    return paths


def test_no_cell_fails(executed):
    for path in executed.values():
        assert [cell["errors"] for cell in shown(path) if cell["errors"]] == []


def test_values_and_text_are_the_same_everywhere(executed):
    first, *others = [shown(path) for path in executed.values()]
    for other in others:
        assert [cell["values"] for cell in other] == [cell["values"] for cell in first]
        for mine, theirs in zip(first, other, strict=True):
            if not (mine["has progress"] or theirs["has progress"]):
                assert mine["text"] == theirs["text"]


def test_figures_are_the_same_bytes_everywhere(executed):
    first, *others = [[cell["figures"] for cell in shown(path)] for path in executed.values()]
    assert sum(map(len, first)) > 0
    for other in others:
        assert other == first


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_running_twice_gives_the_same_file(name, tmp_path):
    source = ROOT / "notebooks" / f"{name}.ipynb"
    first = with_vencejo(source, tmp_path, "first").read_bytes()
    second = with_vencejo(source, tmp_path, "second").read_bytes()
    assert first == second


def notebook(tmp_path, *cells):
    book = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(source, id=f"cell-{i}") for i, source in enumerate(cells)],
        metadata={"kernelspec": {"name": KERNEL_NAME, "display_name": "Swift", "language": "swift"}})
    path = tmp_path / "notebook.ipynb"
    nbformat.write(book, path)
    return path


def test_a_failing_cell_ends_every_way_with_a_status(tmp_path):
    path = notebook(tmp_path, "1 + 1", 'let x: Int = "a"', "1 + 1")
    for command in [
        ["jupyter", "execute", path], [EXECUTABLE, "run", path, "-o", tmp_path / "out.ipynb"],
        ["jupyter", "nbconvert", "--to", "notebook", "--execute", path],
    ]:
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
        assert done.returncode != 0, command
        assert "let x: Int" in done.stdout + done.stderr


def test_allowed_errors_are_kept_in_the_notebook(tmp_path):
    path = notebook(tmp_path, 'let x: Int = "a"', "6 * 7")
    run("jupyter", "nbconvert", "--to", "notebook", "--execute", "--allow-errors", path,
        "--output", "out.ipynb", cwd=tmp_path)
    cells = shown(tmp_path / "out.ipynb")
    assert cells[0]["errors"] and cells[1]["values"] == ["42"]


def test_language_info_reaches_the_notebook_and_the_script(tmp_path):
    path = notebook(tmp_path, "let answer = 6 * 7\nprint(answer)")
    run("jupyter", "execute", path, "--inplace", cwd=tmp_path)
    info = json.loads(path.read_text())["metadata"]["language_info"]
    assert info["name"] == "swift" and info["file_extension"] == ".swift"
    run("jupyter", "nbconvert", "--to", "script", path, cwd=tmp_path)
    assert "let answer = 6 * 7" in (tmp_path / "notebook.swift").read_text()


def test_nbval_finds_the_outputs_again(tmp_path):
    path = notebook(tmp_path, 'print("hello, world")', "6 * 7", "let kept = 1", "kept")
    run("jupyter", "execute", path, "--inplace", cwd=tmp_path)
    for flag in ["--nbval", "--nbval-lax"]:
        run("python", "-m", "pytest", "-q", "-p", "no:cacheprovider", flag, path, cwd=tmp_path)


def test_papermill_runs_a_notebook(tmp_path):
    path = notebook(tmp_path, "6 * 7")
    run("papermill", path, tmp_path / "out.ipynb", "-k", KERNEL_NAME, "--log-output",
        cwd=tmp_path)
    assert shown(tmp_path / "out.ipynb")[0]["values"] == ["42"]
