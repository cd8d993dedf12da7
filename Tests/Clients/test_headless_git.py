"""Notebooks in git, and the recipes for continuous integration."""
import os
import pathlib
import re
import shutil
import subprocess

import pytest

from conftest import EXECUTABLE, ROOT
from headless import read, streams, vencejo, write

pytestmark = pytest.mark.timeout(600)

RECIPES = ROOT / "docs" / "ci"


@pytest.fixture
def repository(tmp_path):
    """A repository with the drivers set up as the documentation says."""
    def git(*arguments, check=True):
        return subprocess.run(["git", "-c", "user.name=t", "-c", "user.email=t@example.org", *arguments], cwd=tmp_path, capture_output=True, text=True, check=check)

    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    git("init", "-q", "-b", "main")
    text = (ROOT / "docs" / "headless.md").read_text()
    for line in re.findall(r"^git config .*$|^echo .*gitattributes$", text, re.MULTILINE):
        subprocess.run(["bash", "-c", line], cwd=tmp_path, check=True)
    git("add", ".gitattributes")
    return tmp_path, git


def run_in_place(path):
    done = vencejo("run", path, "--in-place")
    assert done.returncode == 0, done.stderr


def test_a_diff_shows_cells_and_no_outputs(repository):
    folder, git = repository
    path = write(folder / "n.ipynb", "let a = 1", "print(a)")
    git("add", "."), git("commit", "-qm", "one")
    run_in_place(path)
    assert git("diff").stdout == ""
    path.write_text(path.read_text().replace("let a = 1", "let a = 2"))
    diff = git("diff").stdout
    assert "-let a = 1" in diff and "+let a = 2" in diff and "outputs" not in diff


def test_a_merge_goes_cell_by_cell(repository):
    folder, git = repository
    path = write(folder / "n.ipynb", "let a = 1", "print(a)", "print(3)")
    run_in_place(path)
    git("add", "."), git("commit", "-qm", "base")
    git("checkout", "-qb", "side")
    path.write_text(path.read_text().replace("let a = 1", "let a = 20"))
    run_in_place(path)
    git("commit", "-qam", "side")
    git("checkout", "-q", "main")
    path.write_text(path.read_text().replace("print(3)", "print(30)"))
    run_in_place(path)
    git("commit", "-qam", "main")
    merge = git("merge", "side", check=False)
    assert merge.returncode == 0, merge.stdout + merge.stderr
    book = read(path)
    assert [cell.source for cell in book.cells] == ["let a = 20", "print(a)", "print(30)"]
    assert streams(book.cells[2]) == "30\n"


def test_a_conflict_is_a_notebook_with_marks(repository):
    folder, git = repository
    path = write(folder / "n.ipynb", "let a = 1")
    git("add", "."), git("commit", "-qm", "base")
    git("checkout", "-qb", "side")
    path.write_text(path.read_text().replace("let a = 1", "let a = 2"))
    git("commit", "-qam", "side")
    git("checkout", "-q", "main")
    path.write_text(path.read_text().replace("let a = 1", "let a = 3"))
    git("commit", "-qam", "main")
    merge = git("merge", "side", check=False)
    assert merge.returncode == 1 and "conflict" in merge.stderr.lower() + merge.stdout.lower()
    assert read(path).cells[0].source.split("\n") == ["<<<<<<< ours", "let a = 3", "=======", "let a = 2", ">>>>>>> theirs"]
    assert "UU n.ipynb" in git("status", "--short").stdout


def test_clean_is_a_filter(repository):
    folder, git = repository
    subprocess.run(["git", "config", "filter.vencejo.clean", "vencejo clean -"], cwd=folder, check=True)
    (folder / ".gitattributes").write_text("*.ipynb filter=vencejo\n")
    path = write(folder / "n.ipynb", "print(1)")
    run_in_place(path)
    git("add", "."), git("commit", "-qm", "one")
    assert '"outputs": []' in git("show", "HEAD:n.ipynb").stdout
    assert streams(read(path).cells[0]) == "1\n"


