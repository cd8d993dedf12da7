#!/usr/bin/env python3
"""Runs every program of this folder with the Swift compiler and with vencejo, and compares.

    python run.py [--vencejo PATH] [--only FOLDER[/NAME] …] [--details] [--failures FILE]

What is expected comes from swiftc alone. All programs are compiled one by one, each as a module of its own, and linked
into one executable that runs the one it is told to; the whole takes under a minute on two cores.

Three kinds of program, told apart by comments in them:

- no mark: it runs to its end, and standard output must be the same bytes;
- `// traps: WORDS` at the end of a line: the compiled program traps there. Standard output must agree up to that point,
  and vencejo ends with status 1 and an error at that line that contains the words;
- `// rejected: WORDS; WORDS` at the end of a line: it does not compile. The first error of both must lie on that line,
  and contain all of the words.
"""
import argparse
import concurrent.futures
import dataclasses
import functools
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SECONDS = 20
MARK = re.compile(r"//\s*(traps|rejected):\s*(.*?)\s*$")
ENTRY = """#include <stdio.h>
#include <string.h>
%(declarations)s
int main(int count, char **arguments) {
    setvbuf(stdout, 0, _IOLBF, 0);
    const char *name = count > 1 ? arguments[1] : "";
%(calls)s
    return 127;
}
"""


@dataclasses.dataclass
class Program:
    path: pathlib.Path
    index: int

    def __post_init__(self):
        self.name = str(self.path.relative_to(HERE).with_suffix(""))
        self.folder = self.name.split("/")[0]
        self.module = f"Conformance{self.index:04}"
        self.kind, self.line, self.words = "runs", None, []
        for number, line in enumerate(self.path.read_text().splitlines(), 1):
            if mark := MARK.search(line):
                self.kind, self.line = mark[1], number
                self.words = [part.strip() for part in mark[2].split(";") if part.strip()]


@dataclasses.dataclass
class Outcome:
    status: int
    stdout: str
    stderr: str


def programs(only=()):
    paths = sorted(HERE.glob("*/*.swift"))
    every = [Program(path, index) for index, path in enumerate(paths)]
    return [each for each in every
            if not only or any(each.name == o or each.folder == o.strip("/") for o in only)]


def run(command, **options):
    # In bytes: an output that is not UTF-8 is a difference, not a failure of this script.
    try:
        done = subprocess.run(command, capture_output=True, timeout=SECONDS,
                              stdin=subprocess.DEVNULL, **options)
        return Outcome(done.returncode, *(part.decode(errors="replace") for part in (done.stdout, done.stderr)))
    except subprocess.TimeoutExpired as late:
        return Outcome(-1, (late.stdout or b"").decode(errors="replace"), f"no end after {SECONDS} seconds")


def parallel(work, items):
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(work, items))


# MARK: What the Swift compiler says

def compile_one(program, folder):
    """None, or what the compiler says against a program that should compile."""
    entry = f"main_{program.module}"
    done = run(["swiftc", "-c", "-Onone", "-suppress-warnings", "-module-name", program.module, "-Xfrontend",
                "-entry-point-function-name", "-Xfrontend", entry, program.path,
                "-o", folder / f"{program.module}.o"])
    return None if done.status == 0 else done.stderr


def first_error(text):
    """Line and message of the first error in a compiler's or vencejo's diagnostics."""
    if found := re.search(r"^\S*?:(\d+):\d+: error: (.*)$", text, re.MULTILINE):
        return int(found[1]), found[2]
    # A debug build of vencejo says first that it is one.
    lines = [line for line in text.strip().split("\n") if not re.match("(warning|help): ", line)]
    return None, lines[0] if lines else "no error"


def judged(selected, folder):
    """For each program what swiftc, or the program it made, did."""
    folder = pathlib.Path(folder)
    found = {}
    running = [each for each in selected if each.kind != "rejected"]
    for program, error in zip(running, parallel(lambda each: compile_one(each, folder), running)):
        if error is not None:
            found[program.name] = Outcome(1, "", "does not compile: " + error)
    compiled = [each for each in running if each.name not in found]
    entry = folder / "entry.c"
    entry.write_text(ENTRY % {
        "declarations": "\n".join(f"int main_{each.module}(int, char **);" for each in compiled),
        "calls": "\n".join(f'    if (!strcmp(name, "{each.module}")) return main_{each.module}(count, arguments);'
                           for each in compiled)})
    subprocess.run(["clang", "-c", entry, "-o", folder / "entry.o"], check=True)
    executable = folder / "programs"
    objects = [folder / f"{each.module}.o" for each in compiled]
    subprocess.run(["swiftc", folder / "entry.o", *objects, "-lm", "-o", executable], check=True)
    quiet = dict(os.environ, SWIFT_BACKTRACE="enable=no")
    for program, outcome in zip(compiled, parallel(
            lambda each: run([executable, each.module], env=quiet), compiled)):
        # A type declared in a cell is printed without a module's name.
        plain = outcome.stdout.replace(program.module + ".", "")
        outcome.stdout = re.sub(r"\(unknown context at \$[0-9a-f]+\)\.", "", plain)
        found[program.name] = outcome
    refused = [each for each in selected if each.kind == "rejected"]
    for program, outcome in zip(refused, parallel(
            lambda each: run(["swiftc", "-emit-sil", "-suppress-warnings", each.path, "-o", os.devnull]), refused)):
        found[program.name] = outcome
    return found


