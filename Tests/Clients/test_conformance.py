"""Every program of Tests/Conformance does in vencejo what it does when the Swift compiler compiles it."""
import shutil
import sys

import pytest

from conftest import EXECUTABLE, ROOT

sys.path.insert(0, str(ROOT / "Tests" / "Conformance"))
import run as conformance  # noqa: E402

# All programs are compiled before the first test: on a busy machine that takes minutes.
pytestmark = pytest.mark.timeout(1200)

PROGRAMS = conformance.programs()
# What vencejo does not do yet, a program a line. One that has come to pass has to leave the list.
KNOWN = set((ROOT / "Tests" / "Conformance" / "known-failures.txt").read_text().split())


def test_known_failures_are_programs():
    assert KNOWN <= {each.name for each in PROGRAMS}


@pytest.fixture(scope="module")
def failures():
    if shutil.which("swiftc") is None:
        pytest.fail("the Swift compiler, which judges these programs, is not on the path")
    return {each.name: failure for each, failure in conformance.compare(PROGRAMS, EXECUTABLE)}


def parameter(name):
    return pytest.param(name, marks=pytest.mark.xfail(strict=True) if name in KNOWN else ())


@pytest.mark.parametrize("name", [parameter(each.name) for each in PROGRAMS])
def test_program(name, failures):
    assert failures[name] is None, failures[name]
