"""Notebooks exported as a Swift package: built once, run, and compared with what the notebooks print."""
import difflib
import os
import pathlib
import re
import shutil
import subprocess

import nbformat
import pytest

from conftest import EXECUTABLE, ROOT
from headless import figures, printed, read, repository_notebooks, vencejo, write

MINUTES = 60
# The library is built a second time for it, which takes about as long as all other tests together: `make programs`.
pytestmark = [
    pytest.mark.timeout(60 * MINUTES),
    pytest.mark.skipif("VENCEJO_PROGRAMS" not in os.environ, reason="builds the library anew: run 'make programs'"),
]

# What means something else in a program: a number literal is no tensor for the compiler, it would make `0.0 / 0` ambiguous;
# a display is not changed after it was printed, and nothing takes a widget's place; a program is called by another name.
DIFFERENT = ["let x: Tensor = 3", "let x: Tensor = 0.5", "updateDisplay(", "clearOutput(", "display(3)", "page.capture", "CommandLine.arguments", "print(Date.now)", "interact("]

# Names that later cells declare again: what earlier functions see of it is the same in a program.
NAMES = [
    "var x = 1\nlet shown = { x }\nfunc seen() -> Int { x * 10 }\nprint(seen(), shown())",
    "let x = x + 1\nprint(x, seen(), shown())",
    "let x = \"text\"\nprint(x, seen(), shown())",
    "struct P: Equatable { var a = 1 }\nfunc old() -> P { P() }\nprint(P(), [P()], old())",
    "struct P { var b = [2]\n static let zero = P(b: []) }\nenum Suit: Hashable { case clubs, hearts(Int) }\nclass Node { var next: Node?\n init() {} }\nlet p = P()\nprint(p, [p], old(), [old()], P.zero, old() == old())",
    "extension P { func twice() -> P { P(b: b + b) } }\nprint(p.twice(), [\"k\": p], Optional(p) as Any, (1, p), [Suit.hearts(2), .clubs], Suit.clubs, [Node()], Node(), P.self, [P.self])",
    "let all: [P] = [.zero, p]\nfunc first<S: Sequence>(_ s: S) -> P? where S.Element == P { for x in s { return x }; return nil }\nprint(first(all) as Any, \"\\(all) \\(Suit.clubs)\", String(describing: all), all.description)",
    "func f(_ x: Int, by y: Int = 1) -> Int { x + y }\nfunc g() -> Int { f(1) }\nlet h = f\nprint(f(2), g(), h(1, 1))",
    "func f(_ x: Int, by y: Int = 1) -> Int { x * 100 }\nprint(f(2), g(), h(1, 1))",
    "struct V { var a = 1 }\nfunc + (l: V, r: V) -> V { V(a: l.a + r.a) }\nfunc sum() -> V { V() + V() }\nprint(sum())",
    "func + (l: V, r: V) -> V { V(a: -1) }\nprint(sum(), V() + V())",
    "let (q, r) = (7, 2)\nlet k = { q }\nprint(k())", "let (q, s) = (8, 3)\nprint(k(), q, s)",
    "struct Two: Layer {\n var dense = Dense(2)\n func callAsFunction(_ x: Tensor, and y: Tensor) -> (Tensor, Tensor) { (dense(x), dense(y)) }\n}",
    "var two = Two()\nlet ones = Tensor.ones(1, 3)\nlet (loss, slope) = valueWithGradient(at: two) { two in\n let (u, v) = two(ones, and: ones * 2)\n return (u * v).mean()\n}\nSGD(learningRate: 0.1).update(&two, along: slope)\nlet (u, v) = two(ones, and: ones)\nprint(u.shape, v.shape, loss.item() > 0, slope.paths)",
    "print(abs(-1), [1, 2] + [3], atan2(1, 1))", "let abs = 5\nprint(abs)", "p\n", "[p]", "Suit.hearts(3)", "\"text\"",
]


# So many examples make a program: the compiler's time grows faster than a program's length.
PART = 150


