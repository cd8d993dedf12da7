"""The console that Jupyter ships, driven as a user would."""
import os
import sys

import pexpect
import pytest

from conftest import KERNEL_NAME

PROMPT = r"In \[\d+\]: "


@pytest.fixture
def console():
    child = pexpect.spawn(
        sys.executable,
        ["-m", "jupyter", "console", "--kernel", KERNEL_NAME, "--simple-prompt"],
        env={**os.environ, "TERM": "dumb", "PYDEVD_DISABLE_FILE_VALIDATION": "1"},
        encoding="utf-8", timeout=30, dimensions=(40, 200))
    child.expect(PROMPT)
    yield child
    child.close(force=True)


def test_values_text_and_state(console):
    console.sendline("1 + 1")
    console.expect(r"Out\[\d+\]: *\r?\n?2")
    console.expect(PROMPT)
    console.sendline('print("hello, " + "world")')
    console.expect("hello, world\r?\n")
    console.expect(PROMPT)
    console.sendline("let kept = 42")
    console.expect(PROMPT)
    console.sendline("kept")
    console.expect("42")
    console.expect(PROMPT)


def test_banner_names_the_kernel(console):
    assert "Vencejo" in console.before


def test_errors_are_shown_and_do_no_harm(console):
    console.sendline('let x: Int = "a"')
    console.expect(r"\^")
    console.expect(PROMPT)
    console.sendline("6 * 7")
    console.expect("42")


def test_interrupt_by_control_c(console):
    console.sendline("while true {}")
    console.expect("while true")
    with pytest.raises(pexpect.TIMEOUT):
        console.expect(PROMPT, timeout=1)
    console.sendintr()
    console.expect("(?i)interrupted")
    console.expect(PROMPT)
    console.sendline("6 * 7")
    console.expect("42")


def test_end_of_input_ends_the_kernel(console):
    console.sendeof()
    console.expect("exit")
    console.sendline("y")
    console.expect(pexpect.EOF)
