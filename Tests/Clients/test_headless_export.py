"""Notebooks as programs, pages and texts, and their figures."""
import hashlib
import json
import pathlib
import re
import shutil
import subprocess
import xml.etree.ElementTree

import nbformat
import pytest

from conftest import EXECUTABLE, ROOT
from headless import code, read, streams, vencejo, write

pytestmark = pytest.mark.timeout(600)

FIGURES = ["# Loss", "plt.plot([1, 2, 4], label: \"a\")\nplt.title(\"Falls & rises\")\nplt.show()",
           "//| label: second one\n//| fig-cap: A caption\nplt.scatter([1, 2], [3, 4])\nplt.show()"]


def figures_book(path):
    done = vencejo("run", write(path, nbformat.v4.new_markdown_cell(FIGURES[0]), *FIGURES[1:]), "--in-place")
    assert done.returncode == 0, done.stderr
    return path


def test_figures_with_their_manifest(tmp_path):
    book = figures_book(tmp_path / "n.ipynb")
    assert vencejo("figures", book, "--out", tmp_path / "f").returncode == 0
    entries = json.loads((tmp_path / "f" / "figures.json").read_text())["figures"]
    assert [entry["file"] for entry in entries] == ["n-01-loss.svg", "second-one.svg"]
    for entry in entries:
        data = (tmp_path / "f" / entry["file"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == entry["sha256"] and len(data) == entry["bytes"]
        assert entry["width"] > 100 and entry["height"] > 100 and entry["alt"]
        xml.etree.ElementTree.fromstring(data)
    assert entries[1]["caption"] == "A caption" and entries[1]["cell"] == 2 and entries[1]["id"] == "cell-2"
    stamps = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "f").iterdir()}
    assert "0 written" in vencejo("figures", book, "--out", tmp_path / "f").stdout
    assert stamps == {path.name: path.stat().st_mtime_ns for path in (tmp_path / "f").iterdir()}


@pytest.mark.parametrize("kind, mark", [("png", b"\x89PNG"), ("pdf", b"%PDF")])
def test_figures_as_pictures(tmp_path, kind, mark):
    if shutil.which("rsvg-convert") is None:
        pytest.skip("rsvg-convert is not installed")
    book = figures_book(tmp_path / "n.ipynb")
    for folder in ["f", "g"]:
        assert vencejo("figures", book, "--out", tmp_path / folder, "--format", kind).returncode == 0
    first, second = [(tmp_path / folder / f"second-one.{kind}").read_bytes() for folder in ["f", "g"]]
    assert first.startswith(mark) and first == second
    assert "0 written" in vencejo("figures", book, "--out", tmp_path / "f", "--format", kind).stdout


def test_outputs_are_compared_and_updated(tmp_path):
    path = write(tmp_path / "n.ipynb", "print(1.0)", code("print(2.0)", vencejo={"check": {"tolerance": 0.1}}), code("print(\"x\")", "ignore-output"), "plt.plot([1, 2])\nplt.show()")
    vencejo("run", path, "--in-place")
    assert vencejo("check", "--outputs", path).returncode == 0
    text = path.read_text()
    path.write_text(text.replace('"1.0\\n"', '"1.5\\n"').replace('"2.0\\n"', '"2.01\\n"').replace('"x\\n"', '"y\\n"'))
    done = vencejo("check", "--outputs", path)
    assert done.returncode == 1
    assert "cell 1: print(1.0)" in done.stdout and "- 1.5" in done.stdout and "+ 1.0" in done.stdout
    assert "cell 2" not in done.stdout and "cell 3" not in done.stdout
    assert vencejo("check", "--outputs", "--update", path).returncode == 0
    assert path.read_text() == text.replace('"2.0\\n"', '"2.01\\n"').replace('"x\\n"', '"y\\n"')
    path.write_text(path.read_text().replace("M", "m", 1) if "M" in text else text)
    book = json.loads(text)
    book["cells"][3]["outputs"][0]["data"]["image/svg+xml"][1] += " "
    path.write_text(json.dumps(book, indent=1))
    assert "image/svg+xml" in vencejo("check", "--outputs", path).stdout


def test_a_page_stands_alone(tmp_path):
    book = figures_book(tmp_path / "n.ipynb")
    assert vencejo("export", book, "--to", "html", "-o", tmp_path / "n.html", "--fold-code").returncode == 0
    html = (tmp_path / "n.html").read_text()
    assert html.count("<svg") == 2 and "<details>" in html and "prefers-color-scheme: dark" in html and "<title>" in html
    for attribute in re.findall(r"\b(?:src|href)=\"([^\"]*)\"", html):
        assert attribute.startswith(("data:", "#")), attribute
    assert "<script" not in html and "@import" not in html
    from html.parser import HTMLParser

    class Balance(HTMLParser):
        open = []

        def handle_starttag(self, tag, attrs):
            if tag not in {"meta", "hr", "br", "img", "link"}:
                self.open.append(tag)

        def handle_endtag(self, tag):
            assert self.open.pop() == tag

    parser = Balance()
    parser.feed(html)
    assert parser.open == []


def test_markdown_latex_and_script(tmp_path):
    book = figures_book(tmp_path / "n.ipynb")
    assert vencejo("export", book, "--to", "markdown", "-o", tmp_path / "n.md").returncode == 0
    text = (tmp_path / "n.md").read_text()
    for name in re.findall(r"!\[[^\]]*\]\(([^)]*)\)", text):
        assert (tmp_path / name).exists()
    if shutil.which("rsvg-convert"):
        assert vencejo("export", book, "--to", "latex", "-o", tmp_path / "n.tex").returncode == 0
        text = (tmp_path / "n.tex").read_text()
        names = re.findall(r"includegraphics\[[^\]]*\]\{([^}]*)\}", text)
        assert len(names) == 2 and all((tmp_path / name).read_bytes().startswith(b"%PDF") for name in names)
    assert vencejo("export", book, "--to", "script", "-o", tmp_path / "n.swift").returncode == 0
    assert (tmp_path / "n.swift").read_text().startswith("import Foundation\nimport Vencejo\n")