def parts(reference):
    """The examples of the library as notebooks that the compiler takes in good time."""
    cells = [
        cell.source for cell in nbformat.read(reference, as_version=4).cells
        if cell.cell_type == "code" and not any(part in cell.source for part in DIFFERENT)
    ]
    starts = range(0, len(cells), PART)
    return [write(reference.with_name(f"reference-{number:02}.ipynb"), *cells[start:start + PART]) for number, start in enumerate(starts)]


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    """All notebooks of the repository, and all examples of the library, as one package that has been built.

    The build is kept, so that only what has changed is built the next time.
    """
    if shutil.which("swift") is None:
        pytest.skip("swift is not on the search path")
    folder = ROOT / ".build" / "exported"
    folder.mkdir(parents=True, exist_ok=True)
    reference = folder / "reference.ipynb"
    assert vencejo("reference", "-o", reference).returncode == 0
    names = write(folder / "names.ipynb", *NAMES)
    books = [*repository_notebooks(all=True).values(), *parts(reference), names]
    done = vencejo("export", *books, "--to", "swift-package", "-o", folder / "programs", "--package", ROOT)
    assert done.returncode == 0, done.stderr
    for stale in (folder / "programs" / "Sources").iterdir():
        if stale.name not in {book.stem for book in books}:
            shutil.rmtree(stale)
    done = subprocess.run(["swift", "build", "-c", "release", "--package-path", folder / "programs"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    return folder / "programs"


def test_the_package_builds_the_numeric_part_alone(package):
    """Neither the parser nor the kernel is built for a program."""
    folder = package / ".build" / "release"
    built = {path.name for path in folder.glob("*.build")}
    assert "Tensors.build" in built and "Vencejo.build" in built
    for name in ["SwiftSyntax", "SwiftParser", "Language", "Bindings", "Session", "JupyterKernel", "Crypto"]:
        assert not any((folder / f"{name}.build").glob("**/*.o")), name


def executed(source, folder, *options):
    """A notebook as it runs here and now: the program and the notebook are to use the same arithmetic."""
    done = vencejo("run", source, "-o", folder / "executed.ipynb", *options)
    assert done.returncode == 0, done.stderr[-4000:]
    return read(folder / "executed.ipynb")


def program(package, name, cwd, folder):
    """What a program prints, and the drawings it keeps."""
    environment = dict(os.environ, VENCEJO_FIGURES=str(folder / "figures"))
    done = subprocess.run([package / ".build" / "release" / name], cwd=cwd, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-1000:] + done.stderr[-3000:]
    drawn = [path.read_text() for path in sorted((folder / "figures").glob("*.svg"))] if (folder / "figures").exists() else []
    return done.stdout, drawn


@pytest.mark.parametrize("name", sorted(repository_notebooks()))
def test_a_program_prints_what_its_notebook_prints(package, name, tmp_path):
    source = repository_notebooks(all=True)[name]
    book = executed(source, tmp_path)
    text, drawn = program(package, name, source.parent, tmp_path)
    assert text == printed(book)
    assert drawn == figures(book)


def test_names_declared_again_mean_the_same_in_a_program(package, tmp_path):
    book = executed(package.parent / "names.ipynb", tmp_path)
    text, _ = program(package, "names", tmp_path, tmp_path)
    assert text == printed(book)


def in_one_order(line):
    """A dictionary's pairs in the order of their keys: Swift's own differs from run to run."""
    return re.sub(r"\[(\"\w+\": \w+(?:, \"\w+\": \w+)+)\]", lambda match: "[" + ", ".join(sorted(match[1].split(", "))) + "]", line)


def test_every_example_of_the_library_does_the_same_in_a_program(package, tmp_path):
    """All of them, so that one list tells what differs."""
    different = {}
    books = sorted(package.parent.glob("reference-*.ipynb"))
    assert books
    for source in books:
        book = executed(source, tmp_path)
        text, _ = program(package, source.stem, tmp_path, tmp_path)
        lines = [[in_one_order(line) for line in each.splitlines()] for each in (printed(book), text)]
        if lines[0] != lines[1]:
            different[source.stem] = list(difflib.unified_diff(*lines, "notebook", "program", lineterm="", n=1))
    assert not different, "\n".join(line for lines in different.values() for line in lines[:200])
