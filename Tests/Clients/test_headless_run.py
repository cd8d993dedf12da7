"""`vencejo run` as continuous integration uses it: many notebooks, limits, parameters, reports, and runs that do not
come to their end."""
import json
import os
import pathlib
import shutil
import signal
import subprocess
import time
import xml.etree.ElementTree

import nbformat
import pytest

from conftest import EXECUTABLE, KERNEL_NAME
from headless import code, read, streams, vencejo, write

pytestmark = pytest.mark.timeout(600)

LONG = "import Foundation\nThread.sleep(forTimeInterval: 60)"


@pytest.fixture
def book(tmp_path):
    return lambda name, *cells: write(tmp_path / name, *cells)


def start(*arguments, **options):
    return subprocess.Popen([str(EXECUTABLE), *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)


def wait_until(condition, seconds=60):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_many_notebooks_run_in_processes_of_their_own(tmp_path, book):
    names = [f"n{number}.ipynb" for number in range(6)]
    for number, name in enumerate(names):
        book(name, f"let n = {number}", "print(n * n)")
    done = vencejo("run", *names, "--jobs", 3, "-o", "out", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert [streams(read(tmp_path / "out" / name).cells[1]) for name in names] == [f"{n * n}\n" for n in range(6)]
    assert sorted(os.listdir(tmp_path / "out")) == names
    assert "6 of 6 notebooks passed" in done.stderr


def test_one_line_a_cell_with_time_and_memory_and_no_control_characters(tmp_path, book):
    book("a.ipynb", "print(1)", "let two = 2 // \u00e9\t\u2028 end")
    for options in [[], ["--jobs", 2]]:
        done = vencejo("run", "a.ipynb", *options, cwd=tmp_path)
        assert done.returncode == 0
        lines = done.stderr.splitlines()
        assert len(lines) == 2
        for number, line in enumerate(lines, start=1):
            assert line.startswith(f"a.ipynb  [{number}/2]  ok  ") and " MB  " in line
        assert all(ord(c) >= 32 or c == "\n" for c in done.stderr + done.stdout)


def test_a_failing_notebook_does_not_end_the_others_and_is_reported(tmp_path, book):
    book("good.ipynb", "print(1)")
    book("bad.ipynb", "print(1)", "let a = [1]\nprint(a[3])", "print(3)")
    done = vencejo("run", "bad.ipynb", "good.ipynb", "-j", 2, "-o", "out", "--junit", "r.xml", "--summary", "r.md", cwd=tmp_path)
    assert done.returncode == 1
    suites = xml.etree.ElementTree.parse(tmp_path / "r.xml").getroot()
    assert suites.attrib["failures"] == "1" and suites.attrib["tests"] == "4"
    bad = suites.find("testsuite[@name='bad.ipynb']")
    assert [len(case) for case in bad] == [0, 1, 1]
    assert "out of range" in bad.find("testcase/failure").text.lower() or "index" in bad.find("testcase/failure").text.lower()
    assert "1 of 2 passed" in (tmp_path / "r.md").read_text()
    cells = read(tmp_path / "out" / "bad.ipynb").cells
    assert [o.output_type for o in cells[1].outputs] == ["error"] and cells[2].execution_count is None


def test_time_for_a_cell_and_for_a_notebook(tmp_path, book):
    book("slow.ipynb", "print(1)", "while true {}")
    for options in [["--timeout", "0.5"], ["--time-limit", "500 ms"], ["--notebook-time-limit", "1 s"], ["--timeout", "0.5", "--allow-errors", "-j", "1"]]:
        done = vencejo("run", "slow.ipynb", "-o", "out.ipynb", *options, "--junit", "r.xml", cwd=tmp_path)
        assert done.returncode == 1, options
        assert read(tmp_path / "out.ipynb").metadata.vencejo.run.ended in ("timed out", "interrupted")
        root = xml.etree.ElementTree.parse(tmp_path / "r.xml").getroot()
        assert int(root.attrib["failures"]) + int(root.attrib["errors"]) >= 1


def test_memory_of_a_process(tmp_path, book):
    grow = "var kept: [Tensor] = []\nfor _ in 0..<4000 {\n    kept.append(Tensor.ones(1024, 1024))\n}"
    book("hungry.ipynb", grow)
    done = vencejo("run", "hungry.ipynb", "--process-memory-limit", "600 MB", "-o", "out.ipynb", cwd=tmp_path)
    assert done.returncode == 1 and "memory" in done.stderr
    done = vencejo("run", "hungry.ipynb", "--memory-limit", "300 MB", cwd=tmp_path)
    assert done.returncode == 1 and "limit" in done.stderr


def test_parameters_are_injected_as_papermill_does(tmp_path, book):
    source = book("p.ipynb", code("let rate = 0.5\nlet name = \"x\"\nlet steps = 1\nlet on = false", "parameters"), "print(rate, name, steps, on)")
    values = {"rate": 2, "name": "é \"q\"", "steps": 7, "on": True, "list": [1, 2.5], "table": {"a": 1}}
    (tmp_path / "p.yaml").write_text("rate: 2\nname: 'é \"q\"'\nsteps: 7  # seven\non: true\nlist: [1, 2.5]\ntable:\n  a: 1\n")
    (tmp_path / "p.json").write_text(json.dumps(values))
    for file in ["p.yaml", "p.json"]:
        done = vencejo("run", source, "--parameters", file, "-p", "steps=8", "-o", "out.ipynb", cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        cells = read(tmp_path / "out.ipynb").cells
        assert cells[1].metadata.tags == ["injected-parameters"]
        assert cells[1].source.startswith("// Parameters\n")
        assert "var list = [1.0, 2.5]" in cells[1].source and 'var table = ["a": 1]' in cells[1].source
        assert streams(cells[2]) == "2.0 é \"q\" 8 true\n"
        again = vencejo("run", "out.ipynb", "-p", "steps=9", "-o", "again.ipynb", cwd=tmp_path)
        assert again.returncode == 0
        assert len(read(tmp_path / "again.ipynb").cells) == 3
    (tmp_path / "bad.yaml").write_text("a: 1\nb: [2\n")
    done = vencejo("run", source, "--parameters", "bad.yaml", cwd=tmp_path)
    assert done.returncode == 2 and "bad.yaml:2" in done.stderr


def test_tags(tmp_path, book):
    book("t.ipynb", code("let a: Int = \"x\"", "raises-exception"), code("print(undefined)", "skip-execution"), code("print(1)", "remove-output"), "print(2)")
    done = vencejo("run", "t.ipynb", "-o", "out.ipynb", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    cells = read(tmp_path / "out.ipynb").cells
    assert [o.output_type for o in cells[0].outputs] == ["error"]
    assert cells[1].execution_count is None
    assert cells[2].outputs == [] and cells[2].execution_count == 2
    assert streams(cells[3]) == "2\n"


@pytest.mark.parametrize("options", [[], ["--jobs", "1"]])
def test_kill_leaves_what_was_done_or_the_file_as_it_was(tmp_path, book, options):
    source = book("k.ipynb", "print(\"first\")", LONG)
    before = source.read_bytes()
    for kind, target in [("copy", tmp_path / "out.ipynb"), ("in place", source)]:
        place = ["-o", target] if kind == "copy" else ["--in-place"]
        run = start("run", source, *place, *options, start_new_session=True)
        if kind == "copy":
            wait_until(target.exists)
        else:
            time.sleep(1.5)
        os.killpg(run.pid, signal.SIGKILL)
        run.wait()
        if kind == "in place":
            assert source.read_bytes() == before
        else:
            book_now = read(target)
            assert streams(book_now.cells[0]) == "first\n"
            assert book_now.metadata.vencejo.run == {"complete": False, "done": 1}


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("options", [[], ["--jobs", "2"]])
def test_an_interrupted_run_never_counts_as_passed(tmp_path, book, number, options):
    source = book("i.ipynb", "print(1)", code("while true {}", "raises-exception"), "print(3)")
    other = book("j.ipynb", "print(1)", "while true {}")
    run = start("run", source, other, "-o", tmp_path / "out", "--allow-errors", "--junit", tmp_path / "r.xml", *options)
    wait_until((tmp_path / "out" / "i.ipynb").exists)
    run.send_signal(number)
    run.communicate(timeout=60)
    assert run.returncode == 130
    root = xml.etree.ElementTree.parse(tmp_path / "r.xml").getroot()
    assert int(root.attrib["failures"]) + int(root.attrib["errors"]) >= 2
    assert read(tmp_path / "out" / "i.ipynb").metadata.vencejo.run.complete is False


def test_resume_leaves_out_what_is_done_and_goes_on_where_it_ended(tmp_path, book):
    book("a.ipynb", "print(\"a\")")
    slow = "import Foundation\nlet kept = [1, 2, 3]\nThread.sleep(forTimeInterval: 11)\nprint(\"slow\")"
    book("b.ipynb", slow, "print(kept)\nprint(readCSV(\"flag.csv\").count)")
    command = ["run", "a.ipynb", "b.ipynb", "-o", "out", "--resume"]
    first = vencejo(*command, cwd=tmp_path)
    assert first.returncode == 1
    (tmp_path / "flag.csv").write_text("a\n1\n2\n")
    second = vencejo(*command, cwd=tmp_path)
    assert "a.ipynb  up to date" in second.stderr
    assert "b.ipynb  goes on behind cell 1" in second.stderr, second.stderr
    assert "[1/2]" not in second.stderr
    assert second.returncode == 0, second.stderr
    cells = read(tmp_path / "out" / "b.ipynb").cells
    assert streams(cells[0]) == "slow\n" and streams(cells[1]) == "[1, 2, 3]\n2\n"
    assert sorted(os.listdir(tmp_path / "out")) == ["a.ipynb", "b.ipynb"]
    third = vencejo(*command, cwd=tmp_path)
    assert third.returncode == 0 and third.stderr.count("up to date") == 2


def test_two_runs_do_not_write_into_one_file(tmp_path, book):
    source = book("s.ipynb", "print(1)", LONG)
    first = start("run", source, "-o", tmp_path / "out" / "s.ipynb")
    wait_until((tmp_path / "out" / "s.ipynb").exists)
    second = vencejo("run", source, "-o", tmp_path / "out" / "s.ipynb")
    assert second.returncode == 2 and "another run is writing" in second.stderr
    book("other.ipynb", "print(2)")
    assert vencejo("run", tmp_path / "other.ipynb", "-o", tmp_path / "out").returncode == 0
    first.send_signal(signal.SIGINT)
    first.communicate(timeout=60)
    assert sorted(os.listdir(tmp_path / "out")) == ["other.ipynb", "s.ipynb"]


def test_two_runs_at_once_into_one_folder_do_not_mix(tmp_path, book):
    """Each notebook's result is its own, whichever run wrote it; names left over there are none."""
    names = {run: [f"{run}{number}.ipynb" for number in range(4)] for run in ["a", "b"]}
    for run, own in names.items():
        for number, name in enumerate(own):
            book(name, *[f"let v{cell} = \"{run}{number} {cell}\"\nprint(v{cell})" for cell in range(10)])
    runs = [start("run", *own, "-o", "out", "-j", 2, "--summary", f"{run}.md", cwd=tmp_path) for run, own in names.items()]
    for run in runs:
        _, messages = run.communicate(timeout=120)
        assert run.returncode == 0, messages
    assert sorted(os.listdir(tmp_path / "out")) == sorted(names["a"] + names["b"])
    for run, own in names.items():
        for number, name in enumerate(own):
            assert [streams(cell) for cell in read(tmp_path / "out" / name).cells] == [f"{run}{number} {cell}\n" for cell in range(10)]
        assert "4 of 4 passed" in (tmp_path / f"{run}.md").read_text()


def unshared(command):
    """A shell command where this process may mount; None where it may not."""
    if shutil.which("unshare") is None:
        return None
    done = subprocess.run(["unshare", "-m", "bash", "-c", command], capture_output=True, text=True)
    return None if "ermitted" in done.stderr or "denied" in done.stderr and "mount" in done.stderr else done


def test_a_full_disk_leaves_the_file_as_it_was(tmp_path, book):
    source = book("d.ipynb", "for i in 0..<20000 { print(i, \"a long line of text to fill the disk\") }")
    disk = tmp_path / "disk"
    disk.mkdir()
    done = unshared(f"mount -t tmpfs -o size=64k none {disk} && cp {source} {disk}/d.ipynb && {EXECUTABLE} run {disk}/d.ipynb --in-place; echo status $?;"
                    f" cmp {source} {disk}/d.ipynb && echo same; ls -A {disk}")
    if done is None:
        pytest.skip("this user may not mount")
    assert "status 1" in done.stdout and "same" in done.stdout and "no space" in done.stderr.lower(), done.stdout + done.stderr
    assert done.stdout.split("same\n")[1].split() == ["d.ipynb"]


def test_a_full_disk_leaves_an_earlier_result(tmp_path, book):
    """Written cell by cell, a result that no longer fits ends the run; what lay there is a whole notebook still."""
    source = book("d.ipynb", "print(1)", "for i in 0..<20000 { print(i, \"a long line of text to fill the disk\") }")
    disk = tmp_path / "disk"
    disk.mkdir()
    done = unshared(f"mount -t tmpfs -o size=64k none {disk} && cp {source} {disk}/o.ipynb && {EXECUTABLE} run {source} -o {disk}/o.ipynb; echo status $?;"
                    f" cat {disk}/o.ipynb > {tmp_path}/kept.ipynb; ls -A {disk}")
    if done is None:
        pytest.skip("this user may not mount")
    assert "status 1" in done.stdout and "no space" in done.stderr.lower(), done.stdout + done.stderr
    assert done.stdout.split("\n")[1:] == ["o.ipynb", ""]
    assert [cell.source for cell in read(tmp_path / "kept.ipynb").cells] == [cell.source for cell in read(source).cells]


def test_a_folder_that_cannot_be_written_is_told_before_anything_runs(tmp_path, book):
    source = book("r.ipynb", "print(1)")
    disk = tmp_path / "disk"
    disk.mkdir()
    done = unshared(f"mount -t tmpfs none {disk} && cp {source} {disk}/r.ipynb && mount -o remount,ro {disk} && {EXECUTABLE} run {disk}/r.ipynb --in-place; echo status $?;"
                    f" cmp {source} {disk}/r.ipynb && echo same; {EXECUTABLE} run {source} -o {disk}/new/o.ipynb; echo status $?")
    if done is None:
        pytest.skip("this user may not mount")
    assert done.stdout.split("\n")[:3] == ["status 2", "same", "status 2"], done.stdout + done.stderr
    assert "[1/1]" not in done.stderr


def fifty(path):
    cells = ["let a0 = 1"] + [f"let a{i} = a{i - 1} + {i}\nprint(a{i})" for i in range(1, 50)]
    return write(path, *cells)


def test_the_same_outputs_as_nbclient_and_papermill(tmp_path):
    """Also prints what each takes on fifty small cells."""
    source = fifty(tmp_path / "fifty.ipynb")
    times = {}
    for name, command in [
        ("vencejo run", [EXECUTABLE, "run", source, "-o", tmp_path / "vencejo.ipynb"]),
        ("jupyter execute", ["jupyter", "execute", source, f"--kernel_name={KERNEL_NAME}", "--output", tmp_path / "nbclient.ipynb"]),
        ("papermill", ["papermill", source, tmp_path / "papermill.ipynb", "-k", KERNEL_NAME]),
    ]:
        begin = time.monotonic()
        done = subprocess.run([str(part) for part in command], cwd=tmp_path, capture_output=True, text=True)
        times[name] = time.monotonic() - begin
        assert done.returncode == 0, done.stderr
    print({name: f"{seconds:.2f} s" for name, seconds in times.items()})
    books = [[(c.execution_count, streams(c)) for c in read(tmp_path / f"{name}.ipynb").cells] for name in ["vencejo", "nbclient", "papermill"] if (tmp_path / f"{name}.ipynb").exists()]
    assert len(books) >= 2 and all(one == books[0] for one in books)
