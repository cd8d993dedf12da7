"""The history on disk, which several kernels share."""
import os
import pathlib
import sqlite3
import time

import pytest

from conftest import KERNEL_NAME
from kernel_client import KernelClient


@pytest.fixture
def start(tmp_path):
    """Starts kernels whose history is in a folder of the test's own."""
    started = []

    def start(**variables):
        environment = {**os.environ, "JUPYTER_DATA_DIR": str(tmp_path), **variables}
        client = KernelClient.start_with(KERNEL_NAME, environment)
        started.append(client)
        return client

    yield start
    for client in started:
        client.stop()


def ask(kernel, access, output=False, **content):
    return kernel.ask("history_request", {
        "hist_access_type": access, "output": output, "raw": True, **content}).content["history"]


def end(kernel):
    kernel.client.shutdown()
    kernel.process.wait(timeout=10)


def test_a_later_kernel_knows_what_earlier_ones_ran(start, tmp_path):
    first = start()
    first.execute("let x = 40 + 2")
    first.execute("x")
    end(first)
    assert (tmp_path / "vencejo" / "history.sqlite").exists()
    second = start()
    second.execute('print("é😀")')
    [one, two, three] = ask(second, "tail", n=10)
    assert (one[2], two[2], three[2]) == ("let x = 40 + 2", "x", 'print("é😀")')
    assert one[0] == two[0] != three[0] and (one[1], two[1], three[1]) == (1, 2, 1)
    assert ask(second, "tail", output=True, n=2)[0][2] == ["x", "42"]
    assert [row[2] for row in ask(second, "range", session=-1, start=1, stop=3)] == ["let x = 40 + 2", "x"]
    assert [row[2] for row in ask(second, "range", session=0, start=1)] == ['print("é😀")']
    assert [row[2] for row in ask(second, "search", pattern="*x*", n=5)] == ["let x = 40 + 2", "x"]


def test_equal_texts_are_given_once_when_wanted(start):
    kernel = start()
    for code in ["1 + 1", "2", "1 + 1"]:
        kernel.execute(code)
    kernel.execute("hidden", store_history=False)
    assert [row[1:] for row in ask(kernel, "search", pattern="*", unique=True)] == [[2, "2"], [3, "1 + 1"]]
    assert len(ask(kernel, "search", pattern="*")) == 3


def test_two_kernels_at_once_share_the_file(start):
    kernels = [start(), start()]
    for number in range(20):
        for index, kernel in enumerate(kernels):
            kernel.execute(f"{index} * 100 + {number}")
    seen = [row[2] for row in ask(kernels[0], "tail", n=100)]
    # What the other has written is there at the latest when it has ended.
    end(kernels[1])
    seen = [row[2] for row in ask(kernels[0], "tail", n=100)]
    assert sorted(seen) == sorted(f"{i} * 100 + {n}" for i in range(2) for n in range(20))


def test_it_can_be_switched_off_or_put_elsewhere(start, tmp_path):
    kernel = start(VENCEJO_HISTORY="off")
    kernel.execute("1")
    assert [row[2] for row in ask(kernel, "tail", n=5)] == ["1"]
    assert not (tmp_path / "vencejo").exists()
    other = start(VENCEJO_HISTORY=str(tmp_path / "mine" / "h.db"))
    other.execute("2")
    assert [row[2] for row in ask(other, "tail", n=5)] == ["2"]
    assert pathlib.Path(tmp_path / "mine" / "h.db").exists()


def test_no_answer_waits_for_a_file_that_another_process_holds(start, tmp_path):
    kernel = start()
    kernel.execute("let kept = 1")
    assert [row[2] for row in ask(kernel, "tail", n=1)] == ["let kept = 1"]
    other = sqlite3.connect(tmp_path / "vencejo" / "history.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    begin = time.monotonic()
    kernel.execute("kept + 1")
    question = kernel.send("history_request", {"hist_access_type": "tail", "output": False, "raw": True, "n": 5})
    for number in range(20):
        assert kernel.execute(f"kept + {number}").content["status"] == "ok"
    assert kernel.ask("complete_request", {"code": "kep", "cursor_pos": 3}).content["matches"]
    # The file is waited for 5 seconds.
    assert time.monotonic() - begin < 3
    other.execute("ROLLBACK")
    rows = [row[2] for row in kernel.reply_to(question)["content"]["history"]]
    assert rows[-1].startswith("kept + ")
    # Nor does the kernel's end wait longer than a moment.
    other.execute("BEGIN IMMEDIATE")
    kernel.execute("kept")
    begin = time.monotonic()
    end(kernel)
    assert time.monotonic() - begin < 3
    other.close()
