"""What all client tests share: the kernel as Jupyter finds it, in folders that belong to the tests alone.

The executable under test is `.build/release/vencejo`, or what the variable VENCEJO names.
"""
import os
import pathlib
import subprocess
import sys
import tempfile

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
KERNEL_NAME = "vencejo"
EXECUTABLE = pathlib.Path(
    os.environ.get("VENCEJO", ROOT / ".build" / "release" / "vencejo")).absolute()

_folders = tempfile.TemporaryDirectory(prefix="vencejo-clients-")


def pytest_configure(config):
    """Installs the kernelspec before a test module asks for it.

    Nothing of the user's own Jupyter is read or written.
    """
    if not EXECUTABLE.exists():
        raise pytest.UsageError(f"{EXECUTABLE} is not there: build it, or name another in VENCEJO")
    folder = pathlib.Path(_folders.name)
    for variable in ["CONFIG_DIR", "DATA_DIR", "RUNTIME_DIR"]:
        os.environ[f"JUPYTER_{variable}"] = str(folder / variable.lower())
        (folder / variable.lower()).mkdir(exist_ok=True)
    os.environ["IPYTHONDIR"] = str(folder / "ipython")
    os.environ["JUPYTER_PATH"] = str(folder / "share" / "jupyter")
    # `jupyter`, `papermill` and `python` are those of the environment that runs the tests.
    python = pathlib.Path(sys.executable).parent
    os.environ["PATH"] = f"{EXECUTABLE.parent}:{python}:{os.environ['PATH']}"
    subprocess.run([EXECUTABLE, "install", "--prefix", folder], check=True,
                   stdout=subprocess.DEVNULL)


def pytest_unconfigure(config):
    _folders.cleanup()


@pytest.fixture
def kernel():
    """A kernel of this test's own."""
    from kernel_client import KernelClient

    client = KernelClient.start(KERNEL_NAME)
    yield client
    client.stop()


@pytest.fixture(scope="module")
def shared_kernel():
    """One kernel for the tests of a module that leave it as they found it."""
    from kernel_client import KernelClient

    client = KernelClient.start(KERNEL_NAME)
    yield client
    client.stop()