def test_the_hook_stops_what_is_not_right(repository):
    folder, git = repository
    hook = folder / ".git" / "hooks" / "pre-commit"
    shutil.copy(RECIPES / "pre-commit", hook)
    (folder / "some where").mkdir()
    path = write(folder / "some where" / "n.ipynb", "print(a)")
    git("add", ".")
    refused = git("commit", "-qm", "bad", check=False)
    assert refused.returncode != 0 and "'a'" in refused.stdout + refused.stderr
    write(path, "let a = 1\nprint(a)")
    git("add", ".")
    assert git("commit", "-qm", "good", check=False).returncode == 0


def test_the_make_rules(tmp_path):
    (tmp_path / "notebooks").mkdir()
    write(tmp_path / "notebooks" / "a.ipynb", "plt.plot([1, 2])\nplt.show()")
    write(tmp_path / "notebooks" / "b.ipynb", "print(1)")
    shutil.copy(RECIPES / "notebooks.mk", tmp_path)

    def make(*targets):
        return subprocess.run(["make", "-f", "notebooks.mk", *targets], cwd=tmp_path, capture_output=True, text=True)

    assert make("figures").returncode == 0
    assert (tmp_path / "figures" / "a-01.svg").exists()
    assert "vencejo run" not in make("results").stdout
    os.utime(tmp_path / "notebooks" / "b.ipynb", (2e9, 2e9))
    assert make("results").stdout.count("vencejo run") == 1
    assert make("check").returncode == 2
    write(tmp_path / "notebooks" / "b.ipynb", "print(1", )
    os.utime(tmp_path / "notebooks" / "b.ipynb", (2.1e9, 2.1e9))
    assert make("results").returncode == 2
    assert not (tmp_path / "results" / "b.ipynb").exists() and (tmp_path / "results" / "b.ipynb.failed").exists()


def steps(recipe):
    """The shell commands of a recipe."""
    import yaml

    book = yaml.safe_load((RECIPES / recipe).read_text())
    if recipe == "github-actions.yml":
        return [step["run"] for job in book["jobs"].values() for step in job["steps"] if "run" in step]
    return book["notebooks"]["before_script"] + book["notebooks"]["script"]


@pytest.mark.parametrize("recipe", ["github-actions.yml", "gitlab-ci.yml"])
def test_the_recipes_commands_work(recipe, tmp_path):
    """Every command that is about notebooks runs, as it is written; the others are well formed."""
    pytest.importorskip("yaml")
    (tmp_path / "notebooks").mkdir()
    write(tmp_path / "notebooks" / "a.ipynb", "plt.plot([1, 2])\nplt.show()")
    environment = dict(os.environ, GITHUB_STEP_SUMMARY=str(tmp_path / "step.md"))
    ran = 0
    for command in steps(recipe):
        assert subprocess.run(["bash", "-n", "-c", command]).returncode == 0, command
        if "vencejo/" in command and "swift build" in command or "git clone" in command or "install-packages" in command or "swift build" in command or "export PATH" in command:
            assert (ROOT / "scripts" / "install-packages.sh").exists()
            continue
        done = subprocess.run(["bash", "-eo", "pipefail", "-c", command], cwd=tmp_path, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, (command, done.stderr)
        ran += 1
    assert ran >= 3
    assert (tmp_path / "results" / "a.ipynb").exists() and (tmp_path / "figures" / "figures.json").exists()
    assert (tmp_path / "results.xml").exists() and "1 of 1 passed" in (tmp_path / "summary.md").read_text()


def test_the_pre_commit_tools_hooks(tmp_path):
    yaml = pytest.importorskip("yaml")
    hooks = yaml.safe_load((RECIPES / "pre-commit-config.yaml").read_text())["repos"][0]["hooks"]
    good = write(tmp_path / "a.ipynb", "print(1)")
    for hook in hooks:
        assert re.search(hook["files"], "notebooks/a.ipynb")
        assert subprocess.run([*hook["entry"].split(), good]).returncode == 0
