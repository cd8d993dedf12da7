"""Interrupts reach every kind of work, keep the variables, and answer the cells that wait."""
import pytest

from conftest import KERNEL_NAME
from interrupt_work import SETUP, WORK, cell, write_table
from kernel_client import KernelClient


@pytest.fixture(scope="module")
def prepared():
    kernel = KernelClient.start(KERNEL_NAME)
    answer = kernel.execute(SETUP, timeout=120)
    assert answer.content["status"] == "ok", answer.content
    yield kernel
    kernel.stop()


@pytest.fixture(scope="module")
def table(tmp_path_factory):
    path = tmp_path_factory.mktemp("interrupts") / "big.csv"
    write_table(path)
    return path


@pytest.mark.parametrize("name", WORK)
def test_work_is_interrupted(prepared, table, name):
    kernel = prepared
    running = kernel.start_cell(cell(name, table))
    kernel.wait_for("stream", running)
    waiting = kernel.start_cell("let ran = true")
    kernel.send("interrupt_request", channel="control")
    replies = {}
    while len(replies) < 2:
        message = kernel.client.get_shell_msg(timeout=60)
        replies[message["parent_header"]["msg_id"]] = message["content"]
    assert replies[running]["status"] == "error", replies[running]
    assert replies[running]["ename"] == "Interrupted", replies[running]
    assert replies[waiting]["status"] == "error" and replies[waiting]["ename"] == "Aborted"
    assert kernel.execute("kept").result == "42"


def test_no_catch_takes_an_interrupt_for_an_error(prepared, table):
    running = prepared.start_cell(f'print("go")\nwhile true {{ do {{ _ = try readCSV("{table}") }} catch {{ print("caught") }} }}')
    prepared.wait_for("stream", running)
    prepared.send("interrupt_request", channel="control")
    answer = prepared.finish_cell(running)
    assert answer.content["ename"] == "Interrupted" and "caught" not in answer.text()


def test_a_question_for_input_is_interrupted(prepared):
    asking = prepared.start_cell("let line = readLine()", allow_stdin=True)
    prepared.client.get_stdin_msg(timeout=30)
    waiting = prepared.start_cell("let ran = true")
    prepared.send("interrupt_request", channel="control")
    assert prepared.finish_cell(asking).content["status"] == "error"
    assert prepared.finish_cell(waiting).content["ename"] == "Aborted"
    assert prepared.execute("kept").result == "42"