# MARK: Comparing

def short(text, width=150):
    return text if len(text) <= width else text[:width] + "…"


def difference(expected, found):
    """The first line in which two outputs differ; None when they are the same."""
    if expected == found:
        return None
    left, right = expected.split("\n"), found.split("\n")
    for number, pair in enumerate(zip(left, right), 1):
        if pair[0] != pair[1]:
            return f"output line {number}: expected {short(pair[0])!r}, found {short(pair[1])!r}"
    if len(left) > len(right):
        return f"output ends after {len(right) - 1} of {len(left) - 1} lines"
    return f"output goes on after {len(left) - 1} lines: {short(right[len(left) - 1])!r}"


def said(outcome):
    line, message = first_error(outcome.stderr)
    return f"line {line}: {message}" if line else message


def lacks(text, words):
    return [word for word in words if word.lower() not in text.lower()]


def unfit(program, outcome):
    """What is wrong with the program itself, by swiftc's account."""
    if outcome.stderr.startswith("does not compile") or outcome.status == -1:
        return outcome.stderr
    if program.kind == "runs" and outcome.status != 0:
        return f"the compiled program ended with status {outcome.status}: {short(outcome.stderr)}"
    if program.kind == "traps" and outcome.status >= 0:
        return f"the compiled program did not trap (status {outcome.status})"
    if program.kind == "rejected":
        line, message = first_error(outcome.stderr)
        if line != program.line or lacks(message, program.words):
            return f"swiftc says: {said(outcome)}"
    return None


def failure(program, expected, found):
    """Why vencejo's run differs from the compiler's account; None when it does not."""
    if wrong := unfit(program, expected):
        return f"the program is wrong: {wrong.strip()}"
    if program.kind == "rejected":
        line, message = first_error(found.stderr)
        if found.status != 1 or line is None:
            return f"not rejected (status {found.status}): {short(said(found))}"
        if line != program.line or lacks(message, program.words):
            return f"rejected otherwise, {said(found)}; swiftc: {said(expected)}"
        return "output before the error" if found.stdout else None
    if program.kind == "traps":
        if found.status != 1:
            return f"no fault (status {found.status}): {short(said(found))}"
        if different := difference(expected.stdout, found.stdout):
            return f"{different} ({said(found)})"
        line, message = first_error(found.stderr)
        located = line == program.line or re.search(rf":{program.line}:\d+", found.stderr)
        if not located or lacks(found.stderr, program.words):
            return f"another fault: {said(found)}"
        return None
    if found.status != 0:
        return said(found) if found.stderr else f"ended with status {found.status}"
    return difference(expected.stdout, found.stdout)


@functools.cache
def executable():
    named = os.environ.get("VENCEJO", ROOT / ".build" / "release" / "vencejo")
    return pathlib.Path(named).absolute()


def compare(selected, vencejo):
    """Pairs of program and failure (None where there is none)."""
    with tempfile.TemporaryDirectory(prefix="vencejo-conformance-") as folder:
        expected = judged(selected, folder)
        found = parallel(lambda each: run([vencejo, "eval", each.path], cwd=folder), selected)
    return [(each, failure(each, expected[each.name], outcome)) for each, outcome in zip(selected, found)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--vencejo", type=pathlib.Path, default=executable())
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--details", action="store_true", help="print each failure")
    parser.add_argument("--failures", type=pathlib.Path, help="write the failures to this file")
    options = parser.parse_args()
    results = compare(programs(options.only), options.vencejo.absolute())
    lines = [f"{each.name}: {reason}" for each, reason in results if reason]
    if options.details:
        print("\n".join(lines))
    if options.failures:
        options.failures.write_text("\n".join(lines) + "\n")
    print(f"{'folder':<20} {'programs':>8} {'failures':>8}")
    for folder in sorted({each.folder for each, _ in results}):
        inside = [reason for each, reason in results if each.folder == folder]
        print(f"{folder:<20} {len(inside):>8} {sum(r is not None for r in inside):>8}")
    print(f"{'all':<20} {len(results):>8} {len(lines):>8}")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
